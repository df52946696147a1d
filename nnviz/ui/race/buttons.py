"""The buttons that run a race; the page has them, and the picture of the networks."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import tab_only
from nnviz.ui.icons import set_icon
from nnviz.wording import fixed, tr

ICONS = {"idle": "train", "running": "pause", "paused": "play", "over": "train"}


class RaceButtons(QWidget):
    """Start, Pause or Go on; and Stop.

    Parameters
    ----------
    session : Session
        Whose race they run.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._icon = ""
        self.run, self.stop = QPushButton(), QToolButton()
        theme.set_role(self.run, "primary")
        set_icon(self.stop, "stop")
        self.stop.setToolTip(
            tr("<b>Put the race away</b><br>It ends, and its curves go; the line-up stays, to begin again.")
        )
        self.stop.setAccessibleName(tr("Put the race away"))
        for button in (self.run, self.stop):
            tab_only(button)
        self.run.clicked.connect(self._press)
        self.stop.clicked.connect(session.race.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.run)
        layout.addWidget(self.stop)
        session.changed.connect(self._follow)
        theme.on_change(self, self._measure)

    def _words(self) -> dict[str, str]:
        return {
            "idle": tr("Start"),
            "running": tr("Pause"),
            "paused": tr("Go on"),
            "over": tr("Once more"),
        }

    def _measure(self) -> None:
        """Take one width for all texts, so that nothing beside it moves."""
        self.run.setMinimumWidth(0)
        set_icon(self.run, "pause", "primary_text")
        widths = []
        for text in self._words().values():
            self.run.setText(text)
            widths.append(self.run.sizeHint().width())
        self.run.setMinimumWidth(max(widths))
        self._icon = ""
        self._follow(Changed.RACE)

    def _follow(self, what: Changed) -> None:
        if not what & Changed.RACE:
            return
        state = self._session.race.state
        self.stop.setEnabled(state != "idle")
        if ICONS[state] != self._icon:
            self._icon = ICONS[state]
            set_icon(self.run, self._icon, "primary_text")
        words = self._words()[state]
        if self.run.text() != words:
            self.run.setText(words)
            self.run.setAccessibleName(tr("{what}: race", what=words))
            tip = tr("All lanes are trained turn by turn, level in epochs. The normal training is paused.")
            self.run.setToolTip(f"<b>{words}</b><br>{tip}")

    def _press(self) -> None:
        race = self._session.race
        {"idle": race.start, "running": race.pause, "paused": race.resume, "over": race.start}[race.state]()


def race_status(session: Session) -> str:
    """Say how far a race is."""
    race = session.race
    news = race.news
    if race.state == "idle":
        return tr("{n} lanes", n=len(race.lanes))
    if len(news) < len(race.lanes):
        return tr("making ready …")
    running = [lane.epochs for lane in news if lane.end is None]
    if not running:
        return tr("over")
    return tr("epoch {n}", n=fixed(min(running), 1))
