"""The network, the example, the score, the selection and the history; trainings are in the next file."""

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec, initialize
from nnviz.core.steps import Phase
from nnviz.data.digits import load_digits8
from nnviz.errors import DataError, SettingsError, SpecError
from nnviz.session import EVERYTHING, PLAY_MS, Changed, Neuron, Session
from nnviz.training.timeline import ExampleRef, Origin
from nnviz.training.trainer import single_update


@pytest.fixture
def heard(tiny_session):
    """What the session said, in order."""
    news = []
    tiny_session.changed.connect(news.append)
    return news


@pytest.fixture
def complaints(tiny_session):
    """The sentences the user got to read."""
    sentences = []
    tiny_session.failed.connect(sentences.append)
    return sentences


def theta(session):
    return session.parameters.theta.copy()


def to_update(session):
    """Step through the whole plan; the last step applies the update."""
    while not session.updated:
        session.step_forward()


def tick(session):
    """Let the score play one phase on, without waiting for it."""
    (player,) = [t for t in session.findChildren(QTimer) if t.interval() == PLAY_MS]
    assert player.isActive() is session.playing
    if player.isActive():
        player.timeout.emit()


class TestNetwork:
    def test_the_default_is_that_of_the_mission(self, session):
        assert str(session.spec) == "784-16-16-10"
        assert session.spec.activations == ("sigmoid",) * 3
        assert session.parameters.theta.shape == (13_002,)
        assert session.parameters.theta.dtype == np.float32
        assert session.origin == Origin("scaled", 0)

    def test_begins_with_the_whole_forward_pass_of_the_first_example(self, session):
        assert session.example == ExampleRef("train", 0)
        assert session.phase == Phase("cost", 3)
        assert (session.run_state, session.updates, session.epochs, session.metrics) == ("idle", 0, 0, ())
        assert session.undoable is session.redoable is session.selection is None

    def test_the_parameters_cannot_be_changed_in_passing(self, session):
        with pytest.raises(ValueError, match="read-only"):
            session.parameters.theta[0] = 1

    def test_a_new_one_takes_the_place_of_the_old_one(self, tiny_session, heard):
        spec = NetworkSpec.build(4, (7,), 3, "relu", "softmax", "cross_entropy")
        tiny_session.new_network(spec, "he", 5)
        assert tiny_session.spec is spec
        assert tiny_session.origin == Origin("he", 5)
        assert len(tiny_session.plan) == 12
        np.testing.assert_array_equal(theta(tiny_session), initialize(spec, "he", 5).theta)
        assert heard == [EVERYTHING]

    def test_undo_brings_the_old_one_back_with_its_data(self, tiny_session):
        before, data = tiny_session.parameters, tiny_session.dataset
        tiny_session.new_network(NetworkSpec.build(64, (), 10), "zeros", 0, load_digits8())
        assert tiny_session.dataset.name == "digits8"
        tiny_session.undo()
        assert tiny_session.parameters is before
        assert tiny_session.dataset is data
        assert tiny_session.trace.spec is tiny_session.spec
        tiny_session.redo()
        assert (tiny_session.dataset.name, str(tiny_session.spec)) == ("digits8", "64-10")

    def test_starting_over_brings_the_very_same_numbers_back(self, tiny_session):
        tiny_session.new_network(tiny_session.spec, "normal", 9)
        begin = theta(tiny_session)
        to_update(tiny_session)
        tiny_session.reset()
        np.testing.assert_array_equal(theta(tiny_session), begin)
        assert tiny_session.origin == Origin("normal", 9)
        tiny_session.undo()
        assert (theta(tiny_session) != begin).any()

    @pytest.mark.parametrize(
        ("spec", "scheme", "seed", "error"),
        [
            (NetworkSpec.build(5, (), 3), "he", 0, SettingsError),
            (NetworkSpec.build(4, (), 2), "he", 0, SettingsError),
            (NetworkSpec.build(4, (), 3), "she", 0, SpecError),
            (NetworkSpec.build(4, (), 3), "he", -1, SpecError),
        ],
    )
    def test_one_that_cannot_be_is_refused_and_nothing_changes(
        self, tiny_session, heard, spec, scheme, seed, error
    ):
        before = tiny_session.parameters
        with pytest.raises(error):
            tiny_session.new_network(spec, scheme, seed)
        assert tiny_session.parameters is before
        assert heard == []
        assert tiny_session.undoable is None

    def test_data_that_do_not_fit_are_refused(self, qapp, tiny_session):
        with pytest.raises(SettingsError, match=r"4 inputs and 3 outputs; a 4-16-16-2 network does not fit"):
            tiny_session.new_network(NetworkSpec.build(4, (16, 16), 2), "he", 0)
        with pytest.raises(SettingsError, match="does not fit"):
            Session(tiny_dataset(), NetworkSpec.build(5, (), 3))


class TestExample:
    def test_goes_round_at_both_ends(self, tiny_session):
        tiny_session.previous_example()
        assert tiny_session.example == ExampleRef("train", 11)
        tiny_session.next_example()
        assert tiny_session.example == ExampleRef("train", 0)
        tiny_session.show_split("test")
        tiny_session.previous_example()
        assert tiny_session.example == ExampleRef("test", 4)

    def test_is_the_one_that_is_traced(self, tiny_session, heard):
        tiny_session.go_to_example("test", 3)
        x, y = tiny_session.dataset.test.example(3)
        np.testing.assert_array_equal(tiny_session.trace.x, x)
        np.testing.assert_array_equal(tiny_session.trace.y, y)
        assert tiny_session.label == 0
        assert tiny_session.guess == tiny_session.trace.a[3].argmax()
        assert heard == [Changed.EXAMPLE | Changed.CURSOR]

    def test_random_shows_another_one_every_time(self, tiny_session):
        seen = set()
        for _ in range(200):
            before = tiny_session.example
            tiny_session.random_example()
            assert tiny_session.example != before
            assert tiny_session.example.split == "train"
            seen.add(tiny_session.example.index)
        assert seen == set(range(12))

    def test_random_of_a_single_one_is_that_one(self, qapp):
        session = Session(tiny_dataset(n=1, n_outputs=1, classes=False))
        session.random_example()
        assert session.example.index == 0
        assert session.label is session.guess is None

    def test_there_is_no_third_split(self, tiny_session, heard):
        with pytest.raises(DataError, match="none called 'exam'"):
            tiny_session.go_to_example("exam", 0)
        assert tiny_session.example == ExampleRef("train", 0)
        assert heard == []

    def test_another_one_takes_the_backward_pass_out_of_view(self, tiny_session):
        to_update(tiny_session)
        after = theta(tiny_session)
        tiny_session.next_example()
        assert tiny_session.phase.kind == "cost"
        np.testing.assert_array_equal(theta(tiny_session), after)
        tiny_session.jump(1)
        tiny_session.next_example()
        assert tiny_session.cursor == 1


class TestScore:
    def test_forward_through_the_whole_plan(self, tiny_session):
        tiny_session.jump(0)
        begin, seen = theta(tiny_session), [tiny_session.phase]
        while not tiny_session.updated:
            np.testing.assert_array_equal(theta(tiny_session), begin)
            tiny_session.step_forward()
            seen.append(tiny_session.phase)
        assert tuple(seen) == tiny_session.plan.phases

    def test_what_the_cursor_has_reached_is_shown(self, tiny_session):
        tiny_session.jump(2)
        shown = [phase for phase in tiny_session.plan.phases if tiny_session.shows(phase)]
        assert shown == [Phase("input", 0), Phase("weighted_sum", 1), Phase("activation", 1)]

    def test_the_update_is_the_trainers_own(self, tiny_session):
        tiny_session.set_rate(0.75)
        before, (x, y) = tiny_session.parameters, tiny_session.split.example(0)
        to_update(tiny_session)
        after = single_update(before, x, y, tiny_session.settings.rate)
        np.testing.assert_array_equal(theta(tiny_session), after.theta)
        change = tiny_session.undoable
        assert (change.kind, change.example, change.rate) == ("update", ExampleRef("train", 0), 0.75)
        assert (tiny_session.updates, tiny_session.epochs) == (0, 0)  # no mini-batch of a training

    def test_at_the_update_the_trace_that_led_to_it_is_in_view(self, tiny_session):
        before = tiny_session.trace
        to_update(tiny_session)
        assert tiny_session.trace is before
        assert tiny_session.trace.parameters.theta.tolist() != theta(tiny_session).tolist()
        tiny_session.step_forward()
        np.testing.assert_array_equal(tiny_session.trace.parameters.theta, theta(tiny_session))
        assert tiny_session.cursor == 0

    def test_back_takes_the_update_exactly_back(self, tiny_session):
        begin = tiny_session.parameters
        to_update(tiny_session)
        tiny_session.step_back()
        assert tiny_session.parameters is begin
        assert tiny_session.cursor == tiny_session.plan.update - 1
        for cursor in range(tiny_session.plan.update - 2, -1, -1):
            tiny_session.step_back()
            assert tiny_session.cursor == cursor
        tiny_session.step_back()
        assert tiny_session.cursor == 0

    def test_back_and_forth_over_several_updates(self, tiny_session):
        states = [theta(tiny_session)]
        for _ in range(3):
            to_update(tiny_session)
            states.append(theta(tiny_session))
            tiny_session.step_forward()
        walk = []
        for _ in range(4 * len(tiny_session.plan)):
            walk.append(
                (tiny_session.cursor, tiny_session.trace.parameters.theta.astype(np.float32).tolist())
            )
            tiny_session.step_back()
        np.testing.assert_array_equal(theta(tiny_session), states[0])
        # From the input of the fourth trace into the third one's update, and so on to the very first input.
        assert [cursor for cursor, _ in walk[:3]] == [
            0,
            tiny_session.plan.update,
            tiny_session.plan.update - 1,
        ]
        assert walk[0][1] == states[3].tolist()
        assert walk[1][1] == walk[2][1] == states[2].tolist()
        for state in states[1:]:
            to_update(tiny_session)
            np.testing.assert_array_equal(theta(tiny_session), state)
            tiny_session.step_forward()

    def test_back_from_the_input_stops_where_something_else_came_before(self, tiny_session):
        to_update(tiny_session)
        tiny_session.next_example()  # the update was another example's
        tiny_session.jump(0)
        tiny_session.step_back()
        assert tiny_session.cursor == 0

    def test_jump_to_and_from_the_update(self, tiny_session):
        begin = tiny_session.parameters
        tiny_session.jump(tiny_session.plan.update)
        assert tiny_session.updated
        after = theta(tiny_session)
        tiny_session.jump(tiny_session.plan.update)  # already there
        np.testing.assert_array_equal(theta(tiny_session), after)
        tiny_session.jump(2)
        assert tiny_session.cursor == 2
        assert tiny_session.parameters is begin

    @pytest.mark.parametrize("position", [-1, 100])
    def test_there_is_nothing_beyond_the_plan(self, tiny_session, heard, position):
        tiny_session.jump(position)
        assert tiny_session.phase.kind == "cost"
        assert heard == []

    def test_moving_says_what_moved(self, tiny_session, heard):
        tiny_session.jump(0)
        tiny_session.step_forward()
        tiny_session.jump(tiny_session.plan.update)
        tiny_session.step_back()
        update = Changed.PARAMETERS | Changed.CURSOR | Changed.HISTORY | Changed.METRICS
        assert heard == [Changed.CURSOR, Changed.CURSOR, update, EVERYTHING]

    def test_an_update_too_large_for_numbers_is_not_made(self, qapp):
        session, complaints = Session(tiny_dataset(), NetworkSpec.build(4, (3,), 3, "relu", "identity")), []
        session.failed.connect(complaints.append)
        begin, position = session.parameters, session.cursor
        session.set_rate(1e300)
        session.jump(session.plan.update)
        assert session.parameters is begin
        assert session.cursor == position
        assert session.undoable is None
        assert len(complaints) == 1
        assert "Try a smaller learning rate." in complaints[0]
        session.set_rate(0.1)
        to_update(session)
        assert session.parameters.finite
        session.close()


class TestPlaying:
    def test_goes_phase_by_phase_up_to_the_update(self, tiny_session):
        tiny_session.jump(0)
        tiny_session.play()
        for cursor in range(1, len(tiny_session.plan)):
            assert tiny_session.playing
            tick(tiny_session)
            assert tiny_session.cursor == cursor
        assert tiny_session.updated
        assert not tiny_session.playing

    def test_after_an_update_begins_again(self, tiny_session):
        to_update(tiny_session)
        tiny_session.play()
        assert (tiny_session.playing, tiny_session.cursor) == (True, 0)

    def test_stops_when_asked_again(self, tiny_session, heard):
        tiny_session.play()
        tiny_session.play()
        assert not tiny_session.playing
        assert heard == [Changed.CURSOR, Changed.CURSOR]

    @pytest.mark.parametrize(
        "call",
        [
            lambda session: session.jump(session.plan.update),
            lambda session: session.reset(),
            lambda session: session.undo(),
            lambda session: session.train_batch(),
            lambda session: session.close(),
        ],
        ids=["update", "reset", "undo", "train", "close"],
    )
    def test_stops_when_the_network_changes(self, tiny_session, call):
        to_update(tiny_session)
        tiny_session.play()
        call(tiny_session)
        assert not tiny_session.playing

    def test_stops_at_an_update_that_cannot_be_made(self, tiny_session, complaints):
        tiny_session.new_network(NetworkSpec.build(4, (3,), 3, "relu", "identity"), "normal", 0)
        tiny_session.set_rate(1e300)
        tiny_session.jump(tiny_session.plan.update - 1)
        tiny_session.play()
        tick(tiny_session)
        assert not tiny_session.playing
        assert not tiny_session.updated
        assert len(complaints) == 1


class TestSelection:
    def test_is_what_was_chosen(self, tiny_session, heard):
        tiny_session.select(Neuron(1, 3))
        tiny_session.select(Neuron(1, 3))
        assert tiny_session.selection == Neuron(1, 3)
        tiny_session.select(None)
        assert tiny_session.selection is None
        assert heard == [Changed.SELECTION] * 2

    @pytest.mark.parametrize(
        "chosen", [Neuron(0, 3), Neuron(1, 2), Neuron(2, 1), Location("w", 1, 2, 3), Location("b", 2, 1)]
    )
    def test_stays_where_the_next_network_has_it_too(self, tiny_session, chosen):
        tiny_session.select(chosen)
        tiny_session.new_network(NetworkSpec.build(4, (5,), 3), "he", 0)
        assert tiny_session.selection == chosen

    @pytest.mark.parametrize(
        "chosen",
        [Neuron(3, 0), Neuron(1, 5), Location("w", 2, 0, 5), Location("b", 1, 15), Location("w", 3, 0, 0)],
    )
    def test_goes_with_what_it_was(self, tiny_session, chosen):
        tiny_session.select(chosen)
        tiny_session.new_network(NetworkSpec.build(4, (5,), 3), "he", 0)
        assert tiny_session.selection is None

    def test_stays_over_an_update_and_back(self, tiny_session):
        tiny_session.select(Location("w", 1, 2, 3))
        to_update(tiny_session)
        tiny_session.step_back()
        assert tiny_session.selection == Location("w", 1, 2, 3)


class TestHistory:
    def test_undo_and_redo_of_updates_bring_their_examples_back(self, tiny_session):
        states, places = [tiny_session.parameters], []
        for split, index in (("train", 2), ("test", 1), ("train", 7)):
            tiny_session.go_to_example(split, index)
            to_update(tiny_session)
            states.append(tiny_session.parameters)
            places.append(ExampleRef(split, index))
        tiny_session.go_to_example("test", 4)
        for n in (2, 1, 0):
            tiny_session.undo()
            assert tiny_session.parameters is states[n]
            assert tiny_session.example == places[n]
            assert tiny_session.cursor == tiny_session.plan.update - 1
        for n in (0, 1, 2):
            tiny_session.redo()
            assert tiny_session.parameters is states[n + 1]
            assert tiny_session.example == places[n]
            assert tiny_session.updated
            np.testing.assert_array_equal(tiny_session.trace.parameters.theta, states[n].theta)

    def test_going_on_from_the_past_forgets_what_came_after(self, tiny_session):
        to_update(tiny_session)
        tiny_session.undo()
        tiny_session.set_rate(0.01)
        tiny_session.step_forward()
        assert tiny_session.redoable is None
        assert tiny_session.undoable.rate == 0.01

    def test_nothing_to_undo_or_redo_is_no_change(self, tiny_session, heard):
        tiny_session.undo()
        tiny_session.redo()
        assert heard == []

    def test_an_example_beyond_the_other_set_comes_round(self, tiny_session):
        tiny_session.new_network(NetworkSpec.build(64, (), 10), "he", 0, load_digits8())
        tiny_session.go_to_example("train", 1000)
        tiny_session.undo()
        assert tiny_session.example == ExampleRef("train", 1000 % 12)
        assert tiny_session.trace.x.shape == (4,)

    def test_a_cursor_beyond_the_other_plan_comes_back(self, tiny_session):
        tiny_session.jump(tiny_session.plan.update - 1)
        tiny_session.new_network(NetworkSpec.build(4, (), 3), "he", 0)
        assert tiny_session.phase == Phase("cost", 1)
        tiny_session.undo()
        assert tiny_session.phase == Phase("cost", 3)  # what was seen up to its outputs still is


class TestSettings:
    @pytest.mark.parametrize("rate", [0, -1, float("nan"), float("inf")])
    def test_a_rate_that_makes_no_sense_is_refused(self, tiny_session, heard, rate):
        with pytest.raises(SettingsError, match="learning rate must be a number above 0"):
            tiny_session.set_rate(rate)
        assert (tiny_session.settings.rate, heard) == (1.0, [])

    @pytest.mark.parametrize("pace", [0, -1, float("nan")])
    def test_a_pace_that_makes_no_sense_is_refused(self, tiny_session, heard, pace):
        with pytest.raises(SettingsError, match="pace must be a number above 0"):
            tiny_session.set_pace(pace)
        assert (tiny_session.pace, heard) == (1000.0, [])

    def test_changes_are_told(self, tiny_session, heard):
        tiny_session.set_rate(0.5)
        tiny_session.set_pace(None)
        assert (tiny_session.settings.rate, tiny_session.pace) == (0.5, None)
        assert heard == [Changed.TRAINING] * 2
