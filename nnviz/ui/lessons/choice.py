"""One of the answers that can be chosen: a button whose words may take several lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys, described
from nnviz.ui.icons import icon
from nnviz.wording import tr

MARK = 16.0
"""The side of ✓ and ✗."""


class ChoiceButton(QPushButton):
    """A choice; after the answer it shows whether it was right, or was chosen wrongly.

    Parameters
    ----------
    text : str
        Its words.
    short : bool
        Whether it stands beside others, its words in the middle.
    """

    def __init__(self, text: str, short: bool) -> None:
        super().__init__()
        described(self, text, tr("Choose this as your answer."))
        OwnKeys(self, PRESS)
        self._short, self._state = short, "choice"
        self.words = QLabel(text, wordWrap=not short)
        self._mark = QLabel()
        for label in (self.words, self._mark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignCenter if short else Qt.AlignmentFlag(0))
        self._row.addWidget(self._mark)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.on_change(self, self._restyle)

    def show_state(self, state: str) -> None:
        """Show it as a "choice", "right", "wrong", or "past" where another was right."""
        self._state = state
        asks = state == "choice"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not asks)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if asks else Qt.FocusPolicy.NoFocus)
        self._restyle()

    @property
    def state(self) -> str:
        """As what it is shown."""
        return self._state

    def _restyle(self) -> None:
        theme.set_role(self, self._state)
        role = {"right": "good", "wrong": "bad", "past": "muted"}.get(self._state, "text")
        theme.set_role(self.words, role)
        name = {"right": "check", "wrong": "cross"}.get(self._state)
        self._mark.setVisible(name is not None)
        self.setAccessibleDescription({"right": tr("right"), "wrong": tr("not right")}.get(self._state, ""))
        if name is not None:
            self._mark.setPixmap(icon(name, role).pixmap(round(theme.px(MARK))))
        side, top = round(theme.px(10)), round(theme.px(7))
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(round(theme.px(4)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of the words in a comfortable width."""
        width = self.width() if self.width() > theme.px(100) else round(theme.px(240))
        return QSize(self._row.minimumSize().width() if self._short else width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least it can do with."""
        return QSize(round(theme.px(40)), round(theme.px(28)))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        height = self._row.totalSizeHint().height()
        if not self._short:
            height = self._row.totalHeightForWidth(width)
        return max(height, round(theme.px(30)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
