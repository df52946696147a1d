"""Find every text that reaches `tr`, or is an error's sentence: literals, and what comes by way of variables.

What stands in ``tr(…)`` is followed back to where it was written: through a name to what is assigned to it,
a parameter to all calls, a loop to its table, an attribute to whatever makes objects that have it. It is a
small interpreter that takes every branch. Where it finds nothing it says so: nothing is forgotten in silence.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from syntax import (
    ROOT,
    Function,
    OneOf,
    Source,
    fields,
    follow,
    members,
    name_of,
    parameters,
    parts,
    path_to,
    strings,
)

ENGLISH_ONLY = ("nnviz/cli/", "nnviz/lessons/reference.py")
"""The command line, and documentation."""

ITS_WINDOW = "nnviz/cli/application.py"
"""What the command line has to say in the window."""

NO_TEXTS = {"Argument", "Place", "Quantity", "taking", "NoLandscape"}
"""What teaches those who write lessons, in the documentation alone; and an error that names a reason."""

HOPS = 2
"""How many times a text is followed into another function or class."""


class Told(NamedTuple):
    """A text and the file that asks for it, or an expression for which none was found."""

    text: str
    where: str
    expression: str = ""


def find_texts() -> Iterator[Told]:
    """Yield every text, and every expression whose texts are not found."""
    tree = read_tree(ROOT)
    for source in tree.sources:
        if source.where.startswith(ENGLISH_ONLY) and source.where != ITS_WINDOW:
            continue
        for name in ("tr", "Text", *tree.errors):
            for call in source.calls.get(name, ()):
                yield from _told(call.args[0], tree, source, name == "tr")


def _told(asked: ast.expr, tree: "Tree", source: Source, needed: bool) -> Iterator[Told]:
    texts = [*dict.fromkeys(strings(tree.values(asked, source)))]
    yield from (Told(text, source.where) for text in texts)
    if needed and not texts:  # an error may also hand on what another says
        yield Told("", source.where, ast.unparse(asked))


@cache
def read_tree(root: Path) -> "Tree":
    """Read all files of the package."""
    return Tree(tuple(Source(path) for path in sorted((root / "nnviz").rglob("*.py"))))


class Tree:
    """All files, and what an expression in one of them may be."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self.sources = sources
        self._classes = [c for source in sources for c in source.classes if c.name not in NO_TEXTS]
        self._under_way: set[ast.AST] = set()
        told = [class_ for class_ in self._classes if class_.name == "Told"]
        self.errors = sorted({class_.name for one in told for class_ in self._related(one)} - {"Exception"})

    def values(self, node: ast.AST, source: Source, hops: int = HOPS) -> OneOf:
        """Return what an expression may be: strings, tables, objects; nothing where that cannot be told."""
        if node in self._under_way or hops < 0:
            return OneOf()
        self._under_way.add(node)
        found = OneOf(self._values(node, source, hops))
        self._under_way.discard(node)
        return found

    def _values(self, node: ast.AST, source: Source, hops: int) -> Iterator[object]:
        match node:
            case ast.Constant(value=value):
                yield value
            case ast.IfExp(body=body, orelse=orelse):
                yield from (*self.values(body, source, hops), *self.values(orelse, source, hops))
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                yield tuple(self.values(element, source, hops) for element in elements)
            case ast.Dict(keys=keys, values=values):
                pairs = [(key, value) for key, value in zip(keys, values, strict=True) if key is not None]
                yield {
                    self.values(key, source, hops): self.values(value, source, hops) for key, value in pairs
                }
            case ast.Subscript(value=table, slice=index):
                for found in self.values(table, source, hops):
                    yield from parts(found, index.value if isinstance(index, ast.Constant) else None)
            case ast.Name(id=name):
                yield from self._named(name, node, source, hops)
            case ast.Attribute(value=owner, attr=name):
                yield from self._attribute(owner, name, source, hops)
            case ast.Call():
                yield from self._called(node, source, hops)

    def _named(self, name: str, node: ast.AST, source: Source, hops: int) -> Iterator[object]:
        """Follow a name: what is assigned to it, a parameter's arguments, the module's own."""
        for scope in source.around(node):
            if isinstance(scope, ast.FunctionDef | ast.Lambda):
                found = [
                    *self._assigned(name, scope, source, hops),
                    *self._given(name, scope, source, hops - 1),
                ]
                if found:
                    yield from found
                    return
        if name in source.names:
            yield source.names[name]

    def _assigned(self, name: str, scope: Function, source: Source, hops: int) -> Iterator[object]:
        for target, value, each in source.bound(scope):
            path = path_to(target, name)
            if path is not None:
                found = self.values(value, source, hops)
                for candidate in members(found) if each else found:
                    yield from follow(candidate, path)

    def _given(self, name: str, scope: Function, source: Source, hops: int) -> Iterator[object]:
        """Yield what calls give for a parameter; those of a private function are in its own file."""
        names = parameters(scope)
        if not isinstance(scope, ast.FunctionDef) or name not in names or scope.name in NO_TEXTS:
            return
        owner = next(source.around(scope))
        called = owner.name if scope.name == "__init__" and isinstance(owner, ast.ClassDef) else scope.name
        place = names.index(name) - (names[0] in ("self", "cls"))
        defaults = dict(zip(reversed(names), reversed(scope.args.defaults), strict=False))
        if name in defaults:
            yield from self.values(defaults[name], source, hops)
        for other in (source,) if called.startswith("_") else self.sources:
            for call in other.calls.get(called, ()):
                yield from self._argument(call, place, name, other, hops)

    def _argument(self, call: ast.Call, place: int, name: str, source: Source, hops: int) -> Iterator[object]:
        for keyword in call.keywords:
            if keyword.arg == name:
                yield from self.values(keyword.value, source, hops)
        known = 0 <= place < len(call.args)  # `self` has no place among them
        if known and not any(isinstance(a, ast.Starred) for a in call.args[: place + 1]):
            yield from self.values(call.args[place], source, hops)

    def _attribute(self, owner: ast.expr, name: str, source: Source, hops: int) -> Iterator[object]:
        """Read an attribute of objects that are there; else find all that is ever made to be one."""
        if name_of(owner) == "self":
            yield from self._own(owner, name, source, hops)
        elif there := [o for o in self.values(owner, source, 0) if hasattr(o, name)]:
            yield from (getattr(o, name) for o in there)
        else:
            left = HOPS - 1 if hops == HOPS else -1  # only for what is asked for: else it would go too far
            known = [class_ for class_ in self._classes if class_.name in source.names]
            yield from [*self._made(name, known, left)] or self._made(name, self._classes, left)

    def _own(self, owner: ast.expr, name: str, source: Source, hops: int) -> Iterator[object]:
        """Find what an attribute of `self` is made or assigned to be, here and in related classes."""
        classes = self._related(next(n for n in source.around(owner) if isinstance(n, ast.ClassDef)))
        yield from self._made(name, classes, hops)
        for other in self.sources:
            for value in other.attributes.get(name, ()):
                if any(node in classes for node in other.around(value)):
                    yield from self.values(value, other, hops)

    def _related(self, class_: ast.ClassDef) -> list[ast.ClassDef]:
        """Return a class with those it is derived from, and those that are derived from it."""
        found = [class_]
        for one in found:
            above = {name_of(base) for base in one.bases}
            near = [c for c in self._classes if c.name in above or one.name in map(name_of, c.bases)]
            found += [c for c in near if c not in found]
        return found

    def _made(self, name: str, classes: list[ast.ClassDef], hops: int) -> Iterator[object]:
        """Yield what a field of that name is given where objects of the classes are made."""
        for class_ in classes if hops >= 0 else ():
            names = fields(class_)
            for source in self.sources if name in names else ():
                for call in source.calls.get(class_.name, ()):
                    yield from self._argument(call, names.index(name), name, source, hops)

    def _called(self, call: ast.Call, source: Source, hops: int) -> Iterator[object]:
        """Take a call of a table's method, or of a function of the same file, for what it returns."""
        name = name_of(call.func)
        if isinstance(call.func, ast.Attribute) and name in ("items", "values", "get"):
            tables = [t for t in self.values(call.func.value, source, hops) if isinstance(t, dict)]
            yield from (tuple(table.items() if name == "items" else table.values()) for table in tables)
            return
        if name == "enumerate":
            yield tuple((None, part) for part in members(self.values(call.args[0], source, hops)))
        for function in source.functions.get(name, ()):
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and node.value is not None:
                    yield from self.values(node.value, source, hops - 1)
