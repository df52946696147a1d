"""Where the phases of the score stand, and which symbol each has room for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Phase, Plan
from nnviz.ui import theme
from nnviz.ui.formula import measure
from nnviz.wording import Notation, current_notation, phase_tex

Section = Literal["forward", "cost", "backward", "update"]

CELL_GAP, LAYER_GAP, SECTION_GAP = 4.0, 10.0, 20.0
"""Between the phases of a layer, between layers, between the passes."""

MOST_GAPS = 0.3
"""The share of the width that gaps may take; in a deep network they shrink."""

WIDEST = 108.0
"""A cell grows no wider than this, however few there are."""

CAPTION, ABOVE = 14.0, 4.0
"""Height of the captions' line, and of the room for the cursor's bar below it."""

EM, SMALLEST = 1.25, 0.7
"""Size of the symbols in multiples of the type, and the share of it down to which they shrink."""

UPDATE_WEIGHT = 2.0
"""The update's cell is so many times as wide as the others, for its formula is longer."""

_SECTIONS: dict[str, Section] = {
    "input": "forward",
    "weighted_sum": "forward",
    "activation": "forward",
    "cost": "cost",
    "update": "update",
}


def section(phase: Phase) -> Section:
    """Return the part of the score a phase belongs to."""
    return _SECTIONS.get(phase.kind, "backward")


class Symbol(NamedTuple):
    """What stands in a cell: TeX, and the layer below it where the TeX does not say it any more."""

    tex: str
    below: str = ""


def symbols(phase: Phase, spec: NetworkSpec) -> tuple[Symbol, ...]:
    """Return a phase's symbol, ever narrower: z^{(2)}, z^2, z over a small 2, nothing."""
    full = phase_tex(phase, spec)
    if phase.kind == "update":
        return Symbol(full), Symbol(r"\theta'"), Symbol("")
    bare = re.sub(r"\^\{\(\d+\)\}", "", full)
    return Symbol(full), Symbol(full.replace("(", "").replace(")", "")), _over(bare, full, phase), Symbol("")


def _over(bare: str, full: str, phase: Phase) -> Symbol:
    return Symbol(bare, "" if bare == full else str(phase.layer))


@dataclass(frozen=True)
class ScoreLayout:
    """The row at one size.

    Attributes
    ----------
    plan : Plan
        The phases.
    spec : NetworkSpec
        The network they are of.
    width, height : float
        The room there is.
    scale : float
        The type scale.
    notation : Notation
        How the symbols are written; by default as everywhere.
    """

    plan: Plan
    spec: NetworkSpec
    width: float
    height: float
    scale: float
    notation: Notation = field(default_factory=current_notation)

    @cached_property
    def cells(self) -> tuple[QRectF, ...]:
        """Where each phase stands, in order."""
        phases, gaps = self.plan.phases, self._gaps()
        weights = [UPDATE_WEIGHT if phase.kind == "update" else 1.0 for phase in phases]
        unit = min((self.width - 2 - sum(gaps)) / sum(weights), WIDEST * self.scale)
        top = (CAPTION + ABOVE) * self.scale
        cells, x = [], 1.0
        for weight, gap in zip(weights, (*gaps, 0.0), strict=True):
            cells.append(QRectF(x, top, max(unit * weight, 0.5), self.height - top - 1))
            x += unit * weight + gap
        return tuple(cells)

    def _gaps(self) -> list[float]:
        gaps = [_gap(a, b) * self.scale for a, b in pairwise(self.plan.phases)]
        shrink = min(1.0, MOST_GAPS * self.width / max(sum(gaps), 1e-9))
        return [gap * shrink for gap in gaps]

    def sections(self) -> Iterator[tuple[Section, QRectF]]:
        """Yield the parts of the score and where their captions stand."""
        height = CAPTION * self.scale
        for name, members in groupby(range(len(self.plan)), lambda i: section(self.plan.phases[i])):
            indices = list(members)
            left, right = self.cells[indices[0]].left(), self.cells[indices[-1]].right()
            yield name, QRectF(left, 0, right - left, height)

    def at(self, x: float) -> int | None:
        """Return the phase nearest to `x`; None beyond either end of the row."""
        if not self.cells[0].left() <= x <= self.cells[-1].right():
            return None
        return min(range(len(self.cells)), key=lambda i: _distance(self.cells[i], x))

    @cached_property
    def level(self) -> int:
        """How narrow the symbols must be, 0 … 3; one for all, so that equals look equal."""
        return next((level for level in range(3) if self._share(level) >= SMALLEST), 3)

    @cached_property
    def em(self) -> float:
        """The size of the symbols in pixels."""
        return self._full_em * max(self._share(self.level), SMALLEST)

    @property
    def _full_em(self) -> float:
        return theme.BASE_PX * EM * self.scale

    def _share(self, level: int) -> float:
        """Return the share of their full size at which all symbols fit."""
        phases = (phase for phase in self.plan.phases if phase.kind != "update")
        widest = max(measure(symbols(phase, self.spec)[level].tex, self._full_em).width for phase in phases)
        return min(1.0, self.inner(0) / max(widest, 1e-9))

    def inner(self, index: int) -> float:
        """Return the width inside a cell that a symbol may take."""
        width = self.cells[index].width()
        return width - min(8 * self.scale, 0.2 * width)

    def symbol(self, index: int) -> Symbol:
        """Return what stands in a cell."""
        phase = self.plan.phases[index]
        if phase.kind != "update":
            return symbols(phase, self.spec)[self.level]
        least, room = self._full_em * SMALLEST, self.inner(index)
        choice = symbols(phase, self.spec)
        return next((s for s in choice if measure(s.tex, least).width <= room), choice[-1])


def _gap(a: Phase, b: Phase) -> float:
    if section(a) != section(b):
        return SECTION_GAP
    return CELL_GAP if a.layer == b.layer else LAYER_GAP


def _distance(cell: QRectF, x: float) -> float:
    return max(cell.left() - x, x - cell.right(), 0.0)
