"""What every plot over the epochs has: values in its head, a view to move and reset, travel by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.plots.courses import travel
from nnviz.ui.plots.curves import round_up
from nnviz.ui.plots.export import SaveMenu, more_button, training_table
from nnviz.ui.plots.parts import Readout, plain
from nnviz.wording import number, tr
from nnviz.wording.plots import travel_tip

if TYPE_CHECKING:
    from nnviz.ui.plots.canvas import Canvas

SMALL = 170.0
"""Below this height, at type scale 1, a plot is only looked at: no axis label, no zooming."""

COURSES = Changed.HISTORY | Changed.NETWORK | Changed.TRAINING
"""What changes when another course is the present one."""


class EpochPlot(QFrame):
    """A card with something over the epochs.

    Its plotting area is made when there is something to plot; one that is hidden does no work.

    Parameters
    ----------
    session : Session
        Whose training is plotted.
    """

    title = ""
    tip = ""
    sample = ""

    room = 0.02
    """Which share of the epochs is left free behind them."""

    listens = Changed.METRICS | COURSES
    """What makes it look again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._travel)
        self._wanted = 0
        self._shown = (0.0, 0.0, 0.0, 0.0)
        self._moved = self._stale = False
        self._pointed: float | None = None
        self._plots = False
        theme.set_role(self, "card")
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._dress)
        self._refresh()

    # What a plot of its own says

    def write_tick(self, value: float) -> str:
        """Return the text of a tick of the y axis."""
        return plain(value)

    def write_value(self, value: float) -> str:
        """Return the text of a value in the head."""
        return number(value)

    def _take_over(self) -> None:
        """Read the session."""
        raise NotImplementedError

    def _why_empty(self) -> str:
        """Return what to say instead of a plot, "" if there is one."""
        raise NotImplementedError

    @property
    def why_empty(self) -> str:
        """Why there is nothing to draw, for somebody who cannot press Train; "" where there is."""
        why = self._why_empty()
        if not why or self._session.updates:
            return why
        return tr("It shows what a training leaves behind, and nothing has been trained here yet.")

    def _add_items(self) -> None:
        """Put what is drawn into the plotting area."""
        raise NotImplementedError

    def _dress_items(self) -> None:
        """Take over the colors of the theme."""
        raise NotImplementedError

    def _draw(self) -> None:
        """Draw what has been taken over."""
        raise NotImplementedError

    def _ends(self) -> list[float]:
        """Return the last epochs of all that is drawn."""
        raise NotImplementedError

    def _limits(self) -> tuple[float, float]:
        """Return what the y axis shows, in its own units."""
        raise NotImplementedError

    def _updates_near(self, epochs: float) -> int:
        """Return the moment nearest to this place, as a count of updates."""
        raise NotImplementedError

    def _mark(self) -> None:
        """Say the values under the mouse, otherwise the latest."""
        raise NotImplementedError

    # Building

    canvas: Canvas

    def _make_plot(self) -> None:
        import pyqtgraph as pg

        from nnviz.ui.plots.canvas import Canvas

        self.canvas = Canvas(self.write_tick)
        self.canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        self._present = pg.InfiniteLine(angle=90)
        self._cross = pg.InfiniteLine(angle=90)
        for line in (self._present, self._cross):
            self.canvas.addItem(line)
        self._add_items()
        self.canvas.hovered.connect(self._point)
        self.canvas.zoomed.connect(self._keep_view)
        self.canvas.double_clicked.connect(self.reset_view)
        self.canvas.clicked.connect(self._click)
        self.pages.addWidget(self.canvas)
        self._plots = True
        self._dress()

    def _lay_out(self) -> None:
        self.title_label = title = QLabel(tr(self.title))
        theme.set_role(title, "section")
        title.setToolTip(tr(self.tip) + "<br>" + travel_tip())
        self.setAccessibleName(tr(self.title))
        self.head = QWidget()
        self._head = QHBoxLayout(self.head)
        self._head.setContentsMargins(0, 0, 0, 0)
        self.readout = Readout(self.write_value, self.sample)
        self.menu = SaveMenu(self._session, self, lambda: [self.twin()], self.numbers, self.title)
        self.more = more_button(self.menu)
        self._head.addWidget(title)
        self._head.addWidget(self.readout, 1)
        self._head.addWidget(self.more)
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
        self._present.setPen(pen("text", 1.0))
        self._cross.setPen(pen("text_muted", 1.0, style=Qt.PenStyle.DashLine))
        self.canvas.getPlotItem().layout.setContentsMargins(0, theme.px(6), theme.px(8), 0)
        self._dress_items()
        self._fit()
        self._mark()

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

    # Following

    def _follow(self, what: Changed) -> None:
        if what & self.listens:
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
        self._take_over()
        message = self._why_empty()
        if message:
            self.pages.setCurrentWidget(self.message)
            self.message.setText(message)
            self.readout.say(())
            return
        if not self._plots:
            self._make_plot()
        self.pages.setCurrentWidget(self.canvas)
        self._draw()
        self._present.setValue(self._session.epochs)
        self._show_all()
        self._mark()

    # The view

    def reset_view(self) -> None:
        """Show everything again."""
        self._later.stop()
        self._moved = False
        self._shown = (0.0, 0.0, 0.0, 0.0)
        self._show_all()

    def _keep_view(self) -> None:
        self._moved = True

    def _show_all(self) -> None:
        """Let the axes end at round numbers, so that they stand still while the curves grow."""
        if self._moved or self._why_empty() or not self._plots:
            return
        end = round_up(max(self._session.epochs, *self._ends(), 1e-6))
        shown = (-0.012 * end, (1 + self.room) * end, *self._limits())
        if shown != self._shown:
            self._shown = shown
            self.canvas.setRange(xRange=shown[:2], yRange=shown[2:], padding=0)

    def _point(self, epochs: float | None) -> None:
        self._pointed = epochs
        self._mark()

    # What the user does

    def _click(self, epochs: float) -> None:
        """Go there; in a view that was moved a second click may follow, which shows everything again."""
        self._wanted = self._updates_near(epochs)
        if self._moved:
            self._later.start(QApplication.doubleClickInterval())
        else:
            self._travel()

    def _travel(self) -> None:
        travel(self._session, self._wanted)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to save what is shown."""
        self.menu.popup(event.globalPos())

    def numbers(self) -> str:
        """Return the numbers behind it as CSV."""
        return training_table(self._session)

    def twin(self) -> EpochPlot:
        """Return a new plot of the same, for a picture: without what can be pressed."""
        twin = self._again()
        twin.more.hide()
        return twin

    def _again(self) -> EpochPlot:
        """Return a new plot of the same."""
        return type(self)(self._session)
