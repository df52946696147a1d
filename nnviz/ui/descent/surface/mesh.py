"""A surface cut into quads, each with its color: what does not change when it is turned."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtGui import QBrush, QColor

from nnviz.core.arrays import Array, IntArray
from nnviz.ui import theme
from nnviz.ui.descent.surface.shade import colors, shares
from nnviz.ui.descent.surface.state import SurfaceState

QUADS = 30
"""Along each side."""

HEIGHT = 0.62
"""How high the surface is, in halves of its width."""

LIGHT = np.array([-0.45, -0.35, 0.82])


class Mesh(NamedTuple):
    """The quads of one surface, whichever way it is turned.

    Attributes
    ----------
    grid : tuple of Array
        The surface.
    theme : Theme
        Whose colors they have.
    unit : Array
        Their corners in the cube of the picture, shape (QUADS + 1, QUADS + 1, 3).
    usable : IntArray
        Those of whose corners each has a cost.
    brushes : list of QBrush
        Their colors, by height and by how they face the light.
    """

    grid: tuple[Array, Array, Array]
    theme: theme.Theme
    unit: Array
    usable: IntArray
    brushes: list[QBrush]

    @classmethod
    def of(cls, state: SurfaceState) -> Mesh:
        """Cut a surface into quads."""
        x1, x2, heights = state.grid
        rows = np.rint(np.linspace(0, len(x1) - 1, QUADS + 1)).astype(np.int64)
        costs = heights[np.ix_(rows, rows)]
        places = np.stack(np.meshgrid(x1[rows], x2[rows], indexing="ij"), axis=-1)
        unit = in_cube(state, places, costs)
        usable = np.flatnonzero(np.isfinite(_corners(costs[..., None])).all(axis=(1, 2)))
        shades = _lit(_corners(unit), _corners(shares(costs)[..., None])[..., 0].mean(axis=1))
        return cls(state.grid, theme.current(), unit, usable, [QBrush(QColor(*s)) for s in shades.tolist()])


def in_cube(state: SurfaceState, points: Array, costs: Array) -> Array:
    """Return points in the cube of the picture: −1 … 1 across, −HEIGHT … HEIGHT up, shape (…, 3)."""
    x1, x2, _ = state.grid
    low, high = state.ends
    across = [2 * (points[..., i] - a[0]) / (a[-1] - a[0]) - 1 for i, a in enumerate((x1, x2))]
    up = np.clip((costs - low) / (high - low), 0.0, 1.0) * 2 * HEIGHT - HEIGHT
    return np.stack([*across, up], axis=-1)


def _corners(values: Array) -> Array:
    """Return the four corners of every quad of a grid, shape (number, 4, …)."""
    corners = (values[:-1, :-1], values[1:, :-1], values[1:, 1:], values[:-1, 1:])
    return np.stack(corners, axis=2).reshape(-1, 4, values.shape[-1])


def _lit(corners: Array, height: Array) -> Array:
    """Return the color of every quad, shape (number, 3), by its height and how it faces the light."""
    normals = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    with np.errstate(all="ignore"):
        normals /= np.linalg.norm(normals, axis=1)[:, None]
        light = np.nan_to_num(0.72 + 0.28 * (normals @ LIGHT / np.linalg.norm(LIGHT)))
    shades = colors(0.1 + height)[:, :3]
    return np.clip(np.rint(shades * light[:, None]), 0, 255).astype(np.int64)
