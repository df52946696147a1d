"""The color and the mark of each lane: never told apart by color alone."""

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem

from nnviz.ui import theme

SHAPES = ("disc", "diamond", "square", "up", "down", "star", "plus", "cross", "pentagon", "ring")
"""One for each lane."""

_CORNERS = {
    "diamond": (4, 0.0),
    "square": (4, 45.0),
    "up": (3, -90.0),
    "down": (3, 90.0),
    "pentagon": (5, -90.0),
}


def lane_color(index: int) -> QColor:
    """Return the color of a lane in the theme now in use."""
    categories = theme.current().categories
    return QColor(categories[index % len(categories)])


def mark_path(index: int, radius: float) -> QPainterPath:
    """Return the outline of a lane's mark around the origin."""
    shape, path = SHAPES[index % len(SHAPES)], QPainterPath()
    if shape in ("disc", "ring"):
        path.addEllipse(QPointF(), radius, radius)
        if shape == "ring":
            path.addEllipse(QPointF(), 0.5 * radius, 0.5 * radius)
    elif shape in _CORNERS:
        corners, turned = _CORNERS[shape]
        path.addPolygon(_polygon([1.2 * radius] * corners, turned))
    elif shape == "star":
        path.addPolygon(_polygon([1.35 * radius, 0.55 * radius] * 5, -90))
    else:
        path.addPolygon(_cross(1.2 * radius, 0.38 * radius, 45 if shape == "cross" else 0))
    path.closeSubpath()
    return path


def _polygon(radii: list[float], turned: float) -> QPolygonF:
    angles = (math.radians(turned) + math.tau * i / len(radii) for i in range(len(radii)))
    return QPolygonF([QPointF(math.cos(a), math.sin(a)) * r for a, r in zip(angles, radii, strict=True)])


def _cross(long: float, half: float, turned: float) -> QPolygonF:
    arm = [(half, -half), (half, -long), (-half, -long), (-half, -half)]
    points = []
    for quarter in range(4):
        angle = math.radians(turned - 90 * quarter)
        cos, sin = math.cos(angle), math.sin(angle)
        points += [QPointF(x * cos - y * sin, x * sin + y * cos) for x, y in arm]
    return QPolygonF(points)


def mark_item(index: int, radius: float) -> QGraphicsPathItem:
    """Return a lane's mark for a plot, of one size whatever is in sight."""
    item = QGraphicsPathItem(mark_path(index, radius))
    item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
    item.setPen(QPen(Qt.PenStyle.NoPen))
    item.setBrush(lane_color(index))
    return item


def draw_mark(painter: QPainter, center: QPointF, index: int, radius: float) -> None:
    """Draw a lane's mark in its color."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(lane_color(index))
    painter.drawPath(mark_path(index, radius))
    painter.restore()
