"""Words for the layers as representations."""

from nnviz.core.network import NetworkSpec
from nnviz.wording.names import layer_name
from nnviz.wording.numbers import percent
from nnviz.wording.text import tr


def space_title(spec: NetworkSpec, layer: int) -> str:
    """Return "first hidden layer: 16"."""
    return tr("{layer}: {n:,}", layer=layer_name(spec, layer), n=spec.sizes[layer])


def space_shares(first: float, second: float) -> str:
    """Return how much of all variance the two axes hold."""
    return tr("{first} + {second}", first=percent(first), second=percent(second))


def space_teaches() -> str:
    """Say what the picture is."""
    return tr(
        "Each dot is a test example, where the layer's activations put it: seen along the two directions "
        "in which they vary most (principal components), which hold the shares of the variance written "
        "below. Layer by layer the classes should come apart."
    )
