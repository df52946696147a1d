"""The cost over a plane as a map: colors, lines of equal height, the path, and where the network stands."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent

from nnviz.core.arrays import Array
from nnviz.training.landscape.planes import PlaneMap
from nnviz.ui import theme
from nnviz.ui.descent.frame import Frame
from nnviz.ui.descent.network.legend import LEGEND, draw_legend
from nnviz.ui.descent.network.pointing import Place, PointedPicture
from nnviz.ui.descent.relief import Relief
from nnviz.wording import number, tr
from nnviz.wording.landscape_page import plane_axes

CORNERS = ("P", "Q", "R")

NEAR = 12.0
"""Marks that are nearer to one another, in pixels at type scale 1, are one."""

_CENTER = Qt.AlignmentFlag.AlignCenter


class PlanePicture(PointedPicture):
    """Paints a plane; a click chooses the parameters at that place."""

    def __init__(self) -> None:
        super().__init__()
        self._map: PlaneMap | None = None
        self._relief: Relief | None = None
        self._log, self._kind = True, "path"
        self._here: Place | None = None
        self._ground: QPixmap | None = None
        theme.on_change(self, self._redraw)

    def show_map(self, shown: PlaneMap | None, kind: str, log: bool) -> None:
        """Show a map; `log` says whether its colors go by the logarithm of the cost."""
        if (shown, kind, log) != (self._map, self._kind, self._log):
            self._map, self._kind, self._log = shown, kind, log
            self._relief = None if shown is None else Relief.of(shown.costs, log)
            self._redraw()

    def show_here(self, here: Place | None) -> None:
        """Show where the network stands now, the nearest point of the plane."""
        if here != self._here:
            self._here = here
            self.update()

    @property
    def shown(self) -> PlaneMap | None:
        """What is shown."""
        return self._map

    @property
    def here(self) -> Place | None:
        """Where the network is drawn."""
        return self._here

    def begin(self) -> Place:
        """Begin where the network stands."""
        return self._here or (0.0, 0.0)

    def frame(self) -> Frame | None:
        """Return the frame: all of the plane that was computed."""
        if self._map is None:
            return None
        s, t = self._map.s, self._map.t
        width = self.width() - theme.px(LEGEND)
        return Frame.inside(width, self.height(), (float(s[0]), float(s[-1])), (float(t[0]), float(t[-1])))

    def _redraw(self) -> None:
        self._ground = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the map anew."""
        super().resizeEvent(event)
        self._redraw()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, kept until it changes, and on it what moves."""
        frame, shown = self.frame(), self._map
        if frame is None or shown is None:
            return
        if self._ground is None or self._ground.devicePixelRatio() != self.devicePixelRatioF():
            self._ground = self._drawn(frame, shown)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(frame.rect)
        self._draw_here(painter, frame)
        self._draw_cross(painter, frame)
        painter.setClipping(False)
        self.draw_focus(painter)
        painter.end()

    def _drawn(self, frame: Frame, shown: PlaneMap) -> QPixmap:
        """Return everything that stands still."""
        assert self._relief is not None
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame.draw(painter, grid=False)
        painter.drawImage(frame.rect, self._relief.image())
        painter.setClipRect(frame.rect)
        self._draw_lines(painter, frame)
        self._draw_trail(painter, frame, shown)
        self._draw_axes(painter, frame)
        painter.setClipping(False)
        rect = QRectF(frame.rect.right(), frame.rect.top(), theme.px(LEGEND), frame.rect.height())
        draw_legend(painter, rect, self._relief)
        painter.end()
        return ground

    def _draw_lines(self, painter: QPainter, frame: Frame) -> None:
        """Draw the lines of equal height, each in the ink that is seen on its ground."""
        assert self._relief is not None
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for level in self._relief.levels():
            pen = QPen(self._relief.ink(level), theme.px(1.3))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for line in self._relief.line(level, frame.rect):
                painter.drawPolyline(line)

    def _draw_trail(self, painter: QPainter, frame: Frame, shown: PlaneMap) -> None:
        trail = shown.trail
        if trail is not None:
            for piece in np.unique(trail.pieces):
                _draw_path(painter, _pixels(frame, trail.points[trail.pieces == piece]))
        for at, names in _named(frame, shown):
            _draw_mark(painter, at, " · ".join(names))

    def _draw_here(self, painter: QPainter, frame: Frame) -> None:
        """Draw the network in gold; beyond the edge not at all, the sentences say how far it is."""
        if self._here is None:
            return
        now, at = theme.current(), frame.place(*self._here)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, width in (("background", 5.0), ("selection", 2.6)):
            painter.setPen(QPen(now.color(role), theme.px(width)))
            painter.drawEllipse(at, theme.px(8), theme.px(8))

    def _draw_cross(self, painter: QPainter, frame: Frame) -> None:
        if self.at is None:
            return
        at, size = frame.place(*self.at), theme.px(7)
        for role, width in (("background", 4.0), ("text", 1.6)):
            painter.setPen(QPen(theme.current().color(role), theme.px(width)))
            painter.drawLine(at - QPointF(size, 0), at + QPointF(size, 0))
            painter.drawLine(at - QPointF(0, size), at + QPointF(0, size))

    def _draw_axes(self, painter: QPainter, frame: Frame) -> None:
        """Write what the axes count into the corners, on patches of ground."""
        room = frame.rect.adjusted(theme.px(6), theme.px(6), -theme.px(6), -theme.px(6))
        right, up = plane_axes(self._kind)
        painter.setFont(theme.number_font(0.85))
        _patch(painter, room, f"{right} →", low=True)
        _patch(painter, room, f"↑ {up}", low=False)

    def describe(self) -> str:
        """Return what is pointed at, for screen readers."""
        if self._map is None or self.at is None:
            return ""
        return tr("{C} = {cost}", cost=number(self._map.cost_at(*self.at)))


def _pixels(frame: Frame, points: Array) -> list[QPointF]:
    return [frame.place(*point) for point in points.tolist()]


def _draw_path(painter: QPainter, points: list[QPointF]) -> None:
    """Draw a line that is seen on any ground, with a dot for every moment."""
    now = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, width, dot in (("background", 4.2, 5.6), ("text", 1.6, 3.2)):
        pen = QPen(now.color(role), theme.px(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        pen.setWidthF(theme.px(dot))
        painter.setPen(pen)
        painter.drawPoints(points)


def _named(frame: Frame, shown: PlaneMap) -> list[tuple[QPointF, list[str]]]:
    """Return the places that have a name; those that lie on one another are one."""
    marks = list(zip(_pixels(frame, shown.corners), CORNERS, strict=False))
    if shown.trail is not None:
        ends = _pixels(frame, shown.trail.points[[0, -1]])
        marks += zip(ends, (tr("start"), tr("end")), strict=True)
    found: list[tuple[QPointF, list[str]]] = []
    for at, name in marks:
        same = [names for other, names in found if (other - at).manhattanLength() < theme.px(NEAR)]
        if same:
            same[0].append(name)
        else:
            found.append((at, [name]))
    return found


def _draw_mark(painter: QPainter, at: QPointF, name: str) -> None:
    now = theme.current()
    painter.setPen(QPen(now.color("background"), theme.px(1.8)))
    painter.setBrush(now.color("text"))
    painter.drawEllipse(at, theme.px(5), theme.px(5))
    painter.setFont(theme.number_font(0.9, bold=True))
    size = painter.fontMetrics().boundingRect(name).size()
    patch = QRectF(0, 0, size.width() + theme.px(8), painter.fontMetrics().height())
    patch.moveCenter(at - QPointF(0, theme.px(20)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.color("background", 0.8))
    painter.drawRoundedRect(patch, 3, 3)
    painter.setPen(now.color("text"))
    painter.drawText(patch, _CENTER, name)


def _patch(painter: QPainter, room: QRectF, text: str, low: bool) -> None:
    metrics = painter.fontMetrics()
    patch = QRectF(0, 0, metrics.horizontalAdvance(text) + theme.px(10), metrics.height())
    if low:
        patch.moveBottomRight(room.bottomRight())
    else:
        patch.moveTopLeft(room.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("background", 0.7))
    painter.drawRoundedRect(patch, 3, 3)
    painter.setPen(theme.current().color("text_muted"))
    painter.drawText(patch, _CENTER, text)
