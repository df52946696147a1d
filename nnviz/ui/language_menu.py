"""The View menu's choice of a language: it is spoken at once, and remembered."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui import language
from nnviz.ui.preferences import Preferences
from nnviz.wording import tr


class LanguageMenu(QMenu):
    """Which language the window speaks.

    Signals
    -------
    chosen(Language)
        Another one.

    Parameters
    ----------
    preferences : Preferences
        Remembers the choice.
    parent : QWidget
        The menu it belongs to.
    """

    chosen = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(tr("Language"), parent)
        self._preferences = preferences
        self.choices = QActionGroup(self)
        for offered in language.LANGUAGES:
            action = QAction(offered.name, self.choices, checkable=True)
            action.setData(offered)
            action.setChecked(offered is language.current())
            self.addAction(action)
        self.choices.triggered.connect(lambda action: self.choose(action.data()))

    def choose(self, wanted: language.Language) -> None:
        """Remember a language, and say that it is wanted."""
        self._preferences.language = wanted.key
        if wanted is not language.current():
            self.chosen.emit(wanted)
