"""Every color, named by what it means, and the way it reaches the widgets.

No other module holds a color literal. Standard widgets follow the style sheet and the palette that
`apply` sets; a widget that paints itself reads `current()` and connects to `notifier().changed`.
"""

from __future__ import annotations

import atexit
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from string import Template
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from nnviz.resources import resource

BASE_PX = 13.0
"""Height in pixels of the application's font at scale 1."""

SCALES = (0.8, 2.0)
"""Smallest and largest type scale."""


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


BLUE_RED = Palette("blue-red", "Blue / red", ("#58a6ff", "#ff6b5e"), ("#1c69cf", "#c93526"))
BLUE_ORANGE = Palette("blue-orange", "Blue / orange", ("#58a6ff", "#ff8a3d"), ("#1c69cf", "#b34700"))
BLUE_RED_GLYPHS = replace(BLUE_RED, key="blue-red-glyphs", label="Blue / red with + −", glyphs=True)
PALETTES = (BLUE_RED, BLUE_ORANGE, BLUE_RED_GLYPHS)


CATEGORY = "category "
"""How the roles of the colors begin that tell classes, layers or runs apart."""


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
    palette: Palette = BLUE_RED
    glyphs: bool = False

    def with_palette(self, palette: Palette) -> Theme:
        """Return this theme with the palette's two colors of sign."""
        positive, negative = palette.dark if self.is_dark else palette.light
        return replace(self, positive=positive, negative=negative, palette=palette, glyphs=palette.glyphs)

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the color of a role as a new QColor, with an opacity of 0 … 1.

        "category 3" is the fourth of the ten `categories`; beyond the last they begin again.
        """
        if role.startswith(CATEGORY):
            number = int(role.removeprefix(CATEGORY))
            color = QColor(self.categories[number % len(self.categories)])
        else:
            color = QColor(getattr(self, role))
        color.setAlphaF(alpha)
        return color


DARK = Theme(
    name="dark",
    is_dark=True,
    background="#16171b",
    surface="#1d1f25",
    surface_raised="#292c34",
    surface_hover="#333741",
    surface_sunken="#191b21",
    popup="#292c34",
    border="#282b33",
    control_border="#6b7180",
    groove="#383c47",
    scroll_handle="#434854",
    text="#e8e9ec",
    text_muted="#9aa0ad",
    text_disabled="#6f7583",
    primary="#d7dae1",
    primary_hover="#f4f5f7",
    primary_text="#16171b",
    positive="#58a6ff",
    negative="#ff6b5e",
    selection="#f2c14e",
    selection_text="#f2c14e",
    selection_surface="#443c2c",
    neuron_on="#fefefe",
    neuron_off="#0b0c0f",
    neuron_ring="#5b6070",
    neuron_on_text="#000000",
    neuron_off_text="#ffffff",
    image_on="#ffffff",
    image_off="#000000",
    anchor_bar="#282a32",
    grid="#282b33",
    axis="#9aa0ad",
    plot_train="#58a6ff",
    plot_test="#f2c14e",
    curve="#e8e9ec",
    good="#4cc38a",
    bad="#ff6b5e",
    warning="#f5a962",
    error_surface="#3b2326",
    progress="#4a505e",
    focus="#c3c9d6",
    invalid="#d65fd6",
    categories=(
        *("#58a6ff", "#ff6b5e", "#4cc38a", "#f2c14e", "#b58cff"),
        *("#4fd1d9", "#ff9ecb", "#b4bf5a", "#d19a66", "#a9b1c2"),
    ),
)

LIGHT = Theme(
    name="light",
    is_dark=False,
    background="#ffffff",
    surface="#f5f6f8",
    surface_raised="#dfe2e7",
    surface_hover="#d3d7de",
    surface_sunken="#fafafb",
    popup="#ffffff",
    border="#e0e3e8",
    control_border="#868c99",
    groove="#cfd3da",
    scroll_handle="#bcc1cb",
    text="#1b1d22",
    text_muted="#5c6370",
    text_disabled="#878d99",
    primary="#33373f",
    primary_hover="#1b1d22",
    primary_text="#ffffff",
    positive="#1c69cf",
    negative="#c93526",
    selection="#b8860b",
    selection_text="#835c00",
    selection_surface="#eae2cd",
    neuron_on="#15171c",
    neuron_off="#fefefe",
    neuron_ring="#8a90a0",
    neuron_on_text="#ffffff",
    neuron_off_text="#000000",
    image_on="#000000",
    image_off="#ffffff",
    anchor_bar="#e2e5ea",
    grid="#e0e3e8",
    axis="#5c6370",
    plot_train="#1c69cf",
    plot_test="#8f6600",
    curve="#1b1d22",
    good="#157347",
    bad="#c93526",
    warning="#8f4e00",
    error_surface="#fbe6e3",
    progress="#b9bfca",
    focus="#4a505e",
    invalid="#a21ca2",
    categories=(
        *("#1c69cf", "#c93526", "#157347", "#8f6600", "#6f42c1"),
        *("#0b7285", "#b5277e", "#5c6b00", "#8a4b20", "#5c6370"),
    ),
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        ("text", ground)
        for ground in (
            *("background", "surface", "surface_raised", "surface_hover", "surface_sunken"),
            *("popup", "selection_surface", "error_surface", "progress"),
        )
    ),
    *(
        (ink, ground)
        for ink in ("text_muted", "selection_text")
        for ground in ("background", "surface", "surface_raised", "surface_sunken")
    ),
    *(
        (ink, ground)
        for ink in ("positive", "negative", "good", "bad", "warning", "plot_train", "plot_test", "axis")
        for ground in ("background", "surface", "surface_sunken")
    ),
    ("selection_text", "selection_surface"),
    ("primary_text", "primary"),
    ("primary_text", "primary_hover"),
    ("neuron_on_text", "neuron_on"),
    ("neuron_off_text", "neuron_off"),
)
"""Which writing stands on which ground; each pair reaches WCAG's 4.5:1 in every theme."""


# ---- measuring and mixing --------------------------------------------------------------------


def _luminance(color: str | QColor) -> float:
    channels = _rgba(color)[:3] / 255.0
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(a: str | QColor, b: str | QColor) -> float:
    """Return the contrast ratio of two opaque colors, 1 … 21.

    References
    ----------
    W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio".
    """
    dark, bright = sorted((_luminance(a), _luminance(b)))
    return (bright + 0.05) / (dark + 0.05)


def ink_on(theme: Theme, fill: str | QColor) -> QColor:
    """Return black or white, whichever reads better on a fill (never under 4.5:1)."""
    return QColor(_ink_on(theme, QColor(fill).name()))


@lru_cache(maxsize=2048)
def _ink_on(theme: Theme, fill: str) -> str:
    return max(theme.neuron_on_text, theme.neuron_off_text, key=lambda ink: contrast(ink, fill))


def blend(a: str | QColor, b: str | QColor, t: float) -> QColor:
    """Return the color at t = 0 … 1 on the way from a to b."""
    shade = _rgba(a) + (_rgba(b) - _rgba(a)) * min(max(t, 0.0), 1.0)
    return QColor(*np.rint(shade).astype(int).tolist())


def _rgba(color: str | QColor) -> NDArray[np.float64]:
    return np.array(QColor(color).getRgb(), dtype=np.float64)


_STEPS = 255
_INVALID = 2 * _STEPS + 1


@lru_cache(maxsize=16)
def _sign_table(theme: Theme, ground: str) -> NDArray[np.uint32]:
    """Return the colors of −1 … 1 in 511 steps and of not-a-number, one packed RGBA each."""
    t = np.linspace(-1.0, 1.0, 2 * _STEPS + 1)[:, None]
    end = np.where(t < 0, _rgba(theme.negative), _rgba(theme.positive))
    shades = _rgba(ground) + (end - _rgba(ground)) * np.abs(t)
    return _packed(np.vstack([shades, _rgba(theme.invalid)]))


@lru_cache(maxsize=16)
def _gray_table(theme: Theme) -> NDArray[np.uint32]:
    """Return the fills of activation 0 … 1 in 511 steps and of not-a-number."""
    t = np.linspace(0.0, 1.0, 2 * _STEPS + 1)[:, None]
    off, on = _rgba(theme.neuron_off), _rgba(theme.neuron_on)
    return _packed(np.vstack([off + (on - off) * t, _rgba(theme.invalid)]))


def _packed(shades: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Four bytes as one number: a look-up moves one item per pixel and not four."""
    return np.ascontiguousarray(np.rint(shades).astype(np.uint8)).view(np.uint32)[:, 0]


def _look_up(table: NDArray[np.uint32], unit: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    """Return the table's colors for values of −1 … 1, shape (…, 4)."""
    steps = np.atleast_1d(unit) * _STEPS  # a new array, then worked on in place
    steps += _STEPS + 0.5
    np.clip(steps, 0.5, 2 * _STEPS + 0.5, out=steps)
    index = steps.astype(np.uint16)
    missing = np.isnan(steps)
    if missing.any():
        index[missing] = _INVALID
    return table.take(index, mode="clip")[..., None].view(np.uint8).reshape(*unit.shape, 4)


def sign_colors(
    theme: Theme, values: ArrayLike, scale: float, ground: str | None = None
) -> NDArray[np.uint8]:
    """Color signed numbers: the ground at 0, full positive or negative at ±scale.

    Parameters
    ----------
    theme : Theme
        Gives the two colors of sign.
    values : array_like, shape (…)
        Values beyond ±scale take the full color, NaN the theme's `invalid`.
    scale : float
        The magnitude of the full color, usually max |values|. At 0 everything is ground.
    ground : str, optional
        Color of zero; the theme's background unless told (a picture on a card: `theme.surface`).

    Returns
    -------
    ndarray of uint8, shape (…, 4)
        Opaque RGBA, contiguous: as it stands a QImage of Format_RGBA8888.
    """
    numbers = np.asarray(values)
    if not np.issubdtype(numbers.dtype, np.floating):
        numbers = numbers.astype(np.float64)
    factor = 1.0 / scale if scale > float(np.finfo(np.float32).tiny) else 0.0
    # inf and NaN are colored, not complained about.
    with np.errstate(invalid="ignore", over="ignore"):
        return _look_up(_sign_table(theme, ground or theme.background), numbers * numbers.dtype.type(factor))


def neuron_colors(theme: Theme, values: ArrayLike, low: float, high: float) -> NDArray[np.uint8]:
    """Return the fills of many neurons, RGBA of shape (…, 4); see `neuron_color`."""
    if low < 0.0:
        return sign_colors(theme, values, max(-low, high), theme.neuron_off)
    span = high - low if high > low else 1.0
    numbers = np.asarray(values, dtype=np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        return _look_up(_gray_table(theme), (numbers - low) / span * 2.0 - 1.0)


def neuron_color(theme: Theme, value: float, low: float = 0.0, high: float = 1.0) -> QColor:
    """Return the fill of a neuron's disc.

    Parameters
    ----------
    theme : Theme
        Black … white in the dark theme, white … black in the light one.
    value : float
        The activation.
    low, high : float
        The range that the fill shows. With low < 0 the activation is signed, and the fill diverges
        from 0 to the positive and the negative color, full at max(−low, high).
    """
    return QColor(*neuron_colors(theme, value, low, high).tolist())


def sign_glyph(theme: Theme, value: float) -> str:
    """Return + or − for a signed mark if the palette asks for glyphs, else nothing."""
    if not theme.glyphs or not value:
        return ""
    return "+" if value > 0 else "−"


# ---- the theme now in use --------------------------------------------------------------------


class Notifier(QObject):
    """Tells widgets that paint themselves when to do so again.

    Attributes
    ----------
    changed : Signal()
        The theme, its palette or the type scale is another one. Carries nothing, so that
        `widget.update` can be connected as it is.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.scale = 1.0


@cache
def notifier() -> Notifier:
    """Return the one notifier."""
    return Notifier()


def current() -> Theme:
    """Return the theme now in use."""
    return notifier().theme


def current_scale() -> float:
    """Return the type scale now in use, 0.8 … 2."""
    return notifier().scale


def px(length: float) -> float:
    """Return a length for custom painting, grown with the type scale."""
    return length * notifier().scale


def on_change(widget: QWidget, slot: Callable[[], object]) -> None:
    """Call a slot now, and whenever the theme or the type scale changes, as long as the widget lives."""
    connection = notifier().changed.connect(slot)
    widget.destroyed.connect(lambda: QObject.disconnect(connection))
    slot()


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
    app.setFont(_base_font(app, hub.scale))
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


# ---- type ------------------------------------------------------------------------------------


def _points(scale: float) -> float:
    """Return the base font's size in points; points follow each system's own resolution."""
    screen = QGuiApplication.primaryScreen()
    dots_per_inch = screen.logicalDotsPerInch() if screen else 96.0
    return BASE_PX * scale * 72.0 / dots_per_inch


def _base_font(app: QApplication, scale: float) -> QFont:
    font = QFont(app.font())
    font.setPointSizeF(_points(scale))
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
    font = QFont(QApplication.font())
    font.setPointSizeF(_points(notifier().scale) * size)
    font.setBold(bold)
    _tabular(font)
    return font


# ---- the style sheet -------------------------------------------------------------------------


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
        r"(radius: *)?\b(\d+)px", lambda m: f"{m[1] or ''}{_grown(int(m[2]), scale, m[1])}px", rules
    )
    rules = re.sub(r"\b([\d.]+)rem", lambda m: f"{float(m[1]) * _points(scale):.2f}pt", rules)
    rules = re.sub(r"@([\w-]+):(\w+)@", lambda m: tinted_icon(m[1], getattr(theme, m[2])).as_posix(), rules)
    return Template(rules).substitute({k: v for k, v in asdict(theme).items() if isinstance(v, str)})


def _grown(pixels: int, scale: float, radius: str | None = None) -> int:
    """Hairlines stay hairlines; nothing that was visible vanishes.

    A radius is never rounded up: Qt draws a corner square that is rounder than half its box.
    """
    grown = int(pixels * scale) if radius else round(pixels * scale)
    return max(grown, 1) if pixels > 1 else pixels


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet, also after it has been shown."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
