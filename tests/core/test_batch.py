"""What the examples of a batch want, against the gradient of every single example."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import SPECS, random_batch, random_parameters

from nnviz.core import passes
from nnviz.core.batch import BatchGradients, cancellation
from nnviz.core.network import NetworkSpec
from nnviz.core.tally import Tally, chunk_of


def some(test):
    drawn = given(
        spec=st.sampled_from(SPECS), size=st.integers(1, 9), seed=st.integers(0, 1000), silent=st.booleans()
    )
    return settings(max_examples=150)(drawn(test))


def batch_of(spec, size, seed, silent=False):
    """Return gradients by products, and those of every example one by one, shape (size, parameters)."""
    parameters, (x, y) = random_parameters(spec, seed), random_batch(spec, size, seed)
    masks = passes.masks_of(spec, {(1, 0)}) if silent else None
    single = [
        passes.backward(parameters, passes.forward(parameters, x[i : i + 1], masks), y[i : i + 1], masks)
        for i in range(size)
    ]
    return BatchGradients.of(parameters, x, y, masks), np.array([back.gradient.theta for back in single])


def near(value, expected):
    np.testing.assert_allclose(value, expected, rtol=1e-9, atol=1e-12)


@some
def test_all_that_comes_from_products_is_that_of_the_single_gradients(spec, size, seed, silent):
    batch, each = batch_of(spec, size, seed, silent)
    mean = each.mean(0)
    near(batch.mean.theta, mean)
    near(batch.magnitude.theta, np.abs(each).mean(0))
    # A small difference of large squares.
    np.testing.assert_allclose(batch.spread.theta**2, each.var(0), rtol=1e-7, atol=1e-13 * (each**2).max())
    near(batch.norms, np.linalg.norm(each, axis=1))
    length = np.linalg.norm(each, axis=1) * np.linalg.norm(mean)
    cosines = np.divide(each @ mean, length, out=np.zeros(size), where=length > 0)
    np.testing.assert_allclose(batch.cosines, cosines, atol=1e-8)


@some
def test_the_tables_average_is_the_batch_gradient(spec, size, seed, silent):
    batch, each = batch_of(spec, size, seed, silent)
    indices = np.random.default_rng(seed).permutation(spec.parameter_count)[:7].tolist()
    near(batch.rows(indices), each.T[indices])
    near(batch.rows(indices).mean(1), batch.mean.theta[indices])


@some
def test_cancellation_is_what_is_lost_of_the_sum_of_sizes(spec, size, seed, silent):
    batch, each = batch_of(spec, size, seed, silent)
    whole = np.abs(each).sum(0)
    lost = whole - np.abs(each.sum(0))
    there = whole > 1e-9
    np.testing.assert_allclose(batch.cancellation.theta[there], lost[there] / whole[there], atol=1e-9)
    near(batch.agreement.cancelled, lost.sum() / whole.sum() if whole.sum() else 0.0)
    assert ((batch.cancellation.theta >= 0) & (batch.cancellation.theta <= 1)).all()


@some
def test_the_tally_of_any_pieces_is_the_batch(spec, size, seed, silent):
    batch, each = batch_of(spec, size, seed, silent)
    (x, y), masks = random_batch(spec, size, seed), passes.masks_of(spec, {(1, 0)}) if silent else None
    tally = Tally(batch.parameters, masks)
    cut = seed % size
    for part in (slice(0, cut), slice(cut, size)):
        if len(x[part]):
            tally.add(x[part], y[part])
    near(tally.total.theta, each.sum(0))
    near(tally.mean.theta, batch.mean.theta)
    assert tally.agreement.examples == size
    # ReLU may leave a gradient whose length is rounding alone.
    np.testing.assert_allclose(tally.agreement.cosine, batch.agreement.cosine, atol=1e-7)
    near(tally.agreement.cancelled, batch.agreement.cancelled)
    near([*tally.lengths.values()], [norms.sum() for norms in batch.layer_norms.values()])


def test_by_hand():
    """Two examples of a 1-1 network, identity and squared error: z = w x + b with w = 1, b = 0.

    x = 1, y = 0: δ = 2(1 − 0) = 2, gradient (2, 2). x = 2, y = 3: δ = 2(2 − 3) = −2, gradient (−4, −2).
    """
    spec = NetworkSpec((1, 1), ("identity",), "squared")
    parameters = random_parameters(spec)
    parameters.theta[:] = 1, 0
    batch = BatchGradients.of(parameters, np.array([[1.0], [2.0]]), np.array([[0.0], [3.0]]))
    assert batch.rows([0, 1]).tolist() == [[2, -4], [2, -2]]
    assert batch.mean.theta.tolist() == [-1, 0]
    assert batch.magnitude.theta.tolist() == [3, 2]
    assert batch.spread.theta.tolist() == [3, 2]
    np.testing.assert_allclose(batch.cancellation.theta, [1 - 1 / 3, 1])
    np.testing.assert_allclose(batch.norms, [np.sqrt(8), np.sqrt(20)])
    np.testing.assert_allclose(batch.cosines, [-2 / np.sqrt(8), 4 / np.sqrt(20)])
    assert batch.disagreeing(2).tolist() == [0, 1]  # 2 is lost of both: the first comes first
    assert batch.strongest(1).tolist() == [0]
    assert batch.costs.tolist() == [1, 1]


def test_nothing_cancels_where_there_is_nothing():
    assert cancellation(np.array([0.0, 2.0]), np.array([0.0, 2.0])).tolist() == [0, 0]


def test_the_largest_are_found_in_order_also_among_numbers_that_are_none():
    spec = NetworkSpec.build(5, (4,), 3)
    batch, _ = batch_of(spec, 4, 1)
    lost = batch.magnitude.theta - np.abs(batch.mean.theta)
    assert batch.disagreeing(6).tolist() == np.argsort(-lost, kind="stable")[:6].tolist()
    batch.mean.theta[3] = np.nan
    assert 3 not in batch.strongest(6)
    assert len(batch.strongest(10_000)) == spec.parameter_count


def test_an_empty_tally_wants_nothing():
    spec = NetworkSpec.build(5, (4,), 3)
    tally = Tally(random_parameters(spec))
    assert not tally.mean.theta.any()
    assert (tally.agreement.cosine, tally.agreement.cancelled) == (0, 0)
    assert chunk_of(spec) >= 1
