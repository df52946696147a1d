"""Numbers all over the plane as colors, and the legend that says what these mean."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec
from nnviz.ui import theme
from nnviz.ui.brightness import brightness_span
from nnviz.ui.class_colors import class_role
from nnviz.ui.plane.seen import Seen, Span
from nnviz.ui.signed_image import largest
from nnviz.wording import activation_name, brightness_ends
from nnviz.wording.plane import difference_text, strongest_text

Colors = NDArray[np.uint8]

STRENGTH = 0.62
"""The large surface and its legend are drawn so strongly: the points over it stand out in the full color."""


class Legend(NamedTuple):
    """What a surface's colors mean: words, a bar that runs through roles of the theme, and its two ends."""

    words: str
    low: str
    roles: tuple[str, ...]
    high: str


class Shade(NamedTuple):
    """A surface in colors.

    Attributes
    ----------
    colors : ndarray of uint8, shape (rows, columns, 4)
        Opaque RGBA.
    legend : Legend
        What they mean.
    signed : Array or None
        The numbers where they have a sign, shape (rows, columns), for palettes that do not leave it to color.
    scale : float
        The magnitude of their full color.
    """

    colors: Colors
    legend: Legend
    signed: Array | None = None
    scale: float = 1.0


def shade(seen: Seen) -> Shade:
    """Color the large surface."""
    spec, classes = seen.spec, seen.dataset.classes
    if seen.subject is not None:
        return _activation(seen.surface[0], seen.subject.layer, spec, _span(seen))
    if classes is None or spec.sizes[-1] == 1:
        return _activation(seen.surface[0], spec.depth, spec, _span(seen))
    return _difference(seen) if spec.sizes[-1] == 2 else _strongest(seen)


def _span(seen: Seen) -> Span:
    """Return a scale that holds for the neuron's small surface, if it has one, and for the large one."""
    layer, j = seen.subject or (seen.spec.depth, 0)
    values = seen.surface[0]
    low, high = brightness_span(seen.spec, layer, values)
    small = seen.spans.get(layer, {}).get(j, (low, high))
    return min(low, small[0]), max(high, small[1])


def _activation(values: Array, layer: int, spec: NetworkSpec, span: Span) -> Shade:
    now = theme.current()
    if layer == 0:
        span = -max(-span[0], span[1]), max(-span[0], span[1])
    signed = span[0] < 0
    roles = ("negative", "neuron_off", "positive") if signed else ("neuron_off", "neuron_on")
    if layer:
        name = spec.activations[layer - 1]
        legend = Legend(activation_name(name), brightness_ends(name)[0], roles, brightness_ends(name)[1])
    else:
        low, high = brightness_ends("identity")
        legend = Legend("", low, roles, high)
    colors = theme.neuron_colors(now, values, *span)
    return Shade(colors, legend, values if signed else None, max(-span[0], span[1]))


def _difference(seen: Seen) -> Shade:
    """Two classes: blue where the first one's output is larger, red where the second one's is."""
    first, second = seen.dataset.classes or ("", "")
    values = seen.surface[0] - seen.surface[1]
    low, high = _bounds(seen.spec)
    scale = high - low if low is not None and high is not None else largest(values)
    colors = theme.sign_colors(theme.current(), values, scale)
    legend = Legend(difference_text(), second, ("negative", "background", "positive"), first)
    return Shade(colors, legend, values, scale)


def _strongest(seen: Seen) -> Shade:
    """Color each cell as the class with the largest output, as strongly as that output is large."""
    outputs, n = seen.surface, len(seen.surface)
    best = outputs.argmax(axis=0)
    top = outputs.max(axis=0)
    low, high = _bounds(seen.spec)
    bottom = low if low is not None else min(float(np.nan_to_num(top).min(initial=0.0)), 0.0)
    full = high if high is not None else max(largest(top), 1e-9)
    share = np.clip(np.nan_to_num((top - bottom) / (full - bottom)), 0, 1)[..., None]
    ground, *ends = (_rgb(role) for role in ("background", *(class_role(j, n) for j in range(n))))
    colors = np.full((*best.shape, 4), 255, np.uint8)
    colors[..., :3] = np.rint(ground + (np.stack(ends)[best] - ground) * share)
    colors[~np.isfinite(top), :3] = _rgb("invalid")
    low_text, high_text = brightness_ends(seen.spec.activations[-1])
    return Shade(colors, Legend(strongest_text(), low_text, ("background", "text_muted"), high_text))


def _bounds(spec: NetworkSpec) -> Span | tuple[float | None, float | None]:
    function = spec.activation(spec.depth)
    return function.low, function.high


def _rgb(role: str) -> NDArray[np.float64]:
    return np.array(theme.current().color(role).getRgb()[:3], np.float64)  # type: ignore[index]
