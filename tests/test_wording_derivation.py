import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HIDDEN, LEGAL, random_batch, random_parameters

from nnviz.core.check import Check, Difference, NetworkCheck, check
from nnviz.core.explain import Quantity, explain_parameter
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.passes import masks_of
from nnviz.core.paths import effect, unfold
from nnviz.core.steps import Trace
from nnviz.core.ways import ways
from nnviz.wording import number, symbol_text, use_notation
from nnviz.wording.agreeing import product_texts, scale_of, shown_value
from nnviz.wording.chain_rule import Fraction, chain_rule_pieces, chain_rule_steps, pieces_text
from nnviz.wording.check import (
    check_rows,
    difference_text,
    verdict_badge,
    verdict_role,
    verdict_sentence,
    whole_sentence,
    whole_text,
)
from nnviz.wording.derivation import at_cost_texts, derivation_lines, effect_words
from nnviz.wording.notation import HAT, ROWS, STANDARD
from nnviz.wording.ways import bias_way, fire_together, ways_title

sizes_of_numbers = st.floats(1e-7, 1e4) | st.floats(-1e4, -1e-7)


def unit_of(text):
    """Return one unit of the last digit of a text of `number` or of a Scale."""
    mantissa, _, power = text.strip("+−()= ").partition("·10")
    decimals = len(mantissa.partition(".")[2])
    return 10.0 ** (shown_power(power) - decimals)


def shown_power(power):
    return int(power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0)


def value_of(text):
    return shown_value(text.removeprefix("= ").removeprefix("+"))


@given(st.lists(sizes_of_numbers, min_size=2, max_size=4))
def test_factors_multiply_to_the_product_that_is_shown(factors):
    product = math.prod(factors)
    result = number(product)
    shown = math.prod(shown_value(text) for text in product_texts(factors, product))
    assert abs(shown - shown_value(result)) <= 1.001 * unit_of(result)


@given(st.lists(sizes_of_numbers | st.just(0.0), min_size=1, max_size=10))
def test_summands_add_up_to_the_sum_that_is_shown(values):
    total = sum(values)
    scale = scale_of(values, total)
    shown = sum(value_of(scale.term(value)) for value in values)
    result = scale.total(total)
    assert abs(shown - value_of(result)) <= 1.001 * unit_of(result)


@st.composite
def traces(draw):
    sizes = draw(st.lists(st.integers(1, 12), min_size=2, max_size=4))
    output, cost = draw(st.sampled_from(LEGAL))
    spec = NetworkSpec(tuple(sizes), (*(draw(st.sampled_from(HIDDEN)) for _ in sizes[1:-1]), output), cost)
    seed = draw(st.integers(0, 10_000))
    x, y = random_batch(spec, 1, seed)
    off = [(1, 0)] if len(sizes) > 2 and draw(st.booleans()) else []
    return Trace.of(random_parameters(spec, seed), x[0], y[0], masks_of(spec, off))


@given(traces())
def test_every_derivation_comes_out_in_the_digits_shown(trace):
    for index in range(0, trace.spec.parameter_count, 7):
        explained = explain_parameter(trace, trace.spec.locate(index))
        *product, result = chain_rule_steps(explained)
        if product:
            shown = math.prod(value_of(text) for text in product[0].removeprefix("= ").split(" · "))
            assert abs(shown - value_of(result)) <= 1.001 * unit_of(result)
        assert value_of(result) == pytest.approx(explained.derivative, rel=5.1e-3)


@given(traces())
def test_paths_come_out_in_the_digits_shown(trace):
    for layer in range(trace.spec.depth):
        key = (Quantity("dC_da", layer, 0),)
        lines = derivation_lines(trace.spec, unfold(trace, key, {key: 4}), lambda layer, j: f"{j}")
        paths = [line for line in lines if line.kind == "path"]
        rest = [line for line in lines if line.kind == "others"]
        (total,) = (line for line in lines if line.kind == "sum")
        shown = sum(value_of(line.value) for line in (*paths, *rest))
        assert abs(shown - value_of(total.value)) <= 1.001 * unit_of(total.value)
        assert len(paths) == min(4, trace.spec.sizes[layer + 1])
        for line in paths:
            product = math.prod(value_of(text) for text in line.product.split(" · "))
            assert abs(product - value_of(line.value)) <= 1.001 * unit_of(line.value)


@given(traces())
def test_the_end_of_the_recursion_comes_out_in_the_digits_shown(trace):
    spec = trace.spec
    if spec.cost == "binary_cross_entropy":
        return
    kind = "delta" if spec.cost == "cross_entropy" else "dC_da"
    _, words, result = at_cost_texts(spec, effect(trace, Quantity(kind, spec.depth, 0)))
    shown = (
        eval(words.replace("−", "-").replace("·", "*").replace("⁻", "-"), {}) if "10" not in words else None
    )
    if shown is not None:
        assert abs(shown - value_of(result)) <= 1.001 * unit_of(result)


def small(output="sigmoid", cost="squared"):
    spec = NetworkSpec.build(3, (4,), 2, output=output, cost=cost)
    x, y = random_batch(spec, 1, 3)
    return Trace.of(random_parameters(spec, 3), x[0], y[0])


def test_the_chain_rule_in_full_symbols():
    trace = small()
    explained = explain_parameter(trace, Location("w", 2, 1, 3))
    rule, equal = chain_rule_pieces(trace.spec, explained)
    assert pieces_text(rule) == "∂C₀/∂w⁽²⁾₁,₃ = ∂z⁽²⁾₁/∂w⁽²⁾₁,₃ · ∂a⁽²⁾₁/∂z⁽²⁾₁ · ∂C₀/∂a⁽²⁾₁"
    assert pieces_text(equal) == "= a⁽¹⁾₃ · σ′(z⁽²⁾₁) · ∂C₀/∂a⁽²⁾₁"
    assert rule[0] == Fraction((r"\partial", "C_0"), (r"\partial", "w^{(2)}_{1,3}"))
    bias = explain_parameter(trace, Location("b", 2, 1))
    assert pieces_text(chain_rule_pieces(trace.spec, bias)[1]) == "= 1 · σ′(z⁽²⁾₁) · ∂C₀/∂a⁽²⁾₁"


def test_a_cross_entropy_goes_straight_to_z():
    trace = small("softmax", "cross_entropy")
    explained = explain_parameter(trace, Location("w", 2, 1, 3))
    rule, equal = (pieces_text(line) for line in chain_rule_pieces(trace.spec, explained))
    assert rule == "∂C₀/∂w⁽²⁾₁,₃ = ∂z⁽²⁾₁/∂w⁽²⁾₁,₃ · ∂C₀/∂z⁽²⁾₁"
    assert equal == "= a⁽¹⁾₃ · δ⁽²⁾₁"


def test_the_notation_is_followed():
    trace = small()
    explained = explain_parameter(trace, Location("w", 2, 1, 3))
    try:
        use_notation(ROWS)
        assert pieces_text(chain_rule_pieces(trace.spec, explained)[0]).startswith("∂L₀/∂w⁽²⁾₃,₁ =")
        use_notation(HAT)
        assert "∂ŷ₁/∂z⁽²⁾₁ · ∂J₀/∂ŷ₁" in pieces_text(chain_rule_pieces(trace.spec, explained)[0])
    finally:
        use_notation(STANDARD)


def test_the_recursion_is_written_line_by_line():
    spec = NetworkSpec.build(1, (1, 2), 1, "identity", "identity")
    theta = np.array([1.0, 0, 2, 3, 0, 0, 5, 7, 0])
    trace = Trace.of(Parameters(spec, theta), np.ones(1), np.array([30.0]))
    root = (Quantity("dC_da", 1, 0),)
    deeper = (*root, Quantity("dC_da", 2, 1))
    last = (*deeper, Quantity("dC_da", 3, 0))
    lines = derivation_lines(
        spec, unfold(trace, root, {root: 4, deeper: 4, last: 4}), lambda layer, j: f"{layer}/{j}"
    )
    told = [(line.kind, line.level, line.text, line.product, line.value) for line in lines[1:]]
    # a³ = 2·5 + 3·7 = 31, ∂C/∂a³ = 2; by way of neuron 1: 3·7·2, of neuron 0: 2·5·2.
    assert told[0] == ("path", 0, "2/1", "3.00 · 1.00 · 14.0", "+42.00")
    assert lines[2].kind == "formula"
    assert told[2] == ("path", 1, "3/0", "7.00 · 1.00 · 2.00", "+14.00")
    assert told[4] == ("cost", 2, "the cost gives", "2 · (31.0 − 30.0)", "= 2.00")
    assert told[5] == ("sum", 1, "sum", "", "= 14.0")
    assert told[6] == ("path", 0, "2/0", "2.00 · 1.00 · 10.0", "+20.00")
    assert told[7] == ("sum", 0, "sum", "", "= 62.0")
    assert (lines[1].through, lines[1].edge) == ((2, 1), Location("w", 2, 1, 0))
    assert (lines[1].opened, lines[1].key) == (True, deeper)


def test_symbols_as_plain_text():
    assert symbol_text(Quantity("w", 12, 5, 30)) == "w⁽¹²⁾₅,₃₀"
    assert symbol_text(Quantity("da_dz", 2, 1, 0)) == "∂a⁽²⁾₁/∂z⁽²⁾₀"
    assert effect_words("x", 0) == "x, from the cost"
    assert effect_words("x", 1) == "x, along its one path"
    assert effect_words("x", 16) == "x, the sum of 16 paths"


def test_every_verdict_has_words():
    row = Difference(1e-5, 1.0, 0.0, 2.0)
    for verdict in ("agree", "disagree", "kink", "zero", "flat", "infinite"):
        found = Check(Quantity("w", 1, 0, 0), 1.0, (row,) * 6, 4, 1e-12, verdict)
        assert verdict_badge(verdict)
        assert verdict_sentence(found)
        assert verdict_role(verdict) in ("good", "bad", "warning")
        whole = NetworkCheck(13002, 2.4e-10, Location("w", 1, 0, 0), 3, verdict)
        assert "13,002" in whole_text(whole)
        assert whole_sentence(whole)


def test_differences_below_rounding_are_not_shown_as_noise():
    spec = NetworkSpec.build(1, (1,), 1)
    flat = Trace.of(Parameters(spec, np.array([0.0, 25.0, 1.0, 0.0])), np.ones(1), np.zeros(1))
    found = check(flat, Quantity("b", 1, 0))
    assert difference_text(found) in ("ΔC/Δb = ≈ 0", "ΔC/Δb = 0")
    assert check_rows(found)[-1][0] == "10⁻⁶"
    assert verdict_badge(found.verdict) == "≈ too flat to tell"


def test_the_ways_are_told_by_the_sign_of_the_wish():
    trace = small()
    for j in (0, 1):
        found = ways(trace, 2, j)
        assert ("rise" in ways_title(found)) is (found.delta < 0)
        assert bias_way(found).startswith("▲ raise" if found.delta < 0 else "▼ lower")
        assert ("Fire together" in fire_together(found)) is (found.delta < 0)


def test_numbers_beyond_all_bounds_and_below_all_powers_are_written_too():
    for values in ([math.inf, 1.0], [math.nan], [5e-324], [0.0]):
        scale = scale_of(values, sum(values))
        assert all(scale.term(value) for value in values)
        assert scale.total(sum(values))
        assert len(product_texts(values, math.prod(values), scale.term)) == len(values)
