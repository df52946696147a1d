import numpy as np
import pytest
import samples
from driving import expose
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.data import load
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.matrix.axis import GAP, elided, source, strongest, whole
from nnviz.ui.matrix.calculation import at_phase, calculation
from nnviz.ui.matrix.panel import MatrixPanel
from nnviz.wording import exact, parameter_name, short

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def show(qtbot):
    """Show a session's matrices at the size they have in a window of 1280×720, or another."""

    def _show(session, width=700, height=400):
        return expose(qtbot, MatrixPanel(session), (width, height))

    return _show


@pytest.fixture
def panel(show, session):
    return show(session)


def reveal(session, kind="gradient", layer=1):
    session.jump(session.plan.phases.index(Phase(kind, layer)))


def values(session, mode, layer):
    line = calculation(session, mode, layer)
    return {b.key: None if b.values is None else b.values.squeeze() for b in line.blocks}


def mouse_at(view, key, row, column):
    return view.cell_center(key, row, column).toPoint()


def hover(view, point):
    QTest.mouseMove(view, QPoint(1, 1))
    QTest.mouseMove(view, point)


# The numbers

NETWORKS = (*samples.SPECS[::4], NetworkSpec.build(5, (), 3), NetworkSpec.build(5, (4, 3, 6, 2), 3, "tanh"))


@pytest.mark.parametrize("spec", NETWORKS, ids=str)
def test_the_blocks_hold_the_cores_numbers_and_the_equations_are_right(make_session, spec):
    session = make_session(spec)
    reveal(session)
    trace = session.trace
    for layer in spec.layers:
        forward = values(session, "forward", layer)
        np.testing.assert_array_equal(forward["z"], trace.z[layer])
        np.testing.assert_allclose(forward["W"] @ forward["a_before"] + forward["b"], forward["z"])
        np.testing.assert_array_equal(forward["a"], trace.a[layer])
        outer = values(session, "outer", layer)
        np.testing.assert_allclose(np.outer(outer["delta"], outer["a_before"]), outer["dC_dW"])
        np.testing.assert_array_equal(outer["dC_dW"], trace.gradient.weights(layer))
        np.testing.assert_array_equal(outer["dC_db"], outer["delta"])


@pytest.mark.parametrize("spec", NETWORKS, ids=str)
def test_backward_leads_from_one_delta_to_the_one_before(make_session, spec):
    session = make_session(spec)
    reveal(session)
    for layer in range(1, spec.depth):
        found = values(session, "backward", layer)
        np.testing.assert_allclose(found["WT"] @ found["delta_next"], found["dC_da"], atol=1e-12)
        np.testing.assert_allclose(found["slope"] * found["dC_da"], found["delta"], atol=1e-12)
        np.testing.assert_array_equal(found["delta"], session.trace.delta[layer])


@pytest.mark.parametrize("cost", ["squared", "half_squared", "mean_squared"])
def test_at_the_output_backward_begins_at_the_cost(make_session, cost):
    session = make_session(NetworkSpec.build(5, (4,), 3, cost=cost))
    reveal(session)
    found = values(session, "backward", 2)
    factor = {"squared": 2, "half_squared": 1, "mean_squared": 2 / 3}[cost]
    np.testing.assert_allclose(factor * (found["a"] - found["y"]), found["dC_da"])
    np.testing.assert_allclose(found["slope"] * found["dC_da"], found["delta"])


@pytest.mark.parametrize(
    ("output", "cost"), [("softmax", "cross_entropy"), ("sigmoid", "binary_cross_entropy")]
)
def test_a_cross_entropy_gives_delta_directly(make_session, output, cost):
    session = make_session(NetworkSpec.build(5, (4,), 3, output=output, cost=cost))
    reveal(session)
    line = calculation(session, "backward", 2)
    assert [block.key for block in line.blocks] == ["a", "y", "delta"]
    assert line.tex.endswith("- y")
    found = values(session, "backward", 2)
    np.testing.assert_allclose(found["a"] - found["y"], found["delta"], atol=1e-12)
    assert "softmax" in calculation(session, "forward", 2).tex or output == "sigmoid"


def test_a_neuron_switched_off_is_a_factor_0(tiny_session):
    session = tiny_session
    session.switch(Neuron(1, 3), False)
    reveal(session)
    forward, backward = values(session, "forward", 1), values(session, "backward", 1)
    assert forward["m"][3] == 0
    assert forward["m"].sum() == 15
    np.testing.assert_allclose(forward["m"] / (1 + np.exp(-forward["z"])), forward["a"])
    np.testing.assert_allclose(
        backward["m"] * backward["slope"] * backward["dC_da"], backward["delta"], atol=1e-12
    )
    assert backward["slope"][3] > 0
    assert "m" not in values(session, "forward", 2)


# What is revealed


def known(session, mode, layer):
    return {key for key, found in values(session, mode, layer).items() if found is not None}


def test_only_what_the_cursor_has_reached_is_there(tiny_session):
    session = tiny_session
    session.jump(0)
    assert known(session, "forward", 1) == {"W", "a_before", "b"}
    assert known(session, "forward", 2) == {"W", "b"}
    reveal(session, "weighted_sum", 2)
    assert known(session, "forward", 2) == {"W", "a_before", "b", "z"}
    reveal(session, "activation", 3)
    assert known(session, "backward", 3) == {"a"}
    reveal(session, "cost", 3)
    assert known(session, "backward", 3) == {"a", "y"}
    assert known(session, "outer", 3) == {"a_before"}
    reveal(session, "delta", 3)
    assert known(session, "backward", 2) == {"WT", "delta_next"}
    assert known(session, "outer", 3) == {"delta", "a_before"}
    reveal(session, "dC_da", 2)
    assert known(session, "backward", 2) == {"WT", "delta_next", "dC_da"}


def test_an_unknown_block_has_no_colors_and_its_tooltip_no_value(panel, session):
    session.jump(0)
    view = panel.view
    assert view.picture("z").colors is None
    assert view.picture("W").colors is not None
    text = view.tip(view.cell_center("z", 3, 0))
    assert "not yet" in text
    assert exact(session.trace.z[1][3]) not in text


def test_it_follows_the_cursor_until_it_is_pinned(qtbot, panel, session):
    for position, phase in enumerate(session.plan.phases):
        session.jump(position)
        assert (panel.mode, panel.layer) == at_phase(phase, session.spec)
        assert (panel.view.line.mode, panel.view.line.layer) == (panel.mode, panel.layer)
    qtbot.mouseClick(panel.layers.button(1), LEFT)
    qtbot.mouseClick(panel.modes.button(0), LEFT)
    session.jump(3)
    assert (panel.mode, panel.layer, panel.following) == ("forward", 2, False)
    qtbot.mouseClick(panel.follow, LEFT)
    assert (panel.mode, panel.layer, panel.following) == ("forward", 2, True)
    session.jump(1)
    assert panel.layer == 1


def test_phases_know_their_calculation(session):
    found = [at_phase(phase, session.spec) for phase in session.plan.phases]
    assert found[:3] == [("forward", 1)] * 3
    assert found[session.plan.cost] == ("forward", 3)
    assert found[session.plan.cost + 1 :][:3] == [("backward", 3), ("backward", 3), ("outer", 3)]
    assert found[-1] == ("outer", 1)


def test_after_an_update_the_numbers_it_came_from_stand_and_it_says_so(panel, session):
    before = session.parameters
    session.jump(session.plan.update)
    panel.pin("forward", 2)
    np.testing.assert_array_equal(panel.view.line.block("W").values, before.weights(2))
    assert "before the update" in panel.notes.text()


# What is drawn


def color_at(view, point):
    return view.grab().toImage().pixelColor(point)


def test_cells_have_the_color_of_their_number(panel, session):
    reveal(session, "activation", 2)
    session.begin_drag()
    for k, value in enumerate((50.0, -50.0, 0.0)):
        session.set_parameter(Location("w", 2, 1, k), value)
    reveal(session, "activation", 2)
    view, now = panel.view, theme.current()
    corner = QPoint(9, 5)  # beside the number
    for k, role in enumerate(("positive", "negative", "background")):
        assert color_at(view, mouse_at(view, "W", 1, k) + corner) == now.color(role)


def test_a_wish_has_the_color_of_what_lowers_the_cost(panel, session):
    reveal(session, "gradient", 3)
    view = panel.view
    colors, shown = view.picture("dC_dW").colors, session.trace.gradient.weights(3)
    j, k = np.unravel_index(np.abs(shown).argmax(), shown.shape)
    role = "negative" if shown[j, k] > 0 else "positive"
    assert tuple(colors[j, k][:3]) == theme.current().color(role).toTuple()[:3]
    assert "▲" in panel.notes.text()
    assert "−∂C/∂w" in panel.notes.text()


def test_numbers_stand_in_the_cells_where_they_fit(panel, session):
    reveal(session, "activation", 2)
    numbers = panel.view.picture("W").numbers
    assert list(numbers[:16]) == [short(w) for w in session.parameters.weights(2)[0].tolist()]
    reveal(session, "activation", 1)
    assert panel.view.picture("W").numbers == ()


def test_small_numbers_have_their_power_of_ten_set_apart(panel, session):
    reveal(session, "gradient", 1)
    picture = panel.view.picture("delta")
    delta = session.trace.delta[1]
    assert picture.power < 0
    assert 1 <= np.abs(delta).max() / 10**picture.power < 10
    assert picture.numbers[0] == short(delta[0] / 10**picture.power)


def test_all_784_columns_become_stripes_that_show_the_strongest(panel, session):
    reveal(session, "activation", 1)
    picture, weights = panel.view.picture("W"), session.trace.parameters.weights(1)
    axis = picture.placed.columns
    assert axis.size > 1
    assert axis.pitch >= 1
    for slot in (0, 17, axis.slots - 1):
        group = weights[5, axis.indices(slot).start : axis.indices(slot).stop]
        assert picture.shown[5, slot] == group[np.abs(group).argmax()]
    assert f"stripe stands for {axis.size}" in panel.notes.text()


def test_in_numbers_it_says_how_many_columns_there_are_and_shows_the_chosen(qtbot, panel, session):
    reveal(session, "activation", 1)
    qtbot.mouseClick(panel.cells.button(1), LEFT)
    for k in (0, 391, 783):
        session.select(Location("w", 1, 3, k))
        axis = panel.view.picture("W").placed.columns
        assert axis.slot_of(k) is not None
        assert panel.view.picture("W").numbers
        assert axis.shown < 784
    session.select(None)
    session.point_at(Neuron(0, 500))
    assert panel.view.picture("W").placed.columns.slot_of(500) is not None
    assert panel.view.picture("a_before").placed.rows.slot_of(500) is not None


# Pointing, choosing, keys


@pytest.mark.parametrize(
    ("mode", "key", "cell", "hit"),
    [
        ("forward", "W", (4, 7), Location("w", 2, 4, 7)),
        ("forward", "b", (4, 0), Location("b", 2, 4)),
        ("forward", "a_before", (7, 0), Neuron(1, 7)),
        ("forward", "a", (4, 0), Neuron(2, 4)),
        ("backward", "WT", (7, 4), Location("w", 3, 4, 7)),
        ("backward", "delta_next", (4, 0), Neuron(3, 4)),
        ("outer", "dC_dW", (4, 7), Location("w", 2, 4, 7)),
        ("outer", "a_before", (0, 7), Neuron(1, 7)),
        ("outer", "dC_db", (4, 0), Location("b", 2, 4)),
    ],
)
def test_the_cell_under_the_mouse_is_pointed_at_and_a_click_chooses_it(
    qtbot, panel, session, mode, key, cell, hit
):
    reveal(session)
    panel.pin(mode, 2)
    point = mouse_at(panel.view, key, *cell)
    hover(panel.view, point)
    assert session.pointed == hit
    qtbot.mouseClick(panel.view, LEFT, pos=point)
    assert session.selection == hit
    hover(panel.view, QPoint(2, 2))
    assert session.pointed is None


def test_a_click_beside_the_cells_chooses_nothing(qtbot, panel, session):
    session.select(Neuron(1, 1))
    qtbot.mouseClick(panel.view, LEFT, pos=QPoint(2, 2))
    assert session.selection is None


def test_a_stripe_answers_with_the_number_it_shows(panel, session):
    reveal(session, "activation", 1)
    view, weights = panel.view, session.trace.parameters.weights(1)
    picture = view.picture("W")
    for j, slot in ((0, 3), (9, 100), (15, 190)):
        place = picture.placed.cell_rect(j, slot).center() + view._origin
        point = QPoint(int(place.x()), int(place.y()))
        hover(view, point)
        assert session.pointed.j == j
        assert weights[j, session.pointed.k] == picture.shown[j, slot]
        assert exact(weights[j, session.pointed.k]) in view.tip(point.toPointF())


def test_what_is_pointed_at_elsewhere_lights_up_here(panel, session):
    reveal(session, "activation", 2)
    view = panel.view
    session.point_at(Location("w", 2, 4, 7))
    assert view.board.placed("W").lit(session.pointed) == (4, 7)
    assert view.board.placed("a_before").lit(session.pointed) == (7, None)
    assert view.board.placed("z").lit(session.pointed) == (4, None)
    session.point_at(None)
    cell = view.board.placed("z").cell_rect(4, 0).translated(view._origin)
    edge = QPoint(round(cell.left()) - 1, round(cell.center().y()))
    dark = color_at(view, edge)
    session.point_at(Neuron(2, 4))
    assert color_at(view, edge) != dark
    session.select(Neuron(2, 4))
    session.point_at(None)
    assert color_at(view, edge).name() == theme.current().selection


def test_arrow_keys_move_the_chosen_cell_and_walk_into_the_next_block(qtbot, panel, session):
    reveal(session, "activation", 2)
    view = panel.view
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert session.selection == Location("w", 2, 0, 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert session.selection == Location("w", 2, 1, 1)
    session.select(Location("w", 2, 3, 15))
    for expected in (Neuron(1, 3), Location("b", 2, 3), Neuron(2, 3), Neuron(2, 3)):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert session.selection == expected
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert session.selection == Neuron(2, 2)
    assert "neuron 2" in view.accessibleDescription()


def test_a_choice_is_made_by_keyboard_too(qtbot, panel, session):
    panel.modes.button(0).setFocus()
    qtbot.keyClick(panel.modes.button(0), Qt.Key.Key_Right)
    assert (panel.mode, panel.following) == ("backward", False)
    assert panel.modes.button(1).hasFocus()
    panel.follow.setFocus()
    qtbot.keyClick(panel.follow, Qt.Key.Key_Space)
    assert panel.following


def test_arrow_keys_reach_what_is_left_out(qtbot, panel, session):
    reveal(session, "activation", 1)
    panel.show_numbers(True)
    session.select(Location("w", 1, 3, 0))
    for k in range(1, 40):
        qtbot.keyClick(panel.view, Qt.Key.Key_Right)
        assert session.selection == Location("w", 1, 3, k)
        assert panel.view.board.placed("W").columns.slot_of(k) is not None


def test_arrow_keys_go_from_stripe_to_stripe(qtbot, panel, session):
    reveal(session, "activation", 1)
    picture = panel.view.picture("W")
    session.select(panel.view.cells.hit((picture.placed, 3, 50)))
    for slot in range(51, 60):
        qtbot.keyClick(panel.view, Qt.Key.Key_Right)
        assert session.selection.k in picture.placed.columns.indices(slot)


def test_tooltips_name_the_cell_and_its_exact_value(panel, session, monkeypatch):
    reveal(session, "gradient", 2)
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda *a: shown.append(a[1]))
    point = mouse_at(panel.view, "dC_dW", 4, 7)
    event = QHelpEvent(QEvent.Type.ToolTip, point, panel.view.mapToGlobal(point))
    QApplication.sendEvent(panel.view, event)
    assert parameter_name(session.spec, Location("w", 2, 4, 7)) in shown[0]
    assert exact(session.trace.gradient.at(Location("w", 2, 4, 7))) in shown[0]
    assert exact(session.parameters.at(Location("w", 2, 4, 7))) in shown[0]


def test_every_control_has_a_name_and_teaches(panel):
    buttons = [b for b in panel.findChildren(QToolButton) if b.isVisible()]
    assert len(buttons) == 3 + 3 + 2 + 1
    for button in buttons:
        assert button.accessibleName()
        assert button.toolTip()
    assert panel.view.accessibleName()


# Any network, any size


def test_hidden_it_does_nothing_and_catches_up_when_shown(panel, session):
    panel.hide()
    line = panel.view._line
    reveal(session, "gradient", 3)
    assert panel.view._line is not line
    panel.show()
    assert panel.view.line.mode == "outer"
    assert panel.view.picture("dC_dW").shown.shape == (10, 16)


def test_another_network_brings_its_own_layers(panel, session):
    panel.pin("backward", 3)
    session.new_network(NetworkSpec.build(784, (), 10, output="softmax", cost="cross_entropy"), "scaled", 0)
    assert (panel.layer, panel.following) == (1, True)
    session.new_network(NetworkSpec.build(784, (3,) * 8, 10), "scaled", 0)
    panel.layers.setCurrentIndex(6)
    panel.layers.activated.emit(6)
    assert (panel.layer, panel.following) == (7, False)


@pytest.mark.parametrize("hidden", [(), (16,), (32, 16, 16), (1000,)])
@pytest.mark.parametrize("size", [(400, 280), (700, 400), (1100, 700)])
@pytest.mark.parametrize("in_numbers", [False, True])
def test_whatever_the_size_everything_has_its_place(show, session, hidden, size, in_numbers):
    session.new_network(NetworkSpec.build(784, hidden, 10), "scaled", 0)
    panel = show(session, *size)
    panel.show_numbers(in_numbers)
    reveal(session)
    for mode in ("forward", "backward", "outer"):
        panel.pin(mode, 1)
        assert not panel.view.grab().isNull()
        for picture in panel.view.pictures:
            placed, shown = picture.placed, picture.shown
            assert shown.shape == (placed.rows.slots, placed.columns.slots)
            assert placed.rows.shown <= placed.block.shape[0]
            assert placed.rect.right() <= panel.view.width()
            assert placed.caption.bottom() <= panel.view.height()


@pytest.mark.parametrize("colors", [theme.DARK, theme.LIGHT.with_palette(theme.BLUE_RED_GLYPHS)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_can_be_drawn_in_every_theme(qapp, show, session, colors, scale):
    panel = show(session, 440, 420)
    theme.apply(qapp, colors, scale)
    for position in range(len(session.plan)):
        session.jump(position)
        assert not panel.grab().isNull()
    assert panel.minimumSizeHint().width() <= 480


@pytest.mark.parametrize("in_numbers", [False, True])
def test_a_network_that_ran_away_is_still_drawn(panel, session, in_numbers):
    reveal(session)
    panel.show_numbers(in_numbers)
    trace = session.trace  # the trace is what is shown
    for numbers in (trace.z[1], trace.a[1], trace.delta[1], trace.delta[2], trace.gradient.blocks[1][300]):
        numbers[:4] = np.nan, np.inf, -np.inf, 1e300
    for mode in ("forward", "backward", "outer"):
        panel.pin(mode, 1)
        panel.view.refresh()
        assert not panel.view.grab().isNull()


def test_small_digits_fit_as_they_are(qapp, show):
    session = Session(load("digits8"))
    panel = show(session, 1100, 700)
    reveal(session, "activation", 1)
    axis = panel.view.picture("W").placed.columns
    assert (axis.count, axis.size, axis.shown) == (64, 1, 64)
    session.close()


# Rows and columns


@pytest.mark.parametrize("count", [1, 5, 10, 784, 1000])
@pytest.mark.parametrize("room", [3.0, 100.0, 333.0])
def test_stripes_hold_every_index_exactly_once(count, room):
    axis = whole(count, room, 30.0)
    assert [i for slot in range(axis.slots) for i in axis.indices(slot)] == list(range(count))
    assert axis.pitch >= 1
    assert axis.extent <= room
    assert all(i in axis.indices(axis.slot_of(i)) for i in range(count))


@pytest.mark.parametrize("focus", [(), (0,), (400,), (783,), (3, 780), (400, 401, 5)])
def test_what_is_left_out_leaves_a_gap(focus):
    axis = elided(784, 300.0, 20.0, focus)
    assert axis.slots <= 15
    assert axis.shown > 9
    assert all(axis.slot_of(index) is not None for index in focus)
    shown = [int(i) for i in axis.starts if i != GAP]
    assert shown == sorted(set(shown))
    for here, there in zip(axis.starts, axis.starts[1:], strict=False):
        assert GAP in (here, there) or there == here + 1


def test_the_strongest_of_each_stripe_is_shown_and_found_again():
    numbers = np.random.default_rng(0).normal(size=(23, 31))
    rows, columns = whole(23, 8.0, 30.0), whole(31, 10.0, 30.0)
    for table in (numbers, np.asfortranarray(numbers)):
        shown = strongest(table, rows, columns)
        for (r, c), value in np.ndenumerate(shown):
            i, j = source(table, rows.indices(r), columns.indices(c), value)
            group = table[np.ix_(list(rows.indices(r)), list(columns.indices(c)))]
            assert table[i, j] == value
            assert abs(value) == np.abs(group).max()
