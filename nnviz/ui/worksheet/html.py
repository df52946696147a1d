"""A worksheet as one HTML file: formulas as drawings inside it, nothing is fetched from anywhere."""

import re
from collections.abc import Callable
from html import escape

from nnviz.ui import language
from nnviz.ui.formula.typesetting import EM, Typeset, typeset
from nnviz.wording import tr
from nnviz.wording.worksheet import Row, Worksheet, answer

STYLE = """
body { font: 11pt/1.45 "Helvetica Neue", Arial, sans-serif; color: black; max-width: 46em; margin: 2em auto; }
h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 1.4em 0 .2em; } p { margin: .2em 0 .6em; }
.given span { display: inline-block; margin: 0 1.6em .3em 0; }
.row { break-inside: avoid; margin: .55em 0; }
.row { display: flex; align-items: baseline; gap: .5em; flex-wrap: wrap; }
.blank { display: inline-block; min-width: 7em; border-bottom: 1px solid black; height: 1.2em; flex: 1; }
.space { height: 1.6em; } .value { font-weight: bold; white-space: nowrap; }
.key { break-before: page; page-break-before: always; border-top: 2px solid black; margin-top: 3em; }
@page { size: A4; margin: 18mm; } h2, h2 + p { break-after: avoid; }
@media print { body { margin: 0; } .key { border: 0; margin: 0; } }
"""


def worksheet_html(sheet: Worksheet) -> str:
    """Return the whole file: the sheet with its blanks, and the key on a page of its own."""
    write = _Writer()
    given, blanks = write.given(sheet), write.parts(sheet, write.blank)
    key = write.parts(sheet, write.solved)
    return (
        f'<!DOCTYPE html>\n<html lang="{language.current().key}"><head><meta charset="utf-8">'
        f"<title>{escape(sheet.title)}</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(sheet.title)}</h1><p>{escape(sheet.about)}</p>{given}"
        f"<p>{escape(sheet.hint)}</p>{blanks}"
        f'<section class="key"><h1>{escape(tr("Key"))}</h1>{key}</section></body></html>\n'
    )


class _Writer:
    """Writes the parts of one page; a formula that comes again is a reference to its drawing."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def given(self, sheet: Worksheet) -> str:
        lines = (f"<div>{''.join(map(self.formula, line))}</div>" for line in sheet.given)
        return f'<h2>{escape(tr("Given"))}</h2><div class="given">{"".join(lines)}</div>'

    def parts(self, sheet: Worksheet, row: Callable[[Row], str]) -> str:
        return "".join(
            f"<h2>{escape(part.title)}</h2><p>{escape(part.text)}</p>{''.join(map(row, part.rows))}"
            for part in sheet.parts
        )

    def blank(self, row: Row) -> str:
        space = '<div class="space"></div>' if row.worked else ""
        return f'<div class="row">{self.formula(row.tex)}=<span class="blank"></span></div>{space}'

    def solved(self, row: Row) -> str:
        worked = self.formula(row.worked) if row.worked else ""
        value = f'<span class="value">= {answer(row.value)}</span>'
        return f'<div class="row">{self.formula(row.tex)}{worked}{value}</div>'

    def formula(self, tex: str) -> str:
        """Return a formula as a drawing that grows with the text; TeX itself where it cannot be typeset."""
        drawing = typeset(tex)
        if not drawing.ok:
            return f"<code>{escape(tex)}</code>"
        box = re.search(r'viewBox="([^"]+)"', drawing.svg)
        assert box is not None
        _, top, width, height = (float(number) / EM for number in box[1].split())
        size = f"width:{width:.3f}em;height:{height:.3f}em;vertical-align:{-(top + height):.3f}em"
        label = escape(tex, quote=True)
        head = f'<svg role="img" aria-label="{label}" viewBox="{box[1]}" style="{size}" color="black">'
        # In a line of its own, for as a part of a row it would stand with its foot on the baseline.
        return f"<span>{head}{self._drawing(drawing)}</svg></span>"

    def _drawing(self, drawing: Typeset) -> str:
        name = self._names.get(drawing.tex)
        if name is not None:
            return f'<use href="#{name}"/>'
        name = self._names[drawing.tex] = f"f{len(self._names)}"
        shapes = drawing.svg[drawing.svg.index(">") + 1 : drawing.svg.rindex("</svg>")]
        return f'<g id="{name}">{_FINE.sub(_coarser, shapes)}</g>'


_FINE = re.compile(r"\d+\.\d\d")


def _coarser(number: re.Match[str]) -> str:
    """Return a length with one decimal: the 640th part of the em."""
    return f"{float(number[0]):.1f}"
