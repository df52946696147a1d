"""What the neurons of one layer want of the layer before: every wish, and their sum.

Source: the chain rule ∂C_0/∂a^(l−1)_k = Σ_j w^(l)_jk δ^(l)_j, taken apart before it is summed (Nielsen,
*Neural Networks and Deep Learning* (2015), chapter 2, BP2). All signs are those of wishes: the direction that
lowers the cost.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Trace
from nnviz.errors import SpecError

NudgeKind = Literal["a", "z"]


@dataclass(frozen=True, eq=False)
class Wishes:
    """The wishes of the neurons of layer l for the activations of layer l−1.

    Attributes
    ----------
    layer : int
        l, from 2 to L.
    of : str
        What `nudges` are the wishes of: "a" for −∂C_0/∂a^(l)_j; "z" for −∂C_0/∂z^(l)_j, where a cross-entropy
        gives δ directly.
    nudges : Array
        How each neuron of layer l would itself be moved, shape (n_l,).
    matrix : Array
        −w^(l)_jk δ^(l)_j, shape (n_l, n_(l−1)): what neuron j wants of neuron k.
    sums : Array
        −∂C_0/∂a^(l−1)_k, shape (n_(l−1),): the sum of the rows, and the wish of that layer.
    """

    layer: int
    of: NudgeKind
    nudges: Array
    matrix: Array
    sums: Array

    def running(self, rows: int) -> Array:
        """Return the sum of the first `rows` rows, shape (n_(l−1),)."""
        return self.sums if rows >= len(self.nudges) else np.asarray(self.matrix[:rows].sum(axis=0))

    @cached_property
    def scale(self) -> float:
        """The largest finite magnitude among the wishes and all their running sums."""
        with np.errstate(invalid="ignore", over="ignore"):
            sizes = np.abs([self.matrix, np.cumsum(self.matrix, axis=0)])
        return float(sizes[np.isfinite(sizes)].max(initial=0.0))


def wishing_layers(spec: NetworkSpec) -> range:
    """Return L … 2: the layers that can want something of neurons before them; inputs are given."""
    return range(spec.depth, 1, -1)


def wishes(trace: Trace, layer: int) -> Wishes:
    """Return what the neurons of `layer` want of the layer before.

    Parameters
    ----------
    trace : Trace
        One example, forward and back.
    layer : int
        l, from 2 to L.

    Raises
    ------
    SpecError
        For another layer.
    """
    if layer not in wishing_layers(trace.spec):
        raise SpecError(
            "layer {layer} of a {spec} network has no neurons before it to wish for",
            layer=layer,
            spec=trace.spec,
        )
    direct = layer == trace.spec.depth and trace.spec.cost_function.by_weighted_sum is not None
    nudges = trace.delta[layer] if direct else trace.dC_da[layer]
    with np.errstate(invalid="ignore", over="ignore"):
        # 0 − x and not −x: a wish of nothing is 0, never −0.
        matrix = 0.0 - trace.parameters.weights(layer) * trace.delta[layer][:, None]
    return Wishes(layer, "z" if direct else "a", 0.0 - nudges, matrix, 0.0 - trace.dC_da[layer - 1])


def adding_up(values: Array, unit: float) -> Array:
    """Round numbers so that in every column the first rows, as they are shown, add up to their sum as shown.

    Not the numbers are rounded but their running sums; what a number adds to those is less than one unit away
    from it, and of its sign or 0.

    Parameters
    ----------
    values : Array
        The numbers, shape (rows, columns).
    unit : float
        One of the last digit that is shown.

    Returns
    -------
    Array
        Whole multiples of the unit, shape (rows, columns); NaN from the first number on that is not finite.
    """
    with np.errstate(invalid="ignore", over="ignore", divide="ignore"):
        sums = np.rint(np.cumsum(values, axis=0) / unit)
        return np.diff(sums, axis=0, prepend=0.0)
