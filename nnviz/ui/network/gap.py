"""Where the edges between two layers run, and which lines stand for them within a limit of numbers.

Where every edge on every pixel column would be too much, first fewer columns are sampled, and then
neighboring anchors are bundled: one line stands for several edges.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array

IntArray = NDArray[np.int32]


@dataclass(frozen=True)
class Gap:
    """Where the edges between two layers run, in pixels of the picture.

    Attributes
    ----------
    width, height : int
        Size of the picture.
    left, right : Array
        Heights of the anchors, shape (n_(l−1),) and (n_l,).
    begin, end : float
        Which part of the way from the left anchors to the right ones the picture shows, 0 … 1.
    thickness : float
        Of a line, where single lines are told apart.
    """

    width: int
    height: int
    left: Array
    right: Array
    begin: float = 0.0
    end: float = 1.0
    thickness: float = 1.0

    @property
    def edges(self) -> int:
        """How many edges there are; edge k·n_l + j joins anchor k with anchor j, as in θ."""
        return len(self.left) * len(self.right)


@dataclass(frozen=True)
class Lines:
    """The lines that cross the picture.

    Attributes
    ----------
    ids : IntArray
        Which line each is, among those of all (bundled) anchors.
    first, last : Array
        Its height at the picture's left and right border.
    reach : Array
        Half of what it covers of one pixel column.
    """

    ids: IntArray
    first: Array
    last: Array
    reach: Array


def touched_by(extent: Array) -> IntArray:
    """Return how many pixels of a column each line can touch."""
    return np.ceil(2 * extent + 1).astype(np.int32)


def crisp_entries(gap: Gap, lines: Lines) -> int:
    """Return how many numbers the matrix of all lines on every pixel column would hold."""
    return int(touched_by(gap.thickness * lines.reach).sum(dtype=np.int64)) * gap.width


def affordable(gap: Gap, limit: int, fewest: int, bundle: tuple[int, int]) -> tuple[tuple[int, int], Lines]:
    """Return the smallest bundles, and their lines, whose matrix keeps within the limit."""
    most = limit // (2 * min(fewest, gap.width))
    while True:
        lines = _lines(gap, bundle)
        if len(lines.ids) <= most:
            return bundle, lines
        on_left = len(gap.left) / bundle[0] > len(gap.right) / bundle[1]
        bundle = (bundle[0] * 2, bundle[1]) if on_left else (bundle[0], bundle[1] * 2)


def _lines(gap: Gap, bundle: tuple[int, int]) -> Lines:
    """Return the lines between bundled anchors that cross the picture."""
    left, right = _means(gap.left, bundle[0])[:, None], _means(gap.right, bundle[1])[None]
    first = ((1 - gap.begin) * left + gap.begin * right).ravel()
    last = ((1 - gap.end) * left + gap.end * right).ravel()
    seen = (np.maximum(first, last) > -1) & (np.minimum(first, last) < gap.height + 1)
    ids = np.flatnonzero(seen).astype(np.int32)
    first, last = first[ids], last[ids]
    # A line of width 1 crosses a pixel column on √(1 + slope²) pixels.
    reach = np.sqrt(1 + ((last - first) / gap.width) ** 2) / 2
    return Lines(ids, first, last, reach)


def _means(heights: Array, size: int) -> Array:
    """Return the mean height of each bundle of anchors."""
    starts = np.arange(0, len(heights), size)
    counts = np.diff(starts, append=len(heights))
    return (np.add.reduceat(heights, starts) / counts).astype(np.float32)


def sampled(
    gap: Gap, lines: Lines, limit: int, fewest: int, most_rows: int | None = None
) -> tuple[int, int, Array]:
    """Return the rows and columns that the limit allows, and half of how far each line reaches in a column.

    Between two sampled columns a steep line passes several rows. It is spread over them, for else it would
    become a row of dots; where the limit is too small for that, so many lines lie on each other that none
    of them is seen alone.
    """
    columns = most = max(1, min(gap.width // 2, limit // (2 * max(len(lines.ids), 1))))
    while columns >= min(most, fewest):
        rows = _rows(gap, columns, most_rows)
        run = np.abs(lines.last - lines.first) * (rows / gap.height / columns)
        extent = np.maximum(run / 2, 0.5)
        if columns * int(touched_by(extent).sum(dtype=np.int64)) <= limit:
            return rows, columns, extent
        columns = int(0.9 * columns)
    return _rows(gap, most, most_rows), most, np.full(len(lines.ids), 0.5, np.float32)


def _rows(gap: Gap, columns: int, most: int | None) -> int:
    rows = max(1, round(gap.height / max(1.0, gap.width / columns / 4)))
    return rows if most is None else min(rows, most)
