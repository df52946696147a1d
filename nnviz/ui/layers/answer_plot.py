"""The outputs for one example over the epochs: a line for each."""

from __future__ import annotations

import numpy as np

from nnviz.core.functions import ACTIVATIONS, Activation
from nnviz.files.curves_file import table
from nnviz.session import Changed, Session
from nnviz.ui.layers.answers import Answer
from nnviz.ui.plots.lines_plot import Lines, LinesPlot
from nnviz.ui.plots.parts import Entry
from nnviz.wording import tr

MARGIN = 0.04
"""Which share of the values' range is left free above and below."""


class AnswerPlot(LinesPlot):
    """What the network answers to one example, all along its training; its owner brings the answers."""

    title, sample = "outputs", "0.000"
    tip = "What every output says to this one example, from the beginning of the training on."
    listens = Changed(0)

    def __init__(self, session: Session) -> None:
        self._answers: tuple[Answer, ...] = ()
        self._bold: int | None = None
        super().__init__(session)

    def show_answers(self, answers: tuple[Answer, ...], bold: int | None) -> None:
        """Draw other answers; `bold` is the class that is wanted."""
        self._answers, self._bold = answers, bold
        self._refresh()

    def _read(self) -> Lines:
        n = self._session.spec.sizes[-1]
        answers = tuple(answer for answer in self._answers if len(answer.outputs) == n)
        names = self._session.dataset.classes
        return Lines(
            names if names is not None and len(names) == n else tuple(map(str, range(n))),
            np.array([answer.epochs for answer in answers]),
            np.array([answer.updates for answer in answers], np.int64),
            np.array([answer.outputs for answer in answers]).reshape(-1, n),
            self._bold,
        )

    def _why_empty(self) -> str:
        if len(self.drawn.epochs) > 1:
            return ""
        if len(self.drawn.epochs) and self._session.updates:
            return tr(
                "This training was opened from a file, and earlier answers are not known."
                " Train on to see new ones."
            )
        if self._session.updates or self._session.length:
            return tr("Going through the training once more …")
        return tr("Press Train (T) to see how the answer to this example comes about")

    @property
    def _activation(self) -> Activation:
        return ACTIVATIONS[self._session.spec.activations[-1]]

    @property
    def _positive(self) -> bool:
        return self._activation.low == 0

    def _limits(self) -> tuple[float, float]:
        if self._logarithmic:
            return self._limits_of(self.drawn.values)
        activation = self._activation
        finite = self.drawn.values[np.isfinite(self.drawn.values)]
        low = float(finite.min(initial=0)) if activation.low is None else activation.low
        high = float(finite.max(initial=1)) if activation.high is None else activation.high
        return low - MARGIN * (high - low), high + MARGIN * (high - low)

    def _chosen(self, entries: list[Entry]) -> tuple[Entry, ...]:
        """Return the wanted output, and the strongest of the others."""
        strongest = sorted(range(len(entries)), key=lambda i: -np.nan_to_num(entries[i].value))
        wanted = [] if self._bold is None else [self._bold]
        return tuple(entries[i] for i in [*wanted, *(i for i in strongest if i not in wanted)][:2])

    def numbers(self) -> str:
        """Return every answer as CSV, and which output is which."""
        rows = zip(self.drawn.updates, self.drawn.epochs, self.drawn.values, strict=True)
        headings = ["updates", "epochs", *self.drawn.names]
        return table(headings, ([int(n), float(t), *values.tolist()] for n, t, values in rows))

    def _again(self) -> AnswerPlot:
        twin = type(self)(self._session)
        twin.show_answers(self._answers, self._bold)
        return twin
