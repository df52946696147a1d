"""Stochastic gradient descent: shuffle, cut into mini-batches, step. No Qt, no threads.

Randomness is derived from (seed, purpose, epoch) and never stored, so any moment can be computed again.
"""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks, masks_of
from nnviz.data.dataset import Dataset, Split
from nnviz.errors import SettingsError
from nnviz.training.kernel import Kernel

SHUFFLE = 2
"""The purpose that keeps the shuffling's random numbers apart from the initialization's."""

MOST_EPOCHS = 1_000_000
"""More would take years, and no spin box holds them all."""

EVALUATION_CHUNK = 1000
"""Examples evaluated between two looks at whether to stop; larger is no faster."""


@dataclass(frozen=True)
class TrainSettings:
    """How to train.

    Parameters
    ----------
    rate : float
        The learning rate η.
    batch : int
        Examples per mini-batch.
    epochs : int
        Passes over the training set.
    seed : int
        Seed of the shuffling.

    Raises
    ------
    SettingsError
        When a value lies outside what makes sense.
    """

    rate: float = 1.0
    batch: int = 10
    epochs: int = 30
    seed: int = 0

    def __post_init__(self) -> None:
        check_rate(self.rate)
        for name in ("batch", "epochs"):
            if getattr(self, name) < 1:
                raise SettingsError(f"a whole number from 1, not {getattr(self, name)}", field=name)
        if self.epochs > MOST_EPOCHS:
            raise SettingsError(f"at most {MOST_EPOCHS:,}, not {self.epochs}", field="epochs")
        if self.seed < 0:
            raise SettingsError(f"a whole number from 0, not {self.seed}", field="seed")


def check_rate(rate: float) -> None:
    """Raise SettingsError unless the learning rate is a finite number above 0."""
    if not (math.isfinite(rate) and rate > 0):
        raise SettingsError(f"the learning rate must be a number above 0, not {rate}", field="rate")


class Position(NamedTuple):
    """How far a training has come: finished epochs, examples used in the one now begun, updates in all."""

    epoch: int = 0
    used: int = 0
    updates: int = 0

    def epochs(self, n: int) -> float:
        """Return the epochs trained on a set of n examples, as a real number."""
        return self.epoch + self.used / n


class Metrics(NamedTuple):
    """Cost and accuracy of the whole sets at one moment; accuracies are None where targets are not classes.

    `epochs` is a real number within an epoch; `samples_per_second` counts shuffling, gathering and updates
    since the last measurement; `seconds` is the time since this run began.
    """

    updates: int
    epochs: float
    train_cost: float
    test_cost: float
    train_accuracy: float | None
    test_accuracy: float | None
    samples_per_second: float
    seconds: float

    @property
    def finite(self) -> bool:
        """False once the training has diverged."""
        return math.isfinite(self.train_cost) and math.isfinite(self.test_cost)


class Trainer:
    """The training of one network on one data set.

    Parameters
    ----------
    parameters : Parameters
        Where to start. Copied: the trainer owns its numbers.
    dataset : Dataset
        What to learn from.
    settings : TrainSettings
        How. `rate` may be changed between any two updates.
    position : Position
        Where in the course of epochs and mini-batches to go on.
    off : frozenset of (layer, j)
        Hidden neurons that are switched off, in training and in measuring.

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
    ) -> None:
        if settings.batch > len(dataset.train):
            raise SettingsError(
                f"the training set has {len(dataset.train):,} examples, a mini-batch cannot have"
                f" {settings.batch:,}",
                field="batch",
            )
        self.parameters = Parameters(parameters.spec, np.array(parameters.theta, np.float32))
        self.dataset = dataset
        self.settings = settings
        self.rate = settings.rate
        self.position = position or Position()
        self.off = off
        self._kernel = Kernel(self.parameters, masks_of(parameters.spec, off))
        self._order: tuple[int, IntArray] | None = None
        self._samples = 0
        self._busy = 0.0
        self._begun = time.perf_counter()

    @property
    def epochs(self) -> float:
        """How many epochs have been trained, as a real number."""
        return self.position.epochs(len(self.dataset.train))

    def rows(self) -> IntArray:
        """Return which training examples form the next mini-batch; the last of an epoch may be smaller."""
        epoch, used, _ = self.position
        if self._order is None or self._order[0] != epoch:
            self._order = (epoch, shuffled(len(self.dataset.train), self.settings.seed, epoch))
        return self._order[1][used : used + self.settings.batch]

    def step(self) -> None:
        """Train on the next mini-batch: θ ← θ − η ∇C."""
        begun = time.perf_counter()
        rows, train = self.rows(), self.dataset.train
        update(self._kernel, train.inputs, train.targets, rows, self.rate)
        epoch, used, updates = self.position
        used += len(rows)
        last = used == len(train)
        self.position = Position(epoch + last, 0 if last else used, updates + 1)
        self._samples += len(rows)
        self._busy += time.perf_counter() - begun

    def measure(self, stopped: Callable[[], bool] = lambda: False) -> Metrics | None:
        """Evaluate the whole training and test set; None when `stopped` says so before the end."""
        results = [evaluate(self._kernel, part, stopped) for part in (self.dataset.train, self.dataset.test)]
        if results[0] is None or results[1] is None:
            return None
        (train_cost, train_accuracy), (test_cost, test_accuracy) = results[0], results[1]
        speed = self._samples / self._busy if self._busy else 0.0
        self._samples, self._busy = 0, 0.0
        return Metrics(
            self.position.updates,
            self.epochs,
            train_cost,
            test_cost,
            train_accuracy,
            test_accuracy,
            speed,
            time.perf_counter() - self._begun,
        )

    def train(self) -> Iterator[Metrics]:
        """Train for the epochs of the settings; yield the measurement after each."""
        with threadpool_limits(1, "blas"), np.errstate(all="ignore"):
            for _ in range(self.settings.epochs):
                epoch = self.position.epoch
                while self.position.epoch == epoch:
                    self.step()
                measured = self.measure()
                assert measured is not None
                yield measured


def shuffled(n: int, seed: int, epoch: int) -> IntArray:
    """Return the order of the n training examples in this epoch."""
    return np.random.default_rng([seed, SHUFFLE, epoch]).permutation(n)


def update(kernel: Kernel, inputs: Array, targets: Array, rows: IntArray, rate: float) -> None:
    """Apply one update from the examples `rows`, shape (batch,), to the kernel's parameters."""
    batch = kernel.gather(inputs, targets, rows)
    kernel.forward(batch)
    kernel.descend(batch, rate)


def single_update(
    parameters: Parameters, x: Array, y: Array, rate: float, masks: Masks | None = None
) -> Parameters:
    """Return θ′ after one example, x of shape (n_0,) and y of shape (n_L,): the trainer's own arithmetic."""
    after = Parameters(parameters.spec, np.array(parameters.theta, np.float32))
    inputs, targets = np.append(x, 1)[None].astype(np.float32), y[None].astype(np.float32)
    with np.errstate(all="ignore"):
        update(Kernel(after, masks), inputs, targets, np.zeros(1, np.int64), rate)
    return after


def evaluate(
    kernel: Kernel, split: Split, stopped: Callable[[], bool] = lambda: False
) -> tuple[float, float | None] | None:
    """Return the average cost and the accuracy over a split, chunk by chunk; None when stopped."""
    cost, right = 0.0, 0
    for start in range(0, len(split), EVALUATION_CHUNK):
        if stopped():
            return None
        part = slice(start, start + EVALUATION_CHUNK)
        x, y = split.inputs[part], split.targets[part]
        buffers = kernel.buffers(len(x))
        a = kernel.forward(buffers, x)
        terms = kernel.spec.cost_function.terms(buffers.z[kernel.spec.depth], a, y)
        cost += float(terms.sum(dtype=np.float64))
        if split.labels is not None:
            right += int((guesses(kernel.spec, a) == split.labels[part]).sum())
    accuracy = None if split.labels is None else right / len(split)
    return cost / len(split), accuracy


def guesses(spec: NetworkSpec, a: Array) -> IntArray:
    """Return the class each row of outputs, shape (batch, n_L), speaks for; one output means yes or no."""
    if a.shape[-1] > 1:
        return np.asarray(a.argmax(axis=-1))
    middle = 0.0 if spec.activations[-1] == "tanh" else 0.5
    return np.asarray((a[..., 0] > middle).astype(np.int64))
