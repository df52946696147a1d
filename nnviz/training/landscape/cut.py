"""What is known of the cost along a straight line."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.flat import Flat
from nnviz.training.landscape.survey import lowest_place


class Ruler(NamedTuple):
    """The coarsest points of a slice: so many steps before 0 and after it."""

    step: float
    before: int
    after: int

    def points(self, finer: int) -> Array:
        """Return the points when every step is cut in 2^finer."""
        n = 2**finer
        return np.asarray(np.arange(-self.before * n, self.after * n + 1) * (self.step / n))


@dataclass(frozen=True, eq=False)
class Slice:
    """The cost along θ + t·d; all arrays are read-only.

    Attributes
    ----------
    flat : Flat
        The line: θ at its origin, and d.
    t : Array
        Shape (m,).
    train, test : Array
        C on the two samples, shape (m,); inf or NaN where it is not finite.
    train_size, test_size : int
        How many examples those are.
    slope : float
        ∇C·d at θ, of the training sample: how the cost changes per unit of t, along the straight line.
    cosine : float
        Of the angle between d and −∇C.
    at_one : float
        C of the training sample at t = 1.
    holds : float or None
        Up to which t the straight line is true, along −∇C; None to the end of the slice, or where no line is
        held to it.
    finished : bool
        False while it is still refined.
    """

    flat: Flat
    t: Array
    train: Array
    test: Array
    train_size: int
    test_size: int
    slope: float
    cosine: float
    at_one: float
    holds: float | None = None
    finished: bool = False

    @property
    def here(self) -> int:
        """The place of t = 0."""
        return int(np.abs(self.t).argmin())

    @property
    def cost(self) -> float:
        """C of the training sample where the network stands."""
        return float(self.train[self.here])

    @property
    def length(self) -> float:
        """How far one unit of t is: ‖d‖."""
        return float(np.linalg.norm(self.flat.directions[0].theta))

    def line(self, t: Array) -> Array:
        """Return what the straight line says: C + t ∇C·d."""
        return np.asarray(self.cost + t * self.slope)

    def nearest(self, t: float) -> int:
        """Return the place of the point nearest to t."""
        return int(np.abs(self.t - t).argmin())

    def lowest(self) -> tuple[float, float] | None:
        """Return t and C of the lowest point on the training sample; None where nothing is finite."""
        place = lowest_place(self.train)
        return None if place is None else (float(self.t[place]), float(self.train[place]))
