"""The course of one training: every update of it comes back, bit for bit, from a keyframe before it."""

import threading
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from nnviz.training.state import State
from nnviz.training.threads import computing
from nnviz.training.trainer import Trainer, TrainSettings

BUDGET = 256 * 2**20
"""How many bytes of states are kept."""

SPACING = 0.015
"""Seconds of training between two keyframes, so that a moment between them is computed again that quickly."""


class Course:
    """What it takes to go through a training once more.

    Randomness is derived from (seed, purpose, epoch), so the settings, their changes and the keyframes are
    all that has to be kept. The worker writes while the window reads: a lock keeps the two apart.

    Parameters
    ----------
    start : State
        Where the training begins.
    settings : TrainSettings
        How it trains, until :meth:`adjust`.
    budget : int
        How many bytes the keyframes may take; where that is not enough, every second one goes.
    """

    def __init__(self, start: State, settings: TrainSettings, budget: int = BUDGET) -> None:
        self._budget = budget
        self._settings = [(start.position.updates, settings)]
        self._keyframes = [start]
        self._spacing = SPACING
        self._kept: float | None = None
        self._lock = threading.Lock()

    @property
    def start(self) -> State:
        """Where it begins."""
        return self._keyframes[0]

    @property
    def nbytes(self) -> int:
        """How much memory the keyframes take."""
        return sum(state.nbytes for state in self._keyframes)

    @property
    def keyframes(self) -> tuple[int, ...]:
        """After how many updates each keyframe stands."""
        return tuple(state.position.updates for state in self._keyframes)

    # While it trains

    @property
    def due(self) -> bool:
        """True when the thread that asks has computed long enough for the next keyframe."""
        now = time.thread_time()  # each thread has a clock of its own: the first question sets it
        if self._kept is None or now < self._kept:
            self._kept = now
        return now - self._kept >= self._spacing

    def keep(self, state: State) -> None:
        """Make this state, later than all others, a keyframe."""
        with self._lock:
            self._keyframes.append(state)
        self._kept = time.thread_time()
        while self.nbytes > self._budget and self.thin():
            pass

    def adjust(self, updates: int, settings: TrainSettings) -> None:
        """Write down that the updates after this many are made with other settings."""
        with self._lock:
            self._settings.append((updates, settings))

    def thin(self) -> bool:
        """Let every second keyframe go, and keep fewer from now on; False when only the first is left."""
        with self._lock:
            if len(self._keyframes) == 1:
                return False
            self._keyframes = self._keyframes[::2]
            self._spacing *= 2
            return True

    # Going through it again

    def settings_at(self, updates: int) -> TrainSettings:
        """Return the settings of the update that follows this many."""
        return self._settings[bisect_right(self._settings, updates, key=lambda entry: entry[0]) - 1][1]

    def state_at(self, updates: int) -> State:
        """Return the state after this many updates: the very same numbers as then.

        Raises
        ------
        ValueError
            When the training began later.
        """
        nearest = self._keyframe(updates)
        if nearest.position.updates == updates:
            return nearest
        return self._replayed(nearest, updates)

    def _keyframe(self, updates: int) -> State:
        """Return the last state that is kept of those up to so many updates."""
        with self._lock:
            place = bisect_right(self._keyframes, updates, key=lambda state: state.position.updates) - 1
            if place < 0:
                begun = self.start.position.updates
                raise ValueError(f"the training begins at update {begun}, not {updates}")
            return self._keyframes[place]

    def through(self, moments: Iterable[int]) -> Iterator[State]:
        """Yield the state after each of these counts of updates, in order, computing nothing twice.

        Raises
        ------
        ValueError
            When the training began later.
        """
        trainer: Trainer | None = None
        with computing():
            for updates in moments:
                nearest = self._keyframe(updates)
                if trainer is None or trainer.position.updates < nearest.position.updates:
                    trainer = nearest.trainer(self._settings[0][1])
                self._go_on(trainer, updates)
                yield State.of(trainer)

    def _replayed(self, state: State, updates: int) -> State:
        # Optimizer and seed stay those it began with, whatever was adjusted on the way.
        trainer = state.trainer(self._settings[0][1])
        with computing():
            self._go_on(trainer, updates)
        return State.of(trainer)

    def _go_on(self, trainer: Trainer, updates: int) -> None:
        while trainer.position.updates < updates:
            settings = self.settings_at(trainer.position.updates)
            if settings is not trainer.settings:
                trainer.adjust(settings)
            trainer.step()

    def farthest(self) -> int:
        """Return the most updates that lie between two keyframes: what a replay has to compute at worst."""
        return max((b - a for a, b in pairwise(self.keyframes)), default=0)
