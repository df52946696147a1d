"""A whole state as a .nnviz file: all that must be known to go on where one was.

It is a safetensors file too: the vectors as tensors, and one text of JSON, "state". Nothing in it is
executed. Everything is checked when it is read, and in the same way before it is written, so that no file is
saved which could not be opened.
"""

import math
import os
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import Array, read_only
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.files.atomic import write_atomic
from nnviz.files.container import float32, opened, pack, saving
from nnviz.files.fields import Fields, Flaw, briefly, dump_json, parse_json, read_spec
from nnviz.files.header import Tensor, check_kind, tensor_of
from nnviz.files.saved_state import SavedState
from nnviz.files.state_fields import FIRST_WITH_EDITS, FIRST_WITH_RACES, Vectors, read_fields, state_fields
from nnviz.saying import Text
from nnviz.training.timeline import Painted
from nnviz.training.trainer import Metrics

FORMAT = "nnviz-state"

VERSION = 5
"""Raise it when a field is added here, or to Metrics, TrainSettings or Position; the old must still be read.

1. The first.
2. "off", "painted" and the tensor "painted": what can be changed by hand besides θ.
3. In "settings" the optimizer and all that goes with it.
4. In "metrics" RMSE and R² of both sets, four columns more.
5. "race" and "exam", how these are set up, and the tensor "gradient_norms", a row for each measurement.
"""

EXTENSION = ".nnviz"

_COLUMNS = tuple(name for name in Metrics._fields if name != "gradient_norms")
"""What is kept of a measurement in one table: single numbers."""

_WITHIN = {
    f"{split}_{name}": limits
    for split in ("train", "test")
    for name, limits in {
        "accuracy": (0, 1),
        "rmse": (0, math.inf),
        "r_squared": (-math.inf, 1),
    }.items()
}
"""Between what the numbers lie that do not apply to all data."""

FIRST_WITH_FITS, _COLUMNS_BEFORE = 4, 8
"""The version from which on a measurement has RMSE and R², and how many numbers it had before."""

_OPTIMIZER = "optimizer."
_OPTIMIZER_NAME = re.compile(r"optimizer\.[a-z][a-z0-9_]{0,39}")


def save_state(path: str | os.PathLike[str], state: SavedState) -> None:
    """Save a state; an interrupted save leaves the old file whole.

    Raises
    ------
    FileError
        If the file cannot be written, or the state is one that could not be opened again.
    """
    with saving(path):
        arrays = _arrays(state)
        metadata = {"format": FORMAT, "version": str(VERSION), "state": dump_json(state_fields(state))}
        _decoded(metadata, {name: tensor_of(array) for name, array in arrays.items()}, lambda: arrays)
        data = pack(arrays, metadata)
    write_atomic(path, data)


def load_state(path: str | os.PathLike[str]) -> SavedState:
    """Read a state file.

    Raises
    ------
    FileError
        If the file cannot be read, is damaged, is of another kind, or was written by a newer program; with
        one sentence that names it and the cause.
    """
    with opened(path) as file:
        return _decoded(file.metadata, file.tensors, file.arrays)


def _arrays(state: SavedState) -> dict[str, NDArray[Any]]:
    arrays: dict[str, NDArray[Any]] = {"metrics": _metrics_table(state.metrics)}
    arrays["gradient_norms"] = _norms_table(state.metrics, state.parameters.spec.depth)
    arrays["parameters"] = _vector(state.parameters.theta)
    if state.before is not None:
        if state.before.spec != state.parameters.spec:
            raise Flaw("the parameters before the last change are those of another network")
        arrays["before"] = _vector(state.before.theta)
    if state.first is not None:
        if state.first.spec != state.parameters.spec:
            raise Flaw("the parameters it began with are those of another network")
        arrays["first"] = _vector(state.first.theta)
    if state.painted is not None:
        arrays["painted"] = _vector(state.painted.x)
    for name, vector in state.optimizer.items():
        arrays[_OPTIMIZER + name] = _vector(vector)
    return arrays


def _vector(values: Array) -> NDArray[Any]:
    with np.errstate(over="ignore"):  # what does not fit becomes ∞, which is found and named later
        return np.asarray(values, np.float32)


def _metrics_table(metrics: tuple[Metrics, ...]) -> NDArray[np.float64]:
    rows = [[getattr(row, name) for name in _COLUMNS] for row in metrics]
    table = np.array([[math.nan if v is None else v for v in row] for row in rows], np.float64)
    return table.reshape(-1, len(_COLUMNS))


def _norms_table(metrics: tuple[Metrics, ...], depth: int) -> NDArray[np.float64]:
    """Return a row for each measurement and a column for each layer, NaN where nothing was measured."""
    none = (math.nan,) * depth
    rows = [row.gradient_norms if len(row.gradient_norms or ()) == depth else none for row in metrics]
    return np.array(rows, np.float64).reshape(-1, depth)


def _decoded(
    metadata: Mapping[str, str],
    tensors: Mapping[str, Tensor],
    arrays: Callable[[], Mapping[str, NDArray[Any]]],
) -> SavedState:
    """Check everything that can be checked before the arrays are read, then read them."""
    check_kind(metadata, FORMAT, VERSION)
    if "state" not in metadata:
        raise Flaw("the text 'state' is missing")
    fields = Fields(parse_json(metadata["state"], Text("its text '{name}'", name="state")))
    spec = read_spec(fields.inner("network"))
    version = int(metadata["version"])
    _check_tensors(tensors, spec, version)
    plain = read_fields(fields, spec, Vectors("before" in tensors, "painted" in tensors), version)
    numbers = dict(arrays())
    metrics = _read_metrics(numbers.pop("metrics"), _columns(version))
    metrics = _with_norms(metrics, numbers.pop("gradient_norms", None))
    vectors = {name: read_only(float32(name, vector)) for name, vector in numbers.items()}
    before, first = vectors.pop("before", None), vectors.pop("first", None)
    painted = vectors.pop("painted", None)
    if painted is not None:
        plain["painted"] = Painted(plain["painted"], painted)
    return SavedState(
        parameters=Parameters(spec, vectors.pop("parameters")),
        before=None if before is None else Parameters(spec, before),
        first=None if first is None else Parameters(spec, first),
        optimizer={name.removeprefix(_OPTIMIZER): vector for name, vector in vectors.items()},
        metrics=metrics,
        **plain,
    )


def _check_tensors(tensors: Mapping[str, Tensor], spec: NetworkSpec, version: int) -> None:
    norms = ("gradient_norms",) if version >= FIRST_WITH_RACES else ()
    for name in ("parameters", "metrics", *norms):
        if name not in tensors:
            raise Flaw("the tensor {name!r} is missing", name=name)
    for name, tensor in tensors.items():
        _check_tensor(name, tensor, spec, version)
    rows = tensors["metrics"].shape[0]
    if norms and tensors["gradient_norms"] != ("F64", (rows, spec.depth)):
        tensor = tensors["gradient_norms"]
        wanted = f"F64, {rows} × {spec.depth}"
        raise Flaw(
            "the tensor 'gradient_norms' is {dtype}, {tensor}, and not {wanted}",
            dtype=tensor.dtype,
            tensor=tensor,
            wanted=wanted,
        )


def _check_tensor(name: str, tensor: Tensor, spec: NetworkSpec, version: int) -> None:
    n, n_inputs = spec.parameter_count, spec.sizes[0]
    if name == "metrics":
        columns = len(_columns(version))
        fits = tensor.dtype == "F64" and len(tensor.shape) == 2 and tensor.shape[1] == columns
        wanted: object = Text("F64, rows of {columns}", columns=columns)
    elif name in ("parameters", "before", "first"):
        fits, wanted = tensor == ("F32", (n,)), f"F32, {n}"
    elif name == "gradient_norms" and version >= FIRST_WITH_RACES:
        return  # together with "metrics"
    elif name == "painted" and version >= FIRST_WITH_EDITS:
        fits, wanted = tensor == ("F32", (n_inputs,)), f"F32, {n_inputs}"
    elif _OPTIMIZER_NAME.fullmatch(name):
        fits, wanted = tensor in (("F32", (n,)), ("F32", (1,))), Text("F32, {n} or 1", n=n)
    else:
        raise Flaw("a tensor {name} is not known here", name=briefly(name))
    if not fits:
        raise Flaw(
            "the tensor {name!r} is {dtype}, {tensor}, and not {wanted}",
            name=name,
            dtype=tensor.dtype,
            tensor=tensor,
            wanted=wanted,
        )


def _columns(version: int) -> tuple[str, ...]:
    return _COLUMNS if version >= FIRST_WITH_FITS else _COLUMNS[:_COLUMNS_BEFORE]


def _read_metrics(table: NDArray[Any], columns: tuple[str, ...]) -> tuple[Metrics, ...]:
    rows = (dict(zip(columns, row, strict=True)) for row in table.tolist())
    return tuple(_read_measurement(i, row) for i, row in enumerate(rows))


def _with_norms(metrics: tuple[Metrics, ...], norms: NDArray[Any] | None) -> tuple[Metrics, ...]:
    """Return measurements with their gradients' lengths, where these were measured."""
    if norms is None:
        return metrics
    if (norms < 0).any():
        raise Flaw("a number in 'gradient_norms' is below 0")
    pairs = zip(metrics, norms.tolist(), strict=True)
    return tuple(
        m if all(map(math.isnan, row)) else m._replace(gradient_norms=tuple(row)) for m, row in pairs
    )


def _read_measurement(i: int, row: dict[str, Any]) -> Metrics:
    """Check one row. The costs may be anything: those of a training that ran away are no numbers."""
    for name in ("updates", "epochs", "samples_per_second", "seconds"):
        if not 0 <= row[name] < math.inf:
            raise _unfit(i, name, row[name])
    if row["updates"] != math.floor(row["updates"]):
        raise _unfit(i, "updates", row["updates"])
    for name, (low, high) in _WITHIN.items():
        if name in row:
            row[name] = _within(i, name, row[name], low, high)
    return Metrics(**row | {"updates": int(row["updates"])})


def _within(i: int, name: str, value: float, low: float, high: float) -> float | None:
    """Return a number that may be missing, and lies between two others if it is there."""
    if not (math.isnan(value) or low <= value <= high):
        raise _unfit(i, name, value)
    return None if math.isnan(value) else value


def _unfit(i: int, name: str, value: float) -> Flaw:
    return Flaw("row {i} of the tensor 'metrics' has {value} for {name}", i=i, value=value, name=name)
