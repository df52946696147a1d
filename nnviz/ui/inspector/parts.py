"""Small parts that the inspector's views are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.steps import Phase, PhaseKind
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.formula import draw_formula, measure
from nnviz.ui.scrolled import ScrolledColumn
from nnviz.wording import number, wish_glyph, wish_words

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

BREAKS, SMALLEST = 0.92, 0.75
"""A line of numbers that does not fit shrinks to the one share of its size, then breaks; what cannot be
broken shrinks to the other, then ends in "…"."""


class Heading(NamedTuple):
    """What stands above a view: a symbol or a title, a number beside it, a name."""

    title: str = ""
    symbol: str = ""
    value: tuple[str, ...] = ()
    value_tip: str = ""
    name: str = ""


class View(ScrolledColumn):
    """One of the inspector's views: a column that scrolls up and down, never sideways."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._content)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        self._column.setSpacing(round(theme.px(6)))

    def refresh(self) -> Heading:
        """Follow the session, and return the heading that belongs above."""
        raise NotImplementedError

    def follow_standing(self) -> None:
        """Show how the whole test set is taken now, where that is shown; it comes after every change."""

    def shows(self, kind: PhaseKind, layer: int) -> bool:
        """Say whether the cursor has reached a phase; the input is always there."""
        return layer == 0 or self._session.shows(Phase(kind, layer))


class Prose(QLabel):
    """Text that wraps. In a layout it may be squeezed no lower than its lines, but others may."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            theme.set_role(self, role)

    def hasHeightForWidth(self) -> bool:
        """Return False: one such child, and a scroll area lets none of the others shrink."""
        return False

    def sizeHint(self) -> QSize:
        """Return the height of the lines at the present width."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no line is cut off."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class NumberLine(QWidget):
    """Numbers that change many times a second: painted, without a new layout each time.

    Text comes in parts, "= σ(−1.231 + 0.861)", "= σ(−0.370)"; lines break between them alone. Where a
    line has once been broken it stays so until `settle`, for else the rest would jump up and down.
    """

    def __init__(self, role: str = "text", size: float = 1.0, bold: bool = False) -> None:
        super().__init__()
        self._role, self._size, self._bold = role, size, bold
        self._parts: tuple[str, ...] = ()
        self._rows = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(self._size, self._bold)
        self._metrics = QFontMetricsF(self._font)
        self._fit()

    def settle(self) -> None:
        """Forget the text and where it was broken, for another subject."""
        self._parts = ()
        self._fit()

    def _fit(self) -> None:
        self._rows = max(len(self.lines()), 1)
        self.updateGeometry()
        self.update()

    def set_text(self, text: str | Sequence[str], tip: str | None = None, role: str = "") -> None:
        """Show other text, perhaps in another color of the theme; `tip` replaces the tooltip."""
        parts = (text,) if isinstance(text, str) else tuple(text)
        if tip is not None:
            self.setToolTip(tip)
        role = role or self._role
        if (parts, role) == (self._parts, self._role):
            return
        self._parts, self._role = parts, role
        self.setAccessibleName(self.text())
        self._break()

    def text(self) -> str:
        """Return the text in one line."""
        return " ".join(self._parts)

    def lines(self) -> list[str]:
        """Return the lines as they are drawn."""
        room = self.width() / BREAKS
        lines: list[str] = []
        for part in self._parts:
            joined = f"{lines[-1]} {part}" if lines else part
            if lines and self._metrics.horizontalAdvance(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(part)
        return lines

    def _break(self) -> None:
        rows = max(self._rows, len(self.lines()))
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of the lines there are."""
        widest = max((self._metrics.horizontalAdvance(part) for part in self._parts), default=0.0)
        return QSize(ceil(widest) + 1, ceil(self._metrics.height() * self._rows))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(24)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines one below the other."""
        painter = QPainter(self)
        painter.setPen(theme.current().color(self._role))
        height = self._metrics.height()
        for row, line in enumerate(self.lines()):
            rect = QRectF(0, row * height, self.width(), height)
            painter.setFont(self._fitting(line))
            text = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width() + 1)
            painter.drawText(rect, _LEFT, text)
        painter.end()

    def _fitting(self, line: str) -> QFont:
        if self._metrics.horizontalAdvance(line) <= self.width():
            return self._font
        return fitting_font(line, self.width(), self._size, self._bold)


class DerivativeLine(QWidget):
    """∂C/∂a = −0.0123 ▲: a typeset symbol, its value, and the way it should go to lower the cost."""

    def __init__(self, teaches: str) -> None:
        super().__init__()
        self._symbol, self._value, self._teaches = "", 0.0, teaches
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font()
        self.updateGeometry()
        self.update()

    def set_symbol(self, tex: str) -> None:
        """Show another symbol."""
        self._symbol = tex
        self._restyle()

    def set_value(self, value: float) -> None:
        """Show another value of the derivative."""
        if value != self._value:
            self._value = value
            self.update()
        words = wish_words(value)
        self.setAccessibleName(f"{self._teaches} {number(value)}, {words}")
        self.setToolTip(f"{self._teaches}<br>{value!r}: {words}")

    def text(self) -> str:
        """Return value and glyph as they are drawn."""
        return f"= {number(self._value)} {wish_glyph(self._value)}".rstrip()

    def _em(self) -> float:
        return theme.px(theme.BASE_PX * 1.05)

    def sizeHint(self) -> QSize:
        """Return room for the symbol and a number."""
        box = measure(self._symbol, self._em())
        text = QFontMetricsF(self._font).horizontalAdvance(self.text() + "  ")
        return QSize(ceil(box.width + text), ceil(box.height + theme.px(4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw symbol, value and glyph on one axis."""
        now, painter = theme.current(), QPainter(self)
        room = QRectF(self.rect())
        symbol = draw_formula(painter, room, self._symbol, self._em(), now.text, _LEFT)
        room.setLeft(symbol.right() + theme.px(5))
        painter.setFont(fitting_font(self.text(), room.width()))
        painter.setPen(now.color("text"))
        value = painter.boundingRect(room, _LEFT, f"= {number(self._value)}")
        painter.drawText(room, _LEFT, f"= {number(self._value)}")
        room.setLeft(value.right() + theme.px(4))
        painter.setPen(now.color("positive" if self._value < 0 else "negative"))
        painter.drawText(room, _LEFT, wish_glyph(self._value))
        painter.end()


def section(text: str = "", teaches: str = "") -> NumberLine:
    """Return a muted line that stands over a part of a view."""
    line = NumberLine("text_muted")
    line.set_text(text, teaches)
    return line


def fitting_font(text: str, width: float, size: float = 1.0, bold: bool = False) -> QFont:
    """Return the font of numbers in which a text fits; found by trying, for hinted glyphs shrink in leaps."""
    share, font = 1.0, theme.number_font(size, bold)
    while share > SMALLEST and QFontMetricsF(font).horizontalAdvance(text) > width:
        share -= 0.04
        font = theme.number_font(size * share, bold)
    return font
