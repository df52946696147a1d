"""What a step from θ to θ + Δθ did: parameter by parameter, and to the cost, predicted and real.

The prediction is the straight line, ∇C·Δθ with ∇C at θ; it is right up to an error of the order of |Δθ|².
It holds for any step, whichever optimizer or hand has made it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core import passes
from nnviz.core.arrays import Array, Rows
from nnviz.core.network import Location, Parameters
from nnviz.core.passes import Masks

CHUNK = 1000
"""Examples between two looks at whether to stop."""


class Effect(NamedTuple):
    """What a step did to the average cost of some examples.

    Attributes
    ----------
    before, after : float
        C at θ and at θ + Δθ.
    predicted : float
        ∇C·Δθ, with the ∇C of these examples at θ.
    """

    before: float
    after: float
    predicted: float

    @property
    def real(self) -> float:
        """ΔC, what really happened."""
        return self.after - self.before

    @property
    def off(self) -> float:
        """By how much the straight line was wrong."""
        return self.real - self.predicted


class ParameterChange(NamedTuple):
    """One parameter before and after a step."""

    location: Location
    before: float
    after: float

    @property
    def change(self) -> float:
        """Δ."""
        return self.after - self.before


@dataclass(frozen=True, eq=False)
class Step:
    """A step, in float64.

    Attributes
    ----------
    before, after : Parameters
        θ and θ + Δθ.
    """

    before: Parameters
    after: Parameters

    @classmethod
    def between(cls, before: Parameters, after: Parameters) -> "Step":
        """Return the step from one state to another of the same shape."""
        return cls(before.astype(np.float64), after.astype(np.float64))

    @property
    def change(self) -> Parameters:
        """Δθ."""
        return Parameters(self.before.spec, self.after.theta - self.before.theta)

    def of(self, location: Location) -> ParameterChange:
        """Return what became of one parameter."""
        return ParameterChange(location, self.before.at(location), self.after.at(location))

    def largest(self, count: int) -> tuple[ParameterChange, ...]:
        """Return the parameters that changed most, the largest |Δ| first; none that did not change."""
        sizes = np.abs(self.change.theta)
        count = min(count, int(np.count_nonzero(sizes)))
        chosen = np.argpartition(-sizes, max(count - 1, 0))[:count]
        ordered = chosen[np.argsort(-sizes[chosen], kind="stable")]
        return tuple(self.of(self.before.spec.locate(int(i))) for i in ordered)


def effect(
    step: Step, x: Rows, y: Array, masks: Masks | None = None, stopped: Callable[[], bool] = lambda: False
) -> Effect | None:
    """Return what a step did to the average cost of a batch.

    Parameters
    ----------
    step : Step
        The step.
    x, y : Rows, Array
        Inputs, shape (batch, n_0), and targets, shape (batch, n_L).
    masks : dict, optional
        The masks under which both costs are taken.
    stopped : callable
        Asked after every `CHUNK` examples.

    Returns
    -------
    effect : Effect or None
        None when stopped before the end.
    """
    total, change = np.zeros(3), step.change.theta
    for start in range(0, len(x), CHUNK):
        if stopped():
            return None
        part = slice(start, start + CHUNK)
        total += _chunk(step, change, x[part].astype(np.float64), y[part].astype(np.float64), masks)
    before, after, predicted = (total / len(x)).tolist()
    return Effect(before, after, predicted)


def _chunk(step: Step, change: Array, x: Array, y: Array, masks: Masks | None) -> Array:
    """Return cost before, cost after and ∇C·Δθ, each summed over the examples."""
    spec = step.before.spec
    last = spec.depth
    with np.errstate(over="ignore", invalid="ignore"):
        passed, moved = (passes.forward(p, x, masks) for p in (step.before, step.after))
        before, after = (passes.costs(spec, f.z[last], f.a[last], y).sum() for f in (passed, moved))
        gradient = passes.backward(step.before, passed, y, masks).gradient.theta
        return np.array([before, after, len(x) * float(gradient @ change)])


def costs_along(
    parameters: Parameters,
    direction: Parameters,
    lengths: Array,
    example: tuple[Array, Array],
    masks: Masks | None = None,
) -> Array:
    """Return C_0(θ + t·d) of one example for many lengths t at once.

    A layer's weighted sums at θ + t·d are ã·B + t·(ã·D) with its blocks B of θ and D of d, so that all
    lengths go through the network as one batch.

    Parameters
    ----------
    parameters, direction : Parameters
        θ and d, float64.
    lengths : Array
        t, shape (m,).
    example : tuple of Array
        Input, shape (n_0,), and target, shape (n_L,).
    masks : dict, optional
        Masks of the forward pass.

    Returns
    -------
    costs : Array
        Shape (m,).
    """
    spec, (x, y) = parameters.spec, example
    a = np.broadcast_to(x, (len(lengths), len(x)))
    z = a
    with np.errstate(over="ignore", invalid="ignore"):
        for layer in spec.layers:
            along = passes.weighted_sum(direction, layer, a)
            z = passes.weighted_sum(parameters, layer, a) + lengths[:, None] * along
            a = passes.activation(spec, layer, z, masks)
        return passes.costs(spec, z, a, y)
