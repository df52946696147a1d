"""Warm arrays for mini-batches of one size, and the NumPy calls that fill them, each bound once.

A mini-batch of ten is computed in some twenty microseconds: looking up a view, an attribute or an argument
by its name would cost as much as the arithmetic. So every call is prepared as a `partial` with positional
arguments, and a pass is a loop over such calls.
"""

from collections.abc import Callable, Mapping
from functools import cached_property, partial

import numpy as np

from nnviz.core.arrays import WHITE, Array, ByteArray, Inputs, IntArray
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks

Call = Callable[[], object]

HALF, QUARTER, ONE, ZERO = (np.array(value, np.float32) for value in (0.5, 0.25, 1, 0))
"""Arrays of no dimension: NumPy takes them faster than Python's numbers, and never widens them."""

BYTE = np.array(1 / WHITE, np.float32)
"""What one of a byte's steps counts. Bytes stay whole numbers in products with the first layer, which come
to 255 times as much; z and δ, with n_1 numbers where the inputs have n_0, are what is multiplied."""


class Buffers:
    """What one mini-batch of n examples needs; index l as in the mathematics.

    Parameters
    ----------
    parameters : Parameters
        θ in float32. Its arrays are bound: they may be written, not replaced.
    n : int
        Examples.
    of_bytes : bool
        Whether the inputs come as bytes, see `nnviz.core.arrays.Inputs`.
    masks : dict
        Layer → factors for its activations, float32 of shape (n_l,) or (n, n_l); bound like θ.

    Attributes
    ----------
    z : dict
        Weighted sums, shape (n, n_l), l = 1 … L.
    a : dict
        Activations, for the hidden layers with their 1, shape (n, n_l + 1); for L of shape (n, n_L).
    scale : Array
        Of no dimension: what every derivative is multiplied by.
    """

    def __init__(self, parameters: Parameters, n: int, of_bytes: bool, masks: Masks) -> None:
        spec = parameters.spec
        self.n = n
        self.of_bytes = of_bytes
        self.masks = masks
        self.scale = np.ones((), np.float32)
        self.z = {layer: np.empty((n, spec.sizes[layer]), np.float32) for layer in spec.layers}
        self.a = {layer: np.ones((n, spec.sizes[layer] + 1), np.float32) for layer in spec.layers[:-1]}
        self.a[spec.depth] = np.empty((n, spec.sizes[-1]), np.float32)
        self._parameters = parameters
        # One piece of memory for all layers, so that the slopes of all of them take two calls.
        self._whole, self._inner = _joined(spec, n)
        self._first, *self._others = (self._activate(layer) for layer in spec.layers)

    @cached_property
    def x(self) -> Array:
        """The gathered inputs with the bias's, shape (n, n_0 + 1); of bytes they are 0 … 255."""
        return np.ones((self.n, self._parameters.spec.sizes[0] + 1), np.float32)

    @cached_property
    def _bytes(self) -> ByteArray:
        return np.empty(self.x.shape, np.uint8)

    @cached_property
    def y(self) -> Array:
        """The gathered targets, shape (n, n_L)."""
        return np.empty_like(self.a[self._parameters.spec.depth])

    @property
    def outputs(self) -> Array:
        """The activations of the last layer, shape (n, n_L)."""
        return self.a[self._parameters.spec.depth]

    def forward(self, stored: Inputs) -> Array:
        """Compute every z and a from inputs of shape (n, n_0 + 1); return the outputs, shape (n, n_L)."""
        x = stored
        if self.of_bytes:
            x = self.x
            np.copyto(x, stored)
        x.dot(self._parameters.blocks[1], self.z[1])
        for call in self._forward_calls:
            call()
        return self.outputs

    def gather(self, stored: Inputs, targets: Array, rows: IntArray) -> None:
        """Collect the examples `rows` of a split: a copy into warm arrays is faster than rows far apart."""
        # mode="clip" lets take write straight into the buffer; the rows come from a permutation.
        if self.of_bytes:
            stored.take(rows, 0, self._bytes, "clip")
            np.copyto(self.x, self._bytes)
        else:
            stored.take(rows, 0, self.x, "clip")
        targets.take(rows, 0, self.y, "clip")

    @cached_property
    def _forward_calls(self) -> tuple[Call, ...]:
        calls = [*self._in_255ths(self.z[1]), *self._first]
        for layer, activate in enumerate(self._others, 2):
            calls.append(partial(self.a[layer - 1].dot, self._parameters.blocks[layer], self.z[layer]))
            calls += activate
        return tuple(calls)

    def _in_255ths(self, values: Array) -> list[Call]:
        """Return what makes up for bytes being taken as whole numbers."""
        return [partial(np.multiply, values, BYTE, values)] if self.of_bytes else []

    def _activate(self, layer: int) -> list[Call]:
        """Return the calls that make a^(l) of z^(l)."""
        spec = self._parameters.spec
        a = self.a[layer][:, : spec.sizes[layer]]
        calls = _activation_calls(spec.activations[layer - 1], self.z[layer], self._inner[layer], a)
        if layer in self.masks:
            calls.append(partial(np.multiply, a, self.masks[layer], a))
        return calls

    def learning_calls(self, into: Parameters, add: Callable[..., object] | None) -> list[Call]:
        """Return the calls that go forward and back through the gathered examples.

        They leave the sum of the gradients, each component multiplied by `scale`, in `into`. `add` is BLAS's
        sgemm, which adds to what is there; without it the sum takes the place of what is there.
        """
        spec, blocks = self._parameters.spec, self._parameters.blocks
        slopes, slope = self._slopes
        delta = {layer: np.empty((self.n, spec.sizes[layer]), np.float32) for layer in spec.layers}
        calls: list[Call] = [partial(self.x.dot, blocks[1], self.z[1]), *self._forward_calls, *slopes]
        calls.append(partial(np.subtract, self.a[spec.depth], self.y, delta[spec.depth]))
        calls.append(partial(np.multiply, delta[spec.depth], self.scale, delta[spec.depth]))
        for layer in reversed(spec.layers):
            if layer in slope:
                calls.append(partial(np.multiply, delta[layer], slope[layer], delta[layer]))
            if layer in self.masks:
                calls.append(partial(np.multiply, delta[layer], self.masks[layer], delta[layer]))
            if layer > 1:
                # Before the weights are changed that it needs.
                calls.append(partial(delta[layer].dot, blocks[layer][:-1].T, delta[layer - 1]))
            else:
                calls += self._in_255ths(delta[layer])
            below = self.x if layer == 1 else self.a[layer - 1]
            calls.append(_gradient_call(below, delta[layer], into.blocks[layer], add))
        return calls

    @property
    def _slopes(self) -> tuple[list[Call], dict[int, Array]]:
        """Return the calls that compute σ' and, for the layers where it is not 1, where it is then found."""
        spec = self._parameters.spec
        direct = spec.cost_function.by_weighted_sum is not None
        layers = list(spec.layers)[:-1] if direct else list(spec.layers)
        whole, slope = _joined(spec, self.n)
        names = {spec.activations[layer - 1] for layer in layers}
        if len(names) == 1:
            end = self.n * sum(spec.sizes[1 : layers[-1] + 1])
            calls = _slope_calls(names.pop(), self._whole[:end], whole[:end])
        else:
            calls = [
                call
                for layer in layers
                for call in _slope_calls(spec.activations[layer - 1], self._inner[layer], slope[layer])
            ]
        return calls, {n: slope[n] for n in layers if spec.activations[n - 1] != "identity"}


def _joined(spec: NetworkSpec, n: int) -> tuple[Array, dict[int, Array]]:
    """Return one vector, and its consecutive parts as matrices of shape (n, n_l), l = 1 … L."""
    ends = np.cumsum([n * size for size in spec.sizes[1:]])
    whole = np.empty(ends[-1], np.float32)
    parts = np.split(whole, ends[:-1])
    return whole, {layer: part.reshape(n, -1) for layer, part in zip(spec.layers, parts, strict=True)}


def _activation_calls(name: str, z: Array, inner: Array, a: Array) -> list[Call]:
    """Return the calls that compute a = σ(z) and leave in `inner` what the slope will be made of."""
    match name:
        case "sigmoid":
            # 1/(1 + e^−z) = ½ + ½ tanh(z/2): one transcendental function, and no overflow.
            return [
                partial(np.multiply, z, HALF, inner),
                partial(np.tanh, inner, inner),
                partial(np.multiply, inner, HALF, inner),
                partial(np.add, inner, HALF, a),
            ]
        case "tanh":
            return [partial(np.tanh, z, inner), partial(np.copyto, a, inner)]
        case "relu":
            return [partial(np.maximum, z, ZERO, out=inner), partial(np.copyto, a, inner)]
        case "softmax":
            return _softmax_calls(z, inner, a)
    return [partial(np.copyto, a, z)]


def _softmax_calls(z: Array, inner: Array, a: Array) -> list[Call]:
    of_row = np.empty((len(z), 1), np.float32)
    return [
        partial(np.maximum.reduce, z, 1, None, of_row, True),
        partial(np.subtract, z, of_row, inner),
        partial(np.exp, inner, inner),
        partial(np.add.reduce, inner, 1, None, of_row, True),
        partial(np.divide, inner, of_row, a),
    ]


def _slope_calls(name: str, inner: Array, slope: Array) -> list[Call]:
    """Return the calls that compute σ'(z), before any mask, from what the activation has left."""
    match name:
        case "sigmoid":  # σ = ½ + h, so σ (1 − σ) = ¼ − h²
            return [partial(np.multiply, inner, inner, slope), partial(np.subtract, QUARTER, slope, slope)]
        case "tanh":
            return [partial(np.multiply, inner, inner, slope), partial(np.subtract, ONE, slope, slope)]
        case "relu":
            return [partial(np.sign, inner, slope)]
    return []


def _gradient_call(a: Array, delta: Array, block: Array, add: Callable[..., object] | None) -> Call:
    if add is None:
        return partial(a.T.dot, delta, block)
    # blockᵀ ← blockᵀ + δᵀ ã; in BLAS's column order the transposed views need no copy.
    return partial(add, 1.0, delta.T, a.T, 1.0, block.T, 0, 1, 1)


def drop(masks: Mapping[int, Array], constant: Masks, share: float, random: np.random.Generator) -> None:
    """Draw dropout's factors into `masks`: 0 with probability `share`, else 1/(1 − share).

    The expected activation stays what it is (inverted dropout: Srivastava et al. 2014, section 10).
    `constant` holds factors of the same layers that are not drawn: neurons that are switched off.
    """
    for layer, mask in masks.items():
        random.random(None, np.float32, mask)
        np.multiply(mask >= share, np.float32(1 / (1 - share)), mask)
        if layer in constant:
            np.multiply(mask, constant[layer], mask)
