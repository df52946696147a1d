import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HIDDEN, LEGAL, SPECS, random_batch, random_parameters, spec_id

from nnviz.core.explain import Quantity, explain_parameter
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.passes import masks_of
from nnviz.core.paths import effect, onward, path
from nnviz.core.steps import Trace
from nnviz.core.ways import ways
from nnviz.errors import SpecError

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)


def trace_of(spec, seed=0, off=()):
    x, y = random_batch(spec, 1, seed)
    return Trace.of(random_parameters(spec, seed), x[0], y[0], masks_of(spec, off))


def whole_paths(trace, quantity):
    """Follow every path to the cost; their products add up to the derivative."""
    found = effect(trace, quantity)
    if found.at_cost is not None:
        return found.value
    total = 0.0
    for j in range(len(found.values)):
        near = path(trace, quantity, j).factors
        total += math.prod(f.value for f in near[:-1]) * whole_paths(trace, onward(trace, near[-1]))
    return total


@st.composite
def random_traces(draw):
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    output, cost = draw(st.sampled_from(LEGAL))
    hidden = [draw(st.sampled_from(HIDDEN)) for _ in sizes[1:-1]]
    spec = NetworkSpec(tuple(sizes), (*hidden, output), cost)
    off = [(1, 0)] if len(sizes) > 2 and draw(st.booleans()) else []
    return trace_of(spec, draw(st.integers(0, 10_000)), off)


@given(random_traces())
def test_all_paths_to_the_cost_add_up_to_the_derivative(trace):
    for layer in range(trace.spec.depth):
        for k in range(trace.spec.sizes[layer]):
            quantity = Quantity("dC_da", layer, k)
            found = effect(trace, quantity)
            assert found.values.sum() == pytest.approx(found.value, rel=1e-9, abs=1e-14)
            assert whole_paths(trace, quantity) == pytest.approx(found.value, rel=1e-9, abs=1e-14)
            if layer:
                assert found.value == trace.dC_da[layer][k]


@given(random_traces())
def test_every_path_is_the_product_of_its_factors(trace):
    for layer in range(trace.spec.depth):
        quantity = Quantity("dC_da", layer, 0)
        found = effect(trace, quantity)
        for j, value in enumerate(found.values):
            one = path(trace, quantity, j)
            assert one.value == value
            assert math.prod(f.value for f in one.factors) == pytest.approx(value, rel=1e-12, abs=1e-300)
            assert one.factors[0].quantity == Quantity("w", layer + 1, j, 0)


@any_spec
def test_the_strongest_path_comes_first(spec):
    found = effect(trace_of(spec), Quantity("dC_da", 1, 2))
    sizes = np.abs(found.values[found.order])
    assert (sizes[:-1] >= sizes[1:]).all()


@any_spec
def test_the_recursion_ends_at_the_cost(spec):
    trace, last = trace_of(spec), spec.depth
    kind = "delta" if spec.cost_function.by_weighted_sum else "dC_da"
    found = effect(trace, Quantity(kind, last, 1))
    assert found.at_cost == (trace.a[last][1], trace.y[1])
    assert found.value == (trace.delta if kind == "delta" else trace.dC_da)[last][1]
    if kind == "delta":
        assert found.values.sum() == pytest.approx(found.at_cost.a - found.at_cost.y, abs=1e-12)


def test_softmax_is_a_sum_over_all_outputs_that_collapses():
    trace = trace_of(NetworkSpec.build(3, (), 4, output="softmax", cost="cross_entropy"))
    p, y = trace.a[1], trace.y
    quantity = Quantity("delta", 1, 2)
    found = effect(trace, quantity)
    assert len(found.values) == 4
    assert found.values.sum() == pytest.approx(p[2] - y[2])
    for i in range(4):
        by_z, by_a = path(trace, quantity, i).factors
        assert by_z.value == pytest.approx(p[i] * ((i == 2) - p[2]))
        assert by_a.value == pytest.approx(-y[i] / p[i])
        assert by_z.value * by_a.value == pytest.approx(found.values[i])
        assert onward(trace, by_a) is None


def test_a_share_rounded_to_zero_still_has_finite_summands():
    spec = NetworkSpec.build(1, (), 2, output="softmax", cost="cross_entropy")
    trace = Trace.of(Parameters(spec, np.array([0.0, 0, 0, 2000])), np.ones(1), np.array([1.0, 0]))
    assert effect(trace, Quantity("delta", 1, 0)).values.tolist() == [-1, 0]
    by_z, by_a = path(trace, Quantity("delta", 1, 0), 0).factors
    assert (by_z.value, by_a.value) == (0, -math.inf)


def test_a_neuron_switched_off_stands_in_its_paths():
    trace = trace_of(NetworkSpec.build(3, (4, 4), 2), off=[(2, 1)])
    one = path(trace, Quantity("dC_da", 1, 0), 1)
    assert [f.quantity.kind for f in one.factors] == ["w", "slope", "mask", "dC_da"]
    assert one.value == 0


def test_what_is_no_sum_of_paths_is_refused():
    trace = trace_of(NetworkSpec.build(3, (4,), 2, output="softmax", cost="cross_entropy"))
    for wrong in (Quantity("dC_da", 2, 0), Quantity("delta", 1, 0), Quantity("dC_da", 1, 4)):
        with pytest.raises(SpecError):
            effect(trace, wrong)


@any_spec
def test_the_three_ways_are_the_gradient(spec):
    trace = trace_of(spec)
    for layer in spec.layers:
        found = ways(trace, layer, 1)
        assert found.delta == trace.gradient.at(Location("b", layer, 1))
        for k in range(spec.sizes[layer - 1]):
            explained = explain_parameter(trace, Location("w", layer, 1, k))
            assert found.by_weight[k] == pytest.approx(explained.derivative, rel=1e-12)
        assert abs(found.inputs[found.weight_order[0]]) == np.abs(found.inputs).max()
        assert abs(found.weights[found.input_order[0]]) == np.abs(found.weights).max()
    shares = sum(ways(trace, 2, j).by_input for j in range(spec.sizes[2]))
    np.testing.assert_allclose(shares, trace.dC_da[1], atol=1e-12)
