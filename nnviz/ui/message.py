"""One sentence for the user, in the window instead of in the way."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.icons import set_icon
from nnviz.wording import tr

STAYS_MS = 12_000
"""How long a message stays unless it is closed."""


BEGINS = Changed.TRAINING | Changed.HISTORY
"""What moves when something succeeds that the user has begun; a training's news come with METRICS too."""


class MessageBar(QFrame):
    """Shows what the session reports as failed.

    It stays until it is closed, some seconds have passed, or a later attempt has succeeded.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        theme.set_role(self, "alert")
        self._text = QLabel(wordWrap=True)
        close = QToolButton()
        close.setToolTip(tr("Close this message"))
        close.setAccessibleName(tr("Close this message"))
        set_icon(close, "cross")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self._timer = QTimer(self, interval=STAYS_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        session.failed.connect(self.say)
        session.changed.connect(self._follow)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that was said last."""
        return self._text.text()

    def _follow(self, what: Changed) -> None:
        if what & BEGINS and not what & Changed.METRICS:
            self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._text.setText(sentence[:1].upper() + sentence[1:])
        self.show()
        self._timer.start()
