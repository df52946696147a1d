"""The columns of the list of components: what stands above them, and by what they sort."""

from nnviz.ui.gradient.rows import Order
from nnviz.wording import tr
from nnviz.wording.gradient import component_symbol

NUMBER, LAYER, NAME, VALUE, COMPONENT, WORDS = range(6)

ORDERS: tuple[Order, ...] = ("position", "position", "position", "value", "size", "component")
"""By what a click on each column's head sorts."""


def heads() -> tuple[str, ...]:
    """Return what stands above the columns."""
    return "#", tr("layer"), tr("parameter"), "θ", component_symbol(), tr("in words")


def head_tips(rule: str) -> tuple[str, ...]:
    """Return what each column's head teaches; `rule` tells what "a lot" means."""
    return (
        tr("<b>Position</b><br>Where the component stands in θ, counted from 1."),
        tr("<b>Layer</b><br>To which layer the weight or bias belongs."),
        tr("<b>Parameter</b><br>A weight by the neurons that it joins, or a bias by its neuron."),
        tr("<b>θ</b><br>The parameter's value. Click to sort by it."),
        tr("<b>−∂{C}/∂θ</b><br>▲ should rise, ▼ should fall, to lower the cost. A click sorts by size."),
        rule + tr("<br>A click sorts by the signed component."),
    )
