"""Presenter mode: full screen and large type; a clicker's keys lead through steps and phases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QTextEdit, QWidget

from nnviz.session import Session
from nnviz.ui.presenter.enlargement import Enlargement
from nnviz.ui.presenter.overlays import Black, Spotlight
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.lessons import Lesson
    from nnviz.ui.presenter.notes import NotesWindow
    from nnviz.ui.window import MainWindow

FORWARD = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space})
BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Left})
DARK = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
"""What clickers send: forward, back, and "turn the screen black"."""

PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""They mean the presentation also while a field has the keyboard; the others are typed into it."""

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
        self._before = window.windowState()
        self.presenting = False
        self._enlargement = Enlargement(window, self._about)
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

    @property
    def waits(self) -> bool:
        """Whether type is going to be fitted to the screen once more."""
        return self._enlargement.waits

    # Beginning and ending

    def toggle(self) -> None:
        """Begin to present, or end it."""
        self.stop() if self.presenting else self.begin()

    def begin(self) -> None:
        """Fill the screen and enlarge everything; with a second screen, show the notes there."""
        if self.presenting:
            return
        self.presenting, self._before = True, self._window.windowState()
        self._window.showFullScreen()
        self._enlargement.begin()
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
        self._enlargement.end()
        self._window.setWindowState(self._before)
        self.changed.emit()

    def _about(self) -> str:
        """Name what keeps its size of type: a lesson as a whole, or a workspace."""
        return self._session.view.workspace if self._lesson is None else self._lesson.name

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
            self.notes.addActions(self.actions)  # the same keys, also while the notes have the keyboard
        return self.notes

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a clicker's keys before anybody else does; who types into a field keeps them."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._concerns(event):
            return False
        if event.key() == Qt.Key.Key_Escape and watched.window() is self.notes and self.black.isHidden():
            return False  # it closes the notes
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # it comes back as a key press
            return True
        self.press(Qt.Key(event.key()))
        return True

    def _concerns(self, event: QKeyEvent) -> bool:
        field = isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit | QAbstractSpinBox)
        # A clicker would change the number that was typed last.
        typing = field and event.key() not in PAGES
        choosing = self._session.view.workspace == "lessons" and event.key() in FORWARD | BACK
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        modal = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        return event.key() in KEYS and plain and not (typing or choosing or modal)

    def press(self, key: Qt.Key) -> None:
        """Do what a key stands for while presenting."""
        if self.black.isVisible() or key in DARK:
            self.black.toggle()  # every key brings the picture back, and does nothing else
        elif key == Qt.Key.Key_Escape:
            self.stop()
        else:
            self._go(key)

    def _go(self, key: Qt.Key) -> None:
        if self._lesson is not None and key not in PHASES:
            player = self._window.lessons.player
            player.next() if key in FORWARD else player.back()
        else:
            self._window.actions_["step-forward" if key in FORWARD else "step-back"].trigger()

    @property
    def _lesson(self) -> Lesson | None:
        return self._window.lessons.player.lesson if self._window.has_lessons else None


def other_screen(window: QWidget) -> QScreen | None:
    """Return a screen that the window is not on; None when there is only one."""
    return next((screen for screen in QGuiApplication.screens() if screen is not window.screen()), None)
