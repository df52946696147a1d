"""What a state file holds, in the program's own terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from nnviz.core.arrays import Array
from nnviz.core.network import Location, Parameters
from nnviz.data.dataset import Dataset
from nnviz.training.lanes import Variations
from nnviz.training.timeline import ExampleRef, Origin, Painted
from nnviz.training.trainer import Metrics, Position, TrainSettings

ViewValue: TypeAlias = bool | int | float | str | None
"""What the view may remember: plain values."""

Selected: TypeAlias = Location | tuple[int, int] | None
"""A weight or a bias, a neuron as (layer, j), or nothing."""


@dataclass(frozen=True)
class DataReference:
    """Where the data are to be found again, and how to tell whether they are still the same.

    Attributes
    ----------
    reference : str
        What `nnviz.data.load` takes.
    name : str
        What they are called.
    content_hash : str
        `Dataset.content_hash`; 64 hexadecimal digits.
    """

    reference: str
    name: str
    content_hash: str

    @classmethod
    def of(cls, dataset: Dataset) -> "DataReference":
        """Refer to a data set."""
        return cls(dataset.reference, dataset.name, dataset.content_hash)


@dataclass(frozen=True)
class LineUp:
    """What races, for how long and how fast; not what was raced.

    Attributes
    ----------
    preset : str
        What the lanes were taken from.
    lanes : tuple of Variations
        What makes each of them different.
    epochs : int
        How long a race goes on.
    examples : int or None
        How many training examples the lanes get at most; None for all.
    pace : float or None
        Epochs a second; None is flat out.
    from_first : bool
        Whether they begin with the network's first numbers, and not with the present ones.
    """

    preset: str
    lanes: tuple[Variations, ...]
    epochs: int
    examples: int | None = None
    pace: float | None = None
    from_first: bool = True


@dataclass(frozen=True)
class ExamOrder:
    """How the exam is set up: the seed that shuffles it, its speed (None for at once), whether it stops."""

    seed: int | None = None
    speed: float | None = 1.0
    stops: bool = False


@dataclass(frozen=True, eq=False)
class SavedState:
    """All that a state file holds.

    Attributes
    ----------
    parameters : Parameters
        θ; float32, read-only when loaded.
    position : Position
        How far its training has come.
    data : DataReference
        What it is trained on.
    settings : TrainSettings
        How it is trained.
    example : ExampleRef
        The example on the screen. Whether the data have so many is not known here.
    cursor : int
        A position in the network's plan.
    origin : Origin or None
        How the first numbers were drawn; None for a network that came from a file.
    before : Parameters or None
        θ before the last change, of the same shape. Wanted where the cursor stands at the update: the
        trace on the screen is that of these numbers.
    optimizer : Mapping
        The optimizer's vectors by name (small letters, digits, _), each with one number per parameter, or
        one number; empty for plain SGD.
    selection : Location, (layer, j) or None
        What is chosen.
    goal : int or None
        The epoch at which a training that was paused or cut off was to end; None when none was.
    view : Mapping
        What the window remembers of itself; the keys are its own.
    metrics : tuple of Metrics
        What was measured so far.
    off : frozenset of (layer, j)
        The hidden neurons that are switched off.
    first : Parameters or None
        The numbers a network without an origin began with, which "start over" goes back to.
    rate : float or None
        The learning rate of the last update, where the cursor stands at it.
    painted : Painted or None
        The input that was changed by hand; float32, read-only when loaded. Its example need not be the one
        on the screen.
    race : LineUp or None
        What races; None where nobody has looked at the races yet, or the file is older.
    exam : ExamOrder or None
        How the exam is set up; None in an older file.
    """

    parameters: Parameters
    position: Position
    data: DataReference
    settings: TrainSettings
    example: ExampleRef
    cursor: int
    origin: Origin | None = None
    before: Parameters | None = None
    optimizer: Mapping[str, Array] = field(default_factory=dict)
    selection: Selected = None
    goal: int | None = None
    view: Mapping[str, ViewValue] = field(default_factory=dict)
    metrics: tuple[Metrics, ...] = ()
    off: frozenset[tuple[int, int]] = frozenset()
    painted: Painted | None = None
    first: Parameters | None = None
    rate: float | None = None
    race: LineUp | None = None
    exam: ExamOrder | None = None
