"""A table of signed numbers as a picture in blue and red: weights, products, gradients."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.arrays import Array, BoolArray
from nnviz.ui import theme
from nnviz.ui.sign_marks import draw_stripes

Cell = tuple[int, int]
"""Row and column, both from 0."""

_MARGIN = 2.0  # room for the outline of a cell at the edge

_STEPS: dict[int, Cell] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SignedImage(QWidget):
    """Shows numbers as colored cells: blue above 0, red below, the ground at 0, full color at ±scale.

    Cells are squares of whole device pixels, as large as the widget allows. It takes the keyboard focus
    by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    hovered(int, int)
        The mouse, or the keyboard's cursor, has come to this row and column.
    left()
        It is over no cell any more.
    clicked(int, int)
        A cell was clicked, or Enter was pressed on it.

    Parameters
    ----------
    name : str
        What the picture shows, for screen readers.
    largest_cell : float
        The side of a cell, in pixels at type scale 1, that is not exceeded however much room there is.
    parent : QWidget, optional
        As ever in Qt.
    """

    hovered = Signal(int, int)
    left = Signal()
    clicked = Signal(int, int)

    def __init__(self, name: str = "", largest_cell: float = 40.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Array = np.zeros((1, 1))
        self._present: BoolArray | None = None
        self._scale = 0.0
        self._largest_cell = largest_cell
        self._marked: Cell | None = None
        self._hover: Cell | None = None
        self._pointed: Cell | None = None
        self._pressed: Cell | None = None
        self._pointer = Qt.CursorShape.PointingHandCursor
        self._ring: QPointF | None = None
        self._ring_radius = 0.0
        self._tip: Callable[[int, int], str] | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.on_change(self, self._recolor)

    # What it shows

    def set_values(
        self, values: ArrayLike, scale: float | None = None, present: BoolArray | None = None
    ) -> None:
        """Show other numbers.

        Parameters
        ----------
        values : array_like, shape (rows, columns)
            Any numbers; NaN takes the theme's `invalid`.
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

    def hovered_cell(self) -> Cell | None:
        """Return the cell that the mouse or the keyboard's cursor is on."""
        return self._hover

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Give the mouse another shape over the cells."""
        self._pointer = shape
        if self._hover is not None:
            self.setCursor(shape)

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

    def image(self) -> QImage:
        """Return the picture, one pixel for each cell."""
        return self._image

    def _recolor(self) -> None:
        colors = theme.sign_colors(theme.current(), self._values, self._scale)
        if self._present is not None:
            colors[~self._present, 3] = 0
        rows, columns = self._values.shape
        self._colors: NDArray[np.uint8] = colors  # QImage does not own its pixels
        self._image = QImage(colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
        self.update()

    # Where it shows it

    def sizeHint(self) -> QSize:
        """Return the height that the present width asks for."""
        rows, columns = self._values.shape
        side = min((self.width() - 2 * _MARGIN) / columns, theme.px(self._largest_cell))
        return QSize(round(theme.px(2.0 * columns)), round(max(floor(side), 1) * rows + 2 * _MARGIN))

    def minimumSizeHint(self) -> QSize:
        """Return room for cells that a mouse can still hit one by one, roughly."""
        rows, columns = self._values.shape
        height = round(max(theme.px(3.0) * rows, theme.px(18)) + 2 * _MARGIN)
        return QSize(round(2 * columns + 2 * _MARGIN), min(height, self.sizeHint().height()))

    def resizeEvent(self, event: QEvent) -> None:
        """Ask for another height at another width."""
        self.updateGeometry()

    def cell_side(self) -> float:
        """Return the side of a cell in pixels."""
        rows, columns = self._values.shape
        fit = min((self.width() - 2 * _MARGIN) / columns, (self.height() - 2 * _MARGIN) / rows)
        ratio = self.devicePixelRatioF()
        device = min(fit, theme.px(self._largest_cell)) * ratio
        return (floor(device) if device >= 1 else max(device, 0.1)) / ratio

    def picture_rect(self) -> QRectF:
        """Return where the picture stands."""
        rows, columns = self._values.shape
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
        return cell if self._exists(cell) else None

    def place_of(self, point: QPointF) -> tuple[float, float]:
        """Return row and column of a point with their fractions, also beside the picture."""
        side = self.cell_side()
        return (point.y() - _MARGIN) / side, (point.x() - _MARGIN) / side

    def _exists(self, cell: Cell) -> bool:
        rows, columns = self._values.shape
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
        if theme.current().glyphs and self.cell_side() >= theme.px(10):
            self._glyphs(painter)
        else:
            draw_stripes(painter, self.picture_rect().topLeft(), self.cell_side(), self._values, self._scale)

    def _glyphs(self, painter: QPainter) -> None:
        """Write + and − into the cells."""
        now = theme.current()
        painter.setFont(theme.number_font(0.8, bold=True))
        for (row, column), value in np.ndenumerate(self._values):
            if self._exists((row, column)):
                painter.setPen(theme.ink_on(now, self._image.pixelColor(column, row)))
                glyph = theme.sign_glyph(now, float(value))
                painter.drawText(self.cell_rect(row, column), Qt.AlignmentFlag.AlignCenter, glyph)

    def _outline(self, painter: QPainter, cell: Cell | None, pen: QPen) -> None:
        if cell is not None:
            painter.setPen(pen)
            painter.drawRect(self.cell_rect(*cell).adjusted(-1, -1, 1, 1))

    # Mouse and keyboard

    def _point_at(self, cell: Cell | None) -> None:
        if cell == self._hover:
            return
        self._hover = cell
        self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else self._pointer)
        self.update()
        if cell is None:
            self.left.emit()
        else:
            self.hovered.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse; a tooltip that stands open goes along."""
        self._point_at(self.cell_at(event.position()))
        if self._tip is not None and self._hover is not None and QToolTip.isVisible():
            QToolTip.showText(event.globalPosition().toPoint(), self._tip(*self._hover), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.cell_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click that ends in the cell it began in."""
        cell, self._pressed = self._pressed, None
        if cell is not None and cell == self.cell_at(event.position()):
            self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell with the arrow keys, choose with Enter."""
        key = event.key()
        if key in _ENTER and self._hover is not None:
            self.clicked.emit(*self._hover)
        elif key in _STEPS:
            self._step(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        here = self._hover or self._marked
        there = (here[0] + down, here[1] + right) if here else (0, 0)
        self._point_at(there if self._exists(there) else here)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing once the keyboard is elsewhere."""
        self._point_at(None)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts, and say what stands under the mouse."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _STEPS or event.key() in _ENTER)
            return event.isAccepted()
        if isinstance(event, QHelpEvent) and self._tip is not None:
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(*cell) if cell else self.toolTip(), self)
            return True
        return super().event(event)


def largest(values: Array) -> float:
    """Return the largest finite magnitude, 0 if there is none."""
    sizes = np.abs(values)
    peak = float(sizes.max(initial=0.0))
    return peak if np.isfinite(peak) else float(sizes[np.isfinite(sizes)].max(initial=0.0))
