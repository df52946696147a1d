"""What neurons answer all over a rectangle of the plane: decision surfaces, and the grid that layers bend.

A surface is a forward pass of many inputs, one for each cell of a grid, of which only some neurons are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, read_only
from nnviz.core.network import Parameters
from nnviz.core.passes import Masks, activation, weighted_sum

CHUNK = 4096
"""Inputs that go through the network together: a wide layer's activations then still fit into the cache."""


@dataclass(frozen=True)
class Rectangle:
    """A part of the plane.

    Attributes
    ----------
    low, high : tuple of float
        Its corners with the smallest and the largest coordinates.
    """

    low: tuple[float, float]
    high: tuple[float, float]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.high[0] - self.low[0], self.high[1] - self.low[1]

    def cells(self, side: int) -> Array:
        """Return the middles of side × side cells, shape (side², 2), row by row from the top."""
        steps = (np.arange(side) + 0.5) / side
        across = self.low[0] + self.size[0] * steps
        down = self.high[1] - self.size[1] * steps
        return np.stack([np.tile(across, side), np.repeat(down, side)], axis=1)

    def lines(self, count: int, points: int) -> Array:
        """Return the lines of a grid as polylines.

        Parameters
        ----------
        count : int
            How many lines there are in each direction, the rectangle's sides among them.
        points : int
            Of how many points each line is.

        Returns
        -------
        float64 array, shape (2, count, points, 2)
            First the lines on which the first coordinate stays, from left to right; then those on which the
            second one does, from bottom to top.
        """
        along, across = np.linspace(0, 1, points), np.linspace(0, 1, count)
        still, runs = np.broadcast_arrays(across[:, None], along[None])
        unit = np.stack([np.stack([still, runs], -1), np.stack([runs, still], -1)])
        return np.asarray(np.array(self.low) + np.array(self.size) * unit)


def answers(
    parameters: Parameters,
    x: Array,
    wanted: Mapping[int, Sequence[int]],
    masks: Masks | None = None,
    chunk: int = CHUNK,
) -> dict[int, Array]:
    """Return the activations of chosen neurons for many inputs, in the precision of `x` and θ.

    Parameters
    ----------
    parameters : Parameters
        The network.
    x : array, shape (n, n_0)
        The inputs.
    wanted : mapping of int to sequence of int
        Of each layer 0 … L, which neurons; layers beyond the last one named are not computed.
    masks : dict, optional
        The neurons that are switched off.
    chunk : int
        How many inputs go through the network together; it bounds the memory.

    Returns
    -------
    dict of int to array
        Layer → shape (number of its chosen neurons, n), read-only.
    """
    precision = np.result_type(x, parameters.theta)
    found = {layer: np.empty((len(js), len(x)), precision) for layer, js in wanted.items()}
    for start in range(0, len(x), chunk):
        part = slice(start, start + chunk)
        a: Array = x[part]
        for layer in range(max(wanted, default=-1) + 1):
            if layer:
                z = weighted_sum(parameters, layer, a)
                a = activation(parameters.spec, layer, z, masks)
            if layer in wanted:
                found[layer][:, part] = a.T[list(wanted[layer])]
    return {layer: read_only(values) for layer, values in found.items()}
