"""The hand on the network's picture: pointing, choosing, zooming, panning; by mouse and by keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from nnviz.core.network import Location
from nnviz.session import Neuron, Session
from nnviz.ui.describe import describe
from nnviz.ui.network.camera import Camera
from nnviz.ui.network.menu import naming_tip, network_menu
from nnviz.wording import tr

STEP = 1.25
"""The zoom of one notch of the wheel, or one key."""

PAN = 60
"""How far Shift and an arrow pan, in pixels."""

ARROWS = {
    Qt.Key.Key_Left: (PAN, 0),
    Qt.Key.Key_Right: (-PAN, 0),
    Qt.Key.Key_Up: (0, PAN),
    Qt.Key.Key_Down: (0, -PAN),
}


STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How Alt and an arrow choose: layers to the right, neurons down."""


def beside(session: Session, across: int, down: int) -> Neuron:
    """Return the neuron beside the chosen one; from an edge the one it leads to, from nothing the first."""
    chosen, sizes = session.selection, session.spec.sizes
    if chosen is None:
        return Neuron(1, 0)
    layer = min(max(chosen.layer + across, 0), len(sizes) - 1)
    if not across:
        return Neuron(layer, min(max(chosen.j + down, 0), sizes[layer] - 1))
    # In another layer the one that stands as high.
    height = (chosen.j + 0.5) / sizes[chosen.layer]
    return Neuron(layer, min(int(height * sizes[layer]), sizes[layer] - 1))


def how_to() -> str:
    """Return what the hand and the keys do."""
    rows = (
        (tr("click"), tr("choose a neuron or an edge")),
        (tr("wheel, + −"), tr("zoom")),
        (tr("drag, Shift + arrows"), tr("move the picture")),
        (tr("double-click, 0"), tr("show the whole network")),
        (tr("Alt + arrows"), tr("choose the next neuron or layer")),
    )
    return "<br>".join(f"<b>{what}</b>: {does}" for what, does in rows)


class NetworkMouse(QWidget):
    """What the network view does with the mouse and the keys; the view itself says what is where."""

    _from: QPointF | None = None
    """Where a press began that may become panning, or has become it."""

    _pans = False

    if TYPE_CHECKING:  # the view's

        @property
        def session(self) -> Session: ...  # noqa: D102
        @property
        def camera(self) -> Camera: ...  # noqa: D102
        def set_camera(self, camera: Camera) -> None: ...  # noqa: D102
        def fit(self) -> None: ...  # noqa: D102
        def under(self, x: float, y: float) -> Neuron | Location | None: ...  # noqa: D102
        def menu_layer_at(self, point: QPointF) -> int | None: ...  # noqa: D102
        def caption_tip_at(self, point: QPointF) -> str: ...  # noqa: D102

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse, or pan."""
        point = event.position()
        if self._from is None:
            self.point_at(point)
            return
        way = point - self._from
        self._pans = self._pans or way.manhattanLength() >= QApplication.startDragDistance()
        if self._pans:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.set_camera(self.camera.moved(way.x(), way.y(), self._size()))
            self._from = point

    def point_at(self, point: QPointF) -> None:
        """Light up what is at a point of the view, in every panel."""
        hit = self.under(point.x(), point.y())
        hand = hit is not None or self.menu_layer_at(point) is not None
        shapes = Qt.CursorShape
        free = shapes.ArrowCursor if self.camera.zoom == 1 else shapes.OpenHandCursor
        self.setCursor(shapes.PointingHandCursor if hand else free)
        self.session.point_at(hit)

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of what was lit."""
        self.session.point_at(None)

    # Choosing and panning

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a neuron at once; an edge or nothing when it turns out that the picture is not dragged."""
        point = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._from = point
        elif event.button() == Qt.MouseButton.LeftButton:
            layer, hit = self.menu_layer_at(point), self.under(point.x(), point.y())
            if layer is not None:
                self.open_menu(layer, event.globalPosition())
            elif isinstance(hit, Neuron):
                self.session.select(hit)
            else:
                self._from = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the edge that was pressed, or nothing; or end panning."""
        began, panned = self._from, self._pans
        self._from, self._pans = None, False
        if began is not None and not panned and event.button() == Qt.MouseButton.LeftButton:
            self.session.select(self.under(began.x(), began.y()))
        self.point_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole network again."""
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(STEP**notches, event.position())
            event.accept()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor about a point of the view, by default its middle."""
        point = at or QPointF(self.rect().center())
        self.set_camera(self.camera.zoomed(factor, (point.x(), point.y()), self._size()))

    def _size(self) -> tuple[int, int]:
        return self.width(), self.height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by + and −, fit by 0, pan by Shift and the arrows, choose by Alt and them.

        All else is the window's.
        """
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and Qt.Key(event.key()) in STEPS:
            self.session.select(beside(self.session, *STEPS[Qt.Key(event.key())]))
        elif modifiers and not shift:
            event.ignore()
        elif shift and Qt.Key(event.key()) in ARROWS:
            self.set_camera(self.camera.moved(*ARROWS[Qt.Key(event.key())], self._size()))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            event.ignore()

    # Menus and tooltips

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be chosen for the picture."""
        self.open_menu(None, QPointF(event.globalPos()))

    def open_menu(self, layer: int | None, where: QPointF) -> None:
        """Open the menu of one layer's named neurons, or of the whole picture."""
        self.pop_up(network_menu(self, layer), where)

    def pop_up(self, menu: QMenu, where: QPointF) -> None:
        """Show a menu at a point of the screen."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where.toPoint())

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip, and keep Alt and the arrows from the menu and the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and Qt.Key(event.key()) in STEPS:
                event.accept()
                return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)

    def tip_at(self, point: QPointF) -> str:
        """Return the tooltip at a point: the name of what is there and all its revealed values."""
        layer = self.menu_layer_at(point)
        if layer is not None:
            return naming_tip(self, layer)
        hit = self.under(point.x(), point.y())
        return describe(self.session, hit) if hit is not None else self.caption_tip_at(point) or how_to()
