"""Parts of a plot that do without pyqtgraph: how numbers are written, and the values at its head."""

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.wording import MINUS, number, tr


def plain(value: float) -> str:
    """Return a tick's number as short as it can be written."""
    if value and abs(value) < 1e-3:
        return number(value, 1)
    return tr("{value:,.6g}", value=value).replace("-", MINUS) if abs(value) < 1e6 else number(value, 2)


def share(value: float) -> str:
    """Return a tick's share of 1 as a percentage."""
    return f"{100 * value:.6g}%"


class Entry(NamedTuple):
    """One curve in the readout: its name, its theme color, its mark and its value."""

    name: str
    role: str
    symbol: str
    value: float


class Readout(QWidget):
    """Legend and values in one line, at the right: ● training 0.0231  ◆ test 0.0310.

    Parameters
    ----------
    write : callable
        ``write(value)`` gives a value's text.
    sample : str
        A usual value: columns keep their place while numbers change, unless one is wider.
    """

    def __init__(self, write: Callable[[float], str], sample: str) -> None:
        super().__init__()
        self._write, self._sample = write, sample
        self._entries: tuple[Entry, ...] = ()
        self._moment = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    @property
    def text(self) -> str:
        """Everything it says."""
        entries = (f"{entry.name} {self._write(entry.value)}" for entry in self._entries)
        return "  ".join([*([self._moment] if self._moment else []), *entries])

    def say(self, entries: tuple[Entry, ...], moment: str = "") -> None:
        """Show values; `moment` says when they were measured, "" for the latest."""
        if (entries, moment) != (self._entries, self._moment):
            self._entries, self._moment = entries, moment
            self.setAccessibleName(self.text)
            self.update()

    def cell(self, advance: Callable[[str], float]) -> float:
        """Return the width of a value's column; `advance` measures a text."""
        return max(advance(text) for text in (self._sample, *(self._write(e.value) for e in self._entries)))

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(0, round(QFontMetricsF(theme.number_font(0.9)).height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw from the right; what there is no room for is left out: names, the moment, the last values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(0.9))
        advance = QFontMetricsF(painter.font()).horizontalAdvance
        value, gap = self.cell(advance), theme.px(14)
        each = value + gap + theme.px(12)
        entries = self._entries[: max(int((self.width() + gap) / each), 1)]
        names = sum(advance(entry.name + " ") for entry in entries)
        named = len(entries) * each + advance(self._moment) + names <= self.width()
        left = self._draw_entries(painter, entries, value, gap, named)
        if self._moment and advance(self._moment) <= left:
            painter.setPen(theme.current().color("text"))
            box = QRectF(0, 0, left, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._moment)

    def _draw_entries(
        self, painter: QPainter, entries: tuple[Entry, ...], value: float, gap: float, named: bool
    ) -> float:
        """Draw some entries; return where they begin."""
        advance = QFontMetricsF(painter.font()).horizontalAdvance
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        now, x = theme.current(), float(self.width())
        for entry in reversed(entries):
            x -= value
            painter.setPen(now.color("text"))
            painter.drawText(QRectF(x, 0, value, self.height()), middle, self._write(entry.value))
            if named:
                x -= advance(entry.name + " ")
                painter.setPen(now.color(entry.role))
                painter.drawText(QRectF(x, 0, value + 400, self.height()), middle, entry.name)
            x -= theme.px(12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color(entry.role))
            center = QPointF(x + theme.px(4), self.height() / 2)
            painter.drawPolygon(outline(entry.symbol, center, theme.px(4)))
            x -= gap
        return x


def outline(symbol: str, center: QPointF, radius: float) -> QPolygonF:
    """Return the outline of a mark: "o" is a disc, "d" a diamond."""
    corners = 4 if symbol == "d" else 24
    angles = (math.tau * i / corners for i in range(corners))
    size = radius * (1.15 if symbol == "d" else 1.0)
    return QPolygonF([center + QPointF(math.cos(a), math.sin(a)) * size for a in angles])
