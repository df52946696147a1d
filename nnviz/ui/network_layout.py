"""Where everything in the network's picture stands: columns, anchors, discs; and what is under the mouse."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Neuron
from nnviz.ui.edges import Gap

HEADER = 30
FOOTER = 14
LEFT = 26
RIGHT = 84
LARGEST_RADIUS = 14.0
SMALLEST_RADIUS = 3.5
FIRST_GAP = 1.3
"""The gap behind the inputs is wider than the others: most of the lines run there."""

REACH = 3.0
"""An edge answers within this many pixels."""


@dataclass(frozen=True)
class NetworkLayout:
    """Positions, in the widget's logical pixels.

    Parameters
    ----------
    spec : NetworkSpec
        The network.
    width, height : int
        Size of the picture.
    scale : float
        The type scale; margins and discs grow with it.
    """

    spec: NetworkSpec
    width: int
    height: int
    scale: float = 1.0

    @property
    def top(self) -> int:
        """Where the columns begin."""
        return round(HEADER * self.scale)

    @property
    def column_height(self) -> int:
        """How tall the columns are."""
        return max(40, self.height - self.top - round(FOOTER * self.scale))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The x of every layer."""
        shares = np.ones(self.spec.depth)
        shares[0] = FIRST_GAP if self.spec.depth > 1 else 1
        room = max(40.0, self.width - (LEFT + RIGHT) * self.scale)
        ends = np.concatenate([[0], np.cumsum(shares / shares.sum())]) * room
        return tuple(round(LEFT * self.scale + x) for x in ends)

    @cached_property
    def anchors(self) -> tuple[Array, ...]:
        """The y of every neuron, layer by layer: each layer spread over the column's height."""
        return tuple(self.top + (np.arange(n) + 0.5) * self.column_height / n for n in self.spec.sizes)

    def radius(self, layer: int) -> float:
        """Return the radius of the layer's discs; 0 where they do not fit and only anchors are drawn."""
        room = 0.4 * self.column_height / self.spec.sizes[layer]
        return 0.0 if room < SMALLEST_RADIUS else min(room, LARGEST_RADIUS * self.scale)

    def gap(self, layer: int, ratio: float) -> Gap:
        """Return the gap before `layer` in device pixels; its picture begins at the column's top."""
        left, right = self.columns[layer - 1], self.columns[layer]
        return Gap(
            max(1, round((right - left) * ratio)),
            round(self.column_height * ratio),
            (self.anchors[layer - 1] - self.top) * ratio,
            (self.anchors[layer] - self.top) * ratio,
        )

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

        `values` holds what the edges show, layer by layer, shape (n_(l−1), n_l).
        """
        for layer in self.spec.layers:
            left, right = self.columns[layer - 1], self.columns[layer]
            if not left < x < right:
                continue
            t = (x - left) / (right - left)
            rise = self.anchors[layer][None, :] - self.anchors[layer - 1][:, None]
            heights = self.anchors[layer - 1][:, None] + t * rise
            distance = np.abs(heights - y) / np.sqrt(1 + (rise / (right - left)) ** 2)
            near = np.where(distance <= REACH, np.abs(values[layer]), -1.0)
            k, j = divmod(int(near.argmax()), near.shape[1])
            return Location("w", layer, j, k) if near[k, j] >= 0 else None
        return None
