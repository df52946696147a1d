"""Memory kept small: garbage is collected between two events, and what is free goes back to the system."""

import ctypes
import gc
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500

GIVE_BACK_MS = 60_000


class Tidying(QObject):
    """Takes the collection of cyclic garbage over from Python, as long as its parent lives.

    Python collects wherever it happens to allocate: in a training's thread, or within Qt, which may hold its
    locks. An object of Qt that is destroyed there brings the window to a standstill.

    Parameters
    ----------
    parent : QObject
        Lives in the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start has made is there to stay, and need not be looked through every time
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()
        self._giving = QTimer(self, interval=GIVE_BACK_MS)
        self._giving.timeout.connect(give_back)
        self._giving.start()

    def tidy(self) -> None:
        """Collect what Python itself would collect by now."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(counts) if count > most]
        if due:
            gc.collect(due[-1])


def give_back() -> None:
    """Return what is free to the system; other systems than Linux do so by themselves.

    glibc keeps the gaps that pictures and measurements leave between what is in use: after ten busy minutes
    as much as 100 MB. To hand back that much took 7 to 37 ms; what a minute leaves is less.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library has no such function
            ctypes.CDLL(None).malloc_trim(0)
