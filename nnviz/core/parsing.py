"""A formula typed by a person, read by recursive descent; what cannot be understood is named, with its place.

    sum     ::=  product { ("+" | "-") product }
    product ::=  signed { ["*" | "/"] signed }
    signed  ::=  { "+" | "-" } power
    power   ::=  atom [ "^" signed ]
    atom    ::=  number | constant | variable | function "(" sum ")" | "(" sum ")"

A multiplication sign may be left out before a name or a parenthesis: 2x, x(x − 1), x₁x₂. Nothing is ever
executed: a formula becomes a tree of :mod:`nnviz.core.expression`, or a FormulaError.
"""

import math
from typing import NoReturn

from nnviz.core.expression import Binary, Call, Constant, Expression, Negative, Node, Variable
from nnviz.core.formula_functions import FUNCTIONS
from nnviz.core.tokens import SIGNS, FormulaError, Token, fail, tokens
from nnviz.saying import Text, both, either

LONGEST, DEEPEST = 200, 40
"""How many characters a formula may have, and how deep it may be nested."""

CONSTANTS = {"pi": Constant(math.pi, r"\pi"), "π": Constant(math.pi, r"\pi"), "e": Constant(math.e, "e")}

_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def parse(text: str, variables: tuple[str, ...] = ("x",)) -> Expression:
    """Read a formula.

    Parameters
    ----------
    text : str
        At most `LONGEST` characters.
    variables : tuple of str
        The names it may use besides those of `FUNCTIONS` and `CONSTANTS`, letters and digits: "x1". They may
        be typed with subscripts, x₁ or x_1.

    Raises
    ------
    FormulaError
        With one sentence that says what is wrong, and where.
    """
    if len(text) > LONGEST:
        raise FormulaError("a formula has at most {most} characters, not {n}", most=LONGEST, n=len(text))
    if not text.strip():
        raise FormulaError("there is no formula yet; write one in {variables}", variables=both(variables))
    return Expression(text, variables, _Parser(text, variables).whole())


def unknown(variables: tuple[str, ...]) -> str:
    """Return all names a formula may use."""
    return ", ".join((*variables, *FUNCTIONS, "pi", "e"))


class _Parser:
    """One reading of one text."""

    def __init__(self, text: str, variables: tuple[str, ...]) -> None:
        self._text, self._variables = text, variables
        self._known = {name: Variable(i, _variable_tex(name)) for i, name in enumerate(variables)}
        self._tokens = tokens(text, (*self._known, *CONSTANTS, *FUNCTIONS), unknown(variables))
        self._at, self._depth = 0, 0

    # Tokens

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _sign(self) -> str:
        """Return the next sign in one spelling, "" where there is none."""
        return SIGNS[self._next.text] if self._next.kind == "sign" else ""

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    # Rules

    def whole(self) -> Node:
        """Read everything."""
        node = self._sum()
        if self._sign() == ")":
            self._fail("the “)” at character {position} closes nothing")
        assert self._next.kind == "end"
        return node

    def _sum(self) -> Node:
        node = self._product()
        while self._sign() in ("+", "-"):
            sign = SIGNS[self._take().text]
            node = Binary(sign, node, self._product())
        return node

    def _product(self) -> Node:
        node = self._signed()
        while True:
            if self._sign() in ("*", "/"):
                sign = SIGNS[self._take().text]
            elif self._next.kind == "name" or self._sign() == "(":
                sign = "*"
            elif self._next.kind in ("number", "raised"):
                self._fail(
                    "between “{before}” and “{found}” a sign like + or * is missing, at character {position}"
                )
            else:
                return node
            node = _product(sign, node, self._signed())

    def _signed(self) -> Node:
        self._enter()
        if self._sign() in ("+", "-"):
            sign = self._sign()
            self._take()
            node = self._signed()
            node = Negative(node) if sign == "-" else node
        else:
            node = self._power()
        self._depth -= 1
        return node

    def _power(self) -> Node:
        base = self._atom()
        if self._next.kind == "raised":
            raised = self._take().text.translate(_RAISED)
            base = Binary("^", base, _whole(raised))
        if self._sign() == "^":
            self._take()
            return Binary("^", base, self._signed())
        return base

    def _atom(self) -> Node:
        token = self._next
        if token.kind == "number":
            return self._number()
        if token.kind == "name":
            self._take()
            if token.text in FUNCTIONS:
                return Call(token.text, self._argument(token.text))
            return self._known.get(token.text) or CONSTANTS[token.text]
        if self._sign() == "(":
            return self._parenthesized()
        self._fail_missing()

    def _number(self) -> Node:
        text = self._next.text.replace(",", ".")
        value = float(text)
        if not math.isfinite(value):
            self._fail("the number “{found}” is too large, at character {position}")
        self._take()
        mantissa, _, power = text.lower().partition("e")
        return Constant(value, rf"{mantissa} \cdot 10^{{{int(power)}}}" if power else mantissa)

    def _argument(self, name: str) -> Node:
        if self._sign() != "(":
            self._fail(
                "after “{name}” what it is of is missing, as in {name}({x}), at character {position}",
                name=name,
                x=self._variables[0],
            )
        return self._parenthesized()

    def _parenthesized(self) -> Node:
        opened = self._take()
        node = self._sum()
        if self._sign() != ")":
            fail(opened.start, "the “(” at character {position} is never closed")
        self._take()
        return node

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._fail("nested more than {deepest} deep, at character {position}", deepest=DEEPEST)

    # What is wrong

    def _fail(self, template: str, **values: object) -> NoReturn:
        """Complain about the next token."""
        before = self._tokens[self._at - 1].text if self._at else ""
        fail(self._next.start, template, found=self._next.text, before=before, **values)

    def _fail_missing(self) -> NoReturn:
        values = {"variables": either((Text("a number"), *self._variables))}
        if self._at == 0:
            self._fail("a formula cannot begin with “{found}”: {variables} is missing", **values)
        before = self._text[: self._next.start].rstrip()[-6:].lstrip()
        template = "after “{before}” {variables} is missing, at character {position}"
        fail(self._next.start, template, before=before, **values)


def _product(sign: str, left: Node, right: Node) -> Node:
    """Return −(u·v) for (−u)·v: the same number, and as it is read."""
    if isinstance(left, Negative):
        return Negative(_product(sign, left.of, right))
    return Binary(sign, left, right)


def _whole(digits: str) -> Node:
    """Return a whole number, perhaps negative."""
    number = Constant(abs(float(digits)), digits.lstrip("-"))
    return Negative(number) if digits.startswith("-") else number


def _variable_tex(name: str) -> str:
    letter, digits = name[0], name[1:]
    return f"{letter}_{{{digits}}}" if digits else letter
