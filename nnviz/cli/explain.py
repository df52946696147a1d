"""``nnviz explain``: all numbers of one example, forward and back."""

import json
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nnviz.cli.derivation import derivation_json, derivation_text, read_quantity
from nnviz.cli.networks import add_network, network
from nnviz.cli.options import OptionParser, concerning, one_of, whole_number
from nnviz.cli.report import named, network_rows, table
from nnviz.core.arrays import Array
from nnviz.core.explain import explain_cost
from nnviz.core.steps import Trace
from nnviz.data import Dataset
from nnviz.errors import NnvizError
from nnviz.training.trainer import guesses
from nnviz.wording import (
    NOTATIONS,
    cost_term_text,
    fixed,
    layer_name,
    notation_of,
    number,
    split_name,
    tr,
    use_notation,
)


def explain(name: str, arguments: Sequence[str]) -> int:
    """Show what the network that the options describe makes of one example."""
    options = _parser(name).read(arguments)
    if options is None:
        return 0
    use_notation(notation_of(options.notation))
    dataset, parameters = network(options)
    with concerning("example"):
        x, y = dataset.split(options.split).example(options.example)
    with np.errstate(all="ignore"):
        trace = Trace.of(parameters, x, y)
    _check_finite(trace)
    quantities = [read_quantity(text, parameters.spec) for text in options.parameter or ()]
    if options.json:
        numbers = as_json(trace, dataset, options)
        if quantities:
            numbers["derivations"] = [derivation_json(trace, quantity) for quantity in quantities]
        print(json.dumps(numbers, allow_nan=False))
    else:
        texts = [derivation_text(trace, dataset, quantity) for quantity in quantities]
        print("\n\n\n".join(texts) or as_text(trace, dataset, options))
    return 0


def _parser(name: str) -> OptionParser:
    parser = OptionParser(
        name,
        "Show everything that happens to one example in a network, untrained or saved: weighted sums,\n"
        "activations, the cost, and every derivative, in float64.",
        "nnviz explain --hidden 16 --split test --example 3 --json",
    )
    add_network(parser)
    parser.value("--split", one_of("train", "test"), "train", "where the example is taken from: train, test")
    parser.value("--example", whole_number, "0", "which example, from 0")
    parser.option("--network", "FILE", "a saved network in place of an untrained one")
    parser.several("--parameter", "NAME", 'take one derivative apart: "w 2 5 3", "b 2 5" or "a 1 7"')
    keys = [notation.key for notation in NOTATIONS]
    parser.value("--notation", one_of(*keys), keys[0], f"how it is written: {', '.join(keys)}")
    parser.switch("--json", "every number, as one JSON object")
    return parser


def _check_finite(trace: Trace) -> None:
    """Refuse what only a very deep network reaches: numbers beyond float64."""
    arrays = (*trace.z.values(), *trace.a.values(), *trace.dC_da.values(), trace.gradient.theta)
    if not all(np.isfinite(array).all() for array in arrays):
        raise NnvizError(
            tr("this network's numbers grow beyond what float64 holds; try fewer layers"), "hidden"
        )


def label_and_guess(trace: Trace, dataset: Dataset, options: Namespace) -> tuple[int | None, int | None]:
    """Return the example's class and the one the network guesses; None where targets are not classes."""
    labels = dataset.split(options.split).labels
    if labels is None:
        return None, None
    return int(labels[options.example]), int(guesses(trace.spec, trace.a[trace.spec.depth][None])[0])


def as_json(trace: Trace, dataset: Dataset, options: Namespace) -> dict[str, Any]:
    """Return all numbers of a trace; lists hold one entry per layer from 1 on, `a` begins with layer 0."""
    spec, layers = trace.spec, trace.spec.layers

    def each(values: Callable[[int], Array]) -> list[Any]:
        return [values(layer).tolist() for layer in layers]

    label, guess = label_and_guess(trace, dataset, options)
    return {
        "sizes": spec.sizes,
        "activations": spec.activations,
        "cost_function": spec.cost,
        "data": dataset.name,
        "split": options.split,
        "example": options.example,
        "label": label,
        "guess": guess,
        "weights": each(trace.parameters.weights),
        "biases": each(trace.parameters.biases),
        "x": trace.x.tolist(),
        "y": trace.y.tolist(),
        "z": each(trace.z.__getitem__),
        "a": [trace.x.tolist(), *each(trace.a.__getitem__)],
        "cost": trace.cost,
        "dC_da": [trace.dC_da[layer].tolist() if layer in trace.dC_da else None for layer in layers],
        "delta": each(trace.delta.__getitem__),
        "dC_dw": each(trace.gradient.weights),
        "dC_db": each(trace.gradient.biases),
    }


def as_text(trace: Trace, dataset: Dataset, options: Namespace) -> str:
    """Return the report for a reader: the network, the outputs and their cost, a line for each layer."""
    parts = (named(_rows(trace, dataset, options)), _outputs(trace, dataset), _layers(trace))
    return "\n\n".join(parts)


def _rows(trace: Trace, dataset: Dataset, options: Namespace) -> list[tuple[str, str]]:
    example = tr(
        "{split} example {index} of {title}",
        split=split_name(options.split),
        index=options.example,
        title=dataset.title,
    )
    rows = [*network_rows(trace.spec), (tr("example"), example)]
    label, guess = label_and_guess(trace, dataset, options)
    if label is not None and guess is not None:
        verdict = tr("right") if guess == label else tr("wrong")
        rows += [
            (tr("label"), _class_name(dataset, label)),
            (tr("guess"), f"{_class_name(dataset, guess)} ({verdict})"),
        ]
    return rows


def _class_name(dataset: Dataset, label: int) -> str:
    return str(label) if dataset.classes is None else dataset.classes[label]


def _outputs(trace: Trace, dataset: Dataset) -> str:
    """Return the cost as the sum it is, output by output."""
    spec, last, classes = trace.spec, trace.spec.depth, dataset.train.labels is not None
    rows: list[Sequence[str]] = [(tr("output"), "z", "a", "y", "", tr("share of the cost"))]
    for term in explain_cost(trace):
        share = f"{cost_term_text(spec, term)} ="
        name = _class_name(dataset, term.j) if len(trace.y) > 1 else str(term.j)
        z = fixed(float(trace.z[last][term.j]))
        y = fixed(term.y, 0 if classes else 3)
        rows.append((name, z, fixed(term.a), y, share, fixed(term.value, 4)))
    rows.append((tr("cost {C}₀"), "", "", "", tr("sum ="), fixed(trace.cost, 4)))
    return table(rows)


def _layers(trace: Trace) -> str:
    """Return the range of every layer's numbers, and how long its part of the gradient is."""
    lengths = tr("‖∂{C}₀/∂W‖"), tr("‖∂{C}₀/∂b‖")
    rows: list[Sequence[str]] = [(tr("layer, least … greatest"), "z", "a", "δ", *lengths)]
    for layer in trace.spec.layers:
        ranges = (_range(values[layer]) for values in (trace.z, trace.a, trace.delta))
        by_weights, by_biases = trace.gradient.weights(layer), trace.gradient.biases(layer)
        rows.append((layer_name(trace.spec, layer), *ranges, _length(by_weights), _length(by_biases)))
    return table(rows)


def _range(values: Array) -> str:
    return f"{number(float(values.min()))} … {number(float(values.max()))}"


def _length(values: Array) -> str:
    return number(float(np.linalg.norm(values)))
