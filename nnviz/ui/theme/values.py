"""Numbers shown as colors: signed ones from negative to positive, activations from off to on, heights."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QColor

from nnviz.ui.theme.mixing import rgba
from nnviz.ui.theme.roles import Theme

_STEPS = 255
_INVALID = 2 * _STEPS + 1


@lru_cache(maxsize=16)
def _sign_table(theme: Theme, ground: str) -> NDArray[np.uint32]:
    """Return the colors of −1 … 1 in 511 steps and of not-a-number, one packed RGBA each."""
    t = np.linspace(-1.0, 1.0, 2 * _STEPS + 1)[:, None]
    end = np.where(t < 0, rgba(theme.negative), rgba(theme.positive))
    shades = rgba(ground) + (end - rgba(ground)) * np.abs(t)
    return _packed(np.vstack([shades, rgba(theme.invalid)]))


@lru_cache(maxsize=16)
def _gray_table(theme: Theme) -> NDArray[np.uint32]:
    """Return the fills of activation 0 … 1 in 511 steps and of not-a-number."""
    t = np.linspace(0.0, 1.0, 2 * _STEPS + 1)[:, None]
    off, on = rgba(theme.neuron_off), rgba(theme.neuron_on)
    return _packed(np.vstack([off + (on - off) * t, rgba(theme.invalid)]))


@lru_cache(maxsize=16)
def _relief_table(theme: Theme) -> NDArray[np.uint32]:
    """Return the colors of height 0 … 1 in 511 steps and of not-a-number."""
    stops = np.array([rgba(color) for color in theme.relief])
    places, t = np.linspace(0.0, 1.0, len(stops)), np.linspace(0.0, 1.0, 2 * _STEPS + 1)
    shades = np.stack([np.interp(t, places, channel) for channel in stops.T], axis=1)
    return _packed(np.vstack([shades, rgba(theme.invalid)]))


def _packed(shades: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Four bytes as one number: a look-up moves one item per pixel and not four."""
    return np.ascontiguousarray(np.rint(shades).astype(np.uint8)).view(np.uint32)[:, 0]


def _look_up(table: NDArray[np.uint32], unit: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    """Return the table's colors for values of −1 … 1, shape (…, 4)."""
    steps = np.atleast_1d(unit) * _STEPS  # a new array, then worked on in place
    steps += _STEPS + 0.5
    np.clip(steps, 0.5, 2 * _STEPS + 0.5, out=steps)
    index = steps.astype(np.uint16)
    missing = np.isnan(steps)
    if missing.any():
        index[missing] = _INVALID
    return table.take(index, mode="clip")[..., None].view(np.uint8).reshape(*unit.shape, 4)


def sign_colors(
    theme: Theme, values: ArrayLike, scale: float, ground: str | None = None
) -> NDArray[np.uint8]:
    """Color signed numbers: the ground at 0, full positive or negative at ±scale.

    Parameters
    ----------
    theme : Theme
        Gives the two colors of sign.
    values : array_like, shape (…)
        Values beyond ±scale take the full color, NaN the theme's `invalid`.
    scale : float
        The magnitude of the full color, usually max |values|. At 0 everything is ground.
    ground : str, optional
        Color of zero; the theme's background unless told (a picture on a card: `theme.surface`).

    Returns
    -------
    ndarray of uint8, shape (…, 4)
        Opaque RGBA, contiguous: as it stands a QImage of Format_RGBA8888.
    """
    numbers = np.asarray(values)
    if not np.issubdtype(numbers.dtype, np.floating):
        numbers = numbers.astype(np.float64)
    factor = 1.0 / scale if scale > float(np.finfo(np.float32).tiny) else 0.0
    # inf and NaN are colored, not complained about.
    with np.errstate(invalid="ignore", over="ignore"):
        return _look_up(_sign_table(theme, ground or theme.background), numbers * numbers.dtype.type(factor))


def channel_colors(theme: Theme, values: ArrayLike, scale: float) -> NDArray[np.uint8]:
    """Color signed numbers of three channels: mid gray at 0, up to ±scale more or less of each color.

    Parameters
    ----------
    theme : Theme
        Gives the color of what is no number.
    values : array_like, shape (…, 3)
        For red, green and blue; beyond ±scale they take the full color.
    scale : float
        The magnitude of the full color. At 0 everything is gray.

    Returns
    -------
    ndarray of uint8, shape (…, 4)
        Opaque RGBA, contiguous; the same in every theme, for these are the colors of the images themselves.
    """
    numbers = np.asarray(values, dtype=np.float32)
    factor = 1.0 / scale if scale > float(np.finfo(np.float32).tiny) else 0.0
    colors = np.full((*numbers.shape[:-1], 4), _STEPS, np.uint8)
    with np.errstate(invalid="ignore", over="ignore"):
        shades = np.clip(_STEPS / 2 * (1 + numbers * np.float32(factor)), 0, _STEPS)
    missing = np.isnan(shades).any(axis=-1)
    colors[..., :3] = np.rint(np.nan_to_num(shades))
    colors[missing] = rgba(theme.invalid)
    return colors


def neuron_colors(theme: Theme, values: ArrayLike, low: float, high: float) -> NDArray[np.uint8]:
    """Return the fills of many neurons, RGBA of shape (…, 4); see `neuron_color`."""
    if low < 0.0:
        return sign_colors(theme, values, max(-low, high), theme.neuron_off)
    span = high - low if high > low else 1.0
    numbers = np.asarray(values, dtype=np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        return _look_up(_gray_table(theme), (numbers - low) / span * 2.0 - 1.0)


def neuron_color(theme: Theme, value: float, low: float = 0.0, high: float = 1.0) -> QColor:
    """Return the fill of a neuron's disc.

    Parameters
    ----------
    theme : Theme
        Black … white in the dark theme, white … black in the light one.
    value : float
        The activation.
    low, high : float
        The range that the fill shows. With low < 0 the activation is signed, and the fill diverges
        from 0 to the positive and the negative color, full at max(−low, high).
    """
    return QColor(*neuron_colors(theme, value, low, high).tolist())


def relief_colors(theme: Theme, values: ArrayLike, low: float, high: float) -> NDArray[np.uint8]:
    """Color heights from the theme's ground at `low` to its strongest color at `high`.

    Parameters
    ----------
    theme : Theme
        Gives the colors.
    values : array_like, shape (…)
        Values beyond the ends take the ends' colors, NaN the theme's `invalid`.
    low, high : float
        The heights of the two ends.

    Returns
    -------
    ndarray of uint8, shape (…, 4)
        Opaque RGBA, contiguous: as it stands a QImage of Format_RGBA8888.
    """
    span = high - low if high > low else 1.0
    numbers = np.asarray(values, dtype=np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        return _look_up(_relief_table(theme), (numbers - low) / span * 2.0 - 1.0)


def sign_glyph(theme: Theme, value: float) -> str:
    """Return + or − for a signed mark if the palette asks for glyphs, else nothing."""
    if not theme.glyphs or not value:
        return ""
    return "+" if value > 0 else "−"
