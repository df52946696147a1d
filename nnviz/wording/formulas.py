"""Symbols and formulas, as TeX and as plain text."""

from nnviz.core.explain import NeuronExplanation, Quantity
from nnviz.core.network import NetworkSpec
from nnviz.wording.notation import (
    activation_symbol_tex,
    cost_tex,
    current,
    derivative_tex,
    indices,
    product_tex,
    subscript_tex,
    weight_tex,
)
from nnviz.wording.numbers import number, plain_tex, plain_tex_signed
from nnviz.wording.text import MINUS


def symbol_tex(quantity: Quantity, spec: NetworkSpec | None = None) -> str:
    """Return the TeX of one quantity: a weight as w^{(2)}_{5,3}, and so on."""
    kind, layer, j, k = quantity
    indexed = f"^{{({layer})}}_{{{j}}}"
    match kind:
        case "w" if k is not None:
            return weight_tex(layer, j, k)
        case "a":
            return activation_symbol_tex(spec, layer, j)
        case "x" | "y":
            return f"{kind}_{{{j}}}"
        case "C":
            return cost_tex()
        case "slope":
            return rf"\sigma'(z{indexed})"
        case "mask":
            return rf"m{indexed}"
        case "dC_da":
            return derivative_tex(activation_symbol_tex(spec, layer, j))
        case "da_dz":
            by = f"z^{{({layer})}}_{{{k}}}"
            return rf"\frac{{\partial {activation_symbol_tex(spec, layer, j)}}}{{\partial {by}}}"
        case "delta":
            return rf"\delta{indexed}"
        case _:
            return f"{kind}{indexed}"


def activation_tex(spec: NetworkSpec, layer: int, z: str) -> str:
    """Return the layer's activation applied to `z`, as TeX."""
    return {
        "identity": z,
        "sigmoid": rf"\sigma({z})",
        "tanh": rf"\tanh({z})",
        "relu": rf"\max(0, {z})",
        "softmax": rf"\text{{softmax}}({z})",
    }[spec.activations[layer - 1]]


def cost_formula_tex(spec: NetworkSpec) -> str:
    r"""Return the cost of one example with its definition: C_0 = \sum_j (a_j - y_j)^2."""
    definition = spec.cost_function.tex.replace("_j", subscript_tex(indices(spec, spec.depth).to))
    if current().hat:
        definition = definition.replace("a_", r"\hat{y}_")
    if current().cost == "L":  # which then is not the number of the last layer
        definition = definition.replace("n_L", "n")
    return f"{cost_tex()} = {definition}"


def output_slope_tex(spec: NetworkSpec) -> str:
    """Return ∂C_0/∂a of an output as what it is for this cost: 2 (a - y)."""
    j = indices(spec, spec.depth).to
    a, y = activation_symbol_tex(spec, spec.depth, j), f"y_{j}"
    return {
        "squared": rf"2 ({a} - {y})",
        "half_squared": rf"({a} - {y})",
        "mean_squared": rf"\frac{{2}}{{n}} ({a} - {y})",
    }.get(spec.cost, rf"\frac{{1 - {y}}}{{1 - {a}}} - \frac{{{y}}}{{{a}}}")


def weighted_sum_tex(spec: NetworkSpec, layer: int, j: int | str) -> str:
    r"""Return what neuron j adds up: \sum_k w^{(2)}_{jk} a^{(1)}_k + b^{(2)}_j."""
    k = indices(spec, layer).of
    term = product_tex(weight_tex(layer, j, k), activation_symbol_tex(spec, layer - 1, k))
    return rf"\sum{subscript_tex(k)} {term} + b^{{({layer})}}{subscript_tex(j)}"


def neuron_tex(spec: NetworkSpec, neuron: NeuronExplanation) -> tuple[str, str]:
    """Return the neuron's formula, and the same with its sum, bias and activation as numbers."""
    layer, j = neuron.layer, neuron.j
    total = weighted_sum_tex(spec, layer, j)
    general = rf"{activation_symbol_tex(spec, layer, j)} = {activation_tex(spec, layer, total)}"
    bias = number(neuron.bias, signed=True).replace(MINUS, "- ").replace("+", "+ ")
    inner = rf"{plain_tex(neuron.sum)} {plain_tex_signed(bias)}"
    numbers = rf"= {activation_tex(spec, layer, inner)} = {activation_tex(spec, layer, plain_tex(neuron.z))}"
    return general, rf"{numbers} = {plain_tex(neuron.a)}"


def activation_text(spec: NetworkSpec, layer: int, z: str) -> str:
    """Return the layer's activation applied to `z`, as plain text."""
    return {
        "identity": z,
        "sigmoid": f"σ({z})",
        "tanh": f"tanh({z})",
        "relu": f"max(0, {z})",
        "softmax": f"softmax({z})",
    }[spec.activations[layer - 1]]
