"""The inputs of an example that is no image: written, by name and value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from nnviz.data.dataset import Dataset
from nnviz.session import ExampleRef
from nnviz.ui import theme
from nnviz.wording import fixed, tr
from nnviz.wording.exam import class_name

SMALL, SMALLER = 0.85, 0.75
"""The size of the writing in a list, and in a square as small as a picture."""

LINE, LOWER = 16.0, 13.0
"""The heights of their lines at type scale 1."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def answer_of(data: Dataset, ref: ExampleRef) -> str:
    """Return what is wanted of an example: its class, or its target; "0.82 …" where there are several."""
    split = data.split(ref.split)
    if split.labels is not None:
        return class_name(data.classes, int(split.labels[ref.index]))
    target = split.targets[ref.index]
    return fixed(float(target[0]), 2) + (" …" if len(target) > 1 else "")


def draw_inputs(
    painter: QPainter, place: QRectF, data: Dataset, ref: ExampleRef, size: float = SMALL
) -> None:
    """Write as many of an example's inputs as there is height for, names at the left, values at the right."""
    x = data.split(ref.split).each[ref.index]
    lines = min(max(int(place.height() // _line(size)), 1), len(x))
    rows = [(data.input_name(k), fixed(value, 2)) for k, value in enumerate(x[:lines].tolist())]
    if lines < len(x):  # there are more
        rows[-1] = ("…", "") if lines > 1 else (rows[0][0], f"{rows[0][1]} …")
    _write(painter, place, rows, size)


def draw_example(painter: QPainter, place: QRectF, data: Dataset, ref: ExampleRef) -> None:
    """Write the first inputs of an example and, in the last line, what is wanted of it."""
    height = _line(SMALLER)
    above = place.adjusted(0, 0, 0, -height)
    if above.height() >= height:
        draw_inputs(painter, above, data, ref, SMALLER)
    last = QRectF(place.left(), place.bottom() - height, place.width(), height)
    answer, name = answer_of(data, ref), tr("y")
    if data.split(ref.split).labels is not None:  # a name can be shortened, a number cannot
        metrics = QFontMetrics(theme.number_font(SMALLER))
        room = round(place.width() - metrics.horizontalAdvance(name) - theme.px(6))
        answer = metrics.elidedText(answer, Qt.TextElideMode.ElideRight, max(room, 0))
    _write(painter, last, [(name, answer)], SMALLER)


def _line(size: float) -> float:
    return theme.px(LOWER if size < SMALL else LINE)


def _write(painter: QPainter, place: QRectF, rows: list[tuple[str, str]], size: float) -> None:
    now, line = theme.current(), QRectF(place)
    line.setHeight(_line(size))
    painter.setFont(theme.number_font(size))
    metrics = painter.fontMetrics()
    for name, value in rows:
        room = round(place.width()) - metrics.horizontalAdvance(value) - 2
        if room >= min(metrics.horizontalAdvance(name), metrics.horizontalAdvance("…")):
            painter.setPen(now.color("text_muted"))
            painter.drawText(line, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
        painter.setPen(now.color("text"))
        painter.drawText(line, _RIGHT, value)
        line.translate(0, line.height())
