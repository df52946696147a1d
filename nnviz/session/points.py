"""The data as points in the plane: where they lie, and points that somebody adds, moves or removes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from nnviz.core.arrays import Array, IntArray, read_only
from nnviz.core.surface import Rectangle
from nnviz.data import plane
from nnviz.data.dataset import Dataset, PartName
from nnviz.data.plane import FEATURES, Plane, load_plane
from nnviz.errors import SettingsError
from nnviz.training.state import Edit, ExampleRef
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.session.session import Session

ROOM = 3.6
"""Half the side of the square around points that are drawn; where noise carries them further, it grows."""

MARGIN = 0.08
"""What is left free around other points at each side, as a share of their spread."""

OWN = ("x", "y")


@dataclass(frozen=True, eq=False)
class PlaneData:
    """What there is to know of a data set whose examples are points in the plane.

    Attributes
    ----------
    recipe : Plane or None
        How the points were drawn; None for others, whose two inputs are their coordinates.
    numbers : dict or None
        Of each part, which of the recipe's points its examples are; None where they are not the recipe's, for
        only some of them were taken: then they cannot be changed by hand.
    places : dict
        Of each part where its examples lie, shape (n, 2); empty where their inputs do not tell.
    square : Rectangle
        What contains them all.
    """

    recipe: Plane | None
    numbers: dict[PartName, IntArray] | None
    places: dict[PartName, Array]
    square: Rectangle

    @property
    def features(self) -> tuple[str, ...]:
        """The names of the features that are the network's inputs."""
        return OWN if self.recipe is None else self.recipe.features

    def inputs(self, points: Array) -> Array:
        """Return what the network is given of points, shape (n, 2) → (n, n_0)."""
        return plane.inputs(points, self.features)

    @classmethod
    def of(cls, dataset: Dataset) -> PlaneData | None:
        """Look at a data set; None if its examples are no points in the plane."""
        recipe = plane.recipe(dataset.reference)
        if recipe is not None and len(recipe.features) == dataset.n_inputs:
            return _drawn(recipe, dataset)
        if dataset.n_inputs == len(OWN) and dataset.image_shape is None:
            places = _columns(dataset, (0, 1))
            return cls(None, None, places, _around(places))
        return None


class Points:
    """The points of a session's data.

    Parameters
    ----------
    session : Session
        Whose data.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: tuple[Dataset, PlaneData | None] | None = None

    @property
    def plane(self) -> PlaneData | None:
        """What there is to know of the present points; None for data that are no points in the plane."""
        dataset = self._session.dataset
        if self._known is None or self._known[0] is not dataset:
            self._known = dataset, PlaneData.of(dataset)
        return self._known[1]

    @property
    def changeable(self) -> bool:
        """Whether points can be added, moved and removed."""
        return self.plane is not None and self.plane.numbers is not None

    @property
    def names(self) -> tuple[str, str]:
        """What the two axes are called."""
        own = self._session.dataset.input_names
        if self.plane is None or self.plane.recipe is not None or own is None:
            return FEATURES["x"][0], FEATURES["y"][0]
        return own[0], own[1]

    # Changing them, each an entry of the history

    def add(self, label: int, x: float, y: float) -> None:
        """Add a point of a class to the training set, and show it.

        Raises
        ------
        SettingsError
            If these data cannot be changed.
        DataError
            If it cannot be there, or too many were changed.
        """
        recipe, _ = self._recipe()
        new = ExampleRef("train", len(self._session.dataset.train))
        self._take(recipe.adding(label, x, y), Edit("add point"), new, new)

    def move(self, point: ExampleRef, x: float, y: float) -> None:
        """Move a point elsewhere, and show it; raises as `add` does."""
        recipe, number = self._recipe(point)
        self._take(recipe.moving(number, x, y), Edit("move point"), point, point)

    def remove(self, point: ExampleRef) -> None:
        """Take a point away; raises as `add` does, and for the last one of its part."""
        recipe, number = self._recipe(point)
        shown = self._session.example
        if shown.split == point.split and shown.index >= max(point.index, 1):
            stays = shown.index - 1 if shown.index > point.index else point.index
            last = len(self._session.dataset.split(point.split)) - 2
            shown = ExampleRef(shown.split, max(min(stays, last), 0))
        self._take(recipe.removing(number), Edit("remove point"), point, shown)

    def _recipe(self, point: ExampleRef | None = None) -> tuple[Plane, int]:
        """Return how the points are drawn, and which of them is meant."""
        known = self.plane
        if known is None or known.recipe is None or known.numbers is None:
            raise SettingsError(tr("these data cannot be changed point by point"))
        return known.recipe, -1 if point is None else int(known.numbers[point.split][point.index])

    def _take(self, recipe: Plane, edit: Edit, about: ExampleRef, shown: ExampleRef) -> None:
        dataset = load_plane(recipe)
        self._known = dataset, _whole(recipe)
        self._session.change_data(dataset, edit, about, shown)


def _drawn(recipe: Plane, dataset: Dataset) -> PlaneData:
    """Return where points lie that were drawn; of some of them only, where their inputs tell."""
    if load_plane(recipe).content_hash == dataset.content_hash:
        return _whole(recipe)
    there = all(name in recipe.features for name in OWN)
    columns = (recipe.features.index(OWN[0]), recipe.features.index(OWN[1])) if there else None
    places = {} if columns is None else _columns(dataset, columns)
    return PlaneData(recipe, None, places, _square(places))


def _whole(recipe: Plane) -> PlaneData:
    points, _ = recipe.points()
    train, test = recipe.parts()
    numbers: dict[PartName, IntArray] = {"train": train, "test": test}
    places = {part: read_only(points[rows]) for part, rows in numbers.items()}
    return PlaneData(recipe, numbers, places, _square(places))


def _columns(dataset: Dataset, columns: tuple[int, int]) -> dict[PartName, Array]:
    parts: tuple[PartName, ...] = ("train", "test")
    return {part: read_only(dataset.split(part).x[:, list(columns)].astype(np.float64)) for part in parts}


def _square(places: dict[PartName, Array]) -> Rectangle:
    """Return the square around 0 in which points are drawn; larger where noise has carried some away."""
    farthest = max((float(np.abs(points).max()) for points in places.values()), default=0.0)
    half = max(ROOM, ceil(2.04 * farthest) / 2)
    return Rectangle((-half, -half), (half, half))


def _around(places: dict[PartName, Array]) -> Rectangle:
    points = np.concatenate([*places.values()])
    low, high = points.min(axis=0), points.max(axis=0)
    margin = np.where(high > low, MARGIN * (high - low), 1.0)
    (left, below), (right, above) = (low - margin).tolist(), (high + margin).tolist()
    return Rectangle((left, below), (right, above))
