"""One lesson in the list: its number, its title, what it is about, and how far one has come."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from nnviz.lessons import Lesson
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys, described
from nnviz.ui.icons import icon
from nnviz.wording import tr

NUMBER, STATE = 34.0, 120.0
"""Widths of the number and of how far one has come."""


class LessonRow(QPushButton):
    """A button that begins a lesson, or goes on with it.

    Parameters
    ----------
    lesson : Lesson
        Which.
    number : int
        Its place in the list, from 1.
    furthest : int or None
        The furthest step that was reached, from 0; None when it has not been begun.
    """

    def __init__(self, lesson: Lesson, number: int, furthest: int | None) -> None:
        super().__init__()
        self.lesson = lesson
        theme.set_role(self, "row")
        self._number, self._title = QLabel(str(number)), QLabel(lesson.title)
        self._about, self._tick, self._state = QLabel(lesson.about, wordWrap=True), QLabel(), QLabel()
        for label, role in (
            (self._number, "number"),
            (self._title, "title"),
            (self._about, "muted"),
            (self._state, "muted"),
        ):
            theme.set_role(label, role)
        self._finished = furthest is not None and furthest >= len(lesson.steps) - 1
        self._state.setText(self._progress(furthest))
        words = f"{lesson.title}. {lesson.about} {self._state.text()}"
        described(self, lesson.title, tr("Begins the lesson, or goes on where it was left."))
        self.setAccessibleName(words)
        OwnKeys(self, PRESS)
        self._lay_out()
        theme.on_change(self, self._restyle)

    def _progress(self, furthest: int | None) -> str:
        count = len(self.lesson.steps)
        if self._finished:
            return tr("finished")
        if not furthest:
            return tr("{n} steps", n=count)
        return tr("step {n} of {count}", n=furthest + 1, count=count)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._about)
        self._words = words
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._number)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._tick)
        self._row.addWidget(self._state)
        for label in (self._number, self._title, self._about, self._tick, self._state):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _restyle(self) -> None:
        side, top = round(theme.px(14)), round(theme.px(8))
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(round(theme.px(10)))
        self._words.setSpacing(round(theme.px(2)))
        self._number.setFixedWidth(round(theme.px(NUMBER)))
        self._state.setMinimumWidth(round(theme.px(STATE)) // (1 if not self._finished else 2))
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.set_role(self._state, "good" if self._finished else "muted")
        self._tick.setVisible(self._finished)
        self._tick.setPixmap(icon("check", "good").pixmap(round(theme.px(16))))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = self.width() if self.width() > theme.px(200) else round(theme.px(640))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least it can do with."""
        return QSize(round(theme.px(280)), round(theme.px(48)))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return max(self._row.totalHeightForWidth(width), round(theme.px(48)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
