"""How edges look: their strength by magnitude, and the color of much or little blue and red at one place."""

from math import isfinite

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array

LEVELS = 128
"""Steps of the tone curve per sign."""

BLOCK = 131_072
"""Pixels that are colored at a time: the arrays stay in the cache, and the calls are few. With each of them
the window's thread and a training's pass the interpreter to and fro."""

Colors = NDArray[np.uint32]

# To reckon in: new arrays would cost more time than the coloring itself. Only the window's thread colors.
_LEVEL = np.empty((2, BLOCK), np.int32)


def strengths(values: Array, gamma: float) -> tuple[Array, float]:
    """Return sign(v) · (|v| / max|v|)^γ for every edge, and max|v|.

    Where all values are 0, or one is not finite, the strengths of those are 0.
    """
    size = np.abs(values)
    scale = float(size.max(initial=0.0))
    finite = isfinite(scale)
    if not finite:
        scale = float(size.max(initial=0.0, where=np.isfinite(size)))
    if scale == 0:
        return np.zeros(values.shape, np.float32), 0.0
    if finite and gamma == 1:
        return (values / scale).astype(np.float32, copy=False), scale
    size /= scale
    share = (size if finite else np.nan_to_num(size, nan=0.0, posinf=1.0)).astype(np.float32, copy=False)
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


def squared_levels(gain: float) -> np.float32:
    """Return what amounts are multiplied by, so that their square root is the level on the tone curve."""
    return np.float32(gain / 6 * (LEVELS - 1) ** 2)


def tone(positive: Array, negative: Array, table: Colors, out: Colors) -> Colors:
    """Return the colors of amounts through the tone curve; all arrays are flat.

    Parameters
    ----------
    positive, negative : Array
        How much blue and how much red reaches each pixel, in `squared_levels`; float32, shape (pixels,).
    table : Colors
        See `tone_table`.
    out : Colors
        Where the colors are written, shape (pixels,); it is returned.
    """
    for start in range(0, len(out), BLOCK):
        some = slice(start, start + BLOCK)
        levels = _LEVEL[:, : len(out[some])]
        # Whole numbers first: a minimum of floats has to look for NaN.
        np.sqrt(positive[some], out=levels[0], casting="unsafe")
        np.sqrt(negative[some], out=levels[1], casting="unsafe")
        np.minimum(levels, LEVELS - 1, out=levels)
        index = levels[0]
        index *= LEVELS
        index += levels[1]
        # mode="clip": without it NumPy checks, and buffers, what it writes.
        table.take(index, out=out[some], mode="clip")
    return out
