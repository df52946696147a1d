"""On which examples the cost was taken, how far the computing is, and the ways back: cancel and undo."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.parts import Prose
from nnviz.wording import tr
from nnviz.wording.landscape_page import loaded_sentence

PATIENCE = 0.3
"""Seconds after which a progress bar is worth a look: a slice is there sooner."""


class Status(QWidget):
    """One line below the picture.

    Parameters
    ----------
    session : Session
        Whose landscape it is.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._landscape = session, session.landscape
        self._since: float | None = None
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._show_progress)
        self.text = Prose(role="muted")
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self.progress.setAccessibleName(tr("Progress"))
        self.cancel, self.again = QPushButton(tr("Cancel")), QPushButton(tr("Go on"))
        described(self.cancel, tr("Cancel"), tr("What is drawn so far stays."))
        described(self.again, tr("Go on"), tr("Computes the picture once more, to the end."))
        self.cancel.clicked.connect(self._give_up)
        self.again.clicked.connect(self._landscape.again)
        self.loaded, self.undo = QLabel(), QPushButton(tr("Undo"))
        described(self.undo, tr("Undo"), tr("Brings the parameters back that were there before (Ctrl+Z)."))
        self.undo.clicked.connect(session.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        for widget in (self.progress, self.cancel, self.again, self.loaded, self.undo):
            row.addWidget(widget)
        for button in (self.cancel, self.again, self.undo):
            tab_only(button)
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        # Room for two lines, and for the buttons: the picture above stays where it is when they come.
        lines = 2 * QFontMetrics(theme.number_font()).lineSpacing()
        self.setFixedHeight(max(round(theme.px(28)), lines + 2))
        self.progress.setFixedWidth(round(theme.px(160)))

    def _give_up(self) -> None:
        if self._landscape.landmarks.training is not None:
            self._landscape.landmarks.cancel()
        else:
            self._landscape.cancel()

    def refresh(self, sample: str) -> None:
        """Show what the session says; `sample` says on which examples the cost was taken."""
        seed, busy = self._landscape.landmarks.training, self._landscape.busy
        busy = busy or seed is not None
        self._since = (self._since or monotonic()) if busy else None
        self._show_progress()
        found = self._landscape.found
        stopped = not busy and found is not None and not found.finished
        self.again.setVisible(stopped)
        self._refresh_undo()
        self.text.setText(self._say(seed, stopped, sample))

    def _show_progress(self) -> None:
        """Show how far it is, once it takes long; until the thread has told of anything, too."""
        landmarks, since = self._landscape.landmarks, self._since
        training = landmarks.training is not None
        waited = 0.0 if since is None else monotonic() - since
        long = since is not None and (training or waited > PATIENCE)
        if since is not None and not long:
            self._late.start(round(1000 * (PATIENCE - waited)) + 1)
        self.progress.setVisible(long)
        self.cancel.setVisible(long)
        self.progress.setValue(round(1000 * (landmarks.share if training else self._landscape.share)))

    def _refresh_undo(self) -> None:
        edit = self._session.moment.change.edit
        loaded = edit is not None and edit.kind == "landscape" and self._session.run_state != "running"
        for widget in (self.loaded, self.undo):
            widget.setVisible(loaded)
        self.loaded.setText(loaded_sentence())

    def _say(self, seed: int | None, stopped: bool, sample: str) -> str:
        if seed is not None:
            return tr("Training a network from seed {seed} …", seed=seed)
        return tr("Stopped before it was finished. {sample}", sample=sample) if stopped else sample
