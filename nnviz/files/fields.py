"""JSON read strictly: every value is asked for by its key, and what is wrong with it is said with the key."""

import json
import math
import reprlib
from collections.abc import Collection
from typing import Any

import numpy as np

from nnviz.core.network import NetworkSpec
from nnviz.errors import Told
from nnviz.saying import Text

LARGEST = 2**53
"""Every whole number up to it is a float64 too; no training counts so far."""

MOST_LAYERS = 1000
LONGEST_NAME = 100


class Flaw(Told):
    """What is wrong with a file: the rest of a sentence that begins with its name.

    Parameters
    ----------
    cause : str
        What was found.
    verdict : str
        What that makes of the file.
    **values
        What stands for the {names} in both.
    """

    def __init__(self, cause: str, /, verdict: str = "is damaged", **values: object) -> None:
        self.cause = Text(cause, **values)
        super().__init__("{verdict}: {cause}", verdict=Text(verdict, **values), cause=self.cause)


def parse_json(text: str | bytes, what: Text, verdict: str = "is damaged") -> Any:
    """Return the value that `text` describes.

    Raises
    ------
    Flaw
        If it is no JSON, a key stands twice, or something in it is no number of JSON (NaN, Infinity).
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        cause = Text("nested too deeply") if isinstance(error, RecursionError) else error
        raise Flaw("{what} is no JSON ({why})", verdict, what=what, why=cause) from error


def dump_json(value: object) -> str:
    """Return `value` as JSON in ASCII: text that is no Unicode, as in a folder's name, survives as an escape.

    Raises
    ------
    Flaw
        If something in it is no plain value. NumPy's whole numbers are taken for plain.
    """
    try:
        return json.dumps(value, default=_plain)
    except (TypeError, ValueError) as error:
        raise Flaw("{error}", error=error) from error


def _plain(value: object) -> int:
    if isinstance(value, np.integer):
        return int(value)
    raise TypeError(f"{briefly(value)} is no plain value")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise ValueError("a key stands twice")
    return result


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def briefly(value: object) -> str:
    """Show a value in a sentence, which stays short and on one line whatever the value is."""
    return reprlib.repr(value)


def bare(text: str) -> str:
    """Show a text briefly, without quotes."""
    return briefly(text)[1:-1]


class Fields:
    """One JSON object. Every key is to be read once, and none may be left over.

    Parameters
    ----------
    value : object
        What should be an object.
    name : str
        Where it stands, for sentences; empty for the outermost.

    Raises
    ------
    Flaw
        From every method, if a value is missing or not what it should be.
    """

    def __init__(self, value: object, name: str = "") -> None:
        self._name = name
        if not isinstance(value, dict):
            raise Flaw(
                "{name} is {value}, and not an object",
                name=repr(name) if name else Text("its text"),
                value=briefly(value),
            )
        self._values = value
        self._unread = dict.fromkeys(value)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def take(self, key: str) -> Any:
        """Return the value of `key`, whatever it is."""
        if key not in self._values:
            raise Flaw("{where} is missing", where=self.path(key))
        self._unread.pop(key, None)
        return self._values[key]

    def whole(self, key: str, low: int = 0, high: int = LARGEST) -> int:
        """Return a whole number from `low` to `high`."""
        value = self.take(key)
        if type(value) is int and low <= value <= high:  # and not True, which is an int too
            return value
        raise self.unfit(key, value, Text("a whole number from {low} to {high}", low=low, high=high))

    def real(self, key: str) -> float:
        """Return a finite number."""
        value = self.take(key)
        if is_finite_number(value):
            return float(value)
        raise self.unfit(key, value, Text("a finite number"))

    def flag(self, key: str) -> bool:
        """Return True or False."""
        value = self.take(key)
        if isinstance(value, bool):
            return value
        raise self.unfit(key, value, Text("true or false"))

    def text(self, key: str) -> str:
        """Return a text."""
        value = self.take(key)
        if isinstance(value, str):
            return value
        raise self.unfit(key, value, Text("a text"))

    def choice(self, key: str, known: Collection[str]) -> str:
        """Return one of the texts `known`."""
        value = self.take(key)
        if isinstance(value, str) and value in known:
            return value
        raise self.unfit(key, value, Text("one of {names}", names=", ".join(known)))

    def items(self, key: str) -> list[Any]:
        """Return a list, at most as long as a network may have layers."""
        value = self.take(key)
        if isinstance(value, list) and len(value) <= MOST_LAYERS + 1:
            return value
        raise self.unfit(key, value, Text("a list of at most {n} values", n=MOST_LAYERS + 1))

    def inner(self, key: str) -> "Fields":
        """Return an object within this one."""
        return Fields(self.take(key), self.path(key, quoted=False))

    def end(self) -> None:
        """Refuse keys that nobody has asked for: what they mean would be lost without a word."""
        for key in self._unread:
            raise Flaw("{where} is not known here", where=self.path(bare(key)))

    def path(self, key: str, quoted: bool = True) -> str:
        """Name a key, with those around it."""
        full = f"{self._name}.{key}" if self._name else key
        return f"'{full}'" if quoted else full

    def unfit(self, key: str, value: object, wanted: Text) -> Flaw:
        """Say that a value is not what it should be."""
        return Flaw(
            "{where} is {value}, and not {wanted}", where=self.path(key), value=briefly(value), wanted=wanted
        )


def is_finite_number(value: object) -> bool:
    """Say whether JSON's `value` is a number a float64 holds."""
    if type(value) is int:
        return abs(value) <= LARGEST
    return type(value) is float and math.isfinite(value)


def spec_fields(spec: NetworkSpec) -> dict[str, Any]:
    """Describe a network's shape in JSON's terms; the inverse of `read_spec`."""
    return {"sizes": list(spec.sizes), "activations": list(spec.activations), "cost": spec.cost}


def read_spec(fields: Fields) -> NetworkSpec:
    """Return the network that `fields` describe.

    Raises
    ------
    Flaw
        If they are not of the right kind.
    SpecError
        If no such network can be built.
    """
    sizes, names = fields.items("sizes"), fields.items("activations")
    if not all(type(n) is int and n <= LARGEST for n in sizes):
        raise fields.unfit("sizes", sizes, Text("a list of whole numbers"))
    if not all(isinstance(name, str) and len(name) <= LONGEST_NAME for name in names):
        raise fields.unfit("activations", names, Text("a list of names"))
    cost = fields.text("cost")
    if len(cost) > LONGEST_NAME:
        raise fields.unfit("cost", cost, Text("a name"))
    fields.end()
    return NetworkSpec(tuple(sizes), tuple(names), cost)
