"""The optimizers, each on the one flat vector θ, with PyTorch's definitions and defaults.

g is the gradient, η the learning rate, t counts the updates from 1; every operation is by component.

- sgd:       θ ← θ − η g
- momentum:  v ← μ v + g;  θ ← θ − η v
- nesterov:  v ← μ v + g;  θ ← θ − η (g + μ v)
- rmsprop:   v ← α v + (1 − α) g²;  θ ← θ − η g / (√v + ε)
- adam:      m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;
             θ ← θ − η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)

Sources: Sutskever et al. (2013) for momentum and Nesterov; Hinton's lecture 6e (2012) for RMSProp; Kingma, Ba
(2015) for Adam; https://docs.pytorch.org/docs/stable/optim.html for where η, ε and the corrections stand.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, read_only

OPTIMIZERS = {"sgd": 0, "momentum": 1, "nesterov": 1, "rmsprop": 1, "adam": 2}
"""Each optimizer's name, and how many vectors it keeps."""

USUAL_RATES = {"sgd": 1.0, "momentum": 1.0, "nesterov": 1.0, "rmsprop": 0.001, "adam": 0.001}
"""What learning rate to begin with; RMSProp and Adam divide the gradient by its own size."""

RMSPROP_SHARE = 0.99
ADAM_SHARES = (0.9, 0.999)
EPSILON = 1e-8


class OptimizerState(NamedTuple):
    """What an optimizer remembers from one update to the next.

    Attributes
    ----------
    name : str
        Whose memory it is; another optimizer begins afresh.
    moments : tuple of Array
        Its vectors, float32 of θ's shape, read-only: v of momentum, Nesterov and RMSProp; m and v of Adam.
    steps : int
        How many updates it has made.
    begun : int
        The epoch in which the run began that it is in: a schedule counts from there.
    """

    name: str = "sgd"
    moments: tuple[Array, ...] = ()
    steps: int = 0
    begun: int = 0

    def vectors(self) -> dict[str, Array]:
        """Return all of it as named vectors, for a file; nothing where nothing is remembered."""
        named = {f"{self.name}_{i}": moment for i, moment in enumerate(self.moments)}
        # float32 holds counts up to 16,777,216; from there on Adam's corrections are 1 anyway.
        counts = {"steps": self.steps, "begun": self.begun}
        return named | {key: np.array([n], np.float32) for key, n in counts.items() if n}

    @classmethod
    def from_vectors(cls, vectors: Mapping[str, Array]) -> "OptimizerState":
        """Return what `vectors` has named; vectors of no known optimizer are left out."""
        name = next((key.rpartition("_")[0] for key in vectors if "_" in key), "sgd")
        moments = tuple(vectors.get(f"{name}_{i}") for i in range(OPTIMIZERS.get(name, 0)))
        steps, begun = (int(vectors[key][0]) if key in vectors else 0 for key in ("steps", "begun"))
        if name not in OPTIMIZERS or any(moment is None or moment.size < 2 for moment in moments):
            return cls(begun=begun)
        return cls(name, tuple(moment for moment in moments if moment is not None), steps, begun)

    @property
    def nbytes(self) -> int:
        """How much memory its vectors take."""
        return sum(moment.nbytes for moment in self.moments)


class Optimizer:
    """Changes θ by a gradient, in place, and remembers what its next update needs.

    Parameters
    ----------
    name : str
        One of `OPTIMIZERS`.
    n : int
        The length of θ.
    momentum : float
        μ of momentum and Nesterov.
    state : OptimizerState, optional
        What it remembers; copied. That of another optimizer is not looked at.
    """

    def __init__(self, name: str, n: int, momentum: float, state: OptimizerState | None = None) -> None:
        self.name = name
        self.set_momentum(momentum)
        self._scratch = np.empty(n, np.float32)
        if state is not None and state.name == name and len(state.moments) == OPTIMIZERS[name]:
            self.moments = tuple(np.array(moment, np.float32) for moment in state.moments)
            self.steps = state.steps
        else:
            self.moments = tuple(np.zeros(n, np.float32) for _ in range(OPTIMIZERS[name]))
            self.steps = 0

    def set_momentum(self, momentum: float) -> None:
        """Change μ from the next update on."""
        self._momentum = np.float32(momentum)

    def state(self, begun: int) -> OptimizerState:
        """Return a copy of what it remembers, in a run that began in epoch `begun`."""
        moments = tuple(read_only(moment.copy()) for moment in self.moments)
        return OptimizerState(self.name, moments, self.steps, begun)

    def update(self, theta: Array, gradient: Array, rate: float) -> None:
        """Change `theta` in place; `gradient` of the same shape may be overwritten."""
        self.steps += 1
        match self.name:
            case "sgd":
                self._subtract(theta, rate, gradient)
            case "momentum" | "nesterov":
                self._by_velocity(theta, gradient, rate)
            case "rmsprop":
                self._rmsprop(theta, gradient, rate)
            case "adam":
                self._adam(theta, gradient, rate)

    def _by_velocity(self, theta: Array, gradient: Array, rate: float) -> None:
        (v,) = self.moments
        np.multiply(v, self._momentum, v)
        np.add(v, gradient, v)
        if self.name == "momentum":
            self._subtract(theta, rate, v)
        else:
            np.multiply(v, self._momentum, self._scratch)
            np.add(gradient, self._scratch, gradient)
            self._subtract(theta, rate, gradient)

    def _rmsprop(self, theta: Array, gradient: Array, rate: float) -> None:
        (v,) = self.moments
        self._mean_of_squares(v, RMSPROP_SHARE, gradient)
        self._root(v, 1.0)
        np.divide(gradient, self._scratch, gradient)
        self._subtract(theta, rate, gradient)

    def _adam(self, theta: Array, gradient: Array, rate: float) -> None:
        m, v = self.moments
        first, second = ADAM_SHARES
        self._mean_of_squares(v, second, gradient)
        np.multiply(m, np.float32(first), m)
        np.multiply(gradient, np.float32(1 - first), gradient)
        np.add(m, gradient, m)
        self._root(v, math.sqrt(1 - second**self.steps))
        np.divide(m, self._scratch, gradient)
        self._subtract(theta, rate / (1 - first**self.steps), gradient)

    def _mean_of_squares(self, v: Array, share: float, gradient: Array) -> None:
        """Let v ← share · v + (1 − share) g²."""
        np.multiply(v, np.float32(share), v)
        np.multiply(gradient, gradient, self._scratch)
        np.multiply(self._scratch, np.float32(1 - share), self._scratch)
        np.add(v, self._scratch, v)

    def _root(self, v: Array, correction: float) -> None:
        """Leave √v / correction + ε in the scratch."""
        np.sqrt(v, self._scratch)
        if correction != 1:
            np.divide(self._scratch, np.float32(correction), self._scratch)
        np.add(self._scratch, np.float32(EPSILON), self._scratch)

    def _subtract(self, theta: Array, rate: float, direction: Array) -> None:
        np.multiply(direction, np.float32(rate), self._scratch)
        np.subtract(theta, self._scratch, theta)
