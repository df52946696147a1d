"""The edges as one picture: built for a geometry, redrawn for new numbers, scaled until it is built anew."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QPixmap

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec
from nnviz.session import Neuron, Selection
from nnviz.ui import theme
from nnviz.ui.network.edges import LIMIT, Coverage
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.lines import draw_edges
from nnviz.ui.network.tone import Colors, tone_table
from nnviz.ui.network.values import EdgeValues

FADED = 0.10
"""What is left of the other edges' strength while a neuron is chosen."""

CLOSE = 2
"""So much more a gap's matrix may hold once it is zoomed, for then single lines can be told apart."""

WHOLE_LIMIT = 12_000_000
"""What the matrices of all gaps together may hold."""

Geometry = tuple[NetworkLayout, float]


class Kept(NamedTuple):
    """The picture of one gap, and what it was made from."""

    coverage: Coverage
    table: Colors
    gain: float
    drawn: Array
    image: QImage

    def shows(self, coverage: Coverage, table: Colors, gain: float, drawn: Array) -> bool:
        """Say whether it is the picture of these."""
        same = self.coverage is coverage and self.table is table and self.gain == gain
        return same and np.array_equal(self.drawn, drawn)


class EdgePicture:
    """All edges of the network, as they are seen.

    Parameters
    ----------
    values : EdgeValues
        What they show.
    """

    def __init__(self, values: EdgeValues) -> None:
        self._values = values
        self._table: Colors | None = None
        self._built: Geometry | None = None
        self._pixmap: QPixmap | None = None
        self._chosen: Selection = None
        self._kept: dict[int, Kept] = {}
        self._drafts: dict[int, Coverage] = {}
        self.coverages: dict[int, Coverage] = {}

    def recolor(self) -> None:
        """Take the colors of the theme now in use."""
        self._pixmap = None
        self._table = tone_table(*(_rgb(role) for role in ("background", "positive", "negative")))

    def drop(self) -> None:
        """Forget the picture."""
        self._pixmap = None

    @property
    def spec(self) -> NetworkSpec | None:
        """The network whose picture it is."""
        return self._built[0].spec if self._built and self._pixmap else None

    def fits(self, layout: NetworkLayout, ratio: float) -> bool:
        """Say whether the lines are where the layout wants them."""
        return self._built == (layout, ratio)

    def build(self, layout: NetworkLayout, ratio: float) -> Iterator[None]:
        """Compute where the lines run, one gap with each step; none takes long."""
        seen = [layer for layer in layout.spec.layers if layout.sees(layer)]
        most = LIMIT if layout.camera.zoom == 1 else CLOSE * LIMIT
        limit = min(most, WHOLE_LIMIT // max(len(seen), 1))
        coverages = {}
        for layer in seen:
            coverages[layer] = Coverage(layout.gap(layer, ratio), limit)
            yield
        self.coverages, self._built = coverages, (layout, ratio)
        self._kept.clear()
        self._drafts.clear()
        self._pixmap = None

    def draw(self, chosen: Selection) -> None:
        """Draw the present numbers on the known lines; all but what is chosen fades."""
        for _ in self.drawing(chosen):
            pass

    def drawing(self, chosen: Selection, draft: bool = False) -> Iterator[None]:
        """Draw in steps, one gap with each; the picture stays the old one until the last.

        A `draft` has less detail where the lines are many, and takes a fraction of the time. What is drawn
        must not move between the steps: begin again then.
        """
        assert self._built is not None
        layout, ratio = self._built
        images = {}
        for layer in self.coverages:
            if self._values.values(layer) is not None:
                images[layer] = self._image(layer, chosen, draft)
            yield
        self._chosen = chosen
        pixmap = self._ground(layout, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer, coverage in self.coverages.items():
            place = _place(layout, layer, ratio, coverage)
            if layer in images:
                painter.drawImage(place, images[layer])
            else:
                painter.fillRect(place, theme.current().color("background"))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self._pixmap = pixmap

    def get_ready(self) -> Iterator[None]:
        """Compute in steps where the lines of the drafts run; lines that move meanwhile end it."""
        coverages = self.coverages
        for layer in coverages:
            draft = self._coverage(layer, draft=True)
            yield
            draft.get_ready()
            yield
            if self.coverages is not coverages:
                return

    def _ground(self, layout: NetworkLayout, ratio: float) -> QPixmap:
        """Return the last picture, if it was of the same lines, to be drawn over; else an empty one."""
        if self._pixmap is not None:
            self._pixmap.setDevicePixelRatio(1)
            return self._pixmap
        pixmap = QPixmap(round(layout.width * ratio), round(layout.height * ratio))
        pixmap.fill(theme.current().color("background"))
        return pixmap

    def _coverage(self, layer: int, draft: bool) -> Coverage:
        if not draft:
            return self.coverages[layer]
        if layer not in self._drafts:
            self._drafts[layer] = self.coverages[layer].draft()
        return self._drafts[layer]

    def _image(self, layer: int, chosen: Selection, draft: bool) -> QImage:
        """Return the picture of one gap; a step of the cursor leaves most of them as they were."""
        coverage, table = self._coverage(layer, draft), self._table
        assert table is not None
        drawn, gain = self._strengths(layer, coverage, chosen)
        kept = self._kept.get(layer)
        if kept is not None and kept.shows(coverage, table, gain, drawn):
            return kept.image
        picture = coverage.picture(drawn, gain, table)
        rows, columns = picture.shape
        # The coverage keeps the array, and the next picture that is written to it replaces this one.
        image = QImage(picture.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
        self._kept[layer] = Kept(coverage, table, gain, drawn, image)
        return image

    def _strengths(self, layer: int, coverage: Coverage, chosen: Selection) -> tuple[Array, float]:
        """Return how strong each edge is drawn, and what that is multiplied by for the tone curve."""
        drawn, _ = self._values.drawn(layer)
        gain = coverage.gain(drawn)
        if chosen is not None:
            drawn = _emphasized(drawn, len(coverage.gap.right), layer, chosen)
        return drawn, gain

    def paint(self, painter: QPainter, layout: NetworkLayout) -> None:
        """Paint the picture; one that was built for another place or size, where it would be by now."""
        if self._pixmap is None or self._built is None or self._built[0].spec != layout.spec:
            return
        if self._built[0] == layout and painter.paintEngine().type() == QPaintEngine.Type.SVG:
            self._paint_drawing(painter, self._pixmap)
        elif self._built[0] == layout:
            painter.drawPixmap(0, 0, self._pixmap)
        else:
            painter.drawPixmap(_moved(self._built[0], layout), self._pixmap, QRectF(self._pixmap.rect()))

    def _paint_drawing(self, painter: QPainter, pixmap: QPixmap) -> None:
        """Paint lines where they can be told apart, and pixels where there are thousands."""
        assert self._built is not None
        layout, ratio = self._built
        for layer, coverage in self.coverages.items():
            if not coverage.crisp:
                place = _place(layout, layer, ratio, coverage)
                part = pixmap.copy(place)  # an SVG would take all of it, whatever part was asked for
                painter.drawPixmap(QPointF(place.topLeft()) / ratio, part)
            elif self._values.values(layer) is not None:
                strengths, gain = self._strengths(layer, coverage, self._chosen)
                width = coverage.gap.thickness / ratio
                draw_edges(painter, layout, layer, strengths * gain, width)


def _place(layout: NetworkLayout, layer: int, ratio: float, coverage: Coverage) -> QRect:
    """Return where the edges before a layer lie in the picture, in its pixels."""
    return QRect(*layout.corner(layer, ratio), coverage.gap.width, coverage.gap.height)


def _moved(old: NetworkLayout, new: NetworkLayout) -> QRectF:
    """Return where the whole view of an old layout lies in a new one."""
    wider, higher = new.width / old.width, new.height / old.height
    grown = new.camera.zoom / old.camera.zoom
    x = old.camera.x * wider * grown - new.camera.x
    y = old.camera.y * higher * grown - new.camera.y
    return QRectF(x, y, new.width * grown, new.height * grown)


def _emphasized(drawn: Array, n_right: int, layer: int, chosen: Selection) -> Array:
    """Return the strengths of the edges before `layer`: all but those of what is chosen fade."""
    assert chosen is not None
    strengths = drawn.reshape(-1, n_right)
    faded = strengths * np.float32(FADED)
    neuron = chosen if isinstance(chosen, Neuron) else Neuron(chosen.layer, chosen.j)
    if neuron.layer == layer:
        faded[:, neuron.j] = strengths[:, neuron.j]
    elif neuron.layer == layer - 1 == 0:
        faded[neuron.j] = strengths[neuron.j]
    return faded.ravel()


def _rgb(role: str) -> Array:
    color = theme.current().color(role)
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
