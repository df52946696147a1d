"""Messages and progress that stand over a panel instead of pushing it aside.

Nothing moves under the mouse, and the network's picture need not be drawn anew for another height.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

RESIZED = (QEvent.Type.Resize,)
SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Notices(QFrame):
    """Bars at the top of a panel, as wide as it is; each comes and goes by itself.

    Parameters
    ----------
    over : QWidget
        The panel.
    bars : QWidget
        They are shown and hidden by others.
    """

    def __init__(self, over: QWidget, *bars: QWidget) -> None:
        super().__init__(over)
        self._over = over
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for bar in bars:
            layout.addWidget(bar)
            bar.installEventFilter(self)
        over.installEventFilter(self)
        self._place()

    def stand_over(self, over: QWidget) -> None:
        """Stand over another panel: what is said must be seen wherever the user is."""
        if over is not self._over:
            self._over.removeEventFilter(self)
            self._over = over
            over.installEventFilter(self)
            self.setParent(over)
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide as the panel, and follow a bar that comes or goes."""
        if event.type() in (RESIZED if watched is self._over else SHOWN_OR_HIDDEN):
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Follow a bar that has more to say."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = self._over.width()
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        self.setGeometry(0, 0, width, max(height, 0))
        self.setVisible(not layout.isEmpty())
        self.raise_()
