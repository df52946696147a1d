"""Symbols and formulas, as TeX and as plain text."""

from nnviz.core.explain import NeuronExplanation, ParameterExplanation, Quantity
from nnviz.core.network import NetworkSpec
from nnviz.wording.numbers import number, number_tex, plain_tex, plain_tex_signed
from nnviz.wording.text import MINUS


def symbol_tex(quantity: Quantity) -> str:
    """Return the TeX of one quantity: a weight as w^{(2)}_{5,3}, and so on."""
    kind, layer, j, k = quantity
    index = f"{j}" if k is None else f"{j},{k}"
    indexed = f"^{{({layer})}}_{{{index}}}"
    match kind:
        case "x" | "y":
            return f"{kind}_{{{index}}}"
        case "C":
            return "C_0"
        case "slope":
            return rf"\sigma'(z{indexed})"
        case "mask":
            return rf"m{indexed}"
        case "dC_da":
            return rf"\frac{{\partial C_0}}{{\partial a{indexed}}}"
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


def _output_slope_tex(spec: NetworkSpec, l: str) -> str:  # noqa: E741
    difference = rf"(a^{{{l}}}_j - y_j)"
    return {
        "squared": rf"2 {difference}",
        "half_squared": difference,
        "mean_squared": rf"\frac{{2}}{{n}} {difference}",
    }.get(spec.cost, rf"\frac{{1 - y_j}}{{1 - a^{{{l}}}_j}} - \frac{{y_j}}{{a^{{{l}}}_j}}")


def neuron_tex(spec: NetworkSpec, neuron: NeuronExplanation) -> tuple[str, str]:
    """Return the neuron's formula, and the same with its sum, bias and activation as numbers."""
    layer, j = neuron.layer, neuron.j
    l, p = f"({layer})", f"({layer - 1})"  # noqa: E741
    total = rf"\sum_k w^{{{l}}}_{{{j},k}} a^{{{p}}}_k + b^{{{l}}}_{{{j}}}"
    general = rf"a^{{{l}}}_{{{j}}} = {activation_tex(spec, layer, total)}"
    bias = number(neuron.bias, signed=True).replace(MINUS, "- ").replace("+", "+ ")
    inner = rf"{plain_tex(neuron.sum)} {plain_tex_signed(bias)}"
    numbers = rf"= {activation_tex(spec, layer, inner)} = {activation_tex(spec, layer, plain_tex(neuron.z))}"
    return general, rf"{numbers} = {plain_tex(neuron.a)}"


def parameter_tex(parameter: ParameterExplanation) -> tuple[str, str]:
    """Return the derivative as a product of symbols, and the same in numbers."""
    kind, layer, j, k = parameter.location
    symbol = symbol_tex(Quantity(kind, layer, j, k))
    product = r" \cdot ".join(symbol_tex(f.quantity) for f in parameter.factors)
    values = r" \cdot ".join(number_tex(f.value) for f in parameter.factors)
    left = rf"\frac{{\partial C_0}}{{\partial {symbol}}} = {product}"
    result = plain_tex(parameter.derivative)
    return left, f"= {values} = {result}" if len(parameter.factors) > 1 else f"= {result}"


def activation_text(spec: NetworkSpec, layer: int, z: str) -> str:
    """Return the layer's activation applied to `z`, as plain text."""
    return {
        "identity": z,
        "sigmoid": f"σ({z})",
        "tanh": f"tanh({z})",
        "relu": f"max(0, {z})",
        "softmax": f"softmax({z})",
    }[spec.activations[layer - 1]]
