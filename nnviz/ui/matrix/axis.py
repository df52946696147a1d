"""Which rows or columns of a matrix stand where, when there is not room for all of them; without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from nnviz.core.arrays import Array, IntArray

GAP = -1
"""In place of a row or column: here some are left out."""


@dataclass(frozen=True, eq=False)
class Axis:
    """The rows, or the columns, of a block as they are drawn: slot after slot.

    Attributes
    ----------
    starts : IntArray
        The first index that each slot stands for, or GAP.
    size : int
        How many neighbors share a slot; more than 1 where there are fewer pixels than numbers.
    count : int
        How many indices there are.
    pitch : float
        The width of a slot in pixels.
    """

    starts: IntArray
    size: int
    count: int
    pitch: float

    @property
    def slots(self) -> int:
        """The number of slots, gaps among them."""
        return len(self.starts)

    @property
    def extent(self) -> float:
        """The length of the axis in pixels."""
        return self.slots * self.pitch

    @property
    def shown(self) -> int:
        """How many indices are shown."""
        return self.count if self.size > 1 else int((self.starts != GAP).sum())

    @property
    def gaps(self) -> IntArray:
        """The slots in which ⋯ stands."""
        return np.flatnonzero(self.starts == GAP)

    def slot_of(self, index: int) -> int | None:
        """Return the slot in which an index is shown, None where it is left out."""
        if self.size > 1:
            return index // self.size
        found = np.flatnonzero(self.starts == index)
        return int(found[0]) if len(found) else None

    def indices(self, slot: int) -> range:
        """Return the indices that a slot stands for, none for a gap."""
        start = int(self.starts[slot])
        return range(start, min(start + self.size, self.count)) if start != GAP else range(0)

    def slot_at(self, offset: float) -> int | None:
        """Return the slot at a distance from the beginning."""
        slot = floor(offset / self.pitch)
        return slot if 0 <= slot < self.slots else None


def whole(count: int, room: float, largest: float, unit: float = 1.0) -> Axis:
    """Show all of `count` indices within `room`: a cell each, or where pixels do not suffice stripes.

    Parameters
    ----------
    count : int
        How many there are.
    room, largest : float
        The length there is, and the pitch that is not exceeded.
    unit : float
        The size of a device pixel; cells are whole ones, so that all are equally wide.
    """
    size = max(1, ceil(count * unit / max(room, unit)))
    slots = ceil(count / size)
    pitch = max(floor(min(room / slots, largest) / unit + 1e-9), 1) * unit
    return Axis(np.arange(0, count, size), size, count, pitch)


def elided(count: int, room: float, pitch: float, focus: Iterable[int] = ()) -> Axis:
    """Show as many indices as there is room for at `pitch`: the ends, those in `focus` and around them."""
    slots = max(floor(room / pitch + 1e-9), 1)
    if count <= slots:
        return Axis(np.arange(count), 1, count, pitch)
    wanted = [index for index in dict.fromkeys(focus) if 0 <= index < count]
    shown: set[int] = set()
    for index in _in_order(count, slots, wanted):
        if len(_with_gaps(shown | {index}, count)) <= slots or not shown:
            shown.add(index)
    return Axis(np.array(_with_gaps(shown, count)), 1, count, pitch)


def _in_order(count: int, slots: int, focus: list[int]) -> Iterator[int]:
    """Yield indices, the most important first: the focus, the ends, then outwards from the focus."""
    yield from focus
    yield from (0, count - 1)
    for distance in range(1, slots):
        for center in focus or [0]:
            yield from (i for i in (center + distance, center - distance) if 0 <= i < count)


def _with_gaps(shown: set[int], count: int) -> list[int]:
    """Return the indices in order, with GAP where some are left out."""
    found: list[int] = []
    for index in sorted(shown):
        if index != (found[-1] + 1 if found else 0):
            found.append(GAP)
        found.append(index)
    if found and found[-1] != count - 1:
        found.append(GAP)
    return found


def strongest(values: Array, rows: Axis, columns: Axis) -> Array:
    """Return the number that each slot shows, shape (row slots, column slots).

    A slot that stands for several numbers shows the one of the largest magnitude, a gap NaN.
    """
    # Whole rows of memory first: what is left for the slow direction is small.
    if abs(values.strides[0]) >= abs(values.strides[1]):
        return _reduce(_reduce(values, rows).T, columns).T
    return _reduce(_reduce(values.T, columns).T, rows)


def _reduce(values: Array, axis: Axis) -> Array:
    """Reduce the rows of `values` to the slots of `axis`."""
    if axis.size > 1:
        return _strongest_of_each(values, axis.size)
    if axis.slots == axis.count:
        return values
    chosen = values[axis.starts].astype(np.float64)
    chosen[axis.starts == GAP] = np.nan
    return chosen


def _strongest_of_each(values: Array, size: int) -> Array:
    high = values[::size].copy(order="K")  # as it lies in memory: three times as fast
    low = high.copy(order="K")
    for offset in range(1, size):
        part = values[offset::size]
        n = len(part)
        np.maximum(high[:n], part, out=high[:n])
        np.minimum(low[:n], part, out=low[:n])
    return np.where(high >= -low, high, low)


def source(values: Array, rows: range, columns: range, shown: float) -> tuple[int, int]:
    """Return row and column of the number that a slot shows, out of those it stands for."""
    part = values[rows.start : rows.stop, columns.start : columns.stop]
    found = np.argwhere(part == shown)
    row, column = found[0] if len(found) else (0, 0)
    return rows.start + int(row), columns.start + int(column)
