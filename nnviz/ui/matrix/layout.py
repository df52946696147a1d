"""Where the blocks of a matrix equation stand: on one line, or for the outer product as in a times table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from nnviz.ui.matrix.axis import Axis, elided, whole
from nnviz.ui.matrix.terms import Block, Calculation, Hit, Sign, indices

SIGN = 20.0
ARROW = 42.0
BRACKET = 5.0
NO_SIGN = 6.0
"""Between a matrix and what it is multiplied by."""

LARGEST_CELL = 30.0

LEAST_SHARE = 0.3
"""With less of the width left for the matrix, columns do without numbers"""

NARROW = 13.0
"""and become this narrow."""


@dataclass(frozen=True)
class Measures:
    """Lengths in pixels that everything follows from.

    Attributes
    ----------
    width, height : float
        Of the room for the whole line.
    number : tuple of float
        Width and height of a cell in which a number can be read.
    scale : float
        The type scale.
    unit : float
        The size of a device pixel.
    """

    width: float
    height: float
    number: tuple[float, float]
    scale: float = 1.0
    unit: float = 1.0

    def px(self, length: float) -> float:
        """Return a length that grows with the type scale."""
        return length * self.scale

    @property
    def label(self) -> float:
        """The height of a symbol over its block."""
        return self.px(32)

    @property
    def caption(self) -> float:
        """The height of the two lines under a block."""
        return self.px(30)

    @property
    def body(self) -> float:
        """The height that is left for cells."""
        return max(self.height - self.label - self.caption - self.px(2 * BRACKET), self.px(30))


@dataclass(frozen=True, eq=False)
class Placed:
    """A block on its place.

    Attributes
    ----------
    block : Block
        What stands there.
    corner : QPointF
        Its top left.
    rows, columns : Axis
        What stands in which row and column.
    label, caption : QRectF
        The room of its symbol and of what is written below it.
    """

    block: Block
    corner: QPointF
    rows: Axis
    columns: Axis
    label: QRectF
    caption: QRectF

    @cached_property
    def rect(self) -> QRectF:
        """The room of the cells."""
        return QRectF(self.corner.x(), self.corner.y(), self.columns.extent, self.rows.extent)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a slot stands."""
        across, down = self.columns.pitch, self.rows.pitch
        return QRectF(self.corner.x() + column * across, self.corner.y() + row * down, across, down)

    def slot_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return row and column slot at a point; None beside the block and on a gap."""
        row = self.rows.slot_at(point.y() - self.corner.y())
        column = self.columns.slot_at(point.x() - self.corner.x())
        if row is None or column is None or not self.rows.indices(row) or not self.columns.indices(column):
            return None
        return row, column

    def lit(self, hit: Hit | None) -> tuple[int | None, int | None]:
        """Return the row and the column slot that something chosen or pointed at touches."""
        touched = indices(hit)
        return _slot(self.rows, self.block.rows, touched), _slot(self.columns, self.block.columns, touched)


def _slot(axis: Axis, layer: int | None, touched: dict[int, int]) -> int | None:
    return axis.slot_of(touched[layer]) if layer is not None and layer in touched else None


@dataclass(frozen=True, eq=False)
class PlacedSign:
    """A sign on its place."""

    sign: Sign
    rect: QRectF


@dataclass(frozen=True, eq=False)
class Board:
    """Everything on its place."""

    blocks: tuple[Placed, ...]
    signs: tuple[PlacedSign, ...]

    def placed(self, key: str) -> Placed:
        """Return a block by its name."""
        return next(placed for placed in self.blocks if placed.block.key == key)

    def at(self, point: QPointF) -> Placed | None:
        """Return the block at a point."""
        return next((placed for placed in self.blocks if placed.rect.contains(point)), None)


class Arranger:
    """Places one calculation.

    Parameters
    ----------
    measures : Measures
        The room there is.
    in_numbers : bool
        Leave out what cannot stand as a readable number, instead of coloring all.
    focus : mapping of int to tuple of int
        Layer → the indices that must not be left out.
    """

    def __init__(
        self, measures: Measures, in_numbers: bool = False, focus: Mapping[int, tuple[int, ...]] | None = None
    ) -> None:
        self._m, self._in_numbers, self._focus = measures, in_numbers, focus or {}
        self._column = measures.number[0]

    def arrange(self, line: Calculation) -> Board:
        """Return where everything stands."""
        return self._table(line) if line.mode == "outer" else self._line(line)

    # One line

    def _line(self, line: Calculation) -> Board:
        self._column = self._m.number[0]
        room = self._room(line)
        if room < LEAST_SHARE * self._m.width:
            self._column = min(self._column, self._m.px(NARROW))
            room = self._room(line)
        rooms = self._rooms(line, room)
        axes = {b.key: (self._down(b), self._across(b, rooms.get(b.key, 0.0))) for b in line.blocks}
        total = sum(
            axes[t.key][1].extent if isinstance(t, Block) and t.stretches else self._fixed_width(t)
            for t in line.terms
        ) + self._between(line)
        x = max((self._m.width - total) / 2, 0.0)
        blocks: list[Placed] = []
        signs: list[PlacedSign] = []
        middle = self._m.label + self._m.px(BRACKET) + self._m.body / 2
        before: Block | Sign | None = None
        for term in line.terms:
            if isinstance(term, Block):
                x += self._m.px(BRACKET) + (self._m.px(NO_SIGN) if isinstance(before, Block) else 0)
                rows, columns = axes[term.key]
                blocks.append(self._place(term, x, middle - rows.extent / 2, rows, columns))
                x += columns.extent + self._m.px(BRACKET)
            else:
                width = self._fixed_width(term)
                signs.append(PlacedSign(term, QRectF(x, middle - self._m.px(15), width, self._m.px(30))))
                x += width
            before = term
        return Board(tuple(blocks), tuple(signs))

    def _room(self, line: Calculation) -> float:
        """Return the width that is left for the matrix, and for rows."""
        return self._m.width - sum(self._fixed_width(term) for term in line.terms) - self._between(line)

    def _rooms(self, line: Calculation, room: float) -> dict[str, float]:
        """Share the width out: to all the same, but not more than they can use."""
        waiting = sorted((b for b in line.blocks if b.stretches), key=lambda block: block.shape[1])
        found: dict[str, float] = {}
        for n, block in enumerate(waiting):
            most = block.shape[1] * max(self._m.px(1.5 * LARGEST_CELL), self._m.number[0] + self._m.unit)
            found[block.key] = min(room / (len(waiting) - n), most)
            room -= found[block.key]
        return found

    def _fixed_width(self, term: Block | Sign) -> float:
        """Return the width of what does not stretch."""
        if isinstance(term, Sign):
            return self._m.px(ARROW if term.arrow else SIGN if term.tex not in "()" else SIGN / 2)
        return 0.0 if term.stretches else self._snapped(self._column)

    def _between(self, line: Calculation) -> float:
        """Return the width of all brackets, and of the gaps where nothing stands between two blocks."""
        pairs = zip(line.terms, line.terms[1:], strict=False)
        gaps = sum(isinstance(a, Block) and isinstance(b, Block) for a, b in pairs)
        return self._m.px(2 * BRACKET) * len(line.blocks) + self._m.px(NO_SIGN) * gaps

    def _place(self, block: Block, x: float, y: float, rows: Axis, columns: Axis) -> Placed:
        x, y = self._snapped(x), self._snapped(y)
        # Symbols of narrow columns reach over the signs beside them.
        spare = self._m.px(BRACKET + SIGN / 2)
        left, width = x - spare, columns.extent + 2 * spare
        edge = self._m.px(BRACKET)
        label = QRectF(left, y - edge - self._m.label, width, self._m.label - self._m.px(2))
        caption = QRectF(left, y + rows.extent + edge, width, self._m.caption)
        return Placed(block, QPointF(x, y), rows, columns, label, caption)

    # The times table

    def _table(self, line: Calculation) -> Board:
        left, row, matrix, bias = line.blocks
        m = self._m
        edge, cell = m.px(BRACKET), self._snapped(m.number[1])
        # The biases' gradient stands beside the matrix, or as a row below it.
        below = bias.rows is None
        top = cell + m.px(2 * BRACKET + 2)
        foot = m.caption + cell + 2 * edge if below else 0.0
        column, columns = _one(self._snapped(m.number[0])), 1 if below else 2
        gaps = m.px(6 * BRACKET + 2 * SIGN)
        across = self._across(matrix, m.width - columns * m.number[0] - gaps)
        down = self._down(matrix, m.body - top - foot)
        total = columns * column.extent + across.extent + gaps
        x = max((m.width - total) / 2, 0.0) + edge
        middle = x + column.extent + 2 * edge + m.px(SIGN)
        y = self._snapped(edge + top + m.label + (m.body - top - foot - down.extent) / 2)
        above = self._row(row, x, middle, y - edge - m.label - edge - cell, across)
        if below:
            last = self._row(bias, x, middle, y + down.extent + foot - cell, across)
        else:
            last = self._place(bias, middle + across.extent + 2 * edge + m.px(SIGN), y, down, column)
        placed = self._place(left, x, y, down, column), above, self._place(matrix, middle, y, down, across)
        return Board((*placed, last), ())

    def _row(self, block: Block, x: float, middle: float, y: float, across: Axis) -> Placed:
        """Place a row over or under the matrix, its symbol at the left."""
        edge, cell = self._m.px(BRACKET), self._snapped(self._m.number[1])
        placed = self._place(block, middle, y, _one(cell), across)
        beside = QRectF(x - 2 * edge, placed.corner.y() - edge, middle - x, cell + 2 * edge)
        return Placed(block, placed.corner, placed.rows, across, beside, QRectF())

    # Rows and columns

    def _down(self, block: Block, room: float | None = None) -> Axis:
        if block.rows is None:
            return _one(self._snapped(self._m.number[1]))
        count, height = block.shape[0], self._m.body if room is None else room
        return self._cells(count, height, self._m.number[1], self._m.px(LARGEST_CELL), block.rows)

    def _across(self, block: Block, room: float) -> Axis:
        if not block.stretches:
            return _one(self._snapped(self._column))
        return self._cells(
            block.shape[1], room, self._m.number[0], self._m.px(1.5 * LARGEST_CELL), block.columns
        )

    def _cells(
        self, count: int, room: float, readable: float, largest: float, layer: int | None = None
    ) -> Axis:
        readable = self._snapped(readable)
        if self._in_numbers and count * readable > room:
            return elided(count, room, readable, self._focus.get(layer, ()) if layer is not None else ())
        return whole(count, max(room, self._m.unit), max(largest, readable), self._m.unit)

    def _snapped(self, length: float) -> float:
        """Return a length in whole device pixels."""
        return round(length / self._m.unit) * self._m.unit


def _one(pitch: float) -> Axis:
    return whole(1, pitch, pitch, 1e-6)
