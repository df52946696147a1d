"""States to save, small and complete."""

import json
from dataclasses import replace

import by_hand
import numpy as np

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.files import DataReference, ExamOrder, LineUp, SavedState
from nnviz.training.lanes import Variation
from nnviz.training.timeline import ExampleRef, Origin, Painted
from nnviz.training.trainer import Metrics, Position, TrainSettings

SPEC = NetworkSpec((3, 2, 1), ("relu", "sigmoid"), "squared")

HASH = "3dc6d0a8d8e19e16d2e055c67c8ae3ae59636be398092e5370a8ec5271aba875"

THETA = np.array([1, 4, 2, 5, 3, 6, 7, 8, 9, -10, 0.5], np.float32)

FIELDS = {
    "network": {"sizes": [3, 2, 1], "activations": ["relu", "sigmoid"], "cost": "squared"},
    "position": {"epoch": 2, "used": 30, "updates": 303},
    "origin": {"scheme": "he", "seed": 5},
    "settings": {"rate": 0.25, "batch": 10, "epochs": 30, "seed": 7},
    "goal": 32,
    "data": {"reference": "/data/mnist", "name": "mnist", "content_hash": HASH},
    "example": {"split": "test", "index": 12},
    "cursor": 4,
    "selection": {"kind": "w", "layer": 1, "j": 1, "k": 2},
    "view": {"pace": None, "zoom": 1.5, "row": 3, "playing": False, "layout": "AAAA"},
}
"""What the text "state" of `full` says: version 1, for ever."""

FIELDS_2 = FIELDS | {"off": [[1, 1]], "painted": {"split": "train", "index": 3}, "rate": None}
"""What the text "state" of `edited` says: version 2, for ever."""

PAINTED = np.array([0.5, 0, 1], np.float32)

TENSORS = {
    "metrics": (
        "F64",
        [[100, 1.0, 0.5, 0.6, 0.8, np.nan, 1e5, 0.25], [200, 2.0, np.nan, np.inf, 1, 0, 0, 1]],
    ),
    "parameters": ("F32", THETA),
    "before": ("F32", -THETA),
    "optimizer.m": ("F32", THETA / 2),
    "optimizer.t": ("F32", [3]),
}


def full():
    """Return a state in which everything there can be is there."""
    return SavedState(
        parameters=Parameters(SPEC, THETA.copy()),
        position=Position(2, 30, 303),
        data=DataReference("/data/mnist", "mnist", HASH),
        settings=TrainSettings(0.25, 10, 30, 7),
        example=ExampleRef("test", 12),
        cursor=4,
        origin=Origin("he", 5),
        before=Parameters(SPEC, -THETA),
        optimizer={"m": THETA / 2, "t": np.float32([3])},
        selection=Location("w", 1, 1, 2),
        goal=32,
        view={"pace": None, "zoom": 1.5, "row": 3, "playing": False, "layout": "AAAA"},
        metrics=(
            Metrics(100, 1.0, 0.5, 0.6, 0.8, None, 1e5, 0.25),
            Metrics(200, 2.0, float("nan"), float("inf"), 1.0, 0.0, 0.0, 1.0),
        ),
    )


def edited():
    """Return that state with all that version 2 added: a neuron switched off, and a painted input."""
    return replace(full(), off=frozenset({(1, 1)}), painted=Painted(ExampleRef("train", 3), PAINTED.copy()))


NEW_IN_3 = {
    "optimizer": "sgd",
    "momentum": 0.9,
    "schedule": "constant",
    "final": 0.01,
    "l1": 0.0,
    "l2": 0.0,
    "dropout": 0.0,
    "target_accuracy": None,
    "patience": None,
}
"""What version 3 says in "settings" besides, for ever."""


def metrics_4(*fits):
    """Return the table "metrics" as version 4 has it: RMSE and R² of both sets in four columns more."""
    _, rows = TENSORS["metrics"]
    return "F64", [[*row, *more] for row, more in zip(rows, fits or ([np.nan] * 4,) * 2, strict=True)]


def fitted():
    """Return the plain state with all that version 4 added: a measurement of data without classes."""
    first, second = full().metrics
    return replace(full(), metrics=(first, Metrics(*second[:8], None, 0.25, 0.5, -3.0, 0.75)))


FITS = ([np.nan] * 4, [0.25, 0.5, -3.0, 0.75])
"""Those four columns of `fitted`."""


NORMS = ([np.nan, np.nan], [0.5, np.inf])
"""The table "gradient_norms" of `raced`, as version 5 has it: a column for each layer."""

NEW_IN_5 = {
    "race": {
        "preset": "rates",
        "lanes": [[], [["rate", 0.5]], [["optimizer", "adam"], ["batch", 0]]],
        "epochs": 7,
        "examples": None,
        "pace": None,
        "from_first": False,
    },
    "exam": {"seed": 3, "speed": None, "stops": True},
}
"""What version 5 says besides in `raced`, for ever."""


def raced():
    """Return the plain state with all that version 5 added."""
    first, second = full().metrics
    lanes = ((), (Variation("rate", 0.5),), (Variation("optimizer", "adam"), Variation("batch", 0)))
    return replace(
        full(),
        metrics=(first, second._replace(gradient_norms=(0.5, float("inf")))),
        race=LineUp("rates", lanes, 7, None, None, from_first=False),
        exam=ExamOrder(3, None, stops=True),
    )


def contents_5(**fields):
    """Return the bytes of `raced`, made by hand; but for some keys of the text."""
    settings = FIELDS["settings"] | NEW_IN_3
    fields = FIELDS_2 | {"painted": None, "off": [], "settings": settings} | NEW_IN_5 | fields
    tensors = {"metrics": metrics_4(), "gradient_norms": ("F64", [*NORMS])}
    return contents(tensors=tensors, texts={"version": "5"}, **fields)


def contents(*without, tensors=None, texts=None, **fields):
    """Return the bytes of `full`, made by hand; but for some tensors, texts, or keys of the text."""
    metadata = {"format": "nnviz-state", "version": "1", "state": json.dumps(FIELDS | fields)} | (texts or {})
    kept = {name: entry for name, entry in (TENSORS | (tensors or {})).items() if name not in without}
    return by_hand.container(kept, metadata)


def contents_2(*without, tensors=None, **fields):
    """Return the bytes of `edited`, made by hand; but for some tensors or keys of the text."""
    tensors = {"painted": ("F32", PAINTED)} | (tensors or {})
    return contents(*without, tensors=tensors, texts={"version": "2"}, **(FIELDS_2 | fields))


def same(a, b):
    """Say whether two states are the same, bit for bit; NaN is the same as NaN."""
    return exactly(a) == exactly(b)


def exactly(state):
    """Return everything in a state as values that can be compared."""
    before = None if state.before is None else (state.before.spec, bits(state.before.theta))
    return (
        (state.parameters.spec, bits(state.parameters.theta), before),
        {name: bits(vector) for name, vector in state.optimizer.items()},
        (state.position, state.data, state.settings, state.example, state.cursor, state.origin, state.goal),
        (type(state.selection), state.selection),
        {key: (type(value), value) for key, value in state.view.items()},
        repr(state.metrics),
        state.off,
        (state.race, state.exam),
        None if state.painted is None else (state.painted.example, bits(state.painted.x)),
    )


def bits(array):
    """Return an array's type and bytes."""
    return array.dtype.name, array.tobytes()
