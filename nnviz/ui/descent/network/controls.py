"""What is drawn of the network's cost: a line or a plane, where it leads, and on how many examples."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from nnviz.core.network import LARGEST_SEED
from nnviz.session import Session
from nnviz.session.landmarks import Landmark
from nnviz.session.wanted import SAMPLES, Wanted
from nnviz.ui import theme
from nnviz.ui.descent.network.landmark_box import LandmarkBox
from nnviz.ui.descent.network.plane_picture import CORNERS
from nnviz.ui.fields import (
    ARROWS,
    PRESS,
    ChoiceBox,
    OwnKeys,
    WholeBox,
    described,
    field_label,
    tab_only,
    whole_number,
)
from nnviz.ui.flow import FlowLayout
from nnviz.ui.icons import set_icon
from nnviz.ui.segments import Segments
from nnviz.wording import split_name, tr
from nnviz.wording.landscape_page import kind_words, reach_words, sample_words, spread_words

REACHES = (None, 1.5, 3.0, 10.0, 30.0, 100.0, 1000.0)
SPREADS = (0.1, 0.3, 1.0, 3.0)


class Controls(QWidget):
    """A switch of the six landscapes, and below it the choices of the one that is shown.

    Signals
    -------
    scaled(bool)
        The colors shall go by the logarithm of the cost, or by the cost itself.

    Parameters
    ----------
    session : Session
        Whose landscape it is.
    """

    scaled = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._landscape = session, session.landscape
        self.kinds = Segments(tr("What is drawn of the cost"), kind_words())
        self.kinds.chosen.connect(lambda kind: self._landscape.want(kind=kind))
        self._make_lines()
        self._make_planes()
        self._make_sample()
        self._groups: dict[str, list[QWidget]] = {
            "gradient": [_named(tr("reach"), self.reach)],
            "random": [_named(tr("seed"), self.seed), self.another, self.spread],
            "moment": [_named(tr("to"), self.moment)],
            "seed": [self.aim, _named(tr("another seed"), self.new_seed), self.train],
            "three": [_named(letter, box) for letter, box in zip(CORNERS, self.corners, strict=True)],
            "plane": [self.part, self.log],
        }
        self._lay_out()

    # Building

    def _make_lines(self) -> None:
        self.reach = self._choice(
            {str(steps): reach_words(steps) for steps in REACHES},
            tr("Reach"),
            tr("How many steps of {η} the picture goes, each along the same −∇{C}."),
        )
        self.reach.activated.connect(lambda row: self._landscape.want(reach=REACHES[row]))
        self.spread = self._choice(
            {str(share): spread_words(share) for share in SPREADS},
            tr("How far to both sides"),
            tr("As a share of the length of θ."),
        )
        self.spread.activated.connect(lambda row: self._landscape.want(spread=SPREADS[row]))
        self.seed = self._whole(tr("Seed of the direction"), tr("The same seed draws the same direction."))
        self.seed.valueChanged.connect(lambda seed: self._landscape.want(seed=seed))
        self.another = tab_only(described(QToolButton(), tr("Another direction"), tr("The next seed.")))
        set_icon(self.another, "random")
        self.another.clicked.connect(lambda: self._landscape.want(seed=self._landscape.wanted.seed + 1))
        self.moment = LandmarkBox(
            tr("Where the line leads"), tr("A moment of the history: an epoch's end, a change by hand.")
        )
        self.moment.wanted.connect(lambda landmark: self._landscape.want(moment=landmark))
        self.other = LandmarkBox(
            tr("Where the line leads"), tr("Where another seed's training, or a lane of the race, has ended.")
        )
        self.other.wanted.connect(lambda landmark: self._landscape.want(other=landmark))
        self.aim = _named(tr("to"), self.other)
        self._make_training()

    def _make_training(self) -> None:
        self.new_seed = self._whole(
            tr("Seed of another network"), tr("Draws its first numbers, and shuffles for it.")
        )
        self.new_seed.setValue(1)
        self.train = tab_only(QPushButton(tr("Train it")))
        described(
            self.train,
            tr("Train another seed"),
            tr("The same layers, data and settings, as long as this network was trained; beside the window."),
        )
        self.train.clicked.connect(self.train_seed)

    def _make_planes(self) -> None:
        self.corners = [
            LandmarkBox(tr("Corner {letter}", letter=letter), tr("The plane goes through these three."))
            for letter in CORNERS
        ]
        for i, box in enumerate(self.corners):
            box.wanted.connect(partial(self._take_corner, i))
        names = {part: split_name(part) for part in ("train", "test")}
        tips = {
            "train": tr("The cost on training examples: what the training lowers."),
            "test": tr("The cost on test examples: their map is a little different."),
        }
        self.part = Segments(tr("Whose cost"), {part: (names[part], tips[part]) for part in names})
        self.part.chosen.connect(lambda part: self._landscape.want(part=part))
        self.log = QCheckBox(tr("log"))
        described(
            self.log,
            tr("Logarithmic colors"),
            tr("Each step of color is so many times as much: the bottom of the valley becomes visible."),
        )
        OwnKeys(self.log, PRESS)
        self.log.setChecked(True)
        self.log.toggled.connect(self.scaled)

    def _make_sample(self) -> None:
        self.sample = self._choice(
            {str(n): sample_words(n) for n in SAMPLES},
            tr("How many examples"),
            tr("The cost is their average. More take longer, and change the picture little."),
        )
        self.sample.activated.connect(lambda row: self._landscape.want(sample=SAMPLES[row]))

    def _choice(self, words: dict[str, str], name: str, teaches: str) -> ChoiceBox:
        box = described(ChoiceBox(words, translated=True), name, teaches)
        OwnKeys(box, ARROWS)
        return box

    def _whole(self, name: str, teaches: str) -> WholeBox:
        box = described(whole_number(0, LARGEST_SEED), name, teaches)
        box.refused.connect(self._session.failed)
        box.setMaximumWidth(round(theme.px(110)))
        return box

    def _lay_out(self) -> None:
        self._flow = FlowLayout()
        for group in self._groups.values():
            for widget in group:
                self._flow.addWidget(widget)
        self._flow.addWidget(self.sample)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._flow)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        self._flow.setSpacing(round(theme.px(6)))

    # What the user does

    def _take_corner(self, place: int, landmark: Landmark) -> None:
        corners = list(self._landscape.aims.corners(self._landscape.wanted))
        corners[place] = landmark
        self._landscape.want(corners=tuple(corners))

    def train_seed(self) -> None:
        """Train the seed that is typed, or the next one that was not trained yet."""
        self._landscape.landmarks.train(self.new_seed.value())

    # Following

    def refresh(self) -> None:
        """Show what the session says."""
        landscape, wanted = self._landscape, self._landscape.wanted
        self.kinds.choose(wanted.kind)
        for kind, group in self._groups.items():
            seen = kind == wanted.kind or (kind == "plane" and wanted.plane)
            for widget in group:
                widget.setVisible(seen)
        self._show_choices(wanted)
        self.aim.setVisible(wanted.kind == "seed" and bool(self.other.landmarks))
        self.train.setEnabled(landscape.landmarks.training is None)

    def _show_choices(self, wanted: Wanted) -> None:
        self.reach.choose(str(wanted.reach))
        self.spread.choose(str(wanted.spread))
        self.sample.choose(str(wanted.sample))
        self.part.choose(wanted.part)
        with QSignalBlocker(self.seed):
            self.seed.setValue(wanted.seed)
        self._show_landmarks(wanted)

    def _show_landmarks(self, wanted: Wanted) -> None:
        session, landmarks, aims = self._session, self._landscape.landmarks, self._landscape.aims
        if wanted.kind == "moment":
            self.moment.offer(session, aims.moments(), aims.moment(wanted))
        elif wanted.kind == "seed":
            self.other.offer(session, landmarks.others(), aims.other(wanted))
        elif wanted.kind == "three":
            offered, chosen = (*landmarks.places(), *landmarks.others()), aims.corners(wanted)
            for box, corner in zip(self.corners, chosen, strict=False):
                box.offer(session, offered, corner)

    def write(self) -> None:
        """Name everything in the notation in use."""
        self.kinds.rename(kind_words())
        for row, steps in enumerate(REACHES):
            self.reach.setItemText(row, reach_words(steps))


def _named(name: str, field: QWidget) -> QWidget:
    """Return a field with its name before it: both stand in one line."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field_label(name, field))
    row.addWidget(field)
    return both
