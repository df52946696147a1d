"""The Session's race: lined up, run, interrupted, changed, closed at any moment."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication, QThread
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, initialize
from nnviz.session import Changed, Session
from nnviz.training.lanes import Variation, lane
from nnviz.training.race_presets import PRESETS
from nnviz.training.trainer import Trainer

RATES = tuple((Variation("rate", rate),) for rate in (0.1, 0.5, 2.0))


@pytest.fixture
def session(tiny_session):
    tiny_session.set_settings(replace(tiny_session.settings, batch=5))
    tiny_session.race.set_pace(None)
    return tiny_session


@pytest.fixture
def race(session):
    return session.race


@pytest.fixture
def complaints(session):
    sentences = []
    session.failed.connect(sentences.append)
    return sentences


def line_up(race, lanes):
    for variations in lanes:
        race.add(variations)
    while race.lanes != tuple(lanes):
        race.remove(0)


def finish(qtbot, race):
    race.start()
    qtbot.waitUntil(lambda: race.state == "over", timeout=10_000)


class TestTheLineUp:
    def test_begins_with_the_first_preset(self, race):
        assert race.preset.name == PRESETS[0]
        assert race.lanes == race.preset.lanes
        assert race.state == "idle"

    @pytest.mark.parametrize("name", PRESETS)
    def test_takes_every_preset(self, race, complaints, name):
        race.line_up(name)
        assert race.preset.name == name
        assert not complaints

    def test_grows_and_shrinks_by_hand(self, race):
        race.add((Variation("rate", 0.25),))
        assert race.lanes[-1] == (Variation("rate", 0.25),)
        race.remove(0)
        assert len(race.lanes) == 2

    def test_keeps_its_last_lane(self, race):
        for _ in range(5):
            race.remove(0)
        assert len(race.lanes) == 1

    def test_has_room_for_ten(self, race, complaints):
        race.line_up("seeds")
        race.add(())
        assert len(race.lanes) == 10
        assert "at most 10" in complaints[0]

    @pytest.mark.parametrize(
        ("variations", "words"),
        [((Variation("rate", -1.0),), "above 0"), ((Variation("class", 9),), "class 9")],
    )
    def test_refuses_in_words_what_cannot_be(self, race, complaints, variations, words):
        before = race.lanes
        race.add(variations)
        assert words in complaints[0]
        assert race.lanes == before

    def test_has_no_lane_twice(self, race, complaints):
        race.add(race.lanes[0])
        assert "already" in complaints[0]

    def test_refuses_a_preset_the_data_do_not_allow(self, qapp):
        session = Session(tiny_dataset(classes=False))
        heard = []
        session.failed.connect(heard.append)
        for name in ("memorizing", "class"):
            session.race.line_up(name)
        assert len(heard) == 2
        assert session.race.preset.name == PRESETS[0]
        session.close()


class TestARace:
    def test_runs_to_its_end_and_tells(self, qtbot, session, race):
        heard = []
        session.changed.connect(heard.append)
        line_up(race, RATES)
        race.set_epochs(5)
        finish(qtbot, race)
        assert [news.epochs for news in race.news] == [5, 5, 5]
        told = [what for what in heard if what != Changed.STANDING]  # that is measured beside it
        assert told[-1] == Changed.RACE

    def test_equals_the_normal_training(self, qtbot, session, race):
        line_up(race, (*RATES, ()))
        race.set_epochs(3)
        finish(qtbot, race)
        session.set_settings(replace(session.settings, epochs=3))
        session.start()
        qtbot.waitUntil(lambda: session.run_state == "idle", timeout=5000)
        np.testing.assert_array_equal(race.news[-1].parameters.theta, session.parameters.theta)

    def test_can_begin_with_the_present_numbers(self, qtbot, session, race):
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state == "idle", timeout=5000)
        now = session.parameters.theta
        line_up(race, RATES[:1])
        race.set_from_first(False)
        race.set_epochs(1)
        finish(qtbot, race)
        runner_start = race._race.runners[0].lane.parameters.theta
        np.testing.assert_array_equal(runner_start, now)

    def test_waits_and_goes_on_to_the_same_numbers(self, qtbot, race):
        line_up(race, RATES)
        race.set_epochs(200)
        race.set_pace(20.0)
        race.start()
        qtbot.waitUntil(lambda: bool(race.news) and race.news[0].epochs > 1, timeout=5000)
        race.pause()
        assert race.state == "paused"
        race.set_epochs(7)  # of the next one
        race.set_pace(None)
        race.resume()
        qtbot.waitUntil(lambda: race.state == "over", timeout=20_000)
        assert [news.epochs for news in race.news] == [200] * 3
        made = lane(race._race.start, RATES[1])
        trainer = Trainer(made.parameters, made.dataset, replace(made.settings, epochs=200))
        for _ in trainer.train():
            pass
        np.testing.assert_array_equal(race.news[1].parameters.theta, trainer.parameters.theta)

    def test_keeps_to_a_pace(self, qtbot, race):
        line_up(race, RATES[:1])
        race.set_epochs(1000)
        race.set_pace(1.0)
        race.start()
        qtbot.waitUntil(lambda: bool(race.news) and race.news[0].position.updates > 0, timeout=5000)
        assert race.news[0].epochs < 5
        race.set_pace(None)
        qtbot.waitUntil(lambda: race.news[0].epochs > 50, timeout=10_000)
        race.stop()
        assert race.state == "idle"
        assert race.news == ()

    def test_and_a_training_exclude_one_another(self, qtbot, session, race):
        session.set_pace(1.0)
        session.start()
        race.set_epochs(100_000)
        race.start()
        assert (session.run_state, race.state) == ("paused", "running")
        session.resume()
        assert (session.run_state, race.state) == ("running", "paused")
        session.stop()

    def test_gives_its_network_away_and_undo_takes_it_back(self, qtbot, session, race):
        before = session.parameters.theta.copy()
        line_up(race, RATES)
        race.set_epochs(2)
        finish(qtbot, race)
        race.take_over(1)
        np.testing.assert_array_equal(session.parameters.theta, race.news[1].parameters.theta)
        session.undo()  # its training
        session.undo()
        np.testing.assert_array_equal(session.parameters.theta, before)
        race.take_over(99)  # no such lane: nothing happens
        np.testing.assert_array_equal(session.parameters.theta, before)

    def test_a_lane_is_taken_over_with_its_training_and_goes_on_as_it_would_have(self, qtbot, session, race):
        lanes = ((Variation("rate", 0.3),), (Variation("optimizer", "adam"), Variation("rate", 0.01)))
        line_up(race, lanes)
        race.set_epochs(4)
        finish(qtbot, race)
        race.take_over(1)
        assert session.metrics == race.news[1].metrics
        assert (session.epochs, session.updates) == (4, race.news[1].position.updates)
        assert (session.settings.optimizer, session.settings.rate) == ("adam", 0.01)
        assert session.origin == ("scaled", 0)
        end = session.place
        session.visit(3)
        began = initialize(session.spec, "scaled", 0)
        alone = Trainer(began, session.dataset, race._race.runners[1].lane.settings)
        for _ in range(3):
            alone.step()
        np.testing.assert_array_equal(session.parameters.theta, alone.parameters.theta)
        session.visit(end)
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state == "idle", timeout=5000)
        while alone.position.epoch < 5:
            alone.step()
        np.testing.assert_array_equal(session.parameters.theta, alone.parameters.theta)

    def test_of_a_lane_on_other_data_only_the_network_is_taken_over(self, qtbot, session, race):
        before, data = session.parameters, session.dataset
        line_up(race, ((Variation("data", "random"),),))
        race.set_epochs(2)
        finish(qtbot, race)
        race.take_over(0)
        np.testing.assert_array_equal(session.parameters.theta, race.news[0].parameters.theta)
        assert (session.dataset, session.metrics, session.updates) == (data, (), 0)
        session.undo()
        assert session.parameters is before

    def test_a_network_that_no_longer_fits_is_refused(self, qtbot, session, race, complaints):
        line_up(race, RATES[:1])
        race.set_epochs(1)
        finish(qtbot, race)
        session.use_data(tiny_dataset(n_inputs=6))
        race.take_over(0)
        assert "does not fit" in complaints[0]

    def test_tells_of_an_error_and_leaves_the_session_usable(self, qtbot, race, complaints, monkeypatch):
        def fail(self):
            raise RuntimeError("out of chalk")

        race.set_epochs(5)
        with monkeypatch.context() as patch:
            patch.setattr(Trainer, "step", fail)
            race.start()
            qtbot.waitUntil(lambda: race.state == "idle", timeout=5000)
        assert "out of chalk" in complaints[0]
        finish(qtbot, race)

    def test_stops_in_the_middle_of_a_large_mini_batch(self, qtbot, qapp):
        session = Session(tiny_dataset(n=60_000, n_inputs=200), NetworkSpec.build(200, (100, 100), 3, "relu"))
        line_up(session.race, ((Variation("batch", 0),),))
        session.race.set_epochs(1000)
        session.race.start()
        qtbot.waitUntil(lambda: bool(session.race.news), timeout=10_000)
        session.close()
        assert session.race.state == "paused"


class Moments(RuleBasedStateMachine):
    """Whatever is pressed, and whenever: no thread is left, and what is said holds together."""

    def __init__(self):
        super().__init__()
        self.session = Session(tiny_dataset(n=30))
        self.race = self.session.race
        self.race.set_pace(None)
        self.race.set_epochs(50)

    @rule(name=st.sampled_from(("start", "pause", "resume", "stop")))
    def race_button(self, name):
        getattr(self.race, name)()

    @rule(name=st.sampled_from(("start", "pause", "resume", "stop", "train_batch", "undo")))
    def training_button(self, name):
        getattr(self.session, name)()

    @rule(name=st.sampled_from(PRESETS))
    def line_up(self, name):
        self.race.line_up(name)
        self.race.set_epochs(50)

    @rule(pace=st.sampled_from((1.0, 20.0, None)))
    def pace(self, pace):
        self.race.set_pace(pace)

    @rule(ms=st.integers(0, 8))
    def let_time_pass(self, ms):
        QThread.msleep(ms)
        QCoreApplication.processEvents()

    @rule(index=st.integers(0, 3))
    def take_over(self, index):
        self.race.take_over(index)

    @invariant()
    def only_one_runs(self):
        assert not (self.race.state == "running" and self.session.run_state == "running")
        assert len(self.race.news) <= len(self.race.lanes)
        assert all(news.parameters.finite for news in self.race.news)

    def teardown(self):
        self.session.close()
        assert self.race.state != "running"
        assert not [thread for thread in self.session.race.findChildren(QThread) if thread.isRunning()]
        self.session.deleteLater()


def test_at_any_moment(qapp):
    run_state_machine_as_test(
        Moments,
        settings=settings(max_examples=12, stateful_step_count=15, suppress_health_check=list(HealthCheck)),
    )
