"""Painting the weights that arrive at a neuron: brush, presets, and how the test set takes it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from nnviz.core.arrays import Array, IntArray
from nnviz.errors import NnvizError
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.arrangement import is_color
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.edge_detector import edge_detector, edge_rows
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.painting import BrushButton, Painting
from nnviz.ui.signed_image import SignedImage
from nnviz.wording import MINUS, number, tr
from nnviz.wording.standing import result_text

EDGE_LEAST = 3
"""Rows and columns of the smallest image that an edge fits into."""


class WeightCanvas:
    """The weights of one neuron: painted towards +scale, erased towards −scale.

    Parameters
    ----------
    session : Session
        Whose network it is.
    picture : SignedImage
        Shows the weights; its scale is the strength of the ink.
    """

    def __init__(self, session: Session, picture: SignedImage) -> None:
        self._session, self._picture = session, picture
        self._cells = np.zeros((1, 1), np.int64)
        self.neuron = Neuron(1, 0)

    def set_neuron(self, neuron: Neuron, cells: IntArray) -> None:
        """Take another neuron, and where its weights stand."""
        self.neuron, self._cells = neuron, cells

    def cells(self) -> IntArray:
        """Return where the weights stand."""
        return self._cells if self._cells.ndim == 3 else self._cells[..., None]

    def numbers(self) -> Array:
        """Return the neuron's present weights."""
        layer, j = self.neuron
        return self._session.parameters.weights(layer)[j]

    def strength(self) -> float:
        """Return the largest weight there is, 1 where all are 0."""
        return self._picture.scale() or 1.0

    def ink(self, erase: bool) -> float:
        """Return the strongest positive or negative weight."""
        return -self.strength() if erase else self.strength()

    def write(self, values: dict[int, float]) -> None:
        """Change some weights."""
        self._session.paint_weights(self.neuron, values)


class WeightTools(QWidget):
    """A brush for a neuron's weights, two beginnings for a drawing, and how the test set takes it.

    Parameters
    ----------
    session : Session
        Whose network is changed.
    picture : SignedImage
        Shows the weights.
    """

    def __init__(self, session: Session, picture: SignedImage) -> None:
        super().__init__()
        self._session = session
        self._cells = np.zeros((1, 1), np.int64)
        self.canvas = WeightCanvas(session, picture)
        self.painting = Painting(picture, session, self.canvas)
        self.brush = self._brush()
        self.clear = _button(
            tr("clear"),
            self._clear,
            tr("Clear"),
            tr("Sets all weights of this neuron to 0, to draw its own."),
        )
        self.edge = _button(tr("edge"), self._draw_edge, tr("Edge detector"))
        self.standing = NumberLine("text_muted", 0.9)
        self._place()
        session.changed.connect(self._follow)
        self._show_standing()

    def _brush(self) -> BrushButton:
        inks = tr(
            "Drag over the picture to paint positive weights, right or with Shift negative ones, as strong"
            " as the strongest there is: what the neuron looks for, drawn by hand."
        )
        return BrushButton(self.painting, tr("Paint the weights"), inks, "W")

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self.brush, self.clear, self.edge):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.standing, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_neuron(self, neuron: Neuron, cells: IntArray, is_image: bool) -> None:
        """Paint another neuron's weights, which stand in these cells."""
        self._cells = cells
        self.canvas.set_neuron(neuron, cells)
        self.edge.setVisible(is_image and min(cells.shape[:2]) >= EDGE_LEAST)
        self._describe_edge()

    # Presets

    def _clear(self) -> None:
        self._paint(np.zeros(self._cells.shape))

    def _draw_edge(self) -> None:
        self._paint(self._edge(self.canvas.strength()))

    def _edge(self, strength: float) -> Array:
        """Return the edge for the picture; a color image has it in each of its channels."""
        rows, columns = self._size()
        edge = edge_detector(rows, columns, strength)
        if self._cells.ndim == 3:
            return np.repeat(edge[..., None], self._cells.shape[-1], axis=2)
        return np.tile(edge, self._cells.shape[1] // columns)

    def _size(self) -> tuple[int, int]:
        """Return rows and columns of the image, whose channels may stand side by side."""
        rows, columns = self._cells.shape[:2]
        apart = self._cells.ndim == 2 and is_color(self._session.dataset.image_shape)
        return rows, columns // 3 if apart else columns

    def _paint(self, weights: Array) -> None:
        present = self._cells >= 0
        k, values = self._cells[present].tolist(), weights[present].tolist()
        try:
            self.canvas.write(dict(zip(k, values, strict=True)))
        except NnvizError as error:
            self._session.failed.emit(str(error))

    def _describe_edge(self) -> None:
        """Say exactly what the preset is, in the rows and columns of this picture."""
        edge, surround, across = edge_rows(*self._size())
        around = len(surround) - len(edge)
        if not around:
            return
        described(
            self.edge,
            tr("Edge detector"),
            tr(
                "Rows {first}–{last}, columns {left}–{right}: +s, the strongest weight (1 if all are 0).",
                first=edge.start,
                last=edge.stop - 1,
                left=across.start,
                right=across.stop - 1,
            ),
            tr(
                "Rows {first}–{above} and {below}–{last}: {minus}{share} s. All others: 0.",
                first=surround.start,
                above=edge.start - 1,
                below=edge.stop,
                last=surround.stop - 1,
                minus=MINUS,
                share=number(len(edge) / around),
            ),
            tr("Their sum is 0: an even gray says nothing to the neuron, a horizontal stroke does."),
        )

    # How the test set takes it

    def _follow(self, what: Changed) -> None:
        if what & (Changed.STANDING | Changed.TRAINING | Changed.NETWORK):
            self._show_standing()

    def _show_standing(self) -> None:
        session = self._session
        standing = session.standing
        if session.run_state == "running":
            self.standing.set_text("")  # the training bar says it, and newer
        elif standing is not None:
            self.standing.set_text(result_text(standing), self._teaches())

    def _teaches(self) -> str:
        return tr("How the network does on the whole test set; it follows every change by hand.")


def _button(text: str, run: Callable[[], None], name: str, *sentences: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    tab_only(button)
    theme.set_role(button, "muted")
    button.clicked.connect(run)
    return described(button, name, *sentences)
