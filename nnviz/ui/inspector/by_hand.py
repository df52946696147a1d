"""What can be changed of a neuron by hand: its bias, and whether it takes part at all."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.core.network import Location
from nnviz.errors import NnvizError
from nnviz.session import Neuron, Session
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.editing import Outcome, ValueEditor
from nnviz.ui.inspector.parts import section
from nnviz.wording import neuron_off, tr


class ByHand(QWidget):
    """The bias on its slider, and the switch of a hidden neuron."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._neuron = Neuron(1, 0)
        self.title = section(tr("its bias b, by hand"))
        self.bias = ValueEditor(session)
        self.switch = QCheckBox(tr("switched off"))
        tab_only(self.switch)
        teaches = tr("Its activation then counts as 0, whatever it computes: see who misses it.")
        described(self.switch, tr("Switch this neuron off"), teaches)
        self.state = section(neuron_off())
        self.outcome = Outcome(session)
        self._place()
        self.switch.clicked.connect(self._turn)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bias)
        column.addWidget(self.state)
        column.addWidget(self.outcome)

    def show_neuron(self, neuron: Neuron) -> None:
        """Show the bias and the switch of a neuron."""
        if neuron != self._neuron:
            self.outcome.settle()
        self._neuron = neuron
        off = neuron in self._session.off
        self.bias.show_parameter(Location("b", *neuron))
        self.show_outcome()
        self.switch.setVisible(neuron.layer < self._session.spec.depth)
        self.switch.setChecked(off)
        self.state.setVisible(off)

    def show_outcome(self) -> None:
        """Say what a change by hand has made of cost, guess and test set."""
        self.outcome.setVisible(self.outcome.follow(Location("b", *self._neuron)))

    def _turn(self, off: bool) -> None:
        try:
            self._session.switch(self._neuron, not off)
        except NnvizError as error:
            self.switch.setChecked(not off)
            self._session.failed.emit(str(error))
