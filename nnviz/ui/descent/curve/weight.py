"""Which weight of the network the curve is over, which examples it is averaged over, and taking its value."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.core.explain import Quantity
from nnviz.core.network import Location
from nnviz.session import Session
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import described, tab_only
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.segments import Segments
from nnviz.wording import number, parameter_name, symbol_tex, tr
from nnviz.wording.descent import over_words


class WeightBox(QWidget):
    """The weight's name, buttons for another one, the choice of examples, and "take this value".

    Parameters
    ----------
    session : Session
        Whose network it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        weight = session.descent.curve.weight
        self.symbol = FormulaLabel(size=1.5)
        self.name = Prose("", "muted")
        self.steepest = self._button(tr("steepest"), tr("The weight with the largest ∂{C}/∂w just now."))
        self.any = self._button(tr("any"), tr("Any weight or bias of the network."))
        self.steepest.clicked.connect(weight.choose_steepest)
        self.any.clicked.connect(weight.choose_any)
        self.over = Segments(tr("Which examples"), self._words())
        self.over.chosen.connect(session.descent.curve.set_over)
        self.which = Prose("", "muted")
        self.take = self._button(
            tr("take this value"),
            tr("Writes the ball's place into the network; undo (Ctrl+Z) brings it back."),
        )
        self.take.clicked.connect(lambda: attempt(session, session.descent.curve.take))
        self._place()

    def _button(self, name: str, teaches: str) -> QPushButton:
        button = tab_only(QPushButton(name))
        return described(button, name, teaches)

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "train": (tr("training"), tr("The average cost over training examples")),
            "example": (tr("this example"), tr("The cost of the example on the screen alone")),
        }

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.symbol, 1)
        head.addWidget(self.steepest)
        head.addWidget(self.any)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        examples = QHBoxLayout()
        examples.addWidget(self.over)
        examples.addStretch(1)
        column.addWidget(self.name)
        column.addLayout(examples)
        for part in (self.which, self.take):
            column.addWidget(part)

    def refresh(self) -> None:
        """Show which weight it is."""
        walk = self._session.descent.curve
        weight = walk.weight
        location: Location = weight.location
        self.symbol.set_tex(symbol_tex(Quantity(*location)))
        self.name.setText(parameter_name(self._session.spec, location))
        self.over.choose(weight.over)
        self.which.setText(over_words(weight.over, weight.used, weight.count))
        self.take.setEnabled(walk.x != weight.landscape.present)
        self.take.setText(tr("take {letter} = {x}", letter=location.kind, x=number(walk.x)))
