from dataclasses import replace

import numpy as np
import pytest
from driving import choose, expose
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip, QWidget

from nnviz.commands import BY_NAME
from nnviz.core.explain import Quantity, explain_neuron, explain_parameter
from nnviz.core.functions import ACTIVATIONS
from nnviz.core.network import Location, NetworkSpec
from nnviz.data import make_split
from nnviz.data.dataset import Dataset
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.arrangement import arrange
from nnviz.ui.formula import typesetting
from nnviz.ui.inspector import InspectorPanel
from nnviz.ui.inspector.curve import CurveState
from nnviz.ui.inspector.rows import BarRows
from nnviz.ui.signed_image import SignedImage
from nnviz.wording import (
    MINUS,
    exact,
    fixed,
    number,
    parameter_count_apart,
    summand,
    symbol_tex,
    wish_sentence,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def show(qtbot):
    """Show a session's inspector at the size it has in a window of 1280×720, or another."""

    def _show(session, width=300, height=400):
        return expose(qtbot, InspectorPanel(session), (width, height))

    return _show


@pytest.fixture
def panel(show, session):
    return show(session)


def to_phase(session, kind, layer):
    session.jump(session.plan.position(kind, layer))


def trained(session, updates=3):
    """Take a few single updates, so that biases are not zero."""
    for _ in range(updates):
        session.jump(session.plan.update)
        session.step_forward()
        session.next_example()
    session.jump(session.plan.cost)


def network(session, hidden, *functions):
    sizes = session.dataset.n_inputs, session.dataset.n_outputs
    session.new_network(NetworkSpec.build(sizes[0], hidden, sizes[1], *functions), "scaled", 3)


# Nothing chosen


def test_with_nothing_chosen_it_describes_the_network(panel, session):
    view = panel.empty
    assert panel.view() is view
    assert panel.header.title.text() == "784-16-16-10"
    assert view.parameters.text() == parameter_count_apart(session.spec)
    assert "13,002 parameters" in view.parameters.text()
    assert view.layers.texts()[:6] == ["input", "784", "", "first hidden layer", "16", "sigmoid"]
    assert view.cost_title.text() == "cost of one example: squared error"
    assert view.cost.text() == f"= {number(session.trace.cost, 4)}"
    assert view.hint.text() == "Choose a neuron or an edge to take it apart."
    assert not panel.header.deselect.isVisible()


def test_the_legend_is_that_of_the_networks_picture(panel, session):
    view = panel.empty
    assert view.legend.isVisible()
    session.set_view(replace(session.view, picture="wishes"))
    assert not view.legend.isVisible()
    assert not view.legend_title.isVisible()
    assert view.hint.text() == "Choose a neuron, a weight or a row to take it apart."
    session.set_view(replace(session.view, picture="network"))
    assert view.legend.isVisible()


def test_the_whole_gradient_is_checked_by_a_command(panel, session, qtbot):
    choose(session, Neuron(1, 3))
    BY_NAME["check-gradient"].run(session)
    assert session.selection is None
    qtbot.waitUntil(lambda: session.checking.found is not None)
    assert panel.view() is panel.empty
    assert panel.empty.whole.badge.isVisible()
    assert panel.empty.whole.badge.text() == "✓ agrees"


def test_the_cost_is_not_told_before_it_is_computed(panel, session):
    session.jump(session.plan.cost - 1)
    assert panel.empty.cost.text() == "not yet computed: press →"
    session.step_forward()
    assert panel.empty.cost.text() == f"= {number(session.trace.cost, 4)}"


def test_the_legend_explains_each_activation_function_once(panel, session):
    assert panel.empty.legend.lines() == [("sigmoid", "0", "1")]
    network(session, (8, 8), "tanh", "identity", "squared")
    assert panel.empty.legend.lines() == [
        ("tanh", f"{MINUS}1", "1"),
        ("identity", f"{MINUS}largest", "largest"),
    ]
    network(session, (8,), "relu", "softmax", "cross_entropy")
    assert panel.empty.legend.lines() == [("ReLU", "0", "largest"), ("softmax", "0", "1")]
    assert panel.empty.layers.texts()[-3:] == ["output layer", "10", "softmax"]


def test_a_network_without_hidden_layer_counts_its_biases_once(panel, session):
    network(session, ())
    assert panel.empty.parameters.text() == "784×10 = 7,840 weights, 10 biases: 7,850 parameters"


# A neuron


def test_a_neuron_shows_the_numbers_of_its_explanation(panel, session):
    trained(session)
    session.select(Neuron(1, 12))
    view, neuron = panel.neuron, explain_neuron(session.trace, 1, 12)
    assert panel.view() is view
    assert panel.header.symbol.tex() == ("a^{(1)}_{12}",)
    assert panel.header.name.text() == "neuron 12, first hidden layer"
    assert "w^{(1)}_{jk}" in view.formula.tex()[0]
    assert view.index.text() == "j = 12"
    sign = MINUS if neuron.bias < 0 else "+"
    inner = f"{summand(neuron.sum)} {sign} {summand(abs(neuron.bias))}"
    assert view.numbers.text() == f"= σ({inner}) = σ({summand(neuron.z)}) = {summand(neuron.a)}"
    assert exact(neuron.a) in view.numbers.toolTip()


def test_the_largest_contributions_come_first_and_the_rest_makes_up_the_sum(panel, session):
    choose(session, Neuron(1, 12))
    neuron = explain_neuron(session.trace, 1, 12)
    panel.grab()  # lays it out
    shown = panel.neuron.rows.shown()
    assert len(shown) >= 5
    assert [row.target.k for row in shown] == neuron.order[: len(shown)].tolist()
    assert [row.value for row in shown] == neuron.products[neuron.order[: len(shown)]].tolist()
    k = int(neuron.order[0])
    assert shown[0].name == f"pixel {k // 28},{k % 28}"
    weight, a = neuron.weights[k], neuron.inputs[k]
    assert shown[0].term == f"{fixed(weight, 2, signed=True)} · {fixed(a, 2)}"
    count, rest = panel.neuron.rows.rest()
    assert count == 784 - len(shown)
    assert sum(row.value for row in shown) + rest == pytest.approx(neuron.sum)


def test_more_room_shows_more_contributions(show, session):
    session.select(Neuron(1, 12))
    small, large = show(session, height=400), show(session, height=800)
    assert len(large.neuron.rows.shown()) > len(small.neuron.rows.shown()) >= 5


def test_a_click_on_a_contribution_chooses_its_weight(panel, session, qtbot):
    session.select(Neuron(1, 12))
    rows = panel.neuron.rows
    target = rows.shown()[1].target
    qtbot.mouseClick(rows, LEFT, pos=rows.row_rect(1).center().toPoint())
    assert session.selection == target
    assert panel.view() is panel.parameter


def test_rows_can_be_chosen_by_keyboard(panel, session, qtbot):
    session.select(Neuron(2, 3))
    rows = panel.neuron.rows
    target = rows.shown()[1].target
    for key in (Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down):
        qtbot.keyClick(rows, key)
    assert rows.accessibleDescription() == rows.tip(1)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert session.selection == target


def test_list_keys_are_kept_from_the_windows_shortcuts(panel, session):
    session.select(Neuron(2, 3))
    for key, kept in ((Qt.Key.Key_Down, True), (Qt.Key.Key_Right, False), (Qt.Key.Key_Space, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(panel.neuron.rows, event)
        assert event.isAccepted() == kept


@pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform, of a tooltip's window
def test_a_row_tells_its_full_precision(panel, session, qtbot):
    session.select(Neuron(1, 12))
    rows = panel.neuron.rows
    at = rows.row_rect(0).center().toPoint()
    QApplication.sendEvent(rows, QHelpEvent(QEvent.Type.ToolTip, at, rows.mapToGlobal(at)))
    assert exact(rows.shown()[0].value) in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_first_layer_weights_are_a_picture_beside_what_they_carry(panel, session):
    choose(session, Neuron(1, 12))
    neuron, pictures = explain_neuron(session.trace, 1, 12), panel.neuron.pictures
    weights, products = pictures.weights, pictures.products
    np.testing.assert_array_equal(weights.picture.values(), neuron.weights.reshape(28, 28))
    np.testing.assert_array_equal(products.picture.values(), neuron.products.reshape(28, 28))
    assert weights.scale.text() == f"up to ±{number(float(np.abs(neuron.weights).max()))}"
    assert products.scale.text() == f"up to ±{number(float(np.abs(neuron.products).max()))}"
    assert weights.picture.cell_side() == products.picture.cell_side() >= 3
    value = number(float(neuron.weights[14 * 28 + 20]))
    tip = weights.picture._tip(14, 20)
    assert tip.startswith(f"pixel row 14, column 20: w = {value}\n")


def test_a_click_on_a_cell_chooses_its_weight(panel, session, qtbot):
    choose(session, Neuron(1, 12))
    picture = panel.neuron.pictures.weights.picture
    qtbot.mouseClick(picture, LEFT, pos=picture.cell_rect(14, 20).center().toPoint())
    assert session.selection == Location("w", 1, 12, 14 * 28 + 20)
    QApplication.processEvents()
    again = panel.parameter.pictures.weights.picture
    assert again.marked() == (14, 20)
    qtbot.mouseClick(again, LEFT, pos=again.cell_rect(3, 4).center().toPoint())
    assert session.selection == Location("w", 1, 12, 3 * 28 + 4)


def test_deeper_weights_are_a_row_of_cells(panel, session, qtbot):
    choose(session, Neuron(2, 3))
    picture = panel.neuron.pictures.weights.picture
    np.testing.assert_array_equal(picture.values()[0], explain_neuron(session.trace, 2, 3).weights)
    qtbot.mouseClick(picture, LEFT, pos=picture.cell_rect(0, 7).center().toPoint())
    assert session.selection == Location("w", 2, 3, 7)


def test_an_output_neuron_is_named_by_its_class(panel, session):
    session.select(Neuron(3, 8))
    assert panel.header.name.text() == "output neuron 8, “8”"


@pytest.mark.parametrize(
    ("count", "shape", "cells"),
    [
        (784, (28, 28), (28, 28)),
        (12, (2, 2, 3), (2, 6)),
        (16, None, (1, 16)),
        (20, None, (2, 10)),
        (1, None, (1, 1)),
    ],
)
def test_cells_are_arranged_as_the_numbers_are(count, shape, cells):
    arranged = arrange(count, shape)
    assert arranged.shape == cells
    assert sorted(arranged[arranged >= 0].tolist()) == list(range(count))


def test_a_color_image_stands_as_its_channels_side_by_side():
    assert arrange(12, (2, 2, 3)).tolist() == [[0, 3, 1, 4, 2, 5], [6, 9, 7, 10, 8, 11]]


# What is revealed


def test_a_neuron_reveals_its_numbers_along_the_cursor(panel, session):
    session.jump(0)
    session.select(Neuron(1, 12))
    view, neuron = panel.neuron, explain_neuron(session.trace, 1, 12)
    assert view.numbers.text() == "not yet computed: press →"
    assert view.curve.state == CurveState("sigmoid", neuron.bias)
    assert not view.pictures.products.picture.image().pixelColor(14, 14).alpha()
    assert view.title.text() == "largest weights  w"
    assert all(not row.factors for row in view.rows.shown())
    session.step_forward()
    assert view.numbers.text().endswith(f"= σ({summand(neuron.z)}) = ?")
    assert view.curve.state.sum == neuron.sum
    assert view.curve.state.value is None
    assert view.title.text() == "largest contributions  w · a"
    session.step_forward()
    assert view.numbers.text().endswith(f"= {summand(neuron.a)}")
    assert view.curve.state.value == neuron.a
    session.step_back()
    assert view.numbers.text().endswith("= ?")


def test_wishes_come_with_their_phases(panel, session):
    session.select(Neuron(3, session.label))
    neuron, backward = explain_neuron(session.trace, 3, session.label), panel.neuron.backward
    assert not backward.isVisible()
    session.step_forward()
    assert backward.by_activation.isVisible()
    assert not backward.delta.isVisible()
    assert neuron.dC_da < 0  # the wanted output is below 1 and should rise
    assert backward.by_activation.text() == f"= {number(neuron.dC_da)} ▲"
    session.step_forward()
    assert backward.delta.text() == f"= {number(neuron.delta)} ▲"
    assert panel.neuron.curve.state.slope == pytest.approx(neuron.a * (1 - neuron.a))
    session.select(Neuron(3, (session.label + 1) % 10))
    assert backward.by_activation.text().endswith("▼")
    session.select(Neuron(2, 0))
    assert not backward.isVisible()


def test_after_the_update_the_neurons_numbers_are_those_it_came_from(panel, session):
    session.select(Neuron(2, 5))
    before = panel.neuron.numbers.text()
    session.jump(session.plan.update)
    assert panel.neuron.numbers.text() == before
    assert panel.neuron.before_update.isVisible()
    session.step_forward()
    assert not panel.neuron.before_update.isVisible()


def test_a_gradient_is_shown_with_its_phase_alone(panel, session):
    session.select(Location("w", 2, 5, 3))
    view = panel.parameter
    to_phase(session, "delta", 2)
    assert view.hidden.text() == "∂C/∂w is not yet computed: step on with →"
    assert not view.gradient.isVisible()
    session.step_forward()
    assert not view.hidden.isVisible()
    assert view.gradient.isVisible()
    assert not view.update_part.values.isVisible()


# A curve


@pytest.mark.parametrize("name", ["identity", "sigmoid", "tanh", "relu"])
def test_the_curve_is_the_activation_shifted_by_the_bias(name):
    s = np.linspace(-4, 4, 9)
    np.testing.assert_array_equal(CurveState(name, 0.7).at(s), ACTIVATIONS[name].value(s + 0.7))


def test_the_softmax_curve_goes_through_the_neurons_activation(panel, session):
    network(session, (8,), "tanh", "softmax", "cross_entropy")
    session.select(Neuron(2, 3))
    neuron, state = explain_neuron(session.trace, 2, 3), panel.neuron.curve.state
    assert state.at(np.array([neuron.sum]))[0] == pytest.approx(neuron.a)
    assert state.at(np.array([state.threshold()]))[0] == pytest.approx(0.5)
    session.jump(0)
    assert panel.neuron.curve.state.at(np.zeros(1)) is None
    panel.grab()


def test_the_dot_stands_on_the_curve_in_gold(panel, session):
    session.select(Neuron(1, 12))
    curve, state = panel.neuron.curve, panel.neuron.curve.state
    dot = curve.place(state.sum, state.value).toPoint()
    assert curve.grab().toImage().pixelColor(dot).name() == theme.current().selection
    assert curve.plot_rect().contains(curve.place(state.sum, state.value))


def test_the_axis_reaches_both_the_sum_and_the_threshold():
    for state in (CurveState("sigmoid", 0.0), CurveState("tanh", -20.0, 3.0), CurveState("relu", 4.0, 70.0)):
        assert state.reach() >= abs(state.bias)
        assert state.reach() >= abs(state.sum or 0)
        assert state.span()[1] in (1.0, state.reach())


# An input


def test_an_input_shows_its_value_and_the_weights_that_leave_it(panel, session, qtbot):
    session.select(Neuron(0, 406))
    view, weights = panel.input, session.parameters.weights(1)[:, 406]
    assert panel.view() is view
    assert panel.header.symbol.tex() == ("a^{(0)}_{406}",)
    assert panel.header.name.text() == "pixel row 14, column 14"
    assert panel.header.value.text() == f"= {number(session.trace.x[406])}"
    np.testing.assert_array_equal(view.weights.picture.values()[0], weights)
    rows = view.rows.shown()
    assert rows[0].value == weights[np.abs(weights).argmax()]
    assert {row.target for row in rows} <= {Location("w", 1, j, 406) for j in range(16)}
    qtbot.mouseClick(view.rows, LEFT, pos=view.rows.row_rect(0).center().toPoint())
    assert session.selection == rows[0].target


def test_a_black_pixel_says_that_it_adds_nothing(panel, session):
    session.select(Neuron(0, 0))
    assert session.trace.x[0] == 0
    assert panel.input.silent.isVisible()
    session.select(Neuron(0, int(session.trace.x.argmax())))
    assert not panel.input.silent.isVisible()


# A weight or bias


def test_a_weight_shows_its_gradient_as_a_product(panel, session):
    trained(session)
    location = Location("w", 2, 5, 3)
    session.select(location)
    to_phase(session, "gradient", 2)
    view, explained = panel.parameter, explain_parameter(session.trace, location)
    assert panel.header.symbol.tex() == ("w^{(2)}_{5,3}",)
    assert panel.header.value.text() == f"= {number(explained.value)}"
    assert panel.header.value.toolTip() == exact(session.parameters.at(location))
    assert view.name.text() == "Weight from neuron 3, first hidden layer to neuron 5, second hidden layer"
    assert view.component.text() == f"component {session.spec.index(location) + 1:,} of 13,002"
    factors = [f.value for f in explained.factors]
    assert np.prod(factors) == pytest.approx(explained.derivative)
    assert view.gradient.numbers.text().endswith(f"= {number(explained.derivative)}")
    buttons = [button for button in view.gradient.factors.buttons if not button.isHidden()]
    for button, factor in zip(buttons, explained.factors, strict=True):
        assert button.text().startswith(number(factor.value) + " ")
    assert view.gradient.sentence.text() == wish_sentence(explained.derivative)
    assert view.gradient.glyph.text() == ("▲" if explained.derivative < 0 else "▼")


def test_a_factor_leads_to_the_neuron_it_comes_from(panel, session, qtbot):
    session.jump(session.plan.update - 1)
    for index, neuron in enumerate((Neuron(1, 3), Neuron(2, 5), Neuron(2, 5))):
        session.select(Location("w", 2, 5, 3))
        qtbot.mouseClick(panel.parameter.gradient.factors.buttons[index], LEFT)
        assert session.selection == neuron


def test_both_ends_of_an_edge_can_be_chosen(panel, session, qtbot):
    for end, neuron in (("source", Neuron(0, 406)), ("target", Neuron(1, 12))):
        session.select(Location("w", 1, 12, 406))
        qtbot.mouseClick(getattr(panel.parameter.edge, end), LEFT)
        assert session.selection == neuron


def test_an_edge_tells_what_it_carries_once_it_is_summed_up(panel, session):
    session.select(Location("w", 2, 5, 3))
    trace = session.trace
    product = trace.parameters.at(Location("w", 2, 5, 3)) * trace.a[1][3]
    assert panel.parameter.edge.text() == f"w · a = {number(product)}"
    to_phase(session, "activation", 1)
    assert panel.parameter.edge.text() == ""


def test_the_first_layers_factor_is_named_by_its_pixel(panel, session):
    session.select(Location("w", 1, 12, 406))
    session.jump(session.plan.update - 1)
    assert "pixel row 14, column 14" in panel.parameter.gradient.factors.buttons[0].text()
    assert panel.parameter.name.text().startswith("Weight from pixel row 14, column 14")


def test_the_update_is_shown_before_and_after(panel, session):
    location = Location("b", 3, 7)
    session.set_rate(0.5)
    session.select(location)
    session.jump(session.plan.update - 1)
    view, before = panel.parameter, session.parameters.at(location)
    derivative = session.trace.gradient.at(location)
    assert view.update_part.numbers.text().endswith(f"= {number(-0.5 * derivative, signed=True)}")
    session.step_forward()
    after = session.parameters.at(location)
    assert after == pytest.approx(before - 0.5 * derivative, rel=1e-5)
    assert view.update_part.values.text() == f"b: {number(before)} → {number(after)}"
    assert panel.header.value.text() == f"= {number(after)}"
    session.set_rate(0.1)  # of the next update; the one in view was made with 0.5
    assert f"{MINUS}0.5 ·" in view.update_part.numbers.text()


def test_the_rate_is_followed(panel, session):
    session.select(Location("w", 3, 1, 1))
    to_phase(session, "gradient", 3)
    session.set_rate(0.25)
    assert f"{MINUS}0.25 ·" in panel.parameter.update_part.numbers.text()


def test_a_black_pixels_weight_says_why_its_gradient_is_zero(panel, session):
    session.select(Location("w", 1, 12, 0))
    session.jump(session.plan.update - 1)
    part = panel.parameter.gradient
    assert part.sentence.text() == "It makes no difference here: the gradient is 0."
    assert part.small.text() == "Its input is 0, so whatever this weight is, nothing comes of it."
    assert not part.glyph.isVisible()


def test_a_saturated_sigmoid_is_called_so(panel, session):
    session.trace.z[1][12], session.trace.a[1][12] = 12.0, 1 / (1 + np.exp(-12.0))
    session.select(Neuron(1, 12))
    slope = number(float(session.trace.slope(1)[12]), 2)
    assert panel.neuron.flat.text().startswith(f"Saturated: the sigmoid is flat here, σ′(z) = {slope}.")
    session.select(Location("b", 1, 12))
    session.jump(session.plan.update - 1)
    assert panel.parameter.gradient.small.text().startswith("Saturated")
    session.jump(0)
    session.select(Neuron(1, 12))
    assert not panel.neuron.flat.isVisible()


def test_a_relu_that_is_off_is_called_so(panel, session):
    network(session, (8,), "relu", "identity", "squared")
    off = int(session.trace.z[1].argmin())
    assert session.trace.z[1][off] < 0
    session.select(Neuron(1, off))
    assert panel.neuron.flat.text() == "Off: below 0 the ReLU is flat, σ′(z) = 0. No gradient gets through."
    assert panel.neuron.numbers.text().endswith("= 0.000")


def test_softmax_and_cross_entropy_collapse_to_one_factor(panel, session):
    network(session, (8,), "tanh", "softmax", "cross_entropy")
    session.select(Location("w", 2, 3, 4))
    to_phase(session, "gradient", 2)
    explained = explain_parameter(session.trace, Location("w", 2, 3, 4))
    visible = [b for b in panel.parameter.gradient.factors.buttons if b.isVisible()]
    assert [f.quantity.kind for f in explained.factors] == ["a", "delta"]
    assert len(visible) == 2
    session.select(Location("b", 2, 3))
    assert panel.parameter.gradient.numbers.text() == f"= {number(session.trace.delta[2][3])}"
    session.select(Neuron(2, 3))
    assert not panel.neuron.backward.by_activation.isVisible()
    assert panel.neuron.backward.delta.isVisible()
    assert not panel.neuron.flat.isVisible()  # its δ does not pass through a slope


def test_a_network_without_hidden_layer(panel, session):
    network(session, ())
    session.select(Neuron(1, 3))
    assert panel.header.name.text() == "output neuron 3, “3”"
    assert panel.neuron.pictures.weights.picture.values().shape == (28, 28)
    session.select(Neuron(0, 406))
    assert panel.input.title.text() == "to the output layer, largest first"
    session.select(Location("w", 1, 3, 406))
    session.jump(session.plan.update)
    assert panel.parameter.update_part.values.isVisible()


# Following the session


def test_numbers_follow_while_parameters_change(panel, session):
    session.select(Neuron(1, 12))
    seen = {panel.neuron.numbers.text()}
    widgets = panel.findChildren(QWidget)
    for _ in range(3):
        session.train_batch()
        session._worker.wait()
        session.end_training()
        neuron = explain_neuron(session.trace, 1, 12)
        assert panel.neuron.numbers.text().endswith(summand(neuron.a))
        np.testing.assert_array_equal(panel.neuron.pictures.weights.picture.values().ravel(), neuron.weights)
        seen.add(panel.neuron.numbers.text())
    assert len(seen) == 4
    assert panel.findChildren(QWidget) == widgets


def test_a_weights_value_follows_undo(panel, session):
    location = Location("w", 3, 3, 4)
    session.select(location)
    before = panel.header.value.toolTip()
    session.jump(session.plan.update)
    assert panel.header.value.toolTip() != before
    session.undo()
    assert panel.header.value.toolTip() == before


def test_another_example_brings_other_numbers(panel, session):
    session.select(Neuron(2, 3))
    before = panel.neuron.numbers.toolTip()
    session.next_example()
    assert panel.neuron.numbers.toolTip() != before


def test_another_network_lets_go_of_what_it_has_not(panel, session):
    session.select(Neuron(2, 12))
    network(session, (8,))
    assert panel.view() is panel.empty
    assert panel.header.title.text() == "784-8-10"


def test_the_same_neuron_of_another_network_is_typeset_anew(panel, session):
    session.select(Neuron(1, 3))
    network(session, (16, 16), "tanh")
    assert r"\tanh" in panel.neuron.formula.tex()[0]
    assert panel.neuron.numbers.text().startswith("= tanh(")


def test_a_hidden_panel_waits_and_then_catches_up(panel, session):
    session.select(Neuron(2, 3))
    panel.hide()
    before = panel.neuron.numbers.toolTip()
    session.next_example()
    assert panel.neuron.numbers.toolTip() == before
    panel.show()
    assert panel.neuron.numbers.toolTip() != before


def test_news_that_do_not_concern_it_are_ignored(panel, session):
    panel.empty.cost.set_text("as it was")
    session.changed.emit(Changed.METRICS | Changed.HISTORY)
    assert panel.empty.cost.text() == "as it was"


def test_the_cross_lets_go(panel, session, qtbot):
    session.select(Neuron(1, 3))
    qtbot.mouseClick(panel.header.deselect, LEFT)
    assert session.selection is None
    assert panel.view() is panel.empty


# Other data


def points(*, classes):
    x = np.random.default_rng(0).normal(size=(9, 2))
    part = make_split(x, labels=np.arange(9) % 2, n_classes=2) if classes else make_split(x, targets=x[:, 0])
    names = ("black", "white") if classes else None
    return Dataset("points", "Points", part, part, names, None, "made up", ("height in meters", "y"))


@pytest.mark.parametrize("classes", [True, False])
def test_points_and_measured_values(show, classes):
    data = points(classes=classes)
    functions = ("tanh", "softmax", "cross_entropy") if classes else ("tanh", "identity", "half_squared")
    session = Session(data, NetworkSpec.build(2, (3,), data.n_outputs, *functions))
    panel = show(session)
    session.select(Neuron(1, 0))
    assert {row.name for row in panel.neuron.rows.shown()} == {"height in meters", "y"}
    assert panel.neuron.pictures.weights.picture.values().shape == (1, 2)
    session.jump(session.plan.update)
    chosen = (Neuron(2, 0), Neuron(0, 1), Location("w", 1, 2, 0), Location("b", 2, 0), None)
    for selection in chosen:
        session.select(selection)
        panel.grab()
    session.select(Neuron(2, 0))
    assert panel.header.name.text() == ("output neuron 0, “black”" if classes else "neuron 0, output layer")
    session.close()


# Placing


SELECTIONS = (
    *(None, Neuron(1, 12), Neuron(2, 3), Neuron(3, 9), Neuron(0, 406)),
    *(Location("w", 1, 12, 406), Location("w", 3, 9, 15), Location("b", 2, 3)),
)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_at_the_side(show, session, qapp, scale):
    theme.apply(qapp, theme.LIGHT, scale)
    session.jump(session.plan.update)
    panel = show(session, round(300 * scale), round(400 * scale))
    for selection in SELECTIONS:
        session.select(selection)
        qapp.processEvents()
        view = panel.view()
        content = view.widget()
        assert content.width() <= view.viewport().width(), selection
        for child in content.findChildren(QWidget):
            if child.isVisible():
                right = child.mapTo(content, child.rect().topRight()).x()
                assert right < content.width(), (selection, child)


def test_every_control_is_named_and_teaches(panel, session):
    session.jump(session.plan.update)
    for selection in SELECTIONS:
        session.select(selection)
        for control in panel.findChildren(QWidget):
            interactive = isinstance(control, QAbstractButton | SignedImage | BarRows)
            if control.isVisible() and interactive:
                assert control.accessibleName(), selection
                assert control.toolTip(), selection
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, selection


def test_hovering_paints_and_leaves(show, session):
    panel = show(session, height=800)
    rows = panel.neuron.rows
    choose(session, Neuron(1, 12))
    plain = rows.grab().toImage()
    QTest.mouseMove(rows, rows.row_rect(2).center().toPoint())
    assert rows.accessibleDescription() == rows.tip(2)
    assert rows.grab().toImage() != plain
    QApplication.sendEvent(rows, QEvent(QEvent.Type.Leave))
    assert rows.grab().toImage() == plain


def test_choosing_another_neuron_of_a_layer_typesets_its_symbol_alone(panel, session, monkeypatch):
    session.jump(session.plan.position("delta", 1))
    session.select(Neuron(1, 0))
    panel.grab()
    made, now = [], typesetting.typeset_now
    monkeypatch.setattr(typesetting, "typeset_now", lambda tex: made.append(tex) or now(tex))
    session.select(Neuron(1, 9))
    panel.grab()
    assert set(made) <= {symbol_tex(Quantity("a", 1, 9), session.spec)}
    assert panel.neuron.index.text() == "j = 9"


def test_the_symbols_beside_are_typeset_ahead(panel, session, qtbot):
    session.select(Neuron(2, 4))
    with qtbot.waitSignal(panel.neuron._ahead.timeout):
        pass
    hits = typesetting.typeset.cache_info().misses
    typesetting.typeset(symbol_tex(Quantity("a", 2, 5), session.spec))
    assert typesetting.typeset.cache_info().misses == hits


def test_the_layers_sizes_follow_the_type(panel, qapp):
    def height():
        labels = panel.empty.layers.findChildren(QLabel)
        return next(label.fontMetrics().height() for label in labels if label.text() == "784")

    before = height()
    try:
        theme.apply(qapp, theme.current(), 1.5)
        assert height() >= 1.4 * before
    finally:
        theme.apply(qapp, theme.current(), 1.0)
