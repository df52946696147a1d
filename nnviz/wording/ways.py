"""The three ways to move one neuron, in words."""

from nnviz.core.ways import Ways
from nnviz.wording.numbers import number
from nnviz.wording.sentences import wish_glyph
from nnviz.wording.text import tr


def ways_title(found: Ways) -> str:
    """Say what the neuron wants, and that there are three ways to get it."""
    if found.delta == 0:
        return tr("three ways to move it")
    return tr("three ways to make it rise") if found.delta < 0 else tr("three ways to make it fall")


def bias_way(found: Ways) -> str:
    """Return the first way: "▲ raise the bias   b = −0.31"."""
    b = number(found.bias)
    if found.delta == 0:
        return tr("leave the bias   b = {b}", b=b)
    words = tr("raise the bias   b = {b}", b=b) if found.delta < 0 else tr("lower the bias   b = {b}", b=b)
    return f"{wish_glyph(found.delta)} {words}"


def weights_way() -> str:
    """Return the second way."""
    return tr("its weights, in proportion to a")


def inputs_way() -> str:
    """Return the third way."""
    return tr("activations before, in proportion to w")


def fire_together(found: Ways) -> str:
    """Say what the second list shows."""
    if found.delta == 0:
        return tr("It wants nothing: the gradient is 0.")
    if found.delta < 0:
        return tr("Fire together, wire together: most to the weights from the brightest neurons.")
    return tr("The weights from the brightest neurons are weakened most.")


def inputs_given() -> str:
    """Say why there is no third way in the first layer."""
    return tr("The activations before it are the input: they are given.")


def no_direct_change() -> str:
    """Say what becomes of the third wish."""
    return tr("Activations cannot be set; the wish is passed on to the layer before.")
