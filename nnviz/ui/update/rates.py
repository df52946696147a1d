"""What another learning rate would have done: C over η′ for one example, the straight line, and a handle."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array
from nnviz.core.step_effect import costs_along
from nnviz.core.steps import Trace
from nnviz.ui import theme
from nnviz.wording import number, tr

SAMPLES = 121

_STEPS = {
    Qt.Key.Key_Left: -0.01,
    Qt.Key.Key_Right: 0.01,
    Qt.Key.Key_PageDown: -0.1,
    Qt.Key.Key_PageUp: 0.1,
}


class RateCurve(NamedTuple):
    """The cost of one example at θ − η′∇C.

    Attributes
    ----------
    trace : Trace
        The example's calculation at θ, before the step.
    rates, costs : Array
        η′ and C, each of shape (SAMPLES,).
    used : float
        The learning rate that was used, or is set.
    """

    trace: Trace
    rates: Array
    costs: Array
    used: float

    @classmethod
    def of(cls, trace: Trace, used: float, least: float = 0.0) -> RateCurve:
        """Go along −∇C to three times the rate that was used, and at least to `least`."""
        rates = np.linspace(0.0, max(3.0 * used, least), SAMPLES)
        return cls(trace, rates, cost_at(trace, rates), used)

    @property
    def highest(self) -> float:
        """The largest η′ of the axis."""
        return float(self.rates[-1])

    def line(self, rate: float) -> float:
        """Return what the straight line says: C − η′ |∇C|²."""
        gradient = self.trace.gradient.theta
        return self.trace.cost - rate * float(gradient @ gradient)

    def real(self, rate: float) -> float:
        """Return C at θ − η′∇C."""
        return float(cost_at(self.trace, np.array([rate]))[0])


def cost_at(trace: Trace, rates: Array) -> Array:
    """Return the example's cost at θ − η′∇C for many η′, shape (m,)."""
    return costs_along(trace.parameters, trace.gradient, -rates, (trace.x, trace.y), trace.masks)


class RatePlot(QWidget):
    """Paints C over η′; drag, or ← → by keyboard, asks for another η′.

    Signals
    -------
    moved(float)
        The η′ that is asked for.
    """

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._curve: RateCurve | None = None
        self._rate = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.on_change(self, self.update)

    def show_curve(self, curve: RateCurve, rate: float) -> None:
        """Show another curve, or another place on it."""
        self._curve, self._rate = curve, rate
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which it is read with ease."""
        return QSize(round(theme.px(300)), round(theme.px(150)))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(160)), round(theme.px(110)))

    # Places

    def frame_rect(self) -> QRectF:
        """Return the frame."""
        left = theme.px(44)
        return QRectF(left, 2, self.width() - left - theme.px(8), self.height() - theme.px(20))

    def _top(self) -> float:
        assert self._curve is not None
        finite = self._curve.costs[np.isfinite(self._curve.costs)]
        return 1.1 * max(float(finite.max(initial=0.0)), 1e-9)

    def place(self, rate: float, cost: float) -> QPointF:
        """Return where a rate and a cost stand."""
        assert self._curve is not None
        frame = self.frame_rect()
        across = rate / self._curve.highest * frame.width()
        return QPointF(frame.left() + across, frame.bottom() - cost / self._top() * frame.height())

    # Mouse and keyboard

    def _ask(self, rate: float) -> None:
        assert self._curve is not None
        self.moved.emit(min(max(rate, 0.0), self._curve.highest))

    def _ask_at(self, x: float) -> None:
        if self._curve is not None:
            frame = self.frame_rect()
            share = (x - frame.left()) / frame.width()
            self._ask(float(f"{share * self._curve.highest:.3g}"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the rate under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on asking while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the hand has left it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a hundredth of the axis, or a tenth."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._curve is None:
            super().keyPressEvent(event)
        else:
            self._ask(self._rate + step * self._curve.highest)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _STEPS)
            return event.isAccepted()
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, curve, straight line, the used rate and the one that is asked for."""
        if self._curve is None:
            return
        painter = QPainter(self)
        self._axes(painter, self._curve)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(self.frame_rect())
        self._lines(painter, self._curve)
        painter.restore()
        self._dots(painter, self._curve)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.drawRect(self.frame_rect())
        painter.end()

    def _axes(self, painter: QPainter, curve: RateCurve) -> None:
        now, frame = theme.current(), self.frame_rect()
        painter.setPen(now.color("border"))
        painter.setBrush(now.color("surface_sunken"))
        painter.drawRect(frame)
        painter.setFont(theme.number_font(0.8))
        painter.setPen(now.color("axis"))
        below = QRectF(frame.left(), frame.bottom() + 2, frame.width(), theme.px(17))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, tr("{η}′ = {rate}", rate=number(curve.highest)))
        beside = QRectF(0, frame.top(), frame.left() - theme.px(5), frame.height())
        right = Qt.AlignmentFlag.AlignRight
        painter.drawText(beside, right | Qt.AlignmentFlag.AlignBottom, "0")
        painter.drawText(beside, right | Qt.AlignmentFlag.AlignTop, number(self._top(), 2))
        painter.drawText(beside, right | Qt.AlignmentFlag.AlignVCenter, tr("{C}"))

    def _lines(self, painter: QPainter, curve: RateCurve) -> None:
        now = theme.current()
        painter.setPen(QPen(now.color("text_muted"), theme.px(1.4), Qt.PenStyle.DashLine))
        start, end = (self.place(rate, curve.line(rate)) for rate in (0.0, curve.highest))
        painter.drawLine(start, end)
        good = np.isfinite(curve.costs)
        pairs = zip(curve.rates[good].tolist(), curve.costs[good].tolist(), strict=True)
        painter.setPen(QPen(now.color("curve"), theme.px(1.8)))
        painter.drawPolyline(QPolygonF([self.place(*pair) for pair in pairs]))

    def _dots(self, painter: QPainter, curve: RateCurve) -> None:
        now, frame = theme.current(), self.frame_rect()
        for rate, role, radius in ((curve.used, "text_muted", 4.0), (self._rate, "selection", 5.0)):
            cost = curve.real(rate)
            if not np.isfinite(cost):
                continue
            at = self.place(rate, cost)
            painter.setPen(QPen(now.color(role), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(at.x(), frame.bottom(), at.x(), at.y()))
            painter.setPen(QPen(now.color("surface_sunken"), theme.px(1.2)))
            painter.setBrush(now.color(role))
            painter.drawEllipse(at, theme.px(radius), theme.px(radius))
