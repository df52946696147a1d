"""The accumulator: what the examples added so far want together, layer by layer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import Location
from nnviz.core.tally import Tally
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.arrangement import arrange
from nnviz.ui.inspector.pictures import CaptionedImage
from nnviz.wording import layer_name, tr
from nnviz.wording.batch import length_text, sum_name

LARGEST_MATRIX = 32
"""Rows and columns up to which a layer is shown whole; of a larger one a neuron."""


WORDS = 60.0
"""What the words over a picture take, at type scale 1."""


class Accumulator(QWidget):
    """A picture and a bar for each layer, side by side or one below the other: as they become larger.

    Parameters
    ----------
    session : Session
        Whose network they belong to.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.layers: list[LayerSum] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the panel."""
        return QSize(round(theme.px(120)), round(theme.px(60)))

    def show_tally(self, tally: Tally | None, size: int, mean: bool) -> None:
        """Show what was added up of `size` examples, or its mean."""
        spec = self._session.spec
        if [layer.layer for layer in self.layers] != [*spec.layers]:
            self._build()
        for layer in self.layers:
            layer.show_tally(tally, size, mean)

    def _build(self) -> None:
        for old in self.layers:
            self._row.removeWidget(old)
            old.deleteLater()
        self.layers = [LayerSum(self._session, layer) for layer in self._session.spec.layers]
        for new in self.layers:
            self._row.addWidget(new, 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the layers for another size."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        n, width, height = max(len(self.layers), 1), self.width(), self.height()
        stacked = min(height / n, width / 2) >= min(width / n, height - theme.px(WORDS))
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._row.setSpacing(4 if stacked else 10)
        for layer in self.layers:
            layer.image.stand_beside(stacked)


class LayerSum(QWidget):
    """One layer's part of the accumulator, as −Σ: blue should rise, red should fall."""

    def __init__(self, session: Session, layer: int) -> None:
        super().__init__()
        self._session, self.layer = session, layer
        self._cells: IntArray = np.zeros((1, 1), np.int64)
        self._j: int | None = None
        teaches = tr("What the examples added so far want together: blue should rise, red should fall.")
        self.image = CaptionedImage(layer_name(session.spec, layer), teaches)
        self.bar = PullBar()
        self.image.words.addWidget(self.bar)
        self.image.words.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.image)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        picture = self.image.picture
        picture.hovered.connect(lambda row, column: session.point_at(self._location(row, column)))
        picture.left.connect(lambda: session.point_at(None))
        picture.clicked.connect(lambda row, column: session.select(self._location(row, column)))

    def show_tally(self, tally: Tally | None, size: int, mean: bool) -> None:
        """Show the sum, or the mean, as numbers in color."""
        spec = self._session.spec
        total = np.zeros((spec.sizes[self.layer - 1] + 1, spec.sizes[self.layer]))
        if tally is not None:
            total = -tally.total.blocks[self.layer] / (size if mean else 1)
        self._picture(total)
        length = float(np.linalg.norm(total))
        whole = 0.0 if tally is None else tally.lengths[self.layer] / (size if mean else 1)
        share = 0.0 if tally is None else tally.examples / size
        self.bar.show_pull(share, length / whole if whole > 0 else 0.0, length_text(length))

    def _picture(self, total: Array) -> None:
        spec = self._session.spec
        n, before = spec.sizes[self.layer], spec.sizes[self.layer - 1]
        name = sum_name(self.layer, None)
        if max(n, before) <= LARGEST_MATRIX:
            self._j, self._cells = None, np.arange(n * before).reshape(n, before)
            values = total[:-1].T.ravel()
        else:
            self._j = self._neuron(total)
            shape = self._session.dataset.image_shape if self.layer == 1 else None
            self._cells, values = arrange(before, shape), total[:-1, self._j]
            name = sum_name(self.layer, self._j)
        self.image.caption.set_text(name)
        self.image.show_values(values, self._cells)

    def _neuron(self, total: Array) -> int:
        """Return the neuron that is shown of a large layer: the chosen one, or that which is pulled most."""
        chosen = self._session.selection
        if chosen is not None and chosen.layer == self.layer:
            return chosen.j
        return int((total**2).sum(0).argmax())

    def _location(self, row: int, column: int) -> Location | Neuron | None:
        cell = int(self._cells[row, column])
        if cell < 0:
            return None
        if self._j is not None:
            return Location("w", self.layer, self._j, cell)
        return Location("w", self.layer, *divmod(cell, self._session.spec.sizes[self.layer - 1]))


class PullBar(QWidget):
    """How long the sum is, within how long it would be if all had pulled the same way."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._left, self._text = 0.0, 0.0, ""
        self.setToolTip(
            tr(
                "<b>How far the accumulator has filled</b><br>Gray: how many of the examples were added."
                "<br>Bright: what is left of their pull, ‖Σ g‖ / Σ ‖g‖. The difference has canceled."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)

    def show_pull(self, share: float, left: float, text: str) -> None:
        """Show which share was added, what is left of it, and the length."""
        self._share, self._left, self._text = share, left, text
        self.setAccessibleName(text)
        self.update()

    def filled(self) -> tuple[float, float]:
        """Return how far the gray and the bright bar reach, as shares of the whole."""
        return self._share, self._share * self._left

    def sizeHint(self) -> QSize:
        """Return room for the bar and a line of text."""
        return QSize(round(theme.px(90)), round(theme.px(24)))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, and the length under them."""
        painter, now = QPainter(self), theme.current()
        height = theme.px(8)
        for width, role in zip((1.0, *self.filled()), ("surface_sunken", "groove", "text"), strict=True):
            painter.fillRect(QRectF(0, 0, self.width() * width, height), now.color(role))
        painter.setPen(now.color("control_border"))
        painter.drawRect(QRectF(0, 0, self.width() - 1, height))
        painter.setFont(theme.number_font(0.85))
        painter.setPen(now.color("text_muted"))
        rect = QRectF(0, height + 2, self.width(), self.height() - height - 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()
