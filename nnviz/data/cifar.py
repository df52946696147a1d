"""CIFAR-10 from its binary version: small color photographs of ten kinds, from a .tar.gz or a folder.

Six files of records: one byte for the class, then 32×32 bytes of red, of green, and of blue, each row by row
(Krizhevsky, *Learning Multiple Layers of Features from Tiny Images*, 2009).
The archive is read from its beginning to its end, and nothing of it is written to the disk.
"""

import os
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import WHITE
from nnviz.data.dataset import Dataset
from nnviz.data.places import DATA_VARIABLE, absolute, shown
from nnviz.data.reading import (
    CHUNK,
    Asks,
    Flaw,
    Progress,
    Reader,
    Unpacker,
    Watched,
    byte_count,
    file_size,
    named,
    shifted,
)
from nnviz.data.split import Split, make_split
from nnviz.data.tar import members
from nnviz.errors import DataError, FileError
from nnviz.saying import Text

TRAIN = tuple(f"data_batch_{i}.bin" for i in range(1, 6))
TEST = "test_batch.bin"

CLASSES = (
    *("airplane", "automobile", "bird", "cat", "deer"),
    *("dog", "frog", "horse", "ship", "truck"),
)

SHAPE = (32, 32, 3)
RECORD = 1 + 32 * 32 * 3

MOST_RECORDS = 50_000
"""Of one file; the published ones have 10,000."""

CREDIT = "CIFAR-10 by A. Krizhevsky"
ENDINGS = (".tar.gz", ".tgz", ".tar")

_PUBLISHED = re.compile(r"cifar[-_ ]?10(?!\d).*", re.IGNORECASE | re.DOTALL)
"""How the archives are called; CIFAR-100 is another set."""

_PICKLED = {name.removesuffix(".bin") for name in (*TRAIN, TEST)}

_Contents = dict[str, bytes]


def is_archive(path: str | os.PathLike[str]) -> bool:
    """Say whether a file is called as an archive is."""
    return os.fspath(path).lower().endswith(ENDINGS)


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Say whether a folder holds files of CIFAR-10, in either version."""
    return any(os.path.isfile(os.path.join(path, name)) for name in (*TRAIN, TEST, *_PICKLED))


def archive_in(folder: str | os.PathLike[str]) -> Path | None:
    """Return CIFAR-10's archive in a folder, the binary version before others; None without one."""
    try:
        names = sorted(os.listdir(folder), key=lambda name: ("binary" not in name.lower(), name))
    except (OSError, ValueError):  # ValueError: no file system takes such a name
        return None
    found = (Path(folder, name) for name in names if _PUBLISHED.fullmatch(name) and is_archive(name))
    return next((path for path in found if path.is_file()), None)


def load_cifar(
    place: str | os.PathLike[str], progress: Progress | None = None, cancelled: Asks | None = None
) -> Dataset:
    """Load CIFAR-10's binary version.

    Parameters
    ----------
    place : str or path
        The archive as it is published, the folder of its six files, or a folder that the archive lies in.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes as they lie on the disk.
    cancelled : callable, optional
        Asked several times a second; when it returns True, loading ends.

    Returns
    -------
    Dataset
        Images of shape (32, 32, 3), values from 0 to 1.

    Raises
    ------
    FileError
        If a file is missing, cannot be read or is damaged, or it is the version for Python, which is pickled.
    DataError
        If the images do not fit into memory.
    Cancelled
        If `cancelled` returned True.
    """
    path = _found_at(place)
    if os.path.isdir(path):
        contents = _read_folder(path, progress, cancelled)
    else:
        contents = _read_archive(path, progress, cancelled)
    try:
        train = _split([contents.pop(name) for name in TRAIN])
        test = _split([contents.pop(TEST)])
    except MemoryError as error:
        raise DataError(
            "The images in {path} do not fit into this computer's memory.", path=shown(path)
        ) from error
    title = f"CIFAR-10, {len(train):,} + {len(test):,} images"
    return Dataset("cifar10", title, train, test, CLASSES, SHAPE, f"{CREDIT}; {path}", reference=str(path))


def find_cifar() -> Path | None:
    """Return the archive, or the folder of its files, in the folder of data sets; None without one."""
    data = os.environ.get(DATA_VARIABLE)
    place = absolute(data) / "cifar10" if data else None
    if place is None or not place.is_dir():
        return None
    if is_folder(place):
        return place
    return next((path for path in sorted(place.iterdir()) if is_archive(path) or is_folder(path)), None)


def first_images(place: str | os.PathLike[str], n: int, cancelled: Asks | None = None) -> NDArray[np.uint8]:
    """Return the first images, at most n, without reading on; shape (≤ n, 32, 32, 3).

    Raises what `load_cifar` does.
    """
    path = _found_at(place)
    if os.path.isdir(path):
        path = path / TRAIN[0]
    size = file_size(path)
    with named(path), path.open("rb") as file:
        watched = Watched(file, size, None, cancelled)
        if path.name == TRAIN[0]:
            return _images(_records(watched, min(n * RECORD, size), ""))
        for member in members(Unpacker(watched) if watched.is_packed() else watched):
            if member.name.rpartition("/")[2] in TRAIN:
                return _images(_records(member, min(n * RECORD, member.size), ""))
        raise Flaw("is not CIFAR-10's binary version")


def _found_at(place: str | os.PathLike[str]) -> Path:
    """Return where the data are: the archive itself for a folder that it lies in."""
    path = absolute(place)
    return path if is_folder(path) else archive_in(path) or path


def _read_folder(folder: Path, progress: Progress | None, cancelled: Asks | None) -> _Contents:
    _check_complete({name for name in (*TRAIN, TEST, *_PICKLED) if os.path.exists(folder / name)}, folder)
    names = (*TRAIN, TEST)
    sizes = {name: file_size(folder / name) for name in names}
    contents: _Contents = {}
    before, total = 0, sum(sizes.values())
    for name in names:
        path = folder / name
        with named(path), path.open("rb") as file:
            watched = Watched(file, sizes[name], shifted(progress, before, total), cancelled)
            contents[name] = _records(watched, sizes[name], "")
        before += sizes[name]
    return contents


def _read_archive(path: Path, progress: Progress | None, cancelled: Asks | None) -> _Contents:
    size = file_size(path)
    contents: _Contents = {}
    with named(path), path.open("rb") as file:
        if size == 0:
            raise Flaw("is empty")
        watched = Watched(file, size, progress, cancelled)
        reader: Reader = Unpacker(watched) if watched.is_packed() else watched
        for member in members(reader):
            base = member.name.rpartition("/")[2]
            if base in _PICKLED:
                raise _pickled(path)
            if base in (*TRAIN, TEST) and base not in contents:
                contents[base] = _records(member, member.size, Text(" in its {name}", name=base))
    _check_complete(set(contents), path)
    return contents


def _check_complete(names: set[str], place: Path) -> None:
    missing = [name for name in (*TRAIN, TEST) if name not in names]
    if missing and names & _PICKLED:
        raise _pickled(place)
    if missing:
        raise FileError(
            "{place} is not CIFAR-10's binary version: it lacks {names}.",
            place=shown(place),
            names=", ".join(missing),
        )


def _pickled(place: Path) -> FileError:
    return FileError(
        "{path} is CIFAR-10's version for Python, which is pickled: opening it could run any program "
        "hidden in it, so get the binary version, cifar-10-binary.tar.gz.",
        path=shown(place),
    )


def _records(reader: Reader, size: int, where: Text | str) -> bytes:
    """Read a file of records; memory is taken for bytes that have arrived."""
    if size == 0 or size % RECORD or size > MOST_RECORDS * RECORD:
        raise Flaw(
            "holds no images of CIFAR-10{where}: there are {size}, and not 1 to {most_records:,} "
            "images of {record:,} bytes",
            where=where,
            size=byte_count(size),
            most_records=MOST_RECORDS,
            record=RECORD,
        )
    data = bytearray()
    while len(data) < size and (more := reader.read(min(CHUNK, size - len(data)))):
        data += more
    if len(data) < size:
        raise Flaw(
            "is cut short{where}: after {done} of {size:,}",
            where=where,
            done=byte_count(len(data)),
            size=size,
        )
    labels = data[::RECORD]
    if max(labels) >= len(CLASSES):
        i = next(i for i, label in enumerate(labels) if label >= len(CLASSES))
        what = Text("image {i:,} is of class {label}", i=i, label=labels[i])
        raise Flaw("is no CIFAR-10, or damaged{where}: {what}, and not 0 to 9", where=where, what=what)
    return bytes(data)


def _split(files: list[bytes]) -> Split:
    images = np.concatenate([_images(data) for data in files])
    labels = np.concatenate([np.frombuffer(data, np.uint8)[::RECORD] for data in files])
    return make_split(images.reshape(len(images), -1), labels=labels, n_classes=len(CLASSES), scale=WHITE)


def _images(records: bytes) -> NDArray[np.uint8]:
    """Return the images of records as they are shown: rows, columns, channels."""
    rows, columns, channels = SHAPE
    planes = np.frombuffer(records, np.uint8).reshape(-1, RECORD)[:, 1:]
    return planes.reshape(-1, channels, rows, columns).transpose(0, 2, 3, 1)
