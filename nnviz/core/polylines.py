"""Pieces of a line joined where they meet."""

import numpy as np

from nnviz.core.arrays import Array

SAME = 1e-6
"""Ends that differ by no more are one point."""


def polylines(pieces: Array) -> list[Array]:
    """Join pieces to lines as long as possible; each end meets at most one other.

    Parameters
    ----------
    pieces : Array
        Both ends of each piece, shape (k, 2 ends, 2 coordinates).

    Returns
    -------
    list of Array
        Each of shape (m, 2); a closed line ends with the point it begins with.
    """
    if not len(pieces):
        return []
    points = pieces.reshape(-1, 2)
    _, first, ids = np.unique(np.round(points / SAME), axis=0, return_index=True, return_inverse=True)
    places, ends = points[first], ids.reshape(-1, 2)
    neighbors: dict[int, list[int]] = {}
    for a, b in ends.tolist():
        if a != b:
            neighbors.setdefault(a, []).append(b)
            neighbors.setdefault(b, []).append(a)
    # First from the loose ends; what is left then are closed lines.
    starts = sorted(neighbors, key=lambda point: len(neighbors[point]) != 1)
    lines = (_walk(start, neighbors) for start in starts)
    return [places[line] for line in lines if len(line) > 1]


def _walk(start: int, neighbors: dict[int, list[int]]) -> list[int]:
    """Return the points of the line that begins here, and let it go."""
    line = [start]
    while neighbors.get(line[-1]):
        here, there = line[-1], neighbors[line[-1]].pop()
        neighbors[there].remove(here)
        line.append(there)
    return line
