"""Ways to go down: what a walker does with a gradient, and what it remembers for its next step.

The rules are those of :mod:`nnviz.training.optimizers`, with PyTorch's definitions and defaults; a test holds
the two together. Here they are written in float64 and make something new of what they are given, so that
every step can be taken back exactly.
"""

import math
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array

MOMENTUM, FIRST, SECOND, EPSILON = 0.9, 0.9, 0.999, 1e-8
"""μ of momentum and Nesterov; β₁, β₂ and ε of Adam."""

RULES = {"sgd": 0, "momentum": 1, "nesterov": 1, "adam": 2}
"""Each rule's name, and how many vectors it remembers."""


class Walker(NamedTuple):
    """Where a walker stands, and what it remembers.

    Attributes
    ----------
    place : Array
        Shape (d,), or (n, d) for n walkers side by side.
    memory : tuple of Array
        The velocity v of momentum and Nesterov; m and v of Adam. Of the place's shape.
    steps : int
        How many steps it has made.
    """

    place: Array
    memory: tuple[Array, ...] = ()
    steps: int = 0

    @classmethod
    def at(cls, rule: str, place: Array) -> "Walker":
        """Return a walker that begins with nothing to remember."""
        start = np.array(place, np.float64)
        return cls(start, tuple(np.zeros_like(start) for _ in range(RULES[rule])))

    def step(self, rule: str, gradient: Array, rate: float, momentum: float = MOMENTUM) -> "Walker":
        """Return the walker after one step of a rule, one of `RULES`.

        Parameters
        ----------
        rule : str
            Its name.
        gradient : Array
            g = ∇C where it stands, of the place's shape.
        rate : float
            The learning rate η.
        momentum : float
            μ of momentum and Nesterov.
        """
        with np.errstate(all="ignore"):
            direction, memory = self._direction(rule, gradient, momentum)
            return Walker(self.place - rate * direction, memory, self.steps + 1)

    def _direction(self, rule: str, g: Array, momentum: float) -> tuple[Array, tuple[Array, ...]]:
        match rule:
            case "momentum":
                v = momentum * self.memory[0] + g
                return v, (v,)
            case "nesterov":
                v = momentum * self.memory[0] + g
                return g + momentum * v, (v,)
            case "adam":
                return self._adam(g)
            case _:
                return g, ()

    def _adam(self, g: Array) -> tuple[Array, tuple[Array, ...]]:
        t = self.steps + 1
        m = FIRST * self.memory[0] + (1 - FIRST) * g
        v = SECOND * self.memory[1] + (1 - SECOND) * g * g
        root = np.sqrt(v) / math.sqrt(1 - SECOND**t) + EPSILON
        return m / (1 - FIRST**t) / root, (m, v)
