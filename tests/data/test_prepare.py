import gzip
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nnviz.data.prepare import to_mnist_style
from nnviz.errors import DataError

MNIST = Path(os.environ.get("NNVIZ_DATA", "")) / "mnist" / "t10k-images-idx3-ubyte.gz"


def center_of_mass(image):
    rows, columns = np.indices(image.shape)
    return np.average(rows, weights=image), np.average(columns, weights=image)


def extent(image):
    rows, columns = (np.flatnonzero(image.any(axis)) for axis in (1, 0))
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def drawing(side=280):
    """Return an angular 7 with a foot, in the upper left part of a canvas."""
    canvas = np.zeros((side, side))
    canvas[side // 10 : side // 6, side // 10 : side // 2] = 1
    canvas[side // 10 : side // 2, side // 2 - side // 15 : side // 2] = 1
    canvas[side // 2 - side // 15 : side // 2, side // 4 : side // 2] = 1
    return canvas


@pytest.mark.parametrize("side", [28, 64, 280, 1000])
def test_a_drawing_of_any_size_fits_the_box_and_is_centered(side):
    image = to_mnist_style(drawing(side))
    assert (image.shape, image.dtype) == ((28, 28), np.uint8)
    assert max(extent(image)) == 20
    assert center_of_mass(image) == pytest.approx((14, 14), abs=0.51)


def test_it_does_not_matter_where_it_was_drawn_how_bright_or_at_which_scale():
    canvas = drawing()
    image = to_mnist_style(canvas)
    np.testing.assert_array_equal(to_mnist_style(np.roll(canvas, (60, 90), (0, 1))), image)
    np.testing.assert_array_equal(to_mnist_style(canvas * 137), image)
    np.testing.assert_array_equal(to_mnist_style(np.kron(canvas, np.ones((2, 2)))), image)


def test_the_aspect_ratio_is_kept():
    assert extent(to_mnist_style(np.ones((100, 50)))) == (20, 10)
    assert extent(to_mnist_style(np.ones((30, 90)))) == (7, 20)


def test_edges_are_averaged():
    image = to_mnist_style(np.tri(40))
    diagonal = image[image > 0].min()
    assert 128 <= diagonal < 255  # a pixel of 2×2 with its diagonal half filled: three of four


def test_a_prepared_image_stays_as_it_is():
    once = to_mnist_style(drawing())
    np.testing.assert_array_equal(to_mnist_style(once), once)


def test_what_is_below_zero_is_no_ink():
    canvas = drawing()
    np.testing.assert_array_equal(to_mnist_style(np.where(canvas > 0, canvas, -1)), to_mnist_style(canvas))


@pytest.mark.parametrize("blank", [np.zeros((8, 8)), np.full((8, 8), -1.0), np.zeros((0, 5))])
def test_a_blank_page_stays_blank(blank):
    assert not to_mnist_style(blank).any()


def test_enlarging_makes_crisp_strokes_where_the_coarse_ones_were():
    coarse = np.zeros((8, 6))
    coarse[:, 2] = coarse[7] = 16  # an L, strokes one pixel wide
    image = to_mnist_style(coarse)
    assert extent(image) == (20, 15)
    assert (image[10:14].max(axis=1) > 230).all()
    assert set((image[10:14] >= 128).sum(axis=1)) <= {2, 3}  # one coarse pixel of eight is 2.5 of twenty
    assert set((image[10:14] > 0).sum(axis=1)) <= {3, 4, 5}


def test_thinning_keeps_thin_strokes_whole():
    canvas = np.zeros((200, 200))
    canvas[20:180, 40:70] = 1
    canvas[92:108, 70:180] = 1
    thick, thin = to_mnist_style(canvas), to_mnist_style(canvas, stroke=0.6)
    assert thin.sum() < 0.8 * thick.sum()
    assert (thin[:, 14:22].max(axis=0) > 128).all()


@pytest.mark.parametrize("stroke", [0.05, 0.72, 1.0])
@given(
    image=hnp.arrays(float, hnp.array_shapes(min_dims=2, max_dims=2, max_side=30), elements=st.floats(0, 1))
)
def test_every_image_with_ink_is_placed_inside_the_page(stroke, image):
    prepared = to_mnist_style(image, stroke=stroke)
    assert prepared.any() == image.any()
    assert not prepared.any() or max(extent(prepared)) <= 20


@pytest.mark.parametrize(
    ("image", "sentence"),
    [
        (np.zeros(8), "a table of finite numbers; this one has the shape (8,)."),
        (np.full((2, 2), np.nan), "a table of finite numbers"),
        ([[1], [1, 2]], "An image must be a table of numbers."),
        ([["a"]], "An image must be a table of numbers."),
    ],
)
def test_says_what_is_wrong_with_an_image(image, sentence):
    with pytest.raises(DataError) as caught:
        to_mnist_style(image)
    assert sentence in str(caught.value)


@pytest.mark.parametrize("stroke", [0, 1.5])
def test_says_which_stroke_is_allowed(stroke):
    with pytest.raises(DataError, match=rf"above 0 and at most 1, not {stroke}\."):
        to_mnist_style(np.ones((5, 5)), stroke=stroke)


@pytest.mark.skipif(not MNIST.is_file(), reason="needs MNIST in $NNVIZ_DATA/mnist")
def test_mnist_is_already_prepared():
    with gzip.open(MNIST) as file:
        images = np.frombuffer(file.read(16 + 300 * 784), np.uint8, offset=16).reshape(-1, 28, 28)
    unchanged = [np.abs(to_mnist_style(image) / 255 - image / 255).mean() < 0.01 for image in images]
    assert np.mean(unchanged) > 0.9
