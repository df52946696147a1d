"""The picture of a race: the lanes' networks side by side, in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import tab_only
from nnviz.ui.race.buttons import RaceButtons, race_status
from nnviz.ui.race.networks import Networks
from nnviz.ui.segments import Segments
from nnviz.wording import tr
from nnviz.wording.race import preset_words, take_over_tip

_SEEN = Changed.RACE | Changed.EXAMPLE | Changed.NETWORK | Changed.NOTATION


class SideBySide(QWidget):
    """All networks of the race, live, and the buttons that run it.

    Parameters
    ----------
    session : Session
        Whose race it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Networks side by side"))
        self.title, self.status = QLabel(), QLabel()
        theme.set_role(self.title, "title")
        theme.set_role(self.status, "muted")
        self.kind = Segments(
            tr("What is shown of each network"),
            {
                "edges": (
                    tr("edges"),
                    tr("All its weights as lines, and its neurons while the example runs through it."),
                ),
                "weights": (
                    tr("first weights"),
                    tr("What each neuron of the first layer looks for, each to its own scale."),
                ),
            },
        )
        self.kind.choose("edges")
        self.buttons = RaceButtons(session)
        self.take = QPushButton(tr("Take over"))
        self.take.setToolTip(take_over_tip())
        tab_only(self.take)
        self.networks = Networks(session)
        self.message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        theme.set_role(self.message, "muted")
        self._lay_out()
        self.kind.chosen.connect(self._show_kind)
        self.take.clicked.connect(self._take_over)
        session.changed.connect(self._follow)

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.addWidget(self.buttons)
        head.addWidget(self.status)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignHCenter)
        head.addStretch(0)
        head.addWidget(self.kind)
        head.addWidget(self.take)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.addWidget(self.networks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 2, 12, 6)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where there is no room for it."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        head, layout = self._head, self.layout()
        assert layout is not None
        beside = (self.buttons, self.status, self.kind, self.take)
        needed = sum(widget.sizeHint().width() for widget in beside)
        needed += self.title.sizeHint().width() + head.spacing() * len(beside)
        margins = layout.contentsMargins()
        self.title.setVisible(needed <= self.width() - margins.left() - margins.right())

    def minimumSizeHint(self) -> QSize:
        """Return a size that never widens the window."""
        return QSize(round(theme.px(300)), round(theme.px(160)))

    @property
    def why_empty(self) -> str:
        """Why there are no networks yet; "" where there are."""
        return tr("No race has been run yet.") if self._session.race.state == "idle" else ""

    def _show_kind(self, kind: str) -> None:
        self.kind.choose(kind)
        self.networks.show_kind(kind)

    def _take_over(self) -> None:
        race = self._session.race
        if race.chosen is not None:
            race.take_over(race.chosen)

    def _follow(self, what: Changed) -> None:
        if what & _SEEN and self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        race, classes = self._session.race, self._session.dataset.classes
        name, sentence = preset_words(race.preset.name, len(classes) if classes else None)
        self.title.setText(name)
        self.title.setToolTip(sentence)
        self.status.setText(race_status(self._session))
        self._fit_title()
        self.take.setEnabled(race.chosen is not None and race.chosen < len(race.news))
        if race.state == "idle":
            more = tr("What races is chosen in the Train workspace, on the page “race”.")
            start = tr("Press Start: the networks of all lanes appear here, and learn side by side.")
            self.message.setText("\n\n".join([sentence, start, more]))
        self.pages.setCurrentWidget(self.message if race.state == "idle" else self.networks)
        if race.state != "idle":
            self.networks.freshen()
