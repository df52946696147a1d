import numpy as np
import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import masks_of
from nnviz.core.steps import Trace
from nnviz.core.wishes import adding_up, wishes, wishing_layers
from nnviz.errors import SpecError


def trace_of(spec, seed=0, masks=None, spread=0.5):
    x, y = samples.random_batch(spec, 1, seed)
    return Trace.of(samples.random_parameters(spec, seed, spread), x[0], y[0], masks)


@given(st.sampled_from(samples.SPECS), st.integers(0, 10_000))
def test_every_wish_is_its_product_and_the_rows_add_up_to_the_wish_of_the_layer_before(spec, seed):
    trace = trace_of(spec, seed)
    for layer in wishing_layers(spec):
        found = wishes(trace, layer)
        slope = trace.slope(layer)
        for j, row in enumerate(found.matrix):
            passed = trace.delta[layer][j] if slope is None else slope[j] * trace.dC_da[layer][j]
            np.testing.assert_allclose(row, -trace.parameters.weights(layer)[j] * passed, rtol=1e-12)
        np.testing.assert_allclose(found.matrix.sum(axis=0), -trace.dC_da[layer - 1], rtol=1e-9, atol=1e-12)
        np.testing.assert_array_equal(found.running(len(found.matrix)), found.sums)
        assert found.scale >= np.abs(found.matrix).max()


@given(st.sampled_from(samples.SPECS), st.integers(0, 10_000))
def test_the_sum_is_the_nudge_of_the_layer_before(spec, seed):
    trace = trace_of(spec, seed)
    later, earlier = wishes(trace, 3), wishes(trace, 2)
    np.testing.assert_array_equal(later.sums, earlier.nudges)
    assert earlier.of == "a"


@pytest.mark.parametrize("spec", samples.SPECS, ids=samples.spec_id)
def test_an_output_wants_what_lowers_its_own_cost(spec):
    trace = trace_of(spec, 3)
    top = wishes(trace, spec.depth)
    if spec.cost in ("cross_entropy", "binary_cross_entropy"):
        assert top.of == "z"
        np.testing.assert_allclose(top.nudges, trace.y - trace.a[3])
    else:
        assert top.of == "a"
        np.testing.assert_array_equal(top.nudges, -trace.dC_da[3])


@pytest.mark.parametrize("spec", samples.SPECS[::5], ids=samples.spec_id)
def test_the_sum_agrees_with_a_central_difference(spec):
    """Move one hidden activation and let the rest follow: the cost falls as fast as the wish is large."""
    parameters, xs, ys = samples.away_from_kinks(spec, 1)
    trace = Trace.of(parameters, xs[0], ys[0])
    found, step = wishes(trace, 3), 1e-6
    for k in range(spec.sizes[2]):
        costs = []
        for sign in (1, -1):
            a = trace.a[2].copy()
            a[k] += sign * step
            z = trace.parameters.weights(3) @ a + trace.parameters.biases(3)
            costs.append(spec.cost_function.terms(z, spec.activation(3).value(z), trace.y).sum())
        slope = (costs[0] - costs[1]) / (2 * step)
        assert -slope == pytest.approx(found.sums[k], rel=1e-4, abs=1e-7)


def test_running_sums_grow_row_by_row():
    found = wishes(trace_of(samples.SPECS[0], 5), 3)
    np.testing.assert_array_equal(found.running(0), np.zeros(6))
    np.testing.assert_allclose(found.running(2), found.matrix[0] + found.matrix[1])


def test_a_neuron_that_is_switched_off_wants_nothing():
    spec = samples.SPECS[1]
    found = wishes(trace_of(spec, 1, masks_of(spec, [(2, 4)])), 2)
    assert not found.matrix[4].any()
    assert found.matrix.any()


def test_saturated_neurons_and_a_cost_of_zero_give_zeros_and_no_nonsense():
    spec = NetworkSpec.build(2, (3, 3), 2)
    saturated = Trace.of(Parameters(spec, np.full(spec.parameter_count, 1e4)), np.ones(2), np.ones(2))
    for layer in wishing_layers(spec):
        found = wishes(saturated, layer)
        assert np.isfinite(found.matrix).all()
        assert not found.matrix.any()
        assert found.scale == 0
        assert not np.signbit(found.sums).any()


def test_only_layers_with_neurons_before_them_can_wish():
    spec = NetworkSpec.build(5, (), 3)
    assert not wishing_layers(spec)
    assert list(wishing_layers(samples.SPECS[0])) == [3, 2]
    for layer in (0, 1, 4):
        with pytest.raises(SpecError, match="no neurons before it"):
            wishes(trace_of(samples.SPECS[0]), layer)


@given(arrays(float, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.floats(-10, 10)))
def test_rounded_numbers_add_up_row_by_row_and_are_less_than_a_unit_away(values):
    unit = 0.01
    shown = adding_up(values, unit)
    np.testing.assert_array_equal(np.cumsum(shown, axis=0), np.rint(np.cumsum(values, axis=0) / unit))
    assert (np.abs(shown - values / unit) <= 1 + 1e-6).all()
    assert (shown * values >= 0).all()
    assert (shown[values == 0] == 0).all()


def test_what_is_not_finite_is_not_added_up():
    shown = adding_up(np.array([[1.0, 1.0], [np.inf, 2.0], [1.0, 3.0]]), 0.1)
    np.testing.assert_array_equal(shown[:, 1], [10, 20, 30])
    assert shown[0, 0] == 10
    assert not np.isfinite(shown[1:, 0]).any()
