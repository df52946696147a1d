"""The numbers and colors behind the gallery's pictures; colored once for each θ, and only what is seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.core.arrays import Array
from nnviz.core.steps import Phase
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.arrangement import Arrangement
from nnviz.ui.brightness import brightness_span
from nnviz.ui.color_switch import shows_color
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
        self._made_for: tuple[object, bool] = (None, False)
        self._arranged = Arrangement.of(1, None)
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
        cells = self.arrangement().cells
        return np.where(cells >= 0, self.weights()[j][cells], np.nan)

    def arrangement(self) -> Arrangement:
        """Return which input stands in which cell."""
        data, in_color = self._session.dataset, self.in_color()
        if self._made_for[0] is not data or self._made_for[1] != in_color:
            self._made_for = data, in_color
            self._arranged = Arrangement.of(data.n_inputs, data.image_shape, in_color)
        return self._arranged

    def in_color(self) -> bool:
        """Say whether a picture shows three channels as one image in color."""
        return shows_color(self._session)

    def shape(self) -> tuple[int, int]:
        """Return rows and columns of a picture."""
        return self.arrangement().shape

    def input_at(self, j: int, row: int, column: int) -> int | None:
        """Return the input that stands in a cell; of three the one whose weight is largest."""
        return self.arrangement().strongest(row, column, self.weights()[j])

    def cell_of(self, k: int) -> tuple[int, int]:
        """Return row and column of an input."""
        return self.arrangement().cell_of(k)

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

    def classes(self) -> tuple[str, ...] | None:
        """Return the classes that the neurons of the first layer speak for; None where it is a hidden one."""
        spec, classes = self._session.spec, self._session.dataset.classes
        speaks = spec.depth == 1 and classes is not None and len(classes) == spec.sizes[-1]
        return classes if speaks else None

    def short_name(self, j: int) -> str:
        """Return a neuron's number, at the output its class."""
        classes = self.classes()
        return str(j) if classes is None else classes[j]

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
        made_from = (
            *(self._session.parameters, self._session.dataset, theme.current()),
            *(self._own, self.in_color()),
        )
        known = len(self._made_from) == len(made_from)
        if known and all(a is b for a, b in zip(made_from, self._made_from, strict=True)):
            return
        self._made_from = made_from
        self._images.clear()
        self._colors.clear()
        self._common = _largest(self._session.parameters.blocks[1][:-1])

    def _color(self, seen: range) -> None:
        arranged = self.arrangement()
        weights, scale = self.weights()[seen.start : seen.stop], self._common
        if self._own:
            own = np.array([largest(row) for row in weights], weights.dtype)
            weights, scale = weights / np.where(own > 0, own, 1)[:, None], 1.0
        paint = theme.channel_colors if arranged.in_color else theme.sign_colors
        colors = paint(theme.current(), weights[:, arranged.cells], scale)
        colors[:, ~arranged.present, 3] = 0
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
