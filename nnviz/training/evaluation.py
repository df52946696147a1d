"""One evaluation of a whole split, in a thread of its own."""

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal
from threadpoolctl import threadpool_limits

from nnviz.core.network import Parameters
from nnviz.core.passes import masks_of
from nnviz.data.dataset import Split
from nnviz.training.kernel import Kernel
from nnviz.training.trainer import evaluate


class Standing(NamedTuple):
    """Average cost and accuracy over a split; the accuracy is None where targets are not classes."""

    cost: float
    accuracy: float | None


class Evaluation(QThread):
    """Evaluates one network once.

    Signals
    -------
    ended(Evaluation)
        It is over: `standing` holds the result, or None when it was stopped.

    Parameters
    ----------
    parameters : Parameters
        The network; read only.
    split : Split
        What it is evaluated on.
    off : frozenset of (layer, j)
        Neurons that are switched off.
    """

    ended = Signal(object)

    def __init__(
        self, parameters: Parameters, split: Split, off: frozenset[tuple[int, int]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.standing: Standing | None = None
        self._kernel = Kernel(parameters, masks_of(parameters.spec, off))
        self._split = split
        self._stop = False

    def request_stop(self) -> None:
        """Ask for an end, without waiting."""
        self._stop = True

    def run(self) -> None:
        """Evaluate; called by QThread in the new thread."""
        try:
            with threadpool_limits(1, "blas"), np.errstate(all="ignore"):
                result = evaluate(self._kernel, self._split, lambda: self._stop)
            self.standing = None if result is None else Standing(*result)
        finally:  # whatever happened, nobody must wait for it in vain
            self.ended.emit(self)
