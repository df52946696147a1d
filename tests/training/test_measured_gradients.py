"""Gradient norms and histograms: against core's batch, and against NumPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SPECS, random_parameters, spec_id, tiny_dataset

from nnviz.core.batch import BatchGradients
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.core.passes import forward, masks_of
from nnviz.training.histograms import BINS, histogram, layer_histograms
from nnviz.training.measuring import sample_rows
from nnviz.training.trainer import Trainer, TrainSettings

OFF = frozenset({(1, 1)})


def data_for(spec, n=120):
    kind = "values" if spec.cost not in ("cross_entropy", "binary_cross_entropy") else "classes"
    return tiny_dataset(n=n, n_inputs=spec.sizes[0], n_outputs=spec.sizes[-1], classes=kind == "classes")


@pytest.mark.parametrize(("n", "count"), [(1, 1), (12, 12), (50, 50), (400, 50), (1500, 150), (60_000, 500)])
def test_the_sample_is_small_and_spread_over_the_whole_set(n, count):
    rows = sample_rows(n)
    assert len(rows) == count == len(set(rows.tolist()))
    assert rows[0] == 0
    assert n - 1 - n / count <= rows[-1] < n
    assert np.ptp(np.diff(rows)) <= 1 if count > 1 else True


@pytest.mark.parametrize("spec", SPECS, ids=spec_id)
@pytest.mark.parametrize("off", [frozenset(), OFF], ids=["all", "one off"])
def test_norms_are_those_of_the_mean_gradient(spec, off):
    theta = Parameters(spec, random_parameters(spec).theta.astype(np.float32))
    data = data_for(spec)
    trainer = Trainer(theta, data, TrainSettings(), off=off)
    measured = trainer.measure()
    rows = sample_rows(len(data.train))
    x, y = data.train.x[rows], data.train.targets[rows]
    mean = BatchGradients.of(theta, x, y, masks_of(spec, off)).mean
    expected = [np.linalg.norm(mean.blocks[layer]) for layer in spec.layers]
    np.testing.assert_allclose(measured.gradient_norms, expected, rtol=2e-4)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
def test_measuring_leaves_the_training_as_it_was(optimizer):
    spec = NetworkSpec.build(4, (6,), 3)
    settings = TrainSettings(optimizer=optimizer, batch=5, rate=0.1)
    measuring, other = (Trainer(initialize(spec), tiny_dataset(), settings) for _ in range(2))
    for _ in range(7):
        measuring.step()
        measuring.measure()
        other.step()
    np.testing.assert_array_equal(measuring.parameters.theta, other.parameters.theta)


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=200))
def test_a_histogram_counts_as_numpy_does(values):
    values = np.array(values)
    counts, edges = np.histogram(values, BINS)
    found = histogram(values)
    np.testing.assert_array_equal(found.counts, counts)
    np.testing.assert_array_equal(found.edges, edges)
    assert found.total == len(values)
    assert found.mean == pytest.approx(values.mean())
    assert found.deviation == pytest.approx(values.std(), abs=1e-9)


def test_what_is_no_number_is_not_counted():
    found = histogram(np.array([0.5, np.nan, np.inf, 0.25]), 0.0, 1.0)
    assert (found.total, found.mean) == (2, 0.375)
    assert (found.edges[0], found.edges[-1]) == (0, 1)
    nothing = histogram(np.array([np.nan]))
    assert nothing.total == 0
    assert np.isnan(nothing.mean)


@pytest.mark.parametrize("off", [frozenset(), OFF], ids=["all", "one off"])
def test_every_layer_has_its_weights_and_its_activations(off):
    spec = NetworkSpec.build(4, (6, 5), 3, "relu", "sigmoid")
    theta, data = initialize(spec, "he", 3), tiny_dataset(n=70)
    layers = layer_histograms(theta, data.train, off)
    assert [h.layer for h in layers] == [1, 2, 3]
    x = data.train.x[sample_rows(70)].astype(np.float32)
    passed = forward(theta, x, masks_of(spec, off))
    for found in layers:
        weights = theta.blocks[found.layer][:-1].astype(np.float64)
        np.testing.assert_array_equal(found.weights.counts, np.histogram(weights, BINS)[0])
        a = passed.a[found.layer].astype(np.float64)
        span = (0, 1) if found.layer == 3 else (a.min(), a.max())
        assert found.activations.total == a.size == 50 * spec.sizes[found.layer]
        np.testing.assert_allclose((found.activations.edges[0], found.activations.edges[-1]), span, rtol=1e-5)
        moved = np.abs(found.activations.counts - np.histogram(a, BINS, span)[0]).sum()
        assert moved <= 4  # float32 in another order: a value may lie on the other side of an edge
        assert found.activations.mean == pytest.approx(a.mean(), rel=1e-5)
