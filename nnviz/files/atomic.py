"""Writing a file so that it is never seen half written: beside the old one first, then in its place.

The order is that of every careful program (Pillai et al., *All File Systems Are Not Created Equal*, OSDI
2014): write a new file in the same folder, flush it to the disk, rename it over the old, flush the folder.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from nnviz.data.places import shown
from nnviz.errors import FileError
from nnviz.saying import Text

BEGIN, END = ".nnviz-", ".part"
"""How the name of a file begins and ends that is still being written."""

STALE_SECONDS = 600
"""A part nobody has written to for so long was left by a program that was killed."""

_CAUSES = {
    errno.ENOSPC: "no space is left on the disk",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOTDIR: "a folder in its path is a file",
    errno.EROFS: "the disk can only be read",
    errno.ENAMETOOLONG: "the name is too long",
}

_NO_FSYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
"""Answers of file systems that do not know fsync; every other failure means that data may be lost."""


def write_atomic(path: str | os.PathLike[str], data: bytes) -> None:
    """Write `data` to `path`, all of it or nothing.

    Whatever happens (a full disk, no permission, the program killed, the power gone), afterwards the file
    holds either what it held before or `data`. A symbolic link stays one; its target is written. An existing
    file keeps its permissions.

    Parameters
    ----------
    path : str or path
        The file; its folder must exist.
    data : bytes
        The whole contents.

    Raises
    ------
    FileError
        If it could not be written; nothing has changed then.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of_old(target)
        _write_beside_and_rename(target, data, mode)
    except (OSError, ValueError) as error:  # ValueError: no file system takes such a name
        raise _failed(path, error) from error


def check_target(path: str | os.PathLike[str]) -> None:
    """Say before a long calculation what `write_atomic` would say after it, as far as it can be known.

    Raises
    ------
    FileError
        If nothing can be saved there.
    """
    try:
        target = Path(os.path.realpath(path))
        _mode_of_old(target)
        part = _part(target)
        part.open("xb").close()  # some folders only say so when one tries
        part.unlink()
    except (OSError, ValueError) as error:
        raise _failed(path, error) from error


def _mode_of_old(target: Path) -> int | None:
    """Return the permissions of the file that is replaced; None where there is none."""
    try:
        status = target.stat()
    except FileNotFoundError:
        if target.parent.is_dir():
            return None
        raise FileError(
            "The file {target} cannot be saved: there is no folder {parent}.",
            target=shown(target),
            parent=shown(target.parent),
        ) from None
    if stat.S_ISDIR(status.st_mode):
        raise FileError("{target} is a folder; a file cannot be saved under its name.", target=shown(target))
    if not stat.S_ISREG(status.st_mode):  # renaming over /dev/null would take it away from everybody
        raise FileError("{target} is not an ordinary file; nothing can be saved there.", target=shown(target))
    if not os.access(target, os.W_OK):  # renaming would not mind that the file is protected
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(status.st_mode)


def _write_beside_and_rename(target: Path, data: bytes, mode: int | None) -> None:
    part = _part(target)
    try:
        _write(part, data, mode)
        _remove_stale(target.parent, part.stat().st_mtime)
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _flush_folder(target.parent)


def _part(target: Path) -> Path:
    # The name is short whatever the target's, and no other program's: two that save at once disturb nobody.
    return target.with_name(f"{BEGIN}{secrets.token_hex(8)}{END}")


def _write(part: Path, data: bytes, mode: int | None) -> None:
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        _flush(file.fileno())
    if mode is not None:
        with suppress(OSError):  # not every file system has permissions
            part.chmod(mode)


def _flush(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FSYNC:
            raise


def _remove_stale(folder: Path, now: float) -> None:
    """Remove what killed programs left; `now` is the folder's own clock, which may be another machine's."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(BEGIN) and entry.name.endswith(END):
                _remove_if_older(entry, now - STALE_SECONDS)


def _remove_if_older(entry: "os.DirEntry[str]", limit: float) -> None:
    with suppress(OSError):
        if entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_mtime < limit:
            os.unlink(entry.path)


def _flush_folder(folder: Path) -> None:
    """Make the renaming last through a power cut, where a folder can be flushed (not on Windows)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _failed(path: str | os.PathLike[str], error: OSError | ValueError) -> FileError:
    number = error.errno if isinstance(error, OSError) else None
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileError(
        "The file {path} cannot be saved: {why}.", path=shown(path), why=Text(_CAUSES.get(number or 0, words))
    )
