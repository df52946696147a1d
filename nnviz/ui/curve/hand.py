"""The mouse and the keyboard on the plot: pointing, choosing a point or one of the pieces."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from nnviz.session import Neuron, Session
from nnviz.ui.cells import ENTER, STEPS
from nnviz.ui.curve.view import CurveDrawing
from nnviz.wording import tr


class CurveView(CurveDrawing):
    """A click makes a point the example, on one of the pieces it chooses the neuron.

    Takes the keyboard by Tab alone; then ← and → go from point to point, Enter shows one to the network.

    Parameters
    ----------
    session : Session
        Whose example and selection are chosen.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("The network's function and the points"))

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what stands there, and light a neuron up in every panel."""
        axes = self.axes()
        self._mouse = event.position() if axes.plot.contains(event.position()) else None
        self._hover = self._points.nearest(axes, self._mouse) if self._points and self._mouse else None
        piece = self._piece(self._mouse) if self._mouse is not None and self._hover is None else None
        self._session.point_at(None if piece is None else Neuron(self._session.spec.depth - 1, piece))
        chooses = self._hover is not None or piece is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if chooses else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a point as the example, or a piece's neuron."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.mouseMoveEvent(event)
        if self._hover is not None:
            self._choose(self._hover)
        elif self._mouse is not None and (piece := self._piece(self._mouse)) is not None:
            self._session.select(Neuron(self._session.spec.depth - 1, piece))

    def _choose(self, row: int) -> None:
        assert self._points is not None
        ref = self._points.ref(row)
        self._session.go_to_example(ref.split, ref.index)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._forget()

    def _forget(self) -> None:
        self._mouse, self._hover = None, None
        self._session.point_at(None)
        self.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point, and choose one."""
        if self._points is None:
            return super().keyPressEvent(event)
        if event.key() in STEPS:
            here = self._points.row(self._session.example) if self._hover is None else self._hover
            step = 1 if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Up) else -1
            self._hover = self._points.beside(here, step)
            self._mouse = self.place(self._hover)
            self.update()
        elif event.key() in ENTER and self._hover is not None:
            self._choose(self._hover)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in STEPS or event.key() in ENTER)
            return event.isAccepted()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing once the keyboard is elsewhere."""
        self._forget()
        super().focusOutEvent(event)
