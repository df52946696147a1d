"""Which examples are for training and which for the test, where the source does not say."""

import numpy as np

from nnviz.core.arrays import IntArray
from nnviz.errors import DataError

TEST_SHARE = 0.2

PURPOSE = 13
"""Keeps these random numbers apart from all others."""


def part(n: int, seed: int = 0) -> tuple[IntArray, IntArray]:
    """Draw one example in five for the test.

    Parameters
    ----------
    n : int
        The number of examples.
    seed : int
        The same seed gives the same parts.

    Returns
    -------
    train, test : arrays of int
        Numbers of examples from 0, in random order; at least one each.

    Raises
    ------
    DataError
        If there are fewer than two.
    """
    if n < 2:
        raise DataError(
            "At least 2 examples are needed, one to train on and one to test, but there are {n}.", n=n
        )
    order: IntArray = np.random.default_rng([seed, PURPOSE]).permutation(n)
    n_test = max(1, round(n * TEST_SHARE))
    return order[n_test:], order[:n_test]
