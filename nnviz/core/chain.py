"""A chain of single neurons, and what one nudge does to it, link by link.

With one neuron in every layer each derivative of backpropagation is a single product: a nudge Δw moves z by
Δz, that moves a by Δa, and so on to C. The quotients Δz/Δw, Δa/Δz … multiply to ΔC/Δw exactly, and approach
the derivatives as Δw shrinks. Source: Nielsen, *Neural Networks and Deep Learning* (2015), chapter 5.
"""

from dataclasses import dataclass
from typing import NamedTuple

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.steps import Trace


class Link(NamedTuple):
    """One number of the chain: its name, its value, and its value after the nudge."""

    quantity: Quantity
    value: float
    nudged: float

    @property
    def change(self) -> float:
        """By how much the nudge has moved it."""
        return self.nudged - self.value


@dataclass(frozen=True)
class Ratio:
    """How much one link follows the link before it.

    Attributes
    ----------
    cause, result : Quantity
        What moved, and what it moved.
    equals : Quantity or None
        What the derivative is: an activation, a weight, a slope, δ; None for the constant 1 of a bias.
    quotient : float or None
        Δresult/Δcause; None when the cause did not move.
    derivative : float
        ∂result/∂cause, which the quotient approaches.
    """

    cause: Quantity
    result: Quantity
    equals: Quantity | None
    quotient: float | None
    derivative: float


@dataclass(frozen=True)
class Chain:
    """All numbers of a chain from left to right, and the factors from the nudged parameter to the cost.

    Attributes
    ----------
    links : tuple of Link
        x, then w, b, z, a of layer after layer, then y and C.
    nudge : Location
        The parameter that is nudged.
    delta : float
        By how much.
    ratios : tuple of Ratio
        From the parameter to the cost.
    whole : Ratio
        ΔC/Δw and ∂C/∂w: the products of all quotients and of all derivatives.
    """

    links: tuple[Link, ...]
    nudge: Location
    delta: float
    ratios: tuple[Ratio, ...]
    whole: Ratio

    def link(self, quantity: Quantity) -> Link:
        """Return one number of the chain."""
        return next(link for link in self.links if link.quantity == quantity)


def is_chain(spec: NetworkSpec) -> bool:
    """Say whether every layer has one neuron."""
    return set(spec.sizes) == {1}


def chain(trace: Trace, nudge: Location, delta: float) -> Chain:
    """Nudge one parameter of a chain of single neurons, and follow what comes of it.

    Parameters
    ----------
    trace : Trace
        Of a network with one neuron in every layer.
    nudge : Location
        The weight or bias that is nudged.
    delta : float
        By how much; 0 leaves every quotient undefined.

    Raises
    ------
    ValueError
        When a layer has more than one neuron.
    SpecError
        When there is no such parameter.
    """
    if not is_chain(trace.spec):
        raise ValueError(f"a {trace.spec} network is no chain of single neurons")
    links = _links(trace, _nudged(trace, nudge, delta))
    known = {link.quantity: link for link in links}
    ratios = tuple(
        Ratio(cause, result, equals, _quotient(known[cause], known[result]), derivative)
        for cause, result, equals, derivative in _factors(trace, nudge)
    )
    return Chain(links, nudge, delta, ratios, _whole(trace, nudge, known))


def _nudged(trace: Trace, nudge: Location, delta: float) -> Trace:
    theta = trace.parameters.theta.copy()
    theta[trace.spec.index(nudge)] += delta
    return Trace.of(Parameters(trace.spec, theta), trace.x, trace.y, trace.masks)


def quantities(spec: NetworkSpec) -> tuple[Quantity, ...]:
    """Return the names of a chain's numbers from left to right."""
    names = [Quantity("a", 0, 0)]
    for layer in spec.layers:
        names += [Quantity("w", layer, 0, 0), Quantity("b", layer, 0)]
        names += [Quantity("z", layer, 0), Quantity("a", layer, 0)]
    return (*names, Quantity("y", spec.depth, 0), Quantity("C", spec.depth, 0))


def _links(trace: Trace, nudged: Trace) -> tuple[Link, ...]:
    return tuple(Link(q, _value(trace, q), _value(nudged, q)) for q in quantities(trace.spec))


def _value(trace: Trace, quantity: Quantity) -> float:
    kind, layer, j, k = quantity
    match kind:
        case "w" | "b":
            return trace.parameters.at(Location(kind, layer, j, k))
        case "z":
            return float(trace.z[layer][0])
        case "a":
            return float(trace.a[layer][0])
        case "y":
            return float(trace.y[0])
        case _:
            return trace.cost


def _quotient(cause: Link, result: Link) -> float | None:
    return None if cause.change == 0 else result.change / cause.change


def _factors(trace: Trace, nudge: Location) -> list[tuple[Quantity, Quantity, Quantity | None, float]]:
    """Return cause, result, what the derivative is and its value, from the parameter to the cost."""
    here, cost = nudge.layer, Quantity("C", trace.spec.depth, 0)
    z = Quantity("z", here, 0)
    before = Quantity("a", here - 1, 0) if nudge.kind == "w" else None
    first = 1.0 if before is None else float(trace.a[here - 1][0])
    factors = [(Quantity(*nudge), z, before, first)]
    for layer in range(here, trace.spec.depth + 1):
        z, a = Quantity("z", layer, 0), Quantity("a", layer, 0)
        slope = trace.slope(layer)
        if slope is None:  # a cross-entropy: ∂C/∂z comes at once
            return [*factors, (z, cost, Quantity("delta", layer, 0), float(trace.delta[layer][0]))]
        squashed = float(slope[0]) * trace.mask(layer, 0)
        factors.append((z, a, Quantity("slope", layer, 0), squashed))
        if layer < trace.spec.depth:
            weight = Quantity("w", layer + 1, 0, 0)
            factors.append((a, Quantity("z", layer + 1, 0), weight, _value(trace, weight)))
    by_output = Quantity("dC_da", trace.spec.depth, 0)
    return [*factors, (a, cost, by_output, float(trace.dC_da[trace.spec.depth][0]))]


def _whole(trace: Trace, nudge: Location, known: dict[Quantity, Link]) -> Ratio:
    cause, cost = Quantity(*nudge), Quantity("C", trace.spec.depth, 0)
    quotient = _quotient(known[cause], known[cost])
    return Ratio(cause, cost, None, quotient, trace.gradient.at(nudge))
