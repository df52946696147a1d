"""The curves of all lanes in one plot: cost, or accuracy or R², over epochs, updates or seconds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.plots.export import SaveMenu, more_button
from nnviz.ui.plots.parts import plain, share
from nnviz.ui.race.choices import AxesChoice
from nnviz.ui.race.curves import Axes, Column, at, points, x_limits, y_limits
from nnviz.ui.race.marks import lane_color, mark_item, mark_path
from nnviz.ui.race.model import of_classes
from nnviz.ui.race.picture import RacePicture, race_table, race_title
from nnviz.ui.race.values import Value, Values
from nnviz.wording import number, percent, tr, whole
from nnviz.wording.race import lane_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsPathItem

    from nnviz.ui.plots.canvas import Canvas

BOTH = ("train", "test")

TELLING = {
    "batches": Axes("updates", log_x=True),
    "seeds": Axes(splits=("train",)),
    "memorizing": Axes(splits=BOTH),
    "class": Axes(measure="goodness", splits=BOTH),
}
"""What is drawn first of some presets, for that is where it is to be seen."""

THIN, THICK = 1.4, 3.0


class RacePlot(QFrame):
    """One curve for each lane and each set that is asked for; the test set's are dashed beside the others.

    Parameters
    ----------
    session : Session
        Whose race is drawn.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.axes = Axes()
        self._lines: dict[tuple[int, str], Any] = {}
        self._marks: dict[int, QGraphicsPathItem] = {}
        self._curves: dict[tuple[int, str], tuple[Column, Column]] = {}
        self._pointed: float | None = None
        self._moved = False
        self._preset = ""
        self.canvas: Canvas | None = None
        theme.set_role(self, "card")
        self.setAccessibleName(tr("The curves of the race"))
        self.choices = AxesChoice()
        self.choices.chosen.connect(self.show_axes)
        self.menu = SaveMenu(session, self, self._pictures, partial(race_table, session), "race", "race")
        self.more = more_button(self.menu)
        self.choices.add(self.more)
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._dress)

    # Building

    def _lay_out(self) -> None:
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        theme.set_role(self.message, "muted")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.setMinimumHeight(60)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(2)
        layout.addWidget(self.choices)
        layout.addWidget(self.pages, 1)

    def _make_canvas(self) -> Canvas:
        from nnviz.ui.plots.canvas import Canvas

        canvas = Canvas(lambda value: share(value) if self._shares() else plain(value))
        self.values = Values(canvas)
        canvas.hovered.connect(self._point)
        canvas.zoomed.connect(self._keep_view)
        canvas.double_clicked.connect(self.reset_view)
        self.pages.addWidget(canvas)
        self.canvas = canvas
        self._make_cross()
        self._dress()
        return canvas

    def _make_cross(self) -> None:
        import pyqtgraph as pg

        assert self.canvas is not None
        self._cross = pg.InfiniteLine(angle=90)
        self._cross.hide()
        self.canvas.addItem(self._cross)

    def _dress(self) -> None:
        """Take over colors and type of the theme."""
        if self.canvas is None:
            return
        from nnviz.ui.plots.canvas import pen

        theme.style_plot(self.canvas)
        self._cross.setPen(pen("text_muted", 1.0, style=Qt.PenStyle.DashLine))
        self.canvas.getPlotItem().layout.setContentsMargins(0, theme.px(6), theme.px(8), 0)
        left = self.canvas.getAxis("left")
        left.setWidth(theme.px(46))
        left.setGrid(255)
        for lane, mark in self._marks.items():
            mark.setPath(mark_path(lane, theme.px(4)))
            mark.setBrush(lane_color(lane))
        self._refresh()

    # Following

    def _follow(self, what: Changed) -> None:
        if what & Changed.RACE and self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refresh()

    @property
    def why_empty(self) -> str:
        """Why there are no curves yet; "" where there are."""
        raced = any(lane.metrics for lane in self._session.race.news)
        return "" if raced else tr("No race has been run yet.")

    def show_axes(self, axes: Axes) -> None:
        """Draw something else, or over something else."""
        self.axes = axes
        self.choices.show_axes(axes)
        self.reset_view()

    def reset_view(self) -> None:
        """Show everything again."""
        self._moved = False
        self._refresh()

    def _keep_view(self) -> None:
        self._moved = True

    def _refresh(self) -> None:
        news, preset = self._session.race.news, self._session.race.preset.name
        self.more.setEnabled(any(lane.metrics for lane in news))
        if preset != self._preset:
            self._preset, self.axes = preset, TELLING.get(preset, Axes())
            self.choices.show_axes(self.axes)
        self.choices.speak_of(of_classes(self._session))
        if not any(lane.metrics for lane in news):
            self.message.setText(tr("Press Start: the curves of all lanes appear here"))
            self.pages.setCurrentWidget(self.message)
            return
        canvas = self.canvas or self._make_canvas()
        self.pages.setCurrentWidget(canvas)
        self._curves = {
            (lane, split): points(one.metrics, self.axes, split)
            for lane, one in enumerate(news)
            for split in self.axes.splits
        }
        logs = self.axes.log_x, self.axes.log_y and self.axes.measure == "cost"
        canvas.setLogMode(*logs)
        self._draw(canvas, logs)
        if not self._moved:
            curves = list(self._curves.values())
            x, y = x_limits(curves, logs[0]), y_limits(curves, self.axes._replace(log_y=logs[1]))
            canvas.setRange(xRange=x, yRange=y, padding=0)
        self._mark()

    def _draw(self, canvas: Canvas, logs: tuple[bool, bool]) -> None:
        import pyqtgraph as pg

        for key in [key for key in self._lines if key not in self._curves]:
            canvas.removeItem(self._lines.pop(key))
        for key, (x, y) in self._curves.items():
            if key not in self._lines:
                self._lines[key] = pg.PlotDataItem()
                canvas.addItem(self._lines[key])
                self._lines[key].setLogMode(*logs)
            self._lines[key].setData(x, y, pen=self._pen(*key))
        self._place_marks(canvas, logs)

    def _pen(self, lane: int, split: str) -> Any:
        import pyqtgraph as pg

        chosen = self._session.race.chosen
        dashed = split == "test" and len(self.axes.splits) == 2
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        return pg.mkPen(lane_color(lane), width=theme.px(THICK if lane == chosen else THIN), style=style)

    def _place_marks(self, canvas: Canvas, logs: tuple[bool, bool]) -> None:
        """Let each curve end in its lane's mark."""
        lanes = {lane for lane, _ in self._curves}
        for lane in [lane for lane in self._marks if lane not in lanes]:
            canvas.removeItem(self._marks.pop(lane))
        for lane in lanes:
            x, y = self._curves[lane, self.axes.splits[0]]
            if lane not in self._marks:
                self._marks[lane] = mark_item(lane, theme.px(4))
                canvas.addItem(self._marks[lane])
            self._marks[lane].setVisible(len(x) > 0)
            if len(x):
                place = [np.log10(v) if log else v for v, log in zip((x[-1], y[-1]), logs, strict=True)]
                self._marks[lane].setPos(*map(float, place))

    # Values

    def _point(self, moment: float | None) -> None:
        self._pointed = moment
        self._mark()

    def _mark(self) -> None:
        """Say what the curves are worth where the mouse is."""
        if self.canvas is None:
            return
        shown = self._pointed is not None and bool(self._curves)
        self._cross.setVisible(shown)
        self.values.setVisible(shown)
        if self._pointed is None or not shown:
            return
        self._cross.setValue(self._pointed)
        moment = 10**self._pointed if self.axes.log_x else self._pointed
        self.values.say(self._moment(moment), self._at(moment), self.canvas.height() - theme.px(16))
        right = self.canvas.mapFromGlobal(QCursor.pos()).x() > self.canvas.width() / 2
        left = theme.px(52) if right else self.canvas.width() - self.values.width() - theme.px(12)
        self.values.move(QPoint(round(left), round(theme.px(8))))

    def _shares(self) -> bool:
        """Say whether the values are shares of 1; R² is none."""
        return self.axes.measure == "goodness" and of_classes(self._session)

    def _moment(self, moment: float) -> str:
        text = {"epochs": "epoch {x}", "updates": "update {x}", "seconds": "{x} seconds"}
        x = whole(round(moment)) if self.axes.x == "updates" else number(moment)
        return tr(text[self.axes.x], x=x)

    def _at(self, moment: float) -> tuple[Value, ...]:
        """Return the values of every lane that has come so far, the best first."""
        race, classes = self._session.race, self._session.dataset.classes
        write = percent if self._shares() else number
        found = []
        for lane, news in enumerate(race.news):
            hits = [at(self._curves[lane, split], moment) for split in self.axes.splits]
            known = [hit[1] for hit in hits if hit is not None]
            if known:
                text = " / ".join(write(value) for value in known)
                found.append((known[0], Value(lane, lane_name(news.variations, classes), text)))
        found.sort(key=lambda pair: pair[0], reverse=self.axes.measure == "goodness")
        return tuple(value for _, value in found)

    def _ends(self) -> tuple[Value, ...]:
        """Return where every lane has ended, in their order."""
        classes, found = self._session.dataset.classes, []
        write = percent if self._shares() else number
        for lane, news in enumerate(self._session.race.news):
            curves = (self._curves[lane, split][1] for split in self.axes.splits)
            text = " / ".join(write(float(y[-1])) if len(y) else "–" for y in curves)
            found.append(Value(lane, lane_name(news.variations, classes), text))
        return tuple(found)

    def _pictures(self) -> list[RacePicture]:
        """Return a new plot of the same with all names, for a picture: without what can be pressed."""
        twin = type(self)(self._session)
        twin._preset = self._preset
        twin.choices.hide()
        twin.show_axes(self.axes)
        if twin.canvas is not None:
            twin.canvas.getAxis("bottom").setLabel(tr(self.axes.x))
        title = race_title(self._session, self.axes, of_classes(self._session))
        return [RacePicture(twin, title, self._ends())]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to save what is shown."""
        if self.more.isEnabled():
            self.menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the zooming to plots that are large enough for it."""
        super().resizeEvent(event)
        if self.canvas is not None:
            large = self.height() >= theme.px(170)
            self.canvas.setMouseEnabled(large, large)

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing of what is not pointed at."""
        super().leaveEvent(event)
        self._point(None)
