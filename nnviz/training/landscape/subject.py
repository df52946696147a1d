"""Whose landscape is computed, on which examples, and why there may be none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from nnviz.core.arrays import Array, Rows
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks
from nnviz.data.dataset import PartName
from nnviz.data.split import Split
from nnviz.errors import NnvizError

PURPOSE = 21
"""Keeps these random numbers apart from all others."""

SEED = 0
"""Draws the sample; the same examples stand for the whole in every picture."""

Reason = Literal["infinite", "flat", "zero", "same", "short", "line", "shape"]
"""Why there is no picture: parameters or gradient are no numbers; the gradient is zero; θ is zero; the other
θ is the same; the path is too short for a plane; three lie on a line; the other network has another shape."""


class NoLandscape(NnvizError):
    """There is nothing to be drawn, for a reason that is named."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Sample(NamedTuple):
    """Some examples of a split that stand for all of them.

    Attributes
    ----------
    part : "train" or "test"
        Of which split.
    x, y : Rows, Array
        Inputs, shape (n, n_0), and targets, shape (n, n_L), float32.
    of : int
        How many the split has.
    """

    part: PartName
    x: Rows
    y: Array
    of: int

    def __len__(self) -> int:
        return len(self.x)


def sampled(part: PartName, split: Split, n: int | None) -> Sample:
    """Return n examples chosen at random, always the same ones, in their order; all where n is None."""
    if n is None or n >= len(split):
        return Sample(part, split.each, split.targets, len(split))
    rows = np.random.default_rng([SEED, PURPOSE]).choice(len(split), n, replace=False)
    rows.sort()
    return Sample(part, split.each[rows], split.targets[rows], len(split))


@dataclass(frozen=True, eq=False)
class Subject:
    """What a picture is computed of.

    Attributes
    ----------
    parameters : Parameters
        θ, where the network stands.
    masks : dict
        Of the neurons that are switched off.
    train, test : Split
        The data.
    n : int or None
        How many examples of each are taken; None for all.
    stopped : callable
        Asked in between: when True, nobody wants it any more.
    told : callable
        Called with how much is done, from 0 to 1.
    """

    parameters: Parameters
    masks: Masks
    train: Split
    test: Split
    n: int | None
    stopped: Callable[[], bool] = lambda: False
    told: Callable[[float], None] = lambda share: None

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self.parameters.spec

    def sample(self, part: PartName) -> Sample:
        """Return the examples of one split."""
        return sampled(part, self.train if part == "train" else self.test, self.n)

    def within(self, low: float, high: float) -> Callable[[float], None]:
        """Return what tells how much of a part of the whole is done, the part from `low` to `high`."""
        return lambda share: self.told(low + share * (high - low))

    def check(self) -> None:
        """Raise NoLandscape where the network has run away."""
        if not self.parameters.finite:
            raise NoLandscape("infinite")
