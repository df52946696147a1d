"""Lines of equal height: where they lie, and where there are none."""

import numpy as np
import pytest

from nnviz.core.contours import LEVELS, contour, levels


def grid(height, n=41):
    i, j = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, n), indexing="ij")
    return height(i, j), lambda pieces: -1 + pieces * 2 / (n - 1)


def test_a_plane_has_a_straight_line_across_every_cell():
    heights, place = grid(lambda x, y: x)
    pieces = place(contour(heights, 0.13))
    np.testing.assert_allclose(pieces[..., 0], 0.13, atol=1e-12)
    assert np.abs(pieces[:, 0, 1] - pieces[:, 1, 1]).sum() == pytest.approx(2)


def test_a_bowl_has_circles():
    heights, place = grid(lambda x, y: x**2 + y**2)
    pieces = place(contour(heights, 0.36))
    np.testing.assert_allclose(np.hypot(pieces[..., 0], pieces[..., 1]), 0.6, atol=1e-3)
    length = np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum()
    assert length == pytest.approx(2 * np.pi * 0.6, rel=2e-3)


@pytest.mark.parametrize("middle", [0.2, -0.2])
def test_a_saddle_cell_is_crossed_twice_by_lines_that_do_not_cross(middle):
    heights = np.array([[1.0, -1.0], [-1.0, 1.0]]) + middle
    pieces = contour(heights, 0.0)
    assert len(pieces) == 2
    corners = np.array([[0.0, 0.0], [1.0, 1.0]] if middle < 0 else [[0.0, 1.0], [1.0, 0.0]])
    for piece in pieces:  # each cuts one corner of the side that is the smaller off
        nearest = np.abs(piece.mean(axis=0) - corners).sum(axis=1).min()
        assert nearest < 0.75


def test_where_heights_are_missing_there_is_no_line():
    heights, place = grid(lambda x, y: np.where(x < 0, np.nan, y))
    pieces = place(contour(heights, 0.01))
    assert len(pieces) == 20
    assert pieces[..., 0].min() >= 0
    endless = heights.copy()
    endless[30, :] = np.inf
    assert np.isfinite(contour(endless, 0.01)).all()


def test_levels_lie_closer_at_the_bottom():
    found = levels(np.array([[0.0, np.nan], [5.0, 10.0]]))
    assert len(found) == LEVELS
    assert found[0] > 0
    assert found[-1] < 10
    assert (np.diff(np.diff(found)) > 0).all()
    assert len(levels(np.full((3, 3), 2.0))) == 0
    assert len(levels(np.full((3, 3), np.nan))) == 0
