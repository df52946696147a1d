"""A curve as it is drawn: computed at once where that takes no time, else in a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject

from nnviz.core.arrays import Array, read_only
from nnviz.core.landscape import Landscape
from nnviz.training.background import Background, Stopped

SAMPLES, FEW_SAMPLES = 1001, 161
"""At how many places a curve is computed at once; at how many in a thread."""


class Wanted(NamedTuple):
    """Which part of which landscape; a landscape is equal to itself alone, a formula to the same formula."""

    landscape: Landscape
    region: tuple[float, float]


class DrawnCurve(QObject):
    """The newest curve that is there, and the one that is wanted.

    Parameters
    ----------
    parent : QObject
        As ever in Qt.
    arrived : callable
        Called when a curve has come from the thread.
    """

    def __init__(self, parent: QObject, arrived: Callable[[], None]) -> None:
        super().__init__(parent)
        self._arrived = arrived
        self._asked: Wanted | None = None
        self._of: Wanted | None = None
        self._curve: tuple[Array, Array] | None = None
        self._background = Background(self)
        self._background.ready.connect(self._take)

    def at(self, wanted: Wanted, heavy: bool) -> tuple[Array, Array] | None:
        """Return x and C, each of shape (n,); until the one that is wanted is there, the one before.

        Parameters
        ----------
        wanted : Wanted
            Of which part of which landscape.
        heavy : bool
            Whether it takes long.
        """
        if self._asked != wanted:
            self._asked = wanted
            x = np.linspace(*wanted.region, FEW_SAMPLES if heavy else SAMPLES)

            def work(stopped: Stopped) -> tuple[Wanted, Array, Array]:
                return wanted, read_only(x), read_only(np.array(wanted.landscape.at(x[:, None])[0]))

            self._background.ask(work, at_once=not heavy)
        return self._curve

    def shows(self, wanted: Wanted) -> bool:
        """Whether the curve that is there is this one."""
        return self._of == wanted

    def _take(self, found: tuple[Wanted, Array, Array]) -> None:
        self._of, x, costs = found
        self._curve = x, costs
        if len(x) == FEW_SAMPLES:
            self._arrived()

    def close(self) -> None:
        """End what runs."""
        self._background.close()


def lowest(x: Array, costs: Array) -> Array:
    """Return the points of a drawn curve that are lower than both beside them."""
    inner = costs[1:-1]
    with np.errstate(invalid="ignore"):
        return x[1:-1][(inner < costs[:-2]) & (inner <= costs[2:])]
