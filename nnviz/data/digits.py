"""The digits that come with the program: 1,797 of them, by 13 people, in two sizes.

Where they come from is written in resources/README.md; tools/make_digits.py made the file.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset
from nnviz.data.split import Split, make_split
from nnviz.resources import resource

CLASSES = tuple("0123456789")
TITLE_28 = "Handwritten digits, 28×28"
TITLE_8 = "Handwritten digits, 8×8"


@cache
def load_digits28() -> Dataset:
    """Return the digits as 28×28 images prepared as MNIST's are: 1,500 to train on and 297 to test."""
    return _load("digits", TITLE_28, 28, white=255)


@cache
def load_digits8() -> Dataset:
    """Return the digits as the 8×8 images they were published as: 1,500 to train on and 297 to test."""
    return _load("digits8", TITLE_8, 8, white=16)


def _load(name: str, title: str, side: int, white: int) -> Dataset:
    with np.load(resource("digits.npz")) as file:
        train, test = (_part(file, part, side, white) for part in ("train", "test"))
        return Dataset(name, title, train, test, CLASSES, (side, side), str(file["source"]))


def _part(file: Mapping[str, NDArray[Any]], part: str, side: int, white: int) -> Split:
    images = file[f"images_{part}_{side}"]
    pixels = images.reshape(len(images), -1)
    return make_split(pixels, labels=file[f"labels_{part}"], n_classes=len(CLASSES), scale=white)
