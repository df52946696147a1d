import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, Parameters
from nnviz.training.timeline import Change, ExampleRef, Origin, State, Timeline
from nnviz.training.trainer import Metrics, Position

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
    for n in range(3000):
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
