"""A session that is saved and taken up again; networks and data that come from elsewhere."""

from dataclasses import replace

import numpy as np
import pytest
from samples import random_parameters, tiny_dataset

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.errors import SettingsError
from nnviz.files import load_state, save_state
from nnviz.session import EVERYTHING, Neuron, Session, View
from nnviz.training.trainer import Position, TrainSettings


@pytest.fixture
def session(tiny_session):
    tiny_session.set_pace(None)
    tiny_session.set_settings(TrainSettings(rate=0.5, batch=5, epochs=1000))
    return tiny_session


@pytest.fixture
def other(qapp):
    """A session in which something else is open."""
    session = Session(tiny_dataset(n_inputs=2, n_outputs=2), seed=3)
    session.jump(session.plan.update)
    yield session
    session.close()


def seen(session):
    """Return what is on the screen."""
    trace = session.trace
    return (
        session.spec,
        session.parameters.theta.tolist(),
        trace.parameters.theta.tolist(),
        trace.cost,
        session.cursor,
        session.example,
        session.selection,
        session.settings,
        session.updates,
        session.epochs,
        session.run_state,
        session.view,
        session.off,
        session.painted,
        session.input.tolist(),
        [m.updates for m in session.metrics],
    )


def trained(session):
    for _ in range(3):
        session.train_batch()
    session.pause()


def paused(session):
    session.start()
    session.pause()


def at_update(session):
    trained(session)
    session.go_to_example("test", 2)
    session.jump(session.plan.update)


def chosen(session):
    session.select(Location("w", 2, 3, 4))
    session.set_view(View(gamma=0.5))


def neuron_chosen(session):
    session.select(Neuron(1, 15))
    session.jump(3)


def edited(session):
    session.switch(Neuron(1, 3), on=False)
    session.paint_input({0: 0.25, 2: 1.0})


def edited_and_updated(session):
    edited(session)
    session.jump(session.plan.update)


STATES = (trained, paused, at_update, chosen, neuron_chosen, edited, edited_and_updated)


class TestSavedAndRestored:
    @pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
    def test_everything_on_the_screen_is_the_same(self, session, other, state):
        state(session)
        heard = []
        other.changed.connect(heard.append)
        other.restore(session.saved(), session.dataset)
        assert seen(other) == seen(session)
        assert heard == [EVERYTHING]

    def test_line_up_exam_and_lengths_of_gradients_come_back_from_a_file(
        self, qtbot, session, other, tmp_path
    ):
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state == "idle")
        session.race.line_up("rates")
        session.race.add(())
        session.race.set_epochs(3)
        session.race.set_pace(None)
        session.exam.sitting.set_seed(4)
        session.exam.sitting.set_stops(True)
        save_state(tmp_path / "a.nnviz", session.saved())
        other.restore(load_state(tmp_path / "a.nnviz"), session.dataset)
        race = other.race
        assert (race.preset.name, race.lanes) == ("rates", session.race.lanes)
        assert (race.epochs, race.pace, race.state) == (3, None, "idle")
        assert (other.exam.sitting.seed, other.exam.sitting.stops) == (4, True)
        norms = [row.gradient_norms for row in session.metrics]
        assert norms
        assert [row.gradient_norms for row in other.metrics] == norms

    def test_what_an_older_file_does_not_say_stays_as_it_is(self, session, other):
        other.race.line_up("seeds")
        other.exam.sitting.set_seed(9)
        other.restore(replace(session.saved(), race=None, exam=None), session.dataset)
        assert (other.race.preset.name, other.exam.sitting.seed) == ("seeds", 9)

    def test_a_training_goes_on_as_if_nothing_had_been(self, session, other):
        trained(session)
        other.restore(session.saved(), session.dataset)
        other.set_pace(None)
        for training in (session, other):
            for _ in range(5):
                training.train_batch()
            training.pause()
        np.testing.assert_array_equal(other.parameters.theta, session.parameters.theta)

    def test_the_last_update_can_be_taken_back(self, session, other):
        at_update(session)
        other.restore(session.saved(), session.dataset)
        for back in (session, other):
            back.step_back()
        assert seen(other) == seen(session)

    def test_starting_over_leads_to_the_first_numbers(self, session, other):
        begin = session.parameters
        trained(session)
        other.restore(session.saved(), session.dataset)
        other.reset()
        np.testing.assert_array_equal(other.parameters.theta, begin.theta)

    def test_saving_does_not_disturb_a_training(self, qtbot, session, other):
        session.start()
        qtbot.waitUntil(lambda: session.updates > 50)
        saved = session.saved()
        assert session.run_state == "running"
        assert saved.goal == 1000
        # What has been measured since the last news belongs to a later moment.
        assert all(m.updates <= saved.position.updates for m in saved.metrics)
        other.restore(saved, session.dataset)
        assert (other.run_state, other.updates) == ("paused", saved.position.updates)
        other.set_pace(None)
        other.resume()
        qtbot.waitUntil(lambda: other.run_state == "idle", timeout=20_000)
        assert other.epochs == 1000

    def test_what_runs_or_plays_ends(self, session, other):
        saved = session.saved()
        other.step_forward()
        other.play()
        other.restore(saved, session.dataset)
        assert not other.playing
        other.set_pace(1.0)
        other.start()
        other.restore(saved, session.dataset)
        assert other.run_state == "idle"

    def test_data_that_do_not_fit_are_refused_and_nothing_changes(self, session, other):
        before, saved = seen(other), session.saved()
        with pytest.raises(SettingsError, match="does not fit"):
            other.restore(saved, other.dataset)
        session.go_to_example("train", 11)
        with pytest.raises(SettingsError, match="the data have no example 11"):
            other.restore(session.saved(), tiny_dataset(n=6))
        assert seen(other) == before

    def test_fewer_data_than_it_was_saved_with_begin_the_next_epoch(self, session, other):
        trained(session)  # 3 × 5 of 12 examples: 3 updates
        saved = replace(session.saved(), position=Position(2, 10, 8))
        other.restore(saved, tiny_dataset(n=4))
        assert (other.epochs, other.updates, other.settings.batch) == (3, 8, 4)
        other.train_batch()
        other.pause()
        assert other.updates == 9


class TestFromElsewhere:
    def test_numbers_of_ones_own(self, session):
        spec = NetworkSpec.build(4, (2,), 3, "relu", "identity")
        mine = random_parameters(spec)
        before = session.parameters
        session.open_network(mine)
        np.testing.assert_array_equal(session.parameters.theta, mine.theta.astype(np.float32))
        assert session.origin is None
        mine.theta[:] = 0  # still the caller's
        assert session.parameters.theta.any()
        trained(session)
        session.reset()
        np.testing.assert_array_equal(session.parameters.theta, random_parameters(spec).theta.astype("f4"))
        for _ in range(3 + 2):
            session.undo()
        assert session.parameters is before

    def test_numbers_that_do_not_fit_are_refused(self, session):
        spec = NetworkSpec.build(4, (2,), 2)
        with pytest.raises(SettingsError, match="does not fit"):
            session.open_network(Parameters(spec, np.zeros(spec.parameter_count)))
        assert session.undoable is None

    def test_other_data_of_the_same_shape_keep_the_network(self, session):
        data, begin = tiny_dataset(seed=9), session.parameters
        session.use_data(data)
        assert session.dataset is data
        np.testing.assert_array_equal(session.parameters.theta, begin.theta)
        assert session.origin == ("scaled", 0)

    def test_a_trained_network_on_other_data_was_not_drawn(self, session, other):
        trained(session)
        after = session.parameters.theta.copy()
        data = tiny_dataset(seed=9)
        session.use_data(data)
        np.testing.assert_array_equal(session.parameters.theta, after)
        assert (session.origin, session.updates, session.metrics) == (None, 0, ())
        other.restore(session.saved(), data)
        np.testing.assert_array_equal(other.parameters.theta, after)
        assert other.origin is None

    def test_other_data_of_another_shape_get_a_network_with_the_same_hidden_layers(self, session):
        session.new_network(NetworkSpec.build(4, (5, 6), 3, "relu", "softmax", "cross_entropy"), "he", 7)
        session.use_data(tiny_dataset(n_inputs=2, n_outputs=4))
        assert session.spec.sizes == (2, 5, 6, 4)
        assert session.spec.activations == ("relu", "relu", "softmax")
        assert session.origin == ("he", 7)


def test_an_update_keeps_its_rate_and_a_network_from_a_file_its_first_numbers(session, tmp_path):
    drawn = session.parameters
    session.open_network(drawn)  # as from a file: nobody knows how it was drawn
    session.set_rate(0.5)
    session.jump(session.plan.update)
    session.set_rate(0.01)
    save_state(tmp_path / "a.nnviz", session.saved())
    change = session.change.theta.copy()
    session.next_example()
    session.restore(load_state(tmp_path / "a.nnviz"), session.dataset)
    assert session.moment.change.rate == 0.5
    assert np.array_equal(session.change.theta, change)
    session.reset()
    assert np.array_equal(session.parameters.theta, drawn.theta)
