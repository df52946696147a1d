"""A table of signed numbers as a picture in blue and red: weights, products, gradients."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array, BoolArray
from nnviz.ui import theme
from nnviz.ui.cells import Cell, CellGrid
from nnviz.ui.sign_marks import draw_stripes

_MARGIN = 2.0  # room for the outline of a cell at the edge


class SignedImage(CellGrid):
    """Shows numbers as colored cells: blue above 0, red below, the ground at 0, full color at ±scale.

    Cells are squares of whole device pixels, as large as the widget allows.

    Parameters
    ----------
    name : str
        What the picture shows, for screen readers.
    largest_cell : float
        The side of a cell, in pixels at type scale 1, that is not exceeded however much room there is.
    parent : QWidget, optional
        As ever in Qt.
    """

    def __init__(self, name: str = "", largest_cell: float = 40.0, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._values: Array = np.zeros((1, 1))
        self._present: BoolArray | None = None
        self._scale = 0.0
        self._largest_cell = largest_cell
        self._marked: Cell | None = None
        self._pointed: Cell | None = None
        self._ring: QPointF | None = None
        self._ring_radius = 0.0
        self._tip: Callable[[int, int], str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.on_change(self, self._recolor)

    # What it shows

    def set_values(
        self, values: ArrayLike, scale: float | None = None, present: BoolArray | None = None
    ) -> None:
        """Show other numbers.

        Parameters
        ----------
        values : array_like, shape (rows, columns) or (rows, columns, 3)
            Any numbers; NaN takes the theme's `invalid`. Three channels make one picture in color, gray at 0.
        scale : float, optional
            The magnitude of the full color; by default the largest there is.
        present : array of bool, shape (rows, columns), optional
            Which cells there are; the others stay empty. All of them unless told.
        """
        numbers = np.asarray(values)
        resized = numbers.shape != self._values.shape
        self._values, self._present = numbers, present
        self._scale = largest(numbers) if scale is None else scale
        if resized:
            self._hover = self._marked = self._pointed = None
            self.updateGeometry()
        self._recolor()

    def values(self) -> Array:
        """Return the numbers shown."""
        return self._values

    def scale(self) -> float:
        """Return the magnitude of the full color."""
        return self._scale

    def set_marked(self, cell: Cell | None) -> None:
        """Outline one cell in gold, or none."""
        if cell != self._marked:
            self._marked = cell
            self.update()

    def marked(self) -> Cell | None:
        """Return the cell outlined in gold."""
        return self._marked

    def set_pointed(self, cell: Cell | None) -> None:
        """Outline one cell as if the mouse were over it: something pointed at elsewhere."""
        if cell != self._pointed:
            self._pointed = cell
            self.update()

    def pointed(self) -> Cell | None:
        """Return the cell that is pointed at from elsewhere."""
        return self._pointed

    def set_ring(self, center: QPointF | None, radius: float = 0.0) -> None:
        """Draw a ring of `radius` cells around a point of the widget, such as a brush; None for none."""
        if center is not None or self._ring is not None:
            self._ring, self._ring_radius = center, radius
            self.update()

    def ring(self) -> QPointF | None:
        """Return the center of the ring."""
        return self._ring

    def set_tip(self, tip: Callable[[int, int], str]) -> None:
        """Let `tip(row, column)` say what stands in a cell, for the tooltip."""
        self._tip = tip

    def tip(self, row: int, column: int) -> str:
        """Return what stands in a cell; nothing unless `set_tip` was called."""
        return self._tip(row, column) if self._tip is not None else ""

    def image(self) -> QImage:
        """Return the picture, one pixel for each cell."""
        return self._image

    def _recolor(self) -> None:
        paint = theme.channel_colors if self._values.ndim == 3 else theme.sign_colors
        colors = paint(theme.current(), self._values, self._scale)
        if self._present is not None:
            colors[~self._present, 3] = 0
        rows, columns = self._values.shape[:2]
        self._colors: NDArray[np.uint8] = colors  # QImage does not own its pixels
        self._image = QImage(colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
        self.update()

    # Where it shows it

    def sizeHint(self) -> QSize:
        """Return the height that the present width asks for."""
        rows, columns = self._values.shape[:2]
        side = min((self.width() - 2 * _MARGIN) / columns, theme.px(self._largest_cell))
        return QSize(round(theme.px(2.0 * columns)), round(max(floor(side), 1) * rows + 2 * _MARGIN))

    def minimumSizeHint(self) -> QSize:
        """Return room for cells that a mouse can still hit one by one, roughly."""
        rows, columns = self._values.shape[:2]
        height = round(max(theme.px(3.0) * rows, theme.px(18)) + 2 * _MARGIN)
        return QSize(round(2 * columns + 2 * _MARGIN), min(height, self.sizeHint().height()))

    def resizeEvent(self, event: QEvent) -> None:
        """Ask for another height at another width."""
        self.updateGeometry()

    def cell_side(self) -> float:
        """Return the side of a cell in pixels."""
        rows, columns = self._values.shape[:2]
        fit = min((self.width() - 2 * _MARGIN) / columns, (self.height() - 2 * _MARGIN) / rows)
        ratio = self.devicePixelRatioF()
        device = min(fit, theme.px(self._largest_cell)) * ratio
        return (floor(device) if device >= 1 else max(device, 0.1)) / ratio

    def picture_rect(self) -> QRectF:
        """Return where the picture stands."""
        rows, columns = self._values.shape[:2]
        side = self.cell_side()
        return QRectF(_MARGIN, _MARGIN, side * columns, side * rows)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell stands."""
        side = self.cell_side()
        return QRectF(_MARGIN + column * side, _MARGIN + row * side, side, side)

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point, None beside the picture."""
        row, column = self.place_of(point)
        cell = floor(row), floor(column)
        return cell if self.exists(cell) else None

    def place_of(self, point: QPointF) -> tuple[float, float]:
        """Return row and column of a point with their fractions, also beside the picture."""
        side = self.cell_side()
        return (point.y() - _MARGIN) / side, (point.x() - _MARGIN) / side

    def exists(self, cell: Cell) -> bool:
        """Say whether there is such a cell."""
        rows, columns = self._values.shape[:2]
        inside = 0 <= cell[0] < rows and 0 <= cell[1] < columns
        return inside and (self._present is None or bool(self._present[cell]))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, crisp, and the outlines of those that are pointed at."""
        painter = QPainter(self)
        painter.drawImage(self.picture_rect(), self._image)
        now = theme.current()
        self._mark_signs(painter)
        if self._present is not None and not self._present.any():
            painter.setPen(now.color("border"))
            painter.drawRect(self.picture_rect())
        if self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 2))
            painter.drawRect(self.picture_rect().adjusted(-1, -1, 1, 1))
        for cell in {self._hover, self._pointed}:
            self._outline(painter, cell, QPen(now.color("text"), 1.2))
        self._outline(painter, self._marked, QPen(now.color("selection"), 2))
        self._draw_ring(painter)
        painter.end()

    def _draw_ring(self, painter: QPainter) -> None:
        """Draw the ring twice, for it must be seen on every color."""
        if self._ring is None:
            return
        now, radius = theme.current(), max(self._ring_radius * self.cell_side(), theme.px(2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, width in (("background", 3.0), ("text", 1.2)):
            painter.setPen(QPen(now.color(role), width))
            painter.drawEllipse(self._ring, radius, radius)

    def _mark_signs(self, painter: QPainter) -> None:
        """Mark what is negative, for a palette that does not leave sign to color alone."""
        if self._values.ndim == 3:
            return  # three signs in a cell; the channels side by side have their marks
        if theme.current().glyphs and self.cell_side() >= theme.px(10):
            self._glyphs(painter)
        else:
            draw_stripes(painter, self.picture_rect().topLeft(), self.cell_side(), self._values, self._scale)

    def _glyphs(self, painter: QPainter) -> None:
        """Write + and − into the cells."""
        now = theme.current()
        painter.setFont(theme.number_font(0.8, bold=True))
        for (row, column), value in np.ndenumerate(self._values):
            if self.exists((row, column)):
                painter.setPen(theme.ink_on(now, self._image.pixelColor(column, row)))
                glyph = theme.sign_glyph(now, float(value))
                painter.drawText(self.cell_rect(row, column), Qt.AlignmentFlag.AlignCenter, glyph)

    def _outline(self, painter: QPainter, cell: Cell | None, pen: QPen) -> None:
        if cell is not None:
            painter.setPen(pen)
            painter.drawRect(self.cell_rect(*cell).adjusted(-1, -1, 1, 1))


def largest(values: Array) -> float:
    """Return the largest finite magnitude, 0 if there is none."""
    sizes = np.abs(values)
    peak = float(sizes.max(initial=0.0))
    return peak if np.isfinite(peak) else float(sizes[np.isfinite(sizes)].max(initial=0.0))
