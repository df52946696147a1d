"""The surface as one would see it: shaded quads, the farthest first, turned by mouse and arrow keys."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.descent.ground import Ground
from nnviz.ui.descent.surface.mesh import HEIGHT, QUADS, Mesh, in_cube
from nnviz.ui.descent.surface.state import MARKS, SurfaceState
from nnviz.ui.descent.surface.way import draw_way
from nnviz.ui.race.marks import draw_mark, lane_color
from nnviz.wording import tr

TURN = 0.01
"""Radians of one pixel."""

LOWEST, HIGHEST = 0.05, 1.45
"""From how low and how high one can look, in radians."""

KEYS = {
    Qt.Key.Key_Left: (-0.1, 0.0),
    Qt.Key.Key_Right: (0.1, 0.0),
    Qt.Key.Key_Up: (0.0, 0.1),
    Qt.Key.Key_Down: (0.0, -0.1),
}


class SurfaceView(QWidget):
    """The surface in space; how it is turned is its own affair."""

    def __init__(self) -> None:
        super().__init__()
        self._state: SurfaceState | None = None
        self._azimuth, self._elevation = 0.62, 0.6
        self._from: QPointF | None = None
        self._ground = Ground(self)
        self._mesh: Mesh | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(tr("The surface in space"))
        self.setToolTip(
            tr("<b>The surface</b><br>C as height. Drag to turn it; with the keyboard Tab and the arrows.")
        )
        theme.on_change(self, self.update)

    def show_state(self, state: SurfaceState) -> None:
        """Show other numbers."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which it is read with ease."""
        return QSize(round(theme.px(420)), round(theme.px(360)))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(200)), round(theme.px(160)))

    # Turning

    @property
    def angles(self) -> tuple[float, float]:
        """Azimuth and elevation, in radians."""
        return self._azimuth, self._elevation

    def turn(self, around: float, up: float) -> None:
        """Turn it by so many radians."""
        self._azimuth = (self._azimuth + around) % math.tau
        self._elevation = min(max(self._elevation + up, LOWEST), HIGHEST)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it with the hand."""
        if self._from is not None:
            way, self._from = event.position() - self._from, event.position()
            self.turn(-way.x() * TURN, way.y() * TURN)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn it by a few degrees."""
        by = KEYS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn(*by)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in KEYS)
            return event.isAccepted()
        return super().event(event)

    # Where things are seen

    def _seen(self, unit: Array) -> Array:
        """Return where points of the cube are on the widget, and how far away, shape (…, 3)."""
        turn, up = self._azimuth, self._elevation
        x, y, z = unit[..., 0], unit[..., 1], unit[..., 2]
        right = x * math.cos(turn) - y * math.sin(turn)
        away = x * math.sin(turn) + y * math.cos(turn)
        rise = z * math.cos(up) + away * math.sin(up)
        tall = 2 * HEIGHT * math.cos(up) + 2 * math.sqrt(2) * math.sin(up)
        scale = min(self.width() / (2 * math.sqrt(2)), (self.height() - theme.px(16)) / tall) * 0.97
        middle = np.array([self.width() / 2, self.height() / 2])
        flat = middle + np.stack([right, -rise], axis=-1) * scale
        return np.concatenate([flat, (away * math.cos(up) - z * math.sin(up))[..., None]], axis=-1)

    def _pieces(self, state: SurfaceState, points: Array, costs: Array) -> list[list[QPointF]]:
        """Return a way over the surface; one that leaves the picture, or the costs, is in pieces."""
        unit = in_cube(state, points, costs)
        inside = np.isfinite(unit).all(axis=-1) & (np.abs(unit[..., :2]) <= 1.001).all(axis=-1)
        ends = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]]))).reshape(-1, 2)
        seen = [QPointF(x, y) for x, y, _ in self._seen(np.nan_to_num(unit)).tolist()]
        return [seen[first:last] for first, last in ends.tolist()]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface, from a picture kept of it, and the walkers above it."""
        if self._state is None:
            return
        painter = QPainter(self)
        values = (*self.angles, self._state.names)
        self._ground.draw(painter, (self._state.grid,), values, self._paint_ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_slices(painter, self._state)
        self._draw_walkers(painter, self._state)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        assert self._state is not None
        self._draw_floor(painter, self._state)
        self._draw_quads(painter, self._state)

    def _draw_floor(self, painter: QPainter, state: SurfaceState) -> None:
        """Draw the square below, and the names of its two axes at their high ends."""
        now = theme.current()
        corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float64)
        floor = np.concatenate([corners, np.full((4, 1), -HEIGHT)], axis=1)
        painter.setPen(QPen(now.color("control_border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y, _ in self._seen(floor).tolist()]))
        painter.setFont(theme.number_font(1.1))
        painter.setPen(now.color("text_muted"))
        for index, name in enumerate(state.names):
            sides = np.zeros((2, 3))
            sides[:, 1 - index], sides[:, 2] = (-1.14, 1.14), -HEIGHT
            seen = self._seen(sides)
            x, y, _ = seen[seen[:, 2].argmin()].tolist()  # the nearer one
            room = QRectF(x - theme.px(20), y - theme.px(10), theme.px(40), theme.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_quads(self, painter: QPainter, state: SurfaceState) -> None:
        """Draw all quads, the farthest first."""
        if self._mesh is None or self._mesh.grid is not state.grid or self._mesh.theme is not theme.current():
            self._mesh = Mesh.of(state)
        mesh = self._mesh
        seen = self._seen(mesh.unit)
        points = [[QPointF(x, y) for x, y, _ in row] for row in seen.tolist()]
        away = seen[..., 2]
        middles = (away[:-1, :-1] + away[1:, :-1] + away[1:, 1:] + away[:-1, 1:]).ravel()
        painter.setPen(QPen(theme.current().color("background", 0.35), 0.7))
        for index in mesh.usable[np.argsort(-middles[mesh.usable])].tolist():
            i, j = divmod(index, QUADS)
            here, there = points[i], points[i + 1]
            painter.setBrush(mesh.brushes[index])
            painter.drawPolygon(QPolygonF([here[j], there[j], there[j + 1], here[j + 1]]))

    def _draw_slices(self, painter: QPainter, state: SurfaceState) -> None:
        """Draw the two slices through the point."""
        x1, x2, heights = state.grid
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().color("text", 0.75), 1, Qt.PenStyle.DotLine))
        for index, axis in enumerate((x1, x2)):
            other = (x2, x1)[index]
            held = float(state.point[1 - index])
            if not other[0] <= held <= other[-1]:
                continue
            row = (held - other[0]) / (other[1] - other[0])
            low = min(int(row), len(other) - 2)
            values = heights if index == 0 else heights.T
            with np.errstate(invalid="ignore"):
                costs = values[:, low] + (row - low) * (values[:, low + 1] - values[:, low])
            points = np.full((len(axis), 2), held)
            points[:, index] = axis
            for piece in self._pieces(state, points, costs):
                painter.drawPolyline(QPolygonF(piece))

    def _draw_walkers(self, painter: QPainter, state: SurfaceState) -> None:
        for trail in reversed(state.trails):
            mark = MARKS[trail.name]
            for piece in self._pieces(state, trail.path, trail.costs):
                draw_way(painter, piece, lane_color(mark))
            for (last,) in self._pieces(state, trail.path[-1:], trail.costs[-1:]):
                draw_mark(painter, last, mark, theme.px(4.5))
        for (point,) in self._pieces(state, state.point[None], np.array([state.cost])):
            painter.setPen(QPen(theme.current().color("surface_sunken"), theme.px(1.5)))
            painter.setBrush(theme.current().color("selection"))
            painter.drawEllipse(point, theme.px(7), theme.px(7))
