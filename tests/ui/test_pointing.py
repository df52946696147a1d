"""What is under the mouse in one panel lights up in all of them, with its name and its exact value."""

import numpy as np
import pytest
from driving import expose, move
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from nnviz.core.network import Location
from nnviz.session import Neuron
from nnviz.ui.example.panel import ExamplePanel
from nnviz.ui.gallery.panel import WeightGallery
from nnviz.ui.inspector import InspectorPanel
from nnviz.ui.matrix.panel import MatrixPanel
from nnviz.ui.network.view import NetworkView
from nnviz.ui.window import MainWindow
from nnviz.wording import exact


@pytest.fixture
def show(qtbot):
    """Show a panel."""

    def _show(panel, width=320, height=700):
        qtbot.addWidget(panel)
        panel.resize(width, height)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return _show


def leave(widget):
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


@pytest.fixture
def inspector(show, session):
    session.select(Neuron(1, 3))
    session.jump(session.plan.position("activation", 2))
    return show(InspectorPanel(session))


def test_a_row_of_the_inspector_is_its_weight(inspector, session):
    rows = inspector.neuron.rows
    rows.resize(rows.width(), 200)
    move(rows, rows.row_rect(1).center())
    weight = rows.shown()[1].target
    assert session.pointed == weight
    row, column = inspector.neuron.pictures.cell_of(weight.k)
    assert inspector.neuron.pictures.weights.picture.pointed() == (row, column)
    assert exact(rows.shown()[1].value) in rows.tip(1)
    leave(rows)
    assert session.pointed is None
    assert inspector.neuron.pictures.weights.picture.pointed() is None


@pytest.mark.parametrize("which", ["weights", "products"])
def test_a_cell_of_the_inspector_is_its_weight(inspector, session, which):
    picture = getattr(inspector.neuron.pictures, which).picture
    move(picture, picture.cell_rect(14, 20).center())
    assert session.pointed == Location("w", 1, 3, 412)
    assert exact(session.parameters.at(session.pointed)) in inspector.neuron.pictures._weight_tip(14, 20)
    leave(picture)
    assert session.pointed is None


@pytest.mark.parametrize("hit", [Neuron(0, 412), Location("w", 1, 3, 412)])
def test_the_inspector_follows_pixel_and_edge(inspector, session, hit):
    session.point_at(hit)
    assert inspector.neuron.pictures.weights.picture.pointed() == (14, 20)
    session.point_at(Location("w", 1, 4, 412))  # another neuron's
    assert inspector.neuron.pictures.weights.picture.pointed() is None


def test_a_row_lights_up_with_the_edge(inspector, session):
    rows = inspector.neuron.rows
    rows.resize(rows.width(), 200)
    session.point_at(rows.shown()[2].target)
    assert [rows.lit(index) for index in range(4)] == [False, False, True, False]
    session.point_at(None)
    assert not any(rows.lit(index) for index in range(4))


def test_an_input_s_cells_and_rows_are_its_weights(show, session):
    session.select(Neuron(0, 412))
    panel = show(InspectorPanel(session))
    view = panel.input
    picture = view.weights.picture
    move(picture, picture.cell_rect(0, 5).center())
    assert session.pointed == Location("w", 1, 5, 412)
    leave(picture)
    view.rows.resize(view.rows.width(), 200)
    move(view.rows, view.rows.row_rect(0).center())
    weight = view.rows.shown()[0].target
    assert session.pointed == weight
    assert picture.pointed() == divmod(weight.j, picture.values().shape[1])
    leave(view.rows)
    session.point_at(Neuron(1, weight.j))
    assert view.rows.lit(0)


def test_outputs_and_terms_of_the_cost_are_the_output_neurons(show, session):
    panel = show(ExamplePanel(session, _actions()), 260, 900)
    session.jump(session.plan.position("cost", 3))
    for lines in (panel.outputs.lines, panel.cost.lines):
        move(lines, lines.line_rect(4).center())
        assert session.pointed == Neuron(3, 4)
        assert panel.outputs.lines.lit(4)
        assert panel.cost.lines.lit(4)
        leave(lines)
        assert session.pointed is None
        assert not panel.outputs.lines.lit(4)


def test_a_pixel_is_its_input_and_lights_up_with_its_edges(show, session):
    panel = show(ExamplePanel(session, _actions()), 260, 900)
    image = panel.image
    move(image, image.cell_rect(14, 20).center())
    assert session.pointed == Neuron(0, 412)
    leave(image)
    session.point_at(Location("w", 1, 9, 413))
    assert image.pointed() == (14, 21)


def test_all_panels_of_a_window_light_up_together(qtbot, session):
    window = expose(qtbot, MainWindow(session), (1280, 720))
    session.select(Neuron(1, 3))
    view = window.network.view
    view.settle()
    inputs, hidden = view.layout_.position(Neuron(0, 412)), view.layout_.position(Neuron(1, 3))
    at = QPointF(*(np.array(inputs) + 0.6 * (np.array(hidden) - inputs)))
    move(view, at)
    edge = session.pointed
    assert isinstance(edge, Location)
    name = view.tip_at(at)
    assert exact(session.parameters.at(edge)) in name
    image = window.findChild(ExamplePanel).image
    assert image.pointed() == (divmod(edge.k, 28) if edge.layer == 1 else None)
    inside = window.findChild(InspectorPanel).neuron.pictures.weights.picture
    assert inside.pointed() == (divmod(edge.k, 28) if edge.j == 3 else None)
    move(inside, inside.cell_rect(10, 11).center())
    assert session.pointed == Location("w", 1, 3, 291)
    assert image.pointed() == (10, 11)
    leave(inside)


@pytest.mark.parametrize(("kind", "layer"), [(NetworkView, 1), (MatrixPanel, 3), (WeightGallery, 1)])
def test_pointing_changes_every_picture_of_the_middle_and_leaves_no_trace(show, session, kind, layer):
    panel = show(kind(session), 690, 400)
    getattr(panel, "settle", lambda: None)()
    before = panel.grab().toImage()
    session.point_at(Location("w", layer, 3, 412 if layer == 1 else 12))
    assert panel.grab().toImage() != before
    session.point_at(None)
    assert panel.grab().toImage() == before


def _actions():
    return {name: QAction(name) for name in ("previous-example", "next-example", "random-example", "browse")}


@pytest.mark.parametrize("chosen", [Neuron(1, 3), Neuron(0, 412)])
def test_what_was_pointed_at_before_the_card_was_hidden_is_not_lit_afterwards(show, session, chosen):
    session.select(chosen)
    inspector = show(InspectorPanel(session))
    rows = inspector.view().rows
    session.point_at(rows.target(1))
    assert rows.lit(1)
    inspector.hide()
    session.point_at(None)
    inspector.show()
    assert not rows.lit(1)
