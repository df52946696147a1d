"""A Qt program that nobody looks at: waiting for it, tidying up after it, keeping it quiet."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    SignalInstance,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from nnviz.errors import NnvizError
from nnviz.wording import tr

PATIENCE_MS = 60_000
"""How long to wait for a training; on the slowest machine the tour's need some seconds."""

NOISE = "propagateSizeHints"


def wait_until(done: Callable[[], bool], signal: SignalInstance, patience_ms: int = PATIENCE_MS) -> None:
    """Let the program run until `done`, which is asked after every `signal`.

    Raises
    ------
    NnvizError
        When it does not come to pass in time.
    """
    loop = QEventLoop()

    def look(*_: object) -> None:
        if done():
            loop.quit()

    signal.connect(look)
    limit = QTimer(singleShot=True, interval=patience_ms)
    limit.timeout.connect(loop.quit)
    limit.start()
    if not done():
        loop.exec()
    limit.stop()
    signal.disconnect(look)
    if not done():
        raise NnvizError(tr("the training did not come so far in {n} seconds", n=patience_ms // 1000))


def delete_now(app: QApplication) -> None:
    """Delete what waits for it; outside an event loop nothing else does, and it would still be painted."""
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def without_noise() -> Iterator[None]:
    """Keep one sentence off standard error that Qt's offscreen platform says of every window."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if NOISE in message:
            return
        if before is None:
            print(message, file=sys.stderr)
        else:
            before(kind, context, message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
