"""Rows of signed numbers with bars, the largest first: contributions, or weights that leave a neuron."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui import theme
from nnviz.ui.inspector.row_paint import Row, RowPainter
from nnviz.wording import exact, tr

MOST = 40
"""More rows than this fit on no screen."""

LEAST = 5

_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter),
)


class BarRows(QWidget):
    """As many rows as fit, and one for all others together, so that the sum comes out.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Parameters
    ----------
    name, teaches : str
        The list's name for screen readers, and the tooltip beside the rows, which have their own.

    Signals
    -------
    chosen(object)
        The Location of the row that was clicked, or on which Enter was pressed.
    """

    chosen = Signal(object)

    def __init__(self, name: str, teaches: str) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._count = 0
        self._total: float | None = None
        self._current: int | None = None
        self._pressed: int | None = None
        self.setAccessibleName(name)
        self.setToolTip(teaches)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(0.95)
        self._metrics = QFontMetricsF(self._font)
        self.updateGeometry()
        self.update()

    # What it shows

    def set_rows(self, rows: Sequence[Row], count: int, total: float | None = None) -> None:
        """Show other rows.

        Parameters
        ----------
        rows : sequence of Row
            In order; no more than `MOST` are of use.
        count : int
            How many numbers there are in all.
        total : float, optional
            The sum of all numbers, also of those that are not among the rows, where it means something.
        """
        if count != self._count:
            self._count = count
            self.updateGeometry()
        self._rows, self._total = tuple(rows), total
        self.update()

    def shown(self) -> tuple[Row, ...]:
        """Return the rows that fit; the last place is kept for the others if not all do."""
        fit = max(int(self.height() / self.row_height()), 1)
        return self._rows[: fit if self._count <= fit else fit - 1]

    def rest(self) -> tuple[int, float | None]:
        """Return how many numbers are not shown, and their sum."""
        shown = self.shown()
        total = None if self._total is None else self._total - sum(row.value for row in shown)
        return self._count - len(shown), total

    # Where it shows it

    def row_height(self) -> float:
        """Return the height of a row in pixels."""
        return self._metrics.height() + theme.px(4)

    def _height_of(self, rows: int) -> int:
        return ceil(self.row_height() * rows)

    def sizeHint(self) -> QSize:
        """Return room for a screenful."""
        return QSize(round(theme.px(240)), self._height_of(min(max(self._count, 1), LEAST + 5)))

    def minimumSizeHint(self) -> QSize:
        """Return room for five rows, and one for the others."""
        return QSize(round(theme.px(150)), self._height_of(min(max(self._count, 1), LEAST + 1)))

    def row_rect(self, index: int) -> QRectF:
        """Return where a row stands."""
        return QRectF(0, index * self.row_height(), self.width(), self.row_height())

    def row_at(self, point: QPointF) -> int | None:
        """Return the row at a point; None for that of the others, and below."""
        index = int(point.y() // self.row_height())
        return index if 0 <= index < len(self.shown()) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        shown, (count, rest) = self.shown(), self.rest()
        others = tr("{n:,} others", n=count) if count and shown else ""
        painter = QPainter(self)
        paint = RowPainter(painter, self._font, self.width(), shown, others)
        for index, row in enumerate(shown):
            rect = self.row_rect(index)
            if index == self._current:
                paint.highlight(rect, self.hasFocus())
            paint.row(rect, row)
        if others:
            paint.others(self.row_rect(len(shown)), rest)
        painter.end()

    # Mouse and keyboard

    def tip(self, index: int) -> str:
        """Return a row in full precision."""
        row = self._rows[index]
        product = " · ".join(exact(f) for f in row.factors)
        value = f"{product} = {exact(row.value)}" if product else exact(row.value)
        return f"{row.name}: {value}\n" + tr("Click to take this weight apart.")

    def _point_at(self, index: int | None) -> None:
        if index != self._current:
            self._current = index
            self.setCursor(Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription("" if index is None else self.tip(index))
            self.update()

    def _choose(self, index: int | None) -> None:
        if index is not None and index < len(self._rows):
            self.chosen.emit(self._rows[index].target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        self._point_at(self.row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.row_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click that ends on the row it began on."""
        index, self._pressed = self._pressed, None
        if index == self.row_at(event.position()):
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from row to row, choose with Enter."""
        last, here = len(self.shown()) - 1, -1 if self._current is None else self._current
        there = {
            Qt.Key.Key_Up: max(here - 1, 0),
            Qt.Key.Key_Down: min(here + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if there is not None and last >= 0:
            self._point_at(there)
        elif event.key() in _KEYS:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Light up nothing once the keyboard is elsewhere."""
        self._point_at(None)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts, and show a row in full precision."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _KEYS)
            return event.isAccepted()
        if isinstance(event, QHelpEvent):
            index = self.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.toolTip() if index is None else self.tip(index), self)
            return True
        return super().event(event)
