r"""Formulas as plain text, for terminals and screen readers: \frac{\partial C_0}{\partial a} is ∂C₀/∂a.

It knows the TeX that nnviz.wording writes, and thereby follows the notation in use.
"""

import re

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.wording.formulas import symbol_tex

_SIGNS = {
    r"\partial ": "∂",
    r"\partial": "∂",
    r"\sigma": "σ",
    r"\delta": "δ",
    r"\eta": "η",
    r"\lambda": "λ",
    r"\alpha": "α",
    r"\sum": "Σ",
    r"\cdot": "·",
    r"\hat{y}": "ŷ",
    r"\tanh": "tanh",
    r"\log": "log",
    "'": "′",
    "-": "\N{MINUS SIGN}",
}
_RAISED = str.maketrans("0123456789()" + "-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻")
_LOWERED = str.maketrans("0123456789ijk'", "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖ′")
_GROUP = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\w))")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")


def plain_text(tex: str) -> str:
    """Return a formula of this program as one line of plain text."""
    text = tex
    for sign, plain in _SIGNS.items():
        if sign not in ("'", "-"):
            text = text.replace(sign, plain)
    text = _GROUP.sub(_moved, text)
    text = _FRACTION.sub(r"\1/\2", text)
    text = text.replace("'", _SIGNS["'"]).replace("-", _SIGNS["-"])
    return re.sub(r"\s+", " ", text).strip()


def _moved(found: re.Match[str]) -> str:
    text = found[2] if found[2] is not None else found[3]
    return text.translate(_RAISED if found[1] == "^" else _LOWERED)


def symbol_text(quantity: Quantity, spec: NetworkSpec | None = None) -> str:
    """Return one quantity's symbol as plain text: "w⁽²⁾₅,₃", "∂C₀/∂a⁽²⁾₅"."""
    return plain_text(symbol_tex(quantity, spec))


def parameter_symbol(location: Location) -> str:
    """Return a parameter's symbol as plain text: "w⁽²⁾₅,₃", "b⁽³⁾₇"."""
    return symbol_text(Quantity(*location))
