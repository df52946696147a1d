"""Which activations a neuron's faintest and strongest fill stand for: in every picture the same."""

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec


def brightness_span(spec: NetworkSpec, layer: int, values: Array) -> tuple[float, float]:
    """Return the lowest and the highest activation of a layer's scale.

    Parameters
    ----------
    spec : NetworkSpec
        Whose activation function bounds the scale; where it does not, the largest magnitude does.
    layer : int
        0 … L; inputs reach from 0 to 1 where they keep within that.
    values : Array
        The layer's activations, shape (n_l,).
    """
    size = np.abs(values)
    largest = max(float(size.max(initial=0.0, where=np.isfinite(size))), 1e-9)
    if layer:
        function = spec.activation(layer)
        low = -largest if function.low is None else function.low
        return low, largest if function.high is None else function.high
    if values.min(initial=0.0) < 0:
        return -largest, largest
    return 0.0, max(largest, 1.0)
