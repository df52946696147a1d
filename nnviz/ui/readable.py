"""Numbers at a pace at which they can be read, while a training changes them thirty times a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from nnviz.session import Session

READABLE_MS = 120
"""Nobody reads a number that stands for less; and the time is the training's."""


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
        self._waiting = False
        self._rest = QTimer(self, interval=READABLE_MS, singleShot=True)
        self._rest.timeout.connect(self._rested)

    def ask(self) -> None:
        """Write the numbers, now or after the rest."""
        if self._session.run_state == "running" and self._rest.isActive():
            self._waiting = True
        else:
            self._now()

    def _rested(self) -> None:
        if self._waiting:
            self._now()

    def _now(self) -> None:
        self._waiting = False
        if self._session.run_state == "running":
            self._rest.start()
        else:
            self._rest.stop()
        self._write()
