"""What stands here for a network that is no chain: what it would show, and a button that opens one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.core.network import NetworkSpec
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys, described
from nnviz.ui.inspector.parts import Prose
from nnviz.wording import tr
from nnviz.wording.chain import no_chain_sentences


class Invitation(QWidget):
    """A title, a sentence and a button.

    Signals
    -------
    wanted()
        The user wants the chain.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.sentence = QLabel(), Prose(role="muted")
        theme.set_role(self.title, "title")
        self.button = QPushButton(tr("Open the chain 1-1-1-1"))
        theme.set_role(self.button, "primary")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self.button, PRESS)
        teaches = tr("A new network on data of one number in, one out. Undo (Ctrl+Z) brings this one back.")
        described(self.button, tr("Open the chain 1-1-1-1"), teaches)
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    def show_spec(self, spec: NetworkSpec) -> None:
        """Speak of the network on the screen."""
        title, sentence = no_chain_sentences(spec)
        self.title.setText(title)
        self.sentence.setText(sentence)
