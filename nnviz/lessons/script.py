"""Commands performed one after the other; what comes after a training waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.errors import NnvizError
from nnviz.lessons.lesson import Call, Mistake, Script
from nnviz.session import Changed, Session

Task = Call | Callable[[], object]
"""A command, or something else to be done in its turn."""


class Runner(QObject):
    """Performs one list of commands at a time.

    Signals
    -------
    ended()
        All has been done, or it has failed.
    stumbled(Mistake)
        The Session refused a command; what comes after it is left out.

    Parameters
    ----------
    session : Session
        What is driven.
    """

    ended = Signal()
    stumbled = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._tasks: list[Task] = []
        self._waits = self._works = False
        session.changed.connect(self._follow)

    @property
    def busy(self) -> bool:
        """True as long as something is still to be done."""
        return self._works

    def run(self, *tasks: Task) -> None:
        """Do all this now, as far as nothing has to be waited for; what was still to be done is given up.

        What is done together the panels hear of once.
        """
        self.stop()
        self._tasks, self._works = [*tasks], True
        self._go_on()

    def stop(self) -> None:
        """Give up what is still to be done; a training that is waited for is paused."""
        self._tasks.clear()
        if self._waits:
            self._waits = False
            self._session.end_training()
        self._works = False

    def _go_on(self) -> None:
        with self._session.at_once():
            while self._tasks and not self._waits:
                task = self._tasks.pop(0)
                if not isinstance(task, Call):
                    task()
                elif not self._performed(task):
                    self._tasks.clear()
        if self._works and not self._waits:
            self._works = False
            self.ended.emit()

    def _performed(self, call: Call) -> bool:
        try:
            call.perform(self._session)
        except NnvizError as error:
            key = f"{call.key}, {error.field}" if error.field in call.given else call.key
            self.stumbled.emit(Mistake(call.line, key, str(error)))
            return False
        self._waits = call.command.waits and self._session.run_state == "running"
        return True

    def _follow(self, what: Changed) -> None:
        if self._waits and what & Changed.TRAINING and self._session.run_state != "running":
            # Not at once: others have not heard yet what has just changed.
            QTimer.singleShot(0, self, self._resume)

    def _resume(self) -> None:
        if self._waits:
            self._waits = False
            self._go_on()


def lasting(script: Script) -> int:
    """Return how many commands of a script come before those that begin something to be watched."""
    return next((n for n, call in enumerate(script) if call.command.lasts), len(script))
