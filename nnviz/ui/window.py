"""The window: it places the panels, and nothing else."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nnviz.document import Document
from nnviz.session import WORKSPACES, Changed, Session
from nnviz.training.background import Background
from nnviz.ui import language, theme
from nnviz.ui.actions import make_actions
from nnviz.ui.dropping import local_file
from nnviz.ui.example.panel import ExamplePanel
from nnviz.ui.header import Header
from nnviz.ui.icons import app_icon
from nnviz.ui.inspector import InspectorPanel
from nnviz.ui.laboratory.panel import LaboratoryPanel
from nnviz.ui.loading_bar import LoadingBar
from nnviz.ui.message import MessageBar
from nnviz.ui.network.panel import NetworkPanel
from nnviz.ui.notices import Notices
from nnviz.ui.plots.panel import AccuracyPlot, CostPlot
from nnviz.ui.preferences import Preferences
from nnviz.ui.presenter import Presenter
from nnviz.ui.score.panel import CaptionBar, ScorePanel
from nnviz.ui.timeline.strip import TimelinePanel
from nnviz.ui.training.bar import TrainingBar

if TYPE_CHECKING:
    from nnviz.lessons import Player
    from nnviz.ui.lessons.guide import LessonGuide

EXPLORE, TRAIN, DESCENT, LESSONS = range(4)
"""The tabs, in the order of :data:`nnviz.session.WORKSPACES`."""

PLOTS_FROM = 780
"""The least height, at type scale 1, at which Explore shows the curves too."""

BARS_FROM = 600
"""The least height, at type scale 1, at which Explore shows what trains while it is presented."""

PLOTS_SHARE = 0.15
"""The share of the window's height that the curves take there."""


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
        self._make_panels()
        self.presenter = Presenter(self, self._session)
        self.presenter.changed.connect(self._fit_panels)
        self._make_header()
        self._place()
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
        sizes = self.splitter.saveState()
        self._take_down()
        self._build()
        self.splitter.restoreState(sizes)
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
        self.whole.hide()  # a hidden panel ends its work
        for background in self.findChildren(Background):
            background.close()
        for action in self.actions():
            self.removeAction(action)
        for name in ("descent", "lessons"):
            self.__dict__.pop(name, None)
        for thing in leaving:
            if thing is not None:
                thing.deleteLater()

    def _make_panels(self) -> None:
        session, actions = self._session, self.actions_
        self.message = MessageBar(session)
        self.document.opened.connect(self.message.hide)  # what was said of another file is out of date
        self.loading = LoadingBar(self.document)
        self.example = ExamplePanel(session, actions)
        self.caption = CaptionBar(session)
        self.network = NetworkPanel(session)
        self.inspector = InspectorPanel(session)
        self.score = ScorePanel(session, actions)
        self.training = TrainingBar(session, actions)
        self.timeline = TimelinePanel(session)
        self.laboratory = LaboratoryPanel(session)
        self.cost_plot = CostPlot(session)
        self.accuracy_plot = AccuracyPlot(session)

    # Placing

    def _make_header(self) -> None:
        header = Header(self, self._session, self._preferences)
        self.setMenuWidget(header)
        self.tabs, self.menus, self.files = header.tabs, header.menus, header.files
        self.look, self.notation, self.language = header.look, header.notation, header.language
        self.data_button, self.summary = header.data_button, header.summary

    def _place(self) -> None:
        """Put the panels into the window, from the outside in: what changes its parent is styled anew."""
        self.whole = QWidget()  # the workspaces, with room for a lesson at their left
        self.setCentralWidget(self.whole)
        self._whole = QHBoxLayout(self.whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.bodies = QStackedWidget()
        self._whole.addWidget(self.bodies, 1)
        body = QWidget()
        self.bodies.addWidget(body)
        self.splitter = QSplitter(childrenCollapsible=False)
        self.plots = QWidget()
        QHBoxLayout(self.plots).setContentsMargins(0, 0, 0, 0)
        rows = [self.splitter, self.score, self.training, self.timeline, self.plots]
        _fill_column(body, rows, (12, 8, 12, 10), stretch=0)
        self.middle = QWidget()
        for panel in (self.example, self.middle, self.inspector, self.laboratory):
            self.splitter.addWidget(panel)
        _fill_column(self.middle, [self.caption, self.network], (0, 0, 0, 0), stretch=1)
        self.notices = Notices(self.middle, self.message, self.loading)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([round(theme.px(width)) for width in (232, 720, 304, 480)])

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
        if self._shown in (DESCENT, LESSONS):
            body = self.descent if self._shown == DESCENT else self.lessons.list
            held = self.focusWidget()
            left = held is not None and self.bodies.isAncestorOf(held)
            self.bodies.setCurrentWidget(body)
            if left and self._shown == DESCENT:
                body.setFocus()  # Qt gives the keyboard to the first button, but Space runs and arrows step
            self.notices.stand_over(body)
            return
        self.bodies.setCurrentIndex(0)
        self.notices.stand_over(self.middle)
        exploring = self._shown == EXPLORE
        place = self.plots if exploring else self.laboratory.curves
        for plot in (self.cost_plot, self.accuracy_plot):
            layout = place.layout()
            assert layout is not None
            layout.addWidget(plot)
        self.laboratory.setVisible(not exploring)
        self._fit_panels()

    @cached_property
    def descent(self) -> QWidget:
        """The Descent workspace, made when it is first opened: a start does not need it."""
        from nnviz.ui.descent.panel import DescentPanel

        panel = DescentPanel(self._session)
        self.bodies.addWidget(panel)
        return panel

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
        self._whole.insertWidget(0, guide.pane)
        self.bodies.addWidget(guide.list)
        self.addActions(list(guide.actions.values()))
        guide.changed.connect(self._fit_panels)
        return guide

    def _fit_panels(self) -> None:
        """Show the panels around the network; a lesson can do without some of them, for the sake of room."""
        guide: LessonGuide | None = self.__dict__.get("lessons")
        for name in ("example", "inspector", "score", "training", "timeline"):
            fits = self._has_room(name) and (self._shown == EXPLORE or name not in ("inspector", "score"))
            getattr(self, name).setVisible(fits and (guide is None or name in guide.panels))
        self._fit_height()

    def _has_room(self, panel: str) -> bool:
        """Say whether a panel leaves the network its height: presented on a small screen, some do not."""
        low = self.presenter.presenting and self.height() < theme.px(BARS_FROM)
        playing = self.has_lessons and self.lessons.player.lesson is not None
        return panel not in ("training", "timeline") or not low or playing or self._shown != EXPLORE

    def _fit_height(self) -> None:
        """Leave the height to the network where there is little of it; the curves are in Train too."""
        roomy = self.height() >= theme.px(PLOTS_FROM)
        guide: LessonGuide | None = self.__dict__.get("lessons")
        if guide is not None and guide.player.lesson is not None:
            roomy = "curves" in guide.panels
        self.plots.setVisible(roomy and self.tabs.currentIndex() == EXPLORE)
        self.plots.setFixedHeight(round(max(theme.px(112), PLOTS_SHARE * self.height())))

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
        self._preferences.set_bytes("splitter", self.splitter.saveState())
        self._preferences.workspace = self.tabs.currentIndex()
        self._preferences.save()

    def _recall_layout(self) -> None:
        if self._preferences.workspace in range(self.tabs.count()):
            self.show_workspace(self._preferences.workspace)
        self.restoreGeometry(self._preferences.bytes("window"))
        self.splitter.restoreState(self._preferences.bytes("splitter"))


def _fill_column(
    column: QWidget, widgets: list[QWidget], margins: tuple[int, int, int, int], stretch: int
) -> None:
    layout = QVBoxLayout(column)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    for index, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if index == stretch else 0)
