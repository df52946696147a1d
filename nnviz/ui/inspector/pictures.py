"""The weights that enter a neuron, and what they carry, as pictures: images as images, the rest in rows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nnviz.core.arrays import Array, IntArray
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.arrangement import Arrangement, is_color
from nnviz.ui.cells import Cell
from nnviz.ui.color_switch import ColorSwitch
from nnviz.ui.inspector.parts import NumberLine, section
from nnviz.ui.inspector.weight_tools import WeightTools
from nnviz.ui.signed_image import SignedImage
from nnviz.wording import exact, number, product_text, tr
from nnviz.wording.color import color_scale, color_teaches


class CaptionedImage(QWidget):
    """A caption, a picture, and what its strongest color stands for.

    Attributes
    ----------
    words : QBoxLayout
        What stands over the picture, or beside it; more can be added.
    """

    def __init__(self, caption: str, teaches: str) -> None:
        super().__init__()
        self.caption = section(caption, teaches)
        self.picture = SignedImage(caption, largest_cell=17.0)
        self.picture.setToolTip(teaches)
        self.scale = NumberLine("text_muted", 0.85)
        self.words = QVBoxLayout()
        self.words.setSpacing(1)
        self.words.addWidget(self.caption)
        self.words.addWidget(self.scale)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addLayout(self.words)
        self._box.addWidget(self.picture, 1)

    def stand_beside(self, beside: bool) -> None:
        """Let the words stand at the right of the picture, or over it."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.RightToLeft if beside else direction.TopToBottom)
        self._box.setStretch(0, 1 if beside else 0)
        self._box.setSpacing(round(theme.px(10)) if beside else 2)

    def show_values(self, values: Array, cells: IntArray) -> None:
        """Show the numbers that stand in the cells: one in each, or three that make up a color."""
        arranged = Arrangement(cells)
        self.picture.set_values(arranged.picture(values), present=arranged.present)
        scale = self.picture.scale()
        if arranged.in_color:
            self.scale.set_text(color_scale(scale), "<br>".join([color_teaches(), exact(scale)]))
        else:
            self.scale.set_text(tr("up to ±{scale}", scale=number(scale)), exact(scale))

    def show_nothing(self, cells: IntArray, why: str) -> None:
        """Show an empty picture, and why it is empty."""
        nothing = np.zeros(cells.shape[:2])
        self.picture.set_values(nothing, present=nothing > 0)
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
        self._arranged = Arrangement.of(1, None)
        self._names: tuple[str, ...] = ()
        self._carried: Array | None = None
        weights = tr("Blue weights add to the neuron, red ones take away: what the neuron looks for.")
        carried = tr("Each weight times the activation it multiplies: what reaches the neuron just now.")
        self.weights = CaptionedImage(self._title, weights)
        self.products = CaptionedImage(tr("× the image"), carried)
        self.tools = None if session is None else WeightTools(session, self.weights.picture)
        self.switch = None if session is None else ColorSwitch(session)
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
        if self.switch is not None:
            column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        if self.tools is not None:
            column.addWidget(self.tools)

    def set_neuron(self, neuron: Neuron) -> None:
        """Paint on the weights of this neuron, as they are arranged now."""
        if self.tools is not None:
            self.tools.set_neuron(neuron, self._arranged.cells, self._is_image)

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

    def set_arrangement(
        self, names: tuple[str, ...], image_shape: tuple[int, ...] | None, in_color: bool = False
    ) -> None:
        """Take other inputs: their names, and the shape of their image if they make up one.

        Parameters
        ----------
        names : tuple of str
            Of the inputs.
        image_shape : tuple of int or None
            Of the image they make up.
        in_color : bool
            Whether a color image stands as one in color, and not as three channels side by side.
        """
        self._names = names
        self._is_image = image_shape is not None
        self._arranged = Arrangement.of(len(names), image_shape, in_color)
        rows, columns = self._arranged.shape
        side_by_side = columns <= 2 * rows
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.LeftToRight if side_by_side else direction.TopToBottom)
        apart = tr(": red, green, blue") if is_color(image_shape) and not in_color else ""
        self.weights.caption.set_text(self._title + apart)
        self.products.caption.set_text(tr("× the image") if image_shape else tr("× the activations"))
        if self.switch is not None:
            self.switch.setVisible(is_color(image_shape))

    def show_numbers(self, weights: Array, products: Array | None, marked: int | None = None) -> None:
        """Show weights, the products or (None) that they are still to come, and outline one weight."""
        self._values, self._carried = weights, products
        self.weights.show_values(weights, self._arranged.cells)
        if products is None:
            self.products.show_nothing(self._arranged.cells, tr("not yet: press →"))
        else:
            self.products.show_values(products, self._arranged.cells)
        self.weights.picture.set_marked(None if marked is None else self.cell_of(marked))

    def cell_of(self, k: int) -> Cell:
        """Return row and column of input k."""
        return self._arranged.cell_of(k)

    def _weight_tip(self, row: int, column: int) -> str:
        return self._told(row, column, "w", self._values)

    def _product_tip(self, row: int, column: int) -> str:
        if self._carried is None:
            return ""
        return self._told(row, column, product_text("w", "a", " · "), self._carried)

    def _told(self, row: int, column: int, symbol: str, values: Array) -> str:
        return "\n".join(self._describe(k, symbol, values) for k in self._arranged.inside(row, column))

    def _describe(self, k: int, symbol: str, values: Array) -> str:
        value = float(values[k])
        return f"{self._names[k]}: {symbol} = {number(value)}\n{tr('exactly')} {exact(value)}"

    def set_pointed(self, k: int | None) -> None:
        """Light up the cells of one weight, or none."""
        for image in (self.weights, self.products):
            image.picture.set_pointed(None if k is None else self.cell_of(k))

    def _point(self, row: int, column: int) -> None:
        self.pointed.emit(self._arranged.strongest(row, column, self._values))

    def _choose(self, row: int, column: int) -> None:
        """Choose a weight; of the three of a color that which is largest."""
        k = self._arranged.strongest(row, column, self._values)
        if k is not None:
            self.chosen.emit(k)
