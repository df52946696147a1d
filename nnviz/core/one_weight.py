"""The cost as a function of one weight or bias of a network, all others held still.

What lies before that parameter is computed once; from its neuron on, value and derivative run forward
together for many values at once, so that curve and slope are exact and have one source.
"""

from functools import cached_property

import numpy as np

from nnviz.core import passes
from nnviz.core.arrays import Array
from nnviz.core.network import Location, Parameters
from nnviz.core.passes import Masks

WORK = 100_000
"""How many examples × values go through the network together."""


class OneWeight:
    """A landscape over one parameter: the average cost of some examples.

    Parameters
    ----------
    parameters : Parameters
        θ; all but one of its components stay.
    location : Location
        The one that moves.
    x, y : Array
        The examples: inputs, shape (n, n_0), and targets, shape (n, n_L).
    masks : dict, optional
        Layer → factors of shape (n_l,), for neurons that are switched off.

    Attributes
    ----------
    present : float
        The parameter's own value.

    Raises
    ------
    SpecError
        When the network has no such parameter.
    """

    def __init__(
        self, parameters: Parameters, location: Location, x: Array, y: Array, masks: Masks | None = None
    ) -> None:
        self.parameters, self.location = parameters.astype(np.float64), location
        self.present = self.parameters.at(location)
        self._x, self._y, self._masks = x.astype(np.float64), y.astype(np.float64), masks or {}

    def __len__(self) -> int:
        return len(self._x)

    @cached_property
    def _passed(self) -> passes.Forward:
        with np.errstate(all="ignore"):
            return passes.forward(self.parameters, self._x, self._masks)

    @cached_property
    def _input(self) -> Array:
        """What the parameter is multiplied by in each example, shape (n,)."""
        layer, k = self.location.layer, self.location.k
        return np.ones(len(self)) if k is None else self._passed.a[layer - 1][:, k]

    def at(self, points: Array) -> tuple[Array, Array]:
        """Return costs and slopes for many values of the parameter; see Landscape."""
        size = max(WORK // max(len(self), 1), 1)
        parts = [points[start : start + size, 0] for start in range(0, len(points), size)]
        with np.errstate(all="ignore"):
            found = [self._part(part) for part in parts]
        costs, slopes = (np.concatenate(column) for column in zip(*found, strict=True))
        return costs, slopes[:, None]

    def _part(self, values: Array) -> tuple[Array, Array]:
        spec, y = self.parameters.spec, self._y
        z, dz = self._first(values)
        for layer in range(self.location.layer, spec.depth):
            if layer > self.location.layer:
                a = passes.activation(spec, layer, z, self._masks)
                da = passes.activation_slope(spec, layer, z, a, self._masks) * dz
                z = passes.weighted_sum(self.parameters, layer + 1, a)
                dz = da @ self.parameters.weights(layer + 1).T
            else:
                z, dz = self._second(z, dz)
        a = passes.activation(spec, spec.depth, z)
        direct, by_activation = spec.cost_function.by_weighted_sum, spec.cost_function.by_activation
        if direct is not None:
            delta = direct(a, y)
        else:
            assert by_activation is not None
            delta = by_activation(z, a, y) * passes.activation_slope(spec, spec.depth, z, a)
        return passes.costs(spec, z, a, y).mean(axis=-1), (delta * dz).sum(axis=-1).mean(axis=-1)

    def _first(self, values: Array) -> tuple[Array, Array]:
        """Return z of the parameter's own neuron and its derivative, shape (m, n); at the output of all."""
        layer, j = self.location.layer, self.location.j
        moved = (values - self.present)[:, None] * self._input
        z = self._passed.z[layer][:, j] + moved
        if layer < self.parameters.spec.depth:
            return z, np.broadcast_to(self._input, z.shape)
        all_z = np.repeat(self._passed.z[layer][None], len(values), axis=0)
        all_z[..., j] = z
        slopes = np.zeros_like(all_z)
        slopes[..., j] = self._input
        return all_z, slopes

    def _second(self, z: Array, dz: Array) -> tuple[Array, Array]:
        """Return z of the layer after the parameter's neuron and its derivative, shape (m, n, n_l)."""
        layer, j = self.location.layer, self.location.j
        function = self.parameters.spec.activation(layer)
        assert function.derivative is not None, "softmax stands at the output only"
        factor = float(self._masks[layer][j]) if layer in self._masks else 1.0
        a = function.value(z)
        weights = self.parameters.weights(layer + 1)[:, j]
        moved = (a * factor - self._passed.a[layer][:, j])[..., None] * weights
        slopes = (function.derivative(z, a) * factor * dz)[..., None] * weights
        return self._passed.z[layer + 1] + moved, slopes
