"""Races: every lane is the trainer alone, all stay level, and one that runs away leaves the others be."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import tiny_dataset
from threadpoolctl import threadpool_limits

from nnviz.core.network import NetworkSpec, initialize
from nnviz.errors import DataError, NnvizError, SettingsError
from nnviz.training import race as race_module
from nnviz.training.lanes import Start, Variation, check, lane
from nnviz.training.race import SHARE, Race
from nnviz.training.race_presets import FEW, PRESETS, preset
from nnviz.training.trainer import Trainer, TrainSettings

SPEC = NetworkSpec.build(4, (6, 5), 3)
TINY = tiny_dataset(n=60, n_test=20)


def start(**changes):
    return Start.drawn(SPEC, TINY, TrainSettings(rate=0.5, batch=7, epochs=4, **changes), seed=3)


def varied(*variations):
    return tuple((Variation(*variation),) for variation in variations)


EVERYTHING = (
    (),
    *varied(("rate", 0.1), ("batch", 1), ("batch", 0), ("activation", "relu"), ("init", "he")),
    *varied(("seed", 9), ("data", "random"), ("data", "noise"), ("optimizer", "adam")),
)


def run(race, stopped=lambda: False):
    while race.turn(stopped):
        pass
    return race


def alone(lane_, epochs):
    """Train one lane by itself, with the trainer everybody else uses."""
    trainer = Trainer(lane_.parameters, lane_.dataset, replace(lane_.settings, epochs=epochs))
    return trainer, list(trainer.train())


class TestALane:
    @pytest.mark.parametrize("slice_", [0.0, 0.02, 10.0])
    def test_is_the_trainer_alone_bit_for_bit(self, slice_, monkeypatch):
        monkeypatch.setattr(race_module, "TURN_SECONDS", slice_)
        raced = run(Race(start(), EVERYTHING, 4))
        for runner, news in zip(raced.runners, raced.news(), strict=True):
            trainer, measured = alone(runner.lane, 4)
            np.testing.assert_array_equal(news.parameters.theta, trainer.parameters.theta)
            assert news.position == trainer.position
            ends = [m for m in news.metrics if m.epochs in (1, 2, 3, 4)]
            assert [m[:6] for m in ends] == [m[:6] for m in measured]

    def test_goes_on_exactly_after_every_interruption(self):
        raced, calls = Race(start(dropout=0.2, optimizer="momentum"), EVERYTHING[:3], 3), iter(range(10**6))
        run(raced, lambda: next(calls) % 3 == 0)  # every third question is answered with a stop
        for runner in raced.runners:
            trainer, _ = alone(runner.lane, 3)
            np.testing.assert_array_equal(runner.trainer.parameters.theta, trainer.parameters.theta)

    def test_is_measured_at_the_beginning_at_every_epoch_and_at_round_counts(self):
        (news,) = run(Race(start(), varied(("batch", 1)), 2)).news()
        assert [m.updates for m in news.metrics] == [0, 1, 2, 5, 10, 20, 50, 60, 100, 120]
        assert [m.epochs for m in news.metrics][-1] == 2

    def test_is_not_measured_more_than_trained(self, tiny_dataset):
        data = tiny_dataset(n=3000, n_test=1000)
        begin = Start.drawn(SPEC, data, TrainSettings(batch=10))
        (news,) = run(Race(begin, ((),), 2)).news()
        assert [m.updates for m in news.metrics] == [0, 200, 300, 500, 600]

    def test_counts_its_own_seconds_alone(self):
        news = run(Race(start(), EVERYTHING, 3)).news()
        for one in news:
            times = [m.seconds for m in one.metrics]
            assert times == sorted(times)
            assert 0 < times[-1] == one.seconds < 1

    def test_ends_early_where_the_settings_say_so(self):
        raced = run(Race(start(target_accuracy=0.01), varied(("rate", 0.1)), 50))
        assert raced.news()[0].end == "target"
        assert raced.news()[0].epochs == 1

    def test_can_start_from_numbers_that_are_there(self):
        parameters = initialize(SPEC, "normal", 8)
        begin = Start(parameters, "normal", 8, TINY, TrainSettings(batch=5))
        made = lane(begin, (Variation("activation", "tanh"),))
        np.testing.assert_array_equal(made.parameters.theta, parameters.theta)
        assert made.parameters.spec.activations == ("tanh", "tanh", "sigmoid")


class TestTurns:
    @settings(max_examples=15)
    @given(
        st.lists(st.sampled_from(EVERYTHING), min_size=2, max_size=6),
        st.sampled_from([0.0, 0.001, 10.0]),
    )
    def test_keep_all_lanes_level(self, lanes, slice_):
        raced = Race(start(), lanes, 2)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(race_module, "TURN_SECONDS", slice_)
            while raced.turn():
                if len(raced.runners) < len(lanes):
                    continue
                running = [r for r in raced.runners if r.end is None]
                step = max(r.trainer.settings.batch / len(r.lane.dataset.train) for r in running)
                ahead = max(r.epochs for r in running) - min(r.epochs for r in running)
                # One mini-batch may carry a lane beyond its share; or is longer than it.
                assert ahead <= SHARE + step + 1e-9

    def test_want_between_one_and_ten_lanes(self):
        for lanes in ((), EVERYTHING + varied(("rate", 2.0))):
            with pytest.raises(ValueError, match="1 to 10 lanes"):
                Race(start(), lanes, 1)


class TestALaneThatRunsAway:
    @pytest.fixture
    def raced(self):
        spec = NetworkSpec.build(4, (6, 5), 3, "relu", "identity")
        begin = Start.drawn(spec, TINY, TrainSettings(rate=0.05, batch=5), "he", 1)
        return run(Race(begin, varied(("rate", 0.05), ("rate", 1e4), ("rate", 0.02)), 3))

    def test_is_stopped_at_its_last_good_state_and_says_at_which_update(self, raced):
        gone = raced.news()[1]
        assert gone.end == "diverged"
        assert gone.parameters.finite
        assert gone.last.finite
        # Made again by itself: the update it names is the first whose numbers are none.
        trainer = Trainer(raced.runners[1].lane.parameters, TINY, raced.runners[1].lane.settings)
        with np.errstate(all="ignore"):
            while trainer.parameters.finite:
                trainer.step()
        assert gone.diverged_at == trainer.position.updates
        assert gone.position.updates < gone.diverged_at

    def test_leaves_the_others_be(self, raced):
        for index in (0, 2):
            trainer, _ = alone(raced.runners[index].lane, 3)
            news = raced.news()[index]
            assert news.end == "epochs"
            np.testing.assert_array_equal(news.parameters.theta, trainer.parameters.theta)


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        ("variation", "words"),
        [
            (("activation", "softmax"), "choose one of"),
            (("init", "clever"), "choose one of"),
            (("class", 7), "class 7"),
            (("data", "false"), "choose one of"),
            (("batch", -1), "whole number"),
            (("weather", 1), "cannot be changed"),
        ],
    )
    def test_is_refused_with_a_sentence(self, variation, words):
        with pytest.raises(NnvizError, match=words):
            check(start(), Variation(*variation))

    def test_data_without_classes(self):
        values = tiny_dataset(classes=False)
        begin = Start.drawn(NetworkSpec.build(4, (5,), 3), values, TrainSettings())
        for variation in (("data", "random"), ("class", 0)):
            with pytest.raises(DataError):
                check(begin, Variation(*variation))

    def test_a_preset_nobody_knows(self):
        with pytest.raises(SettingsError, match="choose one of"):
            preset("horses", start())


@pytest.fixture(scope="module")
def races(digits):
    """Every preset on the handwriting that comes with the program, raced once and briefly."""
    begin = Start.drawn(NetworkSpec.build(784, (16, 16), 10), digits, TrainSettings(), seed=0)
    results = {}
    for name in PRESETS:
        chosen = preset(name, begin)
        limited = begin.limited(min(chosen.examples or FEW, 800))
        with threadpool_limits(1, "blas"):
            results[name] = run(Race(limited, chosen.lanes, 15 if name == "memorizing" else 4))
    return results


class TestEachPreset:
    def test_changes_one_thing(self, races):
        for name, raced in races.items():
            whats = {tuple(v.what for v in variations) for variations in raced.variations if variations}
            assert len(whats) == 1, name

    def test_comes_to_its_end_in_every_lane(self, races):
        for raced in races.values():
            assert 1 < len(raced.variations) <= 10
            assert all(news.end == "epochs" for news in raced.news())

    def test_one_start_is_one_start(self, races):
        for name in ("activations", "rates", "batches", "memorizing", "class", "optimizers"):
            thetas = [runner.lane.parameters.theta for runner in races[name].runners]
            assert all((theta == thetas[0]).all() for theta in thetas), name

    def test_true_labels_are_learned_sooner_than_random_ones(self, races):
        true, random, noise = races["memorizing"].news()
        assert true.last.train_cost < noise.last.train_cost < random.last.train_cost
        assert true.last.test_accuracy > 0.6
        assert 0.02 < random.last.test_accuracy < 0.2

    def test_one_class_alone_is_perfect_in_training_and_a_guess_in_the_test(self, races):
        for news in races["class"].news()[1:]:
            assert news.last.train_accuracy == 1
            assert 0.05 < news.last.test_accuracy < 0.15

    def test_zeros_learn_nothing_and_too_wide_learns_slower(self, races):
        cost = dict(zip(("scaled", "normal", "he", "glorot", "zeros"), races["inits"].news(), strict=True))
        assert cost["zeros"].last.test_accuracy < 0.2
        assert cost["scaled"].last.train_cost < cost["normal"].last.train_cost

    def test_a_full_gradient_takes_one_update_for_an_epoch(self, races):
        one, ten, hundred, full = races["batches"].news()
        assert [news.position.updates for news in (one, ten, hundred, full)] == [3200, 320, 32, 4]
        assert ten.last.train_cost < full.last.train_cost

    def test_ten_starts_end_in_ten_places(self, races):
        assert len({news.last.train_cost for news in races["seeds"].news()}) == 10

    def test_a_rate_in_the_middle_is_best(self, races):
        costs = [news.last.train_cost for news in races["rates"].news()]
        assert min(costs) < min(costs[0], costs[-1])
        assert costs.index(min(costs)) not in (0, len(costs) - 1)
