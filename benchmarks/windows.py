"""What the benchmarks of the window share: an application, parameters exchanged, paints counted."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.cli.application import SWITCH_SECONDS
from nnviz.core.arrays import read_only
from nnviz.core.network import Parameters
from nnviz.session import Changed, Session
from nnviz.ui import theme

PATIENCE = 60.0
"""Seconds after which something that has not come will not come."""


def application() -> QApplication:
    """Return the application, set up as nnviz sets it up."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance() or QApplication(["nnviz"])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.DARK)
    return app


class Exchange(Session):
    """A session that shows other parameters at once, as it does thirty times a second while it trains."""

    def exchange(self, parameters: Parameters) -> None:
        """Show these parameters."""
        read_only(parameters.theta)
        self._timeline.amend(self._timeline.present.state._replace(parameters=parameters))
        self.changed.emit(Changed.PARAMETERS | Changed.METRICS)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def show(widget: QWidget, width: int, height: int) -> None:
    """Show a window of this size, and wait until nothing in it moves any more."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    for _ in range(20):
        if pass_time(0.3) < 0.6:  # a large network's picture is long in coming
            return


def process_until(done: Callable[[], bool]) -> None:
    """Let events through until something has happened.

    Raises
    ------
    RuntimeError
        When it does not happen.
    """
    late = time.perf_counter() + PATIENCE
    while not done():
        QApplication.processEvents()
        if time.perf_counter() > late:
            raise RuntimeError("what was waited for has not come")


def pass_time(seconds: float) -> float:
    """Let events through for a while, the machine being idle in between; return how long it really was."""
    begun = time.perf_counter()
    while time.perf_counter() < begun + seconds:
        QApplication.processEvents()
        time.sleep(0.002)
    return time.perf_counter() - begun
