"""The picture of all edges between two layers: one sparse product instead of thousands of lines.

While weights change, lines do not move. How much of each pixel every line covers is computed once per
geometry and kept as a sparse matrix, pixels × lines; a frame is coverage times strength, summed apart for
blue and red. That is additive, independent of drawing order and antialiased, and a tone curve then turns
"how much" into colors, so that twelve thousand lines wash out neither on black nor on white.

What the matrix may hold is limited. Where every edge on every pixel column would be too much, first fewer
columns are sampled, and then neighboring anchors are bundled: one line stands for several edges and carries
the sum of their strengths, each sign for itself.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array
from nnviz.ui.network.sparse import Columns
from nnviz.ui.network.tone import Colors, colored, strengths, tone_table

__all__ = ["DENSE", "LIMIT", "Coverage", "Gap", "colored", "strengths", "tone_table"]

DENSE = 4000
"""Lines in one gap from which every second pixel column is sampled: single lines are no longer told apart."""

LIMIT = 3_200_000
"""What one gap's matrix may hold, 8 bytes each."""

FEWEST_COLUMNS = 80
"""Before a gap is sampled more coarsely than this, its edges are bundled."""

MEAN_COVER = 2.2
"""A dense gap is scaled so that its mean covering becomes 1 / MEAN_COVER on the tone curve."""

QUICK = 1_100_000
"""A gap with no more entries needs no draft, and a draft has no more."""

PART = 400_000
"""Entries that are computed at a time: temporary arrays stay in the cache."""

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


class Coverage:
    """How much of every pixel each edge of a gap covers.

    Parameters
    ----------
    gap : Gap
        The geometry.
    limit : int
        How many numbers the matrix may hold.
    fewest : int
        Before fewer columns than these are sampled, edges are bundled.
    bundle : tuple of int
        How many anchors on the left and on the right are bundled at least.

    Attributes
    ----------
    bundle : tuple of int
        How many anchors on the left and on the right one line stands for; (1, 1) for one line per edge.
    rows, columns : int
        The size of the picture that is computed, and then stretched: where few columns are sampled, so are
        rows, else steep lines would become stairs.
    """

    def __init__(
        self, gap: Gap, limit: int = LIMIT, fewest: int = FEWEST_COLUMNS, bundle: tuple[int, int] = (1, 1)
    ) -> None:
        self.gap = gap
        self.bundle, lines = _affordable(gap, limit, fewest, bundle)
        self.crisp = len(lines.ids) <= DENSE and _crisp_entries(gap, lines) <= limit
        self.rows, self.columns = gap.height, gap.width
        extent = gap.thickness * lines.reach
        if not self.crisp:
            self.rows, self.columns, extent = _sampled(gap, lines, limit, fewest)
        self._ids, matrix = _matrix(gap, lines, (self.rows, self.columns), extent)
        self._pixels: NDArray[np.intp] | None = None
        self._matrix = matrix
        if self.crisp:
            self._pixels, self._matrix = _touched_only(matrix)
        self._mean_cover = float(matrix.data.sum(dtype=np.float64)) / (self.rows * self.columns)
        self._picture: Colors | None = None
        self._ground: np.uint32 | None = None

    def draft(self) -> "Coverage":
        """Return a coarser coverage, for pictures soon replaced; itself where it is quick enough.

        Its rows are higher, so bundling anchors that lie closer together than those takes little away.
        """
        if self.crisp or self.entries <= QUICK:
            return self
        draft = Coverage(self.gap, QUICK, FEWEST_COLUMNS, self.bundle)
        draft._matrix.by_rows = True  # it is for many products
        return draft

    def get_ready(self) -> None:
        """Do now what the first picture would have to wait for."""
        self._matrix.get_ready()

    @property
    def entries(self) -> int:
        """How many numbers the matrix holds."""
        return int(self._matrix.nnz)

    def gain(self, strengths: Array) -> float:
        """Return by how much to scale the amounts for the tone curve.

        A dense gap is set against its own mean, so that it shows its structure instead of one even haze; a
        sparse one shows every line at its own strength.
        """
        edges_per_line = self.bundle[0] * self.bundle[1]
        mean = self._mean_cover * float(np.abs(strengths).mean()) * edges_per_line
        return 1 / max(0.5, MEAN_COVER * mean)

    def amounts(self, strengths: Array) -> tuple[Array, Array]:
        """Return how much blue and how much red reaches each pixel, two arrays (rows, columns).

        `strengths`, shape (edges,), is signed, −1 … 1.
        """
        amounts = self._amounts(strengths)
        if self._pixels is None:
            return amounts[0].reshape(self.rows, self.columns), amounts[1].reshape(self.rows, self.columns)
        whole = np.zeros((2, self.rows * self.columns), np.float32)
        whole[:, self._pixels] = amounts
        return whole[0].reshape(self.rows, self.columns), whole[1].reshape(self.rows, self.columns)

    def picture(self, strengths: Array, gain: float, table: Colors) -> Colors:
        """Return the picture of signed strengths, shape (rows, columns); the next one overwrites it."""
        colors = colored(*self._amounts(strengths), gain, table)
        if self._picture is None:
            self._picture = np.empty((self.rows, self.columns), np.uint32)
        if self._pixels is None:
            self._picture.ravel()[:] = colors
            return self._picture
        # Most pixels of a sparse gap are never reached by any line: they keep the ground's color.
        if self._ground != table[0]:
            self._ground = table[0]
            self._picture.fill(self._ground)
        self._picture.ravel()[self._pixels] = colors
        return self._picture

    def _amounts(self, strengths: Array) -> tuple[Array, Array]:
        """Return how much blue and how much red reaches each pixel that any line touches."""
        values = strengths.astype(np.float32, copy=False)
        if self.bundle == (1, 1):
            drawn = values[self._ids]
            return self._matrix @ np.maximum(drawn, 0), self._matrix @ np.maximum(-drawn, 0)
        positive, negative = (self._sums(part) for part in (np.maximum(values, 0), np.maximum(-values, 0)))
        return self._matrix @ positive, self._matrix @ negative

    def _sums(self, strengths: Array) -> Array:
        """Return the sum of the strengths of one sign that each line stands for."""
        n_left, n_right = len(self.gap.left), len(self.gap.right)
        rows = np.add.reduceat(
            strengths.reshape(n_left, n_right), np.arange(0, n_left, self.bundle[0]), axis=0
        )
        sums = np.add.reduceat(rows, np.arange(0, n_right, self.bundle[1]), axis=1)
        return np.asarray(sums.ravel()[self._ids], np.float32)


# Which lines


def _affordable(gap: Gap, limit: int, fewest: int, bundle: tuple[int, int]) -> tuple[tuple[int, int], Lines]:
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


def _sampled(gap: Gap, lines: Lines, limit: int, fewest: int) -> tuple[int, int, Array]:
    """Return the rows and columns that the limit allows, and half of how far each line reaches in a column.

    Between two sampled columns a steep line passes several rows. It is spread over them, for else it would
    become a row of dots; where the limit is too small for that, so many lines lie on each other that none
    of them is seen alone.
    """
    columns = most = max(1, min(gap.width // 2, limit // (2 * max(len(lines.ids), 1))))
    while columns >= min(most, fewest):
        rows = _rows(gap, columns)
        run = np.abs(lines.last - lines.first) * (rows / gap.height / columns)
        extent = np.maximum(run / 2, 0.5)
        if columns * int(_touched(extent).sum(dtype=np.int64)) <= limit:
            return rows, columns, extent
        columns = int(0.9 * columns)
    return _rows(gap, most), most, np.full(len(lines.ids), 0.5, np.float32)


def _rows(gap: Gap, columns: int) -> int:
    return max(1, round(gap.height / max(1.0, gap.width / columns / 4)))


def _touched(extent: Array) -> IntArray:
    """Return how many pixels of a column each line can touch."""
    return np.ceil(2 * extent + 1).astype(np.int32)


def _crisp_entries(gap: Gap, lines: Lines) -> int:
    return int(_touched(gap.thickness * lines.reach).sum(dtype=np.int64)) * gap.width


# What they cover


def _matrix(gap: Gap, lines: Lines, size: tuple[int, int], extent: Array) -> tuple[IntArray, Columns]:
    """Return which line each column of the matrix is, and the matrix, shape (rows · columns, lines).

    `extent` is half of what each line is spread over in a column, in rows.
    """
    # Lines are grouped by the number of pixels they touch, for then all is arithmetic on whole arrays.
    touched = _touched(extent)
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


def _touched_only(matrix: Columns) -> tuple[NDArray[np.intp], Columns]:
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
