"""Where the small surfaces stand: a column for each layer, from the input at the left to the output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRectF

from nnviz.session import Neuron

SMALLEST, LARGEST, GAP = 17.0, 54.0, 5.0
"""Sides of a surface, and what is free between two, in pixels; the largest at type scale 1."""

SHARE = 0.62
"""How much of the way from one layer to the next a surface may take: the rest is for the edges."""


@dataclass(frozen=True)
class Margins:
    """What is left free for writing: input names at the left, class names at the right, sizes, functions."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True)
class Column:
    """The surfaces of one layer.

    Attributes
    ----------
    n : int
        How many neurons the layer has.
    members : tuple of int
        Those that are shown.
    side : float
        Of a surface.
    x : float
        Where their middles are.
    top, pitch : float
        Where the first one's middle is, and how far it is from there to the next.
    """

    n: int
    members: tuple[int, ...]
    side: float
    x: float
    top: float
    pitch: float

    def rect(self, place: int) -> QRectF:
        """Return where the surface at a place of the column stands, counted from 0."""
        top = self.top + place * self.pitch - self.side / 2
        return QRectF(round(self.x - self.side / 2), round(top), round(self.side), round(self.side))


@dataclass(frozen=True)
class TileLayout:
    """All columns.

    Attributes
    ----------
    columns : tuple of Column
        One for each layer 0 … L.
    step : float
        How far it is from one to the next.
    """

    columns: tuple[Column, ...]
    step: float

    @classmethod
    def fit(
        cls,
        sizes: tuple[int, ...],
        keep: Iterable[Neuron],
        room: tuple[float, float],
        margins: Margins,
        scale: float,
    ) -> TileLayout:
        """Place as many neurons of each layer as fit.

        Parameters
        ----------
        sizes : tuple of int
            Neurons per layer.
        keep : iterable of Neuron
            These are shown in any case.
        room : tuple of float
            Width and height.
        margins : Margins
            What is left free.
        scale : float
            Of type.
        """
        width = max(room[0] - margins.left - margins.right, 1.0)
        height = max(room[1] - margins.top - margins.bottom, 1.0)
        step = width / len(sizes)
        kept = tuple(keep)
        columns = []
        for layer, n in enumerate(sizes):
            fits = max(floor((height + GAP) / (SMALLEST + GAP)), 1)
            members = _members(n, min(n, fits), [neuron.j for neuron in kept if neuron.layer == layer])
            side = max(min((height + GAP) / len(members) - GAP, LARGEST * scale, SHARE * step), 2.0)
            pitch = min((height - side) / max(len(members) - 1, 1), 1.5 * side + GAP)
            middle = margins.top + height / 2
            top = middle - pitch * (len(members) - 1) / 2
            columns.append((n, members, side, top, pitch))
        first, last = columns[0][2] / 2, columns[-1][2] / 2
        way = (width - first - last) / max(len(sizes) - 1, 1)
        return cls(
            tuple(
                Column(n, members, side, margins.left + first + layer * way, top, pitch)
                for layer, (n, members, side, top, pitch) in enumerate(columns)
            ),
            way,
        )

    def members(self) -> dict[int, tuple[int, ...]]:
        """Return layer → the neurons that are shown."""
        return {layer: column.members for layer, column in enumerate(self.columns)}

    def rect(self, neuron: Neuron) -> QRectF | None:
        """Return where a neuron's surface stands, None where it has none."""
        column = self.columns[neuron.layer]
        return column.rect(column.members.index(neuron.j)) if neuron.j in column.members else None

    def at(self, point: QPointF) -> Neuron | None:
        """Return the neuron whose surface is at a point."""
        for layer, column in enumerate(self.columns):
            if abs(point.x() - column.x) <= column.side / 2:
                for place, j in enumerate(column.members):
                    if column.rect(place).contains(point):
                        return Neuron(layer, j)
        return None


def _members(n: int, shown: int, keep: list[int]) -> tuple[int, ...]:
    """Return the first neurons; those that must be there take the places of the last."""
    beyond = sorted({j for j in keep if shown <= j < n})[:shown]
    return (*range(shown - len(beyond)), *beyond)
