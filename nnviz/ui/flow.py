"""A row of widgets that goes on in the next line where it is too long."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places widgets one after the other, from the left, each as large as it wants to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more; called by `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let one go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: the narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place all of them."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return room for all in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return room for the largest one."""
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, rect: QRect, move: bool) -> int:
        """Go through the lines, and return where the last one ends."""
        line: list[tuple[QLayoutItem, QSize]] = []
        top, used = rect.top(), 0
        for item in self._items:
            hint = item.sizeHint()
            if item.isEmpty():
                continue
            if line and used + self.spacing() + hint.width() > rect.width():
                top += self._line(line, rect.left(), top, move) + self.spacing()
                line, used = [], 0
            used += hint.width() + (self.spacing() if line else 0)
            line.append((item, hint))
        return top + self._line(line, rect.left(), top, move) - rect.top()

    def _line(self, line: list[tuple[QLayoutItem, QSize]], left: int, top: int, move: bool) -> int:
        """Place one line, its widgets at one height; return that height."""
        height = max((hint.height() for _, hint in line), default=0)
        for item, hint in line if move else ():
            item.setGeometry(QRect(left, top + (height - hint.height()) // 2, hint.width(), hint.height()))
            left += hint.width() + self.spacing()
        return height


def together(*widgets: QWidget) -> QWidget:
    """Return widgets that stay side by side where lines are broken."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return pair
