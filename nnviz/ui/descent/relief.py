"""Costs as heights, colors and lines of equal height."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor, log10

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPolygonF

from nnviz.core.arrays import Array
from nnviz.core.contours import contour
from nnviz.core.polylines import polylines
from nnviz.ui import theme
from nnviz.ui.plots.curves import ticks

FINE = 3
"""Between two computed points one less is interpolated, for colors and lines."""


MOST = 14
"""Lines of equal height at most."""

DIGITS = ((1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8), (1, 1.5, 2, 3, 5, 7), (1, 2, 5), (1, 3), (1,))
"""Where lines can be on a logarithmic scale, times powers of ten: as many as there is room for."""

INK = 0.4
"""How strongly lines are drawn."""

NARROW = 2.5
"""Of costs whose largest is not so many times the smallest, round numbers are evenly spaced ones."""


@dataclass(frozen=True, eq=False)
class Relief:
    """A plane's costs, ready to be drawn.

    Attributes
    ----------
    heights : Array
        Shape (n, n): the costs, or their decimal logarithms; NaN where they are not finite.
    low, high : float
        The least and the greatest of them.
    log : bool
        Whether they are logarithms.
    """

    heights: Array
    low: float
    high: float
    log: bool

    @classmethod
    def of(cls, costs: Array, log: bool) -> Relief:
        """Return the relief of costs; on a logarithmic scale 0 is as low as the least that is above it."""
        heights = np.where(np.isfinite(costs), costs, np.nan)
        positive = heights[heights > 0]
        log = log and bool(len(positive))
        if log:
            with np.errstate(invalid="ignore"):
                heights = np.log10(np.maximum(heights, positive.min()))
        finite = heights[np.isfinite(heights)]
        ends = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 0.0)
        return cls(heights, *ends, log)

    def height(self, cost: float) -> float:
        """Return the height of a cost."""
        return log10(cost) if self.log and cost > 0 else cost

    def cost(self, height: float) -> float:
        """Return the cost of a height."""
        return float(10**height) if self.log else height

    @property
    def holes(self) -> bool:
        """Whether some costs are not finite."""
        return bool(np.isnan(self.heights).any())

    def levels(self) -> list[float]:
        """Return the costs at which lines are drawn: round numbers."""
        if not self.high > self.low:
            return []
        low, high = self.cost(self.low), self.cost(self.high)
        if not self.log or high < NARROW * low:
            return self._inside(ticks(low, high, MOST))
        powers = range(floor(log10(low)), floor(log10(high)) + 1)
        for digits in DIGITS:
            found = self._inside([float(f"{digit}e{power}") for power in powers for digit in digits])
            if len(found) <= MOST:
                break
        return found

    def _inside(self, costs: list[float]) -> list[float]:
        return [cost for cost in costs if self.low < self.height(cost) < self.high]

    def ink(self, level: float) -> QColor:
        """Return the color of the line of a cost."""
        ground = theme.relief_colors(theme.current(), self.height(level), self.low, self.high)
        ink = theme.ink_on(theme.current(), QColor(*ground.ravel().tolist()))
        ink.setAlphaF(INK)
        return ink

    def line(self, level: float, rect: QRectF) -> list[QPolygonF]:
        """Return the lines of one cost on a plane that fills a rectangle."""
        pieces = contour(self.fine, self.height(level)) / (len(self.fine) - 1)
        corner, size = [rect.left(), rect.bottom()], [rect.width(), -rect.height()]
        lines = polylines(np.array(corner) + pieces * np.array(size))
        return [QPolygonF([QPointF(*point) for point in line.tolist()]) for line in lines]

    def image(self) -> QImage:
        """Return the colors, the second direction upward."""
        pixels = theme.relief_colors(theme.current(), self.fine.T[::-1], self.low, self.high)
        side = len(self.fine)
        image = QImage(pixels.tobytes(), side, side, 4 * side, QImage.Format.Format_RGBA8888)
        return image.copy()  # which owns its bytes

    @cached_property
    def fine(self) -> Array:
        """The heights with FINE − 1 more between any two, interpolated by cubic pieces.

        Where some are missing, by straight ones: what is not there must not bend its surroundings.
        """
        missing = np.isnan(self.heights)
        weights = _weights(len(self.heights), straight=bool(missing.any()))
        heights = weights @ np.where(missing, self.low, self.heights) @ weights.T
        if missing.any():
            heights[(weights @ missing @ weights.T) > 0] = np.nan
        return np.asarray(heights)


def _weights(n: int, straight: bool) -> Array:
    """Return what interpolates n numbers, shape ((n − 1) · FINE + 1, n).

    The cubic pieces are those of Catmull and Rom, *A class of local interpolating splines* (1974); beyond the
    ends the numbers go on in a straight line.
    """
    places = np.linspace(0, n - 1, (n - 1) * FINE + 1)
    if straight:
        return np.stack([np.interp(places, np.arange(n), row) for row in np.eye(n)], axis=1)
    around = np.zeros((n + 2, n))
    around[1:-1] = np.eye(n)
    around[0], around[-1] = 2 * around[1] - around[2], 2 * around[-2] - around[-3]
    left = np.minimum(places.astype(int), n - 2)
    u = (places - left)[:, None]
    factors = (
        (-u + 2 * u**2 - u**3) / 2,
        (2 - 5 * u**2 + 3 * u**3) / 2,
        (u + 4 * u**2 - 3 * u**3) / 2,
        (-(u**2) + u**3) / 2,
    )
    parts = [factor * around[left + shift] for shift, factor in enumerate(factors)]
    return np.sum(parts, axis=0)
