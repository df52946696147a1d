"""The effect of an activation on the cost, taken apart into the paths on which it gets there.

Each summand of ∂C_0/∂a^(l)_k = Σ_j w^(l+1)_jk σ'(z^(l+1)_j) ∂C_0/∂a^(l+1)_j is one path; its last factor is a
sum of the same kind, one layer on, until the cost itself is reached. Nothing is unfolded before it is asked
for: the number of whole paths is the product of the layers' sizes. Source: Nielsen, *Neural Networks and Deep
Learning* (2015), chapter 2, BP2.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.explain import Factor, Quantity, far_factors
from nnviz.core.steps import Trace
from nnviz.errors import SpecError


class AtCost(NamedTuple):
    """Where the recursion ends: the derivative follows from the output a and the target y alone."""

    a: float
    y: float


class Path(NamedTuple):
    """One summand.

    Attributes
    ----------
    through : int
        The neuron of the next layer that it passes (at a softmax: the output i).
    factors : tuple of Factor
        From the near one to the far one.
    value : float
        Their product.
    """

    through: int
    factors: tuple[Factor, ...]
    value: float


@dataclass(frozen=True, eq=False)
class Effect:
    """∂C_0/∂a of a neuron, or δ of an output, as the sum it is.

    Attributes
    ----------
    quantity : Quantity
        Of kind "dC_da", or "delta" at the output of a cross-entropy.
    value : float
        The derivative.
    values : Array
        The summands, shape (n,); empty where the cost gives the derivative at once.
    order : IntArray
        Their indices, the largest magnitude first.
    at_cost : AtCost or None
        What the derivative follows from where this is an output.
    """

    quantity: Quantity
    value: float
    values: Array
    order: IntArray
    at_cost: AtCost | None = None


def effect(trace: Trace, quantity: Quantity) -> Effect:
    """Take ∂C_0/∂a^(l)_k (l = 0 … L), or δ^(L)_j of a cross-entropy, apart.

    Raises
    ------
    SpecError
        When this network has no such number, or it is none that is made of paths.
    """
    kind, layer, j, _ = quantity
    spec = trace.spec
    if layer not in range(spec.depth + 1) or not 0 <= j < spec.sizes[layer]:
        raise SpecError("this network has no neuron {j} in layer {layer}", j=j, layer=layer)
    if kind == "dC_da" and layer < spec.depth:
        values = trace.parameters.weights(layer + 1)[:, j] * trace.delta[layer + 1]
        value = trace.dC_da[layer][j] if layer in trace.dC_da else values.sum()
        return _effect(quantity, float(value), values)
    direct = spec.cost_function.by_weighted_sum is not None
    if layer < spec.depth or not (layer in trace.dC_da if kind == "dC_da" else direct and kind == "delta"):
        raise SpecError("there is no {kind} to take apart in layer {layer}", kind=kind, layer=layer)
    at_cost = AtCost(float(trace.a[layer][j]), float(trace.y[j]))
    if kind == "dC_da":
        return _effect(quantity, float(trace.dC_da[layer][j]), np.zeros(0), at_cost)
    return _effect(quantity, float(trace.delta[layer][j]), _collapsing(trace, j), at_cost)


def _effect(quantity: Quantity, value: float, values: Array, at_cost: AtCost | None = None) -> Effect:
    order = np.argsort(-np.abs(values), kind="stable")
    return Effect(quantity, value, np.asarray(values), order, at_cost)


def _collapsing(trace: Trace, j: int) -> Array:
    """Return the summands of δ_j at the output of a cross-entropy; they add up to a_j − y_j.

    Softmax: ∂p_i/∂z_j ∂C/∂p_i = p_i (1_ij − p_j) (−y_i/p_i) = y_i (p_j − 1_ij), finite also where p_i is 0.
    """
    last = trace.spec.depth
    if last in trace.dC_da:
        return trace.delta[last][j : j + 1].copy()
    values = trace.y * trace.a[last][j]
    values[j] -= trace.y[j]
    return np.asarray(values)


def path(trace: Trace, quantity: Quantity, through: int) -> Path:
    """Return one summand of the effect `quantity` with its factors."""
    kind, layer, j, _ = quantity
    if kind == "delta":
        return _output_path(trace, layer, j, through)
    n, weight = layer + 1, float(trace.parameters.weights(layer + 1)[through, j])
    factors = [Factor(Quantity("w", n, through, j), weight), *far_factors(trace, n, through)]
    return Path(through, tuple(factors), weight * float(trace.delta[n][through]))


def _output_path(trace: Trace, layer: int, j: int, i: int) -> Path:
    """Return ∂a_i/∂z_j ∂C_0/∂a_i at the output of a cross-entropy; for a sigmoid i is j."""
    a, y = float(trace.a[layer][i]), float(trace.y[i])
    if layer in trace.dC_da:
        slope = float(a * (1 - a))
        far = Factor(Quantity("dC_da", layer, j), float(trace.dC_da[layer][j]))
        near = Factor(Quantity("slope", layer, j), slope)
        return Path(j, (near, far), float(trace.delta[layer][j]))
    by_z = Factor(Quantity("da_dz", layer, i, j), a * ((i == j) - float(trace.a[layer][j])))
    by_a = Factor(Quantity("dC_da", layer, i), _by_share(a, y))
    return Path(i, (by_z, by_a), float(_collapsing(trace, j)[i]))


def _by_share(p: float, y: float) -> float:
    """Return ∂C_0/∂p = −y/p of cross-entropy, −∞ where an expected share has been rounded to 0."""
    if y == 0:
        return 0.0
    return -y / p if p else -np.inf


def onward(trace: Trace, factor: Factor) -> Quantity | None:
    """Return the quantity of a factor that can be taken apart in its turn: ∂C_0/∂a, or δ of an output."""
    kind, layer, _, _ = factor.quantity
    last = layer == trace.spec.depth
    if kind == "dC_da":
        return factor.quantity if layer in trace.dC_da else None
    return factor.quantity if kind == "delta" and last else None


Key = tuple[Quantity, ...]
"""Which sum: all that has been unfolded on the way to it, itself last."""


class Branch(NamedTuple):
    """A path; the key of the sum that its far factor is, None where it is none; that sum if it is open."""

    path: Path
    key: Key | None
    deeper: "Unfolded | None"


@dataclass(frozen=True, eq=False)
class Unfolded:
    """A sum with its strongest paths; of some of them the recursion is unfolded.

    Attributes
    ----------
    key : tuple of Quantity
        Which sum.
    effect : Effect
        The whole sum.
    branches : tuple of Branch
        The strongest paths, the strongest first.
    others : int
        How many paths are left out.
    rest : float
        What those add up to.
    """

    key: Key
    effect: Effect
    branches: tuple[Branch, ...]
    others: int
    rest: float


def unfold(trace: Trace, key: Key, opened: Mapping[Key, int]) -> Unfolded:
    """Unfold the sum that `key` ends with, and of the sums below it those that are open.

    Parameters
    ----------
    trace : Trace
        The example.
    key : tuple of Quantity
        Which sum.
    opened : mapping
        How many paths to show of each open sum.
    """
    found = effect(trace, key[-1])
    shown = found.order[: opened.get(key, 0)].tolist()
    branches = tuple(_branch(trace, key, through, opened) for through in shown)
    rest = found.order[len(shown) :]
    return Unfolded(key, found, branches, len(rest), float(found.values[rest].sum()))


def _branch(trace: Trace, key: Key, through: int, opened: Mapping[Key, int]) -> Branch:
    one = path(trace, key[-1], through)
    far = onward(trace, one.factors[-1])
    if far is None:
        return Branch(one, None, None)
    below = (*key, far)
    return Branch(one, below, unfold(trace, below, opened) if below in opened else None)
