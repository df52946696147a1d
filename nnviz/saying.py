"""Sentences in the user's language: what translates them, and how values are put into them.

Everything that is said goes this way, an error of the lowest layer as a button of the window: only the
window needs to know that there are languages.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from string import Formatter

_translate: Callable[[str], str] = lambda text: text  # noqa: E731 - replaced as a whole by set_translator
_thousands = ","

NEAR = 0.6
"""How much of two names must be the same, from 0 to 1, for one to be perhaps the other mistyped."""


def set_translator(translate: Callable[[str], str], thousands: str = ",") -> None:
    """Let `translate(text)` find the words of another language, and write `thousands` into large numbers."""
    global _translate, _thousands
    _translate, _thousands = translate, thousands


def translated(text: str) -> str:
    """Return a text in the user's language, its {names} still in it."""
    return _translate(text)


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with values for its {names}; without any, the text as it is."""
    if not values:
        return text
    return text.format(**values) if _thousands == "," else _Thousands().format(text, **values)


class _Thousands(Formatter):
    """Fills in as `str.format` does, but for what {n:,} writes between the thousands."""

    def format_field(self, value: object, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return text.replace(",", _thousands) if "," in format_spec else text


class Text:
    """A text with its values, in the language that is in use when it is read.

    Parameters
    ----------
    text : str
        What is translated, with {names} in it.
    **values
        What stands for the names; errors and other texts among them are translated, too.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        self.text, self.values = text, values

    def __str__(self) -> str:
        return filled(translated(self.text), self.values)

    def __format__(self, format_spec: str) -> str:
        return format(str(self), format_spec)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that a mistyped one is nearest to; "" where none is near."""
    from difflib import get_close_matches  # late: only a mistake needs it

    found = {other.lower(): other for other in known}
    return "".join(found[near] for near in get_close_matches(name.lower(), found, 1, NEAR))


def did_you_mean(name: str, known: Iterable[str]) -> "Text | str":
    """Return what follows a name that is not known: the one that was perhaps meant; "" where none is near."""
    near = nearest(name, known)
    return Text(" (did you mean “{name}”?)", name=near) if near else ""


def either(names: Sequence[object]) -> object:
    """Return "a, b or c", to be put into a sentence; one alone stays as it is."""
    return _joined(names, "{some} or {last}")


def both(names: Sequence[object]) -> object:
    """Return "a, b and c", to be put into a sentence; one alone stays as it is."""
    return _joined(names, "{some} and {last}")


def _joined(names: Sequence[object], end: str) -> object:
    *some, last = names
    return Text(end, some=", ".join(map(str, some)), last=last) if some else last
