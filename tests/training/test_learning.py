"""Penalties, dropout, large mini-batches, stop conditions: everything beyond plain SGD."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SPECS, away_from_kinks, random_batch, random_parameters, spec_id, tiny_dataset

from nnviz.core import passes
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.training import kernel as kernel_module
from nnviz.training.buffers import drop
from nnviz.training.ending import Ending
from nnviz.training.kernel import Kernel
from nnviz.training.learner import Learner
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.penalty import Penalty
from nnviz.training.schedules import SCHEDULES
from nnviz.training.settings import TrainSettings
from nnviz.training.trainer import Trainer, single_update

SPEC = NetworkSpec.build(4, (5, 6), 3)
any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)


def trainer(settings, state=None):
    if state is None:
        return Trainer(initialize(SPEC), tiny_dataset(), settings)
    theta, position, optimizer = state
    return Trainer(Parameters(SPEC, theta), tiny_dataset(), settings, position, optimizer=optimizer)


def steps(training, n):
    for _ in range(n):
        assert training.step()
    return training


def with_ones(x):
    return np.append(x, np.ones((len(x), 1)), axis=1).astype(np.float32)


class TestPenalty:
    @given(l1=st.floats(0.01, 10), l2=st.floats(0.01, 10), seed=st.integers(0, 99))
    def test_gradient_is_the_slope_of_the_cost(self, l1, l2, seed):
        theta, step = random_parameters(SPEC, seed).theta, 1e-6
        theta = np.where(np.abs(theta) < 10 * step, 0.5, theta)  # |w| has no slope at 0
        penalty, gradient = Penalty(SPEC, l1, l2), np.zeros(theta.size, np.float32)
        penalty.add_gradient(theta.astype(np.float32), gradient)
        for i in (0, 7, SPEC.offsets[1] - 1, theta.size - 1):
            nudge = np.eye(1, theta.size, i)[0] * step
            slope = (penalty.cost(theta + nudge) - penalty.cost(theta - nudge)) / (2 * step)
            assert gradient[i] == pytest.approx(slope, rel=1e-3, abs=1e-3)

    def test_by_hand(self):
        spec = NetworkSpec.build(2, (), 1, output="identity")
        theta, gradient = np.array([3, -2, 7], np.float32), np.ones(3, np.float32)
        penalty = Penalty(spec, 0.5, 0.1)
        assert penalty.cost(theta) == pytest.approx(0.5 * 5 + 0.05 * 13)
        penalty.add_gradient(theta, gradient)
        np.testing.assert_allclose(gradient, [1 + 0.5 + 0.3, 1 - 0.5 - 0.2, 1], rtol=1e-6)

    @any_spec
    def test_the_whole_cost_falls_along_the_whole_gradient(self, spec):
        # Central differences of C + λ₁ Σ|w| + ½ λ₂ Σw² in float64, against one update of the trainer.
        parameters, x, y = away_from_kinks(spec, 1)
        l1, l2, rate, step = 0.03, 0.2, 2.0**-6, 1e-6
        float32 = Parameters(spec, parameters.theta.astype(np.float32))
        theta, penalty = float32.theta.astype(float), Penalty(spec, l1, l2)
        x, y = (array[0].astype(np.float32) for array in (x, y))

        def cost(theta):
            passed = passes.forward(Parameters(spec, theta), x[None].astype(float))
            last = spec.depth
            error = passes.costs(spec, passed.z[last], passed.a[last], y[None].astype(float))[0]
            weights = theta[spec.weight_mask()]
            return error + l1 * np.abs(weights).sum() + l2 / 2 * (weights**2).sum()

        inputs, targets = np.append(x, np.float32(1))[None], y[None]
        after = Parameters(spec, float32.theta.copy())
        learner = Learner(after, TrainSettings(rate=rate, l1=l1, l2=l2), {}, None)
        learner.learn(inputs, targets, np.zeros(1, np.int64), rate)
        gradient = (theta - after.theta) / rate
        for i in range(0, theta.size, 7):
            nudge = np.eye(1, theta.size, i)[0] * step
            slope = (cost(theta + nudge) - cost(theta - nudge)) / (2 * step)
            assert gradient[i] == pytest.approx(slope, rel=2e-3, abs=2e-4)
        assert penalty.cost(theta) > 0


class TestDropout:
    def test_keeps_the_expected_activation(self):
        masks = {1: np.empty((4000, 10), np.float32)}
        drop(masks, {}, 0.3, np.random.default_rng(0))
        assert set(np.unique(masks[1])) == {0, np.float32(1 / 0.7)}
        assert masks[1].mean() == pytest.approx(1, abs=0.01)
        assert (masks[1] == 0).mean() == pytest.approx(0.3, abs=0.01)

    def test_a_neuron_that_is_off_stays_off(self):
        masks = {1: np.empty((50, 3), np.float32)}
        drop(masks, {1: np.array([1, 0, 1], np.float32)}, 0.5, np.random.default_rng(0))
        assert not masks[1][:, 1].any()
        assert masks[1][:, 0].any()

    @any_spec
    def test_gradient_is_that_of_the_readable_rules_under_the_same_masks(self, spec):
        # Factors other than 0 and 1: σ' must come from σ(z), not from the masked activation.
        parameters, (x, y) = random_parameters(spec).astype(np.float32), random_batch(spec, 6)
        masks = {layer: np.float32(2.5) * np.ones(spec.sizes[layer], np.float32) for layer in (1, 2)}
        masks[2][1] = 0
        gradient = Kernel(parameters, masks).gradient(with_ones(x), y.astype("f4"), np.arange(6))
        exact = parameters.astype(np.float64)
        passed = passes.forward(exact, x.astype("f4").astype(float), masks)
        wanted = passes.backward(exact, passed, y.astype("f4").astype(float), masks).gradient.theta
        np.testing.assert_allclose(gradient, wanted, rtol=1e-3, atol=1e-5 * np.abs(wanted).max())

    def test_is_decided_by_seed_and_position(self):
        settings = TrainSettings(rate=0.5, batch=5, dropout=0.5)
        one, again = (steps(trainer(settings), 9).parameters.theta for _ in range(2))
        other = steps(trainer(replace(settings, seed=1)), 9).parameters.theta
        none = steps(trainer(replace(settings, dropout=0.0)), 9).parameters.theta
        np.testing.assert_array_equal(one, again)
        assert (one != other).any()
        assert (one != none).any()

    def test_is_not_there_when_measuring(self):
        with_it, without = (trainer(TrainSettings(batch=5, dropout=share)) for share in (0.5, 0.0))
        assert with_it.measure()[:6] == without.measure()[:6]


class TestLargeMiniBatch:
    @any_spec
    def test_in_chunks_is_the_same_to_rounding(self, spec):
        x, y = random_batch(spec, 23)
        whole, cut = (Kernel(random_parameters(spec).astype(np.float32)) for _ in range(2))
        cut.chunk = 5
        for kernel in (whole, cut):
            assert kernel.descend(with_ones(x), y.astype("f4"), np.arange(23), 0.1)
        np.testing.assert_allclose(cut.parameters.theta, whole.parameters.theta, rtol=1e-5, atol=1e-6)

    @pytest.mark.parametrize("optimizer", OPTIMIZERS)
    def test_that_is_stopped_has_changed_nothing(self, monkeypatch, optimizer):
        monkeypatch.setattr(kernel_module, "LARGEST_CHUNK", 4)
        training = trainer(TrainSettings(rate=0.5, batch=12, optimizer=optimizer))
        steps(training, 2)
        theta, position = training.parameters.theta.copy(), training.position
        answers = iter([False, True])
        training.stopped = lambda: next(answers)
        assert not training.step()
        np.testing.assert_array_equal(training.parameters.theta, theta)
        assert training.position == position
        training.stopped = lambda: False
        steps(training, 1)
        uninterrupted = steps(trainer(training.settings), 3)
        np.testing.assert_array_equal(training.parameters.theta, uninterrupted.parameters.theta)

    def test_of_a_large_network_is_cut_into_fewer_examples(self):
        small, large = (Kernel(initialize(NetworkSpec.build(n, (n,), 1))) for n in (10, 1000))
        assert large.chunk < small.chunk == 1000
        assert large.chunk * large.spec.parameter_count <= kernel_module.CHUNK_WORK


ALL = st.builds(
    TrainSettings,
    rate=st.sampled_from([0.01, 0.3]),
    batch=st.integers(1, 12),
    epochs=st.integers(1, 6),
    seed=st.integers(0, 3),
    optimizer=st.sampled_from(list(OPTIMIZERS)),
    schedule=st.sampled_from(SCHEDULES),
    l1=st.sampled_from([0.0, 0.01]),
    l2=st.sampled_from([0.0, 0.01]),
    dropout=st.sampled_from([0.0, 0.4]),
)


class TestCourse:
    @given(settings=ALL, before=st.integers(0, 9), after=st.integers(0, 6))
    def test_stopped_anywhere_and_resumed_it_is_as_if_it_had_never_stopped(self, settings, before, after):
        whole = steps(trainer(settings), before + after)
        first = steps(trainer(settings), before)
        state = first.parameters.theta.copy(), first.position, first.optimizer
        steps(first, 2)  # what was kept does not follow
        second = steps(trainer(settings, state), after)
        np.testing.assert_array_equal(second.parameters.theta, whole.parameters.theta)
        assert second.position == whole.position
        assert second.rate_now == whole.rate_now

    @pytest.mark.parametrize("optimizer", OPTIMIZERS)
    def test_every_optimizer_learns(self, optimizer):
        rate = 0.01 if optimizer in ("adam", "rmsprop") else 1.0 if optimizer == "sgd" else 0.3
        training = trainer(TrainSettings(rate=rate, batch=4, epochs=150, optimizer=optimizer))
        measured = list(training.train())
        assert measured[-1].train_cost < measured[0].train_cost / 1.2

    def test_the_schedule_counts_from_where_the_run_began(self):
        training = steps(trainer(TrainSettings(rate=2, batch=6, epochs=4, schedule="cosine")), 4)
        assert training.epochs == 2
        assert training.rate_now == pytest.approx(1)
        training.begun = 2
        assert training.rate_now == 2

    def test_the_rate_may_be_changed_under_a_schedule(self):
        training = steps(trainer(TrainSettings(rate=2, batch=6, epochs=4, schedule="cosine")), 4)
        training.rate = 8
        assert training.rate_now == pytest.approx(4)

    def test_penalties_may_be_changed_in_the_middle(self):
        settings = TrainSettings(rate=0.5, batch=5)
        changed = steps(trainer(settings), 3)
        changed.adjust(replace(settings, l2=0.1))
        late = steps(trainer(settings), 3)
        state = late.parameters.theta, late.position, late.optimizer
        late = steps(trainer(replace(settings, l2=0.1), state), 2)
        np.testing.assert_array_equal(steps(changed, 2).parameters.theta, late.parameters.theta)

    def test_time_of_earlier_runs_counts(self):
        training = trainer(TrainSettings(batch=5))
        training.seconds = 100.0
        assert training.measure().seconds > 100


class TestEnding:
    def test_at_the_wanted_accuracy(self):
        ending = Ending(TrainSettings(target_accuracy=0.9))
        assert [ending.after(1, a) for a in (0.5, 0.89, 0.9)] == [None, None, "target"]

    def test_never_where_there_is_no_accuracy(self):
        assert Ending(TrainSettings(target_accuracy=0.9)).after(1, None) is None

    def test_after_some_epochs_without_a_lower_cost(self):
        ending = Ending(TrainSettings(patience=2))
        costs = (3, 2, 2.5, 1.9, 1.9, 2)
        assert [ending.after(c, 0) for c in costs] == [None, None, None, None, None, "patience"]

    def test_nothing_ends_without_being_asked(self):
        assert not any(Ending(TrainSettings()).after(c, 1.0) for c in range(100))

    def test_a_training_ends_there(self):
        training = trainer(TrainSettings(rate=3, batch=4, epochs=500, target_accuracy=0.6))
        measured = list(training.train())
        assert training.finished == "target"
        assert measured[-1].test_accuracy >= 0.6
        assert all(m.test_accuracy < 0.6 for m in measured[:-1])


class TestSettings:
    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("optimizer", "adamw", "choose one of sgd, momentum, nesterov, rmsprop, adam"),
            ("schedule", "linear", "choose one of constant, step, exponential, cosine"),
            ("momentum", 1.0, "a number from 0 to less than 1, not 1"),
            ("dropout", -0.1, "a number from 0 to less than 1, not -0.1"),
            ("dropout", float("nan"), "a number from 0 to less than 1, not nan"),
            ("l1", -1.0, "a number from 0, not -1"),
            ("l2", float("inf"), "a number from 0, not inf"),
            ("final", 0.0, "a number above 0 and at most 1, not 0"),
            ("target_accuracy", 1.5, "a number above 0 and at most 1, not 1.5"),
            ("patience", 0, "a whole number from 1, not 0"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, field, value, sentence):
        with pytest.raises(Exception, match=sentence) as caught:
            TrainSettings(**{field: value})
        assert caught.value.field == field


def test_one_example_by_hand_is_the_trainers_update():
    data = tiny_dataset(n=1)
    training = Trainer(initialize(SPEC), data, TrainSettings(rate=0.1, batch=1))
    x, y = data.train.example(0)
    parameters = initialize(SPEC)
    for _ in range(4):
        parameters = single_update(parameters, x, y, 0.1)
    steps(training, 4)
    np.testing.assert_array_equal(parameters.theta, training.parameters.theta)


def test_a_training_that_runs_takes_over_what_can_change_at_once():
    wanted = TrainSettings(0.3, 7, 9, 2, "adam", 0.5, "cosine", 0.5, 0.1, 0.2, 0.3, 0.9, 4)
    adjusted = TrainSettings().adjusted(wanted)
    assert adjusted == replace(TrainSettings(), rate=0.3, batch=7, momentum=0.5, l1=0.1, l2=0.2)
