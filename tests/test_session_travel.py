"""Traveling in time: every update of a training comes back, and going on from there forks."""

import pytest

from nnviz.core.network import Location
from nnviz.session import Changed
from nnviz.training.trainer import TrainSettings

SETTINGS = TrainSettings(rate=0.5, batch=4, epochs=5)  # of 12 examples: three updates an epoch


def train(qtbot, session, settings=SETTINGS):
    session.set_settings(settings)
    session.set_pace(None)
    session.start()
    qtbot.waitUntil(lambda: session.run_state == "idle", timeout=10_000)


def theta(session):
    return session.parameters.theta.tobytes()


@pytest.fixture
def one_by_one(qtbot, tiny_session):
    """θ after each of 15 updates made by hand, one mini-batch after the other; and back to the beginning."""
    tiny_session.set_settings(SETTINGS)
    states = [theta(tiny_session)]
    for n in range(1, 16):
        tiny_session.train_batch()
        qtbot.waitUntil(lambda n=n: tiny_session.run_state == "idle" and tiny_session.updates == n)
        states.append(theta(tiny_session))
    for _ in range(15):
        tiny_session.undo()
    return states


def test_every_update_of_a_training_comes_back_bit_for_bit(qtbot, tiny_session, one_by_one):
    session = tiny_session
    train(qtbot, session)
    assert (session.place, session.length) == (15, 15)
    assert session.epoch_places == ((3, 1), (6, 2), (9, 3), (12, 4), (15, 5))
    for place in (7, 3, 14, 0, 15, 1):
        session.visit(place)
        assert (session.place, session.length, session.updates) == (place, 15, place)
        assert theta(session) == one_by_one[place]
        assert session.epochs == pytest.approx(place / 3)


def test_curves_end_where_one_stands(qtbot, tiny_session):
    train(qtbot, tiny_session)
    tiny_session.visit(7)
    assert max(m.updates for m in tiny_session.metrics) <= 7
    tiny_session.visit(15)
    assert tiny_session.metrics[-1].updates == 15


def test_steps_go_back_from_anywhere_and_forward_again(qtbot, tiny_session, one_by_one):
    train(qtbot, tiny_session)
    for place in (14, 13, 12):
        tiny_session.visit_earlier()
        assert theta(tiny_session) == one_by_one[place]
    tiny_session.visit_later()
    assert theta(tiny_session) == one_by_one[13]
    tiny_session.visit(99)
    tiny_session.visit_later()
    assert theta(tiny_session) == one_by_one[15]
    tiny_session.visit(-5)
    tiny_session.visit_earlier()
    assert theta(tiny_session) == one_by_one[0]


def test_training_on_from_the_past_forks_and_the_old_course_is_a_ghost(qtbot, tiny_session):
    session = tiny_session
    train(qtbot, session)
    session.visit(6)
    train(qtbot, session, TrainSettings(rate=2.0, batch=4, epochs=2))
    assert (session.place, session.length) == (12, 12)
    assert {m.updates for m in session.ghosts[0]} >= {9, 12, 15}
    session.undo()
    assert session.place == 6
    session.undo()
    assert session.place == 0
    assert session.ghosts == ()


def test_a_training_forked_with_the_same_settings_takes_the_same_course(qtbot, tiny_session, one_by_one):
    train(qtbot, tiny_session)
    tiny_session.visit(6)
    train(qtbot, tiny_session, TrainSettings(rate=0.5, batch=4, epochs=3))
    assert theta(tiny_session) == one_by_one[15]


def test_an_edit_in_the_past_forks_too(qtbot, tiny_session, one_by_one):
    train(qtbot, tiny_session)
    tiny_session.visit(6)
    tiny_session.set_parameter(Location("b", 1, 0), 1.0)
    assert (tiny_session.place, tiny_session.length) == (7, 7)
    tiny_session.undo()
    assert theta(tiny_session) == one_by_one[6]


def test_a_visit_pauses_a_training(qtbot, tiny_session):
    session = tiny_session
    session.set_settings(TrainSettings(rate=0.5, batch=4, epochs=1000))
    session.set_pace(None)
    session.start()
    qtbot.waitUntil(lambda: session.length > 30)
    assert session.place == session.length
    session.visit(10)
    assert session.run_state == "paused"
    assert session.place == 10
    assert session.length > 30


def test_a_visit_tells_every_panel(qtbot, tiny_session):
    train(qtbot, tiny_session)
    heard = []
    tiny_session.changed.connect(heard.append)
    tiny_session.visit(4)
    assert Changed.PARAMETERS in heard[0]
    assert Changed.HISTORY in heard[0]
    heard.clear()
    tiny_session.visit(4)
    assert heard == []
