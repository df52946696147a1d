"""Cost and accuracy over the epochs, live."""

import numpy as np

from nnviz.ui.plots.log_axis import LogAxis
from nnviz.ui.plots.metric_plot import STYLES, MetricPlot
from nnviz.ui.plots.parts import share
from nnviz.wording import percent, tr


class CostPlot(LogAxis, MetricPlot):
    """The average cost of the training and the test set."""

    measure, title, sample = "cost", "cost", "0.00000"
    tip = (
        "The average cost over all examples of a set. Training lowers it for the training set;"
        " what it does for the test set shows whether the network generalizes.<br>"
        "In a large plot the wheel zooms and a double click shows everything again."
    )

    def _limits(self) -> tuple[float, float]:
        return self._limits_of(np.concatenate([*(self._values(style) for style in STYLES), self._beside]))


class AccuracyPlot(MetricPlot):
    """The share of examples guessed right, in the training and the test set."""

    measure, title, sample = "accuracy", "accuracy", "100.0%"
    empty_at_top = False
    tip = (
        "The share of examples whose class the network guesses right. The test set was never trained on.<br>"
        "In a large plot the wheel zooms and a double click shows everything again."
    )
    write_tick = staticmethod(share)
    write_value = staticmethod(percent)

    def _why_empty(self) -> str:
        if self._session.split.labels is None:
            return tr("No classes: accuracy does not apply")
        return "" if self._measured else tr("Press Train (T) to see the accuracy rise")
