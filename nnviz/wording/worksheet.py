"""One update by hand: what is given, what is to be computed, and the key; as structure, without a page.

Forward, the cost, backward, the update: the phases of :func:`nnviz.core.steps.plan`, each number a row. The
key holds core's own numbers, in float64; only their last shown digit is rounded.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nnviz.core.by_hand import MOST_WEIGHTS, update_by_hand
from nnviz.core.explain import Quantity, explain_neuron, explain_parameter
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Trace
from nnviz.errors import SpecError
from nnviz.wording.formulas import activation_tex, cost_formula_tex, symbol_tex
from nnviz.wording.given import given, parameters_into
from nnviz.wording.notation import (
    activation_symbol_tex,
    cost_tex,
    derivative_tex,
    product_tex,
    rate,
    rate_tex,
    weight_tex,
)
from nnviz.wording.numbers import fixed
from nnviz.wording.text import tr
from nnviz.wording.worked import DIGITS, all_decimals, cost_worked, factor, plain, slope_worked


@dataclass(frozen=True)
class Row:
    """One number to be computed.

    Attributes
    ----------
    tex : str
        What it is, and how it is computed: "z^{(1)}_{0} = w^{(1)}_{0,0} a^{(0)}_{0} + …".
    worked : str
        The same with numbers, for the key: "= 0.3 · 0.5 + …".
    value : float
        The answer.
    """

    tex: str
    worked: str
    value: float


@dataclass(frozen=True)
class Part:
    """Rows that belong together, under a heading and a sentence."""

    title: str
    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Worksheet:
    """One update by hand.

    Attributes
    ----------
    title, about, hint : str
        The heading, what is to be done, and how to round.
    given : tuple of tuple of str
        What is given, in lines of formulas.
    parts : tuple of Part
        What is to be computed, in order.
    """

    title: str
    about: str
    hint: str
    given: tuple[tuple[str, ...], ...]
    parts: tuple[Part, ...]


def worksheet(trace: Trace, eta: float, rounded_to: int | None = None) -> Worksheet:
    """Return the worksheet of one example and one update.

    Parameters
    ----------
    trace : Trace
        The calculation.
    eta : float
        The learning rate.
    rounded_to : int, optional
        To how many decimals a real network's numbers were rounded before; the sheet says so.

    Raises
    ------
    SpecError
        When the network is too large to be computed by hand.
    """
    spec = trace.spec
    weights = int(spec.weight_mask().sum())
    if weights > MOST_WEIGHTS:
        raise SpecError(
            tr(
                "{n:,} weights are too many to compute by hand; a worksheet takes {most} at most",
                n=weights,
                most=MOST_WEIGHTS,
            ),
            "hidden",
        )
    return Worksheet(
        tr("One update by hand: a {spec} network", spec=spec),
        tr("Go forward to the cost, back to every derivative, and take one step downhill."),
        _hint(rounded_to),
        tuple(given(trace, eta)),
        (*_forward(trace), _cost(trace), *_backward(trace), _update(trace, eta), _check(trace, eta)),
    )


def _hint(rounded_to: int | None) -> str:
    hint = tr(
        "Write down {n} decimals. The key goes on with all of them, so your last digit may differ a little.",
        n=DIGITS,
    )
    if rounded_to is None:
        return hint
    own = tr("The network's own numbers, and the example, are rounded to {n} decimals here.", n=rounded_to)
    return f"{own} {hint}"


def _parameters_of(spec: NetworkSpec, layer: int) -> list[Location]:
    """Return where a layer's parameters are, neuron by neuron, its weights before its bias."""
    return [at for j in range(spec.sizes[layer]) for at in parameters_into(spec, layer, j)]


# Forward


def _forward(trace: Trace) -> Iterator[Part]:
    spec = trace.spec
    for layer in spec.layers:
        rows: list[Row] = []
        for j in range(spec.sizes[layer]):
            rows += [_weighted_sum(trace, layer, j)]
            if spec.activations[layer - 1] != "softmax":
                rows += [_activation(trace, layer, j)]
        if spec.activations[layer - 1] == "softmax":
            rows += [_activation(trace, layer, j) for j in range(spec.sizes[layer])]
        title = tr("Forward: layer {layer}", layer=layer)
        yield Part(title, tr("Weighted sums and what the activation function makes of them."), tuple(rows))


def _weighted_sum(trace: Trace, layer: int, j: int) -> Row:
    spec, neuron = trace.spec, explain_neuron(trace, layer, j)
    pairs = list(zip(neuron.weights.tolist(), neuron.inputs.tolist(), strict=True))
    symbols = [product_tex(weight_tex(layer, j, k), _a(spec, layer - 1, k)) for k in range(len(pairs))]
    bias = symbol_tex(Quantity("b", layer, j), spec)
    worked = " + ".join(rf"{factor(w)} \cdot {factor(a)}" for w, a in pairs)
    z = symbol_tex(Quantity("z", layer, j), spec)
    return Row(rf"{z} = {' + '.join(symbols)} + {bias}", f"= {worked} + {factor(neuron.bias)}", neuron.z)


def _activation(trace: Trace, layer: int, j: int) -> Row:
    spec = trace.spec
    z = symbol_tex(Quantity("z", layer, j), spec)
    numbers = [plain(value) for value in trace.z[layer].tolist()]
    if spec.activations[layer - 1] == "softmax":
        formula = rf"\frac{{e^{{{z}}}}}{{\sum_i e^{{z_i}}}}"
        total = " + ".join(f"e^{{{number}}}" for number in numbers)
        worked = rf"= \frac{{e^{{{numbers[j]}}}}}{{{total}}}"
    else:
        formula = activation_tex(spec, layer, z)
        worked = f"= {activation_tex(spec, layer, numbers[j])}"
    return Row(f"{_a(spec, layer, j)} = {formula}", worked, float(trace.a[layer][j]))


def _cost(trace: Trace) -> Part:
    row = Row(cost_formula_tex(trace.spec), cost_worked(trace), trace.cost)
    return Part(tr("The cost"), tr("One number for how wrong the answer is."), (row,))


# Backward


def _backward(trace: Trace) -> Iterator[Part]:
    spec = trace.spec
    for layer in reversed(spec.layers):
        rows: list[Row] = []
        for j in range(spec.sizes[layer]):
            rows += [*_error(trace, layer, j)]
        rows += [_derivative(trace, at) for at in _parameters_of(spec, layer)]
        text = tr("How the cost depends on each neuron, then on each weight and bias that leads into it.")
        yield Part(tr("Backward: layer {layer}", layer=layer), text, tuple(rows))


def _error(trace: Trace, layer: int, j: int) -> Iterator[Row]:
    """Yield ∂C/∂a and δ; at the output of a cross-entropy δ alone."""
    spec, a = trace.spec, _a(trace.spec, layer, j)
    delta = symbol_tex(Quantity("delta", layer, j), spec)
    if trace.slope(layer) is None:
        worked = f"= {plain(float(trace.a[layer][j]))} - {factor(float(trace.y[j]))}"
        yield Row(rf"{delta} = {a} - y_{{{j}}}", worked, float(trace.delta[layer][j]))
        return
    far = float(trace.dC_da[layer][j])
    yield Row(*_by_activation(trace, layer, j), far)
    z = symbol_tex(Quantity("z", layer, j), spec)
    yield Row(
        rf"{delta} = \sigma'({z}) {derivative_tex(a)}",
        rf"= {slope_worked(trace, layer, j)} \cdot {factor(far)}",
        float(trace.delta[layer][j]),
    )


def _by_activation(trace: Trace, layer: int, j: int) -> tuple[str, str]:
    """Return ∂C/∂a as formula, and with numbers."""
    spec, a = trace.spec, _a(trace.spec, layer, j)
    if layer == spec.depth:
        share = {"squared": "2", "half_squared": ""}.get(spec.cost, rf"\frac{{2}}{{{len(trace.y)}}}")
        numbers = f"({plain(float(trace.a[layer][j]))} - {factor(float(trace.y[j]))})"
        worked = rf"= {share} \cdot {numbers}" if share else f"= {numbers}"
        return f"{derivative_tex(a)} = {share}({a} - y_{{{j}}})", worked
    after = range(spec.sizes[layer + 1])
    symbols = (
        f"{weight_tex(layer + 1, i, j)} {symbol_tex(Quantity('delta', layer + 1, i), spec)}" for i in after
    )
    weights, deltas = trace.parameters.weights(layer + 1)[:, j], trace.delta[layer + 1]
    worked = " + ".join(rf"{factor(float(weights[i]))} \cdot {factor(float(deltas[i]))}" for i in after)
    return f"{derivative_tex(a)} = {' + '.join(symbols)}", f"= {worked}"


def _derivative(trace: Trace, at: Location) -> Row:
    spec, found = trace.spec, explain_parameter(trace, at)
    delta = symbol_tex(Quantity("delta", at.layer, at.j), spec)
    left = derivative_tex(symbol_tex(Quantity(*at), spec))
    if at.k is None:
        return Row(f"{left} = {delta}", "", found.derivative)
    near = float(trace.a[at.layer - 1][at.k])
    worked = rf"= {factor(near)} \cdot {factor(float(trace.delta[at.layer][at.j]))}"
    return Row(f"{left} = {_a(spec, at.layer - 1, at.k)} {delta}", worked, found.derivative)


# The update


def _update(trace: Trace, eta: float) -> Part:
    spec = trace.spec
    rows = tuple(_updated(trace, at, eta) for layer in spec.layers for at in _parameters_of(spec, layer))
    text = tr("Every parameter moves against its derivative, {rate} times as far.", rate=rate())
    return Part(tr("The update"), text, rows)


def _updated(trace: Trace, at: Location, eta: float) -> Row:
    symbol = symbol_tex(Quantity(*at), trace.spec)
    value, slope = trace.parameters.at(at), trace.gradient.at(at)
    tex = rf"{symbol} \leftarrow {symbol} - {rate_tex()} {derivative_tex(symbol)}"
    return Row(tex, rf"= {factor(value)} - {all_decimals(eta)} \cdot {factor(slope)}", value - eta * slope)


def _check(trace: Trace, eta: float) -> Part:
    after = update_by_hand(trace, eta)
    text = tr("Go forward once more with the new parameters: has the cost fallen?")
    again = [row for part in _forward(after) for row in part.rows]
    cost = rf"{cost_tex()} \text{{ {tr('after the update')}}}"
    return Part(tr("Was it worth it?"), text, (*again, Row(cost, cost_worked(after), after.cost)))


# Numbers


def answer(value: float) -> str:
    """Return a number as the key has it."""
    return fixed(value, DIGITS)


def _a(spec: NetworkSpec, layer: int, j: int) -> str:
    return activation_symbol_tex(spec, layer, j)
