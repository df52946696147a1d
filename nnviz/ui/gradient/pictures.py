"""∇C as pictures: what one first-layer neuron wants of every pixel, and each further layer as a heat map."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Selection, Session
from nnviz.ui import theme
from nnviz.ui.cells import Cell
from nnviz.ui.describe import describe
from nnviz.ui.inspector.parts import NumberLine, Prose
from nnviz.ui.scrolled import ScrolledColumn
from nnviz.ui.signed_image import SignedImage
from nnviz.wording import layer_name, not_yet, number, tr

WIDTH = 138.0
"""Of the column of pictures."""

LARGEST_MAP = 96
"""A layer with more neurons is no picture that could be read here."""


class LayerPicture(QWidget):
    """−∂C/∂w of a layer: of an image's layer one neuron at a time, else the whole matrix.

    Parameters
    ----------
    session : Session
        What it shows.
    layer : int
        Which layer's weights.
    """

    def __init__(self, session: Session, layer: int) -> None:
        super().__init__()
        self._session, self._layer = session, layer
        self._shape = session.dataset.image_shape if layer == 1 else None
        self._neuron = 0
        self.caption = NumberLine("text", 0.86)
        self.reach = NumberLine("text_muted", 0.8)
        self.image = SignedImage(
            tr("−∂{C}/∂w, {layer}", layer=layer_name(session.spec, layer)), largest_cell=9.0
        )
        self.image.hovered.connect(lambda row, column: session.point_at(self.location((row, column))))
        self.image.left.connect(lambda: session.point_at(None))
        self.image.clicked.connect(lambda row, column: session.select(self.location((row, column))))
        self.image.set_tip(lambda row, column: describe(session, self.location((row, column))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(1)
        for part in (self.caption, self.reach, self.image):
            column.addWidget(part)

    @property
    def neuron(self) -> int:
        """The neuron whose weights are shown as an image."""
        return self._neuron

    def location(self, cell: Cell) -> Location:
        """Return the weight of a cell."""
        row, column = cell
        if self._shape is None:
            return Location("w", self._layer, row, column)
        across, channels = self._shape[1], (*self._shape, 1)[2]
        channel, x = divmod(column, across)
        return Location("w", self._layer, self._neuron, (row * across + x) * channels + channel)

    def cell(self, hit: Selection) -> Cell | None:
        """Return the cell of a weight; None for what has none here."""
        if not isinstance(hit, Location) or hit.k is None or hit.layer != self._layer:
            return None
        if self._shape is None:
            return hit.j, hit.k
        across, channels = self._shape[1], (*self._shape, 1)[2]
        pixel, channel = divmod(hit.k, channels)
        row, x = divmod(pixel, across)
        return (row, channel * across + x) if hit.j == self._neuron else None

    def refresh(self) -> None:
        """Follow the session's numbers."""
        name = layer_name(self._session.spec, self._layer)
        self.image.setAccessibleName(tr("−∂{C}/∂w, {layer}", layer=name))
        known = self._session.shows(Phase("gradient", self._layer))
        self.image.setVisible(known)
        self._turn_to(self._session.selection)
        self._turn_to(self._session.pointed)
        if known:
            self.image.set_values(self._values())
            self._fit()
            scale = self.image.scale()
            self.reach.set_text(tr("up to ±{scale}", scale=number(scale)) if scale else tr("all are 0"))
        else:
            self.reach.set_text(not_yet())
        self._say()
        self._light()

    def _fit(self) -> None:
        """Take the height that the width asks for: in a column that scrolls nothing has to shrink."""
        rows, columns = self.image.values().shape
        side = min(int((theme.px(WIDTH) - 16) / columns), round(theme.px(9)))
        self.image.setFixedHeight(max(side, 1) * rows + 4)

    def follow(self) -> None:
        """Show the neuron that is chosen or pointed at, and light its cell up."""
        before = self._neuron
        self._turn_to(self._session.pointed or self._session.selection)
        if self._neuron != before:
            self.refresh()
        else:
            self._light()

    def _turn_to(self, hit: Selection) -> None:
        if self._shape is not None and hit is not None and hit.layer == self._layer:
            self._neuron = hit.j
        self._neuron = min(self._neuron, self._session.spec.sizes[self._layer] - 1)

    def _values(self) -> Array:
        wishes = 0.0 - self._session.trace.gradient.weights(self._layer)
        if self._shape is None:
            return np.ascontiguousarray(wishes)
        rows, across, channels = (*self._shape, 1)[:3]
        image = wishes[self._neuron].reshape(rows, across, channels)
        return np.ascontiguousarray(image.transpose(0, 2, 1).reshape(rows, channels * across))

    def _say(self) -> None:
        name = layer_name(self._session.spec, self._layer)
        if self._shape is None:
            self.caption.set_text(
                tr("−∂{C}/∂w, layer {layer}", layer=self._layer),
                tr("<b>{name}</b><br>Rows are its neurons, columns those before.", name=name),
            )
            return
        tip = tr("What this example wants of every pixel's weight: blue should rise, red should fall.")
        self.caption.set_text(tr("−∂{C}/∂w of neuron {j}", j=self._neuron), f"{tip}<br>{name}")

    def _light(self) -> None:
        self.image.set_marked(self.cell(self._session.selection))
        self.image.set_pointed(self.cell(self._session.pointed))


class GradientPictures(ScrolledColumn):
    """The pictures of all layers that make one, below each other."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.pictures: dict[int, LayerPicture] = {}
        self.setAccessibleName(tr("The gradient as pictures"))
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.setFixedWidth(round(theme.px(WIDTH)))

    def rebuild(self) -> None:
        """Make the pictures of another network."""
        self.pictures = {layer: LayerPicture(self._session, layer) for layer in self._pictured()}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for picture in self.pictures.values():
            column.addWidget(picture)
        if len(self.pictures) < self._session.spec.depth:
            sentence = tr("Larger layers are shown by “matrix”, gradient.")
            column.addWidget(Prose(sentence, "muted"))
        column.addStretch(1)
        self.setWidget(content)

    def _pictured(self) -> list[int]:
        spec, image = self._session.spec, self._session.dataset.image_shape is not None
        fits = [n for n in spec.layers if max(spec.sizes[n - 1], spec.sizes[n]) <= LARGEST_MAP]
        return sorted({1, *fits}) if image else fits

    def refresh(self) -> None:
        """Follow the session's numbers."""
        for picture in self.pictures.values():
            picture.refresh()

    def follow(self) -> None:
        """Follow what is chosen and pointed at."""
        for picture in self.pictures.values():
            picture.follow()
