"""Data sets with something taken from them: fewer examples, the right labels, or the images themselves.

What a network makes of them tells learning from memorizing (Zhang et al., *Understanding deep learning
requires rethinking generalization*, 2017).
"""

from dataclasses import replace

import numpy as np

from nnviz.core.arrays import IntArray, numbers_of
from nnviz.data.dataset import Dataset
from nnviz.data.split import Split, make_split
from nnviz.errors import DataError

LABELS, NOISE = 11, 12
"""The purposes that keep these random numbers apart from all others."""

COLUMNS = 32
"""Inputs whose spread is computed at a time."""


def first(dataset: Dataset, n: int) -> Dataset:
    """Keep only the first n training examples.

    Raises
    ------
    DataError
        When there are not so many.
    """
    if not 1 <= n <= len(dataset.train):
        raise DataError("a whole number from 1 to {most:,}, not {n:,}", most=len(dataset.train), n=n)
    split = dataset.train
    labels = None if split.labels is None else split.labels[:n]
    train = Split(split.stored[:n], split.targets[:n], labels)
    return replace(
        dataset,
        train=train,
        title=f"{dataset.title}, {n:,} of them",
        source=f"{dataset.source}; the first {n:,} training examples",
    )


def random_labels(dataset: Dataset, seed: int) -> Dataset:
    """Give every training example a label drawn at random; the test examples keep theirs.

    Raises
    ------
    DataError
        When the targets are not classes, one output each.
    """
    if dataset.classes is None or len(dataset.classes) != dataset.n_outputs:
        raise DataError("random labels need data with classes, one output for each")
    random = np.random.default_rng([seed, LABELS])
    labels: IntArray = random.integers(0, dataset.n_outputs, len(dataset.train))
    targets = np.zeros_like(dataset.train.targets)
    targets[np.arange(len(labels)), labels] = 1
    for array in (labels, targets):
        array.flags.writeable = False
    return replace(
        dataset,
        train=Split(dataset.train.stored, targets, labels),
        title=f"{dataset.title}, labels drawn at random",
        source=f"{dataset.source}; the training labels drawn at random with seed {seed}",
    )


def noise_images(dataset: Dataset, seed: int) -> Dataset:
    """Replace every training input by noise: normal, with the mean and the spread of each input."""
    stored = dataset.train.stored[:, :-1]
    random = np.random.default_rng([seed, NOISE])
    noise = random.standard_normal(stored.shape, np.float32)
    for start in range(0, dataset.n_inputs, COLUMNS):  # all at once would take twice the images' memory
        part = slice(start, start + COLUMNS)
        x = numbers_of(stored[:, part])
        noise[:, part] *= x.std(axis=0, dtype=np.float64).astype(np.float32)
        noise[:, part] += x.mean(axis=0, dtype=np.float64).astype(np.float32)
    split = dataset.train
    return replace(
        dataset,
        train=make_split(noise, labels=split.labels, targets=split.targets, n_classes=dataset.n_outputs),
        title=f"{dataset.title}, noise in place of the training inputs",
        source=f"{dataset.source}; the training inputs drawn at random with seed {seed}",
    )
