"""The laboratory's page for races: line-up, curves, results."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.session import Changed, Session
from nnviz.training.lanes import MOST_LANES, Variations
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.race.editor import LaneEditor
from nnviz.ui.race.head import RaceHead
from nnviz.ui.race.plot import RacePlot
from nnviz.ui.race.table import RaceTable
from nnviz.wording import tr
from nnviz.wording.race import lane_end, lane_name, lane_sentence, spread_sentence, take_over_tip

LEAST_PLOT = 215.0
"""The plot keeps this height, at type scale 1, when the table asks for more."""

LOWEST_PLOT = 170.0
"""It is never lower than that: then the whole page scrolls."""


class RacePanel(QWidget):
    """Choose what races, run it, see who is where.

    Parameters
    ----------
    session : Session
        Whose race it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Race"))
        self.head, self.plot, self.table = RaceHead(session), RacePlot(session), RaceTable(session)
        self.said = Prose(role="muted")
        self.editor = LaneEditor(session)
        self.editor.hide()
        self._make_tools()
        self._lay_out()
        self.editor.made.connect(self._add)
        session.changed.connect(self._follow)
        self._name()

    # Building

    def _make_tools(self) -> None:
        self.add = self._tool("plus", tr("Add a lane"), tr("With one thing changed by hand."))
        self.add.setCheckable(True)
        self.add.toggled.connect(self.editor.setVisible)
        self.remove = self._tool("minus", tr("Take the chosen lane away"), tr("One always stays."))
        self.remove.clicked.connect(self._remove)
        self.copy = self._tool(
            "export", tr("Copy the table"), tr("As text with tabs, in full precision, for a spreadsheet.")
        )
        self.copy.clicked.connect(self.table.copy)
        self.take = QPushButton(tr("Take over"))
        self.take.setToolTip(take_over_tip())
        self.take.clicked.connect(self._take_over)
        self.look = QPushButton(tr("Side by side"))
        self.look.setToolTip(
            tr("<b>Side by side</b><br>The lanes' networks in the middle of the window, live.")
        )
        self.look.clicked.connect(self._look)
        for button in (self.take, self.look):
            tab_only(button)

    def _tool(self, icon: str, name: str, teaches: str) -> QToolButton:
        button = described(QToolButton(), name, teaches)
        set_icon(button, icon)
        tab_only(button)
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        for button in (self.add, self.remove, self.copy):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.take)
        tools.addWidget(self.look)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.plot)
        self.parts.addWidget(self.table)
        self.parts.setStretchFactor(0, 1)
        self._divided = False  # by hand
        self.parts.splitterMoved.connect(self._keep_division)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(8, 2, 8, 4)
        layout.setSpacing(5)
        layout.addWidget(self.head)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.editor)
        layout.addLayout(tools)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._scroll_over(content)

    def _scroll_over(self, content: QWidget) -> None:
        """Let the page scroll where it is too small for all its parts."""
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        self.plot.setMinimumHeight(round(theme.px(LOWEST_PLOT)))

    def minimumSizeHint(self) -> QSize:
        """Return a size that never widens the window."""
        return QSize(round(theme.px(320)), round(theme.px(300)))

    def _keep_division(self) -> None:
        self._divided = True

    def _divide(self) -> None:
        """Give the table what it needs, as long as the plot is left enough."""
        room = self.parts.height() - self.parts.handleWidth()
        if not self._divided and room > 0:
            table = max(min(self.table.whole(), room - round(theme.px(LEAST_PLOT))), 0)
            self.parts.setSizes([room - table, table])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        self._divide()

    # What the user does

    def _add(self, variations: Variations) -> None:
        race = self._session.race
        before = len(race.lanes)
        race.add(variations)
        if len(race.lanes) > before:
            race.choose(before)

    def _remove(self) -> None:
        race = self._session.race
        race.remove(len(race.lanes) - 1 if race.chosen is None else race.chosen)

    def _take_over(self) -> None:
        race = self._session.race
        if race.chosen is not None:
            race.take_over(race.chosen)

    def _look(self) -> None:
        self._session.set_view(replace(self._session.view, picture="race"))

    # What the session says

    def _follow(self, what: Changed) -> None:
        if not self.isVisible():
            return
        if what & (Changed.NOTATION | Changed.NETWORK):
            self._name()
        elif what & (Changed.RACE | Changed.TRAINING):
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._name()

    def _name(self) -> None:
        """Write everything that holds a symbol or a class."""
        self.editor.name_again()
        self._refresh()

    def _refresh(self) -> None:
        race = self._session.race
        self.head.refresh()
        self.table.follow()
        self._divide()
        self.said.setText(self._say())
        idle = race.state != "running"
        self.add.setEnabled(idle and len(race.lanes) < MOST_LANES)
        self.remove.setEnabled(idle and len(race.lanes) > 1)
        self.take.setEnabled(race.chosen is not None and race.chosen < len(race.news))
        self.copy.setEnabled(bool(race.news))

    def _say(self) -> str:
        """Say what is known of the chosen lane, or where all have ended."""
        race = self._session.race
        news = race.news
        if race.chosen is not None and race.chosen < len(news):
            chosen = news[race.chosen]
            return lane_sentence(lane_name(chosen.variations, self._session.dataset.classes), chosen)
        gone = [lane for lane in news if lane.end == "diverged"]
        if gone:
            name = lane_name(gone[0].variations, self._session.dataset.classes)
            return f"{name}: {lane_end(gone[0])}"
        costs = tuple(lane.last.train_cost for lane in news if lane.last is not None)
        if race.state == "over" and len(costs) > 1:
            return spread_sentence(costs)
        return tr("Choose a lane to see all it has reached, and to take its network over.")
