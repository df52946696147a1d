"""A matrix equation as blocks of numbers and the signs between them; without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.session import Neuron

Mode = Literal["forward", "backward", "outer"]
MODES: tuple[Mode, ...] = ("forward", "backward", "outer")

Ink = Literal["sign", "wish", "neuron"]
"""How a block is colored: by sign; by the sign of what should change, −∂C/∂·; as neurons are."""

Hit = Neuron | Location


@dataclass(frozen=True, eq=False)
class Block:
    """A matrix, column or row.

    Attributes
    ----------
    key : str
        Its name within the equation.
    tex, words : str
        Its symbol, and what it is.
    shape : tuple of int
        Rows and columns.
    values : Array or None
        The numbers, of this shape; None while the cursor has not revealed them.
    rows, columns : int or None
        The layers whose neurons the rows and the columns stand for.
    holds : {"weight", "bias", "neuron"}
        What a cell belongs to.
    ink : Ink
        How it is colored.
    span : tuple of float or None
        The activations between which a neuron's brightness runs; None for the largest there is.
    """

    key: str
    tex: str
    words: str
    shape: tuple[int, int]
    values: Array | None
    rows: int | None
    columns: int | None
    holds: Literal["weight", "bias", "neuron"] = "neuron"
    ink: Ink = "sign"
    span: tuple[float | None, float | None] = (None, None)

    @property
    def is_matrix(self) -> bool:
        """False for a column or a row."""
        return self.rows is not None and self.columns is not None

    @property
    def stretches(self) -> bool:
        """Whether it takes as much width as there is: a matrix or a row."""
        return self.columns is not None

    def hit(self, row: int, column: int) -> Hit:
        """Return what a cell belongs to."""
        layer, index = (self.columns, column) if self.rows is None else (self.rows, row)
        assert layer is not None
        if self.holds == "neuron":
            return Neuron(layer, index)
        if self.holds == "bias":
            return Location("b", layer, index)
        assert self.columns is not None
        j, k = (row, column) if layer > self.columns else (column, row)
        return Location("w", max(layer, self.columns), j, k)


@dataclass(frozen=True)
class Sign:
    """What stands between two blocks; an arrow carries its TeX on its back."""

    tex: str
    arrow: bool = False


@dataclass(frozen=True, eq=False)
class Calculation:
    """One line of the blackboard.

    Attributes
    ----------
    mode, layer : Mode, int
        Which calculation, and the layer it gives.
    tex : str
        The line in symbols.
    terms : tuple
        Blocks and signs from left to right; in the outer product the column, the row, the matrix and the
        biases' column, which are placed as in a times table.
    notes : tuple of str
        What has to be said besides.
    """

    mode: Mode
    layer: int
    tex: str
    terms: tuple[Block | Sign, ...]
    notes: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, from left to right."""
        return tuple(term for term in self.terms if isinstance(term, Block))

    def block(self, key: str) -> Block:
        """Return a block by its name."""
        return next(block for block in self.blocks if block.key == key)


def indices(hit: Hit | None) -> dict[int, int]:
    """Return the neurons that a neuron, weight or bias touches: layer → index."""
    if hit is None:
        return {}
    if isinstance(hit, Location) and hit.k is not None:
        return {hit.layer: hit.j, hit.layer - 1: hit.k}
    return {hit.layer: hit.j}
