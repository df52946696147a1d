"""The cost over a plane: through the main directions of a training's path, or through three states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnviz.core.arrays import Array, read_only
from nnviz.core.directions import main_plane, plane_through
from nnviz.core.flat import Flat
from nnviz.data.dataset import PartName
from nnviz.training.landscape.path import Trail, walk
from nnviz.training.landscape.subject import NoLandscape, Subject
from nnviz.training.landscape.survey import Survey, lowest_place
from nnviz.training.stretch import Stretch

SIDES = (11, 21, 41)
"""Points to a side, round by round; the points of one round are among those of the next."""

MARGIN = 0.3
"""Beyond what has to be seen, this share of it is shown at every side."""


@dataclass(frozen=True, eq=False)
class PlaneMap:
    """What is known of the cost over a plane; all arrays are read-only.

    Attributes
    ----------
    flat : Flat
        The plane; its two directions have length 1 and a right angle between them.
    s, t : Array
        Where the points stand along the two directions, shape (n,).
    costs : Array
        C on the sample, shape (n, n), first index s; inf or NaN where it is not finite.
    part : "train" or "test"
        Of which split the sample is.
    size : int
        How many examples it has.
    trail : Trail or None
        The training's path, projected; None where there was none.
    shares : tuple of float or None
        Which share of the path's variance lies along each direction, where the plane was made for it.
    corners : Array
        Shape (3, 2): where three chosen states stand; else of shape (0, 2).
    finished : bool
        False while it is still refined.
    """

    flat: Flat
    s: Array
    t: Array
    costs: Array
    part: PartName
    size: int
    trail: Trail | None
    shares: tuple[float, float] | None
    corners: Array
    finished: bool = False

    def lowest(self) -> tuple[float, float, float] | None:
        """Return s, t and C of the lowest of the points; None where nothing is finite."""
        place = lowest_place(self.costs)
        if place is None:
            return None
        i, j = np.unravel_index(place, self.costs.shape)
        return float(self.s[i]), float(self.t[j]), float(self.costs[i, j])

    def cost_at(self, s: float, t: float) -> float:
        """Return C between the points, by the four around; NaN beyond the edge."""
        places = []
        for value, axis in ((s, self.s), (t, self.t)):
            place = (value - axis[0]) / (axis[-1] - axis[0]) * (len(axis) - 1)
            if not 0 <= place <= len(axis) - 1:
                return float("nan")
            low = min(int(place), len(axis) - 2)
            places.append((low, place - low))
        (i, u), (j, v) = places
        weights = np.array([[1 - u], [u]]) * np.array([1 - v, v])
        with np.errstate(invalid="ignore"):
            return float((weights * self.costs[i : i + 2, j : j + 2]).sum())


def over_path(subject: Subject, stretches: Sequence[Stretch], part: PartName = "train") -> Iterator[PlaneMap]:
    """Yield the plane of the two main directions of the path, coarse first.

    Raises
    ------
    NoLandscape
        When the path is too short, or does not leave a line.
    """
    walked = walk(stretches, subject.spec.parameter_count, subject.stopped)
    if subject.stopped():
        return
    if walked is None or len(walked.theta) < 3:
        raise NoLandscape("short")
    found = main_plane(subject.parameters, walked.theta)
    if found is None:
        raise NoLandscape("short")
    trail = Trail.on(found.flat, walked)
    yield from _refined(subject, found.flat, part, trail.points, trail, found.shares, np.empty((0, 2)))


def through(
    subject: Subject,
    three: Sequence[Stretch],
    stretches: Sequence[Stretch],
    part: PartName = "train",
) -> Iterator[PlaneMap]:
    """Yield the plane through three states, with the path projected onto it, coarse first.

    Raises
    ------
    NoLandscape
        When the three lie on a line, are not finite, or belong to networks of other shapes.
    """
    corners = [corner.end() for corner in three]
    if any(corner.spec.sizes != subject.spec.sizes for corner in corners):
        raise NoLandscape("shape")
    if not all(corner.finite for corner in corners):
        raise NoLandscape("infinite")
    flat = plane_through(*corners)
    if flat is None:
        raise NoLandscape("line")
    walked = walk(stretches, subject.spec.parameter_count, subject.stopped)
    trail = None if walked is None else Trail.on(flat, walked)
    places, _ = flat.nearest(np.stack([corner.theta for corner in corners]))
    seen = places if trail is None else np.concatenate([places, trail.points])
    yield from _refined(subject, flat, part, seen, trail, None, places)


def _refined(
    subject: Subject,
    flat: Flat,
    part: PartName,
    seen: Array,
    trail: Trail | None,
    shares: tuple[float, float] | None,
    corners: Array,
) -> Iterator[PlaneMap]:
    """Yield the plane around the points that have to be seen, with ever more points."""
    sample, low, high = subject.sample(part), seen.min(axis=0), seen.max(axis=0)
    margin = MARGIN * (high - low)
    ends = low - margin, high + margin
    survey, total = Survey(flat, sample, subject.masks), SIDES[-1] ** 2
    none = read_only(np.empty((0, 0)))
    known = PlaneMap(flat, none, none, none, part, len(sample), trail, shares, read_only(corners))
    for side in SIDES:
        s, t = (np.linspace(ends[0][axis], ends[1][axis], side) for axis in (0, 1))
        costs = np.full((side, side), np.nan)
        missing = np.ones((side, side), np.bool_)
        if known.costs.size:
            costs[::2, ::2], missing[::2, ::2] = known.costs, False
        i, j = np.nonzero(missing)
        parts = known.costs.size / total, side**2 / total
        points = np.stack([s[i], t[j]], axis=1)
        new = survey.costs(points, subject.stopped, subject.within(*parts))
        if new is None:
            return
        costs[i, j] = new
        known = replace(
            known,
            s=read_only(s),
            t=read_only(t),
            costs=read_only(costs),
            finished=side == SIDES[-1],
        )
        yield known
