"""Data: what networks learn from. NumPy only; each source is one small file."""

import os
from collections.abc import Callable
from dataclasses import dataclass

from nnviz.data.chain import TITLE as CHAIN_TITLE
from nnviz.data.chain import load_chain
from nnviz.data.dataset import Dataset, Split, make_split
from nnviz.data.digits import TITLE_8, TITLE_28, load_digits8, load_digits28
from nnviz.data.idx import Asks, Progress
from nnviz.data.mnist import load_folder, load_mnist
from nnviz.data.places import MNIST, mnist_places
from nnviz.errors import DataError

__all__ = ["SOURCES", "Dataset", "Source", "Split", "is_there", "known", "load", "load_folder", "make_split"]


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
    "chain": Source(CHAIN_TITLE, load_chain),
}
"""Those that come with the program: they are always there, and loaded at once."""


def known() -> tuple[str, ...]:
    """Return all names that `load` knows."""
    return (*SOURCES, MNIST)


def is_there(reference: str) -> bool:
    """Say, without reading any file, whether what a `Dataset.reference` speaks of is on this computer."""
    if reference == MNIST:
        return any(os.path.isdir(place) for place in mnist_places())
    return reference in SOURCES or (os.path.isabs(reference) and os.path.isdir(reference))


def load(
    name: str | os.PathLike[str], progress: Progress | None = None, cancelled: Asks | None = None
) -> Dataset:
    """Return the data set called `name`, or the one in the folder `name`.

    Parameters
    ----------
    name : str or path
        One of `known`, or a folder of IDX files; a folder that is called like a data set is ``./mnist``.
        Also what `Dataset.reference` says.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes, where there are files to be read.
    cancelled : callable, optional
        Asked several times a second; when it returns True, loading ends.

    Raises
    ------
    DataError
        If no data set is known by that name, where the sentence lists those that are, or its files do not
        agree with one another.
    FileError
        If a file is missing or damaged.
    Cancelled
        If `cancelled` returned True.
    """
    if isinstance(name, str) and name in SOURCES:
        return SOURCES[name].load()
    if name == MNIST:
        return load_mnist(progress, cancelled)
    if _is_path(name):
        return load_folder(name, progress, cancelled)
    raise DataError(
        f"There is no data set {name!r}; the known ones are: {', '.join(known())}, "
        "and every folder of IDX files."
    )


def _is_path(name: str | os.PathLike[str]) -> bool:
    return not isinstance(name, str) or os.path.basename(name) != name or os.path.exists(name)
