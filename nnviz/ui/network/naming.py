"""Which neurons of a layer that does not fit are drawn as discs, and where."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.errors import SettingsError
from nnviz.session import Neuron, Session
from nnviz.wording import tr

ENDS = 8
"""So many are named at each end, and twice as many strongest ones."""

MOST = 64
"""More discs do not fit beside any bar."""

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Naming:
    """Which neurons are named.

    Attributes
    ----------
    kind : str
        "ends", "strongest", "row" (of the image) or "list".
    text : str
        For "list": what the user typed, such as "3, 17, 400-410".
    """

    kind: str = "ends"
    text: str = ""


def parse(text: str, size: int) -> tuple[int, ...]:
    """Return the neurons that a list such as "3, 17, 400-410" names, sorted.

    Raises
    ------
    SettingsError
        When it is no such list, or names a neuron that a layer of `size` has not, or too many.
    """
    members: set[int] = set()
    for part in text.replace("–", "-").replace(";", ",").split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise SettingsError(
                tr("write numbers and ranges, such as 3, 17, 400-410; not “{part}”", part=part)
            )
        low, high = int(first), int(last or first)
        if not low <= high < size:
            raise SettingsError(
                tr(
                    "this layer has the neurons 0 … {last}; “{part}” is not among them",
                    last=size - 1,
                    part=part,
                )
            )
        if high - low >= MOST:
            raise SettingsError(tr("at most {most} neurons can be named", most=MOST))
        members.update(range(low, high + 1))
    if len(members) > MOST:
        raise SettingsError(tr("at most {most} neurons can be named", most=MOST))
    return tuple(sorted(members))


def named(session: Session, layer: int, naming: Naming) -> Indices:
    """Return the neurons of `layer` that are named just now, sorted."""
    size = session.spec.sizes[layer]
    match naming.kind:
        case "list":
            return np.array(parse(naming.text, size), np.intp)
        case "row" if layer == 0 and session.dataset.image_shape is not None:
            return _row(session)
        case "strongest":
            weighed = _weighed(session, layer)
            if weighed is not None:
                return np.sort(np.argsort(-weighed, kind="stable")[: 2 * ENDS])
    ends = np.arange(size)
    return ends[(ends < ENDS) | (ends >= size - ENDS)]


def image_row(session: Session) -> int:
    """Return the row of the image whose pixels are named: the pointed one's, the chosen one's, the middle."""
    shape = session.dataset.image_shape
    assert shape is not None
    per_row = session.spec.sizes[0] // shape[0]
    for hit in (session.pointed, session.selection):
        k = _input_of(hit)
        if k is not None:
            return k // per_row
    return shape[0] // 2


def _row(session: Session) -> Indices:
    shape = session.dataset.image_shape
    assert shape is not None
    channels = shape[2] if len(shape) == 3 else 1
    start = image_row(session) * shape[1] * channels
    # Of a color image's pixel the first of its three inputs.
    return np.arange(start, start + shape[1] * channels, channels)[:MOST]


def _input_of(hit: Neuron | Location | None) -> int | None:
    if isinstance(hit, Neuron):
        return hit.j if hit.layer == 0 else None
    return hit.k if hit is not None and hit.layer == 1 else None


def _weighed(session: Session, layer: int) -> Array | None:
    """Return how strong each neuron is: its contribution to the chosen one, else its activation."""
    shown = session.shows(Phase("activation", layer) if layer else Phase("input", 0))
    activation = session.trace.a[layer] if shown else None
    chosen = session.selection
    if chosen is None or chosen.layer != layer + 1:
        return None if activation is None else np.abs(activation)
    weights = session.parameters.weights(layer + 1)[chosen.j]
    return np.abs(weights if activation is None else weights * activation)


def spread(heights: Array, distance: float, top: float, bottom: float) -> Array:
    """Return heights as near as can be to the given, sorted ones, but at least `distance` apart.

    Least squares under order: neighbors that are too close are pooled until no pool overlaps another.
    """
    n = len(heights)
    distance = min(distance, (bottom - top) / max(n - 1, 1))
    pools: list[tuple[float, int]] = []
    for target in heights - np.arange(n) * distance:
        mean, count = float(target), 1
        while pools and pools[-1][0] >= mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    shifts = np.concatenate([np.full(count, mean) for mean, count in pools]) if pools else np.zeros(0)
    return np.clip(shifts, top, bottom - (n - 1) * distance) + np.arange(n) * distance
