"""Directions in the space of all parameters: downhill, at random, toward another θ, along a path."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from nnviz.core import passes
from nnviz.core.arrays import Array, Rows
from nnviz.core.flat import Flat
from nnviz.core.network import Parameters
from nnviz.core.passes import Masks
from nnviz.core.representation import represent

PURPOSE = 22
"""Keeps these random numbers apart from all others."""

CHUNK = 1000
"""Examples between two looks at whether to stop."""

LEAST = 1e-9
"""Directions that differ by less than this share of their length are one."""


class Slope(NamedTuple):
    """C of some examples at θ, and its gradient ∇C, of shape (parameter_count,)."""

    cost: float
    gradient: Array


def slope(
    parameters: Parameters,
    x: Rows,
    y: Array,
    masks: Masks | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Slope | None:
    """Return the average cost of a batch and its gradient, in float64; None when stopped before the end."""
    exactly, cost = parameters.astype(np.float64), 0.0
    spec, gradient = exactly.spec, np.zeros_like(exactly.theta)
    for start in range(0, len(x), CHUNK):
        if stopped():
            return None
        part = slice(start, start + CHUNK)
        inputs, targets = x[part].astype(np.float64), y[part].astype(np.float64)
        with np.errstate(all="ignore"):
            passed = passes.forward(exactly, inputs, masks)
            back = passes.backward(exactly, passed, targets, masks)
            gradient += len(inputs) * back.gradient.theta
            cost += float(passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], targets).sum())
    return Slope(cost / len(x), gradient / len(x))


def random_direction(parameters: Parameters, seed: int) -> Array:
    """Return a direction in which every neuron's weights and bias are as long as the network's own.

    Without that, a network that is the same function with larger weights in one layer and smaller ones in the
    next would show another picture. The whole direction is then as long as θ. Source: Li, Xu, Taylor, Studer,
    Goldstein, *Visualizing the loss landscape of neural nets* (2018), section 4, "filter normalization".

    Parameters
    ----------
    parameters : Parameters
        θ. Where a neuron's weights and bias are all zero, the direction is zero too.
    seed : int
        The same seed draws the same direction.

    Returns
    -------
    Array
        Shape (parameter_count,), float64.
    """
    theta = parameters.astype(np.float64)
    random = np.random.default_rng([seed, PURPOSE])
    drawn = Parameters(parameters.spec, random.standard_normal(parameters.theta.size))
    for layer, block in drawn.blocks.items():
        block *= np.linalg.norm(theta.blocks[layer], axis=0) / np.linalg.norm(block, axis=0)
    return drawn.theta


def plane_through(a: Parameters, b: Parameters, c: Parameters) -> Flat | None:
    """Return the plane through three θ, with a at its origin, b on the first axis, and c above it.

    The directions have length 1 and a right angle between them: coordinates are distances. Source: Garipov
    et al., *Loss surfaces, mode connectivity, and fast ensembling of DNNs* (2018).

    Returns
    -------
    Flat or None
        None where the three lie on a line.
    """
    origin = a.theta.astype(np.float64)
    first, second = b.theta - origin, c.theta - origin
    length = np.linalg.norm(first)
    if not length > 0:
        return None
    first = first / length
    across = second - (second @ first) * first
    across -= (across @ first) * first  # once more, for what rounding has left
    height = np.linalg.norm(across)
    if not height > LEAST * max(float(np.linalg.norm(second)), float(length)):
        return None
    return Flat.spanned(a, first, across / height)


class MainPlane(NamedTuple):
    """The plane through the mean of a path, along the two directions in which it moves most.

    Attributes
    ----------
    flat : Flat
        The mean, and two directions of length 1 with a right angle between them.
    shares : tuple of float
        Which share of the path's variance lies along each.
    """

    flat: Flat
    shares: tuple[float, float]


def main_plane(like: Parameters, path: Array) -> MainPlane | None:
    """Return the plane of the two principal components of a path.

    Parameters
    ----------
    like : Parameters
        Any θ of the network, for its shape.
    path : Array
        Some θ, shape (m, parameter_count).

    Returns
    -------
    MainPlane or None
        None where the path does not leave a line.
    """
    if len(path) < 3:
        return None
    found = represent(path)
    if not (found.shares[1] > LEAST and np.isfinite(found.axes).all()):
        return None
    mean = Parameters(like.spec, np.mean(path, axis=0, dtype=np.float64))
    first, second = (float(share) for share in found.shares)
    return MainPlane(Flat.spanned(mean, *found.axes), (first, second))
