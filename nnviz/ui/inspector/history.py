"""What a neuron's activation has done since it was chosen, update by update, for one example."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.functions import ACTIVATIONS
from nnviz.session import Changed, Neuron, Session
from nnviz.training.moment import Moment
from nnviz.ui import theme
from nnviz.ui.inspector.parts import section
from nnviz.wording import exact, number, tr, updates_text

MOST = 500
"""Older ones are forgotten."""


class Past(NamedTuple):
    """An activation, and after how many updates it was seen: those of trainings and those made one by one."""

    updates: int
    a: float


class ActivationHistory(QWidget):
    """A sparkline of the chosen neuron's activation; collected also while another workspace is open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._key: tuple[object, ...] = ()
        self._past: deque[Past] = deque(maxlen=MOST)
        self._counted: tuple[Moment | None, int] = (None, 0)
        self.caption = section()
        self.line = Sparkline()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.caption)
        layout.addWidget(self.line)
        self.line.hovered.connect(self._say)
        session.changed.connect(self._collect)
        self._collect(Changed.SELECTION)

    def points(self) -> tuple[Past, ...]:
        """Return what was seen, in order."""
        return tuple(self._past)

    # Collecting

    def _collect(self, what: Changed) -> None:
        session, chosen = self._session, self._session.selection
        if not isinstance(chosen, Neuron) or chosen.layer == 0:
            self._key = ()
            self._past.clear()
            return
        key = (chosen, session.spec, session.dataset, session.example, session.input.tobytes())
        if key != self._key:
            self._key = key
            self._past.clear()
        elif not what & (Changed.PARAMETERS | Changed.CURSOR):
            return
        if not session.updated:  # else the trace is still that before the update
            self._add(Past(self._updates(), float(session.trace.a[chosen.layer][chosen.j])))

    def _add(self, point: Past) -> None:
        """Append a point; after undo the time runs back, and what comes after it is no more."""
        while self._past and self._past[-1].updates >= point.updates:
            self._past.pop()
        self._past.append(point)

    def _updates(self) -> int:
        """Return the updates of all trainings, and the single ones on the way to the present moment."""
        moment = self._session.moment
        if moment is not self._counted[0]:
            self._counted = moment, _single_updates(moment)
        return self._session.updates + self._counted[1]

    # Showing

    def follow(self, activated: bool) -> None:
        """Show what there is, once there is more than one value and the cursor has revealed it."""
        shown = activated and len(self._past) > 1
        if shown:
            chosen = self._session.selection
            assert isinstance(chosen, Neuron)
            self.line.show_points(self.points(), self._session.spec.activations[chosen.layer - 1])
            self._say(self.line.current())
        self.setVisible(shown)

    def _say(self, point: Past | None) -> None:
        since = tr("a since you chose it")
        first, last = self._past[0], self._past[-1]
        teaches = tr("What training has made of this neuron's answer to this very example.")
        if len(self._past) == MOST:
            teaches += tr(" The last {n} moments that were seen.", n=MOST)
        span = updates_text(last.updates - first.updates)
        if point is None:
            self.caption.set_text((f"{since}:", span), teaches)
        else:
            ago = tr("{updates} ago", updates=updates_text(last.updates - point.updates))
            self.caption.set_text((f"{ago}:", f"a = {number(point.a)}"), exact(point.a))
        words = tr("from {first} to {last} in {span}", first=number(first.a), last=number(last.a), span=span)
        self.line.setAccessibleName(f"{since}: {words}")
        self.line.setToolTip(teaches)


def _single_updates(moment: Moment) -> int:
    count, here = 0, moment
    while here.change.kind != "start" and here.parent is not None:
        count += here.change.kind == "update"
        here = here.parent
    return count


class Sparkline(QWidget):
    """A thin curve with a dot at its end; the mouse asks for the values on the way.

    Signals
    -------
    hovered(Past or None)
        The point under the mouse.
    """

    hovered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Past, ...] = ()
        self._low, self._high = 0.0, 1.0
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def show_points(self, points: tuple[Past, ...], activation: str) -> None:
        """Show other values; the scale is the activation function's, where it has ends."""
        function, values = ACTIVATIONS[activation], [point.a for point in points]
        self._points = points
        self._low = min(*values, 0.0) if function.low is None else function.low
        self._high = max(*values, self._low + 1e-9) if function.high is None else function.high
        if self._at is not None and self._at >= len(points):
            self._at = None
        self.update()

    def current(self) -> Past | None:
        """Return the point under the mouse."""
        return None if self._at is None else self._points[self._at]

    def sizeHint(self) -> QSize:
        """Return the height of a thought."""
        return QSize(round(theme.px(200)), round(theme.px(34)))

    def place(self, point: Past) -> QPointF:
        """Return where a point stands."""
        first, last, pad = self._points[0].updates, self._points[-1].updates, theme.px(5)
        across = (point.updates - first) / max(last - first, 1)
        up = (point.a - self._low) / (self._high - self._low)
        return QPointF(
            pad + across * (self.width() - 2 * pad), self.height() - pad - up * (self.height() - 2 * pad)
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the value nearest to the mouse."""
        x = event.position().x()
        places = range(len(self._points))
        self._ask(min(places, key=lambda i: abs(self.place(self._points[i]).x() - x), default=None))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell none."""
        self._ask(None)

    def _ask(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            self.hovered.emit(self.current())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ends of the scale, the curve, and the dots at its end and under the mouse."""
        if not self._points:
            return
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), now.color("surface_sunken"))
        painter.setPen(now.color("grid"))
        for y in (theme.px(5), self.height() - theme.px(5)):
            painter.drawLine(QLineF(0, y, self.width(), y))
        painter.setPen(QPen(now.color("curve"), theme.px(1.5)))
        painter.drawPolyline(QPolygonF([self.place(point) for point in self._points]))
        painter.setPen(QPen(now.color("surface_sunken"), 1))
        painter.setBrush(now.color("selection"))
        painter.drawEllipse(self.place(self._points[-1]), theme.px(3.5), theme.px(3.5))
        point = self.current()
        if point is not None:
            painter.setBrush(now.color("text"))
            painter.drawEllipse(self.place(point), theme.px(3.5), theme.px(3.5))
        painter.end()
