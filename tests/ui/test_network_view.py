import numpy as np
import pytest
from driving import expose
from PySide6.QtCore import QPoint, Qt

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.data import load
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.describe import describe
from nnviz.ui.network.panel import NetworkPanel
from nnviz.ui.network.view import NetworkView
from nnviz.wording import exact


@pytest.fixture
def session():
    session = Session(load("digits"))
    yield session
    session.close()


@pytest.fixture
def view(qtbot, session):
    view = expose(qtbot, NetworkView(session), (760, 480))
    view.settle()
    return view


def center(view, neuron):
    x, y = view.layout_.position(neuron)
    return QPoint(round(x), round(y))


def color_at(view, point):
    return view.grab().toImage().pixelColor(point)


def test_a_neuron_at_one_is_white_and_at_zero_black(view, session):
    session.reset()
    session.trace.a[1][:2] = 1.0, 0.0  # the trace is what is shown
    view.update()
    offset = QPoint(6, 0)  # beside the number inside
    assert color_at(view, center(view, Neuron(1, 0)) + offset).lightness() > 240
    assert color_at(view, center(view, Neuron(1, 1)) + offset).lightness() < 30


def test_what_is_not_computed_yet_is_not_shown(view, session):
    session.jump(0)
    dark = color_at(view, center(view, Neuron(1, 0)))
    assert dark == theme.current().color("surface")
    session.jump(session.plan.position("activation", 1))
    assert color_at(view, center(view, Neuron(1, 0)) + QPoint(6, 0)) != dark


def test_a_click_chooses_a_neuron_and_a_click_beside_it_nothing(qtbot, view, session):
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, Neuron(2, 5)))
    assert session.selection == Neuron(2, 5)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 2, 2))
    assert session.selection is None


def test_a_click_on_an_edge_chooses_the_strongest_within_reach(qtbot, view, session):
    layout = view.layout_
    random = np.random.default_rng(1)
    for _ in range(40):
        layer = int(random.integers(1, 4))
        k, j = (int(random.integers(session.spec.sizes[n])) for n in (layer - 1, layer))
        (x0, y0), (x1, y1) = layout.position(Neuron(layer - 1, k)), layout.position(Neuron(layer, j))
        hit = view.under((x0 + x1) / 2, (y0 + y1) / 2)
        assert isinstance(hit, Location)
        assert abs(session.parameters.at(hit)) >= abs(session.parameters.at(Location("w", layer, j, k)))


def test_the_name_of_an_edge_is_the_truth(session):
    for index in np.random.default_rng(0).integers(784 * 16, size=100):
        location = session.spec.locate(int(index))
        text = describe(session, location)
        row, column = divmod(location.k, 28)
        assert f"pixel row {row}, column {column}" in text
        assert exact(session.parameters.theta[index]) in text
        assert session.parameters.theta[index] == session.parameters.weights(1)[location.j, location.k]


def test_edges_show_the_gradient_once_it_is_there_and_weights_again_after_the_update(view, session):
    session.jump(session.plan.position("gradient", 3))
    np.testing.assert_array_equal(view.values(3), -session.trace.gradient.blocks[3][:-1])
    np.testing.assert_array_equal(view.values(2), session.parameters.blocks[2][:-1])
    session.jump(session.plan.update)
    np.testing.assert_array_equal(view.values(3), session.parameters.blocks[3][:-1])
    assert not session.shows(Phase("update", 1))


def test_the_strongest_edge_of_a_small_network_is_seen_in_its_color(qtbot, view, session):
    spec = NetworkSpec.build(784, (2,), 10)
    session.new_network(spec, "zeros", 0)
    view.settle()
    layout = view.layout_
    (x0, y0), (x1, y1) = layout.position(Neuron(1, 0)), layout.position(Neuron(2, 3))
    middle = QPoint(round((x0 + x1) / 2), round((y0 + y1) / 2))
    assert color_at(view, middle) == theme.current().color("background")
    session.select(Location("w", 2, 3, 0))
    assert color_at(view, middle) != theme.current().color("background")


def test_a_chosen_neuron_fades_the_rest(view, session):
    def ink():
        image = view.grab().toImage()
        column = round((view.layout_.columns[1] + view.layout_.columns[2]) / 2)
        ground = theme.current().color("background")
        return sum(
            abs(image.pixelColor(column, y).red() - ground.red()) for y in range(60, view.height() - 40)
        )

    before = ink()
    session.select(Neuron(1, 3))
    assert ink() < before / 3


def test_a_thousand_neurons_become_a_bar_that_still_answers(qtbot, view, session):
    session.new_network(NetworkSpec.build(784, (300,), 10), "scaled", 0)
    view.settle()
    layout = view.layout_
    assert layout.radius(1) == 0
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, Neuron(1, 250)))
    assert session.selection is not None
    assert session.selection.layer == 1
    assert abs(session.selection.j - 250) <= 1
    assert not view.grab().isNull()


@pytest.mark.parametrize("spec", [((), "sigmoid"), ((3,), "relu"), ((8, 8, 8, 8, 8), "tanh")])
def test_any_network_can_be_shown(view, session, spec):
    hidden, activation = spec
    session.new_network(NetworkSpec.build(784, hidden, 10, activation), "scaled", 1)
    for position in range(len(session.plan)):
        session.jump(position)
        assert not view.grab().isNull()


def test_resizing_scales_the_old_picture_and_then_draws_it_anew(qtbot, view, session):
    view.resize(900, 500)
    qtbot.waitUntil(lambda: not view._redraw.coming, timeout=3000)
    assert view._picture.coverages[1].gap.height == view.layout_.column_height


def test_the_contrast_control_says_its_value_and_changes_the_picture(qtbot, session):
    panel = expose(qtbot, NetworkPanel(session), (760, 480))
    panel.contrast.setValue(20)
    assert session.view.gamma == 2.0
    assert "2.0" in panel.reading._contrast.text()
