"""Where everything in the network's picture stands: columns, anchors, discs; and what is under the mouse."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF

from nnviz.core.arrays import Array
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Neuron
from nnviz.ui.network.camera import Camera
from nnviz.ui.network.gap import Gap

HEADER = 30
FOOTER = 17
LEFT = 26
LEFT_OF_BAR = 42
"""The bar of the inputs leaves room on its left for the discs of those that are named."""

RIGHT = 84
LARGEST_RADIUS = 14.0
SMALLEST_RADIUS = 3.5
FIRST_GAP = 1.3
"""The gap behind the inputs is wider than the others: most of the lines run there."""

REACH = 3.0
"""An edge answers within this many pixels."""

WHOLE = Camera()

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class NetworkLayout:
    """Positions, in the widget's logical pixels.

    Parameters
    ----------
    spec : NetworkSpec
        The network.
    width, height : int
        Size of the view.
    scale : float
        The type scale; margins and discs grow with it.
    camera : Camera
        Zoom and pan; headings and captions stay.
    """

    spec: NetworkSpec
    width: int
    height: int
    scale: float = 1.0
    camera: Camera = WHOLE

    @cached_property
    def top(self) -> int:
        """Where the edges' picture begins, below the headings."""
        return round(HEADER * self.scale)

    @cached_property
    def column_height(self) -> int:
        """How tall the edges' picture is; unzoomed, so are the columns."""
        return max(40, self.height - self.top - round(FOOTER * self.scale))

    @cached_property
    def stage(self) -> QRect:
        """Where neurons and edges are seen, in whole pixels: between the headings and the captions.

        It is a little higher than the columns, for the rings of what stands at their ends.
        """
        spare = 2 * self.scale
        above = spare if self.camera.zoom == 1 else 0.0
        height = self.column_height + above + spare
        return QRectF(0, self.top - above, self.width, height).toAlignedRect()

    @cached_property
    def columns(self) -> tuple[float, ...]:
        """The x of every layer."""
        shares = np.ones(self.spec.depth)
        shares[0] = FIRST_GAP if self.spec.depth > 1 else 1
        left = LEFT if self._fits(0, 1.0) else LEFT_OF_BAR
        room = max(40.0, self.width - (left + RIGHT) * self.scale)
        ends = np.concatenate([[0], np.cumsum(shares / shares.sum())]) * room
        zoom, x = self.camera.zoom, self.camera.x
        return tuple(round(left * self.scale + end) * zoom - x for end in ends.tolist())

    @cached_property
    def anchors(self) -> tuple[Array, ...]:
        """The y of every neuron, layer by layer: each layer spread over the column's height."""
        zoom, y = self.camera.zoom, self.camera.y
        return tuple(
            (self.top + (np.arange(n) + 0.5) * self.column_height / n) * zoom - y for n in self.spec.sizes
        )

    def _room(self, layer: int, zoom: float) -> float:
        return 0.4 * zoom * self.column_height / self.spec.sizes[layer]

    def _fits(self, layer: int, zoom: float) -> bool:
        return self._room(layer, zoom) >= SMALLEST_RADIUS

    def radius(self, layer: int) -> float:
        """Return the radius of the layer's discs; 0 where they do not fit and only anchors are drawn."""
        return self._radii[layer]

    @cached_property
    def _radii(self) -> tuple[float, ...]:
        zoom = self.camera.zoom
        largest = LARGEST_RADIUS * self.scale * zoom**0.5
        layers = range(len(self.spec.sizes))
        return tuple(min(self._room(n, zoom), largest) if self._fits(n, zoom) else 0.0 for n in layers)

    def gap(self, layer: int, ratio: float) -> Gap:
        """Return what is seen of the gap before `layer`, in device pixels; it begins at `corner`."""
        left, right = self.columns[layer - 1], self.columns[layer]
        first, last = self._seen(layer, ratio)
        span = (right - left) * ratio
        return Gap(
            max(1, last - first),
            round(self.column_height * ratio),
            (self.anchors[layer - 1] - self.top) * ratio,
            (self.anchors[layer] - self.top) * ratio,
            (first - left * ratio) / span,
            (last - left * ratio) / span,
            max(1.0, ratio),
        )

    def corner(self, layer: int, ratio: float) -> tuple[int, int]:
        """Return where the picture of the gap before `layer` stands, in device pixels."""
        return self._seen(layer, ratio)[0], round(self.top * ratio)

    def sees(self, layer: int) -> bool:
        """Say whether any of the gap before `layer` is seen."""
        return self.columns[layer - 1] < self.width and self.columns[layer] > 0

    def _seen(self, layer: int, ratio: float) -> tuple[int, int]:
        """Return the first and the last pixel column of the gap that lie within the view."""
        ends = self.columns[layer - 1], self.columns[layer]
        first, last = (min(max(round(x * ratio), 0), round(self.width * ratio)) for x in ends)
        return first, last

    def position(self, neuron: Neuron) -> tuple[float, float]:
        """Return the center of a neuron."""
        return float(self.columns[neuron.layer]), float(self.anchors[neuron.layer][neuron.j])

    def neuron_at(self, x: float, y: float) -> Neuron | None:
        """Return the neuron whose disc, or whose anchor, is at a point."""
        for layer, column in enumerate(self.columns):
            radius = self.radius(layer)
            if abs(x - column) > max(radius, 5.0):
                continue
            anchors = self.anchors[layer]
            j = int(np.abs(anchors - y).argmin())
            if (x - column) ** 2 + (y - anchors[j]) ** 2 <= (radius + 2) ** 2 or not radius:
                return Neuron(layer, j)
        return None

    def edge_at(self, x: float, y: float, values: dict[int, Array]) -> Location | None:
        """Return the strongest edge within reach of a point.

        `values` holds what the edges show, layer by layer, shape (n_(l−1), n_l); a gap that shows nothing
        is left out.
        """
        for layer in self.spec.layers:
            left, right = self.columns[layer - 1], self.columns[layer]
            if not left < x < right or layer not in values:
                continue
            t = (x - left) / (right - left)
            k, j = self._candidates(layer, t, y)
            rise = self.anchors[layer][j] - self.anchors[layer - 1][k]
            distance = np.abs(self.anchors[layer - 1][k] + t * rise - y)
            near = distance <= REACH * np.sqrt(1 + (rise / (right - left)) ** 2)
            k, j = k[near], j[near]
            if len(k):
                best = int(np.nan_to_num(np.abs(values[layer][k, j]), nan=0.0).argmax())
                return Location("w", layer, int(j[best]), int(k[best]))
        return None

    def _candidates(self, layer: int, t: float, y: float) -> tuple[Indices, Indices]:
        """Return edges (k, j) among which are all that pass within reach of height `y` at the share `t`.

        For each anchor on the nearer side, the anchors on the other side that lie behind the point: so a
        million edges are never looked at one by one.
        """
        before, after = self.anchors[layer - 1], self.anchors[layer]
        fixed, free, share = (before, after, t) if t >= 0.5 else (after, before, 1 - t)
        rise = max(abs(after[-1] - before[0]), abs(after[0] - before[-1]))
        span = self.columns[layer] - self.columns[layer - 1]
        margin = REACH * float(np.sqrt(1 + (rise / span) ** 2))
        ends = [(y + side - (1 - share) * fixed) / share for side in (-margin, margin)]
        start, stop = np.searchsorted(free, ends[0], "left"), np.searchsorted(free, ends[1], "right")
        counts = stop - start
        here = np.repeat(np.arange(len(fixed)), counts)
        there = np.arange(len(here)) - np.repeat(np.cumsum(counts) - counts - start, counts)
        return (here, there) if t >= 0.5 else (there, here)
