from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, initialize
from nnviz.errors import SettingsError
from nnviz.training.trainer import Metrics, Position, Trainer, TrainSettings, check_rate, shuffled

SPEC = NetworkSpec.build(4, (5,), 3)


def trainer(batch=5, rate=0.5, epochs=3, seed=0, data=None, start=None, position=None):
    start = initialize(SPEC) if start is None else start
    return Trainer(start, data or tiny_dataset(), TrainSettings(rate, batch, epochs, seed), position)


def steps(trainer, n):
    for _ in range(n):
        trainer.step()
    return trainer


class TestSettings:
    @pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf"), -float("inf")])
    def test_a_learning_rate_is_a_number_above_zero(self, rate):
        for refuse in (check_rate, lambda rate: TrainSettings(rate=rate)):
            with pytest.raises(
                SettingsError, match="the learning rate must be a number above 0, not"
            ) as caught:
                refuse(rate)
            assert caught.value.field == "rate"

    @pytest.mark.parametrize(
        ("field", "value", "sentence"),
        [
            ("batch", 0, "a whole number from 1, not 0"),
            ("batch", -5, "a whole number from 1, not -5"),
            ("epochs", 0, "a whole number from 1, not 0"),
            ("seed", -1, "a whole number from 0, not -1"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, field, value, sentence):
        with pytest.raises(SettingsError, match=sentence) as caught:
            TrainSettings(**{field: value})
        assert caught.value.field == field

    def test_a_mini_batch_is_no_larger_than_the_set(self):
        trainer(batch=12)
        with pytest.raises(SettingsError, match="has 12 examples, a mini-batch cannot have 13") as caught:
            trainer(batch=13)
        assert caught.value.field == "batch"


class TestShuffling:
    @given(n=st.integers(1, 60), seed=st.integers(0, 99), epoch=st.integers(0, 99))
    def test_each_example_comes_once(self, n, seed, epoch):
        order = shuffled(n, seed, epoch)
        assert sorted(order) == list(range(n))
        np.testing.assert_array_equal(order, shuffled(n, seed, epoch))

    def test_differs_by_epoch_and_seed(self):
        orders = [tuple(shuffled(50, seed, epoch)) for seed in range(4) for epoch in range(4)]
        assert len(set(orders)) == 16

    def test_is_the_one_that_saved_files_mean(self):
        assert shuffled(8, 7, 3).tolist() == [2, 7, 4, 6, 0, 3, 1, 5]

    def test_an_epoch_uses_every_example_once_the_last_mini_batch_being_smaller(self):
        training, sizes, seen = trainer(batch=5), [], []
        while training.position.epoch == 0:
            sizes.append(len(training.rows()))
            seen.extend(training.rows())
            training.step()
        assert sizes == [5, 5, 2]
        assert sorted(seen) == list(range(12))
        assert training.position == Position(1, 0, 3)

    @pytest.mark.parametrize(("batch", "sizes"), [(1, [1] * 12), (4, [4, 4, 4]), (12, [12])])
    def test_mini_batches_of_any_size(self, batch, sizes):
        training, seen = trainer(batch=batch), []
        while training.position.epoch == 0:
            seen.append(len(training.rows()))
            training.step()
        assert seen == sizes


class TestCourse:
    def test_is_decided_by_the_seed(self):
        first, again, other = (steps(trainer(seed=s), 20).parameters.theta for s in (1, 1, 2))
        np.testing.assert_array_equal(first, again)
        assert (first != other).any()

    @given(before=st.integers(0, 14), after=st.integers(0, 8), batch=st.integers(1, 12))
    def test_going_on_from_a_position_is_as_if_it_had_never_paused(self, before, after, batch):
        whole = steps(trainer(batch), before + after)
        first = steps(trainer(batch), before)
        second = steps(trainer(batch, start=first.parameters, position=first.position), after)
        np.testing.assert_array_equal(second.parameters.theta, whole.parameters.theta)
        assert second.position == whole.position

    def test_another_batch_size_in_the_middle_of_an_epoch_goes_on_with_the_rest_of_it(self):
        whole = steps(trainer(batch=5), 1)
        whole.settings = replace(whole.settings, batch=3)
        first = steps(trainer(batch=5), 1)
        second = trainer(batch=3, start=first.parameters, position=first.position)
        seen = []
        while second.position.epoch == 0:
            seen.append(second.rows())
            whole.step()
            second.step()
        np.testing.assert_array_equal(second.parameters.theta, whole.parameters.theta)
        assert [len(rows) for rows in seen] == [3, 3, 1]
        np.testing.assert_array_equal(np.concatenate(seen), shuffled(12, 0, 0)[5:])
        assert second.position == Position(1, 0, 4)

    def test_the_rate_may_change_between_any_two_updates(self):
        slow, fast = steps(trainer(rate=0.1), 3), steps(trainer(rate=2.0), 3)
        changed = steps(trainer(rate=0.1), 3)
        changed.rate = 2.0
        steps(changed, 1)
        late = steps(trainer(rate=2.0, start=slow.parameters, position=slow.position), 1)
        np.testing.assert_array_equal(changed.parameters.theta, late.parameters.theta)
        assert (changed.parameters.theta != steps(fast, 1).parameters.theta).any()

    def test_the_callers_numbers_stay_as_they_are(self):
        start, data = initialize(SPEC), tiny_dataset()
        start.theta.flags.writeable = False
        before, content = start.theta.copy(), data.content_hash
        steps(trainer(start=start, data=data), 10)
        np.testing.assert_array_equal(start.theta, before)
        assert replace(data).content_hash == content  # a copy computes it anew

    def test_position_as_a_number_of_epochs(self):
        training = steps(trainer(batch=5), 4)
        assert training.position == Position(1, 5, 4)
        assert training.epochs == pytest.approx(1 + 5 / 12)


class TestMeasuring:
    def test_after_each_epoch(self):
        training = trainer(batch=5, epochs=3)
        measured = list(training.train())
        assert [m.updates for m in measured] == [3, 6, 9]
        assert [m.epochs for m in measured] == [1, 2, 3]
        assert all(m.finite and m.samples_per_second > 0 for m in measured)
        assert [m.seconds for m in measured] == sorted(m.seconds for m in measured)
        assert measured[-1].train_cost < measured[0].train_cost

    def test_goes_on_to_the_end_of_an_epoch_that_was_begun(self):
        training = trainer(batch=5, epochs=2, position=Position(4, 5, 13))
        assert [m.epochs for m in training.train()] == [5, 6]

    def test_accuracy_counts_what_is_guessed_right(self):
        training = steps(trainer(rate=3), 300)
        measured = training.measure()
        assert measured.train_accuracy == 1
        assert 0 <= measured.test_accuracy <= 1

    def test_values_have_no_accuracy(self):
        data = tiny_dataset(classes=False, n_outputs=2)
        spec = NetworkSpec.build(4, (5,), 2, "tanh", "identity")
        measured = steps(trainer(data=data, start=initialize(spec), rate=0.01), 5).measure()
        assert measured.train_accuracy is measured.test_accuracy is None

    def test_a_mean_does_not_depend_on_the_order(self):
        training = trainer()
        first = training.measure()
        assert first.samples_per_second == 0
        assert training.measure()[:6] == first[:6]

    def test_is_given_up_when_asked(self):
        assert trainer().measure(lambda: True) is None

    def test_divergence_is_told(self):
        spec = NetworkSpec.build(4, (5,), 3, "identity", "identity")
        training = trainer(rate=1e9, start=initialize(spec))
        assert not list(training.train())[-1].finite

    @pytest.mark.parametrize(
        ("train", "test", "finite"), [(1, 1, True), (np.inf, 1, False), (1, np.nan, False)]
    )
    def test_finite(self, train, test, finite):
        assert Metrics(1, 1, train, test, None, None, 1, 1).finite is finite


def test_learns_to_read(digits):
    start = initialize(NetworkSpec.build(784, (16, 16), 10))
    measured = list(Trainer(start, digits, TrainSettings(epochs=15)).train())
    assert measured[-1].test_accuracy > 0.9
    assert measured[-1].train_cost < measured[0].train_cost / 2
