"""Words for weights of color images: shown as one image in color, or channel by channel."""

from nnviz.wording.numbers import number
from nnviz.wording.text import tr


def color_scale(scale: float) -> str:
    """Return what the colors stand for: "gray 0, a full color ±0.0721"."""
    return tr("gray 0, full color ±{scale}", scale=number(scale))


def color_teaches() -> str:
    """Say how to read weights in color."""
    return tr(
        "Mid gray is 0. A weight above 0 makes its pixel redder, greener or bluer, one below 0 takes that "
        "color away: what the neuron looks for, in color."
    )


def color_choices() -> dict[str, tuple[str, str]]:
    """Return the words and the tooltip of each way to show such weights."""
    return {
        "color": (tr("color"), "<br>".join([tr("<b>One picture in color</b>"), color_teaches()])),
        "channels": (
            tr("channels"),
            tr("<b>Red, green, blue side by side</b><br>Each weight by its sign: blue adds, red takes away."),
        ),
    }
