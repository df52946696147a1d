"""``nnviz worksheet``: one update of a small network by hand, with blanks and a key."""

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nnviz import data, environment
from nnviz.cli.options import (
    OptionParser,
    concerning,
    layer_sizes,
    one_of,
    real_number,
    refuse_beside,
    whole_number,
)
from nnviz.core.by_hand import DECIMALS, MOST_WEIGHTS, small_example, small_network
from nnviz.core.functions import ACTIVATIONS, COSTS, check_known
from nnviz.core.network import NetworkSpec, check_seed
from nnviz.core.steps import Trace
from nnviz.errors import NnvizError
from nnviz.files.atomic import check_target, write_atomic
from nnviz.wording import NOTATIONS, notation_of, tr, use_notation
from nnviz.wording.worksheet import Worksheet
from nnviz.wording.worksheet import worksheet as composed

ENDINGS = (".html", ".pdf")

OF_DATA = ("--data", "--hidden", "--example")
"""What says where the example is taken from, and what network it is shown to."""


def worksheet(name: str, arguments: Sequence[str]) -> int:
    """Write a worksheet."""
    options = _parser(name).read(arguments)
    if options is None:
        return 0
    refuse_beside("--sizes", OF_DATA, options, "which makes up all layers and an example")
    use_notation(notation_of(options.notation))
    with concerning("rate"):
        _check_rate(options.rate)
    with concerning("out"):
        check_target(options.out)
    sheet = composed(_trace(options), options.rate)
    write_atomic(options.out, _file(sheet, options.out))
    print(options.out)
    return 0


def _parser(name: str) -> OptionParser:
    parser = OptionParser(
        name,
        "Write a worksheet: one example forward and back through a small network, and one update, by hand.\n"
        "Everything that is given has one decimal; the key stands on a page of its own.",
        "nnviz worksheet --hidden 2 --data xor --seed 7 --out update.pdf",
    )
    parser.value("--data", str, "xor", "where the example is taken from: xor, circles, line …")
    parser.value("--hidden", layer_sizes, "2", "neurons of each hidden layer, or none")
    parser.option("--sizes", "N,N,N", "all layers, such as 3,2,2, with an example made up", layer_sizes)
    parser.value("--activation", str, "sigmoid", f"of the hidden layers: {', '.join(ACTIVATIONS)}")
    parser.value("--output", str, "sigmoid", "activation of the output layer")
    parser.value("--cost", str, "squared", f"cost of one example: {', '.join(COSTS)}")
    parser.value("--example", whole_number, "0", "which example of the training set, from 0")
    parser.value("--rate", real_number, "1", "the learning rate")
    parser.value("--seed", whole_number, "0", "of the numbers, from 0")
    keys = [notation.key for notation in NOTATIONS]
    parser.value("--notation", one_of(*keys), keys[0], f"how it is written: {', '.join(keys)}")
    parser.value("--out", _page, "worksheet.html", "the file: .html or .pdf")
    return parser


def _page(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise ArgumentTypeError(f"a worksheet is an .html or a .pdf file, not {text!r}")
    return path


def _check_rate(rate: float) -> None:
    if not (np.isfinite(rate) and rate > 0):
        raise NnvizError(tr("a learning rate is a number above 0"))


def _trace(options: Namespace) -> Trace:
    """Return the calculation that is to be done by hand."""
    check_seed(options.seed)
    check_known("activation", options.activation, ACTIVATIONS)
    if options.sizes is not None:
        n_in, *hidden, n_out = _all_sizes(options.sizes)
        spec = _spec(options, n_in, hidden, n_out)
        x, y = small_example(spec, options.seed)
    else:
        with concerning("data"):
            dataset = data.load(options.data)
        _check_inputs(dataset)
        spec = _spec(options, dataset.n_inputs, options.hidden, dataset.n_outputs)
        with concerning("example"):
            x, y = dataset.train.example(options.example)
        x, y = (np.round(values.astype(np.float64), DECIMALS) + 0.0 for values in (x, y))
    return Trace.of(small_network(spec, options.seed), x, y)


def _check_inputs(dataset: data.Dataset) -> None:
    """Refuse data that are too large for the smallest network, which no --hidden would help."""
    if dataset.n_inputs > MOST_WEIGHTS:
        sentence = (
            "the {n:,} inputs of {name} are too many for paper; take points or curves, such as xor or line"
        )
        raise NnvizError(tr(sentence, n=dataset.n_inputs, name=dataset.name), "data")


def _all_sizes(sizes: Sequence[int]) -> Sequence[int]:
    if len(sizes) < 2:
        raise NnvizError(tr("a network has at least inputs and outputs, such as 2,2,1"), "sizes")
    return sizes


def _spec(options: Namespace, n_in: int, hidden: Sequence[int], n_out: int) -> NetworkSpec:
    return NetworkSpec.build(n_in, tuple(hidden), n_out, options.activation, options.output, options.cost)


def _file(sheet: Worksheet, path: Path) -> bytes:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (problem := environment.problem()) is not None:
        raise NnvizError(problem)
    from PySide6.QtWidgets import QApplication

    from nnviz.ui.worksheet.opened import worksheet_file

    app = QApplication.instance() or QApplication(["nnviz"])
    assert app is not None  # fonts need it
    return worksheet_file(sheet, path)
