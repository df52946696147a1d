"""One weight or bias as the edge it is: from where, how strong, to where, and what it carries."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from nnviz.core.explain import Quantity
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.brightness import brightness_span
from nnviz.ui.formula import draw_formula
from nnviz.ui.inspector.names import full_name
from nnviz.wording import MINUS, exact, number, product_text, short, symbol_tex, tr

_CENTER = Qt.AlignmentFlag.AlignCenter

RADIUS = 15.0
"""Of a neuron's disc, in pixels at type scale 1."""


class NeuronButton(QAbstractButton):
    """A neuron's disc with its symbol below; a click takes the neuron apart."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._symbol = ""
        self._value: float | None = None
        self._range = (0.0, 1.0)
        self.neuron: Neuron | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._select)
        theme.on_change(self, self.updateGeometry)

    def _select(self) -> None:
        if self.neuron is not None:
            self._session.select(self.neuron)

    def set_neuron(self, neuron: Neuron | None) -> None:
        """Stand for another neuron, or (None) for the constant 1 that a bias is multiplied by."""
        symbol = r"1" if neuron is None else symbol_tex(Quantity("a", *neuron), self._session.spec)
        if neuron == self.neuron and symbol == self._symbol:
            return
        self.neuron, self._symbol = neuron, symbol
        self.setEnabled(neuron is not None)
        self.setCursor(Qt.CursorShape.ArrowCursor if neuron is None else Qt.CursorShape.PointingHandCursor)

    def refresh(self) -> None:
        """Show the neuron's activation, if it is revealed."""
        if self.neuron is None:
            self._value = 1.0
            self.setToolTip(tr("A bias is the weight of an input that is always 1."))
            self.setAccessibleName(tr("always 1"))
        else:
            self._follow(*self.neuron)
        self.update()

    def _follow(self, layer: int, j: int) -> None:
        session = self._session
        revealed = layer == 0 or session.shows(Phase("activation", layer))
        values = session.trace.a[layer]
        self._value = float(values[j]) if revealed else None
        self._range = brightness_span(session.spec, layer, values)
        name = full_name(session, layer, j)
        value = tr("not yet computed") if self._value is None else f"a = {exact(self._value)}"
        self.setAccessibleName(f"{name}, {value}")
        self.setToolTip(f"{name}\n{value}\n" + tr("Click to take it apart."))

    def disc_center(self) -> QPointF:
        """Return the middle of the disc."""
        return QPointF(self.width() / 2, theme.px(RADIUS) + 2)

    def sizeHint(self) -> QSize:
        """Return room for disc and symbol."""
        return QSize(round(theme.px(56)), round(theme.px(2 * RADIUS + 24) + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc, the number inside, the symbol below."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._disc(painter)
        below = QRectF(0, theme.px(2 * RADIUS) + 5, self.width(), theme.px(21))
        if self.neuron is not None:
            draw_formula(painter, below, self._symbol, theme.px(14), now.text, _CENTER)
        painter.end()

    def _disc(self, painter: QPainter) -> None:
        now, radius = theme.current(), theme.px(RADIUS)
        fill = now.color("surface")
        if self._value is not None and np.isfinite(self._value) and self.neuron is not None:
            fill = theme.neuron_color(now, self._value, *self._range)
        ring = "focus" if self.hasFocus() else "text" if self.underMouse() else "neuron_ring"
        painter.setPen(QPen(now.color(ring), 2.4 if ring != "neuron_ring" else 1.2))
        painter.setBrush(fill)
        painter.drawEllipse(self.disc_center(), radius, radius)
        painter.setFont(theme.number_font(0.85))
        painter.setPen(theme.ink_on(now, fill))
        rect = QRectF(
            self.disc_center() - QPointF(radius, radius), QSize(round(2 * radius), round(2 * radius))
        )
        text = "?" if self._value is None else "1" if self.neuron is None else short(self._value)
        painter.drawText(rect, _CENTER, text)


class EdgePicture(QWidget):
    """Two neurons and the weight between them; over the line what it carries."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._value, self._share, self._words = 0.0, 0.0, ""
        self.source, self.target = NeuronButton(session), NeuronButton(session)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.source)
        layout.addStretch(1)
        layout.addWidget(self.target)

    def show_edge(self, location: Location) -> None:
        """Show a weight or bias with its present value."""
        session, (_, layer, j, k) = self._session, location
        self.source.set_neuron(None if k is None else Neuron(layer - 1, k))
        self.target.set_neuron(Neuron(layer, j))
        self.source.refresh()
        self.target.refresh()
        parameters = session.trace.parameters
        siblings = parameters.biases(layer) if k is None else parameters.weights(layer)
        self._value = parameters.at(location)
        self._share = abs(self._value) / max(float(np.abs(siblings).max()), 1e-12)
        self._words = self._carries(location) if session.shows(Phase("weighted_sum", layer)) else ""
        self.update()

    def _carries(self, location: Location) -> str:
        _, layer, _, k = location
        if k is None:
            return tr("adds {b}", b=number(self._value, signed=self._value != 0))
        return tr(
            "{term} = {product}",
            term=product_text("w", "a", " · "),
            product=number(self._value * float(self._session.trace.a[layer - 1][k])),
        )

    def text(self) -> str:
        """Return the words over the line."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line in the color of its sign, thick in proportion to its strength."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QPointF(theme.px(RADIUS), 0)
        start = self.source.mapToParent(self.source.disc_center().toPoint()).toPointF() + room
        end = self.target.mapToParent(self.target.disc_center().toPoint()).toPointF() - room
        role = "positive" if self._value >= 0 else "negative"
        painter.setPen(QPen(now.color(role), theme.px(1 + 4 * self._share)))
        painter.drawLine(start, end)
        painter.setPen(now.color("text"))
        painter.setFont(theme.number_font())
        below = QRectF(start.x(), start.y() + theme.px(4), end.x() - start.x(), theme.px(20))
        painter.drawText(below, _CENTER, self._words)
        sign = QRectF(start.x(), start.y() - theme.px(20), end.x() - start.x(), theme.px(17))
        painter.setPen(now.color(role))
        painter.drawText(sign, _CENTER, MINUS if self._value < 0 else "+")
        painter.end()
