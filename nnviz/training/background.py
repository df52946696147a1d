"""Something that takes long, computed beside the window; of several wishes the newest counts.

What goes wrong there is raised in the window's thread, as if it had been computed in it: nothing is
swallowed, and the window says it as it says everything that fails.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal

from nnviz.training.threads import computing

Stopped = Callable[[], bool]
Work = Callable[[Stopped], Any]
"""Computes something; asks in between whether it is still wanted, and returns None once it is not."""


class _Job(QThread):
    """Does one piece of work."""

    ended = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.result: Any = None
        self.error: Exception | None = None
        self.stop = False

    def run(self) -> None:
        """Work; called by QThread in the new thread."""
        try:
            with computing():
                self.result = self._work(lambda: self.stop)
        except Exception as error:  # raised again by whoever waits for the result
            self.error = error
        finally:  # whatever happened, nobody must wait for it in vain
            self.ended.emit(self)


class Background(QObject):
    """Does one piece of work at a time; of the wishes that come meanwhile the newest is done next.

    Signals
    -------
    ready(object)
        The result of one piece of work; nothing is said of one that was given up.
    """

    ready = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        self._next: Work | None = None

    @property
    def busy(self) -> bool:
        """True while something is computed."""
        return self._job is not None

    def ask(self, work: Work, at_once: bool = False) -> None:
        """Do this instead of anything asked before; `at_once`, here and now, for what takes no time."""
        if at_once:
            self.close()
            with np.errstate(all="ignore"):
                self.ready.emit(work(lambda: False))
            return
        self._next = work
        if self._job is None:
            self._begin()

    def _begin(self) -> None:
        assert self._next is not None
        self._job, self._next = _Job(self._next, self), None
        self._job.ended.connect(self._take)
        self._job.start()

    def _take(self, job: _Job) -> None:
        """Hand the result over, or raise what went wrong; of what was given up nobody hears."""
        if job is not self._job:
            return  # late news
        result, error = self._end(), job.error
        if self._next is not None:
            self._begin()
        if error is not None and not job.stop:
            raise error
        if result is not None:
            self.ready.emit(result)

    def _end(self) -> Any:
        job, self._job = self._job, None
        if job is None:
            return None
        job.wait()
        job.deleteLater()
        return None if job.stop else job.result

    def close(self) -> None:
        """Give up what is being computed, and wait for the thread to end."""
        self._next = None
        if self._job is not None:
            self._job.stop = True
        self._end()
