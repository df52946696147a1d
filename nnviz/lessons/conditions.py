"""Quantities with their indices, and comparisons of them.

``activation 3 0``; ``cost < 1``, ``selected = neuron 1 3``, ``weight 1 0 290 > bias 1 0``.
"""

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nnviz.commands.arguments import unknown
from nnviz.commands.phases import phase_position
from nnviz.errors import NnvizError, SettingsError
from nnviz.lessons.quantities import QUANTITIES, Quantity, Value
from nnviz.session import Session
from nnviz.wording import tr


@dataclass(frozen=True)
class Term:
    """A quantity with its indices."""

    quantity: Quantity
    indices: tuple[int, ...] = ()

    def value(self, session: Session) -> Value:
        """Return its value now; None where there is no such thing."""
        try:
            self.check(session)
            return self.quantity.read(session, *self.indices)
        except (NnvizError, IndexError):
            return None

    def check(self, session: Session) -> None:
        """Raise SettingsError when the present network or data have no such thing."""
        place = self.quantity.place
        exists = place is None or session.has(place(*self.indices))
        if exists and self.indices:
            try:
                self.quantity.read(session, *self.indices)
            except IndexError:
                exists = False
        if not exists:
            raise SettingsError(
                tr("a {spec} network has no “{term}”; indices count from 0", spec=session.spec, term=self)
            )

    def __str__(self) -> str:
        return " ".join((self.quantity.name, *map(str, self.indices)))


OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
SAME = {"≤": "<=", "≥": ">=", "≠": "!="}


@dataclass(frozen=True)
class Condition:
    """A comparison; `text` is how the lesson wrote it."""

    text: str
    left: Term
    operator: str
    right: float | str | Term

    def holds(self, session: Session) -> bool:
        """Say whether it holds now; what has no value fulfills nothing."""
        left = self.left.value(session)
        right = self.right.value(session) if isinstance(self.right, Term) else self.right
        if left is None or right is None:
            return False
        if self.left.quantity.name == "cursor":
            try:
                left, right = phase_position(session, str(left)), phase_position(session, str(right))
            except SettingsError:
                return False
        return OPERATORS[self.operator](left, right)  # type: ignore[arg-type]  # of one kind: see `parse_condition`

    def check(self, session: Session) -> None:
        """Raise SettingsError when it speaks of what the present network does not have."""
        for term in (self.left, self.right):
            if isinstance(term, Term):
                term.check(session)


def parse_term(text: str) -> Term:
    """Read "activation 3 0".

    Raises
    ------
    SettingsError
        When it is not in the list, or has not the indices it needs.
    """
    name, *rest = text.split() or [""]
    if name not in QUANTITIES:
        who = tr("the quantities are")
        raise SettingsError(f"“{name}” {unknown(name, tuple(QUANTITIES), who)}")
    quantity = QUANTITIES[name]
    if len(rest) != len(quantity.indices) or not all(word.isascii() and word.isdigit() for word in rest):
        needed = " ".join((name, *quantity.indices))
        raise SettingsError(
            tr("“{text}” must be written “{needed}”, with whole numbers", text=text, needed=needed)
        )
    return Term(quantity, tuple(int(word) for word in rest))


def parse_condition(text: str) -> Condition:
    """Read "cost < 1".

    Raises
    ------
    SettingsError
        When it is none.
    """
    plain = text
    for sign, written in SAME.items():
        plain = plain.replace(sign, written)
    found = re.fullmatch(r"\s*([^<>=!]+?)\s*(<=|>=|!=|<|>|=)\s*([^<>=!]+?)\s*", plain)
    if found is None:
        raise SettingsError(
            tr(
                "“{text}” is no comparison such as “cost < 1”, with one of {all}",
                text=text,
                all=" ".join(OPERATORS),
            )
        )
    left, sign = parse_term(found[1]), found[2]
    _check_order(left.quantity, sign)
    return Condition(text, left, sign, _right(left.quantity, found[3]))


def _check_order(quantity: Quantity, sign: str) -> None:
    if not quantity.is_number and quantity.name != "cursor" and sign not in ("=", "!="):
        raise SettingsError(tr("“{name}” is no number: it can only be = or !=", name=quantity.name))


def _right(quantity: Quantity, text: str) -> float | str | Term:
    if quantity.is_number:
        try:
            return float(text)
        except ValueError:
            pass
        term = parse_term(text)
        if not term.quantity.is_number:
            raise SettingsError(tr("“{term}” is no number", term=term))
        return term
    _check_word(quantity, text)
    return text


def _check_word(quantity: Quantity, text: str) -> None:
    words = quantity.words
    if callable(words):
        try:
            words(text)
        except ValueError:
            raise SettingsError(tr("“{name}” is never “{text}”", name=quantity.name, text=text)) from None
    elif isinstance(words, Sequence) and text not in words:
        raise SettingsError(f"“{text}” {unknown(text, words, tr('{name} is', name=quantity.name))}")
