"""Which neurons of layers that do not fit have discs, and where those stand beside their bars."""

from typing import NamedTuple

import numpy as np

from nnviz.session import Session
from nnviz.ui.network.frame import Discs
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.naming import Indices, Naming, named, parse, spread

RADIUS = 5.5
BESIDE = 19
"""How far to the left of a bar its named discs stand."""


class _Kept(NamedTuple):
    """The discs of one layer, and what they were spread for."""

    layout: NetworkLayout
    members: Indices
    discs: Discs


class NamedDiscs:
    """The discs of those neurons that are named where not all have one.

    Parameters
    ----------
    session : Session
        Whose network it is; "strongest" depends on what it has computed.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._naming: dict[int, Naming] = {}
        self._kept: dict[int, _Kept] = {}

    def clear(self) -> None:
        """Name again what is named by itself: the network is another one."""
        self._naming.clear()
        self._kept.clear()

    def naming(self, layer: int) -> Naming:
        """Return which neurons of a layer that does not fit are drawn as discs."""
        return self._naming.get(layer, Naming())

    def name(self, layer: int, naming: Naming) -> None:
        """Choose which neurons of a layer that does not fit are drawn as discs.

        Raises
        ------
        SettingsError
            When a typed list cannot be read.
        """
        if naming.kind == "list":
            parse(naming.text, self._session.spec.sizes[layer])
        self._naming[layer] = naming

    def on(self, layout: NetworkLayout) -> dict[int, Discs]:
        """Return the discs of each layer that does not fit, where a layout wants them."""
        layers = range(len(layout.spec.sizes))
        return {layer: self._discs(layout, layer) for layer in layers if not layout.radius(layer)}

    def _discs(self, layout: NetworkLayout, layer: int) -> Discs:
        members, kept = named(self._session, layer, self.naming(layer)), self._kept.get(layer)
        if kept is None or kept.layout is not layout or not np.array_equal(kept.members, members):
            kept = self._kept[layer] = _Kept(layout, members, _spread(layout, layer, members))
        return kept.discs


def _spread(layout: NetworkLayout, layer: int, members: Indices) -> Discs:
    """Return the discs of those members whose anchors are seen, as near to these as there is room."""
    heights = layout.anchors[layer][members]
    top, bottom = layout.top, layout.top + layout.column_height
    seen = (heights >= top) & (heights <= bottom)
    radius = RADIUS * layout.scale
    y = spread(heights[seen], 2 * radius + 1.5, top + radius, bottom - radius)
    if len(y) > 1:
        radius = min(radius, max(2.0, 0.48 * float(np.diff(y).min())))
    return Discs(members[seen], layout.columns[layer] - BESIDE * layout.scale, y, radius)
