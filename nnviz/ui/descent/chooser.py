"""What goes downhill: a choice of landscapes, and a formula that can be changed, its mistake below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nnviz.core.expression import Expression
from nnviz.core.landscape import Landscape
from nnviz.session.walk import Walk
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, ChoiceBox, OwnKeys, described
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.inspector.parts import Prose
from nnviz.wording import tr
from nnviz.wording.descent import mistake_sentence
from nnviz.wording.notation import cost


class LandscapeChooser(QWidget):
    """A list of landscapes, the formula as it is typed, and as it is set.

    Signals
    -------
    chosen(str)
        The stable name of the landscape that was chosen.
    typed(str)
        The formula, after every change by hand.

    Parameters
    ----------
    name : str
        What is chosen here.
    words : mapping of str to (str, str)
        The words of each landscape, and a sentence about it.
    """

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str, words: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._words = words
        self.box = ChoiceBox({key: text for key, (text, _) in words.items()}, translated=True)
        for row, (_, teaches) in enumerate(words.values()):
            self.box.setItemData(row, teaches, Qt.ItemDataRole.ToolTipRole)
        OwnKeys(self.box, ARROWS)
        described(self.box, name, tr("What goes downhill here."))
        self.field = QLineEdit()
        OwnKeys(self.field, frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}))
        self.field.returnPressed.connect(self.field.clearFocus)
        self.says, self.formula = Prose(), FormulaLabel(size=1.2, min_size=0.7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.box, self.field, self.formula, self.says):
            column.addWidget(part)
        self.box.activated.connect(lambda: self.chosen.emit(self.box.value))
        self.field.textEdited.connect(self.typed)

    def show_walk(self, name: str, walk: Walk, tex: str, teaches: str) -> None:
        """Show what is chosen.

        Parameters
        ----------
        name : str
            The landscape.
        walk : Walk
            Its formula, or what is wrong with the one that was typed.
        tex : str
            The cost, set; "" for none.
        teaches : str
            One sentence about the landscape.
        """
        self.box.choose(name)
        typed = isinstance(walk.landscape, Expression)
        self.field.setVisible(typed)
        self.formula.setVisible(bool(tex))
        if typed and self.field.text() != walk.typed:
            self.field.setText(walk.typed)
            self.field.setCursorPosition(0)
        if self.formula.tex() != (tex,):
            self.formula.set_tex(tex, walk.typed if typed else "")
        mistake = walk.mistake if typed else None
        self.says.setText(mistake_sentence(mistake) if mistake else teaches)
        role = "bad" if mistake else "muted"
        if self.says.property("role") != role:
            theme.set_role(self.says, role)
            self.says.updateGeometry()
        self.field.setAccessibleDescription(self.says.text())

    def write(self, variables: str) -> None:
        """Name the field in the notation in use."""
        described(
            self.field,
            tr("The cost {C} as a formula"),
            tr("Type any formula in {variables}.", variables=variables),
            tr("+ − * / ^ ( ), sin, cos, tan, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e."),
        )


def cost_of(landscape: Landscape, variables: str) -> str:
    """Return a formula as TeX, "" for what is none; `variables` as TeX too."""
    return f"{cost()}({variables}) = {landscape.tex}" if isinstance(landscape, Expression) else ""
