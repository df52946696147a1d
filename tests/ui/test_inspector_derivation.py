import numpy as np
import pytest
from driving import choose, expose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.check import check, check_network
from nnviz.core.explain import Quantity, explain_parameter
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.paths import effect
from nnviz.core.ways import ways
from nnviz.session import Neuron
from nnviz.ui import theme
from nnviz.ui.inspector import InspectorPanel
from nnviz.wording import number
from nnviz.wording.chain_rule import chain_rule_pieces, chain_rule_steps, pieces_text
from nnviz.wording.check import check_rows, difference_text
from nnviz.wording.ways import bias_way

LEFT = Qt.MouseButton.LeftButton
WEIGHT = Location("w", 2, 5, 3)


@pytest.fixture
def show(qtbot):
    """Show a session's inspector, tall enough for everything."""

    def _show(session):
        return expose(qtbot, InspectorPanel(session), (300, 900))

    return _show


@pytest.fixture
def panel(show, session):
    session.jump(session.plan.update - 1)
    return show(session)


def network(session, hidden, *functions):
    sizes = session.dataset.n_inputs, session.dataset.n_outputs
    session.new_network(NetworkSpec.build(sizes[0], hidden, sizes[1], *functions), "scaled", 3)
    session.jump(session.plan.update - 1)


def click(rows, index, marker=False):
    rect = rows.marker_rect(index) if marker else rows.row_rect(index)
    QTest.mouseClick(rows, LEFT, pos=QPoint(round(rect.center().x()), round(rect.top() + 6)))
    QApplication.processEvents()


def paths(rows):
    return [line for line in rows.lines() if line.kind == "path"]


# A weight


def test_a_weight_shows_the_chain_rule_and_its_numbers(panel, session):
    choose(session, WEIGHT)
    part, explained = panel.parameter.gradient, explain_parameter(session.trace, WEIGHT)
    assert part.formula.pieces() == chain_rule_pieces(session.spec, explained)
    assert part.formula.accessibleName().startswith(
        "∂C₀/∂w⁽²⁾₅,₃ = ∂z⁽²⁾₅/∂w⁽²⁾₅,₃ · ∂a⁽²⁾₅/∂z⁽²⁾₅ · ∂C₀/∂a⁽²⁾₅"
    )
    assert part.numbers.text() == " ".join(chain_rule_steps(explained))


def test_the_chain_rule_is_drawn(panel, session):
    choose(session, WEIGHT)
    label = panel.parameter.gradient.formula
    image, ground = label.grab().toImage(), theme.current()
    ink = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() > 150 for y in range(image.height()))
    ]
    assert ground.name == theme.DARK.name
    assert max(ink) > 0.5 * label.sizeHint().width()
    assert label.sizeHint().width() <= label.width() + 40


def test_a_bias_begins_with_one(panel, session):
    choose(session, Location("b", 2, 5))
    part = panel.parameter.gradient
    assert pieces_text(part.formula.pieces()[1]).startswith("= 1 · σ′(z⁽²⁾₅)")


def test_the_recursion_unfolds_until_the_cost(panel, session, qtbot):
    choose(session, Location("w", 1, 12, 406))
    part = panel.parameter.gradient.effect
    assert not part.rows.isVisible()
    qtbot.mouseClick(part.fold, LEFT)
    QApplication.processEvents()
    found = effect(session.trace, Quantity("dC_da", 1, 12))
    assert part.fold.text().endswith("∂C₀/∂a⁽¹⁾₁₂, the sum of 16 paths")
    shown = paths(part.rows)
    assert [line.through for line in shown] == [(2, j) for j in found.order[:4].tolist()]
    assert [line.number for line in shown] == found.values[found.order[:4]].tolist()
    assert part.rows.lines()[-1].value == f"= {number(found.value)}"
    click(part.rows, 1, marker=True)
    deeper = [line for line in paths(part.rows) if line.level == 1]
    below = effect(session.trace, Quantity("dC_da", 2, int(found.order[0])))
    assert [line.through for line in deeper] == [(3, j) for j in below.order[:4].tolist()]
    click(part.rows, 3, marker=True)
    (cost,) = (line for line in part.rows.lines() if line.kind == "cost")
    output = int(below.order[0])
    assert cost.level == 2
    assert cost.value == f"= {number(session.trace.dC_da[3][output])}"
    click(part.rows, 1, marker=True)
    assert {line.level for line in part.rows.lines()} == {0}


def test_a_path_lights_up_its_edge_and_leads_to_its_neuron(panel, session, qtbot):
    choose(session, WEIGHT)
    part = panel.parameter.gradient.effect
    qtbot.mouseClick(part.fold, LEFT)
    QApplication.processEvents()
    line = part.rows.lines()[1]
    center = part.rows.row_rect(1).center().toPoint()
    QTest.mouseMove(part.rows, center)
    assert session.pointed == line.edge == Location("w", 3, line.through[1], 5)
    click(part.rows, 1)
    assert session.selection == Neuron(*line.through)


def test_the_others_can_be_seen_too(panel, session, qtbot):
    choose(session, WEIGHT)
    rows = panel.parameter.gradient.effect.rows
    qtbot.mouseClick(panel.parameter.gradient.effect.fold, LEFT)
    QApplication.processEvents()
    index = [line.kind for line in rows.lines()].index("others")
    assert rows.lines()[index].text == "6 others"
    click(rows, index)
    found = effect(session.trace, Quantity("dC_da", 2, 5))
    assert [line.number for line in paths(rows)] == found.values[found.order].tolist()
    assert (rows.lines()[index].text, rows.lines()[index].opened) == ("6 others", True)
    click(rows, index)
    assert len(paths(rows)) == 4


def test_the_others_are_reached_by_keyboard_at_each_level(panel, session, qtbot):
    choose(session, Location("w", 1, 12, 406))
    rows = panel.parameter.gradient.effect.rows
    qtbot.mouseClick(panel.parameter.gradient.effect.fold, LEFT)
    QApplication.processEvents()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows, Qt.Key.Key_Right)  # unfolds the strongest path
    for level, (few, every) in enumerate(((4, 16), (4, 10))):
        qtbot.keyClick(rows, Qt.Key.Key_Home)
        kinds = [(line.kind, line.level) for line in rows.lines()]
        while rows._current != kinds.index(("others", level)):
            qtbot.keyClick(rows, Qt.Key.Key_Down)
        for shown in (every, few):
            qtbot.keyClick(rows, Qt.Key.Key_Return)
            assert len([line for line in paths(rows) if line.level == level]) == shown


def test_the_paths_are_walked_by_keyboard(panel, session, qtbot):
    choose(session, Location("w", 1, 12, 406))
    part = panel.parameter.gradient.effect
    qtbot.mouseClick(part.fold, LEFT)
    QApplication.processEvents()
    part.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert part.rows._current == 1  # the first path; the formula above stands for nothing
    cursor = session.cursor
    qtbot.keyClick(part.rows, Qt.Key.Key_Right)
    assert max(line.level for line in part.rows.lines()) == 1
    qtbot.keyClick(part.rows, Qt.Key.Key_Left)
    assert max(line.level for line in part.rows.lines()) == 0
    assert session.cursor == cursor
    through = part.rows.lines()[1].through
    qtbot.keyClick(part.rows, Qt.Key.Key_Return)
    assert session.selection == Neuron(*through)


def test_softmax_shows_the_sum_that_collapses(show, session, qtbot):
    network(session, (8,), "tanh", "softmax", "cross_entropy")
    panel = show(session)
    choose(session, Location("w", 2, 3, 4))
    part = panel.parameter.gradient.effect
    qtbot.mouseClick(part.fold, LEFT)
    QApplication.processEvents()
    kinds = [line.kind for line in part.rows.lines()]
    assert kinds == ["formula", "path", "path", "path", "path", "others", "sum", "cost"]
    assert part.rows.lines()[-1].value == f"= {number(session.trace.delta[2][3])}"
    assert all(line.key is None for line in paths(part.rows))


# Checked by trying it out


def test_the_difference_stands_beside_the_derivative(panel, session, qtbot):
    choose(session, WEIGHT)
    part, found = panel.parameter.gradient.check, check(session.trace, Quantity(*WEIGHT))
    assert part.numbers.text() == difference_text(found)
    assert part.badge.text() == "✓ agrees"
    assert not part.table.isVisible()
    qtbot.mouseClick(part.fold, LEFT)
    shown = part.table.texts()
    assert [value for _, value in shown[:-1]] == [value for _, value in check_rows(found)]
    assert shown[0][0] == "Δ = 0.1"
    assert shown[-1][1] == number(found.derivative, 7)


def test_a_black_pixel_is_no_noise(panel, session):
    choose(session, Location("w", 1, 12, 0))
    part = panel.parameter.gradient.check
    assert part.badge.text() == "✓ both are 0"
    assert part.numbers.text() == "ΔC/Δw = 0"
    assert part.sentence.isVisible()


def test_a_relu_at_its_kink_is_told_in_words(show, session):
    network(session, (8,), "relu", "identity", "squared")
    panel = show(session)
    session.trace.z[1][2] = session.trace.a[1][2] = 0.0
    choose(session, Location("b", 1, 2))
    part = panel.parameter.gradient.check
    assert part.badge.text() == "∠ at a kink"
    assert "kink" in part.sentence.text()


def test_while_dragging_the_check_follows_in_its_own_time(panel, session, qtbot):
    choose(session, WEIGHT)
    part = panel.parameter.gradient.check
    first = part.result
    for value in (0.5, 0.6, 0.7):
        session.set_parameter(WEIGHT, value)
        session.jump(session.plan.update - 1)
    explained = explain_parameter(session.trace, WEIGHT)
    assert panel.parameter.gradient.numbers.text() == " ".join(chain_rule_steps(explained))
    qtbot.waitUntil(lambda: part.result.derivative == session.trace.gradient.at(WEIGHT))
    assert part.result is not first
    assert part.badge.text() == "✓ agrees"


def test_the_whole_network_is_checked(panel, session, qtbot):
    choose(session, WEIGHT)
    whole = panel.parameter.gradient.check.whole
    assert whole.button.text() == "Check the whole network"
    with qtbot.waitSignal(session.checking.changed):
        qtbot.mouseClick(whole.button, LEFT)
    qtbot.waitUntil(lambda: session.checking.found is not None)
    found = check_network(session.trace)
    assert session.checking.found.count == found.count == 13_002
    assert session.checking.found.error == pytest.approx(found.error, rel=1e-6)
    assert whole.badge.text() == "✓ agrees"
    assert whole.numbers.text() == f"13,002 differences: relative error {number(found.error, 2)}"
    assert found.error < 1e-7
    session.next_example()  # the result was that of another example
    assert session.checking.found is None
    assert not whole.numbers.isVisible()


def test_the_whole_check_can_be_given_up(panel, session, qtbot):
    choose(session, WEIGHT)
    session.checking.start()
    assert session.checking.running
    session.checking.cancel()
    assert not session.checking.running
    assert session.checking.found is None


def test_a_check_ends_with_the_session(session):
    session.jump(session.plan.update - 1)
    session.checking.start()
    session.close()
    assert not session.checking.running


# A neuron


def test_an_activation_is_the_sum_over_its_paths(panel, session):
    choose(session, Neuron(2, 3))
    part = panel.neuron.effect
    assert part.isVisible()
    found = effect(session.trace, Quantity("dC_da", 2, 3))
    assert [line.number for line in paths(part.rows)] == found.values[found.order[:4]].tolist()
    assert panel.neuron.check.badge.text() == "✓ agrees"
    assert not panel.neuron.check.whole.isVisible()


def test_nothing_is_told_before_its_phase(panel, session):
    choose(session, Neuron(2, 3))
    session.jump(session.plan.position("delta", 3))
    view = panel.neuron
    assert not view.effect.isVisible()
    assert not view.ways.isVisible()
    assert not view.check.isVisible()
    session.jump(session.plan.position("dC_da", 2))
    assert view.effect.isVisible()
    assert not view.ways.isVisible()
    session.jump(session.plan.position("delta", 2))
    assert view.ways.isVisible()


def test_an_output_has_three_ways(panel, session, qtbot):
    j = session.label
    choose(session, Neuron(3, j))
    part, found = panel.neuron.ways, ways(session.trace, 3, j)
    assert found.delta < 0
    assert part.title.text() == "three ways to make it rise"
    assert part.bias.text() == bias_way(found)
    by_weight, by_input = part.weights.shown(), part.inputs.shown()
    assert [row.target.k for row in by_weight] == np.argsort(-session.trace.a[2], kind="stable")[:5].tolist()
    assert [row.value for row in by_weight] == (-found.by_weight[found.weight_order[:5]]).tolist()
    assert [row.target.k for row in by_input] == found.input_order[:5].tolist()
    assert [row.value for row in by_input] == (-found.by_input[found.input_order[:5]]).tolist()
    assert part.fire.text().startswith("Fire together")
    assert all(row.value > 0 for row in by_weight)


def test_the_ways_are_linked_to_the_picture(panel, session, qtbot):
    choose(session, Neuron(3, 4))
    part = panel.neuron.ways
    for rows in (part.weights, part.inputs):
        row = rows.shown()[1]
        QTest.mouseMove(rows, rows.row_rect(1).center().toPoint())
        assert session.pointed == row.target
    k = part.inputs.shown()[0].target.k
    QTest.mouseClick(part.inputs, LEFT, pos=part.inputs.row_rect(0).center().toPoint())
    assert session.selection == Neuron(2, k)
    choose(session, Neuron(3, 4))
    target = part.weights.shown()[0].target
    QTest.mouseClick(part.weights, LEFT, pos=part.weights.row_rect(0).center().toPoint())
    assert session.selection == target
    choose(session, Neuron(3, 4))
    qtbot.mouseClick(part.bias, LEFT)
    assert session.selection == Location("b", 3, 4)


def test_the_first_layer_cannot_change_its_input(panel, session):
    choose(session, Neuron(1, 12))
    part = panel.neuron.ways
    assert not part.inputs.isVisible()
    assert part.note.text() == "The activations before it are the input: they are given."


def test_a_sigmoid_with_binary_cross_entropy_collapses(show, session):
    network(session, (8,), "tanh", "sigmoid", "binary_cross_entropy")
    panel = show(session)
    choose(session, Neuron(2, 3))
    assert panel.neuron.effect.rows.lines()[-1].value == f"= {number(session.trace.delta[2][3])}"
    assert not panel.neuron.check.isVisible()


def test_a_neuron_switched_off_is_a_factor_of_its_own(panel, session):
    session.switch(Neuron(2, 5), on=False)
    session.jump(session.plan.update - 1)
    choose(session, WEIGHT)
    buttons = [b for b in panel.parameter.gradient.factors.buttons if b.isVisible()]
    assert len(buttons) == len(explain_parameter(session.trace, WEIGHT).factors) == 4
    assert panel.parameter.gradient.check.badge.text() == "✓ both are 0"
