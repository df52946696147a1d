"""The path of a training through the space of all parameters, from the states that were kept of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, IntArray, read_only
from nnviz.core.flat import Flat
from nnviz.training.stretch import Stretch

MOST, LEAST = 80, 12
"""Of a path at most so many states are drawn; of a large network fewer, but at least so many."""

BUDGET = 24_000_000
"""Bytes that the states of a path may take in float64."""


@dataclass(frozen=True, eq=False)
class Walk:
    """The states of a path.

    Attributes
    ----------
    theta : Array
        Shape (m, parameter_count), float32, read-only.
    pieces : IntArray
        Shape (m,): states with the same number are joined by lines.
    """

    theta: Array
    pieces: IntArray


@dataclass(frozen=True, eq=False)
class Trail:
    """A path as a plane shows it; all arrays are read-only.

    Attributes
    ----------
    points : Array
        Shape (m, 2): the nearest points of the plane.
    distances : Array
        Shape (m,): how far the states really are from them.
    pieces : IntArray
        Shape (m,): points with the same number are joined by lines.
    """

    points: Array
    distances: Array
    pieces: IntArray

    @classmethod
    def on(cls, flat: Flat, walk: Walk) -> "Trail":
        """Project a walk onto a plane."""
        points, distances = flat.nearest(walk.theta)
        return cls(read_only(points), read_only(distances), walk.pieces)


def walk(
    stretches: Sequence[Stretch], parameter_count: int, stopped: Callable[[], bool] = lambda: False
) -> Walk | None:
    """Bring states of a path back, evenly over its updates; None when stopped, or when there are none."""
    most = int(min(MOST, max(LEAST, BUDGET // (8 * parameter_count))))
    updates = sum(stretch.last - stretch.first for stretch in stretches)
    theta: list[Array] = []
    pieces: list[int] = []
    piece = 0
    for stretch in stretches:
        piece += stretch.leaps
        share = (stretch.last - stretch.first) / max(updates, 1)
        for parameters in stretch.some(round(share * most)):
            if stopped():
                return None
            if theta and piece == pieces[-1] and np.array_equal(parameters.theta, theta[-1]):
                continue  # a training begins where the one before it has ended
            theta.append(parameters.theta)
            pieces.append(piece)
    if not theta:
        return None
    return Walk(read_only(np.stack(theta)), np.array(pieces, np.int64))
