"""The cells of a matrix equation: which neuron, weight or bias each belongs to, and which is the next one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from nnviz.core.network import Location
from nnviz.ui.matrix.axis import source
from nnviz.ui.matrix.layout import Board, Placed
from nnviz.ui.matrix.picture import Picture
from nnviz.ui.matrix.terms import Hit

Cell = tuple[Placed, int, int]
"""A block, and the slots of row and column."""


@dataclass(frozen=True, eq=False)
class Cells:
    """All cells that are shown.

    Attributes
    ----------
    board : Board
        Where the blocks stand.
    pictures : tuple of Picture
        What they show.
    """

    board: Board
    pictures: tuple[Picture, ...]

    def at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point of the board."""
        placed = self.board.at(point)
        slot = placed.slot_at(point) if placed is not None else None
        return None if placed is None or slot is None else (placed, *slot)

    def hit(self, cell: Cell) -> Hit:
        """Return what a cell belongs to."""
        return cell[0].block.hit(*self.index(cell))

    def index(self, cell: Cell) -> tuple[int, int]:
        """Return row and column of a cell's number; of a stripe those of the number that it shows."""
        placed, row, column = cell
        rows, columns = placed.rows.indices(row), placed.columns.indices(column)
        shown = next(picture.shown for picture in self.pictures if picture.placed is placed)
        if shown is None or placed.block.values is None or len(rows) * len(columns) == 1:
            return rows.start, columns.start
        return source(placed.block.values, rows, columns, float(shown[row, column]))

    def first(self) -> Cell | None:
        """Return the first cell."""
        return (self.board.blocks[0], 0, 0) if self.board.blocks else None

    def find(self, hit: Hit, key: str = "") -> Cell | None:
        """Return the cell of something: in the block called `key`, else where it first stands."""
        blocks = sorted(self.board.blocks, key=lambda placed: placed.block.key != key)
        found = (self._cell_of(placed, hit) for placed in blocks)
        return next((cell for cell in found if cell is not None), None)

    def _cell_of(self, placed: Placed, hit: Hit) -> Cell | None:
        row, column = placed.lit(hit)
        row = 0 if placed.block.rows is None else row
        column = 0 if placed.block.columns is None else column
        if row is None or column is None:
            return None
        cell = placed, row, column
        # A weight lights up its neurons too, but is no cell of theirs.
        return cell if _kind(hit) == _kind(self.hit(cell)) else None

    def beside(self, cell: Cell, down: int, right: int) -> tuple[str, Hit]:
        """Return what is next in a direction, also what is left out there, and in which block it is.

        Over the left or right edge it is in the block beside; at the edge of all it stays.
        """
        placed, row, column = cell
        if (placed.columns if right else placed.rows).size == 1:
            i, j = self.index(cell)
            i, j = i + down, j + right
            if 0 <= i < placed.block.shape[0] and 0 <= j < placed.block.shape[1]:
                return placed.block.key, placed.block.hit(i, j)
        elif 0 <= row + down < placed.rows.slots and 0 <= column + right < placed.columns.slots:
            return placed.block.key, self.hit((placed, row + down, column + right))
        there = self._in_next_block(cell, right) if right else cell
        return there[0].block.key, self.hit(there)

    def _in_next_block(self, cell: Cell, right: int) -> Cell:
        blocks = self.board.blocks
        n = blocks.index(cell[0]) + right
        if not 0 <= n < len(blocks):
            return cell
        placed = blocks[n]
        row = min(cell[1], placed.rows.slots - 1)
        while not placed.rows.indices(row):
            row -= 1
        return placed, row, 0 if right > 0 else placed.columns.slots - 1


def _kind(hit: Hit) -> str:
    return hit.kind if isinstance(hit, Location) else "neuron"
