"""Where everything stands in the table of examples; two columns at the right and one at the left stay."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

NARROWEST, WIDEST = 30.0, 66.0
"""Of a column that shows its example, in pixels at type scale 1."""

HEAD = 36.0
"""Height of what stands under a picture: label and guess."""

READABLE = 16.0
"""Columns from here on have something in each cell besides its color."""


class Hit(NamedTuple):
    """What stands at a point: a row, a column, both (a cell), or neither; −1 for none."""

    row: int = -1
    column: int = -1


class TableLayout(NamedTuple):
    """The measures of a table.

    Attributes
    ----------
    size : (float, float)
        The room.
    counts : (int, int)
        Rows and columns.
    name, average, cancels : float
        Widths of the columns that stay.
    picture, header, line : float
        Heights of an example's picture, of the head it stands in, and of a row.
    column : float
        Width of an example's column.
    offset : (float, float)
        How far the cells are scrolled to the right and down.
    """

    size: tuple[float, float]
    counts: tuple[int, int]
    name: float
    average: float
    cancels: float
    picture: float
    header: float
    line: float
    column: float
    offset: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def fit(cls, size: tuple[float, float], counts: tuple[int, int], unit: float, whole: bool) -> TableLayout:
        """Return the measures for a room; `unit` is a pixel at the type scale, `whole` shows all columns."""
        small = size[0] < 560 * unit
        name, average, cancels = (unit * w for w in ((66, 66, 58) if small else (78, 78, 84)))
        room = max(size[0] - name - average - cancels, 1.0)
        even = room / max(counts[1], 1)
        column = min(even, WIDEST * unit) if whole else min(max(even, NARROWEST * unit), WIDEST * unit)
        picture = floor(min(max(column - 4 * unit, 22 * unit), 46 * unit))
        head = picture + HEAD * unit
        line = min(max((size[1] - head) / max(counts[0], 1), 19 * unit), 30 * unit)
        return cls(size, counts, name, average, cancels, picture, head, floor(line), column)

    @property
    def room(self) -> QRectF:
        """Where the cells of examples can be seen."""
        right = self.size[0] - self.average - self.cancels
        return QRectF(self.name, self.header, max(right - self.name, 0), max(self.size[1] - self.header, 0))

    @property
    def beyond(self) -> tuple[int, int]:
        """How far one can scroll to the right and down."""
        across = self.counts[1] * self.column - self.room.width()
        down = self.counts[0] * self.line - self.room.height()
        return max(ceil(across - 0.01), 0), max(ceil(down), 0)

    @property
    def right(self) -> float:
        """Where the average stands: beside the last example, or where their room ends."""
        return self.name + min(self.counts[1] * self.column, self.room.width())

    def x(self, column: int) -> float:
        """Return the left edge of a column."""
        return self.name + column * self.column - self.offset[0]

    def y(self, row: int) -> float:
        """Return the upper edge of a row."""
        return self.header + row * self.line - self.offset[1]

    def cell(self, row: int, column: int) -> QRectF:
        """Return where a cell stands."""
        return QRectF(self.x(column), self.y(row), self.column, self.line)

    def thumbnail(self, column: int) -> QRectF:
        """Return where the picture of an example stands."""
        side = self.picture
        middle = self.x(column) + self.column / 2
        return QRectF(middle - side / 2, 3, side, side)

    def seen(self) -> tuple[range, range]:
        """Return the rows and columns that can be seen."""
        room, (across, down) = self.room, self.offset
        first = int(across // self.column)
        last = min(ceil((across + room.width()) / self.column), self.counts[1])
        top = int(down // self.line)
        bottom = min(ceil((down + room.height()) / self.line), self.counts[0])
        return range(top, bottom), range(first, last)

    def hit(self, point: QPointF) -> Hit:
        """Return what stands at a point."""
        row = floor((point.y() - self.header + self.offset[1]) / self.line)
        column = floor((point.x() - self.name + self.offset[0]) / self.column)
        inside = self.name <= point.x() < self.right
        return Hit(
            row if point.y() >= self.header and row < self.counts[0] else -1,
            column if inside and column < self.counts[1] else -1,
        )
