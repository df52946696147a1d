"""Trainings, as the window runs them: started, watched, changed on the way, ended, taken back."""

import time
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QThread
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, initialize
from nnviz.errors import SettingsError
from nnviz.session import Changed, Session
from nnviz.training.timeline import Change
from nnviz.training.trainer import Trainer, TrainSettings, single_update

AT_ONCE = 0.3
"""Seconds in which a training has to end, however slow its pace."""


@pytest.fixture
def session(tiny_session):
    """Small, flat out, and with more epochs than anybody waits for."""
    tiny_session.set_pace(None)
    tiny_session.set_settings(TrainSettings(rate=0.5, batch=5, epochs=1_000_000))
    return tiny_session


@pytest.fixture
def heard(session):
    """What the session said, and what its training was doing at that moment."""
    news = []
    session.changed.connect(lambda what: news.append((what, session.run_state)))
    return news


@pytest.fixture
def complaints(session):
    """The sentences the user got to read."""
    sentences = []
    session.failed.connect(sentences.append)
    return sentences


@contextmanager
def measuring_forever(monkeypatch):
    """A set so large that the training does not come to its first update before it is ended."""

    def measure(self, stopped):
        while not stopped():
            time.sleep(0.001)

    with monkeypatch.context() as patch:
        patch.setattr(Trainer, "measure", measure)
        yield


def theta(session):
    return session.parameters.theta.copy()


def reference(session, changes=()):
    """Train without a session: for each (updates, rate) as many steps."""
    begin, settings = (
        initialize(session.spec, *session.origin),
        TrainSettings(batch=5, seed=session.origin.seed),
    )
    training = Trainer(begin, session.dataset, settings)
    for updates, rate in changes:
        training.rate = rate
        for _ in range(updates):
            training.step()
    return training.parameters.theta


def wait_for_updates(qtbot, session, n=1):
    qtbot.waitUntil(lambda: session.updates >= n, timeout=5000)


def wait_for_end(qtbot, session, state="idle"):
    qtbot.waitUntil(lambda: session.run_state == state, timeout=5000)


def threads(session):
    return session.findChildren(QThread)


class TestRunning:
    def test_goes_through_the_epochs_and_ends(self, qtbot, session, heard):
        session.set_settings(replace(session.settings, epochs=4))
        session.start()
        assert session.run_state == "running"
        wait_for_end(qtbot, session)
        assert (session.epochs, session.updates) == (4, 12)
        np.testing.assert_array_equal(theta(session), reference(session, [(12, 0.5)]))
        assert session.undoable.kind == "run"
        assert [m.epochs for m in session.metrics if m.epochs == int(m.epochs)] == [0, 1, 2, 3, 4]
        what, state = [news for news in heard if news[0] != Changed.STANDING][-1]  # which comes by itself
        assert what == Changed.TRAINING | Changed.PARAMETERS | Changed.METRICS | Changed.HISTORY
        assert state == "idle"

    def test_can_be_watched_on_its_way(self, qtbot, session, heard):
        session.start()
        wait_for_updates(qtbot, session, 100)
        assert (Changed.PARAMETERS | Changed.METRICS, "running") in heard
        assert session.metrics
        parameters = session.parameters
        np.testing.assert_array_equal(session.trace.parameters.theta, parameters.theta)
        assert not parameters.theta.flags.writeable

    def test_what_is_watched_are_real_states_of_the_training(self, qtbot, session):
        seen = {}
        session.changed.connect(lambda what: seen.setdefault(session.updates, theta(session)))
        session.set_pace(100.0)
        session.start()
        wait_for_updates(qtbot, session, 10)
        session.stop()
        for updates, numbers in seen.items():
            np.testing.assert_array_equal(numbers, reference(session, [(updates, 0.5)]))

    def test_starts_where_the_cursor_shows_one_forward_pass(self, qtbot, session):
        session.jump(session.plan.update)
        session.start()
        assert session.phase.kind == "cost"

    def test_a_step_back_while_it_runs_stays_in_the_present_trace(self, session):
        session.jump(session.plan.update)
        session.step_forward()
        session.set_pace(1.0)
        session.start()
        session.step_back()  # not into the update before: the training has gone on from it
        assert session.cursor == 0
        session.pause()
        assert not session.updated

    def test_an_update_by_hand_ends_it_and_goes_on_from_there(self, qtbot, session):
        session.start()
        wait_for_updates(qtbot, session)
        session.jump(session.plan.update)
        assert session.run_state == "paused"
        assert session.updated
        assert session.undoable.kind == "update"
        session.undo()
        assert session.undoable.kind == "run"

    def test_starting_again_goes_on(self, qtbot, session):
        session.set_settings(replace(session.settings, epochs=2))
        for epochs in (2, 4):
            session.start()
            wait_for_end(qtbot, session)
            assert session.epochs == epochs
        np.testing.assert_array_equal(theta(session), reference(session, [(12, 0.5)]))

    def test_too_large_a_mini_batch_is_refused(self, session, heard):
        with pytest.raises(SettingsError, match="at most the 12 examples"):
            session.set_settings(replace(session.settings, batch=13))
        assert (session.settings.batch, heard) == (5, [])

    def test_a_smaller_training_set_takes_smaller_mini_batches(self, session):
        few, many = tiny_dataset(n=4), session.dataset
        session.use_data(few)
        assert session.settings.batch == 4
        session.undo()
        assert session.dataset is many
        session.set_settings(replace(session.settings, batch=12))
        session.redo()
        assert (session.dataset, session.settings.batch) == (few, 4)
        session.train_batch()
        session.pause()
        assert session.updates == 1


class TestPauseAndResume:
    def test_pausing_keeps_what_was_reached(self, qtbot, session, heard):
        session.start()
        wait_for_updates(qtbot, session)
        session.pause()
        assert session.run_state == "paused"
        np.testing.assert_array_equal(theta(session), reference(session, [(session.updates, 0.5)]))
        assert heard[-1][1] == "paused"
        assert not session.redoable

    def test_resuming_is_as_if_it_had_never_paused(self, qtbot, session):
        session.set_settings(replace(session.settings, epochs=400))
        session.start()
        for n in (1, 200, 400):
            wait_for_updates(qtbot, session, n)
            session.pause()
            session.resume()
        wait_for_end(qtbot, session)
        assert session.epochs == 400
        np.testing.assert_array_equal(theta(session), reference(session, [(1200, 0.5)]))

    def test_resuming_what_is_not_paused_does_nothing(self, session, heard):
        session.resume()
        assert (session.run_state, heard) == ("idle", [])

    def test_resuming_where_the_goal_lies_behind_trains_for_as_many_epochs_again(
        self, qtbot, session, monkeypatch
    ):
        session.set_settings(replace(session.settings, epochs=2))
        session.start()
        wait_for_end(qtbot, session)
        session.undo()
        with measuring_forever(monkeypatch):
            session.start()
            session.pause()
        session.redo()
        assert (session.run_state, session.epochs) == ("paused", 2)
        session.resume()
        wait_for_end(qtbot, session)
        assert session.epochs == 4

    def test_stopping_ends_it_for_good(self, qtbot, session, heard):
        session.start()
        wait_for_updates(qtbot, session)
        session.stop()
        assert session.run_state == heard[-1][1] == "idle"
        assert session.undoable.kind == "run"
        session.resume()
        assert session.run_state == "idle"

    def test_another_network_forgets_the_pause(self, qtbot, session):
        session.start()
        wait_for_updates(qtbot, session)
        session.pause()
        session.reset()
        assert session.run_state == "idle"
        session.undo()
        assert session.run_state == "idle"

    def test_pausing_at_the_very_end_is_the_end(self, qtbot, session):
        session.set_settings(replace(session.settings, epochs=1))
        session.start()
        (worker,) = threads(session)
        assert worker.wait(5000)  # it has ended, and the window has not yet heard of it
        session.pause()
        assert (session.run_state, session.epochs) == ("idle", 1)

    def test_every_pace_ends_at_once(self, qtbot, session):
        for pace in (0.001, 1.0, 10.0, 1000.0, None):
            session.set_pace(pace)
            session.start()
            wait_for_updates(qtbot, session, session.updates + 1)
            begun = time.perf_counter()
            session.stop()
            assert time.perf_counter() - begun < AT_ONCE
            assert session.run_state == "idle"


class TestPieces:
    def test_one_mini_batch(self, qtbot, session):
        session.train_batch()
        wait_for_end(qtbot, session)
        assert (session.updates, session.epochs) == (1, 5 / 12)
        np.testing.assert_array_equal(theta(session), reference(session, [(1, 0.5)]))

    def test_one_mini_batch_at_a_slow_pace_is_not_waited_for(self, qtbot, session):
        session.set_pace(0.01)
        session.train_batch()
        wait_for_end(qtbot, session)
        assert session.updates == 1

    def test_no_mini_batch_is_lost_however_fast_they_are_asked_for(self, session):
        for _ in range(5):
            session.train_batch()
        session.pause()
        assert session.updates == 5
        np.testing.assert_array_equal(theta(session), reference(session, [(5, 0.5)]))

    def test_one_epoch_ends_where_the_next_begins(self, qtbot, session):
        session.train_batch()
        wait_for_end(qtbot, session)
        session.train_epoch()
        wait_for_end(qtbot, session)
        assert (session.updates, session.epochs) == (3, 1)
        session.train_epoch()
        wait_for_end(qtbot, session)
        assert (session.updates, session.epochs) == (6, 2)

    def test_a_mini_batch_within_a_paused_training_leaves_it_paused(self, qtbot, session):
        session.set_settings(replace(session.settings, epochs=50))
        session.set_pace(0.01)
        session.start()
        wait_for_updates(qtbot, session)
        session.pause()
        session.set_pace(None)
        session.train_batch()
        wait_for_end(qtbot, session, "paused")
        session.resume()
        wait_for_end(qtbot, session)
        assert session.epochs == 50


class TestOnTheWay:
    def test_a_new_rate_is_used_from_the_next_update_on(self, qtbot, session):
        session.set_settings(replace(session.settings, epochs=5))
        session.set_pace(0.01)
        session.start()
        wait_for_updates(qtbot, session)  # the second is 100 s away
        session.set_rate(2.0)
        session.set_pace(None)
        wait_for_end(qtbot, session)
        np.testing.assert_array_equal(theta(session), reference(session, [(1, 0.5), (14, 2.0)]))

    def test_a_new_batch_size_counts_from_the_next_mini_batch(self, qtbot, session):
        session.set_settings(replace(session.settings, epochs=2))
        session.set_pace(0.01)
        session.start()
        wait_for_updates(qtbot, session)
        session.set_settings(replace(session.settings, batch=1))
        session.set_pace(None)
        wait_for_end(qtbot, session)
        assert session.updates == 1 + 7 + 12  # 5 of 12 examples together, then one by one
        reached = theta(session)
        for place in (0, 1, 4, 20):
            session.visit(place)
        np.testing.assert_array_equal(theta(session), reached)

    def test_looking_at_other_examples_does_not_disturb(self, qtbot, session):
        session.start()
        for n in range(1, 20):
            wait_for_updates(qtbot, session, 10 * n)
            session.next_example()
            session.step_forward()
            assert session.trace.cost > 0
        assert session.run_state == "running"
        session.stop()
        np.testing.assert_array_equal(theta(session), reference(session, [(session.updates, 0.5)]))


class TestHistory:
    def test_undo_takes_a_whole_run_back(self, qtbot, session):
        begin = session.parameters
        session.train_epoch()
        wait_for_end(qtbot, session)
        after, measured = session.parameters, session.metrics
        session.undo()
        assert session.parameters is begin
        assert (session.updates, session.metrics) == (0, ())
        session.redo()
        assert session.parameters is after
        assert (session.updates, session.metrics) == (3, measured)

    def test_undo_while_it_runs_takes_that_run_back(self, qtbot, session):
        begin = session.parameters
        session.start()
        wait_for_updates(qtbot, session)
        assert session.undoable == Change("run")
        session.undo()
        assert session.run_state == "paused"
        assert session.parameters is begin
        assert session.redoable.kind == "run"

    def test_undo_of_a_run_without_an_update_leaves_what_was_before(self, session, monkeypatch):
        session.jump(session.plan.update)
        after = session.parameters
        with measuring_forever(monkeypatch):
            session.start()
            session.undo()
        assert session.run_state == "paused"
        assert session.parameters is after
        assert session.redoable is None

    def test_redo_means_nothing_while_it_runs(self, qtbot, session):
        session.train_epoch()
        wait_for_end(qtbot, session)
        session.undo()
        session.start()
        wait_for_updates(qtbot, session)
        assert session.redoable is None
        session.redo()
        assert session.run_state == "running"

    def test_going_on_after_an_undo_is_the_same_course_again(self, qtbot, session):
        session.train_epoch()
        wait_for_end(qtbot, session)
        first = theta(session)
        session.undo()
        session.train_epoch()
        wait_for_end(qtbot, session)
        np.testing.assert_array_equal(theta(session), first)

    def test_curves_are_measured_once_for_each_moment(self, qtbot, session):
        for _ in range(3):
            session.train_epoch()
            wait_for_end(qtbot, session)
        counts = [m.updates for m in session.metrics]
        assert counts == sorted(set(counts))
        assert {0, 3, 6, 9} <= set(counts)

    def test_a_new_network_while_it_runs(self, qtbot, session):
        session.start()
        wait_for_updates(qtbot, session)
        spec = NetworkSpec.build(4, (2,), 3)
        session.new_network(spec, "he", 1)
        assert (session.run_state, session.updates, session.metrics) == ("idle", 0, ())
        assert session.spec is spec
        session.undo()
        assert session.undoable.kind == "run"

    def test_one_that_does_not_fit_does_not_disturb_it(self, qtbot, session):
        session.start()
        wait_for_updates(qtbot, session)
        with pytest.raises(SettingsError):
            session.new_network(NetworkSpec.build(5, (), 3), "he", 0)
        assert session.run_state == "running"


class TestEnding:
    def test_closing_in_the_middle(self, qtbot, session):
        session.set_pace(0.01)
        session.start()
        wait_for_updates(qtbot, session)
        (worker,) = threads(session)
        begun = time.perf_counter()
        session.close()
        assert time.perf_counter() - begun < AT_ONCE
        assert worker.isFinished()
        assert session.updates == 1

    def test_closing_twice_or_without_a_training(self, session):
        session.close()
        session.close()

    def test_late_news_are_ignored(self, qtbot, session, heard):
        session.set_pace(0.01)
        session.start()
        wait_for_updates(qtbot, session)
        (worker,) = threads(session)
        with qtbot.waitSignal(worker.ended):
            session.pause()  # the thread's own news of its end are still under way
            before = session.parameters
            heard.clear()
        QCoreApplication.processEvents()
        assert (session.parameters is before, session.run_state, heard) == (True, "paused", [])
        session.undo()
        assert session.undoable is None  # the run was written once

    def test_late_news_do_not_end_the_next_run(self, qtbot, session):
        session.set_pace(1.0)
        session.start()
        session.pause()
        session.start()
        QCoreApplication.processEvents()
        wait_for_updates(qtbot, session)
        assert session.run_state == "running"

    def test_many_short_runs_leave_no_thread_behind(self, qtbot, session):
        for _ in range(30):
            session.start()
            session.pause()
        assert sum(thread.isRunning() for thread in threads(session)) == 0
        qtbot.waitUntil(lambda: not threads(session))


class TestGoingWrong:
    @pytest.fixture(params=["identity", "relu"])
    def wild(self, request, session):
        """A network without bounds, and far too large a rate."""
        session.new_network(NetworkSpec.build(4, (8,), 3, request.param, "identity"), "normal", 0)
        session.set_rate(1e6)
        return session

    def test_divergence_says_so_and_brings_the_last_good_state_back(self, qtbot, wild, complaints, heard):
        begin = theta(wild)
        wild.start()
        wait_for_end(qtbot, wild)
        assert len(complaints) == 1
        assert "no longer a finite number after update" in complaints[0]
        assert f"Try a smaller learning rate than η = {wild.settings.rate:g}." in complaints[0]
        assert wild.parameters.finite
        assert all(m.finite for m in wild.metrics)
        if wild.updates == 0:
            np.testing.assert_array_equal(theta(wild), begin)
        assert heard[-1][1] == "idle"  # whoever draws a button has heard that it is over

    def test_after_a_divergence_it_can_be_tried_again(self, qtbot, wild, complaints):
        wild.start()
        wait_for_end(qtbot, wild)
        wild.undo()
        wild.reset()
        wild.set_rate(0.01)
        wild.train_epoch()
        wait_for_end(qtbot, wild)
        assert wild.updates == 3
        assert len(complaints) == 1

    def test_a_trace_of_what_is_watched_on_the_way_to_ruin_is_quiet(self, qtbot, wild, complaints):
        wild.set_pace(100.0)
        wild.changed.connect(lambda what: wild.trace)
        wild.start()
        wait_for_end(qtbot, wild)
        assert len(complaints) == 1

    def test_an_error_in_the_thread_becomes_a_sentence(self, qtbot, session, complaints, heard, monkeypatch):
        before = session.parameters
        with monkeypatch.context() as patch:
            patch.setattr(Trainer, "step", lambda self: 1 / 0)
            session.start()
            wait_for_end(qtbot, session)
        assert complaints == ["The training stopped with an error: ZeroDivisionError: division by zero"]
        assert session.parameters is before
        assert heard[-1][1] == "idle"
        session.train_batch()
        wait_for_end(qtbot, session)
        assert session.updates == 1

    def test_an_error_while_pausing_is_told_too(self, qtbot, session, complaints, monkeypatch):
        monkeypatch.setattr(Trainer, "measure", lambda self, stopped: 1 / 0)
        session.start()
        session.pause()
        assert len(complaints) == 1
        assert session.run_state == "idle"


def test_two_sessions_train_side_by_side(qtbot, session):
    other = Session(tiny_dataset())
    other.set_settings(session.settings)
    other.set_pace(None)
    for training in (session, other):
        training.start()
    for training in (session, other):
        wait_for_updates(qtbot, training, 50)
        training.stop()
        np.testing.assert_array_equal(theta(training), reference(training, [(training.updates, 0.5)]))
    other.close()


class TestOneExample:
    def test_it_is_the_next_of_the_shuffled_set_alone(self, qtbot, session):
        rows = session.batch.order[:1]
        x, y = session.dataset.train.x[rows[0]], session.dataset.train.targets[rows[0]]
        expected = single_update(session.parameters, x, y, 0.5).theta
        session.train_example()
        wait_for_end(qtbot, session)
        assert session.position == (0, 1, 1)
        np.testing.assert_array_equal(theta(session), expected)
        assert session.settings.batch == 5

    def test_the_next_mini_batch_begins_after_it(self, qtbot, session):
        order = session.batch.order.tolist()
        session.train_example()
        session.train_example()
        wait_for_end(qtbot, session)
        assert session.batch.rows.tolist() == order[2:7]
        assert (session.batch.number, session.batch.count) == (1, 3)
        session.train_batch()
        wait_for_end(qtbot, session)
        assert session.position == (0, 7, 3)
        session.train_epoch()
        wait_for_end(qtbot, session)
        assert session.position == (1, 0, 4)

    def test_all_twelve_are_an_epoch_of_mini_batches_of_one(self, qtbot, session):
        for _ in range(12):
            session.train_example()
        wait_for_end(qtbot, session)
        assert session.position == (1, 0, 12)
        by_example = theta(session)
        session.reset()
        session.set_settings(replace(session.settings, batch=1, epochs=1))
        session.start()
        wait_for_end(qtbot, session)
        np.testing.assert_array_equal(theta(session), by_example)

    def test_a_change_of_settings_meanwhile_leaves_it_one_example(self, qtbot, session):
        session.train_example()
        session.set_settings(replace(session.settings, batch=4))
        wait_for_end(qtbot, session)
        assert session.position == (0, 1, 1)
        session.train_batch()
        wait_for_end(qtbot, session)
        assert session.position == (0, 5, 2)

    def test_it_can_be_taken_back_and_comes_back(self, qtbot, session):
        before = theta(session)
        session.train_example()
        wait_for_end(qtbot, session)
        after = theta(session)
        session.undo()
        np.testing.assert_array_equal(theta(session), before)
        session.redo()
        np.testing.assert_array_equal(theta(session), after)
        again = session.moment.change.course.state_at(1)  # replayed as one example, not as a mini-batch
        np.testing.assert_array_equal(again.parameters.theta, after)


def test_patience_goes_on_after_a_pause(qtbot, tiny_session):
    tiny_session.set_settings(replace(tiny_session.settings, rate=1e-30, batch=12, epochs=50, patience=6))
    tiny_session.set_pace(20.0)
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.epochs >= 4, timeout=5000)
    tiny_session.pause()
    tiny_session.set_pace(None)
    tiny_session.resume()
    wait_for_end(qtbot, tiny_session)
    # Nothing changes, so the first epoch is the best, and it waits for six more: not for six after the pause.
    assert tiny_session.epochs == 7


def test_where_pictures_are_slow_there_are_fewer_of_them(qtbot, session):
    """However long it takes to show what is new, half of the time is left for the training and the user."""

    def show(what):
        until = time.thread_time() + 0.06
        while time.thread_time() < until:
            pass
        shown.append(time.thread_time())

    shown = []
    session.start()
    session.changed.connect(show)
    qtbot.waitUntil(lambda: len(shown) > 1)
    begun, computed, n = time.perf_counter(), time.thread_time(), len(shown)
    qtbot.waitUntil(lambda: len(shown) >= n + 8, timeout=20_000)
    share = (time.thread_time() - computed) / (time.perf_counter() - begun)
    session.changed.disconnect(show)
    assert share < 0.75
