"""The legend of a map of the cost: its colors from low to high, with the costs of its lines."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from nnviz.ui import theme
from nnviz.ui.descent.relief import Relief
from nnviz.ui.plots.parts import plain
from nnviz.wording import tr

LEGEND, BAR = 74.0, 14.0
"""Widths of the whole and of its bar, at type scale 1."""

LINE = 15.0
"""The least distance between two costs."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_legend(painter: QPainter, rect: QRectF, relief: Relief) -> None:
    """Draw the bar, the costs beside it, the symbol of the cost above, and what stands for no number."""
    now, line = theme.current(), theme.px(LINE)
    top = rect.top() + line + theme.px(4)
    bottom = rect.bottom() - (2 * line if relief.holes else 0)
    bar = QRectF(rect.left() + theme.px(8), top, theme.px(BAR), bottom - top)
    painter.setFont(theme.number_font(0.85))
    painter.setPen(now.color("axis"))
    painter.drawText(QRectF(bar.left(), rect.top(), rect.width(), line), _LEFT, tr("{C}"))
    painter.drawImage(bar, _shades())
    painter.setPen(QPen(now.color("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    _draw_costs(painter, bar, rect.right(), relief)
    if relief.holes:
        swatch = QRectF(bar.left(), rect.bottom() - line, bar.width(), line - theme.px(3))
        painter.fillRect(swatch, now.color("invalid"))
        painter.setPen(now.color("axis"))
        room = swatch.adjusted(swatch.width() + theme.px(5), 0, theme.px(60), 0)
        painter.drawText(room, _LEFT, tr("NaN, ∞"))


def _shades() -> QImage:
    """Return the colors, the highest at the top."""
    pixels = theme.relief_colors(theme.current(), np.linspace(1, 0, 256)[:, None], 0, 1)
    return QImage(pixels.tobytes(), 1, 256, 4, QImage.Format.Format_RGBA8888).copy()


def _draw_costs(painter: QPainter, bar: QRectF, right: float, relief: Relief) -> None:
    """Write the costs of the lines, as many as there is room for."""
    now, line = theme.current(), theme.px(LINE)
    last = bar.bottom() + line
    for level in relief.levels():
        share = (relief.height(level) - relief.low) / (relief.high - relief.low)
        y = bar.bottom() - share * bar.height()
        painter.setPen(QPen(now.color("text", 0.6), 1))
        painter.drawLine(QLineF(bar.left(), y, bar.right(), y))
        if last - y >= line:
            last = y
            painter.setPen(now.color("axis"))
            left = bar.right() + theme.px(5)
            painter.drawText(QRectF(left, y - line / 2, right - left, line), _LEFT, plain(level))
