"""The chain's number lines: every number is core's, a drag moves all that follows and is one entry."""

from itertools import pairwise

import numpy as np
import pytest
from driving import expose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz import data
from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.passes import forward
from nnviz.session import Neuron, Session
from nnviz.ui.chain.axes import Axes, Reach, is_free, reach_of
from nnviz.ui.chain.panel import SPEC, ChainPanel
from nnviz.wording import notation, number
from nnviz.wording.chain import chain_text, derivative_is_tex, quotient_tex

LEFT = Qt.MouseButton.LeftButton
W1, W3 = Location("w", 1, 0, 0), Location("w", 3, 0, 0)
C = Quantity("C", 3, 0)


@pytest.fixture
def chain_session(qapp):
    session = Session(data.load("chain"), SPEC, "normal", 1)
    yield session
    session.close()


@pytest.fixture
def make_panel(qtbot):
    def make(session, size=(690, 340)):
        return expose(qtbot, ChainPanel(session), size)

    return make


@pytest.fixture
def panel(make_panel, chain_session):
    return make_panel(chain_session)


def drag(lines, quantity, *values):
    """Lead the handle of a number through some values with the mouse."""
    QTest.mousePress(lines, LEFT, pos=lines.place(quantity).toPoint())
    for value in values:
        place = lines.axes.place(quantity, value, lines.rect().toRectF())
        QTest.mouseMove(lines, place.toPoint())
    QTest.mouseRelease(lines, LEFT, pos=place.toPoint())


def shown(panel):
    return {link.quantity: link.value for link in panel.chain().links}


def test_every_number_is_cores(panel, chain_session):
    session, values = chain_session, shown(panel)
    passed = forward(session.parameters.astype(np.float64), session.input[None])
    for layer in (1, 2, 3):
        assert values[Quantity("z", layer, 0)] == passed.z[layer][0, 0]
        assert values[Quantity("a", layer, 0)] == passed.a[layer][0, 0]
    assert values[C] == session.trace.cost
    assert values[Quantity("w", 1, 0, 0)] == session.parameters.at(W1)
    panel.lines.grab()
    assert f"C = {number(session.trace.cost)}" in panel.lines.accessibleDescription()


def test_dragging_a_weight_moves_all_that_follows_and_is_one_entry(panel, chain_session):
    session, before = chain_session, shown(panel)
    place = session.place
    drag(panel.lines, Quantity(*W1), 1.0, 2.0, 3.0)
    assert session.parameters.at(W1) == pytest.approx(3.0, abs=0.1)
    after = shown(panel)
    moved = {quantity for quantity in before if before[quantity] != after[quantity]}
    expected = {Quantity(kind, layer, 0) for layer in (1, 2, 3) for kind in "za"} | {Quantity(*W1), C}
    assert moved == expected
    assert session.selection == W1
    assert session.place == place + 1
    session.undo()
    assert shown(panel) == before
    assert not panel.lines.held


def test_dragging_the_input_paints_it(panel, chain_session):
    before = shown(panel)
    drag(panel.lines, Quantity("a", 0, 0), 0.5, 0.25)
    assert chain_session.painted
    assert chain_session.input[0] == pytest.approx(0.25, abs=0.02)
    assert shown(panel)[C] != before[C]
    chain_session.undo()
    assert shown(panel) == before


def test_the_target_is_only_asked_for(panel, chain_session):
    session, before = chain_session, shown(panel)
    moment, cost = session.moment, session.trace.cost
    drag(panel.lines, Quantity("y", 3, 0), 0.5, 0.75)
    assert shown(panel)[Quantity("y", 3, 0)] == pytest.approx(0.75, abs=0.02)
    assert shown(panel)[C] < before[C]
    assert session.moment is moment
    assert session.trace.cost == cost
    assert panel.asks.isVisible()
    assert "0.250" in panel.asks.text()
    QTest.mouseClick(panel.back, LEFT)
    assert shown(panel) == before
    assert not panel.asks.isVisible()


def test_another_example_ends_the_question(panel, chain_session):
    drag(panel.lines, Quantity("y", 3, 0), 0.5)
    chain_session.next_example()
    assert shown(panel)[Quantity("y", 3, 0)] == 0.75


def test_results_cannot_be_dragged(panel, chain_session):
    moment = chain_session.moment
    drag(panel.lines, Quantity("z", 2, 0), 3.0)
    assert chain_session.moment is moment
    assert chain_session.selection == Neuron(2, 0)


def test_smaller_nudges_come_nearer_to_the_derivative(panel):
    errors = []
    for key in ("0.1", "0.01", "0.001"):
        QTest.mouseClick(panel.nudge.sizes.buttons[key], LEFT)
        whole = panel.chain().whole
        errors.append(abs(whole.quotient - whole.derivative))
        assert panel.nudge.value.text() == number(float(key))
        assert panel.factors.texts()[-1] == (number(whole.quotient), number(whole.derivative))
    assert errors[0] > 5 * errors[1] > 25 * errors[2]


def test_an_earlier_weight_has_the_longer_chain(panel, chain_session):
    assert len(panel.factors.columns()) == 4  # three factors, and their product
    chain_session.select(W1)
    assert len(panel.factors.columns()) == 8
    product = np.prod([ratio.derivative for ratio in panel.factors.columns()[:-1]])
    assert product == pytest.approx(chain_session.trace.gradient.at(W1))
    assert panel.nudge.parameter.currentText() == "w(1)"
    panel.nudge.parameter.activated.emit(5)
    assert chain_session.selection == Location("b", 3, 0)


def test_the_keyboard_moves_a_handle(panel, chain_session, qtbot):
    panel.lines.setFocus()
    QTest.keyClick(panel.lines, Qt.Key.Key_Right)
    assert chain_session.selection == W1
    before, place = chain_session.parameters.at(W1), chain_session.place
    QTest.keyClick(panel.lines, Qt.Key.Key_Up)
    QTest.keyClick(panel.lines, Qt.Key.Key_Up)
    assert chain_session.parameters.at(W1) == pytest.approx(before + 0.08, abs=0.02)
    panel.lines.let_go()
    assert chain_session.place == place + 1


def test_hovering_points_everywhere(panel, chain_session):
    lines = panel.lines
    QTest.mouseMove(lines, QPoint(1, 1))
    QTest.mouseMove(lines, lines.place(Quantity("b", 2, 0)).toPoint())
    assert chain_session.pointed == Location("b", 2, 0)
    assert "bias" in lines.tip(Quantity("b", 2, 0))


def test_another_network_is_invited_to_be_a_chain(make_panel, session):
    panel = make_panel(session)
    assert panel.invitation.isVisible()
    assert "784-16-16-10" in panel.invitation.sentence.text()
    QTest.mouseClick(panel.invitation.button, LEFT)
    assert str(session.spec) == "1-1-1-1"
    assert session.dataset.name == "chain"
    assert not panel.invitation.isVisible()
    assert panel.lines.isVisible()
    session.undo()
    assert str(session.spec) == "784-16-16-10"
    assert session.dataset.name == "digits"
    assert panel.invitation.isVisible()


@pytest.mark.parametrize("hidden", [(), (1,)])
@pytest.mark.parametrize(
    ("output", "cost"),
    [("identity", "squared"), ("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")],
)
def test_other_chains_are_shown_too(make_panel, chain_session, hidden, output, cost):
    chain_session.new_network(NetworkSpec.build(1, hidden, 1, "relu", output, cost), "normal", 1)
    panel = make_panel(chain_session)
    panel.grab()
    assert panel.lines.isVisible()
    columns = panel.factors.columns()
    assert columns[-1].derivative == pytest.approx(np.prod([r.derivative for r in columns[:-1]]))


def test_it_fits_without_scrolling_sideways_and_hidden_does_nothing(make_panel, chain_session):
    panel = make_panel(chain_session, (690, 340))
    assert not panel.area.horizontalScrollBar().isVisible()
    panel.hide()
    before = shown(panel)
    chain = panel.lines._chain
    chain_session.set_parameter(W3, 2.0)
    assert panel.lines._chain is chain
    panel.show()
    assert panel.lines._chain is not chain
    assert shown(panel) != before


@pytest.mark.parametrize("profile", notation.NOTATIONS, ids=lambda profile: profile.key)
def test_symbols_follow_the_notation(panel, profile):
    notation.use(profile)
    try:
        columns = panel.factors.columns()
        tex = quotient_tex(columns[-1], SPEC)
        assert tex == rf"\frac{{\Delta {profile.cost}_0}}{{\Delta w^{{(3)}}}}"
        output = r"\hat{y}" if profile.hat else "a^{(3)}"
        assert derivative_is_tex(columns[-2], SPEC) == f"2({output} - y)"
        assert chain_text(C, SPEC) == profile.cost
    finally:
        notation.use(notation.STANDARD)


def test_lines_stand_still_until_a_value_leaves_them():
    weight = Quantity("w", 1, 0, 0)
    first = reach_of(SPEC, weight, 0.5, None)
    assert first == Reach(-4, 4)
    assert reach_of(SPEC, weight, -3.9, first) == first
    longer = reach_of(SPEC, weight, 5.0, first)
    assert longer == Reach(-8, 8)
    assert reach_of(SPEC, weight, 0.1, longer) == longer
    assert reach_of(SPEC, Quantity("a", 2, 0), 0.3, None) == Reach(0, 1)
    assert reach_of(SPEC, C, 0.3, None) == Reach(0, 1)


def test_columns_do_not_overlap(panel):
    axes: Axes = panel.lines.axes
    size = panel.lines.rect().toRectF()
    columns = [axes.column(quantity, size) for quantity in axes.quantities]
    assert all(a.right() <= b.left() + 1e-6 for a, b in pairwise(columns))
    assert columns[-1].right() <= size.right() + 1e-6
    assert [q.kind for q in axes.quantities if is_free(q)] == ["a", "w", "b", "w", "b", "w", "b", "y"]
