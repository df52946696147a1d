"""A derivative, and the sum over its paths below it, unfolded or not."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.core.explain import Quantity
from nnviz.session import Session
from nnviz.ui.inspector.derivation import DerivationRows
from nnviz.ui.inspector.fold import FoldButton
from nnviz.wording import symbol_text, tr
from nnviz.wording.derivation import effect_words


class EffectPart(QWidget):
    """A line that says of what sum a derivative is, and the paths of that sum below it.

    Parameters
    ----------
    session : Session
        What it reads.
    opened : bool
        Whether the paths are in sight at first.
    """

    def __init__(self, session: Session, opened: bool) -> None:
        super().__init__()
        self._session = session
        teaches = tr(
            "<b>From here to the cost</b><br>An activation reaches the cost by way of every neuron after it."
        )
        self.fold, self.rows = FoldButton(teaches), DerivationRows(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.fold)
        column.addWidget(self.rows)
        self.fold.setChecked(opened)
        self.rows.setVisible(opened)
        self.fold.toggled.connect(self._turn)

    def show_effect(self, quantity: Quantity) -> None:
        """Take another number apart, or the same one anew."""
        self.rows.set_root(quantity)
        last = quantity.layer == self._session.spec.depth
        paths = 0 if last else self._session.spec.sizes[quantity.layer + 1]
        self.fold.set_words(effect_words(symbol_text(quantity, self._session.spec), paths))
        if self.fold.isChecked():
            self.rows.refresh()

    def _turn(self, opened: bool) -> None:
        self.rows.setVisible(opened)
        if opened:
            self.rows.refresh()
