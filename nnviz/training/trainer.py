"""Stochastic gradient descent: shuffle, cut into mini-batches, step. No Qt, no threads.

Randomness is derived from (seed, purpose, epoch, ...) and never stored, so any moment can be computed again
from θ, the position and what the optimizer remembers.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, Inputs, IntArray
from nnviz.core.network import Parameters
from nnviz.core.passes import Masks, masks_of
from nnviz.data.dataset import Dataset
from nnviz.errors import SettingsError
from nnviz.training.ending import Ending, Reason
from nnviz.training.kernel import Dropout, Kernel, load_blas
from nnviz.training.learner import Learner
from nnviz.training.measuring import Metrics, evaluate, gradient_norms, guesses
from nnviz.training.optimizers import OptimizerState
from nnviz.training.schedules import rate_factor
from nnviz.training.settings import MOST_EPOCHS, TrainSettings, check_rate
from nnviz.training.threads import computing

__all__ = [
    "MOST_EPOCHS",
    "Metrics",
    "Position",
    "TrainSettings",
    "Trainer",
    "check_rate",
    "evaluate",
    "guesses",
    "shuffled",
    "single_update",
    "update",
    "updated",
]

SHUFFLE, DROPOUT = 2, 3
"""The purposes that keep these random numbers apart from one another and from the initialization's, 1."""


class Position(NamedTuple):
    """How far a training has come: whole epochs, examples used in the one now begun, updates in all."""

    epoch: int = 0
    used: int = 0
    updates: int = 0

    def epochs(self, n: int) -> float:
        """Return the epochs trained on a set of n examples, as a real number."""
        return self.epoch + self.used / n

    def within(self, n: int) -> "Position":
        """Return the position in other data of n examples: if this epoch is over with them, the next."""
        return self if self.used < n else Position(self.epoch + 1, 0, self.updates)


class Trainer:
    """The training of one network on one data set.

    Parameters
    ----------
    parameters : Parameters
        Where to start. Copied: the trainer owns its numbers.
    dataset : Dataset
        What to learn from.
    settings : TrainSettings
        How. Rate, momentum and penalties may be changed between any two updates: `rate` and `adjust`.
    position : Position
        Where in the course of epochs and mini-batches to go on.
    off : frozenset of (layer, j)
        Hidden neurons that are switched off, in training and in measuring.
    optimizer : OptimizerState, optional
        What the optimizer remembers, and where the run it is in began. Copied.

    Attributes
    ----------
    position : Position
        Where it is now.
    rate : float
        η before the schedule; may be set.
    begun : int
        The epoch in which the run began that the schedule belongs to; may be set.
    seconds : float
        What was spent in earlier runs; may be set.
    stopped : callable
        Asked between the chunks of a large mini-batch: when True, the update is given up; may be set.
    finished : "target", "patience" or None
        Why the training should end before its epochs are over; set by measuring at an epoch's end.

    Raises
    ------
    SettingsError
        When a mini-batch is larger than the training set.
    """

    def __init__(
        self,
        parameters: Parameters,
        dataset: Dataset,
        settings: TrainSettings,
        position: Position | None = None,
        off: frozenset[tuple[int, int]] = frozenset(),
        optimizer: OptimizerState | None = None,
    ) -> None:
        if settings.batch > len(dataset.train):
            raise SettingsError(
                "the training set has {n:,} examples, a mini-batch cannot have {batch:,}",
                field="batch",
                n=len(dataset.train),
                batch=settings.batch,
            )
        self.parameters = Parameters(parameters.spec, np.array(parameters.theta, np.float32))
        self.dataset = dataset
        self.position = position or Position()
        self.off = off
        self.seconds = 0.0
        self.stopped: Callable[[], bool] = lambda: False
        self.finished: Reason | None = None
        self.begun = self.position.epoch if optimizer is None else optimizer.begun
        self._learner = Learner(self.parameters, settings, masks_of(parameters.spec, off), optimizer)
        self._order: tuple[int, IntArray] | None = None
        self._ending = Ending(settings)
        self._first, self._last = self.position.updates, self._seen
        self._since = self._start = time.perf_counter()
        self._rested = 0.0
        self.adjust(settings)

    def adjust(self, settings: TrainSettings) -> None:
        """Change how it goes on from the next update; the optimizer stays the one it began with."""
        self.settings = settings
        self.rate = settings.rate
        self._learner.adjust(settings)

    def recall(self, measured: Iterable[Metrics]) -> None:
        """Take over what this run has measured before it was interrupted: its patience goes on, not anew."""
        for metrics in measured:
            if metrics.epochs == int(metrics.epochs) > self.begun:
                self._ending.after(metrics.test_cost, metrics.test_accuracy)

    @property
    def epochs(self) -> float:
        """How many epochs have been trained, as a real number."""
        return self.position.epochs(len(self.dataset.train))

    @property
    def optimizer(self) -> OptimizerState:
        """A copy of what the optimizer remembers: with θ and the position, all it takes to go on."""
        return self._learner.optimizer.state(self.begun)

    @property
    def rate_now(self) -> float:
        """The learning rate of the next update: η, as the schedule has it at this position."""
        if self.settings.schedule == "constant":
            return self.rate
        passed = (self.epochs - self.begun) / self.settings.epochs
        return self.rate * rate_factor(self.settings.schedule, passed, self.settings.final)

    def rows(self) -> IntArray:
        """Return which training examples form the next mini-batch; the last of an epoch may be smaller."""
        epoch, used, _ = self.position
        if self._order is None or self._order[0] != epoch:
            self._order = (epoch, shuffled(len(self.dataset.train), self.settings.seed, epoch))
        return self._order[1][used : used + self.settings.batch]

    def step(self) -> bool:
        """Train on the next mini-batch: θ ← θ − η ∇C, or what the optimizer makes of it.

        Returns
        -------
        bool
            False when `stopped` said so before a large mini-batch was over: then nothing has changed.
        """
        rows, train = self.rows(), self.dataset.train
        dropout = self._dropout() if self.settings.dropout else None
        if not self._learner.learn(train.stored, train.targets, rows, self.rate_now, dropout, self.stopped):
            return False
        epoch, used, updates = self.position
        used += len(rows)
        last = used == len(train)
        self.position = Position(epoch + last, 0 if last else used, updates + 1)
        return True

    def _dropout(self) -> Dropout:
        epoch, used, _ = self.position
        random = np.random.default_rng([self.settings.seed, DROPOUT, epoch, used])
        return Dropout(self.settings.dropout, random)

    def rest(self, seconds: float) -> None:
        """Take note of time that was spent waiting: it does not count as training."""
        self._rested += seconds

    @property
    def _seen(self) -> int:
        return self.position.epoch * len(self.dataset.train) + self.position.used

    def measure(self, stopped: Callable[[], bool] = lambda: False) -> Metrics | None:
        """Evaluate the whole training and test set; None when `stopped` says so before the end."""
        busy = time.perf_counter() - self._since - self._rested
        train = evaluate(self._learner.kernel, self.dataset.train, stopped)
        test = evaluate(self._learner.kernel, self.dataset.test, stopped)
        if train is None or test is None:
            return None
        speed = (self._seen - self._last) / busy if busy > 0 else 0.0
        self._last, self._rested, self._since = self._seen, 0.0, time.perf_counter()
        measured = Metrics(
            self.position.updates,
            self.epochs,
            train.cost,
            test.cost,
            train.accuracy,
            test.accuracy,
            speed,
            self.seconds + self._since - self._start,
            gradient_norms(self._learner.kernel, self.dataset.train),
            train.rmse,
            test.rmse,
            train.r_squared,
            test.r_squared,
        )
        if self.position.used == 0 and self.position.updates > self._first:
            self.finished = self._ending.after(test.cost, test.accuracy)
        return measured

    def warm_up(self) -> None:
        """Import what the first update would import, and let the clock begin only now."""
        load_blas()
        self._since = self._start = time.perf_counter()

    def train(self) -> Iterator[Metrics]:
        """Train for the epochs of the settings, or until finished; yield what each epoch has reached."""
        self.begun = self.position.epoch
        with computing():
            self.warm_up()
            for _ in range(self.settings.epochs):
                epoch = self.position.epoch
                while self.position.epoch == epoch:
                    if not self.step():
                        return
                measured = self.measure()
                assert measured is not None
                yield measured
                if self.finished:
                    return


def shuffled(n: int, seed: int, epoch: int) -> IntArray:
    """Return the order of the n training examples in this epoch."""
    return np.random.default_rng([seed, SHUFFLE, epoch]).permutation(n)


def update(kernel: Kernel, stored: Inputs, targets: Array, rows: IntArray, rate: float) -> None:
    """Apply one update of plain SGD from the examples `rows`, shape (batch,), to the kernel's parameters."""
    kernel.descend(stored, targets, rows, rate)


def single_update(
    parameters: Parameters, x: Array, y: Array, rate: float, masks: Masks | None = None
) -> Parameters:
    """Return θ′ = θ − η ∇C after one example, x (n_0,) and y (n_L,), as a trainer on such numbers does it."""
    stored, targets = np.append(x, 1)[None].astype(np.float32), y[None].astype(np.float32)
    return updated(parameters, stored, targets, rate, masks)


def updated(
    parameters: Parameters, stored: Inputs, targets: Array, rate: float, masks: Masks | None = None
) -> Parameters:
    """Return θ′ = θ − η ∇C after all of some examples, bit by bit what the trainer makes of them.

    Parameters
    ----------
    parameters : Parameters
        θ; only read.
    stored, targets : Inputs, Array
        The examples as a split keeps them, shape (n, n_0 + 1) and (n, n_L).
    rate : float
        η.
    masks : dict, optional
        Neurons that are switched off.
    """
    after = Parameters(parameters.spec, np.array(parameters.theta, np.float32))
    with np.errstate(all="ignore"):
        Kernel(after, masks).descend(stored, targets, np.arange(len(stored)), rate)
    return after
