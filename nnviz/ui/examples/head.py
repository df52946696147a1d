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
from nnviz.wording import tr

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
        self._theme, self._small = theme.current(), theme.number_font(0.85)

    def draw(self, columns: range) -> None:
        """Draw pictures, labels and guesses; of narrow columns only as many as there is room for."""
        every = ceil(theme.px(24) / self._layout.column)
        labels = self._content.labels
        for column in columns:
            if column % every == 0:
                self._example(column, None if labels is None else labels[column], every)

    def _example(self, column: int, label: int | None, every: int) -> None:
        painter, ref = self._painter, self._content.refs[column]
        place = self._layout.thumbnail(column)
        if every > 1:
            place.moveLeft(self._layout.x(column))
        painter.drawImage(place, self._thumbnails.image(ref))
        chosen = ref == self._marks.current
        hovered = self._marks.hover == Hit(-1, column)
        role = "selection" if chosen else "text" if hovered else "border"
        painter.setPen(QPen(self._theme.color(role), 2 if chosen else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if label is not None:
            self._told(place, label, int(self._content.guesses[column]))

    def _told(self, place: QRectF, label: int, guess: int) -> None:
        """Write the label, and what the network takes it for."""
        painter, height = self._painter, theme.px(15)
        line = QRectF(place.center().x() - theme.px(30), place.bottom() + 1, theme.px(60), height)
        painter.setFont(self._small)
        painter.setPen(self._theme.color("text"))
        painter.drawText(line, _CENTER, f"{label}")
        right = guess == label
        painter.setPen(self._theme.color("good" if right else "bad"))
        painter.drawText(line.translated(0, height), _CENTER, f"{guess} {'✓' if right else '✗'}")

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
