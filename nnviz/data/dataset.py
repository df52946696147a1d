"""A data set: a training and a test part, each with inputs, targets and perhaps classes.

Nothing here knows what the numbers mean: images, points and tables, classes and measured values are all
the same arrays. What differs are names and an image's shape.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.split import Split
from nnviz.errors import DataError
from nnviz.saying import Text

PartName = Literal["train", "test"]

CHANNELS = ("red", "green", "blue")


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
            raise DataError(
                "A data set has the parts 'train' and 'test', but none called {name!r}.", name=name
            )
        return self.train if name == "train" else self.test

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of all numbers, in hexadecimal: equal data give equal hashes on every machine.

        Names and titles do not count, for they do not change what a training does; nor does it whether images
        are kept as bytes, which changes the rounding alone.
        """
        digest = hashlib.sha256()
        for part, split in (("train", self.train), ("test", self.test)):
            begun = ""
            for name, array in split.arrays():
                if name != begun:  # the inputs come in pieces
                    shape, begun = (len(split), *array.shape[1:]), name
                    digest.update(f"{part} {name} {array.dtype.name} {shape}\n".encode())
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
            raise DataError(
                "There is no input {k}; choose one from 0 to {last}.", k=k, last=self.n_inputs - 1
            )
        if self.input_names is not None:
            return self.input_names[k]
        return f"input {k}" if self.image_shape is None else _pixel_name(k, self.image_shape)


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
            raise DataError(
                "Training and test examples must have equally many {what}, not {a} and {b}.",
                what=Text(what),
                a=a,
                b=b,
            )


def _check_classes(data: Dataset) -> None:
    if data.classes is None:
        return
    named, outputs = len(data.classes), data.n_outputs
    if named != outputs and (named, outputs) != (2, 1):
        raise DataError(
            "There must be one class name per output, but {named} names for {outputs} outputs.",
            named=named,
            outputs=outputs,
        )
    if data.train.labels is None or data.test.labels is None:
        raise DataError("Classes are named, but the examples have no labels.")


def _check_image_shape(data: Dataset) -> None:
    shape = data.image_shape
    if shape is None:
        return
    if len(shape) not in (2, 3) or shape[2:] not in ((), (3,)):
        raise DataError(
            "An image has the shape (rows, columns) or (rows, columns, 3), not {shape}.", shape=shape
        )
    if prod(shape) != data.n_inputs:
        raise DataError(
            "An image of shape {shape} has {value} values, but there are {n_inputs} inputs.",
            shape=shape,
            value=prod(shape),
            n_inputs=data.n_inputs,
        )


def _check_input_names(data: Dataset) -> None:
    if data.input_names is not None and len(data.input_names) != data.n_inputs:
        raise DataError(
            "There must be one name per input, but {n} names for {n_inputs} inputs.",
            n=len(data.input_names),
            n_inputs=data.n_inputs,
        )
