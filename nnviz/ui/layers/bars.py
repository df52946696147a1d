"""One histogram, painted."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array
from nnviz.training.histograms import Histogram
from nnviz.ui import theme
from nnviz.wording import number
from nnviz.wording.layers import bin_text, spread_text

SIZE = 0.82
"""The size of its writing."""


class HistogramView(QWidget):
    """The bars of a histogram, its ends below, and above it what the mouse points at.

    Parameters
    ----------
    name : str
        What is counted.
    role : str
        The color of the bars.
    """

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role
        self._shown: Histogram | None = None
        self._log = False
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(SIZE)
        self._line = QFontMetricsF(self._font).height()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines of writing and bars between them."""
        return QSize(round(theme.px(180)), round(2 * self._line + theme.px(42)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height; it can be narrower."""
        return QSize(round(theme.px(90)), self.sizeHint().height())

    @property
    def histogram(self) -> Histogram | None:
        """What is shown."""
        return self._shown

    def show_histogram(self, histogram: Histogram) -> None:
        """Show other numbers."""
        self._shown = histogram
        self.setAccessibleName(f"{self._name}: {spread_text(histogram.mean, histogram.deviation)}")
        self.update()

    def set_log(self, on: bool) -> None:
        """Let the bars' heights be logarithms: each tenth of a count is a step lower."""
        self._log = on
        self.update()

    @property
    def text(self) -> str:
        """What stands above the bars."""
        shown = self._shown
        if shown is None:
            return ""
        if self._pointed is None:
            return spread_text(shown.mean, shown.deviation)
        i = self._pointed
        return bin_text(float(shown.edges[i]), float(shown.edges[i + 1]), int(shown.counts[i]), shown.total)

    def heights(self) -> Array:
        """Return the bars' heights, the highest 1."""
        assert self._shown is not None
        counts = self._shown.counts.astype(np.float64)
        if self._log:
            counts = np.log10(counts, out=np.full_like(counts, -1), where=counts > 0) + 1
        return counts / max(float(counts.max()), 1e-12)

    def bars(self) -> QRectF:
        """Return where the bars stand."""
        return QRectF(1, self._line + 2, self.width() - 2, self.height() - 2 * self._line - 5)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the bar below the mouse counts."""
        box, shown = self.bars(), self._shown
        if shown is not None:
            share = (event.position().x() - box.left()) / max(box.width(), 1)
            n = len(shown.counts)
            self._pointed = min(int(share * n), n - 1) if 0 <= share < 1 else None
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Say the whole again."""
        self._pointed = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw writing, bars and writing."""
        if self._shown is None:
            return
        painter, now, box = QPainter(self), theme.current(), self.bars()
        painter.setFont(self._font)
        self._draw_head(painter)
        self._draw_bars(painter, box)
        painter.setPen(now.color("axis"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._draw_ends(painter, box)
        painter.end()

    def _draw_head(self, painter: QPainter) -> None:
        """Write the name, and beside it the numbers if there is room; or what the mouse points at."""
        top, metrics = QRectF(0, 0, self.width(), self._line), painter.fontMetrics()
        if self._pointed is not None:
            painter.setPen(theme.current().color("text"))
            fits = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(top, Qt.AlignmentFlag.AlignRight, fits)
            return
        painter.setPen(theme.current().color("text_muted"))
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, self._name)
        if metrics.horizontalAdvance(f"{self._name}  {self.text}") <= self.width():
            painter.drawText(top, Qt.AlignmentFlag.AlignRight, self.text)

    def _draw_bars(self, painter: QPainter, box: QRectF) -> None:
        now, heights = theme.current(), self.heights()
        step = box.width() / len(heights)
        gap = 1 if step > 3 else 0
        for i, height in enumerate(heights):
            high = max(height * box.height(), 1.0) if height > 0 else 0.0
            bar = QRectF(box.left() + i * step, box.bottom() - high, step - gap, high)
            painter.fillRect(bar, now.color("selection" if i == self._pointed else self._role))

    def _draw_ends(self, painter: QPainter, box: QRectF) -> None:
        assert self._shown is not None
        low, high = float(self._shown.edges[0]), float(self._shown.edges[-1])
        painter.setPen(theme.current().color("text_muted"))
        below = QRectF(0, box.bottom() + 2, self.width(), self._line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, number(low, 2))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, number(high, 2))
        if low < 0 < high:
            x = box.left() + box.width() * -low / (high - low)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 4))
            width = painter.fontMetrics().horizontalAdvance("0")
            if self._line * 2 < x < self.width() - self._line * 2:
                painter.drawText(
                    QPointF(x - width / 2, below.bottom() - painter.fontMetrics().descent()), "0"
                )
