"""L1 and L2: what large weights cost. The biases are left alone."""

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec


class Penalty:
    """λ₁ Σ|w| + ½ λ₂ Σw², added to the average cost C.

    Parameters
    ----------
    spec : NetworkSpec
        Says which components of θ are weights.
    l1, l2 : float
        λ₁ and λ₂.
    """

    def __init__(self, spec: NetworkSpec, l1: float, l2: float) -> None:
        weights = spec.weight_mask().astype(np.float32)
        self._l1 = np.float32(l1) * weights if l1 else None
        self._l2 = np.float32(l2) * weights if l2 else None
        self._scratch = np.empty_like(weights)

    def cost(self, theta: Array) -> float:
        """Return what is added to the cost."""
        total = 0.0
        if self._l1 is not None:
            total += float(np.sum(self._l1 * np.abs(theta), dtype=np.float64))
        if self._l2 is not None:
            total += float(np.sum(self._l2 * theta * theta, dtype=np.float64)) / 2
        return total

    def add_gradient(self, theta: Array, gradient: Array) -> None:
        """Add λ₁ sign(w) + λ₂ w to the gradient, in place."""
        if self._l1 is not None:
            np.sign(theta, self._scratch)
            np.multiply(self._scratch, self._l1, self._scratch)
            np.add(gradient, self._scratch, gradient)
        if self._l2 is not None:
            np.multiply(theta, self._l2, self._scratch)
            np.add(gradient, self._scratch, gradient)
