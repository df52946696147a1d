"""The check of a whole gradient, in a thread of its own."""

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.core.check import NetworkCheck, check_network
from nnviz.core.steps import Trace
from nnviz.training.threads import computing

REPORTS = 50
"""So often, at most, it says how far it is."""


class GradientCheck(QThread):
    """Checks the gradient of one example once.

    Signals
    -------
    advanced(float)
        The share that is done.
    ended(GradientCheck)
        It is over: `found` holds the result, or None when it was stopped.

    Parameters
    ----------
    trace : Trace
        The example; read only.
    parent : QObject
        As ever in Qt.
    """

    advanced = Signal(float)
    ended = Signal(object)

    def __init__(self, trace: Trace, parent: QObject) -> None:
        super().__init__(parent)
        self.found: NetworkCheck | None = None
        self._trace = trace
        self._stop = False
        self._said = 0.0

    def request_stop(self) -> None:
        """Ask for an end, without waiting."""
        self._stop = True

    def run(self) -> None:
        """Check; called by QThread in the new thread."""
        try:
            with computing():
                self.found = check_network(self._trace, self._go_on)
        finally:  # whatever happened, nobody must wait for it in vain
            self.ended.emit(self)

    def _go_on(self, share: float) -> bool:
        if share - self._said >= 1 / REPORTS:
            self._said = share
            self.advanced.emit(share)
        return not self._stop
