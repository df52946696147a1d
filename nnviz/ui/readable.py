"""Numbers at a pace at which they can be read, while a training changes them many times a second."""

import time
from collections.abc import Callable
from math import inf

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from nnviz.session import NEWS, Changed, Session

READABLE_MS = 200
"""Nobody reads a number that stands for less; and the time is the training's."""

BETWEEN_MS = 25
"""So long after the news the numbers are written: the picture of the network, which comes first, is there by
then, and neither makes the window wait for both."""


class Readable(QObject):
    """Lets a widget write its numbers at once; while a training runs, with a rest in between.

    Parameters
    ----------
    owner : QWidget
        The widget; it ends with it.
    session : Session
    write : callable
        What writes the present numbers.
    """

    def __init__(self, owner: QWidget, session: Session, write: Callable[[], object]) -> None:
        super().__init__(owner)
        self._session, self._write = session, write
        self._written = -inf
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._now)

    def ask(self, what: Changed = NEWS) -> None:
        """Write the numbers: a training's news between two pictures, after a rest; all else at once.

        Parameters
        ----------
        what : Changed
            What has moved them.
        """
        since = 1000 * (time.monotonic() - self._written)
        if self._session.run_state != "running" or what & ~NEWS or since == inf:
            self._now()
            return
        rested = since >= READABLE_MS
        wait = BETWEEN_MS if rested else READABLE_MS  # the rest ends by itself: there may be no more news
        if not self._soon.isActive() or wait < self._soon.remainingTime():
            self._soon.start(wait)

    def _now(self) -> None:
        self._soon.stop()
        self._written = time.monotonic()
        with self._session.window_first:
            self._write()
