"""Formulas leave ink, fit, and never raise."""

import base64
import re

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtWidgets import QApplication
from seeing import colors_in

from nnviz.ui import formula, theme
from nnviz.ui.formula import (
    FormulaLabel,
    draw_formula,
    draw_formula_at,
    measure,
    render_tex,
    typeset,
    unknown_commands,
)
from nnviz.ui.theme import DARK, LIGHT

SUM = r"a^{(1)}_{12} = \sigma(\sum_k w^{(1)}_{12,k}\,a^{(0)}_k + b^{(1)}_{12})"
FORMULAS = [
    SUM,
    r"\frac{\partial C_0}{\partial w^{(l)}_{jk}} = a^{(l-1)}_k\, \sigma'(z^{(l)}_j)",
    r"\theta \leftarrow \theta - \eta \nabla C",
    r"\boldsymbol{\delta} = \mathbf{W}^{\top} \odot \sqrt{v}",
    r"\max(0, -z) \quad \text{softmax}(z)",
]
BAD = ["", "x^{", r"\frac{1}", r"\left( x", "a & b", r"\begin{matrix} a"]


def alpha(image: QImage) -> np.ndarray:
    argb = image.convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(argb.constBits(), np.uint8).reshape(argb.height(), argb.width(), 4)[..., 3].copy()


def canvas(width: int = 300, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def ink_box(image: QImage) -> QRect:
    rows, columns = np.nonzero(alpha(image) > 40)
    return QRect(QPoint(columns.min(), rows.min()), QPoint(columns.max(), rows.max()))


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=lambda t: t.name)
@pytest.mark.parametrize("tex", FORMULAS)
def test_formulas_leave_ink_in_their_box(tex, colors):
    assert typeset(tex).ok
    image = render_tex(tex, 40, colors.text)
    covered = alpha(image) > 40
    assert covered.sum() > 200
    assert not covered[[0, -1]].any(), "nothing is cut off above or below"
    assert not covered[:, [0, -1]].any(), "nothing is cut off left or right"
    box, ink = measure(tex, 40), ink_box(image)
    assert ink.width() == pytest.approx(box.width, abs=5)
    assert ink.height() == pytest.approx(box.height, abs=5)
    y, x = np.argwhere(alpha(image) == 255)[0]
    assert image.pixelColor(int(x), int(y)).name() == colors.text


def test_sum_is_upright_and_parentheses_plain():
    # QtSvg draws stretched parentheses taller than the window.
    assert 1.8 < measure(SUM, 1.0).height < 3.0


@pytest.mark.parametrize("dpr", [1.0, 1.25, 2.0, 3.0])
def test_pictures_have_the_resolution_of_the_screen(dpr):
    image = render_tex(SUM, 20, DARK.text, dpr)
    assert image.devicePixelRatio() == dpr
    assert image.deviceIndependentSize().width() == pytest.approx(measure(SUM, 20).width, abs=5)


def test_second_rendering_comes_from_the_cache():
    formula.drawing._raster.cache_clear()
    first = render_tex("z^{(2)}", 20, DARK.text)
    assert render_tex("z^{(2)}", 20.0, QColor(DARK.text)).cacheKey() == first.cacheKey()
    hits = formula.drawing._raster.cache_info()
    assert (hits.hits, hits.misses) == (1, 1)
    assert render_tex("z^{(2)}", 20, LIGHT.text).cacheKey() != first.cacheKey()
    assert render_tex("z^{(2)}", 21, DARK.text).cacheKey() != first.cacheKey()
    assert render_tex("z^{(2)}", 20, DARK.text, 2.0).cacheKey() != first.cacheKey()
    assert typeset("z^{(2)}") is typeset("z^{(2)}")


def test_commands_that_nobody_knows_are_named(qapp):
    assert unknown_commands(r"\sigma(\summ_k w_k \text{a \b} + \summ)") == (r"\summ", r"\b")
    known = r"\hat{y} \in \mathbb{R}^n \; \left(\begin{matrix} a \\ b \end{matrix}\right) \nabla C \{\}"
    assert unknown_commands(known) == unknown_commands("x^{") == ()


@pytest.mark.parametrize("tex", BAD)
def test_bad_tex_is_shown_as_it_was_written(tex, qtbot):
    assert not typeset(tex).ok
    image = render_tex(tex, 30, DARK.text)
    assert (alpha(image) > 40).any() == bool(tex)
    label = FormulaLabel(tex)
    qtbot.addWidget(label)
    label.show()
    label.grab()


def test_signs_and_nabla_are_spaced_as_in_tex():
    assert measure("x = -0.37", 1.0).width < measure("x = 0 - .37", 1.0).width
    assert measure("a - b", 1.0).width > measure("a {-} b", 1.0).width
    assert measure(r"\nabla C", 1.0).width == measure(r"{\nabla} C", 1.0).width
    assert measure(r"\partial C", 1.0).width == measure(r"{\partial} C", 1.0).width


def test_drawing_stands_on_the_baseline():
    for tex in ("x", "x^{(1)}", r"\frac{1}{x}"):
        image = canvas()
        painter = QPainter(image)
        width = draw_formula_at(painter, 10, 60, tex, 30, DARK.text)
        painter.end()
        ink, box = ink_box(image), measure(tex, 30)
        assert width == box.width
        assert ink.bottom() == pytest.approx(60 + box.descent, abs=1.5)
        assert ink.top() == pytest.approx(60 - box.ascent, abs=1.5)
        assert ink.left() == pytest.approx(10, abs=1.5)


def test_drawing_is_sharp_under_zoom_and_on_dense_screens():
    image = canvas()
    image.setDevicePixelRatio(2.0)
    painter = QPainter(image)
    painter.translate(3.3, 1.7)
    painter.scale(1.5, 1.5)
    draw_formula_at(painter, 4, 20, "x^2", 20, DARK.text)
    painter.end()
    plain = canvas()
    painter = QPainter(plain)
    draw_formula_at(painter, round((3.3 + 6) * 2), round((1.7 + 30) * 2), "x^2", 60, DARK.text)
    painter.end()
    assert np.array_equal(alpha(image), alpha(plain)), "pixel by pixel as if drawn at that size"


@pytest.mark.parametrize(
    ("align", "edge"),
    [
        (Qt.AlignmentFlag.AlignLeft, "left"),
        (Qt.AlignmentFlag.AlignRight, "right"),
        (Qt.AlignmentFlag.AlignTop, "top"),
        (Qt.AlignmentFlag.AlignBottom, "bottom"),
    ],
)
def test_alignment(align, edge):
    image, rect = canvas(), QRectF(20, 10, 250, 80)
    painter = QPainter(image)
    box = draw_formula(painter, rect, SUM, 14, DARK.text, align)
    painter.end()
    assert getattr(ink_box(image), edge)() == pytest.approx(getattr(rect, edge)(), abs=2.5)
    assert rect.adjusted(-1, -1, 1, 1).contains(box)


def test_drawing_shrinks_to_its_rectangle():
    image, rect = canvas(), QRectF(20, 10, 120, 30)
    painter = QPainter(image)
    draw_formula(painter, rect, SUM, 40, DARK.text, Qt.AlignmentFlag.AlignCenter)
    painter.end()
    assert rect.adjusted(-2, -2, 2, 2).contains(QRectF(ink_box(image)))


def test_cells_share_a_baseline():
    bottoms = []
    for tex in ("x", "x^{(1)}"):
        image = canvas()
        painter = QPainter(image)
        baseline = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBaseline
        draw_formula(painter, QRectF(0, 0, 60, 40), tex, 20, DARK.text, baseline)
        painter.end()
        bottoms.append(ink_box(image).bottom())
    assert bottoms[0] == bottoms[1]


def test_translucent_ink():
    image = canvas()
    painter = QPainter(image)
    draw_formula_at(painter, 10, 60, "x", 40, DARK.color("text", 0.5))
    painter.end()
    assert 100 < alpha(image).max() < 150


@pytest.mark.parametrize("tex", [SUM, "x^{"])
def test_svg_stays_a_drawing(tex):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(300, 100))
    painter = QPainter(generator)
    draw_formula_at(painter, 10, 50, tex, 20, DARK.text)
    painter.end()
    drawing = bytes(data.data())
    assert b"<image" not in drawing
    assert b"<path" in drawing or b"<text" in drawing


def label_with(qtbot, width: int, **options) -> FormulaLabel:
    label = FormulaLabel(SUM, "the activation of neuron 12", **options)
    qtbot.addWidget(label)
    label.resize(width, label.sizeHint().height())
    label.show()
    return label


def test_label_has_room_for_its_lines(qtbot):
    label = label_with(qtbot, 400)
    one = label.sizeHint()
    assert one.width() == pytest.approx(measure(SUM, 13 * 1.35).width, abs=1)
    label.set_tex([SUM, "x"], "two lines")
    assert label.sizeHint().height() > one.height()
    assert label.accessibleName() == "two lines"
    assert label.tex() == (SUM, "x")
    assert 0 < label.baseline() < label.sizeHint().height()
    label.set_tex("x")
    assert label.accessibleName() == "x"
    label.set_tex([])
    assert label.baseline() == 0.0
    label.grab()


def test_label_shrinks_then_elides(qtbot):
    label = label_with(qtbot, 400)
    natural = label.sizeHint().width()

    def ink_width() -> int:
        image = label.grab().toImage()
        far = [
            x
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).lightness() > 120
        ]
        return max(far) - min(far)

    assert ink_width() == pytest.approx(natural, abs=4)
    label.resize(int(natural * 0.8), label.height())
    assert not label.is_elided()
    assert ink_width() == pytest.approx(natural * 0.8, abs=4), "smaller, and whole"
    label.resize(int(natural * 0.4), label.height())
    assert label.is_elided()
    assert ink_width() <= natural * 0.4


def test_tooltip_of_an_elided_formula_shows_it_whole(qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(formula.label.QToolTip, "showText", lambda place, text, widget: shown.append(text))
    label = label_with(qtbot, 60)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(label, event)
    assert "the activation of neuron 12" in shown[0]
    png = base64.b64decode(re.search(r"base64,([^\"]+)", shown[0])[1])
    assert QImage.fromData(png).width() > 150


def test_label_follows_theme_scale_and_state(qapp, qtbot):
    label = label_with(qtbot, 400, role="selection_text")
    before = label.sizeHint()

    def has(color: str) -> bool:
        return QColor(color).name() in colors_in(label.grab().toImage())

    assert has(DARK.selection_text)
    theme.apply(qapp, LIGHT, 2.0)
    assert label.sizeHint().width() == pytest.approx(2 * before.width(), abs=2)
    assert has(LIGHT.selection_text)
    label.set_role("text")
    assert has(LIGHT.text)
    label.setEnabled(False)
    assert has(LIGHT.text_disabled)


def test_svg_has_no_edge_around_its_glyphs_and_looks_as_on_the_screen(qapp):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(0, 0, 300, 100))
    painter = QPainter(generator)
    painter.setPen(QPen(QColor("black"), 3))
    draw_formula_at(painter, 10, 60, SUM, 20, DARK.text)
    painter.end()
    drawn, direct = canvas(), canvas()
    for image, paint in (
        (drawn, QSvgRenderer(data).render),
        (direct, lambda painter: draw_formula_at(painter, 10, 60, SUM, 20, DARK.text)),
    ):
        painter = QPainter(image)
        paint(painter)
        painter.end()
    lights = [np.frombuffer(image.constBits(), np.uint8).sum() for image in (drawn, direct)]
    assert lights[0] == pytest.approx(lights[1], rel=0.02)
    assert ink_box(drawn) == ink_box(direct)
