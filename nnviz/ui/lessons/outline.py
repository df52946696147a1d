"""The gold outline around what a lesson points at; the mouse goes through it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme

WIDTH, AROUND, CORNER = 2.5, 3.0, 8.0
"""The line, its distance from what it surrounds, and the radius of its corners."""

ROUND = 60.0
"""A square smaller than this surrounds a neuron: its outline is round."""

GLOW = 4.0
"""How far beyond the line its glow reaches."""

MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class Outline(QWidget):
    """Lies over the whole window, as thin as its lines.

    Parameters
    ----------
    window : QWidget
        What it lies over.
    find : callable
        Returns the rectangles to be outlined, in the window's coordinates, and the widgets they depend on.
    """

    def __init__(self, window: QWidget, find: Callable[[], tuple[list[QRectF], list[QWidget]]]) -> None:
        super().__init__(window)
        self._over = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._find = find
        self._watched: list[QWidget] = []
        self.rects: list[QRectF] = []
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.refresh)
        theme.on_change(self, self.look_again)
        self.hide()

    def look_again(self) -> None:
        """Find out anew where everything is, as soon as the window has come to rest."""
        self._later.start()

    def refresh(self) -> None:
        """Find out anew where everything is, now."""
        self._later.stop()
        self.rects, watched = self._find()
        self._watch(watched)
        self.setGeometry(self._over.rect())
        self.setVisible(bool(self.rects))
        if self.rects:
            self.setMask(self._mask())
            self.raise_()
            self.update()

    def _watch(self, widgets: list[QWidget]) -> None:
        """Follow these widgets, and all they lie in."""
        wanted: list[QWidget] = []
        for widget in widgets:
            above: QWidget | None = widget
            while above is not None and above not in wanted:
                wanted.append(above)
                above = above.parentWidget()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = wanted
        for widget in wanted:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves."""
        if event.type() in MOVES and watched is not self:
            self._later.start()
        return False

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        for rect in self.rects:
            path.addPath(_line(rect))
        return path

    def _mask(self) -> QRegion:
        """Return the rings around all; one may lie within another, and neither hides the other."""
        region = QRegion()
        for rect in self.rects:
            region |= _ring(rect)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gold, path = theme.current(), self._path()
        for width, opacity in ((WIDTH + 2 * GLOW, 0.16), (WIDTH + GLOW, 0.22), (WIDTH, 1.0)):
            painter.setPen(QPen(gold.color("selection", opacity), width))
            painter.drawPath(path)
        painter.end()


def _line(rect: QRectF) -> QPainterPath:
    around = rect.adjusted(-AROUND, -AROUND, AROUND, AROUND)
    half = min(around.width(), around.height()) / 2
    corner = half if rect.width() == rect.height() < theme.px(ROUND) else min(theme.px(CORNER), half)
    path = QPainterPath()
    path.addRoundedRect(around, corner, corner)
    return path


def _ring(rect: QRectF) -> QRegion:
    """Return where the line around a rectangle and its glow are."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * (WIDTH + GLOW))
    ring = stroker.createStroke(_line(rect))
    ring.setFillRule(Qt.FillRule.WindingFill)
    region = QRegion()
    for polygon in ring.toFillPolygons():
        region |= QRegion(polygon.toPolygon(), Qt.FillRule.WindingFill)
    return region - QRegion(rect.adjusted(GLOW + 2, GLOW + 2, -GLOW - 2, -GLOW - 2).toRect())
