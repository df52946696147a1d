r"""Notation profiles: what the cost, the learning rate, the outputs and the indices are called.

A profile changes letters, the order of indices and the order of a product, and nothing else. All formulas
and symbols are put together from the functions below, which read the profile in use, so that one call of
:func:`use` changes them all. With the first profile they give the documentation's notation: C, η, w_jk, W a.

Everywhere in the program (j, k) means: to neuron j, from neuron k of the layer before. How that is *written*
is the profile's affair.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from nnviz.core.network import NetworkSpec


@dataclass(frozen=True)
class Notation:
    """One way to write the same mathematics.

    Attributes
    ----------
    key : str
        Stable name, for settings and the command line.
    label, teaches : str
        What the user reads, in short and in a sentence.
    cost : str
        The letter of the cost.
    rate, rate_tex : str
        The learning rate, plain and as TeX.
    penalty, penalty_tex : str
        The strength of weight decay; another letter where λ is the learning rate.
    row_vectors : bool
        Whether activations are rows: a W and w_ij, from i to j; else columns: W a and w_jk, to j from k.
    hat : bool
        Whether the network's outputs are written ŷ instead of a.
    by_place : bool
        Whether i, j, k stand for a neuron of the input, a hidden layer and the output.
    """

    key: str
    label: str
    teaches: str
    cost: str = "C"
    rate: str = "η"
    rate_tex: str = r"\eta"
    penalty: str = "λ"
    penalty_tex: str = r"\lambda"
    row_vectors: bool = False
    hat: bool = False
    by_place: bool = False


STANDARD = Notation(
    "standard",
    "Columns: W a, w_jk, C, η",
    "Activations are columns and the weights stand before them: z = W a + b; w_jk leads to j, from k.",
)
ROWS = Notation(
    "rows",
    "Rows: a W, w_ij, L, λ",
    "Activations are rows and the weights stand behind them: z = a W + b; w_ij leads from i to j.",
    cost="L",
    rate="λ",
    rate_tex=r"\lambda",
    penalty="α",
    penalty_tex=r"\alpha",
    row_vectors=True,
)
HAT = Notation(
    "hat",
    "Outputs ŷ: W a, w_jk, J, α",
    "What the network answers is written ŷ, beside the wanted y; the cost is J, the learning rate α.",
    cost="J",
    rate="α",
    rate_tex=r"\alpha",
    hat=True,
)
PLACES = Notation(
    "places",
    "i, j, k: input, hidden, output",
    "Every place has its letter: i counts inputs, j hidden neurons and k outputs.",
    by_place=True,
)
NOTATIONS = (STANDARD, ROWS, HAT, PLACES)

_in_use = STANDARD


def current() -> Notation:
    """Return the profile in use."""
    return _in_use


def use(notation: Notation) -> None:
    """Write all formulas from now on in another profile; what is on the screen has to be read anew."""
    global _in_use
    _in_use = notation
    _symbols.cache_clear()


def notation_of(key: str) -> Notation:
    """Return the profile of that name, the first one for a name that is not known."""
    return next((notation for notation in NOTATIONS if notation.key == key), STANDARD)


# ---- letters ---------------------------------------------------------------------------------


def cost() -> str:
    """Return the letter of the cost: C."""
    return _in_use.cost


def cost_tex() -> str:
    """Return the cost of one example as TeX: C_0."""
    return f"{_in_use.cost}_0"


def rate() -> str:
    """Return the letter of the learning rate: η."""
    return _in_use.rate


def rate_tex() -> str:
    r"""Return the letter of the learning rate as TeX: \eta."""
    return _in_use.rate_tex


def penalty() -> str:
    """Return the letter of the strength of weight decay: λ."""
    return _in_use.penalty


def penalty_tex() -> str:
    r"""Return the letter of the strength of weight decay as TeX: \lambda."""
    return _in_use.penalty_tex


class Indices(NamedTuple):
    """The letters of a layer's formulas: of its own neurons, and of those of the layer before."""

    to: str
    of: str


def indices(spec: NetworkSpec, layer: int) -> Indices:
    """Return the letters with which the formulas of a layer ≥ 1 count: (j, k)."""
    if _in_use.row_vectors:
        return Indices("j", "i")
    if not _in_use.by_place:
        return Indices("j", "k")
    to = "k" if layer == spec.depth else "j"
    before = "i" if layer == 1 else "j"
    return Indices(to, before + "'" if before == to else before)


def neuron_index(spec: NetworkSpec, layer: int) -> str:
    """Return the letter with which a layer's own neurons are counted where it stands alone: j."""
    return indices(spec, layer).to if layer else indices(spec, 1).of


# ---- weights and products --------------------------------------------------------------------


def subscript_tex(index: int | str) -> str:
    """Return an index as a TeX subscript: _{5}, _j."""
    return f"_{index}" if isinstance(index, str) and len(index) == 1 else f"_{{{index}}}"


def weight_index(j: int | str, k: int | str) -> str:
    """Return the indices of the weight to j from k: "5,3", "jk"; from, to where activations are rows."""
    first, second = (k, j) if _in_use.row_vectors else (j, k)
    return f"{first}{'' if isinstance(j, str) and isinstance(k, str) else ','}{second}"


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def weight_subscript(j: int, k: int) -> str:
    """Return the indices of the weight to j from k as plain text: "₅,₃"."""
    return weight_index(j, k).translate(_SUBSCRIPTS)


def weight_tex(layer: int, j: int | str, k: int | str) -> str:
    """Return the weight to j from k as TeX: w^{(2)}_{5,3}, w^{(2)}_{jk}."""
    return f"w^{{({layer})}}_{{{weight_index(j, k)}}}"


def product_tex(weights: str, vector: str, space: str = " ") -> str:
    """Return weights times what they weigh: W a, w a; where activations are rows a W, a w."""
    return space.join((vector, weights) if _in_use.row_vectors else (weights, vector))


def product_text(weights: str = "W", vector: str = "a", between: str = " ") -> str:
    """Return weights times what they weigh as plain text: "W a" or "a W"."""
    return product_tex(weights, vector, between)


def contribution_text() -> str:
    """Return what one edge adds to the weighted sum, in the order of the product: "w·a" or "a·w"."""
    return product_text("w", "a", "·")


# ---- activations and derivatives -------------------------------------------------------------


def activation_symbol_tex(spec: NetworkSpec | None, layer: int, j: int | str | None = None) -> str:
    r"""Return an activation as TeX: a^{(2)}_{j}, a^{(2)} without `j`; of the output perhaps \hat{y}_{j}."""
    index = "" if j is None else subscript_tex(j)
    if _in_use.hat and spec is not None and layer == spec.depth:
        return rf"\hat{{y}}{index}"
    return f"a^{{({layer})}}{index}"


def output_letter() -> str:
    """Return the letter of the network's outputs as plain text: a or ŷ."""
    return "ŷ" if _in_use.hat else "a"


def derivative_tex(by: str) -> str:
    r"""Return ∂C_0/∂(by) as TeX, `by` being TeX: \frac{\partial C_0}{\partial w}."""
    return rf"\frac{{\partial {cost_tex()}}}{{\partial {by}}}"


def derivative_text(by: str = "w") -> str:
    """Return ∂C/∂(by) as plain text."""
    return f"∂{cost()}/∂{by}"


def gradient_text() -> str:
    """Return the gradient as plain text: ∇C."""
    return f"∇{cost()}"


def update_text() -> str:
    """Return the rule of an update as plain text: "θ ← θ − η ∇C"."""
    return f"θ ← θ − {rate()} ∇{cost()}"


def fill_in(text: str) -> str:
    """Return a text with its {C}, {η}, {λ}, {ŷ} (an output), {Wa}, {wa}, {w·a} as it has them."""
    if "{" not in text:
        return text
    for mark, symbol in _symbols():
        if mark in text:
            text = text.replace(mark, symbol)
    return text


def fill_in_tex(tex: str) -> str:
    r"""Return TeX with its {C}, {η}, {λ} as the notation has them; the braces stay: \frac{C}{n}."""
    for mark, symbol in (("{C}", cost()), ("{η}", rate_tex()), ("{λ}", penalty_tex())):
        tex = tex.replace(mark, f"{{{symbol}}}")
    return tex


@cache
def _symbols() -> tuple[tuple[str, str], ...]:
    return (
        ("{C}", cost()),
        ("{η}", rate()),
        ("{λ}", penalty()),
        ("{ŷ}", output_letter()),
        ("{Wa}", product_text("W", "a")),
        ("{wa}", product_text("w", "a")),
        ("{w·a}", contribution_text()),
    )
