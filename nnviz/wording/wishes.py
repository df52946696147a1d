"""What a layer wants of the layer before it, in words and formulas."""

from nnviz.core.network import NetworkSpec
from nnviz.core.wishes import NudgeKind
from nnviz.wording.names import layer_name
from nnviz.wording.notation import (
    activation_symbol_tex,
    derivative_tex,
    derivative_text,
    indices,
    subscript_tex,
    weight_tex,
)
from nnviz.wording.numbers import factor_text, number
from nnviz.wording.sentences import FLAT, wish_words
from nnviz.wording.text import MINUS, tr


def wishes_title(spec: NetworkSpec, layer: int) -> str:
    """Return "What the output layer wants of the second hidden layer"."""
    return tr(
        "What the {layer} wants of the {before}",
        layer=layer_name(spec, layer),
        before=layer_name(spec, layer - 1),
    )


def wishes_tex(spec: NetworkSpec, layer: int, of: NudgeKind) -> str:
    """Return the sum of the wishes as a formula: −∂C/∂a_k = Σ_j −w_jk σ'(z_j) ∂C/∂a_j."""
    j, k = indices(spec, layer)
    above, at = f"^{{({layer})}}", subscript_tex(j)
    passed = rf"\delta{above}{at}"
    if of == "a":
        passed = rf"\sigma'(z{above}{at}) {derivative_tex(activation_symbol_tex(spec, layer, j))}"
    left = f"-{derivative_tex(activation_symbol_tex(spec, layer - 1, k))}"
    return rf"{left} = \sum{at} -{weight_tex(layer, j, k)} \, {passed}"


def nudge_symbol(of: NudgeKind) -> str:
    """Return what the rows' own nudges are, in plain text."""
    return f"{MINUS}{derivative_text(of)}"


def wishes_so_far(shown: int, rows: int) -> str:
    """Return what the last line of the table holds: "sum of 3 of 10 rows"."""
    if shown >= rows:
        return tr("sum of all {rows:,}", rows=rows) if rows > 1 else tr("the sum")
    return tr("sum of {shown:,} of {rows:,}", shown=shown, rows=rows)


def nudge_sentence(name: str, of: NudgeKind, nudge: float) -> str:
    """Say how one neuron would itself be moved."""
    return tr(
        "<b>{name}</b><br>{symbol} = {value}: {words}",
        name=name,
        symbol=nudge_symbol(of),
        value=number(nudge, signed=nudge != 0),
        words=wish_words(-nudge),
    )


def wish_product(name: str, before: str, weight: float, delta: float, wish: float) -> str:
    """Say what one neuron wants of one before it: the product behind a cell of the table."""
    return tr(
        "<b>{name}, of {before}</b><br>{minus}w·δ = {minus}{weight} · {delta} = {wish}: {words}",
        name=name,
        before=before,
        minus=MINUS,
        weight=factor_text(weight),
        delta=factor_text(delta),
        wish=number(wish, signed=wish != 0),
        words=wish_words(-wish),
    )


def sum_sentence(name: str, shown: int, rows: int, total: float) -> str:
    """Say what all neurons, or the rows shown so far, want of one before them."""
    return tr(
        "<b>{name}</b><br>{what} = {value}: {words}",
        name=name,
        what=wishes_so_far(shown, rows),
        value=number(total, signed=total != 0),
        words=wish_words(-total),
    )


def becomes_sentence(spec: NetworkSpec, layer: int) -> str:
    """Say what the sum is good for."""
    before = layer_name(spec, layer - 1)
    if layer > 2:
        return tr("The sum becomes the wish of the {before}.", before=before)
    return tr(
        "The sum is the wish of the {before}. Before it come the inputs, which are given.", before=before
    )


def quiet_sentence(flat: int, rows: int, nothing: bool) -> str:
    """Say why little or nothing is wanted; "" if there is no such reason.

    Parameters
    ----------
    flat : int
        How many of the wishing neurons stand where their activation function is flat.
    rows : int
        How many there are.
    nothing : bool
        Whether all wishes are 0.
    """
    if flat:
        return tr(
            "{flat:,} of {rows:,} stand where σ is flat (|σ′| < {limit:g}): little of it gets through.",
            flat=flat,
            rows=rows,
            limit=FLAT,
        )
    return tr("All wishes are 0: nothing is wanted of these neurons.") if nothing else ""


def no_wishes() -> str:
    """Say why a network without hidden layers has no such table."""
    return tr(
        "The only layer before the outputs is the input, and it is given: nothing can be wished for there."
    )


def unit_text(exponent: int) -> str:
    """Return in which unit the numbers of the table stand: "all numbers × 0.01", "" where they are plain."""
    return tr("all numbers × {unit}", unit=f"{10.0**exponent:g}") if exponent else ""


def reading_text(largest: str) -> str:
    """Return how to read the table: "up to 0.195, rounded so that each column adds up"; "" for no number."""
    return tr("up to {value}, rounded so that each column adds up", value=largest) if largest else ""
