"""The functions that can stand in a formula: value, slope, and how they are set."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.functions import sigmoid


class Function(NamedTuple):
    """A function that can stand in a formula.

    Attributes
    ----------
    value : callable
        ``value(u)``.
    slope : callable
        ``slope(u, f)``, f being the value.
    tex : str
        The function as TeX, "#" standing for what it is of.
    """

    value: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array]
    tex: str


FUNCTIONS: dict[str, Function] = {
    "sin": Function(np.sin, lambda u, f: np.cos(u), r"\sin\left( # \right)"),
    "cos": Function(np.cos, lambda u, f: -np.sin(u), r"\cos\left( # \right)"),
    "tan": Function(np.tan, lambda u, f: 1 + f * f, r"\tan\left( # \right)"),
    "exp": Function(np.exp, lambda u, f: f, r"e^{#}"),
    "log": Function(np.log, lambda u, f: 1 / u, r"\log\left( # \right)"),
    "sqrt": Function(np.sqrt, lambda u, f: 0.5 / f, r"\sqrt{#}"),
    "abs": Function(np.abs, lambda u, f: np.sign(u), r"\left| # \right|"),
    "tanh": Function(np.tanh, lambda u, f: 1 - f * f, r"\tanh\left( # \right)"),
    "sigmoid": Function(sigmoid, lambda u, f: f * (1 - f), r"\sigma\left( # \right)"),
    "relu": Function(
        lambda u: np.maximum(u, 0.0), lambda u, f: np.where(u > 0, 1.0, 0.0), r"\mathrm{relu}\left( # \right)"
    ),
}
"""All functions by name."""
