import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec, Parameters, initialize
from nnviz.training.course import Course
from nnviz.training.moment import after_update
from nnviz.training.timeline import Change, Edit, ExampleRef, Origin, State, Timeline
from nnviz.training.trainer import Metrics, Position, Trainer, TrainSettings

DATA = tiny_dataset()
SPEC = NetworkSpec.build(4, (), 3)


def state(value):
    return State(Parameters(SPEC, np.full(15, value, np.float32)), Position(updates=value), DATA)


def run(*updates):
    return Change("run", metrics=tuple(Metrics(n, n, 1, 1, None, None, 0, 0) for n in updates))


@pytest.fixture
def timeline():
    return Timeline(state(0), Origin("scaled", 7))


def value(timeline):
    return int(timeline.present.state.parameters.theta[0])


def measured(timeline):
    return [m.updates for m in timeline.metrics()]


def test_begins_with_nothing_to_take_back(timeline):
    assert (timeline.undoable, timeline.redoable, measured(timeline)) == (None, None, [])
    timeline.undo()
    timeline.redo()
    assert value(timeline) == 0
    assert timeline.beginning().change == Change("start", origin=Origin("scaled", 7))


def test_undo_and_redo_move_through_the_states(timeline):
    update = Change("update", example=ExampleRef("train", 3), rate=0.5)
    timeline.push(update, state(1))
    timeline.push(run(2), state(2))
    assert (value(timeline), timeline.undoable, timeline.redoable) == (2, run(2), None)
    timeline.undo()
    assert (value(timeline), timeline.undoable, timeline.redoable) == (1, update, run(2))
    timeline.undo()
    assert (value(timeline), timeline.undoable, timeline.redoable) == (0, None, update)
    timeline.redo()
    timeline.redo()
    timeline.redo()
    assert value(timeline) == 2


def test_what_is_guarded_is_not_undoable_but_can_be_visited(timeline):
    timeline.push(run(1), state(1))
    timeline.guard()
    assert (timeline.undoable, timeline.last) == (None, run(1))
    timeline.push(run(2), state(2))
    assert timeline.undoable == run(2)
    timeline.undo()
    timeline.undo()
    assert (value(timeline), timeline.undoable, timeline.redoable) == (0, None, run(1))
    timeline.redo()
    assert timeline.undoable is None
    assert timeline.copied().undoable == run(1)


def test_going_on_from_the_past_forks_and_redo_follows_the_new_branch(timeline):
    timeline.push(run(1), state(1))
    timeline.undo()
    timeline.push(run(5), state(5))
    timeline.undo()
    assert timeline.redoable == run(5)
    timeline.redo()
    assert (value(timeline), timeline.redoable) == (5, None)


def test_curves_lead_from_the_beginning_to_the_present(timeline):
    timeline.push(run(0, 1), state(1))
    timeline.push(Change("update", example=ExampleRef("train", 0), rate=1), state(2))
    timeline.push(run(3, 4), state(4))
    assert measured(timeline) == [0, 1, 3, 4]
    timeline.undo()
    assert measured(timeline) == [0, 1]


def test_a_new_network_begins_curves_anew_and_undo_brings_the_old_ones_back(timeline):
    timeline.push(run(0, 1), state(1))
    timeline.push(Change("start", origin=Origin("he", 1)), state(0))
    assert measured(timeline) == []
    assert timeline.beginning().change.origin == Origin("he", 1)
    timeline.push(run(9), state(9))
    assert measured(timeline) == [9]
    timeline.undo()
    timeline.undo()
    assert measured(timeline) == [0, 1]
    assert timeline.beginning().change.origin == Origin("scaled", 7)


def test_states_cannot_be_changed(timeline):
    timeline.push(run(1), state(1))
    for _ in range(2):
        with pytest.raises(ValueError, match="read-only"):
            timeline.present.state.parameters.theta[0] = 8
        timeline.undo()


def test_a_moment_can_be_looked_at_however_long_the_history_is(timeline):
    for n in range(sys.getrecursionlimit() + 100):
        timeline.push(run(n), state(n))
    assert len(repr(timeline.present)) < 10_000


@given(st.lists(st.sampled_from(["push", "undo", "redo"]), max_size=30))
def test_is_a_stack_of_undos_and_redos(calls):
    timeline, past, future = Timeline(state(0), Origin("scaled", 0)), [0], []
    for n, call in enumerate(calls, 1):
        if call == "push":
            timeline.push(run(n), state(n))
            past.append(n)
            future.clear()
        elif call == "undo":
            timeline.undo()
            if len(past) > 1:
                future.append(past.pop())
        else:
            timeline.redo()
            if future:
                past.append(future.pop())
        assert value(timeline) == past[-1]
        assert (timeline.undoable is None, timeline.redoable is None) == (len(past) == 1, not future)


# Traveling, forks and memory


@pytest.fixture(scope="module")
def trained():
    """Twelve real updates of a small network, every state of them, and the course that brings them back."""
    spec = NetworkSpec.build(4, (5,), 3)
    settings = TrainSettings(rate=0.5, batch=5, seed=3)
    beginning = State(initialize(spec, "scaled", 3), Position(), DATA)
    trainer, course = beginning.trainer(settings), Course(beginning, settings)
    states = [beginning]
    for _ in range(12):
        trainer.step()
        states.append(State.of(trainer))
    return states, course


@pytest.fixture
def traveler(trained):
    """A training of 12 updates, measured after 3, 6, 9 and 12, and an edit after it."""
    states, course = trained
    timeline = Timeline(states[0], Origin("scaled", 3))
    timeline.push(replace(run(0, 3, 6, 9, 12), course=course), states[12])
    edited = states[12].parameters.theta.copy()
    edited[0] += 1
    timeline.push(EDIT, states[12]._replace(parameters=Parameters(states[0].parameters.spec, edited)))
    return timeline


EDIT = Change("edit", edit=Edit("parameter", location=Location("w", 1, 0, 0)))


def theta(timeline):
    return timeline.present.state.parameters.theta.tobytes()


def test_any_step_comes_back_and_the_way_stays_whole(traveler, trained):
    states, _ = trained
    assert (traveler.place, traveler.length) == (13, 13)
    end = theta(traveler)
    for place in (5, 12, 0, 11, 3, 13, 7):
        traveler.visit(place)
        assert (traveler.place, traveler.length) == (place, 13)
        assert theta(traveler) == (end if place == 13 else states[place].parameters.theta.tobytes())
        assert measured(traveler) == [n for n in (0, 3, 6, 9, 12) if n <= place and place]
        assert [place for place, _ in traveler.changes()] == [0, 12, 13]


@pytest.mark.parametrize("place", [-1, 14])
def test_there_is_nothing_beyond_either_end(traveler, place):
    before = traveler.present
    with pytest.raises(ValueError, match=f"13 steps, not {place}"):
        traveler.visit(place)
    assert traveler.present is before


def test_from_within_a_training_undo_leads_to_its_start_and_redo_to_its_end(traveler, trained):
    states, _ = trained
    traveler.visit(5)
    assert traveler.undoable.kind == traveler.redoable.kind == "run"
    traveler.redo()
    assert theta(traveler) == states[12].parameters.theta.tobytes()
    traveler.visit(5)
    traveler.undo()
    assert theta(traveler) == states[0].parameters.theta.tobytes()
    traveler.redo()
    assert (traveler.place, traveler.length) == (5, 13)


def test_going_on_from_within_a_training_forks_and_the_rest_is_a_ghost(traveler, trained):
    states, _ = trained
    traveler.visit(5)
    assert traveler.ghosts() == ()
    traveler.push(run(5, 6), states[6])
    assert (traveler.place, traveler.length) == (6, 6)
    assert [[m.updates for m in ghost] for ghost in traveler.ghosts()] == [[6, 9, 12]]
    assert measured(traveler) == [0, 3, 5, 6]
    traveler.visit(4)
    assert theta(traveler) == states[4].parameters.theta.tobytes()
    assert traveler.ghosts() == ()
    traveler.visit(6)
    assert len(traveler.ghosts()) == 1


def test_a_long_history_keeps_to_its_budget_and_every_state_comes_back():
    spec = NetworkSpec.build(4, (8,), 3)
    first = State(initialize(spec, "scaled", 1), Position(), DATA)
    timeline = Timeline(first, Origin("scaled", 1), budget=20 * first.nbytes)
    states = [first]
    for n in range(200):
        if n % 3:
            theta = states[-1].parameters.theta.copy()
            theta[n % len(theta)] = -0.0 if n % 2 else n
            change, after = EDIT, states[-1]._replace(parameters=Parameters(spec, theta))
        else:
            change = Change("update", example=ExampleRef("train", n % 12), rate=0.5)
            after = after_update(states[-1], change.example, change.rate)
        timeline.push(change, after)
        states.append(after)
    assert timeline.nbytes <= timeline.budget
    for expected in reversed(states):
        assert timeline.present.state.parameters.theta.tobytes() == expected.parameters.theta.tobytes()
        timeline.undo()
        assert timeline.nbytes <= timeline.budget
    for expected in states:
        assert timeline.present.state.parameters.theta.tobytes() == expected.parameters.theta.tobytes()
        timeline.redo()


def test_over_the_budget_a_training_keeps_fewer_of_its_moments(trained):
    states, _ = trained
    course = Course(states[0], TrainSettings(rate=0.5, batch=5, seed=3))
    for state in states[1:]:
        course.keep(state)
    timeline = Timeline(states[0], Origin("scaled", 3), budget=9 * states[0].nbytes)
    timeline.push(replace(run(0, 12), course=course), states[12])
    assert timeline.nbytes <= timeline.budget
    assert course.keyframes == (0, 2, 4, 6, 8, 10, 12)
    timeline.visit(7)
    assert theta(timeline) == states[7].parameters.theta.tobytes()


@pytest.mark.parametrize("name", ["tiny", "digits"])
def test_the_update_of_the_score_is_the_trainers_bit_by_bit(name, digits):
    data = digits if name == "digits" else DATA
    spec = NetworkSpec.build(data.n_inputs, (8,), data.n_outputs)
    trainer = Trainer(initialize(spec, "scaled", 1), data, TrainSettings(rate=0.5, batch=1))
    for _ in range(5):
        before, (row,) = State.of(trainer), trainer.rows()
        trainer.step()
        after = after_update(before, ExampleRef("train", int(row)), 0.5)
        assert after.parameters.theta.tobytes() == trainer.parameters.theta.tobytes()
