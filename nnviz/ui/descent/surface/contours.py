"""The surface from above: shades, lines of equal cost, walkers, the gradient, a point that is dragged."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.descent.curve.paint import arrow
from nnviz.ui.descent.frame import FAR, hatch, length
from nnviz.ui.descent.surface.layers import Layers
from nnviz.ui.descent.surface.state import MARKS, SurfaceState, Trail
from nnviz.ui.descent.surface.way import draw_way
from nnviz.ui.held import is_fine
from nnviz.ui.plots.canvas import Canvas
from nnviz.ui.plots.parts import plain
from nnviz.ui.race.marks import draw_mark, lane_color
from nnviz.wording import tr

ARROW, BALL, MARK, DOTS_APART = 74.0, 8.0, 4.5, 8.0

FLAT = 1e-3
"""Where C would change by less than this share of all heights across the whole picture, there is no arrow."""

ZOOM, ZOOM_KEYS = 1.25, {Qt.Key.Key_Plus: -1, Qt.Key.Key_Equal: -1, Qt.Key.Key_Minus: 1}
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Which way an arrow key moves the point."""


class ContourPlot(Canvas):
    """Shades and lines by pyqtgraph; what moves is painted above them in pixels.

    Signals
    -------
    moved(float, float)
        Where the point is wanted.
    resized(float)
        By which factor less (below 1) or more of the surface is wanted.
    """

    moved = Signal(float, float)
    resized = Signal(float)

    def __init__(self) -> None:
        super().__init__(plain)
        self._state: SurfaceState | None = None
        self.layers = Layers(self)
        self._drawn: tuple[Array, Array, Array] | None = None
        self.setMouseEnabled(False, False)
        self.getViewBox().setAspectLocked(True)
        for item in self.layers.items:
            self.addItem(item)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Lines of equal cost, and the point"))
        self.setToolTip(
            tr(
                "<b>From above</b><br>Each line joins points of equal cost. Press or drag to set the point"
                " down; with the keyboard Tab and the arrows. The wheel, + and − show less or more."
                "<br>The gold arrow shows which way the cost falls fastest, not how far a step goes: it is"
                " always of one length. The ring is where the next step leads."
            )
        )
        theme.on_change(self, self._dress)

    def _dress(self) -> None:
        theme.style_plot(self)
        self.getAxis("left").setWidth(theme.px(40))
        self.getPlotItem().layout.setContentsMargins(0, theme.px(8), theme.px(12), 0)
        self.layers.dress()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a size at which it is read with ease."""
        return QSize(round(theme.px(420)), round(theme.px(360)))

    # Showing

    def show_state(self, state: SurfaceState) -> None:
        """Show other numbers; the lines are drawn anew only for another surface."""
        self._state = state
        if state.grid is not self._drawn:
            self._drawn = state.grid
            self.layers.draw(state.grid)
            x1, x2 = ((float(axis[0]), float(axis[-1])) for axis in state.grid[:2])
            self.getViewBox().setRange(xRange=x1, yRange=x2, padding=0)
            self.resetCachedContent()  # the hatched ground
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing half drawn."""
        super().hideEvent(event)
        self.layers.settle()

    def _zoom(self, notches: float) -> None:
        self.layers.hurry()
        self.resized.emit(ZOOM**notches)

    def place(self, point: Array) -> QPointF:
        """Return where a point stands, in pixels of the scene."""
        at = self.getViewBox().mapViewToScene(QPointF(*np.clip(point, -1e12, 1e12).tolist()))
        return QPointF(min(max(at.x(), -FAR), FAR), min(max(at.y(), -FAR), FAR))

    def places(self, points: Array) -> list[QPointF]:
        """Return where many points stand: the two axes are straight."""
        origin, unit = self.place(np.zeros(2)), self.place(np.ones(2))
        scale = np.array([unit.x() - origin.x(), unit.y() - origin.y()])
        found = np.clip(np.array([origin.x(), origin.y()]) + points * scale, -FAR, FAR)
        return [QPointF(*pair) for pair in found[np.isfinite(found).all(axis=1)].tolist()]

    # Mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the point down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._lead(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead it while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._lead(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it lie."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than two presses do."""

    def _lead(self, event: QMouseEvent) -> None:
        if self._state is None:
            return
        where = self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))
        x1, x2, _ = self._state.grid
        ends = ((float(axis[0]), float(axis[-1])) for axis in (x1, x2))
        pairs = zip((where.x(), where.y()), ends, strict=True)
        wanted = [float(f"{min(max(value, low), high):.3g}") for value, (low, high) in pairs]
        self.moved.emit(*wanted)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Show less or more of the surface."""
        if event.angleDelta().y():
            self._zoom(-event.angleDelta().y() / 120)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point by a fiftieth of the picture, with Shift by less; + and − zoom."""
        key = Qt.Key(event.key())
        if self._state is not None and key in STEPS:
            x1, x2, _ = self._state.grid
            unit = np.array([x1[-1] - x1[0], x2[-1] - x2[0]]) / (500 if is_fine(event) else 50)
            wanted = self._state.point + np.array(STEPS[key]) * unit
            self.moved.emit(*(float(f"{value:.6g}") for value in wanted.tolist()))
        elif key in ZOOM_KEYS:
            self._zoom(ZOOM_KEYS[key])
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep its own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in STEPS)
            return event.isAccepted()
        return super().event(event)

    # Painting

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Hatch the ground: it is seen where there is no cost."""
        super().drawBackground(painter, rect)
        if self._state is not None and not np.isfinite(self._state.grid[2]).all():
            corners = self.places(np.array([[axis[0], axis[-1]] for axis in self._state.grid[:2]]).T)
            hatch(painter, [QRectF(*corners).normalized()])

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the walkers, the gradient with its two components, and the point."""
        if self._state is None:
            return
        state = self._state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.getViewBox().sceneBoundingRect())
        for trail in reversed(state.trails):
            self._draw_trail(painter, trail)
        at = self.place(state.point)
        self._draw_cross(painter, at)
        if state.slopes(FLAT):
            self._draw_gradient(painter, at, state)
        self._draw_ghost(painter, at, state)
        painter.setPen(QPen(theme.current().color("surface_sunken"), theme.px(1.5)))
        painter.setBrush(theme.current().color("selection"))
        painter.drawEllipse(at, theme.px(BALL), theme.px(BALL))
        self._draw_words(painter, state)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.drawRect(self.getViewBox().sceneBoundingRect())

    def _draw_trail(self, painter: QPainter, trail: Trail) -> None:
        points, mark = self.places(trail.path), MARKS[trail.name]
        color = lane_color(mark)
        draw_way(painter, points, color)
        if points and length(points) > theme.px(DOTS_APART) * len(points):
            dots = QPen(color, theme.px(5))
            dots.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(dots)
            painter.drawPoints(points)
        if points:
            draw_mark(painter, points[-1], mark, theme.px(MARK))

    def _draw_cross(self, painter: QPainter, at: QPointF) -> None:
        """Draw the two lines along which the slices are cut."""
        box = self.getViewBox().sceneBoundingRect()
        painter.setPen(QPen(theme.current().color("text", 0.5), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), at.y()), QPointF(box.right(), at.y()))
        painter.drawLine(QPointF(at.x(), box.top()), QPointF(at.x(), box.bottom()))

    def _draw_words(self, painter: QPainter, state: SurfaceState) -> None:
        """Name the two axes, and say what is hatched, and that the arrow is no step."""
        box = self.getViewBox().sceneBoundingRect().adjusted(4, 4, -4, -4)
        painter.setFont(theme.number_font(0.95))
        flags = Qt.AlignmentFlag
        words = [
            (tr("{name} →", name=state.names[0]), flags.AlignRight | flags.AlignBottom),
            (tr("↑ {name}", name=state.names[1]), flags.AlignLeft | flags.AlignTop),
        ]
        if state.slopes(FLAT):
            words.append((tr("arrow: direction only"), flags.AlignLeft | flags.AlignBottom))
        if not np.isfinite(state.grid[2]).all():
            words.append((tr("hatched: no value there"), flags.AlignRight | flags.AlignTop))
        for text, where in words:
            room = painter.boundingRect(box, where, text).adjusted(-4, -1, 4, 1)
            painter.fillRect(room, theme.current().color("surface", 0.75))
            painter.setPen(theme.current().color("text_muted"))
            painter.drawText(box, where, text)

    def _draw_gradient(self, painter: QPainter, at: QPointF, state: SurfaceState) -> None:
        """Draw −∇C at one length, its components in proportion."""
        now = theme.current()
        down = -state.gradient / math.hypot(*state.gradient.tolist()) * theme.px(ARROW)
        ends = (QPointF(float(down[0]), 0.0), QPointF(0.0, -float(down[1])))
        for end, part in zip(ends, down.tolist(), strict=True):
            arrow(painter, at, at + end, now.color("positive" if part > 0 else "negative"), 2.6)
        tip = at + ends[0] + ends[1]
        painter.setPen(QPen(now.color("text", 0.6), 1, Qt.PenStyle.DotLine))
        for end in ends:
            painter.drawLine(at + end, tip)
        arrow(painter, at, tip, now.color("selection"), 2.6)

    def _draw_ghost(self, painter: QPainter, at: QPointF, state: SurfaceState) -> None:
        """Draw where the leader's next update leads: with a memory, or other examples, not along −∇C."""
        if not np.isfinite(state.ahead).all():
            return
        ghost = self.place(state.ahead)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().color("selection"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(at, ghost)
        painter.setPen(QPen(theme.current().color("selection"), theme.px(1.8)))
        painter.drawEllipse(ghost, theme.px(BALL - 1), theme.px(BALL - 1))
