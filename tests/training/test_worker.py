import threading
import time

import numpy as np
import pytest
from PySide6.QtCore import QThread
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, initialize
from nnviz.training import course, measuring, precedence
from nnviz.training.mailbox import Mailbox
from nnviz.training.precedence import Precedence
from nnviz.training.timeline import State
from nnviz.training.trainer import Position, Trainer, TrainSettings
from nnviz.training.worker import Snapshot, TrainingWorker

SPEC = NetworkSpec.build(4, (5,), 3)
AT_ONCE = 0.3
"""Seconds; a pace of 1/s would take at least one."""


@pytest.fixture
def work(qapp):
    """Makes workers, and sees to it that none outlives its test."""
    workers = []

    def make(updates=None, *, trainer=None, rate=0.5, **arguments):
        training = trainer or Trainer(initialize(SPEC), tiny_dataset(), TrainSettings(rate, 5))
        limit = float("inf") if updates is None else updates
        workers.append(TrainingWorker(training, lambda t: t.position.updates >= limit, **arguments))
        return workers[-1]

    yield make
    for worker in workers:
        worker.request_stop()
        assert worker.wait(2000)


def reference(n, rate=0.5):
    training = Trainer(initialize(SPEC), tiny_dataset(), TrainSettings(rate, 5))
    for _ in range(n):
        training.step()
    return training


def finish(qtbot, worker):
    with qtbot.waitSignal(worker.ended, timeout=5000):
        worker.start()
    worker.wait()
    return worker.outcome


def linear(rate):
    """A training that runs away: a linear network and far too large a rate."""
    start = initialize(NetworkSpec.build(4, (5,), 3, "identity", "identity"))
    return Trainer(start, tiny_dataset(), TrainSettings(rate, 5))


class TestMailbox:
    def test_holds_one_until_it_is_taken(self):
        box, state = Mailbox(), State(initialize(SPEC), Position(), tiny_dataset())
        assert box.empty
        assert box.take() is None
        snapshot = Snapshot(state.parameters, state)
        box.put(snapshot)
        assert not box.empty
        assert box.take() is snapshot
        assert box.empty


class TestRun:
    def test_is_the_trainers_own_course(self, qtbot, work):
        outcome = finish(qtbot, work(20))
        expected = reference(20)
        np.testing.assert_array_equal(outcome.state.parameters.theta, expected.parameters.theta)
        assert outcome.state.position == expected.position == Position(6, 10, 20)
        assert not outcome.failed

    def test_happens_in_a_thread_of_its_own(self, qtbot, work, monkeypatch):
        threads, step = [], Trainer.step
        monkeypatch.setattr(Trainer, "step", lambda self: (threads.append(threading.get_ident()), step(self)))
        finish(qtbot, work(2))
        assert set(threads).isdisjoint({threading.get_ident()})
        assert len(set(threads)) == 1

    def test_tells_its_end_with_itself(self, qtbot, work):
        worker = work(1)
        with qtbot.waitSignal(worker.ended, timeout=5000) as news:
            worker.start()
        assert news.args == [worker]
        assert worker.outcome is not None

    def test_without_a_single_update_gives_back_where_it_began(self, qtbot, work):
        outcome = finish(qtbot, work(0))
        np.testing.assert_array_equal(outcome.state.parameters.theta, initialize(SPEC).theta)
        assert [m.updates for m in outcome.metrics] == [0]

    def test_hands_over_numbers_that_cannot_be_changed(self, qtbot, work):
        worker = work(3)
        outcome = finish(qtbot, worker)
        snapshot = worker.mailbox.take()
        for parameters in (outcome.state.parameters, snapshot.before, snapshot.after.parameters):
            assert not parameters.theta.flags.writeable

    def test_leaves_one_real_update_in_the_mailbox(self, qtbot, work):
        worker = work(3)
        finish(qtbot, worker)
        snapshot = worker.mailbox.take()  # nobody has emptied it: it is the first
        assert snapshot.after.position.updates == 1
        np.testing.assert_array_equal(snapshot.before.theta, initialize(SPEC).theta)
        np.testing.assert_array_equal(snapshot.after.parameters.theta, reference(1).parameters.theta)

    def test_leaves_another_one_when_the_mailbox_was_emptied(self, qtbot, work):
        worker, taken = work(), []
        worker.start()
        qtbot.waitUntil(lambda: _take(worker, taken) and len(taken) >= 3, timeout=5000)
        counts = [snapshot.after.position.updates for snapshot in taken]
        assert counts == sorted(set(counts))
        for snapshot in taken[:3]:
            assert (snapshot.before.theta != snapshot.after.parameters.theta).any()


class TestMeasuring:
    def test_first_and_after_every_epoch(self, qtbot, work):
        outcome = finish(qtbot, work(7))
        counts = [m.updates for m in outcome.metrics]
        assert counts == sorted(set(counts))
        assert {0, 3, 6, 7} <= set(counts)

    def test_not_first_where_that_was_measured_before(self, qtbot, work):
        outcome = finish(qtbot, work(3, measure_first=False))
        assert outcome.metrics[0].updates > 0

    def test_at_a_slow_pace_after_every_update(self, qtbot, work):
        outcome = finish(qtbot, work(4, pace=50.0))
        assert {2, 3, 4} <= {m.updates for m in outcome.metrics}  # the first follows too soon


class TestStopping:
    def test_flat_out(self, qtbot, work):
        worker = work()
        worker.start()
        qtbot.waitUntil(lambda: not worker.mailbox.empty)
        begun = time.perf_counter()
        worker.request_stop()
        assert worker.wait(2000)
        assert time.perf_counter() - begun < AT_ONCE
        state = worker.outcome.state
        np.testing.assert_array_equal(
            state.parameters.theta, reference(state.position.updates).parameters.theta
        )

    def test_in_the_middle_of_a_long_wait(self, qtbot, work):
        worker = work(pace=1.0)
        worker.start()
        qtbot.waitUntil(lambda: not worker.mailbox.empty)
        begun = time.perf_counter()
        worker.request_stop()
        assert worker.wait(2000)
        assert time.perf_counter() - begun < AT_ONCE
        assert worker.outcome.state.position.updates == 1

    def test_before_it_has_begun(self, qtbot, work):
        worker = work()
        worker.request_stop()
        outcome = finish(qtbot, worker)
        assert outcome.state.position.updates == 0
        assert outcome.metrics == ()

    def test_between_two_chunks_of_an_evaluation(self, qtbot, work, monkeypatch):
        monkeypatch.setattr(measuring, "EVALUATION_CHUNK", 1)
        chunks, entered, free = [], threading.Event(), threading.Event()

        def slow_guesses(spec, a):
            chunks.append(len(a))
            entered.set()
            assert free.wait(5)
            return a.argmax(axis=-1)

        monkeypatch.setattr(measuring, "guesses", slow_guesses)
        worker = work()
        worker.start()
        assert entered.wait(5)
        worker.request_stop()
        free.set()
        assert worker.wait(2000)
        assert chunks == [1]
        assert worker.outcome.metrics == ()

    def test_what_was_asked_for_at_least_is_done(self, qtbot, work):
        worker = work(1, least=1)
        worker.request_stop()
        assert finish(qtbot, worker).state.position.updates == 1

    def test_the_last_update_of_a_slow_run_is_not_waited_for(self, qtbot, work):
        begun = time.perf_counter()
        finish(qtbot, work(1, pace=1.0))
        assert time.perf_counter() - begun < 0.9


class TestOnTheWay:
    def test_the_pace_is_kept(self, qtbot, work):
        begun = time.perf_counter()
        finish(qtbot, work(5, pace=50.0))
        assert 0.08 <= time.perf_counter() - begun < 2  # four waits of 20 ms

    @pytest.mark.parametrize("pace", [None, 1000.0])
    def test_a_new_pace_ends_a_long_wait(self, qtbot, work, pace):
        worker = work(30, pace=0.01)
        worker.start()
        qtbot.waitUntil(lambda: not worker.mailbox.empty)
        with qtbot.waitSignal(worker.ended, timeout=2000):
            worker.set_pace(pace)

    def test_a_new_rate_is_used_from_the_next_update_on(self, qtbot, work):
        worker = work(30, pace=0.01)
        worker.start()
        qtbot.waitUntil(lambda: not worker.mailbox.empty)  # the first update; the second is 100 s away
        worker.set_settings(TrainSettings(2.0, 5))
        with qtbot.waitSignal(worker.ended, timeout=5000):
            worker.set_pace(None)
        expected = reference(1)
        expected.rate = 2.0
        for _ in range(29):
            expected.step()
        np.testing.assert_array_equal(worker.outcome.state.parameters.theta, expected.parameters.theta)

    def test_the_course_brings_every_update_back_whenever_settings_changed(self, qtbot, work, monkeypatch):
        monkeypatch.setattr(course, "SPACING", 1e-5)
        seen = {}
        step = Trainer.step

        def remembering(self):
            done = step(self)
            seen.setdefault(self.position.updates, self.parameters.theta.tobytes())
            return done

        monkeypatch.setattr(Trainer, "step", remembering)
        worker = work(pace=None)
        worker.start()
        for rate, batch in ((2.0, 5), (0.1, 3), (1.0, 5)):
            qtbot.waitUntil(lambda: not worker.mailbox.empty)
            worker.set_settings(TrainSettings(rate, batch))
            worker.mailbox.take()
        changed = len(seen)
        qtbot.waitUntil(lambda: len(seen) > changed + 200)
        worker.request_stop()
        qtbot.waitUntil(lambda: worker.outcome is not None)
        assert len(worker.course.keyframes) > 3
        end = worker.outcome.state.position.updates
        some = range(1, end + 1, max(1, end // 30))
        replayed = {n: worker.course.state_at(n).parameters.theta.tobytes() for n in some}
        assert replayed == {n: seen[n] for n in replayed}


class TestFailing:
    def test_divergence_brings_back_the_last_good_state(self, qtbot, work):
        outcome = finish(qtbot, work(trainer=linear(1e9)))
        assert outcome.failed
        assert outcome.diverged_at > 0
        assert outcome.state.parameters.finite
        assert outcome.state.position.updates == outcome.metrics[-1].updates
        assert all(m.finite for m in outcome.metrics)

    def test_divergence_names_the_first_bad_update(self, qtbot, work):
        outcome, again = finish(qtbot, work(trainer=linear(1e9))), linear(1e9)
        with np.errstate(all="ignore"):
            while again.parameters.finite:
                again.step()
        assert outcome.diverged_at == again.position.updates

    def test_divergence_after_good_epochs_keeps_them(self, qtbot, work):
        training = linear(0.01)
        worker = work(trainer=training, pace=0.01)
        worker.start()
        qtbot.waitUntil(lambda: not worker.mailbox.empty)
        worker.set_pace(100.0)
        qtbot.waitUntil(lambda: len(worker.metrics) >= 4)
        with qtbot.waitSignal(worker.ended, timeout=5000):
            worker.set_settings(TrainSettings(1e30, 5))
        assert worker.outcome.state.position.updates == worker.metrics[-1].updates >= 3

    def test_an_infinite_weight_behind_a_saturated_neuron_is_noticed(self, qtbot, work, monkeypatch):
        # σ(∞) is 1 and the cost finite, but nothing can be trained from there.
        step = Trainer.step

        def running_away(self):
            step(self)
            if self.position.updates == 4:
                self.parameters.biases(2)[0] = np.inf

        monkeypatch.setattr(Trainer, "step", running_away)
        outcome = finish(qtbot, work(100))
        assert 4 <= outcome.diverged_at <= 6
        assert outcome.state.parameters.finite
        assert outcome.metrics[-1].updates == outcome.state.position.updates < 4

    def test_an_error_is_reported_and_what_was_measured_is_kept(self, qtbot, work, monkeypatch):
        step = Trainer.step

        def failing(self):
            if self.position.updates == 8:
                self.parameters.theta[:] = 0  # half an update
                raise MemoryError("no room")
            step(self)

        monkeypatch.setattr(Trainer, "step", failing)
        outcome = finish(qtbot, work(100))
        assert outcome.error == "MemoryError: no room"
        assert outcome.failed
        updates = outcome.state.position.updates
        assert updates == outcome.metrics[-1].updates >= 6
        np.testing.assert_array_equal(outcome.state.parameters.theta, reference(updates).parameters.theta)

    def test_an_error_at_once_gives_back_where_it_began(self, qtbot, work, monkeypatch):
        monkeypatch.setattr(Trainer, "measure", lambda self, stopped: 1 / 0)
        outcome = finish(qtbot, work())
        assert outcome.error == "ZeroDivisionError: division by zero"
        np.testing.assert_array_equal(outcome.state.parameters.theta, initialize(SPEC).theta)


def test_is_a_qthread_that_can_be_waited_for(work):
    assert isinstance(work(), QThread)
    assert not work().isRunning()


def _take(worker, taken):
    snapshot = worker.mailbox.take()
    if snapshot is not None:
        taken.append(snapshot)
    return True


class TestTheWindowFirst:
    def test_it_stands_aside_between_two_mini_batches_and_loses_nothing(self, work, monkeypatch):
        monkeypatch.setattr(precedence, "PATIENCE", 60.0)
        window = Precedence()
        with window:
            worker = work(20, window=window)
            worker.start()
            assert not worker.wait(100)
            assert worker.mailbox.empty
        assert worker.wait(5000)
        np.testing.assert_array_equal(worker.outcome.state.parameters.theta, reference(20).parameters.theta)

    def test_what_was_waited_is_no_time_of_training(self, work):
        window = Precedence()
        with window:
            worker = work(6, window=window)  # two epochs, each of three mini-batches
            worker.start()
            assert worker.wait(10_000)  # patience ends six times
        assert worker.metrics[-1].samples_per_second > 5 / precedence.PATIENCE

    def test_at_a_pace_it_need_not_stand_aside(self, work, monkeypatch):
        monkeypatch.setattr(precedence, "PATIENCE", 60.0)
        window = Precedence()
        with window:
            worker = work(3, window=window, pace=1000.0)
            worker.start()
            assert worker.wait(5000)

    def test_a_stop_is_heard_there(self, work, monkeypatch):
        monkeypatch.setattr(precedence, "PATIENCE", 60.0)
        window = Precedence()
        with window:
            worker = work(window=window)
            worker.start()
            worker.request_stop()
            assert worker.wait(5000)
