"""The session as a document: opening and saving, data loaded off the window's thread, autosaves.

Stands above the Session and changes it through its methods only.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.data import Dataset
from nnviz.data.places import shown
from nnviz.errors import FileError, NnvizError
from nnviz.files import load_state, read_network, save_network, save_state
from nnviz.loading import Loader
from nnviz.session import Changed, Session
from nnviz.training.timeline import Moment
from nnviz.wording import tr

STATE, NETWORK = ".nnviz", ".safetensors"

AUTOSAVE_MS = 20_000
"""While a training runs, a crash never costs more than this."""

PROGRESS_MS = 100
"""How often the progress of loading is shown."""


class Document(QObject):
    """What is open, where it is kept, and whether it has changed since.

    Signals
    -------
    changed()
        The path, whether it is modified, or what is being loaded.
    opened(str)
        A file or folder was opened or saved, by its reference; for the list of recent files.

    Parameters
    ----------
    session : Session
        What is saved and restored.
    autosaves : Path or None
        The folder for autosaves; None for none.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(self, session: Session, autosaves: Path | None = None) -> None:
        super().__init__(session)
        self._session = session
        self._autosaves = autosaves
        self._path: Path | None = None
        self._saved: Moment | None = session.moment
        self._loader: Loader | None = None
        self._then: Callable[[Dataset], None] = session.use_data
        self._autosave = QTimer(self, interval=AUTOSAVE_MS)
        self._autosave.timeout.connect(self.autosave)
        self._progress = QTimer(self, interval=PROGRESS_MS)
        self._progress.timeout.connect(self.changed)
        session.changed.connect(self._follow)

    # What is open

    @property
    def path(self) -> Path | None:
        """The state file that is open; None for a session never saved."""
        return self._path

    @property
    def modified(self) -> bool:
        """True when the network has changed since it was opened or saved."""
        return self._session.moment is not self._saved or self._session.run_state == "running"

    @property
    def name(self) -> str:
        """What the window's title calls it."""
        return self._path.name if self._path else tr("untitled")

    def _follow(self, what: Changed) -> None:
        if what & Changed.TRAINING:
            if self._session.run_state == "running":
                if not self._autosave.isActive():
                    self._autosave.start()
            elif self._autosave.isActive():
                self._autosave.stop()
                self.autosave()
        if what & (Changed.HISTORY | Changed.TRAINING | Changed.NETWORK):
            self.changed.emit()

    # Opening

    def open(self, file: str | os.PathLike[str]) -> None:
        """Open a state (.nnviz), a network (.safetensors), or a folder of IDX files.

        Raises
        ------
        FileError
            When it cannot be opened; nothing has changed then. What is only found out while data are
            loaded is reported by the session's `failed`.
        """
        path = Path(file)
        if path.suffix == STATE:
            self._open_state(path)
        elif path.suffix == NETWORK:
            self._open_network(path)
        elif path.is_dir():
            self.open_data(str(path))
        elif not path.exists():
            raise FileError(tr("There is no file {name}.", name=shown(path)))
        else:
            raise FileError(
                tr(
                    "{name} is no state ({state}), no network ({network}) and no folder of IDX files.",
                    name=shown(path),
                    state=STATE,
                    network=NETWORK,
                )
            )

    def _open_state(self, path: Path) -> None:
        saved = load_state(path)

        def restore(dataset: Dataset) -> None:
            if dataset.content_hash != saved.data.content_hash:
                self._session.failed.emit(
                    tr(
                        "The data {name!r} are no longer those that this file was saved with.",
                        name=dataset.name,
                    )
                )
            self._session.restore(saved, dataset)
            self._is_at(path)

        if self._session.dataset.content_hash == saved.data.content_hash:
            restore(self._session.dataset)
        else:
            self._load(saved.data.reference, restore)

    def _open_network(self, path: Path) -> None:
        file = read_network(path)
        spec, dataset = file.parameters.spec, self._session.dataset
        trained_on = file.metadata.get("data", "")

        def adopt(data: Dataset) -> None:
            self._session.open_network(file.parameters, data)
            self._saved = self._session.moment
            self.opened.emit(str(path))
            self.changed.emit()

        if trained_on and trained_on != dataset.reference and _is_there(trained_on):
            self._load(trained_on, adopt)
        elif (spec.sizes[0], spec.sizes[-1]) == (dataset.n_inputs, dataset.n_outputs):
            adopt(dataset)
        else:
            raise FileError(
                tr(
                    "{name} holds a {spec} network, which does not fit the {inputs} inputs and {outputs}"
                    " outputs of the present data; open data that fit first.",
                    name=shown(path),
                    spec=spec,
                    inputs=dataset.n_inputs,
                    outputs=dataset.n_outputs,
                )
            )

    def _is_at(self, path: Path) -> None:
        self._path = path
        self._saved = self._session.moment
        self.opened.emit(str(path))
        self.changed.emit()

    # Data

    @property
    def loading(self) -> tuple[str, float] | None:
        """What is being loaded and which share of it is done; None when nothing is."""
        return (self._loader.reference, self._loader.share) if self._loader else None

    def open_data(self, reference: str) -> None:
        """Load data in a thread of its own, and go on with them."""
        self._load(reference, self._use_data)

    def _use_data(self, dataset: Dataset) -> None:
        self._session.use_data(dataset)
        self.opened.emit(dataset.reference)

    def _load(self, reference: str, then: Callable[[Dataset], None]) -> None:
        self.cancel_loading()
        self._then = then
        self._loader = Loader(reference, self)
        self._loader.ended.connect(self._loaded)
        self._loader.start()
        self._progress.start()
        self.changed.emit()

    def cancel_loading(self) -> None:
        """Stop loading, and stay with what is open."""
        if self._loader is not None:
            loader = self._loader
            loader.cancel()
            self._end_loading(loader)

    def _end_loading(self, loader: Loader) -> None:
        loader.wait()
        self._progress.stop()
        self._loader = None
        loader.deleteLater()
        self.changed.emit()

    def _loaded(self, loader: Loader) -> None:
        if loader is not self._loader:
            return  # cancelled: late news
        self._end_loading(loader)
        try:
            if loader.error is not None:
                self._session.failed.emit(loader.error)
            elif loader.dataset is not None:
                self._then(loader.dataset)
        except NnvizError as error:
            self._session.failed.emit(str(error))

    # Saving

    def save(self, path: Path) -> None:
        """Save the whole state; afterwards the document is kept there.

        Raises
        ------
        FileError
            When it cannot be written; the old file is whole then.
        """
        moment = self._session.moment
        save_state(path, self._session.saved())
        self._is_at(path)
        self._saved = moment

    def save_network(self, path: Path) -> None:
        """Save the network alone, as PyTorch's Sequential names its tensors.

        Raises
        ------
        FileError
            When it cannot be written; the old file is whole then.
        """
        session = self._session
        texts = {"data": session.dataset.reference, "updates": str(session.updates)}
        save_network(path, session.parameters, texts)
        self.opened.emit(str(path))

    # Autosaves

    @property
    def _autosave_file(self) -> Path | None:
        return self._autosaves / f"autosave-{os.getpid()}{STATE}" if self._autosaves else None

    def autosave(self) -> None:
        """Keep a copy of the state beside everything, in case the program does not end by itself."""
        file = self._autosave_file
        if file is None or not self.modified:
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            save_state(file, self._session.saved())
        except (OSError, FileError) as error:
            self._autosave.stop()  # said once, not every 20 seconds
            self._session.failed.emit(tr("Autosaving does not work: {error}", error=error))

    def recoverable(self) -> tuple[Path, ...]:
        """Return the autosaves of programs that no longer run, the newest first."""
        if self._autosaves is None or not self._autosaves.is_dir():
            return ()
        files = [f for f in self._autosaves.glob(f"autosave-*{STATE}") if not _alive(f)]
        return tuple(sorted(files, key=lambda f: -f.stat().st_mtime))

    def recover(self, file: Path) -> None:
        """Take up an autosave; it counts as modified and has no place of its own yet.

        Raises
        ------
        FileError
            When it cannot be read.
        """
        saved = load_state(file)

        def restore(dataset: Dataset) -> None:
            self._session.restore(saved, dataset)
            self._path, self._saved = None, None
            file.unlink(missing_ok=True)
            self.changed.emit()

        self._load(saved.data.reference, restore)

    def close(self) -> None:
        """End loading, and remove this program's autosave: it ends by itself."""
        self.cancel_loading()
        self._autosave.stop()
        file = self._autosave_file
        if file is not None:
            file.unlink(missing_ok=True)


def _is_there(reference: str) -> bool:
    from nnviz.data import SOURCES
    from nnviz.data.places import MNIST, mnist_places

    return reference in SOURCES or (reference == MNIST and any(p.is_dir() for p in mnist_places()))


def _alive(autosave: Path) -> bool:
    """Say whether the program that wrote an autosave still runs."""
    digits = autosave.stem.removeprefix("autosave-")
    if not digits.isdecimal():
        return True
    if int(digits) == os.getpid():
        return True
    if os.name == "nt":
        return False  # os.kill would end the process there
    try:
        os.kill(int(digits), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
