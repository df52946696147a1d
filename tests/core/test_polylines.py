"""Pieces of lines joined."""

import numpy as np

from nnviz.core.contours import contour
from nnviz.core.polylines import polylines


def test_a_ring_becomes_one_closed_line():
    x = np.linspace(-1, 1, 21)
    pieces = contour(x[:, None] ** 2 + x**2, 0.517)
    (line,) = polylines(pieces)
    assert len(line) == len(pieces) + 1
    assert np.allclose(line[0], line[-1])
    assert np.allclose(np.hypot(*(line - 10).T / 10), np.sqrt(0.517), atol=0.01)


def test_lines_that_leave_at_the_edge_keep_their_ends():
    heights = np.abs(np.arange(9.0) - 4)[:, None] + np.zeros(6)
    lines = polylines(contour(heights, 2.5))
    assert sorted(np.unique(line[:, 0]).item() for line in lines) == [1.5, 6.5]
    assert all(sorted(line[[0, -1], 1].tolist()) == [0, 5] for line in lines)


def test_nothing_is_lost():
    heights = np.random.default_rng(3).normal(size=(12, 12))
    pieces = contour(heights, 0.1)
    lines = polylines(pieces)

    def length(a, b):
        return np.linalg.norm(a - b, axis=-1).sum()

    assert np.isclose(length(pieces[:, 0], pieces[:, 1]), sum(length(line[1:], line[:-1]) for line in lines))
    assert polylines(np.empty((0, 2, 2))) == []
