"""The samples behind the pictures: those that come with the program at once, the others beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nnviz.data.sample import Sample, is_quick, quick_sample
from nnviz.decoding import decode_image
from nnviz.errors import NnvizError
from nnviz.training.background import Background, Stopped


class Samples(QObject):
    """Gets samples one after the other; what cannot be read has none.

    Signals
    -------
    came(str)
        The sample of this reference is there.
    """

    came = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, Sample | None] = {}
        self._waiting: list[str] = []
        self._background = Background(self)
        self._background.ready.connect(self._take)

    def get(self, reference: str) -> Sample | None:
        """Return a sample if it is there; else `came` tells when it is."""
        if reference and reference not in self._known:
            if is_quick(reference):
                self._known[reference] = _sample(reference, lambda: False)
            else:
                self._known[reference] = None
                self._waiting.append(reference)
                self._go_on()
        return self._known.get(reference)

    @property
    def busy(self) -> bool:
        """True while some are still to come."""
        return self._background.busy

    def _go_on(self) -> None:
        if self._waiting and not self._background.busy:
            reference = self._waiting.pop(0)
            self._background.ask(lambda stopped: (reference, _sample(reference, stopped)))

    def _take(self, found: tuple[str, Sample | None]) -> None:
        reference, sample = found
        self._known[reference] = sample
        self._go_on()
        if sample is not None:
            self.came.emit(reference)

    def close(self) -> None:
        """Get no more."""
        self._waiting.clear()
        self._background.close()


def _sample(reference: str, stopped: Stopped) -> Sample | None:
    """Return a sample; what is wrong with a file is said when it is opened, not when it is looked at."""
    try:
        return quick_sample(reference, stopped, decode_image)
    except (NnvizError, OSError, MemoryError):
        return None
