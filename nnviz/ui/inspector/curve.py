"""The activation curve of one neuron over s = Σ w a: σ(s + b), with its threshold and where it stands."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array
from nnviz.core.explain import NeuronExplanation
from nnviz.core.functions import ACTIVATIONS, log_softmax, sigmoid
from nnviz.core.steps import Trace
from nnviz.ui import theme
from nnviz.wording import MINUS, exact, number, tr

SAMPLES = 129
REACHES = (6.0, 12.0, 25.0, 50.0, 100.0, 250.0, 1000.0, 1e4, 1e5, 1e6)
"""How far the axis of s may reach to either side: in steps, so that it stands still while b and s move."""

_CENTER = Qt.AlignmentFlag.AlignCenter
_BOTTOM_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class CurveState(NamedTuple):
    """What the curve shows.

    Attributes
    ----------
    activation : str
        The layer's function.
    bias : float
        b, known from the beginning.
    sum, value, slope : float or None
        s, a and σ'(z), each None until it is revealed.
    others : float or None
        Softmax: log Σ e^z of the layer's other neurons, which are held still; None until revealed.
    shifted : bool
        Whether the bias is there already; on the way through the neuron it comes after the sum.
    least : float
        How far the axis of s reaches at the least.
    """

    activation: str
    bias: float
    sum: float | None = None
    value: float | None = None
    slope: float | None = None
    others: float | None = None
    shifted: bool = True
    least: float = 0.0

    @classmethod
    def of(
        cls, trace: Trace, neuron: NeuronExplanation, summed: bool, activated: bool, sloped: bool
    ) -> CurveState:
        """Take what is revealed from a neuron's explanation."""
        layer, j = neuron.layer, neuron.j
        slope = trace.slope(layer) if sloped else None
        return cls(
            trace.spec.activations[layer - 1],
            neuron.bias,
            neuron.sum if summed else None,
            neuron.a if activated else None,
            None if slope is None else float(slope[j]),
            _other_outputs(trace.z[layer], j) if summed else None,
        )

    def at(self, s: Array) -> Array | None:
        """Return the activation for sums `s`; None for softmax as long as the others are not known."""
        z = s + self.bias if self.shifted else s
        if self.activation != "softmax":
            return ACTIVATIONS[self.activation].value(z)
        return None if self.others is None else sigmoid(z - self.others)

    def reach(self) -> float:
        """Return how far the axis of s goes to either side."""
        s = abs(self.sum) if self.sum is not None and isfinite(self.sum) else 0.0
        b = abs(self.bias) if isfinite(self.bias) else 0.0
        half = self.threshold()
        wanted = max(1.1 * s, 4.0 + (abs(half) if half is not None and isfinite(half) else b))
        if self.high() is None:
            wanted = max(wanted, s + b)
        wanted = max(wanted, self.least)
        return next((reach for reach in REACHES if reach >= wanted), wanted)

    def threshold(self) -> float | None:
        """Return the sum at which z is 0; under softmax that at which a is ½, None until it is known."""
        if not self.shifted:
            return None
        if self.activation != "softmax":
            return -self.bias
        return None if self.others is None else self.others - self.bias

    def high(self) -> float | None:
        """Return the largest activation there can be."""
        return ACTIVATIONS[self.activation].high

    def span(self) -> tuple[float, float]:
        """Return the ends of the axis of a."""
        low, high, reach = ACTIVATIONS[self.activation].low, self.high(), self.reach()
        return -reach if low is None else low, reach if high is None else high


def _other_outputs(z: Array, j: int) -> float:
    """Return log Σ_{i≠j} e^z_i, from which softmax of z_j is sigmoid(z_j − this)."""
    others = np.delete(z, j)
    return float(others[0] - log_softmax(others)[0]) if len(others) else -np.inf


def _level(a: float, reach: str) -> str:
    """Return the label of an end of the axis of a; unbounded ones end where the axis of s does."""
    text = reach if abs(a) > 1 else f"{abs(a):g}"
    return MINUS + text if a < 0 else text


class ActivationCurve(QWidget):
    """Paints σ(s + b): the curve, a dashed line at the threshold −b, a dot at (s, a)."""

    def __init__(self) -> None:
        super().__init__()
        self._state = CurveState("sigmoid", 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(0.82)
        self.updateGeometry()
        self.update()

    def set_state(self, state: CurveState) -> None:
        """Show another moment of a neuron."""
        if state != self._state:
            self._state = state
            self.update()
        words = self._words()  # also in another notation
        if words != self.toolTip():
            self.setToolTip(words)
            self.setAccessibleName(words)

    @property
    def state(self) -> CurveState:
        """What is shown."""
        return self._state

    def _words(self) -> str:
        state = self._state
        words = [tr("The activation a over s = Σ {w·a}, the sum of what reaches the neuron.")]
        if state.activation == "softmax":
            words.append(tr("Softmax: the other weighted sums of the layer are held still. Dashed: half."))
        else:
            words.append(
                tr("The bias b shifts the curve: dashed, the threshold −b = {b}.", b=exact(-state.bias))
            )
        if state.sum is not None:
            words.append(f"s = {exact(state.sum)}")
        if state.value is not None:
            words.append(f"a = {exact(state.value)}")
        return "\n".join(words)

    def sizeHint(self) -> QSize:
        """Return the size at which it is read with ease."""
        return QSize(round(theme.px(240)), round(theme.px(108)))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(120)), round(theme.px(76)))

    # Places

    def plot_rect(self) -> QRectF:
        """Return the frame."""
        return QRectF(0.5, 0.5, self.width() - 1, self.height() - theme.px(15))

    def place(self, s: float, a: float) -> QPointF:
        """Return where sum `s` and activation `a` stand."""
        frame, (low, high), reach = self.plot_rect(), self._state.span(), self._state.reach()
        pad = 0.1 * frame.height()
        up = (a - low) / (high - low) * (frame.height() - 2 * pad)
        return QPointF(frame.center().x() + s / reach * frame.width() / 2, frame.bottom() - pad - up)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, axes, threshold, curve and dot."""
        painter = QPainter(self)
        painter.setFont(self._font)
        self._axes(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(self.plot_rect().adjusted(1, 1, -1, -1))
        self._threshold(painter)
        self._curve(painter)
        self._stand(painter)
        painter.restore()
        painter.end()

    def _axes(self, painter: QPainter) -> None:
        now, frame, reach = theme.current(), self.plot_rect(), self._state.reach()
        painter.setPen(now.color("border"))
        painter.setBrush(now.color("surface_sunken"))
        painter.drawRect(frame)
        painter.setPen(now.color("grid"))
        for s, a in ((0.0, 0.0), (0.0, self._state.span()[1])):
            y = self.place(s, a).y()
            painter.drawLine(QLineF(frame.left(), y, frame.right(), y))
        painter.setPen(now.color("axis"))
        below = QRectF(frame.left(), frame.bottom(), frame.width(), self.height() - frame.bottom())
        ends = number(reach, 1 if reach < 10 else 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, MINUS + ends)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"s = {ends}")
        self._levels(painter, ends)

    def _levels(self, painter: QPainter, ends: str) -> None:
        frame, (low, high) = self.plot_rect(), self._state.span()
        box = QRectF(frame.left() + theme.px(5), 0, frame.width() - theme.px(10), theme.px(14))
        # Where every curve leaves room: the high end at the left, the low end at the right.
        box.moveTop(self.place(0.0, high).y() + theme.px(2))
        painter.drawText(box, _TOP_LEFT, _level(high, ends))
        box.moveBottom(self.place(0.0, low).y() - theme.px(1))
        painter.drawText(box, _BOTTOM_RIGHT, _level(low, ends))

    def _threshold(self, painter: QPainter) -> None:
        threshold = self._state.threshold()
        if threshold is None or not isfinite(threshold):
            return
        now, frame = theme.current(), self.plot_rect()
        x = self.place(threshold, 0.0).x()
        painter.setPen(QPen(now.color("text_muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
        painter.setPen(now.color("text_muted"))
        label = QRectF(x + theme.px(4), frame.top() + theme.px(2), theme.px(40), theme.px(16))
        painter.drawText(label, _TOP_LEFT, "½" if self._state.activation == "softmax" else f"{MINUS}b")

    def _curve(self, painter: QPainter) -> None:
        reach = self._state.reach()
        s = np.linspace(-reach, reach, SAMPLES)
        a = self._state.at(s)
        if a is None:
            painter.setPen(theme.current().color("text_muted"))
            painter.drawText(self.plot_rect(), _CENTER, tr("softmax needs every z of this layer"))
            return
        if np.isfinite(a).all():
            # The axes are straight: two places tell where all others are.
            first, unit = self.place(0.0, 0.0), self.place(1.0, 1.0)
            x = first.x() + s * (unit.x() - first.x())
            y = first.y() + a * (unit.y() - first.y())
            points = [QPointF(*pair) for pair in zip(x.tolist(), y.tolist(), strict=True)]
            painter.setPen(QPen(theme.current().color("curve"), theme.px(1.8)))
            painter.drawPolyline(QPolygonF(points))

    def _stand(self, painter: QPainter) -> None:
        """Mark s on the axis; once the activation is there, the point on the curve."""
        state, gold = self._state, theme.current().color("selection")
        if state.sum is None or not isfinite(state.sum):
            return
        painter.setPen(QPen(gold, theme.px(1.5)))
        foot = QPointF(self.place(state.sum, 0.0).x(), self.plot_rect().bottom())
        if state.value is None or not isfinite(state.value):
            painter.drawLine(foot, foot - QPointF(0, theme.px(9)))
            painter.setBrush(gold)
            painter.drawEllipse(foot - QPointF(0, theme.px(9)), theme.px(3), theme.px(3))
            return
        dot = self.place(state.sum, state.value)
        painter.setPen(QPen(gold, theme.px(1), Qt.PenStyle.DotLine))
        painter.drawLine(foot, dot)
        self._tangent(painter, dot)
        painter.setPen(QPen(theme.current().color("surface_sunken"), theme.px(1.5)))
        painter.setBrush(gold)
        painter.drawEllipse(dot, theme.px(5), theme.px(5))

    def _tangent(self, painter: QPainter, dot: QPointF) -> None:
        """Draw the slope σ'(z) once the backward pass has used it."""
        state = self._state
        if state.sum is None or state.value is None or state.slope is None:
            return
        ahead = self.place(state.sum + 1.0, state.value + state.slope) - dot
        half = ahead * (theme.px(34) / max(QLineF(QPointF(), ahead).length(), 1e-9))
        painter.setPen(QPen(theme.current().color("selection"), theme.px(2)))
        painter.drawLine(dot - half, dot + half)
