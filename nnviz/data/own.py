"""A user's own numbers made into a data set: which are classes, what is an image, what is for the test."""

from dataclasses import dataclass, field
from math import isqrt, prod
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset
from nnviz.data.note import Note
from nnviz.data.parting import part
from nnviz.data.places import shown
from nnviz.data.reference import Options, join
from nnviz.data.split import MOST_CLASSES, Split, make_split
from nnviz.errors import DataError

Numbers: TypeAlias = NDArray[Any]
Task: TypeAlias = Literal["classes", "values"]

TASKS: tuple[Task, ...] = ("classes", "values")

MOST_GUESSED = 50
"""More different whole numbers are taken for measured values unless told otherwise."""

LEAST_SIDE = 8
"""Fewer numbers than 8×8 are taken for an image only where the file says so."""

ROOMY = 10
"""Inputs beyond ±10 are brought to mean 0 and spread 1: neurons would be saturated from the beginning."""

LONGEST_NAME = 60
"""Characters of a class's name that are shown."""

BEYOND = "The values run from {low:g} to {high:g}: choose an output that reaches them, the identity."

WHITE = (1, 16, 255)
"""What the brightest value of an image may be; 16 is that of the digits of 8×8."""


@dataclass(frozen=True, eq=False)
class Understanding:
    """A user's data as they were understood, to be looked at before they are taken.

    Attributes
    ----------
    dataset : Dataset
        What `nnviz.data.load` returns for `Dataset.reference`.
    columns : tuple of str
        What could be chosen as the label; empty where there is nothing to choose.
    label : str
        What is the label now.
    task : str
        ``"classes"`` or ``"values"``.
    header : bool or None
        Whether the first row was taken for names; None where there are no rows of text.
    rows : tuple of tuple of str
        The first rows as they stand in the file.
    notes : tuple of Note
        What was left out, scaled or guessed, a sentence each.
    """

    dataset: Dataset
    columns: tuple[str, ...] = ()
    label: str = ""
    task: Task = "classes"
    header: bool | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass
class Raw:
    """What a reader found: numbers that nobody has interpreted yet.

    Attributes
    ----------
    x : array, shape (n, n_0)
        The inputs; the reader gives it away.
    y : array, shape (n,) or (n, m)
        Numbers or texts.
    test : tuple of arrays or None
        x and y of the test part, where the source has one.
    image_shape : tuple of int or None
        Where the source says it.
    names : tuple of str or None
        Of the inputs.
    notes : list of Note
        What the reader has to say.
    """

    x: Numbers
    y: Numbers
    test: tuple[Numbers, Numbers] | None = None
    image_shape: tuple[int, ...] | None = None
    names: tuple[str, ...] | None = None
    notes: list[Note] = field(default_factory=list)
    may_be_image: bool = True


def assemble(path: Path, raw: Raw, options: Options) -> tuple[Dataset, Task]:
    """Make a data set of what a reader found.

    Raises
    ------
    DataError
        If there is nothing to learn in it.
    """
    try:
        task = _task(raw.y, options)
        shape = raw.image_shape or (_guessed_shape(raw) if raw.may_be_image else None)
        train, test = _parts(raw)
        if shape is None:
            _standardize(train[0], test[0], raw.notes)
        scale = 1 if shape is None else _white(raw, shape)
        y_train, y_test, classes = _targets(train[1], test[1], task, raw.notes)
        parts = _split(train[0], y_train, classes, scale), _split(test[0], y_test, classes, scale)
        names = raw.names if shape is None else None
        source = " ".join([f"{path}.", *raw.notes])
        reference = join(str(path), options)
        return Dataset(path.name, path.name, *parts, classes, shape, source, names, reference), task
    except MemoryError as error:
        raise DataError(
            "The data in {path} do not fit into this computer's memory.", path=shown(path)
        ) from error
    except DataError as error:
        if str(path) in str(error):
            raise
        raise DataError("In {path}: {error}", path=shown(path), error=error) from error


def _split(x: Numbers, y: Numbers, classes: tuple[str, ...] | None, scale: float) -> Split:
    if classes is None:
        return make_split(x, targets=y, scale=scale)
    return make_split(x, labels=y, n_classes=len(classes), scale=scale)


# Classes or values


def _task(y: Numbers, options: Options) -> Task:
    wish = options.get("task", "")
    if wish not in ("", *TASKS):
        raise DataError("What is learned must be classes or values, not {wish!r}.", wish=wish[:40])
    if y.dtype.kind == "U":
        if wish == "values":
            raise DataError("The labels are texts: they can be learned as classes, not as values.")
        return "classes"
    if wish == "values" or (not wish and not are_classes(y)):
        return "values"
    if y.ndim != 1:
        raise DataError("Classes must be one number each, not {value}.", value=prod(y.shape[1:]))
    return "classes"


def are_classes(y: Numbers) -> bool:
    """Guess whether numbers are classes: whole, and few different ones."""
    if y.ndim != 1 or not np.isfinite(y).all() or (y != np.floor(y)).any():
        return False
    different = len(np.unique(y))
    return 2 <= different <= MOST_GUESSED and 2 * different <= len(y)


def _targets(
    train: Numbers, test: Numbers, task: Task, notes: list[Note]
) -> tuple[Numbers, Numbers, tuple[str, ...] | None]:
    if task == "values":
        low, high = float(train.min()), float(train.max())
        if not 0 <= low <= high <= 1:
            notes.append(Note(BEYOND, low=low, high=high))
        return train, test, None
    names, labels = np.unique(np.concatenate([train, test]), return_inverse=True)
    if not 2 <= len(names) <= MOST_CLASSES:
        raise DataError(
            "There must be 2 to {most_classes:,} classes, but there are {n:,}.",
            most_classes=MOST_CLASSES,
            n=len(names),
        )
    classes = tuple(_class_name(name) for name in names)
    return labels[: len(train)], labels[len(train) :], classes


def _class_name(value: Any) -> str:
    if not isinstance(value, str):
        return f"{value:g}"
    return "".join(c if c.isprintable() else " " for c in value[:LONGEST_NAME]) or "(empty)"


# Training and test


def _parts(raw: Raw) -> tuple[tuple[Numbers, Numbers], tuple[Numbers, Numbers]]:
    """Take the source's own parts, or draw them; the numbers are given away to save memory."""
    x, y, test = raw.x, raw.y, raw.test
    for inputs, wanted in ((x, y), test or (x, y)):
        if len(inputs) != len(wanted):
            raise DataError(
                "There are {n:,} examples, but {labels:,} labels.", n=len(inputs), labels=len(wanted)
            )
    if test is not None:
        return (x, y), test
    train, drawn = part(len(x))
    text = "{test:,} of {n:,} examples, drawn at random, are for the test."
    raw.notes.append(Note(text, test=len(drawn), n=len(x)))
    return (x[train], y[train]), (x[drawn], y[drawn])


# Images and scale


def _guessed_shape(raw: Raw) -> tuple[int, int] | None:
    n = raw.x.shape[1] if raw.x.ndim == 2 else 0
    side = isqrt(n)
    if side < LEAST_SIDE or side * side != n or not _are_shades(raw.x):
        return None
    text = "The {n:,} inputs of each example were taken for an image of {side}×{side}."
    raw.notes.append(Note(text, n=n, side=side))
    return side, side


def _are_shades(x: Numbers) -> bool:
    some = x[: max(1, 2**20 // x.shape[1])]
    return bool((some >= 0).all() and (some == np.floor(some)).all() and some.max(initial=0) <= WHITE[-1])


def _white(raw: Raw, shape: tuple[int, ...]) -> float:
    """Return the value of white, by which images are divided."""
    most = 255 if raw.x.dtype == np.uint8 else float(raw.x.max(initial=0))
    if most > WHITE[-1] or float(raw.x.min(initial=0)) < 0:
        return 1
    white = min(white for white in WHITE if most <= white)
    if white > 1:
        raw.notes.append(Note("Brightness was divided by {white}.", white=white))
    return white


def _standardize(train: Numbers, test: Numbers, notes: list[Note]) -> None:
    """Give each input mean 0 and spread 1 over the training part, where inputs are large."""
    if train.dtype.kind != "f" or not np.abs(train).max(initial=0) > ROOMY:
        return
    if not (np.isfinite(train).all() and np.isfinite(test).all()):
        return  # it is reported where all numbers are checked
    mean = train.mean(axis=0, dtype=np.float64)
    spread = train.std(axis=0, dtype=np.float64)
    spread[spread == 0] = 1
    for x in (train, test):
        x -= mean.astype(x.dtype)
        x /= spread.astype(x.dtype)
    notes.append(Note("Each input was shifted and scaled to mean 0 and spread 1 over the training examples."))
