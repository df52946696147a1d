"""The header of a safetensors file: a stranger's promise, checked against the file before it is believed.

The file is eight bytes, the header's length as a little-endian number; the header, JSON: name → dtype, shape,
data_offsets, with texts under ``__metadata__``; then the numbers (https://huggingface.co/docs/safetensors).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnviz.files.fields import Fields, Flaw, bare, briefly, parse_json
from nnviz.saying import Text, either

DTYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
"""The precisions that are read; NumPy has no bfloat16, the upper half of a float32."""

MOST_HEADER = 2**20
"""Bytes of a header: room for some ten thousand tensors."""

MOST_DIMENSIONS = 8

KINDS = {"nnviz-network": "a network", "nnviz-state": "a saved state"}

_NO_HEADER = "is no safetensors file, or damaged"
_CUT = "is no safetensors file, or cut short"


class Tensor(NamedTuple):
    """What a header says of one array."""

    dtype: str
    shape: tuple[int, ...]

    @property
    def n_bytes(self) -> int:
        """How much room its numbers take."""
        return prod(self.shape) * np.dtype(DTYPES[self.dtype]).itemsize

    def __str__(self) -> str:
        return " × ".join(f"{n}" for n in self.shape) or "no dimensions"


def tensor_of(array: NDArray[Any]) -> Tensor:
    """Describe an array of float32 or float64 as a header does."""
    return Tensor({4: "F32", 8: "F64"}[array.dtype.itemsize], array.shape)


@dataclass(frozen=True)
class Header:
    """What a file says it holds: arrays and texts, by their names."""

    tensors: dict[str, Tensor]
    metadata: dict[str, str]


def read_header(file: BinaryIO, size: int) -> Header:
    """Read the header of a file that is open at its beginning.

    Parameters
    ----------
    file : binary file
        Of it no more is read than the header.
    size : int
        Its size in bytes.

    Raises
    ------
    Flaw
        If the header is damaged, or the file holds more or less than it promises.
    """
    length, entries = _read_json(file, size)
    metadata = _metadata(entries.pop("__metadata__", None))
    tensors, spans = {}, []
    for name, entry in entries.items():
        tensors[name], span = _tensor(name, entry)
        spans.append((*span, name))
    _check_spans(sorted(spans), size - 8 - length)
    return Header(tensors, metadata)


def _tensor(name: str, entry: object) -> tuple[Tensor, tuple[int, int]]:
    """Return one entry of the header, and where its numbers begin and end."""
    fields = Fields(entry, bare(name))
    dtype = fields.text("dtype")
    if dtype not in DTYPES:
        raise Flaw(
            "{name} is {dtype}, and not {names}",
            "cannot be used",
            name=briefly(name),
            dtype=bare(dtype),
            names=either([*DTYPES]),
        )
    shape, offsets = fields.items("shape"), fields.items("data_offsets")
    fields.end()
    if len(shape) > MOST_DIMENSIONS or not all(map(_is_count, shape)):
        raise fields.unfit("shape", shape, Text("a list of sizes"))
    if len(offsets) != 2 or not all(map(_is_count, offsets)):
        raise fields.unfit("data_offsets", offsets, Text("where it begins and ends"))
    tensor = Tensor(dtype, tuple(shape))
    if offsets[1] - offsets[0] != tensor.n_bytes:
        raise fields.unfit("data_offsets", offsets, Text("as far apart as its shape and precision want"))
    return tensor, (offsets[0], offsets[1])


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _read_json(file: BinaryIO, size: int) -> tuple[int, dict[str, Any]]:
    if size == 0:
        raise Flaw("there is nothing in it", "is empty")
    if size <= 8:
        raise Flaw("it ends within its header", _CUT)
    (length,) = struct.unpack("<Q", file.read(8))
    begin = file.read(min(length, MOST_HEADER, size - 8))
    if begin[:1] != b"{":
        raise Flaw("it does not begin with a header", "is no safetensors file")
    if length > MOST_HEADER:
        raise Flaw(
            "its header would be {length:,} bytes long, and at most {most_header:,} are read",
            _NO_HEADER,
            length=length,
            most_header=MOST_HEADER,
        )
    if len(begin) < length:
        raise Flaw("it ends within its header", _CUT)
    return length, parse_json(begin, Text("its header"), _NO_HEADER)  # what begins with { is an object


def _metadata(texts: object) -> dict[str, str]:
    if texts is None:
        return {}
    if isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values()):
        return texts
    raise Flaw("its '__metadata__' are not texts")


def _check_spans(spans: list[tuple[int, int, str]], size: int) -> None:
    """Refuse arrays that overlap, leave gaps, or do not fill the file to its last byte."""
    end = 0
    for begin, following, name in spans:
        if begin != end:
            raise Flaw("the numbers of {name} do not begin where those before them end", name=briefly(name))
        end = following
    if size < end:
        raise Flaw(
            "its header promises {end:,} bytes of numbers, but only {size:,} follow",
            "is cut short",
            end=end,
            size=size,
        )
    if size > end:
        cause = "its header promises {end:,} bytes of numbers, but {size:,} follow"
        raise Flaw(cause, "does not end where it should", end=end, size=size)


def check_kind(metadata: Mapping[str, str], kind: str, version: int) -> None:
    """Refuse a file that is not of this kind, or was written by a newer program.

    Raises
    ------
    Flaw
        Which of the two.
    """
    found = metadata.get("format", "")
    if found != kind:
        cause = "it is {found}" if found in KINDS else "its metadata do not say so"
        names = {"found": Text(KINDS.get(found, "")), "wanted": Text(KINDS[kind])}
        raise Flaw(cause, "is not {wanted} of nnviz", **names)
    text = metadata.get("version", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):
        raise Flaw("its version is {text}, and not a whole number from 1", text=briefly(text))
    if int(text) > version:
        cause = "its version is {found}, and this program reads versions up to {version}"
        raise Flaw(cause, "was written by a newer nnviz", found=int(text), version=version)
