"""A plot whose values can stand on a logarithmic axis."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QCheckBox

from nnviz.core.arrays import Array
from nnviz.ui.plots.curves import round_down, round_up
from nnviz.ui.plots.epoch_plot import EpochPlot
from nnviz.wording import tr

DECADES = 8
"""A logarithmic axis shows no more powers of ten than this below its highest value."""


class LogAxis(EpochPlot):
    """A plot with a box "log" in its head."""

    def _lay_out(self) -> None:
        super()._lay_out()
        self.log = QCheckBox(tr("log"))
        self.log.setAccessibleName(tr("Logarithmic axis: {what}", what=tr(self.title)))
        self.log.setToolTip(
            tr("<b>Logarithmic axis</b><br>Each step up is ten times as much: what is small becomes visible.")
        )
        self.log.toggled.connect(self._set_log)
        self._head.insertWidget(1, self.log)

    def _add_items(self) -> None:
        super()._add_items()
        self.canvas.setLogMode(False, self.log.isChecked())

    def _set_log(self, on: bool) -> None:
        if self._plots:
            self.canvas.setLogMode(False, on)
        self.reset_view()
        self._mark()

    def _refresh(self) -> None:
        super()._refresh()
        self.log.setVisible(not self._why_empty())

    def twin(self) -> EpochPlot:
        """Return a new plot with the same axis; on a picture an empty box would be a riddle."""
        twin = super().twin()
        assert isinstance(twin, LogAxis)
        twin.log.setChecked(self.log.isChecked())
        twin.log.setVisible(self.log.isChecked())
        return twin

    def _limits_of(self, values: Array) -> tuple[float, float]:
        """Return an axis for values that are not negative; NaN is passed over."""
        finite = values[np.isfinite(values)]
        high = round_up(max(float(finite.max(initial=0)), 1e-12))
        if not self.log.isChecked():
            return -0.03 * high, 1.04 * high
        above = finite[finite > high * 10**-DECADES]
        low = round_down(float(above.min(initial=high / 2)))
        margin = 0.04 * np.log10(high / low)
        return float(np.log10(low) - margin), float(np.log10(high) + margin)

    def _height(self, value: float) -> float:
        """Return where a value stands on the y axis."""
        if not self.log.isChecked():
            return value
        return float(np.log10(value)) if value > 0 else float("nan")
