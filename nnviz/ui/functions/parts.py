"""What the two cards are put together from: counts, arrows, thumbnails, output bars."""

from __future__ import annotations

from math import isfinite

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import short, tr

_CENTER = Qt.AlignmentFlag.AlignCenter

SIDE = 34.0
"""Of a thumbnail, in pixels at type scale 1."""


class Arrow(QWidget):
    """An arrow that leads from one row to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of an arrow."""
        return QSize(round(theme.px(20)), round(theme.px(13)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, x = theme.current().color("text_muted"), theme.px(26)
        painter.setPen(QPen(color, theme.px(2)))
        bottom, wing = self.height() - theme.px(2), theme.px(5)
        painter.drawLine(QPointF(x, theme.px(2)), QPointF(x, bottom - wing))
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        corners = ((-wing, -wing - 2), (wing, -wing - 2), (0, 0))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, bottom + dy) for dx, dy in corners]))
        painter.end()


class Station(QWidget):
    """One row of a card: "in", "f" or "out", a count in large type, and what is shown beside it.

    Parameters
    ----------
    word : str
        The small word in front.
    box : bool
        Whether it stands in a box: the function itself, with what it holds still.
    """

    def __init__(self, word: str, box: bool = False) -> None:
        super().__init__()
        self.word = QLabel(word)
        theme.set_role(self.word, "muted")
        self.count = NumberLine(size=1.25, bold=True)
        self.numbers = NumberLine("text_muted", 0.9)
        self.content = QVBoxLayout()
        self.content.setSpacing(3)
        self._box = box
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 4)
        row.setSpacing(10)
        row.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(3)
        side.addWidget(self.count)
        side.addLayout(self.content)
        side.addWidget(self.numbers)
        row.addLayout(side, 1)
        self.numbers.hide()
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        self.word.setFixedWidth(round(theme.px(30)))

    def show_numbers(self, text: str) -> None:
        """Write a few numbers below what is shown."""
        self.numbers.set_text((text,))
        self.numbers.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        if not self._box:
            return
        painter, now = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color("control_border"), 1))
        painter.setBrush(now.color("surface_raised"))
        corner = theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()


class Thumbnails(QWidget):
    """As many inputs as fit, side by side as pictures; for inputs that are no image as stripes of cells."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._inputs: Array = np.zeros((0, 1))
        self._shape: tuple[int, ...] | None = None
        self._images: list[QImage] = []
        self._kept: list[object] = []
        self._grown = 1.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._recolor)

    def show_inputs(self, inputs: Array, shape: tuple[int, ...] | None) -> None:
        """Show other inputs, shape (n, n_0)."""
        if shape != self._shape or not np.array_equal(inputs, self._inputs):
            self._inputs, self._shape = inputs, shape
            self._recolor()

    def _recolor(self) -> None:
        self._images, self._kept = [], []
        for x in self._inputs:
            pixels = _pixels(x, self._shape)
            self._kept.append(pixels)  # QImage does not own its pixels
            rows, columns = pixels.shape[:2]
            form = QImage.Format.Format_RGBA8888
            self._images.append(QImage(pixels.data, columns, rows, 4 * columns, form))
        self.updateGeometry()
        self.update()

    def grow(self, factor: float) -> None:
        """Take more height than usual."""
        self._grown = factor
        self.updateGeometry()

    def _side(self) -> float:
        return theme.px(SIDE * self._grown)

    def fitting(self) -> int:
        """Return how many fit at the present width."""
        return max(int((self.width() + theme.px(4)) // (self._side() + theme.px(4))), 1)

    def sizeHint(self) -> QSize:
        """Return room for one row."""
        return QSize(round(self._side()), round(self._side()))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from left to right."""
        painter = QPainter(self)
        painter.setPen(theme.current().color("border"))
        side, step = self._side(), self._side() + theme.px(4)
        for n, image in enumerate(self._images[: self.fitting()]):
            rect = QRectF(n * step, 0, side, side)
            painter.drawImage(rect, image)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.end()


def _pixels(x: Array, shape: tuple[int, ...] | None) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Return an input as RGBA: ink on paper, or its own colors."""
    table = x[None, :, None] if shape is None else x.reshape(*shape[:2], -1)
    shades = np.clip(np.nan_to_num(table), 0, 1)
    if shades.shape[2] == 1:
        off, on = (theme.current().color(role) for role in ("image_off", "image_on"))
        ends = [np.array([c.redF(), c.greenF(), c.blueF()]) for c in (off, on)]
        shades = ends[0] + (ends[1] - ends[0]) * shades
    pixels = np.full((*shades.shape[:2], 4), 255, np.uint8)
    pixels[..., :3] = np.rint(255 * shades)
    return pixels


class OutputBars(QWidget):
    """The outputs as upright bars with their values and what they speak for."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[float, ...] = ()
        self._names: tuple[str, ...] = ()
        self._wanted: int | None = None
        self._grown = 1.0
        self.setAccessibleName(tr("The outputs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)

    def show_outputs(self, values: Array, names: tuple[str, ...] | None, wanted: int | None) -> None:
        """Show other outputs; the wanted one is named in gold."""
        self._values, self._wanted = tuple(values.tolist()), wanted
        self._names = names or tuple(str(j) for j in range(len(self._values)))
        spoken = zip(self._names, self._values, strict=False)
        self.setAccessibleDescription(", ".join(f"{name}: {short(value)}" for name, value in spoken))
        self.update()

    def grow(self, factor: float) -> None:
        """Take more height than usual."""
        self._grown = factor
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for bars that can be told apart."""
        return QSize(round(theme.px(200)), round(theme.px(62 * self._grown)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(round(theme.px(80)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar, its value above and its name below, for each output."""
        painter, now = QPainter(self), theme.current()
        painter.setFont(theme.number_font(0.82))
        count = max(len(self._values), 1)
        width = min(self.width() / count, theme.px(34 * self._grown))
        most = max([abs(v) for v in self._values if isfinite(v)] + [1.0])
        line = theme.px(15)
        room = self.height() - 2 * line
        fits = width >= theme.px(17)
        for j, value in enumerate(self._values):
            left = j * width
            height = abs(value) / most * room if isfinite(value) else 0.0
            foot = self.height() - line
            bar = QRectF(left + 0.2 * width, foot - height, 0.6 * width, height)
            painter.fillRect(bar, now.color("negative" if value < 0 else "text_muted"))
            if fits:
                painter.setPen(now.color("text"))
                painter.drawText(QRectF(left, foot - height - line, width, line), _CENTER, short(value))
                painter.setPen(now.color("selection_text" if j == self._wanted else "text_muted"))
                painter.drawText(QRectF(left, foot, width, line), _CENTER, self._name(painter, j, width))
        painter.setPen(now.color("border"))
        painter.drawLine(QPointF(0, self.height() - line), QPointF(count * width, self.height() - line))
        painter.end()

    def _name(self, painter: QPainter, j: int, width: float) -> str:
        name = self._names[j] if j < len(self._names) else ""
        return painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, round(width))
