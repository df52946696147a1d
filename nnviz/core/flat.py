"""Lines and planes in the space of all parameters, and the cost on them.

On θ = θ₀ + Σ_i c_i d_i the weighted sums of the first layer are linear in the coordinates,

    z^(1)(θ) = z^(1)(θ₀) + Σ_i c_i ã^(0) D_i        (D_i the first block of d_i),

so that the product with the inputs, by far the largest, is taken once for θ₀ and once for each direction,
however many points there are. From the second layer on every point has weights of its own; many points go
through these small layers together, as one stack. Such pictures of a network's cost are those of Goodfellow,
Vinyals, Saxe, *Qualitatively characterizing neural network optimization problems* (2015).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from nnviz.core import passes
from nnviz.core.arrays import Array
from nnviz.core.network import Parameters
from nnviz.core.passes import Masks

STACK = 200_000
"""Activations of one layer that are computed together, all points and examples: a few arrays of 1.6 MB."""


@dataclass(frozen=True, eq=False)
class Flat:
    """All θ₀ + Σ_i c_i d_i: a line where there is one direction, a plane where there are two.

    Attributes
    ----------
    origin : Parameters
        θ₀, float64.
    directions : tuple of Parameters
        The d_i, float64, linearly independent.
    """

    origin: Parameters
    directions: tuple[Parameters, ...]

    @classmethod
    def spanned(cls, origin: Parameters, *directions: Array) -> "Flat":
        """Return the flat through `origin` along vectors of shape (parameter_count,)."""
        exactly = (Parameters(origin.spec, np.asarray(d, np.float64)) for d in directions)
        return cls(origin.astype(np.float64), tuple(exactly))

    def at(self, *coordinates: float) -> Parameters:
        """Return θ at a point, float64."""
        theta = self.origin.theta.copy()
        for c, direction in zip(coordinates, self.directions, strict=True):
            theta += c * direction.theta
        return Parameters(self.origin.spec, theta)

    def nearest(self, theta: ArrayLike) -> tuple[Array, Array]:
        """Return where on the flat the nearest points to some θ are, and how far those are away.

        Parameters
        ----------
        theta : array_like, shape (m, parameter_count)

        Returns
        -------
        coordinates : Array, shape (m, number of directions)
        distances : Array, shape (m,)
            Euclidean.
        """
        away = np.atleast_2d(np.asarray(theta, np.float64)) - self.origin.theta
        coordinates = np.linalg.solve(self._products, self._matrix @ away.T).T
        return coordinates, np.linalg.norm(away - coordinates @ self._matrix, axis=1)

    @cached_property
    def _matrix(self) -> Array:
        return np.stack([direction.theta for direction in self.directions])

    @cached_property
    def _products(self) -> Array:
        return self._matrix @ self._matrix.T


class Section:
    """The summed cost of some examples, as a function on a flat.

    Parameters
    ----------
    flat : Flat
        The line or plane.
    x, y : Array
        Inputs, shape (n, n_0), and targets, shape (n, n_L).
    masks : dict, optional
        The neurons that are switched off.
    """

    def __init__(self, flat: Flat, x: Array, y: Array, masks: Masks | None = None) -> None:
        self._spec, self._masks = flat.origin.spec, masks
        self._y = y.astype(np.float64)
        basis, exactly = (flat.origin, *flat.directions), x.astype(np.float64)
        self._first = np.stack([passes.weighted_sum(one, 1, exactly) for one in basis])
        self._blocks = {
            layer: np.stack([one.blocks[layer] for one in basis]) for layer in self._spec.layers[1:]
        }

    @property
    def stack(self) -> int:
        """How many points go through the network together."""
        return max(1, STACK // (len(self._y) * max(self._spec.sizes[1:])))

    def costs(self, coordinates: Array) -> Array:
        """Return the sum of all examples' C_0 at points of shape (m, number of directions), shape (m,).

        What is not finite is inf or NaN there, without a warning.
        """
        with np.errstate(all="ignore"):
            parts = [
                self._together(coordinates[start : start + self.stack])
                for start in range(0, len(coordinates), self.stack)
            ]
        return np.concatenate([np.empty(0), *parts])

    def _together(self, coordinates: Array) -> Array:
        factors = np.concatenate([np.ones((len(coordinates), 1)), coordinates], axis=1)
        z = np.tensordot(factors, self._first, 1)  # (points, examples, n_1)
        a = passes.activation(self._spec, 1, z, self._masks)
        for layer in self._spec.layers[1:]:
            block = np.tensordot(factors, self._blocks[layer], 1)
            z = a @ block[:, :-1] + block[:, -1:]
            a = passes.activation(self._spec, layer, z, self._masks)
        return np.asarray(passes.costs(self._spec, z, a, self._y).sum(axis=-1))
