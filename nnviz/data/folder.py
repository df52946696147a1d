"""A folder of images: one folder in it for each class, named after it, or the same within train and test.

How a picture file is decoded is for the caller to say: this package knows no window system.
"""

import os
from collections.abc import Callable, Iterator
from itertools import zip_longest
from math import prod
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.data.class_folders import Found, find
from nnviz.data.note import Note
from nnviz.data.own import Raw, Understanding, assemble
from nnviz.data.places import absolute, shown
from nnviz.data.reading import Asks, Progress, byte_count, file_size, named
from nnviz.data.reference import Options, check_options, whole
from nnviz.errors import Cancelled, DataError, FileError
from nnviz.saying import Text

Pixels: TypeAlias = NDArray[np.uint8]

Size: TypeAlias = tuple[int, int]
"""Rows and columns."""

Decode: TypeAlias = Callable[[bytes, Size | None], tuple[Pixels, Size]]
"""Turns a picture file into (rows, columns, 3), scaled if a size is given, and its own size."""

OPTIONS = ("side",)

LEAST_SIDE, MOST_SIDE = 4, 128
USUAL_SIDE = 32
KEPT = 64
"""Images no larger than 64×64 keep their size."""

MOST_FILE = 2**26
MOST_VALUES = 2**30


def understand_folder(
    place: str | os.PathLike[str],
    options: Options,
    decode: Decode,
    progress: Progress | None = None,
    cancelled: Asks | None = None,
) -> Understanding:
    """Read a folder of images.

    Parameters
    ----------
    place : str or path
        The folder.
    options : mapping of str to str
        ``side``: rows and columns to which all images are scaled. Without it, all get the size of the first,
        or 32×32 if that is large.
    decode : callable
        How a picture file is decoded; it raises ValueError where it cannot.
    progress : callable, optional
        Called as ``progress(done, total)`` with numbers of images.
    cancelled : callable, optional
        Asked before every image; when it returns True, reading ends.

    Raises
    ------
    FileError
        If a file or folder cannot be read, or is no image.
    DataError
        If there are no two classes.
    Cancelled
        If `cancelled` returned True.
    """
    path = absolute(place)
    check_options(options, OPTIONS, Text("What is read of {name}", name=path.name))
    side = whole(options, "side", 0, LEAST_SIDE, MOST_SIDE) if "side" in options else 0
    train, test = find(path)
    total = len(train.files) + (len(test.files) if test else 0)
    reader = _Images(decode, (side, side) if side else None, total, progress, cancelled)
    x = reader.read(train)
    x_test = reader.read(test) if test else None
    raw = _raw(x, np.array(train.labels), x_test, np.array(test.labels) if test else None, reader)
    dataset, task = assemble(path, raw, options)
    return Understanding(dataset, task=task, notes=tuple(raw.notes))


def first_images(place: str | os.PathLike[str], n: int, decode: Decode) -> Pixels:
    """Return some images of a folder, at most n, in turn one of each class, of the size of the first.

    Raises what `understand_folder` does.
    """
    found = find(absolute(place))[0]
    by_class: dict[str, list[Path]] = {}
    for file, label in zip(found.files, found.labels, strict=True):
        by_class.setdefault(label, []).append(file)
    files = [file for turn in zip_longest(*by_class.values()) for file in turn if file is not None][:n]
    return _Images(decode, None, len(files), None, None).read(Found(files, found.labels[: len(files)]))


def _raw(x: Pixels, y: NDArray[np.str_], x_test: Pixels | None, y_test: object, reader: "_Images") -> Raw:
    if reader.gray:
        x = x[..., 0]
        x_test = None if x_test is None else x_test[..., 0]
    shape = x.shape[1:]
    test = None if x_test is None else (x_test.reshape(len(x_test), -1), np.asarray(y_test))
    raw = Raw(x.reshape(len(x), -1), y, test, shape)
    if reader.scaled:
        size = {"r": shape[0], "c": shape[1]}
        raw.notes.append(Note("Images scaled to {r}×{c}: {n:,}.", n=reader.scaled, **size))
    return raw


# Reading


class _Images:
    """Decodes one image after the other; knows whether all are gray, and how many were scaled."""

    def __init__(
        self, decode: Decode, size: Size | None, total: int, progress: Progress | None, cancelled: Asks | None
    ) -> None:
        self.gray = True
        self.scaled = 0
        self._decode, self._size, self._total = decode, size, total
        self._progress, self._cancelled = progress, cancelled
        self._done = 0

    def read(self, found: Found) -> Pixels:
        """Return all images of one part, shape (n, rows, columns, 3)."""
        size = self._size = self._size or self._size_of(found.files[0])
        n_bytes = len(found.files) * prod(size) * 3
        if n_bytes > MOST_VALUES:
            raise DataError(
                "The images in {path} take {size}, more than {most}: choose a smaller side.",
                path=shown(found.files[0].parent.parent),
                size=byte_count(n_bytes),
                most=byte_count(MOST_VALUES),
            )
        images = np.empty((len(found.files), *size, 3), np.uint8)
        for i, image in enumerate(self._all(found.files, size)):
            images[i] = image
        return images

    def _size_of(self, file: Path) -> Size:
        own = self._decoded(file, None)[1]
        return own if max(own) <= KEPT else (USUAL_SIDE, USUAL_SIDE)

    def _all(self, files: list[Path], size: Size) -> Iterator[Pixels]:
        for file in files:
            if self._cancelled is not None and self._cancelled():
                raise Cancelled("The loading was cancelled.")
            image, own = self._decoded(file, size)
            self.scaled += own != size
            self.gray = self.gray and bool((image == image[..., :1]).all())
            yield image
            self._done += 1
            if self._progress is not None:
                self._progress(self._done, self._total)

    def _decoded(self, file: Path, size: Size | None) -> tuple[Pixels, Size]:
        if file_size(file) > MOST_FILE:
            raise FileError("The file {file} is too large for an image.", file=shown(file))
        with named(file):
            content = file.read_bytes()
        try:
            return self._decode(content, size)
        except ValueError as error:
            raise FileError(
                "The file {file} is no image, or damaged: {error}.", file=shown(file), error=error
            ) from error
