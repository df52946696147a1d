"""A network whose numbers can be written down: everything that is given has few decimals."""

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.steps import Trace

DECIMALS = 1
"""Of what is given; what is computed from it is exact."""

MOST_WEIGHTS = 30
"""More than that nobody computes by hand."""

NETWORK, EXAMPLE = 0x5EED, 0x5EE7
"""The purposes that random numbers are drawn for, beside the seed."""


def small_network(spec: NetworkSpec, seed: int) -> Parameters:
    """Return a network of few decimals, float64: weights from N(0, 1) and biases of half that spread.

    None of them is 0: a factor 0 teaches nothing.
    """
    random = np.random.default_rng([seed, NETWORK])
    spread = np.where(spec.weight_mask(), 1.0, 0.5)
    theta = np.round(random.standard_normal(spec.parameter_count) * spread, DECIMALS)
    return Parameters(spec, np.where(theta == 0, 10.0**-DECIMALS, theta))


def rounded(parameters: Parameters, decimals: int) -> Parameters:
    """Return a network's parameters as they can be written down, float64."""
    return Parameters(parameters.spec, np.round(parameters.theta.astype(np.float64), decimals) + 0.0)


def small_example(spec: NetworkSpec, seed: int) -> tuple[Array, Array]:
    """Return an input of tenths, shape (n_0,), and a target, shape (n_L,), with one 1 in it."""
    random = np.random.default_rng([seed, EXAMPLE])
    tenths = random.permutation(9)[np.arange(spec.sizes[0]) % 9] + 1
    y = np.zeros(spec.sizes[-1])
    y[random.integers(len(y))] = 1.0
    return tenths / 10, y


def update_by_hand(trace: Trace, rate: float) -> Trace:
    """Return the calculation for the same example after θ′ = θ − η ∇C_0, in float64."""
    after = Parameters(trace.spec, trace.parameters.theta - rate * trace.gradient.theta)
    return Trace.of(after, trace.x, trace.y)
