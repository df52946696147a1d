"""The number lines of a chain: take any handle, and all that follows moves at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from nnviz.core.chain import Chain
from nnviz.core.explain import Quantity
from nnviz.core.network import NetworkSpec
from nnviz.ui import theme
from nnviz.ui.chain.axes import Axes, is_free
from nnviz.ui.chain.paint import LinePainter
from nnviz.ui.held import HeldNumber, is_fine
from nnviz.wording import exact, number, tr
from nnviz.wording.chain import chain_text, link_teaches

_STEPS = {Qt.Key.Key_Up: 1.0, Qt.Key.Key_Down: -1.0, Qt.Key.Key_PageUp: 10.0, Qt.Key.Key_PageDown: -10.0}
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChainLines(HeldNumber):
    """Shows a chain, and asks for other values; whoever owns it decides.

    Signals
    -------
    moved(Quantity, float)
        The value that is wanted for a weight, a bias, the input or the target.
    chosen(Quantity)
        A line was pressed.
    pointed(object)
        The mouse is over this Quantity, or over None.
    """

    moved = Signal(object, float)
    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.axes = Axes()
        self._spec: NetworkSpec | None = None
        self._chain: Chain | None = None
        self._lit: set[Quantity] = set()
        self._hover: Quantity | None = None
        self._held: Quantity | None = None
        self._y = 0.0
        self._current = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The number lines of the chain"))

    # What it shows

    def show_chain(self, spec: NetworkSpec, chain: Chain, lit: set[Quantity]) -> None:
        """Show other numbers, with those lit up that are chosen or pointed at."""
        if spec != self._spec:
            self.let_go()
            self._current = 0
        self._spec, self._chain, self._lit = spec, chain, lit
        self.axes.fit(spec, chain)
        self.updateGeometry()
        self.update()

    def place(self, quantity: Quantity) -> QPointF:
        """Return where a number's handle stands."""
        assert self._chain is not None
        return self.axes.place(quantity, self._chain.link(quantity).value, QRectF(self.rect()))

    def at(self, point: QPointF) -> Quantity | None:
        """Return the number whose column is at a point."""
        size = QRectF(self.rect())
        columns = ((q, self.axes.column(q, size)) for q in self.axes.quantities)
        return next((q for q, column in columns if column.contains(point)), None)

    def sizeHint(self) -> QSize:
        """Return a size at which it is read with ease."""
        return QSize(round(self.axes.least_width()), round(theme.px(250)))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be dragged."""
        return QSize(round(self.axes.least_width()), round(theme.px(156)))

    # Changing it

    @property
    def held(self) -> Quantity | None:
        """The number that is being changed."""
        return None if self._origin is None else self._held

    def _hold(self, quantity: Quantity) -> None:
        if quantity == self.held:
            return
        self.let_go()
        assert self._chain is not None
        self._held = quantity
        self._take(self._chain.link(quantity).value)

    def _unit(self, quantity: Quantity) -> float:
        """Return by how much a pixel changes a number."""
        low, high = self.axes.line(quantity, QRectF(self.rect()))
        reach = self.axes.reach(quantity)
        return (reach.high - reach.low) / max(low.y() - high.y(), 1.0)

    def _move(self, by: float, fine: bool) -> None:
        """Ask for another value."""
        quantity = self.held
        assert quantity is not None
        reach = self.axes.reach(quantity)
        self.moved.emit(quantity, self._led(by, fine, self._unit(quantity), reach.low, reach.high))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a number; one that is free is taken, and moved here first."""
        quantity = self.at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or quantity is None:
            return
        self.chosen.emit(quantity)
        if not is_free(quantity):
            return
        self._hold(quantity)
        self._drags, self._y = True, event.position().y()
        beside = self.place(quantity).y() - self._y
        low, high = self.axes.line(quantity, QRectF(self.rect()))
        on_line = high.y() - theme.px(8) <= self._y <= low.y() + theme.px(8)
        if on_line and abs(beside) > theme.px(9):
            self._move(beside * self._unit(quantity), fine=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand, or light up what it is over."""
        held = self.held
        if self._drags and held is not None:
            by, self._y = self._y - event.position().y(), event.position().y()
            self._move(by * self._unit(held), is_fine(event))
        else:
            self._point(self.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point(None)

    def _point(self, quantity: Quantity | None) -> None:
        if quantity != self._hover:
            self._hover = quantity
            free = quantity is not None and is_free(quantity)
            self.setCursor(Qt.CursorShape.SizeVerCursor if free else Qt.CursorShape.ArrowCursor)
            self.pointed.emit(quantity)

    # Keyboard

    def _free(self) -> list[Quantity]:
        return [quantity for quantity in self.axes.quantities if is_free(quantity)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from handle to handle with ← →, and move one with ↑ ↓."""
        key, free = Qt.Key(event.key()), self._free()
        if key in _WAYS:
            self.let_go()
            self._current = min(max(self._current + _WAYS[key], 0), len(free) - 1)
            self.chosen.emit(free[self._current])
            self.update()
        elif key in _STEPS:
            self._hold(free[self._current])
            reach = self.axes.reach(free[self._current])
            self._move(_STEPS[key] * (reach.high - reach.low) / 200, is_fine(event))
            self._rest.start()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts, and say what stands under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _STEPS or event.key() in _WAYS)
            return event.isAccepted()
        if isinstance(event, QHelpEvent):
            quantity = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(quantity) if quantity else "", self)
            return True
        return super().event(event)

    def tip(self, quantity: Quantity) -> str:
        """Return a number in full precision, and what it is."""
        assert self._chain is not None
        assert self._spec is not None
        link = self._chain.link(quantity)
        text = f"{chain_text(quantity, self._spec)} = {exact(link.value)}\n{link_teaches(quantity)}"
        return text if link.change == 0 else f"{text}\nΔ = {exact(link.change)}"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all lines."""
        if self._chain is None or self._spec is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._lit | ({self.held} if self.held else set())
        LinePainter(painter, self.axes, QRectF(self.rect()), lit).draw(self._spec, self._chain)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            column = self.axes.column(self._free()[self._current], QRectF(self.rect()))
            painter.drawRoundedRect(column.adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
        spec = self._spec
        values = (f"{chain_text(link.quantity, spec)} = {number(link.value)}" for link in self._chain.links)
        self.setAccessibleDescription(", ".join(values))
