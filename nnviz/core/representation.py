"""A layer's activations seen from where they are spread most: their first two principal components.

Source: Jolliffe, *Principal Component Analysis* (2002), chapter 1: the directions are the eigenvectors of the
covariance with the largest eigenvalues. An eigenvector has no sign; here it takes the one that turns it least
away from the axis before, so that a picture of a network that learns does not flip.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.core.arrays import Array, read_only


@dataclass(frozen=True, eq=False)
class Representation:
    """Many examples as one layer has them, in two dimensions; all arrays are read-only.

    Attributes
    ----------
    places : Array
        Shape (n, 2): the coordinates along the two axes, from the mean of all.
    axes : Array
        Shape (2, n_l): two directions of length 1, the one with more spread first. A layer with a single
        neuron has a second axis of zeros.
    shares : Array
        Shape (2,): the share of all variance along each axis; zeros where nothing varies.
    """

    places: Array
    axes: Array
    shares: Array


def represent(a: Array, before: Representation | None = None) -> Representation:
    """Project activations onto the two axes along which they vary most.

    Parameters
    ----------
    a : array, shape (n, n_l)
        The activations of n examples.
    before : Representation, optional
        What was shown before of the same layer; the axes keep its signs.
    """
    values = np.asarray(a, np.float64)
    centered = values - values.mean(axis=0)
    variances, axes = _principal(centered)
    axes *= _signs(axes, before)[:, None]
    total = float(np.sum(centered**2)) / len(centered)
    shares = np.clip(variances / total, 0, 1) if total > 0 else np.zeros(2)
    return Representation(read_only(centered @ axes.T), read_only(axes), read_only(shares))


def _principal(centered: Array) -> tuple[Array, Array]:
    """Return the two largest variances, shape (2,), and their directions, shape (2, n_l).

    Of the two symmetric matrices that have them, n_l × n_l and n × n, the smaller is taken apart.
    """
    from scipy.linalg import eigh  # late: only this picture needs it

    n, size = centered.shape
    wide = n < size
    table = (centered @ centered.T if wide else centered.T @ centered) / n
    some = min(2, len(table))
    found, vectors = eigh(table, subset_by_index=[len(table) - some, len(table) - 1])
    variances, axes = np.zeros(2), np.zeros((2, size))
    variances[:some] = np.maximum(found[::-1], 0)
    axes[:some] = vectors.T[::-1] @ centered if wide else vectors.T[::-1]
    lengths = np.linalg.norm(axes, axis=1, keepdims=True)
    return variances, axes / np.where(lengths > 0, lengths, 1)


def _signs(axes: Array, before: Representation | None) -> Array:
    """Return 1 or −1 for each axis: as before, else so that its largest component is positive."""
    if before is not None and before.axes.shape == axes.shape:
        along = np.sum(axes * before.axes, axis=1)
    else:
        along = axes[np.arange(2), np.abs(axes).argmax(axis=1)]
    return np.where(along < 0, -1.0, 1.0)
