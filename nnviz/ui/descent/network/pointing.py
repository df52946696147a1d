"""The mouse and the keyboard on a picture of the cost: pointing at a place, and choosing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.descent.frame import Frame
from nnviz.ui.fields import OwnKeys

STEPS = 40
"""An arrow key goes so many times from one end of an axis to the other."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Place = tuple[float, float]


class PointedPicture(QWidget):
    """Knows which place is pointed at; its child knows what is there.

    Takes the keyboard focus by Tab alone. Arrow keys move the place, Enter chooses it, Esc leaves it.

    Signals
    -------
    pointed()
        Another place is pointed at, or none.
    chosen(float, float)
        This place was clicked, or Enter was pressed there.
    """

    pointed = Signal()
    chosen = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._at: Place | None = None
        self._pressed: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        OwnKeys(self, frozenset({*ARROWS, *ENTER, Qt.Key.Key_Escape}))

    def frame(self) -> Frame | None:
        """Return the frame, None where there is no picture."""
        raise NotImplementedError

    def begin(self) -> Place:
        """Return where the keyboard begins to point."""
        raise NotImplementedError

    @property
    def at(self) -> Place | None:
        """The place that is pointed at."""
        return self._at

    def point_at(self, place: Place | None) -> None:
        """Point at a place, or at none."""
        if place != self._at:
            self._at = place
            self.update()
            self.pointed.emit()

    def place_at(self, position: QPointF) -> Place | None:
        """Return the place under a position, None beside the frame."""
        frame = self.frame()
        if frame is None or not frame.rect.contains(position):
            return None
        across = (position.x() - frame.rect.left()) / frame.rect.width()
        up = (frame.rect.bottom() - position.y()) / frame.rect.height()
        (left, right), (low, high) = frame.x, frame.y
        return left + across * (right - left), low + up * (high - low)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(300)), round(theme.px(160)))

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        place = self.place_at(event.position())
        shapes = Qt.CursorShape
        self.setCursor(shapes.ArrowCursor if place is None else shapes.CrossCursor)
        self.point_at(place)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; who moves the mouse away has thought better of it."""
        pressed, self._pressed = self._pressed, None
        place = self.place_at(event.position())
        if pressed is None or place is None:
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.chosen.emit(*place)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the place, choose it, or leave."""
        key, frame = Qt.Key(event.key()), self.frame()
        if frame is None:
            super().keyPressEvent(event)
        elif key in ARROWS:
            self.point_at(self._moved(frame, *ARROWS[key]) if self._at else self.begin())
        elif key in ENTER and self._at is not None:
            self.chosen.emit(*self._at)
        elif key == Qt.Key.Key_Escape:
            self.point_at(None)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _moved(self, frame: Frame, across: int, up: int) -> Place:
        assert self._at is not None
        moved = []
        for value, (low, high), steps in zip(self._at, (frame.x, frame.y), (across, up), strict=True):
            moved.append(min(max(value + steps * (high - low) / STEPS, low), high))
        return moved[0], moved[1]

    def draw_focus(self, painter: QPainter) -> None:
        """Show that the keyboard is here."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
