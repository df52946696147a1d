"""The phases of the score: symbol, title, formula and one sentence each."""

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Phase
from nnviz.wording.formulas import _output_slope_tex, activation_tex
from nnviz.wording.names import ACTIVATION_NAMES, layer_name
from nnviz.wording.text import tr


def phase_tex(phase: Phase) -> str:
    """Return the symbol of a phase on the score."""
    layer = f"^{{({phase.layer})}}"
    return {
        "input": "x",
        "weighted_sum": f"z{layer}",
        "activation": f"a{layer}",
        "cost": "C",
        "dC_da": rf"\partial a{layer}",
        "delta": rf"\delta{layer}",
        "gradient": rf"\nabla{layer}",
        "update": r"\theta - \eta \nabla C",
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
    layer, before = phase.layer, phase.layer - 1
    l, p, n = f"({layer})", f"({before})", f"({layer + 1})"  # noqa: E741 - the notation of the subject
    match phase.kind:
        case "input":
            return rf"a^{{(0)}} = x \quad ({spec.sizes[0]})"
        case "weighted_sum":
            return rf"z^{{{l}}}_j = \sum_k w^{{{l}}}_{{jk}} a^{{{p}}}_k + b^{{{l}}}_j"
        case "activation":
            return rf"a^{{{l}}}_j = {activation_tex(spec, layer, f'z^{{{l}}}_j')}"
        case "cost":
            return rf"C_0 = {spec.cost_function.tex}"
        case "dC_da" if layer == spec.depth:
            return rf"\frac{{\partial C_0}}{{\partial a^{{{l}}}_j}} = {_output_slope_tex(spec, l)}"
        case "dC_da":
            return (
                rf"\frac{{\partial C_0}}{{\partial a^{{{l}}}_k}} = \sum_j w^{{{n}}}_{{jk}} \delta^{{{n}}}_j"
            )
        case "delta" if layer == spec.depth and spec.cost_function.by_weighted_sum is not None:
            return rf"\delta^{{{l}}}_j = \frac{{\partial C_0}}{{\partial z^{{{l}}}_j}} = a^{{{l}}}_j - y_j"
        case "delta":
            slope = rf"\sigma'(z^{{{l}}}_j) \frac{{\partial C_0}}{{\partial a^{{{l}}}_j}}"
            return rf"\delta^{{{l}}}_j = \frac{{\partial C_0}}{{\partial z^{{{l}}}_j}} = {slope}"
        case "gradient":
            by_weight = rf"\frac{{\partial C_0}}{{\partial w^{{{l}}}_{{jk}}}} = a^{{{p}}}_k \delta^{{{l}}}_j"
            by_bias = rf"\frac{{\partial C_0}}{{\partial b^{{{l}}}_j}} = \delta^{{{l}}}_j"
            return rf"{by_weight} \quad {by_bias}"
        case _:
            return r"\theta \leftarrow \theta - \eta \nabla C_0"


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
            name = ACTIVATION_NAMES[spec.activations[layer - 1]]
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
