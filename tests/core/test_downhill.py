"""Curves and surfaces to go down on, one step looked at beforehand, and where balls end."""

import numpy as np
import pytest

from nnviz.core.downhill import NextStep, Tally
from nnviz.core.landscape import CURVES, SURFACES, minima
from nnviz.core.parsing import parse

PARABOLA = parse("x^2")


@pytest.mark.parametrize("preset", [*CURVES, *SURFACES], ids=lambda preset: preset.formula)
def test_every_preset_has_a_cost_and_a_slope_all_over_its_region(preset):
    region = preset.region
    random = np.random.default_rng(0).uniform(region.low, region.high, (200, len(region.low)))
    points = np.concatenate([random, [region.start]])
    costs, slopes = preset.expression.at(points)
    assert np.isfinite(costs).all()
    assert np.isfinite(slopes).all()
    assert np.abs(slopes[-1]).max() > 0, "one begins where something is to be seen"
    assert all(a <= s <= b for a, s, b in zip(region.low, region.start, region.high, strict=True))


def test_minima_are_found_where_they_lie():
    np.testing.assert_allclose(minima(parse("(x - 0.7)^2"), -3, 3), [0.7], atol=1e-9)
    np.testing.assert_allclose(minima(parse("x^4/4 - x^2/2"), -2, 2), [-1, 1], atol=1e-9)
    np.testing.assert_allclose(minima(parse("cos(x)"), -6, 6), [-np.pi, np.pi], atol=1e-9)
    np.testing.assert_allclose(minima(parse("abs(x + 0.123)"), -3, 3), [-0.123], atol=1e-9)
    assert len(minima(parse("x"), -3, 3)) == 0


def test_a_flat_bottom_is_one_minimum_and_a_gap_is_none():
    flat = minima(parse("relu(x - 1) + relu(-1 - x)"), -3, 3)
    assert len(flat) == 1
    assert -1 <= flat[0] <= 1
    np.testing.assert_allclose(minima(parse("log(x) + 1/x"), -3, 3), [1], atol=1e-9)


def test_many_minima_are_found_together_and_those_without_a_ball_are_not_listed():
    class Counted:
        asked = 0

        def at(self, points):
            self.asked += 1
            return parse("sin(200x)").at(points)

    counted = Counted()
    found = minima(counted, -3, 3)
    np.testing.assert_allclose(np.sin(200 * found), -1)
    assert len(found) == 191
    assert counted.asked < 100, "not one after the other: the window would stand still for seconds"
    tally = Tally.of(np.array([found[7], found[90], found[90]]), found, 0.01)
    assert [(index, count) for index, _, count in tally.listed()] == [(7, 1), (90, 2)]


@pytest.mark.parametrize(
    ("formula", "x", "rate", "verdict"),
    [
        ("x^2", 1.0, 0.1, "descends"),
        ("x^2", 1.0, 0.7, "overshoots"),
        ("x^2", 1.0, 1.1, "diverges"),
        ("x^2", 1.0, 0.0005, "creeps"),
        ("x^2", 0.0, 0.1, "rests"),
        ("sqrt(x)", 0.01, 1.0, "lost"),
        ("log(x)", -1.0, 0.1, "nowhere"),
        ("abs(x)", 0.1, 0.4, "climbs"),
    ],
)
def test_what_kind_of_step_it_is(formula, x, rate, verdict):
    assert NextStep.of(parse(formula), x, rate, 6.0).verdict == verdict


def test_the_step_is_minus_the_rate_times_the_slope():
    step = NextStep.of(PARABOLA, 3.0, 0.25, 6.0)
    assert (step.x, step.cost, step.slope) == (3.0, 9.0, 6.0)
    assert (step.move, step.x_after, step.cost_after, step.slope_after) == (-1.5, 1.5, 2.25, 3.0)
    many = NextStep.with_rates(PARABOLA, 3.0, np.array([0.25, 0.5]), 6.0)
    assert many[0] == step
    assert many[1].x_after == 0.0


def test_balls_are_counted_where_they_have_come_to():
    x = np.array([-1.0, -0.99, 0.97, 0.3, np.inf, np.nan, 2e9])
    tally = Tally.of(x, np.array([-1.0, 1.0]), 2.0)
    assert tally.counts == (2, 1)
    assert (tally.on_the_way, tally.gone) == (1, 3)
    nothing = Tally.of(np.array([0.5]), np.empty(0), 2.0)
    assert (nothing.counts, nothing.on_the_way) == ((), 1)
