"""The accumulator of a batch of any size."""

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.batch import Agreement, BatchGradients, cancelled
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks, with_one

CHUNK_WORK = 4_000_000
"""Examples × parameters that are added to a tally at once: some 10 ms."""


class Tally:
    """The accumulator of a batch of any size: gradients are added, and nothing of an example is kept.

    Parameters
    ----------
    parameters : Parameters
        θ, the same for all examples that are added.
    masks : dict, optional
        Neurons that are switched off.

    Attributes
    ----------
    examples : int
        How many have been added.
    total : Parameters
        Σ ∂C_i/∂θ.
    lengths : dict
        Layer → Σ ‖∂C_i/∂W̃^(l)‖: how long the sum would be if all pulled the same way.
    """

    def __init__(self, parameters: Parameters, masks: Masks | None = None) -> None:
        self.parameters = parameters.astype(np.float64)
        self._masks = masks
        spec = parameters.spec
        self.examples = 0
        self.total, self._sizes, self._units = (
            Parameters(spec, np.zeros(spec.parameter_count)) for _ in range(3)
        )
        self.lengths = dict.fromkeys(spec.layers, 0.0)

    def add(self, x: Array, y: Array) -> None:
        """Add the gradients of some examples, shapes (B, n_0) and (B, n_L)."""
        batch = BatchGradients.of(self.parameters, x, y, self._masks)
        self.examples += batch.size
        self.total.theta[:] += batch.size * batch.mean.theta
        self._sizes.theta[:] += batch.size * batch.magnitude.theta
        unit = np.divide(1, batch.norms, out=np.zeros(batch.size), where=batch.norms > 0)
        for layer in batch.spec.layers:
            before = with_one(batch.passed.a[layer - 1])
            self._units.blocks[layer][:] += before.T @ (batch.back.delta[layer] * unit[:, None])
            self.lengths[layer] += float(batch.layer_norms[layer].sum())

    def copy(self) -> "Tally":
        """Return another tally that goes on from here."""
        other = Tally(self.parameters, self._masks)
        other.examples, other.lengths = self.examples, dict(self.lengths)
        for sums in ("total", "_sizes", "_units"):
            getattr(other, sums).theta[:] = getattr(self, sums).theta
        return other

    @property
    def mean(self) -> Parameters:
        """Σ ∂C_i/∂θ divided by the number of examples; zero as long as there is none."""
        return Parameters(self.parameters.spec, self.total.theta / max(self.examples, 1))

    @property
    def agreement(self) -> Agreement:
        """How well the examples added so far agree."""
        length = float(np.linalg.norm(self.total.theta))
        along = float(self._units.theta @ self.total.theta)
        cosine = along / length / self.examples if length > 0 else 0.0
        return Agreement(self.examples, cosine, cancelled(self.total.theta, self._sizes.theta))


def chunk_of(spec: NetworkSpec) -> int:
    """Return how many examples are added to a tally at once, so that one can stop in between."""
    return max(1, CHUNK_WORK // spec.parameter_count)
