"""Colors that can be told apart, in both themes, and that reach the widgets."""

import re
from dataclasses import fields

import numpy as np
import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QTabBar,
    QWidget,
)
from seeing import colors_in

from nnviz.ui import theme
from nnviz.ui.theme import DARK, LIGHT, PALETTES, TEXT_PAIRS, contrast

THEMES = [base.with_palette(palette) for base in (DARK, LIGHT) for palette in PALETTES]
IDS = [f"{t.name}-{t.palette.key}" for t in THEMES]


@pytest.fixture(params=(DARK, LIGHT), ids=lambda t: t.name)
def applied(request, qapp):
    """Put one of the two themes on the application, and the dark one back."""
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, DARK)


def test_contrast_of_black_on_white_and_of_a_color_on_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#58a6ff", QColor("#58a6ff")) == pytest.approx(1.0)
    # A gray that WCAG's authors name as the limit on white.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colors", THEMES, ids=IDS)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="/".join)
def test_writing_can_be_read(colors, pair):
    ink, ground = (getattr(colors, name) for name in pair)
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("colors", THEMES, ids=IDS)
def test_marks_can_be_seen(colors):
    for mark in ("selection", "focus", "control_border", "positive", "negative", "neuron_ring", "invalid"):
        least = 2.5 if mark == "neuron_ring" else 3.0
        assert contrast(getattr(colors, mark), colors.background) >= least, mark
        if mark != "neuron_ring":
            assert contrast(getattr(colors, mark), colors.surface) >= least, mark


@pytest.mark.parametrize("colors", THEMES, ids=IDS)
def test_every_color_is_a_color(colors):
    others = {"name", "is_dark", "categories", "relief", "palette", "glyphs"}
    for field in fields(colors):
        if field.name not in others:
            assert QColor(getattr(colors, field.name)).isValid(), field.name
    assert all(QColor(color).isValid() for color in (*colors.categories, *colors.relief))
    assert len(set(colors.categories)) == 10
    assert all(contrast(color, colors.surface) >= 3.0 for color in colors.categories)


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=lambda t: t.name)
@given(fill=st.tuples(*[st.integers(0, 255)] * 3))
def test_ink_on_any_fill_can_be_read(colors, fill):
    assert contrast(theme.ink_on(colors, QColor(*fill)), QColor(*fill)) >= 4.5


def test_palettes_change_the_signs_and_nothing_else():
    orange = LIGHT.with_palette(theme.BLUE_ORANGE)
    assert (orange.positive, orange.negative) == theme.BLUE_ORANGE.light
    assert orange.text == LIGHT.text
    assert orange.with_palette(theme.BLUE_RED) == LIGHT
    assert not LIGHT.glyphs
    glyphs = DARK.with_palette(theme.BLUE_RED_GLYPHS)
    assert [theme.sign_glyph(glyphs, value) for value in (2.0, -0.1, 0.0)] == ["+", "−", ""]
    assert theme.sign_glyph(DARK, 2.0) == ""


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=lambda t: t.name)
def test_sign_colors(colors):
    rgba = theme.sign_colors(colors, [[0.0, 2.0, -2.0], [9.0, 1.0, -1.0]], 2.0)
    assert rgba.shape == (2, 3, 4)
    assert rgba.dtype == np.uint8
    assert rgba.flags.c_contiguous
    assert (rgba[..., 3] == 255).all()
    as_name = [[QColor(*pixel).name() for pixel in row] for row in rgba.tolist()]
    assert as_name[0] == [colors.background, colors.positive, colors.negative]
    assert as_name[1][0] == colors.positive
    red, blue = rgba[1, 1, 0].astype(int), rgba[1, 1, 2].astype(int)
    assert blue > red, "half positive is bluish"
    red, blue = rgba[1, 2, 0].astype(int), rgba[1, 2, 2].astype(int)
    assert red > blue, "half negative is reddish"
    # Halfway lies halfway between ground and full color.
    middle = (np.array(QColor(colors.background).getRgb()) + np.array(QColor(colors.positive).getRgb())) / 2
    assert np.abs(rgba[1, 1] - middle).max() <= 1


def test_sign_colors_of_odd_numbers():
    ground = [*QColor(LIGHT.surface).getRgb()]
    assert theme.sign_colors(LIGHT, [1.0, -1.0], 0.0, LIGHT.surface).tolist() == [ground, ground]
    assert theme.sign_colors(LIGHT, [1.0], 1e-320, LIGHT.surface).tolist() == [ground]
    odd = theme.sign_colors(LIGHT, np.array([np.nan, np.inf, -np.inf], np.float32), 1.0)
    assert [QColor(*c).name() for c in odd.tolist()] == [LIGHT.invalid, LIGHT.positive, LIGHT.negative]
    whole = theme.sign_colors(LIGHT, np.array([-3, 0, 3]), 3)
    assert [QColor(*c).name() for c in whole.tolist()] == [LIGHT.negative, LIGHT.background, LIGHT.positive]
    assert theme.sign_colors(LIGHT, np.zeros((0, 5)), 1.0).shape == (0, 5, 4)


def test_neuron_color_goes_from_off_to_on():
    for colors in (DARK, LIGHT):
        assert theme.neuron_color(colors, 0.0).name() == colors.neuron_off
        assert theme.neuron_color(colors, 1.0).name() == colors.neuron_on
        assert theme.neuron_color(colors, 7.0, 0.0, 7.0).name() == colors.neuron_on
        assert theme.neuron_color(colors, np.nan).name() == colors.invalid
    assert theme.neuron_color(DARK, 0.2).lightness() < theme.neuron_color(DARK, 0.6).lightness()
    assert theme.neuron_color(LIGHT, 0.2).lightness() > theme.neuron_color(LIGHT, 0.6).lightness()
    # relu, nothing active: no division by zero
    assert theme.neuron_color(DARK, 0.0, 0.0, 0.0).name() == DARK.neuron_off


def test_signed_neuron_color_diverges():
    assert theme.neuron_color(DARK, 0.0, -1.0, 1.0).name() == DARK.neuron_off
    assert theme.neuron_color(DARK, 1.0, -1.0, 1.0).name() == DARK.positive
    assert theme.neuron_color(DARK, -1.0, -1.0, 1.0).name() == DARK.negative


def test_neuron_colors_agree_with_neuron_color():
    values = np.linspace(-0.2, 1.2, 15)
    many = theme.neuron_colors(LIGHT, values, 0.0, 1.0)
    assert [QColor(*c) for c in many.tolist()] == [theme.neuron_color(LIGHT, v) for v in values]


def test_blend_and_alpha():
    assert theme.blend("#000000", "#ffffff", 0.0).name() == "#000000"
    assert theme.blend("#000000", "#ffffff", 9.0).name() == "#ffffff"
    assert theme.blend("#000000", "#ffffff", 0.5).lightness() in (127, 128)
    assert DARK.color("positive", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_apply_reaches_palette_type_and_listeners(qapp, qtbot):
    with qtbot.waitSignal(theme.notifier().changed):
        theme.apply(qapp, LIGHT, 1.5)
    assert theme.current() is LIGHT
    assert theme.current_scale() == 1.5
    assert theme.px(10) == 15
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.background
    large = qapp.font().pointSizeF()
    theme.apply(qapp, DARK)
    assert large == pytest.approx(1.5 * qapp.font().pointSizeF())
    assert theme.number_font(2.0).pointSizeF() == pytest.approx(2 * qapp.font().pointSizeF())
    assert theme.number_font(bold=True).bold()


def test_scale_stays_in_its_range(qapp):
    theme.apply(qapp, DARK, 9.0)
    assert theme.current_scale() == 2.0
    theme.apply(qapp, DARK, 0.1)
    assert theme.current_scale() == 0.8
    theme.apply(qapp, DARK)


def test_on_change_calls_now_and_later_until_the_widget_is_gone(qapp):
    calls = []
    widget = QWidget()
    theme.on_change(widget, lambda: calls.append(theme.current().name))
    theme.apply(qapp, LIGHT)
    assert calls == ["dark", "light"]
    shiboken6.delete(widget)
    theme.apply(qapp, DARK)
    assert calls == ["dark", "light"]


def test_stylesheet_leaves_no_placeholder_and_grows_with_the_scale(qapp):
    rules = theme.stylesheet(DARK)
    assert "$" not in rules
    assert "@" not in rules
    assert "rem;" not in rules
    assert DARK.selection in rules
    assert "border-radius: 14px" in theme.stylesheet(DARK, 2.0)
    assert "1px solid" in theme.stylesheet(LIGHT, 2.0), "hairlines stay hairlines"


def _picture(qtbot, widget: QWidget) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    widget.show()
    return widget.grab().toImage()


def _has(image: QImage, color: str) -> bool:
    return QColor(color).name() in colors_in(image)


def _inked(image: QImage, rect: QRect, ground: str) -> bool:
    return any(
        contrast(image.pixelColor(x, y), ground) > 3.0
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )


def test_roles_reach_the_widgets(applied, qtbot):
    card = QFrame()
    theme.set_role(card, "card")
    card.setFixedSize(60, 40)
    assert _picture(qtbot, card).pixelColor(30, 20).name() == applied.surface
    label = QLabel("mm")
    theme.set_role(label, "muted")
    assert _has(_picture(qtbot, label), applied.text_muted)
    theme.set_role(label, "error")
    assert _has(_picture(qtbot, label), applied.error_surface)
    button = QPushButton("Train")
    theme.set_role(button, "primary")
    assert _has(_picture(qtbot, button), applied.primary)


def test_checked_and_selected_are_gold(applied, qtbot):
    button = QPushButton("play")
    button.setCheckable(True)
    button.setChecked(True)
    picture = _picture(qtbot, button)
    assert _has(picture, applied.selection_surface)
    assert _has(picture, applied.selection)
    bar = QTabBar()
    bar.addTab("Explore")
    bar.addTab("Train")
    bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    picture = _picture(qtbot, bar)
    underline = [bar.tabRect(i).center().x() for i in range(2)]
    assert picture.pixelColor(underline[0], bar.height() - 2).name() == applied.selection
    assert picture.pixelColor(underline[1], bar.height() - 2).name() != applied.selection


@pytest.mark.parametrize("build", [QPushButton, QLineEdit, QCheckBox, QComboBox, QDoubleSpinBox])
def test_keyboard_focus_shows(applied, qtbot, build):
    widget = build()
    assert not _has(_picture(qtbot, widget), applied.focus)
    widget.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    assert _has(widget.grab().toImage(), applied.focus)


def test_arrows_of_combo_and_spin_boxes_can_be_seen(applied, qtbot):
    combo = QComboBox()
    combo.addItem("")
    picture = _picture(qtbot, combo)
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    style = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, combo
    assert _inked(picture, combo.style().subControlRect(*style), applied.surface_raised)

    spin = QSpinBox()
    spin.setRange(-9, 9)
    picture = _picture(qtbot, spin)
    option = QStyleOptionSpinBox()
    spin.initStyleOption(option)
    for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        rect = spin.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, spin)
        assert rect.topLeft() != QPoint(0, 0)
        assert _inked(picture, rect.adjusted(2, 2, -2, -2), applied.surface_sunken)


def test_style_plot_follows_the_theme(applied, qtbot):
    pyqtgraph = pytest.importorskip("pyqtgraph")
    plot = pyqtgraph.PlotWidget()
    qtbot.addWidget(plot)
    theme.style_plot(plot)
    assert plot.backgroundBrush().color().name() == applied.surface
    assert plot.getAxis("left").textPen().color().name() == applied.axis


def test_tinted_icons_are_written_once():
    first = theme.tinted_icon("play", DARK.text)
    assert first == theme.tinted_icon("play", DARK.text)
    assert DARK.text in first.read_text(encoding="utf-8")


def test_round_things_stay_round_at_every_size(qapp):
    """Qt draws a corner square whose radius is more than half of its box."""
    for scale in (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0):
        rules = theme.stylesheet(DARK, scale)
        handle = rules[rules.index("QSlider::handle {") :].partition("}")[0]
        radius, width = (int(re.search(rf"\b{name}: (\d+)px", handle)[1]) for name in ("radius", "width"))
        assert width / 2 - 1 <= radius <= width / 2, scale
        groove = int(re.search(r"QSlider::groove:horizontal { height: (\d+)px", rules)[1])
        beyond = int(re.search(r"QSlider::handle:horizontal { margin: -(\d+)px", rules)[1])
        assert radius <= (groove + 2 * beyond) / 2, scale  # as high as it is really drawn


def test_the_system_s_own_theme_does_not_overrule_the_system(qapp):
    hints = qapp.styleHints()
    theme.apply(qapp, LIGHT)
    assert hints.colorScheme() in (Qt.ColorScheme.Light, Qt.ColorScheme.Unknown)
    before = hints.colorScheme()
    theme.apply(qapp, DARK, of_system=True)
    assert hints.colorScheme() == before
    theme.apply(qapp, DARK)


@pytest.mark.parametrize("role_first", [True, False])
def test_a_font_given_before_the_first_show_stays(qapp, qtbot, role_first):
    theme.apply(qapp, theme.DARK, 1.0)
    label, whole = QLabel("a small note"), QLabel("words")
    for widget in (label, whole):
        qtbot.addWidget(widget)
    if role_first:
        theme.set_role(label, "muted")
    label.setFont(theme.number_font(0.8))
    theme.set_role(label, "muted")
    for widget in (label, whole):
        widget.show()
    assert label.font().pointSizeF() == pytest.approx(0.8 * whole.font().pointSizeF(), rel=0.05)


def test_another_role_leaves_the_type_as_large_as_it_is(qapp, qtbot):
    theme.apply(qapp, theme.DARK, 1.0)
    label = QLabel("not trained yet")
    qtbot.addWidget(label)
    theme.on_change(label, lambda: label.setFont(theme.number_font(0.8)))
    label.show()
    before = label.font().pointSizeF()
    try:
        theme.apply(qapp, theme.DARK, 1.5)
        for role in ("muted", "", "good"):
            theme.set_role(label, role)
            assert label.font().pointSizeF() == pytest.approx(1.5 * before)
    finally:
        theme.apply(qapp, theme.DARK, 1.0)
