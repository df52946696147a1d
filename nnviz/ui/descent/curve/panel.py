"""The page of one dimension: a curve, a ball, the step to come, and twenty balls more."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.core.downhill import NextStep
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.descent.chooser import LandscapeChooser, cost_of
from nnviz.ui.descent.curve.plot import CurvePlot
from nnviz.ui.descent.curve.readings import Readings, TallyView
from nnviz.ui.descent.curve.state import CurveState
from nnviz.ui.descent.curve.weight import WeightBox
from nnviz.ui.descent.rate import RateRow, zone_rates
from nnviz.ui.descent.side import SideColumn
from nnviz.ui.descent.transport import Transport
from nnviz.ui.fields import described, parse_rate, tab_only
from nnviz.wording import tr
from nnviz.wording.descent import CURVE_TEACHES, CURVE_WORDS, VERDICTS, choices

GAP_MS = 100
"""Between two pictures while a training changes the network."""

_NETWORK = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.SELECTION


class CurvePage(QWidget):
    """The curve at the left, all that one does and reads at the right.

    Parameters
    ----------
    session : Session
        Its `descent.curve` is shown.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._walk = session, session.descent.curve
        self.setAccessibleName(tr("Descent in one dimension"))
        self.plot = CurvePlot()
        self.chooser = LandscapeChooser(tr("Which curve"), choices(CURVE_WORDS, CURVE_TEACHES))
        self.weight, self.rate, self.transport = WeightBox(session), RateRow(), Transport(self._walk)
        self.readings, self.tally = Readings(), TallyView()
        self.crowd = self._crowd_button()
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self.refresh)
        self._place()
        self._connect()

    def _crowd_button(self) -> QPushButton:
        button = tab_only(QPushButton(tr("twenty balls")))
        button.setCheckable(True)
        return described(
            button,
            tr("Twenty balls"),
            tr("Sets twenty more down, evenly spaced, and counts in which minimum each of them ends."),
        )

    def _place(self) -> None:
        self.side = side = SideColumn()
        side.add(self.chooser, self.weight)
        side.add(self.rate, self.readings)
        side.add(self.transport, self.crowd, self.tally)
        self.plot_card = QFrame()
        theme.set_role(self.plot_card, "card")
        inner = QVBoxLayout(self.plot_card)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.addWidget(self.plot)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 10)
        row.setSpacing(10)
        row.addWidget(self.plot_card, 1)
        row.addWidget(side)

    def _connect(self) -> None:
        walk, session = self._walk, self._session
        self.plot.moved.connect(walk.place)
        self.plot.zoomed.connect(walk.zoom)
        self.chooser.chosen.connect(walk.choose)
        self.chooser.typed.connect(walk.set_formula)
        self.rate.offered.connect(self._take_rate)
        self.crowd.clicked.connect(walk.set_crowd)
        session.changed.connect(self._follow)

    def _take_rate(self, text: str) -> None:
        if not attempt(self._session, lambda: self._walk.set_rate(parse_rate(text))):
            self.rate.box.restore()

    # Following

    def _follow(self, what: Changed) -> None:
        if not self.isVisible():
            return
        if what & Changed.NOTATION:
            self._write()
        if what & (Changed.DESCENT | Changed.NOTATION):
            self.refresh()
        elif what & _NETWORK and self._walk.name == "weight":
            if self._session.run_state != "running":
                self.refresh()
            elif not self._soon.isActive():
                self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._write()
        self.refresh()

    def hideEvent(self, event: object) -> None:
        """Walk no further while nobody looks."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._soon.stop()
        self._walk.stop()

    def _write(self) -> None:
        self.rate.write()
        self.transport.write()
        self.chooser.write(tr("x"))

    def refresh(self) -> None:
        """Show everything as it is now."""
        walk = self._walk
        state = CurveState.of(walk)
        self.plot.show_state(state)
        self.chooser.show_walk(walk.name, walk, cost_of(walk.landscape, "x"), tr(CURVE_TEACHES[walk.name]))
        self.weight.setVisible(walk.name == "weight")
        if walk.name == "weight":
            self.weight.refresh()
        self.rate.show_rate(walk.rate)
        self.rate.zones.show_zones(tuple(_zone(step) for step in walk.steps_with(zone_rates())))
        self.readings.show_step(state.letter, state.step, walk.gone, walk.steps)
        self.transport.refresh()
        self.crowd.setChecked(walk.crowd)
        self.tally.setVisible(walk.crowd)
        self.tally.show_tally(state.tally if walk.crowd else None, state.letter)


def _zone(step: NextStep) -> str:
    """Return the color of a learning rate: one that is too small is no better where it rests."""
    return VERDICTS["creeps" if step.verdict == "rests" else step.verdict][2]
