"""The best that a network without a hidden layer can do under the squared costs, found without training.

Source: Hastie, Tibshirani, Friedman, *The Elements of Statistical Learning* (2009), section 3.2; solved by
singular values (LAPACK gelsd), which also takes inputs that depend on one another.
"""

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import with_one


def least_squares(x: Array, y: Array) -> Parameters:
    """Return the linear network that makes Σ (a − y)² over all examples and outputs as small as it can be.

    Parameters
    ----------
    x : array, shape (n, n_0)
        The inputs.
    y : array, shape (n, n_L)
        The targets.

    Returns
    -------
    network : Parameters
        Of the n_0-n_L network with identity at the output, in float64. Where several are equally good, such
        as for a single example, the one with the shortest θ.
    """
    inputs, targets = np.asarray(x, np.float64), np.asarray(y, np.float64)
    theta, *_ = np.linalg.lstsq(with_one(inputs), targets, rcond=None)
    spec = NetworkSpec.build(inputs.shape[1], (), targets.shape[1], output="identity")
    return Parameters(spec, np.ascontiguousarray(theta).ravel())
