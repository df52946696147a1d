"""Which components of ∇C are listed, and in which order: indices into θ, without a row object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.core.arrays import Array, BoolArray, IntArray
from nnviz.core.network import NetworkSpec

Order = Literal["position", "value", "component", "size"]
Kinds = Literal["all", "w", "b"]


@dataclass(frozen=True)
class Filter:
    """What is listed: one layer or all (None), weights, biases or both."""

    layer: int | None = None
    kinds: Kinds = "all"

    def reach(self, spec: NetworkSpec) -> tuple[int, int]:
        """Return from where to where in θ the chosen layer, or the whole network, stands."""
        if self.layer is None:
            return 0, spec.parameter_count
        return spec.offsets[self.layer - 1], spec.offsets[self.layer]


def listed(spec: NetworkSpec, chosen: Filter) -> IntArray:
    """Return the indices of what passes a filter, in the order of θ."""
    first, last = chosen.reach(spec)
    places = np.arange(first, last, dtype=np.int64)
    if chosen.kinds == "all":
        return places
    weights: BoolArray = spec.weight_mask()[first:last]
    return places[weights if chosen.kinds == "w" else ~weights]


def ordered(places: IntArray, order: Order, descending: bool, theta: Array, gradient: Array) -> IntArray:
    """Sort indices into θ.

    Parameters
    ----------
    places : IntArray
        In the order of θ.
    order : str
        "position"; "value" of θ; "component" of −∇C with its sign; "size", the component without it.
    descending : bool
        The largest, or the last, first. Where two are 0, or unknown, the one that comes first in θ is first.
    theta, gradient : Array
        θ and ∇C, shape (parameter_count,); NaN, where nothing is known, comes last.

    Returns
    -------
    places : IntArray
        The same indices in another order.
    """
    if order == "position":
        return places[::-1] if descending else places
    keys = theta[places] if order == "value" else -gradient[places]
    keys = np.abs(keys) if order == "size" else keys
    return places[_sorted(-keys if descending else keys)]


def _sorted(keys: Array) -> IntArray:
    """Return the order of the keys; zeros and unknown ones, often most of a gradient, keep theirs."""
    zero, unknown = keys == 0, np.isnan(keys)
    apart = zero | unknown
    if not apart.any():
        return np.argsort(keys)
    rest = np.flatnonzero(~apart)
    rest = rest[np.argsort(keys[rest])]
    before = int(np.count_nonzero(keys[rest] < 0))
    return np.concatenate([rest[:before], np.flatnonzero(zero), rest[before:], np.flatnonzero(unknown)])
