"""Costs on lines and planes, held to the forward pass point by point."""

import numpy as np
import pytest
from samples import SPECS, random_batch, random_parameters, spec_id

from nnviz.core import flat as module
from nnviz.core import passes
from nnviz.core.flat import Flat, Section
from nnviz.core.network import NetworkSpec, Parameters


def plane(spec, spread=0.5):
    theta, u, v = (random_parameters(spec, seed, spread) for seed in range(3))
    return Flat.spanned(theta, u.theta, v.theta)


def directly(flat, point, x, y, masks=None):
    spec, parameters = flat.origin.spec, flat.at(*point)
    with np.errstate(all="ignore"):
        passed = passes.forward(parameters, x, masks)
        return passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], y).sum()


@pytest.mark.parametrize("spec", SPECS, ids=spec_id)
def test_a_plane_agrees_with_the_forward_pass(spec):
    flat, (x, y) = plane(spec), random_batch(spec, 7)
    points = np.random.default_rng(5).normal(size=(6, 2))
    found = Section(flat, x, y).costs(points)
    assert found == pytest.approx([directly(flat, point, x, y) for point in points], rel=1e-10)


@pytest.mark.parametrize(
    "spec", [SPECS[0], NetworkSpec.build(5, (4,), 3, "relu", "softmax", "cross_entropy")]
)
def test_neurons_that_are_off_stay_off(spec):
    flat, (x, y) = plane(spec), random_batch(spec, 7)
    masks = passes.masks_of(spec, [(1, 0), (1, 3)])
    points = np.random.default_rng(5).normal(size=(3, 2))
    found = Section(flat, x, y, masks).costs(points)
    assert found == pytest.approx([directly(flat, p, x, y, masks) for p in points], rel=1e-10)
    assert not np.allclose(found, Section(flat, x, y).costs(points))


def test_a_network_without_a_hidden_layer():
    spec = NetworkSpec.build(5, (), 3, output="softmax", cost="cross_entropy")
    flat, (x, y) = plane(spec), random_batch(spec, 4)
    assert Section(flat, x, y).costs(np.array([[0.3, -2.0]])) == pytest.approx(
        [directly(flat, (0.3, -2), x, y)]
    )


def test_how_many_points_go_together_makes_no_difference(monkeypatch):
    spec = SPECS[5]
    flat, (x, y) = plane(spec), random_batch(spec, 7)
    points = np.random.default_rng(5).normal(size=(9, 2))
    together = Section(flat, x, y).costs(points)
    monkeypatch.setattr(module, "STACK", 100)
    section = Section(flat, x, y)
    assert section.stack == 2
    assert section.costs(points) == pytest.approx(together, rel=1e-14)
    assert section.costs(np.empty((0, 2))).shape == (0,)


def test_what_is_not_finite_is_not_finite():
    spec = NetworkSpec.build(5, (4, 6), 3, "relu", "identity")
    flat, (x, y) = plane(spec), random_batch(spec, 7)
    points = np.array([[0.0, 0.0], [1e200, 0.0], [1e308, -1e308], [0.5, 1.0]])
    found = Section(flat, x, y).costs(points)
    with np.errstate(over="ignore", invalid="ignore"):
        direct = np.array([directly(flat, point, x, y) for point in points])
    assert np.isfinite(found).tolist() == np.isfinite(direct).tolist() == [True, False, False, True]


def test_a_point_of_the_plane_is_its_own_nearest():
    spec = SPECS[0]
    flat = plane(spec)
    coordinates, distances = flat.nearest(flat.at(0.7, -1.3).theta)
    assert coordinates[0] == pytest.approx([0.7, -1.3])
    assert distances[0] == pytest.approx(0, abs=1e-12)


def test_the_nearest_point_is_where_the_way_to_it_is_at_right_angles():
    spec = SPECS[0]
    flat, away = plane(spec), random_parameters(spec, 9)
    (coordinates,), (distance,) = flat.nearest([away.theta])
    rest = away.theta - flat.at(*coordinates).theta
    assert distance == pytest.approx(np.linalg.norm(rest))
    for direction in flat.directions:
        assert rest @ direction.theta == pytest.approx(0, abs=1e-10)


def test_float32_parameters_are_widened_not_changed():
    spec = SPECS[0]
    theta = random_parameters(spec).theta.astype(np.float32)
    flat = Flat.spanned(Parameters(spec, theta), theta)
    assert flat.at(0.0).theta.dtype == np.float64
    assert np.array_equal(flat.at(0.0).theta.astype(np.float32), theta)
