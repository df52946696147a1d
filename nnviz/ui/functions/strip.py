"""All of θ as one strip of color, and what it stands for under the mouse."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.arrays import Array
from nnviz.core.network import Location, Parameters
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.inspector.names import weight_name
from nnviz.ui.sign_marks import draw_stripes
from nnviz.ui.signed_image import largest
from nnviz.wording import exact, number, tr

HEIGHT = 30.0


class ThetaStrip(QWidget):
    """Every weight and bias as one cell, column after column, in the order in which they stand in θ.

    Each layer has its own scale, for the weights of the first are often a tenth of the others'.

    Parameters
    ----------
    session : Session
        Whose selection a click changes, and what is pointed at.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._parameters: Parameters | None = None
        self._rows, self._grown = 1, 1.0
        self._image = QImage()
        self.setMouseTracking(True)
        self.setAccessibleName(tr("All weights and biases"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._recolor)

    def show_parameters(self, parameters: Parameters) -> None:
        """Show other numbers."""
        self._parameters = parameters
        self.setAccessibleDescription(tr("from −{most} to +{most}", most=number(largest(parameters.theta))))
        self._recolor()

    def grow(self, factor: float) -> None:
        """Take more height than usual."""
        self._grown = factor
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a height that stays, at any width."""
        return QSize(round(theme.px(200)), round(theme.px(HEIGHT * self._grown)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(round(theme.px(60)), self.sizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:
        """Arrange the cells anew: as few rows as give each of them about a pixel."""
        self._recolor()

    def _recolor(self) -> None:
        if self._parameters is None:
            return
        theta = self._parameters.theta
        few = len(theta) <= self.width() / theme.px(4)
        self._rows = 1 if few else max(ceil(len(theta) / max(self.width(), 1)), 2)
        columns = ceil(len(theta) / self._rows)
        shares = np.zeros(self._rows * columns)
        shares[: len(theta)] = _shares(self._parameters)
        self._cells = shares.reshape(columns, self._rows).T
        colors = theme.sign_colors(theme.current(), self._cells, 1.0)
        self._colors: NDArray[np.uint8] = np.ascontiguousarray(colors)  # QImage does not own its pixels
        self._image = QImage(
            self._colors.data, columns, self._rows, 4 * columns, QImage.Format.Format_RGBA8888
        )
        self.update()

    # Places

    def location_at(self, point: QPointF) -> Location | None:
        """Return the parameter at a point."""
        if self._parameters is None:
            return None
        columns = self._image.width()
        column = int(point.x() / self.width() * columns)
        row = int(point.y() / self.height() * self._rows)
        index = column * self._rows + row
        inside = 0 <= column < columns and 0 <= row < self._rows and index < len(self._parameters.theta)
        return self._parameters.spec.locate(index) if inside else None

    def rect_of(self, location: Location) -> QRectF:
        """Return where a parameter stands."""
        assert self._parameters is not None
        column, row = divmod(self._parameters.spec.index(location), self._rows)
        width, height = self.width() / self._image.width(), self.height() / self._rows
        return QRectF(column * width, row * height, width, height)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the parameter up in every panel."""
        self._session.point_at(self.location_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._session.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a parameter."""
        location = self.location_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and location is not None:
            self._session.select(location)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from what lies below."""

    def event(self, event: QEvent) -> bool:
        """Say what stands under the mouse."""
        if isinstance(event, QHelpEvent):
            location = self.location_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(location) if location else "", self)
            return True
        return super().event(event)

    def tip(self, location: Location) -> str:
        """Return a parameter's name and value."""
        assert self._parameters is not None
        name, value = weight_name(self._session, location), exact(self._parameters.at(location))
        return f"{name}\n{value}\n" + tr("Each layer is colored by its own scale.")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, and rings around what is chosen or pointed at."""
        painter, now = QPainter(self), theme.current()
        painter.drawImage(QRectF(self.rect()), self._image)
        if self._rows == 1 and now.glyphs and self._parameters is not None:
            side = self.width() / self._image.width()
            draw_stripes(painter, QPointF(0, 0), side, self._cells, 1.0)
        painter.setPen(now.color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hit, role in ((self._session.pointed, "text"), (self._session.selection, "selection")):
            if isinstance(hit, Location) and self._parameters is not None:
                painter.setPen(QPen(now.color(role), theme.px(1.6)))
                painter.drawEllipse(self.rect_of(hit).center(), theme.px(4), theme.px(4))
        painter.end()


def _shares(parameters: Parameters) -> Array:
    """Return every parameter as a share of the largest of its layer, shape (parameter_count,)."""
    blocks = (parameters.blocks[layer] for layer in parameters.spec.layers)
    return np.concatenate([(block / (largest(block) or 1.0)).ravel() for block in blocks])
