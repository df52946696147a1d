"""The theme on pyqtgraph's plots, which follow no style sheet."""

from __future__ import annotations

from typing import Any

from nnviz.ui.theme.fonts import number_font
from nnviz.ui.theme.now import current


def prepare_plots() -> None:
    """Give pyqtgraph the colors of the theme now in use, for plots that are built from now on.

    Whoever imports pyqtgraph calls it once; `apply` does from then on. A start does without it.
    """
    import pyqtgraph as pg

    pg.setConfigOptions(background=current().surface, foreground=current().axis, antialias=True)


def style_plot(plot: Any) -> None:
    """Give a pyqtgraph PlotWidget the colors and the type of the theme now in use.

    pyqtgraph's own configuration reaches only the plots that are built after it.
    """
    theme = current()
    plot.setBackground(theme.surface)
    for side in ("left", "bottom", "right", "top"):
        axis = plot.getAxis(side)
        axis.setPen(theme.grid)
        axis.setTextPen(theme.axis)
        axis.setTickFont(number_font(0.85))
