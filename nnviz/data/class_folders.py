"""Which image files a folder holds, and of which classes; and what is no folder of classes at all."""

import os
from dataclasses import dataclass
from pathlib import Path

from nnviz.data.places import shown
from nnviz.data.reading import refused
from nnviz.errors import DataError

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp")
TRAIN, TEST = ("train", "training"), ("test", "testing", "val", "valid", "validation")

LOOKED_AT = 50
"""Folders in which images are looked for, to know what a folder is."""

LEAST_SHARE = 0.3
"""Of the files in a class's folder that are images; there may be notes beside each."""

MOST_IMAGES = 200_000


@dataclass(frozen=True)
class Found:
    """The image files of one part: paths, and the name of each one's class."""

    files: list[Path]
    labels: list[str]


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Say whether a folder has folders with images in it."""
    try:
        return any(_has_image(entry.path) for entry in _folders(os.fspath(path))[:LOOKED_AT])
    except OSError:
        return False


def _has_image(folder: str) -> bool:
    """Look one and two levels deep, at the first files only."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_image(entry.name):
                return True
            if entry.is_dir() and not entry.name.startswith("."):
                with os.scandir(entry.path) as inner:
                    return any(_is_image(file.name) for file in inner)
    return False


def _is_image(name: str) -> bool:
    return name.lower().endswith(ENDINGS) and not name.startswith(".")


def _folders(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    return sorted(found, key=lambda entry: entry.name)


def find(path: Path) -> tuple[Found, Found | None]:
    """Return the files for training, and for the test where there is a folder for them.

    Raises
    ------
    FileError
        If a folder cannot be read.
    DataError
        If there are no two classes, or it does not look like a folder of them.
    """
    try:
        return _parts(path)
    except OSError as error:
        raise refused(error.filename or path, error, "folder") from error


def _parts(path: Path) -> tuple[Found, Found | None]:
    folders = _folders(os.fspath(path))
    train = [entry for entry in folders if entry.name.lower() in TRAIN]
    test = [entry for entry in folders if entry.name.lower() in TEST]
    if len(train) == 1 and test:
        return _classes(Path(train[0].path)), _classes(Path(test[0].path))
    return _classes(path), None


def _classes(path: Path) -> Found:
    files, labels, strangers = [], [], 0
    for folder in _folders(os.fspath(path)):
        there = [name for name in os.listdir(folder.path) if not name.startswith(".")]
        images = sorted(filter(_is_image, there))
        strangers += LEAST_SHARE * len(there) > len(images)
        files += [Path(folder.path, name) for name in images]
        labels += [folder.name] * len(images)
    if len(set(labels)) < 2:
        raise DataError(
            "The folder {path} must hold a folder of images (PNG, JPEG, BMP) for each class, at "
            "least two; there are {n}.",
            path=shown(path),
            n=len(set(labels)),
        )
    if 2 * strangers >= len(_folders(os.fspath(path))):
        raise DataError(
            "The folder {path} does not look like one of images: {strangers:,} of the folders in "
            "it hold something else; put the folders of the classes into one of their own.",
            path=shown(path),
            strangers=strangers,
        )
    if len(files) > MOST_IMAGES:
        raise DataError(
            "The folder {path} has {n:,} images; at most {most_images:,} are read.",
            path=shown(path),
            n=len(files),
            most_images=MOST_IMAGES,
        )
    return Found(files, labels)
