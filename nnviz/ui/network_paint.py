"""Everything over the edges' picture: discs, values, wishes, names, and the edges brought forward."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.network_layout import NetworkLayout
from nnviz.wording import number, short, tr

if TYPE_CHECKING:
    from nnviz.ui.network_view import NetworkView

FORWARD = 60
"""At most so many edges of a chosen neuron are drawn crisp, the strongest; the rest stay in the picture."""

STRIP = 6.0
"""Width of the bar that stands for a layer whose discs do not fit."""


class NetworkPainter:
    """Paints one frame.

    Parameters
    ----------
    painter : QPainter
        Open on the view.
    session : Session
        What to show.
    layout : NetworkLayout
        Where.
    hover : Neuron or Location or None
        What is under the mouse.
    view : NetworkView
        Knows what the edges show.
    """

    def __init__(
        self,
        painter: QPainter,
        session: Session,
        layout: NetworkLayout,
        hover: Neuron | Location | None,
        view: "NetworkView",
    ) -> None:
        self._painter = painter
        self._session = session
        self._layout = layout
        self._hover = hover
        self._view = view
        self._theme = theme.current()

    def paint(self) -> None:
        """Paint all, from back to front."""
        self._chosen_edges()
        for layer in range(len(self._layout.columns)):
            self._heading(layer)
            if self._layout.radius(layer):
                self._discs(layer)
            else:
                self._strip(layer)
            self._wishes(layer)
        for layer in self._session.spec.layers:
            self._gap_caption(layer)
        self._output_names()
        self._rings()

    # Words

    def _font(self, size: float, bold: bool = False) -> QFont:
        return theme.number_font(size, bold)

    def _text(self, rect: QRectF, text: str, role: str, size: float = 1.0, bold: bool = False) -> None:
        self._painter.setFont(self._font(size, bold))
        self._painter.setPen(self._theme.color(role))
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _heading(self, layer: int) -> None:
        x, scale = self._layout.columns[layer], self._layout.scale
        rect = QRectF(x - 60 * scale, 4 * scale, 120 * scale, 20 * scale)
        self._text(rect, f"{self._session.spec.sizes[layer]:,}", "text_muted", 1.05)

    def _gap_caption(self, layer: int) -> None:
        """Say what the edges show, and what the strongest of them stands for."""
        left, right = self._layout.columns[layer - 1], self._layout.columns[layer]
        what = "−∂C/∂w" if self._view.shows_gradient(layer) else "w"
        text = tr("{what}  up to ±{scale}", what=what, scale=number(self._view.scale(layer), 2))
        scale = self._layout.scale
        rect = QRectF(left, self._layout.height - 15 * scale, right - left, 14 * scale)
        self._text(rect, text, "text_muted", 0.82)

    def _output_names(self) -> None:
        classes = self._session.dataset.classes
        last = self._session.spec.depth
        anchors = self._layout.anchors[last]
        if classes is None or len(classes) != len(anchors) or not self._layout.radius(last):
            return
        x = self._layout.columns[last] + self._layout.radius(last) + 6 * self._layout.scale
        for j, (name, y) in enumerate(zip(classes, anchors, strict=True)):
            wanted = j == self._session.label
            font = self._font(1.25, wanted)
            self._painter.setFont(font)
            self._painter.setPen(self._theme.color("selection_text" if wanted else "text"))
            rect = QRectF(x, y - 12 * self._layout.scale, 22 * self._layout.scale, 24 * self._layout.scale)
            self._painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    # Neurons

    def _value(self, layer: int) -> tuple[Array | None, bool]:
        """Return the newest revealed numbers of a layer, and whether they are activations."""
        session = self._session
        if layer == 0:
            return (session.trace.a[0], True)
        if session.shows(Phase("activation", layer)):
            return session.trace.a[layer], True
        if session.shows(Phase("weighted_sum", layer)):
            return session.trace.z[layer], False
        return None, False

    def _range(self, layer: int, values: Array, activated: bool) -> tuple[float, float]:
        largest = max(float(np.abs(values).max(initial=0.0)), 1e-9)
        if not activated:
            return -largest, largest
        low, high = 0.0, 1.0
        if layer:
            function = self._session.spec.activation(layer)
            low = -largest if function.low is None else function.low
            high = largest if function.high is None else function.high
        elif values.min(initial=0.0) < 0 or largest > 1:
            low, high = (-largest if values.min() < 0 else 0.0), largest
        return low, high

    def _discs(self, layer: int) -> None:
        values, activated = self._value(layer)
        radius, x = self._layout.radius(layer), self._layout.columns[layer]
        ring = QPen(self._theme.color("neuron_ring"), 1.2)
        span = None if values is None else self._range(layer, values, activated)
        for j, y in enumerate(self._layout.anchors[layer]):
            fill = self._theme.color("surface")
            if values is not None and span is not None:
                fill = theme.neuron_color(self._theme, float(values[j]), *span)
            self._painter.setPen(ring)
            self._painter.setBrush(fill)
            self._painter.drawEllipse(QPointF(x, y), radius, radius)
            if values is not None:
                self._number_inside(x, y, radius, float(values[j]), fill)

    def _number_inside(self, x: float, y: float, radius: float, value: float, fill: QColor) -> None:
        pixels = radius * 0.74
        if pixels < 7.5:
            return
        font = self._font(1.0)
        font.setPixelSize(round(pixels))
        self._painter.setFont(font)
        self._painter.setPen(theme.ink_on(self._theme, fill))
        rect = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, short(value))

    def _strip(self, layer: int) -> None:
        """Draw a layer that does not fit as a bar with one stripe for each of its neurons."""
        values, activated = self._value(layer)
        x, width = self._layout.columns[layer], STRIP * self._layout.scale
        bar = QRectF(x - width / 2, self._layout.top, width, self._layout.column_height)
        self._painter.fillRect(bar, self._theme.color("anchor_bar"))
        if values is None:
            return
        colors = theme.neuron_colors(self._theme, values, *self._range(layer, values, activated))
        stripes = QImage(colors.tobytes(), 1, len(values), 4, QImage.Format.Format_RGBA8888)
        inner = bar.adjusted(1, 0, -1, 0)
        self._painter.drawImage(inner, stripes)

    def _wishes(self, layer: int) -> None:
        """Draw ▲▼ beside each neuron in proportion to −∂C/∂a, or −∂C/∂z once δ is there."""
        wish = self._wish(layer)
        radius = self._layout.radius(layer)
        if wish is None or not radius:
            return
        largest = float(np.abs(wish).max(initial=0.0))
        x = (
            self._layout.columns[layer]
            + radius
            + (30 if layer == self._session.spec.depth else 9) * (self._layout.scale)
        )
        for value, y in zip(wish, self._layout.anchors[layer], strict=True):
            size = float(np.sqrt(abs(value) / largest)) if largest else 0.0
            if size * radius >= 1:
                self._triangle(x, y, size * min(radius, 10.0 * self._layout.scale), value > 0)

    def _wish(self, layer: int) -> Array | None:
        session = self._session
        if not layer:
            return None
        if session.shows(Phase("delta", layer)):
            return np.negative(session.trace.delta[layer])
        if session.shows(Phase("dC_da", layer)):
            return np.negative(session.trace.dC_da[layer])
        return None

    def _triangle(self, x: float, y: float, size: float, up: bool) -> None:
        tip = -0.62 * size if up else 0.62 * size
        points = [QPointF(x, y + tip), QPointF(x - 0.7 * size, y - tip), QPointF(x + 0.7 * size, y - tip)]
        self._painter.setPen(QPen(self._theme.color("background"), 2))
        self._painter.setBrush(self._theme.color("positive" if up else "negative"))
        self._painter.drawPolygon(QPolygonF(points))

    # What is chosen or under the mouse

    def _rings(self) -> None:
        for hit, role in ((self._hover, "text"), (self._session.selection, "selection")):
            for neuron in _ends(hit):
                self._ring(neuron, role)

    def _ring(self, neuron: Neuron, role: str) -> None:
        x, y = self._layout.position(neuron)
        radius = self._layout.radius(neuron.layer) + 1 if self._layout.radius(neuron.layer) else 4.0
        self._painter.setPen(QPen(self._theme.color(role), 2.4))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def _chosen_edges(self) -> None:
        chosen = self._session.selection
        if isinstance(chosen, Neuron):
            self._edges_of(chosen)
        elif chosen is not None and chosen.k is not None:
            self._edge(chosen, "selection", 6.0)
            self._edge(chosen, None, 3.0)
        if isinstance(self._hover, Location):
            self._edge(self._hover, None, 2.6)

    def _edges_of(self, neuron: Neuron) -> None:
        """Bring a neuron's strongest edges forward; an input's are those that leave it."""
        layer = max(neuron.layer, 1)
        values = self._view.values(layer)
        row = values[neuron.j] if neuron.layer == 0 else values[:, neuron.j]
        weighed = np.abs(self._contributions(neuron, row))
        largest = float(weighed.max(initial=0.0))
        if not largest:
            return
        for index in np.argsort(-weighed, kind="stable")[:FORWARD][::-1]:
            share = float(weighed[index]) / largest
            if share > 0.02:
                ends = (neuron.j, int(index)) if neuron.layer == 0 else (int(index), neuron.j)
                self._edge(
                    Location("w", layer, ends[1], ends[0]), None, 0.8 + 2.4 * share, 0.35 + 0.65 * share
                )

    def _contributions(self, neuron: Neuron, row: Array) -> Array:
        """Weigh a neuron's edges by w·a once the activations before it are shown, else by w."""
        if neuron.layer == 0 or self._view.shows_gradient(neuron.layer):
            return row
        before, activated = self._value(neuron.layer - 1)
        return row * before if before is not None and activated else row

    def _edge(self, edge: Location, role: str | None, width: float, alpha: float = 1.0) -> None:
        assert edge.k is not None
        value = float(self._view.values(edge.layer)[edge.k, edge.j])
        # Opaque: Qt needs seven times as long for a translucent line.
        ink = self._theme.color(role or ("positive" if value >= 0 else "negative"))
        color = theme.blend(self._theme.background, ink, alpha)
        start = self._layout.position(Neuron(edge.layer - 1, edge.k))
        end = self._layout.position(Neuron(edge.layer, edge.j))
        pen = QPen(color, width * self._layout.scale, c=Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(QLineF(QPointF(*start), QPointF(*end)))


def _ends(hit: Neuron | Location | None) -> tuple[Neuron, ...]:
    """Return the neurons to be ringed for what was hit."""
    if hit is None or isinstance(hit, Neuron):
        return () if hit is None else (hit,)
    target = Neuron(hit.layer, hit.j)
    return (target,) if hit.k is None else (Neuron(hit.layer - 1, hit.k), target)
