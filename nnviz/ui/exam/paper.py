"""The image that is being examined: what it is, what the network says, and the tally."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.network import NetworkSpec
from nnviz.session import ExampleRef, Session
from nnviz.session.tally import Tally
from nnviz.training.exam import Fit
from nnviz.ui import theme
from nnviz.ui.exam.captions import names, values
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.ui.examples.values import draw_inputs
from nnviz.ui.inspector.parts import fitting_font
from nnviz.wording import fixed, number, tr
from nnviz.wording.exam import (
    RIGHT,
    WRONG,
    confidence_name,
    confidence_teaches,
    tally_share,
    tally_text,
)
from nnviz.wording.standing import fit_teaches

HEIGHT = 88.0

TALLY = 0.36
"""The share of the width that the tally takes."""

TABLE = 0.26
"""The inputs of what is no image are written in this share of the width."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Sheet(NamedTuple):
    """What is written beside the image.

    Attributes
    ----------
    facts : tuple of (word, value)
        What the example is, what the network says, how sure it is.
    role : str
        The color of what the network says.
    tally : tuple of str
        The tally, large and less large.
    """

    facts: tuple[tuple[str, str], ...] = ()
    role: str = "text"
    tally: tuple[str, str] = ("", "")


def sheet(tally: Tally | None) -> Sheet:
    """Return what is written beside the image on show."""
    if tally is None or tally.index is None:
        return Sheet()
    result, index = tally.result, tally.index
    exam = result.exam
    if isinstance(exam, Fit):
        facts = (
            (tr("target"), values(exam.targets[index])),
            (tr("output"), values(exam.outputs[index])),
            (tr("off by"), fixed(exam.errors[index])),
        )
        done = tr("over {done:,} of {total:,}", done=tally.done, total=len(tally.order))
        return Sheet(facts, "text", (tr("RMSE {rmse}", rmse=number(tally.rmse or 0.0)), done))
    label, guess = names(result, exam, index)
    right = bool(exam.right[index])
    facts = (
        (tr("label"), label),
        (tr("guess"), f"{guess} {RIGHT if right else WRONG}"),
        (confidence_name(result.spec), fixed(float(exam.confidences[index]))),
    )
    so_far = tally.n_right, tally.done
    return Sheet(facts, "good" if right else "bad", (tally_text(*so_far), tally_share(*so_far)))


class Paper(QWidget):
    """The image on show with its label and its guess, and the tally so far.

    Parameters
    ----------
    session : Session
        Whose exam is taken.
    thumbnails : Thumbnails
        The pictures of its examples.
    """

    def __init__(self, session: Session, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session, self._thumbnails = session, thumbnails
        self._sitting = session.exam.sitting
        self._sheet = Sheet()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def follow(self) -> None:
        """Show the newest answer."""
        self._sheet = sheet(self._sitting.tally)
        self.setAccessibleName(self.text())
        self.setToolTip(_teaches(self._session.spec, self._session.split.labels is not None))
        self.update()

    def text(self) -> str:
        """Return all that is written in one line."""
        facts = ", ".join(f"{word} {value}" for word, value in self._sheet.facts)
        return f"{facts}; {' '.join(self._sheet.tally)}" if facts else self._empty()

    def sheet(self) -> Sheet:
        """Return what is written beside the image."""
        return self._sheet

    def _empty(self) -> str:
        n = self._sitting.total
        count = tr("The only test image") if n == 1 else tr("The {n:,} test images", n=n)
        if self._session.dataset.image_shape is None:
            count = tr("The only test example") if n == 1 else tr("The {n:,} test examples", n=n)
        return tr("{count}, never trained on, one after another. Press Start.", count=count)

    def sizeHint(self) -> QSize:
        """Return one height, at any width."""
        return QSize(round(theme.px(300)), round(theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(round(theme.px(160)), round(theme.px(HEIGHT)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw image, facts and tally; before the first image, how to begin."""
        painter = QPainter(self)
        tally = self._sitting.tally
        if tally is None or tally.index is None:
            self._paint_empty(painter)
        else:
            right = self._paint_picture(painter, tally.index, tally.at_wrong)
            room = self.width() * TALLY
            left = right + theme.px(12)
            self._paint_facts(painter, QRectF(left, 0, self.width() - room - left, self.height()))
            self._paint_tally(painter, QRectF(self.width() - room, 0, room, self.height()))
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        side = self.height() - 4.0
        place = QRectF(2, 2, side, side)
        painter.setPen(QPen(theme.current().color("control_border"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(place)
        painter.setPen(theme.current().color("text_muted"))
        room = QRectF(place.right() + theme.px(12), 0, self.width() - side - theme.px(16), self.height())
        painter.drawText(room, _LEFT | Qt.TextFlag.TextWordWrap, self._empty())

    def _paint_picture(self, painter: QPainter, index: int, wrong: bool) -> float:
        """Draw the image, crisp; return where it ends."""
        if self._session.dataset.image_shape is None:
            return self._paint_inputs(painter, index)
        image, ratio = self._thumbnails.image(ExampleRef("test", index)), self.devicePixelRatioF()
        factor = (self.height() - 4) * ratio / max(image.width(), image.height())
        factor = (int(factor) if factor >= 1 else factor) / ratio
        width, height = image.width() * factor, image.height() * factor
        place = QRectF(2, (self.height() - height) / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, factor < 1)
        painter.drawImage(place, image)
        painter.setPen(QPen(theme.current().color("bad" if wrong else "border"), 2 if wrong else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        return place.right()

    def _paint_inputs(self, painter: QPainter, index: int) -> float:
        """Write the first inputs of what is no image, by name and value; return where that ends."""
        right = TABLE * self.width()
        place, data = QRectF(0, 0, right, self.height()), self._session.dataset
        draw_inputs(painter, place, data, ExampleRef("test", index))
        return right

    def _paint_facts(self, painter: QPainter, room: QRectF) -> None:
        now, words = theme.current(), QFontMetricsF(theme.number_font(0.92))
        height = room.height() / 3
        *large, last = self._sheet.facts
        widest = max(words.horizontalAdvance(word) for word, _ in large) + theme.px(8)
        for line, (word, value) in enumerate(large):
            rect = QRectF(room.left(), line * height, room.width(), height)
            painter.setFont(theme.number_font(0.92))
            painter.setPen(now.color("text_muted"))
            painter.drawText(rect, _LEFT, word)
            rect.setLeft(rect.left() + widest)
            painter.setFont(fitting_font(value, rect.width(), 1.5, bold=True))
            painter.setPen(now.color(self._sheet.role if line else "text"))
            metrics = QFontMetricsF(painter.font())
            text = metrics.elidedText(value, Qt.TextElideMode.ElideMiddle, rect.width() + 1)
            painter.drawText(rect, _LEFT, text)
        text = f"{last[0]} {last[1]}"
        painter.setFont(fitting_font(text, room.width(), 0.92))
        painter.setPen(now.color("text_muted"))
        painter.drawText(QRectF(room.left(), 2 * height, room.width(), height), _LEFT, text)

    def _paint_tally(self, painter: QPainter, room: QRectF) -> None:
        top = theme.px(6)
        half = (room.height() - top) / 2
        for line, (text, size) in enumerate(zip(self._sheet.tally, (1.7, 1.4), strict=True)):
            painter.setFont(fitting_font(text, room.width(), size, bold=not line))
            painter.setPen(theme.current().color("text"))
            rect = QRectF(room.left(), top + line * half, room.width(), half)
            painter.drawText(rect, _RIGHT, text)


def _teaches(spec: NetworkSpec, classes: bool) -> str:
    """Return what the numbers are."""
    return f"<b>{tr('The exam')}</b><br>" + (confidence_teaches(spec) if classes else fit_teaches())
