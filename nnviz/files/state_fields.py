"""The JSON text of a state file: everything but the vectors, there and back."""

import re
from dataclasses import asdict
from typing import Any, NamedTuple, cast

from nnviz.core.network import INITIALIZATIONS, LARGEST_SEED, Location, NetworkSpec
from nnviz.core.steps import plan
from nnviz.data.dataset import PartName
from nnviz.errors import SettingsError, SpecError
from nnviz.files.fields import Fields, Flaw, bare, is_finite_number, spec_fields
from nnviz.files.saved_state import DataReference, ExamOrder, LineUp, SavedState, Selected, ViewValue
from nnviz.saying import Text
from nnviz.training.lanes import KNOWN, MOST_LANES, VARIABLE, Variation
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.race_presets import PRESETS
from nnviz.training.schedules import SCHEDULES
from nnviz.training.timeline import ExampleRef, Origin
from nnviz.training.trainer import Position, TrainSettings

FIRST_WITH_EDITS = 2
"""The version from which on a file says which neurons are off and whether an input was painted."""

FIRST_WITH_OPTIMIZERS = 3
"""The version from which on a file says more of how to train than rate, batch, epochs and seed."""

FIRST_WITH_RACES = 5
"""The version from which on a file says what races, and how the exam is taken."""

_NAMES = {"optimizer": tuple(OPTIMIZERS), "schedule": SCHEDULES}


def state_fields(state: SavedState) -> dict[str, Any]:
    """Describe a state in JSON's terms, without its vectors; the inverse of `read_fields` and `read_spec`."""
    return {
        "network": spec_fields(state.parameters.spec),
        "position": state.position._asdict(),
        "origin": None if state.origin is None else state.origin._asdict(),
        "settings": asdict(state.settings),
        "goal": state.goal,
        "data": asdict(state.data),
        "example": asdict(state.example),
        "cursor": state.cursor,
        "selection": _selection_fields(state.selection),
        "view": dict(state.view),
        "off": [[int(layer), int(j)] for layer, j in sorted(state.off)],
        "painted": None if state.painted is None else asdict(state.painted.example),
        "rate": state.rate,
        "race": None if state.race is None else _race_fields(state.race),
        "exam": None if state.exam is None else asdict(state.exam),
    }


def _race_fields(race: LineUp) -> dict[str, object]:
    lanes = [[[one.what, one.value] for one in variations] for variations in race.lanes]
    return asdict(race) | {"lanes": lanes}


class Vectors(NamedTuple):
    """Which of the tensors that may be missing a file has."""

    before: bool
    painted: bool


def _selection_fields(selection: Selected) -> dict[str, object] | None:
    if selection is None:
        return None
    if isinstance(selection, Location):
        return selection._asdict()
    layer, j = selection
    return {"layer": layer, "j": j}


def read_fields(fields: Fields, spec: NetworkSpec, has: Vectors, version: int) -> dict[str, Any]:
    """Return what `SavedState` wants besides its vectors; of "painted" the example alone.

    Raises
    ------
    Flaw
        Naming the key whose value is not what it may be in a network of this shape.
    """
    update = plan(spec).update
    cursor = fields.whole("cursor", high=update)
    if cursor == update and not has.before:
        raise Flaw("'cursor' stands at the update, but the tensor 'before' is missing")
    plain: dict[str, Any] = {
        "position": _read_position(fields.inner("position")),
        "origin": _read_origin(fields),
        "settings": _read_settings(fields.inner("settings"), version),
        "goal": None if fields.take("goal") is None else fields.whole("goal"),
        "data": _read_data(fields.inner("data")),
        "example": _read_example(fields.inner("example")),
        "cursor": cursor,
        "selection": _read_selection(fields, spec),
        "view": _read_view(fields),
        "off": frozenset(),
        "painted": None,
        "rate": None,
        "race": None,
        "exam": None,
    }
    if version >= FIRST_WITH_EDITS:
        plain |= {"off": _read_off(fields, spec), "painted": _read_painted(fields)}
        plain["rate"] = None if fields.take("rate") is None else fields.real("rate")
    if version >= FIRST_WITH_RACES:
        plain |= {"race": _read_race(fields), "exam": _read_exam(fields)}
    if has.painted != (plain["painted"] is not None):
        raise Flaw("'painted' and the tensor 'painted' must both be there, or neither")
    fields.end()
    return plain


def _read_position(fields: Fields) -> Position:
    position = Position(*(fields.whole(key) for key in Position._fields))
    fields.end()
    return position


def _read_origin(fields: Fields) -> Origin | None:
    if fields.take("origin") is None:
        return None
    inner = fields.inner("origin")
    origin = Origin(inner.choice("scheme", INITIALIZATIONS), inner.whole("seed", high=LARGEST_SEED))
    inner.end()
    return origin


def _read_settings(fields: Fields, version: int) -> TrainSettings:
    values: dict[str, Any] = {
        "rate": fields.real("rate"),
        "batch": fields.whole("batch"),
        "epochs": fields.whole("epochs"),
        "seed": fields.whole("seed", high=LARGEST_SEED),
    }
    if version >= FIRST_WITH_OPTIMIZERS:
        values |= {name: fields.choice(name, known) for name, known in _NAMES.items()}
        values |= {name: fields.real(name) for name in ("momentum", "final", "l1", "l2", "dropout")}
        target, patience = fields.take("target_accuracy"), fields.take("patience")
        values["target_accuracy"] = None if target is None else fields.real("target_accuracy")
        values["patience"] = None if patience is None else fields.whole("patience")
    fields.end()
    try:
        return TrainSettings(**values)
    except SettingsError as error:
        raise Flaw("{where}: {error}", where=fields.path(error.field or ""), error=error) from error


def _read_data(fields: Fields) -> DataReference:
    data = DataReference(*(fields.text(key) for key in ("reference", "name", "content_hash")))
    if not re.fullmatch(r"[0-9a-f]{64}", data.content_hash):
        raise fields.unfit("content_hash", data.content_hash, Text("64 hexadecimal digits"))
    fields.end()
    return data


def _read_example(fields: Fields) -> ExampleRef:
    split = cast(PartName, fields.choice("split", ("train", "test")))
    example = ExampleRef(split, fields.whole("index"))
    fields.end()
    return example


def _read_off(fields: Fields, spec: NetworkSpec) -> frozenset[tuple[int, int]]:
    """Return the neurons that are switched off: pairs of layer and j, each of a hidden neuron, each once."""
    pairs = fields.take("off")
    if not isinstance(pairs, list) or not all(_is_hidden(pair, spec) for pair in pairs):
        raise fields.unfit("off", pairs, Text("a list of hidden neurons"))
    off = frozenset((layer, j) for layer, j in pairs)
    if len(off) < len(pairs):
        raise fields.unfit("off", pairs, Text("a list in which each neuron stands once"))
    return off


def _is_hidden(pair: object, spec: NetworkSpec) -> bool:
    if not isinstance(pair, list) or len(pair) != 2 or not all(type(n) is int for n in pair):
        return False
    layer, j = pair
    return bool(0 < layer < spec.depth and 0 <= j < spec.sizes[layer])


def _read_painted(fields: Fields) -> ExampleRef | None:
    return None if fields.take("painted") is None else _read_example(fields.inner("painted"))


def _read_race(fields: Fields) -> LineUp | None:
    if fields.take("race") is None:
        return None
    inner = fields.inner("race")
    lanes = inner.items("lanes")
    if not 1 <= len(lanes) <= MOST_LANES or not all(isinstance(lane, list) for lane in lanes):
        raise inner.unfit("lanes", lanes, Text("a list of 1 to {n} lanes", n=MOST_LANES))
    race = LineUp(
        inner.choice("preset", PRESETS),
        tuple(tuple(_read_variation(inner, one) for one in lane) for lane in lanes),
        inner.whole("epochs", low=1),
        None if inner.take("examples") is None else inner.whole("examples", low=1),
        None if inner.take("pace") is None else inner.real("pace"),
        inner.flag("from_first"),
    )
    inner.end()
    return race


def _read_variation(fields: Fields, pair: object) -> Variation:
    """Return one thing that is changed in a lane. Whether it fits data and network is not known here."""
    if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and pair[0] in VARIABLE:
        what, value = pair
        names = KNOWN.get(what)
        if is_finite_number(value) if names is None else isinstance(value, str) and value in names:
            return Variation(what, value)
    raise fields.unfit("lanes", pair, Text("something that can be changed in a race"))


def _read_exam(fields: Fields) -> ExamOrder | None:
    if fields.take("exam") is None:
        return None
    inner = fields.inner("exam")
    exam = ExamOrder(
        None if inner.take("seed") is None else inner.whole("seed", high=LARGEST_SEED),
        None if inner.take("speed") is None else inner.real("speed"),
        inner.flag("stops"),
    )
    inner.end()
    return exam


def _read_selection(fields: Fields, spec: NetworkSpec) -> Selected:
    if fields.take("selection") is None:
        return None
    inner = fields.inner("selection")
    layer = inner.whole("layer", high=spec.depth)
    j = inner.whole("j", high=spec.sizes[layer] - 1)
    if "kind" not in inner:
        inner.end()
        return (layer, j)
    location = _read_location(inner, layer, j)
    inner.end()
    try:
        spec.index(location)
    except SpecError as error:
        raise Flaw("'selection': {error}", error=error) from error
    return location


def _read_location(fields: Fields, layer: int, j: int) -> Location:
    if fields.choice("kind", ("w", "b")) == "w":
        return Location("w", layer, j, fields.whole("k"))
    if fields.take("k") is not None:
        raise fields.unfit("k", fields.take("k"), Text("null, for a bias has none"))
    return Location("b", layer, j)


def _read_view(fields: Fields) -> dict[str, ViewValue]:
    view = fields.take("view")
    inner = fields.inner("view")
    for key, value in view.items():
        if not (value is None or isinstance(value, (bool, str)) or is_finite_number(value)):
            raise inner.unfit(bare(key), value, Text("a plain value"))
    return dict(view)
