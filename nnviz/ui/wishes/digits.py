"""How the numbers of the wishes are written into cells of a width: all of them alike."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from nnviz.ui import theme
from nnviz.wording import MINUS, fixed, number

NUMBER = 0.76

ARROW = 10.0
"""The side of the largest arrow beside a number."""


class Digits(NamedTuple):
    """How numbers are written into the cells: all in the same decimals, of the same power of ten.

    Attributes
    ----------
    decimals : int or None
        None where there is no room for numbers.
    exponent : int
        They are multiples of 10 to this power.
    """

    decimals: int | None = None
    exponent: int = 0

    def text(self, value: float) -> str:
        """Return a number as it stands in a cell; a tiny one is 0.0, and only nothing at all is 0."""
        if self.decimals is None or not isfinite(value):
            return "" if self.decimals is None else number(value)
        return fixed(value / 10.0**self.exponent, self.decimals) if value else "0"


def digits_for(scale: float, width: float) -> Digits:
    """Return how numbers up to `scale` can be written into cells of this width."""
    if not scale > 0:
        return Digits(0)
    power = floor(log10(scale))
    metrics = QFontMetricsF(theme.number_font(NUMBER))
    for decimals, exponent in ((max(2 - power, 0), 0), (2, power), (1, power)):
        sample = MINUS + f"{9.999 * 10.0 ** (power - exponent):.{decimals}f}"
        if abs(power) < 6 and metrics.horizontalAdvance(sample) + theme.px(ARROW + 5) <= width:
            return Digits(decimals, exponent)
    return Digits(1, power) if metrics.horizontalAdvance("9.9") + theme.px(ARROW) <= width else Digits()
