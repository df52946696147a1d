"""Every text passes :func:`tr`, so that it can be translated."""

from collections.abc import Callable

MINUS = "\N{MINUS SIGN}"

_translate: Callable[[str], str] = lambda text: text  # noqa: E731 - replaced as a whole by set_translator


def set_translator(translate: Callable[[str], str]) -> None:
    """Let `translate(text)` find the words of another language."""
    global _translate
    _translate = translate


def tr(text: str, /, **values: object) -> str:
    """Return the text in the user's language, its {names} filled in."""
    return _translate(text).format(**values) if values else _translate(text)
