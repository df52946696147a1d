"""One step downhill on a curve, before it is taken; and where many balls have ended."""

from typing import Literal, NamedTuple

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.landscape import Landscape

Verdict = Literal["nowhere", "rests", "lost", "diverges", "climbs", "overshoots", "creeps", "descends"]

REST, CREEP = 1e-6, 1e-3
"""A step that is no longer than the one share of what is shown is none, than the other hardly one."""


class NextStep(NamedTuple):
    """x ← x − η C′(x), looked at beforehand.

    Attributes
    ----------
    x, cost, slope : float
        Where the ball is, C there, and C′.
    rate : float
        η.
    x_after, cost_after, slope_after : float
        The same where the step ends.
    width : float
        How much of the x axis is shown, against which a step is long or short.
    """

    x: float
    cost: float
    slope: float
    rate: float
    x_after: float
    cost_after: float
    slope_after: float
    width: float

    @classmethod
    def of(cls, landscape: Landscape, x: float, rate: float, width: float) -> "NextStep":
        """Look at the step from x."""
        return cls.with_rates(landscape, x, np.array([rate]), width)[0]

    @classmethod
    def with_rates(cls, landscape: Landscape, x: float, rates: Array, width: float) -> "list[NextStep]":
        """Look at the steps from x with several learning rates, shape (m,)."""
        costs, slopes = landscape.at(np.array([[x]]))
        cost, slope = float(costs[0]), float(slopes[0, 0])
        with np.errstate(all="ignore"):
            after = x - rates * slope
        found = landscape.at(after[:, None])
        columns = (rates, after, found[0], found[1][:, 0])
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [cls(x, cost, slope, rate, at, c, s, width) for rate, at, c, s in rows]

    @property
    def move(self) -> float:
        """−η C′(x), how far it goes and in which direction."""
        return self.x_after - self.x

    @property
    def overshoots(self) -> bool:
        """Whether it goes past the bottom: there the slope has the other sign."""
        return self.slope * self.slope_after < 0

    @property
    def verdict(self) -> Verdict:
        """What kind of step it is.

        "nowhere" (there is no slope), "rests" (as good as none), "lost" (it leads where there is no cost),
        "diverges" (past the bottom to a steeper place, from which the next step is longer), "climbs" (it ends
        higher), "overshoots" (past the bottom), "creeps" (hardly seen), "descends".
        """
        if not np.isfinite(self.slope):
            return "nowhere"
        if abs(self.move) <= REST * self.width:
            return "rests"
        if not np.isfinite(self.cost_after):
            return "lost"
        if self.cost_after > self.cost:
            return "diverges" if self.overshoots and abs(self.slope_after) > abs(self.slope) else "climbs"
        if self.overshoots:
            return "overshoots"
        return "creeps" if abs(self.move) <= CREEP * self.width else "descends"


NEAR = 0.02
"""A ball within this share of the width of a minimum has come to it."""

MANY = 12
"""Of more minima only those are listed to which a ball has come."""

LARGEST = 1e9
"""Whoever is farther away has left for good."""


class Tally(NamedTuple):
    """Where balls are.

    Attributes
    ----------
    minima : Array
        Where the minima lie.
    counts : tuple of int
        How many balls have come to each.
    on_the_way, gone : int
        How many are still elsewhere; how many have left for good.
    """

    minima: Array
    counts: tuple[int, ...]
    on_the_way: int
    gone: int

    @classmethod
    def of(cls, x: Array, minima: Array, width: float) -> "Tally":
        """Count balls at `x`, shape (n,)."""
        gone = ~(np.abs(x) <= LARGEST)
        distances = np.abs(x[:, None] - minima)
        nearest = distances == distances.min(axis=1, initial=np.inf)[:, None]
        counts = tuple(int(n) for n in (nearest & (distances <= NEAR * width)).sum(axis=0))
        left = int(gone.sum())
        return cls(minima, counts, len(x) - sum(counts) - left, left)

    def listed(self) -> list[tuple[int, float, int]]:
        """Return number, place and count of the minima worth a line: of very many those that were found."""
        rows = zip(range(len(self.counts)), self.minima.tolist(), self.counts, strict=True)
        return [row for row in rows if len(self.counts) <= MANY or row[2]]
