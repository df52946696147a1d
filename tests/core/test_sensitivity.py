import math

import numpy as np
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core import passes
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.sensitivity import Comparison, Wiggle, compare, wiggle
from nnviz.core.steps import Trace
from nnviz.errors import SpecError


def trace_of(spec, seed=0):
    x, y = samples.random_batch(spec, 1, seed)
    return Trace.of(samples.random_parameters(spec, seed), x[0], y[0])


@given(st.sampled_from(samples.SPECS), st.integers(0, 10_000), st.sampled_from([0.1, 0.01, -0.3]))
def test_a_wiggle_is_a_real_forward_pass_of_another_network(spec, seed, delta):
    trace = trace_of(spec, seed)
    before = trace.parameters.theta.copy()
    location = spec.locate(seed % spec.parameter_count)
    found = wiggle(trace, location, delta)
    theta = before.copy()
    theta[spec.index(location)] += delta
    assert found.after == Trace.of(Parameters(spec, theta), trace.x, trace.y).cost
    assert found.before == trace.cost
    np.testing.assert_array_equal(trace.parameters.theta, before)


@pytest.mark.parametrize("spec", samples.SPECS[::3], ids=samples.spec_id)
def test_the_prediction_comes_true_as_the_step_shrinks(spec):
    parameters, xs, ys = samples.away_from_kinks(spec, 1)
    trace = Trace.of(parameters, xs[0], ys[0])
    for location in (Location("w", 1, 2, 3), Location("b", 2, 1), Location("w", 3, 0, 5)):
        found = wiggle(trace, location, 1e-6)
        assert found.change == pytest.approx(found.predicted, rel=1e-3, abs=1e-10)


def test_masks_hold_in_a_wiggle_too():
    spec = samples.SPECS[0]
    x, y = samples.random_batch(spec, 1)
    masks = passes.masks_of(spec, [(1, 0)])
    trace = Trace.of(samples.random_parameters(spec), x[0], y[0], masks)
    assert wiggle(trace, Location("w", 1, 0, 2), 0.5).change == 0


def _wiggle(derivative):
    return Wiggle(Location("b", 1, 0), derivative, 0.1, 1.0, 1.0)


def test_ratios():
    assert Comparison(_wiggle(3.2), _wiggle(-0.1)).ratio == pytest.approx(32)
    assert Comparison(_wiggle(0.0), _wiggle(1.0)).ratio == 0
    assert Comparison(_wiggle(1.0), _wiggle(0.0)).ratio == math.inf
    assert math.isnan(Comparison(_wiggle(0.0), _wiggle(0.0)).ratio)


def test_a_hand_worked_comparison():
    """One neuron, C = (w1 x1 + w2 x2 + b − y)²: with x = (3.2, 0.1) the derivatives stand as 32 to 1."""
    spec = NetworkSpec.build(2, (), 1, output="identity")
    trace = Trace.of(Parameters(spec, np.array([1.0, 1.0, 0.2])), np.array([3.2, 0.1]), np.array([3.0]))
    found = compare(trace, Location("w", 1, 0, 0), Location("w", 1, 0, 1), 0.01)
    assert found.ratio == pytest.approx(32)
    assert found.first.derivative == pytest.approx(2 * 0.5 * 3.2)
    assert found.first.change == pytest.approx(0.532**2 - 0.25)
    assert found.second.change == pytest.approx(0.501**2 - 0.25)


def test_no_such_parameter():
    with pytest.raises(SpecError):
        wiggle(trace_of(samples.SPECS[0]), Location("w", 1, 99, 0), 0.1)
