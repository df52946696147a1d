"""Points on a curve, with noise: one number in, one number out, to be fitted and not to be told apart."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset
from nnviz.data.parting import part
from nnviz.data.recipes import amounts, chosen
from nnviz.data.reference import check_options, join, split
from nnviz.data.split import make_split
from nnviz.errors import DataError
from nnviz.saying import Text, did_you_mean

Numbers: TypeAlias = NDArray[np.float64]

REACH = 3.0
"""x lies between −REACH and REACH; y, without noise, between 0.1 and 0.9, which every output can reach."""

OPTIONS = ("n", "noise", "seed")
PURPOSE = 15
"""Keeps these random numbers apart from all others."""


@dataclass(frozen=True)
class Curve:
    """How points on a curve are drawn; equal recipes give equal points.

    Attributes
    ----------
    shape : str
        One of `SHAPES`.
    n : int
        The number of points, training and test together.
    noise : float
        The standard deviation by which y is moved.
    seed : int
        Of all that is random.

    Raises
    ------
    DataError
        If a value is out of range.
    """

    shape: str = "line"
    n: int = 200
    noise: float = 0.05
    seed: int = 0

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise DataError(
                "There is no curve called {shape!r}{meant}; choose one of {names}.",
                shape=self.shape,
                meant=did_you_mean(self.shape, SHAPES),
                names=", ".join(SHAPES),
            )
        amounts({}, self)

    @property
    def reference(self) -> str:
        """What `nnviz.data.load` takes to draw these points again."""
        return join(self.shape, chosen(self, Curve(self.shape), OPTIONS))

    def without_noise(self, x: Numbers) -> Numbers:
        """Return the curve's own y, of the shape of `x`."""
        return _SHAPES[self.shape][1](x)

    def points(self) -> tuple[Numbers, Numbers]:
        """Draw the points: x and y, each of shape (n,)."""
        random = np.random.default_rng([self.seed, PURPOSE])
        x = random.uniform(-REACH, REACH, self.n)
        return x, self.without_noise(x) + random.normal(0, self.noise, self.n)


def recipe(reference: str) -> Curve | None:
    """Return how the points of a `Dataset.reference` are drawn; None for data that are no curve.

    Raises
    ------
    DataError
        If it is the name of a curve, but an option cannot be understood.
    """
    shape, options = split(reference)
    if shape not in SHAPES:
        return None
    check_options(options, OPTIONS, Text("The curve {shape!r}", shape=shape))
    plain = Curve(shape)
    return replace(plain, **amounts(options, plain))


def load_curve(curve: Curve) -> Dataset:
    """Return the points as a data set without classes; one in five is for the test."""
    x, y = curve.points()
    train, test = (make_split(x[rows, None], targets=y[rows]) for rows in part(curve.n, curve.seed))
    formula = _SHAPES[curve.shape][2]
    source = f"{formula}, drawn at random with seed {curve.seed}: {curve.n:,} points, noise {curve.noise:g}"
    title = SHAPES[curve.shape]
    return Dataset(curve.shape, title, train, test, None, None, source, ("x",), curve.reference)


def _line(x: Numbers) -> Numbers:
    return 0.5 + 0.125 * x


def _parabola(x: Numbers) -> Numbers:
    return 0.1 + 0.8 * (x / REACH) ** 2


def _sine(x: Numbers) -> Numbers:
    return 0.5 + 0.4 * np.sin(2 * x)


def _step(x: Numbers) -> Numbers:
    return np.where(x < 0, 0.2, 0.8)


def _level(x: Numbers) -> Numbers:
    return np.full_like(x, 0.5)


_SHAPES: dict[str, tuple[str, Callable[[Numbers], Numbers], str]] = {
    "line": ("Points on a line", _line, "y = 0.5 + x/8"),
    "parabola": ("Points on a parabola", _parabola, "y = 0.1 + 0.8 (x/3)²"),
    "sine": ("Points on a sine", _sine, "y = 0.5 + 0.4 sin 2x"),
    "step": ("Points on a step", _step, "y = 0.2 for x < 0, otherwise 0.8"),
    "noise": ("Noise around a level", _level, "y = 0.5"),
}

SHAPES = {name: title for name, (title, _, _) in _SHAPES.items()}
"""All curves, and what they are called in the window."""
