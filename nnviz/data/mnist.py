"""Images and their classes from four IDX files in one folder: MNIST, Fashion-MNIST, EMNIST and their like."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import WHITE
from nnviz.data.dataset import Dataset, PartName
from nnviz.data.idx import read_idx
from nnviz.data.places import MNIST, absolute, find_mnist, shown
from nnviz.data.reading import Asks, Progress, file_size, refused, shifted
from nnviz.data.split import Split, make_split
from nnviz.errors import DataError, FileError
from nnviz.saying import Text, both, filled

Kind: TypeAlias = Literal["images", "labels"]
Role: TypeAlias = tuple[PartName, Kind]
Bytes: TypeAlias = NDArray[np.uint8]

ROLES: dict[Role, str] = {
    ("train", "images"): "train-images-idx3-ubyte",
    ("train", "labels"): "train-labels-idx1-ubyte",
    ("test", "images"): "t10k-images-idx3-ubyte",
    ("test", "labels"): "t10k-labels-idx1-ubyte",
}

FEWEST_CLASSES = 10

CREDIT = "MNIST by Y. LeCun, C. Cortes and C. J. C. Burges"

# EMNIST's files have its own name in front, and say "test".
_NAME = re.compile(
    r"(?P<set>|[^.].*)(?P<part>train|t10k|test)-(?P<kind>images|labels)[-.]idx[13]-ubyte(\.gz)?",
    re.IGNORECASE,
)


class _Words(NamedTuple):
    """How to speak of a data set."""

    name: str
    label: str
    source: str
    reference: str


def load_folder(
    folder: str | os.PathLike[str], progress: Progress | None = None, cancelled: Asks | None = None
) -> Dataset:
    """Load the images in a folder that is laid out as MNIST is.

    Parameters
    ----------
    folder : str or path
        It holds ``train-images-idx3-ubyte``, ``train-labels-idx1-ubyte``, ``t10k-images-idx3-ubyte`` and
        ``t10k-labels-idx1-ubyte``; a dot in place of the dash before ``idx``, ``.gz`` behind, and EMNIST's
        way of putting a name in front are understood as well.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes of all four files as they lie on the disk.
    cancelled : callable, optional
        Asked several times a second; when it returns True, loading ends.

    Returns
    -------
    Dataset
        Named after the folder, which is also its reference; pixels from 0 to 1, and as many classes as the
        training part has, but at least ten.

    Raises
    ------
    FileError
        If a file is missing, cannot be read, or is damaged.
    DataError
        If the files do not agree with one another.
    Cancelled
        If `cancelled` returned True.
    """
    path = absolute(folder)
    name = path.name or str(path)
    return _load(path, _Words(name, name, f"IDX files in {path}", str(path)), progress, cancelled)


def load_mnist(progress: Progress | None = None, cancelled: Asks | None = None) -> Dataset:
    """Load MNIST from the first of its places that exists; otherwise as `load_folder`."""
    path = find_mnist()
    return _load(path, _Words(MNIST, "MNIST", f"{CREDIT}; IDX files in {path}", MNIST), progress, cancelled)


def is_one_of_four(path: str | os.PathLike[str]) -> bool:
    """Say whether a file is called as one of the four that belong together."""
    return bool(_NAME.fullmatch(os.path.basename(path))) and os.path.isfile(path)


def holds_idx(folder: str | os.PathLike[str]) -> bool:
    """Say whether a folder holds a file that is called as one of the four."""
    try:
        return any(map(_NAME.fullmatch, os.listdir(folder)))
    except (OSError, ValueError):  # ValueError: no file system takes such a name
        return False


def find_files(folder: str | os.PathLike[str]) -> dict[Role, Path]:
    """Return the four files of a folder, a plain one before a packed one.

    Raises
    ------
    FileError
        If the folder cannot be read, a file is missing, or it holds several data sets.
    """
    path = Path(folder)
    sets: dict[str, dict[Role, Path]] = {}
    for name in sorted(_names(path), key=lambda name: (os.path.isdir(path / name), name)):
        if match := _NAME.fullmatch(name):
            sets.setdefault(match["set"], {}).setdefault(_role(match), path / name)
    if len(sets) > 1 and "" not in sets:
        names = ", ".join(sorted(name.rstrip("-") for name in sets))
        raise FileError(
            "The folder {path} holds several data sets ({names}): give each its own folder.",
            path=shown(path),
            names=names,
        )
    if not sets:
        raise FileError(
            "The folder {path} holds no data that are known here: neither IDX files ({name} …), nor those of"
            " CIFAR-10, nor a folder of images for each class.",
            path=shown(path),
            name=ROLES["train", "images"],
        )
    files = sets.get("") or next(iter(sets.values()), {})
    missing = [name for role, name in ROLES.items() if role not in files]
    if missing:
        raise FileError(
            "The folder {path} lacks {missing} (with or without .gz).",
            path=shown(path),
            missing=both(missing),
        )
    return files


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except NotADirectoryError as error:
        if is_one_of_four(folder):
            raise FileError(
                "{folder} is a file; give the folder that holds all four IDX files.", folder=shown(folder)
            ) from error
        raise FileError(
            "{folder} is no file of data that is known here: CSV, NPZ and CIFAR-10's .tar.gz are, and folders"
            " of four IDX files or of images.",
            folder=shown(folder),
        ) from error
    except (OSError, ValueError) as error:
        raise refused(folder, error, "folder") from error


def _role(match: re.Match[str]) -> Role:
    part: PartName = "train" if match["part"].lower() == "train" else "test"
    return part, "images" if match["kind"].lower() == "images" else "labels"


def first_images(folder: str | os.PathLike[str], n: int, cancelled: Asks | None = None) -> Bytes:
    """Return the first n images of the test part, the smaller one; raises what `load_folder` does."""
    path = find_files(folder)["test", "images"]
    return _checked(read_idx(path, cancelled=cancelled), ("test", "images"), path)[:n]


def _load(folder: Path, words: _Words, progress: Progress | None, cancelled: Asks | None) -> Dataset:
    files = find_files(folder)
    arrays = _read_all(files, progress, cancelled)
    _check(arrays, files)
    shape = arrays["train", "images"].shape[1:]
    n_classes = max(FEWEST_CLASSES, int(arrays["train", "labels"].max()) + 1)
    try:
        train, test = (_split(arrays, part, n_classes) for part in ("train", "test"))
    except MemoryError as error:
        raise DataError(
            "The images in {folder} do not fit into this computer's memory.", folder=shown(folder)
        ) from error
    title = f"{words.label}, {len(train):,} + {len(test):,} images"
    classes = tuple(str(i) for i in range(n_classes))
    return Dataset(words.name, title, train, test, classes, shape, words.source, reference=words.reference)


def _read_all(
    files: Mapping[Role, Path], progress: Progress | None, cancelled: Asks | None
) -> dict[Role, Bytes]:
    sizes = {role: file_size(path) for role, path in files.items()}
    total, before = sum(sizes.values()), 0
    arrays = {}
    for role in ROLES:
        watch = shifted(progress, before, total)
        arrays[role] = _checked(read_idx(files[role], watch, cancelled), role, files[role])
        before += sizes[role]
    return arrays


def _checked(array: NDArray[np.generic], role: Role, path: Path) -> Bytes:
    images = role[1] == "images"
    n_dimensions, layout = (3, "number × rows × columns") if images else (1, "one list")
    if array.ndim != n_dimensions or array.dtype != np.uint8:
        shape = " × ".join(filled("{n:,}", {"n": size}) for size in array.shape)
        raise DataError(
            "The file {path} does not hold {role}, which are {layout} of unsigned bytes, but "
            "{shape} values of the type {name}.",
            path=shown(path),
            role=Text("images" if images else "labels"),
            layout=Text(layout),
            shape=shape,
            name=array.dtype.name,
        )
    return array.astype(np.uint8, copy=False)


def _check(arrays: Mapping[Role, Bytes], files: Mapping[Role, Path]) -> None:
    for part in ("train", "test"):
        _check_counts(arrays, files, part)
    _check_sizes(arrays, files)
    _check_labels(arrays, files)


def _check_counts(arrays: Mapping[Role, Bytes], files: Mapping[Role, Path], part: PartName) -> None:
    n_images, n_labels = len(arrays[part, "images"]), len(arrays[part, "labels"])
    if n_images != n_labels:
        raise DataError(
            "The file {files} has {n_labels:,} labels, but {name} has {n_images:,} images.",
            files=shown(files[part, "labels"]),
            n_labels=n_labels,
            name=files[part, "images"].name,
            n_images=n_images,
        )


def _check_sizes(arrays: Mapping[Role, Bytes], files: Mapping[Role, Path]) -> None:
    train, test = (arrays[part, "images"].shape[1:] for part in ("train", "test"))
    if train != test:
        raise DataError(
            "The images in {path} have {rows:,} × {columns:,} pixels, but those in {name} have "
            "{train_rows:,} × {train_columns:,}.",
            path=shown(files["test", "images"]),
            rows=test[0],
            columns=test[1],
            name=files["train", "images"].name,
            train_rows=train[0],
            train_columns=train[1],
        )


def _check_labels(arrays: Mapping[Role, Bytes], files: Mapping[Role, Path]) -> None:
    # A class beyond those of the training cannot be learned: the label is wrong, or the file another set's.
    test = arrays["test", "labels"]
    top = max(FEWEST_CLASSES - 1, int(arrays["train", "labels"].max()))
    if test.max() > top:
        i = int(np.argmax(test > top))
        raise DataError(
            "The label of example {i} in {files} is {test}, but the classes in {name} are 0 to {top}.",
            i=i,
            files=shown(files["test", "labels"]),
            test=test[i],
            name=files["train", "labels"].name,
            top=top,
        )


def _split(arrays: dict[Role, Bytes], part: PartName, n_classes: int) -> Split:
    """Build one part and let go of its bytes, which otherwise stay beside the other part's numbers."""
    images, labels = arrays.pop((part, "images")), arrays.pop((part, "labels"))
    pixels = images.reshape(len(images), -1)
    return make_split(pixels, labels=labels, n_classes=n_classes, scale=WHITE)
