"""The input as the picture it is: crisp pixels that can be pointed at and chosen."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter, QPaintEvent

from nnviz.core.arrays import Array
from nnviz.session import Changed, Neuron, Selection, Session
from nnviz.ui import theme
from nnviz.ui.example.terms import input_of
from nnviz.ui.signed_image import SignedImage
from nnviz.wording import fixed, tr

FRAME = 2
"""What the picture leaves free on each side, for the outline of a pixel at its edge."""


class ExampleImage(SignedImage):
    """The example's picture, in ink on paper as the theme has them; a click chooses an input.

    Parameters
    ----------
    session : Session
        Whose example it shows, and whose selection it changes.
    """

    _pixels: Array = np.zeros((1, 1, 1))

    def __init__(self, session: Session) -> None:
        super().__init__(tr("The example's picture"))
        self._session = session
        self.set_tip(self._tip_of)
        self.clicked.connect(self._choose)
        self.hovered.connect(lambda row, column: session.point_at(Neuron(0, self._first(row, column))))
        self.left.connect(lambda: session.point_at(None))
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def _follow(self, what: Changed) -> None:
        session = self._session
        if session.dataset.image_shape is None:
            return
        if what & (Changed.NETWORK | Changed.EXAMPLE):
            self._pixels = self._read()
            self.set_values(self._pixels.mean(axis=2))
        if what & (Changed.NETWORK | Changed.EXAMPLE | Changed.SELECTION):
            self.set_marked(self._pixel_of(session.selection))
        if what & (Changed.NETWORK | Changed.POINTED):
            self.set_pointed(self._pixel_of(session.pointed))

    def _read(self) -> Array:
        """Return the example's numbers as rows, columns and channels."""
        session = self._session
        shape = session.dataset.image_shape
        assert shape is not None
        return session.input.reshape(*shape[:2], -1)

    def _pixel_of(self, hit: Selection) -> tuple[int, int] | None:
        """Return the pixel that is chosen or pointed at, or that the weight begins at."""
        neuron = input_of(hit)
        return None if neuron is None else divmod(neuron.j // self._channels(), self._pixels.shape[1])

    def _channels(self) -> int:
        return int(self._pixels.shape[2])

    def _first(self, row: int, column: int) -> int:
        """Return the first input that a pixel stands for."""
        return (row * self._pixels.shape[1] + column) * self._channels()

    def _choose(self, row: int, column: int) -> None:
        self._session.select(Neuron(0, self._first(row, column)))

    def _tip_of(self, row: int, column: int) -> str:
        first, dataset = self._first(row, column), self._session.dataset
        values = enumerate(self._pixels[row, column], first)
        return "\n".join(f"{dataset.input_name(k)}: {fixed(value, 2)}" for k, value in values)

    def fitting(self, width: float, height: float) -> tuple[int, int]:
        """Return the largest size within a room at which every pixel is as large as every other."""
        rows, columns = self._pixels.shape[:2]
        ratio = self.devicePixelRatioF()
        side = min((width - 2 * FRAME) / columns, (height - 2 * FRAME) / rows) * ratio
        side = (int(side) if side >= 1 else side) / ratio
        return round(side * columns + 2 * FRAME), round(side * rows + 2 * FRAME)

    def _recolor(self) -> None:
        """Color images show their own colors, the others the theme's ink on its paper."""
        shades = np.clip(np.nan_to_num(self._pixels), 0, 1)
        if self._channels() == 1:
            off, on = (_rgb(role) for role in ("image_off", "image_on"))
            shades = off + (on - off) * shades
        rows, columns = shades.shape[:2]
        self._colors = np.full((rows, columns, 4), 255, np.uint8)  # QImage does not own its pixels
        self._colors[..., :3] = np.rint(255 * shades)
        self._image = QImage(self._colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
        self.update()

    def _mark_signs(self, painter: QPainter) -> None:
        """Do nothing: ink has no sign."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline around the picture, for on white paper it has no edge."""
        painter = QPainter(self)
        painter.setPen(theme.current().color("border"))
        painter.drawRect(self.picture_rect().adjusted(-1, -1, 0, 0))
        painter.end()
        super().paintEvent(event)


def _rgb(role: str) -> NDArray[np.float64]:
    color = theme.current().color(role)
    return np.array([color.redF(), color.greenF(), color.blueF()])
