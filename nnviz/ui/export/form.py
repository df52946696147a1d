"""What is asked before a picture is saved: of what, in which format, how large, and what moves in a film."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.export.journey import phases
from nnviz.ui.export.reel import missing
from nnviz.ui.export.stage import LEAST, MOST, Size
from nnviz.ui.export.subjects import WINDOW, on_screen, subjects
from nnviz.ui.fields import ChoiceBox, described, field_label, whole_number
from nnviz.ui.segments import Segments
from nnviz.wording import tr
from nnviz.wording.plots import picture_size

FILMS = (".gif", ".mp4")

SIZES: tuple[Size, ...] = ((1280, 720), (1920, 1080), (3840, 2160))
OWN = "own"

PHASES, TRAINING = "phases", "training"

SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0, 3.0)

MOST_FRAMES = 500


class ExportForm(QWidget):
    """The fields, and what they say.

    Signals
    -------
    changed()
        Something else has been chosen.
    refused(str)
        A number that cannot be; the old one is back.

    Parameters
    ----------
    session : Session
        What is on the screen is proposed.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.subjects = subjects()
        self._suffix = ".png"
        self._make_still()
        self._make_film()
        self._lay_out()
        self._connect()
        self._show()

    # Building

    def _make_still(self) -> None:
        words = {name: subject.title for name, subject in self.subjects.items()}
        self.subject = described(
            ChoiceBox(words), tr("Picture of"), tr("What is on the screen, or any other picture of it.")
        )
        self.subject.choose(on_screen(self._session))
        self.format = Segments(tr("Format"), _formats())
        for suffix in FILMS:
            self.format.buttons[suffix].setEnabled(not missing(suffix))
        self.note = QLabel(next(filter(None, map(missing, FILMS)), "").replace(": ", ":\n"), wordWrap=True)
        theme.set_role(self.note, "muted")
        self.size_ = described(
            ChoiceBox({**{_key(size): picture_size(*size) for size in SIZES}, OWN: "your own size"}),
            tr("Size"),
            tr("Width × height in pixels; type and lines grow along. The window keeps the size it has."),
        )
        self.width_, self.height_ = (
            described(whole_number(LEAST, MOST), name, tr("In pixels."))
            for name in (tr("Width"), tr("Height"))
        )
        self.width_.setValue(SIZES[0][0])
        self.height_.setValue(SIZES[0][1])

    def _make_film(self) -> None:
        length = len(phases(self._session))
        self.moves = described(
            ChoiceBox({PHASES: "the phases of the score", TRAINING: "the training"}),
            tr("What moves"),
            tr("The score, phase by phase ({n}), or the history on the timeline.", n=length),
            tr("Afterwards all is where it was; a training that runs is paused."),
        )
        why_not = "" if self._session.length else tr("Nothing has been trained yet.")
        self.moves.allow(TRAINING, why_not)
        self.frames = described(
            whole_number(2, MOST_FRAMES),
            tr("Frames"),
            tr("Evenly from the beginning of the history to its end."),
        )
        self.frames.setValue(50)
        self.seconds = described(
            ChoiceBox({str(s): tr("{seconds:g} s", seconds=s) for s in SECONDS}),
            tr("Each frame stands"),
            tr("How long a frame is seen."),
        )
        self.seconds.choose(str(1.0))

    def _lay_out(self) -> None:
        grid = self.grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        own = self._own = QWidget()
        line = QHBoxLayout(own)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.width_, 1)
        line.addWidget(QLabel("×"))
        line.addWidget(self.height_, 1)
        self._labels: dict[QWidget, QLabel] = {}
        rows = (self.subject, self.format, self.note, self.size_, own, self.moves, self.frames, self.seconds)
        for row, field in enumerate(rows):
            left = Qt.AlignmentFlag.AlignLeft if field is self.format else Qt.AlignmentFlag(0)
            grid.addWidget(field, row, 1, left)
            if field not in (self.note, own):
                self._labels[field] = field_label(field.accessibleName(), field)
                grid.addWidget(self._labels[field], row, 0)

    def _connect(self) -> None:
        self.format.chosen.connect(self.choose_format)
        for box in (self.subject, self.size_, self.moves, self.seconds):
            box.currentIndexChanged.connect(self._show)
        for number in (self.width_, self.height_, self.frames):
            number.refused.connect(self.refused)
            number.valueChanged.connect(self._show)

    # What is chosen

    def choose_format(self, suffix: str) -> None:
        """Choose ".png", ".svg", ".gif" or ".mp4"."""
        self._suffix = suffix
        self._show()

    @property
    def suffix(self) -> str:
        """The ending of the file."""
        return self._suffix

    @property
    def film(self) -> bool:
        """True for a film, False for a still picture."""
        return self._suffix in FILMS

    @property
    def size_wanted(self) -> Size:
        """Width and height in pixels; of no meaning for the window."""
        if self.size_.value == OWN:
            return self.width_.value(), self.height_.value()
        width, _, height = self.size_.value.partition("x")
        return int(width), int(height)

    def _show(self) -> None:
        """Show what the choice leaves to be said."""
        self.format.choose(self._suffix)
        self.note.setVisible(bool(self.note.text()))
        self._set_visible(self.size_, self.subject.value != WINDOW)
        self._own.setVisible(self.subject.value != WINDOW and self.size_.value == OWN)
        for field in (self.moves, self.seconds):
            self._set_visible(field, self.film)
        self._set_visible(self.frames, self.film and self.moves.value == TRAINING)
        self.changed.emit()

    def _set_visible(self, field: QWidget, seen: bool) -> None:
        field.setVisible(seen)
        self._labels[field].setVisible(seen)


def _formats() -> dict[str, tuple[str, str]]:
    tips = {
        ".png": tr("<b>PNG</b><br>A picture in pixels, for slides and pages."),
        ".svg": tr(
            "<b>SVG</b><br>A drawing that stays sharp at every size; text stays text. Only images, and the"
            " edges of a layer that has thousands, are made of pixels."
        ),
        ".gif": tr("<b>GIF</b><br>A film that plays everywhere by itself, in 256 colors, without an end."),
        ".mp4": tr("<b>MP4</b><br>A film in all its colors, for slides and video players."),
    }
    return {suffix: (suffix[1:].upper(), missing(suffix) or tip) for suffix, tip in tips.items()}


def _key(size: Size) -> str:
    return f"{size[0]}x{size[1]}"
