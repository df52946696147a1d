"""Output against target, a point for each number: how far it stands from the line, it is off."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.arrays import Array
from nnviz.session import Changed, Session
from nnviz.session.exam import Result
from nnviz.training.exam import Fit
from nnviz.ui import theme
from nnviz.ui.exam.captions import example_tip
from nnviz.wording import number, output_letter, tr

REACH = 9.0
"""So near to a point the mouse means it, in pixels."""

_CENTER = Qt.AlignmentFlag.AlignCenter


class ScatterView(QWidget):
    """Every target and its output; on the line they are equal. A click shows the example to the network.

    Its examples stand in the gallery too, where the keyboard can choose them.

    Signals
    -------
    chosen(int)
        The test example whose point was clicked.

    Parameters
    ----------
    session : Session
        Whose example stands out.
    """

    chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._result: Result | None = None
        self._hover: int | None = None
        self.setAccessibleName(tr("Output against target"))
        self.setToolTip(
            tr(
                "<b>Output against target</b><br>One point for each measured value. "
                "On the line the output is what was measured.<br>"
                "Click a point: show its example to the network"
            )
        )
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        session.changed.connect(self._follow)
        theme.on_change(self, self.update)

    def show_fit(self, result: Result) -> None:
        """Show another exam."""
        assert isinstance(result.exam, Fit)
        self._result, self._fit = result, result.exam
        both = np.concatenate([self._fit.targets.ravel(), self._fit.outputs.ravel()]).astype(np.float64)
        finite = both[np.isfinite(both)]
        low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
        margin = 0.05 * (high - low) or 1.0
        self._range = low - margin, high + margin
        self._hover = None
        self.update()

    def _follow(self, what: Changed) -> None:
        if what & (Changed.EXAMPLE | Changed.NOTATION) and self.isVisible():
            self.update()

    # Where it shows it

    def sizeHint(self) -> QSize:
        """Return room for a plot."""
        return QSize(round(theme.px(440)), round(theme.px(230)))

    def minimumSizeHint(self) -> QSize:
        """Return room in which a line can still be seen."""
        return QSize(round(theme.px(160)), round(theme.px(110)))

    def plot_rect(self) -> QRectF:
        """Return where the points stand."""
        left, below = theme.px(52), theme.px(32)
        return QRectF(left, 4, max(self.width() - left - 6, 1), max(self.height() - below - 4, 1))

    def _across(self, values: Array) -> Array:
        low, high = self._range
        rect = self.plot_rect()
        return np.asarray(rect.left() + (values - low) / (high - low) * rect.width())

    def _up(self, values: Array) -> Array:
        low, high = self._range
        rect = self.plot_rect()
        return np.asarray(rect.bottom() - (values - low) / (high - low) * rect.height())

    def places(self) -> tuple[Array, Array]:
        """Return where the points stand, x and y of shape (n, n_L)."""
        targets, outputs = self._fit.targets, self._fit.outputs
        return self._across(targets.astype(np.float64)), self._up(outputs.astype(np.float64))

    def example_at(self, point: QPointF) -> int | None:
        """Return the example whose point is nearest, None where none is near."""
        if self._result is None:
            return None
        x, y = self.places()
        away = np.nan_to_num(np.hypot(x - point.x(), y - point.y()).min(axis=1), nan=np.inf)
        nearest = int(away.argmin())
        return nearest if away[nearest] <= theme.px(REACH) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, line and points."""
        if self._result is None:
            return
        painter, now = QPainter(self), theme.current()
        self._paint_axes(painter)
        painter.setClipRect(self.plot_rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.places()
        ends = np.array(self._range)
        painter.setPen(QPen(now.color("axis"), 1, Qt.PenStyle.DashLine))
        across, up = self._across(ends), self._up(ends)
        painter.drawLine(QPointF(across[0], up[0]), QPointF(across[1], up[1]))
        pen = QPen(now.color("plot_test", 0.75), theme.px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        finite = np.isfinite(x) & np.isfinite(y)
        pairs = zip(x[finite].tolist(), y[finite].tolist(), strict=True)
        painter.drawPoints(QPolygonF([QPointF(*pair) for pair in pairs]))
        self._paint_rings(painter, x, y)
        painter.end()

    def _paint_rings(self, painter: QPainter, x: Array, y: Array) -> None:
        here = self._session.example
        chosen = here.index if here.split == "test" and here.index < len(x) else None
        for index, role in ((chosen, "selection"), (self._hover, "text")):
            if index is not None:
                painter.setPen(QPen(theme.current().color(role), 2))
                for a, b in zip(x[index].tolist(), y[index].tolist(), strict=True):
                    painter.drawEllipse(QPointF(a, b), theme.px(5), theme.px(5))

    def _paint_axes(self, painter: QPainter) -> None:
        now, rect = theme.current(), self.plot_rect()
        painter.setPen(QPen(now.color("grid"), 1))
        painter.drawRect(rect)
        painter.setFont(theme.number_font(0.85))
        painter.setPen(now.color("axis"))
        line = painter.fontMetrics().height()
        low, high = (number(value) for value in self._range)
        below = QRectF(rect.left(), rect.bottom() + 2, rect.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, high)
        painter.drawText(below, _CENTER, tr("target y"))
        beside = QRectF(0, rect.top(), rect.left() - 6, line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight, high)
        painter.drawText(beside.translated(0, rect.height() - line), Qt.AlignmentFlag.AlignRight, low)
        middle = beside.translated(0, (rect.height() - line) / 2)
        painter.drawText(middle, Qt.AlignmentFlag.AlignRight, tr("output {a}", a=output_letter()))

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the nearest point up."""
        hover = self.example_at(event.position())
        if hover != self._hover:
            self._hover = hover
            shapes = Qt.CursorShape
            self.setCursor(shapes.ArrowCursor if hover is None else shapes.PointingHandCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the example that was clicked."""
        index = self.example_at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index)

    def event(self, event: QEvent) -> bool:
        """Say what stands under the mouse."""
        if isinstance(event, QHelpEvent):
            index = self.example_at(QPointF(event.pos()))
            known = index is not None and self._result is not None
            tip = example_tip(self._result, index) if known else self.toolTip()  # type: ignore[arg-type]
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)
