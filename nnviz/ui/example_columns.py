"""What stands in a line of an example's numbers, and where: a name, a calculation, a bar, a value."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.session import Neuron
from nnviz.ui import theme

SIZES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""Sizes of type, in multiples of the application's; the largest that fits is taken."""

NAME, SHORTEST_BAR, GAP = 0.34, 16.0, 6.0
"""The share of the width that names may take; the least length of a bar; the space between columns."""


class Line(NamedTuple):
    """One line.

    Attributes
    ----------
    neuron : Neuron or None
        What a click chooses.
    name, text : str
        What the number belongs to, and how it comes about; both may be empty.
    value, shown : float, str
        The length of the bar, and the number at the right.
    tip : str
        Everything in full precision, as rich text.
    wanted : bool
        Whether this is the output that the label asks for.
    """

    neuron: Neuron | None
    name: str
    text: str
    value: float
    shown: str
    tip: str = ""
    wanted: bool = False


class Column(NamedTuple):
    """The left end of a column, and its width."""

    left: float
    width: float


class Columns(NamedTuple):
    """The columns of all lines, and the font in which they are written."""

    font: QFont
    name: Column
    text: Column
    bar: Column
    value: Column


def columns(lines: Sequence[Line], width: float, height: float) -> Columns:
    """Return the columns for lines of a height, in the largest type that fits."""
    for size in SIZES:
        metrics = QFontMetricsF(theme.number_font(size))
        widths = _widths(lines, metrics, width)
        gaps = theme.px(GAP) * sum(1 for w in widths if w)
        fits = sum(widths) + gaps + theme.px(SHORTEST_BAR) <= width
        if fits and metrics.capHeight() + 2 * metrics.descent() <= height:
            break
    return _placed(theme.number_font(size), widths, width)


def _widths(lines: Sequence[Line], metrics: QFontMetricsF, width: float) -> tuple[float, float, float]:
    """Return what name, text and value need."""
    name = _widest((line.name for line in lines), metrics) * 1.16  # the wanted one is bold
    text, value = (line.text for line in lines), (line.shown for line in lines)
    return min(name, NAME * width), _widest(text, metrics), _widest(value, metrics)


def _widest(texts: Iterable[str], metrics: QFontMetricsF) -> float:
    return max((metrics.horizontalAdvance(text) for text in set(texts)), default=0.0)


def _placed(font: QFont, widths: tuple[float, float, float], width: float) -> Columns:
    """Stand the columns side by side; the bar has what is left, the text is cut if there is nothing left."""
    gap = theme.px(GAP)
    name, text, value = widths
    text_left = name + gap if name else 0.0
    value_left = max(width - value, text_left)
    text = min(text, max(value_left - gap - text_left, 0.0))
    bar_left = text_left + text + gap if text else text_left
    bar = max(value_left - gap - bar_left, 0.0)
    return Columns(
        font,
        Column(0.0, name),
        Column(text_left, text),
        Column(bar_left, bar),
        Column(value_left, width - value_left),
    )
