"""Notation profiles: every formula follows, and not a number does."""

import re

import numpy as np
import pytest
from samples import random_parameters

from nnviz import wording
from nnviz.cli import main
from nnviz.core.explain import Quantity, explain_neuron, explain_parameter
from nnviz.core.functions import COSTS
from nnviz.core.inside import InsideStep
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase, Trace, plan
from nnviz.training.timeline import Edit
from nnviz.wording import chain_rule, derivation, update, wishes
from nnviz.wording.notation import HAT, NOTATIONS, PLACES, ROWS, STANDARD, Notation, fill_in

SPECS = [
    NetworkSpec.build(6, hidden, 3, "tanh", "softmax" if cost == "cross_entropy" else "sigmoid", cost)
    for hidden in ((), (5,), (5, 4))
    for cost in COSTS
]


@pytest.fixture(autouse=True)
def as_before():
    yield
    wording.use_notation(STANDARD)


@pytest.fixture(params=NOTATIONS, ids=lambda notation: notation.key)
def notation(request) -> Notation:
    wording.use_notation(request.param)
    return request.param


def trace_of(spec: NetworkSpec) -> Trace:
    x, y = [0.2, -0.4, 0.9, 0.0, 1.0, 0.5], [0.0, 1.0, 0.0]
    return Trace.of(random_parameters(spec), np.array(x), np.array(y))


def texts(spec: NetworkSpec) -> list[str]:
    """Return what is written about a network in formulas."""
    trace = trace_of(spec)
    found = [
        text(phase, spec)
        for phase in plan(spec).phases
        for text in (wording.phase_tex, wording.phase_formula)
    ]
    for layer in spec.layers:
        neuron = explain_neuron(trace, layer, 1)
        found += wording.neuron_tex(spec, neuron)
        for location in (Location("w", layer, 1, 2), Location("b", layer, 1)):
            parameter = explain_parameter(trace, location)
            for line in chain_rule.chain_rule_pieces(spec, parameter):
                for piece in line:
                    found += (piece,) if isinstance(piece, str) else piece.above + piece.below
            found.append(wording.parameter_symbol(location))
            found.append(wording.edit_name(Edit("parameter", location=location)))
        for kind in ("w", "b", "z", "a", "slope", "delta", "C", "y"):
            found.append(wording.symbol_tex(Quantity(kind, layer, 1, 2 if kind == "w" else None), spec))
        found.append(derivation.effect_tex(spec, Quantity("dC_da", layer, 1)))
        found.append(wishes.wishes_tex(spec, layer, "z"))
        found += wording.inside_steps(spec, neuron, InsideStep("product", 2, 0.0, 0.0), False)[:1]
    found += [wording.cost_formula_tex(spec), wording.update_text(), update.line_sentence()]
    return [*found, *update.try_texts(0.1, 1, 2, 3), update.nothing_changes_sentence()]


FOREIGN = {
    "standard": (r"\lambda", r"\alpha", "λ", "α", r"\hat", r"\bL\b", r"\bJ\b", "L_0", "J_0"),
    "rows": (r"\eta", "η", r"\hat", r"C(?=_0|\b)", r"\bJ\b", r"_\{jk\}", r"_k\b"),
    "hat": (r"\eta", "η", r"\lambda", "λ", r"C(?=_0|\b)", r"\bL\b", r"_\{ij\}"),
    "places": (r"\alpha", r"\lambda", r"\hat", r"\bL\b", r"\bJ\b"),
}
"""What may not be left over of another profile."""


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{len(spec.sizes) - 2} hidden, {spec.cost}")
def test_nothing_of_another_notation_is_left_over(spec, notation):
    for text in texts(spec):
        for foreign in FOREIGN[notation.key]:
            pattern = foreign if "(?" in foreign or r"\b" in foreign else re.escape(foreign)
            assert not re.search(pattern, text.replace(r"\Delta", "")), text


def test_the_first_profile_is_the_documentation_s():
    spec = SPECS[-4]
    assert wording.current_notation() is STANDARD
    formula = wording.phase_formula(Phase("weighted_sum", 1), spec)
    assert formula == r"z^{(1)}_j = \sum_k w^{(1)}_{jk} a^{(0)}_k + b^{(1)}_j"
    assert wording.update_text() == "θ ← θ − η ∇C"


def test_rows_come_from_the_left_and_indices_say_from_and_to():
    wording.use_notation(ROWS)
    formula = wording.phase_formula(Phase("weighted_sum", 1), SPECS[-4])
    assert formula == r"z^{(1)}_j = \sum_i a^{(0)}_i w^{(1)}_{ij} + b^{(1)}_j"
    assert wording.symbol_tex(Quantity("w", 2, 5, 3), SPECS[-4]) == "w^{(2)}_{3,5}"
    assert wording.edit_name(Edit("parameter", location=Location("w", 2, 5, 3))) == "weight 3,5 of layer 2"
    assert wording.parameter_symbol(Location("w", 2, 5, 3)) == "w⁽²⁾₃,₅"
    assert wording.update_text() == "θ ← θ − λ ∇L"
    assert wording.penalty() != wording.rate()


def test_only_the_outputs_wear_a_hat():
    wording.use_notation(HAT)
    spec = next(s for s in SPECS if s.sizes == (6, 5, 3) and s.cost == "squared")
    assert wording.cost_formula_tex(spec) == r"J_0 = \sum_j (\hat{y}_j - y_j)^2"
    assert wording.symbol_tex(Quantity("a", 2, 1), spec) == r"\hat{y}_{1}"
    assert wording.symbol_tex(Quantity("a", 1, 1), spec) == "a^{(1)}_{1}"
    assert wording.phase_tex(Phase("dC_da", 2), spec) == r"\partial \hat{y}"


def test_every_place_has_its_letter():
    wording.use_notation(PLACES)
    spec = next(s for s in SPECS if s.sizes == (6, 5, 4, 3) and s.cost == "squared")
    sums = [wording.phase_formula(Phase("weighted_sum", layer), spec) for layer in (1, 2, 3)]
    assert sums == [
        r"z^{(1)}_j = \sum_i w^{(1)}_{ji} a^{(0)}_i + b^{(1)}_j",
        r"z^{(2)}_j = \sum_{j'} w^{(2)}_{jj'} a^{(1)}_{j'} + b^{(2)}_j",
        r"z^{(3)}_k = \sum_j w^{(3)}_{kj} a^{(2)}_j + b^{(3)}_k",
    ]
    assert wording.cost_formula_tex(spec) == r"C_0 = \sum_k (a_k - y_k)^2"
    assert NetworkSpec.build(6, (), 3).depth == 1
    assert wording.indices(NetworkSpec.build(6, (), 3), 1) == ("k", "i")


def test_texts_are_filled_in_and_other_braces_stay(notation):
    assert wording.tr("−∂{C}/∂w, {n:,}", n=1000) == f"−∂{notation.cost}/∂w, 1,000"
    assert wording.tr("{η} and {Wa}") == f"{notation.rate} and {'a W' if notation.row_vectors else 'W a'}"
    assert fill_in(r"\frac{1}{n} {other}") == r"\frac{1}{n} {other}"


def test_an_unknown_name_is_the_first_profile():
    assert wording.notation_of("rows") is ROWS
    assert wording.notation_of("nonsense") is STANDARD


def test_the_command_line_writes_in_any_of_them(capsys):
    arguments = ["explain", "--hidden", "8", "--parameter", "w 2 5 3"]
    assert main(arguments) == 0
    standard = capsys.readouterr().out
    assert main([*arguments, "--notation", "rows"]) == 0
    rows = capsys.readouterr().out
    assert "∂C₀/∂w⁽²⁾₅,₃" in standard
    assert "∂L₀/∂w⁽²⁾₃,₅" in rows
    assert "C₀" not in rows
    assert re.findall(r"0\.\d+", rows) == re.findall(r"0\.\d+", standard)
