"""What a block of a matrix equation shows at its size: colors, numbers where they fit, and its caption."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFontMetricsF

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.matrix.axis import Axis, strongest
from nnviz.ui.matrix.layout import Placed
from nnviz.ui.signed_image import largest
from nnviz.wording import MINUS, number, short, tr, whole

NUMBER = 0.76
"""The size of a cell's number, of the application's font."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A block's cells in color, and the numbers in them.

    Attributes
    ----------
    placed : Placed
        The block, and where.
    shown : Array or None
        The number that each slot shows, shape (row slots, column slots), NaN on gaps; None while unknown.
    colors : ndarray of uint8 or None
        RGBA of each slot; a gap is transparent.
    numbers : tuple of str
        What is written into the slots, row by row; empty where numbers do not fit.
    power : int
        The numbers are to be multiplied by ten to this.
    full : float
        The magnitude of the full color.
    """

    placed: Placed
    shown: Array | None = None
    colors: NDArray[np.uint8] | None = None
    numbers: tuple[str, ...] = ()
    power: int = 0
    full: float = 0.0


def cell_size() -> tuple[float, float]:
    """Return width and height of a cell whose number can be read."""
    metrics = QFontMetricsF(theme.number_font(NUMBER))
    width = metrics.horizontalAdvance(f"{MINUS}0.0") + theme.px(2)
    return width, metrics.height() + theme.px(1)


def picture_of(placed: Placed, readable: tuple[float, float]) -> Picture:
    """Color a block, and write its numbers if they fit."""
    block = placed.block
    if block.values is None:
        return Picture(placed)
    shown = strongest(block.values, placed.rows, placed.columns)
    # The strongest are among what is shown, unless something is left out.
    full = largest(shown if not (len(placed.rows.gaps) or len(placed.columns.gaps)) else block.values)
    colors = _colors(placed, shown, full)
    if not _is_readable(placed, readable):
        return Picture(placed, shown, colors, full=full)
    power = _power(full)
    numbers = tuple(_text(value) for value in (shown / 10.0**power).ravel().tolist())
    return Picture(placed, shown, colors, numbers, power, full)


def _is_readable(placed: Placed, readable: tuple[float, float]) -> bool:
    width, height = readable
    singles = placed.rows.size == placed.columns.size == 1
    return singles and placed.columns.pitch >= width - 1.5 and placed.rows.pitch >= height - 1


def _power(full: float) -> int:
    """Return the power of ten that is set apart, where the numbers would all be .00 or too long."""
    return floor(log10(full)) if full and not 0.1 <= full < 100 else 0


def _text(value: float) -> str:
    if value == 0:  # −0 too
        return "0"
    whole_number = abs(value) < 10 and value == int(value)
    return f"{value:.0f}".replace("-", MINUS) if whole_number else short(value)


def _colors(placed: Placed, shown: Array, full: float) -> NDArray[np.uint8]:
    now, block = theme.current(), placed.block
    if block.ink == "neuron":
        low, high = block.span
        colors = theme.neuron_colors(
            now, shown, -full if low is None else low, (full or 1.0) if high is None else high
        )
    else:
        colors = theme.sign_colors(now, -shown if block.ink == "wish" else shown, full)
    colors = np.ascontiguousarray(colors)
    colors[placed.rows.gaps] = 0
    colors[:, placed.columns.gaps] = 0
    return colors


def captions(picture: Picture) -> tuple[str, str]:
    """Return the size of a block, or how much of it is shown, and what its colors or numbers stand for."""
    return size_text(picture.placed), _scale_text(picture)


def size_text(placed: Placed) -> str:
    """Return "16 × 784", or "17 of 784" where some are left out."""
    down, across = _counted(placed.rows), _counted(placed.columns)
    if not placed.block.is_matrix:
        return down if placed.block.columns is None else across
    return f"{down} × {across}"


def _counted(axis: Axis) -> str:
    if axis.shown == axis.count:
        return whole(axis.count)
    return tr("{k} of {n:,}", k=axis.shown, n=axis.count)


def _scale_text(picture: Picture) -> str:
    block = picture.placed.block
    if block.values is None:
        return ""
    if picture.power:
        unit = number(10.0**picture.power, 1).replace("1·", "")
        return tr("numbers × {unit}", unit=unit) if block.is_matrix else f"× {unit}"
    if block.ink == "neuron":
        return "" if picture.numbers else "0 … 1" if block.span == (0, 1) else f"≤ {number(picture.full, 2)}"
    return f"±{number(picture.full, 2)}"
