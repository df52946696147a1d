"""Activations and costs: value, derivative, and which go together at the output.

The formulas are those of Goodfellow, Bengio, Courville, *Deep Learning* (2016), chapter 6. Both
cross-entropies are computed from the weighted sum z, so that they neither overflow nor lose the
gradient where the activation saturates.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array
from nnviz.errors import SpecError
from nnviz.saying import did_you_mean, either

LARGEST_EXPONENT = 700.0
"""exp() of more overflows float64; only a *reported* derivative is limited by it."""


@dataclass(frozen=True)
class Activation:
    """An activation function σ, applied to every weighted sum of a layer.

    Attributes
    ----------
    name : str
        The name used in files, options and menus.
    tex : str
        The definition as TeX, in z.
    low, high : float or None
        The range of values, None where unbounded. It fixes what a neuron's brightness means.
    value : callable
        ``value(z)`` with z of shape (..., n) gives a of the same shape.
    derivative : callable or None
        ``derivative(z, a)`` gives σ'(z), shape (..., n). None for softmax, whose outputs depend on every
        z of the layer: it only appears where the cost supplies ∂C/∂z directly.
    """

    name: str
    tex: str
    low: float | None
    high: float | None
    value: Callable[[Array], Array]
    derivative: Callable[[Array, Array], Array] | None


@dataclass(frozen=True)
class Cost:
    """The cost of one example, C_0.

    Attributes
    ----------
    name : str
        The name used in files, options and menus.
    tex : str
        The definition as TeX.
    terms : callable
        ``terms(z, a, y)`` gives the summand of every output, shape (..., n); their sum is C_0.
    by_activation : callable
        ``by_activation(z, a, y)`` gives ∂C_0/∂a, shape (..., n); None for cross_entropy, where it is not
        reported because softmax ties the outputs together.
    by_weighted_sum : callable or None
        ``by_weighted_sum(a, y)`` gives ∂C_0/∂z directly, where the σ' of the output cancels.
    outputs : tuple of str
        The activations that may stand at the output under this cost.
    """

    name: str
    tex: str
    terms: Callable[[Array, Array, Array], Array]
    by_activation: Callable[[Array, Array, Array], Array] | None
    by_weighted_sum: Callable[[Array, Array], Array] | None
    outputs: tuple[str, ...]


def sigmoid(z: Array) -> Array:
    """Return 1/(1 + e^−z) without overflow, for z of any shape."""
    e = np.exp(-np.abs(z))
    return np.asarray(np.where(z >= 0, 1, e) / (1 + e))


def softmax(z: Array) -> Array:
    """Return e^z_j / Σ_i e^z_i along the last axis, shifted by the maximum so that it cannot overflow."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


def log_softmax(z: Array) -> Array:
    """Return log softmax(z) along the last axis, finite for every finite z."""
    shifted = z - z.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def _relu_slope(z: Array, a: Array) -> Array:
    return (z > 0).astype(z.dtype)


def _binary_terms(z: Array, a: Array, y: Array) -> Array:
    return np.asarray(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))


def _binary_by_activation(z: Array, a: Array, y: Array) -> Array:
    # (1−y)/(1−a) − y/a, written in z: 1/a = 1 + e^−z and 1/(1−a) = 1 + e^z.
    limited = np.clip(z, -LARGEST_EXPONENT, LARGEST_EXPONENT).astype(np.float64)
    return np.asarray((1 - y) * (1 + np.exp(limited)) - y * (1 + np.exp(-limited)))


ACTIVATIONS: dict[str, Activation] = {
    f.name: f
    for f in (
        Activation("identity", r"z", None, None, lambda z: z.copy(), lambda z, a: np.ones_like(z)),
        Activation("sigmoid", r"\frac{1}{1 + e^{-z}}", 0, 1, sigmoid, lambda z, a: a * (1 - a)),
        Activation("tanh", r"\tanh z", -1, 1, np.tanh, lambda z, a: 1 - a * a),
        Activation("relu", r"\max (0, z)", 0, None, lambda z: np.maximum(z, 0), _relu_slope),
        Activation("softmax", r"\frac{e^{z_j}}{\sum_i e^{z_i}}", 0, 1, softmax, None),
    )
}

_FREE_OUTPUTS = ("identity", "sigmoid", "tanh", "relu")

COSTS: dict[str, Cost] = {
    c.name: c
    for c in (
        Cost(
            "squared",
            r"\sum_j (a_j - y_j)^2",
            lambda z, a, y: (a - y) ** 2,
            lambda z, a, y: 2 * (a - y),
            None,
            _FREE_OUTPUTS,
        ),
        Cost(
            "half_squared",
            r"\frac{1}{2} \sum_j (a_j - y_j)^2",
            lambda z, a, y: (a - y) ** 2 / 2,
            lambda z, a, y: a - y,
            None,
            _FREE_OUTPUTS,
        ),
        Cost(
            "mean_squared",
            r"\frac{1}{n_L} \sum_j (a_j - y_j)^2",
            lambda z, a, y: (a - y) ** 2 / a.shape[-1],
            lambda z, a, y: 2 * (a - y) / a.shape[-1],
            None,
            _FREE_OUTPUTS,
        ),
        Cost(
            "binary_cross_entropy",
            r"-\sum_j ( y_j \log a_j + (1 - y_j) \log (1 - a_j) )",
            _binary_terms,
            _binary_by_activation,
            lambda a, y: a - y,
            ("sigmoid",),
        ),
        Cost(
            "cross_entropy",
            r"-\sum_j y_j \log a_j",
            lambda z, a, y: -y * log_softmax(z),
            None,
            lambda a, y: a - y,
            ("softmax",),
        ),
    )
}


def check_pair(output: str, cost: str) -> None:
    """Refuse an output activation and a cost that do not go together.

    Raises
    ------
    SpecError
        With one sentence that says what would fit; also for unknown names.
    """
    check_known("output", output, ACTIVATIONS)
    check_known("cost", cost, COSTS)
    if output in COSTS[cost].outputs:
        return
    raise SpecError(
        "the cost {cost} needs the output activation {fitting}, not {output}",
        field="cost",
        cost=cost,
        fitting=either(COSTS[cost].outputs),
        output=output,
    )


def check_known(field: str, name: str, known: dict[str, Activation] | dict[str, Cost]) -> None:
    """Raise SpecError, naming the known ones, when `name` is not in `known`."""
    if name not in known:
        raise SpecError(
            "{name!r} is not known here{meant}; choose one of {names}",
            field=field,
            name=name,
            meant=did_you_mean(name, known),
            names=", ".join(known),
        )
