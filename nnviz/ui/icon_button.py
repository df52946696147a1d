"""A command as an icon."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from nnviz.ui.fields import PRESS, OwnKeys
from nnviz.ui.icons import set_icon


class IconButton(QToolButton):
    """A button without words: tooltip, name and state are the action's.

    Parameters
    ----------
    action : QAction
        What it triggers.
    icon : str
        The name of its icon.
    """

    def __init__(self, action: QAction, icon: str) -> None:
        super().__init__()
        self._action = action
        self.icon_name = ""
        self.show_icon(icon)
        OwnKeys(self, PRESS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow_action)
        self._follow_action()

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        if name != self.icon_name:
            self.icon_name = name
            set_icon(self, name)

    def _follow_action(self) -> None:
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())
