"""The one history: every state the network has been in, and how each came from the one before.

Undo, redo, stepping back over an update and rewinding a training all move the position in it. Going on from
the past begins a new branch, which redo follows; nothing leads to the old one any more.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nnviz.core.arrays import Array, read_only
from nnviz.core.network import Location, Parameters
from nnviz.data.dataset import Dataset, PartName
from nnviz.training.trainer import Metrics, Position


class Painted(NamedTuple):
    """An input changed by hand, shape (n_0,), read-only, and the example it was before."""

    example: "ExampleRef"
    x: Array


class State(NamedTuple):
    """A moment of a network.

    Attributes
    ----------
    parameters : Parameters
        θ, read-only.
    position : Position
        How far its training has come.
    dataset : Dataset
        The data it lives on.
    off : frozenset of (layer, j)
        The hidden neurons that are switched off.
    painted : Painted or None
        The input that was changed by hand.
    """

    parameters: Parameters
    position: Position
    dataset: Dataset
    off: frozenset[tuple[int, int]] = frozenset()
    painted: Painted | None = None


class Origin(NamedTuple):
    """Where a network's first numbers came from: the scheme and the seed of its initialization."""

    scheme: str
    seed: int


@dataclass(frozen=True)
class ExampleRef:
    """Which example was on the screen: the split's name and the index in it, from 0."""

    split: PartName
    index: int


@dataclass(frozen=True)
class Edit:
    """What was changed by hand.

    Attributes
    ----------
    kind : str
        "parameter" (one weight or bias), "weights" (those that arrive at a neuron), "input", or "switch"
        (a neuron on or off).
    location : Location or None
        For a parameter, which.
    neuron : (layer, j) or None
        For weights and a switch, whose.
    """

    kind: Literal["parameter", "weights", "input", "switch"]
    location: Location | None = None
    neuron: tuple[int, int] | None = None


@dataclass(frozen=True)
class Change:
    """How a state came from the one before.

    Attributes
    ----------
    kind : str
        "start" (a new network, or the same one reset), "update" (one step of one example), "run" (a
        training) or "edit" (something changed by hand).
    origin : Origin or None
        For a start, how the parameters were drawn.
    example : ExampleRef or None
        For an update and an edited input, the example it is about.
    rate : float or None
        For an update, its learning rate.
    metrics : tuple of Metrics
        For a run, what was measured on the way.
    edit : Edit or None
        For an edit, what was changed.
    """

    kind: Literal["start", "update", "run", "edit"]
    origin: Origin | None = None
    example: ExampleRef | None = None
    rate: float | None = None
    metrics: tuple[Metrics, ...] = ()
    edit: Edit | None = None


@dataclass(eq=False)
class Moment:
    """One node of the history."""

    state: State
    change: Change
    parent: "Moment | None" = field(default=None, repr=False)
    next: "Moment | None" = field(default=None, repr=False)


class Timeline:
    """A line of moments with one present."""

    def __init__(self, state: State, origin: Origin | None) -> None:
        self.present = Moment(_frozen(state), Change("start", origin=origin))

    def push(self, change: Change, state: State) -> None:
        """Go on from the present."""
        moment = Moment(_frozen(state), change, parent=self.present)
        self.present.next = moment
        self.present = moment

    def amend(self, state: State) -> None:
        """Replace the present state: the edit that led to it goes on."""
        self.present.state = _frozen(state)

    @property
    def undoable(self) -> Change | None:
        """The change that undo would take back."""
        return self.present.change if self.present.parent is not None else None

    @property
    def redoable(self) -> Change | None:
        """The change that redo would bring back."""
        return self.present.next.change if self.present.next is not None else None

    def undo(self) -> None:
        """Move one moment back; the beginning stays where it is."""
        if self.present.parent is not None:
            self.present = self.present.parent

    def redo(self) -> None:
        """Move forward again along the newest branch."""
        if self.present.next is not None:
            self.present = self.present.next

    def beginning(self) -> Moment:
        """Return the moment at which the present network was made or last reset."""
        moment = self.present
        while moment.change.kind != "start" and moment.parent is not None:
            moment = moment.parent
        return moment

    def metrics(self) -> tuple[Metrics, ...]:
        """Return what was measured between the beginning and the present, in order."""
        runs: list[tuple[Metrics, ...]] = []
        moment: Moment | None = self.present
        while moment is not None:
            runs.append(moment.change.metrics)
            if moment.change.kind == "start":
                break
            moment = moment.parent
        return tuple(m for run in reversed(runs) for m in run)


def _frozen(state: State) -> State:
    # A new object: views that were made while θ could still be written would stay writable.
    parameters = Parameters(state.parameters.spec, read_only(state.parameters.theta))
    return state._replace(parameters=parameters)
