"""Where the numbers of a layer stand when they are shown as a picture: images as images, the rest in rows."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from nnviz.core.arrays import Array, BoolArray, IntArray
from nnviz.ui.cells import Cell

ROW = 16
"""Cells in a row where there is no image; twice as many for large layers."""


def arrange(count: int, image_shape: tuple[int, ...] | None) -> IntArray:
    """Return which of `count` numbers stands in which cell, −1 where there is none.

    An image keeps its shape, a color image becomes its three channels side by side, all else rows of
    equal length.
    """
    if image_shape is None:
        columns = ROW if count <= 4 * ROW else 2 * ROW
        rows = ceil(count / columns)
        columns = ceil(count / rows)
        cells = np.full(rows * columns, -1)
        cells[:count] = np.arange(count)
        return cells.reshape(rows, columns)
    numbers = np.arange(count).reshape(image_shape)
    if numbers.ndim == 3:
        return np.swapaxes(numbers, 1, 2).reshape(image_shape[0], -1)
    return numbers


def is_color(image_shape: tuple[int, ...] | None) -> bool:
    """Say whether images of a shape have colors."""
    return image_shape is not None and len(image_shape) == 3


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Which number stands in which cell of a picture.

    Attributes
    ----------
    cells : IntArray
        Shape (rows, columns), −1 for none; where the channels of a color image share their cells,
        (rows, columns, 3).
    """

    cells: IntArray

    @classmethod
    def of(cls, count: int, image_shape: tuple[int, ...] | None, in_color: bool = False) -> Arrangement:
        """Return where so many numbers stand; a color image as one in color, or as three side by side."""
        if in_color and image_shape is not None and is_color(image_shape):
            return cls(np.arange(count).reshape(image_shape))
        return cls(arrange(count, image_shape))

    @property
    def in_color(self) -> bool:
        """Whether three numbers share a cell."""
        return self.cells.ndim == 3

    @property
    def shape(self) -> Cell:
        """Rows and columns."""
        rows, columns = self.cells.shape[:2]
        return rows, columns

    @property
    def present(self) -> BoolArray:
        """Which cells there are, shape (rows, columns)."""
        return np.asarray(self.cells.reshape(*self.shape, -1)[..., 0] >= 0)

    def picture(self, values: Array) -> Array:
        """Return numbers, shape (…, count), in their cells; 0 where there is none."""
        return np.where(self.cells >= 0, values[..., self.cells], 0)

    def cell_of(self, k: int) -> Cell:
        """Return row and column of a number."""
        row, column = np.argwhere(self.cells == k)[0][:2]
        return int(row), int(column)

    def inside(self, row: int, column: int) -> tuple[int, ...]:
        """Return the numbers that stand in a cell: one, three, or none."""
        return tuple(int(k) for k in np.atleast_1d(self.cells[row, column]) if k >= 0)

    def strongest(self, row: int, column: int, values: Array) -> int | None:
        """Return the number in a cell whose value is largest: it speaks for the others there."""
        return max(self.inside(row, column), key=lambda k: abs(float(values[k])), default=None)
