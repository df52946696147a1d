"""Signs that can be told apart without colors, in the palette that asks for them."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from nnviz.core.network import NetworkSpec
from nnviz.session import Neuron
from nnviz.ui import theme
from nnviz.ui.example.image import ExampleImage
from nnviz.ui.network.view import NetworkView
from nnviz.ui.sign_marks import break_line, draw_stripes, runs
from nnviz.ui.signed_image import SignedImage


@pytest.fixture
def glyphs(qapp):
    theme.apply(qapp, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS))
    return theme.current()


@pytest.fixture
def plain():
    return theme.current()


def striped(values, side=6, scale=1.0):
    """Return which cells of a white picture have a stripe across them."""
    values = np.asarray(values, float)
    rows, columns = values.shape
    image = QImage(columns * side, rows * side, QImage.Format.Format_RGB32)
    image.fill(theme.current().color("text"))
    painter = QPainter(image)
    draw_stripes(painter, QPointF(0, 0), side, values, scale)
    painter.end()
    ground = theme.current().color("background")
    return [
        [
            all(
                any(image.pixelColor(c * side + x, r * side + y) == ground for y in range(side))
                for x in range(side // 4, side - side // 4)
            )
            for c in range(columns)
        ]
        for r in range(rows)
    ]


def test_runs():
    marked = np.array([[1, 1, 0, 1], [0, 0, 0, 0], [0, 1, 1, 1]], bool)
    assert runs(marked) == [(0, 0, 2), (0, 3, 4), (2, 1, 4)]
    assert runs(np.zeros((2, 0), bool)) == []


def test_negative_cells_are_striped_and_no_others(glyphs):
    values = [[-1, 1, -0.5], [0, -0.05, np.nan]]
    assert striped(values) == [[True, False, True], [False, False, False]]


def test_no_stripes_without_need_or_room(plain):
    assert not np.any(striped([[-1, 1]]))


def test_no_stripes_where_they_would_say_nothing(glyphs):
    assert not np.any(striped([[-1, 1]], scale=0.0))


def test_in_small_cells_not_every_row_has_one(glyphs):
    assert striped([[-1, 1]] * 4, side=2) == [[True, False], [False, False]] * 2


@pytest.mark.parametrize(("value", "broken"), [(-0.3, True), (0.3, False), (0.0, False)])
def test_lines_of_negative_numbers_are_broken(glyphs, value, broken):
    pen = break_line(QPen(glyphs.color("negative"), 2.0), value)
    assert (pen.style() == Qt.PenStyle.CustomDashLine) == broken
    if broken:
        assert [length * pen.widthF() for length in pen.dashPattern()] == pytest.approx([7, 4])


def test_lines_stay_whole_in_other_palettes(plain):
    assert break_line(QPen(plain.color("negative"), 2.0), -1.0).style() == Qt.PenStyle.SolidLine


class TestPictures:
    """Where colors alone would tell, the palette with glyphs adds something to see."""

    def difference(self, qapp, widget):
        """Count the pixels in which a widget is another in the palette with glyphs."""
        images = []
        for palette in (theme.BLUE_RED, theme.BLUE_RED_GLYPHS):
            theme.apply(qapp, theme.DARK.with_palette(palette))
            images.append(widget.grab().toImage())
        theme.apply(qapp, theme.DARK)
        first, second = (np.array(i.convertToFormat(QImage.Format.Format_RGB32).constBits()) for i in images)
        return int((first != second).sum())

    @pytest.fixture
    def view(self, qtbot, session):
        view = NetworkView(session)
        qtbot.addWidget(view)
        view.resize(700, 300)
        view.show()
        return view

    def test_weights_too_small_for_glyphs(self, qapp, qtbot, session):
        image = SignedImage()
        qtbot.addWidget(image)
        image.resize(90, 90)
        image.set_values(session.parameters.weights(1)[3].reshape(28, 28))
        assert image.cell_side() < theme.px(10)
        assert self.difference(qapp, image) > 100

    def test_the_example_s_ink_has_no_sign(self, qapp, qtbot, session):
        image = ExampleImage(session)
        qtbot.addWidget(image)
        image.resize(700, 700)
        assert image.cell_side() > theme.px(10)
        assert self.difference(qapp, image) == 0

    def test_the_edges_of_a_chosen_neuron(self, qapp, session, view):
        session.select(Neuron(1, 3))
        view.settle()
        assert self.difference(qapp, view) > 100

    def test_signed_activations_in_discs_too_small_for_numbers(self, qapp, session, view):
        assert self.difference(qapp, view) == 0  # sigmoid: nothing is negative
        session.new_network(NetworkSpec.build(784, (16, 16), 10, "tanh"), "scaled", 0)
        view.settle()
        assert self.difference(qapp, view) > 50
