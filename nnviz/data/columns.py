"""What is in the columns of a table: names, numbers, texts, and which of them is to be learned."""

import csv
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from nnviz.data.note import Note
from nnviz.data.own import are_classes
from nnviz.data.reading import Flaw
from nnviz.data.reference import Options
from nnviz.errors import DataError
from nnviz.saying import Text

Line: TypeAlias = tuple[int, str]
"""A line's number in the file, from 1, and its text."""

SEPARATORS = ",;\t|"
MISSING = frozenset(("", "?", "na", "n/a", "nan", "null", "none", "-"))
LABELS = frozenset(("label", "labels", "class", "classes", "target", "y", "species", "digit", "category"))
NUMBERING = frozenset(("", "id", "index", "unnamed: 0", "row", "no", "nr"))

MOST_COLUMNS = 100_000
SAMPLE = 200
"""Rows looked at to find out what is in the columns."""

SHOWN_ROWS = 6
NAMED = 5
"""So many lines with missing values are named one by one."""

LONGEST_NAME = 60

PIXEL = re.compile(r"(column|pixel|px|p|x|f|v)?[ _.]?\d+([x_,]\d+)?", re.IGNORECASE)


@dataclass
class Plan:
    """How the columns of a table are read.

    Attributes
    ----------
    separator : str
        What stands between two cells.
    header : bool
        Whether the first row names the columns.
    names : tuple of str
        Of all columns.
    label : int
        The column that is learned.
    text_label : bool
        Whether it holds texts.
    inputs : list of int
        The columns that are inputs; the others are left out.
    notes : list of Note
        What was guessed, a sentence each.
    """

    separator: str
    header: bool
    names: tuple[str, ...]
    label: int
    text_label: bool
    inputs: list[int]
    notes: list[Note] = field(default_factory=list)

    @property
    def numeric(self) -> list[int]:
        """The columns that are read as numbers, the label last."""
        return self.inputs if self.text_label else [*self.inputs, self.label]


def cells_of(line: Line, separator: str) -> list[str]:
    """Take a line apart; a cell may be quoted."""
    number, text = line
    if '"' not in text:
        return [cell.strip() for cell in text.split(separator)]
    try:
        return [cell.strip() for cell in next(csv.reader([text], delimiter=separator, strict=True))]
    except csv.Error as error:
        raise Flaw("is damaged: in line {number:,} a quotation is not closed", number=number) from error


def plan_of(lines: list[Line], options: Options) -> Plan:
    """Find out from the first lines what is in a table, as far as `options` do not say it.

    Raises
    ------
    Flaw
        If it is no table with numbers.
    DataError
        If an option cannot be.
    """
    if not lines:
        raise Flaw("is empty")
    separator = _separator(lines[:SAMPLE])
    sample = [cells_of(line, separator) for line in lines[: SAMPLE + 1]]
    width = len(sample[0])
    if not 2 <= width <= MOST_COLUMNS:
        raise Flaw(
            "is no table: a row has {width:,} columns, and there must be 2 to {most_columns:,}, "
            "separated by commas, semicolons or tabs",
            width=width,
            most_columns=MOST_COLUMNS,
        )
    check_widths(lines[: SAMPLE + 1], sample, width)
    header = _has_header(sample, options)
    names = _names(sample[0]) if header else tuple(f"column {k + 1}" for k in range(width))
    columns = list(zip(*sample[header:], strict=True))
    if not columns:
        raise Flaw("holds nothing but one line of names")
    return _planned(separator, header, names, columns, options)


def check_widths(lines: list[Line], sample: list[list[str]], width: int) -> None:
    """Raise Flaw unless all rows have `width` cells."""
    for (number, _), cells in zip(lines, sample, strict=True):
        if len(cells) != width:
            raise Flaw(
                "is no whole table: line {number:,} has {n:,} columns, the first has {width:,}",
                number=number,
                n=len(cells),
                width=width,
            )


def _separator(lines: list[Line]) -> str:
    """Choose what occurs in every line, most often."""
    return max(SEPARATORS, key=lambda separator: min(text.count(separator) for _, text in lines))


def _has_header(sample: list[list[str]], options: Options) -> bool:
    wish = options.get("header", "")
    if wish not in ("", "yes", "no"):
        raise DataError("header must be yes or no, not {wish!r}.", wish=wish[:40])
    if wish:
        return wish == "yes"
    return any(sample[0]) and not any(map(is_number, sample[0])) and any(map(is_number, sample[-1]))


def is_number(cell: str) -> bool:
    """Say whether a cell holds a number; nan is none."""
    try:
        return not np.isnan(float(cell.replace(",", ".")))
    except ValueError:
        return False


def _names(cells: list[str]) -> tuple[str, ...]:
    """Return the names of the columns, each once."""
    names: dict[str, None] = {}
    for k, cell in enumerate(cells):
        name = "".join(c if c.isprintable() else " " for c in cell[:LONGEST_NAME]) or f"column {k + 1}"
        names[name if name not in names else f"{name} ({k + 1})"] = None
    return tuple(names) if len(names) == len(cells) else tuple(f"column {k + 1}" for k in range(len(cells)))


def _planned(
    separator: str, header: bool, names: tuple[str, ...], columns: list[tuple[str, ...]], options: Options
) -> Plan:
    texts = {k for k, column in enumerate(columns) if _is_text(column)}
    label = _label(names, columns, texts, options)
    numbering = {k for k, column in enumerate(columns) if _is_numbering(names[k], column, header)}
    left_out = sorted((texts | numbering) - {label})
    inputs = [k for k in range(len(names)) if k != label and k not in left_out]
    if not inputs:
        raise Flaw("has no column of numbers beside its labels")
    plan = Plan(separator, header, names, label, label in texts, inputs)
    plan.notes.append(Note("The column {name!r} is what is learned.", name=names[label]))
    if left_out:
        shown = ", ".join(repr(names[k]) for k in left_out[:NAMED])
        more = len(left_out) - NAMED
        text = "Left out, for they are no measured numbers: {names}."
        if more > 0:
            text = "Left out, for they are no measured numbers: {names} and {more:,} more."
        plan.notes.append(Note(text, names=shown, more=more))
    return plan


def _is_text(column: tuple[str, ...]) -> bool:
    there = [cell for cell in column if cell.lower() not in MISSING]
    return sum(map(is_number, there)) * 2 < len(there)


def _is_numbering(name: str, column: tuple[str, ...], header: bool) -> bool:
    """Recognize a column that only counts the rows."""
    if not header or (name.lower() not in NUMBERING and not name.startswith("column ")):
        return False
    if not all(cell.isascii() and cell.isdigit() and len(cell) < 10 for cell in column) or len(column) < 3:
        return False
    return all(int(b) - int(a) == 1 for a, b in pairwise(column))


def _label(names: tuple[str, ...], columns: list[tuple[str, ...]], texts: set[int], options: Options) -> int:
    wish = options.get("label")
    if wish is not None:
        if wish not in names:
            raise DataError(
                "There is no column {wish!r}; there are {names}.",
                wish=wish[:LONGEST_NAME],
                names=_listed(names),
            )
        return names.index(wish)
    called = [k for k, name in enumerate(names) if name.lower() in LABELS]
    few = [k for k in sorted(texts) if 2 <= len(set(columns[k])) <= max(2, len(columns[k]) // 2)]
    if called or few:
        return (called or few)[-1]
    last = len(names) - 1
    return 0 if not _are_classes(columns[last]) and _are_classes(columns[0]) else last


def _are_classes(column: tuple[str, ...]) -> bool:
    numbers = [float(cell) if is_number(cell) and "," not in cell else np.nan for cell in column]
    return are_classes(np.array(numbers))


def _listed(names: tuple[str, ...]) -> Text | str:
    some, more = ", ".join(map(repr, names[:NAMED])), len(names) - NAMED
    return Text("{names} and {n:,} more", names=some, n=more) if more > 0 else some
