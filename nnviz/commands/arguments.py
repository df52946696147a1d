"""What a command can be told: kinds of values with their ranges, and words for documentation and errors."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from reprlib import repr as brief
from typing import Any, Protocol

from nnviz.errors import SettingsError
from nnviz.saying import did_you_mean, nearest
from nnviz.wording import tr


class ArgumentError(SettingsError):
    """A command was told something it cannot use; `field` names the argument, "" the command itself."""


class Kind(Protocol):
    """A kind of values."""

    @property
    def words(self) -> str:
        """What it may be, as in "a whole number from 1 to 10"."""

    def read(self, value: object) -> object:
        """Return the value, checked; raise ValueError when it is of another kind."""


@dataclass(frozen=True)
class Whole:
    """A whole number."""

    low: int = 0
    high: int | None = None

    @property
    def words(self) -> str:
        """What it may be."""
        if self.high is None:
            return tr("a whole number from {low}", low=self.low)
        return tr("a whole number from {low} to {high:,}", low=self.low, high=self.high)

    def read(self, value: object) -> int:
        """Return the number."""
        if not isinstance(value, int) or isinstance(value, bool) or value < self.low:
            raise ValueError
        if self.high is not None and value > self.high:
            raise ValueError
        return value


@dataclass(frozen=True)
class Real:
    """A finite number."""

    low: float | None = None
    high: float | None = None

    @property
    def words(self) -> str:
        """What it may be."""
        if self.low is not None and self.high is not None:
            return tr("a number from {low:g} to {high:g}", low=self.low, high=self.high)
        return tr("a number") if self.low is None else tr("a number from {low:g}", low=self.low)

    def read(self, value: object) -> float:
        """Return the number."""
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            raise ValueError
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            raise ValueError
        return float(value)


@dataclass(frozen=True)
class OneOf:
    """One of a few names."""

    names: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it may be."""
        return tr("one of {names}", names=", ".join(self.names))

    def read(self, value: object) -> str:
        """Return the name."""
        if not isinstance(value, str) or value not in self.names:
            raise ValueError
        return value


@dataclass(frozen=True)
class Words:
    """Any text; `words` says which."""

    words: str

    def read(self, value: object) -> str:
        """Return the text."""
        if not isinstance(value, str) or not value:
            raise ValueError
        return value


@dataclass(frozen=True)
class YesNo:
    """true or false."""

    words: str = "true or false"

    def read(self, value: object) -> bool:
        """Return it."""
        if not isinstance(value, bool):
            raise ValueError
        return value


@dataclass(frozen=True)
class Wholes:
    """Several whole numbers, such as indices; `names` says what each is."""

    low: int
    least: int
    most: int
    names: str

    @property
    def words(self) -> str:
        """What it may be."""
        return tr("whole numbers from {low}: {names}", low=self.low, names=self.names)

    def read(self, value: object) -> tuple[int, ...]:
        """Return them."""
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise ValueError
        if not self.least <= len(value) <= self.most:
            raise ValueError
        return tuple(Whole(self.low).read(item) for item in value)


@dataclass(frozen=True)
class Either:
    """A value of one kind or of another."""

    kinds: tuple[Kind, ...]

    @property
    def words(self) -> str:
        """What it may be."""
        return tr(" or ").join(kind.words for kind in self.kinds)

    def read(self, value: object) -> object:
        """Return it as the first kind that takes it."""
        for kind in self.kinds:
            try:
                return kind.read(value)
            except ValueError:
                continue
        raise ValueError


FEW = 12
"""So many names can all be listed in a sentence that has a better proposal."""

NEEDED = object()
"""The default of an argument that must be given."""


@dataclass(frozen=True)
class Argument:
    """One thing a command can be told.

    Attributes
    ----------
    name : str
        How a lesson calls it.
    kind : Kind
        What it may be.
    tip : str
        One phrase that says what it is.
    default : object
        What counts where it is not given; NEEDED where it must be, None where nothing is changed then.
    """

    name: str
    kind: Kind
    tip: str
    default: object = NEEDED


NEURON = Wholes(0, 2, 2, "[layer, j]")
WEIGHT = Wholes(0, 3, 3, "[layer, j, k]")


def read_arguments(
    command: str, arguments: tuple[Argument, ...], given: Mapping[str, object]
) -> dict[str, Any]:
    """Return checked values by name, defaults included.

    Raises
    ------
    ArgumentError
        For the first that is missing, unknown or wrong.
    """
    known = [argument.name for argument in arguments]
    for name in given:
        if name not in known:
            raise ArgumentError(unknown(name, known, tr("“{name}” takes", name=command)), field=name)
    return {argument.name: _read(command, argument, given) for argument in arguments}


def _read(command: str, argument: Argument, given: Mapping[str, object]) -> object:
    if argument.name not in given:
        if argument.default is NEEDED:
            sentence = tr("“{command}” must be told {words}", command=command, words=argument.kind.words)
            raise ArgumentError(sentence, field=argument.name)
        return argument.default
    value = given[argument.name]
    try:
        return argument.kind.read(value)
    except ValueError:
        names = argument.kind.names if isinstance(argument.kind, OneOf) else ()
        meant = did_you_mean(value, names) if isinstance(value, str) else ""
        raise ArgumentError(must_be(argument.kind.words, value) + str(meant), field=argument.name) from None


def must_be(words: str, value: object) -> str:
    """Return "must be a whole number from 0, not 'x'"."""
    shown = {True: "true", False: "false"}[value] if isinstance(value, bool) else brief(value)
    return tr("must be {words}, not {value}", words=words, value=shown)


def unknown(name: str, known: Sequence[str], who: str) -> str:
    """Return a sentence about a name that is not known: what was perhaps meant, or what there is."""
    near = nearest(name, known)
    meant = tr("; did you mean “{name}”?", name=near) if near else ""
    if near and len(known) > FEW:
        return tr("is not known here{meant}", meant=meant)
    there_is = tr("{who} {names}", who=who, names=", ".join(known) or tr("nothing"))
    return tr("is not known here{meant} ({there_is})", meant=meant, there_is=there_is)
