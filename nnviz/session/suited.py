"""Networks that fit other data: the present one with other ends, and one that suits what is to be learned."""

from dataclasses import replace
from typing import NamedTuple

from nnviz.core.network import NetworkSpec
from nnviz.data.dataset import Dataset
from nnviz.data.facts import Facts


class Suited(NamedTuple):
    """A network to begin with.

    Attributes
    ----------
    spec : NetworkSpec
        Its shape.
    scheme : str
        How its first weights are drawn.
    rate : float
        A learning rate with which it learns these data.
    """

    spec: NetworkSpec
    scheme: str
    rate: float


def refitted(spec: NetworkSpec, facts: Facts) -> NetworkSpec:
    """Return a network with the same hidden layers, and as many inputs and outputs as the data have.

    Output and cost stay, except where they could never say what is wanted: softmax and the cross-entropies
    speak of classes, and softmax has no choice with a single output.
    """
    sizes = (facts.n_inputs, *spec.sizes[1:-1], facts.n_outputs)
    if _can_say(spec, facts):
        return replace(spec, sizes=sizes)
    output, cost = _ending(facts)
    return replace(spec, sizes=sizes, activations=(*spec.activations[:-1], output), cost=cost)


def suited(facts: Facts) -> Suited:
    """Return a network that learns such data well: what would be chosen today."""
    hidden, activation = _hidden(facts)
    spec = NetworkSpec.build(facts.n_inputs, hidden, facts.n_outputs, activation, *_ending(facts))
    hard = facts.classes is None or _is_color(facts)
    return Suited(spec, _scheme(facts, activation), 0.05 if hard else 0.1)


def reaches(spec: NetworkSpec, data: Dataset) -> bool:
    """Say whether the network's outputs can become what the training examples want."""
    function, wanted = spec.activation(spec.depth), data.train.targets
    low = function.low is None or function.low <= float(wanted.min())
    return low and (function.high is None or float(wanted.max()) <= function.high)


def _can_say(spec: NetworkSpec, facts: Facts) -> bool:
    if facts.classes is None:
        return spec.cost not in ("cross_entropy", "binary_cross_entropy")
    return spec.activations[-1] != "softmax" or facts.n_outputs > 1


def _hidden(facts: Facts) -> tuple[tuple[int, ...], str]:
    if facts.image_shape is not None:
        return ((64, 32) if _is_color(facts) else (16, 16)), "relu"
    return ((16,) if facts.classes is None else (8, 8)), "tanh"  # tanh bends smoothly, as the plane shows


def _scheme(facts: Facts, activation: str) -> str:
    """Return how to draw the first weights; with biases where all pieces of a curve would bend at x = 0."""
    if activation == "relu":
        return "he"
    return "normal" if facts.n_inputs == 1 else "glorot"


def _is_color(facts: Facts) -> bool:
    return facts.image_shape is not None and len(facts.image_shape) == 3


def _ending(facts: Facts) -> tuple[str, str]:
    """Return the output's activation and the cost."""
    if facts.classes is None:
        return "identity", "squared"
    return ("softmax", "cross_entropy") if facts.n_outputs > 1 else ("sigmoid", "binary_cross_entropy")
