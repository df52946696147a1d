"""Points in the plane, of two or more classes: what one can see a network separate.

The shapes are those that machine learning's textbooks and https://playground.tensorflow.org use; circles and
moons are laid out as scikit-learn's `make_circles` and `make_moons` do.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.data.dataset import Dataset, make_split
from nnviz.data.parting import part
from nnviz.data.reference import Options, check_options, join, real, split, whole
from nnviz.errors import DataError

Points: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.int64]

REACH = 3.0
"""Without noise, all points lie between −REACH and REACH in both directions."""

FEATURES: dict[str, tuple[str, Callable[[Points, Points], Points]]] = {
    "x": ("x", lambda x, y: x),
    "y": ("y", lambda x, y: y),
    "xx": ("x²", lambda x, y: x**2),
    "yy": ("y²", lambda x, y: y**2),
    "xy": ("xy", lambda x, y: x * y),
    "sinx": ("sin x", lambda x, y: np.sin(x)),
    "siny": ("sin y", lambda x, y: np.sin(y)),
}
"""What the network may be given of a point: the name in references, the name shown, and the function."""

FEWEST, MOST = 10, 20_000
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

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise DataError(f"There are no points called {self.shape!r}; choose one of {', '.join(SHAPES)}.")
        if not self.classes:
            object.__setattr__(self, "classes", DEFAULT_BLOBS if self.shape == "blobs" else 2)
        options = {name: str(getattr(self, name)) for name in ("n", "noise", "seed", "classes")}
        whole(options, "n", self.n, FEWEST, MOST)
        whole(options, "seed", self.seed, 0, 2**63)
        whole(options, "classes", self.classes, 2, MOST_CLASSES if self.shape == "blobs" else 2)
        real(options, "noise", self.noise, 0, 1)
        if not self.features or len({*self.features} & {*FEATURES}) < len(self.features):
            raise DataError(
                f"The features must be at least one of {', '.join(FEATURES)}, each once, with commas between."
            )

    @property
    def reference(self) -> str:
        """What `nnviz.data.load` takes to draw these points again."""
        plain = Plane(self.shape)
        options = {
            name: str(getattr(self, name))
            for name in ("n", "noise", "seed", "classes")
            if getattr(self, name) != getattr(plain, name)
        }
        if self.features != plain.features:
            options["features"] = ",".join(self.features)
        return join(self.shape, options)

    def points(self) -> tuple[Points, Labels]:
        """Draw the points.

        Returns
        -------
        points : float64 array, shape (n, 2)
        labels : int array, shape (n,)
        """
        random = np.random.default_rng([self.seed, PURPOSE])
        labels = np.arange(self.n) % self.classes
        points = _SHAPES[self.shape][1](labels, random)
        return REACH * (points + random.normal(0, self.noise, points.shape)), labels


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
    check_options(options, ("n", "noise", "seed", "features", "classes"), f"The points {shape!r}")
    return _recipe(Plane(shape), options)


def _recipe(plain: Plane, options: Options) -> Plane:
    return replace(
        plain,
        n=whole(options, "n", plain.n, FEWEST, MOST),
        noise=real(options, "noise", plain.noise, 0, 1),
        seed=whole(options, "seed", plain.seed, 0, 2**63),
        features=tuple(options.get("features", ",".join(plain.features)).split(",")),
        classes=whole(options, "classes", plain.classes, 2, MOST_CLASSES),
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
        make_split(x[rows], labels=labels[rows], n_classes=plane.classes)
        for rows in part(plane.n, plane.seed)
    )
    classes = ("black", "white") if plane.classes == 2 else tuple("ABCDEFGH"[: plane.classes])
    names = tuple(FEATURES[name][0] for name in plane.features)
    source = f"Drawn at random with seed {plane.seed}: {plane.n:,} points, noise {plane.noise:g}"
    return Dataset(
        plane.shape, SHAPES[plane.shape], train, test, classes, None, source, names, plane.reference
    )


# The shapes, within −1 and 1; the classes take turns


def _circles(labels: Labels, random: np.random.Generator) -> Points:
    return _on_circle(random.uniform(0, 2 * np.pi, len(labels)), np.where(labels == 0, 1.0, 0.5))


def _moons(labels: Labels, random: np.random.Generator) -> Points:
    angles = random.uniform(0, np.pi, len(labels))
    upper = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lower = np.stack([1 - np.cos(angles), 0.5 - np.sin(angles)], axis=1)
    return (np.where(labels[:, None] == 0, upper, lower) - (0.5, 0.25)) / 1.5


def _blobs(labels: Labels, random: np.random.Generator) -> Points:
    return _on_circle(2 * np.pi * labels / (labels.max() + 1) + np.pi / 4, np.full(len(labels), 0.7))


def _spirals(labels: Labels, random: np.random.Generator) -> Points:
    radius = np.sqrt(random.uniform(0.01, 1, len(labels)))  # equally dense along the arm
    return _on_circle(3 * np.pi * radius + np.pi * labels, radius)


def _xor(labels: Labels, random: np.random.Generator) -> Points:
    points = random.uniform(-1, 1, (len(labels), 2))
    mirrored = (points[:, 0] * points[:, 1] > 0) != (labels == 0)
    points[mirrored, 0] *= -1
    return points


def _halves(labels: Labels, random: np.random.Generator) -> Points:
    points = random.uniform(-1, 1, (len(labels), 2))
    wrong = (points.sum(axis=1) > 0) != (labels == 1)
    points[wrong] *= -1
    return points


def _on_circle(angles: Points, radius: Points) -> Points:
    return np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=1)


DEFAULT_BLOBS = 3

_SHAPES: dict[str, tuple[str, Callable[[Labels, np.random.Generator], Points]]] = {
    "circles": ("Two circles", _circles),
    "moons": ("Two moons", _moons),
    "blobs": ("Blobs", _blobs),
    "spirals": ("Two spirals", _spirals),
    "xor": ("Exclusive or", _xor),
    "halves": ("Two half-planes", _halves),
}

SHAPES = {name: title for name, (title, _) in _SHAPES.items()}
"""All shapes, and what they are called in the window."""
