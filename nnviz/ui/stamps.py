"""Numbers and small pictures that are drawn once and then copied, many times as fast as drawn anew."""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPaintEngine, QPainter

from nnviz.ui import theme


class Stamp(NamedTuple):
    """A picture drawn once, transparent around its ink; half of its sides are in logical pixels."""

    image: QImage
    half_width: float
    half_height: float


def blank(width: float, height: float, ratio: float) -> QImage:
    """Return a transparent picture of a size in logical pixels."""
    image = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


@lru_cache(maxsize=2048)
def written(text: str, ink: str, size: float, scale: float, ratio: float) -> Stamp:
    """Return a number as a stamp.

    Parameters
    ----------
    text : str
        What to write.
    ink : str
        "#rrggbb".
    size : float
        In multiples of the application's font size.
    scale : float
        The type scale now in use, for another one wants other stamps.
    ratio : float
        Device pixels per logical pixel.
    """
    font = theme.number_font(size)
    metrics = QFontMetricsF(font)
    width, height = ceil(metrics.horizontalAdvance(text)) + 2, ceil(metrics.height())
    image = blank(width, height, ratio)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return Stamp(image, width / 2, height / 2)


class StampPainter:
    """Copies stamps to where there are pixels.

    Parameters
    ----------
    painter : QPainter
        Anything Qt paints on; its transformation stays the same from now on.

    Attributes
    ----------
    copies : bool
        Whether there are pixels: in SVG and PDF a drawing is to stay a drawing, and nothing is stamped.
    ratio : float
        Device pixels per logical pixel, with which stamps are to be drawn.
    """

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        to_device = painter.deviceTransform()
        upright = not to_device.isRotating() and to_device.m11() == to_device.m22() > 0
        self.copies = painter.paintEngine().type() == QPaintEngine.Type.Raster and upright
        self.ratio = to_device.m11()
        self._left, self._top = to_device.dx(), to_device.dy()

    def on_pixels(self, x: float, y: float) -> tuple[float, float]:
        """Return the nearest corner of pixels; the point itself where there are none.

        Only there does a copy arrive as sharp as it was drawn.
        """
        if not self.copies:
            return x, y
        ratio = self.ratio
        return (
            (round(self._left + x * ratio) - self._left) / ratio,
            (round(self._top + y * ratio) - self._top) / ratio,
        )

    def paint(self, x: float, y: float, stamp: Stamp) -> None:
        """Copy a stamp so that its middle is as near to a point as pixels allow."""
        image, half_width, half_height = stamp
        left, top = self.on_pixels(x - half_width, y - half_height)
        self._painter.drawImage(QPointF(left, top), image)
