"""How long each layer's part of the gradient is, over the epochs."""

from __future__ import annotations

import numpy as np

from nnviz.session import Changed, Session
from nnviz.training.measuring import sample_rows
from nnviz.training.trainer import Metrics
from nnviz.ui import theme
from nnviz.ui.plots.courses import whole_course
from nnviz.ui.plots.epoch_plot import EpochPlot
from nnviz.ui.plots.lines_plot import Lines, LinesPlot
from nnviz.ui.plots.log_axis import LogAxis
from nnviz.ui.plots.parts import Entry
from nnviz.wording import tr
from nnviz.wording.layers import norms_title, sample_text

VALUE = 78.0
"""The room of one value in the head, at type scale 1; those without are in its tooltip."""


class NormsPlot(LogAxis, LinesPlot):
    """‖∂C/∂W̃^(l)‖ of every layer: one line each."""

    title, sample = "gradient norms", "0.00000"
    listens = EpochPlot.listens | Changed.NOTATION
    tip = (
        "How long each layer's part of the mean gradient is, biases included. Where it is tiny, the layer"
        " hardly learns: in deep sigmoid networks the first layers' gradients vanish."
    )

    def __init__(self, session: Session) -> None:
        self._rows: tuple[Metrics, ...] = ()
        super().__init__(session)

    def _read(self) -> Lines:
        names = tuple(tr("layer {layer}", layer=layer) for layer in self._session.spec.layers)
        rows, old = whole_course(self._session), self.drawn
        known = len(self._rows)
        if not (0 < known <= len(rows) and rows[known - 1] is self._rows[-1] and old.names == names):
            known, old = 0, Lines(names, values=np.empty((0, len(names))))
        self._rows = rows
        new = [row for row in rows[known:] if len(row.gradient_norms or ()) == len(names)]
        norms = np.array([row.gradient_norms for row in new], np.float64).reshape(-1, len(names))
        return Lines(
            names,
            np.append(old.epochs, [row.epochs for row in new]),
            np.append(old.updates, np.array([row.updates for row in new], np.int64)),
            np.concatenate([old.values, norms]),
        )

    def _take_over(self) -> None:
        super()._take_over()
        sample = sample_text(len(sample_rows(len(self._session.dataset.train))))
        self.title_label.setText(norms_title())
        self.title_label.setToolTip(f"<b>{norms_title()}</b> {sample}<br>{tr(self.tip)}")

    def _why_empty(self) -> str:
        return "" if len(self.drawn.epochs) else tr("Press Train (T) to see how long the gradients are")

    @property
    def _logarithmic(self) -> bool:
        return self.log.isChecked()

    def _limits(self) -> tuple[float, float]:
        return self._limits_of(self.drawn.values)

    def _set_log(self, on: bool) -> None:
        super()._set_log(on)
        if self._plots:
            self._place_labels()

    def _chosen(self, entries: list[Entry]) -> tuple[Entry, ...]:
        return tuple(entries[: int(self.readout.width() / theme.px(VALUE))])
