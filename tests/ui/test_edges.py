import numpy as np
import pytest

from nnviz.ui.network.edges import DENSE, LIMIT, Coverage
from nnviz.ui.network.gap import Gap
from nnviz.ui.network.tone import BLOCK, LEVELS, squared_levels, strengths, tone, tone_table

GROUND, BLUE, RED = (np.array(c, float) for c in ((20, 20, 20), (80, 160, 255), (255, 100, 90)))
TABLE = tone_table(GROUND, BLUE, RED)


def small_gap(n_left=3, n_right=2):
    return Gap(60, 40, np.linspace(5, 35, n_left), np.linspace(10, 30, n_right))


def toned(positive, negative, table=TABLE):
    """The tone curve of amounts in squared levels: finer where little is there."""
    blue, red = (np.minimum(np.sqrt(amount).astype(int), LEVELS - 1) for amount in (positive, negative))
    return table[blue * LEVELS + red]


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
        gain = coverage.gain(np.array([value]))
        amounts = coverage.amounts(np.array([value], np.float32) * squared_levels(gain))
        return rgb(toned(*amounts)[10, 20])

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


def rasterized(gap, strengths):
    """The same picture the slow way: every line, every pixel."""
    blue, red = np.zeros((2, gap.height, gap.width))
    rows = np.arange(gap.height) + 0.5
    for k, left in enumerate(gap.left):
        for j, right in enumerate(gap.right):
            first = left + gap.begin * (right - left)
            last = left + gap.end * (right - left)
            half = gap.thickness * np.hypot(1, (last - first) / gap.width) / 2
            for x in range(gap.width):
                y = first + (x + 0.5) / gap.width * (last - first)
                cover = np.clip(half + 0.5 - np.abs(rows - y), 0, 1)
                value = strengths[k * len(gap.right) + j]
                (blue if value > 0 else red)[:, x] += cover * abs(value)
    return blue, red


@pytest.mark.parametrize(
    "more",
    [{}, {"begin": 0.25, "end": 0.75}, {"thickness": 2.0}, {"begin": -0.1, "end": 0.5, "thickness": 1.5}],
)
def test_the_picture_is_that_of_a_straightforward_rasterizer(more):
    gap = Gap(50, 40, np.array([-6.0, 3.0, 21.5, 38.0]), np.array([10.0, 30.3, 55.0]), **more)
    strengths = np.random.default_rng(3).uniform(-1, 1, gap.edges).astype(np.float32)
    coverage = Coverage(gap)
    for fast, slow in zip(coverage.amounts(strengths), rasterized(gap, strengths), strict=True):
        np.testing.assert_allclose(fast, slow, atol=2e-4)
    shown = coverage.picture(strengths, 1.0, TABLE)
    np.testing.assert_array_equal(shown, toned(*coverage.amounts(strengths * squared_levels(1.0))))


def test_many_pixels_are_colored_as_few_are_and_the_next_picture_owes_nothing_to_the_last():
    random = np.random.default_rng(5)
    out = np.empty(2 * BLOCK + 777, np.uint32)
    for gain in (0.7, 3.0):
        amounts = random.exponential(1.0, (2, len(out))).astype(np.float32) * squared_levels(gain)
        assert tone(*amounts, TABLE, out) is out
        np.testing.assert_array_equal(out, toned(*amounts))


def test_on_another_ground_what_no_line_reaches_has_its_color():
    coverage = Coverage(small_gap())
    assert coverage.crisp
    other = tone_table(np.array([240.0, 240, 240]), BLUE, RED)
    for table, sign in ((TABLE, 1), (other, 1), (other, -1)):
        drawn = np.full(coverage.gap.edges, sign, np.float32)
        picture = coverage.picture(drawn, 1.0, table)
        amounts = coverage.amounts(drawn * squared_levels(1.0))
        np.testing.assert_array_equal(picture, toned(*amounts, table))
        assert picture[0, 0] == table[0]


def test_a_million_edges_are_bundled_and_each_sign_keeps_its_sum():
    gap = Gap(200, 100, np.linspace(0, 100, 784), np.linspace(0, 100, 1000))
    coverage = Coverage(gap)
    n, m = coverage.bundle
    assert n * m > 1
    assert coverage.entries <= LIMIT
    values = np.random.default_rng(0).uniform(-1, 1, (784, 1000)).astype(np.float32)
    both = coverage._sums(np.stack([np.maximum(values, 0).ravel(), np.maximum(-values, 0).ravel()]))
    for sign, sums in zip((1, -1), both, strict=True):
        lines = -(-1000 // m)
        line = int(np.flatnonzero(coverage._ids == 3 * lines + 5)[0])
        block = sign * values[3 * n : 4 * n, 5 * m : 6 * m]
        assert sums[line] == pytest.approx(block[block > 0].sum(), rel=1e-5)


def test_a_large_picture_is_sampled_more_coarsely_instead_of_growing():
    for width, height in ((300, 430), (1300, 1900)):
        gap = Gap(width, height, np.linspace(1, height, 784), np.linspace(5, height - 5, 16))
        coverage = Coverage(gap)
        assert coverage.bundle == (1, 1)
        assert coverage.entries <= LIMIT


def test_a_draft_looks_the_same_from_afar():
    random = np.random.default_rng(4)
    gap = Gap(400, 300, np.linspace(1, 299, 784), np.linspace(10, 290, 16))
    fine = Coverage(gap)
    draft = fine.draft()
    assert draft.entries <= fine.entries / 2
    assert draft.bundle == (4, 1)
    assert draft.rows <= 196  # as high as the anchors, four by four, are apart
    strengths = random.normal(size=gap.edges).astype(np.float32)
    for ours, theirs in zip(draft.amounts(strengths), fine.amounts(strengths), strict=True):
        lines = 4  # one of the draft stands for so many
        mean, whole = ours.mean() / (lines * draft._mean_cover), theirs.mean() / fine._mean_cover
        assert mean == pytest.approx(whole, rel=0.02)
        # Blue and red stand in the same places: compared in blocks of a tenth of each side.
        blocks = [_blocks(picture / picture.mean(), 10) for picture in (ours, theirs)]
        assert np.corrcoef(blocks[0].ravel(), blocks[1].ravel())[0, 1] > 0.97


def test_what_is_quick_is_its_own_draft():
    coverage = Coverage(small_gap())
    assert coverage.draft() is coverage


def test_a_steep_line_that_is_sampled_coarsely_is_a_line_and_not_dots():
    gap = Gap(300, 900, np.linspace(1, 899, 500), np.linspace(1, 899, 10))
    coverage = Coverage(gap)
    assert not coverage.crisp
    strengths = np.zeros(gap.edges, np.float32)
    strengths[9] = 1  # from the first anchor to the last
    amount = coverage.amounts(strengths)[0]
    assert (amount[10:-10].max(axis=1) > 0).all()
    assert amount.sum() / amount.shape[1] == pytest.approx(np.hypot(300, 898) / 300, rel=0.01)


def _blocks(picture, n):
    """Return the means of n by n blocks."""
    rows, columns = (np.linspace(0, length, n + 1).astype(int)[:-1] for length in picture.shape)
    sums = np.add.reduceat(np.add.reduceat(picture, rows, axis=0), columns, axis=1)
    ones = np.add.reduceat(np.add.reduceat(np.ones_like(picture), rows, axis=0), columns, axis=1)
    return sums / ones
