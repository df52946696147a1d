"""Batches of several sizes side by side: how well the examples of each agree, and where its mean points."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, IntArray, Rows
from nnviz.core.network import Parameters
from nnviz.core.passes import Masks
from nnviz.core.tally import Tally, chunk_of

DRAWS = 20
"""Batches of each size that are drawn at random and averaged."""


@dataclass(frozen=True)
class SizeAgreement:
    """What batches of one size have in common.

    Attributes
    ----------
    size, draws : int
        Examples in a batch, and how many batches were drawn; the whole set is one.
    cosine : float
        The mean cosine of an example's gradient with its batch's mean.
    cancelled : float
        The mean share of all nudges that cancels within a batch.
    along : float
        The mean cosine of a batch's gradient with the gradient of the whole set.
    """

    size: int
    draws: int
    cosine: float
    cancelled: float
    along: float


def tallied(
    tally: Tally,
    x: Rows,
    y: Array,
    rows: IntArray,
    stopped: Callable[[], bool] = lambda: False,
    chunk: int | None = None,
) -> Tally | None:
    """Add the examples `rows` of x and y, `chunk` at a time, and return the tally; None when stopped.

    Rounding depends on the chunks: added in the same ones, the same examples give the same bits.
    """
    chunk = chunk or chunk_of(tally.parameters.spec)
    for start in range(0, len(rows), chunk):
        if stopped():
            return None
        part = rows[start : start + chunk]
        tally.add(x[part], y[part])
    return tally


def compare_sizes(
    parameters: Parameters,
    x: Rows,
    y: Array,
    sizes: tuple[int, ...],
    masks: Masks | None = None,
    seed: int = 0,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[SizeAgreement, ...] | None:
    """Draw batches of some sizes from a set, and measure them; the whole set comes last.

    Parameters
    ----------
    parameters : Parameters
        θ.
    x, y : Rows, Array
        All examples, shapes (n, n_0) and (n, n_L).
    sizes : tuple of int
        Those below n are drawn.
    masks : dict, optional
        Neurons that are switched off.
    seed : int
        Of the draws.
    stopped : callable
        Asked in between; when it says so, None is returned.
    """
    whole = tallied(Tally(parameters, masks), x, y, np.arange(len(x)), stopped)
    if whole is None:
        return None
    random, results = np.random.default_rng(seed), []
    for size in (size for size in sizes if size < len(x)):
        drawn = []
        for _ in range(DRAWS):
            rows = random.choice(len(x), size, replace=False)
            tally = tallied(Tally(parameters, masks), x, y, rows, stopped)
            if tally is None:
                return None
            drawn.append((*_agreement(tally), _along(tally.total.theta, whole.total.theta)))
        results.append(SizeAgreement(size, DRAWS, *np.mean(drawn, axis=0).tolist()))
    return (*results, SizeAgreement(len(x), 1, *_agreement(whole), 1.0))


def _agreement(tally: Tally) -> tuple[float, float]:
    return tally.agreement.cosine, tally.agreement.cancelled


def _along(one: Array, other: Array) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths > 0 else 0.0
