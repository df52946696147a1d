"""The dialog that saves a picture of anything on the screen, or a film."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.errors import NnvizError
from nnviz.files.atomic import check_target, write_atomic
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.export import reel
from nnviz.ui.export.film import Film
from nnviz.ui.export.form import PHASES, ExportForm
from nnviz.ui.export.journey import phases, training
from nnviz.ui.export.stage import PanelStage, Stage, WindowStage
from nnviz.ui.saving import ask_where
from nnviz.wording import tr

WIDTH = 480.0
"""At type scale 1."""


class ExportDialog(QDialog):
    """Asks of what, in which format and how large; a film shows its progress, and can be canceled.

    Parameters
    ----------
    session : Session
        What is shown; a film leads it along and back.
    folder : str
        Where the question for the file begins.
    window : QWidget
        The window, which can be the picture itself.
    """

    def __init__(self, session: Session, folder: str, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._folder, self._window = session, folder, window
        self.film: Film | None = None
        self.setWindowTitle(tr("Export a picture"))
        self.setModal(True)
        self.form = ExportForm(session)
        self.error = QLabel(wordWrap=True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(tr("Progress of the film"))
        self.count = QLabel()
        theme.set_role(self.count, "muted")
        self._make_buttons()
        self._lay_out()
        self.form.changed.connect(self.error.hide)
        self.form.refused.connect(self._complain)
        self._show_progress()
        theme.on_change(self, self._measure)

    def _make_buttons(self) -> None:
        self.save_button = QPushButton(tr("Save…"), default=True)
        self.save_button.setToolTip(tr("Asks where, and saves it there. (Enter)"))
        theme.set_role(self.save_button, "primary")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = QPushButton(tr("Cancel"), autoDefault=False)
        self.cancel_button.setToolTip(tr("Saves nothing; a film that is being taken is given up. (Esc)"))
        self.cancel_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        for widget in (self.form, self.progress, self.error):
            layout.addWidget(widget)
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout.addLayout(buttons)

    def _measure(self) -> None:
        layout, margin, gap = self.layout(), round(theme.px(16)), round(theme.px(10))
        assert layout is not None
        layout.setContentsMargins(margin, margin, margin, margin)
        for each in (layout, self.form.grid):
            each.setSpacing(gap)
        self.form.grid.setHorizontalSpacing(margin)
        self.setFixedWidth(round(theme.px(WIDTH)))

    def event(self, event: QEvent) -> bool:
        """Be as high as what is asked."""
        done = super().event(event)
        layout = self.layout()
        if event.type() == QEvent.Type.LayoutRequest and layout is not None:
            layout.activate()
            wraps = layout.hasHeightForWidth()
            height = layout.heightForWidth(self.width()) if wraps else layout.sizeHint().height()
            self.setFixedHeight(height)
        return done

    # Saving

    def save(self) -> None:
        """Ask where, and write the file there."""
        name = f"{self.form.subject.value.replace('/', '-')}{self.form.suffix}"
        proposal = str(Path(self._folder) / name)
        path = ask_where(self, tr("Save the picture"), proposal, self.form.suffix)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the picture, and close; or begin with the film, which closes the dialog at its end."""
        try:
            if self.form.film:
                self._begin_film(path)
                return
            check_target(path)
            self._write_still(path)
        except NnvizError as error:
            self._complain(str(error))
        else:
            self.accept()

    def _stage(self) -> Stage:
        subject = self.form.subjects[self.form.subject.value]
        if subject.make is None:
            return WindowStage(self._window, self._session)
        return PanelStage(subject, self._session, self.form.size_wanted)

    def _write_still(self, path: Path) -> None:
        stage = self._stage()
        try:
            svg = self.form.suffix == ".svg"
            write_atomic(path, stage.svg(self.form.subject.currentText()) if svg else stage.png())
        finally:
            stage.close()

    def _begin_film(self, path: Path) -> None:
        stage = self._stage()
        try:
            frames = reel.open_reel(path, float(self.form.seconds.value))
        except NnvizError:
            stage.close()
            raise
        if self.form.moves.value == PHASES:
            script = partial(phases, self._session)
        else:
            script = partial(training, self._session, self.form.frames.value())
        self.film = Film(self._session, stage, script, frames, self)
        self.film.progressed.connect(self._show_progress)
        self.film.failed.connect(self._complain)
        self.film.ended.connect(self._end_film)
        self._show_progress()
        self.film.start()

    def _show_progress(self, taken: int = 0) -> None:
        filming = self.film is not None
        self.form.setEnabled(not filming)
        self.save_button.setEnabled(not filming)
        self.progress.setVisible(filming)
        self.count.setText("")
        if self.film is not None:
            self.progress.setRange(0, len(self.film))
            self.progress.setValue(taken)
            self.count.setText(tr("frame {k} of {n}", k=taken, n=len(self.film)))

    def _end_film(self, done: bool) -> None:
        if self.film is not None:
            self.film.deleteLater()
        self.film = None
        self._show_progress()
        if done:
            self.accept()

    def reject(self) -> None:
        """Give the film up, and stay; without one, close."""
        if self.film is not None:
            self.film.cancel()
        else:
            super().reject()

    def _complain(self, sentence: str) -> None:
        self.error.setText(sentence[:1].upper() + sentence[1:])
        self.error.show()
