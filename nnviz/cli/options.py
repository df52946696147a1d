"""The options, and what they stand for. Every mistake becomes one sentence that names its option."""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from reprlib import repr as brief
from typing import NoReturn

from nnviz.errors import NnvizError
from nnviz.saying import did_you_mean

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

        Beside their values there is `given`, a set: those that were given and do not stand for a default.

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
            known = self._valued + self._switches
            meant = did_you_mean(word, known)
            raise UsageError(
                f"{brief(word)} is no option here{meant}; the known ones are: {', '.join(known)}"
            )
        options.given = frozenset(word.partition("=")[0] for word in self._joined(arguments))
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
            unknown = f"{brief(text)} is not known here{did_you_mean(text, names)}"
            raise argparse.ArgumentTypeError(f"{unknown}; choose one of {', '.join(names)}")
        return text

    return name


METAVARS: dict[Callable[[str], object], str] = {whole_number: "N", real_number: "X", layer_sizes: "N,N"}


# Errors


def refuse_beside(option: str, others: Sequence[str], options: argparse.Namespace, why: str) -> None:
    """Refuse what would be passed over beside another option.

    Parameters
    ----------
    option : str
        Such as "--sizes".
    others : sequence of str
        What does not go with it.
    options : Namespace
        As `OptionParser.read` returns it.
    why : str
        The end of the sentence: what `option` does already.

    Raises
    ------
    UsageError
        When one of them was given beside it.
    """
    given = options.given
    found = next((other for other in others if {option, other} <= given), None)
    if found is not None:
        raise UsageError(f"this does not go with {option}, {why}", found.removeprefix("--"))


@contextmanager
def concerning(field: str) -> Iterator[None]:
    """Name the option in an error that does not know it."""
    try:
        yield
    except NnvizError as error:
        raise type(error)(str(error), error.field or field) from error
