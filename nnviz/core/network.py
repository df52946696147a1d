"""A layered, fully connected network: its shape, and its parameters as one vector θ.

θ is one contiguous array, layer by layer. Layer l is the block W̃ᵀ of shape (n_(l−1) + 1, n_l): row k holds
the weights that leave neuron k of layer l−1, the last row the biases. With a 1 appended to every
activation, ã, the weighted sums of a layer are ã·block and the block's gradient is ãᵀδ, bias included.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

import numpy as np

from nnviz.core.arrays import Array, BoolArray
from nnviz.core.functions import ACTIVATIONS, COSTS, Activation, Cost, check_known, check_pair
from nnviz.errors import SpecError
from nnviz.saying import did_you_mean

Kind = Literal["w", "b"]


class Location(NamedTuple):
    """Where a parameter stands: w^(layer)_jk, from neuron k of the layer before, or b^(layer)_j without k."""

    kind: Kind
    layer: int
    j: int
    k: int | None = None


@dataclass(frozen=True)
class NetworkSpec:
    """The shape of a network: everything but its numbers.

    Parameters
    ----------
    sizes : tuple of int
        Neurons per layer, n_0 (inputs) … n_L (outputs).
    activations : tuple of str
        One activation for each layer 1 … L.
    cost : str
        The cost of one example.

    Raises
    ------
    SpecError
        When a size is below 1, a name is unknown, softmax stands in a hidden layer, or the output
        activation and the cost do not go together.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    cost: str = "squared"

    def __post_init__(self) -> None:
        if len(self.sizes) < 2 or any(n < 1 for n in self.sizes):
            raise SpecError("every layer needs at least one neuron", field="hidden")
        if len(self.activations) != len(self.sizes) - 1:
            raise SpecError("every layer after the input needs one activation", field="activation")
        for name in self.activations[:-1]:
            check_known("activation", name, ACTIVATIONS)
            if name == "softmax":
                raise SpecError("softmax can only stand at the output", field="activation")
        check_pair(self.activations[-1], self.cost)

    @classmethod
    def build(
        cls,
        n_inputs: int,
        hidden: tuple[int, ...],
        n_outputs: int,
        activation: str = "sigmoid",
        output: str = "sigmoid",
        cost: str = "squared",
    ) -> "NetworkSpec":
        """Return a spec whose hidden layers share one activation."""
        return cls((n_inputs, *hidden, n_outputs), (*(activation for _ in hidden), output), cost)

    @property
    def depth(self) -> int:
        """L, the number of layers after the input."""
        return len(self.sizes) - 1

    @property
    def layers(self) -> range:
        """1 … L, the layers that have parameters."""
        return range(1, len(self.sizes))

    def activation(self, layer: int) -> Activation:
        """Return the activation function of `layer` (1 … L)."""
        return ACTIVATIONS[self.activations[layer - 1]]

    @property
    def cost_function(self) -> Cost:
        """The cost of one example."""
        return COSTS[self.cost]

    def weight_count(self, layer: int) -> int:
        """Return n_l · n_(l−1)."""
        return self.sizes[layer] * self.sizes[layer - 1]

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each layer's block begins in θ, for layers 1 … L; and at last the number of parameters."""
        starts = [0]
        for layer in self.layers:
            starts.append(starts[-1] + self.weight_count(layer) + self.sizes[layer])
        return tuple(starts)

    @property
    def parameter_count(self) -> int:
        """All weights and biases: the length of θ."""
        return self.offsets[-1]

    def index(self, location: Location) -> int:
        """Return where `location` stands in θ.

        Raises
        ------
        SpecError
            When the network has no such parameter.
        """
        kind, layer, j, k = location
        row = self.sizes[layer - 1] if kind == "b" and layer in self.layers else k
        if not self._exists(kind, layer, j, k) or row is None:
            raise SpecError("this network has no parameter {names}", names=" ".join(str(p) for p in location))
        return self.offsets[layer - 1] + row * self.sizes[layer] + j

    def _exists(self, kind: str, layer: int, j: int, k: int | None) -> bool:
        if layer not in self.layers or not 0 <= j < self.sizes[layer]:
            return False
        return kind == "b" or (kind == "w" and k is not None and 0 <= k < self.sizes[layer - 1])

    def locate(self, index: int) -> Location:
        """Return the parameter that stands at `index` of θ; the inverse of :meth:`index`.

        Raises
        ------
        SpecError
            When `index` lies outside θ.
        """
        if not 0 <= index < self.parameter_count:
            raise SpecError(
                "θ has {parameter_count} components; there is none at {index}",
                parameter_count=self.parameter_count,
                index=index,
            )
        layer = int(np.searchsorted(self.offsets, index, side="right"))
        row, j = divmod(index - self.offsets[layer - 1], self.sizes[layer])
        if row == self.sizes[layer - 1]:
            return Location("b", layer, j)
        return Location("w", layer, j, row)

    def weight_mask(self) -> BoolArray:
        """Return which entries of θ are weights, shape (parameter_count,)."""
        mask = np.ones(self.parameter_count, dtype=np.bool_)
        for layer in self.layers:
            mask[self.offsets[layer] - self.sizes[layer] : self.offsets[layer]] = False
        return mask

    def __str__(self) -> str:
        return "-".join(str(n) for n in self.sizes)


@dataclass(frozen=True, eq=False)
class Parameters:
    """θ with its views. Gradients, wishes and changes have the same shape and are Parameters too.

    Parameters
    ----------
    spec : NetworkSpec
        The shape.
    theta : Array
        Shape (spec.parameter_count,), contiguous.
    """

    spec: NetworkSpec
    theta: Array

    def __post_init__(self) -> None:
        if self.theta.shape != (self.spec.parameter_count,):
            raise SpecError(
                "a {spec} network has {parameter_count:,} parameters, not {size:,}",
                spec=self.spec,
                parameter_count=self.spec.parameter_count,
                size=self.theta.size,
            )

    @cached_property
    def blocks(self) -> dict[int, Array]:
        """Layer l → its block, a view of shape (n_(l−1) + 1, n_l); the last row is the bias."""
        spec = self.spec
        return {
            layer: self.theta[spec.offsets[layer - 1] : spec.offsets[layer]].reshape(-1, spec.sizes[layer])
            for layer in spec.layers
        }

    def weights(self, layer: int) -> Array:
        """Return W^(l), a view of shape (n_l, n_(l−1))."""
        return np.transpose(self.blocks[layer][:-1])

    def biases(self, layer: int) -> Array:
        """Return b^(l), a view of shape (n_l,)."""
        return np.asarray(self.blocks[layer][-1])

    @property
    def finite(self) -> bool:
        """False once a training has run away: some component is infinite or no number."""
        return bool(np.isfinite(self.theta).all())

    def at(self, location: Location) -> float:
        """Return the value of one parameter."""
        return float(self.theta[self.spec.index(location)])

    def astype(self, dtype: type[np.floating[Any]]) -> "Parameters":
        """Return a copy in another precision."""
        return Parameters(self.spec, self.theta.astype(dtype))


def _spread(scheme: str, spec: NetworkSpec, layer: int) -> float:
    """Return the standard deviation of the weights of `layer` under `scheme`."""
    n_in, n_out = spec.sizes[layer - 1], spec.sizes[layer]
    variance = {"scaled": 1 / n_in, "normal": 1, "he": 2 / n_in, "glorot": 2 / (n_in + n_out), "zeros": 0}
    return math.sqrt(variance[scheme])


LARGEST_SEED = 2**31 - 1
"""What every spin box and every file format can hold."""

INITIALIZATIONS = ("scaled", "normal", "he", "glorot", "zeros")


def check_seed(seed: int) -> None:
    """Raise a SpecError unless a seed is one."""
    if not 0 <= seed <= LARGEST_SEED:
        raise SpecError(
            "a seed is a whole number from 0 to {largest_seed:,}, not {seed}",
            field="seed",
            largest_seed=LARGEST_SEED,
            seed=seed,
        )


def initialize(spec: NetworkSpec, scheme: str = "scaled", seed: int = 0) -> Parameters:
    """Draw the parameters a training starts from.

    Parameters
    ----------
    spec : NetworkSpec
        The shape.
    scheme : str
        "scaled" N(0, 1/n_in); "normal" N(0, 1), biases too; "he" N(0, 2/n_in) (He et al. 2015);
        "glorot" N(0, 2/(n_in + n_out)) (Glorot, Bengio 2010); "zeros". Biases are zero but for "normal".
    seed : int
        The same seed gives the same numbers, bit for bit.

    Returns
    -------
    theta : Parameters
        In float32: the very numbers that are trained, shown and saved.

    Raises
    ------
    SpecError
        For an unknown scheme or a negative seed.
    """
    if scheme not in INITIALIZATIONS:
        raise SpecError(
            "{name!r} is not known here{meant}; choose one of {names}",
            field="init",
            name=scheme,
            meant=did_you_mean(scheme, INITIALIZATIONS),
            names=", ".join(INITIALIZATIONS),
        )
    check_seed(seed)
    random = np.random.default_rng([seed, 1])
    parameters = Parameters(spec, np.zeros(spec.parameter_count, dtype=np.float32))
    for layer, block in parameters.blocks.items():
        rows = block.shape[0] if scheme == "normal" else block.shape[0] - 1
        block[:rows] = random.standard_normal((rows, block.shape[1])) * _spread(scheme, spec, layer)
    return parameters
