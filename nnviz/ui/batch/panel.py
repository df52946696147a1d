"""A mini-batch step by step: its examples, the accumulator that fills, the mean, the update."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.training.background import Background
from nnviz.ui.batch.accumulator import Accumulator
from nnviz.ui.batch.content import Gathered, Gathering
from nnviz.ui.batch.controls import BatchControls
from nnviz.ui.batch.grid import BatchGrid
from nnviz.ui.batch.sizes import SizeTable
from nnviz.ui.batch.strip import EpochStrip
from nnviz.ui.examples.content import AT_ONCE
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import tr
from nnviz.wording.batch import agreement_text, batch_title, shuffle_text

_CONCERNS = Changed.BATCH | Changed.NETWORK | Changed.PARAMETERS | Changed.TRAINING | Changed.SELECTION


class BatchPanel(QWidget):
    """The next mini-batch; in the middle while `session.view.picture` is "batch".

    Parameters
    ----------
    session : Session
        Whose `batch` it shows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._gathered: Gathered | None = None
        self._stale = True
        self.setAccessibleName(tr("A mini-batch, step by step"))
        self.title, self.where = NumberLine(bold=True), NumberLine("text_muted", 0.9)
        self.strip, self.controls = EpochStrip(session), BatchControls(session)
        self.grid, self.accumulator = BatchGrid(session), Accumulator(session)
        self.agreement, self.sizes = NumberLine("text_muted"), SizeTable(session)
        self.background = Background(self)
        self.background.ready.connect(self._take)
        self._place()
        self.grid.paged.connect(self._turn)
        session.changed.connect(self._follow)
        session.closing.connect(self.background.close)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.where, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.grid, 4)
        middle.addWidget(self.accumulator, 5)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 4, 12, 4)
        box.setSpacing(6)
        box.addLayout(head)
        for widget in (self.strip, self.controls, self.agreement):
            box.addWidget(widget)
        box.addLayout(middle, 1)
        box.addWidget(self.sizes)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(self.grid.minimumSizeHint().width() * 2, super().minimumSizeHint().height())

    # When it computes

    def _follow(self, what: Changed) -> None:
        if what & _CONCERNS:
            self._stale = True
            self._refresh()

    def _turn(self) -> None:
        """Ask for the arrows of a page that has come into sight."""
        if self._gathered is not None and self._gathered.task.first != self.grid.page().start:
            self._stale = True
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._stale = self._stale or self.background.busy
        self.background.close()

    def _refresh(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        session, batch = self._session, self._session.batch
        self.title.set_text(batch_title(batch.number, batch.count, batch.epoch))
        n = len(session.dataset.train)
        self.where.set_text(shuffle_text(session.position.used, batch.size, n))
        self.strip.update()
        task = Gathering.of(session, self.grid.page().start)
        before = self._gathered
        if before is not None and not task.goes_on_from(before.task):
            before = None
        left = task.work_after(0 if before is None else before.task.done)
        self.background.ask(lambda stopped: task.gather(before, stopped), at_once=left <= AT_ONCE)

    # What it shows

    def gathered(self) -> Gathered | None:
        """Return the numbers shown."""
        return self._gathered

    def _take(self, gathered: Gathered) -> None:
        session, batch = self._session, self._session.batch
        if gathered.task.parameters.spec != session.spec or gathered.task.dataset is not session.dataset:
            return  # computed for a network that has gone meanwhile
        self._gathered = gathered
        self.grid.show_gathered(gathered)
        self.accumulator.show_tally(gathered.tally, len(gathered.task.rows), batch.mean_taken)
        agreement = gathered.tally.agreement
        text = agreement_text(agreement.cosine, agreement.cancelled) if agreement.examples else ""
        self.agreement.set_text(text or tr("empty: “example” adds the first one"))
