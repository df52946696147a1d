"""What the plots draw, as arrays: measurements converted once each, and axes that end at round numbers."""

import math

import numpy as np
from numpy.typing import NDArray

from nnviz.training.trainer import Metrics

Column = NDArray[np.float64]

COLUMNS = (
    *("updates", "epochs", "train_cost", "test_cost"),
    *("train_accuracy", "test_accuracy", "train_r_squared", "test_r_squared"),
)

ROUND = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Where an axis may end, times a power of ten: never more than a third of it is empty."""

STEPS = (1.0, 2.0, 5.0, 10.0)
"""How far apart ticks may be, times a power of ten."""


WORST = -1.0
"""An R² below it leaves a plot through the bottom, and does not press what is good flat."""


class Curves:
    """The session's metrics as columns that grow and shrink with it."""

    def __init__(self) -> None:
        self._rows: tuple[Metrics, ...] = ()
        self._table = np.empty((len(COLUMNS), 256))

    def __len__(self) -> int:
        return len(self._rows)

    def follow(self, rows: tuple[Metrics, ...]) -> bool:
        """Take over the session's metrics; return whether anything is new.

        Only rows that were not there before are converted: a history that goes on, or is rewound, shares its
        row objects with what was drawn last.
        """
        kept = self._shared(rows)
        if kept == len(rows) == len(self._rows):
            return False
        self._reserve(len(rows))
        if kept < len(rows):
            # None, such as the accuracy of what has no classes, becomes NaN.
            new = [[getattr(row, name) for row in rows[kept:]] for name in COLUMNS]
            self._table[:, kept : len(rows)] = np.array(new, dtype=np.float64)
        self._rows = rows
        return True

    def _shared(self, rows: tuple[Metrics, ...]) -> int:
        n = min(len(rows), len(self._rows))
        return n if n and rows[n - 1] is self._rows[n - 1] else 0

    def _reserve(self, n: int) -> None:
        if n > self._table.shape[1]:
            table = np.empty((len(COLUMNS), 2 * n))
            table[:, : len(self._rows)] = self._table[:, : len(self._rows)]
            self._table = table

    def column(self, name: str) -> Column:
        """Return one of `COLUMNS`, a view of shape (len(self),); what does not apply is NaN."""
        return self._table[COLUMNS.index(name), : len(self._rows)]

    def nearest(self, epochs: float) -> int:
        """Return the row measured nearest to a moment; -1 if there is none."""
        moments = self.column("epochs")
        i = int(np.searchsorted(moments, epochs))
        if 0 < i < len(moments):
            return i if moments[i] - epochs < epochs - moments[i - 1] else i - 1
        return min(i, len(moments) - 1)


def round_up(value: float) -> float:
    """Return the least round number that is not below `value` (> 0)."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(r for r in ROUND if r * power >= value * (1 - 1e-9)) * power


def round_down(value: float) -> float:
    """Return the greatest round number that is not above `value` (> 0)."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(r for r in reversed(ROUND) if r * power <= value * (1 + 1e-9)) * power


def r_squared_limits(values: Column) -> tuple[float, float]:
    """Return an axis for R²: 0 to 1, and below 0 as far as it is worth seeing; NaN is passed over."""
    least = max(float(values.min(initial=0.0, where=np.isfinite(values))), WORST)
    return least - 0.03 * (1 - least), 1.04


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return at most so many evenly spaced round numbers from `low` to `high`."""
    least = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(s for s in STEPS if s * power >= least * (1 - 1e-9)) * power
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [float(f"{i * step:.12g}") for i in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Return the decimal logarithms of at most so many round numbers; `low` and `high` are logarithms too."""
    decades, slack = range(math.floor(low), math.ceil(high) + 1), 1e-9 * (high - low)
    for digits in ((1, 2, 5), (1, 3), (1,)):
        logs = [decade + math.log10(digit) for decade in decades for digit in digits]
        inside = [log for log in logs if low - slack <= log <= high + slack]
        if len(inside) <= max(most, 1):
            return inside
    return inside[:: math.ceil(len(inside) / max(most, 1))]
