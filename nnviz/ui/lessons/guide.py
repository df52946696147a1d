"""Everything about lessons that a window has: the player, the list, the pane, the outline, their commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from nnviz.lessons import Player
from nnviz.lessons.commands import lesson_commands
from nnviz.lessons.places import PANELS
from nnviz.session import Changed, Session
from nnviz.ui import language, theme
from nnviz.ui.actions import make_actions
from nnviz.ui.lessons.library import Library
from nnviz.ui.lessons.list import LessonList
from nnviz.ui.lessons.looking import find
from nnviz.ui.lessons.outline import Outline
from nnviz.ui.lessons.pane import LessonPane

if TYPE_CHECKING:
    from nnviz.ui.preferences import Preferences
    from nnviz.ui.window import MainWindow

GAPS = 44.0
"""Between the panels, and around them."""

_MOVES = ~(Changed.POINTED | Changed.STANDING | Changed.METRICS)
"""What can move something on the screen."""


class LessonGuide(QObject):
    """Lets lessons drive a window.

    Signals
    -------
    changed()
        A lesson has begun, ended or gone on: the window places its panels anew.

    Parameters
    ----------
    window : MainWindow
        Places `list` and `pane`, and takes the actions.
    session : Session
        What lessons drive.
    preferences : Preferences
        Remembers how far one has come.
    player : Player, optional
        What is being played already, when the window is made anew in another language.
    """

    changed = Signal()

    def __init__(
        self, window: MainWindow, session: Session, preferences: Preferences, player: Player | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._preferences = window, session, preferences
        self.player = player or Player(session, window.document)
        self.library = Library(self, language=language.current().key)
        self.actions = make_actions(session, self, lesson_commands(self.player))
        self.list = LessonList(self.library, preferences)
        self.pane = LessonPane(session, self.player, self.actions)
        self.pane.hide()
        self.outline = Outline(window, self._places)
        # Esc lets go of what is chosen before it leaves the lesson: the two never stand for the same key.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window, enabled=False)
        self._escape.activated.connect(self.player.leave)
        self.list.chosen.connect(self.start)
        self.library.changed.connect(self._take_up_file)
        self.player.reached.connect(self._remember)
        self.player.changed.connect(self._follow)
        session.changed.connect(self._look)

    def parts(self) -> list[QObject]:
        """Return what the window has of it besides `list` and `pane`."""
        return [self.outline, self._escape, self]

    def resume(self) -> None:
        """Go on with the lesson that is being played, in the language of the window."""
        lesson = self.player.lesson
        now = None if lesson is None else self.library.course.find(lesson.name)
        if lesson is not None and now is not None:
            self.player.retell(now)
        self._follow()

    def _remember(self, name: str, index: int) -> None:
        self._preferences.remember_step(name, index)

    def start(self, name: str, index: int | None = None) -> None:
        """Begin a lesson, by default where it was left."""
        lesson = self.library.course.find(name)
        if lesson is None:
            return
        last = self._preferences.last_step(name) or 0
        begun = last if last < len(lesson.steps) - 1 else 0
        self.player.start(lesson, begun if index is None else index)

    @property
    def panels(self) -> tuple[str, ...]:
        """Which panels stand around the network now."""
        step, view = self.player.step, self._session.view
        if step is None:
            return PANELS
        if step.panels is not None:
            return self._fitting([*step.panels])
        if view.workspace == "train":
            return ("training", "timeline")
        pointed = {place.split()[0] for place in self.player.look}
        chosen = {"example", "score"} | ({"inspector"} if self._session.selection is not None else set())
        return self._fitting([name for name in PANELS if name in chosen | pointed])

    def _fitting(self, names: list[str]) -> tuple[str, ...]:
        """Leave the example out where there is no room for it beside the inspector, as in large type."""
        beside = (self._window.example, self._window.inspector, self._window.network)
        least = self.pane.sizeHint().width() + sum(panel.minimumSizeHint().width() for panel in beside)
        room = self._window.width()
        if self._window.isFullScreen():  # what had no room may have made it wider than its screen
            room = min(room, self._window.screen().size().width())
        narrow = room < least + theme.px(GAPS)
        both = {"example", "inspector"} <= set(names)
        return tuple(name for name in names if not (narrow and both and name == "example"))

    def _follow(self) -> None:
        for action in self.actions.values():
            action.refresh()
        self._let_escape()
        if self.player.lesson is None:
            self.pane.hide()
        self.changed.emit()
        if self.pane.isHidden():
            # Once the panels that go have gone: else the window would grow to hold all at the same time.
            QTimer.singleShot(0, self, self._show_pane)
        self.outline.look_again()

    def _show_pane(self) -> None:
        self.pane.setVisible(self.player.lesson is not None)

    def _let_escape(self) -> None:
        self._escape.setEnabled(self.player.lesson is not None and self._session.selection is None)

    def _look(self, what: Changed) -> None:
        if self.player.lesson is None:
            return
        if what & Changed.SELECTION:
            self._let_escape()
            self.changed.emit()
        if what & _MOVES:
            self.outline.look_again()

    def find(self, places: tuple[str, ...]) -> tuple[list[QRectF], list[QWidget]]:
        """Return where places are, in the window's coordinates, and the widgets they belong to."""
        return find(self._window, self._session, places)

    def _places(self) -> tuple[list[QRectF], list[QWidget]]:
        return self.find(self.player.look)

    def _take_up_file(self) -> None:
        """Go on with the lesson as it now stands in its file."""
        lesson = self.player.lesson
        if lesson is None:
            return
        for error in self.library.course.errors:
            if error.path == lesson.path:
                self._session.failed.emit(str(error))
                return
        now = self.library.course.find(lesson.name)
        if now is not None and now != lesson:
            self.player.start(now, self.player.index)
