"""How an exam stands after so many images."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from nnviz.core.arrays import Array, BoolArray, IntArray
from nnviz.training.exam import Fit

if TYPE_CHECKING:
    from nnviz.session.exam import Result


@dataclass(frozen=True, eq=False)
class Tally:
    """The images of the test set that were shown so far, and their answers.

    Attributes
    ----------
    result : Result
        The answers to all of them, by one network.
    order : IntArray
        The order in which they come, shape (n,).
    done : int
        How many have been shown.
    """

    result: Result
    order: IntArray
    done: int = 0

    def further(self) -> Tally:
        """Return how it stands after the next image."""
        return replace(self, done=self.done + 1)

    @property
    def finished(self) -> bool:
        """True after the last one."""
        return self.done == len(self.order)

    @property
    def taken(self) -> IntArray:
        """The test examples shown so far, in order."""
        return self.order[: self.done]

    @property
    def index(self) -> int | None:
        """The test example on show; None before the first."""
        return int(self.order[self.done - 1]) if self.done else None

    @property
    def marks(self) -> BoolArray | None:
        """Which of the answers so far are right, in order; None where there is no right and wrong."""
        answers = self.result.answers
        return None if answers is None else answers.right[self.taken]

    @property
    def n_right(self) -> int:
        """How many of the answers so far are right."""
        return 0 if self.marks is None else int(self.marks.sum())

    @property
    def at_wrong(self) -> bool:
        """True where the answer on show is wrong."""
        return self.marks is not None and self.done > 0 and not self.marks[-1]

    @property
    def errors(self) -> Array | None:
        """How far off the outputs so far are, in order; None where answers are right or wrong."""
        exam = self.result.exam
        return exam.errors[self.taken] if isinstance(exam, Fit) else None

    @property
    def rmse(self) -> float | None:
        """The root of the mean squared residual so far; None where answers are right or wrong."""
        errors = self.errors
        return None if errors is None or not self.done else sqrt(float((errors**2).mean()))
