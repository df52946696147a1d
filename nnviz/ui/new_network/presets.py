"""Networks worth beginning with."""

from typing import NamedTuple

from nnviz.ui.new_network.hidden_layers import Layer


class Preset(NamedTuple):
    """What the dialog is filled with."""

    title: str
    tip: str
    layers: tuple[Layer, ...]
    output: str
    cost: str
    scheme: str
    rate: float


PRESETS = (
    Preset(
        "16-16 sigmoid (classic)",
        "Two hidden layers of 16: small enough to look at every neuron.",
        ((16, "sigmoid"), (16, "sigmoid")),
        *("sigmoid", "squared", "scaled", 1.0),
    ),
    Preset(
        "30 sigmoid",
        "One hidden layer of 30 neurons.",
        ((30, "sigmoid"),),
        *("sigmoid", "squared", "scaled", 1.0),
    ),
    Preset(
        "ReLU + softmax + cross-entropy",
        "What is used most today, with the smaller learning rate that ReLU wants, {η} = 0.1.",
        ((16, "relu"), (16, "relu")),
        *("softmax", "cross_entropy", "he", 0.1),
    ),
    Preset(
        "no hidden layer (softmax regression)",
        "Every output looks straight at the input: its weights are a picture of what it looks for.",
        (),
        *("softmax", "cross_entropy", "scaled", 0.1),
    ),
)
