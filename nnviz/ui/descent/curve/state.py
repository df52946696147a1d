"""All that the picture of a curve shows, read from the session once."""

from __future__ import annotations

from typing import NamedTuple

from nnviz.core.arrays import Array
from nnviz.core.downhill import NextStep, Tally
from nnviz.session.curve_descent import CurveDescent


class CurveState(NamedTuple):
    """What is drawn.

    Attributes
    ----------
    curve : tuple of Array, or None
        x and C; None while the first is computed.
    settled : bool
        Whether that curve belongs to the present numbers.
    region : tuple of float
        The ends of the x axis.
    letter : str
        What the axis is called.
    step : NextStep
        The ball, and the step it would make.
    path : Array
        Where it has been.
    crowd : Array
        Where the twenty are; empty without them.
    tally : Tally
        Where they have ended.
    present : float or None
        The network's own value of the weight.
    """

    curve: tuple[Array, Array] | None
    settled: bool
    region: tuple[float, float]
    letter: str
    step: NextStep
    path: Array
    crowd: Array
    tally: Tally
    present: float | None

    @classmethod
    def of(cls, walk: CurveDescent) -> CurveState:
        """Read it."""
        curve = walk.curve  # first: asking for it begins its computing
        weight = walk.weight.landscape.present if walk.name == "weight" else None
        return cls(
            curve,
            walk.settled,
            walk.region,
            letter_of(walk),
            walk.next_step,
            walk.path,
            walk.positions[1:],
            walk.tally,
            weight,
        )


def letter_of(walk: CurveDescent) -> str:
    """Return what the variable is called: x, or w or b of a network."""
    return walk.weight.location.kind if walk.name == "weight" else "x"
