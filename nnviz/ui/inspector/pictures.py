"""The weights that enter a neuron, and what they carry, as pictures: images as images, the rest in rows."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nnviz.core.arrays import Array, IntArray
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.inspector.parts import NumberLine, section
from nnviz.ui.inspector.weight_tools import WeightTools
from nnviz.ui.signed_image import Cell, SignedImage
from nnviz.wording import exact, number, product_text, tr

ROW = 16
"""Cells in a row where there is no image; twice as many for large layers."""


def arrange(count: int, image_shape: tuple[int, ...] | None) -> IntArray:
    """Return which of `count` numbers stands in which cell, −1 where there is none.

    An image keeps its shape, a color image becomes its three channels side by side, all else rows of
    equal length.
    """
    if image_shape is None:
        columns = ROW if count <= 4 * ROW else 2 * ROW
        rows = ceil(count / columns)
        columns = ceil(count / rows)
        cells = np.full(rows * columns, -1)
        cells[:count] = np.arange(count)
        return cells.reshape(rows, columns)
    numbers = np.arange(count).reshape(image_shape)
    if numbers.ndim == 3:
        return np.swapaxes(numbers, 1, 2).reshape(image_shape[0], -1)
    return numbers


class CaptionedImage(QWidget):
    """A caption, a picture, and what its strongest color stands for."""

    def __init__(self, caption: str, teaches: str) -> None:
        super().__init__()
        self.caption = section(caption, teaches)
        self.picture = SignedImage(caption, largest_cell=17.0)
        self.picture.setToolTip(teaches)
        self.scale = NumberLine("text_muted", 0.85)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.caption)
        layout.addWidget(self.scale)
        layout.addWidget(self.picture, 1)

    def show_values(self, values: Array, cells: IntArray) -> None:
        """Show one number for each cell."""
        present = cells >= 0
        self.picture.set_values(np.where(present, values[cells], 0.0), present=present)
        scale = self.picture.scale()
        self.scale.set_text(tr("up to ±{scale}", scale=number(scale)), exact(scale))

    def show_nothing(self, cells: IntArray, why: str) -> None:
        """Show an empty picture, and why it is empty."""
        self.picture.set_values(np.zeros(cells.shape), present=np.zeros(cells.shape, dtype=np.bool_))
        self.scale.set_text(why, why)


class WeightPictures(QWidget):
    """The weights w_k that enter a neuron, beside the products w_k a_k.

    Signals
    -------
    chosen(int)
        k of the cell that was clicked.
    pointed(object)
        k of the cell under the mouse; None once there is none any more.

    Parameters
    ----------
    products : bool
        Whether the products stand beside them.
    session : Session, optional
        Whose network the weights may be painted in, with `set_neuron`; without it they are only shown.
    """

    chosen = Signal(int)
    pointed = Signal(object)

    def __init__(self, products: bool = True, session: Session | None = None) -> None:
        super().__init__()
        self._title = tr("incoming weights")
        self._cells = arrange(1, None)
        self._names: tuple[str, ...] = ()
        self._carried: Array | None = None
        weights = tr("Blue weights add to the neuron, red ones take away: what the neuron looks for.")
        carried = tr("Each weight times the activation it multiplies: what reaches the neuron just now.")
        self.weights = CaptionedImage(self._title, weights)
        self.products = CaptionedImage(tr("× the image"), carried)
        self.tools = None if session is None else WeightTools(session, self.weights.picture)
        self._place()
        for image in (self.weights, self.products):
            self._pair.addWidget(image, 1)
            image.picture.clicked.connect(self._choose)
            image.picture.hovered.connect(self._point)
            image.picture.left.connect(lambda: self.pointed.emit(None))
        self.products.setVisible(products)
        self.weights.picture.set_tip(self._weight_tip)
        self.products.picture.set_tip(self._product_tip)
        theme.on_change(self, self._space_out)

    def _place(self) -> None:
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._pair, 1)
        if self.tools is not None:
            column.addWidget(self.tools)

    def set_neuron(self, neuron: Neuron) -> None:
        """Paint on the weights of this neuron, as they are arranged now."""
        if self.tools is not None:
            self.tools.set_neuron(neuron, self._cells, self._is_image)

    def _space_out(self) -> None:
        spacing = round(theme.px(10))
        # What is left must be even: half a pixel less, and one picture's cells are smaller.
        self._pair.setSpacing(spacing + (self.width() - spacing) % 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep both pictures at one size."""
        self._space_out()

    def set_title(self, title: str) -> None:
        """Call the weights something else, from the next arrangement on."""
        self._title = title

    def set_arrangement(self, names: tuple[str, ...], image_shape: tuple[int, ...] | None) -> None:
        """Take other inputs: their names, and the shape of their image if they make up one."""
        self._names = names
        self._is_image = image_shape is not None
        self._cells = arrange(len(names), image_shape)
        rows, columns = self._cells.shape
        side_by_side = columns <= 2 * rows
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)
        channels = tr(": red, green, blue") if len(image_shape or ()) == 3 else ""
        self.weights.caption.set_text(self._title + channels)
        self.products.caption.set_text(tr("× the image") if image_shape else tr("× the activations"))

    def show_numbers(self, weights: Array, products: Array | None, marked: int | None = None) -> None:
        """Show weights, the products or (None) that they are still to come, and outline one weight."""
        self._values, self._carried = weights, products
        self.weights.show_values(weights, self._cells)
        if products is None:
            self.products.show_nothing(self._cells, tr("not yet: press →"))
        else:
            self.products.show_values(products, self._cells)
        self.weights.picture.set_marked(None if marked is None else self.cell_of(marked))

    def cell_of(self, k: int) -> Cell:
        """Return row and column of input k."""
        row, column = np.argwhere(self._cells == k)[0]
        return int(row), int(column)

    def _weight_tip(self, row: int, column: int) -> str:
        return self._describe(int(self._cells[row, column]), "w", self._values)

    def _product_tip(self, row: int, column: int) -> str:
        if self._carried is None:
            return ""
        return self._describe(int(self._cells[row, column]), product_text("w", "a", " · "), self._carried)

    def _describe(self, k: int, symbol: str, values: Array) -> str:
        value = float(values[k])
        return f"{self._names[k]}: {symbol} = {number(value)}\n{tr('exactly')} {exact(value)}"

    def set_pointed(self, k: int | None) -> None:
        """Light up the cells of one weight, or none."""
        for image in (self.weights, self.products):
            image.picture.set_pointed(None if k is None else self.cell_of(k))

    def _point(self, row: int, column: int) -> None:
        self.pointed.emit(int(self._cells[row, column]))

    def _choose(self, row: int, column: int) -> None:
        self.chosen.emit(int(self._cells[row, column]))
