"""The sparse product: the same numbers, whoever computes them."""

import subprocess
import sys
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csc_matrix

from nnviz.ui.network.sparse import BY_NUMPY, Columns


def matrix(counts, rows, seed):
    random = np.random.default_rng(seed)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    indices = random.integers(0, rows, starts[-1]).astype(np.int32)  # a row may come twice, as in steep lines
    return random.random(starts[-1], np.float32), indices, starts, (rows, len(counts))


@given(
    counts=st.one_of(
        st.lists(st.integers(0, 5), max_size=8),
        st.integers(0, 8).flatmap(lambda n: st.integers(0, 5).map(lambda k: [k] * n)),
    ),
    rows=st.integers(1, 6),
    seed=st.integers(0, 99),
)
def test_numpy_s_product_is_scipy_s_bit_by_bit(counts, rows, seed):
    data, indices, starts, shape = matrix(counts, rows, seed)
    vector = np.maximum(np.random.default_rng(seed).standard_normal(len(counts)), 0).astype(np.float32)
    columns = Columns(data, indices, starts, shape)
    expected = csc_matrix((data, indices, starts), shape=shape) @ vector
    with patch("nnviz.ui.network.sparse.scipy_is_there", lambda: False):
        for _ in range(BY_NUMPY + 1):  # the last one is SciPy's own
            product = columns @ vector
            assert product.dtype == np.float32
            np.testing.assert_array_equal(product, expected)
    assert columns.nnz == sum(counts)


@pytest.mark.parametrize("products", [BY_NUMPY, BY_NUMPY + 1])
def test_scipy_is_imported_only_after_the_first_picture(products):
    code = f"""
import sys
import numpy as np
from nnviz.ui.network.sparse import Columns
one = Columns(np.ones(1, np.float32), np.zeros(1, np.int32), np.array([0, 1], np.int32), (1, 1))
for _ in range({products}):
    one @ np.ones(1, np.float32)
print("scipy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(products > BY_NUMPY)


def test_once_scipy_is_there_it_is_used_from_the_first_product_on():
    columns = Columns(*matrix([2, 1], 3, 0))
    columns @ np.ones(2, np.float32)
    assert "_of_scipy" in columns.__dict__
