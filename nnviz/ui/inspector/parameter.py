"""A weight or bias taken apart: its value, its gradient as a product, and what the update does to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.core.explain import ParameterExplanation, Quantity, explain_parameter
from nnviz.core.network import Location, NetworkSpec
from nnviz.data.dataset import Dataset
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.color_switch import shows_color
from nnviz.ui.inspector.chain_rule import ChainRule
from nnviz.ui.inspector.check import CheckPart
from nnviz.ui.inspector.edge import EdgePicture
from nnviz.ui.inspector.editing import Outcome, ValueEditor
from nnviz.ui.inspector.effect import EffectPart
from nnviz.ui.inspector.factors import FactorRows
from nnviz.ui.inspector.names import full_names, image_shape, weight_name
from nnviz.ui.inspector.parts import Heading, NumberLine, Prose, View, section
from nnviz.ui.inspector.pictures import WeightPictures
from nnviz.wording import (
    Notation,
    before_after,
    component_text,
    current_notation,
    exact,
    number,
    small_gradient_sentence,
    step_text,
    symbol_tex,
    tr,
    wish_glyph,
    wish_sentence,
)
from nnviz.wording.chain_rule import chain_rule_pieces, chain_rule_steps, pieces_text, step_pieces


class ParameterView(View):
    """One component of θ."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._subject: tuple[NetworkSpec, Dataset, Location, Notation, bool] | None = None
        self.name = Prose(role="muted")
        self.component = NumberLine("text_muted", 0.92)
        self.editor, self.outcome = ValueEditor(session), Outcome(session)
        self.edge = EdgePicture(session)
        self.hidden = Prose(role="muted")
        self.gradient = GradientPart(session)
        self.update_part = UpdatePart(session)
        self.pictures = WeightPictures(products=False)
        for part in (self.name, self.component, self.editor, self.outcome):
            self._column.addWidget(part)
        for below in (self.edge, self.hidden, self.gradient, self.update_part):
            self._column.addWidget(below)
        self._column.addWidget(self.pictures)
        self._column.addStretch(1)
        self.pictures.chosen.connect(self._choose_sibling)

    def _location(self) -> Location:
        chosen = self._session.selection
        assert isinstance(chosen, Location)
        return chosen

    def _choose_sibling(self, k: int) -> None:
        self._session.select(self._location()._replace(kind="w", k=k))

    def refresh(self) -> Heading:
        """Show the chosen parameter as far as its gradient is revealed."""
        session, location = self._session, self._location()
        parameter = explain_parameter(session.trace, location)
        self._begin(location, parameter)
        self.editor.show_parameter(location)
        self.outcome.follow(location)
        self.edge.show_edge(location)
        revealed = self.shows("gradient", location.layer)
        self.hidden.setVisible(not revealed)
        self.gradient.setVisible(revealed)
        self.update_part.setVisible(revealed)
        if revealed:
            self.gradient.show_gradient(parameter)
            self.update_part.show_step(parameter)
        weights = session.trace.parameters.weights(location.layer)[location.j]
        self.pictures.show_numbers(weights, None, location.k)
        value = session.parameters.at(location)
        symbol = symbol_tex(Quantity(*location), session.spec)
        return Heading(symbol=symbol, value=(f"= {number(value)}",), value_tip=exact(value))

    def follow_standing(self) -> None:
        """Say what the change means for the whole test set."""
        self.outcome.follow(self._location())

    def _begin(self, location: Location, parameter: ParameterExplanation) -> None:
        """Typeset and name what stays while numbers change."""
        session = self._session
        subject = (session.spec, session.dataset, location, current_notation(), shows_color(session))
        if subject == self._subject:
            return
        self._subject = subject
        self.outcome.settle()
        name = weight_name(session, location)
        self.name.setText(name[:1].upper() + name[1:])
        teaches = tr("θ is the column of all weights and biases, layer by layer.")
        self.component.set_text(component_text(session.spec, location), teaches)
        unknown = tr("∂{C}/∂{kind} is not yet computed: step on with →", kind=location.kind)
        self.hidden.setText(unknown)
        self.gradient.begin(parameter)
        self.update_part.begin(location)
        bias = location.kind == "b"
        self.pictures.set_title(
            tr("the weights of its neuron") if bias else tr("among the weights of its neuron")
        )
        before = location.layer - 1
        shape, in_color = image_shape(session, before), shows_color(session)
        self.pictures.set_arrangement(full_names(session, before), shape, in_color)
        self.verticalScrollBar().setValue(0)


class GradientPart(QWidget):
    """∂C/∂w as the product of its factors, and what it asks for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.formula = ChainRule()
        self.numbers = NumberLine()
        self.factors = FactorRows(session)
        self.glyph = QLabel()
        self.sentence = Prose()
        self.small = Prose(role="warning")
        self.effect, self.check = EffectPart(session, opened=False), CheckPart(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.formula, self.numbers, self.factors, self.effect):
            column.addWidget(part)
        wish = QHBoxLayout()
        wish.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        wish.addWidget(self.sentence, 1)
        column.addLayout(wish)
        column.addWidget(self.small)
        column.addWidget(self.check)

    def begin(self, parameter: ParameterExplanation) -> None:
        """Typeset the chain rule, and what its factors are."""
        lines = chain_rule_pieces(self._session.spec, parameter)
        self.formula.set_lines(lines, " ".join(map(pieces_text, lines)))
        self.numbers.settle()

    def show_gradient(self, parameter: ParameterExplanation) -> None:
        """Show factors, product and wish in numbers."""
        self.numbers.set_text(chain_rule_steps(parameter), exact(parameter.derivative))
        self.factors.show_factors(parameter)
        self.effect.show_effect(parameter.factors[-1].quantity)
        self.check.show_check(Quantity(*parameter.location))
        self.glyph.setText(wish_glyph(parameter.derivative))
        self.glyph.setVisible(parameter.derivative != 0)
        theme.set_role(self.glyph, "positive" if parameter.derivative < 0 else "negative")
        self.sentence.setText(wish_sentence(parameter.derivative))
        small = small_gradient_sentence(self._session.spec, parameter)
        self.small.setText(small)
        self.small.setVisible(bool(small))


class UpdatePart(QWidget):
    """What one update with this gradient adds to the parameter; after it, the value before and after."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.title = section(tr("what the update does"), tr("Every parameter moves against its gradient."))
        self.formula = ChainRule(size=1.05)
        self.numbers = NumberLine()
        self.values = NumberLine(bold=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.formula, 1, 0)
        grid.addWidget(self.numbers, 1, 1)
        grid.addWidget(self.values, 2, 0, 1, 2)
        theme.on_change(self, self.updateGeometry)

    def begin(self, location: Location) -> None:
        """Set −η ∂C/∂w."""
        self._symbol = location.kind
        line = step_pieces(self._session.spec, location)
        self.formula.set_lines([line], pieces_text(line))
        self.numbers.settle()

    def show_step(self, parameter: ParameterExplanation) -> None:
        """Show the step, and what came of it once the update is done."""
        session, rate = self._session, self._rate()
        tip = tr(
            "The learning rate {η} times the gradient, downhill: {step}",
            step=exact(-rate * parameter.derivative),
        )
        self.numbers.set_text(step_text(rate, parameter.derivative), tip)
        self.values.setVisible(session.updated)
        if session.updated:
            after = session.parameters.at(parameter.location)
            pair = before_after(parameter.value, after)
            text = f"{self._symbol}: {pair[0]} → {pair[1]}"
            self.values.set_text(text, f"{exact(parameter.value)} → {exact(after)}")

    def _rate(self) -> float:
        """Return the rate of the update in view, or that of the next one."""
        rate = self._session.moment.change.rate
        if self._session.updated and rate is not None:
            return rate
        return self._session.settings.rate
