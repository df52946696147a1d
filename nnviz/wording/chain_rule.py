"""The chain rule in full symbols, in pieces, and the same line in numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from nnviz.core.explain import ParameterExplanation, Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.wording.agreeing import product_texts
from nnviz.wording.formulas import symbol_tex
from nnviz.wording.notation import rate_tex
from nnviz.wording.numbers import number
from nnviz.wording.plain import plain_text


class Fraction(NamedTuple):
    """Symbols as TeX, in a row above and in a row below the bar."""

    above: tuple[str, ...]
    below: tuple[str, ...]


Piece = str | Fraction
"""A symbol as TeX, or a fraction of some: small enough to be met again in the next formula."""

_D, _DOT, _EQUALS = r"\partial", r"\cdot", "="


def chain_rule_pieces(
    spec: NetworkSpec, parameter: ParameterExplanation
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return ∂C/∂w = ∂z/∂w · ∂a/∂z · ∂C/∂a, and what the factors are equal to."""
    kind, layer, j, k = parameter.location
    w = symbol_tex(Quantity(kind, layer, j, k), spec)
    c, z, a = (symbol_tex(quantity, spec) for quantity in _through(layer, j))
    direct = parameter.factors[-1].quantity.kind == "delta"
    far = [(c, z)] if direct else [(a, z), (c, a)]
    product = [Fraction((_D, up), (_D, down)) for up, down in ((z, w), *far)]
    equal: list[Piece] = ["1"] if k is None else []
    equal += [quantity_piece(spec, factor.quantity) for factor in parameter.factors]
    return (Fraction((_D, c), (_D, w)), _EQUALS, *_times(product)), (_EQUALS, *_times(equal))


def _through(layer: int, j: int) -> tuple[Quantity, Quantity, Quantity]:
    return Quantity("C", layer, 0), Quantity("z", layer, j), Quantity("a", layer, j)


def quantity_piece(spec: NetworkSpec, quantity: Quantity) -> Piece:
    """Return a quantity's symbol; that of ∂C/∂a as a fraction of symbols that are met elsewhere."""
    if quantity.kind == "dC_da":
        return _slope_of_cost(spec, quantity._replace(kind="a"))
    return symbol_tex(quantity, spec)


def step_pieces(spec: NetworkSpec, location: Location) -> tuple[Piece, ...]:
    """Return what an update adds to a parameter: −η ∂C/∂w."""
    return rf"-{rate_tex()}", _slope_of_cost(spec, Quantity(*location))


def _slope_of_cost(spec: NetworkSpec, quantity: Quantity) -> Fraction:
    cost = Quantity("C", quantity.layer, 0)
    above, below = (symbol_tex(each, spec) for each in (cost, quantity))
    return Fraction((_D, above), (_D, below))


def _times(factors: Sequence[Piece]) -> list[Piece]:
    """Set dots between factors."""
    return [piece for factor in factors for piece in (_DOT, factor)][1:]


def pieces_text(line: Sequence[Piece]) -> str:
    """Return a line of pieces as plain text: "∂C₀/∂w⁽²⁾₅,₃ = ∂z⁽²⁾₅/∂w⁽²⁾₅,₃ · …"."""
    texts = (
        piece if isinstance(piece, str) else f"{' '.join(piece.above)}/{' '.join(piece.below)}"
        for piece in line
    )
    return plain_text(" ".join(texts))


def chain_rule_steps(parameter: ParameterExplanation) -> tuple[str, ...]:
    """Return "= 0.913 · 0.242 · (−0.0123)", "= −0.00272", in digits in which the product comes out."""
    result = f"= {number(parameter.derivative)}"
    factors = [factor.value for factor in parameter.factors]
    if len(factors) == 1:
        return (result,)
    return "= " + " · ".join(product_texts(factors, parameter.derivative)), result
