"""IDX files, in which MNIST is published: one array behind a short header, plain or packed by gzip.

Two zero bytes, a type code, the number of dimensions, their sizes as big-endian 32-bit numbers, then the
values with the last index running fastest (LeCun, Cortes and Burges, http://yann.lecun.com/exdb/mnist/).

A header is a stranger's promise: memory is taken for bytes that have arrived, never for bytes announced.
"""

import os
import stat
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.data.places import shown
from nnviz.errors import Cancelled, FileError

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many bytes of how many are done; the first number never falls."""

Asks: TypeAlias = Callable[[], bool]
"""Is asked several times a second whether to give up."""

TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}

MOST_DIMENSIONS = 4
"""Images, rows, columns, colors."""

MOST_BYTES = 2**30
"""1.3 million images of 28×28, twice the largest set known to be published so; as float32 they take 4 GB."""

HARMLESS_BYTES = 2**26
MOST_EXPANSION = 300
"""gzip can pack 1032 bytes into one, images shrink to a fifth: above the harmless, more is a bomb."""

CHUNK = 2**16
"""Bytes read at once: a cancel is noticed within a few milliseconds."""

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def read_idx(
    path: str | os.PathLike[str], progress: Progress | None = None, cancelled: Asks | None = None
) -> NDArray[Any]:
    """Read an IDX file, plain or packed by gzip, which its first bytes decide, not its name.

    Parameters
    ----------
    path : str or path
        The file.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes of the file as it lies on the disk.
    cancelled : callable, optional
        Asked before every chunk; when it returns True, reading ends.

    Returns
    -------
    array
        Of the shape and type that the header names, in this machine's byte order.

    Raises
    ------
    FileError
        If the file cannot be read, is no IDX file, is damaged, or holds less or more than its header says.
    Cancelled
        If `cancelled` returned True.
    """
    size = file_size(path)
    try:
        with Path(path).open("rb") as file:
            return read_stream(file, size, path, progress, cancelled)
    except OSError as error:
        raise _refused(path, error) from error


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
        raise _refused(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise FileError(f"{shown(path)} is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):  # a pipe would wait for ever, a device never end
        raise FileError(f"{shown(path)} is not an ordinary file.")
    return status.st_size


def read_stream(
    file: BinaryIO,
    size: int,
    path: str | os.PathLike[str],
    progress: Progress | None = None,
    cancelled: Asks | None = None,
) -> NDArray[Any]:
    """Read an open IDX file from its beginning; `read_idx` describes the rest.

    Parameters
    ----------
    file : binary file
        It must be able to seek.
    size : int
        Its size in bytes.
    path : str or path
        Its name in errors.
    progress, cancelled : callable, optional
        As for `read_idx`.
    """
    try:
        return _read(_Watched(file, size, progress, cancelled), size)
    except _Flaw as flaw:
        raise FileError(f"The file {shown(path)} {flaw}.") from flaw.__cause__
    except MemoryError as error:
        raise FileError(f"The file {shown(path)} does not fit into this computer's memory.") from error


class _Flaw(Exception):
    """What is wrong with a file, as the rest of a sentence that begins with its name."""


@dataclass(frozen=True)
class _Header:
    dtype: np.dtype[Any]
    shape: tuple[int, ...]

    @property
    def n_bytes(self) -> int:
        return prod(self.shape) * self.dtype.itemsize

    @property
    def length(self) -> int:
        return 4 + 4 * len(self.shape)

    def __str__(self) -> str:
        sizes = " × ".join(f"{size:,}" for size in self.shape)
        return f"its header promises {sizes} values of {_bytes(self.dtype.itemsize)}"


class _Reader(Protocol):
    def read(self, n: int, /) -> bytes:
        """Return at least 1 and at most `n` bytes; none at the end only."""


class _Watched:
    """A file that tells how far it has been read, and stops when asked to."""

    def __init__(self, file: BinaryIO, size: int, progress: Progress | None, cancelled: Asks | None) -> None:
        self._file, self._size = file, size
        self._progress, self._cancelled = progress, cancelled

    def read(self, n: int) -> bytes:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("The loading was cancelled.")
        data = self._file.read(n)
        if self._progress is not None and data:
            self._progress(self._file.tell(), self._size)
        return data

    def is_packed(self) -> bool:
        self._file.seek(0)
        begins = self._file.read(len(_GZIP_MAGIC))
        self._file.seek(0)
        return begins == _GZIP_MAGIC


class _Unpacker:
    """What is inside a gzip file.

    zlib itself instead of the gzip module, which reads some headers byte by byte and would not hear a cancel.
    """

    def __init__(self, file: _Reader) -> None:
        self._file = file
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        self._packed = b""
        self._done = 0

    def read(self, n: int) -> bytes:
        try:
            data = b""
            while not data and self._has_more():
                data = self._unpack(n)
        except zlib.error as error:
            raise _Flaw("is damaged: there is an error in its gzip packing") from error
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
            raise _Flaw(f"is cut short: it can be unpacked no further than {_bytes(self._done)}")
        data = self._member.decompress(packed, n)
        self._packed = self._member.unconsumed_tail
        if self._member.eof:
            self._packed = self._member.unused_data.lstrip(b"\0")
        return data


def _read(file: _Watched, size: int) -> NDArray[Any]:
    if size == 0:
        raise _Flaw("is empty")
    packed = file.is_packed()
    reader: _Reader = _Unpacker(file) if packed else file
    header = _read_header(reader)
    if packed:
        _check_packed(header, size)
    else:
        _check_amount(header, size - header.length)
    if header.n_bytes > MOST_BYTES:
        raise _Flaw(f"is too large: {header}, and at most {_bytes(MOST_BYTES)} are read")
    values = _read_values(reader, header)
    array = np.frombuffer(values, header.dtype).reshape(header.shape)
    return array.astype(header.dtype.newbyteorder("="), copy=False)


def _read_header(reader: _Reader) -> _Header:
    magic = _read_exactly(reader, 4)
    if magic[:2] != b"\0\0":
        begin = magic.hex(" ").upper()
        raise _Flaw(f"is no IDX file: its contents begin with the bytes {begin}, and not with 00 00")
    code, n_dimensions = magic[2:]
    if code not in TYPES:
        known = ", ".join(f"{known:02X}" for known in TYPES)
        raise _Flaw(f"is no IDX file, or damaged: its type code is {code:02X}, and none of {known}")
    if not 1 <= n_dimensions <= MOST_DIMENSIONS:
        raise _Flaw(f"cannot be used: it has {n_dimensions} dimensions, and not 1 to {MOST_DIMENSIONS}")
    shape = struct.unpack(f">{n_dimensions}I", _read_exactly(reader, 4 * n_dimensions))
    header = _Header(np.dtype(TYPES[code]), shape)
    if 0 in shape:
        raise _Flaw(f"holds nothing: {header}")
    return header


def _read_exactly(reader: _Reader, n: int) -> bytes:
    data = b""
    while len(data) < n:
        more = reader.read(n - len(data))
        if not more:
            raise _Flaw("is no IDX file, or cut short: it ends within its header")
        data += more
    return data


def _check_packed(header: _Header, size: int) -> None:
    if header.n_bytes > max(HARMLESS_BYTES, MOST_EXPANSION * size):
        raise _Flaw(f"is not believed: {header}, too many to be packed into {_bytes(size)}")


def _check_amount(header: _Header, n_bytes: int) -> None:
    if n_bytes < header.n_bytes:
        raise _Flaw(f"is cut short: {header}, but only {_bytes(n_bytes)} follow")
    if n_bytes > header.n_bytes:
        raise _Flaw(f"does not end where it should: {header}, but more than {_bytes(header.n_bytes)} follow")


def _read_values(reader: _Reader, header: _Header) -> bytearray:
    values = bytearray()
    # One byte more than promised is asked for: there must be none, and gzip's checksum comes with the end.
    while data := reader.read(min(CHUNK, header.n_bytes + 1 - len(values))):
        values += data
        if len(values) > header.n_bytes:
            break
    _check_amount(header, len(values))
    return values


def _bytes(n: int) -> str:
    return f"{n:,} byte" if n == 1 else f"{n:,} bytes"


def _refused(path: str | os.PathLike[str], error: OSError | ValueError) -> FileError:
    if isinstance(error, FileNotFoundError):
        return FileError(f"There is no file {shown(path)}.")
    if isinstance(error, PermissionError):
        return FileError(f"The file {shown(path)} may not be read: permission denied.")
    cause = error.strerror if isinstance(error, OSError) and error.strerror else error
    return FileError(f"The file {shown(path)} cannot be read: {cause}.")
