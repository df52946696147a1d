"""The edges that are brought forward: a chosen neuron's, those under the mouse, and lights that travel."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.session import Neuron
from nnviz.ui import theme
from nnviz.ui.network.frame import FramePainter
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.sign_marks import break_line

FORWARD = 60
"""At most so many edges of a chosen neuron are drawn crisp, the strongest; the rest stay in the picture."""

POINTED = 24
"""At most so many edges of the neuron under the mouse are drawn, thinly."""

TAIL = 0.22
"""The length of a light, as a share of its way."""


class LinePainter(FramePainter):
    """Paints the lines over the edges' picture."""

    def paint(self) -> None:
        """Paint the edges of what is chosen and of what is pointed at."""
        chosen, pointed = self._frame.session.selection, self._frame.session.pointed
        if isinstance(pointed, Neuron) and pointed != chosen:
            self._edges_of(pointed, POINTED, thick=0.0)
        if isinstance(chosen, Neuron):
            self._edges_of(chosen, FORWARD, thick=2.4)
        elif chosen is not None and chosen.k is not None:
            self._edge(chosen, self._theme.color("selection"), 6.0, broken=False)
            self._edge(chosen, self._ink(chosen), 3.0)
        if isinstance(pointed, Location) and pointed.k is not None:
            self._edge(pointed, self._ink(pointed), 2.6)

    def _edges_of(self, neuron: Neuron, most: int, thick: float) -> None:
        """Bring a neuron's strongest edges forward; an input's are those that leave it."""
        layer = max(neuron.layer, 1)
        values = self._frame.edges.values(layer)
        if values is None:
            return
        row = values[neuron.j] if neuron.layer == 0 else values[:, neuron.j]
        weighed = np.nan_to_num(np.abs(self._weighed(neuron, row)))
        largest = float(weighed.max(initial=0.0))
        if not largest:
            return
        for index in np.argsort(-weighed, kind="stable")[:most][::-1].tolist():
            share = float(weighed[index]) / largest
            if share > 0.02:
                k, j = (neuron.j, index) if neuron.layer == 0 else (index, neuron.j)
                edge = Location("w", layer, j, k)
                # Opaque: Qt needs seven times as long for a translucent line.
                ink = theme.blend(self._theme.background, self._ink(edge), 0.35 + 0.65 * share)
                self._edge(edge, ink, 0.8 + thick * share)

    def _weighed(self, neuron: Neuron, row: Array) -> Array:
        """Weigh a neuron's weights by w·a once the activations before it are shown; all else as it is."""
        if neuron.layer == 0 or self._frame.edges.kind(neuron.layer) != "weight":
            return row
        before, activated = self._frame.value(neuron.layer - 1)
        return row * before if before is not None and activated else row

    def _value(self, edge: Location) -> float | None:
        values = self._frame.edges.values(edge.layer)
        return None if values is None or edge.k is None else float(values[edge.k, edge.j])

    def _ink(self, edge: Location) -> QColor:
        value = self._value(edge)
        if not value:  # unknown, or 0, which has no sign
            return self._theme.color("text_muted")
        return self._theme.color("positive" if value >= 0 else "negative")

    def _edge(self, edge: Location, ink: QColor, width: float, broken: bool = True) -> None:
        assert edge.k is not None
        pen = QPen(ink, width * self._layout.scale, c=Qt.PenCapStyle.FlatCap)
        self._painter.setPen(break_line(pen, self._value(edge) or 0.0) if broken else pen)
        start = self._layout.position(Neuron(edge.layer - 1, edge.k))
        end = self._layout.position(Neuron(edge.layer, edge.j))
        self._painter.drawLine(QLineF(QPointF(*start), QPointF(*end)))

    # Motion

    def paint_lights(self) -> None:
        """Paint the lights that travel along the edges that carry most."""
        sweep = self._frame.sweep
        if sweep.pulse is None or sweep.pulse.gap is None:
            return
        layer = sweep.pulse.gap
        k, j = sweep.lights()
        head = sweep.progress * (1 + TAIL)
        begin, end = (float(np.clip(t, 0.0, 1.0)) for t in (head - TAIL, head))
        if not sweep.pulse.forward:
            begin, end = 1 - end, 1 - begin
        left, right = self._layout.columns[layer - 1], self._layout.columns[layer]
        low, high = self._layout.anchors[layer - 1][k], self._layout.anchors[layer][j]
        x = [left + t * (right - left) for t in (begin, end)]
        y = [(low + t * (high - low)).tolist() for t in (begin, end)]
        self._painter.setPen(QPen(self._theme.color("text"), 1.6 * self._layout.scale))
        self._painter.drawLines([QLineF(x[0], y0, x[1], y1) for y0, y1 in zip(*y, strict=True)])


def draw_edges(painter: QPainter, layout: NetworkLayout, layer: int, amounts: Array, width: float) -> None:
    """Draw all edges before a layer as lines, in the colors of the picture in pixels; the weakest first.

    `amounts`, shape (edges,), are signed, as the tone curve takes them.
    """
    x = layout.columns[layer - 1], layout.columns[layer]
    starts, ends = layout.anchors[layer - 1], layout.anchors[layer]
    for edge in np.argsort(np.abs(amounts), kind="stable").tolist():
        k, j = divmod(edge, len(ends))
        amount = float(amounts[edge])
        ink = QColor(theme.current().color("positive" if amount > 0 else "negative"))
        ink.setAlphaF(1 - float(np.exp(-abs(amount))))
        painter.setPen(QPen(ink, width))
        painter.drawLine(QLineF(x[0], float(starts[k]), x[1], float(ends[j])))
