"""Start and pause, one image, how fast, in which order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from nnviz.session import Session
from nnviz.session.sitting import SPEEDS
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, OwnKeys, described, tab_only, whole_number
from nnviz.ui.icons import set_icon
from nnviz.wording import tr

LAST_SEED = 9999
SPACING = 6


def speed_name(speed: float | None) -> str:
    """Return "×½" or "at once"."""
    if speed is None:
        return tr("at once")
    return "×" + {0.25: "¼", 0.5: "½"}.get(speed, f"{speed:g}")


class SittingControls(QWidget):
    """One row of controls.

    Parameters
    ----------
    session : Session
        Whose exam is taken.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._sitting = session.exam.sitting
        self._icon = ""
        self._wordy, self._widest = True, 0
        self.start = QPushButton()
        tab_only(self.start)
        self.start.clicked.connect(self._start_or_pause)
        self.one = self._button("step-forward", self._sitting.one)
        described(self.one, tr("One image"), tr("Takes the next image, and waits."))
        self.again = self._button("reset", self._sitting.clear)
        described(self.again, tr("From the beginning"), tr("Forgets the tally: the exam begins again."))
        self._make_fields(session)
        self._lay_out()
        theme.on_change(self, self._measure)
        self.follow()

    def _button(self, icon: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        tab_only(button)
        button.clicked.connect(slot)
        return button

    def _make_fields(self, session: Session) -> None:
        sitting = self._sitting
        self.speed = described(
            QComboBox(),
            tr("Speed"),
            tr("×1 is two images a second; “at once” takes all of them, or stops at the next wrong one."),
        )
        self.speed.addItems([speed_name(speed) for speed in SPEEDS])
        self.speed.activated.connect(lambda row: sitting.set_speed(SPEEDS[row]))
        self.speed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        OwnKeys(self.speed, ARROWS)
        self.shuffled = described(
            QToolButton(),
            tr("Shuffled"),
            tr("Shuffles the test set by a seed: the same seed, the same order. Else it comes in its own."),
            tr("The exam begins again."),
        )
        self.shuffled.setText(tr("shuffled"))
        self.shuffled.setCheckable(True)
        tab_only(self.shuffled)
        self.seed = described(
            whole_number(0, LAST_SEED),
            tr("Seed"),
            tr("Another seed shuffles otherwise; the exam begins again."),
        )
        self.shuffled.clicked.connect(self._set_order)
        self.seed.valueChanged.connect(self._set_order)
        self.seed.refused.connect(session.failed)
        self.stops = described(
            QCheckBox(tr("stop at wrong ones")),
            tr("Stop at wrong ones"),
            tr("Waits at each wrong answer and makes it the window's example: the network shows how it came"),
            tr("to it. Start goes on."),
        )
        tab_only(self.stops)
        self.stops.clicked.connect(sitting.set_stops)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for widget in (self.start, self.one, self.again, self.speed, self.shuffled, self.seed):
            row.addWidget(widget)
        row.addStretch(1)

    def _measure(self) -> None:
        """Take one width for all words, so that nothing beside them moves."""
        set_icon(self.start, "play")
        self._icon = "play"
        self.start.ensurePolished()
        self.start.setMinimumWidth(0)
        widths = []
        for text in (tr("Start"), tr("Pause"), tr("Go on")):
            self.start.setText(text)
            widths.append(self.start.sizeHint().width())
        self._widest = max(widths)
        self.seed.setFixedWidth(round(theme.px(70)))
        self.speed.setMinimumWidth(round(theme.px(64)))
        self._fit()

    def _fit(self) -> None:
        """Leave Start its icon alone where there is no room for the word."""
        fields = (self.one, self.again, self.speed, self.shuffled)
        others = sum(field.sizeHint().width() + SPACING for field in fields)
        if not self.seed.isHidden():
            others += self.seed.width() + SPACING
        self._wordy = others + self._widest <= self.width()
        self.start.setFixedWidth(self._widest if self._wordy else round(theme.px(40)))
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to another width."""
        super().resizeEvent(event)
        self._fit()

    def _set_order(self) -> None:
        self._sitting.set_seed(self.seed.value() if self.shuffled.isChecked() else None)
        self.follow()

    def _start_or_pause(self) -> None:
        if self._sitting.running:
            self._sitting.pause()
        else:
            self._sitting.start()

    def follow(self) -> None:
        """Show how the exam is set up and whether it runs."""
        sitting = self._sitting
        goes_on = tr("Start") if sitting.begins_again else tr("Go on")
        words = tr("Pause") if sitting.running else goes_on
        icon = "pause" if sitting.running else "play"
        if icon != self._icon:
            self._icon = icon
            set_icon(self.start, icon)
        shown = words if self._wordy else ""
        if shown != self.start.text() or words != self.start.accessibleName():
            self.start.setText(shown)
            described(self.start, words, tr("Shows the network one unseen image after another."))
        self.again.setEnabled(sitting.done > 0)
        self.speed.setCurrentIndex(SPEEDS.index(sitting.speed))
        self.shuffled.setChecked(sitting.seed is not None)
        if sitting.seed is not None:
            self.seed.setValue(sitting.seed)
        if self.seed.isHidden() == (sitting.seed is not None):
            self.seed.setVisible(sitting.seed is not None)
            self._fit()
        self.stops.setChecked(sitting.stops)
