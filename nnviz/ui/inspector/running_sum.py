"""The running sum inside a neuron: a bar from 0, and what the step just taken added to it."""

from __future__ import annotations

from math import ceil, isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.inside import InsideStep
from nnviz.ui import theme
from nnviz.wording import exact, number, sum_text, tr

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SumBar(QWidget):
    """Σ as a bar: blue to the right of 0, red to the left; the last step stands out, with an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._step = InsideStep("start", None, 0.0, 0.0)
        self._reach = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(bold=True)
        self._metrics = QFontMetricsF(self._font)
        self.updateGeometry()
        self.update()

    def show_step(self, step: InsideStep, reach: float) -> None:
        """Show another step; `reach` is the largest magnitude on the whole way."""
        self._step, self._reach = step, reach if isfinite(reach) and reach > 0 else 1.0
        self.setAccessibleName(self.text())
        self.setToolTip(
            tr(
                "The running sum. Blue steps go right, red ones left; the whole way stays within ±{reach}."
            ).replace("{reach}", number(reach))
            + f"\n{exact(step.total)}"
        )
        self.update()

    def text(self) -> str:
        """Return the sum as it is written."""
        return sum_text(self._step)

    def sizeHint(self) -> QSize:
        """Return room for a bar and the number beside it."""
        return QSize(round(theme.px(200)), ceil(self._metrics.height() + theme.px(6)))

    # Where it shows it

    def place(self, value: float) -> float:
        """Return the x of a sum."""
        left, right = self._ends()
        share = min(max(value / self._reach, -1.0), 1.0) if isfinite(value) else 1.0
        return (left + right) / 2 + share * (right - left) / 2

    def _ends(self) -> tuple[float, float]:
        return theme.px(1), self.width() - self._metrics.horizontalAdvance("Σ = −00.000") - theme.px(6)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, the last step and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._groove(painter)
        if isfinite(self._step.total):
            self._bars(painter)
        painter.setFont(self._font)
        painter.setPen(theme.current().color("text"))
        painter.drawText(QRectF(self.rect()), _RIGHT, self.text())
        painter.end()

    def _band(self, a: float, b: float, high: float) -> QRectF:
        x, y, height = self.place(a), self.height() / 2, theme.px(high)
        return QRectF(x, y - height / 2, self.place(b) - x, height).normalized()

    def _groove(self, painter: QPainter) -> None:
        now = theme.current()
        painter.fillRect(self._band(-self._reach, self._reach, 12), now.color("surface_sunken"))
        x = self.place(0.0)
        painter.fillRect(QRectF(x - 0.5, self.height() / 2 - theme.px(9), 1, theme.px(18)), now.color("axis"))

    def _bars(self, painter: QPainter) -> None:
        """Draw the sum faintly in its own sign, and the step in full strength in its."""
        now, step = theme.current(), self._step
        painter.fillRect(self._band(0.0, step.total, 12), now.color(_sign(step.total), 0.45))
        if step.term == 0 or not isfinite(step.term):
            return
        painter.fillRect(self._band(step.before, step.total, 12), now.color(_sign(step.term)))
        self._arrow(painter)

    def _arrow(self, painter: QPainter) -> None:
        """Point from where the sum was to where it is."""
        step, y = self._step, self.height() / 2
        way = theme.px(6) if step.term > 0 else -theme.px(6)
        x, half = self.place(step.total), theme.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(_sign(step.term)))
        painter.drawPolygon(QPolygonF([QPointF(x, y - half), QPointF(x + way, y), QPointF(x, y + half)]))


def _sign(value: float) -> str:
    return "positive" if value > 0 else "negative"
