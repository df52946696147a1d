"""Balls on a curve: the one that is looked at, perhaps twenty more, and where all of them have been."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.downhill import LARGEST
from nnviz.core.landscape import Landscape
from nnviz.core.walkers import Walker

CROWD = 20
"""How many balls are set down side by side."""


class Balls:
    """All balls and their history; plain gradient descent, all with the same learning rate.

    Parameters
    ----------
    history : iterable of Walker
        From the beginning to here; the places are of shape (n, 1), the ball that is looked at comes first.
    """

    def __init__(self, history: Iterable[Walker]) -> None:
        self._history = list(history)

    @classmethod
    def at(cls, x: float, low: float, high: float, crowd: bool) -> Balls:
        """Set one ball down, and perhaps twenty more, evenly spaced between two ends."""
        others = low + (high - low) * (np.arange(CROWD) + 0.5) / CROWD if crowd else np.empty(0)
        return cls([Walker.at("sgd", np.concatenate([[x], others])[:, None])])

    def copied(self) -> Balls:
        """Return some that can roll on without these."""
        return Balls(self._history)

    @property
    def start(self) -> float:
        """Where the one that is looked at began."""
        return float(self._history[0].place[0, 0])

    @property
    def positions(self) -> Array:
        """Where they are, shape (n,)."""
        return self._history[-1].place[:, 0]

    @property
    def path(self) -> Array:
        """Where the one that is looked at has been, from the beginning to here, shape (steps + 1,)."""
        return np.array([walker.place[0, 0] for walker in self._history])

    @property
    def steps(self) -> int:
        """How many steps lie between the beginning and here."""
        return len(self._history) - 1

    def slopes(self, landscape: Landscape) -> Array:
        """Return the slope under every ball, 0 under those that have left, shape (n, 1)."""
        place = self._history[-1].place
        _, slopes = landscape.at(place)
        return np.where(np.isfinite(slopes) & (np.abs(place) <= LARGEST), slopes, 0.0)

    def advance(self, landscape: Landscape, rate: float) -> None:
        """Let all of them make one step."""
        self._history.append(self._history[-1].step("sgd", self.slopes(landscape), rate))

    def retreat(self, steps: int) -> None:
        """Go back to where so many steps had been made, exactly."""
        del self._history[steps + 1 :]
