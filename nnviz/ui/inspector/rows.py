"""Rows of signed numbers with bars, the largest first: contributions, or weights that leave a neuron."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from nnviz.session import Selection
from nnviz.ui import theme
from nnviz.ui.inspector.row_paint import Row, RowPainter
from nnviz.ui.row_list import RowList
from nnviz.wording import exact, tr

MOST = 40
"""More rows than this fit on no screen."""

LEAST = 5


class BarRows(RowList):
    """As many rows as fit, and one for all others together, so that the sum comes out.

    Parameters
    ----------
    name, teaches : str
        The list's name for screen readers, and the tooltip beside the rows, which have their own.
    """

    def __init__(self, name: str, teaches: str) -> None:
        super().__init__(name)
        self._rows: tuple[Row, ...] = ()
        self._count = 0
        self._total: float | None = None
        self.setToolTip(teaches)
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
            if self.lit(index):
                paint.highlight(rect, self.hasFocus() and index == self._current)
            paint.row(rect, row)
        if others:
            paint.others(self.row_rect(len(shown)), rest)
        painter.end()

    # What it says of a row

    def row_count(self) -> int:
        """Return how many rows are shown by themselves."""
        return len(self.shown())

    def target(self, index: int) -> Selection:
        """Return the weight of a row."""
        return self._rows[index].target if index < len(self._rows) else None

    def tip(self, index: int) -> str:
        """Return a row in full precision."""
        row = self._rows[index]
        product = " · ".join(exact(f) for f in row.factors)
        value = f"{product} = {exact(row.value)}" if product else exact(row.value)
        return f"{row.name}: {value}\n" + tr("Click to take this weight apart.")
