"""The forward and the backward pass, a batch at a time, as one would write them on the board.

Each rule stands in a function of its own; :mod:`nnviz.core.steps` reveals the same functions one by one, and
the trainer's fast kernel is held to them by a test. Source: Nielsen, *Neural Networks and Deep Learning*
(2015), chapter 2, equations BP1-BP4, for a cost without the factor ½.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters

Masks = dict[int, Array]
"""Layer → factors for its activations, shape (n_l,) or (batch, n_l): dropout, or a neuron switched off."""


def masks_of(spec: NetworkSpec, off: Iterable[tuple[int, int]]) -> Masks:
    """Return the masks, float32 of shape (n_l,), under which the neurons (layer, j) of `off` are silent."""
    masks: Masks = {}
    for layer, j in off:
        masks.setdefault(layer, np.ones(spec.sizes[layer], np.float32))[j] = 0
    return masks


@dataclass(frozen=True, eq=False)
class Forward:
    """All weighted sums z[1 … L] and activations a[0 … L], each of shape (batch, n_l)."""

    z: dict[int, Array]
    a: dict[int, Array]


@dataclass(frozen=True, eq=False)
class Backward:
    """All derivatives of the cost.

    Attributes
    ----------
    dC_da : dict
        ∂C_0/∂a^(l) of every example, shape (batch, n_l), for l = 0 … L; without L under softmax.
    delta : dict
        δ^(l) = ∂C_0/∂z^(l) of every example, shape (batch, n_l), for l = 1 … L.
    gradient : Parameters
        ∇C, the mean over the batch.
    """

    dC_da: dict[int, Array]
    delta: dict[int, Array]
    gradient: Parameters


def with_one(a: Array) -> Array:
    """Append the constant 1 that carries the bias: shape (batch, n) → (batch, n + 1)."""
    return np.concatenate([a, np.ones((*a.shape[:-1], 1), dtype=a.dtype)], axis=-1)


def weighted_sum(parameters: Parameters, layer: int, a_before: Array) -> Array:
    """Return z^(l)_j = Σ_k w^(l)_jk a^(l−1)_k + b^(l)_j, shape (batch, n_l)."""
    return with_one(a_before) @ parameters.blocks[layer]


def activation(spec: NetworkSpec, layer: int, z: Array, masks: Masks | None = None) -> Array:
    """Return a^(l) = σ(z^(l)), times the layer's mask where there is one, shape (batch, n_l)."""
    a = spec.activation(layer).value(z)
    return a * masks[layer] if masks and layer in masks else a


def activation_slope(spec: NetworkSpec, layer: int, z: Array, a: Array, masks: Masks | None = None) -> Array:
    """Return ∂a^(l)/∂z^(l) = σ'(z^(l)), times the layer's mask, shape (batch, n_l)."""
    function = spec.activation(layer)
    assert function.derivative is not None, "softmax only stands where δ comes from the cost"
    if masks and layer in masks:
        # A masked activation is no longer σ(z), from which σ' is computed.
        return function.derivative(z, function.value(z)) * masks[layer]
    return function.derivative(z, a)


def costs(spec: NetworkSpec, z: Array, a: Array, y: Array) -> Array:
    """Return C_0 of every example, shape (batch,), from the output's z, a and the targets y."""
    return np.asarray(spec.cost_function.terms(z, a, y).sum(axis=-1))


def delta(
    spec: NetworkSpec,
    layer: int,
    passed: Forward,
    dC_da: dict[int, Array],
    y: Array,
    masks: Masks | None = None,
) -> Array:
    """Return δ^(l) = σ'(z^(l)) ∂C_0/∂a^(l); at the output of a cross-entropy a − y, without the detour.

    Parameters
    ----------
    spec : NetworkSpec
        The shape.
    layer : int
        l, from 1 to L.
    passed : Forward
        The forward pass, at least up to this layer.
    dC_da : dict
        ∂C_0/∂a of this layer, shape (batch, n_l), where it is needed.
    y : Array
        The targets, shape (batch, n_L).
    masks : dict, optional
        The masks of the forward pass.
    """
    direct = spec.cost_function.by_weighted_sum
    if layer == spec.depth and direct is not None:
        return direct(passed.a[layer], y)
    return dC_da[layer] * activation_slope(spec, layer, passed.z[layer], passed.a[layer], masks)


def gradient_block(a_before: Array, delta: Array) -> Array:
    """Return ∂C_0/∂W̃ᵀ = ã δᵀ, its mean over the batch, shape (n_(l−1) + 1, n_l), the bias in the last row."""
    return np.asarray(with_one(a_before).T @ delta / delta.shape[0])


def by_activation_before(parameters: Parameters, layer: int, delta: Array) -> Array:
    """Return ∂C_0/∂a^(l−1)_k = Σ_j w^(l)_jk δ^(l)_j, shape (batch, n_(l−1))."""
    return delta @ parameters.weights(layer)


def forward(parameters: Parameters, x: Array, masks: Masks | None = None) -> Forward:
    """Run the batch `x`, shape (batch, n_0), through the network."""
    spec = parameters.spec
    z: dict[int, Array] = {}
    a: dict[int, Array] = {0: x}
    for layer in spec.layers:
        z[layer] = weighted_sum(parameters, layer, a[layer - 1])
        a[layer] = activation(spec, layer, z[layer], masks)
    return Forward(z, a)


def backward(parameters: Parameters, passed: Forward, y: Array, masks: Masks | None = None) -> Backward:
    """Run back through the network from the targets `y`, shape (batch, n_L)."""
    spec, cost = parameters.spec, parameters.spec.cost_function
    gradient = Parameters(spec, np.empty_like(parameters.theta))
    dC_da: dict[int, Array] = {}
    deltas: dict[int, Array] = {}
    z, a, last = passed.z, passed.a, spec.depth
    if cost.by_activation is not None:
        dC_da[last] = cost.by_activation(z[last], a[last], y)
    for layer in reversed(spec.layers):
        deltas[layer] = delta(spec, layer, passed, dC_da, y, masks)
        gradient.blocks[layer][:] = gradient_block(a[layer - 1], deltas[layer])
        dC_da[layer - 1] = by_activation_before(parameters, layer, deltas[layer])
    return Backward(dC_da, deltas, gradient)
