"""What is given on a worksheet: the example, the parameters, and what the symbols mean, as TeX."""

from collections.abc import Iterator

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Trace
from nnviz.wording.formulas import cost_formula_tex, symbol_tex
from nnviz.wording.notation import activation_symbol_tex, rate_tex
from nnviz.wording.text import tr
from nnviz.wording.worked import all_decimals, plain


def given(trace: Trace, eta: float) -> Iterator[tuple[str, ...]]:
    """Yield lines of formulas: one example, one learning rate, all parameters and definitions."""
    spec = trace.spec
    yield tuple(_equation(activation_symbol_tex(spec, 0, k), float(x)) for k, x in enumerate(trace.x))
    yield tuple(_equation(f"y_{{{j}}}", float(y)) for j, y in enumerate(trace.y))
    for layer in spec.layers:
        for j in range(spec.sizes[layer]):
            yield tuple(
                _equation(symbol_tex(Quantity(*at), spec), trace.parameters.at(at))
                for at in parameters_into(spec, layer, j)
            )
    yield (cost_formula_tex(spec), *_cost_symbols(spec), rf"{rate_tex()} = {all_decimals(eta)}")
    yield from ((definition,) for definition in _definitions(spec))


def _cost_symbols(spec: NetworkSpec) -> Iterator[str]:
    """Yield what else the cost's definition needs."""
    if spec.cost == "mean_squared":
        yield _equation("n" if "n_L" not in cost_formula_tex(spec) else "n_L", spec.sizes[-1])
    if "cross_entropy" in spec.cost:
        yield r"\log = \ln"


def _definitions(spec: NetworkSpec) -> Iterator[str]:
    """Yield what σ and σ′ are, of each layer where they are not the same."""
    names = spec.activations
    if len(set(names)) == 1:
        yield _DEFINITIONS[names[0]]
        return
    for layer, name in zip(spec.layers, names, strict=True):
        yield rf"\text{{{tr('layer {layer}', layer=layer)}: }} {_DEFINITIONS[name]}"


_DEFINITIONS = {
    "identity": r"\sigma(z) = z, \quad \sigma'(z) = 1",
    "sigmoid": r"\sigma(z) = \frac{1}{1 + e^{-z}}, \quad \sigma'(z) = \sigma(z) (1 - \sigma(z))",
    "tanh": r"\sigma(z) = \tanh(z), \quad \sigma'(z) = 1 - \tanh^2(z)",
    "relu": r"\sigma(z) = \max(0, z), \quad \sigma'(z > 0) = 1, \quad \sigma'(z \leq 0) = 0",
    "softmax": r"\text{softmax}(z)_j = \frac{e^{z_j}}{\sum_i e^{z_i}}",
}


def parameters_into(spec: NetworkSpec, layer: int, j: int) -> list[Location]:
    """Return where the parameters of one neuron are, its weights before its bias."""
    weights = [Location("w", layer, j, k) for k in range(spec.sizes[layer - 1])]
    return [*weights, Location("b", layer, j, None)]


def _equation(symbol: str, value: float) -> str:
    return f"{symbol} = {plain(value)}"
