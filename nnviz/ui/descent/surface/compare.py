"""The walkers compared: their cost over steps, or over the examples they have looked at."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.descent.frame import Frame, span
from nnviz.ui.descent.ground import Ground
from nnviz.ui.descent.surface.state import MARKS, SurfaceState, Trail
from nnviz.ui.race.marks import draw_mark, lane_color
from nnviz.ui.segments import Segments
from nnviz.wording import tr

LEAST_STEPS = 10
"""How long the axis is at least."""


class ComparePlot(QWidget):
    """Paints one line for each walker."""

    def __init__(self) -> None:
        super().__init__()
        self._trails: tuple[Trail, ...] = ()
        self._over = "steps"
        self._ground = Ground(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The cost of each walker"))
        theme.on_change(self, self.update)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(96)), round(theme.px(80)))

    def show_trails(self, trails: tuple[Trail, ...], over: str) -> None:
        """Show other lines, over "steps" or "examples"."""
        self._trails, self._over = trails, over
        self.update()

    def lines(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Return x and C of each walker, as they are drawn."""
        over_steps = self._over == "steps"
        return {
            trail.name: (np.arange(len(trail.costs)) if over_steps else trail.looked_at, trail.costs)
            for trail in self._trails
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, each ending in its walker's mark."""
        lines = self.lines()
        if not lines:
            return
        longest = max(int(x[-1]) for x, _ in lines.values())
        costs = np.concatenate([costs for _, costs in lines.values()])
        ends = (0.0, float(max(longest, LEAST_STEPS)))
        frame = Frame.inside(self.width(), self.height(), ends, span(costs))
        painter = QPainter(self)
        self._ground.draw(painter, (), frame[1:], frame.draw)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(frame.rect.adjusted(-4, -4, 6, 4))
        for name, (x, line) in reversed(lines.items()):
            painter.setPen(QPen(lane_color(MARKS[name]), theme.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for piece in frame.polygons(x.astype(np.float64), line):
                painter.drawPolyline(piece)
            if np.isfinite(line[-1]):
                draw_mark(painter, frame.place(float(x[-1]), float(line[-1])), MARKS[name], theme.px(4))
        painter.end()


class Compare(QWidget):
    """The plot and its switch."""

    def __init__(self) -> None:
        super().__init__()
        self.plot = ComparePlot()
        self.switch = Segments(
            tr("Over what"),
            {
                "steps": (tr("over steps"), tr("Each update counts the same, however long it took.")),
                "examples": (
                    tr("over examples"),
                    tr("The honest clock: a gradient costs as much time as it has looked at examples."),
                ),
            },
        )
        self.switch.choose("steps")
        self.switch.chosen.connect(self._choose)
        self._state: SurfaceState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.switch)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    def _choose(self, over: str) -> None:
        self.switch.choose(over)
        if self._state is not None:
            self.plot.show_trails(self._state.trails, over)

    def show_state(self, state: SurfaceState, examples: bool) -> None:
        """Show other walkers; without examples there are only steps."""
        self._state = state
        self.switch.buttons["examples"].setEnabled(examples)
        if not examples and self.switch.value == "examples":
            self.switch.choose("steps")
        self.plot.show_trails(state.trails, self.switch.value)
