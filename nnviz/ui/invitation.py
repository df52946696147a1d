"""What stands where a picture has nothing to show: what it would show, and buttons that get it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.parts import Prose

MARGIN, SPACING = 24, 12


class Invitation(QWidget):
    """A title, a sentence and a few buttons, of which the first matters most.

    Signals
    -------
    wanted(str)
        The user wants this; its stable name.

    Parameters
    ----------
    choices : mapping of str to (str, str)
        The words and the tooltip of each stable name.
    """

    wanted = Signal(str)

    def __init__(self, choices: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._why = ""
        self.title, self.sentence = QLabel(), Prose(role="muted")
        theme.set_role(self.title, "title")
        self.buttons = {name: self._button(name, *taught) for name, taught in choices.items()}
        self.button = next(iter(self.buttons.values()))
        theme.set_role(self.button, "primary")
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addLayout(row)
        column.addStretch(2)

    def _button(self, name: str, words: str, teaches: str) -> QPushButton:
        button = described(QPushButton(words), words, teaches)
        tab_only(button)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def say(self, title: str, sentence: str, why: str = "") -> None:
        """Say what is missing; `why` in a few words, where no buttons help."""
        self._why = why
        self.title.setText(title)
        self.sentence.setText(sentence)

    @property
    def why_empty(self) -> str:
        """Why there is no picture."""
        return self._why or self.sentence.text()

    def let_go(self) -> None:
        """Give the keyboard back before it is hidden: else it would go to whatever field comes next."""
        for button in self.buttons.values():
            button.clearFocus()
