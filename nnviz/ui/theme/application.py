"""A theme put on the whole application: style sheet, palette, font and plots."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from nnviz.ui.theme.fonts import base_font
from nnviz.ui.theme.now import notifier
from nnviz.ui.theme.plots import prepare_plots
from nnviz.ui.theme.roles import Theme
from nnviz.ui.theme.style import stylesheet

SCALES = (0.8, 2.0)
"""Smallest and largest type scale."""


def apply(app: QApplication, theme: Theme, scale: float = 1.0, of_system: bool = False) -> None:
    """Put a theme on the whole application, and tell the widgets that paint themselves.

    Parameters
    ----------
    app : QApplication
        Takes its style sheet, palette and font.
    theme : Theme
        The colors.
    scale : float
        The type scale, 0.8 … 2.
    of_system : bool
        True when the theme is the system's own: then the system goes on saying whether it is dark or light,
        and else the window's frame and dialogs follow the theme.
    """
    hub = notifier()
    hub.theme, hub.scale = theme, min(max(scale, SCALES[0]), SCALES[1])
    if not app.styleSheet():
        # Once only: under a style sheet app.style() is Qt's proxy, and a new style would drop it.
        app.setStyle("Fusion")
    if not of_system:
        # For what the system draws: the title bar, file dialogs.
        app.styleHints().setColorScheme(Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light)
    app.setPalette(_palette(theme))
    QToolTip.setPalette(_palette(theme))
    app.setFont(base_font(app, hub.scale))
    app.setStyleSheet(stylesheet(theme, hub.scale))
    if "pyqtgraph" in sys.modules:
        prepare_plots()
    hub.changed.emit()


def _palette(theme: Theme) -> QPalette:
    """Return the palette from which Qt and foreign widgets paint what no style rule names."""
    role = QPalette.ColorRole
    palette = QPalette()
    for key, color in {
        role.Window: theme.background,
        role.WindowText: theme.text,
        role.Base: theme.surface_sunken,
        role.AlternateBase: theme.surface,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Button: theme.surface_raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.text,
        role.ToolTipBase: theme.popup,
        role.ToolTipText: theme.text,
        role.Highlight: theme.selection_surface,
        role.HighlightedText: theme.text,
        role.Accent: theme.selection,
        role.Link: theme.positive,
        role.LinkVisited: theme.positive,
        role.Light: theme.surface_hover,
        role.Midlight: theme.surface_raised,
        role.Mid: theme.border,
        role.Dark: theme.surface_sunken,
        role.Shadow: theme.background,
    }.items():
        palette.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.text_disabled))
    return palette
