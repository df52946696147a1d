"""Paints the table of wishes: arrows in proportion, numbers where they fit, the sum below."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite, sqrt
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.core.network import Location
from nnviz.core.wishes import Wishes, adding_up
from nnviz.session import Neuron, Selection
from nnviz.ui import theme
from nnviz.ui.wishes.digits import ARROW, NUMBER, digits_for
from nnviz.ui.wishes.layout import TableLayout
from nnviz.wording import number
from nnviz.wording.wishes import nudge_symbol, wishes_so_far

TINT = 0.34
"""How much of its color the largest wish lends the ground of its cell."""

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Shown(NamedTuple):
    """What the table shows.

    Attributes
    ----------
    wishes : Wishes
        The numbers.
    rows : int
        How many rows are revealed.
    names : tuple of str
        Of the rows.
    right : int or None
        The row of the right answer.
    """

    wishes: Wishes
    rows: int
    names: tuple[str, ...]
    right: int | None


class WishPainter:
    """Paints one frame.

    Parameters
    ----------
    painter : QPainter
        Open on the viewport.
    layout : TableLayout
        Where everything stands.
    shown : Shown
        What stands there.
    """

    def __init__(self, painter: QPainter, layout: TableLayout, shown: Shown) -> None:
        self._painter, self._layout, self._shown = painter, layout, shown
        self._theme = theme.current()
        self._scale = shown.wishes.scale
        self._digits = digits_for(self._scale, layout.cell[0])
        self._columns = layout.seen_columns()
        seen = shown.wishes.matrix[:, self._columns.start : self._columns.stop]
        self._units = adding_up(seen, self._digits.unit)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, pointed: Selection, chosen: Selection) -> None:
        """Paint all, from back to front."""
        self._grounds()
        self._cells()
        self._row_heads()
        self._column_heads()
        self._sums()
        self._light(pointed, "text", 1.3)
        self._light(chosen, "selection", 2.0)

    # Grounds and lines

    def _grounds(self) -> None:
        layout, room = self._layout, self._layout.room
        left = layout.origin.x() - layout.head_width()
        width = self._right() - left
        self._painter.fillRect(QRectF(left, room.bottom(), width, layout.foot), self._theme.color("surface"))
        last = self._shown.rows - 1
        if 0 <= last < layout.rows - 1:
            band = QRectF(left, layout.row_y(last), width, layout.cell[1])
            band = band.intersected(QRectF(left, room.top(), width, room.height()))
            self._painter.fillRect(band, self._theme.color("surface_raised"))
        self._painter.setPen(QPen(self._theme.color("border"), 1))
        for row in layout.seen_rows():
            y = layout.row_y(row)
            if y >= room.top():
                self._painter.drawLine(QLineF(left, y, left + width, y))
        self._painter.setPen(QPen(self._theme.color("control_border"), 1))
        self._painter.drawLine(QLineF(left, room.bottom(), left + width, room.bottom()))

    def _right(self) -> float:
        room = self._layout.room
        return min(room.right(), self._layout.column_x(self._layout.columns))

    # Cells

    def _cells(self) -> None:
        self._painter.save()
        self._painter.setClipRect(self._layout.room)
        matrix, revealed = self._shown.wishes.matrix, self._shown.rows
        for row in self._layout.seen_rows():
            for column, units in zip(self._columns, self._units[row].tolist(), strict=True):
                rect = self._layout.cell_rect(row, column)
                if row < revealed:
                    self._wish(rect, float(matrix[row, column]), units)
                else:
                    self._hidden(rect)
        self._painter.restore()

    def _hidden(self, rect: QRectF) -> None:
        self._painter.setFont(theme.number_font(NUMBER))
        self._painter.setPen(self._theme.color("text_disabled"))
        self._painter.drawText(rect, _CENTER, "·")

    def _wish(self, rect: QRectF, value: float, units: float) -> None:
        """Draw an arrow in proportion on a ground in proportion, and beside it its number where it fits."""
        text, scale = self._digits.text(value, units), self._scale
        if isfinite(value) and scale > 0:
            tint = TINT * min(abs(value) / scale, 1.0)
            self._painter.fillRect(rect, self._theme.color("positive" if value > 0 else "negative", tint))
        roomy = rect.width() > theme.px(60)
        largest = min(rect.height() - theme.px(4), theme.px(ARROW * (1.4 if roomy or not text else 1.0)))
        middle = rect.center()
        if text:
            self._painter.setFont(theme.number_font(NUMBER))
            self._painter.setPen(self._theme.color("text" if value else "text_muted"))
            self._painter.drawText(rect.adjusted(0, 0, -theme.px(4 if roomy else 2), 0), _RIGHT, text)
            middle = QPointF(rect.left() + theme.px(5 if roomy else 1) + largest / 2, middle.y())
        self.arrow(middle, largest, value, scale)

    def arrow(self, middle: QPointF, largest: float, value: float, scale: float) -> None:
        """Draw ▲ or ▼, its area in proportion to the value; a tiny one stays visible."""
        if not value or not isfinite(value) or scale <= 0:
            return
        side = max(largest * sqrt(min(abs(value) / scale, 1.0)), theme.px(2.0))
        up = -1.0 if value > 0 else 1.0
        tip = QPointF(middle.x(), middle.y() + up * side / 2)
        base = middle.y() - up * side / 2
        corners = [tip, QPointF(middle.x() - side / 2, base), QPointF(middle.x() + side / 2, base)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("positive" if value > 0 else "negative"))
        self._painter.drawPolygon(QPolygonF(corners))

    # Heads and sum

    def _row_heads(self) -> None:
        layout, nudges = self._layout, self._shown.wishes.nudges
        scale = float(abs(nudges[abs(nudges) < float("inf")]).max(initial=0.0))
        self._painter.save()
        whole = layout.row_head(0)
        self._painter.setClipRect(
            QRectF(whole.left(), layout.room.top(), whole.width(), layout.room.height())
        )
        for row in layout.seen_rows():
            self._row_head(layout.row_head(row), row, float(nudges[row]), scale)
        self._painter.restore()

    def _row_head(self, rect: QRectF, row: int, nudge: float, scale: float) -> None:
        room = rect.adjusted(theme.px(4), 0, -theme.px(6), 0)
        right = row == self._shown.right
        self._painter.setPen(self._theme.color("selection_text" if right else "text_muted"))
        self._painter.setFont(theme.number_font(0.9, bold=right))
        named = QRectF(room.left(), room.top(), room.width() * 0.46, room.height())
        name = self._painter.fontMetrics().elidedText(
            self._shown.names[row], Qt.TextElideMode.ElideRight, round(named.width())
        )
        self._painter.drawText(named, _LEFT, name)
        self._painter.setFont(theme.number_font(NUMBER))
        self._painter.setPen(self._theme.color("text"))
        self._painter.drawText(room, _RIGHT, self._digits.text(nudge) or number(nudge, 2))
        side = min(rect.height() - theme.px(4), theme.px(14))
        self.arrow(QPointF(named.right() + theme.px(2), rect.center().y()), side, nudge, scale)

    def _column_heads(self) -> None:
        layout = self._layout
        corner = QRectF(layout.row_head(0).left(), 0, layout.head_width(), layout.room.top())
        self._painter.setFont(theme.number_font(NUMBER))
        self._painter.setPen(self._theme.color("text_muted"))
        self._painter.drawText(
            corner.adjusted(0, 0, -theme.px(6), 0), _RIGHT, nudge_symbol(self._shown.wishes.of)
        )
        self._in_columns(0, layout.room.top(), self._column_head)

    def _column_head(self, column: int) -> None:
        self._painter.drawText(self._layout.column_head(column), _CENTER, str(column))

    def _in_columns(self, top: float, height: float, draw: Callable[[int], None]) -> None:
        """Draw something above or below every column that is seen."""
        self._painter.save()
        self._painter.setClipRect(QRectF(self._layout.room.left(), top, self._layout.room.width(), height))
        for column in self._layout.seen_columns():
            draw(column)
        self._painter.restore()

    def _sums(self) -> None:
        layout, shown = self._layout, self._shown
        head = layout.sum_head().adjusted(theme.px(4), 0, -theme.px(6), 0)
        self._painter.setFont(theme.number_font(0.85, bold=True))
        self._painter.setPen(self._theme.color("text"))
        words = wishes_so_far(shown.rows, layout.rows)
        self._painter.drawText(head, _LEFT | Qt.TextFlag.TextWordWrap, words)
        sums, units = shown.wishes.running(shown.rows), self._units[: shown.rows].sum(axis=0)

        def draw(column: int) -> None:
            at = column - self._columns.start
            self._wish(layout.sum_rect(column), float(sums[column]), float(units[at]))

        self._in_columns(layout.room.bottom(), layout.foot, draw)

    # What is lit

    def _light(self, hit: Selection, role: str, width: float) -> None:
        layer, layout = self._shown.wishes.layer, self._layout
        self._painter.setPen(QPen(self._theme.color(role), theme.px(width)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(hit, Neuron) and hit.layer == layer:
            self._row_ring(hit.j)
        elif isinstance(hit, Neuron) and hit.layer == layer - 1:
            left = layout.column_x(hit.j)
            ring = QRectF(left, 1, layout.cell[0], layout.room.bottom() + layout.foot - 2)
            self._ring(ring, QRectF(layout.room.left(), 0, layout.room.width(), ring.bottom() + 2))
        elif isinstance(hit, Location) and hit.layer == layer and hit.k is not None:
            self._ring(layout.cell_rect(hit.j, hit.k), layout.room)

    def _row_ring(self, row: int) -> None:
        layout = self._layout
        left = layout.row_head(row).left() + 1
        ring = QRectF(left, layout.row_y(row), self._right() - left, layout.cell[1])
        self._ring(ring, QRectF(left - 2, layout.room.top(), self._right() - left + 4, layout.room.height()))

    def _ring(self, rect: QRectF, clip: QRectF) -> None:
        self._painter.save()
        self._painter.setClipRect(clip.adjusted(-2, -2, 2, 2))
        self._painter.drawRoundedRect(rect, 2, 2)
        self._painter.restore()
