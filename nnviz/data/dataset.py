"""A data set: a training and a test part, each with inputs, targets and perhaps classes.

Nothing here knows what the numbers mean: images, points and tables, classes and measured values are all
the same arrays. What differs are names and an image's shape.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.core.arrays import Array, IntArray
from nnviz.errors import DataError

PartName = Literal["train", "test"]

CHANNELS = ("red", "green", "blue")

MOST_CLASSES = 1000
"""More are not believed unless told: measured values taken for labels would want an output each."""


@dataclass(frozen=True, eq=False)
class Split:
    """One part of a data set. Build it with `make_split`, which checks the numbers.

    Attributes
    ----------
    inputs : Array
        Shape (n, n_0 + 1), float32, C-contiguous, read-only. The last column is all ones, the bias's input,
        so that mini-batches are gathered from one array.
    targets : Array
        Shape (n, n_L), float32, read-only; one-hot for classes.
    labels : IntArray or None
        Shape (n,), read-only, the class of each example; None where targets are not classes.
    """

    inputs: Array
    targets: Array
    labels: IntArray | None

    def __len__(self) -> int:
        return len(self.inputs)

    @property
    def x(self) -> Array:
        """The inputs without the bias's column: a read-only view, shape (n, n_0)."""
        return self.inputs[:, :-1]

    @property
    def n_inputs(self) -> int:
        """The number of inputs of one example, n_0."""
        return int(self.inputs.shape[1]) - 1

    @property
    def n_outputs(self) -> int:
        """The number of targets of one example, n_L."""
        return int(self.targets.shape[1])

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
            raise DataError(f"There is no example {i}; choose one from 0 to {len(self) - 1}.")
        return self.x[i].astype(np.float64), self.targets[i].astype(np.float64)

    def arrays(self) -> Iterator[tuple[str, NDArray[Any]]]:
        """Yield the name and the array of everything this part holds."""
        yield "inputs", self.inputs
        yield "targets", self.targets
        if self.labels is not None:
            yield "labels", self.labels


@dataclass(frozen=True, eq=False)
class Dataset:
    """Training and test examples, and how to speak of them.

    Attributes
    ----------
    name : str
        The name used in files and on the command line, ``"digits"``.
    title : str
        The name shown in the window, ``"Handwritten digits, 28×28"``.
    train, test : Split
        The two parts.
    classes : tuple of str or None
        One name per output (or two names for a single output that tells 0 from 1); None where targets
        are not classes.
    image_shape : tuple of int or None
        (rows, columns), or (rows, columns, 3) for color; inputs are in C order. None for points and tables.
    source : str
        Where the data came from, with credit.
    input_names : tuple of str or None
        One name per input, for points and tables.
    reference : str
        What a file stores to find the data set again: something `nnviz.data.load` takes; by default its name.

    Raises
    ------
    DataError
        If the parts do not agree with one another or with the names.
    """

    name: str
    title: str
    train: Split
    test: Split
    classes: tuple[str, ...] | None
    image_shape: tuple[int, ...] | None
    source: str
    input_names: tuple[str, ...] | None = None
    reference: str = ""

    def __post_init__(self) -> None:
        if not self.reference:
            object.__setattr__(self, "reference", self.name)
        _check_parts_agree(self.train, self.test)
        _check_classes(self)
        _check_image_shape(self)
        _check_input_names(self)

    @property
    def n_inputs(self) -> int:
        """The number of inputs of one example, n_0."""
        return self.train.n_inputs

    @property
    def n_outputs(self) -> int:
        """The number of targets of one example, n_L."""
        return self.train.n_outputs

    def split(self, name: PartName) -> Split:
        """Return the part called `name`.

        Raises
        ------
        DataError
            If `name` is neither ``"train"`` nor ``"test"``.
        """
        if name not in ("train", "test"):
            raise DataError(f"A data set has the parts 'train' and 'test', but none called {name!r}.")
        return self.train if name == "train" else self.test

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of all numbers, in hexadecimal: equal data give equal hashes on every machine.

        Names and titles do not count, for they do not change what a training does.
        """
        digest = hashlib.sha256()
        for part, split in (("train", self.train), ("test", self.test)):
            for name, array in split.arrays():
                digest.update(f"{part} {name} {array.dtype.name} {array.shape}\n".encode())
                digest.update(_little_endian(array).data)
        return digest.hexdigest()

    def input_name(self, k: int) -> str:
        """Name input `k`: its pixel (rows and columns from 0), its feature, or its number.

        Raises
        ------
        DataError
            If there is no such input.
        """
        if not 0 <= k < self.n_inputs:
            raise DataError(f"There is no input {k}; choose one from 0 to {self.n_inputs - 1}.")
        if self.input_names is not None:
            return self.input_names[k]
        return f"input {k}" if self.image_shape is None else _pixel_name(k, self.image_shape)


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
        The inputs are divided by it, such as 255 for the bytes of an image.

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
        raise DataError(f"The {what} must all have the same number of values.") from error
    if array.dtype.kind not in "buif":
        raise DataError(f"The {what} must be numbers, not {array.dtype.name}.")
    return array


def _table(values: ArrayLike, what: str) -> NDArray[Any]:
    table = _numbers(values, what)
    if table.ndim != 2:
        raise DataError(
            f"The {what} must be a table with one row per example, but their shape is {table.shape}."
        )
    if 0 in table.shape:
        raise DataError(
            f"There are no {what}: the table has {table.shape[0]} rows, {table.shape[1]} columns."
        )
    return table


def _with_bias_column(x: NDArray[Any], scale: float) -> Array:
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
        f"The {what} must be finite numbers of ordinary size, but row {row}, column {column} "
        f"(both counted from 0) is {values[row, column]}."
    )


def _check_length(what: str, n: int, n_inputs: int) -> None:
    if n != n_inputs:
        raise DataError(
            f"There must be as many {what} as inputs, but there are {n} {what} and {n_inputs} inputs."
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
        raise DataError(f"The labels must be one list, but their shape is {numbers.shape}.")
    _check_length("labels", len(numbers), n)
    _check_labels(numbers, n_classes)
    return numbers.astype(np.int64)


def _check_labels(numbers: NDArray[Any], n_classes: int | None) -> None:
    top = MOST_CLASSES if n_classes is None else n_classes
    bad = ~((numbers >= 0) & (numbers < top) & (numbers == np.floor(numbers)))
    if bad.any():
        i = int(np.argmax(bad))
        raise DataError(
            f"Labels must be whole numbers from 0 to {top - 1}, but the label of example {i} is {numbers[i]}."
        )


def _one_hot(labels: IntArray, n_classes: int | None) -> Array:
    width = int(labels.max()) + 1 if n_classes is None else n_classes
    targets = np.zeros((len(labels), width), np.float32)
    targets[np.arange(len(labels)), labels] = 1
    return targets


def _little_endian(array: NDArray[Any]) -> NDArray[Any]:
    return np.ascontiguousarray(array, array.dtype.newbyteorder("<"))


def _pixel_name(k: int, shape: tuple[int, ...]) -> str:
    row, column, *channel = (int(index) for index in np.unravel_index(k, shape))
    pixel = f"pixel row {row}, column {column}"
    return f"{pixel}, {CHANNELS[channel[0]]}" if channel else pixel


def _check_parts_agree(train: Split, test: Split) -> None:
    for what, a, b in (
        ("inputs", train.n_inputs, test.n_inputs),
        ("outputs", train.n_outputs, test.n_outputs),
    ):
        if a != b:
            raise DataError(f"Training and test examples must have equally many {what}, not {a} and {b}.")


def _check_classes(data: Dataset) -> None:
    if data.classes is None:
        return
    named, outputs = len(data.classes), data.n_outputs
    if named != outputs and (named, outputs) != (2, 1):
        raise DataError(f"There must be one class name per output, but {named} names for {outputs} outputs.")
    if data.train.labels is None or data.test.labels is None:
        raise DataError("Classes are named, but the examples have no labels.")


def _check_image_shape(data: Dataset) -> None:
    shape = data.image_shape
    if shape is None:
        return
    if len(shape) not in (2, 3) or shape[2:] not in ((), (3,)):
        raise DataError(f"An image has the shape (rows, columns) or (rows, columns, 3), not {shape}.")
    if prod(shape) != data.n_inputs:
        raise DataError(
            f"An image of shape {shape} has {prod(shape)} values, but there are {data.n_inputs} inputs."
        )


def _check_input_names(data: Dataset) -> None:
    if data.input_names is not None and len(data.input_names) != data.n_inputs:
        raise DataError(
            f"There must be one name per input, but {len(data.input_names)} names for {data.n_inputs} inputs."
        )
