import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data import parting
from nnviz.data.plane import FEATURES, REACH, SHAPES, Plane, inputs, load_plane, recipe
from nnviz.errors import DataError


@pytest.mark.parametrize("shape", SHAPES)
class TestShapes:
    def test_within_reach_and_both_classes_equally_often(self, shape):
        plane = Plane(shape, n=600, noise=0)
        points, labels = plane.points()
        assert points.shape == (600, 2)
        assert np.abs(points).max() <= REACH
        assert np.abs(points).max() > 0.6 * REACH
        assert set(np.bincount(labels)) == {600 // plane.classes}

    def test_the_same_recipe_gives_the_same_points(self, shape):
        data = [load_plane(Plane(shape, seed=seed)).content_hash for seed in (1, 1, 2)]
        assert data[0] == data[1] != data[2]

    def test_noise_moves_points_and_no_label(self, shape):
        still, noisy = (Plane(shape, n=4000, noise=noise).points() for noise in (0, 0.2))
        np.testing.assert_array_equal(still[1], noisy[1])
        assert np.std(noisy[0] - still[0]) == pytest.approx(0.2 * REACH, rel=0.05)

    def test_its_reference_draws_it_again(self, shape):
        for plane in (Plane(shape), Plane(shape, 50, 0.25, 7, ("xx", "sinx"))):
            assert recipe(plane.reference) == plane
        assert Plane(shape).reference == shape


def radii(points):
    return np.hypot(*points.T)


class TestWhatTheyAre:
    def test_circles_as_scikit_learn_draws_them(self):
        from sklearn.datasets import make_circles

        points, labels = Plane("circles", noise=0).points()
        theirs, their_labels = make_circles(200, factor=0.5)
        for j in (0, 1):
            np.testing.assert_allclose(
                radii(points[labels == j]), REACH * radii(theirs[their_labels == j])[0]
            )

    def test_moons_as_scikit_learn_draws_them(self):
        from sklearn.datasets import make_moons

        points, labels = Plane("moons", n=4000, noise=0).points()
        theirs, their_labels = make_moons(100)
        theirs = (theirs - (0.5, 0.25)) / 1.5 * REACH
        for j in (0, 1):  # each of theirs has one of ours nearby
            gaps = theirs[their_labels == j][:, None] - points[labels == j]
            assert np.hypot(gaps[..., 0], gaps[..., 1]).min(axis=1).max() < 0.05

    def test_exclusive_or(self):
        points, labels = Plane("xor", noise=0).points()
        np.testing.assert_array_equal(labels, (points[:, 0] > 0) != (points[:, 1] > 0))

    def test_half_planes(self):
        points, labels = Plane("halves", noise=0).points()
        np.testing.assert_array_equal(labels, points.sum(axis=1) > 0)

    def test_spirals_turn_into_one_another_by_half_a_turn(self):
        points, labels = Plane("spirals", n=4000, noise=0).points()
        turned = -points[labels == 1][:100]
        gaps = turned[:, None] - points[labels == 0]
        assert np.hypot(gaps[..., 0], gaps[..., 1]).min(axis=1).max() < 0.1

    def test_blobs_are_as_many_as_wanted(self):
        points, _ = Plane("blobs", classes=5, noise=0).points()
        assert len(np.unique(points.round(9), axis=0)) == 5


class TestData:
    def test_parts_names_and_classes(self):
        data = load_plane(Plane("circles"))
        assert (len(data.train), len(data.test)) == (400, 100)
        assert data.classes == ("A", "B")
        assert data.input_names == ("x₁", "x₂")
        assert data.image_shape is None
        assert data.title == "Two circles"
        assert "500 points, noise 0.1" in data.source
        assert load_plane(Plane("blobs")).classes == ("A", "B", "C")

    def test_every_point_is_in_one_part(self):
        plane = Plane("moons", n=50)
        data = load_plane(plane)
        both = np.concatenate([data.train.x, data.test.x])
        np.testing.assert_allclose(
            both[np.lexsort(both.T)],
            np.float32(plane.points()[0])[np.lexsort(np.float32(plane.points()[0]).T)],
        )

    def test_features(self):
        data = load_plane(Plane("xor", features=tuple(FEATURES)))
        assert data.input_names == ("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂")
        x, y = data.train.x[:, 0].astype(float), data.train.x[:, 1].astype(float)
        expected = [x, y, x * x, y * y, x * y, np.sin(x), np.sin(y)]
        np.testing.assert_allclose(data.train.x, np.stack(expected, 1), rtol=1e-5, atol=1e-6)
        np.testing.assert_allclose(inputs([[2, 3]], ("xy", "x")), [[6, 2]])

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("circles?n=9", "n must be a whole number from 10 to 20,000, not '9'"),
            ("circles?n=x", "n must be"),
            ("circles?noise=2", "noise must be a number from 0 to 1"),
            ("circles?noise=nan", "noise must be"),
            ("circles?seed=-1", "seed must be"),
            ("circles?features=z", "The features must be at least one of x, y, xx"),
            ("circles?features=x,x", "each once"),
            ("circles?features=", "The features must be"),
            ("circles?classes=3", "classes must be a whole number from 2 to 2"),
            ("blobs?classes=9", "from 2 to 8"),
            ("circles?color=red", "cannot be chosen by 'color'"),
        ],
    )
    def test_what_cannot_be_drawn_is_a_sentence(self, text, words):
        with pytest.raises(DataError) as caught:
            recipe(text)
        assert words in str(caught.value)

    def test_other_references(self):
        assert recipe("digits") is None
        assert recipe("/a/circles") is None
        with pytest.raises(DataError, match="There are no points called 'squares'"):
            Plane("squares")


@given(st.integers(2, 300), st.integers(0, 2**40))
def test_parts_are_apart_and_complete(n, seed):
    train, test = parting.part(n, seed)
    assert sorted([*train, *test]) == list(range(n))
    assert len(test) == max(1, round(n / 5))
    np.testing.assert_array_equal(parting.part(n, seed)[0], train)


def test_one_example_is_too_few():
    with pytest.raises(DataError, match="At least 2 examples"):
        parting.part(1)
