"""The phases of the score: symbol, title, formula and one sentence each."""

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Phase
from nnviz.wording.formulas import activation_tex, cost_formula_tex, output_slope_tex, weighted_sum_tex
from nnviz.wording.names import activation_name, layer_name
from nnviz.wording.notation import (
    activation_symbol_tex,
    cost,
    cost_tex,
    derivative_tex,
    indices,
    product_tex,
    rate_tex,
    subscript_tex,
    weight_tex,
)
from nnviz.wording.text import tr


def phase_tex(phase: Phase, spec: NetworkSpec) -> str:
    """Return the symbol of a phase on the score."""
    layer, a = f"^{{({phase.layer})}}", activation_symbol_tex(spec, phase.layer)
    return {
        "input": "x",
        "weighted_sum": f"z{layer}",
        "activation": a,
        "cost": cost(),
        "dC_da": rf"\partial {a}",
        "delta": rf"\delta{layer}",
        "gradient": rf"\nabla{layer}",
        "update": rf"\theta - {rate_tex()} \nabla {cost()}",
    }[phase.kind]


def phase_title(phase: Phase, spec: NetworkSpec) -> str:
    """Return the name of a phase, such as "Weighted sums of the first hidden layer"."""
    layer = layer_name(spec, phase.layer)
    return {
        "input": tr("The input"),
        "weighted_sum": tr("Weighted sums, {layer}", layer=layer),
        "activation": tr("Activations, {layer}", layer=layer),
        "cost": tr("The cost of this example"),
        "dC_da": tr("Effect of each activation on the cost, {layer}", layer=layer),
        "delta": tr("Effect of each weighted sum on the cost, {layer}", layer=layer),
        "gradient": tr("Gradients of weights and biases, {layer}", layer=layer),
        "update": tr("One update"),
    }[phase.kind]


def phase_formula(phase: Phase, spec: NetworkSpec) -> str:
    """Return the TeX of what a phase computes."""
    match phase.kind:
        case "input":
            return rf"a^{{(0)}} = x \quad ({spec.sizes[0]})"
        case "weighted_sum":
            j = indices(spec, phase.layer).to
            return f"{_z(phase.layer, j)} = {weighted_sum_tex(spec, phase.layer, j)}"
        case "activation":
            j = indices(spec, phase.layer).to
            activation = activation_tex(spec, phase.layer, _z(phase.layer, j))
            return f"{activation_symbol_tex(spec, phase.layer, j)} = {activation}"
        case "cost":
            return cost_formula_tex(spec)
        case "dC_da":
            return _effect_formula(spec, phase.layer)
        case "delta":
            return _delta_formula(spec, phase.layer)
        case "gradient":
            return _gradient_formula(spec, phase.layer)
        case _:
            return rf"\theta \leftarrow \theta - {rate_tex()} \nabla {cost_tex()}"


def _z(layer: int, j: str) -> str:
    return f"z^{{({layer})}}{subscript_tex(j)}"


def _delta(layer: int, j: str) -> str:
    return rf"\delta^{{({layer})}}{subscript_tex(j)}"


def _effect_formula(spec: NetworkSpec, layer: int) -> str:
    if layer == spec.depth:
        a = activation_symbol_tex(spec, layer, indices(spec, layer).to)
        return f"{derivative_tex(a)} = {output_slope_tex(spec)}"
    j, k = indices(spec, layer + 1)
    term = product_tex(weight_tex(layer + 1, j, k), _delta(layer + 1, j))
    return rf"{derivative_tex(activation_symbol_tex(spec, layer, k))} = \sum{subscript_tex(j)} {term}"


def _delta_formula(spec: NetworkSpec, layer: int) -> str:
    j = indices(spec, layer).to
    z, a = _z(layer, j), activation_symbol_tex(spec, layer, j)
    direct = layer == spec.depth and spec.cost_function.by_weighted_sum is not None
    value = f"{a} - y{subscript_tex(j)}" if direct else rf"\sigma'({z}) {derivative_tex(a)}"
    return f"{_delta(layer, j)} = {derivative_tex(z)} = {value}"


def _gradient_formula(spec: NetworkSpec, layer: int) -> str:
    j, k = indices(spec, layer)
    a, delta = activation_symbol_tex(spec, layer - 1, k), _delta(layer, j)
    by_weight = f"{derivative_tex(weight_tex(layer, j, k))} = {a} {delta}"
    by_bias = f"{derivative_tex(f'b^{{({layer})}}{subscript_tex(j)}')} = {delta}"
    return rf"{by_weight} \quad {by_bias}"


def phase_sentence(phase: Phase, spec: NetworkSpec) -> str:
    """Return one sentence that says what happens in a phase."""
    layer, last = phase.layer, phase.layer == spec.depth
    direct = spec.cost_function.by_weighted_sum is not None
    match phase.kind:
        case "input":
            return tr("{n} numbers, one for each input, are the activations of layer 0.", n=spec.sizes[0])
        case "weighted_sum":
            return tr(
                "Each of the {n} neurons adds up what reaches it: weight times activation, and its bias.",
                n=spec.sizes[layer],
            )
        case "activation" if spec.activations[layer - 1] == "softmax":
            return tr("Softmax turns the {n} weighted sums into shares of 1.", n=spec.sizes[layer])
        case "activation":
            name = activation_name(spec.activations[layer - 1])
            return tr("The {name} function turns each weighted sum into an activation.", name=name)
        case "cost":
            return tr("How far the outputs are from what was wanted, as one number.")
        case "update":
            return tr("Every parameter moves a little against its gradient. ← takes exactly this back.")
        case _:
            return _backward_sentence(phase, last, direct)


def _backward_sentence(phase: Phase, last: bool, direct: bool) -> str:
    match phase.kind:
        case "dC_da" if last:
            return tr("How fast the cost grows with each output. ▲ should rise, ▼ should fall.")
        case "dC_da":
            return tr("The effects of the next layer, weighted and summed. ▲ should rise, ▼ should fall.")
        case "delta" if last and direct:
            return tr("For this cost, δ is simply output minus target; what is wanted is the opposite.")
        case "delta":
            return tr("The same, seen from the weighted sum: times the slope of the activation function.")
        case _:
            return tr("Every weight's share of the blame: the activation before it times δ behind it.")


def not_yet() -> str:
    """Return what stands in the place of a number that the cursor has not reached."""
    return tr("not yet computed: press →")
