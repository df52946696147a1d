"""Signs without colors, for a palette that asks for them: broken lines, stripes across what is negative."""

from math import ceil

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen

from nnviz.core.arrays import Array, BoolArray
from nnviz.ui import theme

DASH, GAP = 7.0, 4.0
"""Lengths of a broken line, in pixels at type scale 1."""

FAINT = 0.12
"""Below this share of the scale a cell is nearly the ground, and its sign of no account."""

SMALLEST = 3.0
"""Stripes are at least so many pixels apart; where cells are smaller, not every row has one."""

THICKNESS = 0.3
"""Of a stripe, as a share of its cell."""


def break_line(pen: QPen, value: float) -> QPen:
    """Break the line of a negative number; return the pen."""
    if theme.current().glyphs and value < 0:
        width = max(pen.widthF(), 1.0)  # Qt counts dashes in widths of the pen
        pen.setDashPattern([theme.px(DASH) / width, theme.px(GAP) / width])
    return pen


def draw_stripes(painter: QPainter, corner: QPointF, side: float, values: Array, scale: float) -> None:
    """Draw stripes across the negative cells of a picture.

    Parameters
    ----------
    painter : QPainter
        Open; its pen is changed.
    corner : QPointF
        The picture's upper left.
    side : float
        Of a cell.
    values : ndarray, shape (rows, columns)
        The numbers; NaN where there is no cell.
    scale : float
        The magnitude of the full color.
    """
    if not theme.current().glyphs or side < 1 or scale <= 0:
        return
    every = ceil(SMALLEST / side)
    thickness = max(1, round(THICKNESS * side))
    painter.setPen(QPen(theme.current().color("background"), thickness))
    middle = int(side / 2) + (0.5 if thickness % 2 else 0.0)
    lines = [
        QLineF(corner.x() + left * side, y, corner.x() + right * side, y)
        for row, left, right in runs(values[::every] < -FAINT * scale)
        for y in [corner.y() + row * every * side + middle]
    ]
    if lines:
        painter.drawLines(lines)


def runs(marked: BoolArray) -> list[tuple[int, int, int]]:
    """Return the runs of True in each row of a table, as (row, first column, column after the last)."""
    padded = np.zeros((marked.shape[0], marked.shape[1] + 2), np.int8)
    padded[:, 1:-1] = marked
    steps = np.diff(padded, axis=1)
    rows, begins = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    return list(zip(rows.tolist(), begins.tolist(), ends.tolist(), strict=True))
