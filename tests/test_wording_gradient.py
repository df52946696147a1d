import math

import pytest

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.sensitivity import Comparison, Wiggle
from nnviz.wording import parameter_symbol
from nnviz.wording.gradient import (
    LOT,
    SOMEWHAT,
    amount_rule,
    amount_words,
    component_sign,
    copied_text,
    cost_course,
    gradient_of,
    rows_text,
    sensitivity_sentence,
    times_text,
)
from nnviz.wording.wishes import (
    becomes_sentence,
    nudge_symbol,
    quiet_sentence,
    reading_text,
    unit_text,
    wishes_so_far,
    wishes_tex,
    wishes_title,
)

SPEC = NetworkSpec.build(784, (16, 16), 10)
FIRST, SECOND = Location("w", 1, 3, 412), Location("b", 2, 7)


@pytest.mark.parametrize(
    ("component", "words"),
    [
        (2.0, "increase a lot"),
        (2.0 * LOT, "increase a lot"),
        (0.999, "increase somewhat"),
        (2.0 * SOMEWHAT, "increase somewhat"),
        (0.199, "increase a little"),
        (-2.0, "decrease a lot"),
        (-0.5, "decrease somewhat"),
        (-1e-30, "decrease a little"),
        (0.0, "leave as it is"),
        (-0.0, "leave as it is"),
        (math.nan, ""),
    ],
)
def test_words_are_relative_to_the_largest(component, words):
    assert amount_words(component, 2.0) == words


def test_the_rule_is_stated():
    rule = amount_rule(2.0, "output layer")
    assert "in the output layer, 2.00" in rule
    assert "50%" in rule
    assert "10%" in rule
    assert "in the network" in amount_rule(2.0, None)


def test_symbols_and_signs():
    assert parameter_symbol(FIRST) == "w⁽¹⁾₃,₄₁₂"
    assert parameter_symbol(SECOND) == "b⁽²⁾₇"
    assert [component_sign(c) for c in (1.0, -1.0, 0.0, math.nan)] == ["▲", "▼", "", ""]


def compared(first, second):
    made = (Wiggle(at, d, 0.1, 1, 1) for at, d in ((FIRST, first), (SECOND, second)))
    return sensitivity_sentence(Comparison(*made))


def test_sensitivity_in_one_sentence():
    assert compared(3.2, 0.1) == "The cost is 32 times more sensitive to w⁽¹⁾₃,₄₁₂ than to b⁽²⁾₇."
    assert compared(0.1, -3.2) == "The cost is 32 times more sensitive to b⁽²⁾₇ than to w⁽¹⁾₃,₄₁₂."
    assert compared(0.24, 0.1) == "The cost is 2.4 times more sensitive to w⁽¹⁾₃,₄₁₂ than to b⁽²⁾₇."
    assert compared(1.0, -1.0) == "The cost is as sensitive to w⁽¹⁾₃,₄₁₂ as to b⁽²⁾₇."
    assert compared(0.0, 1.0).startswith("w⁽¹⁾₃,₄₁₂ makes no difference")
    assert compared(1.0, 0.0).startswith("b⁽²⁾₇ makes no difference")
    assert compared(0.0, 0.0).startswith("Neither")
    assert times_text(1234.4) == "1,234 times"
    assert times_text(2.5e9) == "2.5·10⁹ times"


def test_the_course_of_the_cost():
    assert cost_course((0.5,)) == "C  0.500"
    assert cost_course((0.8124, 0.8123)) == "C  0.8124 → 0.8123"
    assert cost_course((3.0, 2.0, 2.0)) == "C  3.00 → 2.00 → 2.00"
    assert (
        cost_course(tuple(float(9 - n) for n in range(9))) == "C  9.00 → … → 5.00 → 4.00 → 3.00 → 2.00 → 1.00"
    )


def test_what_is_listed():
    assert gradient_of("train", 0) == "−∇C of training example 0"
    assert gradient_of("test", 12) == "−∇C of test example 12"
    assert rows_text(13002, 13002) == "13,002 components"
    assert rows_text(160, 13002) == "160 of 13,002 components"
    assert copied_text(1, 1) == "copied 1 row"
    assert copied_text(50_000, 987_210) == "copied the first 50,000 of 987,210 rows"


def test_wishes_in_words():
    assert wishes_title(SPEC, 3) == "What the output layer wants of the second hidden layer"
    assert wishes_so_far(3, 10) == "sum of 3 of 10"
    assert wishes_so_far(10, 10) == "sum of all 10"
    assert nudge_symbol("a") == "−∂C/∂a"
    assert nudge_symbol("z") == "−∂C/∂z"
    assert r"\sigma'(z^{(3)}_j)" in wishes_tex(SPEC, 3, "a")
    assert r"\delta^{(3)}_j" in wishes_tex(SPEC, 3, "z")
    assert "inputs" in becomes_sentence(SPEC, 2)
    assert quiet_sentence(0, 10, False) == ""
    assert "All wishes are 0" in quiet_sentence(0, 10, True)
    assert quiet_sentence(2, 10, False).startswith("2 of 10")
    assert reading_text(0.195) == "up to 0.195, rounded so that each column adds up"
    assert unit_text(0) == ""
    assert unit_text(-2) == "all numbers × 0.01"
