"""The array types everything else speaks of."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
"""Real numbers: float32 where a training runs, float64 where numbers are explained."""

IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]


def read_only(array: Array) -> Array:
    """Return `array` itself, no longer writable, so that it can be shared without a copy."""
    array.flags.writeable = False
    return array
