"""The style sheet of the application, filled in with colors, lengths and tinted icons."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from dataclasses import asdict
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from nnviz.resources import resource
from nnviz.ui.theme.fonts import points
from nnviz.ui.theme.roles import Theme


@cache
def _scratch() -> Path:
    """Return a folder for tinted icons that lives as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="nnviz-icons-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def tinted_icon(name: str, color: str) -> Path:
    """Write an icon of resources/icons in one color, and return its file.

    Qt's style sheets and SVG icons take files only, so a tint has to be one.
    """
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    file = _scratch() / f"{name}-{color.lstrip('#')}.svg"
    file.write_text(drawing.replace("currentColor", color), encoding="utf-8")
    return file


def stylesheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet of the whole application: resources/themes/app.qss, filled in.

    Parameters
    ----------
    theme : Theme
        Replaces $names, and tints the icons of @icon:color@.
    scale : float
        Multiplies every length in px and every font size in rem.
    """
    rules = resource("themes/app.qss").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    rules = re.sub(
        r"(radius: *|-)?\b(\d+)px", lambda m: f"{m[1] or ''}{_grown(int(m[2]), scale, m[1])}px", rules
    )
    rules = re.sub(r"\b([\d.]+)rem", lambda m: f"{float(m[1]) * points(scale):.2f}pt", rules)
    rules = re.sub(r"@([\w-]+):(\w+)@", lambda m: tinted_icon(m[1], getattr(theme, m[2])).as_posix(), rules)
    return Template(rules).substitute({k: v for k, v in asdict(theme).items() if isinstance(v, str)})


def _grown(pixels: int, scale: float, before: str | None = None) -> int:
    """Hairlines stay hairlines; nothing that was visible vanishes.

    A radius is never rounded up, and what goes beyond its parent (a negative margin) never down: Qt draws
    a corner square that is rounder than half its box.
    """
    grown = round(pixels * scale) if not before else int(pixels * scale + (0.5 if before == "-" else 0.0))
    return max(grown, 1) if pixels > 1 else pixels


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet, also after it has been shown."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the style looks at it when it is first shown; before that, it would forget a font set later
    font = QFont(widget.font()) if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) else None
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    if font is not None:
        widget.setFont(font)  # Qt brings back the font it had when it was first shown, of another type scale
