"""The form in which a network is described: nothing can be chosen that could not be built."""

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from nnviz.core.functions import COSTS, check_pair
from nnviz.core.network import LARGEST_SEED, NetworkSpec
from nnviz.data import SOURCES, Dataset, load
from nnviz.errors import NnvizError, SpecError
from nnviz.session import Session
from nnviz.training.timeline import Origin
from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, described, field_label, whole_number
from nnviz.ui.icons import set_icon
from nnviz.ui.new_network.hidden_layers import HiddenLayers
from nnviz.ui.new_network.presets import Preset
from nnviz.wording import ACTIVATION_NAMES, COST_NAMES, INITIALIZATION_NAMES, activation_name, tr


class NetworkForm(QWidget):
    """Data, layers, cost and first weights of a network.

    Signals
    -------
    changed()
        Another network is described.
    failed(str)
        One sentence; the form is what it was before.

    Parameters
    ----------
    session : Session
        Its present network is where the form begins.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._present = session.dataset
        self.dataset = session.dataset
        self._moved = False  # to other data, by a preset
        self._make_fields()
        self._lay_out()
        self._begin(session)
        self._connect()
        theme.on_change(self, self._measure)

    def _make_fields(self) -> None:
        known = {name: source.title for name, source in SOURCES.items()}
        self.data = described(
            ChoiceBox({self.dataset.name: self.dataset.title} | known),
            tr("Data set"),
            tr("What the network learns from. It fixes the number of inputs and of outputs."),
        )
        self.hidden = HiddenLayers(self.data)
        self.output = described(
            ChoiceBox(ACTIVATION_NAMES),
            tr("Output activation"),
            tr("What is done to the weighted sums of the last layer. Softmax makes them shares of 1."),
        )
        self.cost = described(
            ChoiceBox(COST_NAMES),
            tr("Cost"),
            tr("How far the outputs are from what was wanted, as one number: what training makes small."),
        )
        self.scheme = described(
            ChoiceBox(INITIALIZATION_NAMES),
            tr("Initialization"),
            tr("How the first weights are drawn. n is the number of inputs of a neuron, m of its layer."),
            tr("N(0, v) is a bell curve around 0 with variance v."),
        )
        self.seed = described(
            whole_number(0, LARGEST_SEED),
            tr("Seed"),
            tr("The beginning of the random numbers: the same seed draws the same weights again."),
        )
        self.new_seed = described(QToolButton(), tr("Another seed"))
        set_icon(self.new_seed, "random")
        self.outputs = QLabel()
        self.note, self.data_note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self.outputs, self.note, self.data_note):
            theme.set_role(label, "muted")
        self.note.hide()
        self.data_note.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (tr("data"), self.data, None),
            ("", self.data_note, None),
            (tr("hidden layers"), self.hidden, None),
            (tr("output"), self.output, self.outputs),
            (tr("cost"), self.cost, None),
            ("", self.note, None),
            (tr("first weights"), self.scheme, None),
            (tr("seed"), self.seed, self.new_seed),
        )
        for row, (text, field, beside) in enumerate(rows):
            if text:
                label = field_label(text, field)
                # Each label stands beside the first line of its field.
                label.setMinimumHeight(self.data.sizeHint().height())
                grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field if beside is None else _side_by_side(field, beside), row, 1)

    def _begin(self, session: Session) -> None:
        """Describe the present network."""
        spec, origin = session.spec, session.origin or Origin("scaled", 0)
        self.data.choose(self.dataset.name)
        self.hidden.set_layers(tuple(zip(spec.sizes[1:-1], spec.activations[:-1], strict=True)))
        self.output.choose(spec.activations[-1])
        self.cost.choose(spec.cost)
        if origin is not None:  # a network from a file has none
            self.scheme.choose(origin.scheme)
            self.seed.setValue(origin.seed)
        self._offer_costs()
        self._count_outputs()

    def _connect(self) -> None:
        self.data.currentIndexChanged.connect(self._choose_data)
        self.data.activated.connect(self._keep_data)
        self.output.currentIndexChanged.connect(self._follow_output)
        self.cost.activated.connect(self.note.hide)
        for signal in (
            *(self.hidden.changed, self.cost.currentIndexChanged),
            *(self.scheme.currentIndexChanged, self.seed.valueChanged),
        ):
            signal.connect(self.changed)
        self.new_seed.clicked.connect(lambda: self.seed.setValue(random.randrange(10_000)))

    def _measure(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        self.seed.setFixedWidth(round(theme.px(110)))

    # What is described

    def spec(self) -> NetworkSpec:
        """Return the network that is described now.

        Raises
        ------
        SpecError
            When it cannot be built.
        """
        layers = self.hidden.layers
        sizes = (self.dataset.n_inputs, *(size for size, _ in layers), self.dataset.n_outputs)
        activations = (*(activation for _, activation in layers), self.output.value)
        return NetworkSpec(sizes, activations, self.cost.value)

    def choice(self) -> tuple[NetworkSpec, str, int, Dataset]:
        """Return what `Session.new_network` takes."""
        return self.spec(), self.scheme.value, self.seed.value(), self.dataset

    def choose_preset(self, preset: Preset) -> None:
        """Describe a network worth beginning with; the seed stays, and the data too if they suit it."""
        moved = self._suit(preset)
        self.hidden.set_layers(preset.layers)
        self.output.choose(preset.output)
        self.cost.choose(preset.cost)
        self.scheme.choose(preset.scheme)
        self.note.hide()
        self.data_note.setText(tr("Moved here, for these suit such a network."))
        self.data_note.setVisible(moved)
        self.changed.emit()

    def _suit(self, preset: Preset) -> bool:
        """Move to data that suit a preset if these do not, or back; say whether they were moved."""
        if self._moved and preset.suits(self._present):
            self._moved = False
            self.data.choose(self._present.name)
        elif not preset.suits(self.dataset):
            self._moved = True
            self.data.choose(preset.data)
            return True
        return False

    def matches(self, preset: Preset) -> bool:
        """Return whether this is the network that is described now."""
        choice = (self.hidden.layers, self.output.value, self.cost.value, self.scheme.value)
        return choice == (preset.layers, preset.output, preset.cost, preset.scheme)

    def _choose_data(self) -> None:
        name = self.data.value
        try:
            self.dataset = self._present if name == self._present.name else load(name)
        except NnvizError as error:
            self.data.choose(self.dataset.name)
            self.failed.emit(str(error))
            return
        self._count_outputs()
        self.changed.emit()

    def _keep_data(self) -> None:
        """Keep data that were chosen by hand."""
        self._moved = False
        self.data_note.hide()

    def _count_outputs(self) -> None:
        n, classes = self.dataset.n_outputs, self.dataset.classes
        if classes is not None and len(classes) == n:
            self.outputs.setText(tr("{n} neurons, one per class", n=n))
        else:
            self.outputs.setText(tr("1 neuron") if n == 1 else tr("{n} neurons", n=n))

    def _follow_output(self) -> None:
        """Move the cost to one that goes with the output, and say so."""
        self._offer_costs()
        old, output = self.cost.value, self.output.value
        moved = output not in COSTS[old].outputs
        if moved:
            self.cost.choose(next(name for name, cost in COSTS.items() if output in cost.outputs))
            words = {"old": tr(COST_NAMES[old]), "output": activation_name(output)}
            self.note.setText(tr("Moved here from {old}, which does not go with {output}.", **words))
        self.note.setVisible(moved)
        self.changed.emit()

    def _offer_costs(self) -> None:
        for cost in COSTS:
            self.cost.allow(cost, why_not(self.output.value, cost))


def why_not(output: str, cost: str) -> str:
    """Return why an output activation and a cost do not go together, "" if they do."""
    try:
        check_pair(output, cost)
    except SpecError as error:
        return str(error)
    return ""


def _side_by_side(field: QWidget, beside: QWidget) -> QWidget:
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(field)
    layout.addWidget(beside)
    layout.addStretch(1)
    return pair
