"""The thread a race runs in: one for all lanes, which it trains turn by turn."""

import threading
import time

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.errors import NnvizError
from nnviz.training.mailbox import Mailbox
from nnviz.training.race import LaneNews, Race
from nnviz.training.threads import computing

News = tuple[LaneNews, ...]


class RaceWorker(QThread):
    """Runs a race until it is over, or until it is asked to stop; then another worker may go on with it.

    Signals
    -------
    ended(object)
        The thread has done its work; carries the worker itself.

    Parameters
    ----------
    race : Race
        Nobody else touches it until the thread has ended.
    pace : float or None
        Epochs a second that are not exceeded; None is flat out.
    """

    ended = Signal(object)

    def __init__(self, race: Race, pace: float | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mailbox: Mailbox[News] = Mailbox()
        self.race = race
        self.error: str | None = None
        self._pace = pace
        self._stop = False
        self._wake = threading.Event()

    def request_stop(self) -> None:
        """Ask for an end after the present mini-batch, without waiting."""
        self._stop = True
        self._wake.set()

    def set_pace(self, pace: float | None) -> None:
        """Change the pace at once."""
        self._pace = pace
        self._wake.set()

    def run(self) -> None:
        """Race; called by QThread in the new thread."""
        try:
            with computing():
                self._race()
        except NnvizError as error:
            self.error = str(error)
        except Exception as error:  # the thread's last line of defence: the window must hear of it
            self.error = f"{type(error).__name__}: {error}"
        self.ended.emit(self)

    def _race(self) -> None:
        going, told = True, 0.0
        while going and not self._stop:
            begun, before = time.perf_counter(), self._level()
            going = self.race.turn(lambda: self._stop)
            if self.mailbox.empty:
                self.mailbox.put(self.race.news())
            told += self._level() - before
            if self._pace is not None and told > 0:
                self._wait(begun, told)
                told = 0.0

    def _level(self) -> float:
        """How far the lane furthest behind has come."""
        return min((r.epochs for r in self.race.runners if r.end is None), default=0.0)

    def _wait(self, begun: float, epochs: float) -> None:
        """Sleep until so many epochs may have passed; a stop or a new pace ends the sleep."""
        while not self._stop:
            pace = self._pace  # read once: the window may change it at any moment
            left = 0.0 if pace is None else begun + epochs / pace - time.perf_counter()
            if left <= 0:
                return
            self._wake.wait(left)
            self._wake.clear()
