"""Loading a data set off the window's thread, with progress and cancel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from nnviz.data import Dataset, Understanding, is_own, load, understand
from nnviz.data.reference import split as split_reference
from nnviz.decoding import decode_image
from nnviz.errors import Cancelled, NnvizError
from nnviz.wording import tr

PROGRESS_MS = 100
"""How often the progress of loading is shown."""


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


class Loads(QObject):
    """Loads one data set at a time; the last wish counts, and what was wished for before is cancelled.

    Signals
    -------
    changed()
        Loading has begun, come further, or ended.
    failed(str)
        One sentence: why something could not be loaded, or not be used.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._present: Loader | None = None
        self._cancelled: set[Loader] = set()
        self._then: Callable[[Dataset], None] | None = None
        self._progress = QTimer(self, interval=PROGRESS_MS)
        self._progress.timeout.connect(self.changed)

    @property
    def present(self) -> Loader | None:
        """What loads now."""
        return self._present

    @property
    def ending(self) -> bool:
        """True while something that was cancelled has not come to its end yet."""
        return bool(self._cancelled)

    def begin(self, reference: str, then: Callable[[Dataset], None], fetch: bool = False) -> Loader:
        """Load data in a thread of its own; `then` is called with them when they are there."""
        self.cancel()
        self._then = then
        self._present = loader = Loader(reference, self, fetch)
        loader.ended.connect(self._loaded)
        loader.start()
        self._progress.start()
        self.changed.emit()
        return loader

    def cancel(self) -> None:
        """Stop loading, without waiting."""
        if self._present is not None:
            self._present.cancel()
            self._cancelled.add(self._present)  # it ends by itself, in its own time: nobody waits for it
            self._end()

    def close(self) -> None:
        """Stop loading, and wait until nothing runs any more."""
        self.cancel()
        for loader in tuple(self._cancelled):
            self._forget(loader)

    def _end(self) -> None:
        self._progress.stop()
        self._present = None
        self.changed.emit()

    def _loaded(self, loader: Loader) -> None:
        if loader is not self._present:
            self._forget(loader)  # late news
            return
        self._end()
        _join(loader)
        try:
            if loader.error is not None:
                self.failed.emit(loader.error)
            elif loader.dataset is not None and self._then is not None:
                self._then(loader.dataset)
        except NnvizError as error:
            self.failed.emit(str(error))

    def _forget(self, loader: Loader) -> None:
        if loader in self._cancelled:
            self._cancelled.discard(loader)
            _join(loader)


def _join(loader: Loader) -> None:
    loader.wait()
    loader.deleteLater()
