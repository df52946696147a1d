"""Data: what networks learn from. NumPy only; each source is one small file."""

from collections.abc import Callable
from dataclasses import dataclass

from nnviz.data.dataset import Dataset, Split, make_split
from nnviz.data.digits import TITLE_8, TITLE_28, load_digits8, load_digits28
from nnviz.errors import DataError

__all__ = ["SOURCES", "Dataset", "Source", "Split", "load", "make_split"]


@dataclass(frozen=True)
class Source:
    """A data set that can be asked for by name.

    Attributes
    ----------
    title : str
        The name shown in the window, known without loading anything.
    load : callable
        Returns the data set.
    """

    title: str
    load: Callable[[], Dataset]


SOURCES: dict[str, Source] = {
    "digits": Source(TITLE_28, load_digits28),
    "digits8": Source(TITLE_8, load_digits8),
}


def load(name: str) -> Dataset:
    """Return the data set called `name`.

    Raises
    ------
    DataError
        If no data set is known by that name; the sentence lists those that are.
    """
    if name not in SOURCES:
        raise DataError(f"There is no data set {name!r}; the known ones are: {', '.join(SOURCES)}.")
    return SOURCES[name].load()
