"""One wiggled parameter as a line: the prediction, what really happened, and a bar."""

from __future__ import annotations

from functools import partial
from math import isfinite

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnviz.core.sensitivity import Wiggle
from nnviz.ui import theme
from nnviz.wording import exact, number, parameter_symbol, tr


class WiggleLine:
    """One parameter's line of the comparison: its name, ∂C/∂θ, the prediction, the real ΔC and a bar."""

    def __init__(self) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.name = QLabel()
        self.derivative, self.predicted, self.change = (QLabel(alignment=right) for _ in range(3))
        self.bar = SignedBar()
        for label in (self.name, self.derivative, self.predicted, self.change):
            label.setMinimumWidth(0)
            theme.on_change(label, partial(_write, label))

    def parts(self) -> tuple[QWidget, ...]:
        """Return its widgets from left to right."""
        return self.name, self.derivative, self.predicted, self.change, self.bar

    def show_wiggle(self, wiggle: Wiggle, scale: float) -> None:
        """Show another wiggle; bars are full at `scale`."""
        self.name.setText(parameter_symbol(wiggle.location))
        for label, value, signed in (
            (self.derivative, wiggle.derivative, False),
            (self.predicted, wiggle.predicted, True),
            (self.change, wiggle.change, True),
        ):
            label.setText(number(value, signed=signed and value > 0))
            label.setToolTip(exact(value))
        self.change.setToolTip(
            tr("{C} = {before} → {after}", before=exact(wiggle.before), after=exact(wiggle.after))
        )
        self.bar.show_value(wiggle.change, scale)


class SignedBar(QWidget):
    """A bar from the middle: to the right where the cost rises, to the left where it falls."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("The real change of the cost: ◀ it falls, ▶ it rises"))
        theme.on_change(self, self.updateGeometry)

    def show_value(self, value: float, scale: float) -> None:
        """Show another value; the bar is full at ±scale."""
        self._share = value / scale if scale > 0 and isfinite(value) else 0.0
        self.setAccessibleName(tr("The cost changes by {value}", value=number(value)))
        self.update()

    @property
    def share(self) -> float:
        """How much of one half is filled, with its sign."""
        return self._share

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(round(theme.px(80)), round(theme.px(18)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(20)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the middle and the bar."""
        painter, now, middle = QPainter(self), theme.current(), self.width() / 2
        height = theme.px(8)
        top, reach = (self.height() - height) / 2, self._share * (middle - 1)
        rect = QRectF(middle, top, reach, height).normalized()
        painter.fillRect(rect, now.color("text_muted"))
        painter.fillRect(QRectF(middle - 0.5, 1, 1, self.height() - 2), now.color("control_border"))
        painter.end()


def _write(label: QLabel) -> None:
    label.setFont(theme.number_font(0.95))
