"""How the weights and the activations of each layer are spread."""

from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.functions import ACTIVATIONS
from nnviz.core.network import Parameters
from nnviz.core.passes import masks_of
from nnviz.data.split import Split
from nnviz.training.kernel import Kernel
from nnviz.training.measuring import sample_rows

BINS = 40


class Histogram(NamedTuple):
    """How many of some values lie in each of the bins.

    Attributes
    ----------
    counts : IntArray
        Shape (bins,), as :func:`numpy.histogram` counts.
    edges : Array
        Where the bins begin and end, shape (bins + 1,).
    mean, deviation : float
        Of all values; NaN where there is none.
    """

    counts: IntArray
    edges: Array
    mean: float
    deviation: float

    @property
    def total(self) -> int:
        """How many values there are."""
        return int(self.counts.sum())


class LayerHistograms(NamedTuple):
    """The weights that arrive at a layer, without its biases, and its activations for some examples."""

    layer: int
    weights: Histogram
    activations: Histogram


def histogram(values: Array, low: float | None = None, high: float | None = None) -> Histogram:
    """Count values between two limits, by default their own; what is no finite number is left out."""
    finite = values[np.isfinite(values)].astype(np.float64)
    if not finite.size:
        return Histogram(np.zeros(BINS, np.int64), np.linspace(0, 1, BINS + 1), np.nan, np.nan)
    span = (finite.min() if low is None else low, finite.max() if high is None else high)
    counts, edges = np.histogram(finite, BINS, span)
    return Histogram(counts, edges, float(finite.mean()), float(finite.std()))


def layer_histograms(
    parameters: Parameters, train: Split, off: frozenset[tuple[int, int]] = frozenset()
) -> tuple[LayerHistograms, ...]:
    """Return the histograms of every layer 1 … L.

    Parameters
    ----------
    parameters : Parameters
        θ, float32; only read.
    train : Split
        The training set; the activations are those of its `sample_rows`.
    off : frozenset of (layer, j)
        Neurons that are switched off.
    """
    spec = parameters.spec
    with np.errstate(all="ignore"):
        sample = train.stored[sample_rows(len(train))]
        buffers = Kernel(parameters, masks_of(spec, off)).forward(sample)
    result = []
    for layer in spec.layers:
        activation = ACTIVATIONS[spec.activations[layer - 1]]
        a = buffers.a[layer][:, : spec.sizes[layer]]
        weights = histogram(parameters.blocks[layer][:-1])
        result.append(LayerHistograms(layer, weights, histogram(a, activation.low, activation.high)))
    return tuple(result)
