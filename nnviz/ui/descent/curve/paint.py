"""How the curve is painted: the cost, where balls are and have been, in which minima they ended."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from nnviz.core.arrays import Array
from nnviz.core.downhill import NEAR
from nnviz.ui import theme
from nnviz.ui.descent.curve.state import CurveState
from nnviz.ui.descent.frame import Frame, hatch, pen_for
from nnviz.wording import number, tr

SMALL, HEAD = 4.5, 7.0
TRAIL = 80
"""How many of the last steps are drawn."""

BAR, BAR_WIDTH = 92.0, 26.0
"""How high the bar of a minimum is to which all balls have come; how wide each is."""

_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


def minimum_color(index: int, alpha: float = 1.0) -> QColor:
    """Return the color of a minimum: none of those that mean a sign or a choice."""
    return theme.current().color(f"{theme.CATEGORY}{(5, 4, 2, 6, 8, 7)[index % 6]}", alpha)


def draw_curve(painter: QPainter, frame: Frame, state: CurveState) -> None:
    """Draw C, hatched where there is none, and what the axes are."""
    now = theme.current()
    painter.setFont(theme.number_font(0.95))
    painter.setPen(now.color("text_muted"))
    head = QRectF(frame.rect.left(), 0, frame.rect.width(), frame.rect.top() - theme.px(2))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(head, left, tr("cost {C} over {letter}", letter=state.letter))
    if state.curve is None or not state.settled:
        painter.drawText(head, right, tr("computing the curve …"))
    if state.curve is None:
        return
    painter.save()
    painter.setClipRect(frame.rect)
    gaps = frame.gaps(*state.curve)
    hatch(painter, gaps)
    polygons = frame.polygons(*state.curve)
    painter.setPen(pen_for(polygons, now.color("curve" if state.settled else "text_disabled"), 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in polygons:
        painter.drawPolyline(line)
    painter.restore()
    if gaps:
        painter.setPen(now.color("text_muted"))
        painter.drawText(head, right, tr("hatched: the formula has no value there"))
    if state.present is not None:
        _draw_present(painter, frame, state.present)


def _draw_present(painter: QPainter, frame: Frame, present: float) -> None:
    """Mark the network's own value."""
    x = frame.place(present, 0).x()
    if not frame.rect.left() <= x <= frame.rect.right():
        return
    painter.setPen(QPen(theme.current().color("text_muted"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, frame.rect.top(), x, frame.rect.bottom()))
    room = QRectF(x + theme.px(5), frame.rect.top() + theme.px(4), theme.px(200), theme.px(18))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft, tr("in the network: {x}", x=number(present)))


def draw_tally(painter: QPainter, frame: Frame, state: CurveState) -> None:
    """Draw a bar at each minimum, as high as the number of balls that have come to it."""
    if not len(state.crowd):
        return
    unit, half = theme.px(BAR) / len(state.crowd), theme.px(BAR_WIDTH) / 2
    bottom = frame.rect.bottom()
    for index, x, count in state.tally.listed():
        column = frame.place(x, 0).x()
        bar = QRectF(column - half, bottom - count * unit, 2 * half, count * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(minimum_color(index, 0.55))
        painter.drawRect(bar)
        painter.setFont(theme.number_font(1.15, bold=True))
        painter.setPen(minimum_color(index))
        painter.drawText(QRectF(column - 40, bar.top() - 40, 80, 38), _CENTER, str(count))


def heights(state: CurveState, x: Array) -> Array:
    """Return the cost of places that the curve knows of, as it is drawn; NaN elsewhere."""
    if state.curve is None:
        return np.full(len(x), np.nan)
    return np.interp(x, *state.curve, left=np.nan, right=np.nan)


def draw_path(painter: QPainter, frame: Frame, state: CurveState) -> None:
    """Draw where the ball has been, the last steps only, and the way between."""
    x = state.path[-TRAIL - 1 :]
    rows = heights(state, x)
    known = np.isfinite(rows)
    points = [frame.place(*pair) for pair in zip(x[known].tolist(), rows[known].tolist(), strict=True)]
    if len(points) < 2:
        return
    painter.save()
    painter.setClipRect(frame.rect)
    gold = theme.current().color("selection", 0.5)
    painter.setPen(QPen(gold, theme.px(1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gold)
    for point in points[:-1]:
        painter.drawEllipse(point, theme.px(3), theme.px(3))
    painter.restore()


def draw_balls(painter: QPainter, frame: Frame, state: CurveState) -> None:
    """Draw the twenty, each in the color of the minimum it has come to."""
    now, near = theme.current(), NEAR * (state.region[1] - state.region[0])
    rows = heights(state, state.crowd)
    painter.setPen(QPen(now.color("surface_sunken"), theme.px(1)))
    for x, y in zip(state.crowd.tolist(), rows.tolist(), strict=True):
        if y != y:
            continue
        distances = np.abs(state.tally.minima - x)
        there = len(distances) and distances.min() <= near
        painter.setBrush(minimum_color(int(distances.argmin())) if there else now.color("text_muted"))
        painter.drawEllipse(frame.place(x, y), theme.px(SMALL), theme.px(SMALL))


def arrow(painter: QPainter, start: QPointF, end: QPointF, color: QColor, width: float = 2.2) -> None:
    """Draw an arrow; a short one keeps its head."""
    way = end - start
    length = math.hypot(way.x(), way.y())
    if length < 1e-6:
        return
    head = min(theme.px(HEAD), length)
    along = way / length
    across = QPointF(-along.y(), along.x()) * (0.6 * head)
    neck = end - along * head
    painter.setPen(QPen(color, theme.px(width)))
    painter.drawLine(start, neck)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([end, neck + across, neck - across]))
