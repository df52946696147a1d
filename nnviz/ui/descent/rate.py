"""The learning rate on a long scale: a slider from creeping to diverging, and a field beside it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSlider, QWidget

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.fields import HIGHEST_RATE, LOWEST_RATE, OwnKeys, RateBox, described, field_label
from nnviz.wording import tr

PER_DECADE, ZONES = 100, 31
"""How fine the slider is; how many learning rates its strip tells about."""

_KEYS = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)


def notch(rate: float) -> int:
    """Return where a rate stands on the slider."""
    return round(PER_DECADE * math.log10(min(max(rate, LOWEST_RATE), HIGHEST_RATE) / LOWEST_RATE))


def rate_of(notch: int) -> float:
    """Return the rate of a place of the slider, in three digits."""
    return float(f"{LOWEST_RATE * 10 ** (notch / PER_DECADE):.3g}")


def zone_rates() -> Array:
    """Return the rates that the strip tells about, shape (ZONES,)."""
    return np.geomspace(LOWEST_RATE, HIGHEST_RATE, ZONES)


class RateZones(QWidget):
    """A thin strip under the slider: what kind of step each learning rate would make from here."""

    def __init__(self) -> None:
        super().__init__()
        self._roles: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("What each learning rate would do from here: creep, go down, overshoot, diverge"))
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def show_zones(self, roles: tuple[str, ...]) -> None:
        """Show the color roles of the rates of `zone_rates`."""
        if roles != self._roles:
            self._roles = roles
            self.update()

    def roles(self) -> tuple[str, ...]:
        """Return what is shown."""
        return self._roles

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(0, round(theme.px(6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one piece for each learning rate."""
        if not self._roles:
            return
        painter, edge = QPainter(self), theme.px(9)
        ends = np.rint(np.linspace(edge, self.width() - edge, len(self._roles) + 1)).astype(int).tolist()
        for role, left, right in zip(self._roles, ends[:-1], ends[1:], strict=True):
            painter.fillRect(left, 0, right - left, self.height(), theme.current().color(role, 0.75))
        painter.end()


class RateRow(QWidget):
    """η: slider, strip and field.

    Signals
    -------
    offered(str)
        What the user wants, as text; the owner answers by `show_rate`.
    """

    offered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, notch(HIGHEST_RATE))
        self.slider.setPageStep(PER_DECADE // 4)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self.slider, _KEYS)
        self.zones, self.box = RateZones(), RateBox()
        self.label = field_label("", self.box)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.zones, 1, 1)
        grid.addWidget(self.box, 0, 2)
        grid.setColumnStretch(1, 1)
        self.slider.valueChanged.connect(lambda value: self.offered.emit(repr(rate_of(value))))
        self.box.offered.connect(self.offered)
        self.write()
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.box.setFixedWidth(round(theme.px(92)))

    def write(self) -> None:
        """Name everything in the notation in use."""
        name = tr("Learning rate {η}")
        teaches = tr("How far a step goes: {η} times the slope, downhill. Long steps overshoot.")
        described(self.slider, name, teaches, tr("The scale is logarithmic: from 0.0001 to 100."))
        described(self.box, name, teaches, tr("↑ ↓ step it: 1, 2, 5, 10 …"))
        self.label.setText(tr("{η}"))
        self.label.setToolTip(self.box.toolTip())

    def show_rate(self, rate: float) -> None:
        """Show the rate in force."""
        self.slider.blockSignals(True)
        self.slider.setValue(notch(rate))
        self.slider.blockSignals(False)
        self.box.show_rate(rate)
        self.box.restore()
