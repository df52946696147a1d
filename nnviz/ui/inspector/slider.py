"""A slider for a signed number: its bar grows from 0 in the middle, blue to the right, red to the left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from nnviz.ui import theme
from nnviz.ui.held import HeldNumber, is_fine

_KEYS = {
    Qt.Key.Key_Left: -1.0,
    Qt.Key.Key_Down: -1.0,
    Qt.Key.Key_Right: 1.0,
    Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_PageDown: -10.0,
    Qt.Key.Key_PageUp: 10.0,
}


class SignedSlider(HeldNumber):
    """A number between −reach and +reach. It shows what it is told, and only asks to be moved.

    Signals
    -------
    moved(float)
        The value that is wanted.
    """

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._value, self._reach = 0.0, 1.0
        self._x = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def _move(self, by: float, fine: bool) -> None:
        """Ask for a value farther on."""
        self.moved.emit(self._led(by, fine, self._unit(), -self._reach, self._reach))

    def _step(self, by: float, fine: bool) -> None:
        self._take(self._value)
        self._wanted = self._value
        self._move(by, fine)
        self._rest.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle; beside it, move it here first."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.let_go()
        self._take(self._value)
        self._drags, self._x = True, event.position().x()
        beside = self._x - self.place(self._value).x()
        if abs(beside) > theme.px(9):
            self._move(beside * self._unit(), fine=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._drags:
            by, self._x = event.position().x() - self._x, event.position().x()
            self._move(by * self._unit(), is_fine(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel while it has the focus; else the panel scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        turned = event.angleDelta().y() or event.angleDelta().x()  # with Alt, x
        self._step(turned / 120 * self._reach / 100, is_fine(event))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a hundredth of the scale, or a tenth."""
        steps = _KEYS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._step(steps * self._reach / 100, is_fine(event))

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _KEYS)
            return event.isAccepted()
        return super().event(event)

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
