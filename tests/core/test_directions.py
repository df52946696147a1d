"""Directions among all parameters: their lengths, their angles, and what they are the directions of."""

import numpy as np
import pytest
from samples import SPECS, random_batch, random_parameters

from nnviz.core import directions as module
from nnviz.core import passes
from nnviz.core.directions import main_plane, plane_through, random_direction, slope
from nnviz.core.network import NetworkSpec, Parameters, initialize

SPEC = NetworkSpec.build(5, (4, 6), 3, "relu", "softmax", "cross_entropy")


def test_the_slope_is_the_mean_gradient_whatever_the_chunks(monkeypatch):
    monkeypatch.setattr(module, "CHUNK", 3)
    parameters, (x, y) = random_parameters(SPEC), random_batch(SPEC, 7)
    masks = passes.masks_of(SPEC, [(1, 1)])
    found = slope(parameters, x, y, masks)
    passed = passes.forward(parameters, x, masks)
    assert found is not None
    assert found.gradient == pytest.approx(passes.backward(parameters, passed, y, masks).gradient.theta)
    assert found.cost == pytest.approx(passes.costs(SPEC, passed.z[3], passed.a[3], y).mean())
    assert slope(parameters, x, y, masks, lambda: True) is None


def test_a_random_direction_is_as_long_as_the_network_neuron_by_neuron():
    parameters = initialize(SPEC, "normal", 3)
    drawn = random_direction(parameters, 1)
    for layer, block in Parameters(SPEC, drawn).blocks.items():
        own = np.linalg.norm(parameters.blocks[layer].astype(np.float64), axis=0)
        assert np.linalg.norm(block, axis=0) == pytest.approx(own)
    assert np.linalg.norm(drawn) == pytest.approx(np.linalg.norm(parameters.theta.astype(np.float64)))
    assert np.array_equal(drawn, random_direction(parameters, 1))
    assert not np.allclose(drawn, random_direction(parameters, 2))
    assert not random_direction(initialize(SPEC, "zeros"), 1).any()


def test_a_plane_goes_through_its_three_points():
    a, b, c = (random_parameters(SPEC, seed) for seed in range(3))
    flat = plane_through(a, b, c)
    assert flat is not None
    first, second = (direction.theta for direction in flat.directions)
    assert first @ first == pytest.approx(1)
    assert second @ second == pytest.approx(1)
    assert first @ second == pytest.approx(0, abs=1e-14)
    coordinates, distances = flat.nearest(np.stack([p.theta for p in (a, b, c)]))
    assert distances == pytest.approx(0, abs=1e-10)
    assert coordinates[0] == pytest.approx([0, 0], abs=1e-12)
    assert coordinates[1] == pytest.approx([np.linalg.norm(b.theta - a.theta), 0])
    assert coordinates[2, 1] > 0


def test_three_points_on_a_line_span_no_plane():
    a, b = random_parameters(SPEC, 0), random_parameters(SPEC, 1)
    between = Parameters(SPEC, (a.theta + 2 * b.theta) / 3)
    assert plane_through(a, b, between) is None
    assert plane_through(a, a, b) is None
    assert plane_through(a, b, a) is None


def test_the_main_plane_goes_through_the_mean_along_the_largest_variances():
    spec, random = SPECS[0], np.random.default_rng(0)
    path = np.cumsum(random.normal(size=(20, spec.parameter_count)), axis=0)
    found = main_plane(random_parameters(spec), path)
    assert found is not None
    mean = path.mean(axis=0)
    coordinates, distances = found.flat.nearest(mean)
    assert coordinates == pytest.approx(np.zeros((1, 2)), abs=1e-9)
    assert distances == pytest.approx([0], abs=1e-9)
    _, singular, axes = np.linalg.svd(path - mean, full_matrices=False)
    assert found.shares == pytest.approx((singular**2 / (singular**2).sum())[:2])
    for direction, axis in zip(found.flat.directions, axes, strict=False):
        assert abs(direction.theta @ axis) == pytest.approx(1)


def test_a_path_on_a_line_has_no_main_plane():
    spec = SPECS[0]
    start, way = random_parameters(spec, 0), random_parameters(spec, 1).theta
    straight = np.stack([start.theta + t * way for t in range(5)])
    assert main_plane(start, straight) is None
    assert main_plane(start, straight[:2]) is None
    assert main_plane(start, np.stack([start.theta] * 4)) is None
