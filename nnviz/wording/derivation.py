"""The paths on which an activation reaches the cost, taken apart line by line."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.paths import Branch, Effect, Key, Unfolded
from nnviz.wording.agreeing import Scale, product_texts, scale_of, shown_value
from nnviz.wording.formulas import output_slope_tex
from nnviz.wording.notation import (
    activation_symbol_tex,
    derivative_tex,
    indices,
    subscript_tex,
    weight_tex,
)
from nnviz.wording.numbers import exact, number
from nnviz.wording.plain import symbol_text
from nnviz.wording.text import MINUS, tr


def effect_tex(spec: NetworkSpec, quantity: Quantity) -> str:
    """Return what ∂C/∂a of a layer is made of, in general indices: Σ_j w_jk σ'(z_j) ∂C/∂a_j."""
    kind, layer, _, _ = quantity
    if kind == "delta":
        return _delta_tex(spec, layer)
    if layer == spec.depth:
        j = indices(spec, layer).to
        return f"{derivative_tex(activation_symbol_tex(spec, layer, j))} = {output_slope_tex(spec)}"
    n = layer + 1
    j, k = indices(spec, n)
    z = f"z^{{({n})}}{subscript_tex(j)}"
    last = n == spec.depth and spec.cost_function.by_weighted_sum is not None
    a = activation_symbol_tex(spec, n, j)
    far = rf"\delta^{{({n})}}{subscript_tex(j)}" if last else rf"\sigma'({z}) {derivative_tex(a)}"
    left = derivative_tex(activation_symbol_tex(spec, layer, k))
    return rf"{left} = \sum{subscript_tex(j)} {weight_tex(n, j, k)} {far}"


def _delta_tex(spec: NetworkSpec, layer: int) -> str:
    j = indices(spec, layer).to
    i = "i" if j != "i" else "m"
    z = f"z^{{({layer})}}{subscript_tex(j)}"
    own = activation_symbol_tex(spec, layer, j)
    if spec.cost == "cross_entropy":
        a = activation_symbol_tex(spec, layer, i)
        chain = rf"\sum{subscript_tex(i)} \frac{{\partial {a}}}{{\partial {z}}} {derivative_tex(a)}"
    else:
        chain = rf"\sigma'({z}) {derivative_tex(own)}"
    return rf"\delta^{{({layer})}}{subscript_tex(j)} = {chain} = {own} - y{subscript_tex(j)}"


LineKind = Literal["formula", "path", "others", "sum", "cost"]


class Line(NamedTuple):
    """One line of a sum that is taken apart.

    Attributes
    ----------
    kind : str
        "formula" (its text is TeX), "path", "others", "sum" or "cost".
    level : int
        How deep the recursion is here.
    text, product, value : str
        What it is, the factors, the number; each may be empty.
    number : float
        The number.
    key : tuple of Quantity or None
        The sum that a click unfolds or folds (of "others": shows more of).
    opened : bool
        Whether that sum is open; of "others": whether they stand below.
    through : tuple of int or None
        Layer and index of the neuron that a path passes.
    edge : Location or None
        The weight that a path begins with.
    tip : str
        Everything in full precision.
    """

    kind: LineKind
    level: int
    text: str
    product: str = ""
    value: str = ""
    number: float = 0.0
    key: Key | None = None
    opened: bool = False
    through: tuple[int, int] | None = None
    edge: Location | None = None
    tip: str = ""


NameOf = Callable[[int, int], str]


def derivation_lines(
    spec: NetworkSpec, unfolded: Unfolded, name_of: NameOf, few: int | None = None
) -> tuple[Line, ...]:
    """Return the lines of a sum and of all sums that are open below it.

    Parameters
    ----------
    spec : NetworkSpec
        The shape.
    unfolded : Unfolded
        The sum.
    name_of : callable
        ``name_of(layer, j)`` gives a neuron's short name.
    few : int, optional
        After so many paths stands a line with which the others that are shown can be folded.
    """
    return tuple(_lines(spec, unfolded, name_of, few, 0))


def _lines(
    spec: NetworkSpec, unfolded: Unfolded, name_of: NameOf, few: int | None, level: int
) -> Iterator[Line]:
    found = unfolded.effect
    yield Line("formula", level, effect_tex(spec, found.quantity))
    if unfolded.branches:
        values = [branch.path.value for branch in unfolded.branches]
        scale = scale_of([*values, unfolded.rest], found.value)
        for index, branch in enumerate(unfolded.branches):
            if index == few:
                others = _others(len(found.values) - index)
                yield Line("others", level, others, key=unfolded.key, opened=True)
            yield _path_line(spec, branch, name_of, level, scale, found.quantity)
            if branch.deeper is not None:
                yield from _lines(spec, branch.deeper, name_of, few, level + 1)
        if unfolded.others:
            others, value = _others(unfolded.others), scale.term(unfolded.rest)
            yield Line("others", level, others, value=value, number=unfolded.rest, key=unfolded.key)
        total = f"= {scale.total(found.value)}"
        yield Line("sum", level, tr("sum"), value=total, number=found.value, tip=exact(found.value))
    if found.at_cost is not None:
        yield Line("cost", level, *at_cost_texts(spec, found), tip=exact(found.value))


def _others(n: int) -> str:
    return tr("1 other") if n == 1 else tr("{n:,} others", n=n)


def _path_line(
    spec: NetworkSpec, branch: Branch, name_of: NameOf, level: int, scale: Scale, of: Quantity
) -> Line:
    one = branch.path
    layer = of.layer + (of.kind != "delta")
    edge = Location(*one.factors[0].quantity) if one.factors[0].quantity.kind == "w" else None  # type: ignore[arg-type]
    product = " · ".join(product_texts([f.value for f in one.factors], one.value, scale.term))
    symbols = " · ".join(symbol_text(factor.quantity, spec) for factor in one.factors)
    numbers = " · ".join(exact(factor.value) for factor in one.factors)
    return Line(
        "path",
        level,
        name_of(layer, one.through),
        product,
        scale.term(one.value),
        one.value,
        branch.key,
        branch.deeper is not None,
        (layer, one.through),
        edge,
        f"{symbols}\n= {numbers}\n= {exact(one.value)}",
    )


def at_cost_texts(spec: NetworkSpec, effect: Effect) -> tuple[str, str, str]:
    """Return where the recursion ends: "the cost gives", "2 · (0.191 − 1)", "= −1.62"."""
    assert effect.at_cost is not None
    a, y = effect.at_cost
    name = tr("the cost gives")
    result = f"= {number(effect.value)}"
    if effect.quantity.kind == "dC_da" and spec.cost == "binary_cross_entropy":
        one, other = _target(1 - y), _target(y)
        return name, f"{one} / (1 {MINUS} {number(a)}) {MINUS} {other} / {number(a)}", result
    front, factor = _front(spec) if effect.quantity.kind == "dC_da" else ("", 1.0)
    for digits in range(3, 9):
        shown = number(a, digits)
        if number(factor * (shown_value(shown) - y)) == result.removeprefix("= "):
            break
    difference = f"{shown} {MINUS} {_target(y)}"
    return name, f"{front} · ({difference})" if front else difference, result


def _target(y: float) -> str:
    """Return a target as it stands in a formula: "1", "0", "0.250", "(−0.5)"."""
    return f"{y:g}" if y in (0, 1) else f"({exact(y)})" if y < 0 else exact(y)


def _front(spec: NetworkSpec) -> tuple[str, float]:
    """Return the factor before (a − y), as text and as number."""
    n = spec.sizes[-1]
    return {"squared": ("2", 2.0), "mean_squared": (f"2/{n}", 2 / n)}.get(spec.cost, ("", 1.0))


def effect_words(symbol: str, paths: int) -> str:
    """Return "∂C₀/∂a⁽²⁾₅, the sum of 10 paths"; at the output "∂C₀/∂a⁽³⁾₇, from the cost"."""
    if not paths:
        return tr("{symbol}, from the cost", symbol=symbol)
    if paths == 1:
        return tr("{symbol}, along its one path", symbol=symbol)
    return tr("{symbol}, the sum of {n:,} paths", symbol=symbol, n=paths)


def list_others(listed: bool) -> str:
    """Say what a click on the line of the others does."""
    return tr("Click to fold them.") if listed else tr("Click to list them, path by path.")


def go_there() -> str:
    """Say what a click on a path does."""
    return tr("Click to go to the neuron; ▸ unfolds what it is made of.")
