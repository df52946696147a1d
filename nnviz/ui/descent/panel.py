"""The Descent workspace: a switch, and one of its landscapes."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from nnviz.session import Session
from nnviz.ui.descent.pages import PAGES
from nnviz.ui.paged import PagedPanel
from nnviz.wording import tr


class DescentPanel(PagedPanel):
    """One of :data:`nnviz.ui.descent.pages.PAGES`."""

    BESIDE = 12

    def __init__(self, session: Session) -> None:
        super().__init__(session, "landscape", tr("What goes downhill"), PAGES)
        self.setFocusProxy(self.pages)

    def showEvent(self, event: QShowEvent) -> None:
        """Take a keyboard that nobody has, lest Qt give it to the switch: Space runs, the arrows step."""
        super().showEvent(event)
        if QApplication.focusWidget() is None:
            self.pages.setFocus()
