"""The right side of the Train workspace: a switch, and the page it chooses."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.session import Session
from nnviz.ui.laboratory.pages import PAGES
from nnviz.ui.paged import PagedPanel
from nnviz.wording import tr


class LaboratoryPanel(PagedPanel):
    """The curves, or another of :data:`nnviz.ui.laboratory.pages.PAGES`.

    Attributes
    ----------
    curves : QWidget
        Where the window places its curves.
    """

    def __init__(self, session: Session) -> None:
        self.curves = QWidget()
        QVBoxLayout(self.curves).setContentsMargins(0, 0, 0, 0)
        made = {"curves": self.curves}
        super().__init__(session, "page", tr("What stands beside the network"), PAGES, made)
