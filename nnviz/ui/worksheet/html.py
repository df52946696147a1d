"""A worksheet as one HTML file: formulas as drawings inside it, nothing is fetched from anywhere."""

import re
from collections.abc import Callable
from html import escape

from nnviz.ui.formula.typesetting import EM, typeset
from nnviz.wording import tr
from nnviz.wording.worksheet import Part, Row, Worksheet, answer

STYLE = """
body { font: 11pt/1.45 "Helvetica Neue", Arial, sans-serif; color: black; max-width: 46em; margin: 2em auto; }
h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin: 1.4em 0 .2em; } p { margin: .2em 0 .6em; }
.given span { display: inline-block; margin: 0 1.6em .3em 0; }
.row { break-inside: avoid; margin: .55em 0; }
.row { display: flex; align-items: baseline; gap: .5em; flex-wrap: wrap; }
.blank { display: inline-block; min-width: 7em; border-bottom: 1px solid black; height: 1.2em; flex: 1; }
.space { height: 1.6em; } .value { font-weight: bold; white-space: nowrap; }
.key { break-before: page; page-break-before: always; border-top: 2px solid black; margin-top: 3em; }
@media print { body { margin: 0; } .key { border: 0; margin: 0; } }
"""


def worksheet_html(sheet: Worksheet, language: str = "en") -> str:
    """Return the whole file: the sheet with its blanks, and the key on a page of its own."""
    blanks = "".join(_part(part, _blank) for part in sheet.parts)
    key = "".join(_part(part, _solved) for part in sheet.parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(sheet.title)}</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(sheet.title)}</h1><p>{escape(sheet.about)}</p>{_given(sheet)}"
        f"<p>{escape(sheet.hint)}</p>{blanks}"
        f'<section class="key"><h1>{escape(tr("Key"))}</h1>{key}</section></body></html>\n'
    )


def _given(sheet: Worksheet) -> str:
    lines = (f"<div>{''.join(f'<span>{formula(tex)}</span>' for tex in line)}</div>" for line in sheet.given)
    return f'<h2>{escape(tr("Given"))}</h2><div class="given">{"".join(lines)}</div>'


def _part(part: Part, row: Callable[[Row], str]) -> str:
    rows = "".join(row(each) for each in part.rows)
    return f"<h2>{escape(part.title)}</h2><p>{escape(part.text)}</p>{rows}"


def _blank(row: Row) -> str:
    space = '<div class="space"></div>' if row.worked else ""
    return f'<div class="row">{formula(f"{row.tex} =")}<span class="blank"></span></div>{space}'


def _solved(row: Row) -> str:
    worked = formula(row.worked) if row.worked else ""
    value = f'<span class="value">= {answer(row.value)}</span>'
    return f'<div class="row">{formula(row.tex)}{worked}{value}</div>'


def formula(tex: str) -> str:
    """Return a formula as a drawing that grows with the text; TeX itself where it cannot be typeset."""
    drawing = typeset(tex)
    if not drawing.ok:
        return f"<code>{escape(tex)}</code>"
    box = re.search(r'viewBox="([^"]+)"', drawing.svg)
    assert box is not None
    _, top, width, height = (float(number) / EM for number in box[1].split())
    inner = drawing.svg[drawing.svg.index(">", drawing.svg.index("<svg")) + 1 :]
    size = f"width:{width:.3f}em;height:{height:.3f}em;vertical-align:{-(top + height):.3f}em"
    label = escape(tex, quote=True)
    return f'<svg role="img" aria-label="{label}" viewBox="{box[1]}" style="{size}" color="black">{inner}'
