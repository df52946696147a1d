"""The first images of a data set, side by side."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array
from nnviz.data import Dataset
from nnviz.ui import theme
from nnviz.wording import tr

ROWS, COLUMNS = 2, 12
SIDE, GAP = 44.0, 4.0
"""Of one image, at type scale 1."""


class ContactStrip(QWidget):
    """Draws the first images of the training part, each with its class as a tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._images: list[tuple[QImage, NDArray[np.uint8]]] = []
        self._dataset: Dataset | None = None
        self.setAccessibleName(tr("The first images"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._recolor)

    def show_examples(self, dataset: Dataset) -> None:
        """Show the first images; data that are none leave it empty."""
        self._dataset = dataset
        self._recolor()

    @property
    def count(self) -> int:
        """How many images there are."""
        return len(self._images)

    def image(self, i: int) -> QImage:
        """Return image `i`, a pixel for each of its own."""
        return self._images[i][0]

    def _recolor(self) -> None:
        self._images = []
        data = self._dataset
        if data is not None and data.image_shape is not None:
            for x in data.train.x[: ROWS * COLUMNS]:
                self._images.append(_picture(x.reshape(*data.image_shape[:2], -1)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two rows."""
        step = theme.px(SIDE + GAP)
        rows = -(-max(self.count, 1) // COLUMNS)
        return QSize(round(COLUMNS * step), round(rows * step))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the images, each within its square."""
        painter = QPainter(self)
        side, step = theme.px(SIDE), theme.px(SIDE + GAP)
        painter.setPen(theme.current().color("border"))
        for i, (image, _) in enumerate(self._images):
            row, column = divmod(i, COLUMNS)
            scale = side / max(image.width(), image.height())
            width, height = image.width() * scale, image.height() * scale
            left, top = column * step + (side - width) / 2, row * step + (side - height) / 2
            painter.drawImage(QRectF(left, top, width, height), image)
            painter.drawRect(QRectF(left, top, width, height))


def _picture(values: Array) -> tuple[QImage, NDArray[np.uint8]]:
    """Return colors as they are, gray as the theme's ink on its paper; QImage does not own its pixels."""
    shades = np.clip(values, 0, 1)
    if shades.shape[2] == 1:
        colors = theme.current().color("image_off"), theme.current().color("image_on")
        off, on = (np.array([color.redF(), color.greenF(), color.blueF()]) for color in colors)
        shades = off + (on - off) * shades
    rows, columns = shades.shape[:2]
    pixels = np.full((rows, columns, 4), 255, np.uint8)
    pixels[..., :3] = np.rint(255 * shades)
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888), pixels
