"""The window's first line: menus, workspaces, and what data and network are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenuBar, QTabBar

from nnviz.commands import COMMANDS
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.data_button import DataButton
from nnviz.ui.file_menu import FileMenu
from nnviz.ui.language_menu import LanguageMenu
from nnviz.ui.look_menu import LookMenu
from nnviz.ui.network_summary import NetworkSummary
from nnviz.ui.notation_menu import NotationMenu
from nnviz.ui.preferences import Preferences
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow

MENUS = ("Network", "Edit", "Step", "Example", "Train")


class Header(QFrame):
    """Made by the window that it leads, whose actions its menus hold."""

    def __init__(self, window: MainWindow, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._window, self._session, self._preferences = window, session, preferences
        theme.set_role(self, "bar")
        self.tabs = QTabBar(expanding=False, drawBase=False)
        self.tabs.setAccessibleName(tr("Workspaces"))
        self.tabs.setUsesScrollButtons(False)  # a few words always have room
        for words, tip in (
            (tr("Explore"), tr("One example, forward and back, number by number")),
            (tr("Train"), tr("The whole training set, update after update")),
            (tr("Descent"), tr("What downhill means: on a curve, on a surface, on the network's own cost")),
            (tr("Lessons"), tr("A course that drives this window, step by step")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(words), tip)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 0, 16, 0)
        layout.addWidget(self._menu_bar(), 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.tabs, 0, 1)
        self.data_button = DataButton(self._session)
        self.data_button.clicked.connect(lambda: self.files.data.choose())
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(self.data_button)
        self.summary = NetworkSummary(self._session)
        right.addWidget(self.summary)
        layout.addLayout(right, 0, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)

    def event(self, event: QEvent) -> bool:
        """Share the room anew when there is more or less of it, and when somebody wants more or less."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._share_room()
        return super().event(event)

    def _share_room(self) -> None:
        """Where there is little, name the data before the parameters are counted."""
        layout = self.layout()
        assert isinstance(layout, QGridLayout)
        sides = layout.contentsMargins().left() + layout.contentsMargins().right()
        taken = sum(part.sizeHint().width() for part in (self.menus, self.tabs, self.data_button))
        self.summary.give(self.width() - sides - taken - 3 * layout.horizontalSpacing())

    def _menu_bar(self) -> QMenuBar:
        window = self._window
        self.menus = bar = QMenuBar()
        bar.setNativeMenuBar(False)  # the menus share their line with the workspaces
        self.files = FileMenu(self._session, window.document, self._preferences, window)
        self.look = LookMenu(self._preferences, window)
        self.notation = NotationMenu(self._session, self._preferences, self.look)
        self.language = LanguageMenu(self._preferences, self.look)
        # Later: the menu that was clicked goes, too.
        self.language.chosen.connect(
            lambda wanted: QTimer.singleShot(0, window, lambda: window.speak(wanted))
        )
        self.look.addSeparator()
        self.look.addMenu(self.notation)
        self.look.addMenu(self.language)
        self.files.addSeparator()
        self.files.addAction(self._own_action("Quit", "Ctrl+Q", window.close))
        bar.addMenu(self.files)
        for name in MENUS:
            menu = bar.addMenu(tr(name))
            if name == "Network":
                menu.addAction(self._own_action("New network…", "Ctrl+N", window.edit_network))
            menu.addActions([window.actions_[c.name] for c in COMMANDS if c.menu == name])
        self.look.addSeparator()
        self._add_workspaces()
        self.look.addSeparator()
        self.look.addActions(window.presenter.actions)
        window.addActions(window.presenter.actions)
        bar.addMenu(self.look)
        help_menu = bar.addMenu(tr("Help"))
        help_menu.addAction(self._own_action("All keys", "?", window.show_keys))
        return bar

    def _add_workspaces(self) -> None:
        """Give each workspace its key."""
        for index in range(self.tabs.count()):
            key = QKeySequence(f"Ctrl+{index + 1}")
            action = QAction(self.tabs.tabText(index), self._window, shortcut=key)
            action.triggered.connect(lambda _, index=index: self._window.show_workspace(index))
            native = key.toString(QKeySequence.SequenceFormat.NativeText)
            self.tabs.setTabToolTip(index, f"{self.tabs.tabToolTip(index)} ({native})")
            self.look.addAction(action)
            self._window.addAction(action)

    def _own_action(self, text: str, keys: str, slot: object) -> QAction:
        action = QAction(tr(text), self._window, shortcut=QKeySequence(keys))
        action.triggered.connect(lambda: slot())  # type: ignore[operator]  # triggered's `checked` is not for it
        return action
