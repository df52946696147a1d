import math

import numpy as np
import pytest
from samples import SPECS, random_batch, random_parameters, spec_id

from nnviz.core.explain import Factor, Quantity, explain_cost, explain_neuron, explain_parameter
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.steps import Trace

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)


@pytest.fixture
def by_hand():
    """The network that tests/core/test_passes.py works by hand."""
    spec = NetworkSpec.build(2, (2,), 1, "relu", "identity", "squared")
    theta = np.array([1, -1, 0.5, 0.25, 0.5, 0, 2, 3, -1])
    return Trace.of(Parameters(spec, theta), np.array([1.0, 2.0]), np.array([3.0]))


def trace_of(spec):
    x, y = random_batch(spec, 1)
    return Trace.of(random_parameters(spec), x[0], y[0])


def test_a_neuron_by_hand(by_hand):
    neuron = explain_neuron(by_hand, 1, 1)
    assert (neuron.layer, neuron.j) == (1, 1)
    assert neuron.weights.tolist() == [-1, 0.25]
    assert neuron.inputs.tolist() == [1, 2]
    assert neuron.products.tolist() == [-1, 0.5]
    assert neuron.order.tolist() == [0, 1]
    assert (neuron.sum, neuron.bias, neuron.z, neuron.a) == (-0.5, 0, -0.5, 0)
    assert (neuron.dC_da, neuron.delta) == (6, 0)


def test_a_weight_by_hand(by_hand):
    weight = explain_parameter(by_hand, Location("w", 1, 0, 1))
    assert (weight.value, weight.derivative) == (0.5, 8)
    assert weight.factors == (
        Factor(Quantity("a", 0, 1), 2),
        Factor(Quantity("slope", 1, 0), 1),
        Factor(Quantity("dC_da", 1, 0), 4),
    )


def test_a_bias_by_hand(by_hand):
    bias = explain_parameter(by_hand, Location("b", 2, 0))
    assert (bias.value, bias.derivative) == (-1, 2)
    assert bias.factors == (Factor(Quantity("slope", 2, 0), 1), Factor(Quantity("dC_da", 2, 0), 2))


def test_the_cost_by_hand(by_hand):
    (term,) = explain_cost(by_hand)
    assert (term.j, term.a, term.y, term.value) == (0, 4, 3, 1)


@any_spec
def test_every_derivative_is_the_product_of_its_factors(spec):
    trace = trace_of(spec)
    for index in range(spec.parameter_count):
        parameter = explain_parameter(trace, spec.locate(index))
        product = math.prod(factor.value for factor in parameter.factors)
        assert product == pytest.approx(parameter.derivative, rel=1e-12, abs=1e-300)
        assert parameter.derivative == trace.gradient.theta[index]
        assert parameter.value == trace.parameters.theta[index]


@any_spec
def test_factors_lead_from_the_near_one_to_the_far_one(spec):
    trace = trace_of(spec)
    direct = spec.cost_function.by_weighted_sum is not None
    for layer in spec.layers:
        names = ["delta"] if direct and layer == spec.depth else ["slope", "dC_da"]
        for location, before in ((Location("w", layer, 1, 2), ["a"]), (Location("b", layer, 1), [])):
            factors = explain_parameter(trace, location).factors
            assert [factor.quantity.kind for factor in factors] == before + names
            assert all(f.quantity.layer == layer for f in factors if f.quantity.kind != "a")


@any_spec
def test_every_neuron_adds_up(spec):
    trace = trace_of(spec)
    for layer in spec.layers:
        for j in range(spec.sizes[layer]):
            neuron = explain_neuron(trace, layer, j)
            assert neuron.sum + neuron.bias == pytest.approx(neuron.z)
            assert (neuron.z, neuron.a) == (trace.z[layer][j], trace.a[layer][j])
            sizes = np.abs(neuron.products[neuron.order])
            assert (sizes[:-1] >= sizes[1:]).all()
            assert sorted(neuron.order) == list(range(spec.sizes[layer - 1]))
            assert (neuron.dC_da is None) is (layer == spec.depth and spec.cost == "cross_entropy")


@any_spec
def test_the_cost_is_the_sum_of_its_terms(spec):
    trace = trace_of(spec)
    terms = explain_cost(trace)
    assert [term.j for term in terms] == [0, 1, 2]
    assert sum(term.value for term in terms) == pytest.approx(trace.cost)
    assert [term.a for term in terms] == trace.a[spec.depth].tolist()
    assert [term.y for term in terms] == trace.y.tolist()


def test_the_cost_of_the_mission():
    # Ten outputs, the digit 3; an identity network without weights shows its biases.
    outputs = [0.43, 0.28, 0.19, 0.88, 0.72, 0.01, 0.64, 0.86, 0.99, 0.63]
    spec = NetworkSpec.build(1, (), 10, output="identity")
    trace = Trace.of(Parameters(spec, np.array([0.0] * 10 + outputs)), np.zeros(1), np.eye(10)[3])
    values = [0.1849, 0.0784, 0.0361, 0.0144, 0.5184, 0.0001, 0.4096, 0.7396, 0.9801, 0.3969]
    assert [round(term.value, 12) for term in explain_cost(trace)] == values
    assert trace.cost == pytest.approx(3.3585, abs=1e-12)


def test_sensitivity_of_the_mission():
    # 3.2 and 0.1: the cost is 32 times more sensitive to one weight than to the other.
    spec = NetworkSpec.build(2, (), 1, output="identity", cost="half_squared")
    trace = Trace.of(Parameters(spec, np.array([0.0, 0.0, 1.0])), np.array([3.2, 0.1]), np.zeros(1))
    weights = [explain_parameter(trace, Location("w", 1, 0, k)).derivative for k in (0, 1)]
    assert weights == [3.2, 0.1]
    assert weights[0] / weights[1] == pytest.approx(32)
