"""The lesson beside the window: one step's text, its question, what there is to do, and the way on."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnviz.lessons import Player
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys
from nnviz.ui.icon_button import IconButton
from nnviz.ui.lessons.question import Question
from nnviz.ui.lessons.task import Task
from nnviz.ui.lessons.text import LessonText
from nnviz.wording import tr

WIDTH = 312.0

TEXT = 1.06
"""The size of the text: it is read from further away than the panels."""


class LessonPane(QFrame):
    """Shows the step that the player is at.

    Parameters
    ----------
    session : Session
        Whose values the texts may speak of.
    player : Player
        What is played; answers and clicks go to it.
    actions : mapping of str to QAction
        The commands of lessons.
    """

    def __init__(self, session: Session, player: Player, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self.setAccessibleName(tr("Lesson"))
        self._player, self._actions = player, actions
        self._shown: object = None
        self._news: tuple[object, ...] = ()
        self.lesson, self.place, self.title = QLabel(), QLabel(), QLabel(wordWrap=True)
        for label, role in ((self.lesson, "muted"), (self.place, "muted"), (self.title, "heading")):
            theme.set_role(label, role)
        self.progress = QProgressBar(textVisible=False)
        theme.set_role(self.progress, "thin")
        self.text = LessonText(session, TEXT)
        self.question, self.task = Question(session), Task(session)
        self.question.answered.connect(player.answer)
        self.question.refused.connect(session.failed)
        self.task.shown.connect(player.show_me)
        self.leave = IconButton(actions["lesson-leave"], "cross")
        self.back, self.next = self._button("lesson-back"), self._button("lesson-next")
        theme.set_role(self.next, "primary")
        self._lay_out()
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._show_news)
        player.changed.connect(self._follow)
        theme.on_change(self, self._space_out)
        self._follow()

    def _button(self, name: str) -> QPushButton:
        """Return a button for a command: words, tooltip and state are the action's."""
        button, action = QPushButton(), self._actions[name]

        def follow() -> None:
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())
            button.setEnabled(action.isEnabled())

        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the arrow keys from the score
        OwnKeys(button, PRESS)
        button.clicked.connect(action.trigger)
        action.changed.connect(follow)
        follow()
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.lesson, 1)
        head.addWidget(self.leave)
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.text, self.question, self.task):
            self._content.addWidget(widget)
        self._content.addStretch(1)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setAccessibleName(tr("The step's text"))
        self.area.setWidget(content)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.place, 1, Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self.next)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.area, 1)
        self._column.addLayout(foot)

    def _space_out(self) -> None:
        margin = round(theme.px(12))
        self._column.setContentsMargins(margin, round(theme.px(6)), margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self._content.setSpacing(round(theme.px(12)))
        self.setFixedWidth(round(theme.px(WIDTH)))

    def sizeHint(self) -> QSize:
        """Return the width of the pane."""
        return QSize(round(theme.px(WIDTH)), round(theme.px(560)))

    def _follow(self) -> None:
        player = self._player
        lesson, step = player.lesson, player.step
        if lesson is None or step is None:
            return
        self.lesson.setText(lesson.title)
        count = len(lesson.steps)
        busy = tr("working …") if player.busy else tr("step {n} of {count}", n=player.index + 1, count=count)
        self.place.setText(busy)
        self.progress.setRange(0, count)
        self.progress.setValue(player.index + 1)
        self.progress.setAccessibleName(tr("step {n} of {count}", n=player.index + 1, count=count))
        if step is not self._shown:
            self._shown = step
            self.title.setText(step.title)
            self.text.set_text(step.text)
            self.area.verticalScrollBar().setValue(0)
        self.question.show_question(step.predict, player.answered)
        self.task.show_task(None if player.asks else step.now, player.done, player.busy)
        news = player.index, player.answered, step.now is not None and player.done
        if news != self._news and any(news[1:]):
            self._later.start()
        self._news = news

    def _show_news(self) -> None:
        """Bring what was answered or done into view, where the step is longer than the window."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.maximum())
