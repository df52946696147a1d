"""Type as large as the screen has room for, as long as a window is presented."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.ui import theme
from nnviz.ui.look_menu import SIZES

ENLARGED = 1.5
"""How much larger type and lines become, where the screen has room for it."""

HOPE = 1.1
"""Not all in a window is type, and it grows less than its type does: so much more than its share is tried."""

SETTLED_MS = 80
"""So long nothing may have asked for another size: panels that come and go are not measured half way."""


class Enlargement(QObject):
    """Enlarges a window's type, and takes some of it back where the window comes to need more room.

    Parameters
    ----------
    window : QWidget
        What must fit into its screen.
    about : callable
        ``about()`` names what the window shows; when that is another, the largest type is tried anew.
    """

    def __init__(self, window: QWidget, about: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._about = window, about
        self._usual, self._state = 1.0, window.windowState()
        self._seen: object = None
        self._too_large = inf
        self._soon = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._soon.timeout.connect(self._fit)

    def begin(self) -> None:
        """Enlarge everything."""
        self._usual, self._seen, self._state = theme.current_scale(), None, self._window.windowState()
        self._fit()
        self._window.installEventFilter(self)

    def end(self) -> None:
        """Take the usual size again."""
        self._window.removeEventFilter(self)
        self._soon.stop()
        self._apply(self._usual)

    @property
    def waits(self) -> bool:
        """Whether it is going to look again."""
        return self._soon.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when something in the window needs another size, as a lesson at its side."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return False

    def _fit(self) -> None:
        about, hope = self._about(), 1.0
        if about != self._seen:
            self._seen, self._too_large, hope = about, inf, HOPE
        wanted = self._fitting(hope)
        if wanted != theme.current_scale():
            self._apply(wanted)
            self._soon.start()  # once everything has its place, the estimate is put right
        self._shrink()

    def _shrink(self) -> None:
        """Bring a window that has grown beyond the screen back: it does not shrink by itself."""
        window, screen = self._window, self._window.screen().geometry()
        larger = window.size() != window.size().boundedTo(screen.size())
        least = window.minimumSizeHint()
        if larger and least == least.boundedTo(screen.size()):
            window.setGeometry(screen)
            window.setWindowState(self._state)  # a window that is resized is no longer a full screen

    def _fitting(self, hope: float) -> float:
        """Return the largest type that there seems to be room for; what failed is not tried again."""
        least, room, now = self._window.minimumSizeHint(), self._window.screen().size(), theme.current_scale()
        share = min(room.width() / max(least.width(), 1), room.height() / max(least.height(), 1))
        if share < 1.0:
            self._too_large = min(self._too_large, now)
        most = min(self._usual * ENLARGED, now * share * (hope if share > 1.0 else 1.0))
        fitting = [size for size in SIZES if self._usual < size <= most and size < self._too_large]
        return max(fitting, default=self._usual)

    def _apply(self, scale: float) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and scale != theme.current_scale():
            theme.apply(app, theme.current(), scale)
