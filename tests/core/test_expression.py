"""Formulas typed by a person: what they are worth, how steep they are, and what is said of mistakes."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core.formula_functions import FUNCTIONS
from nnviz.core.parsing import DEEPEST, LONGEST, parse
from nnviz.core.tokens import FormulaError

X = np.array([-1.7, -0.4, 0.3, 1.1, 2.6])
POSITIVE = np.array([0.2, 0.9, 1.6, 3.0])


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


CLOSED = [
    ("x^2", X, lambda x: x**2, lambda x: 2 * x),
    ("3x^4 - 2x + 1", X, lambda x: 3 * x**4 - 2 * x + 1, lambda x: 12 * x**3 - 2),
    ("sin(2x)", X, lambda x: np.sin(2 * x), lambda x: 2 * np.cos(2 * x)),
    ("x cos(x)", X, lambda x: x * np.cos(x), lambda x: np.cos(x) - x * np.sin(x)),
    ("tan(x/3)", X, lambda x: np.tan(x / 3), lambda x: 1 / (3 * np.cos(x / 3) ** 2)),
    ("exp(-x^2)", X, lambda x: np.exp(-(x**2)), lambda x: -2 * x * np.exp(-(x**2))),
    ("log(x)", POSITIVE, np.log, lambda x: 1 / x),
    ("sqrt(x)", POSITIVE, np.sqrt, lambda x: 0.5 / np.sqrt(x)),
    ("x^1.5", POSITIVE, lambda x: x**1.5, lambda x: 1.5 * np.sqrt(x)),
    ("x^x", POSITIVE, lambda x: x**x, lambda x: x**x * (np.log(x) + 1)),
    ("2^x", X, lambda x: 2**x, lambda x: 2**x * np.log(2)),
    ("1/(1 + x²)", X, lambda x: 1 / (1 + x**2), lambda x: -2 * x / (1 + x**2) ** 2),
    ("abs(x)", X, np.abs, np.sign),
    ("tanh(x)", X, np.tanh, lambda x: 1 / np.cosh(x) ** 2),
    ("sigmoid(3x)", X, lambda x: sigmoid(3 * x), lambda x: 3 * sigmoid(3 * x) * (1 - sigmoid(3 * x))),
    ("relu(x)", X, lambda x: np.maximum(x, 0), lambda x: (x > 0).astype(float)),
    ("π x e", X, lambda x: math.pi * math.e * x, lambda x: np.full_like(x, math.pi * math.e)),
    ("-x^2", X, lambda x: -(x**2), lambda x: -2 * x),
    ("2^-x", X, lambda x: 2.0**-x, lambda x: -np.log(2) * 2.0**-x),
    ("7", X, lambda x: np.full_like(x, 7), np.zeros_like),
]


@pytest.mark.parametrize(
    ("text", "x", "value", "slope"),
    [case for case in CLOSED if case[1] is not None],
    ids=lambda c: str(c)[:20],
)
def test_value_and_slope_are_those_known_in_closed_form(text, x, value, slope):
    values, slopes = parse(text).at(x[:, None])
    np.testing.assert_allclose(values, value(x), rtol=1e-12)
    np.testing.assert_allclose(slopes[:, 0], slope(x), rtol=1e-12, atol=1e-15)


def test_partial_derivatives_of_the_saddle():
    saddle = parse("x₁² + 2x₂² + 3x₁x₂", ("x1", "x2"))
    points = np.array([[1.0, 2.0], [-0.5, 0.25]])
    values, slopes = saddle.at(points)
    x1, x2 = points.T
    np.testing.assert_allclose(values, x1**2 + 2 * x2**2 + 3 * x1 * x2)
    np.testing.assert_allclose(slopes, np.stack([2 * x1 + 3 * x2, 4 * x2 + 3 * x1], axis=1))


def value_at(text, *point):
    variables = ("x",) if len(point) == 1 else ("x1", "x2")
    return float(parse(text, variables).at([point])[0][0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3 * 4", 14),
        ("2 - 3 - 4", -5),
        ("12 / 3 / 2", 2),
        ("2^3^2", 512),
        ("-2^2", -4),
        ("(-2)^2", 4),
        ("2x^2", 18),
        ("1/2x", 1.5),
        ("x(x-1)", 6),
        ("2(3)(4)", 24),
        ("xsin(0)+x", 3),
        ("x²x", 27),
        ("x⁻¹", 1 / 3),
        ("2**3", 8),
        ("3 · x × 2 ÷ 6", 3),
        ("−x – 1", -4),
        ("0,5x", 1.5),
        (".5x", 1.5),
        ("1e2 + x", 103),
        ("2e", 2 * math.e),
        ("- - x", 3),
        ("x + -x", 0),
        ("  x  ", 3),
    ],
)
def test_how_formulas_are_read(text, expected):
    assert value_at(text, 3.0) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["x1x2", "x₁x₂", "x_1 x_2", "x1*x2", "x1(x2)"])
def test_two_variables_however_they_are_typed(text):
    assert value_at(text, 3.0, 5.0) == 15


@pytest.mark.parametrize(
    ("text", "sentence", "position"),
    [
        ("2 *", "after “2 *” a number or x is missing, at character 4", 4),
        ("x +* 2", "after “x +” a number or x is missing, at character 4", 4),
        ("(x + 1", "the “(” at character 1 is never closed", 1),
        ("x + 1)", "the “)” at character 6 closes nothing", 6),
        ("sin x", "after “sin” what it is of is missing, as in sin(x), at character 5", 5),
        ("2 + foo", "“foo” is not known, at character 5; known are x, sin", 5),
        ("x y", "“y” is not known, at character 3", 3),
        ("x 2", "between “x” and “2” a sign like + or * is missing, at character 3", 3),
        ("y = x", "“y” is not known, at character 1", 1),
        ("= x", "only the right side is needed: “=” cannot stand in a formula, at character 1", 1),
        ("x # 1", "“#” cannot stand in a formula, at character 3", 3),
        ("()", "after “(” a number or x is missing, at character 2", 2),
        ("*x", "a formula cannot begin with “*”: a number or x is missing", 1),
        ("", "there is no formula yet; write one in x", 1),
        ("1e999", "the number “1e999” is too large, at character 1", 1),
    ],
)
def test_mistakes_are_named_with_their_place(text, sentence, position):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert str(caught.value).startswith(sentence)
    assert caught.value.position == position
    said = caught.value.text
    assert said.text.format(**said.values) == str(caught.value)


@pytest.mark.parametrize("text", ["__import__('os')", "x.__class__", "eval(x)", "x[0]", "x; x", "lambda: x"])
def test_nothing_is_executed(text):
    with pytest.raises(FormulaError):
        parse(text)


def test_what_is_too_long_or_too_deep_is_refused():
    with pytest.raises(FormulaError, match=f"at most {LONGEST} characters, not {LONGEST + 1}"):
        parse("x" * (LONGEST + 1))
    with pytest.raises(FormulaError, match="nested more than"):
        parse("(" * (DEEPEST + 1) + "x" + ")" * (DEEPEST + 1))
    with pytest.raises(FormulaError, match="nested more than"):
        parse("-" * (DEEPEST + 1) + "x")
    parse("+".join("x" * (LONGEST // 2)))  # long, but not deep


def test_where_there_is_no_value_it_is_not_a_number():
    values, slopes = parse("log(x) + 1/(x - 1)").at([[-1.0], [1.0], [2.0]])
    assert np.isnan(values[0])
    assert np.isnan(slopes[0])
    assert not np.isfinite(values[1])
    assert values[2] == pytest.approx(math.log(2) + 1)
    assert np.isfinite(slopes[2, 0])
    assert np.isfinite(parse("x^0").at([[0.0]])[1]).all()  # 0 · 0^−1 is nothing to worry about


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("x^2/4", r"\frac{x^{2}}{4}"),
        ("2 * 3x", r"2 \cdot 3 x"),
        ("x - (x - 1)", r"x - \left( x - 1 \right)"),
        ("(x + 1)^2", r"\left( x + 1 \right)^{2}"),
        ("-x * 2", r"-x \cdot 2"),
        ("exp(-x)", r"e^{-x}"),
        ("sqrt(x)", r"\sqrt{x}"),
        ("2e3", r"2 \cdot 10^{3}"),
    ],
)
def test_how_formulas_are_set(text, tex):
    assert parse(text).tex == tex


SIGNS = (*"²⁻−^()+-*/ .=_'ñ", "⁻¹", "**", "\x00")
PIECES = st.sampled_from([*FUNCTIONS, *SIGNS, "x", "x1", "x₂", "2", "0,5", "1e3", "π", "e"])


def understood(text, variables):
    """Return the formula, or where the mistake is; any other error fails the test."""
    try:
        return parse(text, variables), 0
    except FormulaError as error:
        return None, error.position


@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60)))
def test_whatever_is_typed_is_a_formula_or_a_named_mistake(text):
    for variables in (("x",), ("x1", "x2")):
        formula, position = understood(text, variables)
        if formula is None:
            assert 1 <= position <= len(text) + 1
            continue
        values, slopes = formula.at(np.linspace(-2, 2, 2 * len(variables)).reshape(2, -1))
        assert values.shape == (2,)
        assert slopes.shape == (2, len(variables))
        assert formula.tex
