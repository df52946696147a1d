"""What is learned from, as a button that opens the chooser."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from nnviz.data.dataset import Dataset
from nnviz.data.facts import Facts
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys
from nnviz.ui.icons import set_icon
from nnviz.wording import tr
from nnviz.wording.data import data_summary, data_title, short_title

MOST = 140.0
"""Width of the words, at type scale 1."""


def icon_of(data: Dataset) -> str:
    """Return the name of the icon that fits: images, points of classes, or a curve of measured values."""
    if data.image_shape is not None:
        return "example-image"
    return "data-curve" if data.classes is None else "data-points"


class DataButton(QToolButton):
    """Names the data; where there is no room for words, an icon does.

    Parameters
    ----------
    session : Session
        Whose data.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        OwnKeys(self, PRESS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._follow)
        theme.on_change(self, self._name)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self._name()

    def _name(self) -> None:
        data = self._session.dataset
        set_icon(self, icon_of(data))
        side = round(theme.px(18))
        self.setIconSize(QSize(side, side))
        words = self.fontMetrics().elidedText(
            short_title(data.reference), Qt.TextElideMode.ElideMiddle, round(theme.px(MOST))
        )
        self.setText(words)
        title = data_title(data.reference)
        self.setAccessibleName(tr("Data: {name}", name=title))
        lines = (tr("Data: {name}", name=title), data_summary(Facts.of(data)))
        self.setToolTip(f"<b>{lines[0]}</b><br>{lines[1]}<br>{tr('Click: choose other data. (Ctrl+D)')}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        icon = self.minimumSizeHint()
        return QSize(icon.width() + self.fontMetrics().horizontalAdvance(self.text()) + 6, icon.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the icon."""
        return QSize(self.iconSize().width() + 12, self.iconSize().height() + 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words away where they would be cut."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        roomy = event.size().width() >= self.sizeHint().width()
        self.setToolButtonStyle(styles.ToolButtonTextBesideIcon if roomy else styles.ToolButtonIconOnly)
