"""What a number is made of and what it wants, in numbers and in words."""

import math

from nnviz.core.explain import CostTerm, Factor, NeuronExplanation, ParameterExplanation
from nnviz.core.inside import InsideStep
from nnviz.core.network import NetworkSpec
from nnviz.wording.formulas import activation_text
from nnviz.wording.names import activation_name, neuron_name
from nnviz.wording.notation import current, product_text, weight_subscript
from nnviz.wording.numbers import factor_text, fixed, number, subscript, summand
from nnviz.wording.text import MINUS, tr


def factor_sentence(spec: NetworkSpec, factor: Factor, input_name: str | None = None) -> str:
    """Return where a factor comes from."""
    kind, layer, j, _ = factor.quantity
    neuron = neuron_name(spec, layer, j)
    match kind:
        case "a" if layer == 0:
            return tr("activation of {name}", name=input_name or tr("input {k}", k=j))
        case "a":
            return tr("activation of {neuron}", neuron=neuron)
        case "mask":
            return tr("{neuron} is switched off", neuron=neuron)
        case "slope":
            return tr("slope of the activation function at z of {neuron}", neuron=neuron)
        case "dC_da":
            return tr("effect of {neuron}, on the cost", neuron=neuron)
        case _:
            return tr("effect of z of {neuron}, on the cost", neuron=neuron)


def wish_sentence(derivative: float) -> str:
    """Return what a derivative asks for, in words."""
    if derivative == 0:
        return tr("It makes no difference here: the gradient is 0.")
    if derivative < 0:
        return tr("The gradient is negative: raising it lowers the cost.")
    return tr("The gradient is positive: lowering it lowers the cost.")


def cost_term_text(spec: NetworkSpec, term: CostTerm) -> str:
    """Return one line of the cost's sum, in numbers."""
    a, y = fixed(term.a, 2), fixed(term.y, 2)
    match spec.cost:
        case "squared":
            return f"({a} {MINUS} {y})²"
        case "half_squared":
            return f"½ ({a} {MINUS} {y})²"
        case "mean_squared":
            return f"({a} {MINUS} {y})² / {spec.sizes[-1]}"
        case "cross_entropy":
            return f"{MINUS}{y} log {a}"
        case _ if term.y in (0, 1):
            return f"{MINUS}log {a}" if term.y else f"{MINUS}log (1 {MINUS} {a})"
        case _:
            rest = fixed(1 - term.y, 2)
            return f"{MINUS}({y} log {a} + {rest} log (1 {MINUS} {a}))"


def neuron_steps(spec: NetworkSpec, neuron: NeuronExplanation, activated: bool = True) -> tuple[str, ...]:
    """Return "= σ(−1.231 + 0.861)", "= σ(−0.370)", "= 0.409": what :func:`neuron_tex` sets, as plain text.

    Without `activated` the last one, the activation, is left out.
    """
    bias = f"{MINUS if neuron.bias < 0 else '+'} {summand(abs(neuron.bias))}"
    inner = f"{summand(neuron.sum)} {bias}"
    z = f"= {activation_text(spec, neuron.layer, summand(neuron.z))}"
    result = f"= {summand(neuron.a)}" if activated else "= ?"
    steps = f"= {activation_text(spec, neuron.layer, inner)}", z, result
    return steps[:2] if spec.activations[neuron.layer - 1] == "identity" else steps


def step_text(rate: float, derivative: float) -> tuple[str, ...]:
    """Return "= −0.1 · (−0.00271)", "= +0.000271": what one update adds to a parameter."""
    product = f"= {MINUS}{rate:g} · {factor_text(derivative)}"
    return product, f"= {number(-rate * derivative, signed=derivative != 0)}"


def wish_glyph(derivative: float) -> str:
    """Return ▲ for what should rise to lower the cost, ▼ for what should fall, "" at 0."""
    return "" if derivative == 0 or math.isnan(derivative) else "▲" if derivative < 0 else "▼"


def wish_words(derivative: float) -> str:
    """Return the wish in two words."""
    return {"▲": tr("should rise"), "▼": tr("should fall"), "": tr("makes no difference")}[
        wish_glyph(derivative)
    ]


FLAT = 0.01
"""A slope of the activation function below this lets hardly any gradient through."""


def flatness_sentence(spec: NetworkSpec, layer: int, slope: float) -> str:
    """Say that a neuron's activation function is flat where it stands; "" if it is not.

    The steepest slopes are 1 (tanh, relu, identity) and ¼ (sigmoid).
    """
    if not abs(slope) < FLAT:
        return ""
    name = activation_name(spec.activations[layer - 1])
    if spec.activations[layer - 1] == "relu":
        return tr("Off: below 0 the {name} is flat, σ′(z) = 0. No gradient gets through.", name=name)
    return tr(
        "Saturated: the {name} is flat here, σ′(z) = {slope}. Hardly any gradient gets through.",
        name=name,
        slope=number(slope, 2),
    )


def small_gradient_sentence(spec: NetworkSpec, parameter: ParameterExplanation) -> str:
    """Say which factor makes a gradient 0 or tiny; "" if none does."""
    for factor in parameter.factors:
        kind, layer = factor.quantity.kind, factor.quantity.layer
        if kind == "a" and factor.value == 0:
            return tr("Its input is 0, so whatever this weight is, nothing comes of it.")
        if kind == "slope" and flatness_sentence(spec, layer, factor.value):
            return flatness_sentence(spec, layer, factor.value)
        if kind in ("dC_da", "delta") and factor.value == 0:
            return tr("The neuron has no effect on the cost just now.")
    return ""


def inside_steps(
    spec: NetworkSpec, neuron: NeuronExplanation, step: InsideStep, off: bool
) -> tuple[str, ...]:
    """Return what one step through a neuron does: "w₃,₄₁₂ · a₄₁₂", "= −0.410 · 0.980", "= −0.402"."""
    j = subscript(neuron.j)
    match step.kind:
        case "product":
            assert step.k is not None
            k = subscript(step.k)
            weight = f"w{weight_subscript(neuron.j, step.k)}"
            w, a = float(neuron.weights[step.k]), float(neuron.inputs[step.k])
            first, second = (a, w) if current().row_vectors else (w, a)
            product = f"= {number(first)} · {factor_text(second)}"
            term = product_text(weight, f"a{k}", " · ")
            return term, product, f"= {number(float(neuron.products[step.k]))}"
        case "bias":
            return tr("and the bias"), f"b{j} = {number(neuron.bias, signed=neuron.bias != 0)}"
        case "activation":
            squashed = f"a{j} = {activation_text(spec, neuron.layer, summand(neuron.z))}"
            return (f"{squashed} · 0", "= 0") if off else (squashed, f"= {summand(neuron.a)}")
        case _:
            return (tr("The sum begins at 0."),)


def products_text(n: int) -> str:
    """Return "784 products"."""
    return tr("1 product") if n == 1 else tr("{n:,} products", n=n)


def zeros_text(n: int, skipped: bool) -> str:
    """Return "skips 663 zeros" for a switch that is on, "skip 663 zeros" for one that is off."""
    if skipped:
        return tr("skips 1 zero") if n == 1 else tr("skips {n:,} zeros", n=n)
    return tr("skip 1 zero") if n == 1 else tr("skip {n:,} zeros", n=n)


def sum_text(step: InsideStep) -> str:
    """Return the running sum: "Σ = 0.832", with the bias in it "z = 1.693"."""
    return f"{'Σ' if step.kind in ('start', 'product') else 'z'} = {fixed(step.total)}"


def neuron_off() -> str:
    """Return what it means that a neuron is switched off."""
    return tr("off: its activation counts as 0")
