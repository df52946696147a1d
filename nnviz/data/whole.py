"""Tables of whole numbers, as images are written, read faster than any others."""

import numpy as np
from numpy.typing import NDArray

MOST_DIGITS = 9
"""Longer numbers are left to others."""


def whole_numbers(texts: list[str], separator: str, width: int) -> NDArray[np.float64] | None:
    """Return a table of digits and separators alone; None where it is any other.

    All numbers are put together at once from their last digits, their last but one, and so on.

    Parameters
    ----------
    texts : list of str
        A line each, without its end.
    separator : str
        What stands between two numbers.
    width : int
        How many numbers there are in a line.

    Returns
    -------
    float64 array, shape (lines, width), or None
    """
    data = np.frombuffer("\n".join([*texts, ""]).encode(), np.uint8)
    ends = np.flatnonzero((data < ord("0")) | (data > ord("9")))
    if len(ends) != len(texts) * width:
        return None
    marks = data[ends].reshape(-1, width)
    if (marks[:, :-1] != ord(separator)).any() or (marks[:, -1] != ord("\n")).any():
        return None
    lengths = np.diff(ends, prepend=-1) - 1
    if lengths.min() < 1 or lengths.max() > MOST_DIGITS:
        return None
    values = np.zeros(len(ends))
    for k in range(int(lengths.max())):
        there = lengths > k
        values[there] += (data[ends[there] - 1 - k] - ord("0")) * 10.0**k
    return values.reshape(-1, width)
