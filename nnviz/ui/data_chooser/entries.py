"""What can be chosen: data with a name, the user's own, and those used last."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from nnviz.data import cifar, curves, is_cifar, is_there, plane
from nnviz.data.places import DRAWINGS, MNIST
from nnviz.data.reference import split
from nnviz.wording import tr
from nnviz.wording.data import CIFAR, about_data, data_title, short_title

MOST_RECENT = 4
"""Of the data used last: with the two for the user's own they fill one line."""

TABLE, FOLDER = "table", "folder"

Action: TypeAlias = Literal["open", "fetch", "archive", "file", "folder", "draw"]
"""What is done when an entry is taken: open the data, download them first, or ask for a place."""


class Entry(NamedTuple):
    """One thing to be chosen.

    Attributes
    ----------
    key : str
        Its stable name.
    title, full, about : str
        What it is called where there is little room, and where there is much; and a sentence or two.
    reference : str
        What `nnviz.data.load` takes; "" where a place has to be asked for first.
    action : str
        What is done when it is taken.
    instead : str
        What is written in place of a picture that cannot be shown.
    """

    key: str
    title: str
    full: str
    about: str
    reference: str = ""
    action: Action = "open"
    instead: str = ""


class Group(NamedTuple):
    """Entries under one title."""

    title: str
    entries: tuple[Entry, ...]


def groups(recent: tuple[str, ...]) -> tuple[Group, ...]:
    """Return everything that can be chosen; `recent` are references used last, the newest first."""
    images = (_named("digits"), _named("digits8"), _mnist(), _cifar(recent), _drawings())
    points = tuple(_named(name) for name in plane.SHAPES)
    lines = tuple(_named(name) for name in (*curves.SHAPES, "chain"))
    named = {entry.reference for entry in (*images, *points, *lines)}
    others = tuple(name for name in recent if name not in named and is_there(name))
    return (
        Group(tr("Images"), images),
        Group(tr("Points in the plane"), points),
        Group(tr("Curves: values to be met"), lines),
        Group(tr("Your own, and used last"), (_table(), _folder(), *map(_used, others[:MOST_RECENT]))),
    )


def _named(name: str) -> Entry:
    return Entry(name, short_title(name), data_title(name), about_data(name), name)


def _used(reference: str) -> Entry:
    name = split(reference)[0].rpartition(".")[2].upper()
    return _named(reference)._replace(instead=name if len(name) <= len("SAFE") else "")


def _mnist() -> Entry:
    there = is_there(MNIST)
    return _named(MNIST)._replace(action="open" if there else "fetch", instead=tr("70,000 digits of 28×28"))


def _cifar(recent: tuple[str, ...]) -> Entry:
    used = (name for name in recent if is_cifar(name))
    place = next((name for name in used if is_there(name)), None) or str(cifar.find_cifar() or "")
    title = tr("CIFAR-10, 60,000 color photographs")
    words = " ".join(tr(name) for name in cifar.CLASSES)
    action: Action = "open" if place else "archive"
    return Entry(CIFAR, short_title(CIFAR), title, about_data(CIFAR), place, action, words)


def _drawings() -> Entry:
    there = is_there(DRAWINGS)
    return _named(DRAWINGS)._replace(action="open" if there else "draw", instead=tr("none is kept yet"))


def _table() -> Entry:
    about = tr(
        "CSV or TSV: a row for each example, one column to be learned. NPZ: NumPy arrays of inputs and"
        " labels. What was understood of it is shown before it is taken."
    )
    return Entry(TABLE, tr("Table…"), tr("Your own table or arrays"), about, "", "file", "CSV\nTSV\nNPZ")


def _folder() -> Entry:
    about = tr(
        "A folder that holds a folder of images for each class (PNG, JPEG, BMP), the four IDX files of a set"
        " like MNIST, or CIFAR-10."
    )
    title = tr("Your own folder")
    return Entry(FOLDER, tr("Folder…"), title, about, "", "folder", "PNG JPEG\nBMP\nIDX")
