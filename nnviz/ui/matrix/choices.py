"""The choices above the matrices: small buttons side by side, and a bar that breaks into two lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from nnviz.ui.fields import PRESS, OwnKeys

_KEYS = PRESS | {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Segments(QWidget):
    """A row of small buttons of which one is pressed.

    Parameters
    ----------
    name : str
        What is chosen, for screen readers.
    buttons : sequence of (text, tip)
        What stands on each, and what it teaches.
    chosen : callable
        ``chosen(n)`` is called when the user presses button n.
    """

    def __init__(
        self, name: str, buttons: Sequence[tuple[str, str]], chosen: Callable[[int], object]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for n, (text, tip) in enumerate(buttons):
            button = QToolButton()
            button.setCheckable(True)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {text}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            OwnKeys(button, _KEYS)
            self._group.addButton(button, n)
            layout.addWidget(button)
        self._group.idClicked.connect(chosen)

    def show_chosen(self, n: int) -> None:
        """Press a button without telling anyone."""
        self._group.button(n).setChecked(True)

    def button(self, n: int) -> QToolButton:
        """Return a button."""
        button = self._group.button(n)
        assert isinstance(button, QToolButton)
        return button


class Bar(QWidget):
    """The choices above the matrices: on one line, or where that is too narrow on two."""

    def __init__(self, modes: QWidget, choices: QHBoxLayout) -> None:
        super().__init__()
        self._modes, self._choices = modes, choices
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(8, 0, 8, 0)
        self._box.setSpacing(4)
        self._box.addWidget(modes, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addLayout(choices, 1)

    def _widths(self) -> tuple[int, int]:
        return self._modes.sizeHint().width(), self._choices.sizeHint().width()

    def _direct(self) -> None:
        direction = QBoxLayout.Direction
        fits = sum(self._widths()) + 20 <= self.width()
        self._box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longer line, for they can stand one above the other."""
        return QSize(max(self._widths()) + 16, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one line or two."""
        super().resizeEvent(event)
        self._direct()

    def event(self, event: QEvent) -> bool:
        """Look anew when the buttons have become others, or larger."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._direct()
        return super().event(event)
