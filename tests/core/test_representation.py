"""Principal components, beside an independent decomposition; and axes that do not flip."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core.representation import Representation, as_they_are, represent


def cloud(seed: int, n: int = 200, size: int = 6) -> np.ndarray:
    random = np.random.default_rng(seed)
    return random.normal(size=(n, size)) @ random.normal(size=(size, size)) + random.normal(size=size)


@given(st.integers(0, 10**6), st.sampled_from([2, 3, 12, 120]))
def test_the_axes_are_those_of_the_singular_values(seed: int, size: int) -> None:
    a = cloud(seed, 80, size)
    centered = a - a.mean(axis=0)
    _, s, v = np.linalg.svd(centered, full_matrices=False)
    seen = represent(a)
    assert np.allclose(seen.shares, s[:2] ** 2 / (s**2).sum())
    if s[1] - s[min(2, len(s) - 1)] > 1e-3 * s[0] or len(s) == 2:  # else the axes may turn freely
        assert np.allclose(np.abs(seen.axes @ v[:2].T), np.eye(2), atol=1e-4)
    assert np.allclose(seen.places, centered @ seen.axes.T)


def test_the_axes_keep_their_signs() -> None:
    a = cloud(3)
    first = represent(a)
    turned = Representation(first.places, -first.axes, first.shares, first.center)
    assert np.allclose(represent(a, turned).axes, -first.axes)
    assert np.allclose(represent(a + 1e-6 * cloud(4), first).axes, first.axes, atol=1e-3)


def test_other_activations_are_seen_in_the_same_picture() -> None:
    a, other = cloud(5, 60, 7), cloud(6, 20, 7)
    seen = represent(a)
    assert np.allclose(seen.project(a), seen.places)
    assert np.allclose(seen.project(other), (other - a.mean(axis=0)) @ seen.axes.T)


def test_two_neurons_as_they_are() -> None:
    a = cloud(7, 50, 2)
    seen = as_they_are(a)
    assert np.array_equal(seen.places, a)
    assert np.array_equal(seen.project(a[:5]), a[:5])
    assert np.allclose(seen.shares, a.var(axis=0) / a.var(axis=0).sum())


def test_a_single_neuron_lies_on_a_line() -> None:
    seen = represent(np.arange(5.0)[:, None])
    assert np.allclose(seen.places, [[-2, 0], [-1, 0], [0, 0], [1, 0], [2, 0]])
    assert seen.shares.tolist() == [1, 0]


def test_where_nothing_varies_everything_is_in_one_place() -> None:
    seen = represent(np.ones((4, 3)))
    assert not seen.places.any()
    assert not seen.shares.any()
