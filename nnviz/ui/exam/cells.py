"""A grid of cells that are all of one size: counts, and where it stands, say all."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextDocumentFragment

from nnviz.ui import theme
from nnviz.ui.cells import Cell, CellGrid


class Cells(CellGrid):
    """Cells side by side that fill a rectangle; screen readers are told what each one says."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.hovered.connect(self._describe)
        theme.on_change(self, self.update)

    # What its child says

    def counts(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        raise NotImplementedError

    def grid_rect(self) -> QRectF:
        """Return where the grid stands."""
        raise NotImplementedError

    # Where they are

    def exists(self, cell: Cell) -> bool:
        """Say whether there is such a cell."""
        rows, columns = self.counts()
        return 0 <= cell[0] < rows and 0 <= cell[1] < columns

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell stands."""
        grid, (rows, columns) = self.grid_rect(), self.counts()
        width, height = grid.width() / max(columns, 1), grid.height() / max(rows, 1)
        return QRectF(grid.left() + column * width, grid.top() + row * height, width, height)

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point, None beside the grid."""
        grid, (rows, columns) = self.grid_rect(), self.counts()
        if not rows or not columns or not grid.contains(point):
            return None
        row = int((point.y() - grid.top()) / grid.height() * rows)
        column = int((point.x() - grid.left()) / grid.width() * columns)
        return min(row, rows - 1), min(column, columns - 1)

    def _describe(self, row: int, column: int) -> None:
        self.setAccessibleDescription(QTextDocumentFragment.fromHtml(self.tip(row, column)).toPlainText())
