"""What the marks and lines of a curve's picture stand for, in one line above it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.curve.paint import FAINT, FUNCTION, LINE_ROLE, PIECE
from nnviz.ui.curve.points import draw_filled, draw_hollow
from nnviz.wording import split_name, tr
from nnviz.wording.curve import pieces_words

SIZE, SMALLEST, STROKE, GAP = 0.88, 0.7, 18.0, 14.0


class Entry(NamedTuple):
    """One mark or line, and its words."""

    kind: str
    words: str


class CurveLegend(QWidget):
    """Marks and words, smaller where there is little room; where there is none the last are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def say(self, line: bool, pieces: bool, squashed: bool) -> None:
        """Name what is drawn: always points and function, beside them the best line, or pieces."""
        entries = [
            Entry("filled", split_name("train")),
            Entry("hollow", split_name("test")),
            Entry("function", tr("network")),
        ]
        if line:
            entries.append(Entry("line", tr("least squares")))
        if pieces:
            entries += [Entry("piece", pieces_words()), Entry("bias", "b")]
        if pieces and squashed:
            entries.append(Entry("sum", "z"))
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(entry.words for entry in entries))
        self.update()

    def entries(self) -> tuple[Entry, ...]:
        """Return what is named."""
        return self._entries

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(
            round(theme.px(120)), round(QFontMetricsF(theme.number_font(SIZE)).height() + theme.px(6))
        )

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = min(max(self.width() / self._wanted(), SMALLEST), 1.0)
        font, between = theme.number_font(SIZE * share), theme.px(5) * share
        metrics, x = QFontMetricsF(font), theme.px(4)
        for kind, words in self._entries:
            wide = theme.px(10) if kind in ("filled", "hollow") else theme.px(STROKE) * share
            width = metrics.horizontalAdvance(words)
            if x + wide + between + width > self.width():
                break
            self._mark(painter, kind, QRectF(x, 0, wide, self.height()))
            painter.setFont(font)
            painter.setPen(theme.current().color("text_muted"))
            place = QRectF(x + wide + between, 0, width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            x = place.right() + theme.px(GAP) * share
        painter.end()

    def _wanted(self) -> float:
        """Return the width at which everything has room."""
        metrics = QFontMetricsF(theme.number_font(SIZE))
        words = sum(metrics.horizontalAdvance(entry.words) for entry in self._entries)
        return words + len(self._entries) * theme.px(STROKE + 5 + GAP)

    def _mark(self, painter: QPainter, kind: str, room: QRectF) -> None:
        if kind == "filled":
            draw_filled(painter, [room.center()])
        elif kind == "hollow":
            draw_hollow(painter, [room.center()])
        else:
            painter.setPen(_PENS[kind]())
            middle = room.center().y()
            painter.drawLine(QLineF(QPointF(room.left(), middle), QPointF(room.right(), middle)))


def _pen(role: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine, alpha: float = 1.0) -> QPen:
    return QPen(theme.current().color(role, alpha), theme.px(width), style)


_PENS = {
    "function": lambda: _pen("curve", FUNCTION),
    "line": lambda: _pen(LINE_ROLE, 1.8, Qt.PenStyle.DashLine),
    "piece": lambda: _pen("text_muted", PIECE, alpha=FAINT),
    "bias": lambda: _pen("text_muted", PIECE, Qt.PenStyle.DotLine),
    "sum": lambda: _pen("text_muted", PIECE, Qt.PenStyle.DashLine),
}
