"""Stepping through a mini-batch: back, the next example, the mean, the update; and how large it is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nnviz.session import Changed, Session
from nnviz.ui.examples.choices import button
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import tr
from nnviz.wording.batch import next_step, progress_text

SIZES = (1, 10, 100)
PLAY_MS = 250
"""How long an example stands when the mini-batch is played."""

_CONCERNS = Changed.BATCH | Changed.NETWORK | Changed.PARAMETERS | Changed.HISTORY | Changed.TRAINING


class BatchControls(QWidget):
    """One row of buttons.

    Parameters
    ----------
    session : Session
        Whose `batch` is stepped through.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._player = QTimer(self, interval=PLAY_MS)
        self._player.timeout.connect(self._play_on)
        self._buttons()
        self.progress = NumberLine(bold=True)
        self.sizes = self._size_buttons()
        self._place()
        session.changed.connect(self._follow)
        session.closing.connect(self._player.stop)
        self._show()

    def _buttons(self) -> None:
        batch = self._session.batch
        back = tr("Takes the last step back, exactly; before the first example, the update that led here.")
        self.back = button(tr("back"), batch.step_back, back)
        forward = tr("Adds the next example's nudges to the accumulator; then takes the mean; then updates.")
        self.step = button(tr("example"), self._step, forward)
        self.play = button(tr("play"), self._toggle, tr("Adds one example after the other, up to the mean."))
        self.to_mean = button(
            tr("to the mean"), lambda: batch.jump(batch.size + 1), tr("Adds all of them and takes the mean.")
        )
        for made, icon in ((self.back, "step-back"), (self.play, "play"), (self.to_mean, "last")):
            set_icon(made, icon)

    def _size_buttons(self) -> dict[str, QToolButton]:
        """Return a button for each size; none is down where the size is another one."""
        buttons: dict[str, QToolButton] = {}
        for key in (*map(str, SIZES), "all"):
            name = tr("all") if key == "all" else key
            tips = (tr("Examples in a mini-batch."), tr("The same setting as “batch” in the training bar."))
            buttons[key] = button(name, partial(self._resize, key), *tips)
            buttons[key].setCheckable(True)
        return buttons

    def _place(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for widget in (self.back, self.step, self.play, self.to_mean):
            line.addWidget(widget)
        line.addWidget(self.progress, 1)
        for widget in self.sizes.values():
            line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # What the user does

    def _step(self) -> None:
        self._player.stop()
        self._session.batch.step_forward()

    def _toggle(self) -> None:
        if self._player.isActive():
            self._player.stop()
        else:
            self._player.start()
            self._play_on()
        self._show()

    def _play_on(self) -> None:
        batch = self._session.batch
        if batch.mean_taken or self._session.run_state == "running":
            self._player.stop()
            self._show()
        else:
            batch.step_forward()

    def _resize(self, key: str) -> None:
        n = len(self._session.dataset.train)
        size = n if key == "all" else min(int(key), n)
        self._session.set_settings(replace(self._session.settings, batch=size))
        self._show_size()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Play nothing that nobody sees."""
        super().hideEvent(event)
        self._player.stop()

    # What the session says

    def _follow(self, what: Changed) -> None:
        if what & _CONCERNS and self.isVisible():
            self._show()

    def _show(self) -> None:
        session, batch = self._session, self._session.batch
        idle = session.run_state != "running"
        self.back.setEnabled(idle and (batch.cursor > 0 or batch.came_from_update))
        self.step.setEnabled(idle)
        self.step.setText(next_step(batch.done, batch.size, batch.mean_taken, batch.stride))
        self.play.setEnabled(idle and not batch.mean_taken)
        set_icon(self.play, "pause" if self._player.isActive() else "play")
        self.to_mean.setEnabled(idle and not batch.mean_taken)
        self.progress.set_text(progress_text(batch.done, batch.size, batch.mean_taken))
        self._show_size()

    def _show_size(self) -> None:
        batch, n = self._session.settings.batch, len(self._session.dataset.train)
        key = "all" if batch == n else str(batch)
        for name, made in self.sizes.items():
            made.setChecked(name == key)
