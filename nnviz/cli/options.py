"""The options, and what they stand for. Every mistake becomes one sentence that names its option."""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from reprlib import repr as brief
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from nnviz import data
from nnviz.core.functions import ACTIVATIONS, COSTS, check_known
from nnviz.core.network import INITIALIZATIONS, NetworkSpec, Parameters, initialize
from nnviz.data import Dataset
from nnviz.data.places import shown
from nnviz.errors import FileError, NnvizError, SpecError
from nnviz.files import read_network

MOST_PARAMETERS = 10_000_000
"""A larger network would answer too slowly to be looked at, and fill the memory of a lecture-hall PC."""

MOST_DIGITS = 30
"""A whole number of more digits is a slip of the hand, and would not fit into a sentence."""


class UsageError(NnvizError):
    """The words on the command line do not make a command."""


class OptionParser(argparse.ArgumentParser):
    """argparse, with its errors raised as UsageError in place of a usage dump.

    Parameters
    ----------
    name : str
        How the command was called, such as "nnviz train".
    description : str
        What it does, for its help.
    example : str
        One call of it.
    """

    def __init__(self, name: str, description: str, example: str) -> None:
        super().__init__(
            prog=name,
            description=description,
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self._valued: list[str] = []
        self._switches = ["--help"]

    def value(self, option: str, kind: Callable[[str], object], default: str, text: str) -> None:
        """Add an option that takes a value."""
        metavar = METAVARS.get(kind, "NAME")
        self.add_argument(option, type=kind, default=default, metavar=metavar, help=f"{text} ({default})")
        self._valued.append(option)

    def option(self, option: str, metavar: str, text: str, kind: Callable[[str], object] = str) -> None:
        """Add an option that takes a value and stands for nothing when it is not given."""
        self.add_argument(option, type=kind, default=None, metavar=metavar, help=text)
        self._valued.append(option)

    def several(self, option: str, metavar: str, text: str) -> None:
        """Add an option that may be given several times, each with a value."""
        self.add_argument(option, type=str, action="append", metavar=metavar, help=text)
        self._valued.append(option)

    def switch(self, option: str, text: str) -> None:
        """Add an option that is there or not."""
        self.add_argument(option, action="store_true", help=text)
        self._switches.append(option)

    def read(self, arguments: Sequence[str]) -> argparse.Namespace | None:
        """Return the options; None when only help was wanted, which is then printed.

        Raises
        ------
        UsageError
            When they cannot be understood.
        """
        if {"-h", "--help"} & set(arguments):
            print(self.format_help())
            return None
        options, extra = self.parse_known_args(self._joined(arguments))
        if extra:
            word = extra[0].partition("=")[0]
            known = ", ".join(self._valued + self._switches)
            raise UsageError(f"{brief(word)} is no option here; the known ones are: {known}")
        return options

    def _joined(self, arguments: Sequence[str]) -> list[str]:
        """Write "--rate -1e3" as "--rate=-1e3": argparse takes a value that begins with − for an option."""
        words: list[str] = []
        for word in arguments:
            if words and words[-1] in self._valued and not word.startswith("--"):
                words[-1] += f"={word}"
            else:
                words.append(word)
        return words

    def error(self, message: str) -> NoReturn:
        """Raise argparse's message as ours."""
        named = re.match(r"argument --(\S+): (.*)", message, re.DOTALL)
        option, text = named.groups() if named else (None, message)
        if text == "expected one argument":
            text = "a value is missing"
        elif text.startswith("ignored explicit argument"):
            text = "takes no value"
        raise UsageError(text, option)


# Kinds of values


def whole_number(text: str) -> int:
    """Read a whole number."""
    try:
        if len(text) <= MOST_DIGITS:
            return int(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"a whole number is needed here, not {brief(text)}")


def real_number(text: str) -> float:
    """Read a number; whether it makes sense is for others to say."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a number is needed here, not {brief(text)}") from None


def layer_sizes(text: str) -> tuple[int, ...]:
    """Read the sizes of the hidden layers: "16,16", or "none"."""
    if text == "none":
        return ()
    try:
        sizes = tuple(whole_number(part) for part in text.split(","))
    except argparse.ArgumentTypeError:
        sizes = (0,)
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError(
            f"whole numbers from 1 with commas between, such as 16,16, or none, not {brief(text)}"
        )
    return sizes


def one_of(*names: str) -> Callable[[str], str]:
    """Return a kind of value that is one of `names`."""

    def name(text: str) -> str:
        if text not in names:
            raise argparse.ArgumentTypeError(
                f"{brief(text)} is not known here; choose one of {', '.join(names)}"
            )
        return text

    return name


METAVARS: dict[Callable[[str], object], str] = {whole_number: "N", real_number: "X", layer_sizes: "N,N"}


# The network


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
    check_fit(options.network, file.parameters.spec, dataset)
    return file.parameters


def check_fit(path: str, spec: NetworkSpec, dataset: Dataset) -> None:
    """Raise FileError unless a network from a file fits the data."""
    if (spec.sizes[0], spec.sizes[-1]) != (dataset.n_inputs, dataset.n_outputs):
        raise FileError(
            f"{shown(path)} holds a {spec} network, but {dataset.name} has {dataset.n_inputs} inputs"
            f" and {dataset.n_outputs} outputs; choose other --data"
        )


@contextmanager
def concerning(field: str) -> Iterator[None]:
    """Name the option in an error that does not know it."""
    try:
        yield
    except NnvizError as error:
        raise type(error)(str(error), error.field or field) from error
