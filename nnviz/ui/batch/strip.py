"""The shuffled training set cut into mini-batches: a strip with the one in use lit."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.session import Session
from nnviz.ui import theme
from nnviz.wording import tr


class EpochStrip(QWidget):
    """One epoch from left to right: used, in use, still to come.

    Parameters
    ----------
    session : Session
        Whose position in the epoch it shows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("The mini-batches of the epoch"))
        self.setToolTip(
            tr(
                "<b>One epoch</b><br>The training set is shuffled and cut into mini-batches; each makes one"
                " update. After the last one it is shuffled anew."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a low line."""
        return QSize(round(theme.px(100)), round(theme.px(10)))

    minimumSizeHint = sizeHint

    def lit(self) -> tuple[float, float]:
        """Return where the mini-batch in use begins and ends, as shares of the epoch."""
        n, used = len(self._session.dataset.train), self._session.position.used
        return used / n, (used + self._session.batch.size) / n

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip, its cuts, and the part in use."""
        painter, now, width = QPainter(self), theme.current(), self.width() - 1.0
        height = self.height() - 1.0
        first, last = self.lit()
        painter.fillRect(QRectF(0, 0, width, height), now.color("surface_sunken"))
        painter.fillRect(QRectF(0, 0, width * first, height), now.color("groove"))
        step = width * self._session.settings.batch / len(self._session.dataset.train)
        if step >= 3:
            painter.setPen(QPen(now.color("control_border"), 1))
            cuts = [i * step for i in range(1, int(width / step) + 1)]
            painter.drawLines([QLineF(x, 0, x, height) for x in cuts])
        lit = QRectF(width * first, 0, max(width * (last - first), 3.0), height)
        painter.fillRect(lit, now.color("selection"))
        painter.setPen(now.color("control_border"))
        painter.drawRect(QRectF(0, 0, width, height))
        painter.end()
