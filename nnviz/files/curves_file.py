"""The numbers behind a plot as a table that every spreadsheet reads."""

import csv
import io
import os
from collections.abc import Iterable, Sequence

from nnviz.files.atomic import write_atomic
from nnviz.training.trainer import Metrics

NUMBERS = tuple(name for name in Metrics._fields if name != "gradient_norms")


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV, every number in full precision; None is left empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow(["" if v is None else v if isinstance(v, str) else repr(v) for v in row])
    return text.getvalue()


def curves_table(courses: Sequence[Sequence[Metrics]], names: Sequence[str] | None = None) -> str:
    """Return measurements as CSV: a heading, then one row for each.

    The first column says which course it is: 0 is the one on the screen; or, in a race, the lane's name. The
    last ones are the gradient's norms of the layers 1 … L. What was not measured, or does not apply, is left
    empty.
    """
    told: Sequence[object] = range(len(courses)) if names is None else names
    rows = [(name, row) for name, course in zip(told, courses, strict=True) for row in course]
    layers = max((len(row.gradient_norms or ()) for _, row in rows), default=0)
    first = "run" if names is None else "lane"
    headings = [first, *NUMBERS, *(f"gradient_norm_{layer}" for layer in range(1, layers + 1))]

    def cells(name: object, row: Metrics) -> list[object]:
        norms = row.gradient_norms or ()
        numbers = [getattr(row, field) for field in NUMBERS]
        return [name, *numbers, *norms, *[None] * (layers - len(norms))]

    return table(headings, (cells(name, row) for name, row in rows))


def save_table(path: str | os.PathLike[str], text: str) -> None:
    """Save such a table.

    Raises
    ------
    FileError
        If the file could not be written; nothing has changed then.
    """
    write_atomic(path, text.encode())
