"""What would hold the window up when it is wanted for the first time, done before, while nobody waits."""

from collections.abc import Iterator
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from nnviz.data import Dataset
from nnviz.ui.formula.typesetting import typeset_now
from nnviz.ui.window import MainWindow

EVERY_MS = 30
"""Between two steps in the window's thread: what the user does meanwhile comes first."""


def beside(dataset: Dataset) -> None:
    """Do what a thread of its own can do."""
    import scipy.sparse  # noqa: F401  # for the second picture of the edges

    typeset_now("x")  # for the inspector
    import pyqtgraph  # noqa: F401  # for the first point of a curve

    # For when a state is saved in the middle of a training.
    _ = dataset.content_hash


def in_steps(window: MainWindow) -> Iterator[None]:
    """Do what the window's own thread must do; no step takes long enough to be noticed."""
    yield from window.inspector.get_ready()
    yield from window.network.view.get_ready()


class WhileIdle(QObject):
    """Takes one step now and then, until there is none left.

    Parameters
    ----------
    steps : iterator
        What to do.
    after : Thread
        The first step waits for its end.
    parent : QObject
        It ends with it.
    """

    def __init__(self, steps: Iterator[None], after: Thread, parent: QObject) -> None:
        super().__init__(parent)
        self._steps, self._after = steps, after
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self._after.is_alive():
            return
        if next(self._steps, self) is self:
            self._timer.stop()
            self.deleteLater()
