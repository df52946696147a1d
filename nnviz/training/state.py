"""What the history holds: the state of a network, and how it came from the one before."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from nnviz.core.arrays import Array, read_only
from nnviz.core.network import Location, Parameters
from nnviz.data.dataset import Dataset, PartName
from nnviz.training.optimizers import OptimizerState
from nnviz.training.trainer import Metrics, Position, Trainer, TrainSettings

if TYPE_CHECKING:
    from nnviz.training.course import Course


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
    optimizer : OptimizerState
        What the optimizer remembers, and where the run began that a schedule belongs to.
    """

    parameters: Parameters
    position: Position
    dataset: Dataset
    off: frozenset[tuple[int, int]] = frozenset()
    painted: Painted | None = None
    optimizer: OptimizerState = OptimizerState()

    @classmethod
    def of(cls, trainer: Trainer) -> "State":
        """Return where a trainer stands, as a copy."""
        theta = read_only(trainer.parameters.theta.copy())
        parameters = Parameters(trainer.parameters.spec, theta)
        return cls(parameters, trainer.position, trainer.dataset, trainer.off, optimizer=trainer.optimizer)

    def trainer(self, settings: TrainSettings) -> Trainer:
        """Return a trainer that goes on from here."""
        return Trainer(self.parameters, self.dataset, settings, self.position, self.off, self.optimizer)

    @property
    def nbytes(self) -> int:
        """How much memory its own arrays take; the data are shared."""
        painted = 0 if self.painted is None else self.painted.x.nbytes
        return self.parameters.theta.nbytes + self.optimizer.nbytes + painted

    def example(self, example: "ExampleRef") -> tuple[Array, Array]:
        """Return an example's input, with what was painted on it, and its target; float64."""
        x, y = self.dataset.split(example.split).example(example.index)
        if self.painted is not None and self.painted.example == example:
            x = self.painted.x.astype(np.float64)
        return x, y

    def frozen(self) -> "State":
        """Return the same state, read-only."""
        # A new object: views that were made while θ could still be written would stay writable.
        parameters = Parameters(self.parameters.spec, read_only(self.parameters.theta))
        return self._replace(parameters=parameters)


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
        "parameter" (one weight or bias), "weights" (those that arrive at a neuron), "input", "switch" (a
        neuron on or off), "landscape" (all parameters, from a place in a picture of the cost), or one point
        of the data: "add point", "move point", "remove point".
    location : Location or None
        For a parameter, which.
    neuron : (layer, j) or None
        For weights and a switch, whose.
    """

    kind: Literal[
        "parameter", "weights", "input", "switch", "landscape", "add point", "move point", "remove point"
    ]
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
        For an update, an edited input and a point of the data, the example it is about.
    rate : float or None
        For an update, its learning rate.
    metrics : tuple of Metrics
        For a run, what was measured on the way.
    course : Course or None
        For a run, what brings every update of it back.
    edit : Edit or None
        For an edit, what was changed.
    """

    kind: Literal["start", "update", "run", "edit"]
    origin: Origin | None = None
    example: ExampleRef | None = None
    rate: float | None = None
    metrics: tuple[Metrics, ...] = ()
    edit: Edit | None = None
    course: "Course | None" = field(default=None, compare=False)
