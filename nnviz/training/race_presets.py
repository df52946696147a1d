"""Races that show something: what makes each lane different, for the network, data and settings there are."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from nnviz.core.network import INITIALIZATIONS
from nnviz.errors import DataError, SettingsError
from nnviz.training.lanes import DATA, Start, Variation, Variations
from nnviz.training.optimizers import OPTIMIZERS


@dataclass(frozen=True)
class Preset:
    """A race that shows something.

    Attributes
    ----------
    name : str
        Its stable name, one of `PRESETS`.
    lanes : tuple
        What makes each lane different.
    epochs : int
        How long it takes to see it.
    examples : int or None
        How many training examples all its lanes get at most.
    """

    name: str
    lanes: tuple[Variations, ...]
    epochs: int = 10
    examples: int | None = None


FEW = 2000
"""So few examples can be learned by heart."""

SIZES = (1, 10, 100)
"""Mini-batches, besides the whole set."""

ADAPTIVE_RATE = 0.003
"""A usual rate of RMSProp and Adam, which divide the gradient by its own size."""


def preset(name: str, start: Start) -> Preset:
    """Return a preset as it fits the present network, data and settings.

    Raises
    ------
    SettingsError
        When there is none of that name.
    """
    if name not in PRESETS:
        raise SettingsError(
            "{name!r} is not known here; choose one of {names}", name=name, names=", ".join(PRESETS)
        )
    return _PRESETS[name](start)


def _each(name: str, what: str, values: tuple[str | int | float, ...], epochs: int = 10) -> Preset:
    return Preset(name, tuple((Variation(what, value),) for value in values), epochs)


def _optimizers(start: Start) -> Preset:
    plain = start.settings.rate if start.settings.optimizer == "sgd" else 0.1
    share = 1 - start.settings.momentum  # the sum of the momentum's steps is 1/(1 − μ) of one
    rates = {"sgd": plain, "momentum": plain * share, "nesterov": plain * share}
    lanes = tuple(
        (
            Variation("optimizer", name),
            Variation("rate", float(f"{rates.get(name, ADAPTIVE_RATE):.3g}")),
        )
        for name in OPTIMIZERS
    )
    return Preset("optimizers", lanes)


def _one_class(start: Start) -> Preset:
    labels = start.dataset.train.labels
    if labels is None:
        raise DataError("these data have no classes to train on one of them only")
    found = np.unique(labels)[:3].tolist()
    return Preset("class", ((), *((Variation("class", int(label)),) for label in found)))


_PRESETS: dict[str, Callable[[Start], Preset]] = {
    "activations": lambda start: _each("activations", "activation", ("sigmoid", "relu")),
    "rates": lambda start: _each("rates", "rate", (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)),
    "batches": lambda start: _each(
        "batches", "batch", (*(n for n in SIZES if n < len(start.dataset.train)), 0)
    ),
    "inits": lambda start: _each("inits", "init", INITIALIZATIONS),
    "seeds": lambda start: _each("seeds", "seed", tuple(range(10))),
    "memorizing": lambda start: replace(_each("memorizing", "data", DATA, 30), examples=FEW),
    "class": _one_class,
    "optimizers": _optimizers,
}

PRESETS = tuple(_PRESETS)
