"""One number taken apart: structured terms and factors, without a word.

:mod:`nnviz.wording` turns them into sentences and TeX, so that the window, the command line and the lessons
say the same.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import Location
from nnviz.core.steps import Trace

QuantityKind = Literal["x", "y", "w", "b", "z", "a", "mask", "slope", "da_dz", "dC_da", "delta", "C"]


class Quantity(NamedTuple):
    """The name of one number: its kind, layer and indices (j the neuron, k the neuron before it).

    "da_dz" is ∂a_j/∂z_k between two neurons of one layer, which only softmax ties together.
    """

    kind: QuantityKind
    layer: int
    j: int
    k: int | None = None


class Factor(NamedTuple):
    """One factor of a product, by name and value."""

    quantity: Quantity
    value: float


@dataclass(frozen=True, eq=False)
class NeuronExplanation:
    """a = σ(Σ_k w_k a_k + b) of one neuron.

    Attributes
    ----------
    layer, j : int
        Which neuron.
    weights, inputs, products : Array
        w_k, a_k and w_k a_k, each of shape (n_(l−1),).
    order : IntArray
        The indices k, the largest |w_k a_k| first.
    sum, bias, z, a : float
        s = Σ w_k a_k, b, z = s + b and a = σ(z).
    dC_da, delta : float or None
        ∂C_0/∂a (None under softmax) and δ = ∂C_0/∂z.
    """

    layer: int
    j: int
    weights: Array
    inputs: Array
    products: Array
    order: IntArray
    sum: float
    bias: float
    z: float
    a: float
    dC_da: float | None
    delta: float


@dataclass(frozen=True)
class ParameterExplanation:
    """∂C_0/∂w or ∂C_0/∂b as the product of its factors, from the near one to the far one."""

    location: Location
    value: float
    derivative: float
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class CostTerm:
    """One summand of C_0: output j is a, wanted is y."""

    j: int
    a: float
    y: float
    value: float


def explain_neuron(trace: Trace, layer: int, j: int) -> NeuronExplanation:
    """Take the activation of neuron j of layer 1 … L apart."""
    weights, inputs = trace.parameters.weights(layer)[j], trace.a[layer - 1]
    products = weights * inputs
    dC_da = trace.dC_da.get(layer)
    return NeuronExplanation(
        layer,
        j,
        weights,
        inputs,
        products,
        np.argsort(-np.abs(products), kind="stable"),
        float(products.sum()),
        float(trace.parameters.biases(layer)[j]),
        float(trace.z[layer][j]),
        float(trace.a[layer][j]),
        None if dC_da is None else float(dC_da[j]),
        float(trace.delta[layer][j]),
    )


def explain_parameter(trace: Trace, location: Location) -> ParameterExplanation:
    """Take ∂C_0/∂w^(l)_jk = a_k σ'(z_j) ∂C_0/∂a_j apart; for a bias the first factor is 1 and left out.

    At the output of a cross-entropy σ' and ∂C_0/∂a collapse to δ_j = a_j − y_j, the one factor shown.
    """
    _, layer, j, k = location
    near = () if k is None else (Factor(Quantity("a", layer - 1, k), float(trace.a[layer - 1][k])),)
    value, derivative = trace.parameters.at(location), trace.gradient.at(location)
    return ParameterExplanation(location, value, derivative, near + far_factors(trace, layer, j))


def far_factors(trace: Trace, layer: int, j: int) -> tuple[Factor, ...]:
    """Return the factors of δ_j = σ'(z_j) ∂C_0/∂a_j; at the output of a cross-entropy δ_j itself."""
    slope = trace.slope(layer)
    if slope is None:
        return (Factor(Quantity("delta", layer, j), float(trace.delta[layer][j])),)
    factors = [Factor(Quantity("slope", layer, j), float(slope[j]))]
    if trace.mask(layer, j) != 1:
        factors.append(Factor(Quantity("mask", layer, j), trace.mask(layer, j)))
    factors.append(Factor(Quantity("dC_da", layer, j), float(trace.dC_da[layer][j])))
    return tuple(factors)


def explain_cost(trace: Trace) -> tuple[CostTerm, ...]:
    """Take C_0 apart into its summands, one for each output."""
    outputs = trace.a[trace.spec.depth]
    rows = zip(outputs, trace.y, trace.cost_terms, strict=True)
    return tuple(CostTerm(j, float(a), float(y), float(c)) for j, (a, y, c) in enumerate(rows))
