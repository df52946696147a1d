"""The array types everything else speaks of."""

from dataclasses import dataclass
from typing import Any, TypeAlias, TypeGuard, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
"""Real numbers: float32 where a training runs, float64 where numbers are explained."""

IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]

ByteArray: TypeAlias = NDArray[np.uint8]

Numbers = TypeVar("Numbers", Array, IntArray, BoolArray, ByteArray)


def read_only(array: Numbers) -> Numbers:
    """Return `array` itself, no longer writable, so that it can be shared without a copy."""
    array.flags.writeable = False
    return array


WHITE = 255
"""What a byte counts as 1: an image's pixels are 255ths."""

Inputs: TypeAlias = Array | ByteArray
"""Examples as they are kept, shape (n, n_0 + 1): float32 numbers, and in the last column the bias's input, 1;
or an image's bytes, which stand for 255ths, and there 255."""


def is_bytes(inputs: NDArray[Any]) -> TypeGuard[ByteArray]:
    """Return whether they are uint8; asked for every mini-batch, where comparing types would take longer."""
    return inputs.itemsize == 1


def numbers_of(inputs: Inputs) -> Array:
    """Return bytes as the float32 numbers they stand for, and numbers as they are."""
    return cast(Array, inputs / np.float32(WHITE) if is_bytes(inputs) else inputs)


@dataclass(frozen=True, eq=False)
class Pixels:
    """The inputs of images, shape (n, n_0): float32 numbers that are made of bytes when they are asked for.

    Where all of a large data set is gone through in pieces, this takes the place of an array.
    """

    stored: ByteArray

    def __len__(self) -> int:
        return len(self.stored)

    def __getitem__(self, rows: IntArray | slice | int) -> Array:
        return read_only(numbers_of(self.stored[rows, :-1]))


Rows: TypeAlias = Array | Pixels
"""The inputs of examples, shape (n, n_0), of which some are asked for at a time."""
