"""What a color can mean: the roles that a theme fills, and the two colors of sign that a palette gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QColor

CATEGORY = "category "
"""How the roles of the colors begin that tell classes, layers or runs apart."""


@dataclass(frozen=True)
class Palette:
    """The two colors of sign, for each background; positive comes first.

    Attributes
    ----------
    key : str
        Stable name, for settings.
    label : str
        What the user reads.
    dark, light : tuple of str
        (positive, negative).
    glyphs : bool
        Whether signed marks also carry + or −.
    """

    key: str
    label: str
    dark: tuple[str, str]
    light: tuple[str, str]
    glyphs: bool = False


@dataclass(frozen=True)
class Theme:
    """One set of colors, as "#rrggbb".

    Attributes
    ----------
    background, surface, surface_raised, surface_hover, surface_sunken, popup
        The window; cards and bars; buttons and score cells; the same under the mouse; fields and
        score cells still to come; menus, lists and tooltips that lie above the window.
    border, control_border, groove, scroll_handle
        Hairlines; the outline of fields and check boxes; a slider's track; a scroll bar's handle.
    text, text_muted, text_disabled
        Three strengths of writing.
    primary, primary_hover, primary_text
        The one button that matters most, and a switch that is on.
    positive, negative
        Sign and direction, in every panel. Set by the palette.
    selection, selection_text, selection_surface
        Gold: as a ring or line; as writing; as the fill of a chosen cell (under `text`).
    neuron_on, neuron_off, neuron_ring, neuron_on_text, neuron_off_text
        Activation 1 and 0, the thin ring, and the writing inside; see `ink_on`.
    image_on, image_off
        Ink and paper of the example's picture.
    anchor_bar
        The bar at which the edges of a layer end that has no discs.
    grid, axis, plot_train, plot_test, curve
        Plots: grid lines, axes and their numbers, the two sets, a function's curve.
    good, bad, warning, error_surface
        Right and wrong (always with ✓ or ✗), a caution, the ground of an error message.
    progress, focus, invalid
        A progress bar's fill; the ring of the keyboard focus; a value that is not a number.
    categories
        Ten colors to tell classes, layers or runs apart.
    relief
        Heights, from the lowest, which is like the ground, to the highest.
    glyphs
        Whether signed marks also carry + or −. Set by the palette.
    """

    name: str
    is_dark: bool
    background: str
    surface: str
    surface_raised: str
    surface_hover: str
    surface_sunken: str
    popup: str
    border: str
    control_border: str
    groove: str
    scroll_handle: str
    text: str
    text_muted: str
    text_disabled: str
    primary: str
    primary_hover: str
    primary_text: str
    positive: str
    negative: str
    selection: str
    selection_text: str
    selection_surface: str
    neuron_on: str
    neuron_off: str
    neuron_ring: str
    neuron_on_text: str
    neuron_off_text: str
    image_on: str
    image_off: str
    anchor_bar: str
    grid: str
    axis: str
    plot_train: str
    plot_test: str
    curve: str
    good: str
    bad: str
    warning: str
    error_surface: str
    progress: str
    focus: str
    invalid: str
    categories: tuple[str, ...]
    relief: tuple[str, ...]
    palette: Palette
    glyphs: bool = False

    def __hash__(self) -> int:
        """Return a hash of a few fields: caches ask for it a hundred times a frame."""
        return hash((self.name, self.background, self.positive, self.negative))

    def with_palette(self, palette: Palette) -> Theme:
        """Return this theme with the palette's two colors of sign."""
        positive, negative = palette.dark if self.is_dark else palette.light
        return replace(self, positive=positive, negative=negative, palette=palette, glyphs=palette.glyphs)

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the color of a role as a new QColor, with an opacity of 0 … 1.

        "category 3" is the fourth of the ten `categories`; beyond the last they begin again.
        """
        color = QColor(_parsed(self._value(role)))
        if alpha != 1.0:
            color.setAlphaF(alpha)
        return color

    def _value(self, role: str) -> str:
        if role.startswith(CATEGORY):
            return self.categories[int(role.removeprefix(CATEGORY)) % len(self.categories)]
        return str(getattr(self, role))


@cache
def _parsed(value: str) -> QColor:
    """Read a color once: a frame asks for some eighty."""
    return QColor(value)
