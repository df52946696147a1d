"""One measure of the training and the test set over the epochs, live."""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from nnviz.session import Changed, Session
from nnviz.ui.plots.courses import Others
from nnviz.ui.plots.curves import Column, Curves
from nnviz.ui.plots.epoch_plot import COURSES, EpochPlot
from nnviz.ui.plots.parts import Entry
from nnviz.wording import exact, fixed, split_name, tr
from nnviz.wording.plots import ahead_words, left_words

if TYPE_CHECKING:
    from nnviz.ui.plots.canvas import Mark
    from nnviz.ui.plots.faint import FaintLines, Legend

MANY = 500
"""From so many measurements on curves are drawn hair-thin: a long, wide line takes Qt three times as long."""


class Style(NamedTuple):
    """How one of the two sets is drawn."""

    split: str
    role: str
    symbol: str


STYLES = (Style("train", "plot_train", "o"), Style("test", "plot_test", "d"))


class MetricPlot(EpochPlot):
    """One measure of both sets over the epochs; behind it what lies ahead, and courses that were left."""

    measure = ""
    """The part of the names of the metrics' columns, after "train_" and "test_"."""

    invitation = ""
    """What is said while nothing has been measured."""

    empty_at_top = True
    """Whether the curves leave the upper right corner of the plot free, or the lower."""

    def __init__(self, session: Session) -> None:
        self._curves, self._others = Curves(), Others()
        self._courses_stale = self._grown = self._left = True
        self._beside = np.empty(0)
        self._thin: bool | None = None
        super().__init__(session)

    # Building

    lines: dict[str, Any]
    faint: "FaintLines"
    legend: "Legend"
    _marks: "dict[str, Mark]"

    def _add_items(self) -> None:
        import pyqtgraph as pg

        from nnviz.ui.plots.canvas import Mark
        from nnviz.ui.plots.faint import FaintLines, Legend

        self.faint = FaintLines(self.canvas, {style.split: style.role for style in STYLES})
        self.legend = Legend(self.canvas, self.empty_at_top)
        self.lines = {style.split: pg.PlotDataItem(autoDownsampleFactor=0.5) for style in STYLES}
        self._marks = {style.split: Mark() for style in STYLES}
        for item in (*self.lines.values(), *self._marks.values()):
            self.canvas.addItem(item)
        self.canvas.getViewBox().sigResized.connect(self._sample)
        self._grown = self._left = True

    def _dress_items(self) -> None:
        for style in STYLES:
            self._marks[style.split].dress(style.symbol, style.role)
        self._thin = None
        self._set_pens()
        self.faint.dress()
        self.legend.place()

    def _set_pens(self) -> None:
        from nnviz.ui.plots.canvas import pen

        thin = len(self._curves) >= MANY
        if thin != self._thin:
            self._thin = thin
            for style in STYLES:
                self.lines[style.split].setPen(pen(style.role, 1.0 if thin else 1.6))

    def _sample(self) -> None:
        """Choose the points to be drawn anew; pyqtgraph does that for another range, not another width."""
        for line in self.lines.values():
            line.viewRangeChanged()

    # Following

    def _follow(self, what: Changed) -> None:
        self._courses_stale |= bool(what & COURSES)
        super()._follow(what)

    def _take_over(self) -> None:
        self._grown |= self._curves.follow(self._session.metrics)
        if self._courses_stale:
            self._left |= self._others.follow(self._session)
            self._courses_stale = False

    def _why_empty(self) -> str:
        return "" if self._measured else tr(self.invitation)

    @property
    def _measured(self) -> bool:
        """Whether there is anything to draw: of the present's past, or ahead of it."""
        return bool(len(self._curves) or len(self._others.ahead))

    def _draw(self) -> None:
        if self._grown:
            self._set_pens()
            for style in STYLES:
                self.lines[style.split].setData(self._curves.column("epochs"), self._values(style))
        if self._left:
            self._draw_others()
        self._grown = self._left = False

    def _draw_others(self) -> None:
        self.faint.draw(self._others, self.measure)
        lines = (self._others.lines(f"{style.split}_{self.measure}") for style in STYLES)
        self._beside = np.concatenate([y for pair in lines for _, y in pair])
        entries = []
        if len(self._others.ahead):
            entries.append((ahead_words(), 0.8))
        if self._others.left:
            entries.append((left_words(len(self._others.left)), 0.45))
        self.legend.say(*entries)

    def _values(self, style: Style, curves: Curves | None = None) -> Column:
        return (curves or self._curves).column(f"{style.split}_{self.measure}")

    def _ends(self) -> list[float]:
        return [self._others.last, *map(float, self._curves.column("epochs")[-1:])]

    def _limits(self) -> tuple[float, float]:
        return -0.03, 1.04

    # Values

    def _nearest(self, epochs: float) -> tuple[Curves, int]:
        """Return the measurement nearest to a moment, in the curves or in what lies ahead of them."""
        ahead, past = self._others.ahead, self._curves.column("epochs")
        beyond = not len(past) or (epochs > past[-1] and self._session.run_state != "running")
        curves = ahead if len(ahead) and beyond else self._curves
        return curves, curves.nearest(epochs)

    def _updates_near(self, epochs: float) -> int:
        curves, row = self._nearest(epochs)
        return int(curves.column("updates")[row])

    def _mark(self) -> None:
        if not self._plots or not self._measured:
            return
        self._cross.setVisible(self._pointed is not None)
        curves, row = self._curves, len(self._curves) - 1
        if self._pointed is not None:
            curves, row = self._nearest(self._pointed)
        for mark in self._marks.values():
            mark.setVisible(row >= 0)
        if row >= 0:
            self._mark_row(curves, row)
        else:
            self.readout.say(())

    def _mark_row(self, curves: Curves, row: int) -> None:
        epochs = float(curves.column("epochs")[row])
        self._cross.setValue(epochs)
        entries = tuple(
            Entry(split_name(s.split), s.role, s.symbol, float(self._values(s, curves)[row])) for s in STYLES
        )
        for style, entry in zip(STYLES, entries, strict=True):
            mark, height = self._marks[style.split], self._height(entry.value)
            mark.setVisible(bool(np.isfinite(height)))
            mark.setPos(epochs, float(np.nan_to_num(height)))
        self.readout.say(entries, self._when(curves, row))
        self.readout.setToolTip("<br>".join(f"{e.name}: {exact(e.value)}" for e in entries))

    def _when(self, curves: Curves, row: int) -> str:
        """Return when the values were measured, unless that is the present."""
        epochs = fixed(float(curves.column("epochs")[row]), 2)
        if self._pointed is not None:
            return tr("epoch {epochs}", epochs=epochs)
        session = self._session
        now = session.run_state == "running" or int(curves.column("updates")[row]) == session.updates
        return "" if now else tr("at epoch {epochs}", epochs=epochs)

    def _height(self, value: float) -> float:
        """Return where a value stands on the y axis."""
        return value
