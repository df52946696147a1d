"""Cost and accuracy, or R², over the epochs, live."""

import numpy as np

from nnviz.ui.plots.curves import r_squared_limits
from nnviz.ui.plots.log_axis import LogAxis
from nnviz.ui.plots.metric_plot import STYLES, MetricPlot
from nnviz.ui.plots.parts import plain, share
from nnviz.wording import percent, tr
from nnviz.wording.plots import travel_tip
from nnviz.wording.standing import fit_teaches, r_squared_value


class CostPlot(LogAxis, MetricPlot):
    """The average cost of the training and the test set."""

    measure, title, sample = "cost", "cost", "0.00000"
    invitation = "Press Train (T) to see the cost fall"
    tip = (
        "The average cost over all examples of a set. Training lowers it for the training set;"
        " what it does for the test set shows whether the network generalizes.<br>"
        "In a large plot the wheel zooms and a double click shows everything again."
    )

    def _limits(self) -> tuple[float, float]:
        return self._limits_of(np.concatenate([*(self._values(style) for style in STYLES), self._beside]))


class AccuracyPlot(LogAxis, MetricPlot):
    """The share of examples guessed right, in the training and the test set; R² for measured values."""

    measure, title, sample = "accuracy", "accuracy", "100.0%"
    invitation = "Press Train (T) to see the accuracy rise"
    empty_at_top = False
    tip = (
        "The share of examples whose class the network guesses right. The test set was never trained on.<br>"
        "In a large plot the wheel zooms and a double click shows everything again."
    )

    def _take_over(self) -> None:
        measure = "accuracy" if self._session.split.labels is not None else "r_squared"
        if measure != self.measure:
            self._turn_to(measure)
        super()._take_over()

    def _turn_to(self, measure: str) -> None:
        """Take the measure that goes with the data."""
        self.measure = measure
        self.title = "accuracy" if self._of_classes else "R²"
        self.invitation = (
            "Press Train (T) to see the accuracy rise"
            if self._of_classes
            else "Press Train (T) to see R² rise"
        )
        self.title_label.setText(tr(self.title))
        self.title_label.setToolTip(
            (tr(self.tip) if self._of_classes else fit_teaches()) + "<br>" + travel_tip()
        )
        self.setAccessibleName(tr(self.title))
        self.menu.name = measure
        self._grown = self._left = True
        self._shown = (0.0, 0.0, 0.0, 0.0)

    @property
    def _positive(self) -> bool:
        return self._of_classes

    @property
    def _of_classes(self) -> bool:
        return self.measure == "accuracy"

    def write_tick(self, value: float) -> str:
        """Return a percentage; R² is none."""
        return share(value) if self._of_classes else plain(value)

    def write_value(self, value: float) -> str:
        """Return a percentage; R² is none."""
        return percent(value) if self._of_classes else r_squared_value(value)

    def _limits(self) -> tuple[float, float]:
        if self._of_classes and not self._logarithmic:
            return MetricPlot._limits(self)
        values = np.concatenate([*(self._values(style) for style in STYLES), self._beside])
        return self._limits_of(values) if self._of_classes else r_squared_limits(values)
