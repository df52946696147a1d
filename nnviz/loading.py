"""Loading a data set off the window's thread, with progress and cancel."""

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.data import Dataset, load
from nnviz.errors import Cancelled, NnvizError
from nnviz.wording import tr


class Loader(QThread):
    """Loads one data set.

    Signals
    -------
    ended(Loader)
        It is over: `dataset` holds the result, or `error` a sentence, or, when it was cancelled, neither.

    Parameters
    ----------
    reference : str
        What :func:`nnviz.data.load` takes.
    """

    ended = Signal(object)

    def __init__(self, reference: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reference = reference
        self.dataset: Dataset | None = None
        self.error: str | None = None
        self.share = 0.0
        self._cancelled = False

    def cancel(self) -> None:
        """Ask for an end, without waiting."""
        self._cancelled = True

    def run(self) -> None:
        """Load; called by QThread in the new thread."""
        try:
            self.dataset = load(self.reference, self._progress, lambda: self._cancelled)
            _ = self.dataset.content_hash  # 0.2 s for MNIST: not later, on the window's thread
        except Cancelled:
            pass
        except NnvizError as error:
            self.error = str(error)
        except MemoryError:
            self.error = tr("There is not enough memory for {name}.", name=self.reference)
        except Exception as error:  # the thread's last line of defence: the window must hear of it
            words = f"{type(error).__name__}: {error}"
            self.error = tr("{name} could not be loaded: {error}", name=self.reference, error=words)
        if self._cancelled:
            self.dataset = self.error = None
        self.ended.emit(self)

    def _progress(self, done: int, total: int) -> None:
        self.share = done / total if total else 0.0
