"""Words for the chain of single neurons: symbols without indices, quotients, and what to do with them."""

import re

from nnviz.core.chain import Chain, Ratio
from nnviz.core.explain import Quantity
from nnviz.core.network import NetworkSpec
from nnviz.wording.formulas import symbol_tex
from nnviz.wording.notation import cost, output_letter
from nnviz.wording.numbers import number
from nnviz.wording.text import tr

_INDEX = re.compile(r"_\{[^{}]*\}")


def chain_symbol(quantity: Quantity, spec: NetworkSpec) -> str:
    """Return a symbol as TeX, without the neuron's index: there is one in every layer."""
    tex = symbol_tex(quantity, spec)
    return tex if quantity.kind == "C" else _INDEX.sub("", tex)


def chain_text(quantity: Quantity, spec: NetworkSpec) -> str:
    """Return a symbol as plain text: "w(2)", "y", "C"."""
    kind, layer, _, _ = quantity
    if kind == "a" and layer == spec.depth and output_letter() != "a":
        return output_letter()
    return {"y": "y", "C": cost()}.get(kind, f"{kind}({layer})")


def quotient_tex(ratio: Ratio, spec: NetworkSpec) -> str:
    """Return Δz/Δw as TeX."""
    above, below = (chain_symbol(quantity, spec) for quantity in (ratio.result, ratio.cause))
    return rf"\frac{{\Delta {above}}}{{\Delta {below}}}"


def derivative_tex(ratio: Ratio, spec: NetworkSpec) -> str:
    """Return ∂z/∂w as TeX."""
    above, below = (chain_symbol(quantity, spec) for quantity in (ratio.result, ratio.cause))
    return rf"\frac{{\partial {above}}}{{\partial {below}}}"


def derivative_is_tex(ratio: Ratio, spec: NetworkSpec) -> str:
    """Return what a derivative of the chain is, as TeX: a^{(2)}, σ'(z^{(3)}), 2(a − y)."""
    if ratio.equals is None:
        return "1"
    if ratio.equals.kind == "dC_da":
        factor = "" if spec.cost == "half_squared" else "2"
        output, target = (Quantity(kind, spec.depth, 0) for kind in ("a", "y"))
        return rf"{factor}({chain_symbol(output, spec)} - {chain_symbol(target, spec)})"
    if ratio.equals.kind == "delta":
        output, target = (Quantity(kind, spec.depth, 0) for kind in ("a", "y"))
        return rf"{chain_symbol(output, spec)} - {chain_symbol(target, spec)}"
    return chain_symbol(ratio.equals, spec)


def quotient_text(ratio: Ratio) -> str:
    """Return a quotient's value; where the cause did not move there is none."""
    return "0 / 0" if ratio.quotient is None else number(ratio.quotient)


def link_teaches(quantity: Quantity) -> str:
    """Return one sentence that says what a number line shows, and what a hand can do with it."""
    kind, layer = quantity.kind, quantity.layer
    if kind == "a" and layer == 0:
        return tr("The input x. Drag it: all that follows moves along.")
    return {
        "w": tr("A weight: how much this neuron listens to the one before. Drag it, and all follows."),
        "b": tr("A bias: how easily this neuron wakes. Drag it, and all follows."),
        "z": tr("The weighted sum, z = {w·a} + b. It follows from the numbers left of it."),
        "a": tr("The activation, what this neuron says. It follows from z."),
        "y": tr("The wanted output. Drag it to see what another target would cost, here alone."),
    }.get(kind, tr("The cost of this example. It follows from a and y."))


def nudge_sentence(chain: Chain) -> str:
    """Return what the nudge does to the cost, and what the derivative says of it."""
    moved = chain.links[-1].change
    if chain.delta == 0:
        return tr("Choose a size for the nudge: without one there is nothing to compare.")
    if chain.whole.derivative == 0 and moved == 0:
        return tr("Here the cost does not feel this nudge at all: one of the factors is 0.")
    return tr(
        "The nudge moves the cost by {change}; derivative times nudge says {predicted}.",
        change=number(moved, signed=True),
        predicted=number(chain.whole.derivative * chain.delta, signed=True),
    )


def moved_target_sentence(target: float, real: float) -> str:
    """Return the sentence that says that the target on the lines is not the example's."""
    return tr(
        "What if y were {target}? Only this picture asks; the example's y is {real}.",
        target=number(target),
        real=number(real),
    )


def no_chain_sentences(spec: NetworkSpec) -> tuple[str, str]:
    """Return a title and a sentence for a network that is no chain."""
    title = tr("A chain of single neurons")
    sentence = tr(
        "With one neuron in every layer, backpropagation is one product: nudge a weight, and watch the nudge"
        " travel through z and a to the cost. The network on the screen, {spec}, has more neurons than that.",
        spec=spec,
    )
    return title, sentence
