"""How the walkers go: the size of a mini-batch, the seed, and whether a step is an update or an epoch."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session import Session
from nnviz.session.fits import POINTS
from nnviz.ui.fields import described, field_label, whole_number
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.segments import Segments
from nnviz.wording import tr
from nnviz.wording.descent import fit_words

MOST_SEED = 9999
"""What has room; there is nothing special about larger ones."""


class WalkOptions(QWidget):
    """What only a surface with data behind it has.

    Parameters
    ----------
    session : Session
        Whose surface it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._walk = session.descent.surface
        self.data = Prose("", "muted")
        self.pace = Segments(
            tr("What a step is"),
            {
                "step": (tr("one update each"), tr("In one step each walker makes one update.")),
                "epoch": (
                    tr("one epoch each"),
                    tr("In one step each looks at every example once: the same time for all."),
                ),
            },
        )
        self.batch = described(
            whole_number(1, POINTS), tr("Mini-batch size"), tr("How many examples a mini-batch has.")
        )
        self.seed = described(
            whole_number(0, MOST_SEED),
            tr("Seed"),
            tr("Of the points, and of the order they are taken in."),
        )
        for box in (self.batch, self.seed):
            box.refused.connect(session.failed)
        self.batch.valueChanged.connect(self._walk.set_batch)
        self.seed.valueChanged.connect(self._walk.set_seed)
        self.pace.chosen.connect(self._walk.set_pace)
        self._place()

    def _place(self) -> None:
        row = QHBoxLayout()
        for text, box in ((tr("batch"), self.batch), (tr("seed"), self.seed)):
            row.addWidget(field_label(text, box))
            row.addWidget(box)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.pace)
        head.addStretch(1)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.data)

    def refresh(self) -> None:
        """Show what is set."""
        walk = self._walk
        if walk.fit is None:
            return
        self.data.setText(fit_words(walk.fit.spec.activations[0], len(walk.fit), walk.seed))
        self.pace.choose(walk.pace)
        for box, value in ((self.batch, walk.batch), (self.seed, walk.seed)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
