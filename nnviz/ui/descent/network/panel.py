"""The page of the real network's cost: choices, a large picture, and what one sees in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.training.landscape.cut import Slice
from nnviz.training.landscape.planes import PlaneMap
from nnviz.ui import theme
from nnviz.ui.descent.network.controls import Controls
from nnviz.ui.descent.network.landmark_box import landmark_name
from nnviz.ui.descent.network.plane_picture import PlanePicture
from nnviz.ui.descent.network.slice_picture import PLOTS, SlicePicture
from nnviz.ui.descent.network.status import Status
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.invitation import Invitation
from nnviz.ui.plots.parts import Entry, Readout
from nnviz.wording import exact, fixed, number, split_name, tr
from nnviz.wording.landscape import plane_sentences, sample_sentence, slice_sentences
from nnviz.wording.landscape_page import TRAIN_EPOCHS, click_tip, empty_words, place_words, title

_MOVES = Changed.PARAMETERS | Changed.NETWORK | Changed.TRAINING | Changed.HISTORY | Changed.RACE
_LISTENS = _MOVES | Changed.LANDSCAPE | Changed.NOTATION

WAYS_OUT = {
    "young": "train",
    "short": "train",
    "running": "pause",
    "alone": "seed",
    "infinite": "undo",
}
"""What can be done where there is no picture."""


class LandscapePage(QWidget):
    """One of six pictures of the cost, computed while it is looked at.

    Parameters
    ----------
    session : Session
        Whose landscape it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._landscape = session, session.landscape
        self._distance = 0.0
        self.setAccessibleName(tr("The network's own cost"))
        self.controls, self.status = Controls(session), Status(session)
        self.slice, self.plane = SlicePicture(), PlanePicture()
        self.title, self.readout = QLabel(), Readout(number, "0.0000")
        self.says = Prose()
        self._make_invitation()
        self._lay_out()
        self.controls.scaled.connect(lambda _: self.refresh())
        for picture in (self.slice, self.plane):
            picture.setToolTip(click_tip())
            picture.pointed.connect(self._read_out)
        self.slice.chosen.connect(lambda t, _: self._load_on_line(t))
        self.plane.chosen.connect(self._landscape.load)
        session.changed.connect(self._follow)

    # Building

    def _make_invitation(self) -> None:
        epochs = tr("Train {n} epochs", n=TRAIN_EPOCHS)
        self.empty = Invitation(
            {
                "train": (epochs, tr("Flat out, with the present settings.")),
                "pause": (tr("Pause"), tr("Pauses the training; it can go on later.")),
                "seed": (
                    tr("Train another seed"),
                    tr("The same layers, data and settings."),
                ),
                "undo": (tr("Undo"), tr("Takes the last change back.")),
            }
        )
        for button in self.empty.buttons.values():
            theme.set_role(button, "primary")
        ways: dict[str, Callable[[], None]] = {
            "train": partial(self._session.train_epochs, TRAIN_EPOCHS),
            "pause": self._session.pause,
            "seed": self.controls.train_seed,
            "undo": self._session.undo,
        }
        self.empty.wanted.connect(lambda name: ways[name]())

    def _lay_out(self) -> None:
        theme.set_role(self.title, "section")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.readout, 1)
        self.pages = QStackedWidget()
        self._waiting = QWidget()
        for page in (self.slice, self.plane, self.empty, self._waiting):
            self.pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.controls)
        self._column.addLayout(head)
        self._column.addWidget(self.pages, 1)
        self._column.addWidget(self.says)
        self._column.addWidget(self.status)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        # Room for two lines, so that the picture keeps its size while the words change.
        self.says.setMinimumHeight(2 * QFontMetrics(theme.number_font()).lineSpacing())
        self._column.setContentsMargins(*(round(theme.px(side)) for side in (14, 4, 14, 8)))
        self._column.setSpacing(round(theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(420)), round(theme.px(320)))

    # Following

    def showEvent(self, event: QShowEvent) -> None:
        """Compute from now on."""
        super().showEvent(event)
        self._landscape.watch(self)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._landscape.unwatch(self)

    def _follow(self, what: Changed) -> None:
        if not self.isVisible() or not what & _LISTENS:
            return
        if what & Changed.NOTATION:
            self.controls.write()
        self.refresh()

    def refresh(self) -> None:
        """Show what the session says."""
        landscape = self._landscape
        self.controls.refresh()
        self.title.setText(title(landscape.wanted.kind))
        found = landscape.found
        self._show_picture(found)
        self.says.setText(self._sentences(found))
        self.status.refresh(self._sample())
        self._read_out()

    def _show_picture(self, found: Slice | PlaneMap | None) -> None:
        kind, why = self._landscape.wanted.kind, self._landscape.why
        if isinstance(found, Slice):
            self.slice.show_slice(found, kind, self._aim())
            self.pages.setCurrentWidget(self.slice)
        elif found is not None:
            self.plane.show_map(found, kind, self.controls.log.isChecked())
            here, self._distance = self._here(found)
            self.plane.show_here(here)
            self.pages.setCurrentWidget(self.plane)
        elif why:
            self._invite(why)
        else:
            self.pages.setCurrentWidget(self._waiting)

    def _invite(self, why: str) -> None:
        self.empty.say(*empty_words(why, self._landscape.wanted.kind, self._landscape.landmarks.epochs))
        busy = self._landscape.landmarks.training is not None
        for name, button in self.empty.buttons.items():
            button.setVisible(name == WAYS_OUT.get(why))
            button.setEnabled(not (busy and name == "seed"))
        self.pages.setCurrentWidget(self.empty)

    def _here(self, found: PlaneMap) -> tuple[tuple[float, float], float]:
        """Return the nearest point of the plane to where the network stands, and how far that is."""
        points, distances = found.flat.nearest(self._session.parameters.theta)
        return (float(points[0, 0]), float(points[0, 1])), float(distances[0])

    def _aim(self) -> str:
        landscape = self._landscape
        aim = {"moment": landscape.aims.moment, "seed": landscape.aims.other}.get(landscape.wanted.kind)
        landmark = None if aim is None else aim(landscape.wanted)
        return "" if landmark is None else landmark_name(self._session, landmark)

    # In words

    def _sentences(self, found: Slice | PlaneMap | None) -> str:
        if isinstance(found, Slice):
            rate = self._session.settings.rate
            return slice_sentences(self._landscape.wanted.kind, found, rate, self._aim())
        return "" if found is None else plane_sentences(found, self._distance)

    def _sample(self) -> str:
        found, data = self._landscape.found, self._session.dataset
        if found is None:
            return ""
        if isinstance(found, Slice):
            sizes, points = {"train": found.train_size, "test": found.test_size}, f"{len(found.t)}"
        else:
            sizes, points = {found.part: found.size}, f"{len(found.s)} × {len(found.t)}"
        of = {"train": len(data.train), "test": len(data.test)}
        settings = self._session.settings
        penalized = settings.l1 > 0 or settings.l2 > 0
        shares = {part: (n, of[part]) for part, n in sizes.items()}
        said = sample_sentence(shares, points, penalized)
        few = self._landscape.wanted.sample is None and any(n < size for n, size in shares.values())
        return tr("So far: {sample}", sample=said) if few and self._landscape.busy else said

    def _read_out(self) -> None:
        """Say the cost under the mouse; otherwise where the network stands."""
        found = self._landscape.found
        if isinstance(found, Slice):
            self._read_slice(found)
        elif found is not None:
            self._read_plane(found)
        else:
            self.readout.say(())
        picture = self.slice if isinstance(found, Slice) else self.plane
        picture.setAccessibleName(self.title.text())
        picture.setAccessibleDescription(picture.describe())

    def _read_slice(self, found: Slice) -> None:
        place = self.slice.place
        shown = found.here if place is None else place
        t, kind = float(found.t[shown]), self._landscape.wanted.kind
        entries = tuple(
            Entry(split_name(part), role, symbol, float(getattr(found, part)[shown]))
            for part, role, symbol in PLOTS
        )
        if kind == "gradient":
            entries += (Entry(tr("straight line"), "text_muted", "o", found.cost + t * found.slope),)
        where = tr("here") if place is None else place_words(kind, t)
        self.readout.say(entries, where)
        self.readout.setToolTip("<br>".join(f"{entry.name}: {exact(entry.value)}" for entry in entries))

    def _read_plane(self, found: PlaneMap) -> None:
        at = self.plane.at or self.plane.here
        if at is None:
            self.readout.say(())
            return
        role, symbol = {part: (role, symbol) for part, role, symbol in PLOTS}[found.part]
        entry = Entry(split_name(found.part), role, symbol, found.cost_at(*at))
        where = tr("at ({s}, {t})", s=fixed(at[0], 2), t=fixed(at[1], 2))
        self.readout.say((entry,), where if self.plane.at else tr("on the plane, nearest to here"))
        self.readout.setToolTip(exact(entry.value))

    # What the user does

    def _load_on_line(self, t: float) -> None:
        """Take the parameters of the computed point nearest to t: what is read there is what one gets."""
        found = self._landscape.found
        if isinstance(found, Slice):
            self._landscape.load(float(found.t[found.nearest(t)]))
