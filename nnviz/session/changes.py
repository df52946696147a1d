"""The words in which the Session speaks: what moved, what is chosen, how things are drawn."""

import enum
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nnviz.core.network import Location

PACES: tuple[float | None, ...] = (1.0, 10.0, 100.0, 1000.0, None)
"""Updates a second; None is flat out."""

RunState = Literal["idle", "running", "paused"]


class Changed(enum.Flag):
    """What moved. One action emits one value, so that a panel redraws once."""

    NETWORK = enum.auto()  # another shape, or other data
    PARAMETERS = enum.auto()  # the numbers: an update, undo, a training's news
    EXAMPLE = enum.auto()
    CURSOR = enum.auto()
    SELECTION = enum.auto()
    HISTORY = enum.auto()  # what undo and redo would do
    TRAINING = enum.auto()  # started, paused, ended; rate, pace, settings
    METRICS = enum.auto()
    VIEW = enum.auto()  # how things are drawn
    POINTED = enum.auto()  # what the mouse points at
    STANDING = enum.auto()  # cost and accuracy over the whole test set
    NOTATION = enum.auto()  # what the symbols are called
    EXAMPLES = enum.auto()  # which examples and parameters are looked at together
    BATCH = enum.auto()  # how far the next mini-batch has been gone through
    EXAM = enum.auto()  # what a network makes of a whole split, example by example
    RACE = enum.auto()  # the trainings side by side: their line-up, or how far they are


EVERYTHING = ~Changed(0)


class Neuron(NamedTuple):
    """One neuron; layer 0 holds the inputs."""

    layer: int
    j: int


Selection = Neuron | Location | None


EDGES = ("score", "weight", "contribution", "wish", "change")
PICTURES = (
    *("network", "matrix", "weights", "wishes", "gradient"),
    *("examples", "batch", "update", "functions", "chain"),
    *("race", "draw", "sheet", "space"),
)


@dataclass(frozen=True)
class View:
    """How things are drawn; saved with a state.

    Attributes
    ----------
    gamma : float
        The contrast of the edges: strength is (|w| / max |w|)^γ.
    edges : str
        What the edges show, one of EDGES: "score" follows the cursor (weights, and the wish −∂C/∂w where it
        has been computed), the others stay.
    picture : str
        What stands in the middle, one of PICTURES.
    """

    gamma: float = 1.0
    edges: str = "score"
    picture: str = "network"
