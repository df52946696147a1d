"""A plot's frame: two straight axes with a few round numbers, and what lies where in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.plots.curves import ticks
from nnviz.ui.plots.parts import plain
from nnviz.wording import MINUS

LEFT, RIGHT, TOP, BOTTOM = 46.0, 10.0, 8.0, 20.0
"""What the frame leaves free around it, in pixels at type scale 1."""

ACROSS, DOWN = 74.0, 34.0
"""Pixels between ticks at type scale 1."""

FEWEST = 3
"""Ticks there may always be."""

ROOM = 0.06
"""What share of an axis stays free beyond the values."""

FAR = 1e4
"""No line leads farther out of the frame than so many pixels; Qt would lose its way."""

LONGEST = 40_000
"""Lines of more pixels, up and down all the time, are drawn thin: wide ones take Qt many seconds."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class Frame(NamedTuple):
    """Where a plot's numbers stand.

    Attributes
    ----------
    rect : QRectF
        The frame itself.
    x, y : tuple of float
        The ends of both axes.
    """

    rect: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    @classmethod
    def inside(
        cls, width: float, height: float, x: tuple[float, float], y: tuple[float, float], top: float = TOP
    ) -> Frame:
        """Return a frame that leaves room for the axes' numbers in a widget of this size."""
        left, above = theme.px(LEFT), theme.px(top)
        wide = max(width - left - theme.px(RIGHT), 1.0)
        return cls(QRectF(left, above, wide, max(height - above - theme.px(BOTTOM), 1.0)), x, y)

    def columns(self, x: Array) -> Array:
        """Return how far right many x stand."""
        return self.rect.left() + (x - self.x[0]) * (self.rect.width() / (self.x[1] - self.x[0]))

    def rows(self, y: Array) -> Array:
        """Return how far down many y stand."""
        share = self.rect.height() / (self.y[1] - self.y[0])
        return np.clip(self.rect.bottom() - (y - self.y[0]) * share, -FAR, FAR)

    def place(self, x: float, y: float) -> QPointF:
        """Return where a point stands."""
        rect = self.rect
        column = rect.left() + (x - self.x[0]) * (rect.width() / (self.x[1] - self.x[0]))
        row = rect.bottom() - (y - self.y[0]) * (rect.height() / (self.y[1] - self.y[0]))
        return QPointF(min(max(column, -FAR), FAR), min(max(row, -FAR), FAR))

    def x_at(self, column: float) -> float:
        """Return the x of a column of pixels, rounded as far as a pixel tells numbers apart."""
        unit = (self.x[1] - self.x[0]) / max(self.rect.width(), 1.0)
        x = self.x[0] + (column - self.rect.left()) * unit
        return float(f"{round(x / unit) * unit:.3g}") if abs(x) >= unit else 0.0

    def polygons(self, x: Array, y: Array) -> list[QPolygonF]:
        """Return a curve as lines, one for each stretch without a gap."""
        good = np.isfinite(y)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], good, [False]]).astype(np.int8)))
        columns, rows = self.columns(x), self.rows(y)
        points = [QPointF(*pair) for pair in zip(columns.tolist(), rows.tolist(), strict=True)]
        return [QPolygonF(points[a:b]) for a, b in edges.reshape(-1, 2).tolist()]

    def gaps(self, x: Array, y: Array) -> list[QRectF]:
        """Return the parts of the frame where there is no y."""
        missing = ~np.isfinite(y)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], missing, [False]]).astype(np.int8)))
        columns, half = self.columns(x), self.rect.width() / max(len(x) - 1, 1) / 2
        return [
            QRectF(
                columns[a] - half, self.rect.top(), columns[b - 1] - columns[a] + 2 * half, self.rect.height()
            ).intersected(self.rect)
            for a, b in edges.reshape(-1, 2).tolist()
        ]

    # Painting

    def draw(self, painter: QPainter, grid: bool = True) -> None:
        """Draw ground, grid and numbers."""
        now = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(self.rect, now.color("surface_sunken"))
        painter.setFont(theme.number_font(0.85))
        self._draw_ticks(painter, grid)
        painter.setPen(now.color("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect)
        painter.restore()

    def _draw_ticks(self, painter: QPainter, grid: bool) -> None:
        now, line = theme.current(), theme.px(16)
        lines = []
        painter.setPen(now.color("axis"))
        for x in ticks(*self.x, max(int(self.rect.width() / theme.px(ACROSS)), FEWEST)):
            column = self.place(x, 0).x()
            lines.append(QLineF(column, self.rect.top(), column, self.rect.bottom()))
            room = QRectF(column - theme.px(40), self.rect.bottom() + theme.px(2), theme.px(80), line)
            painter.drawText(room, _CENTER, plain(x).replace("-", MINUS))
        for y in ticks(*self.y, max(int(self.rect.height() / theme.px(DOWN)), FEWEST)):
            row = self.place(self.x[0], y).y()
            lines.append(QLineF(self.rect.left(), row, self.rect.right(), row))
            room = QRectF(0, row - line / 2, self.rect.left() - theme.px(6), line)
            painter.drawText(room, _RIGHT, plain(y).replace("-", MINUS))
        if grid:
            painter.setPen(QPen(now.color("grid"), 1))
            painter.drawLines(lines)


def length(points: Iterable[QPointF]) -> float:
    """Return how long a way is, across and down."""
    return sum((b - a).manhattanLength() for a, b in pairwise(points))


def pen_for(lines: list[QPolygonF], color: QColor, width: float) -> QPen:
    """Return a pen to draw lines with, in pixels at type scale 1."""
    wild = sum(length(line.toList()) for line in lines) > LONGEST
    return QPen(color, 1.0 if wild else theme.px(width))


def hatch(painter: QPainter, areas: list[QRectF]) -> None:
    """Mark where there is no number."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("text_muted", 0.45))
    brush = painter.brush()
    brush.setStyle(Qt.BrushStyle.BDiagPattern)
    painter.setBrush(brush)
    for area in areas:
        painter.drawRect(area)


def span(values: Array, below: float = ROOM) -> tuple[float, float]:
    """Return the ends of an axis on which values are well seen, a few very large ones left out.

    `below` is the share of the whole that stays free below them.
    """
    finite = values[np.isfinite(values)]
    if not len(finite):
        return 0.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    ninth = float(np.quantile(finite, 0.9))
    if high - low > 25 * (ninth - low) > 0:
        high = low + 2.5 * (ninth - low)
    first = float(np.quantile(finite, 0.1))
    if high - low > 25 * (high - first) > 0:
        low = high - 2.5 * (high - first)
    whole = (high - low) or max(abs(high), 1e-12)
    return low - below * whole, high + ROOM * whole
