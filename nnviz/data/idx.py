"""IDX files, in which MNIST is published: one array behind a short header, plain or packed by gzip.

Two zero bytes, a type code, the number of dimensions, their sizes as big-endian 32-bit numbers, then the
values with the last index running fastest (LeCun, Cortes and Burges, http://yann.lecun.com/exdb/mnist/).

A header is a stranger's promise: memory is taken for bytes that have arrived, never for bytes announced.
"""

import os
import struct
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from nnviz.data import reading
from nnviz.data.reading import (
    Asks,
    Flaw,
    Progress,
    Reader,
    Unpacker,
    Watched,
    byte_count,
    file_size,
    named,
    read_exactly,
)
from nnviz.saying import Text, filled

TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}

CUT = "is no IDX file, or cut short: it ends within its header"

MOST_DIMENSIONS = 4
"""Images, rows, columns, colors."""

MOST_BYTES = 2**30
"""1.3 million images of 28×28, twice the largest set known to be published so; as float32 they take 4 GB."""

HARMLESS_BYTES = 2**26
MOST_EXPANSION = 300
"""gzip can pack 1032 bytes into one, images shrink to a fifth: above the harmless, more is a bomb."""


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
    with named(path), Path(path).open("rb") as file:
        return read_stream(file, size, path, progress, cancelled)


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
    with named(path):
        return _read(Watched(file, size, progress, cancelled), size)


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
        sizes = " × ".join(filled("{n:,}", {"n": size}) for size in self.shape)
        size = byte_count(self.dtype.itemsize)
        return str(Text("its header promises {sizes} values of {size}", sizes=sizes, size=size))


def _read(file: Watched, size: int) -> NDArray[Any]:
    if size == 0:
        raise Flaw("is empty")
    packed = file.is_packed()
    reader: Reader = Unpacker(file) if packed else file
    header = _read_header(reader)
    if packed:
        _check_packed(header, size)
    else:
        _check_amount(header, size - header.length)
    if header.n_bytes > MOST_BYTES:
        raise Flaw(
            "is too large: {header}, and at most {size} are read", header=header, size=byte_count(MOST_BYTES)
        )
    values = _read_values(reader, header)
    array = np.frombuffer(values, header.dtype).reshape(header.shape)
    return array.astype(header.dtype.newbyteorder("="), copy=False)


def _read_header(reader: Reader) -> _Header:
    magic = read_exactly(reader, 4, CUT)
    if magic[:2] != b"\0\0":
        begin = magic.hex(" ").upper()
        raise Flaw(
            "is no IDX file: its contents begin with the bytes {begin}, and not with 00 00", begin=begin
        )
    code, n_dimensions = magic[2:]
    if code not in TYPES:
        known = ", ".join(f"{known:02X}" for known in TYPES)
        raise Flaw(
            "is no IDX file, or damaged: its type code is {code:02X}, and none of {known}",
            code=code,
            known=known,
        )
    if not 1 <= n_dimensions <= MOST_DIMENSIONS:
        raise Flaw(
            "cannot be used: it has {n_dimensions} dimensions, and not 1 to {most_dimensions}",
            n_dimensions=n_dimensions,
            most_dimensions=MOST_DIMENSIONS,
        )
    shape = struct.unpack(f">{n_dimensions}I", read_exactly(reader, 4 * n_dimensions, CUT))
    header = _Header(np.dtype(TYPES[code]), shape)
    if 0 in shape:
        raise Flaw("holds nothing: {header}", header=header)
    return header


def _check_packed(header: _Header, size: int) -> None:
    if header.n_bytes > max(HARMLESS_BYTES, MOST_EXPANSION * size):
        raise Flaw(
            "is not believed: {header}, too many to be packed into {size}",
            header=header,
            size=byte_count(size),
        )


def _check_amount(header: _Header, n_bytes: int) -> None:
    if n_bytes < header.n_bytes:
        raise Flaw("is cut short: {header}, but only {size} follow", header=header, size=byte_count(n_bytes))
    if n_bytes > header.n_bytes:
        raise Flaw(
            "does not end where it should: {header}, but more than {size} follow",
            header=header,
            size=byte_count(header.n_bytes),
        )


def _read_values(reader: Reader, header: _Header) -> bytearray:
    values = bytearray()
    # One byte more than promised is asked for: there must be none, and gzip's checksum comes with the end.
    while data := reader.read(min(reading.CHUNK, header.n_bytes + 1 - len(values))):
        values += data
        if len(values) > header.n_bytes:
            break
    _check_amount(header, len(values))
    return values
