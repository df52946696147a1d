import gzip
import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.digits import load_digits8, load_digits28
from nnviz.data.prepare import to_mnist_style

MNIST = Path(os.environ.get("NNVIZ_DATA", "")) / "mnist" / "train-images-idx3-ubyte.gz"

BOTH = pytest.mark.parametrize(("load", "side"), [(load_digits28, 28), (load_digits8, 8)])


def all_images(data, side):
    x = np.concatenate([data.train.x, data.test.x])
    return x.reshape(-1, side, side)


@BOTH
def test_shapes(load, side):
    data = load()
    assert (len(data.train), len(data.test)) == (1500, 297)
    assert (data.n_inputs, data.n_outputs) == (side * side, 10)
    assert data.image_shape == (side, side)
    assert data.classes == tuple("0123456789")
    assert data.input_name(side + 2) == "pixel row 1, column 2"


@BOTH
def test_numbers(load, side):
    for part in (load().train, load().test):
        assert part.inputs.dtype == np.float32
        assert (part.inputs[:, -1] == 1).all()
        assert (part.x.min(), part.x.max()) == (0, 1)
        assert (part.targets.argmax(axis=1) == part.labels).all()


@BOTH
def test_credit_is_given(load, side):
    assert "Alpaydin" in load().source
    assert "CC BY 4.0" in load().source


@BOTH
def test_is_loaded_once_and_fast(load, side):
    load.cache_clear()
    start = time.process_time()
    data = load()
    assert time.process_time() - start < 0.25  # 0.02 s; the rest is for a busy machine
    assert load() is data


def test_hashes_are_known():
    assert load_digits28().content_hash == "3dc6d0a8d8e19e16d2e055c67c8ae3ae59636be398092e5370a8ec5271aba875"
    assert load_digits8().content_hash == "deac054edf35d5e4e34b49f7a49e10d2aeb10c1f88bd153d27e524b3a0810d4b"


def test_both_sizes_show_the_same_digits_in_the_same_order():
    for part in ("train", "test"):
        a, b = load_digits28().split(part), load_digits8().split(part)
        np.testing.assert_array_equal(a.labels, b.labels)
    assert load_digits28().train.labels[:10].tolist() == [7, 0, 4, 2, 4, 5, 8, 8, 4, 9]


@pytest.mark.parametrize("part", ["train", "test"])
def test_every_digit_has_its_share(part):
    labels = load_digits28().split(part).labels
    shares = np.bincount(labels, minlength=10) / len(labels)
    assert shares == pytest.approx(np.full(10, 0.1), abs=0.005)


def test_no_digit_is_in_both_parts():
    rows = {part: {row.tobytes() for row in load_digits8().split(part).x} for part in ("train", "test")}
    assert not rows["train"] & rows["test"]


def test_the_28s_are_the_8s_prepared():
    eights, prepared = all_images(load_digits8(), 8), all_images(load_digits28(), 28)
    for i in range(20):
        again = to_mnist_style(eights[i], stroke=0.72) / 255
        assert np.abs(again - prepared[i]).max() < 0.02  # SciPy's versions may round differently


def test_every_digit_fits_the_box():
    images = all_images(load_digits28(), 28) > 0
    extents = np.array([[np.ptp(np.flatnonzero(image.any(axis))) + 1 for axis in (1, 0)] for image in images])
    assert extents.max() == 20
    assert (extents.max(axis=1) == 20).mean() > 0.99


def test_every_digit_is_centered_by_mass():
    images = all_images(load_digits28(), 28)
    for axis in (1, 2):
        profile = images.sum(axis=3 - axis)
        centers = profile @ np.arange(28) / profile.sum(axis=1)
        assert centers.min() > 13.49
        assert centers.max() < 14.51


def test_the_nearest_neighbor_in_the_training_part_knows_the_digit():
    train, test = load_digits28().train, load_digits28().test
    nearest = (test.x @ train.x.T - (train.x**2).sum(axis=1) / 2).argmax(axis=1)
    assert (train.labels[nearest] == test.labels).mean() > 0.95


def test_scikit_learn_is_not_needed():
    assert load_digits28()
    source = sys.modules["nnviz.data.digits"].__file__
    assert "sklearn" not in Path(source).read_text(encoding="utf-8")


@pytest.mark.skipif(not MNIST.is_file(), reason="needs MNIST in $NNVIZ_DATA/mnist")
@pytest.mark.parametrize(
    ("statistic", "tolerance"),
    [
        (lambda x: (x == 0).mean(), 0.01),
        (lambda x: (x > 250).mean(), 0.01),
        (lambda x: (x >= 128).mean(), 0.01),
        (lambda x: x.mean(), 2),
        (lambda x: x[x > 0].mean(), 6),
        (
            lambda x: (x >= 128).sum() / (np.diff(x >= 128, axis=1).sum() + np.diff(x >= 128, axis=2).sum()),
            0.12,
        ),
    ],
    ids=["black", "white", "ink", "mean", "mean of ink", "stroke thickness"],
)
def test_looks_like_mnist(statistic, tolerance):
    with gzip.open(MNIST) as file:
        mnist = np.frombuffer(file.read(16 + 5000 * 784), np.uint8, offset=16).reshape(-1, 28, 28)
    ours = np.rint(all_images(load_digits28(), 28) * 255)
    assert statistic(ours) == pytest.approx(statistic(mnist), abs=tolerance)
