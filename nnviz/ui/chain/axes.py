"""The number lines of a chain: how far each reaches, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from nnviz.core.chain import Chain, quantities
from nnviz.core.explain import Quantity
from nnviz.core.network import NetworkSpec
from nnviz.ui import theme

REACHES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 1024.0, 1e4, 1e5, 1e6)
"""How far a line may reach: in steps, so that it stands still while a value moves along it."""

LEAST = {"w": 4.0, "b": 4.0, "z": 4.0}

LEAST_COLUMN, GROUP_GAP, HEAD = 42.0, 8.0, 40.0
"""The narrowest column, the space between layers, what stands over the lines; pixels at type scale 1."""


class Reach(NamedTuple):
    """The two ends of a line."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return where a value stands, 0 at the low end and 1 at the high one."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def is_free(quantity: Quantity) -> bool:
    """Say whether a hand can move a number; the others follow from those."""
    return quantity.kind in ("w", "b", "y") or (quantity.kind, quantity.layer) == ("a", 0)


def _bounds(spec: NetworkSpec, quantity: Quantity) -> tuple[float | None, float | None]:
    """Return the ends a quantity cannot pass; None where it can."""
    if quantity.kind == "C":
        return 0.0, None
    if quantity.kind == "y" or (quantity.kind == "a" and quantity.layer > 0):
        function = spec.activation(quantity.layer)
        return function.low, function.high
    return (0.0, 1.0) if quantity.kind == "a" else (None, None)


def reach_of(spec: NetworkSpec, quantity: Quantity, value: float, before: Reach | None) -> Reach:
    """Return a line on which `value` stands, no shorter than it was before."""
    low, high = _bounds(spec, quantity)
    inside = (low is None or value >= low) and (high is None or value <= high)
    if low is not None and high is not None and inside and before is None:
        return Reach(low, high)
    if before is not None and before.low <= value <= before.high:
        return before
    size = max(abs(value), LEAST.get(quantity.kind, 1.0))
    end = next((reach for reach in REACHES if reach >= size), size)
    return Reach(0.0 if low == 0 and value >= 0 else -end, end)


class Axes:
    """Where the lines of a chain stand in a widget of some size."""

    def __init__(self) -> None:
        self._spec: NetworkSpec | None = None
        self._reaches: dict[Quantity, Reach] = {}
        self.quantities: tuple[Quantity, ...] = ()

    def fit(self, spec: NetworkSpec, chain: Chain) -> None:
        """Make every line long enough for its values; another network begins anew."""
        if spec != self._spec:
            self._spec, self._reaches = spec, {}
            self.quantities = quantities(spec)
        for link in chain.links:
            known = self._reaches.get(link.quantity)
            self._reaches[link.quantity] = reach_of(spec, link.quantity, link.value, known)

    def reach(self, quantity: Quantity) -> Reach:
        """Return the ends of a line."""
        return self._reaches[quantity]

    def groups(self) -> list[list[Quantity]]:
        """Return the numbers in groups: x, one group for each layer, and the cost with its target."""
        groups: list[list[Quantity]] = []
        for quantity in self.quantities:
            if quantity.kind in ("w", "y") or not groups:
                groups.append([])
            groups[-1].append(quantity)
        return groups

    def least_width(self) -> float:
        """Return the width below which it has to be scrolled."""
        return theme.px(LEAST_COLUMN) * len(self.quantities) + theme.px(GROUP_GAP) * len(self.groups())

    def column(self, quantity: Quantity, size: QRectF) -> QRectF:
        """Return the column in which a line stands."""
        groups = self.groups()
        gap = theme.px(GROUP_GAP)
        width = (size.width() - gap * (len(groups) - 1)) / max(len(self.quantities), 1)
        group = next(i for i, members in enumerate(groups) if quantity in members)
        left = self.quantities.index(quantity) * width + group * gap
        return QRectF(size.left() + left, size.top(), width, size.height())

    def line(self, quantity: Quantity, size: QRectF) -> tuple[QPointF, QPointF]:
        """Return the low and the high end of a line."""
        column = self.column(quantity, size)
        x, foot = column.center().x(), 2.5 * theme.px(theme.BASE_PX) + theme.px(16)
        return QPointF(x, column.bottom() - foot), QPointF(x, column.top() + theme.px(HEAD) + theme.px(18))

    def place(self, quantity: Quantity, value: float, size: QRectF) -> QPointF:
        """Return where a value stands on its line."""
        low, high = self.line(quantity, size)
        return low + (high - low) * self.reach(quantity).share(value)
