"""The user's own drawn digits on the disk: strokes and labels as plain NumPy arrays, without pickles."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnviz.data.npz import read_npz
from nnviz.data.places import shown
from nnviz.data.reading import file_size, named
from nnviz.data.strokes import PAD, Dab, Strokes
from nnviz.errors import FileError
from nnviz.files.atomic import write_atomic

MOST = 500
"""Drawings in the file."""


class Drawing(NamedTuple):
    """A drawing and the class that somebody gave it."""

    strokes: Strokes
    label: int


def write_drawings(path: Path, drawings: tuple[Drawing, ...]) -> None:
    """Write all drawings in place of those in the file; its folder is made if need be.

    Raises
    ------
    FileError
        If they could not be saved; the file is what it was then.
    """
    strokes = [stroke for drawing in drawings for stroke in drawing.strokes]
    arrays: dict[str, Any] = {
        "dabs": np.array([dab for stroke in strokes for dab in stroke], np.float32).reshape(-1, 3),
        "dabs_of_stroke": np.array([len(stroke) for stroke in strokes], np.int64),
        "strokes_of_drawing": np.array([len(drawing.strokes) for drawing in drawings], np.int64),
        "labels": np.array([drawing.label for drawing in drawings], np.int64),
    }
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"The folder {shown(path.parent)} cannot be made: {error.strerror}.") from error
    write_atomic(path, file.getvalue())


def read_drawings(path: Path) -> tuple[Drawing, ...]:
    """Return the drawings of a file; none where there is no file.

    Raises
    ------
    FileError
        If it is not such a file, or damaged.
    """
    if not os.path.lexists(path):
        return ()
    size = file_size(path)
    with named(path), path.open("rb") as file:
        arrays = read_npz(file, size)
    flaw = _flaw(arrays)
    if flaw:
        raise FileError(f"The file {shown(path)} does not hold drawn digits: {flaw}.")
    dabs = [Dab(*dab) for dab in arrays["dabs"].tolist()]
    strokes = [tuple(part) for part in _cut(dabs, arrays["dabs_of_stroke"])]
    drawings = _cut(strokes, arrays["strokes_of_drawing"])
    return tuple(
        Drawing(tuple(part), label) for part, label in zip(drawings, arrays["labels"].tolist(), strict=True)
    )


def _cut(parts: list[Any], lengths: NDArray[Any]) -> list[list[Any]]:
    ends = np.cumsum(lengths).tolist()
    return [parts[end - length : end] for end, length in zip(ends, lengths.tolist(), strict=True)]


def _flaw(arrays: dict[str, NDArray[Any]]) -> str:
    """Return what is wrong with the arrays, or nothing."""
    names = ("dabs_of_stroke", "strokes_of_drawing", "labels")
    dabs = arrays.get("dabs")
    if dabs is None or dabs.dtype.kind != "f" or dabs.ndim != 2 or dabs.shape[1] != 3:
        return "its places of the pen are missing, or no table of three columns"
    if not (np.isfinite(dabs).all() and (np.abs(dabs) <= 10 * PAD).all() and (dabs[:, 2] > 0).all()):
        return "a place of the pen is not on the paper"
    for name in names:
        numbers = arrays.get(name)
        least = 0 if name == "labels" else 1
        if numbers is None or numbers.dtype.kind != "i" or numbers.ndim != 1:
            return f"its {name} are missing, or no whole numbers"
        if (numbers < least).any() or (numbers > max(len(dabs), 10**6)).any():
            return f"its {name} are out of range"
    counts, strokes, labels = (arrays[name] for name in names)
    if (counts.sum(), strokes.sum(), len(strokes)) != (len(dabs), len(counts), len(labels)):
        return "its numbers contradict one another"
    return "" if len(labels) <= MOST else f"more than {MOST} drawings are not read"
