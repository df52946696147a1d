"""What the picture shows, computed: surfaces of the answer and of neurons, and what points are taken for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.arrays import Array, IntArray, read_only
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import masks_of
from nnviz.core.surface import Rectangle, answers
from nnviz.data import plane
from nnviz.data.dataset import Dataset, PartName
from nnviz.session import Neuron
from nnviz.session.points import PlaneData
from nnviz.training.trainer import guesses
from nnviz.ui.brightness import brightness_span

SIDE, TILE = 100, 40
"""Cells at a side of the large surface, and of the small ones."""

MOST = 1500
"""Points of each part that are shown, the first."""

PARTS: tuple[PartName, ...] = ("train", "test")

Span = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Seen:
    """One network over the plane.

    Attributes
    ----------
    spec, dataset
        Of what.
    subject : Neuron or None
        What the large surface shows: this neuron, or the answer.
    surface : Array
        Shape (n_L, SIDE, SIDE) of the answer, (1, SIDE, SIDE) of a neuron; rows from the top.
    tiles : dict of int to dict of int to Array
        Layer → neuron → shape (TILE, TILE).
    spans : dict of int to dict of int to (low, high)
        Layer → neuron → the activations that the faintest and the strongest fill stand for.
    guesses : dict of str to IntArray
        Of each part what the shown points are taken for; empty where there are no classes.
    """

    spec: NetworkSpec
    dataset: Dataset
    subject: Neuron | None
    surface: Array
    tiles: dict[int, dict[int, Array]]
    spans: dict[int, dict[int, Span]]
    guesses: dict[PartName, IntArray]


def look(
    parameters: Parameters,
    off: frozenset[tuple[int, int]],
    dataset: Dataset,
    known: PlaneData,
    subject: Neuron | None,
    chosen: Mapping[int, Sequence[int]],
) -> Seen:
    """Compute what the picture shows.

    Parameters
    ----------
    parameters, off, dataset
        The network and its data.
    known : PlaneData
        How these are points in the plane.
    subject : Neuron or None
        What the large surface shows.
    chosen : mapping of int to sequence of int
        Layer → the neurons that have a small one.
    """
    spec, masks = parameters.spec, masks_of(parameters.spec, off)
    outputs = range(spec.sizes[-1])
    of = {spec.depth: outputs} if subject is None else {subject.layer: (subject.j,)}
    (large,) = answers(parameters, _cells(known.square, known.features, SIDE), of, masks).values()
    small = answers(parameters, _cells(known.square, known.features, TILE), chosen, masks)
    tiles = {
        layer: dict(zip(js, small[layer].reshape(-1, TILE, TILE), strict=True))
        for layer, js in chosen.items()
    }
    spans = {
        layer: {j: brightness_span(spec, layer, values) for j, values in shown.items()}
        for layer, shown in tiles.items()
    }
    taken = {}
    if dataset.train.labels is not None:
        for part in PARTS:
            x = dataset.split(part).x[:MOST]
            taken[part] = guesses(spec, answers(parameters, x, {spec.depth: outputs}, masks)[spec.depth].T)
    return Seen(spec, dataset, subject, large.reshape(-1, SIDE, SIDE), tiles, spans, taken)


def cost(spec: NetworkSpec) -> int:
    """Return about how many multiplications it takes."""
    return spec.parameter_count * (SIDE**2 + TILE**2 + MOST)


@lru_cache(maxsize=8)
def _cells(square: Rectangle, features: tuple[str, ...], side: int) -> Array:
    return read_only(plane.inputs(square.cells(side), features).astype(np.float32))
