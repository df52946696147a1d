"""Where the pictures of the gallery stand: in rows of equal cells, as large as all of them fit."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF

SMALLEST = 56.0
"""The side of a picture, in pixels at type scale 1, at which they stop shrinking and scroll."""

WASTE = 0.88
"""Cells become whole device pixels where they keep this share of their size."""

SAME = 0.03
"""Grids whose pictures differ by no more than this share are as good as one another."""


@dataclass(frozen=True)
class GalleryLayout:
    """A grid of `count` pictures with a caption under each.

    Attributes
    ----------
    count : int
        How many.
    across : int
        How many stand in a row.
    side : float
        Of one of a picture's cells: a whole number of device pixels, unless too much room would be lost.
    rows, columns : int
        Of cells in a picture.
    caption : float
        The height of the line under a picture.
    pitch : tuple of float
        From one picture to the next, to the right and down.
    left, top : float
        Where the first stands.
    """

    count: int
    across: int
    side: float
    rows: int
    columns: int
    caption: float
    pitch: tuple[float, float]
    left: float
    top: float

    @classmethod
    def fit(
        cls,
        count: int,
        shape: tuple[int, int],
        room: tuple[float, float],
        measures: tuple[float, float, float],
        ratio: float = 1.0,
    ) -> GalleryLayout:
        """Choose the grid with the largest pictures.

        Parameters
        ----------
        count : int
            How many pictures.
        shape : (rows, columns)
            Of each.
        room : (width, height)
            Which is not exceeded in width; in height only where the pictures would become too small.
        measures : (gap, caption, smallest)
            Between pictures; under each; the side of a picture that is not undercut.
        ratio : float
            Device pixels per pixel.
        """
        rows, columns = shape
        width, height = room
        gap, caption, smallest = measures
        least = max(ceil(smallest / max(rows, columns) * ratio), 1) / ratio
        best, across = 0.0, 1
        for n in range(1, count + 1):
            by_width = ((width - gap) / n - gap) / columns
            by_height = ((height - gap) / ceil(count / n) - gap - caption) / rows
            side = _crisp(min(by_width, by_height), columns, ratio)
            # Of two that are about as large, the one whose last row is fuller.
            fuller = -count % n < -count % across
            if side > (1 - SAME if fuller else 1 + SAME) * best:
                best, across = side, n
        if best < least:
            across = min(max(floor((width - gap) / (least * columns + gap)), 1), count)
            best = min(least, ((width - gap) / across - gap) / columns)
        return cls._spread(count, across, best, shape, room, gap, caption)

    @classmethod
    def _spread(
        cls,
        count: int,
        across: int,
        side: float,
        shape: tuple[int, int],
        room: tuple[float, float],
        gap: float,
        caption: float,
    ) -> GalleryLayout:
        """Stand the pictures in the middle, with some of the room that is left between them."""
        rows, columns = shape
        lines = ceil(count / across)
        wide, high = side * columns, side * rows + caption
        more = max((room[0] - gap - across * (wide + gap)) / (across + 1), 0.0)
        pitch_x = wide + gap + min(more, 2 * gap)
        more = max((room[1] - gap - lines * (high + gap)) / (lines + 1), 0.0)
        pitch_y = high + gap + min(more, 2 * gap)
        left = max((room[0] - (across - 1) * pitch_x - wide) / 2, 0.0)
        top = max((room[1] - (lines - 1) * pitch_y - high) / 2, gap)
        pitch = float(floor(pitch_x)), float(floor(pitch_y))
        return cls(count, across, side, rows, columns, caption, pitch, float(floor(left)), float(floor(top)))

    @property
    def height(self) -> float:
        """The height of everything."""
        lines = ceil(self.count / self.across)
        return self.top + (lines - 1) * self.pitch[1] + self.side * self.rows + self.caption + self.top

    def picture(self, j: int) -> QRectF:
        """Return where a picture stands, without its caption."""
        line, n = divmod(j, self.across)
        x, y = self.left + n * self.pitch[0], self.top + line * self.pitch[1]
        return QRectF(x, y, self.side * self.columns, self.side * self.rows)

    def whole(self, j: int) -> QRectF:
        """Return where a picture stands with its caption."""
        return self.picture(j).adjusted(0, 0, 0, self.caption)

    def at(self, point: QPointF) -> int | None:
        """Return the picture, or the caption of which, is at a point."""
        line = floor((point.y() - self.top) / self.pitch[1])
        n = floor((point.x() - self.left) / self.pitch[0])
        j = line * self.across + n
        inside = line >= 0 and 0 <= n < self.across and j < self.count
        return j if inside and self.whole(j).contains(point) else None

    def cell(self, j: int, point: QPointF) -> tuple[int, int] | None:
        """Return row and column within picture `j`, None beside it."""
        picture = self.picture(j)
        row = floor((point.y() - picture.top()) / self.side)
        column = floor((point.x() - picture.left()) / self.side)
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def visible(self, top: float, bottom: float) -> range:
        """Return the pictures of which something stands between two heights."""
        first = max(floor((top - self.top) / self.pitch[1]), 0)
        last = max(floor((bottom - self.top) / self.pitch[1]), 0)
        return range(min(first * self.across, self.count), min((last + 1) * self.across, self.count))


def _crisp(side: float, columns: int, ratio: float) -> float:
    """Return a side that is not larger and leaves cells, or at least the picture, crisp at the edges."""
    device = max(side * ratio, 0.0)
    whole = floor(device)
    return (whole if whole >= WASTE * device else floor(device * columns) / columns) / ratio
