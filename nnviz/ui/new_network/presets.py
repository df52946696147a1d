"""Networks worth beginning with, and data that suit them."""

from collections.abc import Callable
from typing import NamedTuple

from nnviz.core.network import NetworkSpec
from nnviz.data import Dataset
from nnviz.session import Session
from nnviz.ui.new_network.hidden_layers import Layer

Suits = Callable[[Dataset], bool]


class Preset(NamedTuple):
    """What the dialog is filled with.

    Attributes
    ----------
    title, tip : str
        What its button says, and what that teaches.
    layers, output, cost, scheme
        The network, but for its ends.
    rate : float
        The learning rate it wants.
    suits : callable
        ``suits(data)`` says whether it can learn such data.
    data : str
        What is learned where the present data do not suit it.
    """

    title: str
    tip: str
    layers: tuple[Layer, ...]
    output: str
    cost: str
    scheme: str
    rate: float
    suits: Suits
    data: str

    def spec(self, data: Dataset) -> NetworkSpec:
        """Return the network for some data."""
        sizes = (data.n_inputs, *(size for size, _ in self.layers), data.n_outputs)
        return NetworkSpec(sizes, (*(name for _, name in self.layers), self.output), self.cost)


def _any(data: Dataset) -> bool:
    return True


def _several_classes(data: Dataset) -> bool:
    return data.classes is not None and data.n_outputs > 1  # a single share of 1 is always 1


def _values(data: Dataset) -> bool:
    return data.train.labels is None


LINEAR = Preset(
    "linear regression",
    "No hidden layer, no squashing, squared error: a straight line through measured values.",
    (),
    *("identity", "squared", "scaled", 0.05),
    *(_values, "line"),
)

CURVE = Preset(
    "a curve: 16 tanh",
    "Sixteen bent pieces add up to a function through measured values. With first biases that are drawn too, "
    "they bend in different places.",
    ((16, "tanh"),),
    *("identity", "squared", "normal", 0.05),
    *(_values, "sine"),
)

PRESETS = (
    Preset(
        "16-16 sigmoid (classic)",
        "Two hidden layers of 16: small enough to look at every neuron.",
        ((16, "sigmoid"), (16, "sigmoid")),
        *("sigmoid", "squared", "scaled", 1.0),
        *(_any, "digits"),
    ),
    Preset(
        "30 sigmoid",
        "One hidden layer of 30 neurons.",
        ((30, "sigmoid"),),
        *("sigmoid", "squared", "scaled", 1.0),
        *(_any, "digits"),
    ),
    Preset(
        "ReLU + softmax + cross-entropy",
        "What is used most today, with the smaller learning rate that ReLU wants, {η} = 0.1.",
        ((16, "relu"), (16, "relu")),
        *("softmax", "cross_entropy", "he", 0.1),
        *(_several_classes, "digits"),
    ),
    Preset(
        "logistic (softmax) regression",
        "No hidden layer: every output looks straight at the input, and its weights are a picture of what it "
        "looks for.",
        (),
        *("softmax", "cross_entropy", "scaled", 0.1),
        *(_several_classes, "digits"),
    ),
    LINEAR,
    CURVE,
)


def begin(session: Session, preset: Preset, data: Dataset, seed: int = 0) -> None:
    """Go on with a preset's network on some data, and its learning rate; undo brings back what was there."""
    session.new_network(preset.spec(data), preset.scheme, seed, data)
    session.set_rate(preset.rate)
