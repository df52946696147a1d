"""The exam: what a network makes of every example of a split, one by one.

:func:`nnviz.training.measuring.evaluate` says how many are right; here it is said which, how sure the network
was, and what it took the others for. The arithmetic is the same, float32 in the same chunks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.core.arrays import Array, BoolArray, IntArray, read_only
from nnviz.core.network import NetworkSpec
from nnviz.data.split import Split, deviation
from nnviz.training.kernel import Kernel
from nnviz.training.measuring import EVALUATION_CHUNK, guesses, r_squared

Stopped = Callable[[], bool]


@dataclass(frozen=True, eq=False)
class Answers:
    """What a network answers where the targets are classes; all arrays are read-only.

    Attributes
    ----------
    labels, guesses : IntArray
        Shape (n,): what each example is, and what the network takes it for.
    confidences : Array
        Shape (n,), float32: the winning output; under softmax that is its probability. With a single output a
        it is a for yes and 1 − a for no (−a under tanh).
    n_classes : int
        How many classes there are.
    """

    labels: IntArray
    guesses: IntArray
    confidences: Array
    n_classes: int

    def __len__(self) -> int:
        return len(self.labels)

    @cached_property
    def right(self) -> BoolArray:
        """Which answers are right, shape (n,)."""
        return read_only(self.labels == self.guesses)

    @property
    def n_right(self) -> int:
        """How many answers are right."""
        return int(self.right.sum())

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return self.n_right / len(self)

    @cached_property
    def matrix(self) -> IntArray:
        """The confusion matrix, (n_classes, n_classes): so many of class `row` were taken for `column`."""
        cells = self.labels * self.n_classes + self.guesses
        counts = np.bincount(cells, minlength=self.n_classes**2)
        return read_only(counts.reshape(self.n_classes, self.n_classes))

    @cached_property
    def wrong(self) -> IntArray:
        """The examples answered wrongly, in the order of the split."""
        return read_only(np.flatnonzero(~self.right))

    @cached_property
    def wrong_by_confidence(self) -> IntArray:
        """The examples answered wrongly, the most confident answer first."""
        return self._by_confidence(self.wrong)

    def cell(self, label: int, guess: int) -> IntArray:
        """Return the examples of a class that were taken for `guess`, the most confident answer first."""
        return self._by_confidence(np.flatnonzero((self.labels == label) & (self.guesses == guess)))

    def _by_confidence(self, rows: IntArray) -> IntArray:
        # Stable: of two that are equally sure the first of the split is first, every time.
        return read_only(rows[np.argsort(-self.confidences[rows], kind="stable")])


@dataclass(frozen=True, eq=False)
class Fit:
    """How close a network comes where the targets are measured values; all arrays are read-only.

    Attributes
    ----------
    targets, outputs : Array
        Shape (n, n_L), float32.
    """

    targets: Array
    outputs: Array

    def __len__(self) -> int:
        return len(self.targets)

    @cached_property
    def residuals(self) -> Array:
        """Output minus target, a − y, shape (n, n_L), float64."""
        return read_only(self.outputs.astype(np.float64) - self.targets)

    @cached_property
    def errors(self) -> Array:
        """How far off each example is, shape (n,): the root of the mean of its outputs' squared residuals."""
        return read_only(np.sqrt(np.mean(self.residuals**2, axis=1)))

    @cached_property
    def rmse(self) -> float:
        """The root of the mean of all squared residuals, in the targets' unit."""
        return float(np.sqrt(np.mean(self.residuals**2)))

    @cached_property
    def r_squared(self) -> float | None:
        """R², see :func:`nnviz.training.measuring.r_squared`; None where all targets are alike."""
        return r_squared(self.rmse, deviation(self.targets))

    @cached_property
    def worst(self) -> IntArray:
        """All examples, the one that is furthest off first."""
        return read_only(np.argsort(-self.errors, kind="stable"))


Exam = Answers | Fit


def examine(kernel: Kernel, split: Split, stopped: Stopped = lambda: False) -> Exam | None:
    """Let a network answer a whole split, chunk by chunk; None when stopped."""
    return _fit(kernel, split, stopped) if split.labels is None else _answers(kernel, split, stopped)


def _answers(kernel: Kernel, split: Split, stopped: Stopped) -> Answers | None:
    assert split.labels is not None
    guessed = np.empty(len(split), np.int64)
    confidences = np.empty(len(split), np.float32)
    for start in range(0, len(split), EVALUATION_CHUNK):
        if stopped():
            return None
        part = slice(start, start + EVALUATION_CHUNK)
        a = _outputs(kernel, split, part)
        guessed[part] = guesses(kernel.spec, a)
        confidences[part] = confidence(kernel.spec, a, guessed[part])
    n_classes = max(kernel.spec.sizes[-1], 2, int(split.labels.max()) + 1)
    return Answers(split.labels, read_only(guessed), read_only(confidences), n_classes)


def _fit(kernel: Kernel, split: Split, stopped: Stopped) -> Fit | None:
    outputs = np.empty(split.targets.shape, np.float32)
    for start in range(0, len(split), EVALUATION_CHUNK):
        if stopped():
            return None
        part = slice(start, start + EVALUATION_CHUNK)
        outputs[part] = _outputs(kernel, split, part)
    return Fit(split.targets, read_only(outputs))


def _outputs(kernel: Kernel, split: Split, part: slice) -> Array:
    """Return the outputs of some examples, shape (batch, n_L), valid until the next call."""
    return kernel.forward(split.stored[part]).outputs


def confidence(spec: NetworkSpec, a: Array, guessed: IntArray) -> Array:
    """Return how sure each row of outputs, shape (batch, n_L), is of its guess; see :class:`Answers`."""
    if a.shape[-1] > 1:
        return np.asarray(a.max(axis=-1))
    no = -a[..., 0] if spec.activations[-1] == "tanh" else 1 - a[..., 0]
    return np.where(guessed == 1, a[..., 0], no)
