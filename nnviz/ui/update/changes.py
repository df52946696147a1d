"""One parameter before and after, large; and those that changed most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.core.explain import Quantity
from nnviz.core.step_effect import ParameterChange, Step
from nnviz.session import Session
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.inspector.names import weight_name
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.inspector.row_paint import Row
from nnviz.ui.inspector.rows import MOST, BarRows
from nnviz.wording import exact, number, parameter_symbol, symbol_tex, tr
from nnviz.wording.update import change_text


class ChangeRow(Row):
    """A row whose product is before → after, and whose value is Δ."""

    __slots__ = ()

    @property
    def term(self) -> str:
        """Before and after."""
        before, after = self.factors
        texts = change_text(ParameterChange(self.target, before, after))
        return f"{texts[0]} → {texts[1]}"

    @property
    def sum(self) -> str:
        """Δ, with its sign; small ones do not become 0."""
        return number(self.value, signed=True)


class ChangeRows(BarRows):
    """The parameters that changed most."""

    def __init__(self) -> None:
        super().__init__(tr("The largest changes"), tr("Which weights and biases the step moved most."))

    def show_step(self, session: Session, step: Step) -> None:
        """Show the largest changes of a step."""
        changes = step.largest(MOST)
        rows = [
            ChangeRow(c.location, parameter_symbol(c.location), (c.before, c.after), c.change)
            for c in changes
        ]
        self.set_rows(rows, session.spec.parameter_count)

    def tip(self, index: int) -> str:
        """Return a change in full precision."""
        row = self._rows[index]
        before, after = row.factors
        text = f"{row.name}: {exact(before)} → {exact(after)}, Δ = {exact(row.value)}"
        return text + "\n" + tr("Click to choose this parameter everywhere.")


class ChosenChange(QWidget):
    """The chosen parameter: symbol, before → after, Δ."""

    def __init__(self) -> None:
        super().__init__()
        self.symbol = FormulaLabel(size=1.5, role="selection_text")
        self.numbers = NumberLine(size=1.25, bold=True)
        self.change = NumberLine("selection_text", size=1.25, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.numbers, 3)
        row.addWidget(self.change, 2)

    def show_change(self, session: Session, change: ParameterChange) -> None:
        """Show another parameter, or another step."""
        name = weight_name(session, change.location)
        before, after, delta = change_text(change)
        self.symbol.set_tex(symbol_tex(Quantity(*change.location), session.spec), name)
        self.symbol.setToolTip(name)
        self.numbers.set_text((f"{before} → {after}",), f"{exact(change.before)} → {exact(change.after)}")
        self.change.set_text((f"Δ = {delta}",), exact(change.change))
