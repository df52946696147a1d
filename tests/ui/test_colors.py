"""Every color has a name in the theme: no other module, style sheet or icon holds a color literal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

ROOT = Path(__file__).parents[2]
COLORS = ROOT / "nnviz" / "ui" / "theme" / "colors.py"
"""The one file that may hold color literals."""

STYLED = ROOT / "nnviz" / "ui" / "theme" / "application.py"
"""The one file that may set a style sheet."""

SOURCES = [
    *sorted(path for path in (ROOT / "nnviz").rglob("*.py") if path != COLORS),
    ROOT / "app.py",
    *sorted((ROOT / "tools").glob("*.py")),
]
SHEETS = sorted((ROOT / "resources").rglob("*.qss"))
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))

OWN_COLORS = {"nnviz.svg"}
"""The program's own icon stands on the desktop, where no theme of ours reaches."""

NONE = {"transparent", "none"}
"""No color at all."""

HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
FUNCTION = re.compile(r"\b(?:rgba?|hsla?|hsva?)\s*\(", re.IGNORECASE)
NAMES = {name.lower() for name in QColor.colorNames()} - NONE

MAKERS = {"QColor", "mkColor", "mkPen", "mkBrush", "hsvColor", "intColor", "qRgb", "qRgba"}
"""What makes a color of numbers or a name."""

TAKERS = MAKERS | {"QPen", "QBrush", "setPen", "setBrush", "setColor", "setColorAt", "fill", "fillRect"}
"""What takes a name for a color."""

PYQTGRAPH = {"pen", "brush", "symbolPen", "symbolBrush", "color", "background", "foreground", "fillBrush"}
"""Keywords with which pyqtgraph takes a color, also as "r"."""


def literals_in_python(source: str) -> Iterator[str]:
    nodes = list(ast.walk(ast.parse(source)))
    documents = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield from (match[0] for match in HEX.finditer(node.value))
            yield from (match[0] for match in FUNCTION.finditer(node.value))
        elif isinstance(node, ast.Attribute):
            yield from _global_color(node)
        elif isinstance(node, ast.Call):
            yield from _in_call(node)


def _global_color(node: ast.Attribute) -> Iterator[str]:
    """Qt.red, Qt.GlobalColor.red."""
    shade = node.attr.lower().removeprefix("dark").removeprefix("light")
    if node.attr.lower() in NONE or not (shade in NAMES or node.attr in ("color0", "color1")):
        return  # most are none, and to write one out takes long
    if ast.unparse(node.value) in ("Qt.GlobalColor", "Qt"):
        yield ast.unparse(node)


def _in_call(node: ast.Call) -> Iterator[str]:
    name = _last_name(node.func)
    makes = name in MAKERS or (name.startswith("from") and ast.unparse(node.func) == f"QColor.{name}")
    values = [_value(argument) for argument in node.args] if makes or name in TAKERS else []
    if name in TAKERS and any(isinstance(v, str) and v.lower() in NAMES for v in values):
        yield ast.unparse(node)
    if makes and values and all(isinstance(v, int | float | tuple) for v in values):
        yield ast.unparse(node)
    for keyword in node.keywords:
        if keyword.arg not in PYQTGRAPH:
            continue
        value = _value(keyword.value)
        if isinstance(value, tuple) or (isinstance(value, str) and _named(value)):
            yield ast.unparse(keyword)


def _last_name(function: ast.expr) -> str:
    """The c of a.b.c, and nothing for what has no name."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _named(text: str) -> bool:
    return text.lower() in NAMES or text in tuple("rgbcmykwd")


def _value(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def literals_in_sheet(sheet: str) -> Iterator[str]:
    sheet = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", sheet, flags=re.DOTALL)
    for rules in re.findall(r"\{([^}]*)\}", sheet):
        yield from (match[0] for match in HEX.finditer(rules))
        yield from (match[0] for match in FUNCTION.finditer(rules))
        for declaration in rules.split(";"):
            value = declaration.partition(":")[2]
            yield from (
                word for word in re.findall(r"(?<![\w$-])[A-Za-z]+(?![\w-])", value) if word.lower() in NAMES
            )


def literals_in_icon(drawing: str) -> Iterator[str]:
    yield from (match[0] for match in HEX.finditer(drawing))
    yield from (match[0] for match in FUNCTION.finditer(drawing))
    for value in re.findall(r"(?:fill|stroke|color)\s*[=:]\s*[\"']?([A-Za-z]+)", drawing):
        if value.lower() not in {"currentcolor", *NONE}:
            yield value


def test_no_literal_in_the_code():
    found = {path: list(literals_in_python(path.read_text(encoding="utf-8"))) for path in SOURCES}
    assert len(found) > 500
    assert {str(path.relative_to(ROOT)): literals for path, literals in found.items() if literals} == {}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_literal_in_the_style_sheet(path):
    assert list(literals_in_sheet(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.name)
def test_icons_take_the_color_they_are_given(path):
    if path.name not in OWN_COLORS:
        assert list(literals_in_icon(path.read_text(encoding="utf-8"))) == []


def test_style_sheets_are_set_in_one_place():
    setters = [path for path in SOURCES if "setStyleSheet(" in path.read_text(encoding="utf-8")]
    assert setters == [STYLED]


def test_the_colors_are_where_the_search_leaves_them_out():
    assert list(literals_in_python(COLORS.read_text(encoding="utf-8"))) != []


class TestTheSearchItself:
    """It finds what it looks for, and nothing else."""

    @pytest.mark.parametrize(
        "code",
        [
            "x = '#ff6b5e'",
            "x = '#fff'",
            "label.setText('<span style=\"color:#12345678\">')",
            "x = f'color: #{1}; background: #abcdef'",
            "x = 'rgba(1, 2, 3, 0.5)'",
            "QColor(1, 2, 3)",
            "QtGui.QColor('red')",
            "QColor.fromRgbF(0.1, 0.2, 0.3)",
            "QColor.fromHsv(10, 20, 30)",
            "painter.setPen(Qt.red)",
            "painter.setPen(Qt.GlobalColor.darkBlue)",
            "image.fill('white')",
            "pg.mkPen((255, 0, 0))",
            "plot.plot(x, y, pen='r')",
            "plot.plot(x, y, symbolBrush=(1, 2, 3))",
        ],
    )
    def test_finds(self, code):
        assert list(literals_in_python(code)) != []

    @pytest.mark.parametrize(
        "code",
        [
            "QColor(name)",
            "QColor(*shade)",
            "QColor(color).name()",
            "image.fill(Qt.GlobalColor.transparent)",
            "QPen(color, 1.2)",
            "theme.current().color('text', 0.5)",
            "# '#ff6b5e' in a comment",
            "'''Colors such as #ff6b5e in a docstring.'''",
            "x = 'issue #3, C#, #1'",
            "tint('tan')",
            "np.tan(1)",
        ],
    )
    def test_leaves_alone(self, code):
        assert list(literals_in_python(code)) == []

    @pytest.mark.parametrize(
        "sheet", ["a { color: #fff; }", "a { border: 1px solid red; }", "a { background: rgb(1,2,3) }"]
    )
    def test_finds_in_sheets(self, sheet):
        assert list(literals_in_sheet(sheet)) != []

    def test_leaves_sheets_alone(self):
        sheet = "#name { color: $red; border: 1px solid transparent; image: url('red.svg'); } /* #fff */"
        assert list(literals_in_sheet(sheet)) == []

    def test_finds_in_icons(self):
        assert list(literals_in_icon('<path fill="black"/>')) == ["black"]
        assert list(literals_in_icon('<path fill="none" stroke="currentColor"/>')) == []
