"""Every text passes :func:`tr`, so that it can be translated."""

from collections.abc import Callable
from string import Formatter

from nnviz.wording.notation import fill_in

MINUS = "\N{MINUS SIGN}"

_translate: Callable[[str], str] = lambda text: text  # noqa: E731 - replaced as a whole by set_translator
_thousands = ","


def set_translator(translate: Callable[[str], str], thousands: str = ",") -> None:
    """Let `translate(text)` find the words of another language, and write `thousands` into large numbers."""
    global _translate, _thousands
    _translate, _thousands = translate, thousands


class _Thousands(Formatter):
    """Fills in as `str.format` does, but for what {n:,} writes between the thousands."""

    def format_field(self, value: object, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return text.replace(",", _thousands) if "," in format_spec else text


def tr(text: str, /, **values: object) -> str:
    """Return the text in the user's language, its {names} filled in.

    Symbols that depend on the notation are written {C}, {η}, {λ}, {ŷ}, {Wa} and need no value: see
    :func:`nnviz.wording.notation.fill_in`.
    """
    found = fill_in(_translate(text))
    if not values:
        return found
    return found.format(**values) if _thousands == "," else _Thousands().format(found, **values)
