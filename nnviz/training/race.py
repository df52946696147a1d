"""Several trainings side by side: turn by turn in one thread, so that they stay level in epochs. No Qt.

Each lane is a trainer of its own, and how the turns are cut does not reach its numbers: its course is, bit
for bit, that of the trainer alone.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.core.network import Parameters
from nnviz.training.course import BUDGET, Course
from nnviz.training.ending import Reason
from nnviz.training.lanes import MOST_LANES, Lane, Start, Variations, lane
from nnviz.training.measuring import Metrics
from nnviz.training.state import State
from nnviz.training.trainer import Position, Trainer

SHARE = 1 / 20
"""Which share of an epoch a lane may be ahead of the one furthest behind; one mini-batch it always may."""

TURN_SECONDS = 0.02
"""How long a turn takes at most, unless one mini-batch takes longer."""

DIGITS = (1, 2, 5)
"""Measured is at the end of every epoch, and before that after so many updates times a power of ten."""

WORTH = 3
"""But only once so many times the examples trained on since are as many as measuring goes through."""

KEPT = BUDGET // 40
"""How many bytes of states are kept of one lane, so that its training can be gone through once more."""

End = Literal["epochs", "diverged"] | Reason
"""Why a lane is over: its epochs are done, its cost was no number any more, or a stop condition."""


@dataclass(frozen=True, eq=False)
class LaneNews:
    """Where a lane stands, as a copy.

    Attributes
    ----------
    variations : tuple of Variation
        What makes it different.
    parameters : Parameters
        Its network now, or the last good one when it has diverged; read-only.
    position : Position
        How far that network was trained.
    epochs : float
        The same as a real number.
    seconds : float
        Time it has spent on training, without measuring and without the others' turns.
    metrics : tuple of Metrics
        Everything measured.
    end : str or None
        Why it is over; None while it is not.
    diverged_at : int or None
        The first update after which its numbers were no longer finite.
    """

    variations: Variations
    parameters: Parameters
    position: Position
    epochs: float
    seconds: float
    metrics: tuple[Metrics, ...]
    end: End | None
    diverged_at: int | None

    @property
    def last(self) -> Metrics | None:
        """What was measured last."""
        return self.metrics[-1] if self.metrics else None

    @property
    def best(self) -> float | None:
        """The best accuracy on the test set."""
        return max((m.test_accuracy for m in self.metrics if m.test_accuracy is not None), default=None)


class Runner:
    """One lane under way.

    Parameters
    ----------
    lane : Lane
        What is trained.
    epochs : int
        When it is over.
    closely : bool
        Measure after 1, 2, 5, 10 … updates however few examples that are. Where lanes differ in the size of
        their mini-batches and are compared over updates, one epoch of the smallest would else begin where a
        whole training with the full gradient has ended.
    """

    def __init__(self, lane: Lane, epochs: int, closely: bool = False) -> None:
        self.lane = lane
        self.trainer = Trainer(lane.parameters, lane.dataset, lane.settings, off=lane.off)
        self.metrics: list[Metrics] = []
        self.end: End | None = None
        self.diverged_at: int | None = None
        self._limit, self._closely = epochs, closely
        self._seconds = 0.0
        self._good = State.of(self.trainer)
        self.course = Course(self._good, lane.settings, KEPT)

    @property
    def state(self) -> State:
        """Where it stands, as a copy; the last good state once its numbers are none."""
        going = self.end is None and self.trainer.parameters.finite
        return State.of(self.trainer) if going else self._good

    @property
    def epochs(self) -> float:
        """How far it has come."""
        return self.trainer.epochs

    def advance(self, until: float, stopped: Callable[[], bool]) -> None:
        """Train up to a moment in epochs, a measurement, or for the time of a turn; at least one update."""
        trainer, begun = self.trainer, time.perf_counter()
        trainer.stopped = stopped
        learned, limit = True, begun + TURN_SECONDS
        while learned and not stopped():
            if self.course.due:
                self.course.keep(State.of(trainer))
            learned = trainer.step()
            if self._due() or trainer.epochs >= until or time.perf_counter() >= limit:
                break
        self._seconds += time.perf_counter() - begun
        if learned and self._due():
            self.measure(stopped)

    def _due(self) -> bool:
        position, data = self.trainer.position, self.lane.dataset
        if position.used == 0:
            return True
        if not _is_round(position.updates):
            return False
        trained = (position.updates - self._measured) * self.lane.settings.batch
        return self._closely or WORTH * trained >= len(data.train) + len(data.test)

    @property
    def _measured(self) -> int:
        return self.metrics[-1].updates if self.metrics else 0

    def measure(self, stopped: Callable[[], bool]) -> None:
        """Measure both sets, and see whether the lane is over."""
        last = self.metrics[-1].updates if self.metrics else -1
        trainer = self.trainer
        if self.end is not None or last == trainer.position.updates:
            return
        measured = trainer.measure(stopped)
        if measured is None:
            return
        if not (measured.finite and trainer.parameters.finite):
            self._give_up(stopped)
            return
        seen = trainer.epochs * len(trainer.dataset.train)
        speed = seen / self._seconds if self._seconds else 0.0
        self.metrics.append(measured._replace(seconds=self._seconds, samples_per_second=speed))
        self._good = State.of(trainer)
        done = trainer.position.epoch >= self._limit
        self.end = trainer.finished or ("epochs" if done else None)

    def _give_up(self, stopped: Callable[[], bool]) -> None:
        """Find the update at which it went wrong, by making those since the last good state again."""
        again, last = self._good.trainer(self.lane.settings), self.trainer.position.updates
        while again.parameters.finite and again.position.updates < last and not stopped():
            again.step()
        if stopped():
            return  # for a pause: it is measured, and looked for, once more
        self.end, self.diverged_at = "diverged", again.position.updates

    @property
    def overdue(self) -> bool:
        """True when a measurement was given up for a pause, and has to be made before going on."""
        updates = self.trainer.position.updates
        return self.end is None and self._due() and (not self.metrics or self.metrics[-1].updates < updates)

    def news(self) -> LaneNews:
        """Return where it stands."""
        state = self.state
        return LaneNews(
            self.lane.variations,
            state.parameters,
            state.position,
            state.position.epochs(len(self.lane.dataset.train)),
            self._seconds,
            tuple(self.metrics),
            self.end,
            self.diverged_at,
        )


class Race:
    """Up to ten trainings, always the one furthest behind next.

    Parameters
    ----------
    start : Start
        Where they come from.
    variations : sequence
        What makes each lane different.
    epochs : int
        How long they run.

    Raises
    ------
    ValueError
        When there are no lanes, or too many.
    """

    def __init__(self, start: Start, variations: Sequence[Variations], epochs: int) -> None:
        if not 1 <= len(variations) <= MOST_LANES:
            raise ValueError(f"1 to {MOST_LANES} lanes, not {len(variations)}")
        self.start, self.variations, self.epochs = start, tuple(variations), epochs
        self.runners: list[Runner] = []
        self._closely = any(one.what == "batch" for variations in variations for one in variations)

    @property
    def over(self) -> bool:
        """True when every lane is."""
        return len(self.runners) == len(self.variations) and all(r.end for r in self.runners)

    def turn(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Make the next lane ready, or train the one furthest behind a little.

        Returns
        -------
        bool
            False when the race is over.

        Raises
        ------
        NnvizError
            When a lane cannot be made.
        """
        with np.errstate(all="ignore"):
            if len(self.runners) < len(self.variations):
                made = lane(self.start, self.variations[len(self.runners)])
                self.runners.append(Runner(made, self.epochs, self._closely))
                return True
            running = [runner for runner in self.runners if runner.end is None]
            if running:
                behind = min(running, key=lambda runner: runner.epochs)
                if behind.overdue:
                    behind.measure(stopped)
                else:
                    behind.advance(behind.epochs + SHARE, stopped)
        return not self.over

    def news(self) -> tuple[LaneNews, ...]:
        """Return where all lanes stand, as copies."""
        return tuple(runner.news() for runner in self.runners)


def _is_round(updates: int) -> bool:
    """Say whether a count of updates is 1, 2 or 5 times a power of ten."""
    while updates >= 10 and updates % 10 == 0:
        updates //= 10
    return updates in DIGITS
