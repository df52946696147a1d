"""The numbers and colors behind the gallery's pictures; colored once for each θ, and only what is seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.core.arrays import Array, IntArray
from nnviz.core.steps import Phase
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.brightness import brightness_span
from nnviz.ui.inspector.pictures import arrange
from nnviz.ui.signed_image import largest

_FORM = QImage.Format.Format_RGBA8888


class Pictures:
    """The weights that arrive at each neuron of the first layer, arranged as the input is.

    Parameters
    ----------
    session : Session
        Whose weights they are.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._own = False
        self._arranged: object = None
        self._cells: IntArray = np.zeros((1, 1), np.int64)
        self._made_from: tuple[object, ...] = ()
        self._images: dict[int, QImage] = {}
        self._colors: list[NDArray[np.uint8]] = []
        self._common = 0.0
        self._zoom = 1

    def set_own(self, own: bool) -> None:
        """Color every picture by its own largest weight, or all by the largest of all."""
        self._own = own

    # Numbers

    def weights(self) -> Array:
        """Return the weights, shape (n_1, n_0)."""
        return self._session.parameters.weights(1)

    def values(self, j: int) -> Array:
        """Return the picture of a neuron as numbers, NaN where there is no cell."""
        cells = self.cells()
        return np.where(cells >= 0, self.weights()[j][cells], np.nan)

    def cells(self) -> IntArray:
        """Return which input stands in which cell, −1 for none."""
        data = self._session.dataset
        if self._arranged is not data:
            self._arranged, self._cells = data, arrange(data.n_inputs, data.image_shape)
        return self._cells

    def shape(self) -> tuple[int, int]:
        """Return rows and columns of a picture."""
        rows, columns = self.cells().shape
        return rows, columns

    def input_at(self, row: int, column: int) -> int | None:
        """Return the input that stands in a cell."""
        k = int(self.cells()[row, column])
        return None if k < 0 else k

    def cell_of(self, k: int) -> tuple[int, int]:
        """Return row and column of an input."""
        row, column = np.argwhere(self.cells() == k)[0]
        return int(row), int(column)

    def common_scale(self) -> float | None:
        """Return the largest weight of all; None where every picture has its own scale."""
        self._refresh()
        return None if self._own else self._common

    def own_scale(self, j: int) -> float:
        """Return the largest weight of one neuron."""
        return largest(self.weights()[j])

    def activation(self, j: int) -> float | None:
        """Return a neuron's activation for the example, once it is revealed."""
        activations = self.activations()
        return None if activations is None else float(activations[j])

    def activations(self) -> Array | None:
        """Return all activations of the layer, once they are revealed."""
        session = self._session
        return session.trace.a[1] if session.shows(Phase("activation", 1)) else None

    def brightness(self, activations: Array) -> tuple[float, float]:
        """Return the activations that the faintest and the strongest fill stand for."""
        return brightness_span(self._session.spec, 1, activations)

    def switchable(self) -> bool:
        """Say whether the first layer is a hidden one, whose neurons can be switched off."""
        return self._session.spec.depth > 1

    # Colors

    def images(self, seen: range, zoom: int = 1) -> dict[int, QImage]:
        """Return pictures, `zoom` pixels wide and high for each cell; those not yet colored are, at once."""
        self._refresh()
        if zoom != self._zoom:
            self._zoom = zoom
            self._images.clear()
        if not all(j in self._images for j in seen):
            self._color(seen)
        return self._images

    def _refresh(self) -> None:
        """Forget what was colored for other numbers or another theme."""
        made_from = (self._session.parameters, self._session.dataset, theme.current(), self._own)
        if len(self._made_from) == 4 and all(a is b for a, b in zip(made_from, self._made_from, strict=True)):
            return
        self._made_from = made_from
        self._images.clear()
        self._colors.clear()
        self._common = _largest(self._session.parameters.blocks[1][:-1])

    def _color(self, seen: range) -> None:
        cells = self.cells()
        weights, scale = self.weights()[seen.start : seen.stop], self._common
        if self._own:
            own = np.array([largest(row) for row in weights], weights.dtype)
            weights, scale = weights / np.where(own > 0, own, 1)[:, None], 1.0
        colors = theme.sign_colors(theme.current(), weights[:, cells], scale)
        colors[:, cells < 0, 3] = 0
        if self._zoom > 1:
            colors = colors.repeat(self._zoom, axis=1).repeat(self._zoom, axis=2)
        self._colors.append(colors)  # QImage does not own its pixels
        rows, columns = colors.shape[1:3]
        for j, pixels in zip(seen, colors, strict=True):
            self._images[j] = QImage(pixels.data, columns, rows, 4 * columns, _FORM)


def _largest(values: Array) -> float:
    """Return the largest finite magnitude, without a copy where all are finite."""
    peak = max(float(values.max(initial=0.0)), -float(values.min(initial=0.0)))
    return peak if np.isfinite(peak) else largest(values)
