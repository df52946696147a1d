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
    """How numbers are written into the table: all in the same decimals, of the same power of ten.

    Attributes
    ----------
    decimals : int or None
        None where there is no room for numbers.
    exponent : int
        They are multiples of 10 to this power.
    bare : bool
        Whether they stand without the 0 in front of the point.
    """

    decimals: int | None = None
    exponent: int = 0
    bare: bool = False

    @property
    def unit(self) -> float:
        """One of the last digit."""
        return 10.0 ** (self.exponent - (self.decimals or 0))

    def text(self, value: float, units: float | None = None) -> str:
        """Return a number as it stands in a cell; a tiny one is 0.0, and only nothing at all is 0.

        Where it must add up with others it is rounded to so many units of the last digit.
        """
        if self.decimals is None or not isfinite(value):
            return "" if self.decimals is None else number(value)
        if not value:
            return "0"
        rounded = value if units is None or not isfinite(units) else units * self.unit
        text = fixed(rounded / 10.0**self.exponent, self.decimals)
        sign = MINUS if text.startswith(MINUS) else ""
        return sign + text.removeprefix(sign).removeprefix("0") if self.bare else text


def digits_for(scale: float, width: float) -> Digits:
    """Return how numbers up to `scale` can be written into cells of this width: plainly, where they fit."""
    if not scale > 0:
        return Digits(0)
    power = floor(log10(scale))
    metrics = QFontMetricsF(theme.number_font(NUMBER))
    plain = [Digits(2 - power, 0, True), Digits(1 - power, 0, True)] if power < 0 else []
    narrowest = plain[1] if power == -1 else Digits(1, power)
    choices = (Digits(max(2 - power, 0)), *plain, Digits(2, power), narrowest)
    for digits in choices if abs(power) < 6 else ():
        sample = digits.text(-9 * 10.0**power)
        if metrics.horizontalAdvance(sample) + theme.px(ARROW + 5) <= width:
            return digits
    return narrowest if metrics.horizontalAdvance("9.9") + theme.px(ARROW) <= width else Digits()
