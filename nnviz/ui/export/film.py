"""A film: the session is led from moment to moment, one frame in each turn of the event loop."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.errors import NnvizError
from nnviz.session import Session
from nnviz.ui.export.journey import Moment, Standing
from nnviz.ui.export.reel import Reel
from nnviz.ui.export.stage import PATIENCE_SECONDS, Stage


class Film(QObject):
    """Takes the frames, and brings the session back to where it was, whatever happens.

    Signals
    -------
    progressed(int)
        So many frames have been taken.
    ended(bool)
        It is over; True when the file is there.
    failed(str)
        Why it is over before its end.

    Parameters
    ----------
    session : Session
        Is led through the moments.
    stage : Stage
        Is painted at each of them, and closed at the end.
    script : callable
        Returns the moments, each of which brings the session there; called when nothing moves any more.
    reel : Reel
        Takes the frames.
    parent : QObject
        Who makes it.
    """

    progressed = Signal(int)
    ended = Signal(bool)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        stage: Stage,
        script: Callable[[], Sequence[Moment]],
        reel: Reel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._stage, self._reel = session, stage, reel
        self._standing = Standing.of(session)
        self._moments = script()
        self._taken = 0
        self._since: float | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    def __len__(self) -> int:
        """Return how many frames it has."""
        return len(self._moments)

    def start(self) -> None:
        """Begin; the event loop does the rest."""
        self._turns.start()

    def cancel(self) -> None:
        """End it now; no file is written."""
        if self._turns.isActive():
            self._end(False)

    def _turn(self) -> None:
        try:
            self._go_on()
        except Exception as error:
            self._end(False)
            if not isinstance(error, NnvizError):
                raise
            self.failed.emit(str(error))

    def _go_on(self) -> None:
        if self._taken == len(self._moments):
            self._reel.finish()
            self._end(True)
        elif self._since is None:
            self._moments[self._taken]()
            self._since = monotonic()
        elif not self._waits():
            self._reel.add(self._stage.pixels())
            self._taken, self._since = self._taken + 1, None
            self.progressed.emit(self._taken)

    def _waits(self) -> bool:
        assert self._since is not None
        return self._stage.waits and monotonic() - self._since < PATIENCE_SECONDS

    def _end(self, done: bool) -> None:
        self._turns.stop()
        try:
            if not done:
                self._reel.abandon()
        finally:
            self._stage.close()
            self._standing.restore(self._session)
            self.ended.emit(done)
