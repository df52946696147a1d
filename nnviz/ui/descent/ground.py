"""What of a picture stays while a ball moves over it: painted once, and kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme


class Ground:
    """The lower layer of a widget's picture.

    Parameters
    ----------
    widget : QWidget
        Whose size and screen it fits.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture = QPixmap()
        self._things: tuple[object, ...] = ()
        self._values: tuple[object, ...] = ()

    def draw(
        self,
        painter: QPainter,
        things: tuple[object, ...],
        values: tuple[object, ...],
        paint: Callable[[QPainter], None],
    ) -> None:
        """Draw it, painted anew by `paint` if anything it is made of is another.

        Parameters
        ----------
        painter : QPainter
            Of the widget.
        things, values : tuple
            What it is made of, compared by identity, and by value; size and theme are looked at anyway.
        paint : callable
            ``paint(painter)``.
        """
        widget = self._widget
        ratio = widget.devicePixelRatioF()
        things = (*things, theme.current())
        values = (*values, theme.current_scale(), widget.width(), widget.height(), ratio)
        same = len(things) == len(self._things) and values == self._values
        if not same or any(a is not b for a, b in zip(things, self._things, strict=True)):
            self._things, self._values = things, values
            self._picture = QPixmap(widget.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            below = QPainter(self._picture)
            below.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(below)
            below.end()
        painter.drawPixmap(0, 0, self._picture)
