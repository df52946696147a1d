"""The status of the training: how far the network has come, read from the Session and shown in one line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from nnviz.session import Session
from nnviz.training.measuring import Metrics
from nnviz.training.timeline import Change
from nnviz.ui import theme
from nnviz.wording import tr
from nnviz.wording.progress import Progress


def progress_of(session: Session) -> Progress:
    """Return how far the Session's network has come."""
    return Progress(
        session.run_state == "running",
        session.epochs,
        session.updates,
        _last_measured(session),
        session.standing,
        session.origin is not None,
        0 if session.updates else _by_hand(session),
        session.finished,
    )


def _last_measured(session: Session) -> Metrics | None:
    """Return what was measured last, if it tells of this training and not of what was there before."""
    measured, moment = session.metrics, session.moment
    if not measured:
        return None
    # After a change by hand, or from the beginning, the first measurement comes before the first step.
    known = measured[-1].updates - moment.position.updates
    return measured[-1] if known > 0 or (known == 0 and moment.change.kind == "run") else None


def _by_hand(session: Session) -> int:
    """Return how many updates and edits by hand lead to the present network."""
    place = session.place
    return sum(at <= place and _moves_network(change) for at, change in session.changes)


def _moves_network(change: Change) -> bool:
    """Say whether a change was made by hand, and to the network: painting moves only the input."""
    return change.kind == "update" or (change.edit is not None and change.edit.kind != "input")


class Status(QLabel):
    """A line of changing numbers that says as much as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ("",)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.on_change(self, lambda: self.setFont(theme.number_font()))

    def say(self, *texts: str) -> None:
        """Show the first of the texts that fits."""
        self._texts = texts
        text = next((t for t in texts if self._advance(t) <= self.width()), texts[-1])
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(texts[0])

    def wide(self) -> int:
        """Return the width that the longest status needs beyond the least."""
        sample = tr("epoch {epochs}", epochs="100.0") + " · " + tr("{n:,} updates", n=15000) + " · test 95.5%"
        return self._advance(sample) - self.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """Return the size of the shortest status."""
        return QSize(self._advance("test 100.0%") + 2, super().minimumSizeHint().height())

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self.say(*self._texts)
