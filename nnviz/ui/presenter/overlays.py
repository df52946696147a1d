"""What lies over the whole window while presenting: nothing but black, or a light around the mouse."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.ui import theme

RADIUS = 90.0
"""Of the light, in pixels at type scale 1."""

DIM = 0.62
"""How much of the rest is taken away."""


class Overlay(QWidget):
    """As large as the window it lies over; the mouse goes through it.

    Parameters
    ----------
    window : QWidget
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def toggle(self) -> None:
        """Come, or go."""
        self.stop() if self.isVisible() else self.begin()

    def begin(self) -> None:
        """Cover the window."""
        self._cover()
        self._over.installEventFilter(self)
        self.show()
        self.raise_()

    def stop(self) -> None:
        """Uncover it."""
        self._over.removeEventFilter(self)
        self.hide()

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._cover()
        return False


class Black(Overlay):
    """Turns the eyes to whoever is speaking."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show nothing."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.NOTHING))
        painter.end()


class Spotlight(Overlay):
    """A circle of light that follows the mouse; all else steps back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._center = QPoint()

    def begin(self) -> None:
        """Light what is under the mouse."""
        self._center = self._over.mapFromGlobal(QCursor.pos())
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        super().begin()

    def stop(self) -> None:
        """Light everything."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        super().stop()

    @property
    def center(self) -> QPoint:
        """Where the light is, in the window."""
        return self._center

    def circle(self) -> QRect:
        """Return the square around the light."""
        reach = round(theme.px(RADIUS))
        return QRect(self._center - QPoint(reach, reach), self._center + QPoint(reach, reach))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse, wherever in the window it is."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(self._over.mapFromGlobal(event.globalPosition().toPoint()))
        return super().eventFilter(watched, event)

    def _move(self, to: QPoint) -> None:
        if to == self._center:
            return
        before = self.circle()
        self._center = to
        # Only what changes: else everything below would be painted for every movement.
        self.update(before.united(self.circle()).adjusted(-2, -2, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim everything but the light."""
        path = QPainterPath()
        path.addRect(self.rect())
        reach = theme.px(RADIUS)
        path.addEllipse(QPointF(self._center), reach, reach)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("background", DIM))
        painter.drawPath(path)
        painter.end()
