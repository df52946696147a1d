"""How the lines of a sum taken apart are drawn: ▸, whose path, its factors, its value, a bar behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.formula import draw_formula
from nnviz.wording.derivation import Line

INDENT, MARKER, EM = 10.0, 16.0, 13.5
"""In pixels at type scale 1: of each level, of the ▸, of the formulas."""

SHADE = 0.22
"""How strong the bar behind a line is."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DerivationPainter:
    """Draws lines; the longest bar stands for the largest path among them.

    Parameters
    ----------
    painter : QPainter
        Open on the list.
    font, small : QFont
        Of the names and values, and of the factors below them.
    lines : sequence of Line
        All lines there are.
    """

    def __init__(self, painter: QPainter, font: QFont, small: QFont, lines: Sequence[Line]) -> None:
        self._painter, self._font, self._small = painter, font, small
        self._metrics, self._small_metrics = QFontMetricsF(font), QFontMetricsF(small)
        self._line = self._metrics.height() + theme.px(3)
        self._largest = max((abs(line.number) for line in lines if line.kind == "path"), default=0.0)

    def highlight(self, rect: QRectF, focus: bool) -> None:
        """Light a line up."""
        now = theme.current()
        self._painter.fillRect(rect, now.color("surface_raised"))
        if focus:
            self._painter.setPen(QPen(now.color("focus"), 1.5))
            self._painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def line(self, rect: QRectF, line: Line) -> None:
        """Draw a line."""
        room = rect.adjusted(theme.px(INDENT * line.level), 0, -theme.px(2), 0)
        if line.kind == "formula":
            draw_formula(self._painter, room, line.text, theme.px(EM), theme.current().text, _LEFT)
            return
        first = QRectF(room.left(), room.top(), room.width(), self._line)
        self._marker(first, line)
        first.setLeft(first.left() + theme.px(MARKER))
        self._bar(first, line)
        self._write(first, line)
        if line.product:
            second = QRectF(first.left(), first.bottom(), first.width(), self._small_metrics.height())
            self._painter.setFont(self._small)
            self._painter.setPen(theme.current().color("text_muted"))
            self._painter.drawText(second, _LEFT, _elided(self._small_metrics, line.product, second.width()))

    def _write(self, rect: QRectF, line: Line) -> None:
        now, painter = theme.current(), self._painter
        painter.setFont(self._font)
        painter.setPen(now.color("text"))
        painter.drawText(rect, _RIGHT, line.value)
        painter.setPen(now.color("text" if line.kind == "path" else "text_muted"))
        width = rect.width() - self._metrics.horizontalAdvance(line.value) - theme.px(6)
        painter.drawText(rect, _LEFT, _elided(self._metrics, line.text, width))

    def _bar(self, rect: QRectF, line: Line) -> None:
        share = abs(line.number) / self._largest if line.kind == "path" and self._largest > 0 else 0.0
        if not 0 < share <= 1:
            return
        # Which way the activation should go, to lower the cost by way of this path.
        role = "positive" if line.number < 0 else "negative"
        bar = QRectF(rect.left(), rect.top() + 1, share * rect.width(), rect.height() - 2)
        self._painter.fillRect(bar, theme.current().color(role, SHADE))

    def _marker(self, rect: QRectF, line: Line) -> None:
        if line.kind in ("path", "others") and line.key is not None:
            self._painter.setPen(theme.current().color("text_muted"))
            self._painter.setFont(self._font)
            self._painter.drawText(rect, _LEFT, "▾" if line.opened else "▸")


def _elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0.0))
