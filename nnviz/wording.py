"""Structured terms to sentences and TeX: once, for window, command line and lessons.

Every text passes through :func:`tr`, so that it can be translated. Indices count from 0, as the digits do.
"""

import math
from collections.abc import Callable

from nnviz.core.explain import CostTerm, Factor, NeuronExplanation, ParameterExplanation, Quantity
from nnviz.core.functions import ACTIVATIONS, COSTS
from nnviz.core.inside import InsideStep
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.errors import SettingsError
from nnviz.training.timeline import Change, Edit, ExampleRef

MINUS = "\N{MINUS SIGN}"

_translate: Callable[[str], str] = lambda text: text  # noqa: E731 - replaced as a whole by set_translator


def set_translator(translate: Callable[[str], str]) -> None:
    """Let `translate(text)` find the words of another language."""
    global _translate
    _translate = translate


def tr(text: str, /, **values: object) -> str:
    """Return the text in the user's language, its {names} filled in."""
    return _translate(text).format(**values) if values else _translate(text)


# Numbers


def number(value: float, digits: int = 3, signed: bool = False) -> str:
    """Return `value` in `digits` significant digits, with a real minus sign.

    Between 0.001 and 10,000 plainly, beyond in powers of ten.
    """
    sign = MINUS if value < 0 else "+" if signed else ""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else sign + "∞"
    # Rounded first, so that 0.9996 becomes 1.00 and not 1.000.
    mantissa, exponent = f"{abs(value):.{digits - 1}e}".split("e")
    power = int(exponent)
    if value == 0:
        return sign + "0"
    if -4 < power < 4:
        return sign + f"{abs(value):.{max(0, digits - 1 - power)}f}"
    return f"{sign}{mantissa}·10{_superscript(power)}"


def fixed(value: float, decimals: int = 3, signed: bool = False) -> str:
    """Return `value` with a fixed number of decimals, for columns; small ones in powers of ten."""
    if not math.isfinite(value) or abs(value) >= 1e5:
        return number(value, signed=signed)
    text = f"{abs(value):.{decimals}f}"
    negative = value < 0 and float(text) != 0
    return (MINUS if negative else "+" if signed else "") + text


def exact(value: float) -> str:
    """Return `value` in full precision, as a tooltip shows it."""
    return repr(float(value)).replace("-", MINUS)


def short(value: float) -> str:
    """Return a value small enough to stand inside a neuron: .43, 1.0, −.20, 12."""
    if not math.isfinite(value):
        return number(value)
    size, sign = abs(value), MINUS if value < 0 else ""
    if size < 0.005:
        return ".00"
    if size < 0.995:
        return sign + f"{size:.2f}"[1:]
    if size < 9.95:
        return sign + f"{size:.1f}"
    return sign + (f"{size:.0f}" if size < 999.5 else f"{size:.0e}".replace("e+0", "e").replace("e+", "e"))


def percent(share: float) -> str:
    """Return a share of 1 as a percentage with one decimal."""
    return f"{100 * share:.1f}%"


def _superscript(n: int) -> str:
    return str(n).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


# Names


def layer_name(spec: NetworkSpec, layer: int) -> str:
    """Return "input", "first hidden layer" … "output layer"."""
    if layer == 0:
        return tr("input")
    if layer == spec.depth:
        return tr("output layer")
    ordinals = (tr("first"), tr("second"), tr("third"), tr("fourth"), tr("fifth"))
    if layer <= len(ordinals):
        return tr("{ordinal} hidden layer", ordinal=ordinals[layer - 1])
    return tr("hidden layer {number}", number=layer)


def neuron_name(spec: NetworkSpec, layer: int, j: int, classes: tuple[str, ...] | None = None) -> str:
    """Return "neuron 12, first hidden layer"; at the output with the class it speaks for."""
    if layer == spec.depth and classes is not None:
        return tr("output neuron {j}, “{name}”", j=j, name=classes[j])
    return tr("neuron {j}, {layer}", j=j, layer=layer_name(spec, layer))


def parameter_name(spec: NetworkSpec, location: Location, input_name: str | None = None) -> str:
    """Return "weight from neuron 3, first hidden layer, to neuron 5, second hidden layer" and the like."""
    target = neuron_name(spec, location.layer, location.j)
    if location.kind == "b":
        return tr("bias of {neuron}", neuron=target)
    assert location.k is not None
    source = input_name if location.layer == 1 else neuron_name(spec, location.layer - 1, location.k)
    return tr(
        "weight from {source} to {target}", source=source or tr("input {k}", k=location.k), target=target
    )


ACTIVATION_NAMES = {name: name for name in ACTIVATIONS} | {"relu": "ReLU"}
COST_NAMES = {
    "squared": "squared error",
    "half_squared": "half squared error",
    "mean_squared": "mean squared error",
    "binary_cross_entropy": "binary cross-entropy",
    "cross_entropy": "cross-entropy",
}
INITIALIZATION_NAMES = {
    "scaled": "scaled: N(0, 1/n), biases 0",
    "normal": "normal: N(0, 1), biases too",
    "he": "He: N(0, 2/n), biases 0",
    "glorot": "Glorot: N(0, 2/(n + m)), biases 0",
    "zeros": "zeros",
}
assert COST_NAMES.keys() == COSTS.keys()


def parameter_count(spec: NetworkSpec) -> str:
    """Return "13,002 parameters"."""
    return tr("{count:,} parameters", count=spec.parameter_count)


def parameter_count_apart(spec: NetworkSpec) -> str:
    """Return the count taken apart: "784×16 + 16×16 + 16×10 weights, 16 + 16 + 10 biases: …"."""
    weights = " + ".join(f"{spec.sizes[n - 1]}×{spec.sizes[n]}" for n in spec.layers)
    biases = " + ".join(str(spec.sizes[n]) for n in spec.layers)
    n_biases = sum(spec.sizes[1:])
    if spec.depth == 1:
        total = tr("{count:,} parameters", count=spec.parameter_count)
        return f"{weights} = {_counted_weights(spec.weight_count(1))}, {_counted_biases(n_biases)}: {total}"
    return tr(
        "{weights} = {n_weights:,} weights, {biases} = {n_biases:,} biases: {count:,} parameters",
        weights=weights,
        n_weights=spec.parameter_count - n_biases,
        biases=biases,
        n_biases=n_biases,
        count=spec.parameter_count,
    )


def _counted_weights(n: int) -> str:
    return tr("1 weight") if n == 1 else tr("{n:,} weights", n=n)


def _counted_biases(n: int) -> str:
    return tr("1 bias") if n == 1 else tr("{n:,} biases", n=n)


# The history


def change_name(change: Change | None) -> str:
    """Return what a change of the history did, for the Edit menu."""
    match change:
        case Change(kind="update", example=ExampleRef(split, index)):
            return tr("update on {split} example {index}", split=split_name(split), index=index)
        case Change(kind="run", metrics=metrics) if metrics:
            return tr("training up to {epochs:.4g} epochs", epochs=metrics[-1].epochs)
        case Change(kind="run"):
            return tr("training")
        case Change(kind="edit", edit=Edit() as edit):
            return edit_name(edit)
        case _:
            return tr("new network")


def edit_name(edit: Edit) -> str:
    """Return what was changed by hand, for the Edit menu."""
    match edit:
        case Edit("parameter", location=Location("b", layer, j)):
            return tr("bias {j} of layer {layer}", j=j, layer=layer)
        case Edit("parameter", location=Location(_, layer, j, k)):
            return tr("weight {j},{k} of layer {layer}", j=j, k=k, layer=layer)
        case Edit("weights", neuron=(layer, j)):
            return tr("painted weights of neuron {j}, layer {layer}", j=j, layer=layer)
        case Edit("switch", neuron=(layer, j)):
            return tr("switch of neuron {j}, layer {layer}", j=j, layer=layer)
        case _:
            return tr("painted input")


def split_name(split: str) -> str:
    """Return "training" or "test"."""
    return {"train": tr("training"), "test": tr("test")}[split]


# TeX


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


def number_tex(value: float, digits: int = 3) -> str:
    """Return a number for use in TeX, negative ones in parentheses."""
    text = number(value, digits).replace(MINUS, "-")
    if "·" in text:
        mantissa, power = text.split("·10")
        exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
        text = rf"{mantissa} \cdot 10^{{{exponent}}}"
    return f"({text})" if value < 0 else text


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


def neuron_tex(spec: NetworkSpec, neuron: NeuronExplanation) -> tuple[str, str]:
    """Return the neuron's formula, and the same with its sum, bias and activation as numbers."""
    layer, j = neuron.layer, neuron.j
    l, p = f"({layer})", f"({layer - 1})"  # noqa: E741
    total = rf"\sum_k w^{{{l}}}_{{{j},k}} a^{{{p}}}_k + b^{{{l}}}_{{{j}}}"
    general = rf"a^{{{l}}}_{{{j}}} = {activation_tex(spec, layer, total)}"
    bias = number(neuron.bias, signed=True).replace(MINUS, "- ").replace("+", "+ ")
    inner = rf"{_plain_tex(neuron.sum)} {_plain_tex_signed(bias)}"
    numbers = rf"= {activation_tex(spec, layer, inner)} = {activation_tex(spec, layer, _plain_tex(neuron.z))}"
    return general, rf"{numbers} = {_plain_tex(neuron.a)}"


def _plain_tex(value: float) -> str:
    return number_tex(value).strip("()")


def _plain_tex_signed(text: str) -> str:
    sign, value = text.split(" ", 1)
    if "·" in value:
        mantissa, power = value.split("·10")
        exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
        value = rf"{mantissa} \cdot 10^{{{exponent}}}"
    return f"{sign} {value}"


def parameter_tex(parameter: ParameterExplanation) -> tuple[str, str]:
    """Return the derivative as a product of symbols, and the same in numbers."""
    kind, layer, j, k = parameter.location
    symbol = symbol_tex(Quantity(kind, layer, j, k))
    product = r" \cdot ".join(symbol_tex(f.quantity) for f in parameter.factors)
    values = r" \cdot ".join(number_tex(f.value) for f in parameter.factors)
    left = rf"\frac{{\partial C_0}}{{\partial {symbol}}} = {product}"
    result = _plain_tex(parameter.derivative)
    return left, f"= {values} = {result}" if len(parameter.factors) > 1 else f"= {result}"


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


# The inspector


def not_yet() -> str:
    """Return what stands in the place of a number that the cursor has not reached."""
    return tr("not yet computed: press →")


def summand(value: float, signed: bool = False) -> str:
    """Return a number of a sum, in as many decimals as its neighbors; a tiny one does not become 0."""
    rounded_away = value != 0 and abs(value) < 0.0005
    return number(value, signed=signed) if rounded_away else fixed(value, signed=signed)


def factor_text(value: float) -> str:
    """Return a number of a product: negative ones in parentheses."""
    return f"({number(value)})" if value < 0 else number(value)


def activation_text(spec: NetworkSpec, layer: int, z: str) -> str:
    """Return the layer's activation applied to `z`, as plain text."""
    return {
        "identity": z,
        "sigmoid": f"σ({z})",
        "tanh": f"tanh({z})",
        "relu": f"max(0, {z})",
        "softmax": f"softmax({z})",
    }[spec.activations[layer - 1]]


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


def parameter_steps(parameter: ParameterExplanation) -> tuple[str, ...]:
    """Return "= 0.913 · 0.242 · (−0.0123)", "= −0.00271"; one factor alone has no product."""
    product = "= " + " · ".join(factor_text(f.value) for f in parameter.factors)
    result = f"= {number(parameter.derivative)}"
    return (product, result) if len(parameter.factors) > 1 else (result,)


def step_text(rate: float, derivative: float) -> tuple[str, ...]:
    """Return "= −0.1 · (−0.00271)", "= +0.000271": what one update adds to a parameter."""
    product = f"= {MINUS}{rate:g} · {factor_text(derivative)}"
    return product, f"= {number(-rate * derivative, signed=derivative != 0)}"


def before_after(before: float, after: float) -> tuple[str, str]:
    """Return two numbers in as many digits as it takes to see that they differ."""
    for digits in range(3, 9):
        pair = number(before, digits), number(after, digits)
        if pair[0] != pair[1] or before == after:
            break
    return pair


def component_text(spec: NetworkSpec, location: Location) -> str:
    """Return where a parameter stands in θ, counted from 1: "component 12,601 of 13,002"."""
    index = spec.index(location) + 1
    return tr("component {index:,} of {count:,}", index=index, count=spec.parameter_count)


def wish_glyph(derivative: float) -> str:
    """Return ▲ for what should rise to lower the cost, ▼ for what should fall, "" at 0."""
    return "" if derivative == 0 or math.isnan(derivative) else "▲" if derivative < 0 else "▼"


def wish_words(derivative: float) -> str:
    """Return the wish in two words."""
    return {"▲": tr("should rise"), "▼": tr("should fall"), "": tr("makes no difference")}[
        wish_glyph(derivative)
    ]


def pixel_name(k: int, shape: tuple[int, ...]) -> str:
    """Return "pixel 11,16", row and column from 0, for narrow columns."""
    columns, channels = shape[1], shape[2] if len(shape) > 2 else 1
    row, column = divmod(k // channels, columns)
    channel = f" {tr(('red', 'green', 'blue')[k % channels])}" if channels > 1 else ""
    return tr("pixel {row},{column}", row=row, column=column) + channel


FLAT = 0.01
"""A slope of the activation function below this lets hardly any gradient through."""


def flatness_sentence(spec: NetworkSpec, layer: int, slope: float) -> str:
    """Say that a neuron's activation function is flat where it stands; "" if it is not.

    The steepest slopes are 1 (tanh, relu, identity) and ¼ (sigmoid).
    """
    if not abs(slope) < FLAT:
        return ""
    name = ACTIVATION_NAMES[spec.activations[layer - 1]]
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


def brightness_ends(activation: str) -> tuple[str, str]:
    """Return the activations that a neuron's faintest and strongest fill stand for."""
    function, most = ACTIVATIONS[activation], tr("largest")
    low = MINUS + most if function.low is None else f"{function.low:g}".replace("-", MINUS)
    return low, most if function.high is None else f"{function.high:g}"


# Inside a neuron, and changing it by hand

Standing = tuple[float, float | None]
"""Cost and accuracy over the test set, the accuracy None without classes."""


def _subscript(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def inside_steps(
    spec: NetworkSpec, neuron: NeuronExplanation, step: InsideStep, off: bool
) -> tuple[str, ...]:
    """Return what one step through a neuron does: "w₃,₄₁₂ · a₄₁₂", "= −0.410 · 0.980", "= −0.402"."""
    j = _subscript(neuron.j)
    match step.kind:
        case "product":
            assert step.k is not None
            k = _subscript(step.k)
            w, a = float(neuron.weights[step.k]), float(neuron.inputs[step.k])
            product = f"= {number(w)} · {factor_text(a)}"
            return f"w{j},{k} · a{k}", product, f"= {number(float(neuron.products[step.k]))}"
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


def updates_text(n: int) -> str:
    """Return "12 updates"."""
    return tr("1 update") if n == 1 else tr("{n:,} updates", n=n)


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


def cost_follows(before: float | None, now: float) -> str:
    """Return the cost, and what it was before the last change: "cost 0.812 → 0.834"."""
    if before is None:
        return tr("cost {cost}", cost=number(now))
    return tr("cost {pair}", pair=" → ".join(before_after(before, now)))


def standing_follows(before: Standing | None, now: Standing | None) -> str:
    """Return how the test set takes it: "test 95.3%", "test 95.3% → 94.9%", without classes the cost."""
    if now is None:
        return tr("test …")
    shown = [_standing(standing) for standing in (before, now) if standing is not None]
    text = " → ".join(shown[-1:] if shown[0] == shown[-1] else shown)
    return tr("test cost {cost}", cost=text) if now[1] is None else tr("test {share}", share=text)


def _standing(standing: Standing) -> str:
    cost, accuracy = standing
    return number(cost) if accuracy is None else percent(accuracy)


def parse_number(text: str) -> float:
    """Return the number a text says; decimal commas and true minus signs are understood.

    Raises
    ------
    SettingsError
        When it says none.
    """
    try:
        return float(text.strip().replace(MINUS, "-").replace(",", "."))
    except ValueError:
        raise SettingsError(
            tr("this must be a number, such as 0.25, not “{typed}”", typed=text.strip())
        ) from None


def guess_follows(name: str, right: bool) -> str:
    """Return "guess 3 ✓" or "guess 8 ✗"."""
    return tr("guess {name} {mark}", name=name, mark="✓" if right else "✗")
