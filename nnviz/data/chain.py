"""One number in, one number out: a few pairs that a chain of single neurons can learn."""

from functools import cache

import numpy as np

from nnviz.data.dataset import Dataset
from nnviz.data.split import Split, make_split

TITLE = "One number in, one out"

TRAIN = ((0.75, 0.25), (0.25, 0.75), (0.5, 0.5), (1.0, 0.125), (0.0, 0.875))
TEST = ((0.625, 0.375), (0.375, 0.625))
"""Pairs (x, y): the larger x, the smaller y; in float32 exactly as they are written here."""


@cache
def load_chain() -> Dataset:
    """Return pairs (x, y): five to train on and two to test."""
    source = "Made up for this program: the larger x, the smaller y."
    return Dataset("chain", TITLE, _split(TRAIN), _split(TEST), None, None, source, ("x",))


def _split(pairs: tuple[tuple[float, float], ...]) -> Split:
    table = np.array(pairs)
    return make_split(table[:, :1], targets=table[:, 1:])
