"""The hidden layers of a network to be built: a row for each, with its size and its activation."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, described, whole_number
from nnviz.ui.icons import set_icon
from nnviz.wording import ACTIVATION_NAMES, tr

MOST_LAYERS = 8
MOST_NEURONS = 1024

HIDDEN_ACTIVATIONS = {name: text for name, text in ACTIVATION_NAMES.items() if name != "softmax"}
"""Softmax ties all outputs of a layer together: it stands at the output only."""

Layer = tuple[int, str]
"""Neurons, and the name of their activation."""

USUAL: Layer = (16, "sigmoid")


class HiddenLayers(QWidget):
    """Rows that can be added and taken away.

    Parameters
    ----------
    before : QWidget
        The control from which Tab comes here.

    Signals
    -------
    changed()
        Another number of layers, another size, another activation.
    refused(str)
        A size that is none was typed; one sentence.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self.rows: list[LayerRow] = []
        self.add = QPushButton(tr("Add a layer"), autoDefault=False)
        described(
            self.add,
            tr("Add a layer"),
            tr("One more step between input and output; up to {n} hidden layers.", n=MOST_LAYERS),
        )
        set_icon(self.add, "plus")
        self.add.clicked.connect(self.add_layer)
        self._none = QLabel(tr("none: input and output only"))
        theme.set_role(self._none, "muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._none)
        self._layout.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        theme.on_change(self, lambda: self._layout.setSpacing(round(theme.px(4))))

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers as they are described now, the first behind the input."""
        return tuple(row.layer for row in self.rows)

    def set_layers(self, layers: tuple[Layer, ...]) -> None:
        """Describe these layers."""
        while self.rows:
            self._drop(self.rows[-1])
        for layer in layers:
            self._append(layer)
        self._tell()

    def add_layer(self) -> None:
        """Add a layer like the last one, before the output."""
        if len(self.rows) < MOST_LAYERS:
            self._append(self.layers[-1] if self.rows else USUAL)
            self._tell()
            self.rows[-1].neurons.setFocus()
            self.rows[-1].neurons.selectAll()

    def remove_layer(self, index: int) -> None:
        """Take one layer away."""
        self._drop(self.rows[index])
        self._tell()
        if self.rows:
            self.rows[min(index, len(self.rows) - 1)].remove.setFocus()
        else:
            self.add.setFocus()

    def _append(self, layer: Layer) -> None:
        row = LayerRow(layer)
        row.neurons.refused.connect(self.refused)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self.remove_layer(self.rows.index(row)))
        self._layout.insertWidget(len(self.rows), row)
        self.rows.append(row)
        row.show()

    def _drop(self, row: "LayerRow") -> None:
        self.rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.set_number(number)
        self._none.setVisible(not self.rows)
        self.add.setEnabled(len(self.rows) < MOST_LAYERS)
        self._order()
        self.changed.emit()

    def _order(self) -> None:
        """Let Tab go through the rows from top to bottom: a new row is last of all in Qt's order."""
        rows = (widget for row in self.rows for widget in (row.neurons, row.activation, row.remove))
        for first, second in pairwise((self._before, *rows, self.add)):
            QWidget.setTabOrder(first, second)


class LayerRow(QWidget):
    """One hidden layer.

    Signals
    -------
    changed()
        Another size or activation.
    removed()
        The layer is not wanted any more.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._number = QLabel()
        theme.set_role(self._number, "muted")
        self.neurons = whole_number(1, MOST_NEURONS)
        self.neurons.setKeyboardTracking(True)  # the number of parameters follows every digit
        self.neurons.setValue(layer[0])
        self.activation = ChoiceBox(HIDDEN_ACTIVATIONS)
        self.activation.choose(layer[1])
        self.remove = QToolButton()
        set_icon(self.remove, "minus")
        self.neurons.valueChanged.connect(self.changed)
        self.activation.currentIndexChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._number)
        layout.addWidget(self.neurons)
        layout.addWidget(self.activation, 1)
        layout.addWidget(self.remove)
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        self._number.setFixedWidth(round(theme.px(12)))
        self.neurons.setFixedWidth(round(theme.px(84)))

    @property
    def layer(self) -> Layer:
        """What the row describes."""
        return self.neurons.value(), self.activation.value

    def set_number(self, number: int) -> None:
        """Say which layer this is."""
        self._number.setText(str(number))
        described(
            self.neurons,
            tr("Neurons of hidden layer {n}", n=number),
            tr("More neurons can tell more patterns apart, and need more weights."),
        )
        described(
            self.activation,
            tr("Activation of hidden layer {n}", n=number),
            tr(
                "What is done to each weighted sum. Without a bent curve"
                " two layers could do no more than one."
            ),
        )
        described(self.remove, tr("Remove hidden layer {n}", n=number))
