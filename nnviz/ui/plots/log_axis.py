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

    _logged = False

    def _lay_out(self) -> None:
        super()._lay_out()
        self.log = QCheckBox(tr("log"))
        self.log.setAccessibleName(tr("Logarithmic axis: {what}", what=tr(self.title)))
        self.log.setToolTip(
            tr("<b>Logarithmic axis</b><br>Each step up is ten times as much: what is small becomes visible.")
        )
        self.log.toggled.connect(lambda _: self._set_log())
        self._head.insertWidget(1, self.log)

    def _add_items(self) -> None:
        super()._add_items()
        self._set_mode()

    def _set_mode(self) -> None:
        self._logged = self._logarithmic
        self.canvas.setLogMode(False, self._logged)
        self._shown = (0.0, 0.0, 0.0, 0.0)  # pyqtgraph has chosen another range meanwhile

    @property
    def _positive(self) -> bool:
        """Whether its values are such that a logarithm knows them."""
        return True

    @property
    def _logarithmic(self) -> bool:
        return self.log.isChecked() and self._positive

    def _set_log(self) -> None:
        self._refresh()
        self.reset_view()

    def _refresh(self) -> None:
        if self._plots and self._logarithmic != self._logged:  # by the box, or by other values
            self._set_mode()
        super()._refresh()
        self.log.setVisible(self._positive and not self._why_empty())

    def twin(self) -> EpochPlot:
        """Return a new plot with the same axis; on a picture an empty box would be a riddle."""
        twin = super().twin()
        assert isinstance(twin, LogAxis)
        twin.log.setChecked(self.log.isChecked())
        twin.log.setVisible(self._logarithmic)
        return twin

    def _limits_of(self, values: Array) -> tuple[float, float]:
        """Return an axis for values that are not negative; NaN is passed over."""
        finite = values[np.isfinite(values)]
        high = round_up(max(float(finite.max(initial=0)), 1e-12))
        if not self._logarithmic:
            return -0.03 * high, 1.04 * high
        above = finite[finite > high * 10**-DECADES]
        low = round_down(float(above.min(initial=high / 2)))
        margin = 0.04 * np.log10(high / low)
        return float(np.log10(low) - margin), float(np.log10(high) + margin)

    def _height(self, value: float) -> float:
        """Return where a value stands on the y axis."""
        if not self._logarithmic:
            return value
        return float(np.log10(value)) if value > 0 else float("nan")
