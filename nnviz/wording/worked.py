"""The numbers in the key of a worksheet: how the less simple rows come about, as TeX."""

from collections.abc import Iterator

import numpy as np

from nnviz.core.explain import CostTerm, explain_cost
from nnviz.core.steps import Trace
from nnviz.wording.numbers import fixed
from nnviz.wording.text import MINUS

DIGITS = 4
"""Decimals of every answer."""


def cost_worked(trace: Trace) -> str:
    """Return C_0 with the numbers of every output."""
    cost, terms = trace.spec.cost, explain_cost(trace)
    if "cross_entropy" in cost:
        logs = [log for term in terms for log in _logs(term, cost == "binary_cross_entropy")]
        return rf"= -{logs[0]}" if len(logs) == 1 else f"= -({' + '.join(logs)})"
    squares = " + ".join(f"({plain(term.a)} - {factor(term.y)})^2" for term in terms)
    if cost == "squared":
        return f"= {squares}"
    part = 2 if cost == "half_squared" else len(terms)
    return rf"= \frac{{1}}{{{part}}} {squares if len(terms) == 1 else f'({squares})'}"


def _logs(term: CostTerm, binary: bool) -> Iterator[str]:
    """Yield the summands that are not 0 because their factor is."""
    a, y = plain(term.a), term.y
    for share, inside in ((y, a), (1 - y if binary else 0.0, f"1 - {a}")):
        if share:
            yield rf"\log({inside})" if share == 1 else rf"{plain(share)} \cdot \log({inside})"


def slope_worked(trace: Trace, layer: int, j: int) -> str:
    """Return σ′(z) with numbers, as it is had from a."""
    a, slope = float(trace.a[layer][j]), trace.slope(layer)
    assert slope is not None
    match trace.spec.activations[layer - 1]:
        case "sigmoid":
            return rf"{plain(a)} \cdot (1 - {plain(a)})"
        case "tanh":
            return rf"(1 - {factor(a)}^2)"
        case _:
            return plain(float(slope[j]))


def plain(value: float) -> str:
    """Return a number for TeX; what is given with few decimals is written with few."""
    exact = all_decimals(value)
    few = len(exact.partition(".")[2]) <= DIGITS
    return exact if few else fixed(value, DIGITS).replace(MINUS, "-")


def all_decimals(value: float) -> str:
    """Return a number for TeX without rounding it."""
    return np.format_float_positional(value + 0.0, trim="-")


def factor(value: float) -> str:
    """Return a number for TeX as it stands behind a sign."""
    return f"({plain(value)})" if value < 0 else plain(value)
