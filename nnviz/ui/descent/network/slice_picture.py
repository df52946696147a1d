"""The cost along a line: both sets, the straight line's promise, and where it stops being true."""

from __future__ import annotations

from operator import itemgetter

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from nnviz.training.landscape.cut import Slice
from nnviz.ui import theme
from nnviz.ui.descent.frame import Frame, hatch, span
from nnviz.ui.descent.network.pointing import Place, PointedPicture
from nnviz.ui.plots.parts import outline
from nnviz.wording import number, tr
from nnviz.wording.landscape_page import axis_words

PLOTS = (("train", "plot_train", "o"), ("test", "plot_test", "d"))
"""The two sets: color and mark of each, as in all plots."""

TOP = 22.0
"""Room above the frame for the names of its vertical lines, at type scale 1."""

_CENTER = Qt.AlignmentFlag.AlignCenter


class SlicePicture(PointedPicture):
    """Paints a slice; a click chooses the parameters at that place of the line."""

    def __init__(self) -> None:
        super().__init__()
        self._slice: Slice | None = None
        self._kind, self._there = "gradient", ""
        theme.on_change(self, self.update)

    def show_slice(self, shown: Slice | None, kind: str, there: str = "") -> None:
        """Show a slice; `there` names what stands at t = 1."""
        self._slice, self._kind, self._there = shown, kind, there
        self.update()

    @property
    def shown(self) -> Slice | None:
        """What is shown."""
        return self._slice

    @property
    def place(self) -> int | None:
        """Which of the computed points is pointed at."""
        if self.at is None or self._slice is None:
            return None
        return self._slice.nearest(self.at[0])

    def begin(self) -> Place:
        """Begin where the network stands."""
        return (0.0, 0.0) if self._slice is None else (0.0, self._slice.cost)

    def frame(self) -> Frame | None:
        """Return the frame: all of the line, and the costs without a few very high ones."""
        if self._slice is None:
            return None
        shown = self._slice
        ends = float(shown.t[0]), float(shown.t[-1])
        y = span(np.concatenate([shown.train, shown.test]))
        return Frame.inside(self.width(), self.height(), ends, y, TOP)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, trusted part, curves, lines and what is pointed at."""
        frame, shown = self.frame(), self._slice
        if frame is None or shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame.draw(painter)
        hatch(painter, frame.gaps(shown.t, shown.train))
        painter.save()
        painter.setClipRect(frame.rect)
        self._draw_trust(painter, frame, shown)
        self._draw_curves(painter, frame, shown)
        painter.restore()
        self._draw_marks(painter, frame, shown)
        self._draw_words(painter, frame)
        self.draw_focus(painter)
        painter.end()

    def _draw_trust(self, painter: QPainter, frame: Frame, shown: Slice) -> None:
        """Draw the straight line, and the part along which it is true."""
        if self._kind != "gradient":
            return
        now, end = theme.current(), shown.t[-1] if shown.holds is None else shown.holds
        left, right = frame.columns(np.array([0.0, end])).tolist()
        area = QRectF(left, frame.rect.top(), right - left, frame.rect.height())
        painter.fillRect(area, now.color("good", 0.13))
        painter.setPen(QPen(now.color("text_muted"), theme.px(1.6), Qt.PenStyle.DashLine))
        ends = np.array([shown.t[0], shown.t[-1]])
        painter.drawLine(*(frame.place(*pair) for pair in zip(ends, shown.line(ends), strict=True)))

    def _draw_curves(self, painter: QPainter, frame: Frame, shown: Slice) -> None:
        now = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, role, _ in reversed(PLOTS):
            painter.setPen(QPen(now.color(role), theme.px(2.2 if name == "train" else 1.6)))
            for line in frame.polygons(shown.t, getattr(shown, name)):
                painter.drawPolyline(line)

    def _draw_marks(self, painter: QPainter, frame: Frame, shown: Slice) -> None:
        """Draw where the network stands, one step of η or the aim, and what is pointed at."""
        marks = [(0.0, "text", tr("here"))]
        if self._kind == "gradient":
            marks.append((1.0, "selection_text", tr("{η}")))
            if shown.holds is not None and frame.x[0] < shown.holds < frame.x[1]:
                marks.append((shown.holds, "good", tr("off by a tenth")))
        elif self._kind != "random":
            marks.append((1.0, "selection_text", self._there))
        free = frame.rect.left()
        for t, role, name in sorted(marks, key=itemgetter(0)):
            self._upright(painter, frame, t, role)
            free = self._name(painter, frame, t, role, name, free)
        self._dots(painter, frame, shown, shown.here)
        if self.place is not None:
            self._upright(painter, frame, float(shown.t[self.place]), "text_muted")
            self._dots(painter, frame, shown, self.place)

    def _upright(self, painter: QPainter, frame: Frame, t: float, role: str) -> None:
        column, rect = frame.place(t, 0.0).x(), frame.rect
        painter.setPen(QPen(theme.current().color(role), theme.px(1.2), Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(column, rect.top(), column, rect.bottom()))

    def _name(self, painter: QPainter, frame: Frame, t: float, role: str, name: str, free: float) -> float:
        """Write the name of a line above it, or farther right; return where it ends."""
        painter.setFont(theme.number_font(0.85))
        painter.setPen(theme.current().color(role))
        room = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(name) + theme.px(4), theme.px(TOP))
        room.moveCenter(QPointF(frame.place(t, 0.0).x(), frame.rect.top() - theme.px(TOP) / 2))
        room.moveRight(min(room.right(), frame.rect.right()))
        room.moveLeft(max(room.left(), free))
        painter.drawText(room, _CENTER, name)
        return room.right() + theme.px(6)

    def _dots(self, painter: QPainter, frame: Frame, shown: Slice, place: int) -> None:
        now = theme.current()
        for name, role, symbol in PLOTS:
            cost = float(getattr(shown, name)[place])
            if np.isfinite(cost) and frame.y[0] <= cost <= frame.y[1]:
                painter.setPen(QPen(now.color("surface_sunken"), theme.px(1.2)))
                painter.setBrush(now.color(role))
                at = frame.place(float(shown.t[place]), cost)
                painter.drawPolygon(outline(symbol, at, theme.px(4.5)))

    def _draw_words(self, painter: QPainter, frame: Frame) -> None:
        """Write what the axes count into the corners of the frame."""
        painter.setFont(theme.number_font(0.85))
        painter.setPen(theme.current().color("axis"))
        room = frame.rect.adjusted(theme.px(8), theme.px(4), -theme.px(8), -theme.px(4))
        flags = Qt.AlignmentFlag
        painter.drawText(room, flags.AlignRight | flags.AlignBottom, axis_words(self._kind))
        painter.drawText(room, flags.AlignLeft | flags.AlignTop, tr("{C}"))

    def describe(self) -> str:
        """Return what is pointed at, for screen readers."""
        if self._slice is None or self.place is None:
            return ""
        return tr("{C} = {cost}", cost=number(float(self._slice.train[self.place])))
