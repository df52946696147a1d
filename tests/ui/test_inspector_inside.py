"""Stepping inside a neuron: the local cursor, what it shows, and what it lights up."""

import numpy as np
import pytest
from driving import choose, expose
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nnviz.core.explain import explain_neuron
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Neuron
from nnviz.ui.inspector import InspectorPanel
from nnviz.wording import factor_text, fixed, number, summand

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, session):
    panel = expose(qtbot, InspectorPanel(session), (300, 400))
    yield panel
    panel.hide()


@pytest.fixture
def part(panel, session):
    choose(session, Neuron(1, 12))
    return panel.neuron.inside


def test_outside_it_is_one_slim_row(part, panel):
    assert part.step is None
    assert part.transport.note.text() == "784 products"
    assert not part.term.isVisible()
    assert not part.skip.isVisible()
    assert not part.transport.leave.isVisible()
    assert panel.neuron.numbers.isVisible()


def test_the_first_product_in_words_and_numbers(part, panel, session, qtbot):
    neuron = explain_neuron(session.trace, 1, 12)
    k = int(np.flatnonzero(neuron.products)[0])
    qtbot.mouseClick(part.transport.forward, LEFT)
    w, a, product = neuron.weights[k], neuron.inputs[k], neuron.products[k]
    subscript = str(k).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
    text = f"w₁₂,{subscript} · a{subscript} = {number(w)} · {factor_text(a)} = {number(product)}"
    assert part.term.text() == text
    assert part.bar.text() == f"Σ = {fixed(product)}"
    n = np.count_nonzero(neuron.products)
    assert part.transport.note.text() == f"1 of {n}, pixel {k // 28},{k % 28}"
    assert not panel.neuron.numbers.isVisible()


def test_from_the_start_to_the_end_it_comes_to_z_and_a(part, panel, session, qtbot):
    neuron, curve = explain_neuron(session.trace, 1, 12), panel.neuron.curve
    part.to_start()
    assert part.bar.text() == "Σ = 0.000"
    total = 0.0
    for k in np.flatnonzero(neuron.products).tolist():
        qtbot.mouseClick(part.transport.forward, LEFT)
        total += neuron.products[k]
        assert part.step.k == k
        assert part.step.total == total == curve.state.sum
        assert curve.state.value is None
        assert not curve.state.shifted
    part.forward()
    assert part.step.kind == "bias"
    assert part.step.total == session.trace.z[1][12]
    assert curve.state.shifted
    assert curve.state.value is None
    part.forward()
    assert part.step.kind == "activation"
    assert curve.state.value == session.trace.a[1][12]
    assert curve.state.sum == neuron.sum
    assert part.term.text() == f"a₁₂ = σ({summand(neuron.z)}) = {summand(neuron.a)}"
    assert not part.transport.forward.isEnabled()
    assert part.step.total == pytest.approx(total + neuron.bias)


def test_steps_back_are_exact(part):
    part.to_end()
    sums = []
    while part.transport.back.isEnabled():
        part.back()
        sums.append(part.step.total)
    assert sums == [part.path.neuron.z, *part.path.sums[::-1].tolist()]


def test_zeros_are_skipped_or_not_and_counted(part, session, qtbot):
    products = explain_neuron(session.trace, 1, 12).products
    n = int((products == 0).sum())
    part.forward()
    assert part.skip.text() == f"skips {n} zeros"
    assert part.path.products == 784 - n
    k = part.step.k
    part.skip.click()
    assert part.skip.text() == f"skip {n} zeros"
    assert part.path.products == 784
    assert part.step.k == k
    part.skip.click()
    assert part.step.k == k


def test_what_is_in_turn_lights_up_in_the_other_panels(part, panel, session):
    part.forward()
    k = part.step.k
    assert session.pointed == Location("w", 1, 12, k)
    for image in (panel.neuron.pictures.weights, panel.neuron.pictures.products):
        assert image.picture.pointed() == divmod(k, 28)
    part.to_end()
    assert session.pointed == Neuron(1, 12)
    part.back()
    assert session.pointed == Location("b", 1, 12)
    part.leave()
    assert session.pointed is None
    assert part.step is None


def test_the_score_does_not_move(part, session):
    cursor = session.cursor
    part.to_end()
    assert session.cursor == cursor


def test_it_plays_to_the_end_and_stops(panel, session, qtbot):
    choose(session, Neuron(2, 3))
    part = panel.neuron.inside
    part.speed.choose("8")
    part.to_end()
    for _ in range(4):
        part.back()
    qtbot.mouseClick(part.transport.play, LEFT)
    assert part.playing
    qtbot.waitUntil(lambda: not part.playing)
    assert part.step.kind == "activation"
    part.play()
    assert part.step.kind == "start"
    part.play()
    assert not part.playing


def test_esc_leaves_the_neuron_and_then_lets_go_of_it(part, panel, session, qtbot):
    part.play()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert part.step is None
    assert not part.playing
    assert session.selection == Neuron(1, 12)


def test_another_neuron_ends_it_and_another_example_begins_it_anew(part, panel, session):
    part.to_end()
    session.next_example()
    assert part.step.kind == "start"
    session.select(Neuron(1, 3))
    assert part.step is None
    assert session.pointed is None


@pytest.mark.parametrize("other", [None, Neuron(0, 400), Location("w", 1, 12, 400)])
def test_another_view_ends_it(part, panel, session, other):
    part.forward()
    choose(session, other)
    assert part.step is None
    assert not part.isVisible()
    choose(session, Neuron(1, 12))
    assert part.step is None
    assert panel.neuron.numbers.isVisible()


def test_another_workspace_ends_it(part, panel):
    part.play()
    panel.hide()
    assert part.step is None
    assert not part.playing
    panel.show()
    assert panel.neuron.numbers.isVisible()


def test_while_parameters_change_it_stays_where_it_is(part, session):
    part.forward()
    part.forward()
    k = part.step.k
    session.set_parameter(Location("w", 1, 12, k), 0.5)
    assert part.step.k == k
    assert part.step.term == pytest.approx(0.5 * session.trace.a[0][k])


def test_without_the_activations_before_it_there_is_no_way_in(panel, session):
    choose(session, Neuron(2, 3))
    session.jump(session.plan.position("weighted_sum", 1))
    part = panel.neuron.inside
    assert not part.transport.play.isEnabled()
    part.forward()
    assert part.step is None
    session.step_forward()
    assert part.transport.play.isEnabled()
    part.to_end()
    assert panel.neuron.curve.state.value == session.trace.a[2][3]


def test_softmax_waits_for_the_other_sums(panel, session):
    session.new_network(NetworkSpec.build(784, (8,), 10, "tanh", "softmax", "cross_entropy"), "scaled", 1)
    choose(session, Neuron(2, 3))
    part = panel.neuron.inside
    session.jump(session.plan.position("activation", 1))
    part.to_end()
    assert part.step.kind == "bias"
    session.step_forward()
    part.to_end()
    assert part.step.kind == "activation"
    assert panel.neuron.curve.state.value == session.trace.a[2][3]


def test_a_neuron_that_is_off_ends_at_zero(panel, session):
    session.switch(Neuron(2, 3), False)
    choose(session, Neuron(2, 3))
    panel.neuron.inside.to_end()
    assert panel.neuron.inside.term.text().endswith("· 0 = 0")


def test_nothing_sticks_out_at_the_side(part, panel):
    part.forward()
    QApplication.processEvents()
    view = panel.neuron
    assert view.widget().minimumSizeHint().width() <= view.viewport().width()
