"""Something long that is done in steps, between other events."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Takes a step with each turn of the event loop, so that nothing else waits for more than a step.

    Parameters
    ----------
    parent : QObject
        As ever in Qt.
    first : context manager
        In which each step is taken.
    """

    def __init__(self, parent: QObject, first: AbstractContextManager[None]) -> None:
        super().__init__(parent)
        self._first = first
        self._steps: Iterator[None] | None = None
        self._done: Callable[[], None] = lambda: None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def active(self) -> bool:
        """True until the last step has been taken."""
        return self._steps is not None

    def start(self, steps: Iterator[None], done: Callable[[], None]) -> None:
        """Take these steps from the next turn on, then call `done`; former ones are given up without it."""
        self._steps, self._done = steps, done
        self._timer.start()

    def finish(self) -> None:
        """Take all steps that are left now."""
        while self.active:
            self._step()

    def stop(self) -> None:
        """Give up."""
        self._steps = None
        self._timer.stop()

    def _step(self) -> None:
        steps = self._steps
        assert steps is not None
        try:
            with self._first:
                next(steps)
        except StopIteration:
            self.stop()
            self._done()
        except BaseException:
            self.stop()  # an error is told once, not with every turn
            raise
