"""The Session's exam: the whole set, image by image, and from one wrong example to the next."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec
from nnviz.core.passes import masks_of
from nnviz.session import Changed, ExampleRef, Neuron, Session
from nnviz.session import exam as exam_module
from nnviz.session.sitting import ORDER
from nnviz.training.exam import Fit
from nnviz.training.kernel import Kernel
from nnviz.training.measuring import evaluate

PATIENCE = 5000


@pytest.fixture
def watcher(qapp):
    return QObject()


@pytest.fixture(autouse=True)
def hardly_any_rest(monkeypatch):
    monkeypatch.setattr(exam_module, "REST_MS", 20)


def accuracy(session, part="test"):
    kernel = Kernel(session.parameters, masks_of(session.spec, session.off))
    return evaluate(kernel, session.dataset.split(part)).accuracy


def known(qtbot, session, part="test"):
    session.exam.ask(part)
    qtbot.waitUntil(lambda: session.exam.current(part) is not None, timeout=PATIENCE)
    return session.exam.current(part).answers


def guess_on_screen(session):
    return session.guess == session.label


class TestTheWholeSet:
    def test_nothing_is_computed_that_nobody_wants(self, qtbot, session):
        session.jump(session.plan.update)
        assert not session.exam.busy
        assert session.exam.result is None

    def test_it_is_what_the_evaluation_says(self, qtbot, session, watcher):
        with qtbot.waitSignal(session.changed, check_params_cb=lambda what: Changed.EXAM in what):
            session.exam.watch(watcher)
        result = session.exam.current()
        assert result.parameters is session.parameters
        assert result.answers.accuracy == accuracy(session)

    def test_it_follows_every_change_while_somebody_watches(self, qtbot, session, watcher):
        session.exam.watch(watcher)
        for change in (
            lambda: session.jump(session.plan.update),
            session.undo,
            lambda: session.switch(Neuron(1, 3), False),
            lambda: session.use_data(tiny_dataset(n_inputs=784, n_outputs=10, n_test=30)),
        ):
            change()
            qtbot.waitUntil(lambda: session.exam.current() is not None, timeout=PATIENCE)
            assert session.exam.result.answers.accuracy == accuracy(session)
        session.exam.unwatch(watcher)
        session.undo()
        assert not session.exam.busy

    def test_it_follows_a_training(self, qtbot, session, watcher):
        session.exam.watch(watcher)
        session.set_pace(None)
        session.start()
        seen = set()
        for _ in range(3):
            before = session.exam.result
            qtbot.waitUntil(lambda b=before: session.exam.result is not b, timeout=PATIENCE)
            seen.add(session.exam.result.parameters.theta.tobytes())
        assert len(seen) == 3
        session.stop()
        qtbot.waitUntil(lambda: session.exam.current() is not None, timeout=PATIENCE)

    def test_of_other_data_nothing_is_known_yet(self, qtbot, session):
        known(qtbot, session)
        session.use_data(tiny_dataset(n_inputs=784, n_outputs=10))
        assert session.exam.result is None

    def test_asking_twice_examines_once(self, qtbot, session, monkeypatch):
        calls = []
        real = exam_module.examine
        monkeypatch.setattr(exam_module, "examine", lambda *a: calls.append(1) or real(*a))
        for _ in range(3):
            session.exam.ask("test")
        known(qtbot, session)
        session.exam.ask("test")
        assert len(calls) == 1

    def test_values_are_fitted(self, qtbot, tiny_session):
        data = tiny_dataset(n_outputs=1, n_test=1, classes=False)
        tiny_session.new_network(NetworkSpec.build(4, (3,), 1, "tanh", "identity"), "glorot", 0, data)
        tiny_session.exam.ask("test")
        qtbot.waitUntil(lambda: tiny_session.exam.current() is not None, timeout=PATIENCE)
        result = tiny_session.exam.current()
        assert isinstance(result.exam, Fit)
        assert result.answers is None


class TestFromOneWrongExampleToTheNext:
    @pytest.mark.parametrize("part", ["train", "test"])
    def test_onward_and_back_and_round(self, qtbot, session, part):
        session.show_split(part)
        wrong = known(qtbot, session, part).wrong.tolist()
        assert len(wrong) > 3
        seen = []
        for _ in range(len(wrong) + 1):
            session.next_wrong()
            assert not guess_on_screen(session)
            seen.append(session.example.index)
        first = 0 if wrong[0] > 0 else 1
        assert seen[: len(wrong) - first] == wrong[first:]
        assert sorted(set(seen)) == wrong
        session.go_to_example(part, wrong[2])
        session.previous_wrong()
        assert session.example.index == wrong[1]
        session.go_to_example(part, wrong[0])
        session.previous_wrong()
        assert session.example.index == wrong[-1]

    def test_it_is_found_out_first(self, qtbot, session):
        session.show_split("test")
        session.next_wrong()
        qtbot.waitUntil(lambda: session.example.index > 0 or not guess_on_screen(session))
        assert not guess_on_screen(session)

    def test_where_all_are_right_a_sentence_says_so(self, qtbot, tiny_session):
        data = tiny_dataset(n_outputs=2, n_test=1)
        tiny_session.new_network(NetworkSpec.build(4, (), 2), "scaled", 0, data)
        tiny_session.show_split("test")
        answers = known(qtbot, tiny_session)
        if len(answers.wrong):
            theta = -tiny_session.parameters.theta
            for index, value in enumerate(theta):
                tiny_session.set_parameter(tiny_session.spec.locate(index), float(value))
            known(qtbot, tiny_session)
        with qtbot.waitSignal(tiny_session.failed) as said:
            tiny_session.next_wrong()
        assert said.args == ["The only test example is recognized: there is no wrong one."]

    def test_values_have_no_wrong_ones(self, tiny_session):
        data = tiny_dataset(n_outputs=1, classes=False)
        tiny_session.new_network(NetworkSpec.build(4, (), 1, output="identity"), "scaled", 0, data)
        tiny_session.next_wrong()
        assert not tiny_session.exam.busy


class TestImageByImage:
    def finished(self, qtbot, sitting):
        sitting.set_speed(None)
        sitting.start()
        qtbot.waitUntil(lambda: sitting.finished, timeout=PATIENCE)

    def test_the_tally_ends_at_the_accuracy(self, qtbot, session):
        sitting = session.exam.sitting
        assert (sitting.done, sitting.total, sitting.tally) == (0, 297, None)
        self.finished(qtbot, sitting)
        assert not sitting.running
        assert sitting.tally.n_right / sitting.done == accuracy(session)
        assert sitting.tally.taken.tolist() == list(range(297))

    def test_one_by_one(self, qtbot, session):
        sitting, answers = session.exam.sitting, known(qtbot, session)
        for n in range(1, 6):
            sitting.one()
            assert (sitting.done, sitting.tally.index, sitting.running) == (n, n - 1, False)
            assert sitting.tally.n_right == answers.right[:n].sum()
            assert sitting.tally.at_wrong == (not answers.right[n - 1])

    def test_it_stops_at_the_first_wrong_one_and_shows_it(self, qtbot, session):
        sitting, wrong = session.exam.sitting, known(qtbot, session).wrong
        session.jump(0)
        sitting.set_stops(True)
        sitting.set_speed(None)
        for index in wrong[:3]:
            sitting.start()
            assert (sitting.tally.index, sitting.done) == (index, index + 1)
            assert session.example == ExampleRef("test", index)
            assert session.cursor == session.plan.cost
            assert not guess_on_screen(session)

    def test_with_a_clock_it_stops_at_the_same(self, qtbot, session):
        sitting, wrong = session.exam.sitting, known(qtbot, session).wrong
        sitting.set_stops(True)
        sitting.set_speed(1000.0)
        sitting.start()
        qtbot.waitUntil(lambda: not sitting.running, timeout=PATIENCE)
        assert sitting.tally.index == wrong[0]

    def test_a_seed_shuffles_the_same_way_each_time(self, qtbot, session):
        sitting = session.exam.sitting
        self.finished(qtbot, sitting)
        sitting.set_seed(3)
        assert sitting.done == 0
        self.finished(qtbot, sitting)
        expected = np.random.default_rng([3, ORDER]).permutation(297)
        assert sitting.tally.taken.tolist() == expected.tolist()
        assert sitting.tally.n_right / 297 == accuracy(session)

    def test_another_network_begins_again(self, qtbot, session):
        sitting = session.exam.sitting
        known(qtbot, session)
        sitting.one()
        sitting.one()
        session.jump(session.plan.update)
        assert sitting.stale
        assert sitting.done == 2
        sitting.one()
        qtbot.waitUntil(lambda: sitting.done == 1, timeout=PATIENCE)
        assert sitting.tally.result.parameters is session.parameters

    def test_other_data_end_it(self, qtbot, session):
        known(qtbot, session)
        session.exam.sitting.one()
        session.use_data(tiny_dataset(n_inputs=784, n_outputs=10))
        assert (session.exam.sitting.done, session.exam.sitting.total) == (0, 5)

    def test_it_can_be_taken_while_a_training_runs(self, qtbot, session):
        session.set_pace(None)
        session.start()
        self.finished(qtbot, session.exam.sitting)
        sitting = session.exam.sitting
        exam = sitting.tally.result.answers
        assert sitting.tally.n_right == exam.n_right

    def test_while_a_training_runs_one_goes_on_with_the_network_of_the_beginning(self, qtbot, session):
        sitting = session.exam.sitting
        session.set_pace(1000.0)
        session.start()
        sitting.one()
        qtbot.waitUntil(lambda: sitting.done == 1, timeout=PATIENCE)
        with qtbot.waitSignal(session.changed, check_params_cb=lambda what: Changed.PARAMETERS in what):
            examined = sitting.tally.result.parameters
        sitting.one()
        assert (sitting.done, sitting.stale) == (2, True)
        assert sitting.tally.result.parameters is examined
        session.stop()
        assert sitting.begins_again

    def test_pausing_and_going_on(self, qtbot, session):
        sitting = session.exam.sitting
        known(qtbot, session)
        sitting.set_speed(8.0)
        sitting.start()
        assert (sitting.running, sitting.done) == (True, 1)
        sitting.pause()
        assert not sitting.running
        sitting.start()
        assert sitting.done == 2
        sitting.clear()
        assert (sitting.done, sitting.running) == (0, False)

    def test_values_have_a_growing_error(self, qtbot, tiny_session):
        data = tiny_dataset(n_outputs=2, classes=False)
        tiny_session.new_network(NetworkSpec.build(4, (3,), 2, "tanh", "identity"), "glorot", 0, data)
        sitting = tiny_session.exam.sitting
        self.finished(qtbot, sitting)
        assert sitting.tally.marks is None
        assert sitting.tally.rmse == pytest.approx(sitting.tally.result.exam.rmse)
        assert not sitting.tally.at_wrong


ACTIONS = (
    lambda s, w: s.exam.watch(w),
    lambda s, w: s.exam.unwatch(w),
    lambda s, w: s.exam.ask("train"),
    lambda s, w: s.next_wrong(),
    lambda s, w: s.exam.sitting.start(),
    lambda s, w: s.exam.sitting.one(),
    lambda s, w: s.exam.sitting.pause(),
    lambda s, w: s.exam.sitting.set_speed(None),
    lambda s, w: s.exam.sitting.set_speed(8.0),
    lambda s, w: s.exam.sitting.set_seed(1),
    lambda s, w: s.exam.sitting.set_stops(True),
    lambda s, w: s.jump(s.plan.update),
    lambda s, w: s.start(),
    lambda s, w: s.undo(),
    lambda s, w: s.use_data(tiny_dataset(n=20, n_test=9, seed=1)),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from(ACTIONS), st.booleans()), max_size=12))
def test_closing_at_any_moment_leaves_nothing_behind(qapp, moves):
    session, watcher = Session(tiny_dataset(n=3000, n_test=2500)), QObject()
    for move, wait in moves:
        move(session, watcher)
        if wait:
            qapp.processEvents()
    sitting = session.exam.sitting
    assert 0 <= sitting.done <= sitting.total
    assert sitting.tally is None or sitting.tally.n_right <= sitting.done
    session.close()
    assert not session.exam.busy
    assert not sitting.running
