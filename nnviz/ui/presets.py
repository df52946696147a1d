"""Networks worth beginning with."""

from typing import NamedTuple

from nnviz.ui.hidden_layers import Layer


class Preset(NamedTuple):
    """What the dialog is filled with."""

    title: str
    tip: str
    layers: tuple[Layer, ...]
    output: str
    cost: str
    scheme: str


PRESETS = (
    Preset(
        "16-16 sigmoid (classic)",
        "Two hidden layers of 16: small enough to look at every neuron.",
        ((16, "sigmoid"), (16, "sigmoid")),
        *("sigmoid", "squared", "scaled"),
    ),
    Preset(
        "30 sigmoid",
        "One hidden layer of 30 neurons.",
        ((30, "sigmoid"),),
        *("sigmoid", "squared", "scaled"),
    ),
    Preset(
        "ReLU + softmax + cross-entropy",
        "What is used most today. ReLU wants a smaller learning rate: try η = 0.1.",
        ((16, "relu"), (16, "relu")),
        *("softmax", "cross_entropy", "he"),
    ),
    Preset(
        "no hidden layer (softmax regression)",
        "Every output looks straight at the input: its weights are a picture of what it looks for.",
        (),
        *("softmax", "cross_entropy", "scaled"),
    ),
)
