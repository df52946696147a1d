"""Words for the layers as representations."""

from nnviz.core.network import NetworkSpec
from nnviz.wording.names import layer_name
from nnviz.wording.notation import output_letter
from nnviz.wording.numbers import percent
from nnviz.wording.text import tr


def space_title(spec: NetworkSpec, layer: int) -> str:
    """Return "first hidden layer: 16"."""
    return tr("{layer}: {n:,}", layer=layer_name(spec, layer), n=spec.sizes[layer])


def space_shares(first: float, second: float) -> str:
    """Return how much of all variance the two axes hold."""
    return tr("{first} + {second}", first=percent(first), second=percent(second))


def own_axes(spec: NetworkSpec, layer: int, names: tuple[str, ...] | None) -> str:
    """Return what the axes are of a layer of two neurons: "a₀ →, a₁ ↑"."""
    a = output_letter() if layer == spec.depth else "a"
    across, up = names or (f"{a}₀", f"{a}₁")
    return f"{across} →  {up} ↑"


def space_teaches(grid: bool = False) -> str:
    """Say what the picture is, for points in the plane also what the lines are."""
    if grid:
        return tr(
            "Each dot is a test point and each line one of the plane's own grid, where the layer's "
            "activations put them: a layer of two neurons in its own activations, any other seen along the "
            "two directions in which the points vary most (principal components); they hold the shares below."
        )
    return tr(
        "Each dot is a test example, where the layer's activations put it: seen along the two directions "
        "in which they vary most (principal components), which hold the shares of the variance written "
        "below. Layer by layer the classes should come apart."
    )
