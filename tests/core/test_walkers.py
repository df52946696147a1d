"""Walkers: sequences worked by hand, and nothing is changed in place."""

import numpy as np
import pytest

from nnviz.core.parsing import parse
from nnviz.core.walkers import RULES, Walker

PARABOLA = parse("x^2")


def walked(rule, start, rate, steps):
    walker = Walker.at(rule, np.array([start]))
    places = [start]
    for _ in range(steps):
        walker = walker.step(rule, PARABOLA.at(walker.place[None])[1][0], rate)
        places.append(float(walker.place[0]))
    return places


def test_gradient_descent_by_hand():
    # C = x², C′ = 2x, η = 0.1: x ← x − 0.2 x.
    assert walked("sgd", 1.0, 0.1, 3) == pytest.approx([1, 0.8, 0.64, 0.512])


def test_momentum_by_hand():
    # v ← 0.9 v + 2x: 2, then 1.8 + 1.6 = 3.4, then 3.06 + 0.92 = 3.98; x ← x − 0.1 v.
    assert walked("momentum", 1.0, 0.1, 3) == pytest.approx([1, 0.8, 0.46, 0.062])


def test_nesterov_by_hand():
    # v = 2, step 2 + 1.8 = 3.8; then g = 1.24, v = 3.04, step 1.24 + 2.736 = 3.976.
    assert walked("nesterov", 1.0, 0.1, 2) == pytest.approx([1, 0.62, 0.2224])


def test_adam_by_hand():
    # Whatever the gradient, the first step is η long; the second: m = 0.38 of 0.19, v as in Kingma, Ba.
    places = walked("adam", 1.0, 0.1, 2)
    assert places[1] == pytest.approx(0.9, abs=1e-8)
    g1, g2 = 2.0, 2 * places[1]
    m, v = 0.9 * 0.1 * g1 + 0.1 * g2, 0.999 * 0.001 * g1**2 + 0.001 * g2**2
    by_hand = places[1] - 0.1 * (m / (1 - 0.9**2)) / (np.sqrt(v / (1 - 0.999**2)) + 1e-8)
    assert places[2] == pytest.approx(by_hand, rel=1e-12)


@pytest.mark.parametrize("rule", RULES)
def test_a_step_leaves_the_walker_before_it_as_it_was(rule):
    before = Walker.at(rule, np.array([1.0, -2.0]))
    places, memory = before.place.copy(), [part.copy() for part in before.memory]
    before.step(rule, np.array([0.3, 0.5]), 0.1)
    np.testing.assert_array_equal(before.place, places)
    for kept, part in zip(memory, before.memory, strict=True):
        np.testing.assert_array_equal(kept, part)


def test_many_walk_side_by_side_as_one_does_alone():
    crowd = Walker.at("adam", np.array([[1.0], [-3.0]]))
    alone = Walker.at("adam", np.array([-3.0]))
    for _ in range(4):
        crowd = crowd.step("adam", 2 * crowd.place, 0.1)
        alone = alone.step("adam", 2 * alone.place, 0.1)
    np.testing.assert_array_equal(crowd.place[1], alone.place)
