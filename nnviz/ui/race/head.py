"""What races, for how long and how fast: the head of the race's page."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.session import Session
from nnviz.session.race import RACE_PACES
from nnviz.training.race_presets import PRESETS
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, PRESS, ChoiceBox, OwnKeys, described, field_label, whole_number
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.race.buttons import RaceButtons, race_status
from nnviz.wording import tr
from nnviz.wording.race import PRESET_NAMES, preset_words
from nnviz.wording.settings import rate_advice

MOST_EPOCHS = 10_000


class RaceHead(QWidget):
    """Preset, epochs, what the preset shows; start and stop, pace, where the lanes begin.

    Parameters
    ----------
    session : Session
        Whose race it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.sentence, self.status = Prose(), QLabel()
        self.buttons = RaceButtons(session)
        theme.set_role(self.status, "muted")
        self._make_fields()
        self._lay_out()
        race = session.race
        self.preset.activated.connect(lambda _: race.line_up(self.preset.value))
        self.epochs.valueChanged.connect(race.set_epochs)
        self.epochs.refused.connect(session.failed)
        self.pace.activated.connect(lambda row: race.set_pace(RACE_PACES[row]))
        self.present.toggled.connect(lambda on: race.set_from_first(not on))

    def _make_fields(self) -> None:
        self.preset = described(
            ChoiceBox({name: PRESET_NAMES[name] for name in PRESETS}),
            tr("What races"),
            tr("Each choice changes one thing; the rest stays as your network, data and settings have it."),
        )
        self.epochs = described(
            whole_number(1, MOST_EPOCHS), tr("Epochs of the race"), tr("Counts from the next start.")
        )
        self.pace = described(
            ChoiceBox({_pace_key(pace): _pace_words(pace) for pace in RACE_PACES}, True),
            tr("Pace of the race"),
            tr("How many epochs a second are not exceeded: slow enough, the curves can be watched."),
        )
        self.present = QCheckBox(tr("from here"))
        self.present.setToolTip(
            tr(
                "<b>From here</b><br>The lanes begin with the network as it is now;"
                " otherwise with the numbers that it began with. Counts from the next start."
            )
        )
        for box in (self.preset, self.pace):
            OwnKeys(box, ARROWS)
        # With large type the row is still no wider than the page.
        self.preset.setMinimumContentsLength(2)
        self.preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        OwnKeys(self.present, PRESS)
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        width = QFontMetrics(theme.number_font()).horizontalAdvance("10000")
        self.epochs.setFixedWidth(width + round(theme.px(32)))
        names = self.preset.view()  # in the list they are whole
        names.setMinimumWidth(names.sizeHintForColumn(0) + round(theme.px(24)))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.preset, 1)
        first.addWidget(field_label(tr("epochs"), self.epochs))
        first.addWidget(self.epochs)
        first.addWidget(self.pace)
        second.addWidget(self.buttons)
        second.addWidget(self.present)
        second.addStretch(1)
        second.addWidget(self.status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(first)
        layout.addWidget(self.sentence)
        layout.addLayout(second)

    def refresh(self) -> None:
        """Show what the session says."""
        race, classes = self._session.race, self._session.dataset.classes
        for row, name in enumerate(PRESETS):
            self.preset.setItemText(row, tr(PRESET_NAMES[name]))
        self.preset.choose(race.preset.name)
        words = preset_words(race.preset.name, len(classes) if classes else None)[1]
        self.sentence.setText(f"{words} {self._advice()}".rstrip())
        with QSignalBlocker(self.epochs), QSignalBlocker(self.present):
            self.epochs.setValue(race.epochs)
            self.present.setChecked(not race.from_first)
        self.pace.choose(_pace_key(race.pace))
        self.status.setText(race_status(self._session))

    def _advice(self) -> str:
        """Return a word on the learning rate that all lanes take over, if there is need of one."""
        varied = {variation.what for lane in self._session.race.lanes for variation in lane}
        return "" if varied & {"rate", "optimizer"} else rate_advice(self._session.settings)


def _pace_key(pace: float | None) -> str:
    return "flat" if pace is None else f"{pace:g}"


def _pace_words(pace: float | None) -> str:
    return tr("flat out") if pace is None else tr("{n:g} per s", n=pace)
