"""What the curves are worth under the mouse: one line for each lane, the best above."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.race.marks import draw_mark

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

WIDEST = 210.0


class Value(NamedTuple):
    """One line: which lane, its name, and its values as they are read."""

    lane: int
    name: str
    text: str


class Values(QWidget):
    """Lies over the plot, on the side where the mouse is not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self._values: tuple[Value, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """Everything it says."""
        return "\n".join([self._title, *(f"{value.name}: {value.text}" for value in self._values)])

    def say(self, title: str, values: tuple[Value, ...], height: float) -> None:
        """Show other values, as many of the first as there is height for."""
        fit = max(int((height - theme.px(8)) / self._row()) - 1, 1)
        self._title, self._values = title, values[:fit]
        self.resize(self.sizeHint())
        self.setAccessibleName(self.text)
        self.update()

    def _row(self) -> float:
        return QFontMetricsF(theme.number_font(0.85)).height() + theme.px(1)

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        advance = QFontMetricsF(theme.number_font(0.85)).horizontalAdvance
        name = max((advance(value.name) for value in self._values), default=0.0)
        text = max((advance(value.text) for value in self._values), default=0.0)
        width = max(advance(self._title), name + text + theme.px(32)) + theme.px(14)
        return QSize(
            round(min(width, theme.px(WIDEST))), round(self._row() * (len(self._values) + 1) + theme.px(8))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.color("border"))
        painter.setBrush(now.color("popup", 0.94))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(theme.number_font(0.85))
        row, pad = self._row(), theme.px(7)
        line = QRectF(pad, theme.px(4), self.width() - 2 * pad, row)
        painter.setPen(now.color("text_muted"))
        painter.drawText(line, _LEFT, self._title)
        for value in self._values:
            line.translate(0, row)
            draw_mark(
                painter, QPointF(line.left() + theme.px(5), line.center().y()), value.lane, theme.px(3.5)
            )
            painter.setPen(now.color("text"))
            painter.drawText(line, _RIGHT, value.text)
            room = painter.fontMetrics().horizontalAdvance(value.text) + theme.px(26)
            painter.setPen(now.color("text_muted"))
            name = painter.fontMetrics().elidedText(
                value.name, Qt.TextElideMode.ElideRight, round(line.width() - room)
            )
            painter.drawText(line.adjusted(theme.px(14), 0, 0, 0), _LEFT, name)
        painter.end()
