"""The numbers of trainings as a table that every spreadsheet reads."""

import csv
import io
import os
from collections.abc import Sequence

from nnviz.files.atomic import write_atomic
from nnviz.training.trainer import Metrics

NUMBERS = tuple(name for name in Metrics._fields if name != "gradient_norms")


def curves_table(courses: Sequence[Sequence[Metrics]]) -> str:
    """Return measurements as CSV: a heading, then one row for each, every number in full precision.

    The first column says which course it is, 0 the one on the screen; the last ones are the gradient's norms
    of the layers 1 … L. What was not measured, or does not apply, is left empty.
    """
    rows = [(run, row) for run, course in enumerate(courses) for row in course]
    layers = max((len(row.gradient_norms or ()) for _, row in rows), default=0)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["run", *NUMBERS, *(f"gradient_norm_{layer}" for layer in range(1, layers + 1))])
    for run, row in rows:
        norms = row.gradient_norms or ()
        values = [getattr(row, name) for name in NUMBERS] + [*norms] + [None] * (layers - len(norms))
        writer.writerow([run, *("" if value is None else repr(value) for value in values)])
    return text.getvalue()


def save_curves(path: str | os.PathLike[str], courses: Sequence[Sequence[Metrics]]) -> None:
    """Save measurements as CSV.

    Raises
    ------
    FileError
        If the file could not be written; nothing has changed then.
    """
    write_atomic(path, curves_table(courses).encode())
