"""A hidden or output neuron taken apart: a = σ(Σ w a + b), what it looks for, what reaches it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.core.explain import NeuronExplanation, Quantity, explain_neuron
from nnviz.core.network import Location, NetworkSpec
from nnviz.data.dataset import Dataset
from nnviz.session import Changed, Neuron, Session
from nnviz.ui.color_switch import shows_color
from nnviz.ui.formula import FormulaLabel, measure
from nnviz.ui.inspector.backward import Backward
from nnviz.ui.inspector.by_hand import ByHand
from nnviz.ui.inspector.check import CheckPart
from nnviz.ui.inspector.curve import ActivationCurve, CurveState
from nnviz.ui.inspector.effect import EffectPart
from nnviz.ui.inspector.history import ActivationHistory
from nnviz.ui.inspector.inside import InsidePart
from nnviz.ui.inspector.names import full_name, full_names, image_shape, short_names
from nnviz.ui.inspector.parts import Heading, NumberLine, Prose, View, section
from nnviz.ui.inspector.pictures import WeightPictures
from nnviz.ui.inspector.row_paint import Row
from nnviz.ui.inspector.rows import MOST, BarRows
from nnviz.ui.inspector.ways import WaysPart
from nnviz.wording import (
    Notation,
    current_notation,
    exact,
    flatness_sentence,
    neuron_steps,
    not_yet,
    product_text,
    symbol_tex,
    tr,
)
from nnviz.wording.any_neuron import any_neuron_tex, index_text

AHEAD_MS = 20
"""After a neuron was chosen, what may be chosen next is typeset this much later."""


class NeuronView(View):
    """Formula, numbers, curve, weights and contributions of one neuron of layer 1 … L."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._subject: tuple[NetworkSpec, Dataset, Neuron, Notation, bool] | None = None
        self._layer: tuple[NetworkSpec, Dataset, int, Notation, bool] | None = None
        self.formula = FormulaLabel(size=1.25)
        self.index = NumberLine("text_muted")
        self.numbers = NumberLine()
        self.before_update = Prose(tr("The numbers before the update; → goes on with the new ones."), "muted")
        self.inside = InsidePart(session)
        self.backward, self.effect = Backward(), EffectPart(session, opened=True)
        self.ways, self.check = WaysPart(session), CheckPart(session, whole=False)
        self.curve = ActivationCurve()
        self.history = ActivationHistory(session)
        self.by_hand = ByHand(session)
        self.flat = Prose(role="warning")
        self.pictures = WeightPictures(session=session)
        teaches = tr("Weight times activation: what each neuron before it adds to this one's weighted sum.")
        self.title = section("", teaches)
        self.rows = BarRows(tr("Largest contributions"), teaches)
        self._place()
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._typeset_ahead)
        self.inside.moved.connect(self._follow_inside)
        session.changed.connect(self._point)
        self.pictures.chosen.connect(self._choose_input)
        self.pictures.pointed.connect(self._point_at_input)
        self.rows.chosen.connect(session.select)
        self.rows.pointed.connect(session.point_at)

    def _place(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.formula, 1)
        above.addWidget(self.index)
        self._column.addLayout(above)
        for part in (self.numbers, self.before_update, self.inside, self.backward, self.effect):
            self._column.addWidget(part)
        # What explains comes before what is changed by hand: in a low window the rest is scrolled to.
        below: tuple[QWidget, ...] = (self.curve, self.flat, self.ways, self.check, self.pictures)
        for widget in (*below, self.by_hand, self.history, self.title):
            self._column.addWidget(widget)
        self._column.addWidget(self.rows, 1)

    def _follow_inside(self) -> None:
        """Show where the local cursor stands; it also leaves because something else has been chosen."""
        chosen = self._session.selection
        if isinstance(chosen, Neuron) and chosen.layer:
            self.refresh()

    def _point(self, what: Changed) -> None:
        """Light up the cell and the row of the weight, or the neuron before, that is pointed at anywhere."""
        chosen = self._session.selection
        if not what & Changed.POINTED or not isinstance(chosen, Neuron):
            return
        # Hidden it only lets go: what was pointed at then must not still be lit when it is shown again.
        hit, k = self._session.pointed if self.isVisible() else None, None
        if isinstance(hit, Location) and (hit.layer, hit.j) == chosen:
            k = hit.k
        elif isinstance(hit, Neuron) and hit.layer == chosen.layer - 1:
            k = hit.j
        self.pictures.set_pointed(k)
        edge = None if k is None else Location("w", chosen.layer, chosen.j, k)
        self.rows.set_pointed(edge)
        self.ways.set_pointed(edge)

    def _point_at_input(self, k: int | None) -> None:
        """Light up the edge whose cell is under the mouse, in every panel."""
        layer, j = self._neuron()
        self._session.point_at(None if k is None else Location("w", layer, j, k))

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
        self._show_derivation(neuron)
        self.before_update.setVisible(session.updated)
        self._show_inside(neuron, summed)
        self._show_curve(neuron, summed, activated)
        self.history.follow(activated)
        self.by_hand.show_neuron(Neuron(layer, j))
        self.pictures.show_numbers(neuron.weights, neuron.products if summed else None)
        self._show_rows(neuron, summed)
        symbol = symbol_tex(Quantity("a", layer, j), session.spec)
        return Heading(symbol=symbol, name=full_name(session, layer, j))

    def follow_standing(self) -> None:
        """Say what the change of its bias means for the whole test set."""
        self.by_hand.show_outcome()

    def _begin(self, neuron: NeuronExplanation) -> None:
        """Turn to another neuron, if it is another."""
        session = self._session
        subject = (session.spec, session.dataset, Neuron(neuron.layer, neuron.j), *_written(session))
        if subject == self._subject:
            return
        self._subject = subject
        self._begin_layer(neuron.layer)
        self.index.set_text(index_text(session.spec, neuron.layer, neuron.j))
        self.index.setFixedWidth(self.index.sizeHint().width())
        self.pictures.set_neuron(Neuron(neuron.layer, neuron.j))
        self._ahead.start()
        self.numbers.settle()
        self.verticalScrollBar().setValue(0)

    def _begin_layer(self, layer: int) -> None:
        """Find formulas and the names of the neurons before, once for each layer."""
        session, before = self._session, layer - 1
        subject = (session.spec, session.dataset, layer, *_written(session))
        if subject == self._layer:
            return
        self._layer = subject
        self.formula.set_tex(any_neuron_tex(session.spec, layer))
        self.backward.set_subject(session.spec, layer)
        self._names = short_names(session, before)
        shape, in_color = image_shape(session, before), shows_color(session)
        self.pictures.set_arrangement(full_names(session, before), shape, in_color)

    def _typeset_ahead(self) -> None:
        """Typeset the symbols of the neurons beside this one, which the keyboard reaches next."""
        spec, chosen = self._session.spec, self._session.selection
        if not isinstance(chosen, Neuron):
            return
        for j in (chosen.j + 1, chosen.j - 1):
            if 0 <= j < spec.sizes[chosen.layer]:
                measure(symbol_tex(Quantity("a", chosen.layer, j), spec), 1.0)

    def _show_derivation(self, neuron: NeuronExplanation) -> None:
        """Take ∂C/∂a apart once it is known, and say what follows for all that the neuron is made of."""
        layer, j = neuron.layer, neuron.j
        known, deep = self.shows("dC_da", layer), self.shows("delta", layer)
        collapses = layer == self._session.spec.depth and self._session.trace.slope(layer) is None
        self.effect.setVisible(deep if collapses else known)
        self.ways.setVisible(deep)
        if not self.effect.isHidden():
            self.effect.show_effect(Quantity("delta" if collapses else "dC_da", layer, j))
        if deep:
            self.ways.show_ways(Neuron(layer, j), self._names)
        self.check.setVisible(known)
        if known:
            self.check.show_check(Quantity("a", layer, j))

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
        product = product_text("w", "a", " · ")
        largest = tr("largest contributions  {product}", product=product)
        self.title.set_text(largest if summed else tr("largest weights  w"))
        rows = []
        for k in order[:MOST].tolist():
            factors = (float(neuron.weights[k]), float(neuron.inputs[k])) if summed else ()
            rows.append(Row(Location("w", layer, j, k), self._names[k], factors, float(values[k])))
        self.rows.set_rows(rows, len(values), neuron.sum if summed else None)


def _written(session: Session) -> tuple[Notation, bool]:
    """Return how symbols are written and weights are shown."""
    return current_notation(), shows_color(session)
