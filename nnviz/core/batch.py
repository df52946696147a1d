"""What the examples of a batch want: together, each for itself, and against one another.

An example's gradient is a sum of products, ∂C_i/∂W̃ᵀ = ã_i δ_iᵀ, so nothing here keeps one gradient for each
example: means, magnitudes and squares over the batch are the products ãᵀδ, |ã|ᵀ|δ| and (ã²)ᵀ(δ²), lengths and
angles come from ã and δ alone, and single numbers are formed only for the parameters that are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Backward, Forward, Masks, backward, costs, forward, with_one


@dataclass(frozen=True)
class Agreement:
    """How well some examples' gradients agree.

    Attributes
    ----------
    examples : int
        How many.
    cosine : float
        The mean cosine of an example's gradient with the mean gradient.
    cancelled : float
        Which share of all nudges cancels: 1 − Σ_p |Σ_i g_ip| / Σ_p Σ_i |g_ip|.
    """

    examples: int
    cosine: float
    cancelled: float


@dataclass(frozen=True, eq=False)
class BatchGradients:
    """The gradients of B examples, kept as their factors.

    Attributes
    ----------
    parameters : Parameters
        θ, float64.
    passed : Forward
        All z and a, shape (B, n_l).
    back : Backward
        All δ, shape (B, n_l), and the mean gradient.
    costs : Array
        C_i, shape (B,).
    """

    parameters: Parameters
    passed: Forward
    back: Backward
    costs: Array

    @classmethod
    def of(cls, parameters: Parameters, x: Array, y: Array, masks: Masks | None = None) -> "BatchGradients":
        """Run the examples x, shape (B, n_0), with their targets y, shape (B, n_L), forward and back."""
        exactly = parameters.astype(np.float64)
        x, y, last = x.astype(np.float64), y.astype(np.float64), parameters.spec.depth
        passed = forward(exactly, x, masks)
        back = backward(exactly, passed, y, masks)
        return cls(exactly, passed, back, costs(exactly.spec, passed.z[last], passed.a[last], y))

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self.parameters.spec

    @property
    def size(self) -> int:
        """B."""
        return len(self.costs)

    @property
    def mean(self) -> Parameters:
        """∇C of the average cost: the mean of ∂C_i/∂θ."""
        return self.back.gradient

    @property
    def outputs(self) -> Array:
        """a^(L), shape (B, n_L)."""
        return self.passed.a[self.spec.depth]

    @cached_property
    def magnitude(self) -> Parameters:
        """The mean of |∂C_i/∂θ|, parameter by parameter."""
        return self._averaged(np.abs)

    @cached_property
    def spread(self) -> Parameters:
        """The standard deviation of ∂C_i/∂θ over the batch, parameter by parameter."""
        squares = self._averaged(np.square)
        variance = squares.theta - self.mean.theta**2
        return Parameters(self.spec, np.sqrt(np.maximum(variance, 0)))

    @cached_property
    def cancellation(self) -> Parameters:
        """1 − |Σ g_i| / Σ |g_i|, parameter by parameter: 0 where all agree, 1 where nothing is left."""
        return Parameters(self.spec, cancellation(self.mean.theta, self.magnitude.theta))

    @property
    def agreement(self) -> Agreement:
        """How well the examples agree, in a few numbers."""
        cosine = float(self.cosines.mean()) if self.size else 0.0
        return Agreement(self.size, cosine, cancelled(self.mean.theta, self.magnitude.theta))

    def _averaged(self, of: np.ufunc) -> Parameters:
        """Return the mean of of(∂C_i/∂θ), for a function that a product passes through."""
        result = Parameters(self.spec, np.empty(self.spec.parameter_count))
        for layer, block in result.blocks.items():
            np.matmul(of(self._before(layer)).T, of(self.back.delta[layer]), out=block)
        result.theta[:] /= self.size
        return result

    def _before(self, layer: int) -> Array:
        """Return ã^(l−1), shape (B, n_(l−1) + 1)."""
        return with_one(self.passed.a[layer - 1])

    def rows(self, indices: Sequence[int]) -> Array:
        """Return ∂C_i/∂θ_p for some parameters, by their places p in θ; shape (R, B).

        Raises
        ------
        SpecError
            When θ has no such component.
        """
        table = np.empty((len(indices), self.size))
        for row, index in enumerate(indices):
            layer, j, k = self._place(index)
            before = 1.0 if k is None else self.passed.a[layer - 1][:, k]
            table[row] = self.back.delta[layer][:, j] * before
        return table

    def _place(self, index: int) -> tuple[int, int, int | None]:
        _, layer, j, k = self.spec.locate(index)
        return layer, j, k

    @cached_property
    def layer_norms(self) -> dict[int, Array]:
        """Layer → ‖∂C_i/∂W̃^(l)‖ of every example, shape (B,): ‖δ_i‖ ‖ã_i‖."""
        a, delta = self.passed.a, self.back.delta
        a, delta = self.passed.a, self.back.delta
        return {
            layer: np.sqrt((delta[layer] ** 2).sum(1) * ((a[layer - 1] ** 2).sum(1) + 1))
            for layer in self.spec.layers
        }

    @cached_property
    def norms(self) -> Array:
        """‖∇C_i‖ of every example, shape (B,)."""
        return np.asarray(np.sqrt(sum(norm**2 for norm in self.layer_norms.values())))

    def products(self, direction: Parameters) -> Array:
        """Return ∇C_i · v of every example with a direction v of the shape of θ, shape (B,)."""
        result = np.zeros(self.size)
        for layer in self.spec.layers:
            result += ((self._before(layer) @ direction.blocks[layer]) * self.back.delta[layer]).sum(1)
        return result

    def cosines_with(self, direction: Parameters) -> Array:
        """Return the cosine of each example's gradient with a direction, shape (B,); 0 where one is 0."""
        lengths = self.norms * np.linalg.norm(direction.theta)
        cosines = np.divide(self.products(direction), lengths, out=np.zeros(self.size), where=lengths > 0)
        return np.asarray(np.clip(cosines, -1, 1))

    @cached_property
    def cosines(self) -> Array:
        """The cosine of each example's gradient with the batch's mean, shape (B,)."""
        return self.cosines_with(self.mean)

    def disagreeing(self, count: int) -> IntArray:
        """Return the parameters of which most pull is lost, mean |g| − |mean g|, the largest loss first."""
        return _largest(self.magnitude.theta - np.abs(self.mean.theta), count)

    def strongest(self, count: int) -> IntArray:
        """Return the parameters whose mean gradient is largest in size, the largest first."""
        return _largest(np.abs(self.mean.theta), count)


def cancellation(mean: Array, magnitude: Array) -> Array:
    """Return 1 − |mean| / mean of magnitudes, 0 where there is nothing to cancel."""
    left = np.divide(np.abs(mean), magnitude, out=np.ones_like(magnitude), where=magnitude > 0)
    return np.asarray(np.clip(1 - left, 0, 1))


def cancelled(mean: Array, magnitude: Array) -> float:
    """Return 1 − Σ |mean| / Σ mean of magnitudes: which share of all nudges cancels."""
    whole = float(magnitude.sum())
    return min(max(1 - float(np.abs(mean).sum()) / whole, 0.0), 1.0) if whole > 0 else 0.0


def _largest(values: Array, count: int) -> IntArray:
    """Return the places of the `count` largest values, the largest first, of equal ones the first."""
    count = min(count, values.size)
    # NaN, from a network that has run away, counts as the smallest.
    sizes = np.where(np.isnan(values), -np.inf, values)
    if count < values.size:
        least = np.partition(sizes, values.size - count)[values.size - count]
        above = np.flatnonzero(sizes > least)
        places = np.concatenate([above, np.flatnonzero(sizes == least)[: count - above.size]])
    else:
        places = np.arange(values.size)
    return np.asarray(places[np.lexsort((places, -sizes[places]))])
