"""Descent in one dimension: which curve, a ball on it, twenty more, and where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.downhill import LARGEST, REST, NextStep, Tally
from nnviz.core.landscape import CURVES, VARIABLES, Landscape, Preset, Region, minima
from nnviz.core.network import Location, NetworkSpec
from nnviz.errors import SettingsError
from nnviz.session.balls import Balls
from nnviz.session.changes import Changed
from nnviz.session.drawn_curve import SAMPLES, DrawnCurve, Wanted, lowest
from nnviz.session.walk import Walk
from nnviz.session.weight_curve import Over, WeightCurve
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.session.session import Session

CURVE_NAMES = (*(preset.name for preset in CURVES), "own", "weight")
"""What there is to go down on: formulas, one's own, and one weight of the network."""

LIGHT = 20_000
"""A curve that takes no more passes than so many is computed at once."""

_OF_NETWORK = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.SELECTION


class CurveDescent(Walk):
    """The state of the page "one dimension".

    Parameters
    ----------
    session : Session
        Whose network one of the curves belongs to.

    Attributes
    ----------
    weight : WeightCurve
        Which weight that is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session, VARIABLES[1], CURVES[0].formula)
        self._presets = {preset.name: preset for preset in CURVES}
        self.weight = WeightCurve(session)
        self._crowd = False
        self._bottoms: tuple[Wanted | None, Array] = (None, np.empty(0))
        self._standing_on: tuple[NetworkSpec, Location] | None = None
        self._drawn = DrawnCurve(self, self._emit)
        session.changed.connect(self._follow)
        session.closing.connect(self._drawn.close)
        self._begin_afresh()

    KEPT = (*Walk.KEPT, "_name", "_region", "_crowd", "_balls", "_standing_on")

    def _begin_afresh(self) -> None:
        """Take the first curve, and one ball."""
        self._crowd = False
        self.weight.bring_back(None)
        self._take_preset(CURVES[0])
        self._restart(self._region.start[0])

    def remember(self) -> object:
        """Return all that it must be told to be as it is now."""
        return super().remember(), self.weight.remember()

    def bring_back(self, memory: object) -> None:
        """Be as it was; as at the beginning when `memory` is None."""
        if memory is None:
            super().bring_back(None)
        else:
            own, weight = cast(tuple[object, Any], memory)
            super().bring_back(own)
            self.weight.bring_back(weight)

    def _take_preset(self, preset: Preset) -> None:
        self._name, self._own, self._typed = preset.name, preset.expression, preset.formula
        self._mistake, self._region, self._rate = None, preset.region, preset.region.rate

    # Which curve

    @property
    def name(self) -> str:
        """Which curve it is, one of CURVE_NAMES."""
        return self._name

    @property
    def landscape(self) -> Landscape:
        """The cost of one number."""
        if self._name == "weight":
            return self.weight.landscape
        return self._own

    @property
    def region(self) -> tuple[float, float]:
        """The ends of the x axis."""
        return self._region.low[0], self._region.high[0]

    @property
    def width(self) -> float:
        """How long the x axis is."""
        return self.region[1] - self.region[0]

    def choose(self, name: str) -> None:
        """Go down on another curve.

        Raises
        ------
        SettingsError
            When there is none of that name.
        """
        if name not in CURVE_NAMES:
            raise SettingsError(tr("there is no curve “{name}”", name=name))
        self._timer.stop()
        self._name = name
        if name in self._presets:
            self._take_preset(self._presets[name])
        elif name == "weight":
            self._begin_on_weight(self._session.settings.rate)
        self._start_over()

    def _begin_on_weight(self, rate: float) -> None:
        reach = self.weight.reach
        self._region = Region((-reach,), (reach,), (self.weight.landscape.present,), rate)
        self._rate, self._standing_on = rate, self._subject

    def _formula_chosen(self) -> None:
        self._name = "own"
        self._start_over()

    def _start_over(self) -> None:
        """Begin on another landscape, where its region says."""
        self._timer.stop()
        self._restart(self._region.start[0])
        self._emit()

    def set_span(self, low: float, high: float) -> None:
        """Show another part of the x axis; one too narrow or too wide is not shown."""
        if not 1e-3 <= high - low <= 1e6 or max(abs(low), abs(high)) > 1e6:
            return
        self._region = Region((low,), (high,), self._region.start, self._region.rate)
        self._emit()

    def zoom(self, factor: float, about: float) -> None:
        """Show less (below 1) or more of the x axis, a place staying where it is."""
        low, high = self.region
        self.set_span(about + (low - about) * factor, about + (high - about) * factor)

    @property
    def _subject(self) -> tuple[NetworkSpec, Location]:
        return self._session.spec, self.weight.location

    # The curve as it is drawn

    @property
    def curve(self) -> tuple[Array, Array] | None:
        """X and C for drawing, each of shape (n,); None before the first is there.

        A weight's is computed in a thread; until it is there, the old one stays, see `settled`.
        """
        heavy = self._name == "weight" and self.weight.used * SAMPLES > LIGHT
        return self._drawn.at(self._wanted, heavy)

    @property
    def settled(self) -> bool:
        """Whether the curve is that of the present numbers."""
        return self._drawn.shows(self._wanted)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.landscape, self.region)

    @property
    def minima(self) -> Array:
        """Where the minima lie that are shown; those of a weight's curve as the drawn points have them."""
        if self._name == "weight":
            curve = self.curve
            return np.empty(0) if curve is None else lowest(*curve)
        wanted = self._wanted
        if self._bottoms[0] != wanted:
            self._bottoms = wanted, minima(wanted.landscape, *wanted.region)
        return self._bottoms[1]

    # The balls

    @property
    def positions(self) -> Array:
        """Where the balls are, the one that is looked at first, shape (1,) or (1 + CROWD,)."""
        return self._balls.positions

    @property
    def x(self) -> float:
        """Where the ball is that is looked at."""
        return float(self.positions[0])

    @property
    def gone(self) -> bool:
        """Whether it has left for good: its steps have diverged."""
        return not abs(self.x) <= LARGEST

    @property
    def path(self) -> Array:
        """Where that ball has been, from the beginning to here, shape (steps + 1,)."""
        return self._balls.path

    @property
    def next_step(self) -> NextStep:
        """The step it would make now."""
        return NextStep.of(self.landscape, self.x, self._rate, self.width)

    def steps_with(self, rates: Array) -> list[NextStep]:
        """Return the steps it would make with other learning rates, shape (m,)."""
        return NextStep.with_rates(self.landscape, self.x, rates, self.width)

    def place(self, x: float) -> None:
        """Set the ball down anywhere; the walk begins anew there."""
        if np.isfinite(x):
            self._timer.stop()
            self._restart(float(x))
            self._emit()

    @property
    def crowd(self) -> bool:
        """Whether twenty more balls are there."""
        return self._crowd

    def set_crowd(self, on: bool) -> None:
        """Set twenty more down, evenly spaced, or take them away; the walk begins anew."""
        if on != self._crowd:
            self._timer.stop()
            self._crowd = on
            self._restart(self._balls.start)
            self._emit()

    def _restart(self, x: float) -> None:
        self._balls = Balls.at(x, *self.region, crowd=self._crowd)

    @property
    def tally(self) -> Tally:
        """Where the twenty are now; without them, where the one is."""
        return Tally.of(self.positions[1:] if self._crowd else self.positions, self.minima, self.width)

    # Walking

    @property
    def steps(self) -> int:
        """How many steps lie between the beginning and here."""
        return self._balls.steps

    @property
    def can_step(self) -> bool:
        """Whether a ball would still move."""
        moves = self._rate * self._balls.slopes(self.landscape)
        return bool((np.abs(moves) > REST * self.width).any())

    def _advance(self) -> None:
        self._balls.advance(self.landscape, self._rate)

    def _retreat(self, steps: int) -> None:
        self._balls.retreat(steps)

    # The network's own weight

    def set_over(self, over: Over) -> None:
        """Take the cost of the weight over "example", the one on the screen, or "train"."""
        self.weight.set_over(over)
        self._emit()

    def take(self) -> None:
        """Write the ball's place into the network."""
        if self._name == "weight":
            self.weight.take(self.x)

    def _follow(self, what: Changed) -> None:
        """Where nobody has moved the ball it follows the weight; another weight begins anew."""
        if self._name != "weight" or not what & _OF_NETWORK:
            return
        untouched = not self.steps and self.x == self._region.start[0]
        if untouched or self._subject != self._standing_on:
            self._timer.stop()
            self._begin_on_weight(self._rate)
            self._restart(self._region.start[0])
