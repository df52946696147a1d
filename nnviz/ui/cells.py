"""What painted grids have in common: cells that are pointed at, taught about and chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

Cell = tuple[int, int]
"""Row and column, both from 0."""

STEPS: dict[int, Cell] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellGrid(QWidget):
    """The mouse and the keyboard on a grid; where its cells stand and what they say is its child's.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    hovered(int, int)
        The mouse, or the keyboard's cursor, has come to this row and column.
    left()
        It is over no cell any more.
    clicked(int, int)
        A cell was clicked, or Enter was pressed on it.

    Parameters
    ----------
    name : str
        What it shows, for screen readers.
    parent : QWidget, optional
        As ever in Qt.
    """

    hovered = Signal(int, int)
    left = Signal()
    clicked = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover: Cell | None = None
        self._pressed: Cell | None = None
        self._pointer = Qt.CursorShape.PointingHandCursor
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # What its child says

    def exists(self, cell: Cell) -> bool:
        """Say whether there is such a cell."""
        raise NotImplementedError

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point, None beside the grid."""
        raise NotImplementedError

    def tip(self, row: int, column: int) -> str:
        """Return what a cell says; nothing where it says nothing."""
        raise NotImplementedError

    def marked(self) -> Cell | None:
        """Return the cell that the arrow keys set out from while they are on none."""
        return None

    # Pointing

    def hovered_cell(self) -> Cell | None:
        """Return the cell that the mouse or the keyboard's cursor is on."""
        return self._hover

    def point_at(self, cell: Cell | None) -> None:
        """Light a cell up, or none."""
        if cell is not None and not self.exists(cell):
            cell = None
        if cell == self._hover:
            return
        self._hover = cell
        self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else self._pointer)
        self.update()
        if cell is None:
            self.left.emit()
        else:
            self.hovered.emit(*cell)

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Give the mouse another shape over the cells."""
        self._pointer = shape
        if self._hover is not None:
            self.setCursor(shape)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse; a tooltip that stands open goes along."""
        self.point_at(self.cell_at(event.position()))
        tip = self.tip(*self._hover) if self._hover is not None and QToolTip.isVisible() else ""
        if tip:
            QToolTip.showText(event.globalPosition().toPoint(), tip, self)

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

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell with the arrow keys, choose with Enter."""
        key = event.key()
        if key in ENTER and self._hover is not None:
            self.clicked.emit(*self._hover)
        elif key in STEPS:
            self._step(*STEPS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        here = self._hover or self.marked()
        there = (here[0] + down, here[1] + right) if here else (0, 0)
        self.point_at(there if self.exists(there) else here)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing once the keyboard is elsewhere."""
        self.point_at(None)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts, and say what stands under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # With Shift, ↑ and ↓ stay the window's; keys of the number pad say so in a modifier.
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            event.setAccepted(event.key() in ENTER or (plain and event.key() in STEPS))
            return event.isAccepted()
        if isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(*cell) if cell else self.toolTip(), self)
            return True
        return super().event(event)
