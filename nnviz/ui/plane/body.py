"""How the picture shares its room: the network at the left, the large surface at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.plane.axes import ABOVE, BELOW, LEFT, RIGHT

SHARE, GAP = 0.56, 6.0
"""Of the width the large surface takes at most the one; what is free around it."""


class Body(QWidget):
    """Places the network at the left, and the large surface with its head at the right.

    Parameters
    ----------
    tiles, head, surface : QWidget
        What it places.
    """

    def __init__(self, tiles: QWidget, head: QWidget, surface: QWidget) -> None:
        super().__init__()
        self._tiles, self._head, self._surface = tiles, head, surface
        for widget in (tiles, head, surface):
            widget.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """Return room for the smallest surfaces."""
        tiles, surface = self._tiles.minimumSizeHint(), self._surface.minimumSizeHint()
        return QSize(tiles.width() + surface.width(), surface.height() + self._head.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Make the large surface a square as high as there is room, and leave the rest to the network."""
        head, gap = self._head.sizeHint().height(), round(theme.px(GAP))
        tall = self.height() - head - gap
        beyond = theme.px(LEFT + RIGHT - ABOVE - BELOW)  # that much wider than high it is with its numbers
        wide = round(min(SHARE * self.width(), tall + beyond))
        left, high = self.width() - wide, max(min(tall, round(wide - beyond)), 1)
        top = (tall - high) // 2
        self._tiles.setGeometry(0, 0, max(left - gap, 1), self.height())
        self._head.setGeometry(left, top, wide, head)
        self._surface.setGeometry(left, top + head + gap, wide, high)
