"""An image of a digit, prepared as MNIST's are: the digits that come with the program, and a user's own.

MNIST's digits were fitted into a box of 20×20 pixels, aspect ratio kept and edges antialiased, and placed
with their center of mass in the middle of 28×28 (LeCun, Cortes, Burges, *The MNIST database*).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnviz.errors import DataError

SIDE = 28
"""Rows and columns of a prepared image."""

BOX = 20
"""Rows and columns of the box the digit is fitted into."""

_ZOOM = 8  # finer than that, the pictures no longer change
_ROUNDS = 6  # after that, the coarse pixels are met to about a gray level of sixteen
_RAMP = 0.4  # width of the soft threshold while the strokes are found; a harder one tears thin strokes
_INK = 0.25  # what is fainter than that in an enlarged digit is the ramp around it
_EDGE = 0.15  # width of a finished stroke's soft edge, as a share of half the stroke's width

_Image = NDArray[np.float64]


def to_mnist_style(image: ArrayLike, *, stroke: float = 1.0) -> NDArray[np.uint8]:
    """Prepare one image of a digit as MNIST's were.

    Parameters
    ----------
    image : array_like, shape (rows, columns)
        Bright ink on zero; any size and any unit, the brightest value becomes white. A digit smaller
        than 20×20 is enlarged and its contrast restored.
    stroke : float
        The share of its width that every stroke keeps, in (0, 1]; below 1 strokes are thinned.

    Returns
    -------
    uint8 array, shape (28, 28)
        Ink from 0 to 255. An image without ink gives zeros.

    Raises
    ------
    DataError
        If `image` is not a table of finite numbers, or `stroke` is out of range.
    """
    if not 0 < stroke <= 1:
        raise DataError(
            "The share of a stroke's width to keep must be above 0 and at most 1, not {stroke}.",
            stroke=stroke,
        )
    ink = _ink(image)
    if not ink.any():
        return np.zeros((SIDE, SIDE), np.uint8)
    digit = _crop(ink, 0)
    if max(digit.shape) < BOX:
        digit = _crop(_enlarge(digit), _INK)
    if stroke < 1:
        digit = _crop(_thin(digit, stroke), _INK)
    return np.rint(255 * _place(_fit(digit))).astype(np.uint8)


def fitted(image: ArrayLike, rows: int, columns: int) -> _Image:
    """Fill a small image with a digit: proportions kept, in the middle, every pixel the mean of its area.

    Parameters
    ----------
    image : array_like, shape (any rows, any columns)
        Bright ink on zero; the brightest value becomes 1.
    rows, columns : int
        The size of the small image.

    Returns
    -------
    float array, shape (rows, columns)
        Ink from 0 to 1. An image without ink gives zeros.

    Raises
    ------
    DataError
        If `image` is not a table of finite numbers.
    """
    ink, page = _ink(image), np.zeros((rows, columns))
    if not ink.any():
        return page
    digit = _crop(ink, 0)
    scale = min(rows / digit.shape[0], columns / digit.shape[1])
    high, wide = (max(1, round(n * scale)) for n in digit.shape)
    top, left = (rows - high) // 2, (columns - wide) // 2
    page[top : top + high, left : left + wide] = _resample(digit, high, wide)
    return page


def _ink(image: ArrayLike) -> _Image:
    """Scale to 0 … 1; what is below zero is no ink."""
    try:
        ink = np.asarray(image, np.float64)
    except (TypeError, ValueError) as error:
        raise DataError("An image must be a table of numbers.") from error
    if ink.ndim != 2 or not np.isfinite(ink).all():
        raise DataError(
            "An image must be a table of finite numbers; this one has the shape {shape}.", shape=ink.shape
        )
    peak = ink.max(initial=0.0)
    return np.clip(ink / peak, 0, 1) if peak > 0 else np.zeros_like(ink)


def _crop(ink: _Image, level: float) -> _Image:
    rows, columns = (np.flatnonzero((ink > level).any(axis)) for axis in (1, 0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _enlarge(coarse: _Image) -> _Image:
    """Find crisp strokes whose average over every coarse pixel is that pixel.

    A cubic zoom alone blurs, and a threshold alone loses thin strokes and fattens thick ones. So compare
    what the thresholded zoom averages to with what it should, and zoom again with the difference added:
    iterative back-projection (Irani and Peleg, 1991).
    """
    wanted = np.pad(coarse, 1)
    guess = wanted.copy()
    for _ in range(_ROUNDS):
        guess += 0.8 * (wanted - _resample(_crisp(guess), *wanted.shape))
    return _crisp(guess)


def _crisp(guess: _Image) -> _Image:
    from scipy import ndimage

    fine: _Image = ndimage.zoom(guess, _ZOOM, order=3, mode="grid-constant", grid_mode=True)
    return np.clip((fine - 0.5) / _RAMP + 0.5, 0, 1)


def _thin(ink: _Image, keep: float) -> _Image:
    """Thin every stroke in proportion to its own width, so that thin ones do not break."""
    from scipy import ndimage

    depth: _Image = ndimage.distance_transform_edt(np.pad(ink, 1) > 0.5)
    # Half the width of the stroke nearby, looked for within the width of a broad stroke.
    reach = round(1.5 * max(ink.shape) / 8)
    half: _Image = ndimage.gaussian_filter(ndimage.maximum_filter(depth, reach), reach / 6)
    share = depth / np.maximum(half, 1)
    return np.clip((share - (1 - keep)) / _EDGE + 0.5, 0, 1)


def _fit(ink: _Image) -> _Image:
    scale = BOX / max(ink.shape)
    rows, columns = (max(1, round(n * scale)) for n in ink.shape)
    return _resample(ink, rows, columns)


def _resample(ink: _Image, rows: int, columns: int) -> _Image:
    """Average over the area of every new pixel."""
    resampled: _Image = _averages(ink.shape[0], rows) @ ink @ _averages(ink.shape[1], columns).T
    return resampled


def _averages(n: int, m: int) -> _Image:
    """Return the (m, n) matrix that averages n pixels in a row into m: the shares of their overlap."""
    edges = np.linspace(0, n, m + 1)[:, np.newaxis]
    k = np.arange(n)
    overlap: _Image = np.minimum(edges[1:], k + 1) - np.maximum(edges[:-1], k)
    return np.clip(overlap, 0, 1) * (m / n)


def _place(ink: _Image) -> _Image:
    """Put the center of mass into the middle, to the nearest whole pixel."""
    top, left = (_offset(ink.sum(axis)) for axis in (1, 0))
    page = np.zeros((SIDE, SIDE))
    page[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return page


def _offset(profile: _Image) -> int:
    center = np.average(np.arange(len(profile)), weights=profile)
    return min(max(round(SIDE / 2 - float(center)), 0), SIDE - len(profile))
