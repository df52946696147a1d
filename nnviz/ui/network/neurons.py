"""Neurons: discs with numbers, bars for layers that do not fit, wishes, crosses over what is off."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPen, QPolygonF

from nnviz.core.arrays import Array
from nnviz.core.steps import Phase
from nnviz.ui import theme
from nnviz.ui.brightness import brightness_span
from nnviz.ui.network.disc import Fill
from nnviz.ui.network.frame import Discs, FramePainter
from nnviz.ui.network.naming import Indices
from nnviz.wording import short

STRIP = 6.0
"""Width of the bar that stands for a layer whose discs do not fit."""

RING = 2.0
"""What a ring and its soft edge need around a disc, at most."""

GLOW = 7.0
"""How far the light of a disc that has just been computed reaches beyond its ring."""


class NeuronPainter(FramePainter):
    """Paints the neurons of one frame."""

    def paint(self, layer: int) -> None:
        """Paint one layer."""
        if not -60 < self._layout.columns[layer] < self._layout.width + 60:
            return
        self._glow(layer)
        if self._layout.radius(layer):
            anchors = self._layout.anchors[layer]
            seen = np.flatnonzero((anchors > -40) & (anchors < self._layout.height + 40))
            places = Discs(seen, self._layout.columns[layer], anchors[seen], self._layout.radius(layer))
            self._discs(layer, places)
            self._wishes(layer)
        else:
            self._strip(layer)
            self._named_discs(layer, self._frame.named[layer])

    # Discs

    def _range(self, layer: int, values: Array, activated: bool) -> tuple[float, float]:
        if activated:
            return brightness_span(self._frame.session.spec, layer, values)
        largest = max(float(np.abs(values).max(initial=0.0)), 1e-9)
        return -largest, largest

    def _fills(self, layer: int, members: Indices) -> list[Fill]:
        values, activated = self._frame.value(layer)
        if values is None:
            empty = self._theme.color("surface")
            return [(empty.red(), empty.green(), empty.blue(), 255)] * len(members)
        span = self._range(layer, values, activated)
        return [tuple(shade) for shade in theme.neuron_colors(self._theme, values[members], *span).tolist()]

    def _discs(self, layer: int, discs: Discs) -> None:
        fills, off = self._fills(layer, discs.members), self._frame.session.off
        centers = [(discs.x, y) for y in discs.y.tolist()]
        self._frame.discs.paint(centers, discs.radius, fills)
        height, texts = self._texts(layer, discs)
        for j, center, fill, text in zip(discs.members.tolist(), centers, fills, texts, strict=True):
            if (layer, j) in off:
                self._cross(*self._frame.discs.center(*center), discs.radius)
            elif text:
                self._frame.discs.write(center, discs.radius, fill, text, height)

    def _texts(self, layer: int, discs: Discs) -> tuple[int, list[str]]:
        """Return how high what stands inside the discs is, and what.

        It is the number where there is room; else, if the palette asks for it, at least the sign.
        """
        values, activated = self._frame.value(layer)
        nothing = 0, [""] * len(discs.members)
        if values is None:
            return nothing
        height = _readable(discs.radius * 0.74)
        if height:
            return height, [short(value) for value in values[discs.members].tolist()]
        height = _readable(discs.radius * 1.7)
        if not height or not self._theme.glyphs or self._range(layer, values, activated)[0] >= 0:
            return nothing
        return height, [theme.sign_glyph(self._theme, value) for value in values[discs.members].tolist()]

    def _cross(self, x: float, y: float, radius: float) -> None:
        """Cross out a neuron that is switched off."""
        reach = 0.95 * radius
        self._painter.setPen(QPen(self._theme.color("text_muted"), max(1.6, 0.16 * radius)))
        self._painter.drawLine(QLineF(x - reach, y - reach, x + reach, y + reach))
        self._painter.drawLine(QLineF(x - reach, y + reach, x + reach, y - reach))

    # Bars

    def _strip(self, layer: int) -> None:
        """Draw a layer that does not fit as a bar with one stripe for each of its neurons."""
        values, activated = self._frame.value(layer)
        anchors, width = self._layout.anchors[layer], STRIP * self._layout.scale
        half = float(anchors[1] - anchors[0]) / 2
        top, bottom = float(anchors[0]) - half, float(anchors[-1]) + half
        bar = QRectF(self._layout.columns[layer] - width / 2, top, width, bottom - top)
        if not self._frame.wants(bar):
            return
        self._painter.fillRect(bar, self._theme.color("anchor_bar"))
        if values is None:
            return
        stripes = _stripes(self._theme, values.tobytes(), self._range(layer, values, activated))
        self._painter.drawImage(bar.adjusted(1, 0, -1, 0), stripes)

    def _named_discs(self, layer: int, discs: Discs) -> None:
        """Draw the discs beside a bar; those of the inputs stay what they are while a training goes on."""
        bar = self._layout.columns[layer] - STRIP * self._layout.scale / 2
        if layer or self._frame.wants_column(0, bar):
            self._leaders(layer, discs)
            self._discs(layer, discs)

    def _leaders(self, layer: int, discs: Discs) -> None:
        """Lead from each named disc to its anchor."""
        self._painter.setPen(QPen(self._theme.color("neuron_ring"), 0.8))
        x = self._layout.columns[layer] - STRIP * self._layout.scale / 2
        anchors = self._layout.anchors[layer][discs.members]
        lines = [
            QLineF(discs.x + discs.radius, y, x, anchor)
            for y, anchor in zip(discs.y.tolist(), anchors.tolist(), strict=True)
        ]
        if lines:
            self._painter.drawLines(lines)

    # What they wish

    def _wishes(self, layer: int) -> None:
        """Draw ▲▼ beside each neuron, their area in proportion to −∂C/∂a, or to −∂C/∂z once δ is there."""
        wish = self._wish(layer)
        radius = self._layout.radius(layer)
        if wish is None:
            return
        largest = float(np.abs(wish).max(initial=0.0))
        aside = (30 if layer == self._layout.spec.depth else 9) * self._layout.scale
        x = self._layout.columns[layer] + radius + aside
        for value, y in zip(wish, self._layout.anchors[layer], strict=True):
            size = float(np.sqrt(abs(value) / largest)) if largest else 0.0
            if size * radius >= 1:
                self._triangle(x, y, size * min(radius, 10.0 * self._layout.scale), value > 0)

    def _wish(self, layer: int) -> Array | None:
        session = self._frame.session
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

    # Motion

    def _glow(self, layer: int) -> None:
        """Let light fade around discs that have just been computed."""
        sweep, radius = self._frame.sweep, self._layout.radius(layer)
        if sweep.pulse is None or sweep.pulse.gap is not None or sweep.pulse.layer != layer or not radius:
            return
        left = 1 - sweep.progress
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("text", 0.45 * left))
        reach = radius + GLOW * self._layout.scale * (1 - left**2)
        for y in self._layout.anchors[layer].tolist():
            self._painter.drawEllipse(QPointF(self._layout.columns[layer], y), reach, reach)


@lru_cache(maxsize=4)
def _stripes(colors: theme.Theme, values: bytes, span: tuple[float, float]) -> QImage:
    """Return a pixel for each value, float64, one below the other; inputs stay while a training goes on."""
    shades = theme.neuron_colors(colors, np.frombuffer(values), *span)
    return QImage(shades.tobytes(), 1, len(shades), 4, QImage.Format.Format_RGBA8888).copy()


def _readable(pixels: float) -> int:
    """Return the size of what stands inside discs in whole pixels; 0 where it could not be read."""
    return round(pixels) if pixels >= 7.5 else 0
