"""Every color, named by what it means, and the way it reaches the widgets.

Standard widgets follow the style sheet and the palette that `apply` sets; a widget that paints itself
reads `current()` and asks `on_change` to be told. The colors themselves are in `colors.py` and nowhere else.
"""

from nnviz.ui.theme.application import SCALES, apply
from nnviz.ui.theme.colors import (
    BLUE_ORANGE,
    BLUE_RED,
    BLUE_RED_GLYPHS,
    DARK,
    LIGHT,
    NOTHING,
    PALETTES,
    TEXT_PAIRS,
)
from nnviz.ui.theme.fonts import BASE_PX, number_font
from nnviz.ui.theme.mixing import blend, contrast, ink_on
from nnviz.ui.theme.now import Notifier, current, current_scale, notifier, on_change, px
from nnviz.ui.theme.plots import prepare_plots, style_plot
from nnviz.ui.theme.roles import CATEGORY, Palette, Theme
from nnviz.ui.theme.style import set_role, stylesheet, tinted_icon
from nnviz.ui.theme.values import (
    channel_colors,
    neuron_color,
    neuron_colors,
    relief_colors,
    sign_colors,
    sign_glyph,
)

__all__ = [
    "BASE_PX",
    "BLUE_ORANGE",
    "BLUE_RED",
    "BLUE_RED_GLYPHS",
    "CATEGORY",
    "DARK",
    "LIGHT",
    "NOTHING",
    "PALETTES",
    "SCALES",
    "TEXT_PAIRS",
    "Notifier",
    "Palette",
    "Theme",
    "apply",
    "blend",
    "channel_colors",
    "contrast",
    "current",
    "current_scale",
    "ink_on",
    "neuron_color",
    "neuron_colors",
    "notifier",
    "number_font",
    "on_change",
    "prepare_plots",
    "px",
    "relief_colors",
    "set_role",
    "sign_colors",
    "sign_glyph",
    "style_plot",
    "stylesheet",
    "tinted_icon",
]
