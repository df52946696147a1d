from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import tiny_dataset
from threadpoolctl import threadpool_limits

from nnviz.core.network import NetworkSpec, initialize
from nnviz.training.course import Course
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.state import State
from nnviz.training.trainer import Position, Trainer, TrainSettings

DATA = tiny_dataset()
SPEC = NetworkSpec.build(4, (5,), 3)
BEGINNING = State(initialize(SPEC, "scaled", 3), Position(), DATA)
SETTINGS = TrainSettings(rate=0.5, batch=5, epochs=4, seed=3, optimizer="adam", dropout=0.3)


def trained(n, keep=(), rates=None):
    """Train n updates; return the course, with keyframes after `keep` updates, and all states on the way."""
    course, trainer = Course(BEGINNING, SETTINGS), BEGINNING.trainer(SETTINGS)
    states = [BEGINNING]
    for updates in range(n):
        if rates and updates in rates:
            settings = replace(SETTINGS, rate=rates[updates], schedule="exponential", l2=0.001)
            trainer.adjust(settings)
            course.adjust(updates, settings)
        trainer.step()
        states.append(State.of(trainer))
        if updates + 1 in keep:
            course.keep(states[-1])
    return course, states


def same(a, b):
    arrays = [(s.parameters.theta, *s.optimizer.moments) for s in (a, b)]
    equal = all(x.tobytes() == y.tobytes() for x, y in zip(*arrays, strict=True))
    return equal and a.position == b.position and a.optimizer.steps == b.optimizer.steps


@given(
    keep=st.sets(st.integers(1, 12)),
    rates=st.dictionaries(st.integers(0, 11), st.floats(0.01, 3), max_size=3),
    wanted=st.integers(0, 12),
)
def test_every_update_comes_back_bit_for_bit(keep, rates, wanted):
    course, states = trained(12, sorted(keep), rates)
    assert same(course.state_at(wanted), states[wanted])
    assert course.keyframes == (0, *sorted(keep))


def test_a_replay_begins_at_the_nearest_keyframe(monkeypatch):
    course, states = trained(9, (3, 7))
    begun = []
    monkeypatch.setattr(State, "trainer", lambda state, settings: begun.append(state) or 1 / 0)
    for wanted, keyframe in ((2, 0), (5, 3), (6, 3), (8, 7)):
        with pytest.raises(ZeroDivisionError):
            course.state_at(wanted)
        assert same(begun.pop(), states[keyframe])
    assert course.state_at(7) is course.state_at(7)
    assert course.farthest() == 4


def test_thinning_keeps_every_second_keyframe_and_every_moment():
    course, states = trained(12, (2, 4, 6, 8, 10))
    whole = course.nbytes
    assert whole == 5 * states[2].nbytes + BEGINNING.nbytes
    assert course.thin()
    assert course.keyframes == (0, 4, 8)
    assert course.nbytes == 2 * states[2].nbytes + BEGINNING.nbytes
    assert all(same(course.state_at(n), state) for n, state in enumerate(states))
    assert course.thin()
    assert course.thin()
    assert not course.thin()
    assert course.keyframes == (0,)
    assert same(course.state_at(12), states[12])


def test_keyframes_are_due_by_time_spent_computing(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("nnviz.training.course.time.thread_time", lambda: now[0])
    course = Course(BEGINNING, SETTINGS)
    assert not course.due
    now[0] = 0.016
    assert course.due
    course.keep(BEGINNING)
    assert not course.due
    course.thin()
    now[0] = 0.04
    assert not course.due
    now[0] = 0.05
    assert course.due


def test_nothing_comes_back_from_before_the_beginning():
    course, states = trained(6)
    later = Course(states[4], SETTINGS)
    with pytest.raises(ValueError, match="begins at update 4, not 3"):
        later.state_at(3)
    assert same(later.state_at(6), states[6])
    assert np.array_equal(course.state_at(6).parameters.theta, states[6].parameters.theta)


def test_a_course_keeps_to_its_budget_while_it_grows():
    _, states = trained(12)
    course = Course(BEGINNING, SETTINGS, budget=6 * states[1].nbytes)
    for state in states[1:]:
        course.keep(state)
        assert course.nbytes <= 6 * states[1].nbytes
    assert all(same(course.state_at(n), state) for n, state in enumerate(states))


def test_going_through_it_once_gives_the_same_states():
    data, settings = DATA, TrainSettings(rate=0.5, batch=5)
    trainer = Trainer(initialize(SPEC), data, settings)
    course, thetas = Course(State.of(trainer), settings), {0: trainer.parameters.theta.tobytes()}
    for n in range(1, 31):
        if n == 12:
            changed = replace(settings, rate=0.1, batch=2)
            trainer.adjust(changed)
            course.adjust(n - 1, changed)
        if n == 20:
            course.keep(State.of(trainer))
        trainer.step()
        thetas[n] = trainer.parameters.theta.tobytes()
    moments = [0, 3, 3, 11, 12, 19, 25, 30]
    states = list(course.through(moments))
    assert [state.position.updates for state in states] == moments
    for state in states:
        assert state.parameters.theta.tobytes() == thetas[state.position.updates]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch", [1, 10, 64, 1500])  # the last, the whole set, is computed in chunks
@pytest.mark.parametrize("plain", [True, False])
def test_every_kind_of_training_comes_back_bit_for_bit(digits, optimizer, batch, plain):
    settings = TrainSettings(rate=0.01, batch=batch, epochs=3, seed=5, optimizer=optimizer)
    settings = replace(settings, target_accuracy=0.99, patience=1)
    if not plain:
        settings = replace(settings, schedule="cosine", l1=1e-4, l2=1e-3, dropout=0.25)
    start = State(initialize(NetworkSpec.build(784, (16, 16), 10)), Position(), digits, frozenset({(1, 3)}))
    course, trainer = Course(start, settings), start.trainer(settings)
    thetas = [trainer.parameters.theta.tobytes()]
    with threadpool_limits(1, "blas"):  # as the worker has it: on two threads sums have other last bits
        for n in range(1, 8):
            trainer.step()
            thetas.append(trainer.parameters.theta.tobytes())
            if n in (2, 5):
                trainer.measure()  # goes through the same buffers, and must leave nothing behind in them
            if n == 4:
                course.keep(State.of(trainer))
    assert [course.state_at(n).parameters.theta.tobytes() for n in range(8)] == thetas
