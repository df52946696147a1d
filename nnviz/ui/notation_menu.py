"""The View menu's choice of a notation: applied at once to all formulas, and remembered."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.session import Session
from nnviz.ui.preferences import Preferences
from nnviz.wording import NOTATIONS, Notation, current_notation, tr


class NotationMenu(QMenu):
    """How formulas are written: letters, the order of indices and of products.

    Parameters
    ----------
    session : Session
        Tells all panels to write anew.
    preferences : Preferences
        Remembers the choice; what it remembers is in use from now on.
    parent : QWidget
        The menu it belongs to.
    """

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(tr("Notation"), parent)
        self._session, self._preferences = session, preferences
        self.setToolTipsVisible(True)
        self.choices = QActionGroup(self)
        for notation in NOTATIONS:
            action = QAction(tr(notation.label), self.choices, checkable=True)
            action.setData(notation.key)
            action.setToolTip(tr(notation.teaches))
            self.addAction(action)
        self.choices.triggered.connect(self._choose)
        self.aboutToShow.connect(self._tick)
        self._tick()

    def choose(self, notation: Notation) -> None:
        """Write all formulas in another notation, today and at the next start."""
        self._preferences.notation = notation
        self._session.write_in(notation)
        self._tick()

    def _choose(self, action: QAction) -> None:
        self.choose(next(notation for notation in NOTATIONS if notation.key == action.data()))

    def _tick(self) -> None:
        for action in self.choices.actions():
            action.setChecked(action.data() == current_notation().key)
