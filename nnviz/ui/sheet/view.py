"""The sheet itself: rows of pictures, of which only those in sight are made and drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen

from nnviz.core.arrays import IntArray
from nnviz.data.dataset import PartName
from nnviz.session import ExampleRef, Session
from nnviz.session.exam import Result
from nnviz.ui import theme
from nnviz.ui.exam.captions import Caption, caption, names
from nnviz.ui.exam.gallery import ExampleGallery
from nnviz.ui.exam.tiles import draw_tile
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.wording import tr
from nnviz.wording.exam import RIGHT, WRONG, class_name
from nnviz.wording.examples import example_name


class SheetView(ExampleGallery):
    """Examples of either split, with what they are and, once that is known, what they are taken for.

    Parameters
    ----------
    session : Session
        Whose examples.
    """

    def __init__(self, session: Session) -> None:
        self._part: PartName = "train"
        self._empty = ""
        super().__init__(session, Thumbnails(session))
        self.setAccessibleName(tr("Sheet of examples"))

    def show_part(self, part: PartName, rows: IntArray, result: Result | None, empty: str) -> None:
        """Show some examples of a split; where there are none, a sentence."""
        self._part, self._empty = part, empty
        self.show_examples(result, rows)

    def _picture(self, index: int) -> QImage | int:
        if self._session.dataset.image_shape is None:
            return index
        return self._thumbnails.image(ExampleRef(self._part, index))

    def _frame(self, place: int, index: int) -> tuple[str, int]:
        if self._session.example == ExampleRef(self._part, index):
            return "selection", 2
        return ("text", 2) if place == self._hover else ("border", 1)

    def _caption(self, index: int) -> Caption:
        if self._result is not None:
            return caption(self._result, index)
        return Caption(self._label(index), "", "", "text")

    def _label(self, index: int) -> str:
        data = self._session.dataset
        labels = data.split(self._part).labels
        return "" if labels is None else class_name(data.classes, int(labels[index]))

    def _tip(self, place: int | None) -> str:
        if place is None or place >= len(self._rows):
            return ""
        index = int(self._rows[place])
        result, label = self._result, self._label(index)
        said = tr("label {label}", label=label) if label else ""
        if result is not None and result.answers is not None:
            label, guess = names(result, result.answers, index)
            mark = RIGHT if result.answers.right[index] else WRONG
            said = tr("label {label}, guess {guess} {mark}", label=label, guess=guess, mark=mark)
        lines = (f"<b>{example_name(self._part, index)}</b>", said, tr("Click: show it to the network"))
        return "<br>".join(line for line in lines if line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen, or say why there is nothing."""
        painter, now = QPainter(self.viewport()), theme.current()
        painter.setFont(theme.number_font(0.85))
        for place in self._tiles.seen:
            index = int(self._rows[place])
            picture, words = self._picture(index), self._caption(index)
            draw_tile(painter, self._tiles, place, picture, words, self._frame(place, index))
        if not len(self._rows):
            painter.setPen(now.color("text_muted"))
            painter.setFont(theme.number_font())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
        if self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()
