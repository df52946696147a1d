"""A hidden or output neuron taken apart: a = σ(Σ w a + b), what it looks for, what reaches it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.core.explain import NeuronExplanation, Quantity, explain_neuron
from nnviz.core.network import Location, NetworkSpec
from nnviz.data.dataset import Dataset
from nnviz.session import Changed, Neuron, Session
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.inspector.by_hand import ByHand
from nnviz.ui.inspector.curve import ActivationCurve, CurveState
from nnviz.ui.inspector.history import ActivationHistory
from nnviz.ui.inspector.inside import InsidePart
from nnviz.ui.inspector.names import full_name, full_names, image_shape, short_names
from nnviz.ui.inspector.parts import DerivativeLine, Heading, NumberLine, Prose, View, section
from nnviz.ui.inspector.pictures import WeightPictures
from nnviz.ui.inspector.row_paint import Row
from nnviz.ui.inspector.rows import MOST, BarRows
from nnviz.wording import (
    exact,
    flatness_sentence,
    neuron_steps,
    neuron_tex,
    not_yet,
    symbol_tex,
    tr,
)


class NeuronView(View):
    """Formula, numbers, curve, weights and contributions of one neuron of layer 1 … L."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._subject: tuple[NetworkSpec, Dataset, Neuron] | None = None
        self.formula = FormulaLabel(size=1.25)
        self.numbers = NumberLine()
        self.before_update = Prose(tr("The numbers before the update; → goes on with the new ones."), "muted")
        self.inside = InsidePart(session)
        self.backward = Backward()
        self.curve = ActivationCurve()
        self.history = ActivationHistory(session)
        self.by_hand = ByHand(session)
        self.flat = Prose(role="warning")
        self.pictures = WeightPictures(session=session)
        teaches = tr("Weight times activation: what each neuron before it adds to this one's weighted sum.")
        self.title = section("", teaches)
        self.rows = BarRows(tr("Largest contributions"), teaches)
        self._place()
        self.inside.moved.connect(self._follow_inside)
        session.changed.connect(self._point)
        self.pictures.chosen.connect(self._choose_input)
        self.rows.chosen.connect(session.select)

    def _place(self) -> None:
        for part in (self.formula, self.numbers, self.before_update, self.inside, self.backward):
            self._column.addWidget(part)
        # What explains comes before what is changed by hand: in a low window the rest is scrolled to.
        below: tuple[QWidget, ...] = (self.curve, self.flat, self.pictures, self.by_hand, self.history)
        for widget in (*below, self.title):
            self._column.addWidget(widget)
        self._column.addWidget(self.rows, 1)

    def _follow_inside(self) -> None:
        """Show where the local cursor stands; it also leaves because something else has been chosen."""
        chosen = self._session.selection
        if isinstance(chosen, Neuron) and chosen.layer:
            self.refresh()

    def _point(self, what: Changed) -> None:
        """Light up the cell of the weight that is pointed at, here or elsewhere."""
        if not what & Changed.POINTED or not self.isVisible():
            return
        hit, k = self._session.pointed, None
        if isinstance(hit, Location) and (hit.layer, hit.j) == self._session.selection:
            k = hit.k
        for image in (self.pictures.weights, self.pictures.products):
            image.picture.set_pointed(None if k is None else self.pictures.cell_of(k))

    def _choose_input(self, k: int) -> None:
        layer, j = self._neuron()
        self._session.select(Location("w", layer, j, k))

    def _neuron(self) -> Neuron:
        chosen = self._session.selection
        assert isinstance(chosen, Neuron)
        return chosen

    def refresh(self) -> Heading:
        """Show the chosen neuron as far as it is revealed."""
        session, (layer, j) = self._session, self._neuron()
        neuron = explain_neuron(session.trace, layer, j)
        self._begin(neuron)
        summed, activated = self.shows("weighted_sum", layer), self.shows("activation", layer)
        self._show_numbers(neuron, summed, activated)
        self._show_flatness(neuron, activated)
        self.backward.follow(self, neuron)
        self.before_update.setVisible(session.updated)
        self._show_inside(neuron, summed)
        self._show_curve(neuron, summed, activated)
        self.history.follow(activated)
        self.by_hand.show_neuron(Neuron(layer, j))
        self.pictures.show_numbers(neuron.weights, neuron.products if summed else None)
        self._show_rows(neuron, summed)
        symbol = symbol_tex(Quantity("a", layer, j))
        return Heading(symbol=symbol, name=full_name(session, layer, j))

    def _begin(self, neuron: NeuronExplanation) -> None:
        """Typeset the formula and find the names, once for each neuron."""
        session = self._session
        subject = (session.spec, session.dataset, Neuron(neuron.layer, neuron.j))
        if subject == self._subject:
            return
        self._subject = subject
        before = neuron.layer - 1
        self.formula.set_tex(neuron_tex(session.spec, neuron)[0])
        self._names = short_names(session, before)
        self.pictures.set_arrangement(full_names(session, before), image_shape(session, before))
        self.pictures.set_neuron(Neuron(neuron.layer, neuron.j))
        self.backward.set_subject(neuron.layer, neuron.j)
        self.numbers.settle()
        self.verticalScrollBar().setValue(0)

    def _show_inside(self, neuron: NeuronExplanation, summed: bool) -> None:
        """Let the local cursor follow; while it stands inside, the whole is not told."""
        softmax = self._session.spec.activations[neuron.layer - 1] == "softmax"
        possible = self.shows("activation", neuron.layer - 1)
        self.inside.follow(neuron, self._names, possible, summed or not softmax)
        self.numbers.setVisible(self.inside.step is None)
        self.by_hand.setVisible(self.inside.step is None)

    def _show_curve(self, neuron: NeuronExplanation, summed: bool, activated: bool) -> None:
        layer, step, path = neuron.layer, self.inside.step, self.inside.path
        trace = self._session.trace
        state = CurveState.of(trace, neuron, summed, activated, self.shows("delta", layer))
        if step is not None and path is not None:
            whole = step.kind in ("bias", "activation")
            state = state._replace(
                sum=neuron.sum if whole else step.total,
                value=neuron.a if step.kind == "activation" else None,
                slope=None,
                shifted=whole,
                least=1.1 * path.reach,
            )
        self.curve.set_state(state)

    def _show_numbers(self, neuron: NeuronExplanation, summed: bool, activated: bool) -> None:
        if summed:
            tip = f"s = {exact(neuron.sum)}\nb = {exact(neuron.bias)}\nz = {exact(neuron.z)}"
            tip += f"\na = {exact(neuron.a)}" if activated else ""
            self.numbers.set_text(self._steps(neuron, activated), tip, "text")
        else:
            teaches = tr("The weighted sum of this layer comes with one of the next steps.")
            self.numbers.set_text(not_yet(), teaches, "text_muted")

    def _steps(self, neuron: NeuronExplanation, activated: bool) -> tuple[str, ...]:
        steps = neuron_steps(self._session.spec, neuron, activated)
        if not activated or (neuron.layer, neuron.j) not in self._session.off:
            return steps
        return steps[0], f"{steps[1]} · 0", "= 0"

    def _show_flatness(self, neuron: NeuronExplanation, activated: bool) -> None:
        slope = self._session.trace.slope(neuron.layer) if activated else None
        sentence = "" if slope is None else self._flatness(neuron, float(slope[neuron.j]))
        if sentence != self.flat.text():
            self.flat.setText(sentence)
        self.flat.setVisible(bool(sentence))

    def _flatness(self, neuron: NeuronExplanation, slope: float) -> str:
        if (neuron.layer, neuron.j) in self._session.off:
            return ""  # the slope is 0 because it is switched off, and that is said beside the switch
        return flatness_sentence(self._session.spec, neuron.layer, slope)

    def _show_rows(self, neuron: NeuronExplanation, summed: bool) -> None:
        """List contributions once they are summed up; before that the weights, which are always there."""
        layer, j = neuron.layer, neuron.j
        values = neuron.products if summed else neuron.weights
        order = neuron.order if summed else (-abs(neuron.weights)).argsort(kind="stable")
        self.title.set_text(tr("largest contributions  w · a") if summed else tr("largest weights  w"))
        rows = []
        for k in order[:MOST].tolist():
            factors = (float(neuron.weights[k]), float(neuron.inputs[k])) if summed else ()
            rows.append(Row(Location("w", layer, j, k), self._names[k], factors, float(values[k])))
        self.rows.set_rows(rows, len(values), neuron.sum if summed else None)


class Backward(QWidget):
    """∂C/∂a and δ of a neuron, each from the phase on that computes it."""

    def __init__(self) -> None:
        super().__init__()
        self.by_activation = DerivativeLine(tr("How fast the cost grows with this activation:"))
        self.delta = DerivativeLine(tr("How fast the cost grows with this weighted sum, δ:"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.by_activation, 1)
        layout.addWidget(self.delta, 1)

    def set_subject(self, layer: int, j: int) -> None:
        """Take another neuron's symbols."""
        self.by_activation.set_symbol(symbol_tex(Quantity("dC_da", layer, j)))
        self.delta.set_symbol(symbol_tex(Quantity("delta", layer, j)))

    def follow(self, view: View, neuron: NeuronExplanation) -> None:
        """Show what is revealed."""
        known = view.shows("dC_da", neuron.layer) and neuron.dC_da is not None
        deep = view.shows("delta", neuron.layer)
        if neuron.dC_da is not None:
            self.by_activation.set_value(neuron.dC_da)
        self.delta.set_value(neuron.delta)
        self.by_activation.setVisible(known)
        self.delta.setVisible(deep)
        self.setVisible(known or deep)
