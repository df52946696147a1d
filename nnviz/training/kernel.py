"""The fast loop's arithmetic: one mini-batch forward, back and updated, without a single new array.

The rules are those of :mod:`nnviz.core.passes`; a test holds the two together. What makes it fast is fewer
NumPy calls: the bias inside the block, every result written in place, sigmoid by way of tanh, and gradient
and update of a layer in one BLAS product.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg.blas import sgemm

from nnviz.core.arrays import Array, IntArray
from nnviz.core.functions import softmax
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks


@dataclass(frozen=True, eq=False)
class Buffers:
    """Warm arrays for mini-batches of one size; index l as in the mathematics.

    Attributes
    ----------
    x : Array
        The gathered inputs with their 1, shape (batch, n_0 + 1).
    y : Array
        The gathered targets, shape (batch, n_L).
    z, delta, scratch : dict
        Shape (batch, n_l) for l = 1 … L.
    a : dict
        Activations with their 1, shape (batch, n_l + 1), for l = 0 … L.
    """

    x: Array
    y: Array
    z: dict[int, Array]
    a: dict[int, Array]
    delta: dict[int, Array]
    scratch: dict[int, Array]

    @classmethod
    def of(cls, spec: NetworkSpec, batch: int) -> "Buffers":
        """Allocate for `batch` examples."""

        def matrices(extra: int) -> dict[int, Array]:
            return {n: np.ones((batch, spec.sizes[n] + extra), np.float32) for n in spec.layers}

        x = np.ones((batch, spec.sizes[0] + 1), np.float32)
        y = np.ones((batch, spec.sizes[-1]), np.float32)
        return cls(x, y, matrices(0), {0: x, **matrices(1)}, matrices(0), matrices(0))


class Kernel:
    """Forward, backward and plain SGD on one private θ in float32.

    Parameters
    ----------
    parameters : Parameters
        float32; updated in place.
    masks : dict, optional
        Layer → factors for its activations, float32 of shape (n_l,), for hidden layers.
    """

    def __init__(self, parameters: Parameters, masks: Masks | None = None) -> None:
        self.parameters = parameters
        self._masks = masks or {}
        self.spec = parameters.spec
        self._buffers: dict[int, Buffers] = {}

    def buffers(self, batch: int) -> Buffers:
        """Return the buffers for this batch size, made once."""
        if batch not in self._buffers:
            self._buffers[batch] = Buffers.of(self.spec, batch)
        return self._buffers[batch]

    def gather(self, inputs: Array, targets: Array, rows: IntArray) -> Buffers:
        """Collect the examples `rows` of a split into warm buffers."""
        b = self.buffers(len(rows))
        # mode="clip" lets take write straight into the buffer; the rows come from a permutation.
        np.take(inputs, rows, axis=0, out=b.x, mode="clip")
        np.take(targets, rows, axis=0, out=b.y, mode="clip")
        return b

    def forward(self, b: Buffers, x: Array | None = None) -> Array:
        """Compute every z and a; return the outputs, a view of shape (batch, n_L).

        `x`, shape (batch, n_0 + 1), replaces the gathered inputs, without a copy.
        """
        below = b.x if x is None else x
        for layer in self.spec.layers:
            np.dot(below, self.parameters.blocks[layer], out=b.z[layer])
            _activate(self.spec.activations[layer - 1], b.z[layer], b.a[layer][:, :-1], b.scratch[layer])
            if layer in self._masks:
                np.multiply(b.a[layer][:, :-1], self._masks[layer], out=b.a[layer][:, :-1])
            below = b.a[layer]
        return b.a[self.spec.depth][:, :-1]

    def descend(self, b: Buffers, rate: float) -> None:
        """Go back through the gathered batch and apply θ ← θ − η ∇C, layer by layer.

        The δ of the layer before is computed before the weights it needs are changed.
        """
        step = -rate / len(b.x)
        self._output_delta(b)
        for layer in reversed(self.spec.layers):
            block, delta = self.parameters.blocks[layer], b.delta[layer]
            if layer > 1:
                np.dot(delta, block[:-1].T, out=b.delta[layer - 1])
                self._times_slope(b, layer - 1)
                if layer - 1 in self._masks:
                    np.multiply(b.delta[layer - 1], self._masks[layer - 1], out=b.delta[layer - 1])
            # blockᵀ ← blockᵀ + step · δᵀ ã; in BLAS's column order the transposed views need no copy.
            sgemm(step, delta.T, b.a[layer - 1].T, 1.0, block.T, trans_b=1, overwrite_c=1)

    def _output_delta(self, b: Buffers) -> None:
        last, cost = self.spec.depth, self.spec.cost
        delta = b.delta[last]
        np.subtract(b.a[last][:, :-1], b.y, out=delta)
        if self.spec.cost_function.by_weighted_sum is not None:
            return
        if cost == "squared":
            np.multiply(delta, np.float32(2), out=delta)
        elif cost == "mean_squared":
            np.multiply(delta, np.float32(2 / self.spec.sizes[-1]), out=delta)
        self._times_slope(b, last)

    def _times_slope(self, b: Buffers, layer: int) -> None:
        """Multiply δ, which holds ∂C/∂a so far, by σ'(z)."""
        a, delta, slope = b.a[layer][:, :-1], b.delta[layer], b.scratch[layer]
        match self.spec.activations[layer - 1]:
            case "sigmoid":
                np.multiply(a, a, out=slope)
                np.subtract(a, slope, out=slope)
            case "tanh":
                np.multiply(a, a, out=slope)
                np.subtract(np.float32(1), slope, out=slope)
            case "relu":
                np.greater(a, 0, out=slope, casting="unsafe")
            case _:
                return
        np.multiply(delta, slope, out=delta)


def _activate(name: str, z: Array, out: Array, scratch: Array) -> None:
    match name:
        case "sigmoid":
            # 1/(1 + e^−z) = ½ + ½ tanh(z/2): one transcendental function, and no overflow.
            np.multiply(z, np.float32(0.5), out=scratch)
            np.tanh(scratch, out=scratch)
            np.multiply(scratch, np.float32(0.5), out=scratch)
            np.add(scratch, np.float32(0.5), out=out)
        case "tanh":
            np.tanh(z, out=out)
        case "relu":
            np.maximum(z, 0, out=out)
        case "softmax":
            out[:] = softmax(z)
        case _:
            out[:] = z
