r"""A lesson's texts: Markdown with formulas and with values of the Session.

``$w a + b$`` is a formula in the line, ``$$C_0 = …$$`` one of its own; ``\$`` is a dollar. ``{= cost}``
stands for the value that a quantity has now. Symbols of the notation, {C} and {η}, are written as everywhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nnviz.errors import NnvizError
from nnviz.lessons.conditions import Term, parse_term
from nnviz.lessons.quantities import Value
from nnviz.session import Session
from nnviz.wording import MINUS, number, tr, whole

LONGEST = 40
"""So much is told of a value that does not end."""

_PARTS = re.compile(r"\\\$|\$\$(?P<block>.+?)\$\$|\$(?P<inline>[^$\n]+)\$", re.DOTALL)
_VALUE = re.compile(r"\{=\s*([^{}]*?)\s*\}")
_WORDS_OPEN = re.compile(r"\\(?:text[a-z]*|[hmf]box|emph)\s*\{[^{}]*$")


@dataclass(frozen=True)
class Piece:
    """A piece of a text: words in Markdown, or a formula in TeX, in the line or as a block."""

    text: str
    kind: str = "words"


def pieces(text: str) -> Iterator[Piece]:
    """Take a text apart into words and formulas."""
    at = 0
    for found in _PARTS.finditer(text):
        if found[0] == r"\$":
            continue
        if found.start() > at:
            yield Piece(text[at : found.start()].replace(r"\$", "$"))
        block = found["block"] is not None
        yield Piece((found["block"] or found["inline"]).strip(), "block" if block else "inline")
        at = found.end()
    if at < len(text):
        yield Piece(text[at:].replace(r"\$", "$"))


def formulas(text: str) -> tuple[str, ...]:
    """Return the TeX of all formulas of a text."""
    return tuple(piece.text for piece in pieces(text) if piece.kind != "words")


def text_flaw(text: str) -> str | None:
    """Return what is wrong with a text; None when nothing is."""
    rest = _PARTS.sub("", text)
    if "$" in rest:
        return tr(
            r"a formula stands between $ and $ in one line, or between $$ and $$; a dollar is written \$"
        )
    if "![" in rest:
        return tr("a text has no pictures: what it speaks of stands in the window")
    for found in _VALUE.finditer(text):
        try:
            parse_term(found[1])
        except NnvizError as error:
            return str(error)
    rest = _VALUE.sub("", text)
    if "{=" in rest:
        return tr("“{text}” has no closing brace", text=rest[rest.index("{=") :].split("\n")[0][:LONGEST])
    unbalanced = next((tex for tex in formulas(text) if not _is_balanced(tex)), None)
    return unbalanced and tr("the formula {tex} has a brace too few or too many", tex=unbalanced)


def _is_balanced(tex: str) -> bool:
    depth = 0
    for brace in re.findall(r"[{}]", re.sub(r"\\.", "", tex)):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def terms(text: str) -> tuple[Term, ...]:
    """Return the quantities whose values a text without a flaw speaks of."""
    return tuple(parse_term(found[1]) for found in _VALUE.finditer(text))


def has_values(text: str) -> bool:
    """Say whether a text speaks of values of the Session."""
    return _VALUE.search(text) is not None


def with_values(text: str, session: Session) -> str:
    """Return a text with the present values in it; in a formula they have braces: a minus is a sign."""
    within = [found.span() for found in _PARTS.finditer(text) if found[0] != r"\$"]

    def value(found: re.Match[str]) -> str:
        words = told(parse_term(found[1]).value(session))
        formula = next((begin for begin, end in within if begin < found.start() < end), None)
        if formula is None or _WORDS_OPEN.search(_VALUE.sub("", text[formula : found.start()])):
            return words
        return "{" + words.replace(MINUS, "-") + "}"

    return _VALUE.sub(value, text)


def plain(parts: Iterable[Piece]) -> str:
    """Return a text for those who cannot see it: without Markdown's marks, formulas as TeX."""
    return re.sub(r"\s+", " ", "".join(re.sub(r"[*`]", "", part.text) for part in parts)).strip()


def told(value: Value) -> str:
    """Return how a text says a value: whole numbers in full, others as everywhere on the screen."""
    if value is None:
        return "…"
    if isinstance(value, str):
        return value
    is_whole = float(value).is_integer() and abs(value) >= 1
    return whole(int(value)).replace("-", MINUS) if is_whole else number(float(value))
