"""How the table of examples is drawn."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.session import Neuron, Selection
from nnviz.ui import theme
from nnviz.ui.examples.content import Content
from nnviz.ui.examples.head import HeadPainter, Marks
from nnviz.ui.examples.layout import READABLE, TableLayout
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.ui.inspector.parts import fitting_font
from nnviz.ui.sign_marks import FAINT, runs
from nnviz.ui.signed_image import largest
from nnviz.wording import parameter_symbol, wish_glyph
from nnviz.wording.examples import cancelled_text, nudge_text

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FORM = QImage.Format.Format_RGBA8888


class TablePainter:
    """Draws the part of the table that can be seen.

    Parameters
    ----------
    painter : QPainter
        Open on the viewport.
    content, layout, thumbnails, marks
        What to draw, and where.
    own : bool
        Whether each row has its own scale.
    """

    def __init__(
        self,
        painter: QPainter,
        content: Content,
        layout: TableLayout,
        thumbnails: Thumbnails,
        marks: Marks,
        own: bool,
    ) -> None:
        self._painter, self._content, self._layout = painter, content, layout
        self._marks = marks
        self._theme = theme.current()
        self._scales = _scales(content, own)
        self._small = theme.number_font(0.85)
        self._head = HeadPainter(painter, content, layout, thumbnails, marks)

    def draw(self) -> None:
        """Draw everything; the columns that stay lie over those that are scrolled."""
        rows, columns = self._layout.seen()
        room = self._layout.room
        painter = self._painter
        painter.save()
        painter.setClipRect(room)
        if rows and columns:
            self._colors(rows, columns)
            self._writing(rows, columns)
        painter.setClipRect(QRectF(room.left(), 0, room.width(), self._layout.size[1]))
        self._head.draw(columns)
        painter.restore()
        self._head.draw_titles()
        painter.setClipRect(QRectF(0, room.top(), self._layout.size[0], room.height()))
        for row in rows:
            self._name(row)
            self._average(row)
            self._cancels(row)
        self._frames(rows)
        painter.setClipping(False)

    # The cells

    def _colors(self, rows: range, columns: range) -> None:
        """Draw all cells in sight as one picture."""
        layout = self._layout
        unit = self._unit(rows)[:, columns.start : columns.stop]
        colors = theme.sign_colors(self._theme, np.ascontiguousarray(unit), 1.0)
        image = QImage(colors.data, len(columns), len(rows), 4 * len(columns), _FORM)
        place = QRectF(
            layout.x(columns.start),
            layout.y(rows.start),
            len(columns) * layout.column,
            len(rows) * layout.line,
        )
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, layout.column < 1)
        self._painter.drawImage(place, image)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self._painter.setPen(QPen(self._theme.color("background"), 1))
        lines = [QLineF(place.left(), layout.y(r), place.right(), layout.y(r)) for r in rows]
        if layout.column >= 6:
            lines += [QLineF(layout.x(c), place.top(), layout.x(c), place.bottom()) for c in columns]
        self._painter.drawLines(lines)
        if self._theme.glyphs and layout.column < READABLE:
            self._stripe(rows, columns, unit)

    def _unit(self, rows: range) -> Array:
        scales = self._scales[rows.start : rows.stop, None]
        return np.asarray(self._content.cells[rows.start : rows.stop] / np.where(scales > 0, scales, 1))

    def _stripe(self, rows: range, columns: range, unit: Array) -> None:
        """Strike narrow negative cells through, for a palette that does not leave sign to color alone."""
        layout = self._layout
        self._painter.setPen(QPen(self._theme.color("background"), max(round(theme.px(2)), 1)))
        lines = []
        for row, first, after in runs(unit < -FAINT):
            y = layout.y(rows.start + row) + layout.line / 2
            lines.append(QLineF(layout.x(columns.start + first), y, layout.x(columns.start + after), y))
        self._painter.drawLines(lines)

    def _writing(self, rows: range, columns: range) -> None:
        if self._layout.column < theme.px(READABLE):
            return
        self._painter.setFont(self._small)
        metrics, room = self._painter.fontMetrics(), self._layout.column - 4
        unit = self._unit(rows)
        inks = self._inks(unit[:, columns.start : columns.stop])
        for row in rows:
            for column in columns:
                nudge = float(self._content.cells[row, column])
                text = nudge_text(-nudge)
                if metrics.horizontalAdvance(text) > room:
                    text = wish_glyph(-nudge) if abs(unit[row - rows.start, column]) > FAINT / 4 else ""
                self._painter.setPen(inks[row - rows.start][column - columns.start])
                self._painter.drawText(self._layout.cell(row, column), _CENTER, text)

    def _inks(self, unit: Array) -> list[list[QColor]]:
        colors = theme.sign_colors(self._theme, np.ascontiguousarray(unit), 1.0).tolist()
        return [[theme.ink_on(self._theme, QColor(*color)) for color in line] for line in colors]

    # The columns that stay

    def _name(self, row: int) -> None:
        painter, layout = self._painter, self._layout
        location = self._content.locations[row]
        chosen = location == self._marks.chosen
        painter.setFont(fitting_font(parameter_symbol(location), layout.name - 8, 0.95, bold=chosen))
        painter.setPen(self._theme.color("selection_text" if chosen else "text"))
        rect = QRectF(0, layout.y(row), layout.name - 8, layout.line)
        painter.drawText(rect, _RIGHT, parameter_symbol(location))

    def _average(self, row: int) -> None:
        painter, layout = self._painter, self._layout
        value, scale = float(self._content.average[row]), float(self._scales[row])
        rect = QRectF(layout.right + 6, layout.y(row) + 1, layout.average - 8, layout.line - 2)
        color = QColor(*theme.sign_colors(self._theme, np.array(value), scale).reshape(4).tolist())
        painter.setPen(QPen(self._theme.color("control_border"), 1))
        painter.setBrush(color)
        painter.drawRect(rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        text = nudge_text(-value)
        painter.setFont(fitting_font(text, rect.width() - 4, 0.9, bold=True))
        painter.setPen(theme.ink_on(self._theme, color))
        painter.drawText(rect, _CENTER, text)

    def _cancels(self, row: int) -> None:
        painter, layout = self._painter, self._layout
        share = float(self._content.cancels[row])
        text = cancelled_text(share)
        painter.setFont(self._small)
        words = painter.fontMetrics().horizontalAdvance("100%") + 4
        left = layout.right + layout.average + 6
        bar = QRectF(left, layout.y(row) + layout.line / 2 - 4, max(layout.cancels - words - 12, 0), 8)
        painter.fillRect(bar, self._theme.color("groove"))
        full = QRectF(bar.left(), bar.top(), bar.width() * share, 8)
        painter.fillRect(full, self._theme.color("text_muted"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(QRectF(bar.right(), layout.y(row), words + 4, layout.line), _RIGHT, text)

    # What is chosen and pointed at

    def _frames(self, rows: range) -> None:
        for row in rows:
            location = self._content.locations[row]
            if location == self._marks.chosen:
                self._frame(row, "selection", 2)
            elif touched(location, self._marks.pointed) or row == self._marks.hover.row:
                self._frame(row, "text", 1)
        hover = self._marks.hover
        if hover.row in rows and hover.column >= 0 and self._layout.column > 3:
            self._painter.setPen(QPen(self._theme.color("text"), 2))
            self._painter.drawRect(self._layout.cell(hover.row, hover.column) & self._layout.room)
        if self._marks.focus:
            self._painter.setPen(QPen(self._theme.color("focus"), 1))
            self._painter.drawRect(self._layout.room.adjusted(0, 0, -1, -1))

    def _frame(self, row: int, role: str, width: int) -> None:
        layout = self._layout
        right = layout.right + layout.average
        self._painter.setPen(QPen(self._theme.color(role), width))
        left = 2.0
        self._painter.drawRect(QRectF(left, layout.y(row), right - left, layout.line))


def touched(location: Location, pointed: Selection) -> bool:
    """Say whether what is pointed at is this parameter, or the neuron it belongs to."""
    if isinstance(pointed, Neuron):
        return pointed == (location.layer, location.j)
    return pointed == location


def _scales(content: Content, own: bool) -> Array:
    """Return the magnitude of the full color of each row."""
    if own:
        return np.array([largest(row) for row in content.cells])
    return np.full(len(content.cells), largest(content.cells))
