"""The paper that is drawn on, with mouse or pen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.data.strokes import PAD, Dab
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.wording import tr

RADII = {"fine": 10.0, "medium": 16.0, "broad": 24.0}
"""Of the pen, in units of the paper; ten of them are about a pixel of MNIST."""

LIVE_MS = 30
"""While the pen moves the network is shown the drawing at most so often."""

LIGHTEST = 0.3
"""The share of its width that a pen draws with which is not pressed."""


class PadView(QWidget):
    """A square sheet; a drag is a stroke, and the network answers while it is drawn.

    Parameters
    ----------
    session : Session
        Whose drawing it shows and continues.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.radius = RADII["medium"]
        self._mouse: QPointF | None = None
        self._live = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._live.timeout.connect(self._show)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Drawing pad"))
        self.setToolTip(tr("<b>Draw here</b><br>With the mouse or a pen; each stroke is one step of undo."))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        session.changed.connect(self._follow)
        theme.on_change(self, self.update)

    def _follow(self, what: Changed) -> None:
        if what & (Changed.EXAMPLE | Changed.HISTORY | Changed.NETWORK) and self.isVisible():
            self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(round(theme.px(280)), round(theme.px(280)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be drawn on."""
        return QSize(round(theme.px(120)), round(theme.px(120)))

    # Where

    def paper(self) -> QRectF:
        """Return where the paper lies."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) / 2, 1, side, side)

    def _dab(self, at: QPointF, pressure: float = 1.0) -> Dab:
        paper = self.paper()
        scale = PAD / max(paper.width(), 1)
        x, y = (
            float(np.clip(v, -PAD, 2 * PAD)) for v in ((at.x() - paper.left()) * scale, (at.y() - 1) * scale)
        )
        return Dab(x, y, self.radius * (LIGHTEST + (1 - LIGHTEST) * pressure))

    # The pen

    def _begin(self, dab: Dab) -> None:
        if self._session.drawings.possible and 0 <= dab.x <= PAD and 0 <= dab.y <= PAD:
            self._session.drawings.put_down(dab)
            self._show()

    def _lead(self, dab: Dab) -> None:
        self._session.drawings.lead(dab)
        self.update()
        if self._session.drawings.drawing and not self._live.isActive():
            self._live.start()

    def _end(self) -> None:
        self._live.stop()
        if self._session.drawings.drawing:
            self._try(self._session.drawings.lift)

    def _show(self) -> None:
        self._try(self._session.drawings.show)

    def _try(self, action: Callable[[], object]) -> None:
        attempt(self._session, action)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(self._dab(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead the pen on, or show where it would be put down."""
        self._mouse = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._lead(self._dab(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen, the broader the more it is pressed."""
        if event.pointerType() != QPointingDevice.PointerType.Pen:
            event.ignore()  # it comes again as a mouse
            return
        dab = self._dab(event.position(), event.pressure())
        self._mouse = event.position()
        if event.type() == QEvent.Type.TabletPress:
            self._begin(dab)
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        elif event.pressure() > 0:
            self._lead(dab)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no pen."""
        self._mouse = None
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """End a stroke that nobody sees."""
        super().hideEvent(event)
        self._end()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, the ink, and the pen's round tip."""
        painter, now, paper = QPainter(self), theme.current(), self.paper()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._session.drawings.ink
        off, on = now.color("image_off"), now.color("image_on")
        painter.fillRect(paper, off)
        alpha = np.ascontiguousarray(np.rint(255 * ink).astype(np.uint8))
        image = QImage(alpha.data, PAD, PAD, PAD, QImage.Format.Format_Indexed8)
        image.setColorTable([theme.blend(off, on, k / 255).rgb() for k in range(256)])
        painter.drawImage(paper, image.convertToFormat(QImage.Format.Format_RGB32))
        if not ink.any():
            painter.setPen(now.color("text_muted"))
            painter.setFont(theme.number_font(1.1))
            painter.drawText(
                paper, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._invitation()
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(now.color("border"))
        painter.drawRect(paper)
        if self._mouse is not None and paper.contains(self._mouse):
            radius = self.radius * paper.width() / PAD
            painter.setPen(QPen(now.color("selection"), 1))
            painter.drawEllipse(self._mouse, radius, radius)
        painter.end()

    def _invitation(self) -> str:
        if not self._session.drawings.possible:
            return tr("These data are no images:\nthere is nothing to draw.")
        return tr("draw a digit here")
