"""A chain of single neurons in the middle of the window: its number lines, and a nudge that travels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from nnviz.core.chain import Chain, chain, is_chain
from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.passes import masks_of
from nnviz.core.steps import Trace
from nnviz.data import load
from nnviz.errors import NnvizError
from nnviz.session import Changed, Neuron, Selection, Session
from nnviz.training.timeline import ExampleRef
from nnviz.ui.chain.factors import FactorTable
from nnviz.ui.chain.lines import ChainLines
from nnviz.ui.chain.nudge import NudgeControls
from nnviz.ui.chain.paint import quantity_of
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.invitation import Invitation
from nnviz.wording import tr
from nnviz.wording.chain import moved_target_sentence, no_chain_sentences, nudge_sentence

SPEC = NetworkSpec.build(1, (1, 1), 1)
"""The chain that is opened: 1-1-1-1 with sigmoids."""

SEED = 1
"""Of its first numbers: none of its neurons is saturated."""

_NUMBERS = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR
_FOLLOWED = _NUMBERS | Changed.SELECTION | Changed.POINTED | Changed.NOTATION


class ChainPanel(QWidget):
    """Number lines, the nudge, and the quotients beside the derivatives they approach.

    It shows the numbers that the chain has now, wherever the cursor of the score stands: it is an instrument,
    not a step of the calculation.

    Parameters
    ----------
    session : Session
        Whose chain it shows; dragging a weight, a bias or the input changes it. The target alone is moved
        for this picture only.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._spec: NetworkSpec | None = None
        self._nudge, self._delta = Location("w", 1, 0, 0), 0.1
        self._target: float | None = None
        self._asked_of: tuple[ExampleRef, object] | None = None
        self.setAccessibleName(tr("The chain of single neurons"))
        teaches = tr("A new network on data of one number in, one out. Undo (Ctrl+Z) brings this one back.")
        self.invitation = Invitation({"chain": (tr("Open the chain 1-1-1-1"), teaches)})
        self.lines, self.factors, self.nudge = ChainLines(), FactorTable(), NudgeControls()
        self.says, self.asks = NumberLine(), NumberLine("warning")
        self.back = self._back_button()
        self._place()
        self._connect()

    def _back_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("the example's y"))
        tab_only(button)
        return described(button, tr("Back to the example's y"), tr("Ends the question: what if y were …"))

    def _place(self) -> None:
        below = QHBoxLayout()
        for line in (self.says, self.asks):
            below.addWidget(line, 1)
        below.addWidget(self.back)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the lines must not move under the hand
        self.back.setSizePolicy(policy)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 0, 10, 0)
        column.setSpacing(4)
        column.addWidget(self.lines, 1)
        for part in (self.nudge, self.factors):
            column.addWidget(part)
        column.addLayout(below)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        both = QVBoxLayout(self)  # no stack: that would move the keyboard's focus to the lines
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.invitation)
        both.addWidget(self.area)

    def _connect(self) -> None:
        session = self._session
        self.invitation.wanted.connect(lambda name: self.open_chain())
        self.lines.grabbed.connect(session.begin_drag)
        self.lines.released.connect(session.end_drag)
        self.lines.moved.connect(self._move)
        self.lines.chosen.connect(self._choose)
        self.lines.pointed.connect(lambda quantity: session.point_at(quantity and _hit(quantity)))
        self.nudge.chosen.connect(session.select)
        self.nudge.sized.connect(self.set_nudge)
        self.back.clicked.connect(lambda: self._ask(None))
        session.changed.connect(self._follow)

    # What the user does

    def open_chain(self) -> None:
        """Begin the chain on data of one number in, one out; undo brings back what was here."""
        self.invitation.let_go()
        self._session.new_network(SPEC, "normal", SEED, load("chain"))

    def set_nudge(self, delta: float) -> None:
        """Nudge by another size."""
        self._delta = delta
        self.refresh()

    def _choose(self, quantity: Quantity) -> None:
        hit = _hit(quantity)
        if hit is not None:
            self._session.select(hit)

    def _move(self, quantity: Quantity, value: float) -> None:
        try:
            if quantity.kind == "y":
                self._ask(value)
            elif quantity.kind == "a":
                self._session.paint_input({0: value})
            else:
                self._session.set_parameter(Location(*quantity), value)  # type: ignore[arg-type]
        except NnvizError as error:
            self._session.failed.emit(str(error))

    def _ask(self, target: float | None) -> None:
        self._target = target
        self._asked_of = self._subject()
        self.refresh()

    def _subject(self) -> tuple[ExampleRef, object]:
        return self._session.example, self._session.dataset

    # Following the session

    def _follow(self, what: Changed) -> None:
        if self.isVisible() and what & _FOLLOWED:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the chain as it is now, or invite to open one."""
        session = self._session
        self.invitation.setVisible(not is_chain(session.spec))
        self.area.setVisible(is_chain(session.spec))
        if not is_chain(session.spec):
            why = tr(
                "It shows a network of one neuron in each layer, and this one is {spec}.", spec=session.spec
            )
            self.invitation.say(*no_chain_sentences(session.spec), why)
            return
        self._begin(session.spec)
        shown = self.chain()
        lit = {quantity_of(hit) for hit in (session.selection, session.pointed)} - {None}
        self.lines.show_chain(session.spec, shown, {quantity for quantity in lit if quantity})
        self.nudge.show_nudge(self._nudge, self._delta)
        self.factors.show_chain(session.spec, shown)
        self.says.set_text((nudge_sentence(shown),))
        self._say_target(shown)

    def _begin(self, spec: NetworkSpec) -> None:
        """Take up another chain, example or choice."""
        if spec != self._spec:
            self._spec, self._nudge = spec, Location("w", spec.depth, 0, 0)
            self.nudge.show_network(spec)
        if isinstance(self._session.selection, Location):
            self._nudge = self._session.selection
        if self._asked_of != self._subject():
            self._target = None

    def _say_target(self, shown: Chain) -> None:
        asked = self._target is not None
        self.asks.setVisible(asked)
        self.back.setVisible(asked)
        self.says.setVisible(not asked)
        if self._target is not None:
            _, y = self._session.split.example(self._session.example.index)
            self.asks.set_text((moved_target_sentence(self._target, float(y[0])),))

    def chain(self) -> Chain:
        """Return what is shown: the chain at the present θ, with its nudge."""
        session = self._session
        _, y = session.split.example(session.example.index)
        target = y if self._target is None else np.array([self._target])
        masks = masks_of(session.spec, session.off)
        trace = Trace.of(session.parameters, session.input, target, masks)
        return chain(trace, self._nudge, self._delta)


def _hit(quantity: Quantity) -> Selection:
    """Return what to choose or to point at for a number of the chain."""
    kind, layer, j, k = quantity
    if kind in ("w", "b"):
        return Location(kind, layer, j, k)
    return Neuron(layer, j) if kind in ("z", "a") else None
