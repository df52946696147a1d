"""The thread a training runs in.

The worker owns its numbers. When the one-slot mailbox is empty it leaves a read-only copy of one real update
there; the window fetches it at its own frame rate. Signals carry the end of a run and nothing else; each run
has a worker of its own, so late news names the worker it comes from.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.core.arrays import read_only
from nnviz.core.network import Parameters
from nnviz.training.course import Course
from nnviz.training.ending import Reason
from nnviz.training.mailbox import Mailbox
from nnviz.training.precedence import Precedence
from nnviz.training.settings import TrainSettings
from nnviz.training.threads import computing
from nnviz.training.timeline import State
from nnviz.training.trainer import Metrics, Trainer

MEASURE_SHARE = 0.2
"""Within an epoch, measuring may take this share of the time; the curves of a slow pace stay alive."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One real update as the window sees it: θ before it, and the state after it."""

    before: Parameters
    after: State


@dataclass(frozen=True, eq=False)
class Outcome:
    """How a run ended.

    Attributes
    ----------
    state : State
        The last state, or the last good one when the cost stopped being a finite number.
    metrics : tuple of Metrics
        Everything measured.
    diverged_at : int or None
        The first update after which its numbers were no longer finite.
    error : str or None
        The text of an unexpected failure.
    finished : "target", "patience" or None
        Which stop condition of the settings has ended it.
    """

    state: State
    metrics: tuple[Metrics, ...]
    diverged_at: int | None = None
    error: str | None = None
    finished: Reason | None = None

    @property
    def failed(self) -> bool:
        """True when the run ended in a way nobody wanted."""
        return self.diverged_at is not None or self.error is not None


class TrainingWorker(QThread):
    """Runs a trainer until its limit, or until it is asked to stop.

    Signals
    -------
    ended(object)
        The run is over, after `outcome` was set; carries the worker itself.

    Parameters
    ----------
    trainer : Trainer
        Handed over: nobody else touches it until the thread has ended.
    done : callable
        ``done(trainer)`` says, between two updates, whether the limit is reached.
    pace : float or None
        Updates a second; None is flat out.
    measure_first : bool
        Measure before the first update, so that the curves begin where the training does.
    least : int
        The count of updates, ``trainer.position.updates``, before which a wish to stop is not heard: the one
        mini-batch somebody asked for is done even when the next wish follows at once.
    window : Precedence, optional
        Before whom it stands aside.
    """

    ended = Signal(object)

    def __init__(
        self,
        trainer: Trainer,
        done: Callable[[Trainer], bool],
        pace: float | None = None,
        measure_first: bool = True,
        least: int = 0,
        parent: QObject | None = None,
        window: Precedence | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window or Precedence()
        self.mailbox: Mailbox[Snapshot] = Mailbox()
        self.metrics: list[Metrics] = []
        self.outcome: Outcome | None = None
        self._trainer = trainer
        trainer.stopped = self._stopped
        self._done = done
        self._pace = pace
        self._measure_first = measure_first
        self._least = least
        self._good = self._state()
        self.course = Course(self._good, trainer.settings)
        self._settings = trainer.settings
        self._diverged = False
        self._stop = False
        self._wake = threading.Event()
        self._measured = 0.0
        self._measuring = 0.0

    def request_stop(self) -> None:
        """Ask for an end after the present mini-batch, without waiting."""
        self._stop = True
        self._wake.set()

    def set_settings(self, settings: TrainSettings) -> None:
        """Take over what counts from the next update on; a schedule goes on from the new rate."""
        self._settings = self._settings.adjusted(settings)

    def set_pace(self, pace: float | None) -> None:
        """Change the pace at once, even in the middle of a long wait."""
        self._pace = pace
        self._wake.set()

    def run(self) -> None:
        """Train; called by QThread in the new thread."""
        try:
            with computing():
                self.outcome = self._train()
        except Exception as error:  # the thread's last line of defence: the window must hear of it
            self.outcome = self._outcome(self._good, error=f"{type(error).__name__}: {error}")
        self.ended.emit(self)

    def _train(self) -> Outcome:
        self._trainer.warm_up()
        if self._measure_first:
            self._measure()
        while not self._over():
            begun = time.perf_counter()
            if self._pace is None:  # at a pace the interpreter is free most of the time
                self._trainer.rest(self._window.stand_aside(self._stopped))
            self._update()
            if self._measure_now():
                self._measure()
            if self._pace is not None:
                self._wait(begun)
        last = self._state()
        if self._diverged or not last.parameters.finite:
            return self._outcome(self._good, diverged_at=self._first_bad(last.position.updates))
        return self._outcome(last)

    def _first_bad(self, last: int) -> int:
        """Return where it began: the updates since the last good state are made once more."""
        good = self._good.position.updates
        for state in self.course.through(range(good + 1, last)):
            if self._stop:
                break
            if not state.parameters.finite:
                return state.position.updates
        return last

    def _over(self) -> bool:
        trainer = self._trainer
        return self._diverged or trainer.finished is not None or self._stopped() or self._done(trainer)

    def _stopped(self) -> bool:
        return self._stop and self._trainer.position.updates >= self._least

    def _outcome(self, state: State, diverged_at: int | None = None, error: str | None = None) -> Outcome:
        return Outcome(state, tuple(self.metrics), diverged_at, error, self._trainer.finished)

    def _update(self) -> None:
        trainer = self._trainer
        if self._settings is not trainer.settings:
            # Here and nowhere else, so that the course knows exactly which updates were made how.
            trainer.adjust(self._settings)
            self.course.adjust(trainer.position.updates, trainer.settings)
        if self.course.due:
            self.course.keep(self._state())
        if not self.mailbox.empty:
            trainer.step()
            return
        theta = read_only(trainer.parameters.theta.copy())
        learned = trainer.step()
        after = self._state()
        if learned and after.parameters.finite:
            self.mailbox.put(Snapshot(Parameters(trainer.parameters.spec, theta), after))

    def _measure_now(self) -> bool:
        if self._trainer.position.used == 0 or self._done(self._trainer):
            return True
        return self._measuring < MEASURE_SHARE * (time.perf_counter() - self._measured)

    def _measure(self) -> None:
        """Measure, and keep the state as a good one; unless the cost is no longer a number."""
        begun = time.perf_counter()
        measured = self._trainer.measure(lambda: self._stop)
        self._measured = time.perf_counter()
        self._measuring = self._measured - begun
        if measured is None:
            return
        # An infinite weight can hide behind a ReLU that is off or a sigmoid at its end.
        self._diverged = not (measured.finite and self._trainer.parameters.finite)
        if not self._diverged:
            self._good = self._state()
            self.metrics.append(measured)

    def _wait(self, begun: float) -> None:
        """Sleep until the next update is due; a stop or a new pace ends the sleep."""
        while not self._over():
            pace = self._pace  # read once: the window may change it at any moment
            left = 0.0 if pace is None else begun + 1 / pace - time.perf_counter()
            if left <= 0:
                return
            rested = time.perf_counter()
            self._wake.wait(left)
            self._wake.clear()
            self._trainer.rest(time.perf_counter() - rested)

    def _state(self) -> State:
        return State.of(self._trainer)
