"""One part of a data set, and how checked numbers become one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.core.arrays import (
    WHITE,
    Array,
    Inputs,
    IntArray,
    Pixels,
    Rows,
    is_bytes,
    numbers_of,
    read_only,
)
from nnviz.errors import DataError
from nnviz.saying import Text

MOST_CLASSES = 1000
"""More are not believed unless told: measured values taken for labels would want an output each."""

PIECE = 1000
"""Examples whose bytes become numbers at a time."""


@dataclass(frozen=True, eq=False)
class Split:
    """One part of a data set. Build it with `make_split`, which checks the numbers.

    Attributes
    ----------
    stored : Array or ByteArray
        The inputs as they are kept and as a training gathers them: shape (n, n_0 + 1), C-contiguous,
        read-only. Numbers, or the bytes of images: see `nnviz.core.arrays.Inputs`.
    targets : Array
        Shape (n, n_L), float32, read-only; one-hot for classes.
    labels : IntArray or None
        Shape (n,), read-only, the class of each example; None where targets are not classes.
    """

    stored: Inputs
    targets: Array
    labels: IntArray | None

    def __len__(self) -> int:
        return len(self.stored)

    @property
    def inputs(self) -> Array:
        """The inputs as float32, with the bias's column of ones: read-only, shape (n, n_0 + 1).

        Of bytes they are made anew, and take four times their memory; `each` makes only those asked for.
        """
        return read_only(numbers_of(self.stored))

    @property
    def x(self) -> Array:
        """The same without the bias's column, shape (n, n_0)."""
        return self.inputs[:, :-1]

    @property
    def each(self) -> Rows:
        """The inputs of those examples that are asked for, as float32: ``each[rows]``, shape (batch, n_0)."""
        return Pixels(self.stored) if is_bytes(self.stored) else self.x

    @property
    def n_inputs(self) -> int:
        """The number of inputs of one example, n_0."""
        return int(self.stored.shape[1]) - 1

    @property
    def n_outputs(self) -> int:
        """The number of targets of one example, n_L."""
        return int(self.targets.shape[1])

    @cached_property
    def deviation(self) -> float:
        """How far the targets are from their means: the RMSE of always saying the mean of each output."""
        return deviation(self.targets)

    def example(self, i: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return example `i` in the precision in which numbers are explained.

        Parameters
        ----------
        i : int
            Counted from 0.

        Returns
        -------
        x : float64 array, shape (n_0,)
        y : float64 array, shape (n_L,)
            Both are copies.

        Raises
        ------
        DataError
            If there is no such example. Negative numbers do not count from the end.
        """
        if not 0 <= i < len(self):
            raise DataError("There is no example {i}; choose one from 0 to {last}.", i=i, last=len(self) - 1)
        return self.each[i].astype(np.float64), self.targets[i].astype(np.float64)

    def arrays(self) -> Iterator[tuple[str, NDArray[Any]]]:
        """Yield the name and the array of everything this part holds; the inputs as numbers, in pieces."""
        for start in range(0, len(self), PIECE):
            yield "inputs", numbers_of(self.stored[start : start + PIECE])
        yield "targets", self.targets
        if self.labels is not None:
            yield "labels", self.labels


def make_split(
    x: ArrayLike,
    *,
    labels: ArrayLike | None = None,
    targets: ArrayLike | None = None,
    n_classes: int | None = None,
    scale: float = 1,
) -> Split:
    """Check the numbers of one part and bring them into the form a training wants.

    Parameters
    ----------
    x : array_like, shape (n, n_0)
        The inputs; finite numbers. They are copied.
    labels : array_like, shape (n,), optional
        The class of each example, a whole number from 0 to ``n_classes - 1``.
    targets : array_like, shape (n, n_L) or (n,), optional
        The wanted outputs; one-hot vectors of `labels` where not given. Values to be measured (regression)
        come without labels; two classes told apart by one output come with both.
    n_classes : int, optional
        The number of classes; without it, one more than the greatest label. Give it, for one part need
        not contain every class.
    scale : float, optional
        The inputs are divided by it, such as 255 for the bytes of an image, which then are kept as bytes.

    Returns
    -------
    Split
        Read-only arrays of its own.

    Raises
    ------
    DataError
        If there are no examples, a number is not finite, lengths differ, or a label is out of range.
    """
    inputs = _with_bias_column(_table(x, "inputs"), scale)
    n = len(inputs)
    checked = None if labels is None else _labels(labels, n, n_classes)
    if targets is not None:
        wanted = _targets(targets, n)
    elif checked is not None:
        wanted = _one_hot(checked, n_classes)
    else:
        raise DataError("Give labels or targets: without either there is nothing to learn.")
    for array in (inputs, wanted, checked):
        if array is not None:
            array.flags.writeable = False
    return Split(inputs, wanted, checked)


def _numbers(values: ArrayLike, what: str) -> NDArray[Any]:
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise DataError("The {what} must all have the same number of values.", what=Text(what)) from error
    if array.dtype.kind not in "buif":
        raise DataError("The {what} must be numbers, not {name}.", what=Text(what), name=array.dtype.name)
    return array


def _table(values: ArrayLike, what: str) -> NDArray[Any]:
    table = _numbers(values, what)
    if table.ndim != 2:
        raise DataError(
            "The {what} must be a table with one row per example, but their shape is {shape}.",
            what=Text(what),
            shape=table.shape,
        )
    if 0 in table.shape:
        raise DataError(
            "There are no {what}: the table has {rows} rows, {columns} columns.",
            what=Text(what),
            rows=table.shape[0],
            columns=table.shape[1],
        )
    return table


def _with_bias_column(x: NDArray[Any], scale: float) -> Inputs:
    if x.dtype == np.uint8 and scale == WHITE:
        stored = np.empty((len(x), x.shape[1] + 1), np.uint8)
        stored[:, :-1], stored[:, -1] = x, WHITE
        return stored
    inputs = np.empty((len(x), x.shape[1] + 1), np.float32)
    inputs[:, -1] = 1
    _copy_finite(x, inputs[:, :-1], "inputs")
    if scale != 1:  # in place: images beside a scaled copy of theirs would take twice the memory
        inputs[:, :-1] /= np.float32(scale)
    return inputs


def _copy_finite(values: NDArray[Any], out: Array, what: str) -> None:
    with np.errstate(over="ignore"):  # a float64 too large for float32 becomes inf, and is reported as such
        out[...] = values
    if values.dtype.kind != "f" or np.isfinite(out).all():
        return
    row, column = np.argwhere(~np.isfinite(out))[0]
    raise DataError(
        "The {what} must be finite numbers of ordinary size, but row {row}, column {column} "
        "(both counted from 0) is {values}.",
        what=Text(what),
        row=row,
        column=column,
        values=values[row, column],
    )


def _check_length(what: str, n: int, n_inputs: int) -> None:
    if n != n_inputs:
        raise DataError(
            "There must be as many {what} as inputs, but there are {n} {what} and {n_inputs} inputs.",
            what=Text(what),
            n=n,
            n_inputs=n_inputs,
        )


def _targets(values: ArrayLike, n: int) -> Array:
    numbers = _numbers(values, "targets")
    table = _table(numbers[:, np.newaxis] if numbers.ndim == 1 else numbers, "targets")
    _check_length("targets", len(table), n)
    targets = np.empty(table.shape, np.float32)
    _copy_finite(table, targets, "targets")
    return targets


def _labels(values: ArrayLike, n: int, n_classes: int | None) -> IntArray:
    numbers = _numbers(values, "labels")
    if numbers.ndim != 1:
        raise DataError("The labels must be one list, but their shape is {shape}.", shape=numbers.shape)
    _check_length("labels", len(numbers), n)
    _check_labels(numbers, n_classes)
    return numbers.astype(np.int64)


def _check_labels(numbers: NDArray[Any], n_classes: int | None) -> None:
    top = MOST_CLASSES if n_classes is None else n_classes
    bad = ~((numbers >= 0) & (numbers < top) & (numbers == np.floor(numbers)))
    if bad.any():
        i = int(np.argmax(bad))
        raise DataError(
            "Labels must be whole numbers from 0 to {last}, but the label of example {i} is {numbers}.",
            last=top - 1,
            i=i,
            numbers=numbers[i],
        )


def _one_hot(labels: IntArray, n_classes: int | None) -> Array:
    width = int(labels.max()) + 1 if n_classes is None else n_classes
    targets = np.zeros((len(labels), width), np.float32)
    targets[np.arange(len(labels)), labels] = 1
    return targets


def deviation(targets: Array) -> float:
    """Return √ of the mean of (y − ȳ)² over examples and outputs, shape (n, n_L), each about its own ȳ."""
    apart = targets.astype(np.float64) - targets[0]  # from the first one: of equal targets exactly 0 is left
    return float(np.sqrt(np.mean((apart - apart.mean(axis=0)) ** 2)))
