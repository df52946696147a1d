"""What all painted lists of numbers have in common: rows that light up, can be pointed at and chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTextDocumentFragment
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.session import Selection

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class RowList(QWidget):
    """The mouse and the keyboard on a list of rows; where they stand and how they look is its child's.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    chosen(object)
        The Neuron or Location of the row that was clicked, or on which Enter was pressed.
    pointed(object)
        That of the row under the mouse or the keyboard's cursor; None once there is none any more.
    """

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._current: int | None = None
        self._pressed: int | None = None
        self._elsewhere: Selection = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # What its child says

    def row_count(self) -> int:
        """Return how many rows can be pointed at."""
        raise NotImplementedError

    def row_at(self, point: QPointF) -> int | None:
        """Return the row at a point, None where there is none."""
        raise NotImplementedError

    def target(self, index: int) -> Selection:
        """Return what a row stands for, None where it stands for nothing single."""
        raise NotImplementedError

    def tip(self, index: int) -> str:
        """Return a row in full precision."""
        raise NotImplementedError

    # Pointing

    def set_pointed(self, hit: Selection) -> None:
        """Light up the row of what is pointed at in another panel."""
        if hit != self._elsewhere:
            self._elsewhere = hit
            self.update()

    def lit(self, index: int) -> bool:
        """Say whether a row is pointed at, here or in another panel."""
        elsewhere = self._elsewhere is not None and self.target(index) == self._elsewhere
        return index == self._current or elsewhere

    def _point_at(self, index: int | None) -> None:
        if index is not None and self.target(index) is None:
            index = None
        if index == self._current:
            return
        self._current = index
        self.setCursor(Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription("" if index is None else _plain(self.tip(index)))
        self.update()
        self.pointed.emit(None if index is None else self.target(index))

    def _choose(self, index: int | None) -> None:
        if index is not None and index < self.row_count() and self.target(index) is not None:
            self.chosen.emit(self.target(index))

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse, here and in every panel."""
        self._point_at(self.row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.row_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click that ends on the row it began on."""
        index, self._pressed = self._pressed, None
        if index is not None and index == self.row_at(event.position()):
            self._choose(index)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from row to row, choose with Enter."""
        there = self._led_to(Qt.Key(event.key()))
        if there is not None:
            self._point_at(there)
        elif event.key() in ENTER:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _led_to(self, key: Qt.Key) -> int | None:
        """Return the row that a key leads to; those that stand for nothing single are passed over."""
        rows = [index for index in range(self.row_count()) if self.target(index) is not None]
        if not rows:
            return None
        here = -1 if self._current is None else self._current
        return {
            Qt.Key.Key_Up: max((index for index in rows if index < here), default=rows[0]),
            Qt.Key.Key_Down: min((index for index in rows if index > here), default=rows[-1]),
            Qt.Key.Key_Home: rows[0],
            Qt.Key.Key_End: rows[-1],
        }.get(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._point_at(self._led_to(Qt.Key.Key_Home))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Light up nothing once the keyboard is elsewhere."""
        self._point_at(None)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the window's shortcuts, and show a row in full precision."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in KEYS)
            return event.isAccepted()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.row_at(QPointF(event.pos()))
            text = self.toolTip() if index is None else self.tip(index)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)


def _plain(tip: str) -> str:
    """Return a tooltip as a screen reader says it."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if "<" in tip else tip
