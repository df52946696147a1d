"""The fast loop's arithmetic: one mini-batch forward, back and updated, without a single new array.

The rules are those of :mod:`nnviz.core.passes`; a test holds the two together. What makes it fast is fewer
NumPy calls: the bias inside the block, every result written in place, sigmoid by way of tanh, the factors of
the cost, the learning rate and the mean in one, and for large networks gradient and update of a layer in one
BLAS product.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TypeAlias

import numpy as np

from nnviz.core.arrays import Array, Inputs, IntArray, is_bytes
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks
from nnviz.training.buffers import Buffers, Call, drop
from nnviz.training.threads import limit_what_is_loaded

FUSED_FROM, FUSED_TO = 32_768, 50
"""With more parameters or fewer examples, a product that adds to θ is faster than a product and a sum."""

Key: TypeAlias = tuple[int, bool]
"""How many examples, and whether their inputs are kept as bytes."""

LARGEST_CHUNK, CHUNK_WORK = 1000, 100_000_000
"""A mini-batch is computed in chunks of at most so many examples, and of so many examples × parameters, so
that a wish to stop is heard within some 50 ms."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Dropout:
    """The share of each hidden layer that is silent, and where the random numbers come from."""

    share: float
    random: np.random.Generator


class Pass:
    """Bound calls, forward and back, on the examples that are gathered in their buffers."""

    def __init__(self, buffers: Buffers, calls: Sequence[Call]) -> None:
        self.buffers = buffers
        self._calls = tuple(calls)

    def run(self, scale: float) -> None:
        """Carry them out; every derivative is multiplied by `scale`."""
        self.buffers.scale[()] = scale
        for call in self._calls:
            call()


class Kernel:
    """Forward, backward, gradient and plain SGD on one private θ in float32.

    Parameters
    ----------
    parameters : Parameters
        float32; updated in place.
    masks : dict, optional
        Layer → factors for its activations, float32 of shape (n_l,), for hidden layers.
    """

    def __init__(self, parameters: Parameters, masks: Masks | None = None) -> None:
        self.parameters = parameters
        self.spec = parameters.spec
        self.chunk = max(1, min(LARGEST_CHUNK, CHUNK_WORK // self.spec.parameter_count))
        self._masks = masks or {}
        self._buffers: dict[Key, Buffers] = {}
        self._dropping: dict[Key, Buffers] = {}
        self._descents: dict[Key, Pass] = {}
        self._sums: dict[tuple[Buffers, bool], Pass] = {}
        self._factor = _cost_factor(self.spec)

    def buffers(self, key: Key) -> Buffers:
        """Return the buffers for so many examples of a kind, made once."""
        if key not in self._buffers:
            self._buffers[key] = Buffers(self.parameters, *key, self._masks)
        return self._buffers[key]

    def forward(self, stored: Inputs) -> Buffers:
        """Compute every z and a of some examples as a split keeps them, shape (n, n_0 + 1).

        They are in the buffers that are returned, valid until the next call.
        """
        buffers = self.buffers((len(stored), is_bytes(stored)))
        buffers.forward(stored)
        return buffers

    def descend(
        self,
        stored: Inputs,
        targets: Array,
        rows: IntArray,
        rate: float,
        stopped: Callable[[], bool] = _never,
    ) -> bool:
        """Apply θ ← θ − η ∇C, the mean over the examples `rows`; False, and no change, when stopped."""
        n = len(rows)
        if n <= self.chunk:
            key = n, is_bytes(stored)
            descent = self._descents.get(key) or self._descent(key)
            descent.buffers.gather(stored, targets, rows)
            descent.run(-rate / n * self._factor)
            return True
        step = self._sum(stored, targets, rows, -rate / n, stopped, None)
        if step is not None:
            np.add(self.parameters.theta, step, self.parameters.theta)
        return step is not None

    def gradient(
        self,
        stored: Inputs,
        targets: Array,
        rows: IntArray,
        stopped: Callable[[], bool] = _never,
        dropout: Dropout | None = None,
    ) -> Array | None:
        """Return ∇C, the mean over the examples `rows`, valid until the next call; None when stopped."""
        return self._sum(stored, targets, rows, 1 / len(rows), stopped, dropout)

    def _sum(
        self,
        stored: Inputs,
        targets: Array,
        rows: IntArray,
        scale: float,
        stopped: Callable[[], bool],
        dropout: Dropout | None,
    ) -> Array | None:
        """Return `scale` times the sum of the examples' gradients, chunk by chunk."""
        for start in range(0, len(rows), self.chunk):
            if start and stopped():
                return None
            part = rows[start : start + self.chunk]
            key = len(part), is_bytes(stored)
            buffers = self.buffers(key) if dropout is None else self._dropped(key, dropout)
            buffers.gather(stored, targets, part)
            self._summing(buffers, start > 0).run(scale * self._factor)
        return self._gradient.theta

    def _descent(self, key: Key) -> Pass:
        """Bind an update of plain SGD from n examples."""
        buffers, theta = self.buffers(key), self.parameters.theta
        if self.spec.parameter_count >= FUSED_FROM or buffers.n < FUSED_TO:
            calls = buffers.learning_calls(self.parameters, load_blas())
        else:
            step = self._gradient.theta
            calls = [*buffers.learning_calls(self._gradient, None), partial(np.add, theta, step, theta)]
        self._descents[key] = Pass(buffers, calls)
        return self._descents[key]

    def _summing(self, buffers: Buffers, further: bool) -> Pass:
        """Return what computes the gradient's sum, or adds to the sum of the chunks before."""
        key = (buffers, further)
        if key not in self._sums:
            calls = buffers.learning_calls(self._gradient, load_blas() if further else None)
            self._sums[key] = Pass(buffers, calls)
        return self._sums[key]

    def _dropped(self, key: Key, dropout: Dropout) -> Buffers:
        """Return buffers whose masks are newly drawn."""
        if key not in self._dropping:
            n, of_bytes = key
            sizes = {layer: self.spec.sizes[layer] for layer in self.spec.layers[:-1]}
            masks: Masks = {layer: np.empty((n, size), np.float32) for layer, size in sizes.items()}
            self._dropping[key] = Buffers(self.parameters, n, of_bytes, masks)
        buffers = self._dropping[key]
        drop(buffers.masks, self._masks, dropout.share, dropout.random)
        return buffers

    @cached_property
    def _gradient(self) -> Parameters:
        return Parameters(self.spec, np.empty_like(self.parameters.theta))


@cache
def load_blas() -> Callable[..., object]:
    """Return BLAS's sgemm, loaded when it is first asked for."""
    # Late: SciPy takes a while to import, and the window opens without it.
    from scipy.linalg.blas import sgemm

    limit_what_is_loaded()
    return sgemm  # type: ignore[no-any-return]


def _cost_factor(spec: NetworkSpec) -> float:
    """Return what ∂C_0/∂a, or ∂C_0/∂z where the cost supplies that, is besides a − y."""
    return {"squared": 2.0, "mean_squared": 2 / spec.sizes[-1]}.get(spec.cost, 1.0)
