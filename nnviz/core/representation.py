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
        Shape (n, 2): the coordinates along the two axes, from the center.
    axes : Array
        Shape (2, n_l): two directions of length 1, the one with more spread first. A layer with a single
        neuron has a second axis of zeros.
    shares : Array
        Shape (2,): the share of all variance along each axis; zeros where nothing varies.
    center : Array
        Shape (n_l,): what the coordinates are measured from.
    """

    places: Array
    axes: Array
    shares: Array
    center: Array

    def project(self, a: Array) -> Array:
        """Return where other activations of the layer are in this picture, shape (n, n_l) → (n, 2)."""
        return np.asarray((np.asarray(a, np.float64) - self.center) @ self.axes.T)


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
    center = values.mean(axis=0)
    centered = values - center
    variances, axes = _principal(centered)
    axes *= _signs(axes, before)[:, None]
    shares = _shares(variances, centered)
    return Representation(read_only(centered @ axes.T), *map(read_only, (axes, shares, center)))


def as_they_are(a: Array) -> Representation:
    """Show a layer of two neurons, shape (n, 2), by its own activations: the first across, the second up."""
    values = np.array(a, np.float64)
    centered = values - values.mean(axis=0)
    shares = _shares(np.mean(centered**2, axis=0), centered)
    return Representation(*map(read_only, (values, np.eye(2), shares, np.zeros(2))))


def _shares(variances: Array, centered: Array) -> Array:
    total = float(np.sum(centered**2)) / len(centered)
    return np.clip(variances / total, 0, 1) if total > 0 else np.zeros(2)


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
