"""Where the pictures of the gallery stand, and how one of them is drawn."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.exam.captions import Caption
from nnviz.wording import tr

SIDE, GAP, LINE = 56.0, 6.0, 15.0
"""Of a picture, about; between two; of a line of writing."""

LONG = 112.0
"""The width of one with names that are words, or without a picture."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform


class Tiles(NamedTuple):
    """Rows of pictures, each with its caption below; `top` is how far they are scrolled.

    Attributes
    ----------
    n : int
        How many there are.
    picture : tuple of float
        Width and height of a picture; no width where there is none.
    wide : bool
        Whether a caption takes two lines and more width.
    room : tuple of float
        What can be seen at once.
    top : float
        How far it is scrolled.
    """

    n: int = 0
    picture: tuple[float, float] = (0.0, 0.0)
    wide: bool = False
    room: tuple[float, float] = (0.0, 0.0)
    top: float = 0.0

    @property
    def tile(self) -> tuple[float, float]:
        """What one example takes, with the space around it."""
        width, height = self.picture
        lines = 2 if self.wide else 1
        wide = max(width, theme.px(LONG if self.wide or not width else SIDE))
        return wide + theme.px(GAP), height + lines * theme.px(LINE) + theme.px(GAP)

    @property
    def columns(self) -> int:
        """How many stand in a row."""
        return max(int((self.room[0] - 2) // self.tile[0]), 1)

    @property
    def beyond(self) -> int:
        """How far it can be scrolled."""
        return max(ceil(ceil(self.n / self.columns) * self.tile[1] - self.room[1]), 0)

    @property
    def seen(self) -> range:
        """The places in sight."""
        height = self.tile[1]
        first = int(self.top // height) * self.columns
        last = ceil((self.top + self.room[1]) / height) * self.columns
        return range(first, min(last, self.n))

    def rect(self, place: int) -> QRectF:
        """Return where one stands."""
        row, column = divmod(place, self.columns)
        width, height = self.tile
        return QRectF(1 + column * width, row * height - self.top, width, height)

    def at(self, point: QPointF) -> int | None:
        """Return which one stands at a point, None where there is none."""
        width, height = self.tile
        column, row = int((point.x() - 1) // width), int((point.y() + self.top) // height)
        place = row * self.columns + column
        return place if 0 <= column < self.columns and 0 <= place < self.n else None


def picture_size(pixels: QSize | None) -> tuple[float, float]:
    """Return a picture's size: every pixel as large as every other, if it has few; without one, a line's."""
    if pixels is None:
        return 0.0, theme.px(LINE)
    factor = theme.px(SIDE) / max(pixels.width(), pixels.height())
    factor = max(round(factor), 1) if factor > 0.75 else factor
    return pixels.width() * factor, pixels.height() * factor


def draw_tile(
    painter: QPainter,
    tiles: Tiles,
    place: int,
    picture: QImage | int,
    caption: Caption,
    frame: tuple[str, int],
) -> None:
    """Draw one example.

    Parameters
    ----------
    painter : QPainter
        Open; its font is that of the captions.
    tiles, place
        Where to.
    picture : QImage or int
        Its picture; where there is none, its number.
    caption : Caption
        What is written below.
    frame : (str, int)
        The role and the width of its outline.
    """
    now, tile = theme.current(), tiles.rect(place)
    width, height = tiles.picture
    rect = QRectF(tile.left() + 1, tile.top() + 2, width or tile.width() - theme.px(GAP), height)
    if isinstance(picture, QImage):
        painter.setRenderHint(_SMOOTH, picture.width() > width)
        painter.drawImage(rect, picture)
        painter.setRenderHint(_SMOOTH, False)
    else:
        painter.setPen(now.color("text_muted"))
        painter.drawText(rect.adjusted(4, 0, 0, 0), _LEFT, tr("example {index:,}", index=picture))
    painter.setPen(QPen(now.color(frame[0]), frame[1]))
    painter.drawRect(rect.adjusted(-1, -1, 0, 0))
    line = QRectF(tile.left() + 1, rect.bottom() + 1, tile.width() - theme.px(GAP), theme.px(LINE))
    _write(painter, line, caption, tiles.wide)


def _write(painter: QPainter, line: QRectF, caption: Caption, wide: bool) -> None:
    """Write a caption: in one line, or the number in a second."""
    now, room = theme.current(), QRectF(line)
    metrics = QFontMetricsF(painter.font())
    for role, part in (("text", caption.label), (caption.role, caption.guess)):
        painter.setPen(now.color(role))
        shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, max(room.width(), 0) + 1)
        painter.drawText(room, _LEFT, shown)
        room.setLeft(room.left() + metrics.horizontalAdvance(shown))
    painter.setPen(now.color("text_muted"))
    if wide:
        painter.drawText(line.translated(0, line.height()), _LEFT, caption.number)
    else:
        painter.drawText(line, _RIGHT, caption.number)
