"""The head of the table of examples: their pictures, labels and what the network takes them for."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.session import ExampleRef, Selection
from nnviz.ui import theme
from nnviz.ui.examples.content import Content
from nnviz.ui.examples.layout import Hit, TableLayout
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.ui.examples.values import SMALLER, draw_example, draw_inputs
from nnviz.ui.inspector.parts import fitting_font
from nnviz.wording import tr
from nnviz.wording.exam import RIGHT, WRONG

WRITTEN = 40.0
"""The least width of a place in which inputs are written, in pixels at type scale 1."""

_ELIDE = Qt.TextElideMode.ElideRight
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Marks(NamedTuple):
    """What is emphasized: what the mouse is on, what is chosen and pointed at, the example on the screen."""

    hover: Hit
    chosen: Selection
    pointed: Selection
    current: ExampleRef
    focus: bool


class HeadPainter:
    """Draws the head.

    Parameters
    ----------
    painter : QPainter
        Open on the viewport.
    content, layout, thumbnails, marks
        What to draw, and where.
    """

    def __init__(
        self,
        painter: QPainter,
        content: Content,
        layout: TableLayout,
        thumbnails: Thumbnails,
        marks: Marks,
    ) -> None:
        self._painter, self._content, self._layout = painter, content, layout
        self._thumbnails, self._marks = thumbnails, marks
        self._data = content.task.dataset
        self._theme, self._small = theme.current(), theme.number_font(0.85)

    def draw(self, columns: range) -> None:
        """Draw pictures, labels and guesses; of narrow columns only as many as there is room for."""
        every = ceil(theme.px(24) / self._layout.column)
        for column in columns:
            if column % every == 0:
                self._example(column, every)

    def _example(self, column: int, every: int) -> None:
        painter, ref = self._painter, self._content.refs[column]
        place = self._place(column, every)
        self._picture(place, ref)
        chosen = ref == self._marks.current
        hovered = self._marks.hover == Hit(-1, column)
        role = "selection" if chosen else "text" if hovered else "border"
        painter.setPen(QPen(self._theme.color(role), 2 if chosen else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        names = self._content.names(column)
        if names is not None:
            left, width = self._layout.x(column) + 1, self._layout.column * every - 2
            self._told(QRectF(left, place.bottom() + 1, width, theme.px(15)), *names)

    def _place(self, column: int, every: int) -> QRectF:
        """Return where an example is drawn: what is written, and no image, takes the column's whole width."""
        layout, place = self._layout, self._layout.thumbnail(column)
        if every > 1:
            place.moveLeft(layout.x(column))
        elif self._data.image_shape is None:
            place.setLeft(layout.x(column) + 3)
            place.setWidth(layout.column - 5)
        return place

    def _picture(self, place: QRectF, ref: ExampleRef) -> None:
        """Draw an image; of what is none write the inputs, or where there is no room for them its number."""
        inside = place.adjusted(2, 0, -2, 0)
        if self._data.image_shape is not None:
            self._painter.drawImage(place, self._thumbnails.image(ref))
        elif place.width() < theme.px(WRITTEN):
            self._painter.setFont(fitting_font(str(ref.index), place.width() - 4, 0.85))
            self._painter.setPen(self._theme.color("text_muted"))
            self._painter.drawText(place, _CENTER, str(ref.index))
        elif self._data.train.labels is None:
            draw_example(self._painter, inside, self._data, ref)
        else:  # its label stands below
            draw_inputs(self._painter, inside, self._data, ref, SMALLER)

    def _told(self, line: QRectF, label: str, guess: str) -> None:
        """Write the label, and below what the network takes it for; the tooltip has long names in full."""
        painter, right = self._painter, guess == label
        mark = f" {RIGHT if right else WRONG}"
        painter.setFont(self._small)
        metrics, room = painter.fontMetrics(), int(line.width())
        painter.setPen(self._theme.color("text"))
        painter.drawText(line, _CENTER, metrics.elidedText(label, _ELIDE, room))
        told = metrics.elidedText(guess, _ELIDE, room - metrics.horizontalAdvance(mark))
        painter.setPen(self._theme.color("good" if right else "bad"))
        painter.drawText(line.translated(0, line.height()), _CENTER, told + mark)

    def draw_titles(self) -> None:
        """Write over the columns that stay what they are."""
        layout, painter = self._layout, self._painter
        painter.setFont(self._small)
        painter.setPen(self._theme.color("text_muted"))
        height = theme.px(15)
        top = layout.picture + 4
        if self._content.labels is not None:
            for row, text in enumerate((tr("label"), tr("guess"))):
                rect = QRectF(0, top + row * height, layout.name - 6, height)
                painter.drawText(rect, _RIGHT, text)
        right = QRectF(layout.right, top + height, layout.average, height)
        cancels = right.translated(layout.average, 0).adjusted(6, 0, layout.cancels, 0)
        painter.drawText(cancels, _LEFT, tr("cancels"))
        painter.setFont(theme.number_font(0.85, bold=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(right, _CENTER, tr("average"))
