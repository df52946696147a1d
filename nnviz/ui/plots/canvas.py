"""The plotting area: pyqtgraph, imported when there is something to plot, for a start does not need it."""

from collections.abc import Callable
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsPathItem

from nnviz.ui import theme
from nnviz.ui.plots.curves import log_ticks, ticks
from nnviz.ui.plots.parts import outline, plain

theme.prepare_plots()

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
    clicked(float)
        The place on the x axis that was pressed, without dragging.
    """

    hovered = Signal(object)
    double_clicked = Signal()
    zoomed = Signal()
    clicked = Signal(float)

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # it is the plot's
        self.setMinimumSize(0, 0)
        self._pressed: QPointF | None = None

    def keep_no_pixels(self) -> None:
        """Draw everything anew, for a picture: what is kept as pixels would be drawn larger as pixels."""
        for side in TICK_GAP:
            self.getAxis(side).setCacheMode(QGraphicsItem.CacheMode.NoCache)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the place on the x axis."""
        super().mouseMoveEvent(event)
        self.hovered.emit(self._x_at(event.position()))

    def _x_at(self, position: QPointF) -> float | None:
        view = self.getViewBox()
        where = self.mapToScene(position.toPoint())
        inside = view.sceneBoundingRect().contains(where)
        return float(view.mapSceneToView(where).x()) if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        super().mousePressEvent(event)
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click; a drag has moved the view."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        near = QApplication.startDragDistance()
        x = self._x_at(event.position())
        if x is not None and (event.position() - pressed).manhattanLength() < near:
            self.clicked.emit(x)

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the mouse has left."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the whole again."""
        super().mouseDoubleClickEvent(event)
        self.double_clicked.emit()


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


def pen(role: str, width: float = 1.0, alpha: float = 1.0, style: Any = Qt.PenStyle.SolidLine) -> Any:
    """Return a pen of the theme now in use, as wide as the type is large."""
    return pg.mkPen(theme.current().color(role, alpha), width=theme.px(width), style=style)
