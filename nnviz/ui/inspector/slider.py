"""A slider for a signed number: its bar grows from 0 in the middle, blue to the right, red to the left."""

from __future__ import annotations

from math import ceil, log10

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme

FINE = 0.1
"""What Shift makes of every movement."""

REST_MS = 500
"""Keys and turns of the wheel that follow one another this quickly are one change."""

_KEYS = {
    Qt.Key.Key_Left: -1.0,
    Qt.Key.Key_Down: -1.0,
    Qt.Key.Key_Right: 1.0,
    Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_PageDown: -10.0,
    Qt.Key.Key_PageUp: 10.0,
}


class SignedSlider(QWidget):
    """A number between −reach and +reach. It shows what it is told, and only asks to be moved.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    grabbed(), released()
        One change begins, and ends: a drag, or keys and wheel in quick succession.
    moved(float)
        The value that is wanted.
    """

    grabbed = Signal()
    moved = Signal(float)
    released = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._value, self._reach = 0.0, 1.0
        self._wanted = self._x = 0.0
        self._origin: float | None = None
        self._drags = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.let_go)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    # What it shows

    @property
    def value(self) -> float:
        """The number that is shown."""
        return self._value

    @property
    def reach(self) -> float:
        """The magnitude at both ends."""
        return self._reach

    @property
    def held(self) -> bool:
        """True while a change goes on."""
        return self._origin is not None

    def show_value(self, value: float, reach: float) -> None:
        """Show another number, on another scale."""
        if (value, reach) != (self._value, self._reach):
            self._value, self._reach = value, reach
            self.update()

    # Where it shows it

    def sizeHint(self) -> QSize:
        """Return a width at which a hundred values can be told apart."""
        return QSize(round(theme.px(130)), round(theme.px(24)))

    def minimumSizeHint(self) -> QSize:
        """Return the width at which it can still be dragged."""
        return QSize(round(theme.px(70)), round(theme.px(24)))

    def place(self, value: float) -> QPointF:
        """Return where a value stands."""
        share = min(max(value / self._reach, -1.0), 1.0)
        return QPointF(self.width() / 2 + share * self._half(), self.height() / 2)

    def _half(self) -> float:
        return max(self.width() / 2 - theme.px(9), 1.0)

    def _unit(self) -> float:
        """Return by how much a pixel changes the value."""
        return self._reach / self._half()

    # Changing it

    def _hold(self) -> None:
        if self._origin is None:
            self._origin = self._wanted = self._value
            self.grabbed.emit()

    def let_go(self) -> None:
        """End a change that goes on."""
        self._rest.stop()
        self._drags = False
        if self._origin is not None:
            self._origin = None
            self.released.emit()
            self.update()

    def _move(self, by: float, fine: bool) -> None:
        """Ask for a value farther on; beyond the ends the hand is followed, the value is not."""
        self._wanted += by * (FINE if fine else 1.0)
        value = min(max(self._wanted, -self._reach), self._reach)
        # As many decimals as a pixel tells apart: numbers that can be read out.
        digits = max(ceil(-log10(self._unit())), 0) + fine
        self.moved.emit(round(value, digits))

    def _step(self, by: float, fine: bool) -> None:
        self._hold()
        self._wanted = self._value
        self._move(by, fine)
        self._rest.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle; beside it, move it here first."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.let_go()
        self._hold()
        self._drags, self._x = True, event.position().x()
        beside = self._x - self.place(self._value).x()
        if abs(beside) > theme.px(9):
            self._move(beside * self._unit(), fine=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._drags:
            by, self._x = event.position().x() - self._x, event.position().x()
            self._move(by * self._unit(), _is_fine(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go."""
        if self._drags and event.button() == Qt.MouseButton.LeftButton:
            self.let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel while it has the focus; else the panel scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        turned = event.angleDelta().y() or event.angleDelta().x()  # with Alt, x
        self._step(turned / 120 * self._reach / 100, _is_fine(event))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a hundredth of the scale, or a tenth."""
        steps = _KEYS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._step(steps * self._reach / 100, _is_fine(event))

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _KEYS)
            return event.isAccepted()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End a change by keys."""
        if not self._drags:
            self.let_go()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """End a change, whatever hides it."""
        self.let_go()
        super().hideEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light the handle up."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the handle go dark."""
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, zero, bar, where a change began, and handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._groove(painter)
        self._handle(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _groove(self, painter: QPainter) -> None:
        now, zero, handle = theme.current(), self.place(0.0), self.place(self._value)
        thick = theme.px(4)
        full = QRectF(self.place(-self._reach), self.place(self._reach)).adjusted(0, -thick / 2, 0, thick / 2)
        painter.setBrush(now.color("groove"))
        painter.drawRoundedRect(full, thick / 2, thick / 2)
        bar = QRectF(zero, handle).normalized().adjusted(0, -thick / 2, 0, thick / 2)
        painter.fillRect(bar, now.color("positive" if self._value > 0 else "negative"))
        tick = QRectF(zero.x() - 0.5, zero.y() - theme.px(7), 1, theme.px(14))
        painter.fillRect(tick, now.color("text_muted"))

    def _handle(self, painter: QPainter) -> None:
        now, radius = theme.current(), theme.px(7)
        if self._origin is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.color("text_muted"), 1.5))
            painter.drawEllipse(self.place(self._origin), radius - 1, radius - 1)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("selection" if self._drags or self.underMouse() else "text"))
        painter.drawEllipse(self.place(self._value), radius, radius)


def _is_fine(event: QMouseEvent | QKeyEvent | QWheelEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
