"""The inputs of an example that is no image: written, by name and value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.session import ExampleRef, Session
from nnviz.ui import theme
from nnviz.wording import fixed, tr
from nnviz.wording.exam import class_name

SMALL, SMALLER = 0.85, 0.75
"""The size of the writing in a list, and in a square as small as a picture."""

LINE = 16.0
"""The height of a line at type scale 1."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def answer_of(session: Session, ref: ExampleRef) -> str:
    """Return what is wanted of an example: its class, or its target; "0.82 …" where there are several."""
    split = session.dataset.split(ref.split)
    if split.labels is not None:
        return class_name(session.dataset.classes, int(split.labels[ref.index]))
    target = split.targets[ref.index]
    return fixed(float(target[0]), 2) + (" …" if len(target) > 1 else "")


def draw_inputs(
    painter: QPainter, place: QRectF, session: Session, ref: ExampleRef, size: float = SMALL
) -> None:
    """Write as many of an example's inputs as there is height for, names at the left, values at the right."""
    data = session.dataset
    x = data.split(ref.split).each[ref.index]
    lines = min(max(int(place.height() // theme.px(LINE)), 1), len(x))
    rows = [(data.input_name(k), fixed(value, 2)) for k, value in enumerate(x[:lines].tolist())]
    _write(painter, place, rows, size)


def draw_example(painter: QPainter, place: QRectF, session: Session, ref: ExampleRef) -> None:
    """Write the first inputs of an example and, in the last line, what is wanted of it."""
    above = place.adjusted(0, 0, 0, -theme.px(LINE))
    if above.height() >= theme.px(LINE):
        draw_inputs(painter, above, session, ref, SMALLER)
    last = QRectF(place.left(), place.bottom() - theme.px(LINE), place.width(), theme.px(LINE))
    _write(painter, last, [(tr("y"), answer_of(session, ref))], SMALLER)


def _write(painter: QPainter, place: QRectF, rows: list[tuple[str, str]], size: float) -> None:
    now, line = theme.current(), QRectF(place)
    line.setHeight(theme.px(LINE))
    painter.setFont(theme.number_font(size))
    metrics = painter.fontMetrics()
    for name, value in rows:
        room = round(place.width()) - metrics.horizontalAdvance(value) - 4
        painter.setPen(now.color("text_muted"))
        painter.drawText(line, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room, 0)))
        painter.setPen(now.color("text"))
        painter.drawText(line, _RIGHT, value)
        line.translate(0, line.height())
