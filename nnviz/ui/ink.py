"""Images as the theme shows them: gray as its ink on its paper, color in its own colors."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.core.arrays import Array
from nnviz.ui import theme

WHITE = 255


def picture(values: Array) -> QImage:
    """Return an image of the theme now in use, one pixel for each of its own.

    Parameters
    ----------
    values : array, shape (rows, columns) or (rows, columns, channels)
        From 0 to 1; what lies outside is cut, NaN counts as 0. One channel is ink, three are colors.
    """
    rows, columns = values.shape[:2]
    shades = np.rint(WHITE * np.clip(np.nan_to_num(values.reshape(rows, columns, -1)), 0, 1)).astype(np.uint8)
    if shades.shape[2] == 1:
        pixels = _inks(theme.current())[shades[..., 0]]
    else:
        pixels = np.full((rows, columns, 4), WHITE, np.uint8)
        pixels[..., :3] = shades
    # QImage does not own its pixels; the copy does.
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()


@lru_cache(maxsize=16)
def _inks(now: theme.Theme) -> NDArray[np.uint8]:
    """Return the colors of 256 amounts of ink, RGBA."""
    off, on = (np.array(now.color(role).getRgb()) for role in ("image_off", "image_on"))
    share = np.linspace(0, 1, WHITE + 1)[:, None]
    return np.rint(off + (on - off) * share).astype(np.uint8)
