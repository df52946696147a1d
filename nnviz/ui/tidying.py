"""Python's cyclic garbage, collected in the window's thread and between two events only."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


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

    def tidy(self) -> None:
        """Collect what Python itself would collect by now."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(counts) if count > most]
        if due:
            gc.collect(due[-1])
