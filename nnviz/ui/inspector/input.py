"""An input: its value, and the weights that carry it to the first layer."""

from __future__ import annotations

import numpy as np

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Neuron, Session
from nnviz.ui.inspector.names import full_name, short_names
from nnviz.ui.inspector.parts import Heading, Prose, View, section
from nnviz.ui.inspector.pictures import CaptionedImage, arrange
from nnviz.ui.inspector.row_paint import Row
from nnviz.ui.inspector.rows import MOST, BarRows
from nnviz.wording import exact, layer_name, number, symbol_tex, tr


class InputView(View):
    """One number of the example, and where it goes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._spec: NetworkSpec | None = None
        self.silent = Prose(tr("It is 0: whatever its weights are, it adds nothing to any neuron."), "muted")
        teaches = tr("One weight for each neuron of the next layer: blue adds to it, red takes away.")
        self.weights = CaptionedImage(tr("the weights that leave it"), teaches)
        self.weights.picture.set_tip(self._tip)
        self.title = section(tr("largest of them"), teaches)
        self.rows = BarRows(tr("Weights that leave this input"), teaches)
        self._column.addWidget(self.silent)
        self._column.addWidget(self.weights)
        self._column.addWidget(self.title)
        self._column.addWidget(self.rows, 1)
        self.weights.picture.clicked.connect(self._choose)
        self.rows.chosen.connect(session.select)

    def _input(self) -> int:
        chosen = self._session.selection
        assert isinstance(chosen, Neuron)
        return chosen.j

    def refresh(self) -> Heading:
        """Show the chosen input."""
        session, k = self._session, self._input()
        self._begin()
        x = float(session.trace.x[k])
        self.silent.setVisible(x == 0)
        self._values = session.parameters.weights(1)[:, k]
        self.weights.show_values(self._values, self._cells)
        self._show_rows(k)
        symbol, name = symbol_tex(Quantity("a", 0, k)), full_name(session, 0, k)
        return Heading(symbol=symbol, value=(f"= {number(x)}",), value_tip=exact(x), name=name)

    def _begin(self) -> None:
        spec = self._session.spec
        if spec != self._spec:
            self._spec = spec
            self._names = short_names(self._session, 1)
            self._cells = arrange(spec.sizes[1], None)
            self.title.set_text(tr("to the {layer}, largest first", layer=layer_name(spec, 1)))

    def _show_rows(self, k: int) -> None:
        values = self._values
        order = np.argsort(-np.abs(values), kind="stable")[:MOST].tolist()
        rows = [Row(Location("w", 1, j, k), self._names[j], (), float(values[j])) for j in order]
        self.rows.set_rows(rows, len(values))

    def _tip(self, row: int, column: int) -> str:
        j = int(self._cells[row, column])
        value = float(self._values[j])
        return tr("to {neuron}: w = {value}", neuron=self._names[j], value=number(value))

    def _choose(self, row: int, column: int) -> None:
        self._session.select(Location("w", 1, int(self._cells[row, column]), self._input()))
