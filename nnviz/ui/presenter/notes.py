"""What only the presenter sees: the step's notes, what comes next, and the time."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.lessons import Player
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.lessons.text import LessonText
from nnviz.wording import tr


class NotesWindow(QWidget):
    """A window for the second screen.

    Parameters
    ----------
    session : Session
        Whose values the notes may speak of.
    player : Player
        What is played.
    parent : QWidget
        The window that is presented.
    """

    def __init__(self, session: Session, player: Player, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Presenter notes — nnviz"))
        self._player = player
        self.place, self.clock = QLabel(), QLabel()
        self.title = QLabel(wordWrap=True)
        self.following = QLabel(wordWrap=True)
        for label, role in ((self.place, "muted"), (self.title, "heading"), (self.following, "muted")):
            theme.set_role(label, role)
        self.notes = LessonText(session, 1.5)
        self._since, self._tick = QElapsedTimer(), QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self._lay_out()
        player.changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.clock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(self.title)
        layout.addWidget(self.notes)
        layout.addStretch(1)
        layout.addWidget(self.following)

    def put_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setGeometry(screen.availableGeometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the notes, and nothing but them."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to count the time."""
        self._since.start()
        self._tick.start()
        self._show_time()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more."""
        self._tick.stop()
        super().hideEvent(event)

    def _show_time(self) -> None:
        seconds = self._since.elapsed() // 1000
        self.clock.setText(f"{seconds // 60}:{seconds % 60:02}")

    def _follow(self) -> None:
        lesson, step = self._player.lesson, self._player.step
        if lesson is None or step is None:
            self.place.setText(tr("No lesson is open"))
            self.title.setText("")
            self.notes.set_text(tr("The notes of a lesson's steps stand here."))
            self.following.setText("")
            return
        index, count = self._player.index, len(lesson.steps)
        self.place.setText(f"{lesson.title} · {tr('step {n} of {count}', n=index + 1, count=count)}")
        self.title.setText(step.title)
        self.notes.set_text(step.notes or tr("No notes for this step."))
        last = index + 1 == count
        self.following.setText("" if last else tr("Next: {title}", title=lesson.steps[index + 1].title))
