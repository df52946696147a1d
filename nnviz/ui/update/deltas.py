"""ΔW as pictures: one heat map for each layer; of the first layer one image for each neuron."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.arrays import Array, BoolArray, IntArray
from nnviz.core.network import Location, Parameters
from nnviz.session import Session
from nnviz.ui.inspector.names import weight_name
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.signed_image import SignedImage, largest
from nnviz.wording import exact, layer_name, number, tr

MOST_PICTURES = 32
"""More first-layer pictures than this are left to the gallery."""

PER_ROW = 8


class Mosaic(NamedTuple):
    """Where the parameters of a layer stand in its picture.

    Attributes
    ----------
    places : IntArray
        Positions in θ, shape (rows, columns); −1 for a gap.
    neurons : int
        How many of the layer's neurons are shown.
    """

    places: IntArray
    neurons: int

    @property
    def present(self) -> BoolArray:
        """Which cells there are, shape (rows, columns)."""
        return self.places >= 0

    def values(self, numbers: Array) -> Array:
        """Return the numbers of θ's shape as they stand in the picture."""
        return np.where(self.present, numbers[self.places], 0.0)


def mosaic(parameters: Parameters, layer: int, image: tuple[int, ...] | None) -> Mosaic:
    """Arrange a layer's parameters: as images side by side, or as the matrix W with b at its right."""
    spec = parameters.spec
    n, before = spec.sizes[layer], spec.sizes[layer - 1]
    start = spec.offsets[layer - 1]
    weights = start + np.arange(before)[None, :] * n + np.arange(n)[:, None]
    if image is not None:
        return _images(weights[:MOST_PICTURES], image)
    biases = start + before * n + np.arange(n)[:, None]
    return Mosaic(np.hstack([weights, np.full((n, 1), -1), biases]), n)


def _images(weights: IntArray, image: tuple[int, ...]) -> Mosaic:
    """Set one image for each row of weights side by side, its channels beside one another."""
    rows, columns = image[:2]
    channels = weights.reshape(len(weights), rows, columns, -1)
    tiles = channels.transpose(0, 1, 3, 2).reshape(len(weights), rows, -1)
    width, height = tiles.shape[2] + 1, rows + 1
    lines = -(-len(tiles) // PER_ROW)
    places = np.full((lines * height - 1, min(len(tiles), PER_ROW) * width - 1), -1)
    for n, tile in enumerate(tiles):
        top, left = n // PER_ROW * height, n % PER_ROW * width
        places[top : top + rows, left : left + width - 1] = tile
    return Mosaic(places, len(tiles))


class LayerDelta(QWidget):
    """What the step changed in one layer."""

    def __init__(self, session: Session, layer: int, parameters: Parameters) -> None:
        super().__init__()
        self._session, self._layer = session, layer
        self._change = parameters
        shape = session.dataset.image_shape if layer == 1 else None
        self._mosaic = mosaic(parameters, layer, shape)
        self.title = Prose(role="section")
        self.picture = SignedImage(
            tr("Changes of layer {n}", n=layer), largest_cell=7.0 if shape is None else 3.0
        )
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.picture.setMinimumWidth(1)  # a pixel for each weight will do where the column is narrow
        self.picture.set_tip(self._tip)
        self.picture.hovered.connect(self._point)
        self.picture.left.connect(lambda: session.point_at(None))
        self.picture.clicked.connect(lambda row, column: session.select(self.location(row, column)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.picture)
        column.addStretch(1)
        self._say(image=shape is not None)

    def _say(self, image: bool) -> None:
        spec = self._session.spec
        n = spec.sizes[self._layer]
        if image and self._mosaic.neurons < n:
            note = tr("the first {k} of {n} neurons; the edges of the network show all", k=MOST_PICTURES, n=n)
        elif image:
            note = tr("one picture for each of the {n} neurons", n=n)
        else:
            note = tr("a row for each neuron: its weights, and at the right its bias")
        name = layer_name(spec, self._layer)
        self.title.setToolTip(tr("<b>Δ into the {layer}</b><br>{note}", layer=name, note=note))

    def show_change(self, change: Parameters) -> None:
        """Show another step."""
        self._change = change
        values = self._mosaic.values(change.theta)
        scale = largest(values)
        self.picture.set_values(values, scale, self._mosaic.present)
        self.title.setText(tr("Δ of layer {n}, ±{scale}", n=self._layer, scale=number(scale)))

    def show_marks(self) -> None:
        """Outline what is chosen and what is pointed at."""
        self.picture.set_marked(self._cell(self._session.selection))
        self.picture.set_pointed(self._cell(self._session.pointed))

    def location(self, row: int, column: int) -> Location:
        """Return the parameter that stands in a cell."""
        return self._session.spec.locate(int(self._mosaic.places[row, column]))

    def _cell(self, hit: object) -> tuple[int, int] | None:
        if not isinstance(hit, Location) or hit.layer != self._layer:
            return None
        found = np.argwhere(self._mosaic.places == self._session.spec.index(hit))
        return (int(found[0][0]), int(found[0][1])) if len(found) else None

    def _point(self, row: int, column: int) -> None:
        self._session.point_at(self.location(row, column))

    def _tip(self, row: int, column: int) -> str:
        location = self.location(row, column)
        return f"{weight_name(self._session, location)}\nΔ = {exact(self._change.at(location))}"
