"""NumPy's zip archives read without NumPy's loader, which believes what a header promises.

An array is a header, a literal in Python's notation, and its values (numpy.lib.format). Pickled objects are
refused: opening them could run any program. Memory is taken for bytes that have arrived.
"""

import ast
import re
import struct
import zipfile
import zlib
from math import prod
from typing import Any, BinaryIO, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.data.reading import CHUNK, Asks, Flaw, Progress, byte_count
from nnviz.errors import Cancelled

MOST_BYTES = 2**30
HARMLESS_BYTES = 2**26
MOST_EXPANSION = 300
"""Above the harmless, what would unpack to so many times its size is a bomb."""

MOST_ARRAYS = 100
MOST_HEADER = 4096
MOST_DIMENSIONS = 4

_PREFIX = b"\x93NUMPY"
_TYPE = re.compile(r"[<>|=]?(b1|[ui][1248]|f[248]|U[1-9]\d{0,5})")

Arrays: TypeAlias = dict[str, NDArray[Any]]
"""Each array under its name."""


class _Header(NamedTuple):
    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    fortran: bool


def read_npz(
    file: BinaryIO, size: int, progress: Progress | None = None, cancelled: Asks | None = None
) -> Arrays:
    """Read all arrays of an open file.

    Parameters
    ----------
    file : binary file
        It must be able to seek.
    size : int
        Its size in bytes.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes of the arrays.
    cancelled : callable, optional
        Asked before every chunk; when it returns True, reading ends.

    Raises
    ------
    Flaw
        If it is no such archive, damaged, too large, or pickled.
    Cancelled
        If `cancelled` returned True.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            infos = [info for info in archive.infolist() if info.filename.endswith(".npy")]
            _check_archive(infos, size)
            reader = _Members(archive, sum(info.file_size for info in infos), progress, cancelled)
            return {info.filename.removesuffix(".npy"): reader.array(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error) as error:
        raise Flaw("is no NPZ file, or damaged: there is an error in its zip archive") from error
    except (NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError) as error:
        # What Python's zipfile says of encrypted, foreign and contradictory archives.
        raise Flaw("cannot be used: its zip archive is damaged, encrypted, or of an unusual kind") from error


def _check_archive(infos: list[zipfile.ZipInfo], size: int) -> None:
    if not 1 <= len(infos) <= MOST_ARRAYS:
        raise Flaw(
            "is no NPZ file, or damaged: it has {n:,} arrays, and not 1 to {most_arrays}",
            n=len(infos),
            most_arrays=MOST_ARRAYS,
        )
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise Flaw("cannot be used: its arrays are packed in an unusual way")
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES:
        raise Flaw(
            "is too large: it promises {size}, and at most {most} are read",
            size=byte_count(total),
            most=byte_count(MOST_BYTES),
        )
    if total > max(HARMLESS_BYTES, MOST_EXPANSION * size):
        raise Flaw(
            "is not believed: {total} are too many to be packed into {size}",
            total=byte_count(total),
            size=byte_count(size),
        )


class _Members:
    """Reads one array after the other, tells how far it is, and stops when asked to."""

    def __init__(
        self, archive: zipfile.ZipFile, total: int, progress: Progress | None, cancelled: Asks | None
    ) -> None:
        self._archive, self._total, self._done = archive, total, 0
        self._progress, self._cancelled = progress, cancelled

    def array(self, info: zipfile.ZipInfo) -> NDArray[Any]:
        name = repr(info.filename[:60])
        with self._archive.open(info) as file:
            header = _read_header(file, name)
            n_bytes = prod(header.shape) * header.dtype.itemsize
            if n_bytes > MOST_BYTES:
                raise Flaw("is too large: its {name} promises {size}", name=name, size=byte_count(n_bytes))
            values = bytearray()
            while data := file.read(min(CHUNK, n_bytes + 1 - len(values))):
                values += data
                self._report(len(data))
        if len(values) != n_bytes:
            raise Flaw(
                "is damaged: its {name} promises {size}, but has not so many",
                name=name,
                size=byte_count(n_bytes),
            )
        array = np.frombuffer(values, header.dtype).reshape(
            header.shape, order="F" if header.fortran else "C"
        )
        array = array.astype(header.dtype.newbyteorder("="), order="C", copy=False)
        if array.dtype.kind == "U" and not _are_characters(array):
            raise Flaw("is damaged: its {name} holds texts that are none", name=name)
        return array

    def _report(self, n: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("The loading was cancelled.")
        self._done += n
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _are_characters(array: NDArray[np.str_]) -> bool:
    codes = np.frombuffer(array.tobytes(), np.uint32)
    return bool(((codes < 0xD800) | (codes > 0xDFFF) & (codes <= 0x10FFFF)).all())


def _read_header(file: Any, name: str) -> _Header:
    begin = file.read(8)
    version = tuple(begin[6:8])
    if begin[:6] != _PREFIX or version not in ((1, 0), (2, 0), (3, 0)):
        raise Flaw("is damaged: its {name} is no array of NumPy", name=name)
    field = file.read(2 if version == (1, 0) else 4)
    length = int.from_bytes(field, "little")
    if not 0 < length <= MOST_HEADER:
        raise Flaw("is not believed: the header of its {name} has {size}", name=name, size=byte_count(length))
    return _parsed(file.read(length), name)


def _parsed(text: bytes, name: str) -> _Header:
    try:
        fields = ast.literal_eval(text.decode("latin-1").strip())
        descr, shape, fortran = fields["descr"], fields["shape"], fields["fortran_order"]
    except (ValueError, SyntaxError, TypeError, LookupError, MemoryError, RecursionError) as error:
        raise Flaw("is damaged: the header of its {name} cannot be understood", name=name) from error
    if isinstance(descr, str) and descr.endswith("O"):
        raise Flaw(
            "cannot be used: its {name} is pickled, and opening it could run any program hidden in it",
            name=name,
        )
    if not isinstance(descr, str) or not _TYPE.fullmatch(descr):
        raise Flaw("cannot be used: its {name} holds neither numbers nor texts of a usual kind", name=name)
    if not _is_shape(shape) or not isinstance(fortran, bool):
        raise Flaw("is damaged: the header of its {name} cannot be understood", name=name)
    return _Header(np.dtype(descr), shape, fortran)


def _is_shape(shape: object) -> bool:
    if not isinstance(shape, tuple) or len(shape) > MOST_DIMENSIONS:
        return False
    return all(type(n) is int and 0 <= n <= MOST_BYTES for n in shape)
