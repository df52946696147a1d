"""Python files as syntax trees in which one can look around, and the shapes that values in them take."""

import ast
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent

Function = ast.FunctionDef | ast.Lambda


class OneOf(tuple[Any, ...]):
    """What may be one of several things."""


class Bound(NamedTuple):
    """Something that a name stands for, or every part of it in turn."""

    target: ast.expr
    value: ast.expr
    each: bool


class Source:
    """One file of the package.

    Attributes
    ----------
    where : str
        Its path from the project's folder.
    calls, functions : dict
        All calls, and all definitions of functions, by their names.
    attributes : dict
        All that is assigned to an attribute, by its name.
    classes : list
        All definitions of classes.
    """

    def __init__(self, path: Path) -> None:
        self.where = path.relative_to(ROOT).as_posix()
        self.tree = ast.parse(path.read_text("utf-8"))
        self._parents: dict[ast.AST, ast.AST] = {}
        self.calls: dict[str, list[ast.Call]] = {}
        self.functions: dict[str, list[ast.FunctionDef]] = {}
        self.attributes: dict[str, list[ast.expr]] = {}
        self.classes: list[ast.ClassDef] = []
        self._bound: dict[ast.AST, list[Bound]] = {}
        self._look_through()

    def _look_through(self) -> None:
        nodes: list[ast.AST] = [self.tree]
        for node in nodes:  # it grows meanwhile
            for child in ast.iter_child_nodes(node):
                self._parents[child] = node
                nodes.append(child)
            match node:
                case ast.ClassDef():
                    self.classes.append(node)
                case ast.Call(func=function):
                    self.calls.setdefault(name_of(function), []).append(node)
                case ast.FunctionDef(name=name):
                    self.functions.setdefault(name, []).append(node)
                case ast.Assign(targets=[target], value=value):
                    in_class = isinstance(self._parents[node], ast.ClassDef)
                    for part, given in _apart(target, value):
                        if in_class or isinstance(part, ast.Attribute):
                            self.attributes.setdefault(name_of(part), []).append(given)

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield what a node stands in, from the inside out."""
        while (parent := self._parents.get(node)) is not None:
            yield parent
            node = parent

    @cached_property
    def names(self) -> dict[str, object]:
        """What the module's names stand for; the module is imported for it."""
        parts = self.where.removesuffix(".py").removesuffix("/__init__").split("/")
        return vars(import_module(".".join(parts)))

    def bound(self, scope: Function) -> list[Bound]:
        """Return what is assigned to names in a function, and what its loops run over."""
        if scope not in self._bound:
            self._bound[scope] = [*_bound(scope)]
        return self._bound[scope]


def _bound(scope: Function) -> Iterator[Bound]:
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[target], value=value) | ast.NamedExpr(target=target, value=value):
                yield Bound(target, value, False)
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                yield Bound(target, value, True)


def _apart(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Take ``a, b = x, y`` apart."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value


def name_of(node: ast.expr) -> str:
    """Return f for f and for x.f; "" for anything else."""
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def parameters(function: Function) -> list[str]:
    """Return the names of what can be given by position."""
    return [argument.arg for argument in function.args.posonlyargs + function.args.args]


def fields(class_: ast.ClassDef) -> list[str]:
    """Return what a class takes to make an object: its constructor's parameters, or its annotated names."""
    for node in class_.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return parameters(node)[1:]
    return [name_of(node.target) for node in class_.body if isinstance(node, ast.AnnAssign)]


def strings(found: object) -> Iterator[str]:
    """Yield every text in what was found, however deep; keys of tables are none."""
    if isinstance(found, str):
        yield from [found] if found else []
    elif isinstance(found, dict | list | tuple):
        for part in found.values() if isinstance(found, dict) else found:
            yield from strings(part)


def members(found: object) -> Iterator[object]:
    """Yield what a loop over something runs over."""
    if isinstance(found, OneOf):
        for one in found:
            yield from members(one)
    elif isinstance(found, dict | list | tuple):
        yield from found


def parts(found: object, index: object = None) -> Iterator[object]:
    """Yield what a subscript may give: one part, or any of them where the index is not known."""
    if isinstance(found, OneOf):
        for one in found:
            yield from parts(one, index)
    elif isinstance(found, dict):
        yield from (found[index],) if index in found else found.values()
    elif isinstance(found, list | tuple):
        yield from (found[index],) if isinstance(index, int) and index < len(found) else found


def path_to(target: ast.AST, name: str) -> tuple[int, ...] | None:
    """Return the way to a name in a target: (1, 0) for y in ``x, (y, z) = …``; None where it is not."""
    if isinstance(target, ast.Name):
        return () if target.id == name else None
    for n, part in enumerate(getattr(target, "elts", ())):
        if (rest := path_to(part, name)) is not None:
            return (n, *rest)
    return None


def follow(found: object, path: tuple[int, ...]) -> Iterator[object]:
    """Go down a path, where there is one."""
    if isinstance(found, OneOf):
        for one in found:
            yield from follow(one, path)
    elif not path:
        yield found
    elif isinstance(found, list | tuple) and path[0] < len(found):
        yield from follow(found[path[0]], path[1:])
