"""How the number lines of a chain are drawn."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.core.chain import Chain, Link
from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.ui import theme
from nnviz.ui.chain.axes import HEAD, Axes, is_free
from nnviz.ui.formula import draw_formula
from nnviz.ui.inspector.parts import fitting_font
from nnviz.ui.sign_marks import break_line
from nnviz.wording import layer_name, number, tr
from nnviz.wording.chain import chain_symbol

_CENTER = Qt.AlignmentFlag.AlignCenter


class LinePainter:
    """Draws all number lines of a chain.

    Parameters
    ----------
    painter : QPainter
        Open on the widget.
    axes : Axes
        Where the lines stand.
    size : QRectF
        Of the widget.
    lit : set of Quantity
        What is chosen or pointed at.
    """

    def __init__(self, painter: QPainter, axes: Axes, size: QRectF, lit: set[Quantity]) -> None:
        self._painter, self._axes, self._size, self._lit = painter, axes, size, lit
        self._theme = theme.current()

    def draw(self, spec: NetworkSpec, chain: Chain) -> None:
        """Draw the layers' cards, and every line with its value and its nudged value."""
        for group in self._axes.groups():
            self._card(spec, group)
        for link in chain.links:
            self._line(spec, link)
            self._value(link, link.quantity == Quantity(*chain.nudge))

    def _card(self, spec: NetworkSpec, group: list[Quantity]) -> None:
        first, last = (self._axes.column(q, self._size) for q in (group[0], group[-1]))
        card = QRectF(first.topLeft(), last.bottomRight())
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(card, theme.px(8), theme.px(8))
        layer = group[0].layer
        name = tr("cost") if group[0].kind == "y" else layer_name(spec, layer)
        painter.setPen(self._theme.color("text_muted"))
        head = QRectF(card.left(), card.top() + theme.px(3), card.width(), theme.px(18))
        painter.setFont(fitting_font(name, head.width() - theme.px(4), 0.85))
        painter.drawText(head, _CENTER, name)

    def _line(self, spec: NetworkSpec, link: Link) -> None:
        quantity, painter = link.quantity, self._painter
        column = self._axes.column(quantity, self._size)
        head = QRectF(column.left(), column.top() + theme.px(20), column.width(), theme.px(HEAD - 22))
        ink = "selection_text" if quantity in self._lit else "text"
        color = self._theme.color(ink).name()
        draw_formula(painter, head, chain_symbol(quantity, spec), theme.px(theme.BASE_PX), color, _CENTER)
        low, high = self._axes.line(quantity, self._size)
        painter.setPen(QPen(self._theme.color("groove"), theme.px(4), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(low, high)
        self._ends(quantity, column, low, high)

    def _ends(self, quantity: Quantity, column: QRectF, low: QPointF, high: QPointF) -> None:
        reach, painter = self._axes.reach(quantity), self._painter
        painter.setFont(theme.number_font(0.75))
        painter.setPen(self._theme.color("text_muted"))
        room = theme.px(13)
        for end, y in ((reach.high, high.y() - theme.px(5) - room), (reach.low, low.y() + theme.px(5))):
            text = f"{end:g}".replace("-", "−") if abs(end) < 1e4 else number(end, 1)
            painter.drawText(QRectF(column.left(), y, column.width(), room), _CENTER, text)
        if reach.low < 0 < reach.high:
            zero = self._axes.place(quantity, 0.0, self._size)
            painter.drawLine(QLineF(zero.x() - theme.px(6), zero.y(), zero.x() + theme.px(6), zero.y()))

    def _value(self, link: Link, nudged: bool) -> None:
        quantity = link.quantity
        if isfinite(link.value):
            self._bar(link)
            if isfinite(link.nudged) and link.change != 0:
                self._shift(link)
            self._handle(quantity, self._axes.place(quantity, link.value, self._size))
        self._numbers(link, nudged)

    def _bar(self, link: Link) -> None:
        zero, here = (self._axes.place(link.quantity, v, self._size) for v in (0.0, link.value))
        pen = QPen(self._theme.color("positive" if link.value > 0 else "negative"), theme.px(4))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(break_line(pen, link.value))
        self._painter.drawLine(zero, here)

    def _shift(self, link: Link) -> None:
        """Mark the value after the nudge beside the line, with an arrow that leads there."""
        here, there = (
            self._axes.place(link.quantity, v, self._size) + QPointF(theme.px(11), 0)
            for v in (link.value, link.nudged)
        )
        color = self._theme.color("positive" if link.change > 0 else "negative")
        painter = self._painter
        painter.setPen(QPen(color, theme.px(1.8)))
        painter.drawLine(here, there)
        up = -1.0 if link.change > 0 else 1.0
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        wing, tall = theme.px(4), theme.px(6)
        tip = QPolygonF([QPointF(-wing, 0), QPointF(wing, 0), QPointF(0, up * tall)])
        painter.drawPolygon(tip.translated(there))

    def _handle(self, quantity: Quantity, place: QPointF) -> None:
        painter, free = self._painter, is_free(quantity)
        painter.setPen(QPen(self._theme.color("surface"), theme.px(1.5)))
        painter.setBrush(self._theme.color("selection" if quantity in self._lit else "text"))
        radius = theme.px(7 if free else 5)
        if free:
            painter.drawEllipse(place, radius, radius)
        else:
            corners = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
            painter.drawPolygon(QPolygonF([place + QPointF(*corner) for corner in corners]))

    def _numbers(self, link: Link, nudged: bool) -> None:
        column, painter = self._axes.column(link.quantity, self._size), self._painter
        row = 1.25 * theme.px(theme.BASE_PX)
        below = QRectF(column.left() + 1, column.bottom() - 2 * row - theme.px(2), column.width() - 2, row)
        self._write(below, number(link.value), "text", bold=True)
        below.translate(0, row)
        if link.change != 0:
            role = "positive" if link.change > 0 else "negative"
            text = number(link.change, 2, signed=True)
            self._write(below, f"Δ {text}" if nudged else text, role, bold=nudged)
        painter.setPen(self._theme.color("text"))

    def _write(self, room: QRectF, text: str, role: str, bold: bool) -> None:
        self._painter.setFont(fitting_font(text, room.width(), 0.88, bold))
        self._painter.setPen(self._theme.color(role))
        self._painter.drawText(room, _CENTER, text)


def quantity_of(hit: object) -> Quantity | None:
    """Return the number of the chain that is chosen or pointed at: a parameter, or a neuron's activation."""
    if isinstance(hit, Location):
        return Quantity(*hit)
    if isinstance(hit, tuple) and len(hit) == 2:
        return Quantity("a", hit[0], 0)
    return None
