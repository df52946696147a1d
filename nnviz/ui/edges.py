"""The picture of all edges between two layers: one sparse product instead of thousands of lines.

While weights change, lines do not move. How much of each pixel every line covers is computed once per
geometry and kept as a sparse matrix, pixels × edges; a frame is coverage times strength, summed apart for
blue and red. That is additive, independent of drawing order and antialiased, and a tone curve then turns
"how much" into colors, so that twelve thousand lines wash out neither on black nor on white.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

from nnviz.core.arrays import Array

DENSE = 4000
"""Edges in one gap from which every second pixel column is sampled: single lines are no longer told apart."""

LEVELS = 128
"""Steps of the tone curve per sign."""

MEAN_COVER = 2.2
"""A dense gap is scaled so that its mean covering becomes 1 / MEAN_COVER on the tone curve."""

Colors = NDArray[np.uint32]
IntArray = NDArray[np.int32]


@dataclass(frozen=True)
class Gap:
    """Where the edges between two layers run, in pixels of the picture.

    Attributes
    ----------
    width, height : int
        Size of the picture; the lines run from its left edge to its right.
    left, right : Array
        Heights of the anchors, shape (n_(l−1),) and (n_l,).
    """

    width: int
    height: int
    left: Array
    right: Array

    @property
    def edges(self) -> int:
        """How many lines there are; edge k·n_l + j joins anchor k with anchor j, as in θ."""
        return len(self.left) * len(self.right)


class Coverage:
    """How much of every pixel each edge of a gap covers."""

    def __init__(self, gap: Gap) -> None:
        self.gap = gap
        self.step = 2 if gap.edges > DENSE else 1
        self.columns = max(1, gap.width // self.step)
        self._matrix = _coverage(gap, self.columns)
        self._mean_cover = float(self._matrix.sum(dtype=np.float64)) / self._matrix.shape[0]

    def gain(self, strengths: Array) -> float:
        """Return by how much to scale the amounts for the tone curve.

        A dense gap is set against its own mean, so that it shows its structure instead of one even haze; a
        sparse one shows every line at its own strength.
        """
        mean = self._mean_cover * float(np.abs(strengths).mean())
        return 1 / max(0.5, MEAN_COVER * mean)

    def amounts(self, strengths: Array) -> tuple[Array, Array]:
        """Return how much blue and how much red reaches each pixel, two arrays (height, columns).

        `strengths`, shape (edges,), is signed, −1 … 1.
        """
        size = (self.gap.height, self.columns)
        values = strengths.astype(np.float32, copy=False)
        positive = self._matrix @ np.maximum(values, 0)
        negative = self._matrix @ np.maximum(-values, 0)
        return positive.reshape(size), negative.reshape(size)


def _coverage(gap: Gap, columns: int) -> csr_matrix:
    """Return the matrix, shape (height · columns, edges)."""
    left = np.repeat(gap.left, len(gap.right)).astype(np.float32)
    right = np.tile(gap.right, len(gap.left)).astype(np.float32)
    # A line of width 1 crosses a pixel column on √(1 + slope²) pixels.
    reach = np.sqrt(1 + ((right - left) / gap.width) ** 2) / 2
    edges = np.arange(gap.edges, dtype=np.int32)
    splat = _two_pixels if gap.edges > DENSE else _every_pixel
    parts = []
    for column in range(columns):
        t = np.float32((column + 0.5) / columns)
        rows, ids, covered = splat((1 - t) * left + t * right, reach, edges)
        parts.append((rows * columns + column, ids, covered))
    rows, ids, covered = (np.concatenate(part) for part in zip(*parts, strict=True))
    inside = (rows >= 0) & (rows < gap.height * columns)
    shape = (gap.height * columns, gap.edges)
    matrix = coo_matrix((covered[inside], (rows[inside], ids[inside])), shape=shape).tocsr()
    return matrix


def _two_pixels(y: Array, reach: Array, edges: IntArray) -> tuple[IntArray, IntArray, Array]:
    """Share each line's amount between the two pixels nearest to its center."""
    top = np.floor(y - 0.5)
    share = y - 0.5 - top
    rows = np.concatenate([top, top + 1]).astype(np.int32)
    covered = np.concatenate([(1 - share) * 2 * reach, share * 2 * reach])
    return rows, np.concatenate([edges, edges]), covered


def _every_pixel(y: Array, reach: Array, edges: IntArray) -> tuple[IntArray, IntArray, Array]:
    """Cover every pixel that a line one pixel wide touches in this column."""
    touched = int(np.ceil(2 * reach.max() + 1))
    rows = np.floor(y - reach - 0.5)[None] + np.arange(touched + 1, dtype=np.float32)[:, None]
    covered = np.clip(reach + 0.5 - np.abs(rows + 0.5 - y), 0, 1)
    some = covered > 0
    ids = np.broadcast_to(edges, rows.shape)
    return rows[some].astype(np.int32), ids[some], covered[some]


def strengths(values: Array, gamma: float) -> tuple[Array, float]:
    """Return sign(v) · (|v| / max|v|)^γ for every edge, and max|v|.

    Where all values are 0, or one is not finite, the strengths of those are 0.
    """
    size = np.abs(values)
    scale = float(size.max(initial=0.0, where=np.isfinite(size)))
    if scale == 0:
        return np.zeros(values.shape, np.float32), 0.0
    share = np.nan_to_num(size / scale, nan=0.0, posinf=1.0).astype(np.float32)
    return np.copysign(share if gamma == 1 else share**gamma, values), scale


def tone_table(ground: Array, positive: Array, negative: Array) -> Colors:
    """Return the colors of all (blue, red) amounts as 0xffRRGGBB, shape (LEVELS², ).

    Parameters
    ----------
    ground, positive, negative : Array
        RGB, 0 … 255, shape (3,).
    """
    level = np.linspace(0, 1, LEVELS) ** 2 * 6  # finer where little is there
    blue, red = np.meshgrid(level, level, indexing="ij")
    total = blue + red
    cover = (1 - np.exp(-total))[..., None]
    # Cubed, so that the sign that prevails is seen where thousands of lines mix, instead of an even violet.
    share = np.divide(blue**3, blue**3 + red**3, out=np.full_like(blue, 0.5), where=total > 0)[..., None]
    ink = share * positive + (1 - share) * negative
    rgb = np.rint(ground + cover * (ink - ground)).astype(np.uint32)
    packed = 0xFF000000 | rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]
    return packed.astype(np.uint32).ravel()


def colored(positive: Array, negative: Array, gain: float, table: Colors) -> Colors:
    """Return the picture, shape (height, columns), of the amounts times `gain` through the tone curve."""
    index = _levels(positive, gain)
    index *= LEVELS
    index += _levels(negative, gain)
    return table.take(index)


def _levels(amount: Array, gain: float) -> NDArray[np.intp]:
    level = np.sqrt(amount * np.float32(gain / 6))
    level *= LEVELS - 1
    return np.minimum(level, LEVELS - 1, out=level).astype(np.intp)
