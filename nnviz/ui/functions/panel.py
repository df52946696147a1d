"""Two functions told apart: the network, whose parameters are θ, and the cost, whose input is θ."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from nnviz.core.arrays import Array
from nnviz.session import Changed, Session
from nnviz.training.evaluation import Evaluation
from nnviz.ui import theme
from nnviz.ui.functions.parts import Arrow, OutputBars, Station, Thumbnails
from nnviz.ui.functions.strip import ThetaStrip
from nnviz.ui.inspector.parts import Heading, NumberLine, Prose, View
from nnviz.wording import exact, number, tr
from nnviz.wording.functions import (
    average_cost,
    cost_sentence,
    counted,
    examples_role,
    few_numbers,
    network_role,
    network_sentence,
)

WIDE = 560.0
"""From this width on, at type scale 1, the cards stand side by side."""

USUAL, MOST_GROWN = 340.0, 2.2
"""The height, at type scale 1, from which on the pictures grow, and how much at most."""

MOST = 40
"""Thumbnails; more fit on no screen."""

_NUMBERS = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR
_FOLLOWED = _NUMBERS | Changed.TRAINING | Changed.METRICS | Changed.NOTATION


class Card(QFrame):
    """A title, a sentence, and the way from what goes in to what comes out."""

    def __init__(self, title: str, stations: tuple[Station, ...]) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self.title, self.sentence = QLabel(title), Prose(role="muted")
        theme.set_role(self.title, "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 6)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        for n, station in enumerate(stations):
            if n:
                column.addWidget(Arrow())
            column.addWidget(station)
        column.addStretch(1)


class FunctionsPanel(View):
    """Two cards with the present values of both functions.

    Signals
    -------
    computed()
        The average cost over the training set is there.

    Parameters
    ----------
    session : Session
        What it shows.
    """

    computed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setAccessibleName(tr("The two functions"))
        self._average: tuple[object, float | None] = (None, None)
        self._evaluation: Evaluation | None = None
        self.image, self.outputs = Thumbnails(tr("The input")), OutputBars()
        self.theta, self.variables = ThetaStrip(session), ThetaStrip(session)
        self.examples = Thumbnails(tr("Training examples"))
        self.cost, self.average = NumberLine(size=1.35, bold=True), NumberLine()
        self._place()
        session.changed.connect(self._follow)

    def _place(self) -> None:
        self.takes, self.holds, self.gives = _stations(self.image, self.theta, self.outputs)
        self.wants, self.knows, self.says = _stations(self.variables, self.examples, self.cost, self.average)
        self.network = Card(tr("The network"), (self.takes, self.holds, self.gives))
        self.judge = Card(tr("The cost"), (self.wants, self.knows, self.says))
        cards = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, cards)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        self._sides.addWidget(self.network, 1)
        self._sides.addWidget(self.judge, 1)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.addWidget(cards)
        self._column.addStretch(1)

    # Following the session

    def _follow(self, what: Changed) -> None:
        if not self.isVisible():
            return
        if what & _FOLLOWED:
            self.refresh()
        elif what & (Changed.SELECTION | Changed.POINTED):
            self.theta.update()
            self.variables.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._end_evaluation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side where there is room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= theme.px(WIDE)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        factor = min(max(self.viewport().height() / theme.px(USUAL), 1.0), MOST_GROWN) if wide else 1.0
        for part in (self.image, self.outputs, self.theta, self.variables, self.examples):
            part.grow(factor)

    def refresh(self) -> Heading:
        """Show the present values of both functions."""
        self._show_network()
        self._show_cost()
        return Heading()

    def _show_network(self) -> None:
        session, spec = self._session, self._session.spec
        x, trace = session.input, session.trace
        self.network.sentence.setText(network_sentence(spec))
        self.takes.count.set_text((counted(spec.sizes[0]),))
        self.image.show_inputs(x[None], session.dataset.image_shape)
        self.takes.show_numbers(few_numbers(_some(x, 5), len(x)))
        self.holds.count.set_text((network_role(spec),))
        self.theta.show_parameters(trace.parameters)
        self.gives.count.set_text((counted(spec.sizes[-1]),))
        a = trace.a[spec.depth]
        self.outputs.show_outputs(a, session.dataset.classes, session.label)

    def _show_cost(self) -> None:
        session, spec = self._session, self._session.spec
        train, theta = session.dataset.train, session.trace.parameters
        self.judge.sentence.setText(cost_sentence())
        self.wants.count.set_text((counted(spec.parameter_count),))
        self.variables.show_parameters(theta)
        self.wants.show_numbers(few_numbers(theta.theta[:4].tolist(), len(theta.theta)))
        self.knows.count.set_text((examples_role(len(train)),))
        self.examples.show_inputs(train.each[:MOST], session.dataset.image_shape)
        self.says.count.set_text((counted(1),))
        cost = session.trace.cost
        self.cost.set_text((tr("{cost} for this example", cost=number(cost)),), exact(cost))
        self.average.set_text((average_cost(self._known_average(), len(train)),))

    # The average over the training set

    @property
    def settled(self) -> bool:
        """True when the average over the training set is shown."""
        return self._known_average() is not None

    def _known_average(self) -> float | None:
        """Return the average cost over the training set: as measured by a training, or computed here."""
        session = self._session
        measured = session.metrics
        if session.run_state == "running":
            return measured[-1].train_cost if measured else None
        about = (session.moment.state.parameters, session.off)
        if self._average[0] != about:
            self._average = (about, None)
            self._begin_evaluation()
        return self._average[1]

    def _begin_evaluation(self) -> None:
        self._end_evaluation()
        session = self._session
        state = session.moment.state
        self._evaluation = Evaluation(state.parameters, state.dataset.train, state.off, self)
        self._evaluation.ended.connect(self._take)
        self._evaluation.start()

    def _take(self, evaluation: Evaluation) -> None:
        if evaluation is not self._evaluation or evaluation.standing is None:
            return  # late news
        self._average = (self._average[0], evaluation.standing.cost)
        self._end_evaluation()
        self._show_cost()
        self.computed.emit()

    def _end_evaluation(self) -> None:
        if self._evaluation is not None:
            self._evaluation.request_stop()
            self._evaluation.wait()
            self._evaluation.deleteLater()
            self._evaluation = None
            if self._average[1] is None:
                self._average = (None, None)  # begun anew when it is asked for again


def _stations(into: QWidget, held: QWidget, *out: QWidget) -> tuple[Station, Station, Station]:
    """Return the three rows of a card around what they show."""
    first, box, last = Station(tr("in")), Station(tr("f"), box=True), Station(tr("out"))
    first.content.addWidget(into)
    box.content.addWidget(held)
    for part in out:
        last.content.addWidget(part)
    return first, box, last


def _some(values: Array, count: int) -> list[float]:
    """Return a few numbers of many: of an image, from the first that is not 0 on."""
    begin = int(np.argmax(values != 0)) if len(values) > count else 0
    return [float(value) for value in values[begin : begin + count]]
