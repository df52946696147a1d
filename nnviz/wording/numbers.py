"""Numbers as people read them: three significant digits, a real minus sign, full precision on demand."""

import math

from nnviz.errors import SettingsError
from nnviz.wording.text import MINUS, tr


def number(value: float, digits: int = 3, signed: bool = False) -> str:
    """Return `value` in `digits` significant digits, with a real minus sign.

    Between 0.001 and 10,000 plainly, beyond in powers of ten.
    """
    sign = MINUS if value < 0 else "+" if signed else ""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else sign + "∞"
    # Rounded first, so that 0.9996 becomes 1.00 and not 1.000.
    mantissa, exponent = f"{abs(value):.{digits - 1}e}".split("e")
    power = int(exponent)
    if value == 0:
        return sign + "0"
    if -4 < power < 4:
        return sign + f"{abs(value):.{max(0, digits - 1 - power)}f}"
    return f"{sign}{mantissa}·10{_superscript(power)}"


def fixed(value: float, decimals: int = 3, signed: bool = False) -> str:
    """Return `value` with a fixed number of decimals, for columns; small ones in powers of ten."""
    if not math.isfinite(value) or abs(value) >= 1e5:
        return number(value, signed=signed)
    text = f"{abs(value):.{decimals}f}"
    negative = value < 0 and float(text) != 0
    return (MINUS if negative else "+" if signed else "") + text


def whole(n: int) -> str:
    """Return a whole number, its thousands apart as the language has it: 13,002."""
    return tr("{n:,}", n=n)


def exact(value: float) -> str:
    """Return `value` in full precision, as a tooltip shows it."""
    return repr(float(value)).replace("-", MINUS)


def short(value: float) -> str:
    """Return a value small enough to stand inside a neuron: .43, 1.0, −.20, 12."""
    if not math.isfinite(value):
        return number(value)
    size, sign = abs(value), MINUS if value < 0 else ""
    if size < 0.005:
        return ".00"
    if size < 0.995:
        return sign + f"{size:.2f}"[1:]
    if size < 9.95:
        return sign + f"{size:.1f}"
    return sign + (f"{size:.0f}" if size < 999.5 else f"{size:.0e}".replace("e+0", "e").replace("e+", "e"))


def percent(share: float) -> str:
    """Return a share of 1 as a percentage with one decimal."""
    return f"{100 * share:.1f}%"


def _superscript(n: int) -> str:
    return str(n).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def number_tex(value: float, digits: int = 3) -> str:
    """Return a number for use in TeX, negative ones in parentheses."""
    text = number(value, digits).replace(MINUS, "-")
    if "·" in text:
        mantissa, power = text.split("·10")
        exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
        text = rf"{mantissa} \cdot 10^{{{exponent}}}"
    return f"({text})" if value < 0 else text


def plain_tex(value: float) -> str:
    """Return a number for use in TeX, without parentheses."""
    return number_tex(value).strip("()")


def plain_tex_signed(text: str) -> str:
    """Return a signed number, as :func:`number` writes it after its sign and a space, for use in TeX."""
    sign, value = text.split(" ", 1)
    if "·" in value:
        mantissa, power = value.split("·10")
        exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
        value = rf"{mantissa} \cdot 10^{{{exponent}}}"
    return f"{sign} {value}"


def summand(value: float, signed: bool = False) -> str:
    """Return a number of a sum, in as many decimals as its neighbors; a tiny one does not become 0."""
    rounded_away = value != 0 and abs(value) < 0.0005
    return number(value, signed=signed) if rounded_away else fixed(value, signed=signed)


def factor_text(value: float) -> str:
    """Return a number of a product: negative ones in parentheses."""
    return f"({number(value)})" if value < 0 else number(value)


def before_after(before: float, after: float) -> tuple[str, str]:
    """Return two numbers in as many digits as it takes to see that they differ."""
    for digits in range(3, 9):
        pair = number(before, digits), number(after, digits)
        if pair[0] != pair[1] or before == after:
            break
    return pair


def subscript(n: int) -> str:
    """Return a whole number in subscript digits: ₁₂."""
    return str(n).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def parse_number(text: str) -> float:
    """Return the number a text says; decimal commas and true minus signs are understood.

    Raises
    ------
    SettingsError
        When it says none.
    """
    try:
        return float(text.strip().replace(MINUS, "-").replace(",", "."))
    except ValueError:
        raise SettingsError(
            tr("this must be a number, such as 0.25, not “{typed}”", typed=text.strip())
        ) from None
