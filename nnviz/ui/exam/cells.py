"""What painted grids have in common: cells that are pointed at, taught about and chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTextDocumentFragment
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.ui import theme

Cell = tuple[int, int]
"""Row and column, both from 0."""

STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Cells(QWidget):
    """The mouse and the keyboard on a grid; where its cells stand and what they say is its child's.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    clicked(int, int)
        A cell was clicked, or Enter was pressed on it.
    """

    clicked = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._hover: Cell | None = None
        self._pressed: Cell | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.on_change(self, self.update)

    # What its child says

    def counts(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        raise NotImplementedError

    def grid_rect(self) -> QRectF:
        """Return where the grid stands."""
        raise NotImplementedError

    def tip(self, row: int, column: int) -> str:
        """Return what a cell says, as rich text."""
        raise NotImplementedError

    # Where they are

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

    def hovered_cell(self) -> Cell | None:
        """Return the cell that the mouse or the keyboard's cursor is on."""
        return self._hover

    # Mouse and keyboard

    def point_at(self, cell: Cell | None) -> None:
        """Light a cell up."""
        rows, columns = self.counts()
        if cell is not None and not (0 <= cell[0] < rows and 0 <= cell[1] < columns):
            cell = None
        if cell != self._hover:
            self._hover = cell
            shapes = Qt.CursorShape
            self.setCursor(shapes.ArrowCursor if cell is None else shapes.PointingHandCursor)
            if cell is not None:
                self.setAccessibleDescription(QTextDocumentFragment.fromHtml(self.tip(*cell)).toPlainText())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse; a tooltip that stands open goes along."""
        self.point_at(self.cell_at(event.position()))
        if self._hover is not None and QToolTip.isVisible():
            QToolTip.showText(event.globalPosition().toPoint(), self.tip(*self._hover), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.cell_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click that ends in the cell it began in."""
        cell, self._pressed = self._pressed, None
        if cell is not None and cell == self.cell_at(event.position()):
            self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell with the arrow keys, choose with Enter."""
        key = Qt.Key(event.key())
        if key in ENTER and self._hover is not None:
            self.clicked.emit(*self._hover)
        elif key in STEPS:
            self._step(*STEPS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        rows, columns = self.counts()
        row, column = self._hover or (-down, -right)
        self.point_at((min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing once the keyboard is elsewhere."""
        self.point_at(None)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts, and say what stands under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            event.setAccepted(plain and event.key() in (*STEPS, *ENTER))
            return event.isAccepted()
        if isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(*cell) if cell else self.toolTip(), self)
            return True
        return super().event(event)
