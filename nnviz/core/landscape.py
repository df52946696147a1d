"""Costs of one or two numbers to go down on: formulas worth knowing, and where their minima lie."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.expression import Expression
from nnviz.core.parsing import parse

SEARCHED, HALVINGS = 4001, 60
"""At how many places minima are looked for, and how often a place is narrowed down by half."""


class Landscape(Protocol):
    """A cost of d numbers."""

    def at(self, points: Array) -> tuple[Array, Array]:
        """Return costs, shape (m,), and slopes, shape (m, d), at `points`, shape (m, d).

        What cannot be computed is not a number.
        """


@dataclass(frozen=True)
class Region:
    """What is shown of a landscape, and where one begins there.

    Attributes
    ----------
    low, high : tuple of float
        The ends of every variable.
    start : tuple of float
        Where a walker begins.
    rate : float
        A learning rate η with which something is to be seen.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]
    start: tuple[float, ...]
    rate: float


@dataclass(frozen=True)
class Preset:
    """A formula that shows something.

    Attributes
    ----------
    name : str
        Its stable name.
    formula : str
        As one types it.
    region : Region
        What is shown of it.
    """

    name: str
    formula: str
    region: Region

    @cached_property
    def expression(self) -> Expression:
        """The formula, understood."""
        return parse(self.formula, VARIABLES[len(self.region.start)])


VARIABLES = {1: ("x",), 2: ("x1", "x2")}
"""What the variables of a landscape are called in formulas."""

CURVES = (
    Preset("minima", "sin(2x) + 0.25x^2 + 1", Region((-4.6,), (4.6,), (4.2,), 0.1)),
    Preset("parabola", "x^2", Region((-3.0,), (3.0,), (2.5,), 0.1)),
    Preset("quartic", "x^4/4 - x^2 + 0.3x + 1.5", Region((-2.4,), (2.4,), (2.2,), 0.1)),
    Preset("plateau", "(sigmoid(x) - 0.2)^2", Region((-8.0,), (10.0,), (7.0,), 1.0)),
    Preset("kink", "abs(x)", Region((-3.0,), (3.0,), (-2.5,), 0.4)),
)
"""Curves with several minima, one minimum, two, a plateau, and a kink."""

SURFACES = (
    Preset("bowl", "x1^2 + x2^2", Region((-2.0, -2.0), (2.0, 2.0), (1.5, 1.1), 0.1)),
    Preset("valley", "0.1x1^2 + 2x2^2", Region((-3.0, -3.0), (3.0, 3.0), (-2.6, 1.4), 0.4)),
    Preset("saddle", "x1^2 + 2x2^2 + 3x1x2", Region((-2.0, -2.0), (2.0, 2.0), (1.6, 0.6), 0.1)),
    Preset(
        "minima",
        "sin(1.5x1) cos(1.5x2) + 0.1(x1^2 + x2^2) + 1",
        Region((-4.0, -4.0), (4.0, 4.0), (2.9, 2.6), 0.2),
    ),
    Preset("banana", "(1 - x1)^2 + 5(x2 - x1^2)^2", Region((-2.0, -1.0), (2.0, 3.0), (-1.6, 0.2), 0.01)),
)
"""A bowl, a long valley, a saddle, several minima, and Rosenbrock's valley (1960), with 5 for his 100."""


def minima(landscape: Landscape, low: float, high: float) -> Array:
    """Return where a cost of one number is lowest among its surroundings, from left to right.

    They are the places inside `low` … `high` at which the slope goes from negative to positive, also over a
    kink; of a flat bottom it is the middle. Narrower ones than a thousandth of the range may be missed.
    """
    x = np.linspace(low, high, SEARCHED)
    _, slopes = landscape.at(x[:, None])
    signs = np.sign(slopes[:, 0])
    sloping = np.flatnonzero(signs != 0)  # also where there is none: NaN
    left, right = sloping[:-1], sloping[1:]
    turns = (signs[left] < 0) & (signs[right] > 0)
    return _bottoms(landscape, x[left[turns]], x[right[turns]])


def _bottoms(landscape: Landscape, left: Array, right: Array) -> Array:
    """Narrow all pairs of places down together: a formula may have a thousand minima."""
    for _ in range(HALVINGS if len(left) else 0):
        middle = (left + right) / 2
        slopes = landscape.at(middle[:, None])[1][:, 0]
        left, right = np.where(slopes > 0, left, middle), np.where(slopes < 0, right, middle)
    return (left + right) / 2
