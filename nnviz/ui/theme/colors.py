"""The colors themselves. No other module holds a color literal."""

from dataclasses import replace

from nnviz.ui.theme.roles import Palette, Theme

BLUE_RED = Palette("blue-red", "Blue / red", ("#58a6ff", "#ff6b5e"), ("#1c69cf", "#c93526"))
BLUE_ORANGE = Palette("blue-orange", "Blue / orange", ("#58a6ff", "#ff8a3d"), ("#1c69cf", "#b34700"))
BLUE_RED_GLYPHS = replace(BLUE_RED, key="blue-red-glyphs", label="Blue / red with + −", glyphs=True)
PALETTES = (BLUE_RED, BLUE_ORANGE, BLUE_RED_GLYPHS)

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
    relief=("#10151a", "#173039", "#23505a", "#3d7577", "#6f9c8e", "#aec2a4", "#e8e8cd"),
    palette=BLUE_RED,
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
    relief=("#fdfdf9", "#e4eee2", "#bfd8c8", "#92bdb2", "#659e9c", "#417a82", "#2a5663"),
    palette=BLUE_RED,
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

NOTHING = "#000000"
"""What a screen shows that is to be looked away from."""
