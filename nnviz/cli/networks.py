"""The options that describe a network and its data, and the network that they stand for."""

import argparse

import numpy as np
from numpy.typing import NDArray

from nnviz import data
from nnviz.cli.options import OptionParser, UsageError, concerning, layer_sizes, refuse_beside, whole_number
from nnviz.core.functions import ACTIVATIONS, COSTS, check_known
from nnviz.core.network import INITIALIZATIONS, NetworkSpec, Parameters, initialize
from nnviz.data import Dataset
from nnviz.data.places import shown
from nnviz.errors import FileError, SpecError
from nnviz.files import read_network

MOST_PARAMETERS = 10_000_000
"""A larger network would answer too slowly to be looked at, and fill the memory of a lecture-hall PC."""

OF_A_FILE = ("--hidden", "--init", "--seed")
"""What describes an untrained network; a saved one says it itself."""

ALSO_OF_A_FILE = ("--activation", "--output", "--cost")
"""The same; a foreign file may leave it to the command line."""


def add_network(parser: OptionParser) -> None:
    """Add the options that describe a network, its first numbers and its data."""
    kinds = "a folder of IDX files or images, CIFAR-10's .tar.gz, a CSV or NPZ file"
    parser.value("--data", str, "digits", f"{', '.join(data.known())}, or {kinds}")
    parser.value("--hidden", layer_sizes, "16,16", "neurons of each hidden layer, or none")
    parser.value("--activation", str, "sigmoid", f"of the hidden layers: {', '.join(ACTIVATIONS)}")
    parser.value("--output", str, "sigmoid", "activation of the output layer")
    parser.value("--cost", str, "squared", f"cost of one example: {', '.join(COSTS)}")
    drawn = f"how the first weights are drawn: {', '.join(INITIALIZATIONS)} (he for relu, else scaled)"
    parser.option("--init", "NAME", drawn)
    parser.value("--seed", whole_number, "0", "of all that is random, from 0")


def network(options: argparse.Namespace) -> tuple[Dataset, Parameters]:
    """Return the data set and the untrained network that the options describe.

    Raises
    ------
    NnvizError
        When there is no such data set, or no such network.
    """
    refuse_beside("--network", OF_A_FILE, options, "whose file holds the whole network")
    if options.init is None:
        # Half of a ReLU's inputs come to nothing: He's doubled variance makes up for it.
        options.init = "he" if options.activation == "relu" and options.hidden else "scaled"
    with concerning("data"):
        dataset = data.load(options.data, decode=_decode)
    if getattr(options, "network", None) is not None:
        with concerning("network"):
            return dataset, _from_file(options, dataset)
    check_known("activation", options.activation, ACTIVATIONS)  # also where no hidden layer uses it
    spec = NetworkSpec.build(
        dataset.n_inputs,
        options.hidden,
        dataset.n_outputs,
        options.activation,
        options.output,
        options.cost,
    )
    if spec.parameter_count > MOST_PARAMETERS:
        raise SpecError(
            f"{spec.parameter_count:,} parameters are too many; at most {MOST_PARAMETERS:,} can be shown",
            "hidden",
        )
    return dataset, initialize(spec, options.init, options.seed)


def _decode(content: bytes, size: tuple[int, int] | None) -> tuple[NDArray[np.uint8], tuple[int, int]]:
    from nnviz.decoding import decode_image  # late: Qt, for a folder of images alone

    return decode_image(content, size)


def _from_file(options: argparse.Namespace, dataset: Dataset) -> Parameters:
    # A foreign file does not say these; this program's own does, and then they are not asked.
    file = read_network(options.network, options.activation, options.output, options.cost)
    _check_said(options, file.parameters.spec)
    check_fit(options.network, file.parameters.spec, dataset)
    return file.parameters


def _check_said(options: argparse.Namespace, spec: NetworkSpec) -> None:
    """Refuse an activation or a cost that is not the file's own."""
    own = {"activation": set(spec.activations[:-1]), "output": {spec.activations[-1]}, "cost": {spec.cost}}
    for name, said in own.items():
        if f"--{name}" in options.given and said and said != {getattr(options, name)}:
            path = shown(options.network)
            raise UsageError(f"the network in {path} has {', '.join(sorted(said))}, and says so itself", name)


def check_fit(path: str, spec: NetworkSpec, dataset: Dataset) -> None:
    """Raise FileError unless a network from a file fits the data."""
    if (spec.sizes[0], spec.sizes[-1]) != (dataset.n_inputs, dataset.n_outputs):
        raise FileError(
            f"{shown(path)} holds a {spec} network, but {dataset.name} has {dataset.n_inputs} inputs"
            f" and {dataset.n_outputs} outputs; choose other --data"
        )
