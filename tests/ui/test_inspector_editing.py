"""Weights and biases by hand: slider, number, zero, switch, and what follows from them."""

import numpy as np
import pytest
from driving import choose, expose
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.network import Location
from nnviz.session import Neuron
from nnviz.ui.inspector import InspectorPanel
from nnviz.wording import MINUS, before_after, change_name, number, percent

LEFT = Qt.MouseButton.LeftButton
WEIGHT = Location("w", 2, 5, 3)


@pytest.fixture
def panel(qtbot, session):
    panel = expose(qtbot, InspectorPanel(session), (300, 400))
    yield panel
    panel.hide()


def drag(slider, *shares, modifier=Qt.KeyboardModifier.NoModifier):
    """Drag the handle to shares of the reach, by the mouse."""
    QTest.mousePress(slider, LEFT, pos=slider.place(slider.value).toPoint())
    for share in shares:
        point = slider.place(share * slider.reach).toPoint()
        QTest.mouseMove(slider, point)
        # mouseMove carries neither buttons nor modifiers on this platform: as a real mouse would.
        _move(slider, point, modifier)
    QTest.mouseRelease(slider, LEFT, pos=slider.place(shares[-1] * slider.reach).toPoint())


def _move(slider, point, modifier):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    at, away = QPointF(point), QPointF(slider.mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, at, away, Qt.MouseButton.NoButton, LEFT, modifier)
    QApplication.sendEvent(slider, event)


def entries(session):
    """Return the names of all changes, the newest first, and go back to the first state."""
    names = []
    while session.undoable is not None:
        names.append(change_name(session.undoable))
        session.undo()
    return names


def test_a_drag_sets_the_weight_and_is_one_entry(panel, session):
    first = session.parameters.theta.copy()
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    largest = float(np.abs(session.parameters.weights(2)).max())
    assert slider.reach == max(3 * largest, 1)
    seen = []
    session.changed.connect(lambda what: seen.append(session.parameters.at(WEIGHT)))
    drag(slider, 0.25, 0.5, 0.4)
    unit = slider._unit()
    assert session.parameters.at(WEIGHT) == pytest.approx(0.4 * slider.reach, abs=2 * unit)
    assert len(set(seen)) >= 3, "it follows while it is dragged"
    assert slider.value == session.parameters.at(WEIGHT)
    assert panel.header.value.text() == f"= {number(slider.value)}"
    drag(slider, -0.3)
    assert session.parameters.at(WEIGHT) < 0
    assert entries(session) == ["weight 5,3 of layer 2"] * 2
    np.testing.assert_array_equal(session.parameters.theta, first)
    assert slider.value == first[session.spec.index(WEIGHT)]


def test_a_press_beside_the_handle_moves_it_there(panel, session, qtbot):
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    qtbot.mouseClick(slider, LEFT, pos=slider.place(0.8 * slider.reach).toPoint())
    assert session.parameters.at(WEIGHT) == pytest.approx(0.8 * slider.reach, abs=2 * slider._unit())
    assert not slider.held


def test_beyond_the_end_the_value_stops(panel, session):
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    reach = slider.reach
    drag(slider, 1.0)
    _ = [_move(slider, QPoint(5000, 5), Qt.KeyboardModifier.NoModifier)]
    assert session.parameters.at(WEIGHT) == pytest.approx(reach, abs=2 * slider._unit())
    assert slider.reach == pytest.approx(reach, rel=0.01)


def test_shift_drags_finely(panel, session):
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    before = slider.value
    target = before / slider.reach + 0.4
    drag(slider, target, modifier=Qt.KeyboardModifier.ShiftModifier)
    # QTest's own move comes without Shift where the platform delivers it.
    assert 0 < session.parameters.at(WEIGHT) - before < 0.5 * slider.reach


def test_keys_step_and_a_quick_row_of_them_is_one_entry(panel, session, qtbot):
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    before = slider.value
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value - before == pytest.approx(slider.reach / 100, abs=slider._unit())
    qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    assert slider.value - before == pytest.approx(-9 * slider.reach / 100, abs=2 * slider._unit())
    slider.let_go()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: not slider.held)
    assert entries(session) == ["weight 5,3 of layer 2"] * 2


def _wheel(widget, delta):
    at = QPointF(widget.rect().center())
    buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, delta), buttons, modifiers, phase, False
    )
    event.ignore()
    QApplication.sendEvent(widget, event)


def test_the_wheel_steps_only_with_the_focus(panel, session):
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    slider.clearFocus()
    before = slider.value
    _wheel(slider, 120)
    assert slider.value == before
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    _wheel(slider, 120)
    assert slider.value > before
    slider.let_go()


@pytest.mark.parametrize(
    ("typed", "value"), [("0.25", 0.25), ("-1,5", -1.5), (f"{MINUS}2e-1", -0.2), ("7", 7)]
)
def test_a_number_is_typed(panel, session, qtbot, typed, value):
    choose(session, WEIGHT)
    editor = panel.parameter.editor
    editor.field.selectAll()
    editor.field.insert(typed)
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert session.parameters.at(WEIGHT) == np.float32(value)
    assert editor.field.text() == f"{value:.4g}".replace("-", MINUS)
    assert editor.slider.reach >= abs(value)
    assert entries(session) == ["weight 5,3 of layer 2"]


@pytest.mark.parametrize("typed", ["", "much", "nan", "1e99", "1 2"])
def test_a_bad_number_is_one_sentence_and_changes_nothing(panel, session, qtbot, typed):
    choose(session, WEIGHT)
    field, theta = panel.parameter.editor.field, session.parameters.theta
    shown = field.text()
    sentences = []
    session.failed.connect(sentences.append)
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(sentences) == 1
    assert field.text() == shown
    assert session.parameters.theta is theta
    assert session.undoable is None


def test_esc_takes_back_what_was_typed(panel, session, qtbot):
    choose(session, WEIGHT)
    field = panel.parameter.editor.field
    shown = field.text()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "12")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == shown
    assert session.selection == WEIGHT
    assert session.undoable is None


def test_zero_cuts_the_connection(panel, session, qtbot):
    choose(session, WEIGHT)
    editor = panel.parameter.editor
    qtbot.mouseClick(editor.zero, LEFT)
    assert session.parameters.at(WEIGHT) == 0
    assert editor.field.text() == "0"
    assert not editor.zero.isEnabled()


def test_what_follows_is_said(panel, session, qtbot):
    qtbot.waitUntil(lambda: session.standing is not None)
    choose(session, WEIGHT)
    before, accuracy = session.trace.cost, session.standing.accuracy
    outcome = panel.parameter.outcome
    assert outcome.text().startswith(f"cost {number(before)}, guess ")
    assert outcome.text().endswith(f"test {percent(accuracy)}")
    drag(panel.parameter.editor.slider, 0.9)
    assert outcome.text().endswith("test …")
    pair = " → ".join(before_after(before, session.trace.cost))
    assert outcome.text().startswith(f"cost {pair}, guess ")
    qtbot.waitUntil(lambda: session.standing is not None)
    now = session.standing.accuracy
    assert percent(now) in outcome.text()
    assert now == accuracy or percent(accuracy) in outcome.text()
    session.undo()
    assert "→" not in outcome.text()


def test_what_is_not_revealed_is_not_said(panel, session):
    choose(session, WEIGHT)
    session.jump(session.plan.cost - 1)
    assert panel.parameter.outcome.text().startswith("guess ")
    session.jump(0)
    assert panel.parameter.outcome.text().startswith("test ")


def test_the_bias_is_dragged_in_the_neurons_view(panel, session):
    choose(session, Neuron(1, 12))
    editor, bias = panel.neuron.by_hand.bias, Location("b", 1, 12)
    z = session.trace.z[1][12]
    drag(editor.slider, 0.5)
    value = session.parameters.at(bias)
    assert value > 0.3
    assert session.trace.z[1][12] == pytest.approx(z + value)
    assert panel.neuron.curve.state.bias == value
    assert panel.neuron.by_hand.outcome.isVisible()
    assert entries(session) == ["bias 12 of layer 1"]


def test_a_hidden_neuron_is_switched_off_and_on(panel, session, qtbot):
    choose(session, Neuron(2, 5))
    by_hand = panel.neuron.by_hand
    assert not by_hand.state.isVisible()
    by_hand.switch.click()
    assert session.off == {(2, 5)}
    assert session.trace.a[2][5] == 0
    assert by_hand.state.text() == "off: its activation counts as 0"
    assert by_hand.state.isVisible()
    assert panel.neuron.numbers.text().endswith("· 0 = 0")
    session.undo()
    assert not by_hand.switch.isChecked()
    session.redo()
    by_hand.switch.click()
    assert not session.off
    assert entries(session) == ["switch of neuron 5, layer 2"] * 2


def test_an_output_neuron_has_no_switch(panel, session):
    choose(session, Neuron(3, 5))
    assert panel.neuron.by_hand.bias.isVisible()
    assert not panel.neuron.by_hand.switch.isVisible()


def test_another_choice_ends_the_change(panel, session, qtbot):
    choose(session, WEIGHT)
    slider = panel.parameter.editor.slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.held
    choose(session, WEIGHT._replace(k=4))
    assert not slider.held
    assert slider.value == session.parameters.at(WEIGHT._replace(k=4))


# The activation's history


def test_the_history_collects_the_activation_since_the_neuron_was_chosen(panel, session):
    choose(session, Neuron(2, 3))
    history = panel.neuron.history
    expected = [(0, session.trace.a[2][3])]
    assert history.points() == tuple(expected)
    assert not history.isVisible()
    for update in (1, 2, 3):
        session.jump(session.plan.update)
        session.step_forward()
        expected.append((update, session.trace.a[2][3]))
    assert history.points() == tuple(expected)
    session.jump(session.plan.cost)
    assert history.isVisible()
    assert history.caption.text() == "a since you chose it: 3 updates"


def test_the_history_tells_the_value_under_the_mouse(panel, session):
    choose(session, Neuron(2, 3))
    for _ in range(2):
        session.jump(session.plan.update)
        session.step_forward()
    session.jump(session.plan.cost)
    QApplication.processEvents()
    history = panel.neuron.history
    point = history.points()[1]
    QTest.mouseMove(history.line, history.line.place(point).toPoint())
    _move(history.line, history.line.place(point).toPoint(), Qt.KeyboardModifier.NoModifier)
    assert history.caption.text() == f"1 update ago: a = {number(point.a)}"


def test_undo_takes_the_history_back_and_another_example_begins_anew(panel, session):
    choose(session, Neuron(2, 3))
    history = panel.neuron.history
    session.jump(session.plan.update)
    session.step_forward()
    assert len(history.points()) == 2
    session.step_back()
    session.step_back()
    assert [point.updates for point in history.points()] == [0]
    session.next_example()
    assert history.points() == ((0, session.trace.a[2][3]),)
    session.select(None)
    assert history.points() == ()


def test_a_training_is_followed_too(qtbot, tiny_session):
    panel = InspectorPanel(tiny_session)  # hidden, as in another workspace
    qtbot.addWidget(panel)
    tiny_session.select(Neuron(1, 2))
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.run_state == "idle")
    points = panel.neuron.history.points()
    assert points[-1] == (tiny_session.updates, tiny_session.trace.a[1][2])
    assert points[0].updates == 0


def test_news_of_the_test_set_refresh_only_what_tells_them(panel, session, qtbot, monkeypatch):
    """They come after every change of a drag, and would else double its work."""
    choose(session, Location("w", 2, 5, 3))
    session.set_parameter(Location("w", 2, 5, 3), 4.0)
    monkeypatch.setattr(panel.parameter, "refresh", lambda: pytest.fail("all of it was refreshed"))
    qtbot.waitUntil(lambda: session.standing is not None)
    told = percent(session.standing.accuracy)
    qtbot.waitUntil(lambda: panel.parameter.outcome.text().endswith(told))
