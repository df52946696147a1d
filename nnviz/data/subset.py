"""A data set whose training part is some chosen examples of another."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array, IntArray, numbers_of, read_only
from nnviz.data.dataset import Dataset, PartName
from nnviz.data.split import Split
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
    return part.each[:], part.targets


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
    found = [_piece(dataset, name, chosen) for name in ("train", "test")]
    pieces = [(places, split) for places, split in found if len(places)]
    order = np.argsort(np.concatenate([places for places, _ in pieces]))
    stored: list[NDArray[Any]] = [split.stored for _, split in pieces]
    if len({some.dtype for some in stored}) > 1:  # of one part bytes, of the other numbers
        stored = [numbers_of(some) for some in stored]
    labels = [split.labels for _, split in pieces if split.labels is not None]
    return Split(
        read_only(np.concatenate(stored)[order]),
        read_only(np.concatenate([split.targets for _, split in pieces])[order]),
        read_only(np.concatenate(labels)[order]) if labels else None,
    )


def _piece(dataset: Dataset, name: PartName, chosen: Chosen) -> tuple[IntArray, Split]:
    """Return which places in `chosen` are of one part, and their examples."""
    split = dataset.split(name)
    places = np.array([i for i, (part, _) in enumerate(chosen) if part == name], np.int64)
    rows = np.array([chosen[i][1] for i in places], np.int64)
    if rows.size and not 0 <= rows.min() <= rows.max() < len(split):
        raise DataError("There are {n:,} examples to choose from, counted from 0.", n=len(split))
    labels = None if split.labels is None else split.labels[rows]
    return places, Split(split.stored[rows], split.targets[rows], labels)
