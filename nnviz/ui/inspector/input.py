"""An input: its value, and the weights that carry it to the first layer."""

from __future__ import annotations

import numpy as np

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Changed, Neuron, Session
from nnviz.ui.arrangement import arrange
from nnviz.ui.inspector.names import full_name, short_names
from nnviz.ui.inspector.parts import Heading, Prose, View, section
from nnviz.ui.inspector.pictures import CaptionedImage
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
        self.weights.picture.hovered.connect(self._point_at)
        self.weights.picture.left.connect(lambda: session.point_at(None))
        self.rows.chosen.connect(session.select)
        self.rows.pointed.connect(session.point_at)
        session.changed.connect(self._point)

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
        symbol, name = symbol_tex(Quantity("a", 0, k), session.spec), full_name(session, 0, k)
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

    def _weight(self, row: int, column: int) -> Location:
        return Location("w", 1, int(self._cells[row, column]), self._input())

    def _choose(self, row: int, column: int) -> None:
        self._session.select(self._weight(row, column))

    def _point_at(self, row: int, column: int) -> None:
        """Light up the edge whose cell is under the mouse, in every panel."""
        self._session.point_at(self._weight(row, column))

    def _point(self, what: Changed) -> None:
        """Light up cell and row of the weight, or the neuron it leads to, that is pointed at anywhere."""
        chosen = self._session.selection
        if not what & Changed.POINTED or not isinstance(chosen, Neuron):
            return
        # Hidden it only lets go: what was pointed at then must not still be lit when it is shown again.
        hit = self._session.pointed if self.isVisible() else None
        leads = isinstance(hit, Location) and hit.k == chosen.j
        j = hit.j if hit is not None and hit.layer == 1 and (leads or isinstance(hit, Neuron)) else None
        self.rows.set_pointed(None if j is None else Location("w", 1, j, chosen.j))
        at = None if j is None else np.argwhere(self._cells == j)[0].tolist()
        self.weights.picture.set_pointed(None if at is None else (at[0], at[1]))
