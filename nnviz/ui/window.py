"""The window: it places the panels, and nothing else."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
)

from nnviz.document import Document
from nnviz.session import WORKSPACES, Changed, Session
from nnviz.training.background import Background
from nnviz.ui import language, theme
from nnviz.ui.actions import make_actions
from nnviz.ui.dropping import local_file
from nnviz.ui.header import Header
from nnviz.ui.icons import app_icon
from nnviz.ui.preferences import Preferences
from nnviz.ui.presenter import Presenter
from nnviz.ui.workspaces import DESCENT, EXPLORE, LESSONS, Workspaces

if TYPE_CHECKING:
    from nnviz.lessons import Player
    from nnviz.ui.lessons.guide import LessonGuide


class MainWindow(QMainWindow):
    """One session's window.

    Parameters
    ----------
    session : Session
        What it shows; closing the window ends what runs in it.
    preferences : Preferences, optional
        What was remembered from the last time; by default nothing, and nothing will be.
    document : Document, optional
        Where the session is kept; by default one without autosaves.
    """

    def __init__(
        self, session: Session, preferences: Preferences | None = None, document: Document | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences or Preferences.forgetful()
        session.write_in(self._preferences.notation)
        self.document = document or Document(session)
        self.setWindowIcon(app_icon())
        self.asks_before_closing = preferences is not None
        self.resize(1280, 720)
        self._player: Player | None = None
        self._build()
        session.changed.connect(self._follow)
        theme.on_change(self, self._fit_panels)
        self._recall_layout()
        self.document.changed.connect(self._retitle)
        self._retitle()
        self.setAcceptDrops(True)

    def _build(self) -> None:
        """Make all that has words; once more when the language is another."""
        before = self.children()
        self.actions_ = make_actions(self._session, self)
        self.addActions(list(self.actions_.values()))
        self._make_workspaces()
        self.presenter = Presenter(self, self._session)
        self.presenter.changed.connect(self._fit_panels)
        self._make_header()
        self.tabs.currentChanged.connect(self.show_workspace)
        # What comes of the check stands in the inspector.
        self.actions_["check-gradient"].triggered.connect(lambda: self.show_workspace(EXPLORE))
        self._show_workspace()
        self.network.view.setFocus()  # not a field: the arrow keys step, letters are commands
        self._made = [child for child in self.children() if child not in before]

    def speak(self, wanted: language.Language) -> None:
        """Say everything in another language: all panels are made anew, for the same Session."""
        app = QApplication.instance()
        assert app is not None
        language.use(app, wanted)
        sizes = self.workspaces.splitter.saveState()
        self._take_down()
        self._build()
        self.workspaces.splitter.restoreState(sizes)
        self._retitle()
        if self._player is not None and self._player.lesson is not None:
            self.lessons.resume()

    def _take_down(self) -> None:
        """Let all that has words go, as soon as nothing of it is at work any more."""
        self.presenter.stop()
        leaving = [*self._made, self.presenter.notes]
        if self.has_lessons:
            self._player = self.lessons.player
            leaving += self.lessons.parts()
        self.workspaces.hide()  # a hidden panel ends its work
        for background in self.findChildren(Background):
            background.close()
        for action in self.actions():
            self.removeAction(action)
        self.__dict__.pop("lessons", None)
        for thing in leaving:
            if thing is not None:
                thing.deleteLater()

    def _make_workspaces(self) -> None:
        self.workspaces = body = Workspaces(self._session, self.actions_, self.document, self)
        self.setCentralWidget(body)
        self.message, self.loading, self.notices = body.message, body.loading, body.notices
        self.example, self.inspector, self.laboratory = body.example, body.inspector, body.laboratory
        self.caption, self.network, self.score = body.caption, body.network, body.score
        self.training, self.timeline = body.training, body.timeline

    def _make_header(self) -> None:
        header = Header(self, self._session, self._preferences)
        self.setMenuWidget(header)
        self.tabs, self.menus, self.files = header.tabs, header.menus, header.files
        self.look, self.notation, self.language = header.look, header.notation, header.language
        self.data_button, self.summary = header.data_button, header.summary

    # Placing

    def show_workspace(self, index: int) -> None:
        """Open another workspace, as its tab does."""
        self._session.set_view(replace(self._session.view, workspace=WORKSPACES[index]))

    def _follow(self, what: Changed) -> None:
        if what & Changed.VIEW and WORKSPACES.index(self._session.view.workspace) != self._shown:
            self._show_workspace()

    def _show_workspace(self) -> None:
        """Surround the network with what the workspace is about."""
        self._shown = WORKSPACES.index(self._session.view.workspace)
        self.tabs.setCurrentIndex(self._shown)
        if self._shown == DESCENT:
            self.workspaces.open_descent()
        elif self._shown == LESSONS:
            self.workspaces.open(self.lessons.list)
        else:
            self.workspaces.surround(self._shown == EXPLORE)
            self._fit_panels()

    @property
    def has_lessons(self) -> bool:
        """Whether Lessons has been opened yet."""
        return "lessons" in self.__dict__

    @property
    def in_descent(self) -> bool:
        """Whether the Descent workspace is open."""
        return self._shown == DESCENT

    # Lessons

    @cached_property
    def lessons(self) -> "LessonGuide":
        """What lets lessons drive this window; made when Lessons is first opened."""
        from nnviz.ui.lessons.guide import LessonGuide

        guide = LessonGuide(self, self._session, self._preferences, self._player)
        self.workspaces.take_lessons(guide.list, guide.pane)
        self.addActions(list(guide.actions.values()))
        guide.changed.connect(self._fit_panels)
        return guide

    def _fit_panels(self) -> None:
        """Show what there is room for; a lesson can do without some panels, for the sake of it."""
        playing = self.has_lessons and self.lessons.player.lesson is not None
        lesson = self.lessons.panels if playing else None
        self.workspaces.fit(self.height(), self.presenter.presenting, lesson)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit_panels()

    # What the window itself does

    def edit_network(self) -> None:
        """Open the dialog in which a new network is described."""
        from nnviz.ui.new_network.dialog import NetworkDialog

        NetworkDialog(self._session, self).exec()

    def show_keys(self) -> None:
        """Show every key, and what it does."""
        from nnviz.ui.keys_dialog import KeysDialog

        KeysDialog(self).exec()

    def offer_recovery(self) -> bool:
        """Offer the state of a program that did not end by itself; True when it is taken up."""
        from nnviz.ui.recovery import offer_recovery

        return offer_recovery(self, self._session, self.document)

    def _retitle(self) -> None:
        self.setWindowTitle(f"{self.document.name}[*] — nnviz")
        self.setWindowModified(self.document.modified)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if local_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        name = local_file(event)
        # Later: a question would hold up the program the file was dragged from.
        QTimer.singleShot(0, self, lambda: self.files.carefully(lambda: self.files.open_file(name)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave a lesson, ask about unsaved work, end what runs, and remember the layout."""
        self.presenter.stop()
        if self.has_lessons:
            self.lessons.player.leave()
        if self.asks_before_closing and not self.files.may_go_on():
            event.ignore()
            return
        self.document.close(keep=not self.asks_before_closing)
        self._session.close()
        self._remember_layout()
        super().closeEvent(event)

    def _remember_layout(self) -> None:
        self._preferences.set_bytes("window", self.saveGeometry())
        self._preferences.set_bytes("splitter", self.workspaces.splitter.saveState())
        self._preferences.workspace = self.tabs.currentIndex()
        self._preferences.save()

    def _recall_layout(self) -> None:
        if self._preferences.workspace in range(self.tabs.count()):
            self.show_workspace(self._preferences.workspace)
        self.restoreGeometry(self._preferences.bytes("window"))
        self.workspaces.splitter.restoreState(self._preferences.bytes("splitter"))
