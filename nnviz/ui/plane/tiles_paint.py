"""How the small surfaces and the edges between them are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.inspector.parts import fitting_font
from nnviz.ui.plane.seen import Seen
from nnviz.ui.plane.tile_layout import Column, TileLayout
from nnviz.ui.sign_marks import break_line
from nnviz.wording import activation_name
from nnviz.wording.plane import some_of

SIZE = 0.85
"""Of the writing."""

THIN, THICK = 0.7, 2.4
"""How thick an edge is, at a weight of 0 and at the layer's largest, in pixels at type scale 1."""

LEVELS = 24
"""So many strengths are told apart; below the first an edge could not be told from the ground."""

DIM = 0.25
"""The strength that edges keep which have nothing to do with the chosen neuron."""

_CENTER = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignVCenter


class TilePainter:
    """Draws one frame.

    Parameters
    ----------
    painter : QPainter
        Open on the widget.
    session : Session
        Whose network.
    layout : TileLayout
        Where the surfaces stand.
    """

    def __init__(self, painter: QPainter, session: Session, layout: TileLayout) -> None:
        self._painter, self._session, self._layout = painter, session, layout
        self._theme = theme.current()
        hits = (session.selection, session.pointed)
        self._marked = next((hit for hit in reversed(hits) if isinstance(hit, Neuron)), None)

    def draw(self, images: TileImages, head: float, foot: float) -> None:
        """Draw edges, surfaces, and what is written above and below them.

        Parameters
        ----------
        images : dict of int to dict of int to QImage
            Layer → neuron → its surface.
        head, foot : float
            Where the writing above ends, and where that below begins.
        """
        for layer in self._session.spec.layers:
            self._edges(layer)
        self._chosen_edge()
        for layer, column in enumerate(self._layout.columns):
            for place, j in enumerate(column.members):
                image = images.get(layer, {}).get(j)
                if image is not None:
                    self._tile(Neuron(layer, j), column.rect(place), image)
            self._write_around(layer, column, head, foot)

    # Edges

    def _edges(self, layer: int) -> None:
        """Draw the weights between the neurons that are shown, the strongest last."""
        before, after = self._layout.columns[layer - 1], self._layout.columns[layer]
        weights = self._session.parameters.weights(layer)
        largest = float(np.abs(weights).max(initial=0.0))
        if not largest or not isfinite(largest):
            return
        shown = weights[np.ix_(after.members, before.members)]
        strengths = (np.abs(shown) / largest) ** self._session.view.gamma * self._shares(layer, shown.shape)
        levels = np.rint(LEVELS * strengths).astype(np.int64)
        starts = [before.rect(place) for place in range(len(before.members))]
        ends = [after.rect(place) for place in range(len(after.members))]
        groups: dict[tuple[int, bool], list[QLineF]] = {}
        for index in np.argsort(levels, axis=None, kind="stable").tolist():
            to, of = divmod(index, len(before.members))
            kind = int(levels[to, of]), bool(shown[to, of] > 0)
            groups.setdefault(kind, []).append(_line(starts[of], ends[to]))
        for (level, positive), lines in groups.items():
            if level:
                self._painter.setPen(_pen(self._theme, level, positive, theme.px(1)))
                self._painter.drawLines(lines)

    def _shares(self, layer: int, shape: tuple[int, ...]) -> Array:
        """Return how strong edges are drawn because of what is marked, shape (shown after, shown before)."""
        shares, marked = np.ones(shape), self._marked
        if marked is None:
            return shares
        before, after = self._layout.columns[layer - 1].members, self._layout.columns[layer].members
        mine = np.zeros(shape, np.bool_)
        if marked.layer == layer:
            mine[np.array(after) == marked.j] = True
        elif marked.layer == layer - 1:
            mine[:, np.array(before) == marked.j] = True
        shares[~mine] = DIM
        return shares

    def _chosen_edge(self) -> None:
        chosen = self._session.selection
        if not isinstance(chosen, Location) or chosen.k is None:
            return
        ends = (Neuron(chosen.layer - 1, chosen.k), Neuron(chosen.layer, chosen.j))
        of, to = (self._layout.rect(neuron) for neuron in ends)
        if of is not None and to is not None:
            self._painter.setPen(QPen(self._theme.color("selection"), theme.px(THICK)))
            self._painter.drawLine(_line(of, to))

    # Surfaces

    def _tile(self, neuron: Neuron, rect: QRectF, image: QImage) -> None:
        painter, now = self._painter, self._theme
        painter.drawImage(rect, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.color("neuron_ring"), 1))
        painter.drawRect(rect)
        if neuron in self._session.off:
            painter.setPen(QPen(now.color("text_muted"), theme.px(1.6)))
            painter.drawLine(rect.topLeft(), rect.bottomRight())
            painter.drawLine(rect.bottomLeft(), rect.topRight())
        for hit, role, width in (
            (self._session.pointed, "text", 1.4),
            (self._session.selection, "selection", 2.2),
        ):
            if hit == neuron:
                painter.setPen(QPen(now.color(role), theme.px(width)))
                painter.drawRect(rect.adjusted(-2, -2, 2, 2))

    # Writing

    def _write_around(self, layer: int, column: Column, head: float, foot: float) -> None:
        spec, painter = self._session.spec, self._painter
        painter.setPen(self._theme.color("text_muted"))
        height = QFontMetricsF(theme.number_font(SIZE)).height()
        wide = self._layout.step - theme.px(4)
        texts = [(head - height, some_of(len(column.members), column.n))]
        if layer:
            texts.append((foot, activation_name(spec.activations[layer - 1])))
        for top, text in texts:
            font = fitting_font(text, wide, SIZE)
            if QFontMetricsF(font).horizontalAdvance(text) <= wide:  # else it is for the tooltip to say
                painter.setFont(font)
                painter.drawText(QRectF(column.x - wide / 2, top, wide, height), _CENTER, text)

    def write_beside(self, layer: int, names: Sequence[str], right: bool) -> None:
        """Write the names of a layer's neurons beside their surfaces."""
        column, painter = self._layout.columns[layer], self._painter
        painter.setFont(theme.number_font(SIZE))
        gap, wide = theme.px(6), theme.px(90)
        for place, j in enumerate(column.members):
            rect = column.rect(place)
            painter.setPen(self._theme.color("text"))
            if right:
                room = QRectF(rect.right() + gap, rect.top(), wide, rect.height())
                painter.drawText(room, _BESIDE | Qt.AlignmentFlag.AlignLeft, names[j])
            else:
                room = QRectF(rect.left() - gap - wide, rect.top(), wide, rect.height())
                painter.drawText(room, _BESIDE | Qt.AlignmentFlag.AlignRight, names[j])


TileImages = dict[int, dict[int, QImage]]


def tile_images(seen: Seen) -> TileImages:
    """Return the small surfaces in colors."""
    return {layer: _images(list(shown), *_stacked(seen, layer)) for layer, shown in seen.tiles.items()}


def _stacked(seen: Seen, layer: int) -> tuple[Array, float]:
    """Return a layer's surfaces, each as a share of its own scale, and where that scale begins: 0 or −1."""
    shown, spans = seen.tiles[layer], seen.spans[layer]
    low = -1.0 if layer == 0 or any(span[0] < 0 for span in spans.values()) else 0.0
    shares = [values / max(-spans[j][0], spans[j][1]) for j, values in shown.items()]
    return np.stack(shares), low


def _images(members: list[int], shares: Array, low: float) -> dict[int, QImage]:
    colors = theme.neuron_colors(theme.current(), shares, low, 1.0)
    rows, columns = shares.shape[1:]
    form = QImage.Format.Format_RGBA8888
    images = (QImage(part.data, columns, rows, 4 * columns, form) for part in colors)
    # A format that Qt paints as it is; and QImage does not own its pixels, but a conversion does.
    ready = (image.convertToFormat(QImage.Format.Format_RGB32) for image in images)
    return dict(zip(members, ready, strict=True))


@lru_cache(maxsize=4 * LEVELS)
def _pen(now: theme.Theme, level: int, positive: bool, scale: float) -> QPen:
    # Opaque: Qt needs seven times as long for a translucent line.
    strength = level / LEVELS
    end = now.color("positive" if positive else "negative")
    pen = QPen(theme.blend(now.background, end, strength), scale * (THIN + (THICK - THIN) * strength))
    return break_line(pen, 1.0 if positive else -1.0)


def _line(of: QRectF, to: QRectF) -> QLineF:
    return QLineF(QPointF(of.right(), of.center().y()), QPointF(to.left(), to.center().y()))
