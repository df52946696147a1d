"""How the picture of a curve is drawn: the function and its pieces, the best line, the example's residual."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.core.arrays import Array
from nnviz.core.curve import FunctionCurve
from nnviz.core.network import Parameters
from nnviz.ui import theme
from nnviz.ui.plane.axes import Axes
from nnviz.ui.plots.curves import ticks
from nnviz.ui.plots.parts import plain
from nnviz.wording.curve import residual_text

FUNCTION, PIECE, CHOSEN, RESIDUAL = 2.4, 1.0, 2.2, 2.0
"""How thick lines are, in pixels at type scale 1."""

FAINT = 0.55
"""How strong the pieces are."""

LINE_ROLE = "category 4"
"""The color of the least-squares line: none of those that mean a sign or a set."""

EVERY, BEND = 4, 0.25
"""Every fourth place of the function is drawn, and all at which it bends by so many pixels."""

MANY = 24
"""More pieces than so many are drawn without smoothing, which takes a millisecond each."""

HEAD = 5.0
"""Of the arrow that says where the output should go."""


TICK_GAP, ROW_GAP = 70.0, 34.0
"""Pixels between numbers at the sides, at type scale 1."""

SIZE = 0.85

_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def heights(axes: Axes) -> list[float]:
    """Return the numbers that stand at the left side."""
    return ticks(axes.shown.low[1], axes.shown.high[1], max(int(axes.plot.height() / theme.px(ROW_GAP)), 2))


def thinned(places: Array) -> Array:
    """Return the points of a line that are needed to see it, shape (n, 2): every fourth, and where it bends.

    Qt's time for a line grows with its points, and there may be many lines.
    """
    bends = np.abs(places[2:, 1] - 2 * places[1:-1, 1] + places[:-2, 1]) > BEND
    needed = np.zeros(len(places), np.bool_)
    needed[::EVERY] = needed[-1] = True
    needed[1:-1] |= bends
    return places[needed]


class CurvePainter:
    """Draws on axes that are in place.

    Parameters
    ----------
    painter : QPainter
        Open.
    axes : Axes
        Where everything stands.
    """

    def __init__(self, painter: QPainter, axes: Axes) -> None:
        self._painter, self._axes = painter, axes
        self._theme = theme.current()

    def ground(self, name: str) -> None:
        """Draw the ground with hairlines, the numbers at its sides, and the name of the input."""
        painter, plot = self._painter, self._axes.plot
        painter.fillRect(plot, self._theme.color("surface_sunken"))
        painter.setFont(theme.number_font(SIZE))
        height, gap = float(painter.fontMetrics().height()), theme.px(3)
        named = painter.fontMetrics().horizontalAdvance(name) + theme.px(12)
        for value in heights(self._axes):
            y = self._axes.point(0.0, value).y()
            painter.setPen(QPen(self._theme.color("grid"), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(self._theme.color("axis"))
            painter.drawText(QRectF(0, y - height / 2, plot.left() - 2 * gap, height), _BESIDE, plain(value))
        below = QRectF(0, plot.bottom() + gap, theme.px(TICK_GAP), height)
        for value in ticks(*self._ends(), max(int(plot.width() / theme.px(TICK_GAP)), 2)):
            below.moveLeft(self._axes.point(value, 0.0).x() - below.width() / 2)
            if below.center().x() < plot.right() - named:
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, plain(value))
        painter.setPen(self._theme.color("text"))
        place = QRectF(plot.left(), plot.bottom() + gap, plot.width(), height)
        painter.drawText(place, _BESIDE, name)
        painter.drawText(QPointF(plot.left() + theme.px(6), plot.top() + height), "y")

    def _ends(self) -> tuple[float, float]:
        return self._axes.shown.low[0], self._axes.shown.high[0]

    def clip(self) -> None:
        """Keep what follows inside the axes."""
        self._painter.setClipRect(self._axes.plot)

    # What the network says

    def function(self, curve: FunctionCurve) -> None:
        """Draw the output."""
        self._stroke(curve.x, curve.a, "curve", FUNCTION)

    def pieces(self, curve: FunctionCurve, chosen: int | None, pointed: int | None) -> None:
        """Draw what each neuron before the output adds, those that are chosen and pointed at last."""
        smooth = QPainter.RenderHint.Antialiasing
        self._painter.setRenderHint(smooth, len(curve.pieces) <= MANY)
        for j, piece in enumerate(curve.pieces):
            if j not in (chosen, pointed):
                self._stroke(curve.x, piece, "text_muted", PIECE, FAINT)
        self._painter.setRenderHint(smooth)
        for hit, role in ((pointed, "text"), (chosen, "selection")):
            if hit is not None and hit < len(curve.pieces):
                self._stroke(curve.x, curve.pieces[hit], role, CHOSEN)

    def bias(self, curve: FunctionCurve) -> None:
        """Draw the bias, which is the same everywhere."""
        self._stroke(curve.x[[0, -1]], np.full(2, curve.bias), "text_muted", PIECE, 1.0, Qt.PenStyle.DotLine)

    def weighted_sum(self, curve: FunctionCurve) -> None:
        """Draw z, the sum of the pieces and the bias, where the output squashes it."""
        self._stroke(curve.x, curve.z, "text_muted", PIECE, 1.0, Qt.PenStyle.DashLine)

    def least_squares(self, line: Parameters) -> None:
        """Draw the best line."""
        x = np.array(self._ends())
        y = line.weights(1)[0, 0] * x + line.biases(1)[0]
        self._stroke(x, y, LINE_ROLE, 1.8, 1.0, Qt.PenStyle.DashLine)

    def _stroke(
        self,
        x: Array,
        y: Array,
        role: str,
        width: float,
        alpha: float = 1.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        pen = QPen(self._theme.color(role, alpha), theme.px(width), style)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        self._painter.setPen(pen)
        # Far outside, where nothing is seen, Qt's rasterizer would take its time.
        span = self._axes.shown.size[1]
        kept = np.clip(y, self._axes.shown.low[1] - span, self._axes.shown.high[1] + span)
        places = thinned(self._axes.on_screen(np.column_stack([x, kept])))
        self._painter.drawPolyline(QPolygonF([QPointF(*place) for place in places.tolist()]))

    # The example

    def example(self, x: float, y: float) -> None:
        """Draw a gold ring around the example."""
        self._ring(self._axes.point(x, y), "selection")

    def pointed(self, x: float, y: float) -> None:
        """Draw a ring around the point under the mouse."""
        self._ring(self._axes.point(x, y), "text")

    def _ring(self, place: QPointF, role: str) -> None:
        self._painter.setPen(QPen(self._theme.color(role), theme.px(1.8)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(place, theme.px(6.5), theme.px(6.5))

    def residual(self, x: float, y: float, a: float) -> None:
        """Draw the stroke between output and target, pointing where the output should go."""
        start, end = self._axes.point(x, a), self._axes.point(x, y)
        role = "positive" if y > a else "negative"
        self._painter.setPen(QPen(self._theme.color(role), theme.px(RESIDUAL)))
        self._painter.drawLine(start, end)
        head = theme.px(HEAD)
        if abs(end.y() - start.y()) > 2 * head:
            back = head if end.y() < start.y() else -head
            tip = QPointF(end.x(), end.y() + (theme.px(7) if back > 0 else -theme.px(7)))
            self._painter.setBrush(self._theme.color(role))
            self._painter.drawPolygon(
                [tip, tip + QPointF(head * 0.8, 1.4 * back), tip + QPointF(-head * 0.8, 1.4 * back)]
            )
        self._painter.setBrush(self._theme.color("curve"))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.drawEllipse(start, theme.px(3), theme.px(3))
        self._label(residual_text(a - y), (start + end) / 2)

    def _label(self, text: str, beside: QPointF) -> None:
        """Write a text beside the stroke, on a patch of ground, on the side where there is room."""
        painter, plot = self._painter, self._axes.plot
        painter.setFont(theme.number_font(0.9, bold=True))
        metrics = painter.fontMetrics()
        patch = QRectF(0, 0, metrics.horizontalAdvance(text) + theme.px(8), metrics.height() + 2)
        patch.moveCenter(beside)
        right = beside.x() + theme.px(10) + patch.width() < plot.right()
        patch.moveLeft(beside.x() + theme.px(10) if right else beside.x() - theme.px(10) - patch.width())
        patch.moveTop(min(max(patch.top(), plot.top() + 2), plot.bottom() - patch.height() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface_sunken", 0.85))
        painter.drawRoundedRect(patch, 4, 4)
        painter.setPen(self._theme.color("text"))
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, text)

    # Under the mouse

    def cross(self, x: float, a: float, line: float | None) -> None:
        """Draw a hairline at x, a dot on the function there, and one on the best line."""
        plot = self._axes.plot
        place = self._axes.point(x, a)
        self._painter.setPen(QPen(self._theme.color("text_muted"), 1, Qt.PenStyle.DashLine))
        self._painter.drawLine(QLineF(place.x(), plot.top(), place.x(), plot.bottom()))
        self._painter.setPen(Qt.PenStyle.NoPen)
        for value, role in ((line, LINE_ROLE), (a, "curve")):
            if value is not None:
                self._painter.setBrush(self._theme.color(role))
                self._painter.drawEllipse(self._axes.point(x, value), theme.px(3.5), theme.px(3.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def card(self, lines: list[str], mouse: QPointF, width: float, height: float) -> None:
        """Write what stands under the mouse on a card beside it."""
        painter = self._painter
        painter.setClipping(False)
        painter.setFont(theme.number_font(0.85))
        metrics = painter.fontMetrics()
        line = metrics.height() + theme.px(1)
        card = QRectF(0, 0, max(metrics.horizontalAdvance(text) for text in lines), len(lines) * line)
        card.adjust(0, 0, theme.px(14), theme.px(8))
        card.moveTopLeft(mouse + QPointF(theme.px(14), theme.px(14)))
        if card.right() > width - 2:
            card.moveRight(mouse.x() - theme.px(10))
        card.moveTop(max(min(card.top(), height - card.height() - 2), 0.0))
        painter.setPen(self._theme.color("border"))
        painter.setBrush(self._theme.color("popup"))
        painter.drawRoundedRect(card, 4, 4)
        painter.setPen(self._theme.color("text"))
        for row, text in enumerate(lines):
            place = QRectF(
                card.left() + theme.px(7), card.top() + theme.px(4) + row * line, card.width(), line
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
