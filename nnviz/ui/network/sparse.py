"""A sparse matrix by columns whose first products do without SciPy.

Importing scipy.sparse takes longer than all else that the window's first picture needs of NumPy. NumPy alone
is three times slower at the product itself, which one picture does not notice and a training would.
"""

import sys
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array

BY_NUMPY = 2
"""So many products are NumPy's: one picture takes one of blue and one of red."""


class Columns:
    """A sparse matrix, one column after the other.

    Parameters
    ----------
    data : Array
        The entries.
    indices : array of int
        The row of each.
    starts : array of int
        Where each column begins, and where the last one ends; shape (columns + 1,).
    shape : tuple of int
        Rows and columns.
    """

    def __init__(
        self, data: Array, indices: NDArray[np.int32], starts: NDArray[np.int32], shape: tuple[int, int]
    ) -> None:
        self.data, self.indices, self.starts, self.shape = data, indices, starts, shape
        self._products = 0
        self.by_rows = False
        """Whether SciPy is to have it row by row: quicker products, after one slow conversion."""

    @property
    def nnz(self) -> int:
        """How many entries there are."""
        return len(self.data)

    def __matmul__(self, vector: Array) -> Array:
        """Return the product with a vector, shape (columns,); bit by bit the same whoever computes it."""
        self._products += 1
        if self._products > BY_NUMPY or scipy_is_there():
            return np.asarray(self._of_scipy @ vector)
        product = np.zeros(self.shape[0], np.result_type(self.data, vector))
        there = vector != 0
        counts = np.diff(self.starts)
        if len(counts) and (counts == counts[0]).all():
            rows, data = self.indices.reshape(len(counts), -1), self.data.reshape(len(counts), -1)
            np.add.at(product, rows[there].ravel(), (data[there] * vector[there, None]).ravel())
        else:
            entries = np.repeat(there, counts)
            amounts = self.data[entries] * np.repeat(vector[there], counts[there])
            np.add.at(product, self.indices[entries], amounts)
        return product

    def get_ready(self) -> None:
        """Let SciPy have it, so that no product has to wait for that."""
        _ = self._of_scipy

    @cached_property
    def _of_scipy(self) -> Any:
        from scipy.sparse import csc_matrix

        matrix = csc_matrix((self.data, self.indices, self.starts), shape=self.shape)
        return matrix.tocsr() if self.by_rows else matrix


def scipy_is_there() -> bool:
    """Say whether SciPy has been imported meanwhile, so that using it costs nothing more."""
    return "scipy.sparse" in sys.modules
