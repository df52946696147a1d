"""The cost along a straight line through where the network stands: coarse first, then finer."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from nnviz.core.arrays import Array, BoolArray, read_only
from nnviz.core.directions import Slope, random_direction, slope
from nnviz.core.flat import Flat
from nnviz.core.network import Parameters
from nnviz.training.landscape.cut import Ruler, Slice
from nnviz.training.landscape.subject import NoLandscape, Sample, Subject
from nnviz.training.landscape.survey import Survey, lowest_place

ROUNDS = 4
"""How often a slice is drawn: each time there is one more point between any two."""

OFF = 0.1
"""The straight line is true until it is off by more than this share of the fall it predicts."""

DOUBLINGS = 12
"""How many times η is doubled, and halved, in search of the lowest cost along −∇C."""

ROUND = (1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
"""Where the axis may end, times a power of ten, in steps of η."""


def along_gradient(subject: Subject, rate: float, reach: float | None = None) -> Iterator[Slice]:
    """Go along −∇C, one unit of t being one step of η.

    Parameters
    ----------
    subject : Subject
        The network and the data.
    rate : float
        η.
    reach : float, optional
        How many steps of η are shown; by default twice as many as lead to the lowest cost.

    Raises
    ------
    NoLandscape
        When θ or ∇C are not finite, or ∇C is zero.
    """
    train, found = _slope(subject)
    if found is None:
        return
    if not np.any(found.gradient):
        raise NoLandscape("flat")
    flat = Flat.spanned(subject.parameters, -rate * found.gradient)
    if reach is None:
        reach = _reach(Survey(flat, train, subject.masks), subject)
    if reach is not None:
        yield from _refined(subject, flat, train, found, Ruler(reach / 22, 3, 22), predicts=True)


def at_random(subject: Subject, seed: int, reach: float = 1.0) -> Iterator[Slice]:
    """Go along a random direction as long as θ, `reach` times that far to both sides.

    Raises
    ------
    NoLandscape
        When θ is not finite, or all of it is zero: then no direction is as long.
    """
    train, found = _slope(subject)
    if found is None:
        return
    direction = random_direction(subject.parameters, seed)
    if not np.any(direction):
        raise NoLandscape("zero")
    flat = Flat.spanned(subject.parameters, direction)
    yield from _refined(subject, flat, train, found, Ruler(reach / 13, 13, 13))


def toward(subject: Subject, there: Parameters) -> Iterator[Slice]:
    """Go to another θ, at t = 1, and as far beyond it as half of the way.

    Raises
    ------
    NoLandscape
        When one of the two is not finite, the other is of another shape, or both are the same.
    """
    if there.spec.sizes != subject.spec.sizes:
        raise NoLandscape("shape")
    if not there.finite:
        raise NoLandscape("infinite")
    train, found = _slope(subject)
    if found is None:
        return
    direction = there.theta.astype(np.float64) - subject.parameters.theta
    if not np.any(direction):
        raise NoLandscape("same")
    flat = Flat.spanned(subject.parameters, direction)
    yield from _refined(subject, flat, train, found, Ruler(1 / 14, 7, 21))


def _slope(subject: Subject) -> tuple[Sample, Slope | None]:
    """Return the training sample, and C and ∇C on it; None when stopped."""
    subject.check()
    train = subject.sample("train")
    found = slope(subject.parameters, train.x, train.y, subject.masks, subject.stopped)
    if found is not None and not np.isfinite(found.gradient).all():
        raise NoLandscape("infinite")
    return train, found


def _reach(survey: Survey, subject: Subject) -> float | None:
    """Return how many steps of η show where the cost is lowest, and as much beyond; None when stopped."""
    steps = 2.0 ** np.arange(-DOUBLINGS, DOUBLINGS + 1)
    costs = survey.costs(steps[:, None], subject.stopped)
    if costs is None:
        return None
    place = lowest_place(costs)
    wanted = max(0.0 if place is None else 2 * float(steps[place]), 1.2)  # η is always in sight
    power = float(10.0 ** np.floor(np.log10(wanted)))
    return next(r * power for r in ROUND if r * power >= wanted)


def _refined(
    subject: Subject, flat: Flat, train: Sample, found: Slope, ruler: Ruler, predicts: bool = False
) -> Iterator[Slice]:
    """Yield the slice with ever more points, nothing computed twice."""
    test, d, none = subject.sample("test"), flat.directions[0].theta, read_only(np.empty(0))
    surveys = [Survey(flat, sample, subject.masks) for sample in (train, test)]
    share, total = len(train) / (len(train) + len(test)), len(ruler.points(ROUNDS - 1))
    turn, cosine = float(found.gradient @ d), _cosine(found.gradient, d)
    one = surveys[0].costs(np.ones((1, 1)), subject.stopped)
    if one is None:
        return
    known = Slice(flat, none, none, none, len(train), len(test), turn, cosine, float(one[0]))
    for finer in range(ROUNDS):
        points = ruler.points(finer)
        new = points[1::2] if finer else points
        begun, middle = len(known.t) / total, (len(known.t) + share * len(new)) / total
        parts = ((begun, middle), (middle, len(points) / total))
        lines = [
            survey.costs(new[:, None], subject.stopped, subject.within(*part))
            for survey, part in zip(surveys, parts, strict=True)
        ]
        if lines[0] is None or lines[1] is None:
            return
        both = _woven(known.train, lines[0]), _woven(known.test, lines[1])
        known = replace(known, t=read_only(points), train=both[0], test=both[1])
        if predicts:
            known = replace(known, holds=_holds(known, surveys[0]))
        known = replace(known, finished=finer == ROUNDS - 1)
        yield known


def _woven(old: Array, new: Array) -> Array:
    """Put the new points between the old ones."""
    if not len(old):
        return read_only(new)
    both = np.empty(len(old) + len(new))
    both[::2], both[1::2] = old, new
    return read_only(both)


def _cosine(gradient: Array, d: Array) -> float:
    lengths = float(np.linalg.norm(gradient) * np.linalg.norm(d))
    return float(-(gradient @ d)) / lengths if lengths > 0 else 0.0


def _holds(known: Slice, survey: Survey) -> float | None:
    """Return the first t > 0 at which the line is off by `OFF` of the fall it predicts; None if none."""

    def wrong(t: Array, costs: Array) -> BoolArray:
        with np.errstate(invalid="ignore"):
            off = np.abs(costs - known.line(t)) > OFF * abs(known.slope) * t
        return np.asarray(off | ~np.isfinite(costs))

    ahead = known.t > 0
    places = np.flatnonzero(wrong(known.t[ahead], known.train[ahead]))
    if not len(places):
        return None
    first = known.here + 1 + int(places[0])
    low, high = float(known.t[first - 1]), float(known.t[first])
    for _ in range(3):  # to a thousandth of what lies between two points
        points = np.linspace(low, high, 11)[1:]
        costs = survey.costs(points[:, None])
        assert costs is not None  # nobody asks it to stop
        place = int(wrong(points, costs).argmax())
        low, high = float(points[place - 1]) if place else low, float(points[place])
    return high
