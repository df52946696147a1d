"""How sensitive the cost is to one parameter: its derivative, and what a real wiggle does."""

from dataclasses import dataclass

import numpy as np

from nnviz.core import passes
from nnviz.core.network import Location, Parameters
from nnviz.core.steps import Trace


@dataclass(frozen=True)
class Wiggle:
    """One parameter moved by Δ, all others held still.

    Attributes
    ----------
    location : Location
        Which parameter.
    derivative : float
        ∂C_0/∂θ where it stands.
    delta : float
        Δ.
    before, after : float
        C_0(θ) and C_0(θ + Δ), both of a forward pass in float64.
    """

    location: Location
    derivative: float
    delta: float
    before: float
    after: float

    @property
    def predicted(self) -> float:
        """∂C_0/∂θ · Δ."""
        return self.derivative * self.delta

    @property
    def change(self) -> float:
        """ΔC = C_0(θ + Δ) − C_0(θ)."""
        return self.after - self.before


@dataclass(frozen=True)
class Comparison:
    """Two parameters, wiggled one after the other by the same Δ."""

    first: Wiggle
    second: Wiggle

    @property
    def ratio(self) -> float:
        """|∂C_0/∂θ₁| / |∂C_0/∂θ₂|; ∞ when only the second is 0, NaN when both are."""
        above, below = abs(self.first.derivative), abs(self.second.derivative)
        if below == 0:
            return float("nan") if above == 0 else float("inf")
        return above / below


def wiggle(trace: Trace, location: Location, delta: float) -> Wiggle:
    """Run the example through a copy of the network in which one parameter is larger by `delta`.

    Parameters
    ----------
    trace : Trace
        The example, and the network as it is; neither is changed.
    location : Location
        The parameter.
    delta : float
        Δ, of any sign.

    Raises
    ------
    SpecError
        When the network has no such parameter.
    """
    spec, theta = trace.spec, trace.parameters.theta.copy()
    theta[spec.index(location)] += delta
    with np.errstate(over="ignore", invalid="ignore"):
        passed = passes.forward(Parameters(spec, theta), trace.x, trace.masks)
        cost = float(passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], trace.y))
    return Wiggle(location, trace.gradient.at(location), delta, trace.cost, cost)


def compare(trace: Trace, first: Location, second: Location, delta: float) -> Comparison:
    """Wiggle two parameters by the same Δ, each alone."""
    return Comparison(wiggle(trace, first, delta), wiggle(trace, second, delta))
