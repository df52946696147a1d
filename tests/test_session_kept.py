"""The whole Session put away, and brought back exactly."""

from dataclasses import replace

import numpy as np
import pytest
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec
from nnviz.errors import SettingsError
from nnviz.session import EVERYTHING, Changed, ExampleRef, Neuron, View
from nnviz.session.kept import Kept
from nnviz.wording import NOTATIONS, current_notation, use_notation


@pytest.fixture
def session(tiny_session):
    """A session in which much is not as at the beginning."""
    session = tiny_session
    session.set_settings(replace(session.settings, batch=3, rate=0.5))
    session.set_pace(7.0)
    session.train_batch()
    session.pause()
    session.jump(session.plan.update)
    session.undo()
    session.switch(Neuron(1, 2), False)
    session.go_to_example("test", 3)
    session.jump(4)
    session.select(Location("w", 2, 1, 0))
    session.set_view(View(2.0, "wish", "matrix", "train", "exam", "surface"))
    session.examples.choose([ExampleRef("test", 1), ExampleRef("train", 4)])
    session.examples.add_row(Location("b", 1, 3))
    session.batch.jump(2)
    session.race.line_up("seeds")
    session.race.set_epochs(4)
    session.exam.sitting.set_speed(8.0)
    session.landscape.want(kind="random", seed=3)
    return session


def picture_of(session):
    """All that can be asked of it, in a form that can be compared."""
    return (
        *(session.moment, session.cursor, session.example, session.selection, session.view),
        *(session.settings, session.pace, session.run_state, session.place, session.length),
        *(session.undoable, session.redoable, session.off, session.origin, session.metrics, session.ghosts),
        *(session.examples.refs, session.examples.own, session.examples.rows, session.batch.cursor),
        *(
            session.race.preset,
            session.race.lanes,
            session.race.epochs,
            session.race.pace,
            session.race.state,
        ),
        *(session.exam.sitting.speed, session.exam.sitting.tally, current_notation()),
        *(session.landscape.wanted, session.landscape.landmarks.others()),
    )


def turn_upside_down(session):
    """Do what a lesson may do."""
    session.bring_back(Kept.fresh(tiny_dataset(n=20, n_inputs=6)))
    session.new_network(NetworkSpec.build(6, (3,), 3, "tanh"), "glorot", 4)
    session.set_settings(replace(session.settings, rate=0.1, batch=1))
    session.set_pace(None)
    session.train_epoch()
    session.pause()
    session.jump(session.plan.update)
    session.examples.choose([ExampleRef("train", 0)])
    session.race.line_up("rates")
    session.exam.sitting.set_speed(0.5)
    session.landscape.want(kind="path")
    use_notation(NOTATIONS[1])


@pytest.fixture(autouse=True)
def own_notation():
    yield
    use_notation(NOTATIONS[0])


def test_all_is_as_it_was(session):
    before, kept = picture_of(session), session.keep()
    turn_upside_down(session)
    assert picture_of(session) != before
    session.bring_back(kept)
    assert picture_of(session) == before
    session.undo()
    session.redo()
    assert picture_of(session)[0] is before[0]


def test_it_is_said_once(session):
    kept = session.keep()
    turn_upside_down(session)
    heard = []
    session.changed.connect(heard.append)
    session.bring_back(kept)
    assert [what for what in heard if what & EVERYTHING == EVERYTHING] == [EVERYTHING]


def test_a_training_that_runs_is_paused_and_can_go_on(qtbot, tiny_session):
    session = tiny_session
    session.set_settings(replace(session.settings, batch=3))
    session.set_pace(200.0)
    session.start()
    qtbot.waitUntil(lambda: session.updates > 2)
    kept = session.keep()
    assert session.run_state == "paused"
    reached = session.updates
    turn_upside_down(session)
    session.bring_back(kept)
    assert (session.run_state, session.updates) == ("paused", reached)
    session.set_pace(None)
    session.resume()
    qtbot.waitUntil(lambda: session.run_state == "idle")
    assert session.epochs == 30


def test_a_copy_brings_the_same_back_twice(session):
    kept = session.keep().copied()
    theta, place = session.parameters.theta.copy(), session.place
    for _ in range(2):
        session.bring_back(kept.copied())
        assert np.array_equal(session.parameters.theta, theta)
        assert (session.place, session.cursor) == (place, 4)
        session.jump(session.plan.update)  # goes on from there
        session.set_parameter(Location("b", 1, 0), 3.0)
    session.bring_back(kept.copied())
    session.undo()  # its past came along
    assert not session.off


def test_a_fresh_one_is_a_program_s_beginning(session, tiny_dataset):
    data = tiny_dataset(n=4)
    session.bring_back(Kept.fresh(data))
    assert session.dataset is data
    assert str(session.spec) == "4-16-16-3"
    assert (session.view, session.selection, session.cursor) == (View(), None, session.plan.cost)
    assert (session.settings.rate, session.settings.batch, session.pace) == (1.0, 4, 1000.0)
    assert (session.updates, session.undoable, session.redoable) == (0, None, None)
    assert session.race.state == "idle"


def test_what_is_done_at_once_is_said_once(tiny_session):
    heard = []
    tiny_session.changed.connect(heard.append)
    with tiny_session.at_once():
        tiny_session.select(Neuron(1, 0))
        with tiny_session.at_once():
            tiny_session.jump(0)
        tiny_session.set_view(View(picture="matrix"))
        assert heard == []
    assert heard == [Changed.SELECTION | Changed.CURSOR | Changed.VIEW]
    with tiny_session.at_once():
        pass
    assert len(heard) == 1
    tiny_session.jump(1)
    assert heard[1:] == [Changed.CURSOR]


def test_what_fails_within_is_said_too(tiny_session):
    heard = []
    tiny_session.changed.connect(heard.append)

    def fail():
        with tiny_session.at_once():
            tiny_session.jump(0)
            tiny_session.set_rate(-1.0)

    with pytest.raises(SettingsError):
        fail()
    assert heard == [Changed.CURSOR]
