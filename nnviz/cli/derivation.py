"""``nnviz explain --parameter "w 2 5 3"``: one derivative, taken apart as in the window's inspector."""

from math import isfinite
from typing import Any

from nnviz.core.check import Check, check, checkable, derivative_of
from nnviz.core.explain import Quantity, QuantityKind, explain_parameter
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.paths import Key, effect, onward, path, unfold
from nnviz.core.steps import Trace
from nnviz.data import Dataset
from nnviz.errors import NnvizError
from nnviz.wording import factor_sentence, neuron_name, number, parameter_name, plain_text, symbol_text, tr
from nnviz.wording.chain_rule import chain_rule_pieces, chain_rule_steps, pieces_text
from nnviz.wording.check import (
    check_caption,
    check_rows,
    derivative_row,
    difference_text,
    verdict_badge,
    verdict_sentence,
)
from nnviz.wording.derivation import derivation_lines

LENGTHS = {"w": 3, "b": 2, "a": 2}

SHOWN = 10
"""So many paths of each sum are written out."""


def read_quantity(text: str, spec: NetworkSpec) -> Quantity:
    """Read "w 2 5 3", "b 2 5" or "a 1 7": kind, layer, to neuron j, and from neuron k of the layer before.

    Raises
    ------
    NnvizError
        When it is none of these, or the network has no such thing.
    """
    kind, *words = text.split() or [""]
    if LENGTHS.get(kind) != len(words) or not all(word.isdecimal() and len(word) < 9 for word in words):
        sentence = tr('"w 2 5 3", "b 2 5" or "a 1 7" is needed here, not {text}', text=repr(text[:40]))
        raise NnvizError(sentence, "parameter")
    layer, j, *before = (int(word) for word in words)
    if kind == "a":
        if layer > spec.depth or j >= spec.sizes[layer]:
            raise NnvizError(
                tr("this network has no neuron {j} in layer {layer}", j=j, layer=layer), "parameter"
            )
        return Quantity("a", layer, j)
    location = Location("b" if kind == "b" else "w", layer, j, before[0] if before else None)
    try:
        spec.index(location)
    except NnvizError as error:
        raise NnvizError(str(error), "parameter") from None
    return Quantity(*location)


def derivation_text(trace: Trace, dataset: Dataset, quantity: Quantity) -> str:
    """Return one derivative for a reader: the chain rule, its numbers, the paths, the check."""
    parts = [_activation(trace, quantity) if quantity.kind == "a" else _parameter(trace, dataset, quantity)]
    root = _root(trace, quantity)
    if root is not None:
        parts.append(_paths(trace, root))
    if checkable(trace, quantity):
        parts.append(_check(check(trace, quantity)))
    return "\n\n".join(parts)


def _root(trace: Trace, quantity: Quantity) -> Quantity | None:
    """Return the number whose paths are written out."""
    if quantity.kind != "a":
        location = Location("b" if quantity.k is None else "w", quantity.layer, quantity.j, quantity.k)
        return onward(trace, explain_parameter(trace, location).factors[-1])
    if quantity.layer == trace.spec.depth and trace.slope(quantity.layer) is None:
        return Quantity("delta", quantity.layer, quantity.j)
    return Quantity("dC_da", quantity.layer, quantity.j)


def _parameter(trace: Trace, dataset: Dataset, quantity: Quantity) -> str:
    spec = trace.spec
    location = Location("b" if quantity.k is None else "w", quantity.layer, quantity.j, quantity.k)
    found = explain_parameter(trace, location)
    source = dataset.input_name(quantity.k) if quantity.layer == 1 and quantity.k is not None else None
    name = parameter_name(spec, location, source)
    rule, equal = (pieces_text(line) for line in chain_rule_pieces(spec, found))
    left = rule.partition(" = ")[0]
    steps = [equal, *chain_rule_steps(found)]
    lines = [f"{name[:1].upper()}{name[1:]}: {symbol_text(quantity, spec)} = {number(found.value)}", "", rule]
    lines += [" " * (len(left) + 1) + step for step in steps]
    lines.append("")
    for factor in found.factors:
        origin = dataset.input_name(factor.quantity.j) if factor.quantity.layer == 0 else None
        sentence = factor_sentence(spec, factor, origin)
        lines.append(f"  {symbol_text(factor.quantity, spec)} = {number(factor.value)}   {sentence}")
    return "\n".join(lines)


def _activation(trace: Trace, quantity: Quantity) -> str:
    name = neuron_name(trace.spec, quantity.layer, quantity.j)
    value = number(float(trace.a[quantity.layer][quantity.j]))
    return tr(
        "Activation of {name}: {symbol} = {value}",
        name=name,
        symbol=symbol_text(quantity, trace.spec),
        value=value,
    )


def _paths(trace: Trace, root: Quantity) -> str:
    """Return the sum over the paths; of the strongest path on, the recursion until the cost."""
    opened: dict[Key, int] = {(root,): SHOWN}
    key: Key = (root,)
    while len(effect(trace, key[-1]).order) and key[-1].kind != "delta":
        strongest = path(trace, key[-1], int(effect(trace, key[-1]).order[0]))
        far = onward(trace, strongest.factors[-1])
        if far is None:
            break
        key = (*key, far)
        opened[key] = SHOWN
    spec = trace.spec
    lines = derivation_lines(
        spec, unfold(trace, (root,), opened), lambda layer, j: neuron_name(spec, layer, j)
    )
    texts = [symbol_text(root, spec)]
    for line in lines:
        indent = "  " * (2 * line.level + 1)
        if line.kind == "formula":
            texts.append(indent + plain_text(line.text))
        elif line.product:
            texts.append(f"{indent}  {line.text}: {line.product} = {line.value.removeprefix('= ')}")
        else:
            texts.append(f"{indent}  {line.text} {line.value}")
    return "\n".join(texts)


def _check(found: Check) -> str:
    rows = [(f"Δ = {step}", value) for step, value in check_rows(found)] + [derivative_row(found)]
    lines = [f"{difference_text(found)}   {verdict_badge(found.verdict)}", f"  {verdict_sentence(found)}"]
    lines.append(f"  {check_caption(found.quantity)}")
    lines += [f"  {name:<10}  {value}" for name, value in rows]
    return "\n".join(lines)


def derivation_json(trace: Trace, quantity: Quantity) -> dict[str, Any]:
    """Return one derivative's numbers: its factors, the paths of its far factor, the differences."""
    kind, layer, j, k = quantity
    found: dict[str, Any] = {"kind": kind, "layer": layer, "j": j, "k": k}
    # ∂C/∂a of a softmax is not reported.
    known = kind != "a" or layer < trace.spec.depth or layer in trace.dC_da
    found["derivative"] = derivative_of(trace, quantity) if known else None
    if kind != "a":
        location = Location("b" if k is None else "w", layer, j, k)
        factors = explain_parameter(trace, location).factors
        found["factors"] = [{**_named(f.quantity), "value": f.value} for f in factors]
    root = _root(trace, quantity)
    if root is not None:
        summed = effect(trace, root)
        found["effect"] = {**_named(root), "value": summed.value, "paths": summed.values.tolist()}
    if checkable(trace, quantity):
        found["check"] = _check_json(check(trace, quantity))
    return found


def _named(quantity: Quantity) -> dict[str, QuantityKind | int | None]:
    return {"kind": quantity.kind, "layer": quantity.layer, "j": quantity.j, "k": quantity.k}


def _check_json(found: Check) -> dict[str, Any]:
    differences = [
        {"delta": row.step, "central": row.central if isfinite(row.central) else None} for row in found.rows
    ]
    return {"verdict": found.verdict, "differences": differences}
