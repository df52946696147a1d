"""Numbers that come out: factors multiply to the product, summands add up to the sum, in the digits shown."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from nnviz.wording.numbers import factor_text, fixed, number
from nnviz.wording.text import MINUS

FEWEST, MOST = 3, 7
"""Significant digits of a factor."""

MORE_DECIMALS = 2
"""So many more are shown of a sum in which almost everything cancels."""

SMALLEST = 1e-300
"""Less is shown as 0: there is no power of ten for it."""

Show = Callable[[float], str]

_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def shown_value(text: str) -> float:
    """Return the number that a text of :func:`number` shows."""
    mantissa, _, power = text.strip("()").replace(MINUS, "-").partition("·10")
    return float(mantissa.replace("∞", "inf")) * 10.0 ** int(power.translate(_SUPERSCRIPT) or 0)


def product_texts(factors: Sequence[float], product: float, show: Show = number) -> tuple[str, ...]:
    """Return factors in as few digits as make their product, as `show` writes it, the one that is shown.

    Where the product lies between two numbers that can be shown, it is the nearest but one at most. Where a
    factor is not finite there is no such calculation, and they have three digits.
    """
    if not all(math.isfinite(factor) for factor in factors):
        return tuple(factor_text(factor) for factor in factors)
    result = show(product)
    for digits in range(FEWEST, MOST + 1):
        texts = tuple(_in_digits(factor, digits) for factor in factors)
        if show(math.prod(shown_value(text) for text in texts)) == result:
            break
    return tuple(_in_parentheses(text) for text in texts)


def _in_digits(factor: float, digits: int) -> str:
    """Return a factor in so many digits; one that three digits tell exactly needs no more."""
    shortest = number(factor, FEWEST)
    return shortest if shown_value(shortest) == factor else number(factor, digits)


def _in_parentheses(text: str) -> str:
    return f"({text})" if text.startswith(MINUS) else text


class Scale(NamedTuple):
    """How the numbers of one sum are written.

    The summands have one decimal more than the sum: up to ten of them, rounded, then come to it within one
    unit of its last digit.

    Attributes
    ----------
    power : int
        The power of ten that all are multiples of.
    decimals : int
        Of the sum.
    """

    power: int
    decimals: int

    def term(self, value: float) -> str:
        """Return a summand, with its sign."""
        return self._text(value, self.decimals + 1, value != 0)

    def total(self, value: float) -> str:
        """Return the sum."""
        return self._text(value, self.decimals, False)

    def _text(self, value: float, decimals: int, signed: bool) -> str:
        tail = "" if self.power == 0 else number(10.0**self.power, 1).removeprefix("1")
        return fixed(value / 10.0**self.power, decimals, signed) + tail


def scale_of(values: Sequence[float], total: float) -> Scale:
    """Return how to write summands and their sum: three digits of the largest, or more of a small sum."""
    largest = max(abs(value) for value in (*values, total))
    if largest < SMALLEST or not all(math.isfinite(value) for value in (*values, total)):
        return Scale(0, 2)
    magnitude = math.floor(math.log10(largest))
    power = 0 if -4 < magnitude < 4 else magnitude
    decimals = least = max(2 - (magnitude - power), 0)
    while total != 0 and decimals < least + MORE_DECIMALS and abs(total) < 10.0 ** (power - decimals + 2):
        decimals += 1
    return Scale(power, decimals)
