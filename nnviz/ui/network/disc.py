"""A neuron's disc, with what stands inside: stamped where there are pixels.

A training changes forty discs many times a second. Antialiased ellipses and centered numbers take QPainter
ten times as long as copies of them, and the fills that can be told apart are few.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.stamps import Stamp, StampPainter, blank, written

PEN = 1.2
"""Of the ring, in logical pixels."""

LARGEST = 32
"""Radius of a disc, and height of a number, in device pixels, up to which they are stamped: a close look has
few of them in it, and stamps would be large."""

Fill = tuple[int, ...]
"""RGBA, 0 … 255."""


class DiscPainter:
    """Paints the discs of one frame.

    Parameters
    ----------
    painter : QPainter
        Anything Qt paints on; its transformation stays the same from now on.
    """

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._stamps = StampPainter(painter)
        self._theme = theme.current()
        self._em = theme.BASE_PX * theme.current_scale()

    def center(self, x: float, y: float) -> tuple[float, float]:
        """Return where a disc is painted that is wanted around a point, in logical pixels."""
        return self._stamps.on_pixels(x, y)

    def paint(self, centers: Sequence[tuple[float, float]], radius: float, fills: Sequence[Fill]) -> None:
        """Paint discs around points, all in logical pixels."""
        if not self._stamps.copies or radius * self._stamps.ratio > LARGEST:
            for center, fill in zip(centers, fills, strict=True):
                _draw(self._painter, self._theme, QPointF(*self.center(*center)), radius, fill)
            return
        drawn = _drawn(self._theme, radius, self._stamps.ratio)
        for center, fill in zip(centers, fills, strict=True):
            self._stamps.paint(*self.center(*center), drawn[fill])

    def write(self, center: tuple[float, float], radius: float, fill: Fill, text: str, height: float) -> None:
        """Write what stands inside a disc, `height` logical pixels high."""
        x, y = self.center(*center)
        ink, size = _ink(self._theme, fill), height / self._em
        if self._stamps.copies and height * self._stamps.ratio <= LARGEST:
            stamp = written(text, ink, size, theme.current_scale(), self._stamps.ratio)
            self._stamps.paint(x, y, stamp)
        else:
            self._painter.setFont(theme.number_font(size))
            self._painter.setPen(QColor(ink))
            room = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


class _Drawn(dict[Fill, Stamp]):
    """Discs of one size by their fill, drawn when first wanted: at most some hundreds, some kB each."""

    def __init__(self, colors: theme.Theme, radius: float, ratio: float) -> None:
        super().__init__()
        self._colors, self._radius, self._ratio = colors, radius, ratio

    def __missing__(self, fill: Fill) -> Stamp:
        half = ceil((self._radius + PEN) * self._ratio) / self._ratio
        image = blank(2 * half, 2 * half, self._ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, self._colors, QPointF(half, half), self._radius, fill)
        painter.end()
        stamp = self[fill] = Stamp(image, half, half)
        return stamp


_drawn = lru_cache(maxsize=64)(_Drawn)  # each layer has a size of its own


@lru_cache(maxsize=2048)
def _ink(colors: theme.Theme, fill: Fill) -> str:
    return theme.ink_on(colors, QColor(*fill)).name()


def _draw(painter: QPainter, colors: theme.Theme, center: QPointF, radius: float, fill: Fill) -> None:
    painter.setPen(QPen(colors.color("neuron_ring"), PEN))
    painter.setBrush(QColor(*fill))
    painter.drawEllipse(center, radius, radius)
