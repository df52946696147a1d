"""The chain rule in full symbols, set from small pieces: each symbol is typeset once and found again."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.formula import Metrics, draw_formula_at, measure
from nnviz.wording.chain_rule import Piece

SIZE, LEAST = 1.2, 0.8
"""The em, in multiples of the application's font size; a line that does not fit shrinks to the least."""

AXIS, BAR, ROOM, SPACE, LEADING = 0.25, 0.045, 0.1, 0.3, 0.45
"""In em: the height of a fraction's bar, its thickness, the room around it; between pieces; between lines."""


class ChainRule(QWidget):
    """Lines of symbols and fractions, flush left; a new one costs no more than its new symbols.

    Parameters
    ----------
    size : float
        The em, in multiples of the application's font size.
    """

    def __init__(self, size: float = SIZE) -> None:
        super().__init__()
        self._size = size
        self._lines: tuple[tuple[Piece, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def set_lines(self, lines: Sequence[Sequence[Piece]], words: str) -> None:
        """Show other lines; `words` is what a screen reader says."""
        self._lines = tuple(tuple(line) for line in lines)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """Return the lines as they were given."""
        return self._lines

    def _full(self) -> float:
        return theme.px(theme.BASE_PX * self._size)

    def _em(self) -> float:
        full = self._full()
        widest = max((_box(line, full).width for line in self._lines), default=0.0)
        share = min(1.0, self.width() / widest) if widest else 1.0
        return full * max(share, LEAST)

    def sizeHint(self) -> QSize:
        """Return the room of all lines at full size."""
        em = self._full()
        boxes = [_box(line, em) for line in self._lines]
        height = sum(box.height for box in boxes) + LEADING * em * max(len(boxes) - 1, 0)
        return QSize(ceil(max((box.width for box in boxes), default=0.0)), ceil(height))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(120)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines one below the other."""
        painter, em, top = QPainter(self), self._em(), 0.0
        for line in self._lines:
            box = _box(line, em)
            x = 0.0
            for piece in line:
                x += _draw(painter, x, top + box.ascent, piece, em) + SPACE * em
            top += box.height + LEADING * em
        painter.end()


def draw_piece(painter: QPainter, rect: QRectF, piece: Piece, em: float) -> None:
    """Draw one symbol or fraction at the left of a rectangle, in the middle of its height."""
    box = _piece_box(piece, em)
    em *= min(1.0, rect.width() / max(box.width, 1.0))
    box = _piece_box(piece, em)
    _draw(painter, rect.left(), rect.center().y() + (box.ascent - box.descent) / 2, piece, em)


def _box(line: Sequence[Piece], em: float) -> Metrics:
    boxes = [_piece_box(piece, em) for piece in line]
    width = sum(box.width for box in boxes) + SPACE * em * max(len(boxes) - 1, 0)
    return Metrics(width, max(b.ascent for b in boxes), max(b.descent for b in boxes))


def _piece_box(piece: Piece, em: float) -> Metrics:
    if isinstance(piece, str):
        return measure(piece, em)
    top, bottom = _row_box(piece.above, em), _row_box(piece.below, em)
    width = max(top.width, bottom.width) + 2 * ROOM * em
    return Metrics(width, (AXIS + ROOM) * em + top.height, bottom.height + (ROOM - AXIS) * em)


def _row_box(row: Sequence[str], em: float) -> Metrics:
    boxes = [measure(tex, em) for tex in row]
    return Metrics(sum(b.width for b in boxes), max(b.ascent for b in boxes), max(b.descent for b in boxes))


def _draw(painter: QPainter, x: float, baseline: float, piece: Piece, em: float) -> float:
    """Draw a piece, and return its width."""
    color = theme.current().text
    if isinstance(piece, str):
        return draw_formula_at(painter, x, baseline, piece, em, color)
    box, axis = _piece_box(piece, em), baseline - AXIS * em
    above, below = _row_box(piece.above, em), _row_box(piece.below, em)
    _draw_row(painter, x + (box.width - above.width) / 2, axis - ROOM * em - above.descent, piece.above, em)
    _draw_row(painter, x + (box.width - below.width) / 2, axis + ROOM * em + below.ascent, piece.below, em)
    thick = max(BAR * em, 1.0)
    painter.fillRect(QRectF(x, round(axis - thick / 2), box.width, thick), theme.current().color("text"))
    return box.width


def _draw_row(painter: QPainter, x: float, baseline: float, row: Sequence[str], em: float) -> None:
    for tex in row:
        x += draw_formula_at(painter, x, baseline, tex, em, theme.current().text)
