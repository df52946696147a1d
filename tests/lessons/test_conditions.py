"""What a lesson can ask of the Session."""

import pytest

from nnviz.core.network import Location
from nnviz.errors import SettingsError
from nnviz.lessons.conditions import parse_condition, parse_term
from nnviz.lessons.quantities import QUANTITIES
from nnviz.lessons.texts import formulas, pieces, plain, text_flaw, told, with_values
from nnviz.session import Neuron
from nnviz.wording import number


def holds(text, session):
    return parse_condition(text).holds(session)


def test_numbers_are_those_of_the_network(tiny_session):
    session = tiny_session
    for text, value in (
        ("cost", session.trace.cost),
        ("activation 2 3", session.trace.a[2][3]),
        ("activation 0 1", session.trace.x[1]),
        ("weighted-sum 1 0", session.trace.z[1][0]),
        ("delta 3 2", session.trace.delta[3][2]),
        ("weight 1 3 2", session.parameters.at(Location("w", 1, 3, 2))),
        ("bias 3 1", session.parameters.at(Location("b", 3, 1))),
        ("slope-weight 2 0 5", session.trace.gradient.at(Location("w", 2, 0, 5))),
        ("slope-activation 2 5", session.trace.dC_da[2][5]),
        ("target 1", session.trace.y[1]),
        ("cost-term 1", session.trace.cost_terms[1]),
        ("parameters", session.spec.parameter_count),
        ("batches", 2),
        ("batch-done", 0),
        ("neurons 1", 16),
        ("guess", session.guess),
        ("label", session.label),
    ):
        assert parse_term(text).value(session) == value, text


def test_what_is_not_there_has_no_value_and_fulfills_nothing(tiny_session):
    for text in ("activation 1 99", "weight 1 0 99", "activation 9 0", "bias 0 0", "neurons 7", "target 5"):
        term = parse_term(text)
        assert term.value(tiny_session) is None
        with pytest.raises(SettingsError, match="indices count from 0"):
            term.check(tiny_session)
    assert not holds("activation 1 99 < 1e9", tiny_session)
    assert not holds("activation 1 99 != 5", tiny_session)
    assert tiny_session.standing is None
    assert not holds("accuracy >= 0", tiny_session)


def test_comparisons(tiny_session):
    session = tiny_session
    cost = session.trace.cost
    assert holds(f"cost < {cost + 1}", session)
    assert not holds(f"cost > {cost + 1}", session)
    assert holds("cost ≥ 0", session)
    assert holds("activation 1 0 >= activation 1 0", session)
    assert holds("guess = label", session) == (session.guess == session.label)


def test_the_cursor_is_compared_by_the_order_of_the_score(tiny_session):
    tiny_session.jump(tiny_session.plan.cost)
    assert holds("cursor = C", tiny_session)
    assert holds("cursor >= a1", tiny_session)
    assert holds("cursor < delta3", tiny_session)
    assert not holds("cursor >= da3", tiny_session)
    assert not holds("cursor >= a9", tiny_session)  # this network has no such phase


def test_what_is_chosen(tiny_session):
    assert holds("selected = nothing", tiny_session)
    assert not holds("selected-value > -1e9", tiny_session)
    assert not holds("selected-slope > -1e9", tiny_session)
    tiny_session.select(Neuron(1, 3))
    assert holds("selected = neuron 1 3", tiny_session)
    assert holds("selected-kind = neuron", tiny_session)
    assert holds("selected-layer = 1", tiny_session)
    assert holds("selected-value = activation 1 3", tiny_session)
    tiny_session.select(Location("w", 2, 1, 0))
    assert holds("selected = weight 2 1 0", tiny_session)
    assert holds("selected-value = weight 2 1 0", tiny_session)
    assert holds("selected-slope = slope-weight 2 1 0", tiny_session)
    tiny_session.select(Location("b", 2, 1))
    assert holds("selected = bias 2 1", tiny_session)


def test_words(tiny_session):
    assert holds("picture = network", tiny_session)
    assert holds("picture != matrix", tiny_session)
    assert holds("training = idle", tiny_session)
    assert holds("off 1 3 = no", tiny_session)
    tiny_session.switch(Neuron(1, 3), False)
    assert holds("off 1 3 = yes", tiny_session)


def test_the_input_has_no_function(tiny_session):
    assert holds("function 1 = sigmoid", tiny_session)
    for layer in (0, 9):
        assert parse_term(f"function {layer}").value(tiny_session) is None
        with pytest.raises(SettingsError, match="has no"):
            parse_term(f"function {layer}").check(tiny_session)


def test_descent(tiny_session):
    tiny_session.descent.curve.place(1.0)
    here = tiny_session.descent.curve.next_step
    assert holds("ball = 1", tiny_session)
    assert parse_term("ball-height").value(tiny_session) == here.cost
    assert parse_term("ball-slope").value(tiny_session) == here.slope
    assert parse_term("walker 1").value(tiny_session) == tiny_session.descent.surface.point[1]
    assert parse_term("walker 2").value(tiny_session) is None


def test_every_quantity_has_a_value_or_none_in_a_new_session(tiny_session):
    for quantity in QUANTITIES.values():
        term = parse_term(" ".join([quantity.name, *("1" for _ in quantity.indices)]))
        value = term.value(tiny_session)
        if value is not None and not quantity.is_number:
            condition = parse_condition(f"{term} = {value}") if quantity.name != "data" else None
            assert condition is None or condition.holds(tiny_session)
        elif value is not None:
            assert isinstance(value, float | int)


@pytest.mark.parametrize(
    "text",
    ["", "cost", "cost <", "< 1", "cost < 1 < 2", "cost == 1", "cost < x", "cost < picture", "cost 1 < 2"],
)
def test_what_is_no_condition_is_refused(text):
    with pytest.raises(SettingsError):
        parse_condition(text)


class TestTexts:
    def test_formulas_are_taken_out(self):
        text = r"A $w_j$ and $$\sum_j$$ for 5\$ each."
        assert formulas(text) == ("w_j", r"\sum_j")
        assert [piece.kind for piece in pieces(text)] == ["words", "inline", "words", "block", "words"]
        assert plain(pieces("**A** $w$  b")) == "A w b"
        assert text_flaw(text) is None

    @pytest.mark.parametrize(
        "text", [r"$\{a\}$", r"$\hat{{C}}_{= neurons 1}$", "a { b", r"$\text{a {= cost}}$"]
    )
    def test_braces_that_are_right(self, text):
        assert text_flaw(text) is None

    def test_values_are_filled_in(self, tiny_session):
        cost = tiny_session.trace.cost
        text = "{= cost}, {=neurons 1}, {= picture}, {= activation 9 9}, {C}"
        assert with_values(text, tiny_session) == f"{number(cost)}, 16, network, …, {{C}}"

    def test_in_a_formula_they_have_braces_and_a_minus_is_a_sign(self, tiny_session):
        bias = Location("b", 1, 0)
        tiny_session.set_parameter(bias, -2.5)
        value = "{= bias 1 0}"
        text = rf"{value} $a - {value}$ $$\text{{at {value} {value}}} x_{{= neurons 1}}$$ {value}"
        assert with_values(text, tiny_session) == (
            r"−2.50 $a - {-2.50}$ $$\text{at −2.50 −2.50} x_{16}$$ −2.50"
        )

    def test_whole_numbers_are_told_in_full(self):
        assert [told(value) for value in (12960.0, -3.0, 0.25, None, "yes")] == (
            ["12,960", "−3", number(0.25), "…", "yes"]
        )

    @pytest.mark.parametrize(
        "text",
        [
            *("$a", "a $ b $ c $", "{= nothing}", "{=}", "{= cost", "$a = {= cost$", "$$a = {= input\nb$$"),
            *(r"$\sum_{k w_k$", r"$\sum_k} w$", "$}a{$", r"$\{a}$", r"$$a \\{b$$"),
        ],
    )
    def test_flaws(self, text):
        assert text_flaw(text)
