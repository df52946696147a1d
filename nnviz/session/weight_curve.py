"""The real cost over one weight of the open network: which weight, over which examples, taken or not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Literal

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.core.one_weight import OneWeight
from nnviz.core.passes import Masks, backward, forward, masks_of

if TYPE_CHECKING:
    from nnviz.session.session import Session

Over = Literal["example", "train"]

MOST = 300
"""How many training examples speak for all of them, evenly spaced."""

REACHES = (5.0, 10.0, 20.0, 50.0, 100.0, 1000.0, 1e4, 1e6)
"""How far the axis goes to either side of 0: in steps, so that it stands still while a value moves."""


class WeightCurve:
    """One parameter of the session's network, all others held still.

    Parameters
    ----------
    session : Session
        Its network, its data, and the parameter that is chosen there.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._location: Location | None = None
        self._over: Over = "train"
        self._landscape: OneWeight | None = None
        self._things: tuple[object, ...] = ()
        self._values: tuple[object, ...] = ()

    def remember(self) -> tuple[Location | None, Over]:
        """Return which parameter it is, over what."""
        return self._location, self._over

    def bring_back(self, memory: tuple[Location | None, Over] | None) -> None:
        """Look at what was looked at; None for no parameter in particular, over the training set."""
        self._location, self._over = memory or (None, "train")

    @property
    def location(self) -> Location:
        """The one chosen in the session, else the one looked at last, else the steepest weight."""
        chosen = self._session.selection
        if isinstance(chosen, Location):
            self._location = chosen
        elif self._location is None or not self._session.has(self._location):
            self._location = self._steepest()
        return self._location

    def choose(self, location: Location) -> None:
        """Look at another parameter, in all panels."""
        self._location = location
        self._session.select(location)

    def choose_steepest(self) -> None:
        """Look at the weight by which the cost has the largest derivative."""
        self.choose(self._steepest())

    def choose_any(self) -> None:
        """Look at any parameter."""
        spec = self._session.spec
        self.choose(spec.locate(random.randrange(spec.parameter_count)))

    def _steepest(self) -> Location:
        session = self._session
        parameters, (x, y) = session.parameters, self._examples()
        with np.errstate(all="ignore"):
            passed = forward(parameters, x, self._masks)
            gradient = backward(parameters, passed, y, self._masks).gradient.theta
        sizes = np.where(session.spec.weight_mask(), np.nan_to_num(np.abs(gradient)), -1.0)
        return session.spec.locate(int(sizes.argmax()))

    # Which examples

    @property
    def over(self) -> Over:
        """Whether it is the cost of the example on the screen, or the average over the training set."""
        return self._over

    def set_over(self, over: Over) -> None:
        """Take the cost over something else."""
        self._over = over

    @property
    def used(self) -> int:
        """How many examples the cost is the average of."""
        return 1 if self._over == "example" else min(MOST, self.count)

    @property
    def count(self) -> int:
        """How many examples there are in the training set."""
        return len(self._session.dataset.train)

    def _examples(self) -> tuple[Array, Array]:
        session = self._session
        if self._over == "example":
            _, y = session.split.example(session.example.index)
            return session.input[None], y[None]
        rows = np.arange(self.used) * self.count // self.used
        return session.dataset.train.each[rows], session.dataset.train.targets[rows]

    # The landscape

    @property
    def landscape(self) -> OneWeight:
        """The cost over this parameter, at the present θ; made anew when anything of it is another."""
        things, values = self._key()
        same = values == self._values and all(a is b for a, b in zip(things, self._things, strict=True))
        if self._landscape is None or not same:
            self._things, self._values = things, values
            parameters = self._session.parameters
            self._landscape = OneWeight(parameters, self.location, *self._examples(), self._masks)
        return self._landscape

    def _key(self) -> tuple[tuple[object, ...], tuple[object, ...]]:
        """Return what it is made from: compared by identity, and by value."""
        session = self._session
        example = session.example if self._over == "example" else None
        things = session.parameters, session.dataset, session.moment.state.painted if example else None
        return things, (self.location, session.off, self._over, example)

    @property
    def _masks(self) -> Masks:
        return masks_of(self._session.spec, self._session.off)

    @property
    def reach(self) -> float:
        """How far the axis should go to either side of 0."""
        size = 1.5 * abs(self.landscape.present)
        return next((reach for reach in REACHES if reach >= size), REACHES[-1])

    def take(self, value: float) -> None:
        """Write a value into the network, as one entry of its history."""
        self._session.set_parameter(self.location, value)
