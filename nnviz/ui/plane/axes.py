"""Where the plane lies on the screen, and the numbers at its sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from nnviz.core.arrays import Array
from nnviz.core.surface import Rectangle
from nnviz.ui import theme
from nnviz.wording import MINUS

LEFT, BELOW, RIGHT, ABOVE = 34.0, 20.0, 8.0, 8.0
"""What is left for numbers and names, in pixels at type scale 1."""

SIZE = 0.8

NAME = 24.0
"""What an axis's name takes of its end: no number stands there."""

TICKS = 5
"""About so many numbers stand at a side."""


@dataclass(frozen=True)
class Axes:
    """A square on the screen that shows a rectangle of the plane.

    Attributes
    ----------
    plot : QRectF
        Where it is.
    shown : Rectangle
        What it shows.
    """

    plot: QRectF
    shown: Rectangle

    @classmethod
    def fit(cls, width: float, height: float, shown: Rectangle) -> Axes:
        """Return the largest square for which there is room, with its numbers."""
        left, below, right, above = (theme.px(side) for side in (LEFT, BELOW, RIGHT, ABOVE))
        side = max(min(width - left - right, height - above - below), 1.0)
        return cls(QRectF(left, above, side, side), shown)

    def on_screen(self, points: Array) -> Array:
        """Return where points of the plane are on the screen, shape (n, 2)."""
        low, size = np.array(self.shown.low), np.array(self.shown.size)
        share = (points - low) / size
        plot = self.plot
        x, y = plot.left() + share[:, 0] * plot.width(), plot.bottom() - share[:, 1] * plot.height()
        return np.stack([x, y], axis=1)

    def point(self, x: float, y: float) -> QPointF:
        """Return where one point of the plane is on the screen."""
        return QPointF(*self.on_screen(np.array([[x, y]]))[0].tolist())

    def in_plane(self, at: QPointF) -> tuple[float, float]:
        """Return which point of the plane is at a place of the screen; beyond a side, on that side."""
        plot, low, size = self.plot, self.shown.low, self.shown.size
        across = min(max((at.x() - plot.left()) / plot.width(), 0.0), 1.0)
        up = min(max((plot.bottom() - at.y()) / plot.height(), 0.0), 1.0)
        return low[0] + across * size[0], low[1] + up * size[1]

    def draw(self, painter: QPainter, names: tuple[str, str]) -> None:
        """Draw numbers at the left and below, and the names of both axes."""
        now, plot, gap = theme.current(), self.plot, theme.px(4)
        painter.setFont(theme.number_font(SIZE))
        height = float(painter.fontMetrics().height())
        painter.setPen(now.color("axis"))
        free = theme.px(NAME)
        for value in ticks(self.shown.low[0], self.shown.high[0]):
            x = self.point(value, self.shown.low[1]).x()
            if x > plot.right() - free:
                continue
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + gap / 2))
            room = QRectF(x - theme.px(30), plot.bottom() + gap / 2, theme.px(60), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _written(value))
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in ticks(self.shown.low[1], self.shown.high[1]):
            y = self.point(self.shown.low[0], value).y()
            if y < plot.top() + free:
                continue
            painter.drawLine(QPointF(plot.left() - gap / 2, y), QPointF(plot.left(), y))
            painter.drawText(QRectF(0, y - height / 2, plot.left() - gap, height), beside, _written(value))
        self._name(painter, names, height)

    def _name(self, painter: QPainter, names: tuple[str, str], height: float) -> None:
        """Write the axes' names at their ends, inside the corners that numbers leave free."""
        plot, gap = self.plot, theme.px(4)
        painter.setPen(theme.current().color("text"))
        painter.setFont(theme.number_font(SIZE, bold=True))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(plot.right() - 200, plot.bottom() + gap / 2, 200, height), right, names[0])
        above = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, plot.top(), plot.left() - gap, height), above, names[1])


def ticks(low: float, high: float) -> list[float]:
    """Return round numbers between two others, about `TICKS` of them."""
    rough = (high - low) / TICKS
    power = 10.0 ** np.floor(np.log10(rough))
    step = power * next(digit for digit in (1, 2, 5, 10) if digit * power >= rough)
    first, last = np.ceil(low / step), np.floor(high / step)
    return [round(float(k * step), 10) + 0.0 for k in np.arange(first, last + 1)]  # no −0


def _written(value: float) -> str:
    return f"{value:g}".replace("-", MINUS)
