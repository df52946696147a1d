"""A network of one number in and one out as what it is, a function of x, and as the sum of its pieces."""

from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, read_only
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks, forward


@dataclass(frozen=True, eq=False)
class FunctionCurve:
    """The function at n places; all arrays are read-only and float64.

    Attributes
    ----------
    x : Array
        The places, shape (n,).
    a : Array
        The output a^(L)(x), shape (n,).
    z : Array
        Its weighted sum z^(L)(x), shape (n,): Σ_j of the pieces, and the bias.
    pieces : Array
        Shape (n_(L−1), n): w^(L)_0j a^(L−1)_j(x), what each neuron before the output adds to it. Without a
        hidden layer the one piece is w x.
    bias : float
        b^(L)_0.
    """

    x: Array
    a: Array
    z: Array
    pieces: Array
    bias: float


def is_curve(spec: NetworkSpec) -> bool:
    """Say whether a network is a function of one number."""
    return spec.sizes[0] == spec.sizes[-1] == 1


def function_curve(parameters: Parameters, x: Array, masks: Masks | None = None) -> FunctionCurve:
    """Compute the function of a network with one input and one output.

    Parameters
    ----------
    parameters : Parameters
        The network.
    x : array, shape (n,)
        Where.
    masks : dict, optional
        The neurons that are switched off.
    """
    places = np.asarray(x, np.float64)
    last = parameters.spec.depth
    passed = forward(parameters.astype(np.float64), places[:, None], masks)
    pieces = (passed.a[last - 1] * parameters.weights(last)[0]).T
    return FunctionCurve(
        read_only(places.copy()),
        read_only(passed.a[last][:, 0]),
        read_only(passed.z[last][:, 0]),
        read_only(np.ascontiguousarray(pieces)),
        float(parameters.biases(last)[0]),
    )
