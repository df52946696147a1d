"""Where the rows and columns of the wishes stand: heads that stay, cells that scroll beneath them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

SMALLEST = (34.0, 16.0)
"""The least width and height of a cell; with more cells than fit, the table scrolls."""

LARGEST = (84.0, 56.0)

HEAD = (118.0, 18.0)
"""The width of the rows' heads and the height of the columns'."""

FOOT = 27.0
"""The height of the sum."""


class Spot(NamedTuple):
    """A place of the table: row None is the columns' head or the sum, column None the rows' head."""

    row: int | None
    column: int | None
    sum: bool = False


@dataclass(frozen=True)
class TableLayout:
    """Rectangles of the viewport, for a table of so many rows and columns.

    Attributes
    ----------
    rows, columns : int
        How many there are.
    cell : (float, float)
        Width and height of a cell.
    origin : QPointF
        The upper left corner of the first cell, before scrolling.
    scroll : QPointF
        How far the cells are scrolled.
    room : QRectF
        Where cells can be seen.
    foot : float
        The height of the sum.
    """

    rows: int
    columns: int
    cell: tuple[float, float]
    origin: QPointF
    scroll: QPointF
    room: QRectF
    foot: float

    @classmethod
    def fit(
        cls, table: tuple[int, int], room: tuple[float, float], px: float, scroll: tuple[int, int]
    ) -> TableLayout:
        """Choose the cells' size for a viewport.

        Parameters
        ----------
        table : (int, int)
            Rows and columns.
        room : (float, float)
            Width and height of the viewport.
        px : float
            The type scale.
        scroll : (int, int)
            How far it is scrolled to the right and down.
        """
        rows, columns = table
        head, top, foot = HEAD[0] * px, HEAD[1] * px, FOOT * px
        width = min(max((room[0] - head) / columns, SMALLEST[0] * px), LARGEST[0] * px)
        height = min(max((room[1] - top - foot) / rows, SMALLEST[1] * px), LARGEST[1] * px)
        left = head + max(0.0, (room[0] - head - columns * width) / 2)
        bottom = min(room[1] - foot, top + rows * height)
        seen = QRectF(left, top, max(room[0] - left, 0.0), max(bottom - top, 0.0))
        return cls(rows, columns, (width, height), QPointF(left, top), QPointF(*scroll), seen, foot)

    def overflow(self) -> tuple[int, int]:
        """Return how far one can scroll to the right and down."""
        width, height = self.columns * self.cell[0], self.rows * self.cell[1]
        return max(ceil(width - self.room.width() - 0.5), 0), max(ceil(height - self.room.height() - 0.5), 0)

    # Where things stand

    def column_x(self, column: int) -> float:
        """Return the left edge of a column."""
        return self.origin.x() + column * self.cell[0] - self.scroll.x()

    def row_y(self, row: int) -> float:
        """Return the upper edge of a row."""
        return self.origin.y() + row * self.cell[1] - self.scroll.y()

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell stands."""
        return QRectF(self.column_x(column), self.row_y(row), *self.cell)

    def row_head(self, row: int) -> QRectF:
        """Return where the name and the nudge of a row stand."""
        left = self.origin.x() - self.head_width()
        return QRectF(left, self.row_y(row), self.head_width(), self.cell[1])

    def head_width(self) -> float:
        """Return the width of the rows' heads."""
        return HEAD[0] * self.foot / FOOT

    def column_head(self, column: int) -> QRectF:
        """Return where a column's name stands."""
        return QRectF(self.column_x(column), 0.0, self.cell[0], self.room.top())

    def sum_rect(self, column: int) -> QRectF:
        """Return where a column's sum stands."""
        return QRectF(self.column_x(column), self.room.bottom(), self.cell[0], self.foot)

    def sum_head(self) -> QRectF:
        """Return where the words beside the sum stand."""
        left = self.origin.x() - self.head_width()
        return QRectF(left, self.room.bottom(), self.head_width(), self.foot)

    def seen_rows(self) -> range:
        """Return the rows of which something can be seen."""
        first = floor(self.scroll.y() / self.cell[1])
        last = ceil((self.scroll.y() + self.room.height()) / self.cell[1])
        return range(max(first, 0), min(last, self.rows))

    def seen_columns(self) -> range:
        """Return the columns of which something can be seen."""
        first = floor(self.scroll.x() / self.cell[0])
        last = ceil((self.scroll.x() + self.room.width()) / self.cell[0])
        return range(max(first, 0), min(last, self.columns))

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what stands at a point of the viewport."""
        column = self._column_at(point.x())
        if point.y() < self.room.top():
            return None if column is None else Spot(None, column)
        if self.room.bottom() <= point.y() < self.room.bottom() + self.foot:
            return None if column is None else Spot(None, column, True)
        row = floor((point.y() - self.origin.y() + self.scroll.y()) / self.cell[1])
        if not 0 <= row < self.rows or point.y() >= self.room.bottom():
            return None
        in_head = self.origin.x() - self.head_width() <= point.x() < self.origin.x()
        return Spot(row, column) if column is not None or in_head else None

    def _column_at(self, x: float) -> int | None:
        if x < self.origin.x():
            return None
        column = floor((x - self.origin.x() + self.scroll.x()) / self.cell[0])
        return column if column < self.columns else None
