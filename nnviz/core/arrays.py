"""The array types everything else speaks of."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
"""Real numbers: float32 where a training runs, float64 where numbers are explained."""

IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]

ByteArray: TypeAlias = NDArray[np.uint8]

Inputs: TypeAlias = Array | ByteArray
"""Examples as a data set keeps them, see `nnviz.data.split.Split.stored`: numbers, or bytes."""

WHITE = 255
"""What a byte counts as 1: an image's pixels are 255ths."""


def is_bytes(array: NDArray[Any]) -> bool:
    """Return whether its numbers are 255ths; asked for every mini-batch, and its type would take longer."""
    return array.itemsize == 1


def read_only(array: Array) -> Array:
    """Return `array` itself, no longer writable, so that it can be shared without a copy."""
    array.flags.writeable = False
    return array
