"""Loading a data set off the window's thread, with progress and cancel."""

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.data import Dataset, Understanding, is_own, load, understand
from nnviz.data.reference import split as split_reference
from nnviz.decoding import decode_image
from nnviz.errors import Cancelled, NnvizError
from nnviz.wording import tr


class Loader(QThread):
    """Loads one data set.

    Signals
    -------
    ended(Loader)
        It is over: `dataset` holds the result, and `understanding` what was understood where the data are the
        user's own; or `error` holds a sentence; or, when it was cancelled, there is neither.

    Parameters
    ----------
    reference : str
        What :func:`nnviz.data.load` takes.
    fetch : bool
        Download MNIST first.
    """

    ended = Signal(object)

    def __init__(self, reference: str, parent: QObject | None = None, fetch: bool = False) -> None:
        super().__init__(parent)
        self.reference = reference
        self.fetches = fetch
        self.dataset: Dataset | None = None
        self.understanding: Understanding | None = None
        self.error: str | None = None
        self.share = 0.0
        self._cancelled = False

    def cancel(self) -> None:
        """Ask for an end, without waiting."""
        self._cancelled = True

    def run(self) -> None:
        """Load; called by QThread in the new thread."""
        try:
            self.dataset = self._load()
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
            self.dataset = self.understanding = self.error = None
        self.ended.emit(self)

    def _load(self) -> Dataset:
        if self.fetches:
            from nnviz.data.download import fetch_mnist  # late: few starts need the network

            fetch_mnist(self._progress, self._is_cancelled)
            self.fetches, self.share = False, 0.0
        if not is_own(split_reference(self.reference)[0]):
            return load(self.reference, self._progress, self._is_cancelled)
        self.understanding = understand(self.reference, self._progress, self._is_cancelled, decode_image)
        return self.understanding.dataset

    def _is_cancelled(self) -> bool:
        return self._cancelled

    def _progress(self, done: int, total: int) -> None:
        self.share = done / total if total else 0.0
