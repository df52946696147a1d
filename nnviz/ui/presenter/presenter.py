"""Presenter mode: full screen and large type; a clicker's keys lead through steps and phases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QTextEdit, QWidget

from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.look_menu import SIZES
from nnviz.ui.presenter.overlays import Black, Spotlight
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.ui.presenter.notes import NotesWindow
    from nnviz.ui.window import MainWindow

ENLARGED = 1.5
"""How much larger type and lines become, where the screen has room for it."""

FORWARD = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space})
BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Left})
DARK = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
"""What clickers send: forward, back, and "turn the screen black"."""

PHASES = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Left})
"""In a lesson these step through the score, the others through the lesson."""

TEACHES = {
    "present": "The whole screen, larger type; a clicker or Space, → and ← lead through steps and phases."
    " B turns the screen black, Esc ends.",
    "spotlight": "Dims all but a circle around the mouse.",
    "notes": "What only the presenter sees: the notes of the lesson's step, what comes next, and the time.",
}

KEYS = FORWARD | BACK | DARK | {Qt.Key.Key_Escape}


class Presenter(QObject):
    """Lets a window be presented.

    Signals
    -------
    changed()
        It has begun or ended.

    Parameters
    ----------
    window : MainWindow
        What is presented.
    session : Session
        What the keys step through.
    """

    changed = Signal()

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._scale = 1.0
        self._was_full = False
        self.presenting = False
        self.black, self.spotlight = Black(window), Spotlight(window)
        self.notes: NotesWindow | None = None
        self.actions = (
            self._action("present", tr("Present"), "F5", self.toggle),
            self._action("spotlight", tr("Light around the mouse"), "F6", self._light),
            self._action("notes", tr("Presenter notes"), "F7", self.show_notes),
        )

    def _light(self) -> None:
        self.spotlight.toggle()

    def _action(self, name: str, text: str, key: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self._window, shortcut=QKeySequence(key))
        action.setObjectName(name)
        action.setToolTip(f"<b>{text}</b> ({key})<br>{tr(TEACHES[name])}")
        action.triggered.connect(lambda: slot())  # triggered's `checked` is not for it
        return action

    # Beginning and ending

    def toggle(self) -> None:
        """Begin to present, or end it."""
        self.stop() if self.presenting else self.begin()

    def begin(self) -> None:
        """Fill the screen and enlarge everything; with a second screen, show the notes there."""
        if self.presenting:
            return
        self.presenting, self._was_full = True, self._window.isFullScreen()
        self._scale = theme.current_scale()
        self._window.showFullScreen()
        self._enlarge()
        self._application().installEventFilter(self)
        screen = other_screen(self._window)
        if screen is not None:
            self._notes().put_on(screen)
            self._window.activateWindow()
        self.changed.emit()

    def stop(self) -> None:
        """Give the window back as it was."""
        if not self.presenting:
            return
        self.presenting = False
        self._application().removeEventFilter(self)
        for overlay in (self.black, self.spotlight):
            overlay.stop()
        if self.notes is not None:
            self.notes.hide()
        self._apply(self._scale)
        if not self._was_full:
            self._window.showNormal()
        self.changed.emit()

    def _enlarge(self) -> None:
        """Take the largest type that the screen has room for, at most ENLARGED times the usual."""
        wanted = [size for size in SIZES if self._scale < size <= self._scale * ENLARGED]
        for scale in reversed(wanted):
            self._apply(scale)
            self._application().sendPostedEvents(None, QEvent.Type.LayoutRequest)
            least, room = self._window.minimumSizeHint(), self._window.screen().size()
            if least.width() <= room.width() and least.height() <= room.height():
                return
        self._apply(self._scale)

    def _apply(self, scale: float) -> None:
        theme.apply(self._application(), theme.current(), scale)

    def _application(self) -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    # Notes

    def show_notes(self) -> None:
        """Show the notes in a window of their own, or hide them."""
        notes = self._notes()
        if notes.isVisible():
            notes.hide()
            return
        screen = other_screen(self._window)
        if screen is not None and self.presenting:
            notes.put_on(screen)
        else:
            notes.resize(640, 480)
            notes.show()

    def _notes(self) -> NotesWindow:
        if self.notes is None:
            from nnviz.ui.presenter.notes import NotesWindow  # late: a start does not need lessons

            self.notes = NotesWindow(self._session, self._window.lessons.player, self._window)
        return self.notes

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a clicker's keys before anybody else does; who types into a field keeps them."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._concerns(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # it comes back as a key press
            return True
        self.press(Qt.Key(event.key()))
        return True

    def _concerns(self, event: QKeyEvent) -> bool:
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit | QAbstractSpinBox)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        modal = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        return event.key() in KEYS and plain and not typing and not modal

    def press(self, key: Qt.Key) -> None:
        """Do what a key stands for while presenting."""
        if self.black.isVisible() or key in DARK:
            self.black.toggle()  # every key brings the picture back, and does nothing else
        elif key == Qt.Key.Key_Escape:
            self.stop()
        else:
            self._go(key)

    def _go(self, key: Qt.Key) -> None:
        player = self._window.lessons.player if self._window.has_lessons else None
        if player is not None and player.lesson is not None and key not in PHASES:
            player.next() if key in FORWARD else player.back()
        else:
            self._window.actions_["step-forward" if key in FORWARD else "step-back"].trigger()


def other_screen(window: QWidget) -> QScreen | None:
    """Return a screen that the window is not on; None when there is only one."""
    return next((screen for screen in QGuiApplication.screens() if screen is not window.screen()), None)
