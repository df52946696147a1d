"""Paints the blocks of a matrix equation: cells, numbers, brackets, symbols, and what is lit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from nnviz.core.arrays import BoolArray
from nnviz.session import Selection
from nnviz.ui import theme
from nnviz.ui.formula import draw_formula, measure
from nnviz.ui.matrix.axis import GAP
from nnviz.ui.matrix.layout import BRACKET, Board, Placed, PlacedSign
from nnviz.ui.matrix.picture import NUMBER, Picture, captions
from nnviz.ui.stamps import StampPainter, written
from nnviz.wording import MINUS

CAPTION = 0.78
SYMBOL = 1.3

TILE = 7.0
"""From this pitch on there is a fine line between two cells."""

_CENTER = Qt.AlignmentFlag.AlignCenter


_LINEAR = np.where(
    np.arange(256) <= 10, np.arange(256) / 255 / 12.92, ((np.arange(256) / 255 + 0.055) / 1.055) ** 2.4
)


def _bright(colors: NDArray[np.uint8]) -> BoolArray:
    """Return on which fills black reads better than white (WCAG's relative luminance)."""
    luminance = _LINEAR[colors[..., :3]] @ np.array([0.2126, 0.7152, 0.0722])
    return np.asarray(luminance > 0.179)


class MatrixPainter:
    """Paints one frame.

    Parameters
    ----------
    painter : QPainter
        Open on the view.
    board : Board
        Where everything stands.
    pictures : sequence of Picture
        What stands there.
    """

    def __init__(self, painter: QPainter, board: Board, pictures: Sequence[Picture]) -> None:
        self._painter, self._board, self._pictures = painter, board, pictures
        self._theme = theme.current()

    def paint(self, pointed: Selection, chosen: Selection) -> None:
        """Paint all, from back to front."""
        for sign in self._board.signs:
            self._sign(sign)
        for picture in self._pictures:
            self._cells(picture)
            self._brackets(picture.placed.rect)
            self._label(picture.placed)
            self._caption(picture)
        for placed in self._board.blocks:
            self._light(placed, pointed, "text")
            self._light(placed, chosen, "selection")

    # Signs, symbols, brackets

    def _sign(self, placed: PlacedSign) -> None:
        rect, em = placed.rect, theme.px(theme.BASE_PX * SYMBOL)
        if not placed.sign.arrow:
            draw_formula(self._painter, rect, placed.sign.tex, em, self._theme.text, _CENTER)
            return
        upper = rect.translated(0, -rect.height() * 0.42)
        draw_formula(self._painter, upper, placed.sign.tex, em * 0.92, self._theme.text, _CENTER)
        y, tip = rect.center().y(), theme.px(4)
        left, right = rect.left() + theme.px(6), rect.right() - theme.px(6)
        self._painter.setPen(QPen(self._theme.color("text"), theme.px(1.2)))
        self._painter.drawLine(QLineF(left, y, right - tip, y))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("text"))
        points = [QPointF(right, y), QPointF(right - 1.6 * tip, y - tip), QPointF(right - 1.6 * tip, y + tip)]
        self._painter.drawPolygon(QPolygonF(points))

    def _label(self, placed: Placed) -> None:
        tall = "frac" in placed.block.tex
        em = theme.px(theme.BASE_PX * SYMBOL * (0.9 if tall else 1))
        above = placed.label.bottom() <= placed.corner.y()
        align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom if above else _CENTER
        draw_formula(self._painter, placed.label, placed.block.tex, em, self._theme.text, align)

    def _brackets(self, rect: QRectF) -> None:
        reach, tick = theme.px(BRACKET - 2), theme.px(4)
        self._painter.setPen(QPen(self._theme.color("text_muted"), theme.px(1.3)))
        top, bottom = rect.top() - reach, rect.bottom() + reach
        for x, inwards in ((rect.left() - reach, tick), (rect.right() + reach, -tick)):
            ends = (QPointF(x + inwards, top), QPointF(x, top), QPointF(x, bottom))
            self._painter.drawPolyline(QPolygonF([*ends, QPointF(x + inwards, bottom)]))

    # Cells

    def _cells(self, picture: Picture) -> None:
        rect = picture.placed.rect
        if picture.colors is None:
            self._unknown(rect)
            return
        colors = picture.colors
        rows, columns = colors.shape[:2]
        image = QImage(colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
        self._painter.drawImage(rect, image)
        self._tiles(picture.placed)
        if picture.numbers:
            self._numbers(picture)
        elif self._theme.glyphs:
            self._glyphs(picture)
        self._gaps(picture.placed)

    def _unknown(self, rect: QRectF) -> None:
        self._painter.fillRect(rect, self._theme.color("surface"))
        self._painter.setFont(theme.number_font(1.1))
        self._painter.setPen(self._theme.color("text_muted"))
        self._painter.drawText(rect, _CENTER, "…")

    def _tiles(self, placed: Placed) -> None:
        rect = placed.rect
        self._painter.setPen(QPen(self._theme.color("background"), 1))
        if placed.rows.pitch >= theme.px(TILE):
            ys = (rect.top() + n * placed.rows.pitch for n in range(1, placed.rows.slots))
            self._painter.drawLines([QLineF(rect.left(), y, rect.right(), y) for y in ys])
        if placed.columns.pitch >= theme.px(TILE):
            xs = (rect.left() + n * placed.columns.pitch for n in range(1, placed.columns.slots))
            self._painter.drawLines([QLineF(x, rect.top(), x, rect.bottom()) for x in xs])

    def _numbers(self, picture: Picture) -> None:
        """Write the numbers from stamps, ten times as fast as letting Qt write and center each."""
        assert picture.colors is not None
        placed, bright = picture.placed, _bright(picture.colors)
        gaps = np.minimum.outer(placed.rows.starts, placed.columns.starts) == GAP
        columns, across, down = placed.columns.slots, placed.columns.pitch, placed.rows.pitch
        left, top = placed.corner.x() + across / 2, placed.corner.y() + down / 2
        stamps, scale = StampPainter(self._painter), theme.current_scale()
        for black in (False, True):
            ink = self._ink(black).name()
            for slot in np.flatnonzero((bright == black) & ~gaps).tolist():
                row, column = divmod(slot, columns)
                if not stamps.copies:  # SVG: text stays text
                    self._write(placed.cell_rect(row, column), picture.numbers[slot], black)
                    continue
                stamp = written(picture.numbers[slot], ink, NUMBER, scale, stamps.ratio)
                stamps.paint(left + column * across, top + row * down, stamp)

    def _write(self, cell: QRectF, text: str, black: bool) -> None:
        self._painter.setFont(theme.number_font(NUMBER))
        self._painter.setPen(self._ink(black))
        self._painter.drawText(cell, _CENTER, text)

    def _ink(self, black: bool) -> QColor:
        """Return the theme's black or white."""
        return self._theme.color("neuron_on_text" if black == self._theme.is_dark else "neuron_off_text")

    def _glyphs(self, picture: Picture) -> None:
        """Write ▲▼ or + − into cells without numbers, for a palette that does not leave sign to color."""
        placed = picture.placed
        if placed.block.ink == "neuron" or min(placed.rows.pitch, placed.columns.pitch) < theme.px(9):
            return
        assert picture.shown is not None
        assert picture.colors is not None
        self._painter.setFont(theme.number_font(NUMBER * 0.9))
        bright = _bright(picture.colors)
        for (row, column), value in np.ndenumerate(picture.shown):
            if value and not np.isnan(value):
                self._painter.setPen(self._ink(bool(bright[row, column])))
                self._painter.drawText(placed.cell_rect(row, column), _CENTER, _glyph(placed, float(value)))

    def _gaps(self, placed: Placed) -> None:
        self._painter.setFont(theme.number_font(1.0))
        self._painter.setPen(self._theme.color("text_muted"))
        middle_row, middle_column = placed.rows.slots // 2, placed.columns.slots // 2
        for row in placed.rows.gaps:
            rect = placed.cell_rect(int(row), middle_column)
            self._painter.drawText(_around(rect), _CENTER, "⋮")
        for column in placed.columns.gaps:
            rect = placed.cell_rect(middle_row, int(column))
            self._painter.drawText(_around(rect), _CENTER, "⋯")

    # Words below

    def _caption(self, picture: Picture) -> None:
        rect = picture.placed.caption
        if rect.isEmpty():
            return
        self._painter.setFont(theme.number_font(CAPTION))
        self._painter.setPen(self._theme.color("text_muted"))
        half = rect.height() / 2
        for line, text in enumerate(captions(picture)):
            self._painter.drawText(
                QRectF(rect.left(), rect.top() + line * half, rect.width(), half), _CENTER, text
            )

    # What is lit

    def _light(self, placed: Placed, hit: Selection, role: str) -> None:
        """Outline the cell; of a matrix also its row and its column."""
        row, column = placed.lit(hit)
        rect = placed.rect
        if placed.block.is_matrix:
            self._painter.setPen(QPen(self._theme.color(role), 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            if row is not None:
                band = placed.cell_rect(row, 0)
                self._painter.drawRect(QRectF(rect.left(), band.top(), rect.width(), band.height()))
            if column is not None:
                band = placed.cell_rect(0, column)
                self._painter.drawRect(QRectF(band.left(), rect.top(), band.width(), rect.height()))
        if placed.block.rows is None:
            row = 0
        if placed.block.columns is None:
            column = 0
        if row is not None and column is not None:
            self._ring(placed.cell_rect(row, column), role)

    def _ring(self, cell: QRectF, role: str) -> None:
        """Outline a cell, so that it is seen on any fill and however small it is."""
        more = max(theme.px(1.0), (theme.px(5) - min(cell.width(), cell.height())) / 2)
        ring = cell.adjusted(-more, -more, more, more)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._theme.color("background"), theme.px(4)))
        self._painter.drawRect(ring)
        self._painter.setPen(QPen(self._theme.color(role), theme.px(2)))
        self._painter.drawRect(ring)


def _glyph(placed: Placed, value: float) -> str:
    if placed.block.ink == "wish":
        return "▲" if value < 0 else "▼"
    return "+" if value > 0 else MINUS


def _around(rect: QRectF) -> QRectF:
    return QRectF(rect.center().x() - 20, rect.center().y() - 20, 40, 40)


def draw_title(painter: QPainter, rect: QRectF, tex: str) -> None:
    """Write the equation in symbols."""
    em = theme.px(theme.BASE_PX * 1.45)
    if measure(tex, em).height > rect.height():
        em = rect.height() / measure(tex, 1.0).height
    draw_formula(painter, rect, tex, em, theme.current().text, _CENTER)
