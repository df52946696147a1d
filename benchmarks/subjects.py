"""What is measured: data as large as MNIST, and the networks of the goals."""

import os

import numpy as np

from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.data import Dataset, load, make_split
from nnviz.data.places import DATA_VARIABLE

SMALL, LARGER, HUGE = (16, 16), (128, 64), (1000, 200)
"""The hidden layers of the networks that the goals name."""

INK = 0.19
"""The share of MNIST's pixels that are not black."""


def dataset() -> Dataset:
    """Return MNIST where $NNVIZ_DATA says it is, else random images of its size and sparsity."""
    return load("mnist") if os.environ.get(DATA_VARIABLE) else synthetic(60_000, 10_000)


def synthetic(n_train: int, n_test: int) -> Dataset:
    """Return random 28×28 images in ten classes."""
    random = np.random.default_rng(1)

    def part(n: int) -> tuple[np.ndarray, np.ndarray]:
        pixels = random.integers(1, 256, (n, 784), dtype=np.uint8)
        pixels[random.random((n, 784), dtype=np.float32) > INK] = 0
        return pixels, random.integers(0, 10, n)

    train, test = (
        make_split(pixels, labels=labels, n_classes=10, scale=255)
        for pixels, labels in (part(n_train), part(n_test))
    )
    names = tuple(str(digit) for digit in range(10))
    return Dataset("synthetic", "Random images", train, test, names, (28, 28), "drawn at random")


def network(hidden: tuple[int, ...], seed: int = 0) -> Parameters:
    """Return a fresh 784-…-10 network of sigmoids with squared error, as the window begins with."""
    return initialize(NetworkSpec.build(784, hidden, 10), seed=seed)
