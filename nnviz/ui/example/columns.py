"""What stands in a line of an example's numbers, and where: a name, a calculation, a bar, a value."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.session import Neuron
from nnviz.ui import theme

SIZES = (1.0, 0.95, 0.9, 0.85, 0.8)
"""Sizes of type, in multiples of the application's; the largest that fits is taken."""

NAME, SHORTEST_BAR, GAP = 0.36, 16.0, 6.0
"""The share of the width that names may take; the least length of a bar; the space between columns."""

BOLD = 1.16
"""So much wider is a name in bold."""

_DIGIT = re.compile(r"\d")


def no_tip() -> str:
    """Return nothing: the tip of a line of which there is nothing to be told."""
    return ""


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
    tip : callable
        Returns everything in full precision, as rich text; written only for who asks.
    wanted : bool
        Whether this is the output that the label asks for.
    """

    neuron: Neuron | None
    name: str
    text: str
    value: float
    shown: str
    tip: Callable[[], str] = no_tip
    wanted: bool = False


class Column(NamedTuple):
    """The left end of a column, and its width."""

    left: float
    width: float


class Columns(NamedTuple):
    """The columns of all lines, and the font in which they are written.

    Attributes
    ----------
    font, bold : QFont
        For all texts, and for the name of what is wanted.
    name, text, bar, value : Column
        From left to right.
    whole : bool
        Whether every text fits; else some must be cut.
    """

    font: QFont
    bold: QFont
    name: Column
    text: Column
    bar: Column
    value: Column
    whole: bool


Texts = tuple[tuple[str, ...], ...]


def columns(lines: Sequence[Line], width: float, height: float) -> Columns:
    """Return the columns for lines of a height, in the largest type that fits."""
    shapes = tuple(tuple(sorted({_shape(text) for text in texts})) for texts in _texts(lines))
    return _columns(shapes, width, height, theme.current_scale())


def _texts(lines: Sequence[Line]) -> Iterator[list[str]]:
    yield [line.name for line in lines]
    yield [line.text for line in lines]
    yield [line.shown for line in lines]


def _shape(text: str) -> str:
    """Return a text of the same width: all digits have one."""
    return _DIGIT.sub("0", text)


@lru_cache(maxsize=64)
def _columns(texts: Texts, width: float, height: float, scale: float) -> Columns:
    """Return the columns; they change only when a number gets longer or shorter."""
    for size in SIZES:
        metrics = QFontMetricsF(theme.number_font(size))
        widths = _widths(texts, metrics, width)
        gaps = theme.px(GAP) * sum(1 for w in widths if w)
        fits = sum(widths) + gaps + theme.px(SHORTEST_BAR) <= width
        if fits and metrics.capHeight() + 2 * metrics.descent() <= height:
            break
    whole = fits and widths[0] < NAME * width
    return _placed(theme.number_font(size), theme.number_font(size, bold=True), widths, width, whole)


def _widths(texts: Texts, metrics: QFontMetricsF, width: float) -> tuple[float, float, float]:
    """Return what name, text and value need."""
    name, text, value = (_widest(column, metrics) for column in texts)
    return min(BOLD * name, NAME * width), text, value


def _widest(texts: Iterable[str], metrics: QFontMetricsF) -> float:
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0)


def _placed(
    font: QFont, bold: QFont, widths: tuple[float, float, float], width: float, whole: bool
) -> Columns:
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
        bold,
        Column(0.0, name),
        Column(text_left, text),
        Column(bar_left, bar),
        Column(value_left, width - value_left),
        whole,
    )
