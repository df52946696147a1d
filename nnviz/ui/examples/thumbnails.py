"""Small pictures of examples, in the theme's ink; made once for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from nnviz.core.arrays import Array
from nnviz.session import ExampleRef, Session
from nnviz.ui import theme
from nnviz.ui.inspector.pictures import arrange

_KEPT = 5000
"""Pictures; more are made again when they are needed."""


class Thumbnails:
    """The pictures of a session's examples.

    Parameters
    ----------
    session : Session
        Whose data they are from.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made_from: tuple[object, object] = (None, None)
        self._images: dict[ExampleRef, tuple[QImage, NDArray[np.uint8]]] = {}

    def image(self, ref: ExampleRef) -> QImage:
        """Return the picture of one example, a pixel for each input."""
        made_from = (self._session.dataset, theme.current())
        if made_from[0] is not self._made_from[0] or made_from[1] is not self._made_from[1]:
            self._made_from = made_from
            self._images.clear()
        if ref not in self._images:
            if len(self._images) >= _KEPT:
                self._images.clear()
            self._images[ref] = self._draw(ref)
        return self._images[ref][0]

    def _draw(self, ref: ExampleRef) -> tuple[QImage, NDArray[np.uint8]]:
        data = self._session.dataset
        shades = np.clip(np.nan_to_num(data.split(ref.split).x[ref.index]), 0, 1)
        colors = _colored(shades, data.image_shape)
        rows, columns = colors.shape[:2]
        form = QImage.Format.Format_RGBA8888
        # QImage does not own its pixels, so they are kept beside it.
        return QImage(colors.data, columns, rows, 4 * columns, form), colors


def _colored(shades: Array, shape: tuple[int, ...] | None) -> NDArray[np.uint8]:
    """Return RGBA: a color image in its own colors, anything else as ink on paper."""
    if shape is not None and len(shape) == 3:
        colors = np.full((*shape[:2], 4), 255, np.uint8)
        colors[..., :3] = np.rint(255 * shades.reshape(shape))
        return colors
    cells = arrange(len(shades), shape)
    values = np.where(cells >= 0, shades[cells], 0)[..., None]
    off, on = (_rgb(role) for role in ("image_off", "image_on"))
    colors = np.full((*cells.shape, 4), 255, np.uint8)
    colors[..., :3] = np.rint(off + (on - off) * values)
    return colors


def _rgb(role: str) -> Array:
    color: QColor = theme.current().color(role)
    return np.array([color.red(), color.green(), color.blue()], np.float64)
