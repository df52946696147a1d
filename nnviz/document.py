"""The session as a document: opening and saving, a state, a network or data.

Stands above the Session and changes it through its methods only.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nnviz import autosave
from nnviz.data import Dataset, Understanding, is_there
from nnviz.data.places import absolute, shown
from nnviz.errors import FileError
from nnviz.files import SavedState, load_state, read_network, save_network, save_state
from nnviz.loading import Loads
from nnviz.session import Changed, Session
from nnviz.training.moment import Moment
from nnviz.wording import tr

STATE, NETWORK = ".nnviz", ".safetensors"


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
        self._path: Path | None = None
        self._saved: Moment | None = session.moment
        self._aside: tuple[Path | None, Moment | None] | None = None
        self._loads = Loads(self)
        self._loads.changed.connect(self.changed)
        self._loads.failed.connect(session.failed)
        session.changed.connect(self._follow)
        self._folder = autosaves
        self._autosave = autosaves and autosave.Autosave(session, autosaves, lambda: self.modified)

    # What is open

    @property
    def path(self) -> Path | None:
        """The state file that is open; None for a session never saved."""
        return self._path

    @property
    def modified(self) -> bool:
        """True when there is something to lose: the network has changed since it was opened or saved.

        A network that was only drawn or opened, and lies in no state file yet, is there again in a moment.
        """
        moment = self._session.moment
        if self._aside is not None:
            return False
        if self._session.run_state == "running":
            return True
        if moment is self._saved:
            return False
        return self._path is not None or self._saved is None or _was_worked_on(moment)

    @property
    def name(self) -> str:
        """What the window's title calls it."""
        return self._path.name if self._path else tr("untitled")

    def _follow(self, what: Changed) -> None:
        if what & (Changed.HISTORY | Changed.TRAINING | Changed.NETWORK):
            self.changed.emit()

    def _is_at(self, path: Path | None, moment: Moment | None) -> None:
        """Take over what is kept where, now that it is."""
        self._path, self._saved = path, moment
        if self._autosave and not self.modified:
            self._autosave.forget()
        if path is not None:
            self.opened.emit(str(path))
        self.changed.emit()

    # Putting it aside

    def set_aside(self) -> None:
        """Put the document aside while something else borrows the session, and gives it back as it is now.

        Nothing of that is saved in its place; what is unsaved is kept in case the program does not end by
        itself.
        """
        self.cancel_loading()
        self.autosave()
        if self._autosave:
            self._autosave.rests = True
        self._aside, self._path = (self._path, self._saved), None
        self.changed.emit()

    def take_up(self) -> None:
        """Go on with the document, now that the session is as it was."""
        if self._aside is not None:
            (self._path, self._saved), self._aside = self._aside, None
        if self._autosave:
            self._autosave.rests = False
        self.changed.emit()

    # Opening

    def open(self, file: str | os.PathLike[str]) -> None:
        """Open a state (.nnviz), a network (.safetensors), or data in a file or folder.

        Raises
        ------
        FileError
            When it cannot be opened; nothing has changed then. What is only found out while data are
            loaded is reported by the session's `failed`.
        """
        path = absolute(file)
        if path.is_dir() or is_there(str(path)):
            self.open_data(str(path))
        elif path.suffix.lower() == STATE:
            self._open_state(path)
        elif path.suffix.lower() == NETWORK:
            self._open_network(path)
        else:
            raise FileError(_not_ours(path))

    def _open_state(self, path: Path) -> None:
        self._restore(load_state(path), lambda: self._is_at(path, self._session.moment))

    def _restore(self, saved: SavedState, then: Callable[[], None]) -> None:
        """Take up a state as soon as its data are there."""

        def restore(dataset: Dataset) -> None:
            self._session.restore(saved, dataset)
            then()
            if dataset.content_hash != saved.data.content_hash:
                sentence = "The data {name} are no longer those that this state was saved with."
                self._session.failed.emit(tr(sentence, name=shown(saved.data.name)))

        if self._session.dataset.content_hash == saved.data.content_hash:
            restore(self._session.dataset)
        else:
            self._loads.begin(saved.data.reference, restore)

    def _open_network(self, path: Path) -> None:
        file = read_network(path)
        spec, dataset = file.parameters.spec, self._session.dataset
        trained_on = file.metadata.get("data", "")

        def adopt(data: Dataset) -> None:
            self._session.open_network(file.parameters, data)
            self._path = None  # what is saved next is another network, not the state that was open
            self.opened.emit(str(path))

        if trained_on != dataset.reference and is_there(trained_on):
            self._loads.begin(trained_on, adopt)
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

    # Data

    @property
    def loading(self) -> tuple[str, float] | None:
        """What is being loaded and which share of it is done; None when nothing is."""
        loader = self._loads.present
        return (loader.reference, loader.share) if loader else None

    @property
    def fetching(self) -> bool:
        """Whether what is being loaded is on its way from the internet."""
        return self._loads.present is not None and self._loads.present.fetches

    def open_data(
        self,
        reference: str,
        then: Callable[[], object] = lambda: None,
        *,
        fetch: bool = False,
        anew: bool = False,
    ) -> None:
        """Load data in a thread of its own, and go on with them; `then` is called when they are there.

        Parameters
        ----------
        reference : str
            What :func:`nnviz.data.load` takes.
        then : callable
            Called when they are there.
        fetch : bool
            Download MNIST first.
        anew : bool
            As for `use_data`.
        """

        def use(dataset: Dataset) -> None:
            self.use_data(dataset, anew)
            then()

        self._loads.begin(reference, use, fetch)

    def use_data(self, dataset: Dataset, anew: bool = False) -> None:
        """Go on with data that are loaded already; `anew`, with a new network that suits them."""
        self._session.use_data(dataset, anew)
        self.opened.emit(dataset.reference)

    def look_into(self, reference: str, then: Callable[[Understanding], object]) -> None:
        """Load the user's own data in a thread of its own, and hand over what was understood of them."""

        def look(dataset: Dataset) -> None:
            if loader.understanding is not None:
                then(loader.understanding)

        loader = self._loads.begin(reference, look)

    def cancel_loading(self) -> None:
        """Stop loading, and stay with what is open."""
        self._loads.cancel()

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
        self._is_at(path, moment)

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

    def autosave(self) -> None:
        """Keep a copy of the state beside everything, in case the program does not end by itself."""
        if self._autosave:
            self._autosave.write()

    def recoverable(self) -> tuple[Path, ...]:
        """Return the autosaves of programs that no longer run, the newest first."""
        return autosave.left_behind(self._folder) if self._folder else ()

    def recover(self, file: Path) -> None:
        """Take up an autosave; it counts as modified and has no place of its own yet.

        Raises
        ------
        FileError
            When it cannot be read.
        """

        def then() -> None:
            self._is_at(None, None)
            if self._autosave:
                self._autosave.adopt(file)

        self._restore(load_state(file), then)

    def close(self, keep: bool = False) -> None:
        """End loading, and remove this program's autosave, for it ends by itself.

        Parameters
        ----------
        keep : bool
            Leave unsaved work behind for the next start, because nobody could be asked about it.
        """
        self._loads.close()
        if self._autosave:
            self._autosave.close(keep)
            self._autosave = None


def _was_worked_on(moment: Moment) -> bool:
    """Say whether more has led to a moment than networks that were drawn or opened."""
    present: Moment | None = moment
    while present is not None and present.change.kind == "start":
        present = present.parent
    return present is not None


def _not_ours(path: Path) -> str:
    if not path.exists():
        return tr("There is no file {name}.", name=shown(path))
    return tr(
        "{name} is no state ({state}), no network ({network}) and no data (CSV, NPZ, CIFAR-10's .tar.gz, a"
        " folder of IDX files or images).",
        name=shown(path),
        state=STATE,
        network=NETWORK,
    )
