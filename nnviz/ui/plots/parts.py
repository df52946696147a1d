"""Parts of a plot: its canvas, its axes, and the line of values at its head."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.plots.curves import log_ticks, ticks
from nnviz.wording import number

TICK_GAP = {"left": 30.0, "bottom": 74.0}
"""Pixels between ticks at type scale 1."""


class NumberAxis(pg.AxisItem):
    """An axis with few, round, legible numbers.

    Parameters
    ----------
    side : str
        "left" or "bottom".
    write : callable
        ``write(value)`` gives the text of a tick.
    """

    def __init__(self, side: str, write: Callable[[float], str]) -> None:
        super().__init__(side)
        self._write = write
        self.enableAutoSIPrefix(False)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setStyle(tickLength=0, maxTickLevel=0, hideOverlappingLabels=False)

    def boundingRect(self) -> QRectF:
        """Return room for the labels of ticks at the very ends, too."""
        room = theme.px(12)
        return super().boundingRect().adjusted(-room, -room, room, room)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the one level of ticks."""
        if not high > low:
            return []
        most = max(int(size / theme.px(TICK_GAP[self.orientation])), 2)
        return [(1.0, (log_ticks if self.logMode else ticks)(low, high, most))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the texts of the ticks."""
        return [self._write(10**value if self.logMode else value) for value in values]


def plain(value: float) -> str:
    """Return a tick's number as short as it can be written."""
    if value and abs(value) < 1e-3:
        return number(value, 1)
    return f"{value:,.6g}" if abs(value) < 1e6 else number(value, 2)


def share(value: float) -> str:
    """Return a tick's share of 1 as a percentage."""
    return f"{100 * value:.6g}%"


class Canvas(pg.PlotWidget):
    """The plotting area: it says where the mouse is, and does nothing of its own accord.

    Signals
    -------
    hovered(object)
        The mouse's place on the x axis, or None when it has left.
    double_clicked()
        The whole is wanted again.
    zoomed()
        The user has moved the view.
    """

    hovered = Signal(object)
    double_clicked = Signal()
    zoomed = Signal()

    def __init__(self, write: Callable[[float], str]) -> None:
        axes = {"left": NumberAxis("left", write), "bottom": NumberAxis("bottom", plain)}
        super().__init__(axisItems=axes)
        item, view = self.getPlotItem(), self.getViewBox()
        item.setMenuEnabled(False)
        item.hideButtons()
        for axis in axes.values():
            axis.setZValue(view.zValue() - 1)  # the grid lies behind the curves
        item.setDownsampling(auto=True, mode="peak")
        item.setClipToView(True)
        view.setDefaultPadding(0)
        view.disableAutoRange()
        view.sigRangeChangedManually.connect(lambda _: self.zoomed.emit())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMinimumSize(0, 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the place on the x axis."""
        super().mouseMoveEvent(event)
        view = self.getViewBox()
        where = self.mapToScene(event.position().toPoint())
        inside = view.sceneBoundingRect().contains(where)
        self.hovered.emit(view.mapSceneToView(where).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the mouse has left."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole again."""
        super().mouseDoubleClickEvent(event)
        self.double_clicked.emit()


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
        """Draw from the right, leaving out what there is no room for: first the names, then the moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(0.9))
        advance = QFontMetricsF(painter.font()).horizontalAdvance
        value, gap = self.cell(advance), theme.px(14)
        names = sum(advance(entry.name + " ") for entry in self._entries)
        bare = len(self._entries) * (value + gap + theme.px(12)) + advance(self._moment)
        named = bare + names <= self.width()
        left = self._draw_entries(painter, value, gap, named)
        if self._moment and advance(self._moment) <= left:
            painter.setPen(theme.current().color("text"))
            box = QRectF(0, 0, left, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._moment)

    def _draw_entries(self, painter: QPainter, value: float, gap: float, named: bool) -> float:
        """Draw the entries; return where they begin."""
        advance = QFontMetricsF(painter.font()).horizontalAdvance
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        now, x = theme.current(), float(self.width())
        for entry in reversed(self._entries):
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


class Mark(QGraphicsPathItem):
    """A disc or a diamond on a curve; moving it costs nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setPen(QPen(Qt.PenStyle.NoPen))

    def dress(self, symbol: str, role: str) -> None:
        """Take over color and size of the theme now in use."""
        path = QPainterPath()
        path.addPolygon(outline(symbol, QPointF(), theme.px(3.5)))
        path.closeSubpath()
        self.setPath(path)
        self.setBrush(theme.current().color(role))


def outline(symbol: str, center: QPointF, radius: float) -> QPolygonF:
    """Return the outline of a mark: "o" is a disc, "d" a diamond."""
    corners = 4 if symbol == "d" else 24
    angles = (math.tau * i / corners for i in range(corners))
    size = radius * (1.15 if symbol == "d" else 1.0)
    return QPolygonF([center + QPointF(math.cos(a), math.sin(a)) * size for a in angles])


def pen(role: str, width: float = 1.0, alpha: float = 1.0, style: Any = Qt.PenStyle.SolidLine) -> Any:
    """Return a pen of the theme now in use, as wide as the type is large."""
    return pg.mkPen(theme.current().color(role, alpha), width=theme.px(width), style=style)
