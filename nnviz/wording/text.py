"""Every text passes :func:`tr`, so that it can be translated."""

from nnviz.saying import filled, set_translator, translated
from nnviz.wording.notation import fill_in

__all__ = ["MINUS", "set_translator", "tr"]

MINUS = "\N{MINUS SIGN}"


def tr(text: str, /, **values: object) -> str:
    """Return the text in the user's language, its {names} filled in.

    Symbols that depend on the notation are written {C}, {η}, {λ}, {ŷ}, {Wa} and need no value: see
    :func:`nnviz.wording.notation.fill_in`.
    """
    return filled(fill_in(translated(text)), values)
