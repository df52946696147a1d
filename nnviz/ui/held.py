"""A number in the hand: a drag, or keys in quick succession, are one change of it."""

from __future__ import annotations

from math import ceil, log10

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme

FINE = 0.1
"""What Shift makes of every movement."""

REST_MS = 500
"""Keys and turns of the wheel that follow one another this quickly are one change."""


class HeldNumber(QWidget):
    """When a change begins and ends, and how far it has come; where the number stands is its child's.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    grabbed(), released()
        One change begins, and ends.
    """

    grabbed = Signal()
    released = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._origin: float | None = None
        self._wanted = 0.0
        self._drags = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.let_go)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def _take(self, value: float) -> None:
        """Begin a change, unless one goes on."""
        if self._origin is None:
            self._origin = self._wanted = value
            self.grabbed.emit()

    def let_go(self) -> None:
        """End a change that goes on."""
        self._rest.stop()
        self._drags = False
        if self._origin is not None:
            self._origin = None
            self.released.emit()
            self.update()

    def _led(self, by: float, fine: bool, unit: float, low: float, high: float) -> float:
        """Return the value farther on; beyond the ends the hand is followed, the value is not.

        Parameters
        ----------
        by : float
            How far the hand moves the number.
        fine : bool
            Whether it shall move less.
        unit : float
            What a pixel stands for.
        low, high : float
            The ends.
        """
        self._wanted += by * (FINE if fine else 1.0)
        # As many decimals as a pixel tells apart: numbers that can be read out.
        digits = max(ceil(-log10(unit)), 0) + fine
        return round(min(max(self._wanted, low), high), digits)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go."""
        if self._drags and event.button() == Qt.MouseButton.LeftButton:
            self.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End a change by keys."""
        if not self._drags:
            self.let_go()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """End a change, whatever hides it."""
        self.let_go()
        super().hideEvent(event)


def is_fine(event: QInputEvent) -> bool:
    """Say whether Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
