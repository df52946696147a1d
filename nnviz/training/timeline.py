"""The one history: every state the network has been in, and how each came from the one before.

Undo, redo, stepping back over an update and rewinding a training all move the position in it. Going on from
the past forks, and redo follows the new branch; nothing leads to the old one any more.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nnviz.core.arrays import read_only
from nnviz.core.network import Parameters
from nnviz.data.dataset import Dataset, PartName
from nnviz.training.trainer import Metrics, Position


class State(NamedTuple):
    """A moment: the parameters (read-only), how far their training has come, and the data they live on."""

    parameters: Parameters
    position: Position
    dataset: Dataset


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
class Change:
    """How a state came from the one before.

    Attributes
    ----------
    kind : str
        "start" (a new network, or the same one reset), "update" (one step of one example) or "run" (a
        training).
    origin : Origin or None
        For a start, how the parameters were drawn.
    example : ExampleRef or None
        For an update, the example it came from.
    rate : float or None
        For an update, its learning rate.
    metrics : tuple of Metrics
        For a run, what was measured on the way.
    """

    kind: Literal["start", "update", "run"]
    origin: Origin | None = None
    example: ExampleRef | None = None
    rate: float | None = None
    metrics: tuple[Metrics, ...] = ()


@dataclass(eq=False)
class Moment:
    """One node of the history."""

    state: State
    change: Change
    parent: "Moment | None" = field(default=None, repr=False)
    next: "Moment | None" = field(default=None, repr=False)


class Timeline:
    """A tree of moments with one present."""

    def __init__(self, state: State, origin: Origin | None) -> None:
        self.present = Moment(_frozen(state), Change("start", origin=origin))

    def push(self, change: Change, state: State) -> None:
        """Go on from the present."""
        moment = Moment(_frozen(state), change, parent=self.present)
        self.present.next = moment
        self.present = moment

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
    read_only(state.parameters.theta)
    return state
