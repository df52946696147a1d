"""The way of a walker, as it is painted over the ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from nnviz.ui import theme


def draw_way(painter: QPainter, points: list[QPointF], color: QColor) -> None:
    """Draw the way of a walker, with a rim that parts it from the ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen_of_it in (
        QPen(theme.current().color("background", 0.7), theme.px(4.2)),
        QPen(color, theme.px(1.9)),
    ):
        painter.setPen(pen_of_it)
        painter.drawPolyline(QPolygonF(points))
