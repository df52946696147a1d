"""The three ways to move a neuron: its bias, its weights, the activations before it; strongest first."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nnviz.core.network import Location
from nnviz.core.ways import Ways, ways
from nnviz.session import Neuron, Selection, Session
from nnviz.ui import theme
from nnviz.ui.fields import tab_only
from nnviz.ui.inspector.parts import Prose, section
from nnviz.ui.inspector.row_paint import Row
from nnviz.ui.inspector.rows import BarRows
from nnviz.wording import exact, number, tr
from nnviz.wording.ways import (
    bias_way,
    fire_together,
    inputs_given,
    inputs_way,
    no_direct_change,
    ways_title,
    weights_way,
)

SHOWN = 5


class WishRow(Row):
    """A wish, and what it is in proportion to: of a weight the activation before it, of an activation w."""

    @property
    def term(self) -> str:
        """What the wish is in proportion to."""
        return number(self.factors[0])

    @property
    def sum(self) -> str:
        """The wish."""
        return number(self.value, signed=self.value != 0)


class WayRows(BarRows):
    """The strongest of one way: whose it is, its value, and the wish as a bar, blue up and red down."""

    def __init__(self, name: str, teaches: str) -> None:
        super().__init__(name, teaches)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the strongest, and the line of the others."""
        return self.minimumSizeHint()

    def tip(self, index: int) -> str:
        """Return a row in full precision."""
        row = self._rows[index]
        return tr("{name}: {value}\nwish {wish}", name=row.name, value=row.term, wish=exact(row.value))


class InputRows(WayRows):
    """The activations before: a row's edge lights up, a click goes to the neuron."""

    def _choose(self, index: int | None) -> None:
        target = None if index is None or index >= self.row_count() else self.target(index)
        if isinstance(target, Location) and target.k is not None:
            self.chosen.emit(Neuron(target.layer - 1, target.k))


class WaysPart(QWidget):
    """What one neuron asks of its bias, its weights and the activations before it.

    Parameters
    ----------
    session : Session
        Where rows are pointed at and chosen.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._neuron: Neuron | None = None
        self.title = section("", tr("z = Σ w a + b: whatever stands in this sum can be changed."))
        self.bias = self._bias_button()
        self.weights_title = section()
        self.weights = WayRows(tr("Weights, strongest first"), tr("The weight's change counts a times."))
        self.fire = Prose(role="muted")
        self.inputs_title = section()
        self.inputs = InputRows(tr("Activations, strongest first"), tr("Its change counts w times."))
        self.note = Prose(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.bias, self.weights_title, self.weights, self.fire):
            column.addWidget(part)
        for part in (self.inputs_title, self.inputs, self.note):
            column.addWidget(part)
        for rows in (self.weights, self.inputs):
            rows.chosen.connect(session.select)
            rows.pointed.connect(session.point_at)

    def _bias_button(self) -> QToolButton:
        button = QToolButton(autoRaise=True)
        tab_only(button)
        button.setToolTip(tr("The bias counts once, whatever the input is. Click to take it apart."))
        theme.set_role(button, "tight")
        theme.on_change(button, lambda: button.setFont(theme.number_font()))
        button.clicked.connect(self._choose_bias)
        return button

    def _choose_bias(self) -> None:
        if self._neuron is not None:
            self._session.select(Location("b", *self._neuron))

    def show_ways(self, neuron: Neuron, names: tuple[str, ...]) -> None:
        """Show what a neuron wants; `names` are those of the layer before."""
        self._neuron = neuron
        found = ways(self._session.trace, *neuron)
        self.title.set_text(ways_title(found))
        self.bias.setText(bias_way(found))
        self.bias.setAccessibleName(bias_way(found))
        counts = tr("∂{C}/∂w = a · δ: where a is large, a weight counts most.")
        self.weights_title.set_text(weights_way(), counts)
        self.inputs_title.set_text(inputs_way(), tr("This neuron's share of −∂{C}/∂a: −w · δ."))
        self.weights.set_rows(_rows(found, names, by_weight=True), len(names))
        self.fire.setText(fire_together(found))
        given = neuron.layer == 1
        self.inputs_title.setVisible(not given)
        self.inputs.setVisible(not given)
        self.note.setText(inputs_given() if given else no_direct_change())
        if not given:
            self.inputs.set_rows(_rows(found, names, by_weight=False), len(names))

    def set_pointed(self, hit: Selection) -> None:
        """Light up what is pointed at in another panel."""
        self.weights.set_pointed(hit)
        self.inputs.set_pointed(hit)


def _rows(found: Ways, names: tuple[str, ...], by_weight: bool) -> list[Row]:
    """Return the strongest rows: of weights the input they are multiplied by, of inputs the weight."""
    order = found.weight_order if by_weight else found.input_order
    counts, wishes = (found.inputs, found.by_weight) if by_weight else (found.weights, found.by_input)
    return [
        WishRow(Location("w", found.layer, found.j, k), names[k], (float(counts[k]),), -float(wishes[k]))
        for k in order[:SHOWN].tolist()
    ]
