"""The Session's trainings: settings, and the worker that runs."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer

from nnviz.core.network import NetworkSpec
from nnviz.data.dataset import Dataset
from nnviz.errors import SettingsError
from nnviz.session.changes import NEWS, Changed, RunState
from nnviz.session.screen import Screen
from nnviz.training.ending import Reason
from nnviz.training.moment import Moment
from nnviz.training.precedence import Precedence
from nnviz.training.timeline import Change
from nnviz.training.trainer import Metrics, Position, Trainer, TrainSettings, check_rate
from nnviz.training.worker import Outcome, TrainingWorker
from nnviz.wording import tr
from nnviz.wording.diagnosis import diverged_sentence

POLL_MS = 42
"""How often the window fetches news from a training: more than 20 pictures a second look smooth, and every
further one would be taken from the training."""

PICTURES_SHARE, LONGEST_POLL_MS = 0.5, 200
"""What the window computes may take so much of the time: where its pictures cost more than that, on a slow
machine or a large screen, there are fewer of them, but never less than five a second."""


class Training(Screen):
    """Starts and ends trainings, and writes what they reach into the history."""

    def __init__(
        self, dataset: Dataset, spec: NetworkSpec | None = None, scheme: str = "scaled", seed: int = 0
    ) -> None:
        super().__init__(dataset, spec, scheme, seed)
        self._alone = False
        self._ended: tuple[Moment, Reason] | None = None
        self._poll = QTimer(self, interval=POLL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._poll.timeout.connect(self._fetch)
        self._computed = 0.0
        self._window_first = Precedence()

    @property
    def window_first(self) -> Precedence:
        """The context in which the window draws a training's news while that stands aside."""
        return self._window_first

    @property
    def settings(self) -> TrainSettings:
        """Learning rate, batch size, epochs and seed."""
        return self._settings

    @property
    def pace(self) -> float | None:
        """Updates a second; None is flat out."""
        return self._pace

    @property
    def run_state(self) -> RunState:
        """Whether a training runs, waits to be resumed, or neither."""
        if self._worker is not None:
            return "running"
        return "idle" if self._goal is None else "paused"

    @property
    def position(self) -> Position:
        """How far the present network has been trained: whole epochs, examples used in the one now begun."""
        return self._present_state.position

    @property
    def updates(self) -> int:
        """How many mini-batches the present network has been trained on."""
        return self._present_state.position.updates

    @property
    def epochs(self) -> float:
        """How many epochs the present network has been trained for."""
        return self._present_state.position.epochs(len(self.dataset.train))

    @property
    def finished(self) -> Reason | None:
        """Which stop condition has ended the training that led to the present; None if none has."""
        moment, reason = self._ended or (None, None)
        return reason if moment is self._timeline.present and self._worker is None else None

    @property
    def metrics(self) -> tuple[Metrics, ...]:
        """Everything measured from the network's beginning to now, in order."""
        running = tuple(self._worker.metrics) if self._worker else ()
        return self._timeline.metrics() + running

    def set_rate(self, rate: float) -> None:
        """Change the learning rate, also of a training that runs."""
        check_rate(rate)
        self.set_settings(replace(self._settings, rate=rate))

    def set_settings(self, settings: TrainSettings) -> None:
        """Change how to train: what `AT_ONCE` names also while training, the rest at the next start."""
        if settings.batch > len(self.dataset.train):
            raise SettingsError(
                tr(
                    "a mini-batch can have at most the {n:,} examples of the training set",
                    n=len(self.dataset.train),
                ),
                field="batch",
            )
        self._settings = settings
        if self._worker:
            self._worker.set_settings(self._for_run(settings))
        self._emit(Changed.TRAINING)

    def set_pace(self, pace: float | None) -> None:
        """Change the pace, also of a training that runs."""
        if pace is not None and not pace > 0:
            raise SettingsError(tr("the pace must be a number above 0, not {pace}", pace=pace), field="pace")
        self._pace = pace
        if self._worker:
            self._worker.set_pace(pace)
        self._emit(Changed.TRAINING)

    def _for_run(self, settings: TrainSettings) -> TrainSettings:
        """Let the seed that drew the network also shuffle for it; an example alone is no mini-batch."""
        seeded = replace(settings, seed=self.origin.seed if self.origin else 0)
        return replace(seeded, batch=1) if self._alone else seeded

    def _fit_batch(self) -> None:
        """Make mini-batches no larger than the training set, which may be another than before."""
        self._settings = replace(self._settings, batch=min(self._settings.batch, len(self.dataset.train)))

    # Running

    def start(self) -> None:
        """Train for the epochs of the settings, from the present parameters."""
        self.end_training()
        self._run_to(self._position.epoch + self._settings.epochs, new=True)

    def pause(self) -> None:
        """Interrupt the training; resume goes on where it stopped."""
        self.end_training()

    def resume(self) -> None:
        """Go on with an interrupted training."""
        if self.run_state != "paused":
            return
        goal = self._goal
        assert goal is not None
        if self._position.epoch >= goal:
            # A later moment was brought back in between: the goal lies behind.
            goal = self._position.epoch + self._settings.epochs
        self._run_to(goal)

    def stop(self) -> None:
        """End the training; the parameters stay as they are."""
        self.end_training()
        self._goal = None
        self._emit(Changed.TRAINING)

    def train_example(self) -> None:
        """Train on the next example of the epoch alone; the next mini-batch begins after it."""
        self.end_training()
        goal = self._position.updates + 1
        self._run(lambda trainer: trainer.position.updates >= goal, least=goal, alone=True)

    def train_batch(self) -> None:
        """Train on one mini-batch."""
        self.end_training()
        goal = self._position.updates + 1
        self._run(lambda trainer: trainer.position.updates >= goal, least=goal)

    def train_epoch(self) -> None:
        """Train to the end of the present epoch."""
        self.end_training()
        goal = self._position.epoch + 1
        self._run(lambda trainer: trainer.position.epoch >= goal)

    def train_updates(self, n: int) -> None:
        """Train on the next `n` mini-batches, flat out whatever the pace is."""
        self.end_training()
        goal = self._position.updates + n
        self._run(lambda trainer: trainer.position.updates >= goal, least=goal, hurried=self._settings)

    def train_epochs(self, n: int, until: float | None = None) -> None:
        """Train for `n` epochs, flat out whatever the pace is; at most until an accuracy on the test set."""
        self.end_training()
        goal = self._position.epoch + n
        settings = replace(self._settings, epochs=n, target_accuracy=until)
        self._run(lambda trainer: trainer.position.epoch >= goal, new=True, hurried=settings)

    def _run_to(self, epoch: int, new: bool = False) -> None:
        self._run(lambda trainer: trainer.position.epoch >= epoch, new=new)
        self._goal = epoch

    @property
    def _position(self) -> Position:
        return self._timeline.present.state.position

    def _run(
        self,
        done: Callable[[Trainer], bool],
        least: int = 0,
        new: bool = False,
        alone: bool = False,
        hurried: TrainSettings | None = None,
    ) -> None:
        """Hand a trainer over to a new worker; in a new run a schedule begins anew.

        With settings of its own it is `hurried`: it minds no pace, and there is no news before its end.
        """
        state, self._alone = self._timeline.present.state, alone
        trainer = state.trainer(self._for_run(hurried or self._settings))
        if new:
            trainer.begun = state.position.epoch
        measured = self._timeline.metrics()
        trainer.recall(measured)
        trainer.seconds = measured[-1].seconds if measured else 0.0
        fresh = not measured or measured[-1].updates != state.position.updates
        pace = None if hurried else self._pace
        self._worker = TrainingWorker(trainer, done, pace, fresh, least, self, self._window_first)
        self._worker.ended.connect(self._collect)
        self._player.stop()
        self._cursor = min(self._cursor, self._plan.cost)
        self._worker.start()
        if hurried is None:
            self._computed = time.thread_time()
            self._poll.start(POLL_MS)
        self._emit(Changed.TRAINING | Changed.CURSOR)

    def _fetch(self) -> None:
        """Take the newest snapshot, if there is one."""
        if self._worker is None:
            return
        self._leave_time()
        snapshot = self._worker.mailbox.take()
        if snapshot is not None:
            self._live = snapshot
            with self._window_first:
                self._emit(NEWS)

    def _leave_time(self) -> None:
        """Fetch the next news when the training has had its share of the time."""
        before, self._computed = self._computed, time.thread_time()
        spent_ms = 1000 * (self._computed - before)
        wait = round(min(max(POLL_MS, spent_ms / PICTURES_SHARE), LONGEST_POLL_MS))
        if wait != self._poll.interval():  # setting it begins anew, and each picture would be a little late
            self._poll.setInterval(wait)

    def end_training(self) -> None:
        """Stop the worker, wait for it, and keep what it has reached."""
        if self._worker is not None:
            self._worker.request_stop()
            self._collect(self._worker)

    def _collect(self, worker: TrainingWorker) -> None:
        """Write a finished run into the history, once; news of a worker already collected is late news."""
        if worker is not self._worker:
            return
        worker.wait()
        self._poll.stop()
        self._worker, self._live = None, None
        worker.deleteLater()
        outcome = worker.outcome
        assert outcome is not None
        reached = self._goal is not None and outcome.state.position.epoch >= self._goal
        if reached or outcome.failed or outcome.finished:
            self._goal = None
        if outcome.state.position != self._position:
            painted = self._timeline.present.state.painted
            change = Change("run", metrics=outcome.metrics, course=worker.course)
            self._timeline.push(change, outcome.state._replace(painted=painted))
            self._ended = (self._timeline.present, outcome.finished) if outcome.finished else None
        self._emit(Changed.TRAINING | Changed.PARAMETERS | Changed.METRICS | Changed.HISTORY)
        self._report(outcome)

    def _report(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(tr("The training stopped with an error: {error}", error=outcome.error))
        elif outcome.diverged_at is not None:
            good = outcome.state.position.updates
            self.failed.emit(diverged_sentence(outcome.diverged_at, good, self._settings))
