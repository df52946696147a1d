"""A safetensors file: named arrays and texts; nothing in it can be executed.

Only what has been found true of its header is handed to the safetensors library.
"""

import json
import os
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from nnviz.data.places import shown
from nnviz.data.reading import file_size, named
from nnviz.errors import FileError, SettingsError, SpecError
from nnviz.files.fields import Flaw, briefly
from nnviz.files.header import DTYPES, MOST_HEADER, read_header, tensor_of
from nnviz.saying import Text

MOST_BYTES = 2**30
"""Bytes of numbers: a network of 268 million parameters."""


def pack(arrays: Mapping[str, NDArray[Any]], metadata: Mapping[str, str]) -> bytes:
    """Return the contents of a file that holds these arrays of float32 or float64, and these texts.

    Equal contents give equal bytes; the safetensors library writes texts in another order every time.

    Raises
    ------
    Flaw
        If the file would be larger than is read here, or a text cannot be written as UTF-8.
    """
    # The widest first: then every array begins at a multiple of its width, as the format recommends.
    order = sorted(arrays, key=lambda name: -arrays[name].dtype.itemsize)
    header: dict[str, Any] = {"__metadata__": dict(metadata)}
    end = 0
    for name in order:
        tensor, begin = tensor_of(arrays[name]), end
        end += tensor.n_bytes
        header[name] = {"dtype": tensor.dtype, "shape": tensor.shape, "data_offsets": [begin, end]}
    if end > MOST_BYTES:
        raise Flaw(
            "it would hold {end:,} bytes of numbers, and at most {most_bytes:,} are read",
            end=end,
            most_bytes=MOST_BYTES,
        )
    text = _header_bytes(header)
    little = (np.asarray(arrays[name], arrays[name].dtype.newbyteorder("<")).tobytes() for name in order)
    return b"".join((struct.pack("<Q", len(text)), text, *little))


def _header_bytes(header: dict[str, Any]) -> bytes:
    try:
        text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise Flaw("a text in it cannot be written as UTF-8") from error
    text += b" " * (-len(text) % 8)
    if len(text) > MOST_HEADER:
        raise Flaw(
            "its header would be {n:,} bytes long, and at most {most_header:,} are read",
            n=len(text),
            most_header=MOST_HEADER,
        )
    return text


@contextmanager
def saving(path: str | os.PathLike[str]) -> Iterator[None]:
    """Name the file in what is wrong with what is to be saved."""
    try:
        yield
    except (Flaw, SpecError, SettingsError) as error:
        cause = error.cause if isinstance(error, Flaw) else error
        raise FileError("The file {path} cannot be saved: {why}.", path=shown(path), why=cause) from error


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator["Container"]:
    """Open a safetensors file, and name it in everything that is found wrong with it meanwhile.

    Raises
    ------
    FileError
        If it cannot be read, is damaged, or describes what cannot be.
    """
    size = file_size(path)
    try:
        with named(path), Path(path).open("rb") as file:
            yield Container(file, size)
    except Flaw as flaw:
        raise FileError("The file {path} {flaw}.", path=shown(path), flaw=flaw) from flaw
    except SpecError as error:
        raise FileError(
            "The file {path} describes a network that cannot be built: {error}.",
            path=shown(path),
            error=error,
        ) from error


class Container:
    """An open safetensors file whose header has been found to be true.

    Parameters
    ----------
    file : binary file
        At its beginning.
    size : int
        Its size in bytes.

    Attributes
    ----------
    tensors : dict
        What the header says of every array, by its name.
    metadata : dict
        The texts.

    Raises
    ------
    Flaw
        If the header is damaged, or the file holds more or less than it promises.
    """

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size = file, size
        header = read_header(file, size)
        self.tensors, self.metadata = header.tensors, header.metadata

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Read all arrays, each in its precision; BF16 comes as float32, which holds it exactly.

        Raises
        ------
        Flaw
            If there are too many, the file has become shorter, or the safetensors library refuses it.
        """
        if self._size > MOST_BYTES + MOST_HEADER:
            raise Flaw(
                "it holds {size:,} bytes, and at most {most_bytes:,} are read",
                "is too large",
                size=self._size,
                most_bytes=MOST_BYTES,
            )
        self._file.seek(0)
        contents = self._file.read(self._size)
        if len(contents) < self._size:
            raise Flaw("it became shorter while it was read", "is cut short")
        return {name: self._array(name, entry["data"]) for name, entry in _deserialized(contents)}

    def _array(self, name: str, data: bytes) -> NDArray[Any]:
        dtype, shape = self.tensors[name]
        array = np.frombuffer(data, DTYPES[dtype]).reshape(shape)
        if dtype == "BF16":
            return (array.astype("<u4") << 16).view("<f4")
        return array


def _deserialized(contents: bytes) -> list[tuple[str, dict[str, Any]]]:
    from safetensors import SafetensorError, deserialize  # late: a start without files does not need it

    parse: Callable[[bytes], list[tuple[str, dict[str, Any]]]] = deserialize
    try:
        return parse(contents)
    except SafetensorError as error:
        raise Flaw(" ".join(str(error).split()), "is refused by the safetensors library") from error


def float32(name: str, array: NDArray[Any]) -> NDArray[np.float32]:
    """Return a float32 copy of `array`.

    Raises
    ------
    Flaw
        If a number is NaN or infinite, or becomes so.
    """
    with np.errstate(all="ignore"):  # what becomes ∞ is found below
        result = array.astype(np.float32)
    bad = ~np.isfinite(result)
    if bad.any():
        value = float(array[bad][0])
        why = Text("too large for float32" if np.isfinite(value) else "and not a finite number")
        raise Flaw("a number in {name} is {value}, {why}", name=briefly(name), value=value, why=why)
    return result
