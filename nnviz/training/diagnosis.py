"""Why a network does not learn: dead, saturated and alike neurons, gradients that vanish.

Found from some examples, one forward and one backward pass. Why deep sigmoid networks lose their gradient:
Glorot, Bengio, *Understanding the difficulty of training deep feedforward neural networks* (2010).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.core.arrays import Array, BoolArray, IntArray, Rows
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Backward, Forward, Masks, backward, forward

Kind = Literal["overflow", "dead", "saturated", "stuck", "alike", "vanishing", "exploding"]

SLOPE = 0.01
"""A neuron is saturated where its slope is less than this share of the steepest there is."""

NEARLY_ALL = 0.95
"""For so many of the examples."""

MANY = 0.25
"""From this share of a layer's neurons on it is worth a word."""

VANISHED = 1e-3
"""The first layer's gradient is so much shorter than the last's."""

EXPLODED = 1e3

MOST_EXAMPLES = 500
"""More examples do not change the picture."""

WRONG = 0.5
"""From here on an output is on the wrong side of what it should be."""

FEWEST_WRONG = 5


@dataclass(frozen=True)
class LayerHealth:
    """How one layer is.

    Attributes
    ----------
    layer : int
        l, from 1.
    neurons : int
        How many there are that are not switched off.
    dead : int
        ReLUs that are 0 for every example: nothing reaches their weights.
    saturated : int
        Neurons whose slope is next to 0 for nearly all examples; at the output, for nearly all examples
        that they have wrong.
    alike : bool
        Whether all its neurons have the very same weights and bias.
    gradient : float
        ‖∂C/∂W̃^(l)‖, the length of the layer's part of ∇C.
    ailing : tuple of int
        Which neurons are dead or saturated.
    """

    layer: int
    neurons: int
    dead: int
    saturated: int
    alike: bool
    gradient: float
    ailing: tuple[int, ...] = ()


@dataclass(frozen=True)
class Finding:
    """Something that hinders a network from learning.

    Attributes
    ----------
    kind : str
        "overflow" (a number is not finite), "dead", "saturated" (hidden neurons), "stuck" (outputs that
        are wrong and saturated), "alike", "vanishing" or "exploding" (gradients).
    layer : int
        Where; for gradients, the first layer.
    count, of : int
        So many of the layer's neurons.
    ratio : float
        For gradients, the first layer's length divided by the last's.
    """

    kind: Kind
    layer: int
    count: int = 0
    of: int = 0
    ratio: float = 1.0


@dataclass(frozen=True)
class Health:
    """All layers, and what was found, the worst first; from so many examples."""

    layers: tuple[LayerHealth, ...]
    findings: tuple[Finding, ...]
    examples: int


def diagnose(parameters: Parameters, x: Rows, y: Array, masks: Masks | None = None) -> Health:
    """Look a network over.

    Parameters
    ----------
    parameters : Parameters
        θ.
    x, y : Rows, Array
        Examples to look at it with, shape (B, n_0) and (B, n_L); of many, `MOST_EXAMPLES` spread evenly.
    masks : dict, optional
        Neurons that are switched off; they are not counted.
    """
    rows = _spread(len(x))
    x, y = x[rows].astype(np.float64), y[rows].astype(np.float64)
    spec, exactly = parameters.spec, parameters.astype(np.float64)
    with np.errstate(all="ignore"):
        passed = forward(exactly, x, masks)
        back = backward(exactly, passed, y, masks)
        layers = tuple(_layer(exactly, layer, passed, back, y, masks) for layer in spec.layers)
    return Health(layers, tuple(_findings(parameters, layers)), len(x))


def _spread(n: int) -> IntArray:
    return np.unique(np.linspace(0, n - 1, min(n, MOST_EXAMPLES)).astype(np.int64))


def _layer(
    parameters: Parameters, layer: int, passed: Forward, back: Backward, y: Array, masks: Masks | None
) -> LayerHealth:
    spec = parameters.spec
    on = np.ones(spec.sizes[layer], np.bool_)
    if masks and layer in masks:
        on = np.asarray(masks[layer] > 0)
    block = parameters.blocks[layer]
    alike = block.shape[1] > 1 and layer < spec.depth and bool((block == block[:, :1]).all())
    dead, saturated = _dead(spec, layer, passed) & on, _saturated(spec, layer, passed, y) & on
    return LayerHealth(
        layer,
        int(on.sum()),
        int(dead.sum()),
        int(saturated.sum()),
        alike,
        float(np.linalg.norm(back.gradient.blocks[layer])),
        tuple(np.flatnonzero(dead | saturated).tolist()),
    )


def _dead(spec: NetworkSpec, layer: int, passed: Forward) -> BoolArray:
    """Return which ReLUs are silent for every example."""
    if spec.activations[layer - 1] != "relu":
        return np.zeros(spec.sizes[layer], np.bool_)
    return np.asarray((passed.z[layer] <= 0).all(axis=0))


def _saturated(spec: NetworkSpec, layer: int, passed: Forward, y: Array) -> BoolArray:
    """Return which neurons stand at an end of their range, where their slope is next to 0.

    An output at an end is what is wanted, so there only the examples count that it has wrong; and under a
    cost that does without the slope, none does.
    """
    steepest = {"sigmoid": 0.25, "tanh": 1.0}.get(spec.activations[layer - 1])
    if steepest is None:
        return np.zeros(spec.sizes[layer], np.bool_)
    activation, z = spec.activation(layer), passed.z[layer]
    assert activation.derivative is not None
    flat = activation.derivative(z, activation.value(z)) < SLOPE * steepest
    if layer < spec.depth:
        return np.asarray(flat.mean(axis=0) >= NEARLY_ALL)
    if spec.cost_function.by_weighted_sum is not None:
        return np.zeros(spec.sizes[layer], np.bool_)
    wrong = np.abs(passed.a[layer] - y) > WRONG
    count = wrong.sum(axis=0)
    return np.asarray((count >= FEWEST_WRONG) & ((flat & wrong).sum(axis=0) >= NEARLY_ALL * count))


def _findings(parameters: Parameters, layers: tuple[LayerHealth, ...]) -> list[Finding]:
    spec = parameters.spec
    if not (parameters.finite and all(np.isfinite(layer.gradient) for layer in layers)):
        broken = next(
            (layer for layer in spec.layers if not np.isfinite(parameters.blocks[layer]).all()),
            spec.depth,
        )
        return [Finding("overflow", broken)]
    found = []
    for layer in layers:
        if layer.dead >= MANY * layer.neurons and layer.dead:
            found.append(Finding("dead", layer.layer, layer.dead, layer.neurons))
        if layer.saturated >= MANY * layer.neurons and layer.saturated:
            kind: Kind = "saturated" if layer.layer < spec.depth else "stuck"
            found.append(Finding(kind, layer.layer, layer.saturated, layer.neurons))
        if layer.alike:
            found.append(Finding("alike", layer.layer, layer.neurons, layer.neurons))
    # Through neurons that are all alike at zero, or all dead, no gradient comes back either; that is no news.
    silent = any(layer.alike or 0 < layer.neurons == layer.dead for layer in layers)
    return found if silent else [*found, *_gradients(layers)]


def _gradients(layers: tuple[LayerHealth, ...]) -> list[Finding]:
    first, last = layers[0].gradient, layers[-1].gradient
    if len(layers) == 1 or last == 0:
        return []
    ratio = first / last
    if ratio < VANISHED:
        return [Finding("vanishing", 1, ratio=ratio)]
    return [Finding("exploding", 1, ratio=ratio)] if ratio > EXPLODED else []
