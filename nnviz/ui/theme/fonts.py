"""The type: one font that grows with the type scale, with digits of one width."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from nnviz.ui.theme.now import notifier

BASE_PX = 13.0
"""Height in pixels of the application's font at scale 1."""


def points(scale: float) -> float:
    """Return the base font's size in points; points follow each system's own resolution."""
    screen = QGuiApplication.primaryScreen()
    dots_per_inch = screen.logicalDotsPerInch() if screen else 96.0
    return BASE_PX * scale * 72.0 / dots_per_inch


def base_font(app: QApplication, scale: float) -> QFont:
    """Return the application's font at a type scale."""
    font = QFont(app.font())
    font.setPointSizeF(points(scale))
    _tabular(font)
    return font


def _tabular(font: QFont) -> None:
    font.setFeature(QFont.Tag("tnum"), 1)


def number_font(size: float = 1.0, bold: bool = False) -> QFont:
    """Return the application's font with digits of one width.

    Parameters
    ----------
    size : float
        In multiples of the application's font size, and so in step with the type scale.
    bold : bool
        Whether to make it bold.
    """
    # A copy: the caller may change its size.
    return QFont(_number_font(QApplication.font().key(), notifier().scale, size, bold))


@lru_cache(maxsize=256)
def _number_font(base: str, scale: float, size: float, bold: bool) -> QFont:
    """Make one; a frame of the network asks for the same few again and again."""
    font = QFont(QApplication.font())
    font.setPointSizeF(points(scale) * size)
    font.setBold(bold)
    _tabular(font)
    return font
