"""A part of the path that a network has gone through the space of its parameters."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from nnviz.core.network import Parameters
from nnviz.training.course import Course
from nnviz.training.moment import Moment


class Stretch(NamedTuple):
    """A training, whose states come back from its course, or one state alone.

    Two of them are equal when they come from the same objects; a stretch can be handed to a thread.

    Attributes
    ----------
    of : Course or Parameters
        Where the states come from.
    first, last : int
        From after how many updates to after how many; of a state alone both are the same.
    leaps : bool
        Whether the path comes here by a leap from the stretch before.
    """

    of: Course | Parameters
    first: int
    last: int
    leaps: bool = False

    def end(self) -> Parameters:
        """Return the parameters at its end."""
        return self.of if isinstance(self.of, Parameters) else self.of.state_at(self.last).parameters

    def some(self, count: int) -> Iterator[Parameters]:
        """Yield the parameters of some states, evenly spread, the first and the last among them.

        As far as there are enough of them, states that are kept: they come back at once, while what lies
        between is trained again.
        """
        if isinstance(self.of, Parameters):
            yield self.of
            return
        wanted = np.unique(np.linspace(self.first, self.last, max(count, 2)).round().astype(np.int64))
        kept = np.unique([*(n for n in self.of.keyframes if self.first <= n <= self.last), self.last])
        if len(kept) >= len(wanted):
            wanted = np.unique(kept[np.linspace(0, len(kept) - 1, len(wanted)).round().astype(np.int64)])
        for state in self.of.through(int(n) for n in wanted):
            yield state.parameters


def path_of(moments: Iterable[Moment]) -> tuple[Stretch, ...]:
    """Return the path that leads through some moments of the history, in order.

    What was taken from a picture of the cost is left out: it was looked at, and is no step of the way. What
    goes on from there has come by a leap.
    """
    found: list[Stretch] = []
    leaps = False
    for moment in moments:
        change, last = moment.change, moment.position.updates
        if change.edit is not None and change.edit.kind == "landscape":
            leaps = True
            continue
        if change.course is not None and moment.parent is not None:
            found.append(Stretch(change.course, moment.parent.position.updates, last, leaps))
        else:
            found.append(Stretch(moment.state.parameters, last, last, leaps))
        leaps = False
    return tuple(found)
