"""The values of a lesson's tables read: each has a line and a key, by which mistakes are named."""

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.commands.arguments import must_be, unknown
from nnviz.errors import NnvizError
from nnviz.lessons.lesson import Mistake
from nnviz.lessons.lines import Lines
from nnviz.lessons.lines import Path as Place
from nnviz.lessons.texts import text_flaw
from nnviz.wording import tr

Table = Mapping[str, Any]

LONGEST = 60
"""So much is told of a key: one that is longer is none of a lesson's."""


class Fields:
    """Reads tables and collects mistakes; what is wrong is left out, and reading goes on.

    Parameters
    ----------
    lines : Lines
        Where everything stands.

    Attributes
    ----------
    mistakes : list of Mistake
        All so far.
    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.mistakes: list[Mistake] = []

    def wrong(self, at: Place, sentence: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(self.lines.line(at), key_words(at), sentence))

    def known(self, table: Table, at: Place, keys: tuple[str, ...]) -> None:
        """Refuse keys that nobody reads."""
        for key in table:
            if key not in keys:
                self.wrong((*at, key), unknown(key, keys, tr("the keys here are")))

    def table(self, owner: Table, at: Place, keys: tuple[str, ...]) -> Table | None:
        """Return a table within a step; None where there is none."""
        if at[-1] not in owner:
            return None
        table = owner[str(at[-1])]
        if not isinstance(table, dict):
            self.wrong(at, tr("must be a table, [step.{name}]", name=at[-1]))
            return None
        self.known(table, at, keys)
        return table

    def words(self, table: Table, at: Place, key: str, needed: bool = False) -> str:
        """Read a text."""
        value = table.get(key)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.wrong((*at, key), tr("is needed: a text") if value is None else must_be(tr("a text"), value))
            return ""
        return value.strip()

    def markdown(self, table: Table, at: Place, key: str, needed: bool = False) -> str:
        """Read a text with formulas."""
        text = self.words(table, at, key, needed)
        flaw = text_flaw(text)
        if flaw is not None:
            self.wrong((*at, key), flaw)
        return text

    def flag(self, table: Table, at: Place, key: str) -> bool:
        """Read true or false; false where it is not given."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.wrong((*at, key), must_be(tr("true or false"), value))
        return value is True

    def number(self, table: Table, at: Place, key: str, default: float, needed: bool = False) -> float:
        """Read a number."""
        value = table.get(key, None if needed else default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < 1e12:
            self.wrong(
                (*at, key), must_be(tr("a number"), value) if key in table else tr("is needed: a number")
            )
            return default
        return float(value)

    def each(
        self, table: Table, at: Place, key: str, parse: Callable[[str], Any], needed: bool = False
    ) -> tuple[Any, ...]:
        """Read a list of texts, each of which means something."""
        at = (*at, key)
        values = table.get(key, [])
        if not isinstance(values, list) or (needed and not values):
            self.wrong(
                at, tr("is needed: a list of texts") if not values else must_be(tr("a list of texts"), values)
            )
            return ()
        found = []
        for number, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                self.wrong((*at, number), must_be(tr("a text"), value))
            elif (meant := self.parsed((*at, number), parse, value)) is not None:
                found.append(meant)
        return tuple(found)

    def parsed(self, at: Place, parse: Callable[[str], Any], text: str) -> Any:
        """Return what a text means; None, and a mistake, when it means nothing."""
        try:
            return parse(text)
        except NnvizError as error:
            self.wrong(at, str(error))
            return None


def key_words(at: Place) -> str:
    """Return how a place in the file is called: "step 3, set_up 1, neuron"; counted from 1."""
    words: list[str] = []
    for part in at:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            word = str(part)
            words.append(word if len(word) <= LONGEST else word[:LONGEST] + "…")
    return ", ".join(words)
