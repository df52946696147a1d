"""The shades and the lines of equal cost of a surface, coarser while it is zoomed."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtWidgets import QGraphicsItem

from nnviz.core.arrays import Array
from nnviz.ui.descent.relief import Relief
from nnviz.ui.descent.surface.shade import TOP, colors, lines, shares
from nnviz.ui.plots.canvas import pen

COARSE = 4
"""While it is zoomed lines are drawn through every fourth height: they take most of the time."""

REST_MS = 150
"""After the last notch of the wheel everything is drawn in full."""


class Layers(QObject):
    """Two items of a plot, drawn anew for another surface only.

    Parameters
    ----------
    parent : QObject
        The plot.

    Attributes
    ----------
    items : tuple
        The shades, and the lines above them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shades, self.lines = pg.ImageItem(), pg.PlotCurveItem(connect="finite", antialias=True)
        self.items = self.shades, self.lines
        for item in self.items:
            item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)  # only what is above them moves
        self._grid: tuple[Array, Array, Array] | None = None
        self._coarse = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.settle)

    def dress(self) -> None:
        """Take the colors of the theme."""
        self.shades.setLookupTable(colors(np.linspace(0.0, TOP, 256)))
        self.lines.setPen(pen("text", 1.0, 0.35))

    def hurry(self) -> None:
        """Draw coarsely for a moment."""
        self._rest.start()

    def settle(self) -> None:
        """Draw in full what was drawn coarsely."""
        self._rest.stop()
        if self._coarse and self._grid is not None:
            self.draw(self._grid)

    def draw(self, grid: tuple[Array, Array, Array]) -> None:
        """Draw both axes of a surface and the heights over them."""
        self._grid, self._coarse = grid, self._rest.isActive()
        x1, x2, heights = grid
        height = shares(heights)
        self.shades.setImage(height if self._coarse else Relief.of(height, log=False).fine, levels=(0.0, TOP))
        self.shades.setRect(QRectF(x1[0], x2[0], x1[-1] - x1[0], x2[-1] - x2[0]))
        every = slice(None, None, COARSE if self._coarse else 1)
        self.lines.setData(*lines(x1[every], x2[every], heights[every, every], not self._coarse).T)
