"""Measuring: the cost and the accuracy of a whole set."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.data.split import Split
from nnviz.training.kernel import Kernel

EVALUATION_CHUNK = 1000
"""Examples evaluated between two looks at whether to stop; larger is no faster."""


LEAST_SAMPLE, MOST_SAMPLE = 50, 500
"""How many training examples speak for all of them in the gradients that are measured: every tenth, but not
fewer than the one and not more than the other, so that measuring costs little beside training."""


class Standing(NamedTuple):
    """How a network does on a whole split.

    The cost is the examples' average. Where targets are classes there is an accuracy; where they are measured
    values, there are the root of the mean squared residual in its place, and R² = 1 − (RMSE / deviation)²,
    which is None too where all targets are alike.
    """

    cost: float
    accuracy: float | None
    rmse: float | None = None
    r_squared: float | None = None


class Metrics(NamedTuple):
    """How a network does on both sets at one moment; what does not apply to the data is None, see `Standing`.

    The costs are the examples' averages, without L1 and L2. `epochs` is a real number within an epoch;
    `samples_per_second` counts shuffling, gathering and updates since the last measurement; `seconds` is the
    time spent in training, those of the runs before this one included where the trainer was told of them.
    `gradient_norms` has ‖∂C/∂W̃^(l)‖, biases included, for the layers 1 … L: of the mean gradient of
    `sample_rows`; None where it was not measured.
    """

    updates: int
    epochs: float
    train_cost: float
    test_cost: float
    train_accuracy: float | None
    test_accuracy: float | None
    samples_per_second: float
    seconds: float
    gradient_norms: tuple[float, ...] | None = None
    train_rmse: float | None = None
    test_rmse: float | None = None
    train_r_squared: float | None = None
    test_r_squared: float | None = None

    @property
    def test(self) -> Standing:
        """How it did on the test set."""
        return Standing(self.test_cost, self.test_accuracy, self.test_rmse, self.test_r_squared)

    @property
    def finite(self) -> bool:
        """False once the training has diverged."""
        return math.isfinite(self.train_cost) and math.isfinite(self.test_cost)


def evaluate(kernel: Kernel, split: Split, stopped: Callable[[], bool] = lambda: False) -> Standing | None:
    """Go through a split chunk by chunk; None when stopped."""
    cost, squares, right = 0.0, 0.0, 0
    for start in range(0, len(split), EVALUATION_CHUNK):
        if stopped():
            return None
        part = slice(start, start + EVALUATION_CHUNK)
        y, buffers = split.targets[part], kernel.forward(split.stored[part])
        a = buffers.outputs
        terms = kernel.spec.cost_function.terms(buffers.z[kernel.spec.depth], a, y)
        cost += float(terms.sum(dtype=np.float64))
        if split.labels is not None:
            right += int((guesses(kernel.spec, a) == split.labels[part]).sum())
        else:
            squares += float(((a.astype(np.float64) - y) ** 2).sum())
    if split.labels is not None:
        return Standing(cost / len(split), right / len(split))
    rmse = math.sqrt(squares / split.targets.size)
    return Standing(cost / len(split), None, rmse, r_squared(rmse, split.deviation))


def r_squared(rmse: float, deviation: float) -> float | None:
    """Return R² = 1 − Σ(a − y)² / Σ(y − ȳ)², with each output's own mean ȳ; None where all targets are alike.

    1 is perfect, 0 no better than always saying the mean; below that it is worse.

    Parameters
    ----------
    rmse, deviation : float
        The roots of the means of (a − y)² and of (y − ȳ)², over all examples and outputs.
    """
    return 1 - (rmse / deviation) ** 2 if deviation > 0 else None


def sample_rows(n: int) -> IntArray:
    """Return which of n training examples the measured gradients are the mean of: evenly spaced ones."""
    count = min(n, max(LEAST_SAMPLE, min(MOST_SAMPLE, n // 10)))
    return np.arange(count) * n // count


def gradient_norms(kernel: Kernel, train: Split) -> tuple[float, ...]:
    """Return the length of each layer's part of the mean gradient of `sample_rows`, for the layers 1 … L."""
    theta = kernel.gradient(train.stored, train.targets, sample_rows(len(train)))
    assert theta is not None  # nobody asks it to stop
    return tuple(float(np.linalg.norm(block)) for block in Parameters(kernel.spec, theta).blocks.values())


def guesses(spec: NetworkSpec, a: Array) -> IntArray:
    """Return the class each row of outputs, shape (batch, n_L), speaks for; one output means yes or no."""
    if a.shape[-1] > 1:
        return np.asarray(a.argmax(axis=-1))
    middle = 0.0 if spec.activations[-1] == "tanh" else 0.5
    return np.asarray((a[..., 0] > middle).astype(np.int64))
