"""A few examples of a data set: enough for a small picture of what is in it, and soon there."""

import os
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import IntArray, numbers_of
from nnviz.data import SOURCES, cifar, class_folders, folder, is_cifar, is_own, load, mnist, plane, understand
from nnviz.data.dataset import Dataset
from nnviz.data.drawings import FEWEST, pictures, read_drawings
from nnviz.data.facts import Facts
from nnviz.data.folder import Decode
from nnviz.data.parting import part
from nnviz.data.places import DRAWINGS, MNIST, drawings_file, find_mnist
from nnviz.data.prepare import SIDE
from nnviz.data.reading import Asks
from nnviz.data.reference import split

Images: TypeAlias = NDArray[np.float32]

MOST_IMAGES, MOST_POINTS = 24, 400

MOST_BYTES = 2**22
"""A larger table is not read only to be looked at."""


DIGITS = Facts(784, 10, tuple("0123456789"), (28, 28))
"""What is known of every set of digits like MNIST's, whatever their number."""

MNIST_FACTS = DIGITS._replace(n_train=60_000, n_test=10_000)
"""What is known of MNIST before it is there."""

CIFAR_FACTS = Facts(32 * 32 * 3, 10, cifar.CLASSES, cifar.SHAPE)
"""What is known of CIFAR-10."""


@dataclass(frozen=True, eq=False)
class Sample:
    """What a small picture shows.

    Attributes
    ----------
    images : float32 array, shape (n, rows, columns) or (n, rows, columns, 3), or None
        Some images, from 0 to 1.
    points : array, shape (n, 2), or None
        Points: two inputs of each example, or its one input and the value to be met.
    labels : int array, shape (n,), or None
        The class of each.
    one_scale : bool
        Whether the points lie in a plane, where both directions have the same scale.
    facts : Facts or None
        How large the whole is, as far as it is known.
    """

    images: Images | None = None
    points: NDArray[np.float64] | None = None
    labels: IntArray | None = None
    one_scale: bool = False
    facts: Facts | None = None


def sample_of(data: Dataset) -> Sample:
    """Return the first images, or points, of a data set's training part."""
    train, facts = data.train, Facts.of(data)
    if data.image_shape is not None:
        images = train.each[:MOST_IMAGES].reshape(-1, *data.image_shape)
        return Sample(images, labels=_first(train.labels, MOST_IMAGES), facts=facts)
    recipe = plane.recipe(data.reference)
    if recipe is not None:  # the points themselves, whatever the network is given of them
        points, labels = recipe.points()
        rows = recipe.parts()[0][:MOST_POINTS]
        return Sample(points=points[rows], labels=labels[rows], one_scale=True, facts=facts)
    second = train.x[:, 1] if data.n_inputs > 1 else train.targets[:, 0]
    points = np.stack([train.x[:, 0], second], axis=1)[:MOST_POINTS].astype(np.float64)
    return Sample(points=points, labels=_first(train.labels, MOST_POINTS), facts=facts)


def _first(labels: IntArray | None, n: int) -> IntArray | None:
    return None if labels is None else labels[:n]


def is_quick(reference: str) -> bool:
    """Say whether `quick_sample` takes no time worth speaking of: for what comes with the program."""
    return split(reference)[0] in SOURCES


def quick_sample(
    reference: str, cancelled: Asks | None = None, decode: Decode | None = None
) -> Sample | None:
    """Return a sample without reading more of a file or folder than it takes.

    Parameters
    ----------
    reference : str
        What `nnviz.data.load` takes.
    cancelled : callable, optional
        Asked now and then; when it returns True, reading ends.
    decode : callable, optional
        How a picture file is decoded; without it, a folder of images has no sample.

    Returns
    -------
    Sample or None
        None where it would take too long.

    Raises
    ------
    FileError, DataError
        If it cannot be read.
    Cancelled
        If `cancelled` returned True.
    """
    place, _ = split(reference)
    if place in SOURCES:
        return sample_of(load(reference))
    if place == DRAWINGS:
        return _drawn()
    if place == MNIST:
        return _of_bytes(mnist.first_images(find_mnist(), MOST_IMAGES, cancelled), MNIST_FACTS)
    if is_cifar(place):
        return _of_bytes(cifar.first_images(place, MOST_IMAGES, cancelled), CIFAR_FACTS)
    if class_folders.is_folder(place):
        return None if decode is None else _of_bytes(folder.first_images(place, MOST_IMAGES, decode))
    if is_own(place):
        few = os.path.getsize(place) <= MOST_BYTES
        return sample_of(understand(reference, cancelled=cancelled).dataset) if few else None
    return _of_bytes(mnist.first_images(place, MOST_IMAGES, cancelled))


def _drawn() -> Sample | None:
    drawings = read_drawings(drawings_file())
    if not drawings:
        return None
    images = pictures(drawings[-MOST_IMAGES:], (SIDE, SIDE)).reshape(-1, SIDE, SIDE)
    if len(drawings) < FEWEST:
        return Sample(images, facts=DIGITS)
    train, test = part(len(drawings))
    return Sample(images, facts=DIGITS._replace(n_train=len(train), n_test=len(test)))


def _of_bytes(images: NDArray[np.uint8], facts: Facts | None = None) -> Sample:
    return Sample(numbers_of(images), facts=facts)
