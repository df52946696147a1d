"""Buttons for nonsense: random pixels, shuffled pixels, and the mean of two examples with its slider."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.drawing.button import tight_button
from nnviz.ui.fields import ARROWS, OwnKeys, described, field_label, whole_number
from nnviz.wording import tr

PERCENT = 100


class NoiseBar(QWidget):
    """A row of controls; each makes another input of the example on the screen.

    Parameters
    ----------
    session : Session
        Whose input they change.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.random = tight_button(
            session,
            tr("random pixels"),
            tr("Noise instead of an image. How sure is the network of its nonsense?"),
            session.nonsense.random_pixels,
        )
        self.shuffle = tight_button(
            session,
            tr("shuffle"),
            tr("The same pixels in another order: as much ink, but no digit."),
            session.nonsense.shuffle,
        )
        self.any = tight_button(
            session,
            tr("mix"),
            tr("The mean of this example and any other of another class."),
            session.nonsense.mix_any,
        )
        self.other = described(
            whole_number(0, 1), tr("The other example"), tr("Its number in the set, for the mean of the two.")
        )
        self.share = described(
            QSlider(Qt.Orientation.Horizontal),
            tr("Share of the other"),
            tr("From this example alone to the other alone; where does the guess change?"),
        )
        self.share.setRange(0, PERCENT)
        OwnKeys(self.share, ARROWS | {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End})
        self.share.sliderPressed.connect(session.begin_drag)
        self.share.sliderReleased.connect(session.end_drag)
        self.share.valueChanged.connect(lambda _: self._mix())
        self.other.valueChanged.connect(lambda _: self._mix())
        self._lay_out()
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def _lay_out(self) -> None:
        buttons, mean = QHBoxLayout(), QHBoxLayout()
        for button in (self.random, self.shuffle, self.any):
            buttons.addWidget(button)
        buttons.addStretch(1)
        mean.addWidget(field_label(tr("mixed with"), self.other))
        mean.addWidget(self.other)
        mean.addWidget(self.share, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addLayout(mean)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(160)), super().minimumSizeHint().height())

    def _mix(self) -> None:
        share = self.share.value() / PERCENT
        attempt(self._session, lambda: self._session.nonsense.mix(self.other.value(), share))

    def _follow(self, what: Changed) -> None:
        """Show how the present mean is made."""
        if not what & (Changed.EXAMPLE | Changed.HISTORY | Changed.NETWORK):
            return
        noise = self._session.nonsense.present
        mixed = noise is not None and noise.kind == "mix"
        for widget in (self.other, self.share):
            widget.blockSignals(True)
            widget.setEnabled(mixed)
        self.other.setRange(0, max(len(self._session.split) - 1, 1))
        if noise is not None and mixed:
            self.other.setValue(noise.number)
            self.share.setValue(round(PERCENT * noise.share))
        for widget in (self.other, self.share):
            widget.blockSignals(False)
