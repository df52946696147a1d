"""Surfaces are forward passes: of every cell, in chunks, of the neurons that are wanted."""

import numpy as np
import pytest
from samples import SPECS, random_parameters, spec_id

from nnviz.core.network import NetworkSpec
from nnviz.core.passes import forward, masks_of
from nnviz.core.surface import Rectangle, answers

SQUARE = Rectangle((-1.0, 0.0), (3.0, 2.0))


def test_cells_are_read_like_an_image():
    cells = SQUARE.cells(4)
    assert cells.shape == (16, 2)
    assert cells[0].tolist() == [-0.5, 1.75]
    assert cells[1].tolist() == [0.5, 1.75]
    assert cells[-1].tolist() == [2.5, 0.25]
    assert cells.mean(axis=0).tolist() == [1, 1]


def test_lines_of_a_grid():
    lines = SQUARE.lines(3, 5)
    assert lines.shape == (2, 3, 5, 2)
    assert (lines[0, :, :, 0] == [[-1], [1], [3]]).all()
    assert lines[0, 1, :, 1].tolist() == [0, 0.5, 1, 1.5, 2]
    assert (lines[1, :, :, 1] == [[0], [1], [2]]).all()
    assert lines[1, 2, :, 0].tolist() == [-1, 0, 1, 2, 3]


@pytest.mark.parametrize("spec", SPECS, ids=spec_id)
def test_answers_are_those_of_the_forward_pass(spec):
    parameters = random_parameters(spec)
    x = np.random.default_rng(3).normal(size=(57, spec.sizes[0]))
    masks = masks_of(spec, [(1, 2)])
    wanted = {layer: range(n) for layer, n in enumerate(spec.sizes)}
    found, passed = answers(parameters, x, wanted, masks), forward(parameters, x, masks)
    for layer in wanted:
        np.testing.assert_array_equal(found[layer], passed.a[layer].T)
        assert not found[layer].flags.writeable


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-6), (np.float64, 1e-14)])
def test_chunks_change_nothing_and_precision_is_kept(dtype, tolerance):
    spec = NetworkSpec.build(2, (8, 8), 2, "tanh")
    parameters = random_parameters(spec).astype(dtype)
    x = SQUARE.cells(11).astype(dtype)
    found = answers(parameters, x, {3: (1,), 1: (7, 0)}, chunk=17)
    passed = forward(parameters, x)
    assert found[3].dtype == found[1].dtype == dtype
    np.testing.assert_allclose(found[3], passed.a[3].T[[1]], rtol=0, atol=tolerance)
    np.testing.assert_allclose(found[1], passed.a[1].T[[7, 0]], rtol=0, atol=tolerance)


def test_layers_beyond_the_wanted_are_not_computed(monkeypatch):
    from nnviz.core import surface

    computed = []
    real = surface.weighted_sum
    monkeypatch.setattr(surface, "weighted_sum", lambda p, n, a: computed.append(n) or real(p, n, a))
    parameters = random_parameters(NetworkSpec.build(2, (3, 3), 1))
    answers(parameters, SQUARE.cells(5), {0: (0,), 1: (2,)})
    assert computed == [1]
    assert answers(parameters, SQUARE.cells(5), {}) == {}
