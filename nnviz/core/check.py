"""A derivative checked without calculus: change one number a little and see what the cost does.

The central difference (C(θ + Δ) − C(θ − Δ)) / 2Δ differs from the derivative by a multiple of Δ² (LeVeque,
*Finite Difference Methods* (2007), section 1.1) and by what rounding leaves, a multiple of 1/Δ. A weight w_jk
changes no other weighted sum of its layer than z_j, by Δ a_k: the rest of the network is run from there, all
Δ as one batch.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from nnviz.core import passes
from nnviz.core.arrays import Array
from nnviz.core.explain import Quantity
from nnviz.core.network import Location, Parameters
from nnviz.core.steps import Trace

STEPS = (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
"""The Δ of the table."""

DECIDING = (4, 5)
"""Which of the STEPS decide: 10⁻⁵; 10⁻⁶ where a kink lies nearer."""

TOLERANCE = 1e-5
"""A larger relative difference is an error: at these Δ, in float64, it is 10⁻⁶ at most."""

EPS = float(np.finfo(np.float64).eps)

Verdict = Literal["agree", "disagree", "kink", "zero", "flat", "infinite"]
"""kink: a ReLU stands so near 0 that the cost has a corner here; zero: the derivative is exactly 0, and
nothing changes; infinite: there are no numbers any more; flat: both are smaller than what rounding leaves
of a difference."""


class Difference(NamedTuple):
    """ΔC/Δ for one Δ: from both sides, from the left and from the right."""

    step: float
    central: float
    left: float
    right: float


@dataclass(frozen=True)
class Check:
    """A derivative beside the differences that approach it.

    Attributes
    ----------
    quantity : Quantity
        The weight, bias or activation that is changed.
    derivative : float
        By backpropagation.
    rows : tuple of Difference
        One for each of STEPS.
    decides : int
        Which of the rows the verdict is about.
    rounding : float
        About how far rounding may move the cost; over Δ, how far it may move a difference.
    verdict : Verdict
        What comes of it.
    """

    quantity: Quantity
    derivative: float
    rows: tuple[Difference, ...]
    decides: int
    rounding: float
    verdict: Verdict

    @property
    def row(self) -> Difference:
        """The difference that decides."""
        return self.rows[self.decides]

    def resolved(self, row: Difference) -> bool:
        """Say whether a difference is more than rounding leaves of it."""
        return abs(row.central) > self.rounding / row.step


@dataclass(frozen=True)
class NetworkCheck:
    """The whole gradient beside as many central differences.

    Attributes
    ----------
    count : int
        How many parameters have been changed.
    error : float
        ‖∇num − ∇‖ / (‖∇num‖ + ‖∇‖), 0 where both are 0.
    worst : Location
        Where the two differ most.
    kinks : int
        How many of the differences reach across a kink of a ReLU.
    verdict : Verdict
        What comes of it.
    """

    count: int
    error: float
    worst: Location
    kinks: int
    verdict: Verdict


def derivative_of(trace: Trace, quantity: Quantity) -> float:
    """Return ∂C_0 by a weight, a bias or an activation of layer 0 … L."""
    kind, layer, j, k = quantity
    if kind == "a":
        if layer in trace.dC_da:
            return float(trace.dC_da[layer][j])
        return float(trace.parameters.weights(layer + 1)[:, j] @ trace.delta[layer + 1])
    return trace.gradient.at(Location("b" if kind == "b" else "w", layer, j, k))


def checkable(trace: Trace, quantity: Quantity) -> bool:
    """Say whether the cost can be followed: an output of a cross-entropy cannot be moved without its z."""
    direct = trace.spec.cost_function.by_weighted_sum is not None
    return not (quantity.kind == "a" and quantity.layer == trace.spec.depth and direct)


def check(trace: Trace, quantity: Quantity) -> Check:
    """Compare the derivative by a weight, bias or activation with its finite differences.

    The numbers are changed in float64: what is checked is the calculation, not the storage.
    """
    derivative = derivative_of(trace, quantity)
    steps = np.array(STEPS)
    changes = np.concatenate([-steps, steps, [0.0]])
    with np.errstate(all="ignore"):
        terms, corners = _follow(trace, quantity, changes)
        minus, plus = terms[: len(steps)], terms[len(steps) : -1]
        here = terms[-1]
        central = (plus - minus).sum(axis=1) / (2 * steps)
        left, right = (here - minus).sum(axis=1) / steps, (plus - here).sum(axis=1) / steps
        rows = tuple(
            Difference(*row) for row in zip(STEPS, *map(_floats, (central, left, right)), strict=True)
        )
        crossed = (corners[: len(steps)] != corners[len(steps) : -1]).any(axis=1)
        crossed |= (corners[: len(steps)] != corners[-1]).any(axis=1)
        noise = rounding(trace)
    decides = next((i for i in DECIDING if not crossed[i]), DECIDING[-1])
    verdict = _verdict(derivative, rows[decides], bool(crossed[decides]), noise / STEPS[decides])
    return Check(quantity, derivative, rows, decides, noise, verdict)


def _floats(values: Array) -> list[float]:
    return [float(value) for value in values]


def _verdict(derivative: float, row: Difference, crossed: bool, noise: float) -> Verdict:
    if not np.isfinite([derivative, row.central]).all():
        return "infinite"
    fits = _close(row.central, derivative, noise)
    if crossed and not (fits and _close(row.left, row.right, noise)):
        return "kink"
    if not fits:
        return "disagree"
    if derivative == 0:
        return "zero"
    return "flat" if max(abs(derivative), abs(row.central)) <= noise else "agree"


def _close(a: float, b: float, noise: float) -> bool:
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) + noise


def rounding(trace: Trace) -> float:
    """Return about how far C_0 may be from its exact value because every sum is rounded to float64."""
    total = float(np.abs(trace.cost_terms).sum())
    last = trace.spec.depth
    if trace.spec.cost_function.by_weighted_sum is None:
        total += float(np.abs(trace.dC_da[last]) @ (np.abs(trace.a[last]) + np.abs(trace.y)))
    else:
        total += float(np.abs(trace.z[last]).max())
    for layer in trace.spec.layers:
        sums = np.abs(trace.parameters.weights(layer)) @ np.abs(trace.a[layer - 1])
        total += float(np.abs(trace.delta[layer]) @ (sums + np.abs(trace.parameters.biases(layer))))
    return 4 * EPS * total


def _follow(trace: Trace, quantity: Quantity, changes: Array) -> tuple[Array, Array]:
    """Return the cost's terms, shape (m, n_L), and which ReLUs are on, (m, …), after each of m changes."""
    kind, layer, j, k = quantity
    if kind == "a" and layer == trace.spec.depth:
        a = np.repeat(trace.a[layer][None], len(changes), axis=0)
        a[:, j] += changes
        terms = trace.spec.cost_function.terms(trace.z[layer][None], a, trace.y)
        return terms, np.zeros((len(changes), 0), np.int8)
    first = layer + 1 if kind == "a" else layer
    z = np.repeat(trace.z[first][None], len(changes), axis=0)
    if kind == "a":
        z += changes[:, None] * trace.parameters.weights(first)[:, j]
    else:
        z[:, j] += changes * (1.0 if k is None else trace.a[layer - 1][k])
    return _run(trace, first, z)


def _run(trace: Trace, layer: int, z: Array) -> tuple[Array, Array]:
    """Run on from the weighted sums of `layer`, shape (m, n_l)."""
    spec, corners = trace.spec, []
    while True:
        if spec.activations[layer - 1] == "relu":
            corners.append(np.sign(z).astype(np.int8))
        a = passes.activation(spec, layer, z, trace.masks)
        if layer == spec.depth:
            break
        layer += 1
        z = passes.weighted_sum(trace.parameters, layer, a)
    none = np.zeros((len(z), 0), np.int8)
    return spec.cost_function.terms(z, a, trace.y), np.concatenate([none, *corners], axis=1)


def check_network(trace: Trace, go_on: Callable[[float], bool] = lambda share: True) -> NetworkCheck | None:
    """Compare ∇C_0 with a central difference for every single parameter.

    Parameters
    ----------
    trace : Trace
        The example.
    go_on : callable
        ``go_on(share)`` is called now and then with the share that is done; False ends the check.

    Returns
    -------
    NetworkCheck or None
        None when it was ended.
    """
    numeric = Parameters(trace.spec, np.zeros(trace.spec.parameter_count))
    kinks, done = 0, 0
    with np.errstate(all="ignore"):
        for layer, j, column, crossed in _columns(trace, STEPS[DECIDING[0]]):
            numeric.blocks[layer][:, j] = column
            kinks += crossed
            done += len(column)
            if not go_on(done / trace.spec.parameter_count):
                return None
        return _compare(trace, numeric, kinks)


def _columns(trace: Trace, step: float) -> Iterator[tuple[int, int, Array, int]]:
    """Yield layer, neuron, the differences by its weights and its bias, and how many of them cross a kink."""
    for layer in trace.spec.layers:
        moves = step * passes.with_one(trace.a[layer - 1])
        for j in range(trace.spec.sizes[layer]):
            z = np.repeat(trace.z[layer][None], 2 * len(moves), axis=0)
            z[:, j] += np.concatenate([moves, -moves])
            terms, corners = _run(trace, layer, z)
            n = len(moves)
            column = (terms[:n] - terms[n:]).sum(axis=1) / (2 * step)
            yield layer, j, column, int((corners[:n] != corners[n:]).any(axis=1).sum())


def _compare(trace: Trace, numeric: Parameters, kinks: int) -> NetworkCheck:
    exact, count = trace.gradient.theta, trace.spec.parameter_count
    apart = float(np.linalg.norm(numeric.theta - exact))
    numeric_size, size = float(np.linalg.norm(numeric.theta)), float(np.linalg.norm(exact))
    error = apart / (numeric_size + size) if apart else 0.0
    worst = trace.spec.locate(int(np.abs(numeric.theta - exact).argmax()))
    noise = rounding(trace) / STEPS[DECIDING[0]] * count**0.5
    if not np.isfinite(apart):
        verdict: Verdict = "infinite"
    elif apart <= noise and size <= noise:
        verdict = "flat" if size else "zero"
    else:
        verdict = "agree" if error <= TOLERANCE else "kink" if kinks else "disagree"
    return NetworkCheck(count, error, worst, kinks, verdict)
