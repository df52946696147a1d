"""The large surface under a hand: points that are added, moved and removed, with mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent

from nnviz.session import ExampleRef, Session
from nnviz.ui.attempt import attempt
from nnviz.ui.plane.surface import Surface
from nnviz.wording import tr

LIVE_MS = 30
"""While a point is dragged the network is shown it at most so often."""

STEP = 0.02
"""How far an arrow key goes, as a share of the side."""

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SurfaceView(Surface):
    """A surface whose points can be changed.

    A click on free ground adds a point, a drag moves one, the right button removes it. With the keyboard's
    focus the arrow keys lead a cross-hair, Enter adds, Shift takes the point along and Delete removes it.

    Parameters
    ----------
    session : Session
        Whose points.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._dragged: ExampleRef | None = None
        self._wanted: tuple[float, float] | None = None
        self.label = 0
        self._live = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._live.timeout.connect(self._move)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(
            tr(
                "<b>Points in the plane</b><br>A click adds a point, a drag moves one, the right button"
                " removes it.<br>By keys: arrows lead a cross-hair, Enter adds a point there, Shift with an"
                " arrow takes one along, Delete removes it."
            )
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the right button removes

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse, or move the point that it holds."""
        at = event.position()
        if self._dragged is not None:
            self._at = self._wanted = self.axes().in_plane(at)
            if not self._live.isActive():
                self._live.start()
        else:
            self._point(at if self.axes().plot.contains(at) else None)
        self.told.emit()

    def look_again(self) -> None:
        """Find out what the mouse is over now that the points are others."""
        self._point(None if self._at is None else self.axes().point(*self._at))

    def _point(self, at: QPointF | None) -> None:
        self._at = None if at is None else self.axes().in_plane(at)
        hover = None if at is None else self.point_at(at)
        shapes = Qt.CursorShape
        free = (
            shapes.CrossCursor if at is not None and self._session.points.changeable else shapes.ArrowCursor
        )
        self.setCursor(free if hover is None else shapes.PointingHandCursor)
        if hover != self._hover:
            self._hover = hover
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        if self._dragged is None:
            self._point(None)
            self.told.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point and make it the example, add one on free ground, or remove one."""
        at, session = event.position(), self._session
        near = self.point_at(at)
        if event.button() == Qt.MouseButton.RightButton and near is not None:
            self._try(lambda: session.points.remove(near))
            self._point(at)
        if event.button() != Qt.MouseButton.LeftButton or not self.axes().plot.contains(at):
            return
        if near is not None:
            session.go_to_example(near.split, near.index)
            self._hold(near)
        elif session.points.changeable:
            self._try(lambda: session.points.add(self.label, *self.axes().in_plane(at)))
            self._point(at)
        self.told.emit()

    def _hold(self, ref: ExampleRef) -> None:
        if self._session.points.changeable:
            self._dragged, self._wanted = ref, None
            self._session.begin_drag()

    def _move(self) -> None:
        """Move the point that is held to where the mouse is now."""
        held, wanted, self._wanted = self._dragged, self._wanted, None
        if held is not None and wanted is not None:
            self._try(lambda: self._session.points.move(held, *wanted))
            self.told.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the point go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def _let_go(self) -> None:
        self._live.stop()
        if self._dragged is not None:
            self._move()
            self._dragged = None
            self._session.end_drag()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of a point that nobody sees."""
        super().hideEvent(event)
        self._let_go()

    def _try(self, action: Callable[[], object]) -> None:
        attempt(self._session, action)
        self.update()

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Keep its keys from the window's shortcuts while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            event.setAccepted(key in _STEPS or key in _ENTER or key in _REMOVE)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead the cross-hair, and change points where it is."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(*_STEPS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENTER and self._at is not None:
            at = self._at
            self._try(lambda: self._session.points.add(self.label, *at))
        elif key in _REMOVE and self._hover is not None:
            self.remove_hovered()
        else:
            super().keyPressEvent(event)
            return
        if self._at is not None:
            self._point(self.axes().point(*self._at))
        self.told.emit()

    def _step(self, right: int, up: int, take_along: bool) -> None:
        shown, held = self.axes().shown, self._hover if take_along else None
        x, y = self._at or tuple((a + b) / 2 for a, b in zip(shown.low, shown.high, strict=True))
        x, y = x + right * STEP * shown.size[0], y + up * STEP * shown.size[1]
        self._at = (
            min(max(x, shown.low[0]), shown.high[0]),
            min(max(y, shown.low[1]), shown.high[1]),
        )
        if held is not None:
            at = self._at
            self._try(lambda: self._session.points.move(held, *at))
        self.update()

    def remove_hovered(self) -> None:
        """Remove the point under the mouse or the cross-hair."""
        ref = self._hover
        if ref is not None:
            self._hover = None
            self._try(lambda: self._session.points.remove(ref))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cross-hair."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.update()
