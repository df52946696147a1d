"""The lists in docs/lessons.md: commands, quantities and places, as they are in the program."""

from collections.abc import Iterator

from nnviz.commands import GROUPS, Command
from nnviz.commands.arguments import NEEDED, Argument
from nnviz.lessons.places import PLACES
from nnviz.lessons.quantities import QUANTITIES
from nnviz.wording import tr

BEGIN, END = "<!-- {name}: begin, written by make lesson-reference -->", "<!-- {name}: end -->"


def lists() -> dict[str, str]:
    """Return each list as Markdown, by its name in the document."""
    return {"commands": _commands(), "quantities": _quantities(), "places": _places()}


def filled_in(document: str) -> str:
    """Return a document with all lists as they are now.

    Raises
    ------
    ValueError
        When the place for one of them is missing.
    """
    for name, text in lists().items():
        begin, end = BEGIN.format(name=name), END.format(name=name)
        before, found, rest = document.partition(begin)
        _, ended, after = rest.partition(end)
        if not found or not ended:
            raise ValueError(f"there is no place for the {name}")
        document = f"{before}{begin}\n\n{text}\n\n{end}{after}"
    return document


def _commands() -> str:
    parts = []
    for group, commands in GROUPS.items():
        usable = [command for command in commands if command.lessons]
        parts.append(
            "\n".join([f"### {group}", "", *(line for command in usable for line in _command(command))])
        )
    return "\n\n".join(parts)


def _command(command: Command) -> Iterator[str]:
    yield f"- `{command.name}` – {tr(command.tip)}"
    for argument in command.arguments:
        yield f"  - `{argument.name}`: {tr(argument.tip)}; {argument.kind.words}{_default(argument)}"


def _default(argument: Argument) -> str:
    if argument.default is NEEDED:
        return " **(needed)**"
    if argument.default is None:
        return ""
    value = argument.default
    shown = str(value).lower() if isinstance(value, bool) else value
    shown = list(value) if isinstance(value, tuple) else shown
    return f" ({shown})"


def _quantities() -> str:
    return _table(
        ("written", "what it is", "its values"),
        [(" ".join((q.name, *q.indices)), q.tip, _values(q.words)) for q in QUANTITIES.values()],
    )


def _values(words: object) -> str:
    if words is None:
        return "a number"
    return ", ".join(words) if isinstance(words, tuple) else "see left"


def _places() -> str:
    return _table(
        ("written", "what is outlined"),
        [(" ".join((p.name, *p.indices)), p.tip) for p in PLACES.values()],
    )


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *((f"`{first}`", *rest) for first, *rest in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
