"""Which network goes on with other data: the present one made to fit, or a new one that suits them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.core.network import NetworkSpec
from nnviz.data.facts import Facts
from nnviz.session.suited import refitted, suited
from nnviz.ui import theme
from nnviz.ui.segments import Segments
from nnviz.wording import parameter_count, tr
from nnviz.wording.data import network_to_come, suited_network

SAME, ANEW = "same", "anew"


class NetworkOffer(QWidget):
    """A switch between the two, and a sentence that says what the chosen one is like."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: Facts | None = None
        self._present: NetworkSpec | None = None
        label = QLabel(tr("the network that goes on with them"))
        theme.set_role(label, "muted")
        self.kind = Segments(tr("Network"), _kinds())
        self.kind.choose(SAME)
        self.kind.chosen.connect(lambda _: self._say())
        self.sentence = QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sentence)

    @property
    def anew(self) -> bool:
        """Whether a new network that suits the data is wanted."""
        return self.kind.value == ANEW

    def offer(self, facts: Facts | None, present: NetworkSpec) -> None:
        """Offer networks for data of which this is known; what was chosen stays."""
        self._facts, self._present = facts, present
        self._say()

    def _say(self) -> None:
        facts, present = self._facts, self._present
        if facts is None or present is None:
            self.sentence.setText(tr("It is known once the data have been read."))
            return
        if self.anew:
            spec, _, rate = suited(facts)
            self.sentence.setText(suited_network(spec, rate))
        else:
            spec = refitted(present, facts)
            self.sentence.setText(network_to_come(present, spec))
        self.sentence.setToolTip(parameter_count(spec))


def _kinds() -> dict[str, tuple[str, str]]:
    return {
        SAME: (
            tr("the same layers"),
            tr("<b>The same hidden layers</b><br>Only inputs and outputs are made to fit."),
        ),
        ANEW: (
            tr("one that suits"),
            tr("<b>One that suits</b><br>A new network with what is used today for such data, and its {η}."),
        ),
    }
