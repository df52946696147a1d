"""Commands that choose the example, the phase, and what is taken apart."""

import numpy as np

from nnviz.commands.arguments import NEURON, WEIGHT, Argument, OneOf, Real, Whole
from nnviz.commands.command import Command, taking
from nnviz.commands.phases import PhaseName, phase_position
from nnviz.core.network import Location
from nnviz.errors import SettingsError
from nnviz.session import Neuron, Selection, Session
from nnviz.session.examples import ROWS
from nnviz.wording import tr


def existing(session: Session, chosen: Selection, field: str) -> Selection:
    """Return what is chosen.

    Raises
    ------
    SettingsError
        When the present network has no such neuron or parameter.
    """
    if not session.has(chosen):
        raise SettingsError(
            tr("a {spec} network has none such; indices count from 0", spec=session.spec), field=field
        )
    return chosen


def _show_example(session: Session, part: str, index: int | None, label: int | None, nth: int) -> None:
    split = session.dataset.split(part)  # type: ignore[arg-type]  # one of the two by its kind
    if (index is None) == (label is None):
        raise SettingsError(tr("an example is chosen by its index or by its label"), field="index")
    if label is not None:
        rows = np.flatnonzero(split.labels == label) if split.labels is not None else np.zeros(0)
        if nth >= len(rows):
            raise SettingsError(tr("there are {n} examples of that class", n=len(rows)), field="label")
        index = int(rows[nth])
    if index is None or index >= len(split):
        raise SettingsError(tr("there are {n:,} examples", n=len(split)), field="index")
    session.go_to_example(part, index)  # type: ignore[arg-type]


def _go_to(session: Session, at: str) -> None:
    session.jump(phase_position(session, at))


def _select(
    session: Session,
    neuron: tuple[int, int] | None,
    weight: tuple[int, int, int] | None,
    bias: tuple[int, int] | None,
) -> None:
    given = [name for name, value in (("neuron", neuron), ("weight", weight), ("bias", bias)) if value]
    if len(given) != 1:
        raise SettingsError(tr("one thing can be chosen: a neuron, a weight or a bias"), field="neuron")
    chosen: Selection
    if neuron is not None:
        chosen = Neuron(*neuron)
    elif weight is not None:
        chosen = Location("w", *weight)
    else:
        assert bias is not None
        chosen = Location("b", *bias)
    session.select(existing(session, chosen, given[0]))


def _noise(session: Session, kind: str, seed: int, other: int | None, share: float) -> None:
    if not session.drawings.possible:
        raise SettingsError(tr("these data are no images"), field="kind")
    if kind == "random":
        session.nonsense.random_pixels(seed)
    elif kind == "shuffled":
        session.nonsense.shuffle(seed)
    elif other is None or other >= len(session.split):
        raise SettingsError(tr("a mix needs another example of the split"), field="other")
    else:
        session.nonsense.mix(other, share)


def _choose_examples(session: Session, first: int | None, label: int | None) -> None:
    if label is not None:
        session.examples.choose_class(label)
    elif first is not None:
        session.examples.choose_first(first)
    else:
        session.examples.choose_one_of_each()


def _choose_rows(
    session: Session, show: str | None, biases: int | None, weight: tuple[int, int, int] | None
) -> None:
    if show is not None:
        session.examples.set_rows(show)
    chosen = [] if biases is None else _biases(session, biases)
    if weight is not None:
        chosen.append(Location("w", *weight))
        existing(session, chosen[-1], "weight")
    for location in chosen:
        session.examples.add_row(location)


def _biases(session: Session, layer: int) -> list[Location]:
    existing(session, Location("b", layer, 0), "biases")
    return [Location("b", layer, j) for j in range(session.spec.sizes[layer])]


def _these_only(session: Session) -> None:
    session.examples.cut_to_these()


def _step_through_batch(session: Session, done: int) -> None:
    session.batch.jump(done)


CHOOSING: tuple[Command, ...] = (
    taking(
        "example",
        "Shows the network an example, by its index or as one of a class.",
        _show_example,
        Argument("part", OneOf(("train", "test")), "of the training set or of the test set", "test"),
        Argument("index", Whole(), "which one, from 0", None),
        Argument("label", Whole(), "any of this class, from 0", None),
        Argument("nth", Whole(), "which of that class, from 0", 0),
    ),
    taking(
        "cursor",
        "Goes to a phase of the score; “update” also makes the update.",
        _go_to,
        Argument("at", PhaseName(), "which phase"),
    ),
    taking(
        "select",
        "Chooses a neuron, a weight or a bias; “deselect” lets it go.",
        _select,
        Argument("neuron", NEURON, "a neuron; layer 0 is the input", None),
        Argument("weight", WEIGHT, "a weight: to neuron j of a layer from neuron k before it", None),
        Argument("bias", NEURON, "the bias of a neuron", None),
    ),
    taking(
        "noise",
        "Shows the network what is no example: random or shuffled pixels, or the mean of two examples.",
        _noise,
        Argument("kind", OneOf(("random", "shuffled", "mix")), "which", "random"),
        Argument("seed", Whole(1), "of what is random", 1),
        Argument("other", Whole(), "for a mix, the index of the other example", None),
        Argument("share", Real(0, 1), "for a mix, its weight", 0.5),
    ),
    taking(
        "examples",
        "Chooses the examples that are looked at together; without arguments one of each class.",
        _choose_examples,
        Argument("first", Whole(1, 1000), "so many of the training set", None),
        Argument("label", Whole(), "all of one class", None),
    ),
    taking(
        "rows",
        "Chooses the weights and biases whose nudges the table of examples shows.",
        _choose_rows,
        Argument("show", OneOf(ROWS), "which; “own” are those that somebody has chosen", None),
        Argument("biases", Whole(1), "a layer, all of whose biases are added to the chosen ones", None),
        Argument("weight", WEIGHT, "a weight that is added to them", None),
    ),
    taking(
        "these-only",
        "Makes the examples that are looked at together the whole training set.",
        _these_only,
    ),
    taking(
        "batch-step",
        "Goes through the next mini-batch up to so many of its examples; one more takes the mean.",
        _step_through_batch,
        Argument("done", Whole(), "how many examples have been added"),
    ),
)
