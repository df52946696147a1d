r"""Typeset formulas: TeX through ziamath, drawn with Qt, crisp at any scale.

A formula is typeset once, in lengths of its em; size, color and resolution come when it is drawn.
Write plain ( ) around tall parts: \left( … \right) comes out taller than the window in QtSvg.
TeX that cannot be typeset is shown as it was written.
"""

from nnviz.ui.formula.drawing import draw_formula, draw_formula_at, render_tex
from nnviz.ui.formula.label import FormulaLabel
from nnviz.ui.formula.typesetting import Metrics, Typeset, measure, typeset, unknown_commands

__all__ = [
    "FormulaLabel",
    "Metrics",
    "Typeset",
    "draw_formula",
    "draw_formula_at",
    "measure",
    "render_tex",
    "typeset",
    "unknown_commands",
]
