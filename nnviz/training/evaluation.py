"""One evaluation of a whole split, in a thread of its own."""

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.core.network import Parameters
from nnviz.core.passes import masks_of
from nnviz.data.split import Split
from nnviz.training.kernel import Kernel
from nnviz.training.measuring import Standing, evaluate
from nnviz.training.threads import computing

__all__ = ["Evaluation", "Standing"]


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
            with computing():
                self.standing = evaluate(self._kernel, self._split, lambda: self._stop)
        finally:  # whatever happened, nobody must wait for it in vain
            self.ended.emit(self)
