"""The ink of a formula as one path, for paper and drawings.

QtSvg would not do: it draws around every glyph with a pen that has no brush, which a PDF shows as bold type
and an SVG as a black edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QTransform

from nnviz.ui.formula.typesetting import EM, MARGIN, Typeset

_SHAPE = re.compile(r'<path d="([^"]*)"|<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"')
_COMMAND = re.compile(r"([MLQZ])([^MLQZ]*)")
_NUMBER = re.compile(r"-?[\d.]+")


@lru_cache(maxsize=512)
def outline(setting: Typeset) -> QPainterPath:
    """Return the ink of what could be typeset, in em, from the left end of the baseline; do not change it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for drawn, *box in _SHAPE.findall(setting.svg):
        if drawn:
            _draw(path, drawn)
        else:
            path.addRect(*map(float, box))
    left = float(setting.svg.partition('viewBox="')[2].split()[0]) + MARGIN
    return QTransform.fromScale(1 / EM, 1 / EM).translate(-left, 0).map(path)


def _draw(path: QPainterPath, drawn: str) -> None:
    for command, numbers in _commands(drawn):
        match command:
            case "M":
                path.moveTo(*numbers)
            case "L":
                path.lineTo(*numbers)
            case "Q":
                path.quadTo(*numbers)
            case "Z":
                path.closeSubpath()


def _commands(drawn: str) -> Iterator[tuple[str, list[float]]]:
    for command, numbers in _COMMAND.findall(drawn):
        yield command, [float(number) for number in _NUMBER.findall(numbers)]
