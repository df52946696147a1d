"""The user's own drawn digits: kept on the disk as plain NumPy arrays, without pickles; a small data set."""

import os
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset
from nnviz.data.npz import read_npz
from nnviz.data.parting import part
from nnviz.data.places import DRAWINGS, drawings_file, shown
from nnviz.data.prepare import SIDE
from nnviz.data.reading import file_size, named
from nnviz.data.split import make_split
from nnviz.data.strokes import PAD, Dab, Strokes, ink_of, input_of
from nnviz.errors import DataError, FileError
from nnviz.saying import Text

MOST = 500
"""Drawings in the file."""

TITLE = "Your drawings"

FEWEST, FEWEST_CLASSES = 2, 10
"""Drawings that make a data set, one to train on and one to test; and the classes of digits."""


class Drawing(NamedTuple):
    """A drawing and the class that somebody gave it."""

    strokes: Strokes
    label: int


def load_drawings() -> Dataset:
    """Return the kept drawings as 28×28 images prepared as MNIST's are; one in five is for the test.

    Raises
    ------
    FileError
        If their file cannot be read, or is damaged.
    DataError
        If there are fewer than two.
    """
    path = drawings_file()
    drawings = read_drawings(path)
    if len(drawings) < FEWEST:
        raise DataError(
            "At least {fewest} drawings must be kept to make a data set, but there are {n}: draw "
            "digits, say what each is, and keep them.",
            fewest=FEWEST,
            n=len(drawings),
        )
    x = pictures(drawings, (SIDE, SIDE))
    labels = np.array([drawing.label for drawing in drawings])
    n = max(FEWEST_CLASSES, int(labels.max()) + 1)
    train, test = (make_split(x[rows], labels=labels[rows], n_classes=n) for rows in part(len(x)))
    source = f"{len(drawings):,} drawings of your own, kept in {path}"
    return Dataset(DRAWINGS, TITLE, train, test, tuple(map(str, range(n))), (SIDE, SIDE), source)


def pictures(drawings: tuple[Drawing, ...], image_shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return what a network is shown of drawings, 0 to 1, shape (n, rows · columns · channels)."""
    rows = [input_of(ink_of(drawing.strokes), image_shape) for drawing in drawings]
    return np.array(rows, np.float32).reshape(len(drawings), prod(image_shape))


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
        raise FileError("The file {path} does not hold drawn digits: {flaw}.", path=shown(path), flaw=flaw)
    dabs = [Dab(*dab) for dab in arrays["dabs"].tolist()]
    strokes = [tuple(part) for part in _cut(dabs, arrays["dabs_of_stroke"])]
    drawings = _cut(strokes, arrays["strokes_of_drawing"])
    return tuple(
        Drawing(tuple(part), label) for part, label in zip(drawings, arrays["labels"].tolist(), strict=True)
    )


def _cut(parts: list[Any], lengths: NDArray[Any]) -> list[list[Any]]:
    ends = np.cumsum(lengths).tolist()
    return [parts[end - length : end] for end, length in zip(ends, lengths.tolist(), strict=True)]


def _flaw(arrays: dict[str, NDArray[Any]]) -> Text | None:
    """Return what is wrong with the arrays, or None."""
    names = ("dabs_of_stroke", "strokes_of_drawing", "labels")
    dabs = arrays.get("dabs")
    if dabs is None or dabs.dtype.kind != "f" or dabs.ndim != 2 or dabs.shape[1] != 3:
        return Text("its places of the pen are missing, or no table of three columns")
    if not (np.isfinite(dabs).all() and (np.abs(dabs) <= 10 * PAD).all() and (dabs[:, 2] > 0).all()):
        return Text("a place of the pen is not on the paper")
    for name in names:
        numbers = arrays.get(name)
        least = 0 if name == "labels" else 1
        if numbers is None or numbers.dtype.kind != "i" or numbers.ndim != 1:
            return Text("its {name} are missing, or no whole numbers", name=name)
        if (numbers < least).any() or (numbers > max(len(dabs), 10**6)).any():
            return Text("its {name} are out of range", name=name)
    counts, strokes, labels = (arrays[name] for name in names)
    if (counts.sum(), strokes.sum(), len(strokes)) != (len(dabs), len(counts), len(labels)):
        return Text("its numbers contradict one another")
    return None if len(labels) <= MOST else Text("more than {most} drawings are not read", most=MOST)
