"""Painting the input: its numbers as a canvas, the brush's button, and the mark of a painted one."""

from math import ceil

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from nnviz.core.arrays import Array, IntArray
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import described, tab_only
from nnviz.ui.painting import BrushButton, Painting
from nnviz.wording import tr

SIZE = 0.85
"""Of the mark's letters, as a share of the others'."""


class InputCanvas:
    """The example's pixels: painted towards 1, erased towards 0, all channels alike.

    Parameters
    ----------
    session : Session
        Whose input it is.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def cells(self) -> IntArray:
        """Return the pixels in the image's shape."""
        shape = self._session.dataset.image_shape
        assert shape is not None
        return np.arange(self._session.dataset.n_inputs).reshape(*shape[:2], -1)

    def numbers(self) -> Array:
        """Return the input, with what was painted on it."""
        return self._session.input

    def ink(self, erase: bool) -> float:
        """Return full ink or none."""
        return 0.0 if erase else 1.0

    def write(self, values: dict[int, float]) -> None:
        """Paint some pixels."""
        self._session.paint_input(values)


class InputBrush(BrushButton):
    """Turns the brush of the example's picture on and off."""

    def __init__(self, painting: Painting) -> None:
        name = tr("Paint the input")
        inks = tr(
            "Drag over the picture to add ink, right or with Shift to erase it:"
            " everything that follows from the input follows at once."
        )
        super().__init__(painting, name, inks, "D")


class PaintedMark(QAbstractButton):
    """Says that the input was painted on; a click brings the example's own pixels back.

    Parameters
    ----------
    session : Session
        Whose input it is about.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setText(tr("painted ×"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tab_only(self)
        described(
            self,
            tr("Original"),
            tr("This input was painted on. Click to bring the example's own pixels back;"),
            tr("undo (Ctrl+Z) takes it back stroke by stroke."),
        )
        self.clicked.connect(self.restore)
        theme.on_change(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the text, no more: it stands beside the example's number in a narrow card."""
        metrics = QFontMetricsF(theme.number_font(SIZE))
        return QSize(ceil(metrics.horizontalAdvance(self.text()) + 4), ceil(metrics.height() + theme.px(6)))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the text; light it up under the mouse and frame it with the focus."""
        painter, now = QPainter(self), theme.current()
        painter.setFont(theme.number_font(SIZE))
        painter.setPen(now.color("text" if self.underMouse() or self.isDown() else "text_muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(now.color("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go dim again."""
        self.update()

    def restore(self) -> None:
        """Paint the example's own pixels, as one edit."""
        session = self._session
        x, _ = session.split.example(session.example.index)
        attempt(session, lambda: session.paint_input(dict(enumerate(x.tolist()))))
