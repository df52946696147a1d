"""What a lesson can point at: a closed list of the window's parts, which the window outlines in gold."""

import re
from dataclasses import dataclass

from nnviz.commands.arguments import unknown
from nnviz.commands.phases import parse_phase
from nnviz.errors import SettingsError
from nnviz.wording import tr


@dataclass(frozen=True)
class Place:
    """A part of the window; `indices` is what must be said behind its name."""

    name: str
    tip: str
    indices: tuple[str, ...] = ()


_ALL = (
    Place("picture", "what stands in the middle, whichever it is"),
    Place("network", "the network's picture"),
    Place("layer", "a layer's column in the network's picture; layer 0 is the input", ("l",)),
    Place("neuron", "a neuron in the network's picture", ("l", "j")),
    Place("edges", "the edges that lead to a layer", ("l",)),
    Place("edge", "both ends of an edge: neuron j of a layer, and neuron k before it", ("l", "j", "k")),
    Place("legend", "the line below the network: legend, what the edges show, contrast"),
    Place("pictures", "the switch that chooses what stands in the middle"),
    Place("caption", "the line above: name, formula and sentence of the phase"),
    Place("example", "the whole panel of the example"),
    Place("image", "the example's picture"),
    Place("browse", "the buttons and fields that choose the example"),
    Place("answer", "label, guess and whether it is right"),
    Place("outputs", "the list of outputs"),
    Place("cost", "the cost as its sum"),
    Place("inspector", "what is chosen, taken apart"),
    Place("incoming", "in the inspector, the weights that lead to the chosen neuron, with their brush"),
    Place("squashing", "in the inspector, the curve of the chosen neuron's activation function"),
    Place("bias", "in the inspector, the chosen neuron's bias, to be set by hand"),
    Place("ways", "in the inspector, the three ways to move the chosen neuron"),
    Place("score", "the row of phases with its buttons"),
    Place("phase", "one phase of the score", ("name",)),
    Place("training", "the bar of training: start, rate, batch, pace"),
    Place("timeline", "the slider over the history"),
    Place("curves", "cost and accuracy over the epochs"),
    Place("page", "what stands beside the network in Train"),
    Place("descent", "the whole Descent workspace"),
    Place("landscape", "the pictures of what goes downhill in Descent: the curve, or contours and surface"),
    Place("slices", "the two curves below the contours, for each of which one number is held still"),
    Place("slope", "in Descent, where one is, and the slope or the gradient there"),
    Place("rate", "the learning rate in Descent"),
    Place("walk", "the buttons that go downhill in Descent"),
    Place("balls", "twenty balls on the curve, and where they came to rest"),
    Place("walkers", "who walks on the surface, and how high each is"),
    Place("tabs", "the switch of the workspaces"),
    Place("menus", "the menus"),
    Place("summary", "sizes and number of parameters, at the top right"),
)

PLACES = {place.name: place for place in _ALL}

PANELS = ("example", "inspector", "score", "training", "timeline", "curves")
"""What a step can choose to stand around the network."""


def split_place(text: str) -> tuple[str, tuple[str, ...]]:
    """Return name and indices of a place that has been checked."""
    name, *rest = text.split()
    return name, tuple(rest)


def check_place(text: str) -> None:
    """Raise SettingsError unless `text` names a place."""
    name, *rest = text.split() or [""]
    if name not in PLACES:
        raise SettingsError(f"“{name}” {unknown(name, tuple(PLACES), tr('the places are'))}")
    place = PLACES[name]
    right = len(rest) == len(place.indices) and all(map(_is_index, place.indices, rest))
    if not right:
        needed = " ".join((name, *place.indices))
        raise SettingsError(tr("“{text}” must be written “{needed}”", text=text, needed=needed))


def _is_index(index: str, word: str) -> bool:
    if index != "name":
        return re.fullmatch(r"\d{1,6}", word, re.ASCII) is not None
    try:
        parse_phase(word)
    except ValueError:
        return False
    return True
