"""The window as a program of its own: imported only when a window is wanted, for it brings Qt along."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread
from traceback import walk_tb
from types import FrameType, TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.cli.warm_up import WhileIdle, beside, in_steps
from nnviz.data import places
from nnviz.document import Document
from nnviz.errors import NnvizError
from nnviz.session import Session
from nnviz.ui import language
from nnviz.ui.look_menu import apply_look
from nnviz.ui.preferences import Preferences
from nnviz.ui.tidying import Tidying
from nnviz.ui.window import MainWindow
from nnviz.wording import tr

SWITCH_SECONDS = 0.0005
"""Python's own 5 ms would let a training hold the window's thread up for a whole frame."""

LISTEN_MS = 200
"""How often Python gets a turn while Qt waits, so that Ctrl-C is heard."""


def open_window(
    session_of: Callable[[], Session],
    file: str | None = None,
    data: str | None = None,
    reset_settings: bool = False,
) -> int:
    """Show a session in the window until it is closed.

    Parameters
    ----------
    session_of : callable
        Makes the session; it needs the application.
    file : str, optional
        A state or network to open at once.
    data : str, optional
        Data to load at once, before the file is opened.
    reset_settings : bool
        Forget theme, layout and recent files first.

    Returns
    -------
    int
        The exit code.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance() or QApplication(["nnviz"])
    assert isinstance(app, QApplication)
    preferences = Preferences.of_user()
    if reset_settings:
        preferences.reset()
    apply_look(app, preferences)
    language.use(app, first_language(preferences))
    session = session_of()
    window = MainWindow(session, preferences, Document(session, places.autosave_folder()))
    window.show()
    with ExitStack() as until_the_end, _interrupts_close(window), _failures_are_told(session):
        warm_up = Thread(target=beside, args=(session.dataset,))
        FirstFrame(window).painted.connect(lambda: _begin(window, file, data, until_the_end, warm_up))
        status = app.exec()
    session.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # while Python and Qt are both still whole
    return status


def first_language(preferences: Preferences) -> language.Language:
    """Return the language that was chosen; that of the desktop as long as none was."""
    chosen = preferences.language
    return language.language_of(chosen) if chosen else language.of_system()


class FirstFrame(QObject):
    """Waits for a window's first frame: what it does not show must not keep the window from appearing.

    Signals
    -------
    painted()
        The frame is there; afterwards this object is gone.

    Parameters
    ----------
    window : QWidget
        It has not been painted yet.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's first paint event, as soon as all of its widgets have been painted too."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        self.setParent(None)
        self.painted.emit()
        self.deleteLater()


def _begin(
    window: MainWindow, file: str | None, data: str | None, until_the_end: ExitStack, warm_up: Thread
) -> None:
    """Do what can wait until the window is there."""
    Tidying(window)
    if not window.isVisible():
        return  # closed before its first frame: nothing to begin, and no question to ask
    warm_up.start()
    until_the_end.callback(warm_up.join)
    WhileIdle(in_steps(window), warm_up, window.workspaces)  # another language makes its panels anew
    if not window.offer_recovery():
        window.files.carefully(lambda: _open(window, file, data))


def _open(window: MainWindow, file: str | None, data: str | None) -> None:
    if file is None and data is not None:
        window.document.open_data(data)
    elif file is not None:
        if data is None:
            window.files.open_file(file)
        else:
            window.document.open_data(data, lambda: window.files.open_file(file))


@contextmanager
def _interrupts_close(window: MainWindow) -> Iterator[None]:
    """Let Ctrl-C in the terminal close the window as its own button does."""

    def close(number: int, frame: FrameType | None) -> None:
        # Not at once: the signal may have come in the middle of a slot. And without a question: whoever
        # pressed Ctrl-C is not looking at the window.
        window.asks_before_closing = False
        QTimer.singleShot(0, window, window.close)

    listener = QTimer(window, interval=LISTEN_MS)
    listener.timeout.connect(lambda: None)
    listener.start()
    before = signal.signal(signal.SIGINT, close)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        listener.stop()


def end_painting(trace: TracebackType | None) -> None:
    """End the painters an error has left open: the traceback keeps them alive, and Qt would abort."""
    for frame, _ in walk_tb(trace):
        for value in frame.f_locals.values():
            if isinstance(value, QPainter) and value.isActive():
                value.end()


@contextmanager
def _failures_are_told(session: Session) -> Iterator[None]:
    """Show a sentence when a slot fails, and the whole story in the terminal."""
    before = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        end_painting(trace)
        if isinstance(error, NnvizError):  # it is a sentence already
            session.failed.emit(str(error))
            return
        before(kind, error, trace)
        session.failed.emit(
            tr("Something went wrong inside nnviz: {error}", error=f"{kind.__name__}: {error}")
        )

    sys.excepthook = tell
    try:
        yield
    finally:
        sys.excepthook = before
