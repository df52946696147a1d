"""The picture of all edges between two layers: one sparse product instead of thousands of lines.

While weights change, lines do not move. How much of each pixel every line covers is computed once per
geometry and kept as a sparse matrix, pixels × lines; a frame is coverage times strength, summed apart for
blue and red. That is additive, independent of drawing order and antialiased, and a tone curve then turns
"how much" into colors, so that twelve thousand lines wash out neither on black nor on white.

What the matrix may hold is limited (see `gap`). Where one line stands for several edges, it carries the sum
of their strengths, each sign for itself.
"""

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array
from nnviz.ui.network.covering import matrix_of, touched_only
from nnviz.ui.network.gap import Gap, affordable, crisp_entries, sampled
from nnviz.ui.network.tone import Colors, squared_levels, tone

DENSE = 4000
"""Lines in one gap from which every second pixel column is sampled: single lines are no longer told apart."""

LIMIT = 3_200_000
"""What one gap's matrix may hold, 8 bytes each."""

FEWEST_COLUMNS = 80
"""Before a gap is sampled more coarsely than this, its edges are bundled."""

MEAN_COVER = 2.2
"""A dense gap is scaled so that its mean covering becomes 1 / MEAN_COVER on the tone curve."""

QUICK = 550_000
"""A gap with no more entries needs no draft, and a draft has no more; where single lines can be told apart
there is none."""

DRAFT_ROWS = 180
"""A draft has no more rows: bundled lines would lie further apart, and be stripes instead of a soft whole."""


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
    most_rows : int, optional
        How many rows the picture may have where single lines are not told apart.

    Attributes
    ----------
    bundle : tuple of int
        How many anchors on the left and on the right one line stands for; (1, 1) for one line per edge.
    rows, columns : int
        The size of the picture that is computed, and then stretched: where few columns are sampled, so are
        rows, else steep lines would become stairs.
    """

    def __init__(
        self,
        gap: Gap,
        limit: int = LIMIT,
        fewest: int = FEWEST_COLUMNS,
        bundle: tuple[int, int] = (1, 1),
        most_rows: int | None = None,
    ) -> None:
        self.gap = gap
        self.bundle, lines = affordable(gap, limit, fewest, bundle)
        self.crisp = len(lines.ids) <= DENSE and crisp_entries(gap, lines) <= limit
        self.rows, self.columns = gap.height, gap.width
        extent = gap.thickness * lines.reach
        if not self.crisp:
            self.rows, self.columns, extent = sampled(gap, lines, limit, fewest, most_rows)
        self._ids, matrix = matrix_of(gap, lines, (self.rows, self.columns), extent)
        self._pixels: NDArray[np.intp] | None = None
        self._matrix = matrix
        if self.crisp:
            self._pixels, self._matrix = touched_only(matrix)
        self._mean_cover = float(matrix.data.sum(dtype=np.float64)) / (self.rows * self.columns)
        self._colors: Colors | None = None
        self._picture: Colors | None = None
        self._ground: np.uint32 | None = None

    def draft(self) -> "Coverage":
        """Return a coarser coverage, for pictures soon replaced; itself where it is quick enough.

        It is softer: its rows are higher, so bundling anchors that lie about as close takes little away.
        """
        if self.crisp or self.entries <= QUICK:
            return self
        draft = Coverage(self.gap, QUICK, FEWEST_COLUMNS, self.bundle, DRAFT_ROWS)
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
        # The few strengths are scaled instead of the many amounts.
        blue, red = self._amounts(strengths * squared_levels(gain))
        if self._colors is None:
            self._colors = np.empty(len(blue), np.uint32)
        colors = tone(blue, red, table, self._colors)
        if self._pixels is None:
            return colors.reshape(self.rows, self.columns)
        if self._picture is None:
            self._picture = np.empty((self.rows, self.columns), np.uint32)
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
            drawn = _apart(values[self._ids])
        else:
            drawn = self._sums(_apart(values))
        return self._matrix @ drawn[0], self._matrix @ drawn[1]

    def _sums(self, strengths: Array) -> Array:
        """Return the sums of the strengths that each line stands for, sign by sign, shape (2, lines)."""
        sums = strengths.reshape(2, len(self.gap.left), len(self.gap.right))
        for axis, size in enumerate(self.bundle, start=1):
            sums = _summed(sums, axis, size)
        # Not [:, ids]: that comes column by column, and the products would copy each sign first.
        return np.take(sums.reshape(2, -1), self._ids, axis=1)


def _summed(values: Array, axis: int, size: int) -> Array:
    """Return the sums of each `size` neighbors along an axis; of the last ones there may be fewer."""
    n, shape = values.shape[axis], values.shape
    if size == 1:
        return values
    if n % size:
        return np.add.reduceat(values, np.arange(0, n, size), axis=axis)
    # Four times as fast.
    return values.reshape(*shape[:axis], n // size, size, *shape[axis + 1 :]).sum(axis=axis + 1)


def _apart(values: Array) -> Array:
    """Return what is positive and what is negative of finite values, shape (2, values), both as sizes."""
    # max(v, 0) − v is exactly 0 or |v|, and one pass: −v, and a maximum of it, would be two. Of infinity it
    # would be NaN, but the strengths of `tone.strengths` are −1 … 1.
    sizes = np.empty((2, len(values)), np.float32)
    np.maximum(values, 0, out=sizes[0])
    np.subtract(sizes[0], values, out=sizes[1])
    return sizes
