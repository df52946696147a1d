"""The panels, and where they stand in each workspace: everything below the window's first line."""

from collections.abc import Collection, Mapping
from functools import cached_property

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nnviz.document import Document
from nnviz.session import WORKSPACES, Session
from nnviz.ui import theme
from nnviz.ui.example.panel import ExamplePanel
from nnviz.ui.inspector import InspectorPanel
from nnviz.ui.laboratory.panel import LaboratoryPanel
from nnviz.ui.loading_bar import LoadingBar
from nnviz.ui.message import MessageBar
from nnviz.ui.network.panel import NetworkPanel
from nnviz.ui.notices import Notices
from nnviz.ui.plots.panel import AccuracyPlot, CostPlot
from nnviz.ui.score.panel import CaptionBar, ScorePanel
from nnviz.ui.timeline.strip import TimelinePanel
from nnviz.ui.training.bar import TrainingBar

EXPLORE, TRAIN, DESCENT, LESSONS = range(len(WORKSPACES))
"""The workspaces, in the order of :data:`nnviz.session.WORKSPACES`."""

AROUND = ("example", "inspector", "score", "training", "timeline")
"""The panels that stand around the network."""

PLOTS_FROM = 780
"""The least height of the window, at type scale 1, at which Explore shows the curves too."""

BARS_FROM = 600
"""The least height, at type scale 1, at which Explore shows what trains while it is presented."""

PLOTS_SHARE = 0.15
"""The share of the window's height that the curves take there."""


class Workspaces(QWidget):
    """Makes the panels and places them, from the outside in: what changes its parent is styled anew.

    Parameters
    ----------
    session : Session
        What the panels show.
    actions : mapping of str to QAction
        What their buttons do.
    document : Document
        What is opened, and told of while it is.
    window : QWidget
        Whose middle it becomes; panels are placed in it when it is there already.

    Attributes
    ----------
    bodies : QStackedWidget
        One for Explore and Train, one for Descent, and one for Lessons, once they have been opened.
    splitter : QSplitter
        Of the panels beside one another in Explore and Train.
    """

    def __init__(
        self, session: Session, actions: Mapping[str, QAction], document: Document, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._exploring = True
        self._make_panels(actions, document)
        self._place()

    def _make_panels(self, actions: Mapping[str, QAction], document: Document) -> None:
        session = self._session
        self.message = MessageBar(session)
        document.opened.connect(self.message.hide)  # what was said of another file is out of date
        self.loading = LoadingBar(document)
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

    def _place(self) -> None:
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self.bodies = QStackedWidget()
        self._columns.addWidget(self.bodies, 1)
        body = QWidget()
        self.bodies.addWidget(body)
        self.splitter = QSplitter(childrenCollapsible=False)
        self.plots = QWidget()
        QHBoxLayout(self.plots).setContentsMargins(0, 0, 0, 0)
        rows = [self.splitter, self.score, self.training, self.timeline, self.plots]
        _fill_column(body, rows, (12, 8, 12, 10), stretch=0)
        self._middle = QWidget()
        for panel in (self.example, self._middle, self.inspector, self.laboratory):
            self.splitter.addWidget(panel)
        _fill_column(self._middle, [self.caption, self.network], (0, 0, 0, 0), stretch=1)
        self.notices = Notices(self._middle, self.message, self.loading)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([round(theme.px(width)) for width in (232, 720, 304, 480)])

    @cached_property
    def descent(self) -> QWidget:
        """The Descent workspace, made when it is first opened: a start does not need it."""
        from nnviz.ui.descent.panel import DescentPanel

        panel = DescentPanel(self._session)
        self.bodies.addWidget(panel)
        return panel

    def take_lessons(self, catalogue: QWidget, pane: QWidget) -> None:
        """Give room to the list of lessons, and left of everything to the one that is played."""
        self._columns.insertWidget(0, pane)
        self.bodies.addWidget(catalogue)

    # What is seen

    def open_descent(self) -> None:
        """Show Descent; it takes the keyboard over from what it covers."""
        held = self.window().focusWidget()
        left = held is not None and self.bodies.isAncestorOf(held)
        self.open(self.descent)
        if left:  # Qt gives the keyboard to the first button, but Space runs and arrows step
            self.descent.setFocus()

    def open(self, body: QWidget) -> None:
        """Show a workspace that has a body of its own."""
        self._exploring = False  # what is hidden then wants no room of the window either
        self.bodies.setCurrentWidget(body)
        self.notices.stand_over(body)

    def surround(self, exploring: bool) -> None:
        """Surround the network with what Explore is about, or Train."""
        self.bodies.setCurrentIndex(0)
        self.notices.stand_over(self._middle)
        self._exploring = exploring
        place = self.plots if exploring else self.laboratory.curves
        for plot in (self.cost_plot, self.accuracy_plot):
            layout = place.layout()
            assert layout is not None
            layout.addWidget(plot)
        self.laboratory.setVisible(not exploring)

    def fit(self, height: int, presenting: bool, lesson: Collection[str] | None) -> None:
        """Show the panels around the network, and leave it its height.

        Parameters
        ----------
        height : int
            The window's, in pixels.
        presenting : bool
            On a small screen what trains goes then.
        lesson : collection of str, optional
            The panels that the lesson which is played wants, for others take its room.
        """
        bars = not presenting or height >= theme.px(BARS_FROM) or lesson is not None or not self._exploring
        for name in AROUND:
            fits = bars or name not in ("training", "timeline")
            belongs = self._exploring or name not in ("inspector", "score")
            getattr(self, name).setVisible(fits and belongs and (lesson is None or name in lesson))
        # Where there is little height, the curves are in Train only.
        roomy = height >= theme.px(PLOTS_FROM) if lesson is None else "curves" in lesson
        self.plots.setVisible(roomy and self._exploring)
        self.plots.setFixedHeight(round(max(theme.px(112), PLOTS_SHARE * height)))


def _fill_column(
    column: QWidget, widgets: list[QWidget], margins: tuple[int, int, int, int], stretch: int
) -> None:
    layout = QVBoxLayout(column)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    for index, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if index == stretch else 0)
