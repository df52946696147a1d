"""The three ways to move one neuron: its bias, its weights, the activations before it.

z = Σ_k w_k a_k + b: a change of w_k counts a_k times, a change of a_k counts w_k times, one of b once. What
lowers the cost is the change against ∂C_0/∂z = δ, in these proportions.
"""

from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.steps import Trace


@dataclass(frozen=True, eq=False)
class Ways:
    """What one neuron wants, of everything that it is made of.

    Attributes
    ----------
    layer, j : int
        Which neuron.
    delta : float
        ∂C_0/∂z; the neuron wants its weighted sum to move against it.
    bias : float
        b; its derivative is δ.
    weights, inputs : Array
        w_k and a_k, shape (n_(l−1),).
    by_weight, by_input : Array
        ∂C_0/∂w_k = a_k δ, and w_k δ, this neuron's share of ∂C_0/∂a_k.
    weight_order, input_order : IntArray
        The k: the largest |a_k| first, the largest |w_k| first.
    """

    layer: int
    j: int
    delta: float
    bias: float
    weights: Array
    inputs: Array
    by_weight: Array
    by_input: Array
    weight_order: IntArray
    input_order: IntArray


def ways(trace: Trace, layer: int, j: int) -> Ways:
    """Return the three ways to move neuron j of layer 1 … L."""
    weights, inputs = trace.parameters.weights(layer)[j], trace.a[layer - 1]
    delta = float(trace.delta[layer][j])
    return Ways(
        layer,
        j,
        delta,
        float(trace.parameters.biases(layer)[j]),
        weights,
        inputs,
        inputs * delta,
        weights * delta,
        np.argsort(-np.abs(inputs), kind="stable"),
        np.argsort(-np.abs(weights), kind="stable"),
    )
