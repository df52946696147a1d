"""Costs of real networks over one or two of their numbers agree with the passes themselves."""

import numpy as np
import pytest
from samples import SPECS, away_from_kinks, spec_id

from nnviz.core import passes
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.neuron_fit import NeuronFit
from nnviz.core.one_weight import OneWeight
from nnviz.errors import SpecError

LOCATIONS = (
    *(Location("w", 1, 2, 3), Location("b", 1, 1), Location("w", 2, 1, 0)),
    *(Location("w", 3, 0, 5), Location("b", 3, 2)),
)


def by_passes(parameters, x, y, masks=None):
    spec = parameters.spec
    passed = passes.forward(parameters, x, masks)
    costs = passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], y)
    return float(costs.mean()), passes.backward(parameters, passed, y, masks).gradient


@pytest.mark.parametrize("spec", SPECS, ids=spec_id)
def test_the_cost_over_one_weight_is_that_of_the_whole_network(spec):
    parameters, x, y = away_from_kinks(spec, 7)
    masks = {1: np.array([1.0, 0.0, 1.0, 1.0]), 2: np.array([1.0, 1.0, 0.0, 1.0, 1.0, 1.0])}
    for location in LOCATIONS:
        for off in (None, masks):
            landscape = OneWeight(parameters, location, x, y, off)
            values = landscape.present + np.array([0.0, 0.37, -1.2])
            costs, slopes = landscape.at(values[:, None])
            for value, cost, slope in zip(values, costs, slopes[:, 0], strict=True):
                theta = parameters.theta.copy()
                theta[spec.index(location)] = value
                expected, gradient = by_passes(Parameters(spec, theta), x, y, off)
                assert cost == pytest.approx(expected, rel=1e-12)
                assert slope == pytest.approx(gradient.at(location), rel=1e-9, abs=1e-14)


def test_many_values_are_cut_into_parts(monkeypatch):
    from nnviz.core import one_weight

    spec = SPECS[0]
    parameters, x, y = away_from_kinks(spec, 7)
    landscape = OneWeight(parameters, LOCATIONS[0], x, y)
    values = np.linspace(-2, 2, 23)[:, None]
    whole = landscape.at(values)
    monkeypatch.setattr(one_weight, "WORK", 30)
    for part, all_of_it in zip(landscape.at(values), whole, strict=True):
        np.testing.assert_allclose(part, all_of_it, rtol=1e-13)


def test_a_parameter_that_is_not_there_is_refused():
    parameters, x, y = away_from_kinks(SPECS[0], 3)
    with pytest.raises(SpecError):
        OneWeight(parameters, Location("w", 9, 0, 0), x, y)


FITS = [
    NetworkSpec.build(1, (), 1, output=output, cost=cost)
    for output, cost in (("identity", "squared"), ("sigmoid", "squared"), ("sigmoid", "binary_cross_entropy"))
]


@pytest.mark.parametrize("spec", FITS, ids=lambda spec: f"{spec.activations[0]}-{spec.cost}")
def test_the_surface_of_a_neuron_is_its_cost(spec):
    random = np.random.default_rng(1)
    x, y = random.normal(size=(9, 1)), random.uniform(0.1, 0.9, (9, 1))
    fit = NeuronFit(spec, x, y)
    points = random.normal(size=(5, 2))
    costs, slopes = fit.at(points)
    for point, cost, slope in zip(points, costs, slopes, strict=True):
        expected, gradient = by_passes(Parameters(spec, point), x, y)
        assert cost == pytest.approx(expected, rel=1e-12)
        np.testing.assert_allclose(slope, gradient.theta, rtol=1e-12)
        np.testing.assert_allclose(fit.gradient(point, np.arange(9)), slope, rtol=1e-12)
    rows = np.array([2, 5])
    _, gradient = by_passes(Parameters(spec, points[0]), x[rows], y[rows])
    np.testing.assert_allclose(fit.gradient(points[0], rows), gradient.theta)
    answers = fit.answers(points[0], x[:, 0])
    np.testing.assert_allclose(answers, passes.forward(Parameters(spec, points[0]), x).a[1][:, 0])


def test_mini_batches_of_an_epoch_average_to_the_full_gradient():
    random = np.random.default_rng(2)
    fit = NeuronFit(FITS[0], random.normal(size=(8, 1)), random.normal(size=(8, 1)))
    point = np.array([0.3, -0.2])
    parts = [fit.gradient(point, np.arange(start, start + 2)) for start in range(0, 8, 2)]
    np.testing.assert_allclose(np.mean(parts, axis=0), fit.at(point[None])[1][0])
