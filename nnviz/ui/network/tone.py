"""How edges look: their strength by magnitude, and the color of much or little blue and red at one place."""

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array

LEVELS = 128
"""Steps of the tone curve per sign."""

BLOCK = 16_384
"""Pixels that are colored at a time: temporary arrays stay in the cache."""

Colors = NDArray[np.uint32]


def strengths(values: Array, gamma: float) -> tuple[Array, float]:
    """Return sign(v) · (|v| / max|v|)^γ for every edge, and max|v|.

    Where all values are 0, or one is not finite, the strengths of those are 0.
    """
    size = np.abs(values)
    scale = float(size.max(initial=0.0, where=np.isfinite(size)))
    if scale == 0:
        return np.zeros(values.shape, np.float32), 0.0
    share = np.nan_to_num(size / scale, nan=0.0, posinf=1.0).astype(np.float32)
    return np.copysign(share if gamma == 1 else share**gamma, values), scale


def tone_table(ground: Array, positive: Array, negative: Array) -> Colors:
    """Return the colors of all (blue, red) amounts as 0xffRRGGBB, shape (LEVELS², ).

    Parameters
    ----------
    ground, positive, negative : Array
        RGB, 0 … 255, shape (3,).
    """
    level = np.linspace(0, 1, LEVELS) ** 2 * 6  # finer where little is there
    blue, red = np.meshgrid(level, level, indexing="ij")
    total = blue + red
    cover = (1 - np.exp(-total))[..., None]
    # Cubed, so that the sign that prevails is seen where thousands of lines mix, instead of an even violet.
    share = np.divide(blue**3, blue**3 + red**3, out=np.full_like(blue, 0.5), where=total > 0)[..., None]
    ink = share * positive + (1 - share) * negative
    rgb = np.rint(ground + cover * (ink - ground)).astype(np.uint32)
    packed = 0xFF000000 | rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]
    return packed.astype(np.uint32).ravel()


def colored(positive: Array, negative: Array, gain: float, table: Colors) -> Colors:
    """Return the colors of the amounts times `gain` through the tone curve, in the shape of the amounts."""
    picture = np.empty(positive.shape, np.uint32)
    blue, red, flat = positive.ravel(), negative.ravel(), picture.ravel()
    for start in range(0, len(flat), BLOCK):
        some = slice(start, start + BLOCK)
        index = _levels(blue[some], gain)
        index *= LEVELS
        index += _levels(red[some], gain)
        # mode="clip": without it NumPy checks, and buffers, what it writes.
        table.take(index, out=flat[some], mode="clip")
    return picture


def _levels(amount: Array, gain: float) -> NDArray[np.int32]:
    level = amount * np.float32(gain / 6 * (LEVELS - 1) ** 2)
    # Whole numbers first: a minimum of floats has to look for NaN.
    whole = np.sqrt(level, out=level).astype(np.int32)
    return np.minimum(whole, LEVELS - 1, out=whole)
