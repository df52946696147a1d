"""What stands in the middle of the window, and the switch that chooses it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QSlider, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui.network.page import NetworkPage, ReadingLine
from nnviz.ui.network.switch import PictureSwitch
from nnviz.ui.network.view import NetworkView
from nnviz.ui.pictures import PICTURES


class Pages(QStackedWidget):
    """A stack that needs the room of the page it shows, and not that of all that were ever opened."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Return what the page in sight needs."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else super().minimumSizeHint()


class NetworkPanel(QWidget):
    """What stands in the middle: the network, or another of :data:`nnviz.ui.pictures.PICTURES`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.page = NetworkPage(session)
        self.switch = PictureSwitch(session)
        self.pages = Pages()
        self._made: dict[str, QWidget] = {"network": self.page}
        self.pages.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.pages, 1)
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    @property
    def view(self) -> NetworkView:
        """The network's picture."""
        return self.page.view

    @property
    def reading(self) -> ReadingLine:
        """The line below the network's picture."""
        return self.page.reading

    @property
    def contrast(self) -> QSlider:
        """The control of γ."""
        return self.reading.contrast

    def _follow(self, what: Changed) -> None:
        if what & Changed.VIEW:
            self._show(self._shown(self._session.view.picture))

    def _show(self, page: QWidget) -> None:
        if page is self.pages.currentWidget():
            return
        focused = self.hasFocus() or self.pages.isAncestorOf(QApplication.focusWidget() or self)
        self.pages.setCurrentWidget(page)
        if focused:
            # Qt would hand the keyboard to the page's first field, and the arrow keys would no longer step.
            (self.view if page is self.page else self).setFocus()

    def _shown(self, name: str) -> QWidget:
        """Return a page; it is made when it is first shown, for a start does not need it."""
        if name not in self._made:
            picture = next(picture for picture in PICTURES if picture.name == name)
            self._made[name] = picture.make(self._session)
            self.pages.addWidget(self._made[name])
        return self._made[name]
