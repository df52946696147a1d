"""Lines of equal height, by marching squares; where a height is missing there is no line.

Source: Lorensen, Cline (1987) in two dimensions. A line enters and leaves a cell of the grid where a side's
two ends lie on different sides of the level; a saddle's four crossings are joined by its middle's height.
"""

import numpy as np

from nnviz.core.arrays import Array, BoolArray

LEVELS, STRETCH = 16, 1.8
"""How many lines there are, and how much closer they lie at the bottom than at the top."""

_SIDES = ((0, 1), (1, 2), (2, 3), (3, 0))
"""The four sides of a cell by its corners (0, 0), (1, 0), (1, 1), (0, 1)."""

_CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])


def levels(heights: Array, count: int = LEVELS) -> Array:
    """Return heights worth a line: closer together near the lowest, where descents end."""
    finite = heights[np.isfinite(heights)]
    if not len(finite) or finite.max() <= finite.min():
        return np.empty(0)
    low, high = float(finite.min()), float(finite.max())
    return np.asarray(low + (high - low) * (np.arange(1, count + 1) / (count + 1)) ** STRETCH)


def contour(heights: Array, level: float) -> Array:
    """Return the line of one height as pieces.

    Parameters
    ----------
    heights : Array
        Shape (k, m), the height at grid point (i, j).
    level : float
        The height.

    Returns
    -------
    pieces : Array
        Shape (number of pieces, 2, 2): both ends of each, in units of the grid, first i then j.
    """
    known = np.where(np.isfinite(heights), heights, np.nan)
    grid = np.stack([known[:-1, :-1], known[1:, :-1], known[1:, 1:], known[:-1, 1:]])
    lowest, highest = grid.min(axis=0), grid.max(axis=0)  # not numbers where a corner is none
    i, j = np.nonzero((lowest <= level) & (highest > level))
    corners = grid[:, i, j]
    above = corners > level
    places = np.stack([_crossing(corners[a], corners[b], level, a, b) for a, b in _SIDES])
    places += np.stack([i, j], axis=-1)
    crossed = np.stack([above[a] != above[b] for a, b in _SIDES])
    saddle = crossed.all(axis=0)
    simple = _pieces(places[:, ~saddle], crossed[:, ~saddle])
    return np.concatenate([simple, *_saddles(places[:, saddle], corners[:, saddle], level)])


def _crossing(first: Array, second: Array, level: float, a: int, b: int) -> Array:
    """Return where a level is met on one side of each cell, from its corner (0, 0), shape (cells, 2)."""
    with np.errstate(all="ignore"):
        share = np.clip((level - first) / (second - first), 0, 1)[:, None]
        return np.asarray(_CORNERS[a] + share * (_CORNERS[b] - _CORNERS[a]))


def _pieces(places: Array, crossed: BoolArray) -> Array:
    """Join the two sides that are crossed of each cell."""
    cells = np.arange(places.shape[1])
    first, last = crossed.argmax(axis=0), 3 - crossed[::-1].argmax(axis=0)
    return np.stack([places[first, cells], places[last, cells]], axis=1)


def _saddles(places: Array, corners: Array, level: float) -> list[Array]:
    """Cut off corners 0 and 2 of a saddle where its middle is on the side of 1 and 3, else the others."""
    even = (corners.mean(axis=0) > level) != (corners[0] > level)
    pairs = []
    for cells, joined in ((even, ((3, 0), (1, 2))), (~even, ((0, 1), (2, 3)))):
        pairs += [np.stack([places[a, cells], places[b, cells]], axis=1) for a, b in joined]
    return pairs
