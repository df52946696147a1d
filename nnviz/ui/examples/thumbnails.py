"""Small pictures of examples, in the theme's ink; made once for each."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from nnviz.core.arrays import Array
from nnviz.session import ExampleRef, Session
from nnviz.ui import ink, theme
from nnviz.ui.arrangement import arrange

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
        self._images: dict[ExampleRef, QImage] = {}

    def image(self, ref: ExampleRef) -> QImage:
        """Return the picture of one example, a pixel for each input."""
        made_from = (self._session.dataset, theme.current())
        if made_from[0] is not self._made_from[0] or made_from[1] is not self._made_from[1]:
            self._made_from = made_from
            self._images.clear()
        if ref not in self._images:
            if len(self._images) >= _KEPT:
                self._images.clear()
            data = self._session.dataset
            self._images[ref] = input_picture(data.split(ref.split).each[ref.index], data.image_shape)
        return self._images[ref]


def input_picture(x: Array, shape: tuple[int, ...] | None) -> QImage:
    """Return the picture of any input x, shape (n_0,); what is no image is laid out as nearly square."""
    if shape is not None and len(shape) == 3:
        return ink.picture(x.reshape(shape))
    cells = arrange(len(x), shape)
    return ink.picture(np.where(cells >= 0, x[cells], 0))
