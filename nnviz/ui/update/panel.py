"""What the last update did: to every parameter, and to the cost, predicted and real."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.step_effect import Effect, effect
from nnviz.core.steps import Trace
from nnviz.data.dataset import Dataset
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.inspector.parts import Heading, Prose, View, section
from nnviz.ui.update.changes import ChangeRows, ChosenChange
from nnviz.ui.update.deltas import LayerDelta
from nnviz.ui.update.subject import SMALL, Subject, last_step
from nnviz.ui.update.table import EffectRow, EffectTable
from nnviz.ui.update.trying import Trying
from nnviz.ui.update.worker import EffectThread
from nnviz.wording import tr
from nnviz.wording.update import line_sentence, no_step_sentences, step_title

WIDE = 560.0
"""From this width on, at type scale 1, there are two columns."""

REST_MS = 60
"""Steps that follow one another this quickly, as in a drag, are held against whole sets once."""

_FOLLOWED = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.TRAINING | Changed.HISTORY
_MARKED = Changed.SELECTION | Changed.POINTED


class UpdatePanel(View):
    """Before, after and Δ of the last change; the straight line's prediction beside what really happened.

    Signals
    -------
    computed()
        One more row of the table has its numbers.

    Parameters
    ----------
    session : Session
        Whose last change it shows.
    """

    computed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._subject: Subject | str | None = None
        self._effects: dict[str, Effect] = {}
        self._thread: EffectThread | None = None
        self._shape: tuple[NetworkSpec, Dataset] | None = None
        self._due = QTimer(self, interval=REST_MS, singleShot=True)
        self._due.timeout.connect(self._compute)
        self.setAccessibleName(tr("What did that update do?"))
        self.title, self.reason = Prose(role="title"), Prose(role="muted")
        self.table, self.trying = EffectTable(), Trying()
        self.teaches = Prose(role="muted")
        self.chosen, self.rows = ChosenChange(), ChangeRows()
        self.unchosen = section(tr("choose any weight or bias: its before and after stand here"))
        self.deltas: list[LayerDelta] = []
        self._place()
        self.rows.chosen.connect(session.select)
        session.changed.connect(self._follow)

    def _place(self) -> None:
        self._column.setContentsMargins(12, 0, 12, 6)
        left, right = QVBoxLayout(), QVBoxLayout()
        right.setSpacing(4)
        left.addWidget(self.table)
        left.addWidget(self.trying, 1)
        left.addWidget(self.teaches)
        for shown in (self.chosen, self.unchosen, self.rows):
            right.addWidget(shown)
        self.pictures, self._further = QVBoxLayout(), QHBoxLayout()
        self._further.setSpacing(12)
        for below in (self.pictures, self._further):
            right.addLayout(below)
        self.body = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(18)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        for whole in (self.title, self.reason):
            self._column.addWidget(whole)
        self._column.addWidget(self.body, 1)

    # Following the session

    def _follow(self, what: Changed) -> None:
        if not self.isVisible():
            return
        if what & (_FOLLOWED | Changed.NOTATION):
            self.refresh()
        elif what & _MARKED:
            self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._due.stop()
        self._end_thread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts side by side where there is room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= theme.px(WIDE)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def refresh(self) -> Heading:
        """Show the last step, or say why there is none."""
        self.trying.write()
        subject = last_step(self._session)
        self._subject, self._effects = subject, {}
        self._end_thread()
        there = isinstance(subject, Subject)
        self.body.setVisible(there)
        self.reason.setVisible(not there)
        if isinstance(subject, str):
            self._clear_pictures()
            title, reason = no_step_sentences(subject)
            self.title.setText(title)
            self.reason.setText(reason)
        else:
            self._show(subject)
        return Heading()

    @property
    def why_empty(self) -> str:
        """Why there is no step to look at; what to do about it is for the window to say."""
        return self.reason.text().partition(". ")[0] if isinstance(self._subject, str) else ""

    def _show(self, subject: Subject) -> None:
        self.title.setText(step_title(subject.change, subject.updates))
        for part in subject.parts:
            if len(part.x) <= SMALL:
                result = effect(subject.step, part.x, part.y, subject.masks)
                assert result is not None
                self._effects[part.name] = result
        self._show_rows()
        self.teaches.setText(line_sentence())
        x, y = subject.example
        rate = subject.change.rate or self._session.settings.rate
        self.trying.show_trace(Trace.of(subject.step.before, x, y, subject.masks), rate)
        self.rows.show_step(self._session, subject.step)
        self._fit_pictures(subject)
        change = subject.step.change
        for delta in self.deltas:
            delta.show_change(change)
        self._mark()
        self._due.start()

    def _mark(self) -> None:
        subject, location = self._subject, self._session.selection
        if not isinstance(subject, Subject):
            return
        chosen = location if isinstance(location, Location) else None
        self.chosen.setVisible(chosen is not None)
        self.unchosen.setVisible(chosen is None)
        if chosen is not None:
            self.chosen.show_change(self._session, subject.step.of(chosen))
        for delta in self.deltas:
            delta.show_marks()

    def _fit_pictures(self, subject: Subject) -> None:
        """Make one picture for each layer of this network."""
        shape = (self._session.spec, self._session.dataset)
        if shape == self._shape:
            return
        self._clear_pictures()
        self._shape = shape
        for layer in self._session.spec.layers:
            self.deltas.append(LayerDelta(self._session, layer, subject.step.change))
            (self.pictures if layer == 1 else self._further).addWidget(self.deltas[-1])

    def _clear_pictures(self) -> None:
        self._shape = None
        for delta in self.deltas:
            delta.hide()
            delta.deleteLater()
        self.deltas = []

    # Whole sets, in a thread

    @property
    def settled(self) -> bool:
        """True when every row of the table has its numbers."""
        subject = self._subject
        return not isinstance(subject, Subject) or len(self._effects) == len(subject.parts)

    def _show_rows(self) -> None:
        assert isinstance(self._subject, Subject)
        parts, known = self._subject.parts, self._effects
        self.table.show_rows(tuple(EffectRow(p.name, p.which, known.get(p.name)) for p in parts))

    def _compute(self) -> None:
        subject = self._subject
        if not isinstance(subject, Subject) or self.settled:
            return
        self._end_thread()
        missing = tuple(part for part in subject.parts if part.name not in self._effects)
        self._thread = EffectThread(subject.step, missing, subject.masks, self)
        self._thread.found.connect(self._take)
        self._thread.start()

    def _take(self, thread: EffectThread) -> None:
        if thread is self._thread:  # else it is late news
            self._effects |= thread.effects
            self._show_rows()
            self.computed.emit()

    def _end_thread(self) -> None:
        if self._thread is not None:
            self._thread.request_stop()
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
