"""Several lines with names over the epochs, each with its name at its end."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetricsF, QHideEvent

from nnviz.core.arrays import Array, IntArray
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.plots.log_axis import LogAxis
from nnviz.ui.plots.parts import Entry
from nnviz.wording import exact, fixed, tr
from nnviz.wording.plots import left_words

GAP_MS = 200
"""The least time between two looks at a training that runs."""

MANY = 3000
"""From so many points on lines are thinner: long, wide ones take Qt three times as long."""

MOST_ROOM = 0.5
"""Names take no more than so much of the lines' length."""

LEGEND = 0.45
"""How strong the piece of line is before the words for what was left."""


class Lines(NamedTuple):
    """What is drawn.

    Attributes
    ----------
    names : tuple of str
        What the n lines are called.
    epochs, updates : Array
        The moments, shape (m,), in order.
    values : Array
        Shape (m, n); NaN where there is none.
    bold : int or None
        The line that matters most.
    left : (Array, Array)
        Epochs and values of the courses that were left, shapes (m',) and (m', n); NaN stands between two.
    courses : int
        How many these are.
    """

    names: tuple[str, ...] = ()
    epochs: Array = np.empty(0)
    updates: IntArray = np.empty(0, np.int64)
    values: Array = np.empty((0, 0))
    bold: int | None = None
    left: tuple[Array, Array] = (np.empty(0), np.empty((0, 0)))
    courses: int = 0

    def nearest(self, epochs: float) -> int:
        """Return the moment nearest to a place; -1 if there is none."""
        return int(np.abs(self.epochs - epochs).argmin()) if len(self.epochs) else -1


class LinesPlot(LogAxis):
    """Some lines over the whole course, what lies ahead of the present included; courses left are faint."""

    def __init__(self, session: Session) -> None:
        self.drawn = Lines()
        self.lines: list[Any] = []
        self.faint: list[Any] = []
        self.labels: list[Any] = []
        self._dressed: tuple[object, ...] = ()
        super().__init__(session)
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self._catch_up)

    def _follow(self, what: Changed) -> None:
        """Follow at once, and a training that runs a few times a second."""
        if self._session.run_state != "running":
            super()._follow(what)
        elif what & self.listens:
            self._stale = True
            if self.isVisible() and not self._soon.isActive():
                self._soon.start()

    def _catch_up(self) -> None:
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Do nothing that nobody sees."""
        super().hideEvent(event)
        self._soon.stop()

    def _read(self) -> Lines:
        """Return what is to be drawn now."""
        raise NotImplementedError

    def _take_over(self) -> None:
        self.drawn = self._read()

    def _add_items(self) -> None:
        """Add nothing yet: how many lines there are is known when they are drawn."""
        from nnviz.ui.plots.faint import Legend

        self.lines, self.faint, self.labels = [], [], []
        self.legend = Legend(self.canvas, at_top=True)
        self.canvas.getViewBox().sigResized.connect(self._make_room)

    def _draw(self) -> None:
        if len(self.lines) != len(self.drawn.names):
            self._change_lines(len(self.drawn.names))
        if self._dressed != self._look():
            self._dress_items()
        for i, line in enumerate(self.lines):
            line.setData(self.drawn.epochs, self.drawn.values[:, i])
        self._draw_left()
        self._make_room()

    def _draw_left(self) -> None:
        epochs, values = self.drawn.left
        for i, line in enumerate(self.faint):
            line.setVisible(len(epochs) > 0)
            if len(epochs):
                line.setData(epochs, values[:, i])
        n = self.drawn.courses
        self.legend.say(*([(left_words(n), LEGEND)] if n else []))

    def _change_lines(self, n: int) -> None:
        import pyqtgraph as pg

        from nnviz.ui.plots.faint import faint_line

        for item in (*self.lines, *self.faint, *self.labels):
            self.canvas.removeItem(item)
        self.faint = [faint_line(self.canvas) for _ in range(n)]
        self.lines = [pg.PlotDataItem(connect="finite") for _ in range(n)]
        self.labels = [pg.TextItem(anchor=(0, 0.5)) for _ in range(n)]
        for line in self.lines:
            self.canvas.addItem(line)
        for label in self.labels:
            self.canvas.addItem(label, ignoreBounds=True)
        self._set_mode()

    def _look(self) -> tuple[object, ...]:
        """Return what the lines' look depends on, besides the theme."""
        return len(self.lines), self.drawn.names, self.drawn.bold, self.drawn.values.size >= MANY

    def _dress_items(self) -> None:
        from nnviz.ui.plots.canvas import pen
        from nnviz.ui.plots.faint import LEFT

        self._dressed = self._look()
        for i, line in enumerate(self.faint):
            line.setPen(pen(_role(i), 1.0, LEFT))
        many = self.drawn.values.size >= MANY
        for i, (line, label) in enumerate(zip(self.lines, self.labels, strict=True)):
            bold = i == self.drawn.bold
            line.setPen(pen(_role(i), (1.6 if bold else 1.0) if many else 2.6 if bold else 1.4))
            line.setZValue(2 if bold else 1)
            label.setColor(theme.current().color(_role(i)))
            label.setFont(theme.number_font(0.92, bold=bold))
            label.setText(self.drawn.names[i])

    def _make_room(self) -> None:
        """Leave room for the names behind the lines' ends, whatever the width."""
        metrics = QFontMetricsF(theme.number_font(0.92, bold=True))
        words = max((metrics.horizontalAdvance(name) for name in self.drawn.names), default=0.0)
        share = (words + theme.px(8)) / max(self.canvas.getViewBox().width(), 1.0)
        self.room = min(share / (1 - min(share, 0.9)), MOST_ROOM)
        self._show_all()
        self._place_labels()
        self._mark()

    def _place_labels(self, *_: object) -> None:
        """Put every name at the end of its line, those that would lie upon one another apart."""
        if not len(self.drawn.epochs) or len(self.labels) != len(self.drawn.names):
            return
        end = self.drawn.values[-1]
        heights = [self._height(float(value)) for value in end]
        low, high = self._limits()
        view = self.canvas.getViewBox().height()
        spread = apart(np.array(heights), (high - low) * theme.px(13) / max(view, 60))
        for label, height in zip(self.labels, spread, strict=True):
            label.setVisible(bool(np.isfinite(height)))
            label.setPos(float(self.drawn.epochs[-1]), float(np.nan_to_num(height)))

    def _ends(self) -> list[float]:
        left = self.drawn.left[0]
        return [*map(float, self.drawn.epochs[-1:]), float(np.nan_to_num(left).max(initial=0.0))]

    def _updates_near(self, epochs: float) -> int:
        return int(self.drawn.updates[self.drawn.nearest(epochs)])

    def _mark(self) -> None:
        drawn = self.drawn
        if not self._plots or not len(drawn.epochs):
            return
        pointed = self._pointed is not None
        self._cross.setVisible(pointed)
        row = drawn.nearest(self._session.epochs if self._pointed is None else self._pointed)
        epochs = float(drawn.epochs[row])
        self._cross.setValue(epochs)
        entries = [
            Entry(name, _role(i), "o", float(drawn.values[row, i])) for i, name in enumerate(drawn.names)
        ]
        self.readout.say(
            self._chosen(entries), tr("epoch {epochs}", epochs=fixed(epochs, 2)) if pointed else ""
        )
        self.readout.setToolTip("<br>".join(f"{e.name}: {exact(e.value)}" for e in entries))

    def _chosen(self, entries: list[Entry]) -> tuple[Entry, ...]:
        """Return the values for which there is room in the head."""
        return tuple(entries)


def _role(i: int) -> str:
    return f"{theme.CATEGORY}{i}"


def apart(heights: Array, least: float) -> Array:
    """Return heights moved up as far as it takes to stand `least` apart, in their order; NaN stays NaN."""
    moved = heights.astype(np.float64)
    before = -np.inf
    for i in np.argsort(heights, kind="stable"):
        if np.isfinite(moved[i]):
            before = moved[i] = max(moved[i], before + least)
    return moved
