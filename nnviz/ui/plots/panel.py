"""Cost and accuracy over the epochs, live."""

import numpy as np
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from nnviz.ui.plots.curves import round_down, round_up
from nnviz.ui.plots.metric_plot import STYLES, MetricPlot
from nnviz.ui.plots.parts import share
from nnviz.wording import percent, tr


class CostPlot(MetricPlot):
    """The average cost of the training and the test set."""

    measure, title, sample = "cost", "cost", "0.00000"
    tip = (
        "The average cost over all examples of a set. Training lowers it for the training set;"
        " what it does for the test set shows whether the network generalizes.<br>"
        "In a large plot the wheel zooms and a double click shows everything again."
    )

    def _lay_out(self) -> None:
        super()._lay_out()
        self.log = QCheckBox(tr("log"))
        self.log.setAccessibleName(tr("Logarithmic cost axis"))
        self.log.setToolTip(
            tr(
                "<b>Logarithmic axis</b><br>Each step up is ten times the cost:"
                " late, small progress becomes visible."
            )
        )
        self.log.toggled.connect(self._set_log)
        layout = self.head.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(1, self.log)

    def _make_plot(self) -> None:
        super()._make_plot()
        self.canvas.setLogMode(False, self.log.isChecked())

    def _set_log(self, on: bool) -> None:
        if self._plots:
            self.canvas.setLogMode(False, on)
        self.reset_view()
        self._mark()

    def _refresh(self) -> None:
        super()._refresh()
        self.log.setVisible(len(self._curves) > 0)

    def _limits(self) -> tuple[float, float]:
        both = np.concatenate([self._values(style) for style in STYLES])
        high = round_up(max(float(both.max()), 1e-12))
        if not self.log.isChecked():
            return -0.03 * high, 1.04 * high
        low = round_down(float(np.min(both, where=both > 0, initial=high / 2)))
        margin = 0.04 * np.log10(high / low)
        return float(np.log10(low) - margin), float(np.log10(high) + margin)

    def _height(self, value: float) -> float:
        if not self.log.isChecked():
            return value
        return float(np.log10(value)) if value > 0 else float("nan")


class AccuracyPlot(MetricPlot):
    """The share of examples guessed right, in the training and the test set."""

    measure, title, sample = "accuracy", "accuracy", "100.0%"
    tip = (
        "The share of examples whose class the network guesses right. The test set was never trained on.<br>"
        "In a large plot the wheel zooms and a double click shows everything again."
    )
    write_tick = staticmethod(share)
    write_value = staticmethod(percent)

    def _why_empty(self) -> str:
        if self._session.split.labels is None:
            return tr("No classes: accuracy does not apply")
        return "" if len(self._curves) else tr("Press Train (T) to see the accuracy rise")
