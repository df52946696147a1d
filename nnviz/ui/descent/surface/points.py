"""The data behind the surface: the points, what each walker's network makes of them, the mini-batch."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import IntArray
from nnviz.core.neuron_fit import NeuronFit
from nnviz.ui import theme
from nnviz.ui.descent.frame import ROOM, Frame
from nnviz.ui.descent.ground import Ground
from nnviz.ui.descent.surface.state import MARKS, Trail
from nnviz.ui.race.marks import lane_color
from nnviz.wording import tr

SAMPLES = 61


class PointsPlot(QWidget):
    """Paints the points and one line for each walker's (w, b)."""

    def __init__(self) -> None:
        super().__init__()
        self._fit: NeuronFit | None = None
        self._trails: tuple[Trail, ...] = ()
        self._rows: dict[str, IntArray] = {}
        self._ground = Ground(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The points and the networks"))
        self.setToolTip(
            tr(
                "<b>The data</b><br>Dots: the examples. Lines: what the network answers with each walker's w"
                " and b. Rings: the examples that the next step of a mini-batch looks at."
            )
        )
        theme.on_change(self, self.update)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(96)), round(theme.px(80)))

    def show_fit(self, fit: NeuronFit | None, trails: tuple[Trail, ...], rows: dict[str, IntArray]) -> None:
        """Show other points, networks, and the examples that each walker's next step looks at."""
        self._fit, self._trails, self._rows = fit, trails, rows
        self.update()

    def rows(self) -> dict[str, IntArray]:
        """Return the examples that are ringed, by walker."""
        return self._rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw points, rings and lines."""
        fit = self._fit
        if fit is None:
            return
        x, y = fit.x[:, 0], fit.y[:, 0]
        ends = min(float(y.min()), 0.0) - ROOM, max(float(y.max()), 1.0) + ROOM
        frame = Frame.inside(self.width(), self.height(), (-3.2, 3.2), ends)
        painter = QPainter(self)
        self._ground.draw(painter, (), frame[1:], frame.draw)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(frame.rect)
        across = np.linspace(*frame.x, SAMPLES)
        for trail in reversed(self._trails):
            painter.setPen(QPen(lane_color(MARKS[trail.name]), theme.px(1.6)))
            for piece in frame.polygons(across, fit.answers(trail.path[-1], across)):
                painter.drawPolyline(piece)
        self._draw_points(painter, [frame.place(*pair) for pair in zip(x.tolist(), y.tolist(), strict=True)])
        painter.end()

    def _draw_points(self, painter: QPainter, points: list[QPointF]) -> None:
        pen = QPen(theme.current().color("text_muted"), theme.px(4.4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(points)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, rows in self._rows.items():
            painter.setPen(QPen(lane_color(MARKS[name]), theme.px(1.6)))
            radius = theme.px(5.0 if name == "batch" else 7.0)
            for row in rows.tolist():
                painter.drawEllipse(points[row], radius, radius)
