"""What `Dataset.reference` may be: a name or a path, and behind a question mark what was chosen.

``circles?n=200&noise=0.1`` or ``/home/ada/iris.csv?label=species``.
"""

import os
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode

from nnviz.errors import DataError
from nnviz.saying import Text

Options = Mapping[str, str]

MOST_DIGITS = 30
"""A whole number of more digits is a slip of the hand."""


def join(place: str, options: Options) -> str:
    """Write a reference.

    Parameters
    ----------
    place : str
        A name or a path.
    options : mapping of str to str
        What was chosen; may be empty.
    """
    return f"{place}?{urlencode(options, safe=',', quote_via=quote)}" if options else place


def split(reference: str | os.PathLike[str]) -> tuple[str, dict[str, str]]:
    """Take a reference apart into place and options; what has none, or names a file, is all place."""
    text = os.fspath(reference)
    place, mark, query = text.rpartition("?")
    if not (mark and place and query) or _exists(text):
        return text, {}
    try:
        return place, dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=20))
    except ValueError:
        return text, {}


def _exists(text: str) -> bool:
    try:
        return os.path.lexists(text)
    except ValueError:  # no file system takes such a name
        return False


def check_options(options: Options, known: tuple[str, ...], what: Text) -> None:
    """Refuse what cannot be chosen.

    Raises
    ------
    DataError
        If there is an option that is not among `known`.
    """
    for name in options:
        if name not in known:
            raise DataError(
                "{what} cannot be chosen by {name!r}; what can be chosen is {names}.",
                what=what,
                name=name,
                names=", ".join(known) or Text("nothing"),
            )


def whole(options: Options, name: str, default: int, low: int, high: int) -> int:
    """Return an option that is a whole number.

    Raises
    ------
    DataError
        If it is none, or out of range.
    """
    text = options.get(name, str(default))
    number = int(text) if len(text) <= MOST_DIGITS and text.isascii() and text.isdigit() else -1
    if not low <= number <= high:
        raise DataError(
            "{name} must be a whole number from {low:,} to {high:,}, not {text!r}.",
            name=name,
            low=low,
            high=high,
            text=text[:40],
        )
    return number


def real(options: Options, name: str, default: float, low: float, high: float) -> float:
    """Return an option that is a number.

    Raises
    ------
    DataError
        If it is none, or out of range.
    """
    text = options.get(name, str(default))
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not low <= number <= high:
        raise DataError(
            "{name} must be a number from {low:g} to {high:g}, not {text!r}.",
            name=name,
            low=low,
            high=high,
            text=text[:40],
        )
    return number
