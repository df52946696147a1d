"""All that the pictures of a surface show, read from the session once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.session.surface_descent import SurfaceDescent
from nnviz.ui.descent.frame import span

MARKS = {"full": 5, "batch": 6, "single": 7, "momentum": 4, "nesterov": 8, "adam": 2}
"""The color and mark of each walker, as :mod:`nnviz.ui.race.marks` counts them; no color of a sign."""


class Trail(NamedTuple):
    """One walker.

    Attributes
    ----------
    name : str
        Which it is.
    path : Array
        Where it has been, shape (steps + 1, 2).
    costs : Array
        C over all examples there.
    looked_at : IntArray
        At how many examples it had looked there.
    gone : bool
        Whether it has diverged.
    """

    name: str
    path: Array
    costs: Array
    looked_at: IntArray
    gone: bool


class SurfaceState(NamedTuple):
    """What is drawn.

    Attributes
    ----------
    grid : tuple of Array
        Both axes and C over them.
    names : tuple of str
        What the two variables are called.
    point, gradient : Array
        Where the leader is, and ∇C there, each of shape (2,).
    cost : float
        C there.
    trails : tuple of Trail
        All walkers, the leader first.
    ahead : Array
        Where the leader's next update leads, shape (2,).
    ends : tuple of float
        Between which C is drawn as a height.
    """

    grid: tuple[Array, Array, Array]
    names: tuple[str, str]
    point: Array
    gradient: Array
    cost: float
    trails: tuple[Trail, ...]
    ahead: Array
    ends: tuple[float, float]

    def slopes(self, least: float) -> bool:
        """Say whether it slopes here: by more than a share of all heights over the whole picture."""
        x1, _, heights = self.grid
        finite = heights[np.isfinite(heights)]
        if not len(finite) or not np.isfinite(self.gradient).all():
            return False
        across = float(np.hypot(*self.gradient)) * float(x1[-1] - x1[0])
        return across > least * float(finite.max() - finite.min())

    @classmethod
    def of(cls, walk: SurfaceDescent, before: SurfaceState | None = None) -> SurfaceState:
        """Read it; what was read before of the same surface is not looked for again."""
        grid = walk.grid
        ends = span(grid[2]) if before is None or before.grid is not grid else before.ends
        trails = tuple(
            Trail(name, walk.path(name), walk.costs(name), walk.looked_at(name), walk.gone(name))
            for name in walk.active
        )
        place = (walk.point, walk.gradient, walk.cost)
        return cls(grid, names_of(walk), *place, trails, walk.ahead, ends)


def names_of(walk: SurfaceDescent) -> tuple[str, str]:
    """Return what the two variables are called."""
    return ("x₁", "x₂") if walk.fit is None else ("w", "b")
