"""Descent in two dimensions: which surface, and who walks there from where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nnviz.core.arrays import Array, IntArray, read_only
from nnviz.core.landscape import SURFACES, VARIABLES, Landscape, Preset
from nnviz.core.neuron_fit import NeuronFit
from nnviz.errors import SettingsError
from nnviz.session.fits import FITS, POINTS, fitted
from nnviz.session.pack import WALKERS, Pace, Pack
from nnviz.session.walk import Walk
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.session.session import Session

GRID = 101
"""How many heights there are along each side of a surface."""

SURFACE_NAMES = (*FITS, *(preset.name for preset in SURFACES), "own")
"""What there is to go down on: two real networks, formulas, and one's own."""

FIRST = next(preset for preset in SURFACES if preset.name == "saddle")

REST = 1e-6
"""A step that is no longer than this share of what is shown is none."""


class SurfaceDescent(Walk):
    """The state of the page "two dimensions".

    Every walker begins at the same place. In one step each makes one update, or, at the pace "epoch", as many
    as it takes to look at every example once.

    Parameters
    ----------
    session : Session
        Whose signal it uses; its network has no part in this.
    """

    KEPT = (*Walk.KEPT, "_name", "_region", "_active", "_pace", "_batch", "_seed", "_pack")

    def __init__(self, session: Session) -> None:
        super().__init__(session, VARIABLES[2], FIRST.formula)
        self._presets = {preset.name: preset for preset in SURFACES}
        self._fit: tuple[tuple[str, int], NeuronFit] | None = None
        self._grid: tuple[object, tuple[Array, Array, Array]] | None = None
        self._begin_afresh()

    def _begin_afresh(self) -> None:
        """Take the first surface, and the careful walker alone."""
        self._active: tuple[str, ...] = ("full",)
        self._pace: Pace = "step"
        self._batch, self._seed = 4, 0
        self._take_preset(FIRST)
        self._restart(np.array(self._region.start))

    # Which surface

    @property
    def name(self) -> str:
        """Which surface it is, one of SURFACE_NAMES."""
        return self._name

    @property
    def landscape(self) -> Landscape:
        """The cost of two numbers."""
        return self._own if self.fit is None else self.fit

    @property
    def fit(self) -> NeuronFit | None:
        """The network whose cost it is, with its points; None for a formula."""
        if self._name not in FITS:
            return None
        key = self._name, self._seed
        if self._fit is None or self._fit[0] != key:
            self._fit = key, fitted(*key)
        return self._fit[1]

    @property
    def low(self) -> tuple[float, ...]:
        """Where the two variables begin."""
        return self._region.low

    @property
    def high(self) -> tuple[float, ...]:
        """Where they end."""
        return self._region.high

    def choose(self, name: str) -> None:
        """Go down on another surface; one's own begins as the formula that was there.

        Raises
        ------
        SettingsError
            When there is none of that name.
        """
        if name not in SURFACE_NAMES:
            raise SettingsError(tr("there is no surface “{name}”", name=name))
        if name in self._presets:
            self._take_preset(self._presets[name])
        elif name in FITS:
            self._name, self._region = name, FITS[name].region
            self._rate = self._region.rate
        else:
            self._name = name
        self._begin(self._region.start)

    def _take_preset(self, preset: Preset) -> None:
        self._name, self._own, self._typed = preset.name, preset.expression, preset.formula
        self._mistake, self._region, self._rate = None, preset.region, preset.region.rate

    def _formula_chosen(self) -> None:
        self._name = "own"
        self._begin(self.start)

    def zoom(self, factor: float) -> None:
        """Show less (below 1) or more of the surface around its middle."""
        low, high = np.array(self.low), np.array(self.high)
        middle, half = (low + high) / 2, (high - low) / 2 * factor
        if half.min() >= 1e-3 and half.max() <= 1e6:
            ends = tuple((middle - half).tolist()), tuple((middle + half).tolist())
            self._region = replace(self._region, low=ends[0], high=ends[1])
            self._emit()

    @property
    def grid(self) -> tuple[Array, Array, Array]:
        """Both axes, shape (GRID,), and C at all their pairs, shape (GRID, GRID), x₁ first."""
        landscape, ends = self.landscape, (self.low, self.high)
        if self._grid is None or self._grid[0] != (landscape, ends):
            axes = [np.linspace(a, b, GRID) for a, b in zip(*ends, strict=True)]
            points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 2)
            heights = np.array(landscape.at(points)[0]).reshape(GRID, GRID)
            self._grid = (landscape, ends), (read_only(axes[0]), read_only(axes[1]), read_only(heights))
        return self._grid[1]

    # Where

    @property
    def start(self) -> Array:
        """Where all walkers begin, shape (2,)."""
        return self._pack.walkers[self.leader][0].place

    @property
    def point(self) -> Array:
        """Where the leader is, shape (2,)."""
        return self._pack.walkers[self.leader][-1].place

    @property
    def ahead(self) -> Array:
        """Where its next update leads, shape (2,), by its own rule and its own examples."""
        return self._pack.ahead(self.leader, self._rate)

    @property
    def cost(self) -> float:
        """C there."""
        return self._pack.costs[self.leader][-1]

    @property
    def gradient(self) -> Array:
        """∇C there, over all examples, shape (2,)."""
        return np.asarray(self.landscape.at(self.point[None])[1][0])

    def place(self, point: tuple[float, float] | Array) -> None:
        """Set all walkers down at a place."""
        if np.isfinite(point).all():
            self._begin(point)

    def _begin(self, point: tuple[float, ...] | Array) -> None:
        self._timer.stop()
        self._restart(np.array(point, np.float64))
        self._emit()

    def _restart(self, start: Array) -> None:
        self._pack = Pack.at(self.landscape, self.active, start, self._batch, self._seed)

    # Who walks

    @property
    def active(self) -> tuple[str, ...]:
        """Which walkers are there; a formula has no examples to pick from."""
        return tuple(name for name in self._active if self.can_walk(name)) or ("full",)

    def can_walk(self, name: str) -> bool:
        """Whether a walker has what it needs: mini-batches are there only where examples are."""
        return self._name in FITS or WALKERS[name].examples == "all"

    @property
    def leader(self) -> str:
        """The walker whose place, slopes and gradient are looked at: the first that is there."""
        return self.active[0]

    def set_active(self, names: tuple[str, ...]) -> None:
        """Let these walk, all from the beginning; at least one does."""
        start = self.start
        self._active = tuple(name for name in WALKERS if name in names) or ("full",)
        self._begin(start)

    def toggle(self, name: str) -> None:
        """Let a walker take part, or no longer."""
        others = tuple(active for active in self.active if active != name)
        self.set_active(others if name in self.active else (*others, name))

    @property
    def batch(self) -> int:
        """B, how many examples a mini-batch has."""
        return self._batch

    def set_batch(self, batch: int) -> None:
        """Take another size, from the beginning."""
        self._batch = min(max(batch, 1), POINTS)
        self._begin(self.start)

    @property
    def seed(self) -> int:
        """The seed of the points and of the order in which they are looked at."""
        return self._seed

    def set_seed(self, seed: int) -> None:
        """Take other points in another order, from the beginning."""
        self._seed = max(seed, 0)
        self._begin(self.start)

    @property
    def pace(self) -> Pace:
        """Whether a step is one update for each, or one look at every example."""
        return self._pace

    def set_pace(self, pace: Pace) -> None:
        """Walk in updates or in epochs, from here on."""
        self._pace = pace
        self._emit()

    # Where they have been

    def path(self, name: str) -> Array:
        """Return where a walker has been, shape (updates + 1, 2)."""
        return self._pack.path(name)

    def costs(self, name: str) -> Array:
        """Return C over all examples along its path, shape (updates + 1,)."""
        return np.array(self._pack.costs[name])

    def looked_at(self, name: str) -> IntArray:
        """Return at how many examples it had looked there, shape (updates + 1,)."""
        return self._pack.looked_at(name)

    def rows(self, name: str) -> IntArray | None:
        """Return the examples its next update looks at; None where there are no examples."""
        return None if self.fit is None else self._pack.rows(name)

    def gone(self, name: str) -> bool:
        """Whether a walker has left for good: its steps have diverged."""
        return self._pack.gone(name)

    # Walking

    @property
    def steps(self) -> int:
        """How many steps lie between the beginning and here."""
        return len(self._pack.ticks)

    @property
    def can_step(self) -> bool:
        """Whether a walker would still move."""
        return self._pack.moves(self._rate, REST * (self.high[0] - self.low[0]))

    def _advance(self) -> None:
        self._pack.advance(self._rate, self._pace)

    def _retreat(self, steps: int) -> None:
        self._pack.retreat(steps)
