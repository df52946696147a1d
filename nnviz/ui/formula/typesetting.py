"""TeX to drawings in lengths of the em: from those that come with the program, else by ziamath."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from nnviz.ui.formula import shipped

EM = 64.0
"""Large, because the drawing's coordinates have two decimals."""

MARGIN = 4.0
"""In the same unit: room for what leans out of its box."""


class Metrics(NamedTuple):
    """The box of a formula: pixels, or em in `Typeset`; ascent and descent from the baseline."""

    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """Ascent and descent together."""
        return self.ascent + self.descent

    def scaled(self, factor: float) -> Metrics:
        """Return the box at another size."""
        return Metrics(*(length * factor for length in self))


@dataclass(frozen=True)
class Typeset:
    """A formula without size and color.

    Attributes
    ----------
    tex : str
        The source.
    svg : str
        The drawing in `currentColor`; empty if the source could not be typeset.
    box : Metrics
        In em.
    """

    tex: str
    svg: str
    box: Metrics

    @property
    def ok(self) -> bool:
        """Whether the source could be typeset."""
        return bool(self.svg)


@lru_cache(maxsize=2048)
def typeset(tex: str) -> Typeset:
    """Typeset a line of TeX; never raises."""
    if not tex:
        return _as_written(tex)
    found = shipped.drawings().get(tex)
    if found is None:
        return typeset_now(tex)
    svg, *box = found
    return Typeset(tex, svg, Metrics(*box))


def typeset_now(tex: str) -> Typeset:
    """Typeset a line of TeX with ziamath, whether or not it comes with the program; never raises."""
    ziamath = _ziamath()
    try:
        math = ziamath.Latex(_spaced(tex), size=EM, color="currentColor", margin=MARGIN)
        svg, box = _shortened(str(math.svg())), math.node.bbox
    except Exception:
        # The parsers below raise anything from AssertionError to ParseError at bad source.
        return _as_written(tex)
    return Typeset(tex, svg, Metrics(box.xmax - box.xmin, box.ymax, -box.ymin).scaled(1 / EM))


def unknown_commands(tex: str) -> tuple[str, ...]:
    r"""Return the commands that are shown as they were written, such as \summ; none where all are known."""
    try:
        parsed = _ziamath().tex.tex2mml(_spaced(tex))
    except Exception:  # as above: this is none that `typeset` calls ok
        return ()
    return tuple(dict.fromkeys(re.findall(r"\\[A-Za-z]+", parsed)))


def measure(tex: str, size: float) -> Metrics:
    """Return the box in pixels of a formula whose em is `size` pixels."""
    return typeset(tex).box.scaled(size)


@cache
def _ziamath() -> Any:
    """Import ziamath when the first formula has to be typeset: it takes a sixth of a second."""
    with warnings.catch_warnings():
        # It opens its font in a way that Python 3.11 has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath
        from ziamath.config import config

    config.svg2 = False  # QtSvg draws SVG 1.1
    config.precision = 2  # a hundredth of the em's 64th part: no eye can tell
    _measure_once(ziamath.nodes.mrow.Mrow)
    return ziamath


def _measure_once(row: Any) -> None:
    """Let a row be measured without measuring every row in it twice, theirs four times, and so on.

    Rows are measured to know how far their fences must stretch. While that goes on, only rows that hold
    such a fence need it themselves: what comes out is the same in half the time.
    """
    measure = getattr(row, "_get_height_nostretch", None)
    if measure is None:
        return

    def once(self: Any, line: Any, **settings: Any) -> tuple[float, float]:
        if settings.get("nostretch") and not any(_stretches(each) for child in line for each in child.iter()):
            return 0.0, 0.0
        return measure(self, line, **settings)

    row._get_height_nostretch = once


def _stretches(element: Any) -> bool:
    return element.get("stretchy") == "true"


_PATH = re.compile(r'(?<= d=")[^"]*')


def _shortened(svg: str) -> str:
    """Write paths without the spaces that SVG does not ask for: a fifth less to ship and to read."""
    return _PATH.sub(lambda path: re.sub(r" ?([A-Z]) ?| (?=-)", r"\1", path[0]), svg)


_ORDINARY = re.compile(r"\\(?:nabla|partial)(?![A-Za-z])")
_SIGN = re.compile(r"(^|[=(,\[{<>]|\\(?:cdot|times|approx|leftarrow|quad)(?![A-Za-z]))(\s*)-")


def _spaced(tex: str) -> str:
    """Space ∂, ∇ and a sign as TeX does: ziamath keeps off from them as from a binary operator."""
    return _SIGN.sub(r"\1\2{-}", _ORDINARY.sub(lambda m: f"{{{m[0]}}}", tex))


# ---- what cannot be typeset ------------------------------------------------------------------


def _as_written(tex: str) -> Typeset:
    metrics = QFontMetricsF(plain_font(EM))
    width = metrics.horizontalAdvance(tex)
    return Typeset(tex, "", Metrics(width, metrics.ascent(), metrics.descent()).scaled(1 / EM))


def plain_font(size: float) -> QFont:
    """Return the application's font, so high in pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(max(round(size), 1))
    return font
