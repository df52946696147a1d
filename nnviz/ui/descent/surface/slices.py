"""A partial derivative as what it is: the slope of a slice, the other variable held still."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.arrays import Array
from nnviz.core.landscape import Landscape
from nnviz.ui import theme
from nnviz.ui.descent.frame import Frame, hatch, pen_for
from nnviz.ui.descent.ground import Ground
from nnviz.ui.descent.surface.state import SurfaceState
from nnviz.ui.inspector.parts import Prose
from nnviz.wording import exact, tr
from nnviz.wording.descent import partial_text, slice_sentence

SAMPLES, HEAD, TANGENT = 101, 26.0, 46.0


class SlicePlot(QWidget):
    """Paints C along one axis through the point, with the tangent.

    Parameters
    ----------
    index : int
        Which of the two variables runs.
    """

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._state: SurfaceState | None = None
        self._ground = Ground(self)
        self._curve: tuple[Array, Array] = (np.empty(0), np.empty(0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.on_change(self, self.update)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(96)), round(theme.px(80)))

    def show_state(self, state: SurfaceState, landscape: Landscape) -> None:
        """Cut another slice."""
        self._state = state
        axis = state.grid[self._index]
        x = np.linspace(float(axis[0]), float(axis[-1]), SAMPLES)
        points = np.tile(state.point, (SAMPLES, 1))
        points[:, self._index] = x
        self._curve = x, landscape.at(points)[0]
        name, slope = state.names[self._index], float(state.gradient[self._index])
        self.setAccessibleName(partial_text(name, slope))
        self.setToolTip(f"{partial_text(name, slope)}<br>{exact(slope)}")
        self.update()

    def curve(self) -> tuple[Array, Array]:
        """Return the slice as it is drawn."""
        return self._curve

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw slice, tangent and point."""
        if self._state is None:
            return
        state, x = self._state, self._curve[0]
        ends = (float(x[0]), float(x[-1]))
        frame = Frame.inside(self.width(), self.height(), ends, state.ends, HEAD)
        painter = QPainter(self)
        self._ground.draw(painter, (), (ends, state.ends), frame.draw)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slope = float(state.gradient[self._index])
        self._draw_head(painter, frame, partial_text(state.names[self._index], slope), slope)
        painter.setClipRect(frame.rect)
        hatch(painter, frame.gaps(*self._curve))
        polygons = frame.polygons(*self._curve)
        painter.setPen(pen_for(polygons, theme.current().color("curve"), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in polygons:
            painter.drawPolyline(line)
        self._draw_point(painter, frame, state, slope)
        painter.end()

    def _draw_head(self, painter: QPainter, frame: Frame, text: str, slope: float) -> None:
        room = QRectF(theme.px(4), 0, self.width() - theme.px(8), frame.rect.top() - theme.px(6))
        font = theme.number_font(1.0, bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room.width():  # rather smaller than a number without its end
            font = theme.number_font(room.width() / wide * 0.98, bold=True)
        painter.setFont(font)
        painter.setPen(_sign_color(slope))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_point(self, painter: QPainter, frame: Frame, state: SurfaceState, slope: float) -> None:
        if not math.isfinite(state.cost):
            return
        at = frame.place(float(state.point[self._index]), state.cost)
        if math.isfinite(slope):
            unit = (frame.x[1] - frame.x[0]) / 50
            ahead = frame.place(float(state.point[self._index]) + unit, state.cost + unit * slope) - at
            half = ahead * (theme.px(TANGENT) / max(math.hypot(ahead.x(), ahead.y()), 1e-9))
            painter.setPen(QPen(_sign_color(slope), theme.px(2.2)))
            painter.drawLine(at - half, at + half)
        painter.setPen(QPen(theme.current().color("surface_sunken"), theme.px(1.5)))
        painter.setBrush(theme.current().color("selection"))
        painter.drawEllipse(QPointF(at), theme.px(5.5), theme.px(5.5))


def _sign_color(slope: float) -> QColor:
    role = "positive" if slope < 0 else "negative" if slope > 0 else "text"
    return theme.current().color(role)


class Slice(QWidget):
    """One slice and one sentence.

    Parameters
    ----------
    index : int
        Which of the two variables runs.
    """

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self.plot, self.says = SlicePlot(index), Prose("", "muted")
        self.setToolTip(tr("The slope of this slice is the partial derivative by what runs along it."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.plot, 1)
        column.addWidget(self.says)

    def show_state(self, state: SurfaceState, landscape: Landscape) -> None:
        """Cut another slice."""
        self.plot.show_state(state, landscape)
        runs, still = state.names[self._index], state.names[1 - self._index]
        held, slope = float(state.point[1 - self._index]), float(state.gradient[self._index])
        self.says.setText(slice_sentence((runs, still), held, slope))
