"""The formulas that come with the program, typeset already: ``resources/formulas.json``.

They are those of a start and of a first walk through the window, which so does not wait for ziamath.
tools/make_formulas.py writes the file, and a test compares it with what ziamath makes today.
"""

import json
from functools import cache

from nnviz.resources import resource

FILE = "formulas.json"

Drawing = tuple[str, float, float, float]
"""The SVG, and its width, ascent and descent in em."""


@cache
def drawings() -> dict[str, Drawing]:
    """Return the drawings, by their TeX."""
    text = resource(FILE).read_text(encoding="utf-8")
    found: dict[str, Drawing] = json.loads(text)["formulas"]
    return found
