"""What the race's plot draws, as arrays."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnviz.training.measuring import Metrics
from nnviz.ui.plots.curves import r_squared_limits, round_down, round_up

Column = NDArray[np.float64]
Limits = tuple[float, float]


LARGEST_RISE = 5.0
"""So many times the cost at the beginning is shown at most."""


class Axes(NamedTuple):
    """What is drawn over what.

    Attributes
    ----------
    x : "epochs", "updates" or "seconds"
        What runs to the right.
    measure : "cost" or "goodness"
        What runs up; the goodness is the accuracy of classes, R² of measured values.
    splits : tuple of "train" and "test"
        Of which sets.
    log_x, log_y : bool
        Whether an axis is logarithmic.
    """

    x: str = "epochs"
    measure: str = "cost"
    splits: tuple[str, ...] = ("test",)
    log_x: bool = False
    log_y: bool = True


def points(metrics: tuple[Metrics, ...], axes: Axes, split: str) -> tuple[Column, Column]:
    """Return x and y of one lane's curve; what a logarithm does not know is left out."""
    x = np.array([getattr(m, axes.x) for m in metrics], np.float64)
    y = np.array([_measured(m, axes.measure, split) for m in metrics], np.float64)
    known = np.isfinite(y)
    if axes.log_x:
        known &= x > 0
    if axes.log_y and axes.measure == "cost":
        known &= y > 0
    return x[known], y[known]


def _measured(row: Metrics, measure: str, split: str) -> float | None:
    names = ("cost",) if measure == "cost" else ("accuracy", "r_squared")
    values = (getattr(row, f"{split}_{name}") for name in names)
    return next((value for value in values if value is not None), None)


def at(curve: tuple[Column, Column], moment: float) -> tuple[float, float] | None:
    """Return the point of a curve nearest to a moment; None beyond its end, or when there is none."""
    x, y = curve
    if not len(x) or moment > x[-1] + 0.02 * (x[-1] - x[0]) + 1e-9:
        return None
    row = int(np.abs(x - moment).argmin())
    return float(x[row]), float(y[row])


def x_limits(curves: list[tuple[Column, Column]], log: bool) -> Limits:
    """Return what the x axis shows, in its own units."""
    xs = np.concatenate([x for x, _ in curves])
    end = round_up(max(float(xs.max(initial=0.0)), 1e-6))
    if not log:
        return -0.012 * end, 1.02 * end
    return _log_limits(float(xs.min(initial=end)), end)


def y_limits(curves: list[tuple[Column, Column]], axes: Axes) -> Limits:
    """Return what the y axis shows, in its own units."""
    ys = np.concatenate([y for _, y in curves])
    if axes.measure == "goodness":
        return r_squared_limits(ys)
    # A lane that runs away leaves through the top, and does not press the others flat.
    begun = LARGEST_RISE * max((float(y[0]) for _, y in curves if len(y)), default=0.0)
    high = round_up(max(min(float(ys.max(initial=0.0)), begun), 1e-12))
    if not axes.log_y:
        return -0.03 * high, 1.04 * high
    return _log_limits(float(ys.min(initial=high)), high)


def _log_limits(least: float, high: float) -> Limits:
    low = round_down(least) if least > 0 else high / 10
    if low >= high:
        low = high / 10
    margin = 0.04 * np.log10(high / low)
    return float(np.log10(low) - margin), float(np.log10(high) + margin)
