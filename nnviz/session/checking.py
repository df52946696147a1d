"""The Session's check of the whole gradient: at most one at a time, of what is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.core.check import NetworkCheck
from nnviz.core.steps import Trace
from nnviz.training.gradient_check import GradientCheck

if TYPE_CHECKING:
    from nnviz.session.screen import Screen


class Checking(QObject):
    """Compares ∇C of the present example with finite differences, in a thread.

    Signals
    -------
    changed()
        It has begun, advanced or ended.

    Parameters
    ----------
    screen : Screen
        Whose trace is checked. A result belongs to that trace alone; once there is another it is dropped.
    """

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._thread: GradientCheck | None = None
        self._trace: Trace | None = None
        self._found: NetworkCheck | None = None
        self._share = 0.0
        screen.changed.connect(self._grow_stale)

    @property
    def running(self) -> bool:
        """True while a check goes on."""
        return self._thread is not None

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return self._share

    @property
    def found(self) -> NetworkCheck | None:
        """What the last check of the present numbers has found; None if there was none."""
        return self._found

    def start(self) -> None:
        """Begin a check; one that runs is given up."""
        self._end()
        self._found, self._share, self._trace = None, 0.0, self._screen.trace
        self._thread = GradientCheck(self._trace, self)
        self._thread.advanced.connect(self._advance)
        self._thread.ended.connect(self._take)
        self._thread.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Give up a check that runs."""
        if self._thread is not None:
            self._end()
            self.changed.emit()

    def close(self) -> None:
        """End what runs, before the Session goes."""
        self._end()

    def _grow_stale(self) -> None:
        if self._trace is not None and self._trace is not self._screen.trace:
            self._end()
            self._trace = self._found = None
            self.changed.emit()

    def _advance(self, share: float) -> None:
        if self._thread is not None:
            self._share = share
            self.changed.emit()

    def _take(self, thread: GradientCheck) -> None:
        if thread is not self._thread:
            return  # late news
        self._found = thread.found
        self._end()
        self.changed.emit()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.request_stop()
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
