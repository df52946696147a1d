"""One stroke of a soft round brush over numbers that stand in cells; no window in it."""

from __future__ import annotations

from typing import cast

import numpy as np

from nnviz.core.arrays import Array, IntArray

Place = tuple[float, float]
"""Row and column, with fractions: (0, 0) is the upper left corner of the first cell."""


class Stroke:
    """One drag of a soft round brush.

    What a cell takes depends on how near the brush has come to it, not on how often: going over it twice
    makes no difference, and a fast hand leaves no gaps.

    Parameters
    ----------
    cells, numbers : array
        As a Canvas gives them, before the stroke.
    ink : float
        What the numbers become where the brush covers them whole.
    radius : float
        Of the brush, in cells; half of the ink is taken there.
    """

    def __init__(self, cells: IntArray, numbers: Array, ink: float, radius: float) -> None:
        self._cells, self._before = cells, np.array(numbers, np.float64)
        self._ink, self._radius = ink, radius
        rows, columns = cells.shape[:2]
        self._row, self._column = np.ogrid[0.5:rows, 0.5:columns]
        self._covered = np.zeros((rows, columns))
        self._at: Place | None = None

    def to(self, place: Place) -> dict[int, float]:
        """Lead the brush on, straight, and return the numbers that change, by their index."""
        start, self._at = self._at or place, place
        covered = np.clip(self._radius + 0.5 - self._distances(start, place), 0, 1)
        grown = covered > self._covered
        self._covered[grown] = covered[grown]
        k, share = self._cells[grown], covered[grown][:, None]
        before = self._before[k]
        values = before + share * (self._ink - before)
        return dict(zip(k[k >= 0].tolist(), values[k >= 0].tolist(), strict=True))

    def _distances(self, start: Place, end: Place) -> Array:
        """Return how far each cell's center is from the line between two places."""
        down, right = end[0] - start[0], end[1] - start[1]
        along = (self._row - start[0]) * down + (self._column - start[1]) * right
        t = np.clip(along / max(down**2 + right**2, 1e-12), 0, 1)
        return cast(Array, np.hypot(self._row - start[0] - t * down, self._column - start[1] - t * right))
