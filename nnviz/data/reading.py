"""Reading strangers' files: progress and cancel, gzip, and errors that name the file and the cause.

A reader raises `Flaw` with the rest of a sentence; `named` completes it with the file's name.
"""

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias

from nnviz.data.places import shown
from nnviz.errors import Cancelled, FileError, Told
from nnviz.saying import Text

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many bytes of how many are done; the first number never falls."""

Asks: TypeAlias = Callable[[], bool]
"""Is asked several times a second whether to give up."""

CHUNK = 2**16
"""Bytes read at once: a cancel is noticed within a few milliseconds."""

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


class Flaw(Told):
    """What is wrong with a file, as the rest of a sentence that begins with its name."""


class Reader(Protocol):
    """Something to be read from its beginning to its end."""

    def read(self, n: int, /) -> bytes:
        """Return at least 1 and at most `n` bytes; none at the end only."""


class Watched:
    """A file that tells how far it has been read, and stops when asked to."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress | None, cancelled: Asks | None) -> None:
        self._file, self._size = file, size
        self._progress, self._cancelled = progress, cancelled

    def read(self, n: int) -> bytes:
        """Return at most `n` bytes; none at the end."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("The loading was cancelled.")
        data = self._file.read(n)
        if self._progress is not None and data:
            self._progress(self._file.tell(), self._size)
        return data

    def is_packed(self) -> bool:
        """Say whether it is a gzip file, and go back to its beginning."""
        self._file.seek(0)
        begins = self._file.read(len(_GZIP_MAGIC))
        self._file.seek(0)
        return begins == _GZIP_MAGIC


class Unpacker:
    """What is inside a gzip file.

    zlib itself instead of the gzip module, which reads some headers byte by byte and would not hear a cancel.
    """

    def __init__(self, file: Reader) -> None:
        self._file = file
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        self._packed = b""
        self._done = 0

    def read(self, n: int) -> bytes:
        """Return at most `n` bytes; none at the end."""
        try:
            data = b""
            while not data and self._has_more():
                data = self._unpack(n)
        except zlib.error as error:
            raise Flaw("is damaged: there is an error in its gzip packing") from error
        self._done += len(data)
        return data

    def _has_more(self) -> bool:
        """Go on to the next member at the end of one; gzip files may have several, and zeros behind them."""
        if not self._member.eof:
            return True
        while not self._packed:
            packed = self._file.read(CHUNK)
            if not packed:
                return False
            self._packed = packed.lstrip(b"\0")
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        return True

    def _unpack(self, n: int) -> bytes:
        packed = self._packed or self._file.read(CHUNK)
        if not packed:
            raise Flaw("is cut short: it can be unpacked no further than {size}", size=byte_count(self._done))
        data = self._member.decompress(packed, n)
        self._packed = self._member.unconsumed_tail
        if self._member.eof:
            self._packed = self._member.unused_data.lstrip(b"\0")
        return data


def shifted(progress: Progress | None, before: int, total: int) -> Progress:
    """Return what is told of one file of several: `before` bytes of `total` were done when it began."""
    return lambda done, _: progress(before + done, total) if progress else None


def read_exactly(reader: Reader, n: int, cut: str) -> bytes:
    """Return the next `n` bytes.

    Raises
    ------
    Flaw
        If there are fewer; `cut` is what it says.
    """
    data = b""
    while len(data) < n:
        more = reader.read(n - len(data))
        if not more:
            raise Flaw(cut)
        data += more
    return data


@contextmanager
def named(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what goes wrong while the file `path` is read into a sentence about it.

    Raises
    ------
    FileError
        For a `Flaw`, for what the system refuses, and when memory is short.
    """
    try:
        yield
    except Flaw as flaw:
        raise FileError("The file {path} {flaw}.", path=shown(path), flaw=flaw) from flaw.__cause__
    except MemoryError as error:
        raise FileError(
            "The file {path} does not fit into this computer's memory.", path=shown(path)
        ) from error
    except OSError as error:
        raise refused(path, error) from error


def file_size(path: str | os.PathLike[str]) -> int:
    """Return the size in bytes of an ordinary file.

    Raises
    ------
    FileError
        If there is none at `path`.
    """
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:  # ValueError: no file system takes such a name
        raise refused(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise FileError("{path} is a folder, not a file.", path=shown(path))
    if not stat.S_ISREG(status.st_mode):  # a pipe would wait for ever, a device never end
        raise FileError("{path} is not an ordinary file.", path=shown(path))
    return status.st_size


def byte_count(n: int) -> Text:
    """Return a number of bytes in words."""
    return Text("{n:,} byte" if n == 1 else "{n:,} bytes", n=n)


def refused(path: str | os.PathLike[str], error: OSError | ValueError, kind: str = "file") -> FileError:
    """Return the error that says why the system does not give a file, or a folder, out."""
    if isinstance(error, FileNotFoundError):
        return FileError("There is no {kind} {path}.", kind=Text(kind), path=shown(path))
    if isinstance(error, PermissionError):
        return FileError(
            "The {kind} {path} may not be read: permission denied.", kind=Text(kind), path=shown(path)
        )
    cause = error.strerror if isinstance(error, OSError) and error.strerror else error
    return FileError("The {kind} {path} cannot be read: {why}.", kind=Text(kind), path=shown(path), why=cause)
