"""Lessons played: set-ups, back and forth, questions, checks, and all given back."""

from pathlib import Path
from threading import Event

import numpy as np
import pytest
from samples import tiny_dataset
from texts import WHOLE

from nnviz.core.network import Location
from nnviz.errors import DataError
from nnviz.lessons import Player
from nnviz.lessons.commands import answer_command, lesson_commands
from nnviz.lessons.reader import parse_lesson
from nnviz.session import Neuron

HEAD = """\
title = "T"
about = "A"
set_up = [{ do = "data", name = "digits8" }, { do = "network", hidden = [4] }]
"""


def lesson(*steps):
    """Return a lesson of steps, each given by its lines but for title and text."""
    return parse_lesson(
        HEAD + "".join(f'\n[[step]]\ntitle = "S"\ntext = "x"\n{step}\n' for step in steps), Path("x.toml")
    )


@pytest.fixture
def player(tiny_session):
    player = Player(tiny_session)
    player.said = []
    player.stumbled.connect(player.said.append)
    yield player
    player.leave()


@pytest.fixture
def session(tiny_session):
    return tiny_session


def test_a_step_sets_the_session_up(player, session):
    player.start(parse_lesson(WHOLE, Path("x.toml")))
    assert (session.dataset.name, str(session.spec)) == ("digits8", "64-5-10")
    assert (session.label, session.phase.kind, session.example.split) == (3, "input", "test")
    assert (player.index, player.busy, player.is_first, player.is_last) == (0, False, True, False)


def test_whatever_was_there_is_given_back(player, session):
    session.select(Neuron(2, 1))
    session.set_parameter(Location("b", 1, 0), 0.25)
    moment, view = session.moment, session.view
    player.start(parse_lesson(WHOLE, Path("x.toml")))
    session.train_batch()
    player.next()
    player.leave()
    assert session.moment is moment
    assert (session.selection, session.view, player.lesson, player.step) == (Neuron(2, 1), view, None, None)
    player.leave()  # once more is nothing
    assert session.moment is moment


def test_each_step_begins_the_same_whichever_way_one_comes(player, session):
    steps = (
        'set_up = [{ do = "set-bias", bias = [1, 0], value = 1.0 }]',
        'set_up = [{ do = "train-updates", n = 20 }, { do = "cursor", at = "a1" }]',
        'set_up = [{ do = "set-bias", bias = [1, 1], value = 2.0 }, { do = "view", picture = "matrix" }]',
    )
    player.start(lesson(*steps))
    _wait(player)
    seen = {}
    for index in (0, 1, 2, 1, 0, 2, 1, 2, 0):
        player.go(index)
        _wait(player)
        session.set_parameter(Location("w", 1, 0, 0), 9.0)  # what somebody does is gone in the next
        session.undo()
        now = session.parameters.theta.tobytes(), session.cursor, session.view, session.place
        assert seen.setdefault(index, now) == now
        session.set_parameter(Location("w", 1, 0, 0), 9.0)
    assert len(set(seen.values())) == 3
    assert session.parameters.at(Location("b", 1, 0)) == 1.0


def _wait(player):
    from nnviz.ui.offscreen import wait_until

    wait_until(lambda: not player.busy, player.changed, 20_000)


class TestUndo:
    """What a lesson has set up is not the user's to undo; what they did is."""

    SET_UP = 'set_up = [{ do = "set-bias", bias = [1, 0], value = 1.0 }, { do = "train-updates", n = 2 }]'

    def begun(self, player, *steps, at=0):
        player.start(lesson(*steps), at)
        _wait(player)

    def test_leads_back_to_the_beginning_of_the_step(self, player, session):
        self.begun(player, self.SET_UP, self.SET_UP, at=1)
        theta = session.parameters.theta.copy()
        assert session.undoable is None
        session.undo()
        assert np.array_equal(session.parameters.theta, theta)
        session.set_parameter(Location("b", 1, 1), 5.0)
        session.train_batch()
        session.pause()
        for _ in range(5):
            session.undo()
        assert np.array_equal(session.parameters.theta, theta)
        session.redo()
        assert session.parameters.at(Location("b", 1, 1)) == 5.0

    def test_of_a_demo(self, player, session):
        self.begun(player, "\n".join((self.SET_UP, TestGoingOn.STEPS[0])))
        player.show_me()
        assert session.parameters.at(Location("b", 1, 0)) == 6.0
        session.undo()
        assert session.parameters.at(Location("b", 1, 0)) < 6.0

    def test_of_what_goes_on_from_the_step_before(self, player, session):
        self.begun(player, *TestGoingOn.STEPS)
        session.set_parameter(Location("b", 1, 0), 7.5)
        player.next()
        session.undo()
        assert session.parameters.at(Location("b", 1, 0)) == 7.5

    def test_stepping_back_leads_into_an_update_of_the_set_up(self, player, session):
        self.begun(player, 'set_up = [{ do = "cursor", at = "update" }]')
        after = session.parameters.theta.copy()
        session.step_back()
        assert session.cursor == session.plan.update - 1
        assert not np.array_equal(session.parameters.theta, after)
        assert session.undoable is None  # what came before the step, all the more
        session.step_forward()
        assert np.array_equal(session.parameters.theta, after)

    def test_a_set_up_may_undo_what_the_one_before_has_done(self, player, session):
        edit = 'set_up = [{ do = "set-bias", bias = [1, 0], value = 1.0 }]'
        self.begun(player, edit, 'set_up = [{ do = "undo" }]')
        player.next()
        assert session.parameters.at(Location("b", 1, 0)) == 0.0

    def test_is_one_s_own_again_when_the_lesson_is_left(self, player, session):
        session.set_parameter(Location("b", 1, 0), 0.25)
        self.begun(player, self.SET_UP)
        player.leave()
        session.undo()
        assert session.parameters.at(Location("b", 1, 0)) == 0.0
        assert session.undoable is None


class TestData:
    """Data that take a while are loaded in a thread."""

    LATE = 'set_up = [{ do = "data", name = "mnist" }]'

    @pytest.fixture
    def slow(self, monkeypatch):
        """Return what lets MNIST be there, loaded by a function of the test's own."""
        monkeypatch.setattr("nnviz.lessons.player.is_at_hand", lambda reference: reference != "mnist")
        return lambda load: monkeypatch.setattr("nnviz.loading.load", load)

    def test_that_cannot_be_loaded_end_the_lesson(self, qtbot, player, session, slow):
        def load(*_):
            raise DataError("MNIST is damaged")

        slow(load)
        said, moment = [], session.moment
        session.failed.connect(said.append)
        player.start(lesson(self.LATE, ""))
        assert player.busy
        player.next()  # not yet
        qtbot.waitUntil(lambda: said == ["MNIST is damaged"])
        assert (player.lesson, player.busy) == (None, False)
        assert session.moment is moment
        player.next()  # nothing is left that could go wrong

    def test_that_come_late_do_not_disturb_another_lesson(self, qtbot, player, session, slow):
        go = Event()
        slow(lambda *_: (go.wait(10), tiny_dataset())[1])
        player.start(lesson(self.LATE))
        other = lesson("", "", "")
        player.start(other, 2)
        assert (player.lesson, player.index, player.busy) == (other, 2, False)
        session.set_parameter(Location("b", 1, 0), 0.5)
        go.set()
        qtbot.waitUntil(lambda: not player._loads.ending)
        assert (player.lesson, player.index) == (other, 2)
        assert session.parameters.at(Location("b", 1, 0)) == 0.5


def test_jumping_into_the_middle_does_all_that_comes_before(player, session):
    player.start(
        lesson(
            'set_up = [{ do = "train-updates", n = 5 }]',
            'set_up = [{ do = "train-updates", n = 5 }]',
            'set_up = [{ do = "train-updates", n = 5 }]',
        ),
        2,
    )
    assert player.busy
    _wait(player)
    assert (player.index, session.updates) == (2, 15)
    player.back()
    assert not player.busy  # it is known by now
    assert session.updates == 10


def test_going_on_while_a_step_is_still_set_up(player, session):
    player.start(lesson('set_up = [{ do = "train-epochs", n = 50 }]', ""))
    assert player.busy
    player.next()
    _wait(player)
    assert (player.index, session.epochs) == (1, 50)
    player.restart()
    player.leave()
    assert session.updates == 0


class TestGoingOn:
    STEPS = (
        '[step.now]\ntext = "x"\ncheck = ["bias 1 0 > 5"]\n'
        'demo = [{ do = "set-bias", bias = [1, 0], value = 6.0 }]',
        'goes_on = true\nset_up = [{ do = "cursor", at = "x" }]',
        "goes_on = true",
        "",
    )

    def bias(self, session):
        return session.parameters.at(Location("b", 1, 0))

    def test_with_what_the_user_has_made(self, player, session):
        player.start(lesson(*self.STEPS))
        session.set_parameter(Location("b", 1, 0), 7.5)
        player.next()
        assert (self.bias(session), session.cursor) == (7.5, 0)
        session.undo()
        player.next()
        player.back()
        assert self.bias(session) == 7.5  # as that step began
        player.next()
        player.next()
        assert self.bias(session) == 0 or self.bias(session) == 7.5

    def test_with_the_demo_when_it_was_not_done(self, player, session):
        player.start(lesson(*self.STEPS))
        session.set_parameter(Location("b", 1, 0), 3.0)
        player.next()
        assert self.bias(session) == 6.0

    def test_with_the_demo_when_one_comes_from_elsewhere(self, player, session):
        player.start(lesson(*self.STEPS), 2)
        assert (self.bias(session), session.cursor) == (6.0, 0)


class TestQuestions:
    def test_the_answer_is_looked_up_when_it_was_given(self, player, session):
        player.start(parse_lesson(WHOLE, Path("x.toml")))
        assert player.asks
        assert player.answered is None
        player.answer(9)
        assert player.answered.truth == session.guess
        assert player.answered.right == (session.guess == 9)
        assert session.phase.kind == "cost"  # revealed
        assert not player.asks
        player.answer(1)
        assert player.answered.given == 9  # once is once
        player.next()
        player.back()
        assert player.asks

    def test_the_outline_follows_the_answer(self, player):
        asks = 'look = ["image"]\n[step.predict]\nquestion = "?"\nanswer = 1\ntolerance = 0.5\n'
        player.start(lesson(asks + 'look = ["score", "neuron 1 3"]', asks, asks + "look = []"))
        for after in (("score", "neuron 1 3"), ("image",), ()):
            assert player.look == ("image",)
            player.answer(1)
            assert player.look == after
            player.next()
        player.leave()
        assert player.look == ()

    def test_a_number_is_right_within_its_tolerance(self, player, session):
        for given, right in ((1.0, False), (0.4, True), (-0.4, True)):
            player.start(lesson('[step.predict]\nquestion = "?"\nanswer = "bias 1 0"\ntolerance = 0.5'))
            player.answer(given)
            assert (player.answered.truth, player.answered.right) == (0.0, right)

    def test_an_answer_that_is_still_being_computed_is_waited_for(self, qtbot, player, session):
        player.start(lesson('[step.predict]\nquestion = "?"\nanswer = "accuracy"\ntolerance = 1.0'))
        session.set_parameter(Location("b", 1, 0), 1.0)
        assert session.standing is None
        player.answer(0.5)
        assert player.answered is None
        qtbot.waitUntil(lambda: player.answered is not None)
        assert player.answered.truth == session.standing.accuracy

    def test_a_reveal_that_trains(self, qtbot, player, session):
        player.start(
            lesson(
                '[step.predict]\nquestion = "?"\nanswer = "updates"\ntolerance = 0.0\n'
                'reveal = [{ do = "train-updates", n = 3 }]'
            )
        )
        player.answer(3)
        assert player.busy
        qtbot.waitUntil(lambda: player.answered is not None)
        assert player.answered.right


class TestTasks:
    STEP = '[step.now]\ntext = "x"\ncheck = ["selected-kind = neuron", "picture = matrix"]\n' + (
        'demo = [{ do = "select", neuron = [1, 1] }, { do = "view", picture = "matrix" }]'
    )

    def test_it_turns_green_by_itself_and_stays_so(self, player, session):
        heard = []
        player.start(lesson(self.STEP))
        player.changed.connect(lambda: heard.append((player.met, player.done)))
        session.select(Neuron(1, 2))
        session.point_at(Neuron(1, 3))
        BY = {"picture": "matrix"}
        session.set_view(type(session.view)(**BY))
        session.select(None)
        assert heard == [((True, False), False), ((True, True), True), ((False, True), True)]

    def test_show_me(self, player, session):
        player.start(lesson(self.STEP))
        player.show_me()
        assert player.done
        assert session.selection == Neuron(1, 1)

    def test_what_there_is_to_do_comes_after_the_question(self, player, session):
        player.start(lesson('[step.predict]\nquestion = "?"\nanswer = 0\ntolerance = 1.0\n' + self.STEP))
        player.show_me()
        assert session.selection is None
        assert not player.done
        player.answer(0)
        player.show_me()
        assert player.done


def test_what_shall_be_watched_goes_on_and_is_not_waited_for(qtbot, player, session):
    steps = ('set_up = [{ do = "pace", updates = 50 }, { do = "start-training" }]', "")
    player.start(lesson(*steps))
    assert not player.busy
    assert session.run_state == "running"
    qtbot.waitUntil(lambda: session.updates > 1)
    player.next()
    assert (session.run_state, session.updates) == ("idle", 0)
    player.back()
    assert session.run_state == "running"


def test_a_command_that_is_refused_is_named(player, session):
    said = []
    session.failed.connect(said.append)
    player.start(lesson('set_up = [{ do = "select", neuron = [1, 77] }, { do = "cursor", at = "x" }]'))
    (mistake,) = player.said
    assert (mistake.line, mistake.key) == (8, "step 1, set_up 1, neuron")
    assert len(said) == 1
    assert said[0].startswith(("x.toml, line 8", "'x.toml', line 8"))
    assert session.cursor == session.plan.cost  # what comes after it is left out
    assert not player.busy


def test_another_lesson_gives_back_what_was_before_the_first(player, session):
    moment = session.moment
    player.start(lesson(""))
    player.start(lesson("", ""), 1)
    assert player.index == 1
    player.leave()
    assert session.moment is moment


def test_the_player_s_commands(player, session):
    run = {command.name: command for command in (*lesson_commands(player), answer_command(player))}
    assert not run["lesson-next"].enabled(session)
    player.start(parse_lesson(WHOLE, Path("x.toml")))
    assert not run["lesson-back"].enabled(session)
    run["lesson-answer"].perform(session, {"answer": 4})
    assert player.answered.given == 4
    run["lesson-next"].perform(session)
    run["lesson-show"].perform(session)
    assert player.done
    run["lesson-restart"].perform(session)
    assert not player.done
    run["lesson-back"].perform(session)
    assert player.index == 0
    player.go(2)
    assert run["lesson-next"].text(session) == "Finish"
    run["lesson-next"].perform(session)
    assert player.lesson is None


def test_the_numbers_of_a_lesson_are_those_of_its_network(player, session):
    player.start(parse_lesson(WHOLE, Path("x.toml")), 2)
    player.answer(0)
    assert np.isclose(player.answered.truth, session.trace.a[1][3])
