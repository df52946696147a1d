"""A data set whose training part is some chosen examples of another."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.data.dataset import Dataset, PartName
from nnviz.data.split import Split, numbers_of
from nnviz.errors import DataError

Chosen = Sequence[tuple[PartName, int]]


def gathered(dataset: Dataset, chosen: Chosen) -> tuple[Array, Array]:
    """Return inputs and targets of some examples, (split, index) each, as they are in memory.

    Returns
    -------
    x : float32 array, shape (B, n_0)
    y : float32 array, shape (B, n_L)
    """
    part = _cut(dataset, chosen)
    return part.x, part.targets


def restricted(dataset: Dataset, chosen: Chosen, source: str) -> Dataset:
    """Return a data set to train on the chosen examples alone; the test part stays as it is.

    Parameters
    ----------
    dataset : Dataset
        Where the examples are taken from.
    chosen : sequence of (split, index)
        Which, in order.
    source : str
        What its source says: of what it is a part.

    Raises
    ------
    DataError
        If none is chosen, or there is no such example.
    """
    return replace(dataset, train=_cut(dataset, chosen), source=source)


def _cut(dataset: Dataset, chosen: Chosen) -> Split:
    if not chosen:
        raise DataError("No example is chosen; choose at least one.")
    pieces = [_piece(dataset, name, chosen) for name in ("train", "test")]
    order = np.argsort(np.concatenate([places for places, _ in pieces]))
    stored = [split.stored for _, split in pieces]
    if stored[0].dtype != stored[1].dtype:  # noise to train on, images to test with
        stored = [numbers_of(some) for some in stored]
    parts = [stored, *([getattr(split, what) for _, split in pieces] for what in ("targets", "labels"))]
    arrays = [np.concatenate(part)[order] for part in parts if part[0] is not None]
    for array in arrays:
        array.flags.writeable = False
    return Split(arrays[0], arrays[1], arrays[2] if len(arrays) > 2 else None)


def _piece(dataset: Dataset, name: PartName, chosen: Chosen) -> tuple[IntArray, Split]:
    """Return which places in `chosen` are of one part, and their examples."""
    split = dataset.split(name)
    places = np.array([i for i, (part, _) in enumerate(chosen) if part == name], np.int64)
    rows = np.array([chosen[i][1] for i in places], np.int64)
    if rows.size and not 0 <= rows.min() <= rows.max() < len(split):
        raise DataError("There are {n:,} examples to choose from, counted from 0.", n=len(split))
    labels = None if split.labels is None else split.labels[rows]
    return places, Split(split.stored[rows], split.targets[rows], labels)
