"""What the picture of a curve shows, computed: the function, how close it comes, the best line."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.curve import FunctionCurve, function_curve, is_curve
from nnviz.core.least_squares import least_squares
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import forward, masks_of
from nnviz.core.surface import Rectangle
from nnviz.data.dataset import Dataset
from nnviz.training.exam import Exam, Fit, examine
from nnviz.training.kernel import Kernel

PLACES = 401
"""At so many places the function is computed."""

SIDE, ABOVE = 0.04, 0.12
"""What the picture leaves free beside and above the points, as a share of what they take."""

STEP, BEYOND = 0.5, {"function": 1.0, "pieces": 4.0}
"""How far it reaches beyond the points to show a function, and its pieces: in such steps and at most so far,
as a share of what the points take. It thus stands still while the network learns."""


@dataclass(frozen=True, eq=False)
class Line:
    """The best that a network without a hidden layer can do.

    Attributes
    ----------
    parameters : Parameters
        Its slope and intercept, float64.
    train, test : Fit
        How close it comes.
    """

    parameters: Parameters
    train: Fit
    test: Fit

    @classmethod
    def through(cls, data: Dataset) -> Line:
        """Lay it through the training examples."""
        best = least_squares(data.train.x, data.train.targets)

        def fit(x: Array, targets: Array) -> Fit:
            return Fit(targets, forward(best, x.astype(np.float64)).a[1])

        return cls(best, *(fit(split.x, split.targets) for split in (data.train, data.test)))


@dataclass(frozen=True, eq=False)
class Seen:
    """What one network makes of one data set.

    Attributes
    ----------
    dataset, parameters
        Of which it was computed.
    curve : FunctionCurve
        The function over all that is shown, at PLACES places.
    train, test : Exam
        How it does on both sets: a Fit where values are measured.
    """

    dataset: Dataset
    parameters: Parameters
    curve: FunctionCurve
    train: Exam
    test: Exam


def fits(spec: NetworkSpec, data: Dataset) -> bool:
    """Say whether there is a curve to be drawn."""
    return is_curve(spec) and data.n_inputs == data.n_outputs == 1


def is_linear(spec: NetworkSpec) -> bool:
    """Say whether a network is linear regression: no hidden layer, no squashing."""
    return spec.activations == ("identity",)


def look(parameters: Parameters, off: frozenset[tuple[int, int]], data: Dataset) -> Seen | None:
    """Compute the picture of a network; None where its numbers are no longer finite."""
    low, high = across(data)
    masks = masks_of(parameters.spec, off)
    curve = function_curve(parameters, np.linspace(low, high, PLACES), masks)
    train, test = (examine(Kernel(parameters, masks), split) for split in (data.train, data.test))
    if train is None or test is None or not np.isfinite(curve.a).all():
        return None
    return Seen(data, parameters, curve, train, test)


def across(data: Dataset) -> tuple[float, float]:
    """Return the ends of the x axis."""
    return _widened(*_ends(data.train.x, data.test.x), SIDE)


def frame(data: Dataset, seen: Seen | None, style: str) -> Rectangle:
    """Return the part of the plane that is shown.

    Parameters
    ----------
    data : Dataset
        The points.
    seen : Seen or None
        The function, which may reach beyond them.
    style : "function" or "pieces"
        What of it is drawn.
    """
    left, right = across(data)
    low, high = _widened(*_ends(data.train.targets, data.test.targets), ABOVE)
    if seen is None:
        return Rectangle((left, low), (right, high))
    span, most, drawn = high - low, BEYOND[style], [seen.curve.a]
    if style == "pieces":
        drawn += [seen.curve.pieces.ravel(), np.zeros(1), np.array([seen.curve.bias])]
    ends = _ends(*drawn)
    below, above = (low - ends[0]) / span, (ends[1] - high) / span
    return Rectangle((left, low - _stepped(below, most) * span), (right, high + _stepped(above, most) * span))


def _stepped(beyond: float, most: float) -> float:
    return min(max(ceil(beyond / STEP) * STEP, 0.0), most) if np.isfinite(beyond) else most


def _ends(*values: Array) -> tuple[float, float]:
    return min(float(some.min()) for some in values), max(float(some.max()) for some in values)


def _widened(low: float, high: float, share: float) -> tuple[float, float]:
    """Return two ends with room beside them; where all numbers are one, some room all the same."""
    span = high - low
    margin = share * span if span > 0 else max(abs(low), 1.0) / 2
    return low - margin, high + margin
