"""Commands that change the network or its input by hand."""

from collections.abc import Iterator

from nnviz.commands.arguments import NEURON, WEIGHT, Argument, Real, Wholes, YesNo
from nnviz.commands.choosing import existing
from nnviz.commands.command import Command, taking
from nnviz.core.network import Location
from nnviz.errors import SettingsError
from nnviz.session import Neuron, Session
from nnviz.wording import tr


def _set_weight(session: Session, weight: tuple[int, int, int], value: float) -> None:
    location = Location("w", *weight)
    existing(session, location, "weight")
    session.set_parameter(location, value)


def _set_bias(session: Session, bias: tuple[int, int], value: float) -> None:
    location = Location("b", *bias)
    existing(session, location, "bias")
    session.set_parameter(location, value)


def _paint_weights(
    session: Session,
    neuron: tuple[int, int],
    value: float,
    rows: tuple[int, int] | None,
    columns: tuple[int, int] | None,
) -> None:
    layer = neuron[0]
    existing(session, Neuron(*neuron), "neuron")
    if layer == 0:
        raise SettingsError(tr("no weights lead to an input"), field="neuron")
    if layer == 1:
        places = _pixels(session, rows, columns)
    elif rows or columns:
        raise SettingsError(tr("only the weights from the pixels have rows and columns"), field="rows")
    else:
        places = range(session.spec.sizes[layer - 1])
    session.paint_weights(Neuron(*neuron), dict.fromkeys(places, value))


def _paint_input(
    session: Session, value: float, rows: tuple[int, int] | None, columns: tuple[int, int] | None
) -> None:
    session.paint_input(dict.fromkeys(_pixels(session, rows, columns), value))


def _pixels(
    session: Session, rows: tuple[int, int] | None, columns: tuple[int, int] | None
) -> range | list[int]:
    """Return the inputs of a rectangle of pixels, its ends included; all of them without one."""
    if rows is None and columns is None:
        return range(session.spec.sizes[0])
    shape = session.dataset.image_shape
    if shape is None:
        raise SettingsError(tr("these data are no images"), field="rows")
    across = _within("columns", columns, shape[1])
    channels = shape[2] if len(shape) > 2 else 1
    return list(_numbers(_within("rows", rows, shape[0]), across, shape[1], channels))


def _numbers(rows: range, columns: range, width: int, channels: int) -> Iterator[int]:
    for row in rows:
        for column in columns:
            first = (row * width + column) * channels
            yield from range(first, first + channels)


def _within(name: str, ends: tuple[int, int] | None, size: int) -> range:
    first, last = ends or (0, size - 1)
    if not first <= last < size:
        raise SettingsError(
            tr("two numbers from 0 to {last}, the smaller one first", last=size - 1), field=name
        )
    return range(first, last + 1)


def _switch(session: Session, neuron: tuple[int, int], on: bool) -> None:
    existing(session, Neuron(*neuron), "neuron")
    session.switch(Neuron(*neuron), on)


ROWS = Argument("rows", Wholes(0, 2, 2, "[first, last]"), "of the image, from 0; all without it", None)
COLUMNS = Argument("columns", Wholes(0, 2, 2, "[first, last]"), "of the image, from 0; all without it", None)

EDITING: tuple[Command, ...] = (
    taking(
        "set-weight",
        "Sets one weight.",
        _set_weight,
        Argument("weight", WEIGHT, "which: to neuron j of a layer, from neuron k before it"),
        Argument("value", Real(), "its value"),
    ),
    taking(
        "set-bias",
        "Sets one bias.",
        _set_bias,
        Argument("bias", NEURON, "whose"),
        Argument("value", Real(), "its value"),
    ),
    taking(
        "paint-weights",
        "Sets the weights that lead to a neuron: all, or those from a rectangle of pixels.",
        _paint_weights,
        Argument("neuron", NEURON, "whose"),
        Argument("value", Real(), "their value"),
        ROWS,
        COLUMNS,
    ),
    taking(
        "paint-input",
        "Sets pixels of the input: all, or those of a rectangle.",
        _paint_input,
        Argument("value", Real(0, 1), "their value"),
        ROWS,
        COLUMNS,
    ),
    taking(
        "switch",
        "Switches a hidden neuron off, so that its activation is 0, or on again.",
        _switch,
        Argument("neuron", NEURON, "which"),
        Argument("on", YesNo(), "whether it is on", False),
    ),
)
