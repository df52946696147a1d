"""Walkers that go down on one surface side by side, each with its own rule and its own examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.downhill import LARGEST
from nnviz.core.landscape import Landscape
from nnviz.core.neuron_fit import NeuronFit
from nnviz.core.walkers import Walker
from nnviz.training.trainer import shuffled

Pace = Literal["step", "epoch"]


@dataclass(frozen=True)
class WalkerKind:
    """A way to walk.

    Attributes
    ----------
    name : str
        Its stable name.
    rule : str
        What it does with a gradient, one of :data:`nnviz.core.walkers.RULES`.
    examples : str
        Whose gradient that is: of "all" examples, of a "batch", of "one".
    """

    name: str
    rule: str = "sgd"
    examples: Literal["all", "batch", "one"] = "all"


WALKERS = {
    kind.name: kind
    for kind in (
        WalkerKind("full"),
        WalkerKind("batch", examples="batch"),
        WalkerKind("single", examples="one"),
        WalkerKind("momentum", "momentum"),
        WalkerKind("nesterov", "nesterov"),
        WalkerKind("adam", "adam"),
    )
}
"""All walkers: the careful one, the drunk ones, and those that remember."""


@dataclass(frozen=True, eq=False)
class Pack:
    """All that walk, where each has been, and the cost over all examples there.

    Attributes
    ----------
    landscape : Landscape
        What they go down on: for mini-batches a NeuronFit.
    batch, seed : int
        How many examples a mini-batch has, and the seed of the order in which they are taken.
    walkers, costs : dict
        Name → from the beginning to here.
    ticks : list
        For every step how many updates each has made.
    """

    landscape: Landscape
    batch: int
    seed: int
    walkers: dict[str, list[Walker]] = field(default_factory=dict)
    costs: dict[str, list[float]] = field(default_factory=dict)
    ticks: list[dict[str, int]] = field(default_factory=list)

    @classmethod
    def at(cls, landscape: Landscape, names: tuple[str, ...], start: Array, batch: int, seed: int) -> Pack:
        """Set walkers down at a place."""
        pack = cls(landscape, batch, seed)
        cost = pack._cost(start)
        for name in names:
            pack.walkers[name] = [Walker.at(WALKERS[name].rule, start)]
            pack.costs[name] = [cost]
        return pack

    def copied(self) -> Pack:
        """Return one that can walk on without this one."""
        walkers = {name: list(walkers) for name, walkers in self.walkers.items()}
        costs = {name: list(costs) for name, costs in self.costs.items()}
        return Pack(self.landscape, self.batch, self.seed, walkers, costs, list(self.ticks))

    def _cost(self, place: Array) -> float:
        return float(self.landscape.at(place[None])[0][0])

    # Where they have been

    def path(self, name: str) -> Array:
        """Return where a walker has been, shape (updates + 1, 2)."""
        return np.array([walker.place for walker in self.walkers[name]])

    def looked_at(self, name: str) -> IntArray:
        """Return at how many examples it had looked there, shape (updates + 1,)."""
        n, size = self._sizes(name)
        epochs, within = np.divmod(np.arange(len(self.walkers[name])), -(-n // size))
        return np.asarray(epochs * n + np.minimum(within * size, n))

    def gone(self, name: str) -> bool:
        """Whether a walker has left for good: its steps have diverged."""
        return not bool((np.abs(self.walkers[name][-1].place) <= LARGEST).all())

    # The examples

    def _sizes(self, name: str) -> tuple[int, int]:
        """Return how many examples there are, and how many one update of a walker looks at."""
        n = len(self.landscape) if isinstance(self.landscape, NeuronFit) else 1
        return n, {"all": n, "batch": min(self.batch, n), "one": 1}[WALKERS[name].examples]

    def rows(self, name: str) -> IntArray:
        """Return the examples its next update looks at."""
        n, size = self._sizes(name)
        epoch, within = divmod(self.walkers[name][-1].steps, -(-n // size))
        return shuffled(n, self.seed, epoch)[within * size : (within + 1) * size]

    def _gradient(self, name: str) -> Array:
        place = self.walkers[name][-1].place
        if isinstance(self.landscape, NeuronFit) and WALKERS[name].examples != "all":
            return self.landscape.gradient(place, self.rows(name))
        return np.asarray(self.landscape.at(place[None])[1][0])

    # Walking

    def moves(self, rate: float, least: float) -> bool:
        """Say whether any walker's next update is longer than `least`."""
        return any(self._length(name, rate) > least for name in self.walkers)

    def _length(self, name: str, rate: float) -> float:
        if self.gone(name):
            return 0.0
        return float(np.nan_to_num(np.abs(self.ahead(name, rate) - self.walkers[name][-1].place)).max())

    def ahead(self, name: str, rate: float) -> Array:
        """Return where a walker's next update leads, shape (2,), by its own rule and its own examples."""
        return self._after(name, rate).place

    def _after(self, name: str, rate: float) -> Walker:
        """Return a walker after its next update; along what has no slope it stays, whatever it remembers."""
        walker, gradient = self.walkers[name][-1], self._gradient(name)
        after = walker.step(WALKERS[name].rule, np.nan_to_num(gradient, nan=0.0), rate)
        return after._replace(place=np.where(np.isnan(gradient), walker.place, after.place))

    def advance(self, rate: float, pace: Pace) -> None:
        """Make one step: an update of each, or what is left of the epoch of each."""
        self.ticks.append({name: self._walk(name, rate, self._updates(name, pace)) for name in self.walkers})

    def _updates(self, name: str, pace: Pace) -> int:
        n, size = self._sizes(name)
        per_epoch = -(-n // size)
        return 1 if pace == "step" else per_epoch - self.walkers[name][-1].steps % per_epoch

    def _walk(self, name: str, rate: float, updates: int) -> int:
        """Make so many updates; return how many there were before it had left for good."""
        for made in range(updates):
            if self.gone(name):
                return made
            after = self._after(name, rate)
            self.walkers[name].append(after)
            self.costs[name].append(self._cost(after.place))
        return updates

    def retreat(self, steps: int) -> None:
        """Go back to where so many steps had been made, exactly."""
        for made in self.ticks[steps:]:
            for name, count in made.items():
                for trail in (self.walkers[name], self.costs[name]):
                    del trail[len(trail) - count :]
        del self.ticks[steps:]
