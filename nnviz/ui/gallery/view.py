"""The pictures of the gallery: painted, scrolled, pointed at, chosen, switched off."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QToolTip

from nnviz.core.network import Location
from nnviz.session import Changed, Neuron, Selection, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.gallery.layout import SMALLEST, GalleryLayout
from nnviz.ui.gallery.paint import GalleryPainter, switch_rect
from nnviz.ui.gallery.pictures import Pictures
from nnviz.ui.gallery.words import GalleryWords
from nnviz.wording import tr

CONCERNS = (
    *(Changed.NETWORK, Changed.PARAMETERS, Changed.EXAMPLE),
    *(Changed.CURSOR, Changed.SELECTION, Changed.POINTED),
)

_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class GalleryView(QAbstractScrollArea):
    """All pictures that fit, and a vertical scroll bar where not all do; never a horizontal one.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Parameters
    ----------
    session : Session
        Whose weights it shows.

    Attributes
    ----------
    words : GalleryWords
        What the tooltips say.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pictures = Pictures(session)
        self.words = GalleryWords(session, self._pictures)
        self._pressed: Selection = None
        self._hover: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Weight pictures"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        session.changed.connect(self._follow)
        theme.on_change(self, self._arrange)

    # What it shows

    def pictures(self) -> Pictures:
        """Return the numbers behind the pictures."""
        return self._pictures

    def layout_(self) -> GalleryLayout:
        """Return where everything stands, from the top of the scrolled contents."""
        return self._layout

    def set_own_scale(self, own: bool) -> None:
        """Give every picture its own scale, or all of them one."""
        self._pictures.set_own(own)
        self.viewport().update()

    def common_scale(self) -> float | None:
        """Return the magnitude of the full color; None where every picture has its own."""
        return self._pictures.common_scale()

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.VIEW):
            self._arrange()
        if any(what & concern for concern in CONCERNS):
            self.viewport().update()
        if what & Changed.SELECTION and self.isVisible() and self.chosen() is not None:
            self._reveal(self.chosen())

    # Where it shows it

    def _arrange(self) -> None:
        """Choose the grid for the present size."""
        room, measures = self.viewport().size(), (theme.px(8), theme.px(20), theme.px(SMALLEST))
        bar, shape = self.verticalScrollBar(), self._pictures.shape()
        width = self.width() - 2.0 * self.frameWidth()
        count, ratio = self._session.spec.sizes[1], self.devicePixelRatioF()
        layout = GalleryLayout.fit(count, shape, (width, room.height()), measures, ratio)
        if layout.height > room.height() + 1:
            width -= bar.sizeHint().width()
            layout = GalleryLayout.fit(count, shape, (width, room.height()), measures, ratio)
        self._layout = layout
        bar.setPageStep(room.height())
        bar.setSingleStep(round(layout.pitch[1] / 2))
        bar.setRange(0, max(ceil(layout.height) - room.height(), 0))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose another grid at another size."""
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._arrange()
        if self.chosen() is not None:
            self._reveal(self.chosen())

    def _reveal(self, j: int | None) -> None:
        """Scroll no further than is needed to see a picture."""
        if j is None:
            return
        whole, bar, margin = self._layout.whole(j), self.verticalScrollBar(), theme.px(6)
        if whole.top() - margin < bar.value():
            bar.setValue(round(whole.top() - margin))
        elif whole.bottom() + margin > bar.value() + self.viewport().height():
            bar.setValue(round(whole.bottom() + margin) - self.viewport().height())

    def _contents(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def hit(self, point: QPointF) -> Selection:
        """Return the weight, or on its caption the neuron, at a point of the viewport."""
        place = self._contents(point)
        j = self._layout.at(place)
        if j is None:
            return None
        cell = self._layout.cell(j, place)
        k = None if cell is None else self._pictures.input_at(j, *cell)
        return Neuron(1, j) if k is None else Location("w", 1, j, k)

    def switch_at(self, point: QPointF) -> int | None:
        """Return the neuron whose switch is at a point of the viewport."""
        place = self._contents(point)
        j = self._layout.at(place)
        if j is None or not self._pictures.switchable():
            return None
        return j if switch_rect(self._layout.whole(j), self._layout.caption).contains(place) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures that can be seen."""
        top = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -top)
        seen = self._layout.visible(top, top + self.viewport().height())
        GalleryPainter(painter, self._session, self._pictures, self._layout).draw(
            seen, self.chosen(), self._switch_shown(), self.hasFocus()
        )
        painter.end()

    def _switch_shown(self) -> int | None:
        """Return the neuron whose switch is shown though it is on: the one that is pointed at."""
        return self._hover

    # What is chosen and pointed at

    def chosen(self) -> int | None:
        """Return the neuron that is chosen, or that the chosen weight or bias belongs to."""
        chosen = self._session.selection
        return chosen.j if chosen is not None and chosen.layer == 1 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse, here and everywhere."""
        hit = self.hit(event.position())
        self._point_at(hit)
        if QToolTip.isVisible() and hit is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip(event.position()), self.viewport())

    def _point_at(self, hit: Selection) -> None:
        self._hover = None if hit is None else hit.j
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.ArrowCursor if hit is None else shapes.PointingHandCursor)
        self._session.point_at(hit)

    def viewportEvent(self, event: QEvent) -> bool:
        """Point at nothing once the mouse is gone, and say what is under it."""
        if event.type() == QEvent.Type.Leave and self._hover is not None:
            self._point_at(None)
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.hit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the neuron that was clicked, or turn its switch."""
        pressed, self._pressed = self._pressed, None
        hit = self.hit(event.position())
        if pressed is None or hit is None or hit.j != pressed.j:
            return
        if self.switch_at(event.position()) is not None:
            self.switch(hit.j)
        else:
            self._session.select(Neuron(1, hit.j))

    def switch(self, j: int) -> None:
        """Switch a neuron off, or on again."""
        attempt(self._session, lambda: self._session.switch(Neuron(1, j), on=self.is_off(j)))

    def is_off(self, j: int) -> bool:
        """Say whether a neuron is switched off."""
        return (1, j) in self._session.off

    def menu_of(self, j: int) -> QMenu:
        """Return what can be done to a neuron."""
        menu = QMenu(self)
        take_apart = menu.addAction(tr("Take apart"))
        take_apart.triggered.connect(lambda: self._session.select(Neuron(1, j)))
        switch = QAction(tr("Switch on") if self.is_off(j) else tr("Switch off"), menu)
        switch.setToolTip(self.words.switch(j))
        switch.setEnabled(self._pictures.switchable())
        switch.triggered.connect(lambda: self.switch(j))
        menu.addAction(switch)
        menu.setToolTipsVisible(True)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to the neuron, by the mouse or by the keyboard's menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        hit = self.hit(QPointF(event.pos()))
        j = (None if hit is None else hit.j) if by_mouse else self.chosen()
        if j is not None:
            menu = self.menu_of(j)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos() if by_mouse else self._middle(j))

    def _middle(self, j: int) -> QPoint:
        top = QPointF(0, self.verticalScrollBar().value())
        return self.viewport().mapToGlobal((self._layout.picture(j).center() - top).toPoint())

    def tip(self, point: QPointF) -> str:
        """Return the tooltip at a point of the viewport."""
        hit = self.hit(point)
        if hit is None:
            return ""
        return self.words.of(hit) if self.switch_at(point) is None else self.words.switch(hit.j)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys, switch with O."""
        j = self.chosen()
        if event.key() == Qt.Key.Key_O and j is not None:
            self.switch(j)
        elif event.key() in _KEYS:
            self._session.select(Neuron(1, self._next(j, Qt.Key(event.key()))))
        else:
            super().keyPressEvent(event)

    def _next(self, j: int | None, key: Qt.Key) -> int:
        last, across = self._layout.count - 1, self._layout.across
        if j is None or key == Qt.Key.Key_Home:
            return 0
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
        }.get(key)
        if step is None:
            return last
        return j + step if 0 <= j + step <= last else j

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _KEYS or event.key() == Qt.Key.Key_O)
            return event.isAccepted()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
