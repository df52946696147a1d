"""One line for each layer: how many neurons are dead or saturated, and how long its gradient is."""

from __future__ import annotations

from math import isfinite, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from nnviz.core.network import NetworkSpec
from nnviz.session import Neuron, Selection
from nnviz.training.diagnosis import LayerHealth
from nnviz.ui import theme
from nnviz.ui.row_list import RowList
from nnviz.wording import gradient_text, layer_name, number, tr
from nnviz.wording.diagnosis import layer_sentence

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

SHARES = (0.30, 0.21, 0.21, 0.28)
"""Of the width: the name, the dead, the saturated, the gradient."""

DECADES = 6.0
"""A gradient so many powers of ten below the longest has a bar of no length."""


class LayerRows(RowList):
    """A click chooses a neuron that is dead or saturated, a further click the next one."""

    def __init__(self) -> None:
        super().__init__(tr("How the layers are"))
        self._spec: NetworkSpec | None = None
        self._layers: tuple[LayerHealth, ...] = ()
        self._next: dict[int, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chosen.connect(self._turn)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(0.95)
        self._row = QFontMetricsF(self._font).height() + theme.px(9)
        self.updateGeometry()
        self.update()

    def show_layers(self, spec: NetworkSpec, layers: tuple[LayerHealth, ...]) -> None:
        """Show other numbers."""
        if spec != self._spec:
            self._next = {}
        self._spec, self._layers = spec, layers
        self.setAccessibleDescription("; ".join(layer_sentence(spec, layer) for layer in layers))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the titles and every layer."""
        return QSize(round(theme.px(320)), round(self._row * (len(self._layers) + 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(200)), self.sizeHint().height())

    # Rows

    def row_rect(self, index: int) -> QRectF:
        """Return where a layer's line stands."""
        return QRectF(0, (index + 1) * self._row, self.width(), self._row)

    def row_at(self, point: QPointF) -> int | None:
        """Return the layer at a point, None on the titles and below."""
        index = int(point.y() // self._row) - 1
        return index if 0 <= index < len(self._layers) else None

    def row_count(self) -> int:
        """Return how many layers there are."""
        return len(self._layers)

    def target(self, index: int) -> Selection:
        """Return the neuron that a click chooses: one that ails, where there is one."""
        layer = self._layers[index]
        if not layer.ailing:
            return None
        return Neuron(layer.layer, layer.ailing[self._next.get(layer.layer, 0) % len(layer.ailing)])

    def _turn(self, chosen: object) -> None:
        """Let the next click choose the next neuron."""
        if isinstance(chosen, Neuron):
            self._next[chosen.layer] = self._next.get(chosen.layer, 0) + 1

    def tip(self, index: int) -> str:
        """Return a line in words."""
        assert self._spec is not None
        words = layer_sentence(self._spec, self._layers[index])
        return words + (" " + tr("A click chooses one of them.") if self._layers[index].ailing else "")

    # Painting

    def _cells(self, top: float) -> list[QRectF]:
        cells, x = [], 0.0
        for share in SHARES:
            width = share * self.width()
            cells.append(QRectF(x + theme.px(4), top, width - theme.px(8), self._row))
            x += width
        return cells

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles and the lines."""
        painter, now = QPainter(self), theme.current()
        painter.setFont(theme.number_font(0.85))
        painter.setPen(now.color("text_muted"))
        titles = (tr("layer"), tr("dead"), tr("saturated"), f"‖{gradient_text()}‖")
        for cell, title in zip(self._cells(0), titles, strict=True):
            painter.drawText(cell, _LEFT, title)
        painter.setFont(self._font)
        for index in range(len(self._layers)):
            self._draw(painter, index)
        painter.end()

    def _draw(self, painter: QPainter, index: int) -> None:
        assert self._spec is not None
        now, layer, line = theme.current(), self._layers[index], self.row_rect(index)
        if self.lit(index):
            painter.fillRect(line, now.color("surface"))
        painter.setPen(QPen(now.color("border"), 1))
        painter.drawLine(line.topLeft(), line.topRight())
        name, dead, saturated, gradient = self._cells(line.top())
        painter.setPen(now.color("text"))
        text = painter.fontMetrics().elidedText(
            layer_name(self._spec, layer.layer), Qt.TextElideMode.ElideRight, round(name.width())
        )
        painter.drawText(name, _LEFT, text)
        activation = self._spec.activations[layer.layer - 1]
        self._count(painter, dead, layer.dead if activation == "relu" else None, layer.neurons)
        bounded = activation in ("sigmoid", "tanh")
        self._count(painter, saturated, layer.saturated if bounded else None, layer.neurons)
        self._length(painter, gradient, layer.gradient)

    def _count(self, painter: QPainter, cell: QRectF, count: int | None, of: int) -> None:
        """Draw "3/16" and a bar; a dash where that cannot happen to such neurons."""
        now = theme.current()
        text = "–" if count is None else f"{count}/{of}"
        painter.setPen(now.color("warning" if count else "text_muted"))
        painter.drawText(cell, _LEFT, text)
        if count is not None:
            room = cell.adjusted(theme.px(52), 0, 0, 0)
            self._bar(painter, room, count / max(of, 1), "warning")

    def _length(self, painter: QPainter, cell: QRectF, length: float) -> None:
        """Draw a length, and a bar in powers of ten below the longest."""
        painter.setPen(theme.current().color("text"))
        painter.drawText(cell, _LEFT, number(length))
        longest = max((x.gradient for x in self._layers if isfinite(x.gradient)), default=0.0)
        share = 0.0
        if isfinite(length) and length > 0:
            share = min(max(1 + log10(length / longest) / DECADES, 0.0), 1.0)
        self._bar(painter, cell.adjusted(theme.px(66), 0, 0, 0), share, "text_muted")

    def _bar(self, painter: QPainter, room: QRectF, share: float, role: str) -> None:
        now, height = theme.current(), theme.px(7)
        whole = QRectF(room.left(), room.center().y() - height / 2, max(room.width(), 0), height)
        painter.fillRect(whole, now.color("surface_raised"))
        painter.fillRect(QRectF(whole.left(), whole.top(), whole.width() * share, height), now.color(role))
