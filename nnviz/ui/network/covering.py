"""How much of each pixel every line covers, as a sparse matrix, pixels × lines."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array
from nnviz.ui.network.gap import Gap, IntArray, Lines, touched_by
from nnviz.ui.network.sparse import Columns

PART = 400_000
"""Entries that are computed at a time: temporary arrays stay in the cache."""


def matrix_of(gap: Gap, lines: Lines, size: tuple[int, int], extent: Array) -> tuple[IntArray, Columns]:
    """Return which line each column of the matrix is, and the matrix, shape (rows · columns, lines).

    `extent` is half of what each line is spread over in a column, in rows.
    """
    # Lines are grouped by the number of pixels they touch, for then all is arithmetic on whole arrays.
    touched = touched_by(extent)
    order = np.argsort(touched, kind="stable")
    starts = np.concatenate([[0], np.cumsum(touched[order].astype(np.int64) * size[1])]).astype(np.int32)
    pixels, covered = np.empty(starts[-1], np.int32), np.empty(starts[-1], np.float32)
    at = 0
    while at < len(order):
        some = int(touched[order[at]])
        same = int(np.searchsorted(touched[order], some, side="right"))
        upto = min(same, at + max(1, PART // (some * size[1])))
        place, shape = slice(starts[at], starts[upto]), (upto - at, some, size[1])
        part = _Part(gap, lines, extent, order[at:upto], size)
        part.splat(pixels[place].reshape(shape), covered[place].reshape(shape))
        at = upto
    return lines.ids[order], Columns(covered, pixels, starts, (size[0] * size[1], len(order)))


def touched_only(matrix: Columns) -> tuple[NDArray[np.intp], Columns]:
    """Return the pixels that any line covers, and the matrix of those alone."""
    covering = matrix.data > 0
    data, indices = matrix.data[covering], matrix.indices[covering]
    starts = np.concatenate([[0], np.cumsum(covering)])[matrix.starts].astype(np.int32)
    reached = np.zeros(matrix.shape[0], np.bool_)
    reached[indices] = True
    pixels = np.flatnonzero(reached)
    place = np.zeros(matrix.shape[0], np.int32)
    place[pixels] = np.arange(len(pixels), dtype=np.int32)
    return pixels, Columns(data, place[indices], starts, (len(pixels), matrix.shape[1]))


@dataclass(frozen=True)
class _Part:
    """Some of the lines, all of which touch equally many pixels of a column."""

    gap: Gap
    lines: Lines
    extent: Array
    some: NDArray[np.intp]
    size: tuple[int, int]

    def splat(self, pixels: IntArray, covered: Array) -> None:
        """Write the pixels touched and how much of each is covered, shape (lines, touched, columns)."""
        rows, columns = self.size
        column = np.arange(columns, dtype=np.int32)
        y, extent = self._heights(column), self.extent[self.some, None].astype(np.float32)
        # However far it is spread, in all it covers what a line of its width covers.
        share = self.gap.thickness * self.lines.reach[self.some, None] / extent
        top = np.floor(y - extent)
        for n in range(pixels.shape[1]):
            row = top + n
            covered[:, n] = np.clip(extent + 0.5 - np.abs(row + 0.5 - y), 0, 1) * share
            outside = (row < 0) | (row >= rows)
            covered[:, n][outside] = 0
            row[outside] = 0
            pixels[:, n] = row.astype(np.int32) * columns + column

    def _heights(self, column: IntArray) -> Array:
        t = (column.astype(np.float32) + np.float32(0.5)) / np.float32(self.size[1])
        first, last = self.lines.first[self.some, None], self.lines.last[self.some, None]
        shrunk = np.float32(self.size[0] / self.gap.height)
        return np.asarray((first + t * (last - first)) * shrunk, np.float32)
