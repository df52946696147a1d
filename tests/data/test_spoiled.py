from dataclasses import replace

import numpy as np
import pytest
from samples import tiny_dataset

from nnviz.data.spoiled import first, noise_images, random_labels
from nnviz.errors import DataError


class TestFirst:
    def test_keeps_the_first_training_examples_and_the_whole_test_set(self, digits):
        few = first(digits, 100)
        np.testing.assert_array_equal(few.train.inputs, digits.train.inputs[:100])
        np.testing.assert_array_equal(few.train.labels, digits.train.labels[:100])
        assert few.test is digits.test
        assert "the first 100 training examples" in few.source
        assert "100 of them" in few.title

    def test_takes_no_memory(self, digits):
        assert np.shares_memory(first(digits, 100).train.stored, digits.train.stored)

    @pytest.mark.parametrize("n", [0, -1, 1501])
    def test_there_must_be_so_many(self, digits, n):
        with pytest.raises(DataError, match=f"a whole number from 1 to 1,500, not {n:,}"):
            first(digits, n)


class TestRandomLabels:
    def test_are_right_as_often_as_chance_has_it(self, digits):
        spoiled = random_labels(digits, 1)
        right = (spoiled.train.labels == digits.train.labels).mean()
        assert right == pytest.approx(0.1, abs=0.03)
        np.testing.assert_array_equal(spoiled.train.targets.argmax(axis=1), spoiled.train.labels)
        np.testing.assert_array_equal(spoiled.train.targets.sum(axis=1), 1)
        np.testing.assert_array_equal(np.unique(spoiled.train.labels), np.arange(10))

    def test_leave_images_and_test_set_alone(self, digits):
        spoiled = random_labels(digits, 1)
        assert spoiled.train.stored is digits.train.stored
        assert spoiled.test is digits.test
        assert "labels drawn at random with seed 1" in spoiled.source
        assert not spoiled.train.labels.flags.writeable
        assert not spoiled.train.targets.flags.writeable

    def test_are_decided_by_the_seed(self, digits):
        one, again, other = (random_labels(digits, seed).train.labels for seed in (1, 1, 2))
        np.testing.assert_array_equal(one, again)
        assert (one != other).any()

    def test_need_classes(self):
        with pytest.raises(DataError, match="random labels need data with classes"):
            random_labels(tiny_dataset(classes=False), 0)


class TestNoise:
    def test_has_mean_and_spread_of_the_images(self, digits):
        noise = noise_images(digits, 1).train.x
        for statistic in (np.mean, np.std):
            difference = np.abs(statistic(noise, axis=0) - statistic(digits.train.x, axis=0))
            assert difference.max() < 0.05
        assert abs(np.corrcoef(noise.ravel(), digits.train.x.ravel())[0, 1]) < 0.9
        assert (noise != digits.train.x).mean() > 0.3  # the border of an image is always empty

    def test_keeps_labels_and_test_set(self, digits):
        noise = noise_images(digits, 1)
        np.testing.assert_array_equal(noise.train.labels, digits.train.labels)
        assert noise.test is digits.test
        assert "inputs drawn at random with seed 1" in noise.source

    def test_is_decided_by_the_seed(self, digits):
        one, again, other = (noise_images(digits, seed).content_hash for seed in (1, 1, 2))
        assert one == again != other

    def test_is_possible_for_values_too(self):
        data = tiny_dataset(classes=False)
        np.testing.assert_array_equal(noise_images(data, 0).train.targets, data.train.targets)


def test_what_is_derived_is_other_data(digits):
    hashes = {
        data.content_hash
        for data in (replace(digits), first(digits, 10), random_labels(digits, 0), noise_images(digits, 0))
    }
    assert len(hashes) == 4
