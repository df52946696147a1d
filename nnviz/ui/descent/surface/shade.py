"""Heights as colors of the theme, as in the picture of the network's own cost, but only its lower half.

Walkers have colors of their own, which must be told from the ground.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array
from nnviz.core.contours import STRETCH, contour, levels
from nnviz.core.polylines import polylines
from nnviz.ui import theme

TOP = 1.75
"""What height the strongest color of the theme stands for; the highest there is has 1."""


def shares(heights: Array) -> Array:
    """Return heights from 0 to 1 as the lines of equal cost are spaced; NaN where there is none."""
    known = np.where(np.isfinite(heights), heights, np.nan)
    if np.isnan(known).all():
        return known
    low, high = np.nanmin(known), np.nanmax(known)
    return np.asarray(((known - low) / ((high - low) or 1.0)) ** (1 / STRETCH))


def colors(values: Array) -> NDArray[np.uint8]:
    """Return the colors of such shares, RGBA of shape (…, 4)."""
    return theme.relief_colors(theme.current(), values, 0.0, TOP)


def lines(x1: Array, x2: Array, heights: Array, joined: bool = True) -> Array:
    """Return the lines of equal cost one after the other, shape (m, 2), with NaN between them.

    Without joining the pieces of a line takes half the time, and it is drawn a little worse.
    """
    corner, unit = np.array([x1[0], x2[0]]), np.array([x1[1] - x1[0], x2[1] - x2[0]])
    found = [np.empty((0, 2))]
    for level in levels(heights).tolist():
        pieces = contour(heights, level)
        if not joined:
            apart = np.concatenate([pieces, np.full((len(pieces), 1, 2), np.nan)], axis=1)
            found.append(corner + apart.reshape(-1, 2) * unit)
            continue
        for line in polylines(pieces):
            found += [corner + line * unit, np.full((1, 2), np.nan)]
    return np.concatenate(found)
