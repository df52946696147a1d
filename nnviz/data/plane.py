"""Points in the plane, of two or more classes: what one can see a network separate."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnviz.core.arrays import IntArray
from nnviz.data.by_hand import NAMES, ByHand
from nnviz.data.dataset import Dataset
from nnviz.data.parting import part
from nnviz.data.recipes import amounts, chosen
from nnviz.data.reference import Options, check_options, join, split, whole
from nnviz.data.shapes import DEFAULT_BLOBS, DRAWINGS, SHAPES, Labels, Points
from nnviz.data.split import make_split
from nnviz.errors import DataError
from nnviz.saying import Text, did_you_mean

__all__ = [
    "DEFAULT_BLOBS",
    "FEATURES",
    "MOST_CLASSES",
    "REACH",
    "SHAPES",
    "Plane",
    "inputs",
    "load_plane",
    "recipe",
]

REACH = 3.0
"""Without noise, all points lie between −REACH and REACH in both directions."""

FEATURES: dict[str, tuple[str, Callable[[Points, Points], Points]]] = {
    "x": ("x₁", lambda x, y: x),
    "y": ("x₂", lambda x, y: y),
    "xx": ("x₁²", lambda x, y: x**2),
    "yy": ("x₂²", lambda x, y: y**2),
    "xy": ("x₁x₂", lambda x, y: x * y),
    "sinx": ("sin x₁", lambda x, y: np.sin(x)),
    "siny": ("sin x₂", lambda x, y: np.sin(y)),
}
"""What the network may be given of a point: the name in references, the name shown, and the function."""

MOST_CLASSES = 8
PURPOSE = 14
"""Keeps these random numbers apart from all others."""


@dataclass(frozen=True)
class Plane:
    """How points in the plane are drawn; equal recipes give equal points.

    Attributes
    ----------
    shape : str
        One of `SHAPES`.
    n : int
        The number of points, training and test together.
    noise : float
        The standard deviation by which points are moved, as a share of `REACH`.
    seed : int
        Of all that is random.
    features : tuple of str
        Which of `FEATURES` are the network's inputs.
    classes : int
        The number of classes, of blobs; all other shapes have two.
    by_hand : ByHand
        What was changed afterwards.

    Raises
    ------
    DataError
        If a value is out of range.
    """

    shape: str = "circles"
    n: int = 500
    noise: float = 0.1
    seed: int = 0
    features: tuple[str, ...] = ("x", "y")
    classes: int = 0
    by_hand: ByHand = field(default=ByHand())

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise DataError(
                "There are no points called {shape!r}{meant}; choose one of {names}.",
                shape=self.shape,
                meant=did_you_mean(self.shape, SHAPES),
                names=", ".join(SHAPES),
            )
        if not self.classes:
            object.__setattr__(self, "classes", DEFAULT_BLOBS if self.shape == "blobs" else 2)
        amounts({}, self)
        whole({}, "classes", self.classes, 2, MOST_CLASSES if self.shape == "blobs" else 2)
        if not self.features or len({*self.features} & {*FEATURES}) < len(self.features):
            raise DataError(
                "The features must be at least one of {names}, each once, with commas between.",
                names=", ".join(FEATURES),
            )
        self.by_hand.check(self.n, self.classes)
        if not all(len(numbers) for numbers in self.parts()):
            raise DataError("The last point for training, and the last one for the test, cannot be removed.")

    @property
    def reference(self) -> str:
        """What `nnviz.data.load` takes to draw these points again."""
        plain = Plane(self.shape)
        options = chosen(self, plain, ("n", "noise", "seed", "classes"))
        if self.features != plain.features:
            options["features"] = ",".join(self.features)
        return join(self.shape, options | self.by_hand.options())

    def points(self) -> tuple[Points, Labels]:
        """Draw the points; those moved by hand stand where they were left, those added follow after the rest.

        Returns
        -------
        points : float64 array, shape (n + added, 2)
        labels : int array, shape (n + added,)
        """
        random = np.random.default_rng([self.seed, PURPOSE])
        labels = np.arange(self.n) % self.classes
        points = DRAWINGS[self.shape][1](labels, random)
        points = REACH * (points + random.normal(0, self.noise, points.shape))
        for number, x, y in self.by_hand.moved:
            points[number] = x, y
        added = np.array(self.by_hand.added).reshape(-1, 3)
        return np.concatenate([points, added[:, 1:]]), np.concatenate([labels, added[:, 0].astype(np.int64)])

    def parts(self) -> tuple[IntArray, IntArray]:
        """Return which points are for training and which for the test, in the order of the data set.

        Those that were removed are in neither, those that were added for training.
        """
        train, test = (
            numbers[~np.isin(numbers, self.by_hand.removed)] for numbers in part(self.n, self.seed)
        )
        return np.concatenate([train, self.n + np.arange(len(self.by_hand.added))]), test

    def adding(self, label: int, x: float, y: float) -> "Plane":
        """Return the recipe with one more point of a class, for training.

        Raises
        ------
        DataError
            If it cannot be there, or too much was changed by hand.
        """
        return replace(self, by_hand=self.by_hand.adding(label, x, y))

    def moving(self, number: int, x: float, y: float) -> "Plane":
        """Return the recipe with one of its points elsewhere; raises as `adding` does."""
        return replace(self, by_hand=self.by_hand.moving(number, x, y, self.n))

    def removing(self, number: int) -> "Plane":
        """Return the recipe without one of its points; raises as `adding` does."""
        return replace(self, by_hand=self.by_hand.removing(number, self.n))

    def redrawn(self, **chosen: Any) -> "Plane":
        """Return the recipe with other values; what was changed by hand stays where the points stay.

        Of another shape the number of classes is its own.
        """
        others = chosen.keys() - {"features"}
        if "shape" in chosen:
            chosen = {"classes": 0} | chosen
        return replace(self, **(chosen | ({"by_hand": ByHand()} if others else {})))


def recipe(reference: str) -> Plane | None:
    """Return how the points of a `Dataset.reference` are drawn; None for data that are no points.

    Raises
    ------
    DataError
        If it is the name of points, but an option cannot be understood.
    """
    shape, options = split(reference)
    if shape not in SHAPES:
        return None
    known = ("n", "noise", "seed", "features", "classes", *NAMES)
    check_options(options, known, Text("The points {shape!r}", shape=shape))
    return _recipe(Plane(shape), options)


def _recipe(plain: Plane, options: Options) -> Plane:
    return replace(
        plain,
        **amounts(options, plain),
        features=tuple(options.get("features", ",".join(plain.features)).split(",")),
        classes=whole(options, "classes", plain.classes, 2, MOST_CLASSES),
        by_hand=ByHand.read(options),
    )


def inputs(points: ArrayLike, features: tuple[str, ...]) -> Points:
    """Return what the network is given of some points.

    Parameters
    ----------
    points : array_like, shape (n, 2)
    features : tuple of str
        Some of `FEATURES`.

    Returns
    -------
    float64 array, shape (n, number of features)
    """
    x, y = np.asarray(points, np.float64).T
    return np.stack([FEATURES[name][1](x, y) for name in features], axis=1)


def load_plane(plane: Plane) -> Dataset:
    """Return the points as a data set; one in five is for the test."""
    points, labels = plane.points()
    x = inputs(points, plane.features)
    train, test = (
        make_split(x[rows], labels=labels[rows], n_classes=plane.classes) for rows in plane.parts()
    )
    classes = tuple("ABCDEFGH"[: plane.classes])
    names = tuple(FEATURES[name][0] for name in plane.features)
    source = f"Drawn at random with seed {plane.seed}: {plane.n:,} points, noise {plane.noise:g}"
    if plane.by_hand:
        source += f"; {len(plane.by_hand):,} of them changed by hand"
    return Dataset(
        plane.shape, SHAPES[plane.shape], train, test, classes, None, source, names, plane.reference
    )
