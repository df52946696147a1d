"""The fast loop is held to the readable rules: in float32, to the last bits."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HIDDEN, SPECS, random_batch, random_parameters, spec_id

from nnviz.core import passes
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.core.steps import Trace
from nnviz.data.split import make_split
from nnviz.training import measuring
from nnviz.training.kernel import Kernel
from nnviz.training.measuring import EVALUATION_CHUNK, evaluate, guesses
from nnviz.training.trainer import single_update, update

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)
ULP = float(np.finfo(np.float32).eps)


def assert_same_update(fast, exact, before, rate):
    """Compare two θ′ to a few last places of the numbers that were added up: θ, and the step η ∇C."""
    step = exact - before
    scale = np.abs(before) + np.abs(step).max() + np.abs(exact)
    assert (np.abs(fast - exact) <= 8 * ULP * scale).all()
    assert np.abs(step).max() > 1000 * ULP * rate  # something happened


def with_ones(x):
    return np.append(x, np.ones((len(x), 1)), axis=1).astype(np.float32)


def example(spec, seed=0):
    """Draw float32 parameters and one example that float32 holds exactly."""
    x, y = random_batch(spec, 1, seed)
    return random_parameters(spec, seed).astype(np.float32), x[0].astype("f4"), y[0].astype("f4")


class TestSingleUpdate:
    @any_spec
    def test_is_the_plan_folded_step_by_step(self, spec):
        parameters, x, y = example(spec)
        exact = Trace.of(parameters, x.astype(float), y.astype(float)).updated(0.5)
        fast = single_update(parameters, x, y, 0.5)
        assert fast.theta.dtype == np.float32
        assert_same_update(fast.theta, exact.theta, parameters.theta, 0.5)

    def test_of_the_network_everybody_starts_with(self, digits):
        spec = NetworkSpec.build(784, (16, 16), 10)
        parameters = initialize(spec)
        for i in range(5):
            x, y = digits.train.example(i)
            exact = Trace.of(parameters, x, y).updated(1.0)
            fast = single_update(parameters, x, y, 1.0)
            assert_same_update(fast.theta, exact.theta, parameters.theta, 1.0)
            parameters = fast

    def test_of_the_network_worked_by_hand_is_exact(self):
        # tests/core/test_passes.py works it out; every number in it is a float32.
        spec = NetworkSpec.build(2, (2,), 1, "relu", "identity", "squared")
        theta = np.array([1, -1, 0.5, 0.25, 0.5, 0, 2, 3, -1], np.float32)
        after = single_update(Parameters(spec, theta), np.array([1.0, 2.0]), np.array([3.0]), 0.125)
        assert after.theta.tolist() == [0.5, -1, -0.5, 0.25, 0, 0, 1.375, 3, -1.25]

    @any_spec
    def test_leaves_what_it_was_given(self, spec):
        parameters, x, y = example(spec)
        before = [array.copy() for array in (parameters.theta, x, y)]
        for array in (parameters.theta, x, y):
            array.flags.writeable = False  # as the history and the data hold them
        after = single_update(parameters, x, y, 0.5)
        assert after.theta.flags.writeable
        assert not np.shares_memory(after.theta, parameters.theta)
        for array, copy in zip((parameters.theta, x, y), before, strict=True):
            np.testing.assert_array_equal(array, copy)

    def test_gives_the_same_bits_every_time(self):
        for spec in SPECS:
            parameters, x, y = example(spec)
            first, again = (single_update(parameters, x, y, 0.3).theta for _ in range(2))
            np.testing.assert_array_equal(first, again)

    def test_that_runs_away_is_quiet(self):
        spec = NetworkSpec.build(2, (2,), 1, "identity", "identity")
        after = single_update(initialize(spec), np.ones(2), np.array([1e30]), 1e30)
        assert not after.finite


class TestMiniBatch:
    @any_spec
    @pytest.mark.parametrize("n", [1, 2, 7])
    def test_is_one_step_against_the_mean_gradient(self, spec, n):
        parameters, (x, y) = random_parameters(spec, n).astype(np.float32), random_batch(spec, n, n)
        x, y, rate = x.astype("f4"), y.astype("f4"), 0.25
        exact = parameters.astype(np.float64)
        back = passes.backward(exact, passes.forward(exact, x.astype(float)), y.astype(float))
        before = parameters.theta.copy()
        update(Kernel(parameters), with_ones(x), y, np.arange(n), rate)
        assert_same_update(parameters.theta, exact.theta - rate * back.gradient.theta, before, rate)

    @given(rows=st.permutations(range(9)), n=st.integers(1, 9), spec=st.sampled_from(SPECS))
    def test_uses_exactly_the_rows_it_is_given(self, rows, n, spec):
        x, y = random_batch(spec, 9)
        x, y, rows = x.astype("f4"), y.astype("f4"), np.array(rows[:n])
        theta = random_parameters(spec).theta.astype("f4")
        picked, gathered = (Parameters(spec, theta.copy()) for _ in range(2))
        update(Kernel(picked), with_ones(x[rows]), y[rows], np.arange(n), 0.1)
        update(Kernel(gathered), with_ones(x), y, rows, 0.1)
        np.testing.assert_array_equal(picked.theta, gathered.theta)

    @any_spec
    def test_one_kernel_takes_batches_of_any_size_in_any_order(self, spec):
        x, y = random_batch(spec, 10)
        x, y = with_ones(x), y.astype("f4")
        theta = random_parameters(spec).theta.astype("f4")
        one = Parameters(spec, theta.copy())
        kernel, fresh = Kernel(one), Parameters(spec, theta.copy())
        for start, stop in ((0, 4), (4, 7), (7, 8), (0, 10), (3, 7)):
            update(kernel, x, y, np.arange(start, stop), 0.1)
            update(Kernel(fresh), x, y, np.arange(start, stop), 0.1)
        np.testing.assert_array_equal(one.theta, fresh.theta)

    @pytest.mark.parametrize("hidden", [(), (1,), (1, 1, 1, 1), (40, 3)])
    @pytest.mark.parametrize("activation", HIDDEN)
    def test_of_any_depth_and_width(self, hidden, activation):
        spec = NetworkSpec.build(1, hidden, 1, activation)
        parameters, (x, y) = random_parameters(spec, 5).astype(np.float32), random_batch(spec, 3)
        x, y = x.astype("f4"), y.astype("f4")
        exact = parameters.astype(np.float64)
        back = passes.backward(exact, passes.forward(exact, x.astype(float)), y.astype(float))
        before = parameters.theta.copy()
        update(Kernel(parameters), with_ones(x), y, np.arange(3), 0.5)
        assert_same_update(parameters.theta, exact.theta - 0.5 * back.gradient.theta, before, 0.5)

    def test_shared_data_stay_as_they_are(self, digits):
        data, before = digits.train, digits.content_hash
        update(
            Kernel(initialize(NetworkSpec.build(784, (8,), 10))), data.stored, data.targets, np.arange(9), 1
        )
        assert not data.stored.flags.writeable
        assert replace(digits).content_hash == before  # a copy computes it anew

    def test_buffers_are_made_once_for_each_size_and_kind(self):
        kernel = Kernel(initialize(SPECS[0]))
        four = kernel.buffers((4, False))
        assert kernel.buffers((4, False)) is four
        assert kernel.buffers((5, False)) is not four
        assert kernel.buffers((4, True)) is not four


class TestForward:
    @any_spec
    def test_is_that_of_the_readable_rules(self, spec):
        parameters, (x, _) = random_parameters(spec).astype(np.float32), random_batch(spec, 6)
        kernel = Kernel(parameters)
        buffers = kernel.forward(with_ones(x))
        passed = passes.forward(parameters.astype(np.float64), x.astype("f4").astype(float))
        np.testing.assert_allclose(buffers.outputs, passed.a[spec.depth], rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(buffers.z[spec.depth], passed.z[spec.depth], rtol=1e-4, atol=1e-5)

    @pytest.mark.parametrize("output", ["sigmoid", "softmax", "tanh"])
    def test_of_huge_weighted_sums_is_finite(self, output):
        spec = NetworkSpec.build(
            1, (), 2, output=output, cost="cross_entropy" if output == "softmax" else "squared"
        )
        kernel = Kernel(Parameters(spec, np.array([1e30, -1e30, 0, 0], np.float32)))
        with np.errstate(over="raise", invalid="raise"):
            assert np.isfinite(kernel.forward(np.ones((1, 2), np.float32)).outputs).all()


class TestEvaluate:
    @any_spec
    def test_is_the_average_cost(self, spec):
        parameters, (x, y) = random_parameters(spec).astype(np.float32), random_batch(spec, 11)
        split = make_split(x, targets=y)
        passed, last = passes.forward(parameters.astype(np.float64), split.x.astype(float)), spec.depth
        expected = passes.costs(spec, passed.z[last], passed.a[last], split.targets.astype(float)).mean()
        standing = evaluate(Kernel(parameters), split)
        assert standing.cost == pytest.approx(expected, rel=1e-5)
        assert standing.accuracy is None
        residuals = passed.a[last] - split.targets
        assert standing.rmse == pytest.approx(np.sqrt((residuals**2).mean()), rel=1e-4)

    @pytest.mark.parametrize("chunk", [1, 4, 11, 12])
    def test_cutting_into_chunks_does_not_matter(self, monkeypatch, tiny_dataset, chunk):
        data = tiny_dataset(n=11)
        kernel = Kernel(initialize(NetworkSpec.build(4, (5,), 3)))
        whole = evaluate(kernel, data.train)
        monkeypatch.setattr(measuring, "EVALUATION_CHUNK", chunk)
        cut = evaluate(kernel, data.train)
        assert cut._replace(cost=whole.cost) == whole
        assert cut.cost == pytest.approx(whole.cost, rel=1e-6)

    def test_more_than_one_chunk(self, digits):
        assert len(digits.train) > EVALUATION_CHUNK
        parameters = initialize(NetworkSpec.build(784, (16, 16), 10))
        a = passes.forward(parameters, digits.train.x).a[3]
        cost, accuracy, *_ = evaluate(Kernel(parameters), digits.train)
        assert cost == pytest.approx(((a - digits.train.targets) ** 2).sum(axis=1).mean(), rel=1e-5)
        assert accuracy == (a.argmax(axis=1) == digits.train.labels).mean()

    def test_stops_between_two_chunks_when_asked(self, monkeypatch, tiny_dataset):
        monkeypatch.setattr(measuring, "EVALUATION_CHUNK", 4)
        answers = iter([False, False, True])
        kernel = Kernel(initialize(NetworkSpec.build(4, (), 3)))
        assert evaluate(kernel, tiny_dataset(n=12).train, lambda: next(answers)) is None

    def test_one_output_says_yes_or_no(self):
        def guess(output, values):
            return guesses(NetworkSpec.build(2, (), 1, output=output), np.array(values)[:, None]).tolist()

        assert guess("sigmoid", [0.2, 0.5, 0.6]) == [0, 0, 1]
        assert guess("identity", [-1, 0.4, 3]) == [0, 0, 1]
        assert guess("tanh", [-0.5, 0.1]) == [0, 1]

    def test_several_outputs_name_the_largest(self):
        assert guesses(SPECS[0], np.array([[0.1, 0.7, 0.2], [3, 2, 1]])).tolist() == [1, 0]
