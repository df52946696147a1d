"""The words in which the Session speaks: what moved, what is chosen, how things are drawn."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

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
    DESCENT = enum.auto()  # what goes downhill on a curve or a surface, and how far
    LANDSCAPE = enum.auto()  # the network's own cost along a line or over a plane: more of it, or another


EVERYTHING = ~Changed(0)

NEWS = Changed.PARAMETERS | Changed.METRICS
"""What a training tells while it runs, many times a second."""


class Neuron(NamedTuple):
    """One neuron; layer 0 holds the inputs."""

    layer: int
    j: int


Selection = Neuron | Location | None


EDGES = ("score", "weight", "contribution", "wish", "change")
PICTURES = (
    *("network", "matrix", "weights", "wishes", "gradient"),
    *("examples", "batch", "update", "functions", "chain"),
    *("race", "draw", "sheet", "space", "plane", "curve"),
)
WORKSPACES = ("explore", "train", "descent", "lessons")
PAGES = ("curves", "settings", "layers", "example", "exam", "race", "health")
LANDSCAPES = ("curve", "surface", "network")
COLOR_WEIGHTS = ("color", "channels")
CURVES = ("function", "pieces")
LARGEST_GAMMA = 10.0


@dataclass(frozen=True)
class View:
    """What is on the screen, and how things are drawn; saved with a state.

    Attributes
    ----------
    gamma : float
        The contrast of the edges: strength is (|w| / max |w|)^γ.
    edges : str
        What the edges show, one of EDGES: "score" follows the cursor (weights, and the wish −∂C/∂w where it
        has been computed), the others stay.
    picture : str
        What stands in the middle, one of PICTURES.
    workspace : str
        What surrounds it, one of WORKSPACES.
    page : str
        What stands beside the network in Train, one of PAGES.
    landscape : str
        What goes downhill in Descent, one of LANDSCAPES.
    color_weights : str
        How weights of color images are shown, one of COLOR_WEIGHTS: as one image in color, or by channel.
    curve : str
        What is drawn of the network's function, one of CURVES: the whole, or also what each neuron adds.
    """

    gamma: float = 1.0
    edges: str = "score"
    picture: str = "network"
    workspace: str = "explore"
    page: str = "curves"
    landscape: str = "curve"
    color_weights: str = "color"
    curve: str = "function"

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return the view of a file; what another version meant by it falls back to the default."""
        gamma = values.get("gamma")
        known = {
            name: values[name] for name, all_of_them in _CHOICES.items() if values.get(name) in all_of_them
        }
        if isinstance(gamma, int | float) and 0 < gamma <= LARGEST_GAMMA:
            known["gamma"] = float(gamma)
        return cls(**known)  # type: ignore[arg-type]  # the names of its own fields


_CHOICES = {
    "edges": EDGES,
    "picture": PICTURES,
    "workspace": WORKSPACES,
    "page": PAGES,
    "landscape": LANDSCAPES,
    "color_weights": COLOR_WEIGHTS,
    "curve": CURVES,
}
