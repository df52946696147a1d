import numpy as np
import pytest
import samples

from nnviz.core.explain import explain_neuron
from nnviz.core.inside import inside, zeros
from nnviz.core.steps import Trace


def traced(spec, seed=0):
    x, y = samples.random_batch(spec, 1, seed)
    x[0, 1] = 0
    return Trace.of(samples.random_parameters(spec, seed), x[0], y[0])


@pytest.mark.parametrize("spec", samples.SPECS, ids=samples.spec_id)
@pytest.mark.parametrize("skip", [True, False])
def test_the_last_sum_is_z_without_its_bias_and_the_end_is_z(spec, skip):
    trace = traced(spec)
    for layer in spec.layers:
        for j in range(spec.sizes[layer]):
            neuron = explain_neuron(trace, layer, j)
            path = inside(neuron, skip)
            assert path.sums[-1] == pytest.approx(trace.z[layer][j] - neuron.bias, rel=1e-13, abs=1e-13)
            assert path.step(path.bias_at).total == trace.z[layer][j]
            assert path.step(path.bias_at).term == pytest.approx(neuron.bias, rel=1e-13, abs=1e-13)
            assert path.step(path.end) == ("activation", None, neuron.z, neuron.z)


def test_products_come_in_order_and_add_up_one_by_one():
    neuron = explain_neuron(traced(samples.SPECS[0]), 1, 2)
    path = inside(neuron, skip_zeros=False)
    assert path.step(0) == ("start", None, 0.0, 0.0)
    total = 0.0
    for position in range(1, path.products + 1):
        step = path.step(position)
        assert (step.kind, step.k, step.before) == ("product", position - 1, total)
        total += neuron.products[position - 1]
        assert step.total == total
    assert path.reach == max(np.abs(path.sums).max(), abs(neuron.z))


def test_zeros_are_skipped_and_counted():
    neuron = explain_neuron(traced(samples.SPECS[0]), 1, 2)
    path = inside(neuron)
    assert zeros(neuron) == path.skipped == 1
    assert path.order.tolist() == [0, 2, 3, 4]
    assert inside(neuron, skip_zeros=False).skipped == 0
    assert path.sums[-1] == inside(neuron, skip_zeros=False).sums[-1]


def test_nothing_but_zeros_leaves_the_bias():
    spec = samples.SPECS[0]
    x, y = np.zeros(5), samples.random_batch(spec, 1)[1][0]
    neuron = explain_neuron(Trace.of(samples.random_parameters(spec), x, y), 1, 0)
    path = inside(neuron)
    assert (path.products, path.skipped, path.end) == (0, 5, 2)
    assert path.step(1) == ("bias", None, 0.0, neuron.bias)


def test_a_step_is_found_again_in_the_other_order():
    neuron = explain_neuron(traced(samples.SPECS[0]), 1, 2)
    every, few = inside(neuron, skip_zeros=False), inside(neuron)
    assert few.position_of(every.step(3)) == 2  # k = 2
    assert few.position_of(every.step(2)) == 1  # k = 1 is skipped: k = 0 was before it
    assert every.position_of(few.step(2)) == 3
    for name in ("bias_at", "end"):
        assert every.position_of(few.step(getattr(few, name))) == getattr(every, name)
    assert every.position_of(few.step(0)) == 0
