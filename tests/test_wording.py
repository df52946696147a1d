import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SPECS, random_batch, random_parameters, spec_id, tiny_dataset

from nnviz import wording
from nnviz.core.explain import CostTerm, Quantity, explain_cost, explain_neuron, explain_parameter
from nnviz.core.functions import ACTIVATIONS, COSTS
from nnviz.core.network import INITIALIZATIONS, Location, NetworkSpec
from nnviz.core.steps import Trace, plan
from nnviz.training.timeline import Change, ExampleRef
from nnviz.training.trainer import Metrics
from nnviz.wording.chain_rule import chain_rule_steps

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)
DEFAULT = NetworkSpec.build(784, (16, 16), 10)
DEEP = NetworkSpec.build(2, (3,) * 7, 2)


def read(text):
    """Read a number as a person does."""
    plain = text.replace(wording.MINUS, "-").replace(",", "")
    match = re.fullmatch(r"([-+]?[\d.]+)·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", plain)
    if match is None:
        return float(plain)
    power = match[2].translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{match[1]}e{power}")


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1.00"),
            (-0.68, "−0.680"),
            (0.1156, "0.116"),
            (3.3585, "3.36"),
            (0.9996, "1.00"),
            (99.96, "100"),
            (1234.6, "1235"),
            (9994.4, "9994"),
            (9996.0, "1.00·10⁴"),
            (12345.0, "1.23·10⁴"),
            (0.001, "0.00100"),
            (0.000123, "1.23·10⁻⁴"),
            (-1.5e-10, "−1.50·10⁻¹⁰"),
            (math.inf, "∞"),
            (-math.inf, "−∞"),
            (math.nan, "NaN"),
        ],
    )
    def test_three_significant_digits(self, value, text):
        assert wording.number(value) == text

    def test_more_digits_and_signs(self):
        assert wording.number(0.123456, 5) == "0.12346"
        assert wording.number(0.5, signed=True) == "+0.500"
        assert wording.number(-0.5, signed=True) == "−0.500"
        assert wording.number(math.inf, signed=True) == "+∞"

    @given(st.floats(-1e300, 1e300, allow_subnormal=False))
    def test_a_number_says_its_value(self, value):
        assert read(wording.number(value)) == pytest.approx(value, rel=0.00501)
        assert "-" not in wording.number(value)

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_exact_says_every_bit(self, value):
        assert read(wording.exact(value)) == value

    @pytest.mark.parametrize(
        ("value", "text"), [(0.4567, "0.457"), (-0.4567, "−0.457"), (-0.0001, "0.000"), (2e5, "2.00·10⁵")]
    )
    def test_a_column_has_fixed_decimals(self, value, text):
        assert wording.fixed(value) == text

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (0.43, ".43"),
            (1.0, "1.0"),
            (-0.2, "−.20"),
            (12.4, "12"),
            (0.004, ".00"),
            (0.996, "1.0"),
            (9.96, "10"),
            (1234.0, "1e3"),
            (1e10, "1e10"),
            (-math.inf, "−∞"),
            (math.nan, "NaN"),
        ],
    )
    def test_inside_a_neuron(self, value, text):
        assert wording.short(value) == text

    @given(st.floats(-1e30, 1e30))
    def test_inside_a_neuron_there_is_room_for_five(self, value):
        assert len(wording.short(value)) <= 5

    def test_percent(self):
        assert wording.percent(0.9444) == "94.4%"

    @pytest.mark.parametrize(
        ("value", "tex"), [(0.5, "0.500"), (-0.5, "(-0.500)"), (1.5e-7, r"1.50 \cdot 10^{-7}")]
    )
    def test_in_tex(self, value, tex):
        assert wording.number_tex(value) == tex

    def test_before_and_after_differ_where_they_differ(self):
        assert wording.before_after(0.5, 0.5) == ("0.500", "0.500")
        assert wording.before_after(0.5, 0.50001) == ("0.50000", "0.50001")


class TestTranslation:
    def test_every_text_passes_the_translator(self):
        wording.set_translator(str.upper)
        try:
            assert wording.layer_name(DEFAULT, 0) == "INPUT"
        finally:
            wording.set_translator(lambda text: text)
        assert wording.layer_name(DEFAULT, 0) == "input"

    def test_values_are_filled_in_and_may_contain_braces(self):
        assert wording.tr("a {name}", name="{b}") == "a {b}"
        assert wording.tr("{a}") == "{a}"


class TestNames:
    def test_layers(self):
        assert [wording.layer_name(DEFAULT, layer) for layer in range(4)] == [
            "input",
            "first hidden layer",
            "second hidden layer",
            "output layer",
        ]
        assert [wording.layer_name(DEEP, layer) for layer in (5, 6)] == [
            "fifth hidden layer",
            "hidden layer 6",
        ]

    def test_neurons(self):
        assert wording.neuron_name(DEFAULT, 1, 12) == "neuron 12, first hidden layer"
        assert wording.neuron_name(DEFAULT, 3, 2, tuple("abcdefghij")) == "output neuron 2, “c”"

    def test_parameters(self):
        weight, bias = Location("w", 2, 5, 3), Location("b", 1, 7)
        assert wording.parameter_name(DEFAULT, weight) == (
            "weight from neuron 3, first hidden layer to neuron 5, second hidden layer"
        )
        assert wording.parameter_name(DEFAULT, bias) == "bias of neuron 7, first hidden layer"
        first = Location("w", 1, 0, 9)
        assert wording.parameter_name(DEFAULT, first).startswith("weight from input 9 to neuron 0")
        assert wording.parameter_name(DEFAULT, first, "pixel 3").startswith("weight from pixel 3 to")

    def test_the_count_taken_apart(self):
        assert wording.parameter_count(DEFAULT) == "13,002 parameters"
        assert wording.parameter_count_apart(DEFAULT) == (
            "784×16 + 16×16 + 16×10 = 12,960 weights, 16 + 16 + 10 = 42 biases: 13,002 parameters"
        )

    def test_everything_has_a_name(self):
        assert wording.ACTIVATION_NAMES.keys() == ACTIVATIONS.keys()
        assert wording.COST_NAMES.keys() == COSTS.keys()
        assert set(wording.INITIALIZATION_NAMES) == set(INITIALIZATIONS)

    def test_changes(self):
        measured = Metrics(150, 2.5, 1, 1, None, None, 1, 1)
        update = Change("update", example=ExampleRef("test", 4), rate=1)
        assert wording.change_name(update) == "update on test example 4"
        assert wording.change_name(Change("run", metrics=(measured,))) == "training up to 2.5 epochs"
        assert wording.change_name(Change("run")) == "training"
        begun = Metrics(0, 0.0, 1, 1, None, None, 1, 1)
        assert wording.change_name(Change("run", metrics=(begun,)), 40) == "training, 40 updates"
        assert wording.change_name(Change("start")) == "new network"

    def test_a_component_is_counted_from_one(self):
        assert wording.component_text(DEFAULT, Location("b", 3, 9)) == "component 13,002 of 13,002"


class TestPhases:
    @any_spec
    def test_each_has_symbol_title_sentence_and_formula(self, spec):
        for phase in plan(spec).phases:
            for text in (wording.phase_title(phase, spec), wording.phase_sentence(phase, spec)):
                assert text
                assert "{" not in text
            assert_is_tex(wording.phase_tex(phase, spec))
            assert_is_tex(wording.phase_formula(phase, spec))

    def test_formulas_speak_of_the_right_layers(self):
        formulas = {phase: wording.phase_formula(phase, DEFAULT) for phase in plan(DEFAULT).phases}
        of = {(kind, layer): text for (kind, layer), text in formulas.items()}
        assert of["weighted_sum", 2] == r"z^{(2)}_j = \sum_k w^{(2)}_{jk} a^{(1)}_k + b^{(2)}_j"
        assert of["activation", 1] == r"a^{(1)}_j = \sigma(z^{(1)}_j)"
        assert r"w^{(3)}_{jk} \delta^{(3)}_j" in of["dC_da", 2]
        assert r"2 (a^{(3)}_j - y_j)" in of["dC_da", 3]
        assert r"a^{(1)}_k \delta^{(2)}_j" in of["gradient", 2]
        assert r"\sigma'(z^{(1)}_j)" in of["delta", 1]

    def test_the_cross_entropies_say_that_delta_is_output_minus_target(self):
        for spec in SPECS:
            if spec.cost_function.by_weighted_sum is not None:
                formula = wording.phase_formula(plan(spec).phases[-1 - 3 * (spec.depth - 1) - 2], spec)
                assert formula.endswith("a^{(3)}_j - y_j")


class TestExplanations:
    @any_spec
    def test_every_number_can_be_put_into_words(self, spec):
        x, y = random_batch(spec, 1)
        trace = Trace.of(random_parameters(spec), x[0], y[0])
        for layer in spec.layers:
            neuron = explain_neuron(trace, layer, 1)
            for tex in wording.neuron_tex(spec, neuron):
                assert_is_tex(tex)
            assert wording.neuron_steps(spec, neuron)
            for location in (Location("w", layer, 1, 0), Location("b", layer, 1)):
                parameter = explain_parameter(trace, location)
                assert all(wording.factor_sentence(spec, factor) for factor in parameter.factors)
        assert all(wording.cost_term_text(spec, term) for term in explain_cost(trace))

    def test_a_weight_in_numbers(self):
        x, y = np.array([1.0, 2.0]), np.array([3.0])
        spec = NetworkSpec.build(2, (2,), 1, "relu", "identity", "squared")
        theta = random_parameters(spec)
        theta.theta[:] = [1, -1, 0.5, 0.25, 0.5, 0, 2, 3, -1]
        parameter = explain_parameter(Trace.of(theta, x, y), Location("w", 1, 0, 1))
        assert chain_rule_steps(parameter) == ("= 2.00 · 1.00 · 4.00", "= 8.00")
        assert wording.step_text(0.125, parameter.derivative) == ("= −0.125 · 8.00", "= −1.00")

    def test_a_neuron_as_formula_and_numbers(self):
        spec = NetworkSpec.build(2, (2,), 1, "relu", "identity", "squared")
        theta = random_parameters(spec)
        theta.theta[:] = [1, -1, 0.5, 0.25, 0.5, 0, 2, 3, -1]
        neuron = explain_neuron(Trace.of(theta, np.array([1.0, 2.0]), np.array([3.0])), 2, 0)
        general, numbers = wording.neuron_tex(spec, neuron)
        assert general == r"a^{(2)}_{0} = \sum_k w^{(2)}_{0,k} a^{(1)}_k + b^{(2)}_{0}"
        assert numbers == "= 5.00 - 1.00 = 4.00 = 4.00"

    @pytest.mark.parametrize(
        ("cost", "text"),
        [
            ("squared", "(0.88 − 1.00)²"),
            ("half_squared", "½ (0.88 − 1.00)²"),
            ("mean_squared", "(0.88 − 1.00)² / 2"),
            ("binary_cross_entropy", "−log 0.88"),
            ("cross_entropy", "−1.00 log 0.88"),
        ],
    )
    def test_a_line_of_the_cost(self, cost, text):
        spec = NetworkSpec.build(2, (), 2, output=COSTS[cost].outputs[0], cost=cost)
        assert wording.cost_term_text(spec, CostTerm(0, 0.88, 1.0, 0.0)) == text

    def test_a_wish_in_words(self):
        assert "raising it lowers the cost" in wording.wish_sentence(-0.68)
        assert "lowering it lowers the cost" in wording.wish_sentence(3.2)
        assert "no difference" in wording.wish_sentence(0.0)
        assert [wording.wish_glyph(d) for d in (-1.0, 1.0, 0.0, math.nan)] == ["▲", "▼", "", ""]

    @pytest.mark.parametrize(
        ("quantity", "tex"),
        [
            (Quantity("x", 0, 3), "x_{3}"),
            (Quantity("y", 2, 3), "y_{3}"),
            (Quantity("C", 2, 0), "C_0"),
            (Quantity("w", 2, 5, 3), "w^{(2)}_{5,3}"),
            (Quantity("b", 2, 5), "b^{(2)}_{5}"),
            (Quantity("delta", 1, 0), r"\delta^{(1)}_{0}"),
            (Quantity("slope", 1, 0), r"\sigma'(z^{(1)}_{0})"),
        ],
    )
    def test_symbols(self, quantity, tex):
        assert wording.symbol_tex(quantity) == tex


def test_pixels_are_named_as_the_data_set_counts_them():
    assert wording.pixel_name(11 * 28 + 16, (28, 28)) == "pixel 11,16"
    assert wording.pixel_name(3 * (2 * 32 + 5) + 1, (32, 32, 3)) == "pixel 2,5 green"
    assert tiny_dataset().input_name(2) == "input 2"


def assert_is_tex(text):
    assert text.strip()
    assert text.count("{") == text.count("}")
    assert not re.search(r"\{[a-z]{2,}\}", text.replace("{jk}", "").replace(r"\text{softmax}", ""))
    assert wording.MINUS not in text
