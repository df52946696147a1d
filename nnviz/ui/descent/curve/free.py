"""Where words can stand in a picture without covering what is drawn there."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from nnviz.core.arrays import Array
from nnviz.ui import theme

APART = 3.0
"""What is drawn is known by points so many pixels apart."""

CLEAR = 5.0
"""What is left free around words, in pixels at type scale 1."""

NEXT = 12.0
"""How far apart the places are that are tried, across twice as far as down."""

ROWS = np.arange(-16, 17)
"""How many places are tried, up and down; across as many."""


def along(line: QLineF) -> Array:
    """Return points of a line, shape (n, 2)."""
    share = np.linspace(0.0, 1.0, max(math.ceil(line.length() / APART), 1) + 1)
    start, way = np.array(line.p1().toTuple()), np.array([line.dx(), line.dy()])
    return np.asarray(start + share[:, None] * way)


def around(middle: QPointF, radius: float) -> Array:
    """Return points of a circle, and its middle."""
    angle = np.linspace(0.0, math.tau, 24)
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius
    return np.concatenate([ring, np.zeros((1, 2))]) + middle.toTuple()


def within(rect: QRectF) -> Array:
    """Return points all over a rectangle."""
    x = np.arange(rect.left(), rect.right() + APART, 2 * APART)
    y = np.arange(rect.top(), rect.bottom() + APART, 2 * APART)
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


def free_place(size: QSizeF, wanted: QPointF, taken: Array, room: QRectF) -> QRectF:
    """Return the rectangle nearest to where it is wanted that covers nothing, or the least.

    Parameters
    ----------
    size : QSizeF
        Of the words.
    wanted : QPointF
        Where their middle should be.
    taken : Array
        Points of what is drawn, shape (n, 2).
    room : QRectF
        What they must not leave.
    """
    half = np.array([size.width(), size.height()]) / 2
    low = np.array([room.left(), room.top()]) + half
    high = np.maximum(np.array([room.right(), room.bottom()]) - half, low)
    start = np.clip(np.array(wanted.toTuple()), low, high)
    steps = np.stack(np.meshgrid(2 * ROWS, ROWS), axis=-1).reshape(-1, 2) * theme.px(NEXT)
    middles = np.clip(start + steps, low, high)
    far = np.hypot(*(middles - start).T)
    order = np.argsort(far, kind="stable")
    reach = half + theme.px(CLEAR)
    found = _first_free(middles[order], reach, _near(taken, middles, reach))
    corner = middles[order][found] - half
    return QRectF(QPointF(*corner.tolist()), size)


def _near(taken: Array, middles: Array, reach: Array) -> Array:
    """Return the points that any of the places could cover."""
    inside = (taken > middles.min(axis=0) - reach) & (taken < middles.max(axis=0) + reach)
    return taken[inside.all(axis=1)]


def _first_free(middles: Array, reach: Array, taken: Array) -> int:
    """Return the first place that covers no point; where there is none, the first that covers the fewest."""
    least, best = len(taken) + 1, 0
    for index, middle in enumerate(middles):
        covered = int(np.count_nonzero((np.abs(taken - middle) < reach).all(axis=1)))
        if covered < least:
            least, best = covered, index
        if not covered:
            break
    return best
