"""How a row of the inspector's lists is drawn: name, product, bar, value."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nnviz.core.network import Location
from nnviz.ui import theme
from nnviz.wording import fixed

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

NAME_SHARE = (0.5, 0.38)
"""Of the width that names may take, without and with a product beside them; longer ones end in "…"."""


class Row(NamedTuple):
    """One number, the factors it is the product of (none for a plain weight), and where it stands."""

    target: Location
    name: str
    factors: tuple[float, ...]
    value: float

    @property
    def term(self) -> str:
        """The product, as "−0.65 · 0.91"."""
        return " · ".join(fixed(f, 2, signed=not i) for i, f in enumerate(self.factors))

    @property
    def sum(self) -> str:
        """The value, with its sign."""
        return _signed(self.value)


def _signed(value: float) -> str:
    return fixed(value, 3, signed=value != 0)


class RowPainter:
    """Draws rows in columns that are as wide as these rows need.

    Parameters
    ----------
    painter : QPainter
        Open on the list.
    font : QFont
        Of all writing, with tabular digits.
    width : float
        Of a row.
    rows : sequence of Row
        All that will be drawn.
    others : str
        What the last line says, "" if there is none.
    """

    def __init__(
        self, painter: QPainter, font: QFont, width: float, rows: Sequence[Row], others: str
    ) -> None:
        self._painter, self._theme, self._gap = painter, theme.current(), theme.px(8)
        self._metrics = QFontMetricsF(font)
        self._others = others
        self._largest = max((abs(row.value) for row in rows), default=0.0)
        advance = self._metrics.horizontalAdvance
        names = max(advance(name) for name in (others, *(row.name for row in rows)))
        terms = self._widest([row.term for row in rows])
        self._name = min(names, NAME_SHARE[bool(terms)] * width)
        self._elide = names > self._name
        self._bar = self._name + self._gap + (terms + self._gap if terms else 0.0)
        self._end = width
        self._value = width - self._widest(["+0.0000", *(row.sum for row in rows)])
        painter.setFont(font)

    def _widest(self, texts: Sequence[str]) -> float:
        # Digits are of one width: the longest number is the widest, and it alone is measured.
        return self._metrics.horizontalAdvance(max(texts, key=len, default=""))

    def highlight(self, rect: QRectF, focus: bool) -> None:
        """Light a row up."""
        self._painter.fillRect(rect, self._theme.color("surface_raised"))
        if focus:
            self._painter.setPen(QPen(self._theme.color("focus"), 1.5))
            self._painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def row(self, rect: QRectF, row: Row) -> None:
        """Draw a row."""
        self._write_name(rect, row.name)
        self._paint_bar(rect, row.value)
        self._painter.setPen(self._theme.color("text"))
        if row.factors:
            self._cell(rect, self._name, self._bar - self._gap, row.term)
        self._cell(rect, self._value, self._end, row.sum)

    def others(self, rect: QRectF, total: float | None) -> None:
        """Draw the line of all others, with their sum; without a bar, for it may be longer than any."""
        self._write_name(rect, self._others)
        if total is not None:
            self._painter.setPen(self._theme.color("text"))
            self._cell(rect, self._value, self._end, _signed(total))

    def _write_name(self, rect: QRectF, name: str) -> None:
        room = QRectF(rect.left(), rect.top(), self._name + 1, rect.height())
        if self._elide:
            name = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        self._painter.setPen(self._theme.color("text_muted"))
        self._painter.drawText(room, _LEFT, name)

    def _cell(self, rect: QRectF, left: float, right: float, text: str) -> None:
        self._painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), _RIGHT, text)

    def _paint_bar(self, rect: QRectF, value: float) -> None:
        room = max(self._value - self._bar - theme.px(4), 0.0)
        share = abs(value) / self._largest if self._largest > 0 else 0.0
        if not isfinite(share):
            return
        height = 0.42 * rect.height()
        bar = QRectF(self._bar, rect.center().y() - height / 2, room * share, height)
        self._painter.fillRect(bar, self._theme.color("positive" if value > 0 else "negative"))
