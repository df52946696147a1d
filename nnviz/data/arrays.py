"""Arrays in an NPZ file: which are inputs, which labels, and what is for the test."""

import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.note import Note
from nnviz.data.npz import Arrays, read_npz
from nnviz.data.own import Raw, Understanding, assemble
from nnviz.data.places import absolute
from nnviz.data.reading import Asks, Flaw, Progress, file_size, named
from nnviz.data.reference import Options, check_options
from nnviz.errors import DataError
from nnviz.saying import Text

ENDING = ".npz"
OPTIONS = ("label", "task")

PARTS: dict[str, tuple[str, ...]] = {
    "x": ("x_train", "train_x", "train_images", "images_train", "train_data", "inputs_train"),
    "y": ("y_train", "train_y", "train_labels", "labels_train", "train_targets", "targets_train"),
    "x_test": ("x_test", "test_x", "test_images", "images_test", "test_data", "inputs_test"),
    "y_test": ("y_test", "test_y", "test_labels", "labels_test", "test_targets", "targets_test"),
}
"""What the arrays of files with a test part are called."""

WHOLE: dict[str, tuple[str, ...]] = {
    "x": ("x", "images", "inputs", "data", "features", "arr_0"),
    "y": ("y", "labels", "label", "targets", "target", "classes", "arr_1"),
}
"""What they are called without."""


def is_arrays(path: str | os.PathLike[str]) -> bool:
    """Say whether a file is called as NumPy's archives are."""
    return os.fspath(path).lower().endswith(ENDING)


def understand_arrays(
    place: str | os.PathLike[str],
    options: Options,
    progress: Progress | None = None,
    cancelled: Asks | None = None,
) -> Understanding:
    """Read a file of arrays.

    Parameters
    ----------
    place : str or path
        The file; it holds inputs and labels under names of `PARTS` or `WHOLE`, or two arrays at all.
    options : mapping of str to str
        ``label``, the array that is learned, and ``task``, classes or values.
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes of the arrays.
    cancelled : callable, optional
        Asked several times a second; when it returns True, reading ends.

    Raises
    ------
    FileError
        If the file cannot be read, is damaged, or holds pickled objects.
    DataError
        If inputs and labels cannot be found, or do not fit together.
    Cancelled
        If `cancelled` returned True.
    """
    path = absolute(place)
    check_options(options, OPTIONS, Text("What is read of {name}", name=path.name))
    size = file_size(path)
    with named(path), path.open("rb") as file:
        if size == 0:
            raise Flaw("is empty")
        arrays = read_npz(file, size, progress, cancelled)
    with_parts = all(any(name in arrays for name in names) for names in PARTS.values())
    raw, label, columns = _arranged(path, arrays, options, with_parts)
    dataset, task = assemble(path, raw, options)
    return Understanding(dataset, columns, label, task, notes=tuple(raw.notes))


# Which array is which


def _arranged(
    path: Path, arrays: Arrays, options: Options, with_parts: bool
) -> tuple[Raw, str, tuple[str, ...]]:
    if with_parts:
        roles = {role: next(n for n in names if n in arrays) for role, names in PARTS.items()}
        x, shape = _inputs(path, roles["x"], arrays)
        x_test, test_shape = _inputs(path, roles["x_test"], arrays)
        if shape != test_shape:
            raise DataError(
                "In {path}: {x} and {x_test} are of different shapes.",
                path=path,
                x=roles["x"],
                x_test=roles["x_test"],
            )
        test = x_test, _labels(path, roles["y_test"], arrays)
        y = _labels(path, roles["y"], arrays)
        return Raw(x, y, test, shape), roles["y"], ()
    label, inputs = _found(path, arrays, options)
    x, shape = _inputs(path, inputs, arrays)
    raw = Raw(x, _labels(path, label, arrays), None, shape)
    raw.notes.append(
        Note("{inputs!r} are the inputs, {label!r} is what is learned.", inputs=inputs, label=label)
    )
    return raw, label, tuple(arrays)


def _found(path: Path, arrays: Arrays, options: Options) -> tuple[str, str]:
    """Return the names of the labels and of the inputs."""
    label = options.get("label") or next((n for n in WHOLE["y"] if n in arrays), None)
    if label is None and len(arrays) == 2:
        label = min(arrays, key=lambda name: arrays[name].size)
    if label not in arrays:
        wish = Text("inputs and labels, such as x and y,") if label is None else repr(label[:60])
        raise DataError(
            "In {path} there is no array for {wish} but only {names}.",
            path=path,
            wish=wish,
            names=", ".join(arrays) or Text("nothing"),
        )
    others = [name for name in arrays if name != label and arrays[name].ndim >= 1]
    inputs = next((n for n in WHOLE["x"] if n in others), None)
    inputs = inputs or max(others, key=lambda name: arrays[name].size, default=None)
    if inputs is None:
        raise DataError("In {path} there is no array for the inputs beside {label}.", path=path, label=label)
    return label, inputs


def _inputs(path: Path, name: str, arrays: Arrays) -> tuple[NDArray[Any], tuple[int, ...] | None]:
    """Return inputs as a table, and the shape of an image."""
    array = arrays[name]
    if array.dtype.kind == "U" or array.ndim < 1 or array.size == 0:
        raise DataError(
            "In {path} the array {name!r} holds no inputs: {array}.",
            path=path,
            name=name,
            array=_described(array),
        )
    if array.ndim == 4 and array.shape[3] == 1:
        array = array[..., 0]
    if array.ndim == 4 and array.shape[3] != 3:
        raise DataError(
            "In {path} the array {name!r} holds no images in gray or color: {array}.",
            path=path,
            name=name,
            array=_described(array),
        )
    shape = array.shape[1:] if array.ndim > 2 else None
    table = array.reshape(len(array), -1)
    return (table if table.dtype == np.uint8 else _single(path, name, table)), shape


def _single(path: Path, name: str, table: NDArray[Any]) -> NDArray[np.float32]:
    with np.errstate(over="ignore"):
        single = table.astype(np.float32)
    if not np.isfinite(single).all():
        row, column = np.argwhere(~np.isfinite(single))[0]
        raise DataError(
            "In {path} the array {name!r} has in row {row:,}, column {column:,} (both counted "
            "from 0) {table}, and no finite number of ordinary size.",
            path=path,
            name=name,
            row=row,
            column=column,
            table=table[row, column],
        )
    return single


def _labels(path: Path, name: str, arrays: Arrays) -> NDArray[Any]:
    array = arrays[name]
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim not in (1, 2) or array.size == 0:
        raise DataError(
            "In {path} the array {name!r} holds no labels: {array}.",
            path=path,
            name=name,
            array=_described(array),
        )
    if array.ndim == 2 and array.dtype.kind != "U" and _is_one_hot(array):
        array = array.argmax(axis=1)
    if array.dtype.kind == "U":
        if array.ndim != 1:
            raise DataError(
                "In {path} the array {name!r} holds no labels: {array}.",
                path=path,
                name=name,
                array=_described(array),
            )
        return array
    return _single(path, name, array.reshape(len(array), -1)).reshape(array.shape).astype(np.float64)


def _is_one_hot(array: NDArray[Any]) -> bool:
    return bool(((array == 0) | (array == 1)).all() and (array.sum(axis=1) == 1).all())


def _described(array: NDArray[Any]) -> Text:
    return Text("its shape is {shape}, its type {name}", shape=array.shape, name=array.dtype.name)
