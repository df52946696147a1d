"""Every text passes :func:`tr`, so that it can be translated."""

from collections.abc import Callable

from nnviz.wording.notation import fill_in

MINUS = "\N{MINUS SIGN}"

_translate: Callable[[str], str] = lambda text: text  # noqa: E731 - replaced as a whole by set_translator


def set_translator(translate: Callable[[str], str]) -> None:
    """Let `translate(text)` find the words of another language."""
    global _translate
    _translate = translate


def tr(text: str, /, **values: object) -> str:
    """Return the text in the user's language, its {names} filled in.

    Symbols that depend on the notation are written {C}, {η}, {λ}, {ŷ}, {Wa} and need no value: see
    :func:`nnviz.wording.notation.fill_in`.
    """
    found = fill_in(_translate(text))
    return found.format(**values) if values else found
