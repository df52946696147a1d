"""Colors measured and mixed: contrast, the ink that can be read on a fill, and what lies between two."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from nnviz.ui.theme.roles import Theme


def rgba(color: str | QColor) -> NDArray[np.float64]:
    """Return a color as red, green, blue and opacity, 0 … 255 each."""
    return np.array(QColor(color).getRgb(), dtype=np.float64)


def _luminance(color: str | QColor) -> float:
    channels = rgba(color)[:3] / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(a: str | QColor, b: str | QColor) -> float:
    """Return the contrast ratio of two opaque colors, 1 … 21.

    References
    ----------
    W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio".
    """
    dark, bright = sorted((_luminance(a), _luminance(b)))
    return (bright + 0.05) / (dark + 0.05)


def ink_on(theme: Theme, fill: str | QColor) -> QColor:
    """Return black or white, whichever reads better on a fill (never under 4.5:1)."""
    return QColor(_ink_on(theme, QColor(fill).name()))


@lru_cache(maxsize=2048)
def _ink_on(theme: Theme, fill: str) -> str:
    return max(theme.neuron_on_text, theme.neuron_off_text, key=lambda ink: contrast(ink, fill))


def blend(a: str | QColor, b: str | QColor, t: float) -> QColor:
    """Return the color at t = 0 … 1 on the way from a to b."""
    shade = rgba(a) + (rgba(b) - rgba(a)) * min(max(t, 0.0), 1.0)
    return QColor(*np.rint(shade).astype(int).tolist())
