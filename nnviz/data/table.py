"""CSV: a table with a row for each example, and one column to be learned.

The separator, names in the first row, and the column of labels are found out where they are not told. What
can be read is read by NumPy's own parser, a block of lines at a time; a block that it refuses is read again
slowly, to skip rows with missing values, or to say which line and which column is wrong.
"""

import os
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nnviz.data.columns import (
    LONGEST_NAME,
    MISSING,
    NAMED,
    PIXEL,
    SHOWN_ROWS,
    Line,
    Plan,
    cells_of,
    check_widths,
    plan_of,
)
from nnviz.data.note import Note
from nnviz.data.own import Raw, Understanding, assemble
from nnviz.data.places import absolute
from nnviz.data.reading import Asks, Flaw, Progress, Watched, byte_count, file_size, named
from nnviz.data.reference import Options, check_options
from nnviz.data.whole import whole_numbers
from nnviz.saying import Text

ENDINGS = (".csv", ".tsv")
OPTIONS = ("header", "label", "task")

BLOCK = 2**20
"""Bytes parsed at once: some 500 lines of MNIST, of which a cancel waits for the end."""

MOST_BYTES = 2**31
LONGEST_LINE = 2**23


def is_table(path: str | os.PathLike[str]) -> bool:
    """Say whether a file is called as a table is."""
    return os.fspath(path).lower().endswith(ENDINGS)


def understand_table(
    place: str | os.PathLike[str],
    options: Options,
    progress: Progress | None = None,
    cancelled: Asks | None = None,
) -> Understanding:
    """Read a table.

    Parameters
    ----------
    place : str or path
        The file.
    options : mapping of str to str
        ``header`` (yes or no), ``label`` (a column's name) and ``task`` (classes or values); what is not
        given is guessed.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes.
    cancelled : callable, optional
        Asked several times a second; when it returns True, reading ends.

    Raises
    ------
    FileError
        If the file cannot be read, or is no table of numbers; line and column are named.
    DataError
        If an option cannot be, or there is nothing to learn.
    Cancelled
        If `cancelled` returned True.
    """
    path = absolute(place)
    check_options(options, OPTIONS, Text("What is read of {name}", name=path.name))
    size = file_size(path)
    with named(path), path.open("rb") as file:
        if size > MOST_BYTES:
            raise Flaw("is too large: at most {size} are read", size=byte_count(MOST_BYTES))
        blocks = _blocks(Watched(file, size, progress, cancelled))
        first = next(blocks, [])
        plan = plan_of(first, options)
        sample = [cells_of(line, plan.separator) for line in first[: SHOWN_ROWS + plan.header]]
        x, y, missing = _read_all(plan, first[plan.header :], blocks)
    _note_missing(missing, len(x), plan.notes)
    names = tuple(plan.names[k] for k in plan.inputs)
    raw = Raw(x, y, names=names, notes=plan.notes, may_be_image=all(map(PIXEL.fullmatch, names)))
    dataset, task = assemble(path, raw, options)
    rows = tuple(tuple(row) for row in sample[plan.header :])
    label = plan.names[plan.label]
    return Understanding(dataset, plan.names, label, task, plan.header, rows, tuple(plan.notes))


# Lines


def _blocks(file: Watched) -> Iterator[list[Line]]:
    """Yield the lines that are not blank, some at a time."""
    rest, number = file.read(BLOCK), 1
    _check_begin(rest)
    rest = rest.removeprefix(b"\xef\xbb\xbf")
    more = rest
    while rest or more:
        more = file.read(BLOCK)
        whole, rest = (rest + more).rpartition(b"\n")[::2] if more else (rest, b"")
        lines = whole.splitlines()
        if len(rest) > LONGEST_LINE or max(map(len, lines), default=0) > LONGEST_LINE:
            raise Flaw("is no table: it has a line of more than {size}", size=byte_count(LONGEST_LINE))
        found = [(number + i, _decoded(line)) for i, line in enumerate(lines) if line.strip()]
        number += len(lines)
        if found:
            yield found


def _check_begin(begin: bytes) -> None:
    if not begin.strip():
        raise Flaw("is empty")
    if begin.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise Flaw("is packed, or a spreadsheet, and no text: unpack it, or save it as CSV")
    if b"\0" in begin:
        raise Flaw("is no text, or not in UTF-8: save it as CSV in UTF-8")


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")  # as spreadsheets on Windows write it


# Reading


def _read_all(
    plan: Plan, first: list[Line], blocks: Iterator[list[Line]]
) -> tuple[NDArray[np.float32], NDArray[np.generic], list[int]]:
    reader = _Rows(plan)
    if first:
        reader.read(first)
    for lines in blocks:
        reader.read(lines)
    if not reader.x:
        raise Flaw("has no row without missing values")
    return np.concatenate(reader.x), np.concatenate(reader.y), reader.missing


class _Rows:
    """Takes in one block of lines after the other."""

    def __init__(self, plan: Plan) -> None:
        self.x: list[NDArray[np.float32]] = []
        self.y: list[NDArray[np.generic]] = []
        self.missing: list[int] = []
        self._plan = plan

    def read(self, lines: list[Line]) -> None:
        """Read a block, fast if it is as it should be."""
        numbers = self._fast(lines)
        if numbers is None:
            self._slowly(lines)
        else:
            self._take(numbers, [self._text(text) for _, text in lines] if self._plan.text_label else [])

    def _fast(self, lines: list[Line]) -> NDArray[np.float64] | None:
        """Return the numbers; None where NumPy's parser does not do or a number is missing."""
        plan = self._plan
        separators = len(plan.names) - 1
        texts = [text for _, text in lines]
        if any(text.count(plan.separator) != separators or '"' in text for text in texts):
            return None
        if plan.separator == ";":
            texts = [text.replace(",", ".") for text in texts]
        whole = whole_numbers(texts, plan.separator, len(plan.names))
        if whole is not None:
            return whole[:, plan.numeric]
        columns = None if len(plan.numeric) == len(plan.names) else plan.numeric
        try:
            numbers = np.loadtxt(texts, delimiter=plan.separator, comments=None, usecols=columns, ndmin=2)
        except ValueError:
            return None
        if columns is None:
            numbers = numbers[:, plan.numeric]
        return numbers if _usable(numbers) and len(numbers) == len(texts) else None

    def _text(self, text: str) -> str:
        label = self._plan.label
        return text.split(self._plan.separator, label + 1)[label].strip()

    def _slowly(self, lines: list[Line]) -> None:
        rows, labels = [], []
        for line in lines:
            cells = cells_of(line, self._plan.separator)
            check_widths([line], [cells], len(self._plan.names))
            if any(cells[k].lower() in MISSING for k in (*self._plan.inputs, self._plan.label)):
                self.missing.append(line[0])
                continue
            rows.append([self._number(line[0], k, cells[k]) for k in self._plan.numeric])
            labels.append(cells[self._plan.label])
        if rows:
            self._take(np.array(rows), labels if self._plan.text_label else [])

    def _number(self, line: int, k: int, cell: str) -> float:
        text = cell.replace(",", ".") if self._plan.separator == ";" else cell
        try:
            number = float(text)
        except ValueError:
            number = np.nan
        if not _usable(np.array(number)):
            raise Flaw(
                "cannot be used: in line {line:,}, column {name!r}, stands {cell!r}, and no number",
                line=line,
                name=self._plan.names[k],
                cell=cell[:LONGEST_NAME],
            )
        return number

    def _take(self, numbers: NDArray[np.float64], labels: list[str]) -> None:
        n = len(self._plan.inputs)
        self.x.append(numbers[:, :n].astype(np.float32))
        self.y.append(np.array(labels) if self._plan.text_label else numbers[:, n].copy())


def _usable(numbers: NDArray[np.float64]) -> bool:
    """Say whether numbers are finite, also in single precision."""
    return bool((np.abs(numbers) <= np.finfo(np.float32).max).all())


def _note_missing(missing: list[int], n: int, notes: list[Note]) -> None:
    if not missing:
        return
    lines, more = ", ".join(f"{line:,}" for line in missing[:NAMED]), len(missing) - NAMED
    text = "Left out, for a value is missing: line {lines}; {n:,} rows are left."
    if more > 0:
        text = "Left out, for a value is missing: line {lines} and {more:,} more; {n:,} rows are left."
    notes.append(Note(text, lines=lines, more=more, n=n))
