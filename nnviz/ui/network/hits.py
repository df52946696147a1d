"""What is at a point of the network's picture: a neuron, an edge, a caption, a heading with a menu."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from nnviz.core.network import Location
from nnviz.session import Neuron
from nnviz.ui.network.frame import Discs
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.paint import caption_rect, heading_rect, named_rect
from nnviz.ui.network.values import EdgeValues


def hit_at(
    layout: NetworkLayout, named: Mapping[int, Discs], edges: EdgeValues, x: float, y: float
) -> Neuron | Location | None:
    """Return the neuron or the edge at a point: a neuron first, else the strongest edge within reach."""
    if not layout.top - 4 <= y <= layout.top + layout.column_height + 4:
        return None
    for layer, discs in named.items():
        j = discs.at(x, y)
        if j is not None:
            return Neuron(layer, j)
    values = {layer: edges.values(layer) for layer in layout.spec.layers}
    known = {layer: array for layer, array in values.items() if array is not None}
    return layout.neuron_at(x, y) or layout.edge_at(x, y, known)


def caption_at(layout: NetworkLayout, named: Mapping[int, Discs], point: QPointF) -> int | None:
    """Return the layer before which the edges are whose caption is at a point."""
    for layer in layout.spec.layers:
        if caption_rect(layout, named, layer).contains(point):
            return layer
    return None


def menu_at(layout: NetworkLayout, named: Mapping[int, Discs], point: QPointF) -> int | None:
    """Return the layer whose heading or "⋮" is at a point, when it has discs to choose."""
    for layer in named:
        under = named_rect(layout, named, layer)
        if heading_rect(layout, layer).contains(point) or (under and under.contains(point)):
            return layer
    return None
