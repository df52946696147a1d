"""What legends share: the scales of a network's activation functions, and the bars that show them."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from nnviz.core.functions import ACTIVATIONS
from nnviz.core.network import NetworkSpec
from nnviz.ui import theme
from nnviz.wording import activation_name, brightness_ends

EDGES = ("negative", "background", "positive")
"""The colors of the scale of edges."""


class Scale(NamedTuple):
    """One activation function: its name, the ends of its scale in words, and the colors between them."""

    name: str
    low: str
    high: str
    roles: tuple[str, ...]


def scales(spec: NetworkSpec) -> list[Scale]:
    """Return the scale of each activation function in use, each once."""
    return [_scale(name) for name in dict.fromkeys(spec.activations)]


def _scale(name: str) -> Scale:
    unsigned = ACTIVATIONS[name].low == 0
    roles = ("neuron_off", "neuron_on") if unsigned else ("negative", "neuron_off", "positive")
    return Scale(activation_name(name), *brightness_ends(name), roles)


def draw_scale(painter: QPainter, bar: QRectF, roles: tuple[str, ...]) -> None:
    """Draw a bar that runs through colors."""
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for index, role in enumerate(roles):
        gradient.setColorAt(index / (len(roles) - 1), theme.current().color(role))
    painter.setPen(QPen(theme.current().color("neuron_ring"), 1))
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
