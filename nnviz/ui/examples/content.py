"""The numbers of the table: computed from the network as it is, beside the window where that takes long."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.batch import BatchGradients
from nnviz.core.network import Location, Parameters
from nnviz.core.passes import forward, masks_of
from nnviz.data.dataset import Dataset
from nnviz.data.subset import gathered
from nnviz.session import ExampleRef, Session
from nnviz.training.trainer import guesses
from nnviz.wording.exam import class_name

SHOWN = 20
"""Parameters that are found by themselves."""

AT_ONCE = 15_000_000
"""Examples × parameters up to which the table is computed on the spot: some 50 ms."""

ASKED = 1000
"""Test examples that are asked what they are, of smaller networks."""


@dataclass(frozen=True, eq=False)
class Task:
    """What the table is made from: the state of the session, so that a thread can read it.

    Attributes
    ----------
    parameters, off, dataset
        The network and its data.
    refs : tuple of ExampleRef
        The columns.
    rows : str
        Which parameters are looked for: "disagree", "strongest", or "own".
    locations : tuple of Location
        The rows where they stand already; empty where they must be found.
    """

    parameters: Parameters
    off: frozenset[tuple[int, int]]
    dataset: Dataset
    refs: tuple[ExampleRef, ...]
    rows: str
    locations: tuple[Location, ...] = ()

    @classmethod
    def of(cls, session: Session, locations: tuple[Location, ...] = ()) -> Task:
        """Return what is to be computed now."""
        examples = session.examples
        rows = examples.own if examples.rows == "own" else locations
        return cls(
            session.parameters, session.off, session.dataset, examples.refs, examples.rows, tuple(rows)
        )

    @property
    def work(self) -> int:
        """How many examples × parameters it is."""
        return len(self.refs) * self.parameters.theta.size

    def content(self) -> Content:
        """Compute it."""
        masks = masks_of(self.parameters.spec, self.off)
        x, y = gathered(self.dataset, [(ref.split, ref.index) for ref in self.refs])
        batch = BatchGradients.of(self.parameters, x, y, masks)
        locations = self._locations(batch)
        indices = [batch.spec.index(location) for location in locations]
        return Content(
            self,
            locations,
            -batch.rows(indices),
            -batch.mean.theta[indices],
            batch.cancellation.theta[indices],
            batch.costs,
            guesses(batch.spec, batch.outputs),
            batch.agreement.cancelled,
            self._asked(),
        )

    def _locations(self, batch: BatchGradients) -> tuple[Location, ...]:
        if self.locations or self.rows == "own":
            return self.locations
        found = batch.strongest(SHOWN) if self.rows == "strongest" else batch.disagreeing(SHOWN)
        return tuple(batch.spec.locate(int(index)) for index in found)

    def _asked(self) -> IntArray | None:
        """Return how many of some test examples the network takes for each class."""
        test, classes = self.dataset.test, self.dataset.classes
        if test.labels is None or classes is None:
            return None
        n = max(1, min(len(test), ASKED, AT_ONCE // self.parameters.theta.size))
        passed = forward(self.parameters, test.each[:n], masks_of(self.parameters.spec, self.off))
        told = guesses(self.parameters.spec, passed.a[self.parameters.spec.depth])
        return np.bincount(told, minlength=len(classes))


@dataclass(frozen=True, eq=False)
class Content:
    """The table.

    Attributes
    ----------
    task : Task
        What it was made from.
    locations : tuple of Location
        The rows.
    cells : Array
        The nudges −∂C_i/∂θ, shape (rows, columns).
    average : Array
        −∇ of the average cost, shape (rows,).
    cancels : Array
        1 − |Σ g| / Σ |g|, shape (rows,).
    costs : Array
        C_i, shape (columns,).
    guesses : IntArray
        What the network takes each example for, shape (columns,).
    cancelled : float
        Which share of all nudges cancels, those of parameters that are not shown included.
    asked : IntArray or None
        For how many test examples the network says each class.
    """

    task: Task
    locations: tuple[Location, ...]
    cells: Array
    average: Array
    cancels: Array
    costs: Array
    guesses: IntArray
    cancelled: float
    asked: IntArray | None

    @property
    def refs(self) -> tuple[ExampleRef, ...]:
        """The columns."""
        return self.task.refs

    @property
    def labels(self) -> tuple[int, ...] | None:
        """The class of every example; None where targets are not classes."""
        data = self.task.dataset
        labels = {"train": data.train.labels, "test": data.test.labels}
        if labels["train"] is None:
            return None
        return tuple(int(labels[ref.split][ref.index]) for ref in self.refs)  # type: ignore[index]

    def names(self, column: int) -> tuple[str, str] | None:
        """Return what an example is and what the network takes it for; None where targets are not classes."""
        data, ref = self.task.dataset, self.refs[column]
        labels = data.split(ref.split).labels
        if labels is None:
            return None
        label, guess = int(labels[ref.index]), int(self.guesses[column])
        return class_name(data.classes, label), class_name(data.classes, guess)
