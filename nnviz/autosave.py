"""A copy of the state beside everything, in case the program does not end by itself.

Each program writes a file of its own and holds a lock beside it. The system lets go of the lock when the
program ends, however it ends: what can be locked by another was left behind.
"""

import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from nnviz.data.places import shown
from nnviz.errors import FileError
from nnviz.files import save_state
from nnviz.session import Changed, Session
from nnviz.wording import tr

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

AUTOSAVE_MS = 20_000
"""A crash never costs more than this."""

SETTLE_MS = 1_000
"""So soon after a training has ended its result is kept; not at once, for the next may begin at once."""

PREFIX, SUFFIX, LOCK = "autosave-", ".nnviz", ".lock"


class Autosave(QObject):
    """Keeps one session's state in a folder, as long as there is something to lose.

    Parameters
    ----------
    session : Session
        What is kept.
    folder : Path
        Where; made when it is needed.
    wanted : callable
        Says whether there is something to lose.

    Attributes
    ----------
    rests : bool
        True while the session holds something else: what is kept stays as it is.
    """

    def __init__(self, session: Session, folder: Path, wanted: Callable[[], bool]) -> None:
        super().__init__(session)
        self._session = session
        self._wanted = wanted
        self._told = False
        self.rests = False
        self._lock: int | None = None
        self.file = folder / f"{PREFIX}{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._due)
        session.changed.connect(self._follow)

    def _follow(self, what: Changed) -> None:
        running = self._session.run_state == "running"
        if what & Changed.TRAINING and not running and self._timer.remainingTime() > SETTLE_MS:
            self._timer.start(SETTLE_MS)
        elif what & (Changed.TRAINING | Changed.HISTORY) and not self._timer.isActive():
            self._timer.start(AUTOSAVE_MS)

    def _due(self) -> None:
        self.write()
        if self._session.run_state == "running":
            self._timer.start(AUTOSAVE_MS)

    def write(self) -> None:
        """Keep the present state; where there is nothing to lose, nothing."""
        if self.rests:
            return
        if not self._wanted():
            self.forget()
            return
        try:
            self._hold()
            save_state(self.file, self._session.saved())
        except (OSError, FileError) as error:
            self._tell(_words(error))
        else:
            self._told = False

    def _tell(self, error: str) -> None:
        """Say that it does not work: once, not every 20 seconds."""
        if not self._told:
            self._told = True
            sentence = "A crash would cost what has not been saved, for autosaving does not work: {error}"
            self._session.failed.emit(tr(sentence, error=error))

    def _hold(self) -> None:
        """Make the folder, and show other programs that this one is running."""
        if self._lock is not None:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        lock = self.file.with_suffix(LOCK)
        try:
            self._lock = _locked(lock)
        except OSError:  # a network's disk without locks: one that is always there would hide the file
            lock.unlink(missing_ok=True)

    def adopt(self, file: Path) -> None:
        """Keep as one's own what another program left: it is still all there is, until the next save."""
        try:
            self._hold()
            file.replace(self.file)
        except OSError as error:
            self._tell(_words(error))
        else:
            file.with_suffix(LOCK).unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove what is kept: nothing would be lost with it."""
        if self.rests:
            return
        with suppress(OSError):
            self.file.unlink(missing_ok=True)

    def close(self, keep: bool = False) -> None:
        """End; `keep` leaves behind for the next start what nobody could be asked about."""
        self._timer.stop()
        self._session.changed.disconnect(self._follow)
        self.write() if keep else self.forget()
        if self._lock is not None:
            with suppress(OSError):
                self.file.with_suffix(LOCK).unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None


def left_behind(folder: Path) -> tuple[Path, ...]:
    """Return the files of programs that no longer run, the newest first."""
    found = []
    with suppress(OSError):
        for file in folder.glob(f"{PREFIX}*{SUFFIX}"):
            if not _is_running(file):
                found.append((file.stat().st_mtime, file))
    return tuple(file for _, file in sorted(found, reverse=True))


def discard(file: Path) -> None:
    """Remove a file that was left behind."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
        file.with_suffix(LOCK).unlink(missing_ok=True)


def _is_running(file: Path) -> bool:
    """Say whether the program that writes a file still runs."""
    lock = file.with_suffix(LOCK)
    if not lock.exists():
        return False
    try:
        os.close(_locked(lock))
    except OSError:
        return True
    return False


def _locked(file: Path) -> int:
    """Lock a file as long as it is open, and return its descriptor; OSError if another program has."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _words(error: OSError | FileError) -> str:
    if isinstance(error, FileError):
        return str(error)
    where = shown(os.fspath(error.filename)) if error.filename else tr("The folder")
    return tr("{where} cannot be used: {cause}.", where=where, cause=error.strerror)
