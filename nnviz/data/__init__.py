"""Data: what networks learn from. NumPy only; each source is one small file."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from nnviz.data import cifar, class_folders, curves, plane
from nnviz.data.arrays import is_arrays, understand_arrays
from nnviz.data.chain import TITLE as CHAIN_TITLE
from nnviz.data.chain import load_chain
from nnviz.data.dataset import Dataset
from nnviz.data.digits import TITLE_8, TITLE_28, load_digits8, load_digits28
from nnviz.data.drawings import load_drawings
from nnviz.data.folder import Decode, understand_folder
from nnviz.data.mnist import holds_idx, load_folder, load_mnist
from nnviz.data.own import Understanding
from nnviz.data.places import DRAWINGS, MNIST, drawings_file, mnist_places, shown
from nnviz.data.reading import Asks, Progress
from nnviz.data.reference import split as split_reference
from nnviz.data.split import Split, make_split
from nnviz.data.table import is_table, understand_table
from nnviz.errors import DataError
from nnviz.saying import did_you_mean

__all__ = [
    "SOURCES",
    "Dataset",
    "Source",
    "Split",
    "Understanding",
    "is_cifar",
    "is_idx",
    "is_own",
    "is_there",
    "known",
    "load",
    "load_folder",
    "make_split",
    "understand",
]


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


def _load_points(shape: str) -> Dataset:
    return plane.load_plane(plane.Plane(shape))


def _load_curve(shape: str) -> Dataset:
    return curves.load_curve(curves.Curve(shape))


SOURCES: dict[str, Source] = {
    "digits": Source(TITLE_28, load_digits28),
    "digits8": Source(TITLE_8, load_digits8),
    "chain": Source(CHAIN_TITLE, load_chain),
    **{name: Source(title, partial(_load_points, name)) for name, title in plane.SHAPES.items()},
    **{name: Source(title, partial(_load_curve, name)) for name, title in curves.SHAPES.items()},
}
"""Those that come with the program: they are always there, and loaded at once."""


def known() -> tuple[str, ...]:
    """Return all names that `load` knows."""
    return (*SOURCES, MNIST, DRAWINGS)


def is_there(reference: str) -> bool:
    """Say, without reading any file, whether what a `Dataset.reference` speaks of is on this computer."""
    if reference == MNIST:
        return any(os.path.isdir(place) for place in mnist_places())
    if reference == DRAWINGS:
        return os.path.isfile(drawings_file())
    place, _ = split_reference(reference)
    return place in SOURCES or (os.path.isabs(place) and (os.path.isdir(place) or _is_data_file(place)))


def is_own(place: str | os.PathLike[str]) -> bool:
    """Say whether `understand` can look into a file or folder: a table, arrays, or a folder of images."""
    if place in known():  # and not the folder of that name that may lie here
        return False
    if is_table(place) or is_arrays(place):
        return True
    return not cifar.is_folder(place) and class_folders.is_folder(place)


def is_cifar(place: str | os.PathLike[str]) -> bool:
    """Say whether it is CIFAR-10: the archive, a folder of its files, or one that the archive lies in.

    A folder that holds something else that is known as well, is that.
    """
    if cifar.is_archive(place) or cifar.is_folder(place):
        return True
    return cifar.archive_in(place) is not None and not (class_folders.is_folder(place) or holds_idx(place))


def is_idx(place: str | os.PathLike[str]) -> bool:
    """Say whether a folder could be one of IDX files: it is nothing else that is known."""
    return os.path.isdir(place) and not (is_cifar(place) or class_folders.is_folder(place))


def load(
    name: str | os.PathLike[str],
    progress: Progress | None = None,
    cancelled: Asks | None = None,
    decode: Decode | None = None,
) -> Dataset:
    """Return the data set called `name`, or the one in the file or folder `name`.

    Parameters
    ----------
    name : str or path
        One of `known`, a folder of IDX files or of images, CIFAR-10's binary version, a CSV or NPZ file; a
        folder that is called like a data set is ``./mnist``. Points, curves and files take options, as in
        ``circles?noise=0.2``. Also what `Dataset.reference` says.
    progress : callable, optional
        Called as ``progress(done, total)``, where there are files to be read.
    cancelled : callable, optional
        Asked several times a second; when it returns True, loading ends.
    decode : callable, optional
        How a picture file is decoded; folders of images need it.

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
    if name == DRAWINGS:
        return load_drawings()
    drawn = _drawn(name) if isinstance(name, str) else None
    if drawn is not None:
        return drawn
    place, _ = split_reference(name)
    if _is_path(name, place):
        return _load_place(name, place, progress, cancelled, decode)
    raise DataError(
        "There is no data set {name!r}{meant}; known are {names}, files and folders.",
        name=name,
        meant=did_you_mean(place, known()),
        names=", ".join(known()),
    )


def understand(
    reference: str | os.PathLike[str],
    progress: Progress | None = None,
    cancelled: Asks | None = None,
    decode: Decode | None = None,
) -> Understanding:
    """Read a user's own data and say how they were understood; otherwise as `load`.

    Parameters
    ----------
    reference : str or path
        A file or folder for which `is_own` is True, perhaps with options behind a question mark.
    progress, cancelled, decode : callable, optional
        As for `load`.
    """
    place, options = split_reference(reference)
    if is_table(place):
        return understand_table(place, options, progress, cancelled)
    if is_arrays(place):
        return understand_arrays(place, options, progress, cancelled)
    if decode is None:
        raise DataError("{place} holds images, and nothing here can decode them.", place=shown(place))
    return understand_folder(place, options, decode, progress, cancelled)


def _drawn(name: str) -> Dataset | None:
    points, curve = plane.recipe(name), curves.recipe(name)
    if points is not None:
        return plane.load_plane(points)
    return None if curve is None else curves.load_curve(curve)


def _load_place(
    name: str | os.PathLike[str],
    place: str,
    progress: Progress | None,
    cancelled: Asks | None,
    decode: Decode | None,
) -> Dataset:
    if is_own(place):
        return understand(name, progress, cancelled, decode).dataset
    if is_cifar(place):
        return cifar.load_cifar(place, progress, cancelled)
    return load_folder(place, progress, cancelled)


def _is_data_file(place: str) -> bool:
    return (is_table(place) or is_arrays(place) or cifar.is_archive(place)) and os.path.isfile(place)


def _is_path(name: str | os.PathLike[str], place: str) -> bool:
    if not isinstance(name, str) or os.path.basename(place) != place or os.path.exists(place):
        return True
    return is_table(place) or is_arrays(place) or cifar.is_archive(place)
