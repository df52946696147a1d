"""The lanes of a race: trainings from one start, in each of which one thing is changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from nnviz.core.functions import ACTIVATIONS
from nnviz.core.network import INITIALIZATIONS, NetworkSpec, Parameters, initialize
from nnviz.data.dataset import Dataset
from nnviz.data.spoiled import first, noise_images, random_labels
from nnviz.data.subset import restricted
from nnviz.errors import DataError, SettingsError, SpecError
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.schedules import SCHEDULES
from nnviz.training.settings import TrainSettings

MOST_LANES = 10
"""More curves in one plot cannot be told apart."""

NUMBERS = ("rate", "momentum", "l1", "l2", "dropout", "final")
COUNTS = ("batch",)
NAMES = ("optimizer", "schedule")
SETTINGS = (*NUMBERS, *COUNTS, *NAMES)
"""What is changed in the settings; "activation", "init", "seed", "data" and "class" are changed elsewhere."""

DATA = ("true", "random", "noise")
"""The training examples as they are, with random labels, or with noise in place of their inputs."""

KNOWN: dict[str, tuple[str, ...]] = {
    "activation": tuple(name for name in ACTIVATIONS if name != "softmax"),
    "optimizer": tuple(OPTIMIZERS),
    "schedule": SCHEDULES,
    "init": INITIALIZATIONS,
    "data": DATA,
}
"""What becomes something with a name, and which names there are; all else becomes a number."""

VARIABLE = (*SETTINGS, "seed", "class", *KNOWN)
"""All that can be changed."""


class Variation(NamedTuple):
    """One thing that is changed.

    Attributes
    ----------
    what : str
        A field of the settings, or "activation" (of the hidden layers), "init" (the scheme that draws the
        first numbers), "seed" (that draws and shuffles them), "data" (one of `DATA`) or "class" (the only
        one trained on).
    value : str, int or float
        What it becomes. A "batch" of 0 is the whole training set.
    """

    what: str
    value: str | int | float


Variations = tuple[Variation, ...]
"""What makes a lane different; () is the network, the data and the settings as they are."""


@dataclass(frozen=True, eq=False)
class Start:
    """Where all lanes come from.

    Attributes
    ----------
    parameters : Parameters
        θ to begin with.
    scheme, seed : str, int
        How it was drawn; a lane that draws anew changes one of them.
    dataset : Dataset
        The data.
    settings : TrainSettings
        How to train.
    off : frozenset of (layer, j)
        Hidden neurons that are switched off.
    """

    parameters: Parameters
    scheme: str
    seed: int
    dataset: Dataset
    settings: TrainSettings
    off: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def drawn(
        cls,
        spec: NetworkSpec,
        dataset: Dataset,
        settings: TrainSettings,
        scheme: str = "scaled",
        seed: int = 0,
        off: frozenset[tuple[int, int]] = frozenset(),
    ) -> "Start":
        """Return a start whose first numbers are drawn now; the same seed shuffles."""
        parameters = initialize(spec, scheme, seed)
        return cls(parameters, scheme, seed, dataset, replace(settings, seed=seed), off)

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self.parameters.spec

    def limited(self, examples: int | None) -> "Start":
        """Return a start with no more than so many training examples, and mini-batches no larger."""
        n = len(self.dataset.train)
        if examples is None or examples >= n:
            return self
        batch = min(self.settings.batch, examples)
        settings = replace(self.settings, batch=batch)
        return replace(self, dataset=first(self.dataset, examples), settings=settings)


@dataclass(frozen=True, eq=False)
class Lane:
    """One training of a race, ready to begin.

    Attributes
    ----------
    variations : tuple of Variation
        What makes it different.
    parameters, dataset, settings, off
        What its trainer gets.
    scheme : str
        How its first numbers were drawn, with the seed of its settings; unless they are those of the start.
    """

    variations: Variations
    parameters: Parameters
    dataset: Dataset
    settings: TrainSettings
    off: frozenset[tuple[int, int]] = frozenset()
    scheme: str = "scaled"

    @property
    def drawn(self) -> bool:
        """Whether its first numbers are those that scheme and seed draw."""
        drawn = initialize(self.parameters.spec, self.scheme, self.settings.seed)
        return bool(np.array_equal(drawn.theta, self.parameters.theta))


def lane(start: Start, variations: Variations) -> Lane:
    """Return the training that differs from the start in just these things.

    Raises
    ------
    NnvizError
        When that cannot be; see :func:`check`.
    """
    for variation in variations:
        check(start, variation)
        start = _CHANGES.get(variation.what, _set)(start, variation)
    return Lane(variations, start.parameters, start.dataset, start.settings, start.off, start.scheme)


def check(start: Start, variation: Variation) -> None:
    """Find out, quickly, whether something can be changed so.

    Raises
    ------
    NnvizError
        One sentence that says why not.
    """
    what, value = variation
    if what not in VARIABLE:
        raise SettingsError("{what!r} cannot be changed in a race", what=what)
    if what in _CHECKS:
        _CHECKS[what](start, value)
    else:
        _set(start, variation)  # settings check themselves when they are made


# What may be changed, and how


def _set(start: Start, variation: Variation) -> Start:
    value = variation.value
    if variation.what == "batch":
        n = len(start.dataset.train)
        value = min(int(value), n) or n
    elif variation.what not in NAMES:
        value = float(value)
    changed: dict[str, Any] = {variation.what: value}
    return replace(start, settings=replace(start.settings, **changed))


def _activate(start: Start, variation: Variation) -> Start:
    # The numbers stay: one scheme draws the same ones for every activation.
    spec, name = start.spec, str(variation.value)
    hidden = tuple(name for _ in spec.activations[:-1])
    spec = replace(spec, activations=(*hidden, spec.activations[-1]))
    return replace(start, parameters=Parameters(spec, start.parameters.theta))


def _draw(start: Start, variation: Variation) -> Start:
    parameters = initialize(start.spec, str(variation.value), start.seed)
    return replace(start, parameters=parameters, scheme=str(variation.value))


def _seed(start: Start, variation: Variation) -> Start:
    seed = int(variation.value)
    parameters = initialize(start.spec, start.scheme, seed)
    return replace(start, parameters=parameters, seed=seed, settings=replace(start.settings, seed=seed))


def _spoil(start: Start, variation: Variation) -> Start:
    spoil: dict[str, Callable[[Dataset, int], Dataset]]
    spoil = {"true": lambda data, seed: data, "random": random_labels, "noise": noise_images}
    return replace(start, dataset=spoil[str(variation.value)](start.dataset, start.seed))


def _restrict(start: Start, variation: Variation) -> Start:
    data, label = start.dataset, int(variation.value)
    assert data.train.labels is not None
    rows = np.flatnonzero(data.train.labels == label)
    chosen = [("train", int(row)) for row in rows]
    source = f"{data.source}; of the training examples only class {label}"
    settings = replace(start.settings, batch=min(start.settings.batch, len(rows)))
    return replace(start, dataset=restricted(data, chosen, source), settings=settings)  # type: ignore[arg-type]


_CHANGES: dict[str, Callable[[Start, Variation], Start]] = {
    "activation": _activate,
    "init": _draw,
    "seed": _seed,
    "data": _spoil,
    "class": _restrict,
}


# Whether it can be


def _check_activation(start: Start, value: str | int | float) -> None:
    if start.spec.depth == 1:
        raise SpecError("this network has no hidden layer whose activation could be changed")
    if value not in KNOWN["activation"]:
        raise SpecError(
            "{value!r} is not known here; choose one of {names}",
            value=value,
            names=", ".join(KNOWN["activation"]),
        )


def _check_scheme(start: Start, value: str | int | float) -> None:
    if value not in INITIALIZATIONS:
        raise SpecError(
            "{value!r} is not known here; choose one of {names}",
            value=value,
            names=", ".join(INITIALIZATIONS),
        )


def _check_whole(start: Start, value: str | int | float) -> None:
    if int(value) != value or value < 0:
        raise SettingsError("a whole number from 0, not {value}", value=value)


def _check_batch(start: Start, value: str | int | float) -> None:
    _check_whole(start, value)
    n = len(start.dataset.train)
    if int(value) > n:
        raise SettingsError(
            "the training set has {n:,} examples, a mini-batch cannot have {value:,}", n=n, value=value
        )


def _check_data(start: Start, value: str | int | float) -> None:
    if value not in DATA:
        raise DataError(
            "{value!r} is not known here; choose one of {names}", value=value, names=", ".join(DATA)
        )
    classes = start.dataset.classes
    if value == "random" and (classes is None or len(classes) != start.dataset.n_outputs):
        raise DataError("random labels need data with classes, one output for each")


def _check_class(start: Start, value: str | int | float) -> None:
    labels = start.dataset.train.labels
    if labels is None:
        raise DataError("these data have no classes to train on one of them only")
    if not (labels == value).any():
        raise DataError("no training example is of class {value}", value=value)


_CHECKS: dict[str, Callable[[Start, str | int | float], None]] = {
    "activation": _check_activation,
    "init": _check_scheme,
    "seed": _check_whole,
    "batch": _check_batch,
    "data": _check_data,
    "class": _check_class,
}
