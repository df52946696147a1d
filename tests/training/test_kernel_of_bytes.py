"""Images are trained on as bytes: the same numbers, but for rounding, from a quarter of the memory."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SPECS, random_batch, random_parameters, spec_id

from nnviz.core import passes
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.data.split import Split, make_split
from nnviz.training.exam import examine
from nnviz.training.histograms import layer_histograms
from nnviz.training.kernel import Dropout, Kernel
from nnviz.training.measuring import evaluate
from nnviz.training.trainer import Trainer, TrainSettings

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)


def images(spec, n=9, seed=0):
    """Draw bytes and targets for a network."""
    x = np.random.default_rng(seed).integers(0, 256, (n, spec.sizes[0]), np.uint8)
    return make_split(x, targets=random_batch(spec, n, seed)[1].astype("f4"), scale=255)


def as_numbers(split):
    """Return the same examples kept as numbers."""
    return Split(split.inputs, split.targets, split.labels)


def gradient(parameters, split, rows, **options):
    found = Kernel(parameters).gradient(split.stored, split.targets, rows, **options)
    return found.copy()


@any_spec
def test_forward_is_that_of_the_readable_rules(spec):
    parameters, split = random_parameters(spec).astype(np.float32), images(spec)
    assert split.stored.dtype == np.uint8
    passed = passes.forward(parameters.astype(np.float64), split.stored[:, :-1] / 255)
    buffers = Kernel(parameters).forward(split.stored)
    np.testing.assert_allclose(buffers.outputs, passed.a[spec.depth], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(buffers.z[1], passed.z[1], rtol=1e-4, atol=1e-5)


@any_spec
@pytest.mark.parametrize("n", [1, 9, 60])
def test_an_update_is_one_step_against_the_mean_gradient(spec, n):
    parameters, split = random_parameters(spec, n + 1).astype(np.float32), images(spec, n)
    exact, x = parameters.astype(np.float64), split.stored[:, :-1] / 255
    back = passes.backward(exact, passes.forward(exact, x), split.targets.astype(float))
    expected = exact.theta - 0.25 * back.gradient.theta
    Kernel(parameters).descend(split.stored, split.targets, np.arange(n), 0.25)
    scale = np.abs(exact.theta).max() + np.abs(back.gradient.theta).max()
    np.testing.assert_allclose(parameters.theta, expected, rtol=0, atol=2e-6 * scale)
    assert np.abs(back.gradient.theta).max() > 1e-3


@given(spec=st.sampled_from(SPECS), rows=st.permutations(range(9)), n=st.integers(1, 9))
def test_the_gradient_of_some_rows_is_that_of_the_numbers(spec, rows, n):
    parameters, split, rows = random_parameters(spec).astype(np.float32), images(spec), np.array(rows[:n])
    of_bytes, of_numbers = (gradient(parameters, s, rows) for s in (split, as_numbers(split)))
    scale = np.abs(of_numbers).max()
    np.testing.assert_allclose(of_bytes, of_numbers, rtol=0, atol=4e-6 * scale)


def test_so_it_is_with_dropout_and_with_neurons_switched_off_and_chunk_by_chunk():
    spec = NetworkSpec.build(6, (5, 4), 3)
    parameters, split = random_parameters(spec).astype(np.float32), images(spec, 25)
    masks = {1: np.array([1, 0, 1, 1, 1], np.float32)}

    def found(some):
        kernel = Kernel(parameters, masks)
        kernel.chunk = 10
        dropout = Dropout(0.4, np.random.default_rng(1))
        return kernel.gradient(some.stored, some.targets, np.arange(25), dropout=dropout).copy()

    of_bytes, of_numbers = found(split), found(as_numbers(split))
    np.testing.assert_allclose(of_bytes, of_numbers, rtol=0, atol=4e-6 * np.abs(of_numbers).max())
    assert not Parameters(spec, of_bytes).blocks[1][:, 1].any()


@any_spec
def test_one_kernel_learns_from_bytes_and_from_numbers_in_turn(spec):
    split, rows = images(spec, 60), np.arange(60)
    one, other = (random_parameters(spec, 4).astype(np.float32) for _ in range(2))
    kernel = Kernel(one)
    for some in (split, as_numbers(split), split, as_numbers(split)):
        kernel.descend(some.stored, some.targets, rows, 0.01)
        kernel.gradient(some.stored, some.targets, rows[:7])
        Kernel(other).descend(some.stored, some.targets, rows, 0.01)
    np.testing.assert_array_equal(one.theta, other.theta)


def test_one_kernel_takes_bytes_and_numbers_in_turn(digits):
    """Noise to train on, images to test with."""
    parameters = initialize(NetworkSpec.build(784, (8,), 10))
    kernel, train = Kernel(parameters), digits.train
    mixed = [evaluate(kernel, some).cost for some in (train, as_numbers(train), train, as_numbers(train))]
    assert mixed[0] == mixed[2]
    assert mixed[1] == mixed[3]
    assert mixed[0] == pytest.approx(mixed[1], rel=1e-6)


def test_a_training_gets_as_far(digits):
    numbers = replace(digits, train=as_numbers(digits.train), test=as_numbers(digits.test))
    reached = []
    for data in (digits, numbers):
        start = initialize(NetworkSpec.build(784, (16,), 10))
        trainer = Trainer(start, data, TrainSettings(rate=1.0, batch=10))
        for _ in range(50):
            trainer.step()
        reached.append(trainer.parameters.theta)
    np.testing.assert_allclose(*reached, atol=1e-5)


def test_whatever_looks_at_a_network_sees_the_same(digits):
    parameters, test = initialize(NetworkSpec.build(784, (16,), 10), seed=3), digits.test
    ours, theirs = (examine(Kernel(parameters), some) for some in (test, as_numbers(test)))
    np.testing.assert_array_equal(ours.guesses, theirs.guesses)
    np.testing.assert_allclose(ours.confidences, theirs.confidences, rtol=1e-5)
    pairs = zip(*(layer_histograms(parameters, some) for some in (test, as_numbers(test))), strict=True)
    for one, other in pairs:
        assert one.activations.mean == pytest.approx(other.activations.mean, rel=1e-5)
