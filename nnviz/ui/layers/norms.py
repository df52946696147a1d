"""How long each layer's part of the gradient is, over the epochs."""

from __future__ import annotations

import numpy as np

from nnviz.core.arrays import Array
from nnviz.session import Changed, Session
from nnviz.training.measuring import sample_rows
from nnviz.ui.plots.courses import Rows, ahead, drawn_of, whole_course
from nnviz.ui.plots.epoch_plot import EpochPlot
from nnviz.ui.plots.lines_plot import Lines, LinesPlot
from nnviz.wording import tr
from nnviz.wording.layers import norms_title, sample_text


class NormsPlot(LinesPlot):
    """‖∂C/∂W̃^(l)‖ of every layer: one line each."""

    title, sample = "gradient norms", "0.00000"
    listens = EpochPlot.listens | Changed.NOTATION
    tip = (
        "How long each layer's part of the mean gradient is, biases included. Where it is tiny, the layer"
        " hardly learns: in deep sigmoid networks the first layers' gradients vanish."
    )

    def __init__(self, session: Session) -> None:
        self._rows: Rows = ()
        self._left: tuple[Rows, ...] = ()
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
            None,
            self._courses_left(len(names)),
            len(self._left),
        )

    def _courses_left(self, n: int) -> tuple[Array, Array]:
        """Return epochs and norms of n layers on the courses that were left."""
        session = self._session
        leaving = ahead(session) if session.run_state == "running" else ()
        left = (*session.ghosts, leaving) if leaving else session.ghosts
        same = len(left) == len(self._left) and all(a is b for a, b in zip(left, self._left, strict=True))
        if same and self.drawn.left[1].shape[1] == n:
            return self.drawn.left
        self._left, epochs, norms = left, [], []
        for rows in drawn_of(left):
            known = [row for row in rows if len(row.gradient_norms or ()) == n]
            epochs += [*(row.epochs for row in known), np.nan]
            norms += [*(row.gradient_norms for row in known), (np.nan,) * n]
        return np.array(epochs, np.float64), np.array(norms, np.float64).reshape(-1, n)

    def _take_over(self) -> None:
        super()._take_over()
        sample = sample_text(len(sample_rows(len(self._session.dataset.train))))
        self.title_label.setText(norms_title())
        self.title_label.setToolTip(f"<b>{norms_title()}</b> {sample}<br>{tr(self.tip)}")

    def _why_empty(self) -> str:
        return "" if len(self.drawn.epochs) else tr("Press Train (T) to see how long the gradients are")

    def _limits(self) -> tuple[float, float]:
        return self._limits_of(np.concatenate([self.drawn.values.ravel(), self.drawn.left[1].ravel()]))
