"""A switch, and the page it chooses; a page is made when it is first shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui.pictures import Picture
from nnviz.ui.segments import Segments


class PagedPanel(QWidget):
    """Shows the page that one field of the Session's view names.

    Parameters
    ----------
    session : Session
    field : str
        The name of the field of :class:`nnviz.session.View`.
    name : str
        What the switch is called for those who cannot see it.
    pages : sequence of Picture
        All pages, in order.
    made : mapping, optional
        Page → widget, of pages that are there already.
    """

    BESIDE = 0
    """Right of the switch, where the panel ends with the window."""

    def __init__(
        self,
        session: Session,
        field: str,
        name: str,
        pages: Sequence[Picture],
        made: Mapping[str, QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._session, self._field = session, field
        self._all = {page.name: page for page in pages}
        self._made = dict(made or {})
        self.switch = Segments(name, self._words())
        self.pages = QStackedWidget()
        for page in self._made.values():
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, self.BESIDE, 0)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(row)
        layout.addWidget(self.pages, 1)
        self.switch.chosen.connect(self.show_page)
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    def show_page(self, name: str) -> None:
        """Show another page, by its stable name."""
        self._session.set_view(replace(self._session.view, **{self._field: name}))  # type: ignore[arg-type]  # a field of words

    def _words(self) -> dict[str, tuple[str, str]]:
        return {name: page.taught() for name, page in self._all.items()}

    @property
    def _chosen(self) -> str:
        return str(getattr(self._session.view, self._field))

    def _follow(self, what: Changed) -> None:
        if what & Changed.NOTATION:
            self.switch.rename(self._words())
        # A page that nobody has seen yet is made when it can be seen.
        if what & Changed.VIEW and (self.isVisible() or self._chosen in self._made):
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was chosen while another workspace was open."""
        self._show()
        super().showEvent(event)

    def _show(self) -> None:
        if self._chosen not in self._made:
            self._made[self._chosen] = self._all[self._chosen].make(self._session)
            self.pages.addWidget(self._made[self._chosen])
        self.switch.choose(self._chosen)
        self.pages.setCurrentWidget(self._made[self._chosen])
