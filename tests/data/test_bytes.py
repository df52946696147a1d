"""A split keeps an image's bytes as bytes, and gives the same numbers as if it had kept those."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data.dataset import Dataset
from nnviz.data.split import PIECE, Split, make_split
from nnviz.data.spoiled import noise_images
from nnviz.data.subset import gathered, restricted

BYTES = np.arange(256, dtype=np.uint8).reshape(64, 4)


def split_of(x, scale=255):
    return make_split(x, labels=np.arange(len(x)) % 3, n_classes=3, scale=scale)


def dataset_of(train, test):
    return Dataset("toy", "Toy", train, test, ("a", "b", "c"), (2, 2), "made up")


def test_bytes_stay_bytes_and_the_bias_has_255():
    stored = split_of(BYTES).stored
    assert stored.dtype == np.uint8
    np.testing.assert_array_equal(stored[:, :-1], BYTES)
    assert (stored[:, -1] == 255).all()
    assert stored.flags.c_contiguous
    assert not stored.flags.writeable


def test_its_numbers_are_255ths_to_the_last_bit():
    of_bytes, of_numbers = split_of(BYTES), split_of(BYTES.astype(np.float32))
    assert of_numbers.stored.dtype == np.float32
    np.testing.assert_array_equal(of_bytes.inputs, of_numbers.inputs)
    np.testing.assert_array_equal(of_bytes.x, of_numbers.x)
    rows = np.array([5, 0, 5])
    for some in (rows, slice(3), slice(None), 7):
        np.testing.assert_array_equal(of_bytes.each[some], of_numbers.x[some])
        np.testing.assert_array_equal(of_numbers.each[some], of_numbers.x[some])
    assert len(of_bytes.each) == len(of_numbers.each) == 64
    np.testing.assert_array_equal(of_bytes.example(63)[0], of_numbers.example(63)[0])
    assert of_bytes.inputs.dtype == of_bytes.each[rows].dtype == np.float32


@pytest.mark.parametrize("scale", [1, 16, 254])
def test_bytes_that_are_no_255ths_become_numbers(scale):
    split = split_of(BYTES, scale)
    assert split.stored.dtype == np.float32
    np.testing.assert_array_equal(split.x, BYTES / np.float32(scale))


@pytest.mark.parametrize("kept", [BYTES, BYTES / np.float32(255)])
def test_the_numbers_are_read_only(kept):
    split = split_of(kept, 255 if kept.dtype == np.uint8 else 1)
    for numbers in (split.inputs, split.x, split.each[:3], split.each[0]):
        with pytest.raises(ValueError, match="read-only"):
            numbers[0] = 1


def test_the_hash_is_the_one_that_files_hold(digits):
    """Files of earlier versions hold it, when images were kept as numbers."""
    assert digits.content_hash.startswith("3dc6d0a8")


def test_equal_numbers_have_equal_hashes_however_they_are_kept():
    many = np.resize(BYTES, (PIECE + 10, 4))
    of_bytes, of_numbers = (dataset_of(split_of(x), split_of(x[:9])) for x in (many, many / np.float32(255)))
    assert of_bytes.content_hash != replace(of_bytes, train=split_of(many[1:])).content_hash
    numbers = Split(of_bytes.train.inputs, of_bytes.train.targets, of_bytes.train.labels)
    assert of_bytes.content_hash == replace(of_bytes, train=numbers).content_hash
    assert of_numbers.train.n_inputs == of_bytes.train.n_inputs == 4


def test_examples_of_both_parts_come_together_also_where_one_is_noise():
    data = dataset_of(split_of(BYTES), split_of(BYTES[::-1].copy()))
    chosen = (("test", 0), ("train", 3), ("test", 63))
    assert restricted(data, chosen, "some").train.stored.dtype == np.uint8
    of_one = dataset_of(data.train, split_of(BYTES.astype(np.float32)))
    assert restricted(of_one, (("train", 1), ("train", 0)), "some").train.stored.dtype == np.uint8
    noisy = noise_images(data, 1)
    x, y = gathered(noisy, chosen)
    np.testing.assert_array_equal(x, [data.test.x[0], noisy.train.x[3], data.test.x[63]])
    np.testing.assert_array_equal(y, [data.test.targets[0], data.train.targets[3], data.test.targets[63]])
