"""One measure of the training and the test set over the epochs, live."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.plots.curves import Curves, round_up
from nnviz.ui.plots.parts import Entry, Readout, plain
from nnviz.wording import exact, fixed, number, split_name, tr

if TYPE_CHECKING:
    from nnviz.ui.plots.canvas import Canvas, Mark

MANY = 500
"""From so many measurements on curves are drawn hair-thin: a long, wide line takes Qt three times as long."""

SMALL = 170.0
"""Below this height, at type scale 1, a plot is only looked at: no axis label, no zooming."""


class Style(NamedTuple):
    """How one of the two sets is drawn."""

    split: str
    role: str
    symbol: str


STYLES = (Style("train", "plot_train", "o"), Style("test", "plot_test", "d"))


class MetricPlot(QFrame):
    """One measure of both sets over the epochs.

    Its plotting area is made with the first measurement: until then there is nothing to plot.

    Parameters
    ----------
    session : Session
        Whose metrics are drawn.
    """

    measure = ""
    """The part of the names of the metrics' columns, after "train_" and "test_"."""

    title = ""
    tip = ""
    sample = ""
    write_tick: Callable[[float], str] = staticmethod(plain)
    write_value: Callable[[float], str] = staticmethod(number)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._curves = Curves()
        self._shown = (0.0, 0.0, 0.0, 0.0)
        self._moved = self._stale = False
        self._thin: bool | None = None
        self._pointed: float | None = None
        self._plots = False
        theme.set_role(self, "card")
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._dress)
        self._refresh()

    # Building

    canvas: "Canvas"
    lines: "dict[str, Any]"
    _marks: "dict[str, Mark]"

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        from nnviz.ui.plots.canvas import Canvas, Mark

        self.canvas = Canvas(self.write_tick)
        self.lines = {style.split: pg.PlotDataItem(autoDownsampleFactor=0.5) for style in STYLES}
        self._present = pg.InfiniteLine(angle=90)
        self._cross = pg.InfiniteLine(angle=90)
        self._marks = {style.split: Mark() for style in STYLES}
        for item in (self._present, self._cross, *self.lines.values(), *self._marks.values()):
            self.canvas.addItem(item)
        self.canvas.hovered.connect(self._point)
        self.canvas.zoomed.connect(self._keep_view)
        self.canvas.double_clicked.connect(self.reset_view)
        self.canvas.getViewBox().sigResized.connect(self._sample)
        self.pages.addWidget(self.canvas)
        self._plots = True
        self._dress()

    def _lay_out(self) -> None:
        title = QLabel(tr(self.title))
        theme.set_role(title, "section")
        title.setToolTip(tr(self.tip))
        self.setAccessibleName(tr(self.title))
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        self.readout = Readout(self.write_value, self.sample)
        head.addWidget(title)
        head.addWidget(self.readout, 1)
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        theme.set_role(self.message, "muted")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.pages, 1)

    def _dress(self) -> None:
        """Take over colors and type of the theme."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*(round(theme.px(m)) for m in (12, 3, 12, 3)))
        layout.setSpacing(0)
        self.head.setFixedHeight(round(theme.px(25)))
        if self._plots:
            self._dress_plot()

    def _dress_plot(self) -> None:
        from nnviz.ui.plots.canvas import pen

        theme.style_plot(self.canvas)
        for style in STYLES:
            self._marks[style.split].dress(style.symbol, style.role)
        self._present.setPen(pen("text", 1.0))
        self._cross.setPen(pen("text_muted", 1.0, style=Qt.PenStyle.DashLine))
        self.canvas.getPlotItem().layout.setContentsMargins(0, theme.px(6), theme.px(8), 0)
        self._thin = None
        self._set_pens()
        self._fit()
        self._mark()

    def _set_pens(self) -> None:
        from nnviz.ui.plots.canvas import pen

        thin = len(self._curves) >= MANY
        if thin != self._thin:
            self._thin = thin
            for style in STYLES:
                self.lines[style.split].setPen(pen(style.role, 1.0 if thin else 1.6))

    def _fit(self) -> None:
        """Leave out what a low plot has no room for."""
        large = self.height() >= theme.px(SMALL)
        self.canvas.setMouseEnabled(large, large)
        bottom, left = self.canvas.getAxis("bottom"), self.canvas.getAxis("left")
        now = theme.current()
        size = f"{theme.number_font(0.85).pointSizeF():.1f}pt"
        bottom.setLabel(tr("epochs") if large else None, color=now.axis, **{"font-size": size})
        bottom.showLabel(large)
        left.setWidth(theme.px(42))
        left.setGrid(255)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown to the height."""
        super().resizeEvent(event)
        if self._plots:
            self._fit()

    def _sample(self) -> None:
        """Choose the points to be drawn anew; pyqtgraph does that for another range, not another width."""
        for line in self.lines.values():
            line.viewRangeChanged()

    # Following

    def _follow(self, what: Changed) -> None:
        if what & (Changed.METRICS | Changed.NETWORK):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        grown = self._curves.follow(self._session.metrics)
        message = self._why_empty()
        if message:
            self.pages.setCurrentWidget(self.message)
            self.message.setText(message)
            self.readout.say(())
            return
        if not self._plots:
            self._make_plot()
        self.pages.setCurrentWidget(self.canvas)
        if grown:
            self._draw()
        self._present.setValue(self._session.epochs)
        self._show_all()
        self._mark()

    def _why_empty(self) -> str:
        """Return what to say instead of a plot, "" if there is one."""
        return "" if len(self._curves) else tr("Press Train (T) to see the {what} fall", what=tr(self.title))

    def _draw(self) -> None:
        self._set_pens()
        for style in STYLES:
            self.lines[style.split].setData(self._curves.column("epochs"), self._values(style))

    def _values(self, style: Style) -> np.ndarray:
        return self._curves.column(f"{style.split}_{self.measure}")

    # The view

    def reset_view(self) -> None:
        """Show everything again."""
        self._moved = False
        self._shown = (0.0, 0.0, 0.0, 0.0)
        self._show_all()

    def _keep_view(self) -> None:
        self._moved = True

    def _show_all(self) -> None:
        """Let the axes end at round numbers, so that they stand still while the curves grow."""
        if self._moved or not len(self._curves):
            return
        end = round_up(max(self._session.epochs, float(self._curves.column("epochs")[-1]), 1e-6))
        shown = (-0.012 * end, 1.02 * end, *self._limits())
        if shown != self._shown:
            self._shown = shown
            self.canvas.setRange(xRange=shown[:2], yRange=shown[2:], padding=0)

    def _limits(self) -> tuple[float, float]:
        """Return what the y axis shows, in its own units."""
        return -0.03, 1.04

    # Values

    def _point(self, epochs: float | None) -> None:
        self._pointed = epochs
        self._mark()

    def _mark(self) -> None:
        """Mark the measurement under the mouse, otherwise the latest, and say its values."""
        if not len(self._curves):
            return
        pointed = self._pointed is not None
        self._cross.setVisible(pointed)
        row = self._curves.nearest(self._pointed) if self._pointed is not None else len(self._curves) - 1
        epochs = float(self._curves.column("epochs")[row])
        self._cross.setValue(epochs)
        entries = tuple(
            Entry(split_name(s.split), s.role, s.symbol, float(self._values(s)[row])) for s in STYLES
        )
        for style, entry in zip(STYLES, entries, strict=True):
            self._marks[style.split].setPos(epochs, self._height(entry.value))
        self.readout.say(entries, tr("epoch {epochs}", epochs=fixed(epochs, 2)) if pointed else "")
        self.readout.setToolTip("<br>".join(f"{e.name}: {exact(e.value)}" for e in entries))

    def _height(self, value: float) -> float:
        """Return where a value stands on the y axis."""
        return value
