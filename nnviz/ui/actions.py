"""The commands as Qt actions: words, keys, icon and enabled state follow the session."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from nnviz.commands import COMMANDS, Command
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.icons import icon
from nnviz.wording import tr

SPEAKS_OF = (
    Changed.HISTORY
    | Changed.TRAINING
    | Changed.SELECTION
    | Changed.CURSOR
    | Changed.NETWORK
    | Changed.NOTATION
    | Changed.VIEW
)
"""What the words and the enabled state of commands depend on; a mouse that moves is not among it."""


def make_actions(
    session: Session, parent: QObject, commands: tuple[Command, ...] = COMMANDS
) -> Mapping[str, "CommandAction"]:
    """Return one action for every command, by its name."""
    actions = {command.name: CommandAction(command, session, parent) for command in commands}
    _Following(session, tuple(actions.values()), parent)
    return actions


class _Following(QObject):
    """Hears of changes for all actions: a training's news concern none."""

    def __init__(self, session: Session, actions: tuple["CommandAction", ...], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        session.changed.connect(self._follow)

    def _follow(self, what: Changed) -> None:
        if what & SPEAKS_OF:
            for action in self._actions:
                action.follow(what)


class CommandAction(QAction):
    """One command in menus, on buttons and under keys."""

    def __init__(self, command: Command, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._command = command
        self._session = session
        self.setObjectName(command.name)
        self.setShortcuts([QKeySequence(key) for key in command.keys])
        self.triggered.connect(self._run)
        theme.notifier().changed.connect(self._draw_icon)
        self._draw_icon()
        self.follow(Changed.HISTORY)

    def _run(self) -> None:
        attempt(self._session, lambda: self._command.run(self._session))

    def refresh(self) -> None:
        """Say what it would do now, and whether it can be done."""
        self.follow(Changed.HISTORY)

    def follow(self, what: Changed) -> None:
        """Say what it would do after something of SPEAKS_OF has moved."""
        text = self._command.text(self._session)
        if text != self.text() or what & Changed.NOTATION:
            self.setText(text)
            keys = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            after = f" ({keys})" if keys else ""
            self.setToolTip(f"<b>{text}</b>{after}<br>{tr(self._command.tip)}")
        self.setEnabled(self._command.enabled(self._session))

    def _draw_icon(self) -> None:
        if self._command.icon:
            self.setIcon(icon(self._command.icon))
