"""The smallest network there is, one neuron with one weight and one bias, fitted to points: C over (w, b).

Nothing is simplified but the size: cost and gradients are those of :mod:`nnviz.core.passes`.
"""

from dataclasses import dataclass

import numpy as np

from nnviz.core import passes
from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import NetworkSpec, Parameters

BATCH = 4096
"""How many (w, b) are looked at together."""


@dataclass(frozen=True, eq=False)
class NeuronFit:
    """A landscape over (w, b): the average cost of a 1-1 network over n examples.

    Attributes
    ----------
    spec : NetworkSpec
        1-1; its θ is (w, b).
    x, y : Array
        Inputs and targets, each of shape (n, 1), float64.
    """

    spec: NetworkSpec
    x: Array
    y: Array

    def __len__(self) -> int:
        return len(self.x)

    def at(self, points: Array) -> tuple[Array, Array]:
        """Return C and ∇C over all examples for many (w, b) at once; see Landscape."""
        inputs = passes.with_one(self.x)
        parts = [points[start : start + BATCH] for start in range(0, len(points), BATCH)]
        found = [self._part(inputs, part) for part in parts]
        return np.concatenate([costs for costs, _ in found]), np.concatenate([slopes for _, slopes in found])

    def _part(self, inputs: Array, points: Array) -> tuple[Array, Array]:
        cost, activation = self.spec.cost_function, self.spec.activation(1)
        with np.errstate(all="ignore"):
            z = inputs @ points.T
            a = activation.value(z)
            if cost.by_weighted_sum is not None:
                delta = cost.by_weighted_sum(a, self.y)
            else:
                assert cost.by_activation is not None
                assert activation.derivative is not None
                delta = cost.by_activation(z, a, self.y) * activation.derivative(z, a)
            slopes = delta.T @ inputs / len(self)
            return cost.terms(z, a, self.y).mean(axis=0), slopes

    def gradient(self, point: Array, rows: IntArray) -> Array:
        """Return ∇C of a mini-batch, the examples `rows`, at (w, b), shape (2,)."""
        parameters = Parameters(self.spec, np.array(point, np.float64))
        with np.errstate(all="ignore"):
            passed = passes.forward(parameters, self.x[rows])
            return passes.backward(parameters, passed, self.y[rows]).gradient.theta

    def answers(self, point: Array, x: Array) -> Array:
        """Return the network's output for many inputs, shape (m,), at (w, b)."""
        parameters = Parameters(self.spec, np.array(point, np.float64))
        with np.errstate(all="ignore"):
            return passes.forward(parameters, x[:, None]).a[1][:, 0]
