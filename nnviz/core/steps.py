"""One example, one update: the order in which the whole calculation is carried out and revealed.

The plan is the algorithm: a :class:`Trace` is made by performing its phases from first to last, and the
window shows as many of them as its cursor has passed. Stepping back therefore is exact: nothing is undone,
less is shown.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np

from nnviz.core import passes
from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Forward, Masks

PhaseKind = Literal["input", "weighted_sum", "activation", "cost", "dC_da", "delta", "gradient", "update"]


class Phase(NamedTuple):
    """One step of the score; `layer` is 0 for the input, L for the cost, and 0 for the update."""

    kind: PhaseKind
    layer: int


@dataclass(frozen=True)
class Plan:
    """All phases of one forward pass, one backward pass and one update, in order."""

    phases: tuple[Phase, ...]

    def __len__(self) -> int:
        return len(self.phases)

    def position(self, kind: PhaseKind, layer: int) -> int | None:
        """Return where the phase stands, None where this network has none such (∂C/∂a under softmax)."""
        return self._positions.get(Phase(kind, layer))

    @cached_property
    def _positions(self) -> dict[Phase, int]:
        return {phase: position for position, phase in enumerate(self.phases)}

    def shown(self, cursor: int, kind: PhaseKind, layer: int) -> bool:
        """Say whether the phase has been reached when the cursor stands at position `cursor`."""
        position = self.position(kind, layer)
        return position is not None and position <= cursor

    @property
    def cost(self) -> int:
        """The position at which the forward pass is complete."""
        return next(i for i, phase in enumerate(self.phases) if phase.kind == "cost")

    @property
    def update(self) -> int:
        """The last position, at which θ′ stands."""
        return len(self.phases) - 1


def plan(spec: NetworkSpec) -> Plan:
    """Return the plan of a network: x, z¹ a¹ … C, then ∂C/∂a, δ, ∇ layer by layer, then the update."""
    phases = [Phase("input", 0)]
    for layer in spec.layers:
        phases += [Phase("weighted_sum", layer), Phase("activation", layer)]
    phases.append(Phase("cost", spec.depth))
    for layer in reversed(spec.layers):
        if layer < spec.depth or spec.cost_function.by_activation is not None:
            phases.append(Phase("dC_da", layer))
        phases += [Phase("delta", layer), Phase("gradient", layer)]
    phases.append(Phase("update", 0))
    return Plan(tuple(phases))


@dataclass(frozen=True, eq=False)
class Trace:
    """Everything that happens to one example, in float64.

    Attributes
    ----------
    parameters : Parameters
        θ, as it is before the update.
    x, y : Array
        The input, shape (n_0,), and the target, shape (n_L,).
    z, a : dict
        Weighted sums z[1 … L] and activations a[0 … L], each of shape (n_l,).
    cost_terms : Array
        The summands of C_0, shape (n_L,).
    """

    parameters: Parameters
    x: Array
    y: Array
    masks: Masks | None = None
    z: dict[int, Array] = field(default_factory=dict)
    a: dict[int, Array] = field(default_factory=dict)
    cost_terms: Array = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cost_terms", np.zeros(self.spec.sizes[-1]))

    @classmethod
    def of(cls, parameters: Parameters, x: Array, y: Array, masks: Masks | None = None) -> "Trace":
        """Perform every phase but the update on one example, the backward pass when it is first asked for."""
        trace = cls(parameters.astype(np.float64), x, y, masks)
        phases = plan(parameters.spec)
        # A training about to run away has weights so large that even here a product may become ∞.
        with np.errstate(over="ignore", invalid="ignore"):
            for phase in phases.phases[: phases.cost + 1]:
                trace._perform(phase)
        return trace

    @cached_property
    def _back(self) -> "_Back":
        """The backward pass: most pictures of a running training show none of it."""
        phases, spec = plan(self.spec), self.spec
        back = _Back({}, {}, Parameters(spec, np.zeros(spec.parameter_count)))
        with np.errstate(over="ignore", invalid="ignore"):
            for phase in phases.phases[phases.cost + 1 : phases.update]:
                self._perform_backward(phase, back)
        return back

    @property
    def dC_da(self) -> dict[int, Array]:
        """∂C_0/∂a^(l) by layer, l = 1 … L (without L under softmax), each of shape (n_l,)."""
        return self._back.dC_da

    @property
    def delta(self) -> dict[int, Array]:
        """δ^(l) by layer, l = 1 … L, each of shape (n_l,)."""
        return self._back.delta

    @property
    def gradient(self) -> Parameters:
        """∇C_0."""
        return self._back.gradient

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self.parameters.spec

    @property
    def cost(self) -> float:
        """C_0, the cost of this example."""
        return float(self.cost_terms.sum())

    def slope(self, layer: int) -> Array | None:
        """Return σ'(z^(l)), shape (n_l,), without the mask; None where ∂C/∂z comes directly from the cost."""
        if layer == self.spec.depth and self.spec.cost_function.by_weighted_sum is not None:
            return None
        z = self.z[layer]
        return passes.activation_slope(self.spec, layer, z, self.spec.activation(layer).value(z))

    def mask(self, layer: int, j: int) -> float:
        """Return the factor by which a neuron's activation is multiplied: 1, or 0 when it is switched off."""
        mask = (self.masks or {}).get(layer)
        return 1.0 if mask is None else float(mask[j])

    def updated(self, rate: float) -> Parameters:
        """Return θ′ = θ − η ∇C_0."""
        return Parameters(self.spec, self.parameters.theta - rate * self.gradient.theta)

    def _perform(self, phase: Phase) -> None:
        kind, layer = phase
        spec, parameters = self.spec, self.parameters
        match kind:
            case "input":
                self.a[0] = self.x
            case "weighted_sum":
                self.z[layer] = passes.weighted_sum(parameters, layer, self.a[layer - 1])
            case "activation":
                self.a[layer] = passes.activation(spec, layer, self.z[layer], self.masks)
            case "cost":
                self.cost_terms[:] = spec.cost_function.terms(self.z[layer], self.a[layer], self.y)

    def _perform_backward(self, phase: Phase, back: "_Back") -> None:
        kind, layer = phase
        match kind:
            case "dC_da":
                back.dC_da[layer] = self._by_activation(layer, back)
            case "delta":
                passed = Forward(self.z, self.a)
                back.delta[layer] = passes.delta(self.spec, layer, passed, back.dC_da, self.y, self.masks)
            case "gradient":
                before, delta = self.a[layer - 1][None], back.delta[layer][None]
                back.gradient.blocks[layer][:] = passes.gradient_block(before, delta)

    def _by_activation(self, layer: int, back: "_Back") -> Array:
        by_activation = self.spec.cost_function.by_activation
        if layer < self.spec.depth or by_activation is None:
            return passes.by_activation_before(self.parameters, layer + 1, back.delta[layer + 1])
        return by_activation(self.z[layer], self.a[layer], self.y)


class _Back(NamedTuple):
    """What the backward pass of a trace has computed, layer by layer."""

    dC_da: dict[int, Array]
    delta: dict[int, Array]
    gradient: Parameters
