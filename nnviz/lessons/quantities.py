"""What a lesson can ask of the Session: a closed list of named quantities."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from nnviz.commands.building import NAMES
from nnviz.commands.phases import parse_phase, phase_name
from nnviz.core.functions import ACTIVATIONS, COSTS
from nnviz.core.network import Location
from nnviz.session import EDGES, LANDSCAPES, PAGES, PICTURES, WORKSPACES, Neuron, Selection, Session
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.wording import NOTATIONS, current_notation

Value: TypeAlias = float | str | None

LAYER, NEURON, WEIGHT = ("l",), ("l", "j"), ("l", "j", "k")
YES_NO = ("yes", "no")


@dataclass(frozen=True)
class Quantity:
    """Something that has a value in every state of the Session.

    Attributes
    ----------
    name : str
        How lessons call it.
    tip : str
        What it is.
    read : callable
        ``read(session, *indices)``; None where there is no such thing now.
    indices : tuple of str
        What must be said behind its name.
    words : tuple of str or callable or None
        None for a number; else the words that its value may be, or what raises ValueError for others.
    place : callable or None
        ``place(*indices)``: the neuron or parameter that the network must have.
    """

    name: str
    tip: str
    read: Callable[..., Value]
    indices: tuple[str, ...] = ()
    words: tuple[str, ...] | Callable[[str], object] | None = None
    place: Callable[..., Selection] | None = None

    @property
    def is_number(self) -> bool:
        """Whether its values are numbers."""
        return self.words is None


def _yes(value: bool) -> str:
    return YES_NO[not value]


def _selected(session: Session) -> str:
    chosen = session.selection
    if chosen is None:
        return "nothing"
    if isinstance(chosen, Neuron):
        return f"neuron {chosen.layer} {chosen.j}"
    kind = {"w": "weight", "b": "bias"}[chosen.kind]
    return " ".join(str(part) for part in (kind, *chosen[1:]) if part is not None)


def _chosen_value(session: Session) -> Value:
    chosen = session.selection
    if chosen is None:
        return None
    if isinstance(chosen, Neuron):
        return float(session.trace.a[chosen.layer][chosen.j])
    return session.parameters.at(chosen)


def _chosen_slope(session: Session) -> Value:
    chosen = session.selection
    return session.trace.gradient.at(chosen) if isinstance(chosen, Location) else None


def _function(session: Session, layer: int) -> Value:
    if layer == 0:
        raise IndexError  # the input has none
    return session.spec.activations[layer - 1]


def _walker(session: Session, i: int) -> Value:
    return float(session.descent.surface.point[i])


def _walker_slope(session: Session, i: int) -> Value:
    return float(session.descent.surface.gradient[i])


def parse_selection(text: str) -> None:
    """Raise ValueError unless a text says what can be selected."""
    if not re.fullmatch(r"nothing|(neuron|bias) \d+ \d+|weight \d+ \d+ \d+", text):
        raise ValueError


def _standing(name: str) -> Callable[[Session], Value]:
    return lambda session: None if session.standing is None else getattr(session.standing, name)


def _weight(layer: int, j: int, k: int) -> Location:
    return Location("w", layer, j, k)


def _bias(layer: int, j: int) -> Location:
    return Location("b", layer, j)


def _view(name: str) -> Callable[[Session], Value]:
    return lambda session: getattr(session.view, name)


def _layer_values(name: str) -> Callable[[Session, int, int], Value]:
    def read(session: Session, layer: int, j: int) -> Value:
        values = getattr(session.trace, name).get(layer)
        if values is None:
            raise IndexError  # the input has none but a; under softmax ∂C/∂a of the output is not needed
        return float(values[j])

    return read


def _example_name(session: Session) -> str:
    return session.example.split


_ALL = (
    Quantity("cost", "cost of the example on the screen", lambda s: s.trace.cost),
    Quantity("test-cost", "average cost over the test set", _standing("cost")),
    Quantity("accuracy", "share of the test set that is answered rightly, 0 to 1", _standing("accuracy")),
    Quantity("rmse", "root of the mean squared residual over the test set", _standing("rmse")),
    Quantity("activation", "a of a neuron", _layer_values("a"), NEURON, place=Neuron),
    Quantity("weighted-sum", "z of a neuron", _layer_values("z"), NEURON, place=Neuron),
    Quantity("delta", "δ of a neuron, ∂C/∂z", _layer_values("delta"), NEURON, place=Neuron),
    Quantity("slope-activation", "∂C/∂a of a neuron", _layer_values("dC_da"), NEURON, place=Neuron),
    Quantity("target", "wanted output j", lambda s, j: float(s.trace.y[j]), ("j",)),
    Quantity(
        "cost-term", "what output j adds to the cost", lambda s, j: float(s.trace.cost_terms[j]), ("j",)
    ),
    Quantity("input", "pixel or number k of the example", lambda s, k: float(s.trace.x[k]), ("k",)),
    Quantity("weight", "one weight", lambda s, *at: s.parameters.at(_weight(*at)), WEIGHT, place=_weight),
    Quantity("bias", "one bias", lambda s, *at: s.parameters.at(_bias(*at)), NEURON, place=_bias),
    Quantity(
        *("slope-weight", "∂C/∂w of one weight", lambda s, *at: s.trace.gradient.at(_weight(*at)), WEIGHT),
        place=_weight,
    ),
    Quantity(
        *("slope-bias", "∂C/∂b of one bias", lambda s, *at: s.trace.gradient.at(_bias(*at)), NEURON),
        place=_bias,
    ),
    Quantity("parameters", "number of weights and biases", lambda s: s.spec.parameter_count),
    Quantity("layers", "number of layers after the input", lambda s: s.spec.depth),
    Quantity("neurons", "number of neurons of a layer", lambda s, n: s.spec.sizes[n], LAYER),
    Quantity(
        "function",
        "activation of a layer",
        _function,
        LAYER,
        tuple(ACTIVATIONS),
    ),
    Quantity("cost-function", "cost of one example", lambda s: s.spec.cost, words=tuple(COSTS)),
    Quantity(
        "off", "whether a neuron is switched off", lambda s, *at: _yes(at in s.off), NEURON, YES_NO, Neuron
    ),
    Quantity("data", "name of the data", lambda s: s.dataset.name, words=NAMES),
    Quantity(
        "part", "whether the example is of the train or test set", _example_name, words=("train", "test")
    ),
    Quantity("example", "index of the example", lambda s: s.example.index),
    Quantity("label", "class of the example", lambda s: s.label),
    Quantity("guess", "class that the network answers", lambda s: s.guess),
    Quantity("painted", "whether the input was changed by hand", lambda s: _yes(s.painted), words=YES_NO),
    Quantity(
        "cursor",
        "phase of the score; < and > follow its order",
        lambda s: phase_name(s.phase),
        words=parse_phase,
    ),
    Quantity("selected", "nothing, neuron l j, weight l j k or bias l j", _selected, words=parse_selection),
    Quantity(
        "selected-kind",
        "what is chosen",
        lambda s: _selected(s).split()[0],
        words=("nothing", "neuron", "weight", "bias"),
    ),
    Quantity("selected-layer", "the layer of what is chosen", lambda s: s.selection and s.selection.layer),
    Quantity("selected-value", "activation of the chosen neuron; value of a weight or bias", _chosen_value),
    Quantity("selected-slope", "∂C/∂w or ∂C/∂b of the chosen weight or bias", _chosen_slope),
    Quantity("workspace", "which is open", _view("workspace"), words=WORKSPACES),
    Quantity("picture", "what stands in the middle", _view("picture"), words=PICTURES),
    Quantity("edges", "what the edges show", _view("edges"), words=EDGES),
    Quantity("page", "what stands beside the network in Train", _view("page"), words=PAGES),
    Quantity("landscape", "what goes downhill in Descent", _view("landscape"), words=LANDSCAPES),
    Quantity("contrast", "γ of the edges", _view("gamma")),
    Quantity(
        "notation",
        "how formulas are written",
        lambda s: current_notation().key,
        words=tuple(n.key for n in NOTATIONS),
    ),
    Quantity("updates", "mini-batches the network was trained on", lambda s: s.updates),
    Quantity("epochs", "epochs it was trained for", lambda s: s.epochs),
    Quantity("step", "steps of its history, updates and edits, up to now", lambda s: s.place),
    Quantity(
        "training", "idle, running or paused", lambda s: s.run_state, words=("idle", "running", "paused")
    ),
    Quantity("rate", "learning rate", lambda s: s.settings.rate),
    Quantity("batch", "examples in a mini-batch", lambda s: s.settings.batch),
    Quantity("batches", "mini-batches of the present epoch", lambda s: s.batch.count),
    Quantity("batch-done", "examples of the next mini-batch that have been added", lambda s: s.batch.done),
    Quantity("optimizer", "which", lambda s: s.settings.optimizer, words=tuple(OPTIMIZERS)),
    Quantity(
        "race",
        "idle, running, paused or over",
        lambda s: s.race.state,
        words=("idle", "running", "paused", "over"),
    ),
)

_DESCENT = (
    Quantity("ball", "where the ball on the curve of Descent is", lambda s: s.descent.curve.x),
    Quantity("ball-height", "the curve's height there", lambda s: s.descent.curve.next_step.cost),
    Quantity("ball-slope", "the curve's slope there", lambda s: s.descent.curve.next_step.slope),
    Quantity("ball-steps", "steps it has gone", lambda s: s.descent.curve.steps),
    Quantity("walker", "coordinate i of the walker on the surface", _walker, ("i",)),
    Quantity("walker-height", "the surface's height there", lambda s: s.descent.surface.cost),
    Quantity("walker-slope", "partial derivative i there", _walker_slope, ("i",)),
    Quantity("walker-steps", "steps gone on the surface", lambda s: s.descent.surface.steps),
)

QUANTITIES = {quantity.name: quantity for quantity in (*_ALL, *_DESCENT)}
