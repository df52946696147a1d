"""What there is to do in a step, and a tick that turns green when it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from nnviz.lessons.lesson import Now
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys, described
from nnviz.ui.icons import icon
from nnviz.ui.lessons.text import LessonText
from nnviz.wording import tr

TICK = 18.0


class Task(QFrame):
    """Says what to do, looks on, and can show how.

    Signals
    -------
    shown()
        The user wants to see how it is done.

    Parameters
    ----------
    session : Session
        Whose values the texts may speak of.
    """

    shown = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        theme.set_role(self, "inset")
        self._now: Now | None = None
        self._done = False
        self.title = QLabel(tr("Now you"))
        theme.set_role(self.title, "selection")
        self.text, self.praise = LessonText(session), LessonText(session)
        self.tick, self.state = QLabel(), QLabel()
        self.show_me = QPushButton(tr("Show me"))
        described(self.show_me, tr("Show me"), tr("Lets the program do it, so that you see how."))
        OwnKeys(self.show_me, PRESS)
        self.show_me.clicked.connect(self.shown)
        row = QHBoxLayout()
        row.addWidget(self.tick)
        row.addWidget(self.state, 1)
        row.addWidget(self.show_me)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self._column.addLayout(row)
        self._column.addWidget(self.praise)
        theme.on_change(self, self._restyle)

    def show_task(self, now: Now | None, done: bool, busy: bool) -> None:
        """Show what there is to do, and whether it has been done."""
        self.setVisible(now is not None)
        if now is None:
            self._now = None
            return
        if now is not self._now:
            self._now = now
            self.text.set_text(now.text)
        self._done = done
        self.praise.set_text(now.done if done else "")
        self.show_me.setVisible(not done)
        self.show_me.setEnabled(not busy)
        self.state.setText(tr("Done") if done else tr("not yet"))
        self._restyle()

    def _restyle(self) -> None:
        margin, side = round(theme.px(10)), round(theme.px(TICK))
        self._column.setContentsMargins(margin, margin - 2, margin, margin)
        self._column.setSpacing(round(theme.px(7)))
        theme.set_role(self.state, "good" if self._done else "muted")
        name, role = ("check", "good") if self._done else ("dot", "text_disabled")
        self.tick.setPixmap(icon(name, role).pixmap(side))
