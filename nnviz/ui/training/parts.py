"""Parts of the training's controls: the button that runs it, and the commands beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys
from nnviz.ui.icons import set_icon
from nnviz.wording import tr

RUN_ICONS = {"idle": "train", "running": "pause", "paused": "play"}


class TrainButton(QPushButton):
    """The one button that matters most: Train, Pause, Resume."""

    def __init__(self, session: Session, action: QAction) -> None:
        super().__init__()
        self._session, self._action = session, action
        self._state = ""
        theme.set_role(self, "primary")
        OwnKeys(self, PRESS)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow_action)
        session.changed.connect(self._follow)
        self._follow(Changed.TRAINING)
        theme.on_change(self, self._measure)

    def _follow_action(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())

    def _follow(self, what: Changed) -> None:
        if self._session.run_state != self._state:
            self._state = self._session.run_state
            set_icon(self, RUN_ICONS[self._state], "primary_text")

    def _measure(self) -> None:
        """Take one width for all three texts, so that nothing beside it moves."""
        self.ensurePolished()
        self.setMinimumWidth(0)
        widths = []
        for text in (tr("Pause"), tr("Resume"), tr("Train")):
            self.setText(text)
            widths.append(self.sizeHint().width())
        self.setFixedWidth(max(widths))
        self._follow_action()


def action_button(action: QAction, short: str = "") -> QToolButton:
    """Return a button for a command, perhaps with a shorter text than the menu's."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.text())
    OwnKeys(button, PRESS)
    if short:
        # The button takes the action's text again whenever that changes; this comes after it.
        action.changed.connect(lambda: button.setText(short))
        button.setText(short)
    return button
