import numpy as np
import pytest

from nnviz.ui.edges import DENSE, Coverage, Gap, colored, strengths, tone_table

GROUND, BLUE, RED = (np.array(c, float) for c in ((20, 20, 20), (80, 160, 255), (255, 100, 90)))
TABLE = tone_table(GROUND, BLUE, RED)


def small_gap(n_left=3, n_right=2):
    return Gap(60, 40, np.linspace(5, 35, n_left), np.linspace(10, 30, n_right))


def rgb(pixel):
    return [int(pixel) >> shift & 255 for shift in (16, 8, 0)]


def test_every_edge_covers_its_own_line_and_nothing_else():
    gap = small_gap()
    coverage = Coverage(gap)
    for k in range(3):
        for j in range(2):
            alone = np.zeros(gap.edges, np.float32)
            alone[k * 2 + j] = 1
            blue, red = coverage.amounts(alone)
            assert not red.any()
            rows = np.arange(gap.height) + 0.5
            centers = (blue * rows[:, None]).sum(0) / blue.sum(0)
            t = (np.arange(gap.width) + 0.5) / gap.width
            np.testing.assert_allclose(centers, (1 - t) * gap.left[k] + t * gap.right[j], atol=0.35)
            slope = (gap.right[j] - gap.left[k]) / gap.width
            np.testing.assert_allclose(blue.sum(0), np.sqrt(1 + slope**2), atol=0.35)


@pytest.mark.parametrize("n_left", [30, 400])
def test_coverage_adds_up_whatever_the_order(n_left):
    gap = Gap(80, 60, np.linspace(1, 59, n_left), np.linspace(4, 56, 16))
    assert (gap.edges > DENSE) == (n_left == 400)
    coverage = Coverage(gap)
    values = np.random.default_rng(0).uniform(-1, 1, gap.edges).astype(np.float32)
    blue, red = coverage.amounts(values)
    only_blue, nothing = coverage.amounts(np.maximum(values, 0))
    np.testing.assert_allclose(blue, only_blue, rtol=1e-5)
    assert not nothing.any()
    np.testing.assert_allclose(coverage.amounts(-values)[0], red, rtol=1e-5)


def test_a_strong_positive_edge_is_blue_a_negative_red_and_zero_leaves_the_ground():
    gap = Gap(40, 20, np.array([10.0]), np.array([10.0]))
    coverage = Coverage(gap)

    def pixel(value):
        amounts = coverage.amounts(np.array([value], np.float32))
        return rgb(colored(*amounts, coverage.gain(np.array([value])), TABLE)[10, 20])

    red, _, blue = pixel(1.0)
    assert blue > 150 > red
    red, _, blue = pixel(-1.0)
    assert red > 150 > blue
    assert pixel(0.0) == [20, 20, 20]


def test_strength_grows_with_the_value_and_contrast_bends_it():
    values = np.array([-2.0, 0.5, 1.0, 0.0])
    plain, scale = strengths(values, 1)
    assert scale == 2.0
    np.testing.assert_allclose(plain, [-1, 0.25, 0.5, 0])
    np.testing.assert_allclose(strengths(values, 2)[0], [-1, 0.0625, 0.25, 0])


def test_strengths_of_zeros_and_of_broken_numbers_are_no_strengths():
    assert strengths(np.zeros(3), 1)[1] == 0
    drawn, scale = strengths(np.array([np.nan, 1.0, -2.0]), 1)
    assert scale == 2.0
    np.testing.assert_allclose(drawn, [0, 0.5, -1])
