"""How the present network does on the whole test set: measured in a thread, whenever it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nnviz.session.changes import Changed
from nnviz.training.evaluation import Evaluation
from nnviz.training.measuring import Standing

if TYPE_CHECKING:
    from nnviz.session.training import Training

STANDING_MS = 30
"""Changes that follow one another this quickly are evaluated once."""


class Measuring(QObject):
    """Keeps the Session's `standing` up to date; a training that runs measures by itself.

    Parameters
    ----------
    session : Training
        Whose network it is. Its `changed` tells when there is another result.

    Attributes
    ----------
    standing : Standing or None
        Cost and accuracy of the present network; None until they are known.
    """

    def __init__(self, session: Training) -> None:
        super().__init__(session)
        self._session = session
        self.standing: Standing | None = None
        self._evaluation: Evaluation | None = None
        self._due = QTimer(self, interval=STANDING_MS, singleShot=True)
        self._due.timeout.connect(self.evaluate)
        self._due.start()
        session.changed.connect(self._grow_stale)

    @property
    def _training(self) -> bool:
        return self._session.run_state == "running"

    def _grow_stale(self, what: Changed) -> None:
        if not what & (Changed.PARAMETERS | Changed.NETWORK | Changed.TRAINING):
            return
        if what & Changed.NETWORK:
            self._end_evaluation()  # of a network that has gone, perhaps on other data
        if what & ~Changed.TRAINING or self._training:
            self.standing = None
        # Not begun anew by every change: it follows a drag instead of waiting for its end.
        if self.standing is None and not self._training and not self._due.isActive():
            self._due.start()

    def evaluate(self) -> None:
        """Begin to measure now; what is being measured is given up."""
        if self._training:
            return
        self._end_evaluation()
        state = self._session.moment.state
        self._evaluation = Evaluation(state.parameters, state.dataset.test, state.off, self)
        self._evaluation.ended.connect(self._take)
        self._evaluation.start()

    def stop(self) -> None:
        """Measure no more until the next change."""
        self._due.stop()
        self._end_evaluation()

    def _take(self, evaluation: Evaluation) -> None:
        if evaluation is not self._evaluation:
            return  # late news
        self.standing = evaluation.standing
        self._end_evaluation()
        self._session.changed.emit(Changed.STANDING)

    def _end_evaluation(self) -> None:
        if self._evaluation is not None:
            self._evaluation.request_stop()
            self._evaluation.wait()
            self._evaluation.deleteLater()
            self._evaluation = None
