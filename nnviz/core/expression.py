r"""Formulas of one or several variables: their value, their exact derivatives, and how they are written.

Derivatives are computed in forward mode, value and slopes together, rule by rule (Griewank, Walther,
*Evaluating Derivatives*, 2008, chapter 3), so that what is drawn and what is said of its slope have one
source. Where a function has a kink its slope is that of PyTorch: 0 for \|x\| and for relu at 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.formula_functions import FUNCTIONS

SUM, PRODUCT, POWER, ATOM = range(4)
"""How tightly a formula holds together; what binds more loosely than its surroundings needs parentheses."""


class Dual(NamedTuple):
    """A value and its derivatives by all variables.

    Attributes
    ----------
    value : Array
        Shape (m,), or () where it is the same everywhere.
    slopes : Array
        Shape (n, m), or (n, 1).
    """

    value: Array
    slopes: Array


class Node(Protocol):
    """A part of a formula."""

    @property
    def tex(self) -> str:
        """The part as TeX."""

    @property
    def binds(self) -> int:
        """SUM, PRODUCT, POWER or ATOM."""

    @property
    def varies(self) -> bool:
        """Whether a variable stands in it."""

    def at(self, x: Array) -> Dual:
        """Return value and slopes at `x`, shape (n, m)."""


@dataclass(frozen=True)
class Constant:
    """A number, or π, or e."""

    value: float
    tex: str
    binds: int = ATOM
    varies: bool = False

    def at(self, x: Array) -> Dual:
        """Return the number and slopes of 0."""
        return Dual(np.asarray(self.value), np.zeros((len(x), 1)))


@dataclass(frozen=True)
class Variable:
    """x, or one of x₁ and x₂."""

    index: int
    tex: str
    binds: int = ATOM
    varies: bool = True

    def at(self, x: Array) -> Dual:
        """Return the variable, whose slope by itself is 1."""
        slopes = np.zeros((len(x), 1))
        slopes[self.index] = 1.0
        return Dual(x[self.index], slopes)


@dataclass(frozen=True)
class Negative:
    """−u."""

    of: Node
    binds: int = SUM

    @property
    def varies(self) -> bool:
        """Whether a variable stands in it."""
        return self.of.varies

    @property
    def tex(self) -> str:
        """The part as TeX."""
        return f"-{_bound(self.of, PRODUCT)}"

    def at(self, x: Array) -> Dual:
        """Return value and slopes."""
        u = self.of.at(x)
        return Dual(-u.value, -u.slopes)


@dataclass(frozen=True)
class Binary:
    """Two parts and the sign between them: one of + - * / ^."""

    sign: str
    left: Node
    right: Node

    @property
    def varies(self) -> bool:
        """Whether a variable stands in it."""
        return self.left.varies or self.right.varies

    @property
    def binds(self) -> int:
        """How tightly it holds together."""
        return {"+": SUM, "-": SUM, "^": POWER}.get(self.sign, PRODUCT)

    @property
    def tex(self) -> str:
        """The part as TeX."""
        match self.sign:
            case "/":
                return rf"\frac{{{self.left.tex}}}{{{self.right.tex}}}"
            case "^":
                return rf"{_bound(self.left, ATOM)}^{{{self.right.tex}}}"
            case "*":
                left, right = _bound(self.left, PRODUCT), _bound(self.right, PRODUCT)
                apart = right[0].isdigit() or right.startswith(r"\frac")
                return rf"{left} \cdot {right}" if apart else f"{left} {right}"
            case _:
                right = _bound(self.right, PRODUCT if self.sign == "-" or _leads(self.right) else SUM)
                return f"{self.left.tex} {self.sign} {right}"

    def at(self, x: Array) -> Dual:
        """Return value and slopes."""
        u, v = self.left.at(x), self.right.at(x)
        match self.sign:
            case "+":
                return Dual(u.value + v.value, u.slopes + v.slopes)
            case "-":
                return Dual(u.value - v.value, u.slopes - v.slopes)
            case "*":
                return Dual(u.value * v.value, u.slopes * v.value + u.value * v.slopes)
            case "/":
                ratio = u.value / v.value
                return Dual(ratio, (u.slopes - ratio * v.slopes) / v.value)
            case _:
                return _power(u, v) if self.right.varies else _fixed_power(u, v.value)


def _leads(node: Node) -> bool:
    """Say whether a part begins with a minus sign, which may not follow another sign."""
    return isinstance(node, Negative) or (isinstance(node, Binary) and _leads(node.left))


def _fixed_power(u: Dual, n: Array) -> Dual:
    """Return uⁿ for a number n; also where u is not positive."""
    if n == 0:
        return Dual(np.ones_like(u.value), np.zeros_like(u.slopes))
    return Dual(np.power(u.value, n), n * np.power(u.value, n - 1) * u.slopes)


def _power(u: Dual, v: Dual) -> Dual:
    """Return uᵛ, for u > 0."""
    value = np.power(u.value, v.value)
    return Dual(value, value * (v.slopes * np.log(u.value) + v.value * u.slopes / u.value))


@dataclass(frozen=True)
class Call:
    """A function of a part."""

    name: str
    of: Node
    binds: int = ATOM

    @property
    def varies(self) -> bool:
        """Whether a variable stands in it."""
        return self.of.varies

    @property
    def tex(self) -> str:
        """The part as TeX."""
        return FUNCTIONS[self.name].tex.replace("#", self.of.tex)

    def at(self, x: Array) -> Dual:
        """Return value and slopes, by the chain rule."""
        u, function = self.of.at(x), FUNCTIONS[self.name]
        value = function.value(u.value)
        return Dual(value, function.slope(u.value, value) * u.slopes)


def _bound(node: Node, least: int) -> str:
    """Return a part as TeX, in parentheses where it would fall apart."""
    tight = node.binds >= least and not (isinstance(node, Call) and node.name == "exp" and least == ATOM)
    return node.tex if tight else rf"\left( {node.tex} \right)"


@dataclass(frozen=True)
class Expression:
    """A formula that was understood.

    Attributes
    ----------
    text : str
        As it was typed.
    variables : tuple of str
        The names of its n variables.
    root : Node
        What it consists of.
    """

    text: str
    variables: tuple[str, ...]
    root: Node

    @property
    def tex(self) -> str:
        """The formula as TeX."""
        return self.root.tex

    def at(self, points: Array | Sequence[Sequence[float]]) -> tuple[Array, Array]:
        """Return values, shape (m,), and slopes, shape (m, n), at `points`, shape (m, n).

        Where the formula has no value both are not a number; nothing is raised.
        """
        x = np.asarray(points, np.float64).T
        with np.errstate(all="ignore"):
            value, slopes = self.root.at(x)
        slopes = np.where(np.isnan(value), np.nan, slopes)
        return np.broadcast_to(value, x.shape[1:]), np.broadcast_to(slopes, x.shape).T
