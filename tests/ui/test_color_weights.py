"""Weights of color images: one picture in color, or channels side by side; one choice for all panels."""

import numpy as np
import pytest
from driving import expose, press
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from nnviz.core.network import Location, NetworkSpec
from nnviz.data import Dataset, make_split
from nnviz.session import COLOR_WEIGHTS, Neuron, Session, View
from nnviz.ui import theme
from nnviz.ui.arrangement import Arrangement
from nnviz.ui.gallery.panel import WeightGallery
from nnviz.ui.inspector.panel import InspectorPanel
from nnviz.wording import exact

SHAPE = (6, 5, 3)


@pytest.fixture
def session(qapp):
    x = np.random.default_rng(0).uniform(size=(4, 90))
    part = make_split(x, labels=np.arange(4) % 2, n_classes=2)
    data = Dataset("c", "c", part, part, ("a", "b"), SHAPE, "made up")
    session = Session(data, NetworkSpec.build(90, (4,), 2))
    yield session
    session.close()


@pytest.fixture
def gallery(qtbot, session):
    return expose(qtbot, WeightGallery(session), (700, 400))


@pytest.fixture
def pictures(qtbot, session):
    """The inspector's, of neuron 2."""
    panel = expose(qtbot, InspectorPanel(session), (320, 620))
    session.select(Neuron(1, 2))
    return panel.neuron.pictures


def weights(session, j):
    return session.parameters.weights(1)[j].reshape(SHAPE)


def middle(view, j, row, column):
    """Return the middle of a cell of picture j."""
    layout = view.layout_()
    return layout.picture(j).topLeft() + QPointF(column + 0.5, row + 0.5) * layout.side


# The colors


def test_each_channel_is_mapped_symmetrically_around_mid_gray():
    values = np.array([[0, 0, 0], [2, 0, 0], [0, 0, -2], [1, -1, 9], [0, np.nan, 0]])
    colors = theme.channel_colors(theme.DARK, values, 2.0)
    assert colors[:4, :3].tolist() == [[128] * 3, [255, 128, 128], [128, 128, 0], [191, 64, 255]]
    assert QColor(*colors[4].tolist()) == theme.DARK.color("invalid")
    assert (colors[:, 3] == 255).all()
    assert (theme.channel_colors(theme.LIGHT, values[:3], 0.0)[:, :3] == 128).all()


def test_an_arrangement_in_color_has_three_numbers_in_a_cell():
    arranged = Arrangement.of(90, SHAPE, in_color=True)
    assert arranged.in_color
    assert arranged.shape == (6, 5)
    assert arranged.inside(2, 3) == (39, 40, 41)
    assert arranged.cell_of(40) == (2, 3)
    values = np.zeros(90)
    values[40] = -5
    assert arranged.strongest(2, 3, values) == 40
    np.testing.assert_array_equal(arranged.picture(np.arange(90)), np.arange(90).reshape(SHAPE))
    apart = Arrangement.of(90, SHAPE)
    assert not apart.in_color
    assert apart.shape == (6, 15)
    assert apart.inside(*apart.cell_of(40)) == (40,)
    rows = Arrangement.of(70, None)
    assert rows.strongest(2, 23, np.zeros(70)) is None


# The gallery


def test_the_gallery_shows_one_picture_in_color(session, gallery):
    pictures = gallery.view.pictures()
    assert (gallery.view.layout_().rows, gallery.view.layout_().columns) == SHAPE[:2]
    image, scale = pictures.images(range(4))[2], pictures.common_scale()
    for row, column in ((0, 0), (3, 4), (5, 1)):
        expected = 127.5 * (1 + weights(session, 2)[row, column] / scale)
        shown = image.pixelColor(column, row).getRgb()[:3]
        assert np.abs(expected - shown).max() <= 0.51
    assert gallery.channels.text() == "gray: 0 · more of a color: above 0 · less of it: below"
    assert not gallery.grab().isNull()


def test_a_pixel_stands_for_its_largest_weight_and_tells_all_three(session, gallery):
    place = middle(gallery.view, 1, 3, 2)
    values = weights(session, 1)[3, 2]
    first = (3 * 5 + 2) * 3
    assert gallery.view.hit(place) == Location("w", 1, 1, first + int(np.abs(values).argmax()))
    tip = gallery.view.tip(place)
    for name, value in zip(("red", "green", "blue"), values.tolist(), strict=True):
        assert f"pixel row 3, column 2, {name}:" in tip
        assert exact(value) in tip


def test_its_own_scale_gives_each_picture_its_full_color(session, gallery):
    gallery.own.setChecked(True)
    image = gallery.view.pictures().images(range(4))[0]
    row, column, channel = np.unravel_index(np.abs(weights(session, 0)).argmax(), SHAPE)
    full = 255 if weights(session, 0)[row, column, channel] > 0 else 0
    assert image.pixelColor(int(column), int(row)).getRgb()[channel] == full


def test_the_channels_stand_side_by_side_where_that_is_wanted(session, gallery):
    press(gallery.switch.buttons["channels"])
    assert session.view.color_weights == "channels"
    values = gallery.view.pictures().values(2)
    channels = [weights(session, 2)[..., c] for c in range(3)]
    np.testing.assert_array_equal(values, np.concatenate(channels, axis=1))
    assert gallery.channels.text() == "from left to right: red, green, blue"
    image = gallery.view.pictures().images(range(4))[2]
    sign = theme.sign_colors(theme.DARK, values, gallery.view.common_scale())
    assert image.pixelColor(7, 2).getRgb() == tuple(sign[2, 7].tolist())
    press(gallery.switch.buttons["color"])
    assert gallery.view.pictures().values(2).shape == SHAPE


# The inspector


def test_the_inspector_shows_weights_and_products_in_color(session, pictures):
    np.testing.assert_array_equal(pictures.weights.picture.values(), weights(session, 2))
    x = session.trace.x.reshape(SHAPE)
    np.testing.assert_allclose(pictures.products.picture.values(), weights(session, 2) * x, rtol=1e-6)
    assert pictures.weights.scale.text().startswith("gray 0, full color ±")
    assert "green" in pictures.weights.picture.tip(1, 1)
    session.set_view(View(color_weights="channels"))
    assert pictures.weights.picture.values().shape == (6, 15)
    assert pictures.weights.caption.text() == "incoming weights: red, green, blue"


def test_its_switch_is_the_gallerys(session, pictures, gallery):
    press(pictures.switch.buttons["channels"])
    assert gallery.switch.value == "channels"
    assert gallery.view.pictures().shape() == (6, 15)


def test_a_cell_chooses_its_largest_weight(session, pictures):
    pictures.weights.picture.clicked.emit(4, 3)
    k = (4 * 5 + 3) * 3 + int(np.abs(weights(session, 2)[4, 3]).argmax())
    assert session.selection == Location("w", 1, 2, k)


@pytest.mark.parametrize("how", COLOR_WEIGHTS)
def test_an_edge_is_drawn_into_every_channel(session, pictures, how):
    session.set_view(View(color_weights=how))
    press(pictures.tools.edge)
    drawn = weights(session, 2)
    np.testing.assert_array_equal(drawn[..., 0], drawn[..., 1])
    np.testing.assert_array_equal(drawn[..., 0], drawn[..., 2])
    assert drawn[2:4].max() > 0 > drawn.min()
    assert drawn.sum() == pytest.approx(0, abs=1e-5)


def test_painting_in_color_changes_all_three_weights_of_a_pixel(session, pictures):
    cells = pictures.tools.canvas.cells()
    assert cells.shape == SHAPE
    pictures.tools.canvas.write(dict.fromkeys(cells[1, 1].tolist(), 0.5))
    np.testing.assert_array_equal(weights(session, 2)[1, 1], [0.5] * 3)


# What a file remembers


def test_a_view_of_a_file_falls_back_to_color():
    assert View.of({"color_weights": "channels"}).color_weights == "channels"
    assert View.of({"color_weights": "sepia"}).color_weights == "color"
