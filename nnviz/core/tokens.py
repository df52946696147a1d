"""The signs, numbers and names that a typed formula consists of, each with its place."""

import re
from collections.abc import Iterable
from typing import NamedTuple, NoReturn

from nnviz.errors import NnvizError

SIGNS = {"−": "-", "–": "-", "·": "*", "×": "*", "⋅": "*", "÷": "/", "**": "^"} | {s: s for s in "+-*/^()"}
"""How signs may be typed, and what they mean."""

_DIGITS = re.compile("[0-9]+")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<name>[^\W\d_][^\W⁰¹²³⁴⁵⁶⁷⁸⁹]*)"
    r"|(?P<sign>\*\*|[-+*/^()−–·×⋅÷]))"
)


class FormulaError(NnvizError):
    """A formula that cannot be understood.

    Parameters
    ----------
    template : str
        One sentence with names in braces.
    **values
        What stands for the names; "position" counts from 1.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, "formula", **values)

    @property
    def position(self) -> int:
        """The character, counted from 1, at which it went wrong."""
        return int(str(self.text.values.get("position", 1)))


class Token(NamedTuple):
    """One piece of a formula.

    Attributes
    ----------
    kind : str
        "number", "raised", "name", "sign" or "end".
    text : str
        As it was typed, a name in plain letters.
    start : int
        Where it begins, counted from 0.
    """

    kind: str
    text: str
    start: int


def tokens(text: str, names: Iterable[str], known: str) -> list[Token]:
    """Take a text apart; the last token is the end.

    Parameters
    ----------
    text : str
        The formula.
    names : iterable of str
        All names it may use: "2x1x2" has x1 and x2 in it.
    known : str
        What is said of a name that is none of them.

    Raises
    ------
    FormulaError
        For a character or a name that cannot stand in a formula.
    """
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile("|".join(re.sub(r"(?=\d)", "_?", name, count=1) for name in longest_first))
    found_tokens: list[Token] = []
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if found is None:
            place += len(text[place:]) - len(text[place:].lstrip())
            fail(place, _strange(text[place]), found=text[place])
        kind, place = str(found.lastgroup), found.end()
        start, word = found.start(kind), found[kind]
        found_tokens += _words(word, start, pattern, known) if kind == "name" else [Token(kind, word, start)]
    return [*found_tokens, Token("end", "", len(text))]


def _strange(character: str) -> str:
    if character == "=":
        return "only the right side is needed: “=” cannot stand in a formula, at character {position}"
    return "“{found}” cannot stand in a formula, at character {position}"


def _words(word: str, start: int, names: re.Pattern[str], known: str) -> list[Token]:
    """Take a run of letters and digits apart."""
    found_tokens, place = [], 0
    plain = word.translate(_LOWERED)
    while place < len(plain):
        found, kind = names.match(plain, place), "name"
        if found is None:
            found, kind = _DIGITS.match(plain, place), "number"
        if found is None:
            template = "“{found}” is not known, at character {position}; known are {names}"
            fail(start + place, template, found=word[place:], names=known)
        found_tokens.append(Token(kind, found[0].replace("_", ""), start + place))
        place = found.end()
    return found_tokens


def fail(start: int, template: str, **values: object) -> NoReturn:
    """Complain about what begins at a place, counted from 0.

    Raises
    ------
    FormulaError
        Always.
    """
    raise FormulaError(template, **values, position=start + 1)
