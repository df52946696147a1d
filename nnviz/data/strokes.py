"""A drawing as the strokes of a round pen, the ink they leave, and the image a network is shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnviz.data.prepare import SIDE, fitted, to_mnist_style

PAD = 280
"""The side of the paper that is drawn on, in its own units: ten for each pixel of MNIST."""

Ink = NDArray[np.float64]


class Dab(NamedTuple):
    """Where the pen was, in units of the paper, and its radius there."""

    x: float
    y: float
    radius: float


Stroke = tuple[Dab, ...]
"""The pen from where it was put down to where it was lifted."""

Strokes = tuple[Stroke, ...]


def ink_of(strokes: Sequence[Stroke]) -> Ink:
    """Return the ink of a drawing, 0 to 1, shape (PAD, PAD)."""
    ink = np.zeros((PAD, PAD))
    for stroke in strokes:
        for k, dab in enumerate(stroke):
            draw_line(ink, stroke[max(k - 1, 0)], dab)
    return ink


def draw_line(ink: Ink, start: Dab, end: Dab) -> None:
    """Draw from one place to the next, in place: straight, with a soft edge of one unit.

    Going over ink twice makes no difference.
    """
    reach = max(start.radius, end.radius) + 1
    left, right = _range(start.x, end.x, reach)
    top, bottom = _range(start.y, end.y, reach)
    y, x = np.ogrid[top + 0.5 : bottom, left + 0.5 : right]
    across, down = end.x - start.x, end.y - start.y
    along = ((x - start.x) * across + (y - start.y) * down) / max(across**2 + down**2, 1e-12)
    t = np.clip(along, 0, 1)
    distance = np.hypot(x - start.x - t * across, y - start.y - t * down)
    radius = start.radius + t * (end.radius - start.radius)
    part = ink[top:bottom, left:right]
    np.maximum(part, np.clip(radius + 0.5 - distance, 0, 1), out=part)


def _range(start: float, end: float, reach: float) -> tuple[int, int]:
    """Return the first and the one after the last unit that a line may reach."""
    low, high = int(min(start, end) - reach), int(max(start, end) + reach) + 1
    return min(max(low, 0), PAD), min(max(high, 0), PAD)


def input_of(ink: Ink, image_shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return what a network is shown of a drawing, 0 to 1, shape (rows · columns · channels,).

    28×28 are prepared as MNIST's digits were; other images are filled by the drawing, its proportions kept.

    Parameters
    ----------
    ink : array, shape (PAD, PAD)
        The drawing.
    image_shape : tuple of int
        (rows, columns), or with channels, which are all given the same.
    """
    rows, columns, *channels = image_shape
    if (rows, columns) == (SIDE, SIDE):
        image = to_mnist_style(ink) / np.float32(255)
    else:
        image = fitted(ink, rows, columns).astype(np.float32)
    return np.repeat(image.ravel(), channels[0] if channels else 1).astype(np.float32)
