"""What the network is, in as many words as the window's first line has room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.wording import parameter_count, parameter_count_apart


class NetworkSummary(QLabel):
    """The network's sizes and its number of parameters, taken apart in the tooltip."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._room = session, 0
        theme.set_role(self, "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.setToolTip(parameter_count_apart(self._session.spec))
            self._fit()

    def _texts(self) -> tuple[str, ...]:
        """Return what it says where there is room, and where there is less and less."""
        spec = self._session.spec
        return f"{spec}  ·  {parameter_count(spec)}", f"{spec}", ""

    def _fit(self) -> None:
        wide = self.fontMetrics().horizontalAdvance
        self.setText(next(text for text in self._texts() if not text or wide(text) <= self.width()))
        self.updateGeometry()

    def give(self, room: int) -> None:
        """Ask for no more room than this, if that is enough for the sizes."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for all of it, or for the sizes alone where only they have room."""
        whole, sizes, _ = (self.fontMetrics().horizontalAdvance(text) + 2 for text in self._texts())
        return QSize(sizes if sizes <= self._room < whole else whole, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return that it can do without room: the tabs need theirs."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit()
