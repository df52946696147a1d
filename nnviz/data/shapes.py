"""Shapes that points in the plane are drawn in: all within −1 and 1, and the classes take turns.

They are those that machine learning's textbooks and https://playground.tensorflow.org use; circles and
moons are laid out as scikit-learn's `make_circles` and `make_moons` do.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Points: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.int64]


def _circles(labels: Labels, random: np.random.Generator) -> Points:
    return _on_circle(random.uniform(0, 2 * np.pi, len(labels)), np.where(labels == 0, 1.0, 0.5))


def _moons(labels: Labels, random: np.random.Generator) -> Points:
    angles = random.uniform(0, np.pi, len(labels))
    upper = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lower = np.stack([1 - np.cos(angles), 0.5 - np.sin(angles)], axis=1)
    return (np.where(labels[:, None] == 0, upper, lower) - (0.5, 0.25)) / 1.5


def _blobs(labels: Labels, random: np.random.Generator) -> Points:
    return _on_circle(2 * np.pi * labels / (labels.max() + 1) + np.pi / 4, np.full(len(labels), 0.7))


def _spirals(labels: Labels, random: np.random.Generator) -> Points:
    radius = np.sqrt(random.uniform(0.01, 1, len(labels)))  # equally dense along the arm
    return _on_circle(3 * np.pi * radius + np.pi * labels, radius)


def _xor(labels: Labels, random: np.random.Generator) -> Points:
    points = random.uniform(-1, 1, (len(labels), 2))
    mirrored = (points[:, 0] * points[:, 1] > 0) != (labels == 0)
    points[mirrored, 0] *= -1
    return points


def _halves(labels: Labels, random: np.random.Generator) -> Points:
    points = random.uniform(-1, 1, (len(labels), 2))
    wrong = (points.sum(axis=1) > 0) != (labels == 1)
    points[wrong] *= -1
    return points


def _on_circle(angles: Points, radius: Points) -> Points:
    return np.stack([radius * np.cos(angles), radius * np.sin(angles)], axis=1)


DEFAULT_BLOBS = 3


DRAWINGS: dict[str, tuple[str, Callable[[Labels, np.random.Generator], Points]]] = {
    "circles": ("Two circles", _circles),
    "moons": ("Two moons", _moons),
    "blobs": ("Blobs", _blobs),
    "spirals": ("Two spirals", _spirals),
    "xor": ("Exclusive or", _xor),
    "halves": ("Two half-planes", _halves),
}
"""Name → title, and how points of some labels are drawn."""

SHAPES = {name: title for name, (title, _) in DRAWINGS.items()}
"""All shapes, and what they are called in the window."""
