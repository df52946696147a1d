"""The numbers of a mini-batch as far as it has been gone through; beside the window where that takes long."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.batch import BatchGradients
from nnviz.core.network import Parameters
from nnviz.core.passes import masks_of
from nnviz.core.sizes import tallied
from nnviz.core.tally import Tally
from nnviz.data.dataset import Dataset
from nnviz.session import Session
from nnviz.training.background import Stopped

MOST_ARROWS = 200
"""Examples whose gradients are compared with the sum one by one."""


@dataclass(frozen=True, eq=False)
class Gathering:
    """What is to be added up: the first `done` examples of a mini-batch.

    Attributes
    ----------
    parameters, off, dataset
        The network and its data.
    rows : IntArray
        The training examples of the whole mini-batch, in order.
    done : int
        How many of them.
    stride : int
        How many are added at a time: always the same, so that a step back gives the very same sum.
    first : int
        The first example whose arrow is wanted.
    """

    parameters: Parameters
    off: frozenset[tuple[int, int]]
    dataset: Dataset
    rows: IntArray
    done: int
    stride: int
    first: int = 0

    @classmethod
    def of(cls, session: Session, first: int) -> Gathering:
        """Return what is to be added up now."""
        batch = session.batch
        return cls(
            session.parameters, session.off, session.dataset, batch.rows, batch.done, batch.stride, first
        )

    def goes_on_from(self, other: Gathering) -> bool:
        """Say whether what was added there is the beginning of this."""
        same = all(
            mine is its for mine, its in ((self.parameters, other.parameters), (self.dataset, other.dataset))
        )
        return (
            same
            and self.off == other.off
            and self.stride == other.stride
            and other.done % self.stride == 0
            and other.done <= self.done
            and np.array_equal(self.rows[: other.done], other.rows[: other.done])
        )

    def work_after(self, done: int) -> int:
        """Return how many examples × parameters are left when so many were added before."""
        return (self.done - done + MOST_ARROWS) * self.parameters.theta.size

    def gather(self, before: Gathered | None, stopped: Stopped) -> Gathered | None:
        """Add the examples up, going on from what was added before; None when stopped."""
        masks, train = masks_of(self.parameters.spec, self.off), self.dataset.train
        tally = Tally(self.parameters, masks) if before is None else before.tally.copy()
        rows = self.rows[tally.examples : self.done]
        if tallied(tally, train.each, train.targets, rows, stopped, self.stride) is None:
            return None
        shown = self.rows[self.first : min(self.done, self.first + MOST_ARROWS)]
        if not len(shown):
            return Gathered(self, tally, np.zeros(0), np.zeros(0))
        each = BatchGradients.of(self.parameters, train.each[shown], train.targets[shown], masks)
        return Gathered(self, tally, each.cosines_with(tally.total), each.norms)


@dataclass(frozen=True, eq=False)
class Gathered:
    """What was added up.

    Attributes
    ----------
    task : Gathering
        Of what.
    tally : Tally
        The accumulator.
    cosines, norms : Array
        Of single examples' gradients from `task.first` on: the cosine with the sum, and the length.
    """

    task: Gathering
    tally: Tally
    cosines: Array
    norms: Array
