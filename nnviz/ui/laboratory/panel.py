"""The right side of the Train workspace: a switch, and the page it chooses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nnviz.session import Session
from nnviz.ui.laboratory.pages import PAGES
from nnviz.ui.segments import Segments
from nnviz.wording import tr


class LaboratoryPanel(QWidget):
    """The curves, or another of :data:`nnviz.ui.laboratory.pages.PAGES`; a page is made when first shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.curves = QWidget()
        curves = QVBoxLayout(self.curves)
        curves.setContentsMargins(0, 0, 0, 0)
        words = {page.name: page.taught() for page in PAGES}
        curves_words = (tr("curves"), tr("<b>Curves</b><br>Cost and accuracy over the epochs."))
        self.switch = Segments(tr("What stands beside the network"), {"curves": curves_words, **words})
        self.pages = QStackedWidget()
        self._made: dict[str, QWidget] = {"curves": self.curves}
        self.pages.addWidget(self.curves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.pages, 1)
        self.switch.chosen.connect(self.show_page)
        self.switch.choose("curves")

    def show_page(self, name: str) -> None:
        """Show another page, by its stable name."""
        if name not in self._made:
            page = next(page for page in PAGES if page.name == name)
            self._made[name] = page.make(self._session)
            self.pages.addWidget(self._made[name])
        self.switch.choose(name)
        self.pages.setCurrentWidget(self._made[name])
