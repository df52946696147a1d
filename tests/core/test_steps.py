import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SPECS, random_batch, random_parameters, spec_id

from nnviz.core import passes
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.steps import Phase, Trace, plan

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)

deep_or_shallow = st.tuples(st.integers(0, 4), st.sampled_from(SPECS)).map(
    lambda drawn: NetworkSpec.build(3, (2,) * drawn[0], 2, *drawn[1].activations[1:], drawn[1].cost)
)


def trace_of(spec, seed=0, masks=None):
    x, y = random_batch(spec, 1, seed)
    return Trace.of(random_parameters(spec, seed), x[0], y[0], masks)


class TestPlan:
    def test_of_one_hidden_layer(self):
        spec = NetworkSpec.build(3, (2,), 2)
        assert [f"{phase.kind} {phase.layer}" for phase in plan(spec).phases] == [
            "input 0",
            "weighted_sum 1",
            "activation 1",
            "weighted_sum 2",
            "activation 2",
            "cost 2",
            "dC_da 2",
            "delta 2",
            "gradient 2",
            "dC_da 1",
            "delta 1",
            "gradient 1",
            "update 0",
        ]

    def test_under_softmax_delta_comes_directly(self):
        with_softmax = plan(NetworkSpec.build(3, (2,), 2, "sigmoid", "softmax", "cross_entropy"))
        assert with_softmax.position("dC_da", 2) is None
        assert not with_softmax.shown(with_softmax.update, "dC_da", 2)
        assert len(with_softmax) == len(plan(NetworkSpec.build(3, (2,), 2))) - 1

    @given(deep_or_shallow)
    def test_every_phase_comes_once_and_after_what_it_needs(self, spec):
        order = plan(spec)
        assert len(set(order.phases)) == len(order) == len(order.phases)
        assert order.phases[0] == Phase("input", 0)
        assert order.phases[order.update] == Phase("update", 0)
        assert order.phases[order.cost] == Phase("cost", spec.depth)
        for layer in spec.layers:
            z, a = order.position("weighted_sum", layer), order.position("activation", layer)
            delta, gradient = order.position("delta", layer), order.position("gradient", layer)
            wish = order.position("dC_da", layer)
            assert z < a < order.cost < delta < gradient < order.update
            assert wish is None or order.cost < wish < delta
            if layer < spec.depth:
                assert a < order.position("weighted_sum", layer + 1)
                assert order.position("gradient", layer + 1) < wish

    @given(deep_or_shallow, st.integers(-1, 40))
    def test_the_further_the_cursor_the_more_is_shown(self, spec, cursor):
        order = plan(spec)
        shown = [phase for phase in order.phases if order.shown(cursor, *phase)]
        assert tuple(shown) == order.phases[: cursor + 1]
        assert all(order.shown(cursor + 1, *phase) for phase in shown)
        assert all(order.position(*phase) == i for i, phase in enumerate(order.phases))


class TestTrace:
    def test_the_backward_pass_is_carried_out_once_and_when_it_is_asked_for(self, monkeypatch):
        calls, delta = [], passes.delta
        monkeypatch.setattr(passes, "delta", lambda *args: (calls.append(args[1]), delta(*args))[1])
        spec = SPECS[0]
        x, y = random_batch(spec, 1)
        trace = Trace.of(random_parameters(spec), x[0], y[0])
        assert trace.cost > 0
        assert calls == []
        assert trace.gradient is trace.gradient
        assert trace.delta.keys() == set(spec.layers)
        assert calls == [3, 2, 1]

    @any_spec
    def test_is_the_forward_and_backward_pass(self, spec):
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 1)
        trace = Trace.of(parameters, x[0], y[0])
        passed = passes.forward(parameters, x)
        back = passes.backward(parameters, passed, y)
        for ours, theirs in (
            (trace.z, passed.z),
            (trace.a, passed.a),
            (trace.delta, back.delta),
            (trace.dC_da, {layer: d for layer, d in back.dC_da.items() if layer > 0}),
        ):
            assert ours.keys() == theirs.keys()
            for layer, values in ours.items():
                np.testing.assert_allclose(values, theirs[layer][0], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(trace.gradient.theta, back.gradient.theta, rtol=1e-12, atol=1e-15)
        last = spec.depth
        assert trace.cost == pytest.approx(passes.costs(spec, passed.z[last], passed.a[last], y)[0])
        assert trace.cost_terms.shape == (3,)

    def test_with_masks(self):
        spec, masks = SPECS[20], {1: np.array([1.0, 0.0, 2.0, 1.0])}
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 1)
        back = passes.backward(parameters, passes.forward(parameters, x, masks), y, masks)
        trace = Trace.of(parameters, x[0], y[0], masks)
        np.testing.assert_allclose(trace.gradient.theta, back.gradient.theta, rtol=1e-12)
        assert trace.slope(1)[1] != 0  # the slope is the function's own; the mask is a factor beside it
        assert trace.mask(1, 1) == 0
        assert trace.delta[1][1] == 0

    @any_spec
    def test_delta_is_slope_times_wish_except_where_it_comes_directly(self, spec):
        trace = trace_of(spec)
        direct = spec.cost_function.by_weighted_sum is not None
        for layer in spec.layers:
            slope = trace.slope(layer)
            assert (slope is None) is (direct and layer == spec.depth)
            if slope is not None:
                np.testing.assert_array_equal(trace.delta[layer], trace.dC_da[layer] * slope)

    @any_spec
    def test_of_the_float32_that_is_trained_is_in_float64(self, spec):
        x, y = random_batch(spec, 1)
        parameters = random_parameters(spec).astype(np.float32)
        parameters.theta.flags.writeable = False
        trace = Trace.of(parameters, x[0], y[0])
        arrays = (trace.parameters.theta, trace.gradient.theta, *trace.z.values(), *trace.delta.values())
        assert {array.dtype for array in arrays} == {np.dtype(np.float64)}
        np.testing.assert_array_equal(trace.parameters.theta, parameters.theta)

    def test_one_update(self):
        trace = trace_of(SPECS[0])
        after = trace.updated(0.25)
        np.testing.assert_array_equal(after.theta, trace.parameters.theta - 0.25 * trace.gradient.theta)
        assert after.spec is trace.spec

    def test_the_cost_falls_along_a_small_update(self):
        for spec in SPECS:
            trace = trace_of(spec)
            after = Trace.of(trace.updated(1e-4), trace.x, trace.y)
            predicted = -1e-4 * (trace.gradient.theta**2).sum()
            assert after.cost - trace.cost == pytest.approx(predicted, rel=0.02)

    def test_two_traces_share_nothing(self):
        first, second = trace_of(SPECS[0], 1), trace_of(SPECS[0], 2)
        assert first.z is not second.z
        assert first.cost_terms[0] != second.cost_terms[0]

    def test_of_weights_about_to_run_away_is_quiet(self):
        # Warnings are errors here: no number may be too large to be looked at.
        spec = NetworkSpec.build(3, (4, 4, 4, 4, 4, 4, 4, 4), 2, "identity", "identity")
        parameters = Parameters(spec, np.full(spec.parameter_count, 3e38, np.float32))
        assert Trace.of(parameters, np.ones(3), np.zeros(2)).cost == np.inf
