"""Core's walkers and the trainer's optimizers are one arithmetic, in float64 and in float32."""

import numpy as np
import pytest

from nnviz.core.walkers import MOMENTUM, RULES, Walker
from nnviz.training.optimizers import ADAM_SHARES, EPSILON, OPTIMIZERS, Optimizer


@pytest.mark.parametrize("rule", RULES)
def test_they_go_the_same_way(rule):
    assert RULES[rule] == OPTIMIZERS[rule]
    random = np.random.default_rng(3)
    start = random.normal(size=5)
    walker, optimizer = Walker.at(rule, start), Optimizer(rule, 5, MOMENTUM)
    theta = start.astype(np.float32)
    for _ in range(25):
        gradient = random.normal(size=5)
        walker = walker.step(rule, gradient, 0.05)
        optimizer.update(theta, gradient.astype(np.float32), 0.05)
    np.testing.assert_allclose(walker.place, theta, rtol=2e-5, atol=2e-6)
    assert walker.steps == optimizer.steps


def test_their_constants_are_the_same():
    from nnviz.core import walkers

    assert (walkers.FIRST, walkers.SECOND) == ADAM_SHARES
    assert walkers.EPSILON == EPSILON
