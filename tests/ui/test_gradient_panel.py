import numpy as np
import pytest
import samples
from driving import expose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.sensitivity import compare
from nnviz.core.steps import Phase
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.gradient.columns import COMPONENT, LAYER, NAME, NUMBER, VALUE, WORDS
from nnviz.ui.gradient.model import GradientModel
from nnviz.ui.gradient.panel import GradientPanel
from nnviz.ui.gradient.rows import Filter, listed, ordered
from nnviz.ui.gradient.table import MOST_COPIED
from nnviz.ui.pictures import PICTURES
from nnviz.wording import exact, number
from nnviz.wording.gradient import amount_words, sensitivity_sentence

LEFT = Qt.MouseButton.LeftButton
DISPLAY = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def show(qtbot):
    def _show(session, width=690, height=420):
        return expose(qtbot, GradientPanel(session), (width, height))

    return _show


@pytest.fixture
def whole(session):
    """Return a session whose whole gradient is computed."""
    session.jump(session.plan.update - 1)
    return session


def row_point(panel, row, column=NAME):
    return panel.table.visualRect(panel.model.index(row, column)).center()


def click_row(panel, row):
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=row_point(panel, row))


# Order and filter

NETWORKS = (
    samples.SPECS[0],
    samples.SPECS[-1],
    NetworkSpec.build(5, (), 3),
    NetworkSpec.build(3, (4, 2, 6), 2),
)


@pytest.mark.parametrize("spec", NETWORKS, ids=str)
@pytest.mark.parametrize("descending", [True, False])
def test_rows_are_sorted_as_numpy_sorts(spec, descending):
    random = np.random.default_rng(1)
    theta, gradient = random.normal(size=(2, spec.parameter_count))
    gradient[random.random(spec.parameter_count) < 0.5] = 0
    for chosen in (Filter(), Filter(1), Filter(spec.depth, "b"), Filter(None, "w")):
        places = listed(spec, chosen)
        for order, keys in (("value", theta), ("component", -gradient), ("size", np.abs(gradient))):
            found = ordered(places, order, descending, theta, gradient)
            assert sorted(found) == list(places)
            sorted_keys = keys[found] * (-1 if descending else 1)
            np.testing.assert_array_equal(sorted_keys, np.sort(sorted_keys))
            zeros = found[keys[found] == 0]
            np.testing.assert_array_equal(zeros, np.sort(zeros))
        expected = places[::-1] if descending else places
        np.testing.assert_array_equal(ordered(places, "position", descending, theta, gradient), expected)


@pytest.mark.parametrize("spec", NETWORKS, ids=str)
def test_a_filter_lists_what_it_says(spec):
    for layer in (None, *spec.layers):
        for kinds in ("all", "w", "b"):
            found = [spec.locate(int(place)) for place in listed(spec, Filter(layer, kinds))]
            expected = [
                at
                for at in map(spec.locate, range(spec.parameter_count))
                if layer in (None, at.layer) and kinds in ("all", at.kind)
            ]
            assert found == expected


def test_what_is_not_known_comes_last():
    spec = samples.SPECS[0]
    gradient = np.random.default_rng(0).normal(size=spec.parameter_count)
    gradient[: spec.offsets[1]] = np.nan
    for descending in (True, False):
        found = ordered(listed(spec, Filter()), "size", descending, gradient, gradient)
        assert set(found[-spec.offsets[1] :]) == set(range(spec.offsets[1]))


# The model


@pytest.mark.parametrize("order", ["component", "size"])
def test_what_is_not_known_stands_in_the_order_of_theta(order):
    places, gradient = np.arange(4000), np.full(4000, np.nan)
    gradient[-3:] = 1.0, 0.0, 2.0
    wanted = [3999, 3997, 3998] if order == "size" else [3998, 3997, 3999]
    found = ordered(places, order, True, np.zeros(4000), gradient)
    assert found.tolist() == [*wanted, *range(3997)]


def test_before_the_backward_phase_rows_stand_in_the_order_of_theta(session):
    session.jump(session.plan.position("C", session.spec.depth) or 0)
    model = GradientModel(session)
    model.take()
    assert model.text(0, COMPONENT) == "…"
    np.testing.assert_array_equal(model.places, np.arange(session.spec.parameter_count))


def texts(model, row):
    return [model.data(model.index(row, column), DISPLAY) for column in range(model.columnCount())]


def test_a_row_says_what_the_trace_says(whole):
    model = GradientModel(whole)
    model.take()
    gradient, spec = whole.trace.gradient, whole.spec
    assert model.rowCount() == 13_002
    sizes = np.abs(gradient.theta)[model.places]
    assert (np.diff(sizes) <= 0).all()
    for row in (0, 5, 100, 13_001):
        at = model.location(row)
        place, layer, name, value, component, words = texts(model, row)
        assert place == f"{spec.index(at) + 1:,}"
        assert layer == str(at.layer)
        assert name.startswith(at.kind)
        assert value == number(whole.parameters.at(at))
        assert component.lstrip("▲▼ +") == number(-gradient.at(at))
        assert component.startswith("▲") == (gradient.at(at) < 0)
        assert words == amount_words(-gradient.at(at), sizes[0])
    at = Location("w", 1, 3, 412)
    assert model.data(model.index(model.row_of(at), NAME)) == "w⁽¹⁾₃,₄₁₂  pixel 14,20"
    tip = model.data(model.index(model.row_of(at), NAME), Qt.ItemDataRole.ToolTipRole)
    assert exact(whole.parameters.at(at)) in tip


def test_layers_that_the_score_has_not_reached_have_no_component(session):
    model = GradientModel(session)
    model.take()
    assert model.known_from == 13_002
    assert texts(model, 0)[COMPONENT:] == ["…", ""]
    session.jump(session.plan.position("gradient", 2))
    model.take()
    assert model.location(0).layer in (2, 3)
    assert model.location(13_001).layer == 1
    assert model.largest == np.abs(session.trace.gradient.theta[model.known_from :]).max()


def test_a_million_rows_cost_only_what_is_seen(qapp, qtbot, monkeypatch):
    """Counts calls, not time: texts are made for the rows in view, whatever is done to the list."""
    spec = NetworkSpec.build(784, (1000, 200), 10, "relu", "softmax", "cross_entropy")
    session = Session(samples.tiny_dataset(n_inputs=784, n_outputs=10), spec, "he")
    session.jump(session.plan.update - 1)
    asked = set()
    text = GradientModel.text
    monkeypatch.setattr(GradientModel, "text", lambda self, r, c: asked.add((r, c)) or text(self, r, c))
    panel = expose(qtbot, GradientPanel(session), (690, 420))
    assert panel.model.rowCount() == 987_210
    for do in (
        lambda: panel.table.sort_by(VALUE),
        lambda: session.select(Location("w", 1, 500, 400)),
        lambda: panel.show_filter(Filter(1)),
        lambda: session.point_at(Location("w", 1, 3, 2)),
        lambda: panel.table.scrollToBottom(),
        lambda: QTest.keyClick(panel.table, Qt.Key.Key_Z),
    ):
        asked.clear()
        do()
        panel.grab()
        assert len({row for row, _ in asked}) < 60
    session.close()


# The panel


def test_it_is_a_picture_of_the_middle(session):
    picture = next(picture for picture in PICTURES if picture.name == "gradient")
    assert picture.taught()[0] == "∇C"
    panel = picture.make(session)
    assert isinstance(panel, GradientPanel)
    panel.deleteLater()


def test_before_the_backward_phase_it_offers_to_compute(show, session):
    panel = show(session)
    assert panel.nudge.course.text() == "not yet computed: press →"
    QTest.mouseClick(panel.nudge.compute, LEFT)
    assert session.phase == Phase("gradient", 1)
    assert not panel.nudge.compute.isVisible()
    assert panel.title.text() == "−∇C of training example 0 ·  13,002 components"
    assert len(panel.title.lines()) == 1


def test_a_row_and_its_parameter_are_chosen_together(show, whole):
    panel = show(whole)
    click_row(panel, 2)
    assert whole.selection == panel.model.location(2)
    chosen = Location("w", 1, 7, 300)
    whole.select(chosen)
    current = panel.table.currentIndex()
    assert panel.model.location(current.row()) == chosen
    assert panel.table.viewport().rect().contains(panel.table.visualRect(current).center())
    whole.select(Neuron(1, 3))
    assert not panel.table.selectionModel().selectedRows()


def test_a_row_and_its_edge_light_up_together(show, whole):
    panel = show(whole)
    view = panel.table.viewport()
    QTest.mouseMove(view, QPoint(2, 2))
    QTest.mouseMove(view, row_point(panel, 3))
    assert whole.pointed == panel.model.location(3)
    lit = panel.model.data(panel.model.index(3, NAME), Qt.ItemDataRole.BackgroundRole)
    assert lit == theme.current().color("surface_hover")
    whole.point_at(Location("w", 1, 9, 406))
    assert panel.model.data(panel.model.index(3, NAME), Qt.ItemDataRole.BackgroundRole) is None
    picture = panel.pictures.pictures[1]
    assert picture.neuron == 9
    assert picture.image.pointed() == (14, 14)
    wishes = -whole.trace.gradient.weights(1)[9].reshape(28, 28)
    np.testing.assert_array_equal(picture.image.values(), wishes)


def test_a_cell_of_the_picture_chooses_its_row(show, whole):
    panel = show(whole, 900, 700)
    image = panel.pictures.pictures[1].image
    QTest.mouseClick(image, LEFT, pos=image.cell_rect(14, 13).center().toPoint())
    assert whole.selection == Location("w", 1, 0, 14 * 28 + 13)
    assert panel.model.location(panel.table.currentIndex().row()) == whole.selection
    deeper = panel.pictures.pictures[3].image
    np.testing.assert_array_equal(deeper.values(), -whole.trace.gradient.weights(3))


def test_heads_sort(show, whole):
    panel = show(whole)
    header = panel.table.horizontalHeader()

    def click(column):
        x = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(x, header.height() // 2))
        return panel.model.order

    assert panel.model.order == ("size", True)
    assert click(COMPONENT) == ("size", False)
    assert click(COMPONENT) == ("size", True)
    assert click(VALUE) == ("value", True)
    theta = whole.trace.parameters.theta[panel.model.places]
    assert (np.diff(theta) <= 0).all()
    assert click(NUMBER) == ("position", False)
    assert click(WORDS) == ("component", True)
    assert panel.model.headerData(WORDS, Qt.Orientation.Horizontal).endswith("↓")
    assert "50%" in panel.model.headerData(WORDS, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_filters_and_the_way_to_what_is_chosen(show, whole):
    panel = show(whole)
    panel.layers.choose("3")
    panel.layers.activated.emit(panel.layers.currentIndex())
    assert panel.model.rowCount() == 170
    panel.kinds.choose("b")
    panel.kinds.activated.emit(panel.kinds.currentIndex())
    assert panel.model.rowCount() == 10
    assert "10 of 13,002" in panel.title.text()
    assert panel.model.largest == np.abs(whole.trace.gradient.blocks[3]).max()
    assert not panel.jump.isEnabled()
    chosen = Location("w", 2, 4, 7)
    whole.select(chosen)
    assert panel.model.row_of(chosen) is None
    QTest.mouseClick(panel.jump, LEFT)
    assert panel.model.filter == Filter(2, "all")
    assert panel.model.location(panel.table.currentIndex().row()) == chosen
    whole.select(Neuron(1, 3))
    QTest.mouseClick(panel.jump, LEFT)
    assert whole.selection == Location("b", 1, 3)


def test_nudging_again_and_again_lowers_the_cost_and_undo_takes_it_back(show, session):
    panel = show(session)
    theta, cost = session.parameters.theta.copy(), session.trace.cost
    seen = []
    session.changed.connect(seen.append)
    for _ in range(4):
        QTest.mouseClick(panel.nudge.nudge, LEFT)
    costs = panel.nudge.costs
    assert costs[0] == cost
    assert len(costs) == 5
    assert list(costs) == sorted(costs, reverse=True)
    assert session.trace.cost == costs[-1]
    assert session.phase == Phase("gradient", 1)
    assert " → " in panel.nudge.course.text()
    assert panel.model.largest == np.abs(session.trace.gradient.theta).max()
    for _ in range(4):
        session.undo()
    np.testing.assert_array_equal(session.parameters.theta, theta)
    assert panel.nudge.costs == ()


def test_nudging_from_the_update_phase_begins_with_the_new_network(show, session):
    panel = show(session)
    session.jump(session.plan.update)
    place = session.place
    QTest.mouseClick(panel.nudge.nudge, LEFT)
    assert session.place == place + 1
    assert panel.nudge.costs[1] < panel.nudge.costs[0]


def test_a_nudge_too_large_for_numbers_is_refused_in_words(show, session, qtbot):
    panel = show(session)
    session.open_network(Parameters(session.spec, np.full(session.spec.parameter_count, 0.1)))
    spec = NetworkSpec.build(784, (16, 16), 10, "identity", "identity")
    session.new_network(spec, "normal", 0)
    session.set_rate(100.0)
    with qtbot.waitSignal(session.failed):
        for _ in range(30):
            QTest.mouseClick(panel.nudge.nudge, LEFT)
    panel.grab()
    assert not panel.nudge.nudging


def test_rows_are_copied_as_text_with_tabs(show, whole, qtbot):
    panel = show(whole)
    click_row(panel, 0)
    QTest.mouseClick(panel.table.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, row_point(panel, 2))
    with qtbot.waitSignal(panel.table.copied) as said:
        QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert said.args == [3, 3]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    first = lines[1].split("\t")
    at = panel.model.location(0)
    assert float(first[VALUE]) == whole.parameters.at(at)
    assert float(first[COMPONENT]) == -whole.trace.gradient.at(at)
    assert first[LAYER] == str(at.layer)
    assert panel.title.text() == "copied 3 rows"
    assert MOST_COPIED >= 13_002


def test_a_gradient_of_zero_is_said_in_words(show, session):
    session.open_network(Parameters(session.spec, np.full(session.spec.parameter_count, 50.0)))
    session.jump(session.plan.update - 1)
    panel = show(session, 900, 700)
    assert panel.model.largest == 0
    assert texts(panel.model, 0)[COMPONENT:] == ["0", "leave as it is"]
    assert panel.pictures.pictures[1].reach.text() == "all are 0"
    panel.grab()


def test_while_a_training_runs_rows_stay_where_they_are(show, tiny_session, qtbot):
    session = tiny_session
    session.jump(session.plan.update - 1)
    panel = show(session)
    places = panel.model.places.copy()
    session.set_pace(None)
    with qtbot.waitSignal(session.changed, check_params_cb=lambda what: bool(what & Changed.PARAMETERS)):
        session.start()
    if session.run_state == "running":
        np.testing.assert_array_equal(panel.model.places, places)
    session.stop()
    panel.grab()


def test_another_network_is_listed_at_once(show, whole):
    panel = show(whole)
    whole.select(Location("w", 1, 7, 300))
    panel.show_filter(Filter(3))
    whole.new_network(NetworkSpec.build(784, (5,), 10), "scaled", 0)
    assert panel.model.filter == Filter()
    assert panel.model.rowCount() == whole.spec.parameter_count
    assert sorted(panel.pictures.pictures) == [1, 2]
    assert panel.layers.count() == 3


# Two parameters compared


def test_two_parameters_are_compared_and_wiggled(show, whole):
    panel = show(whole)
    strip, first, second = panel.strip, Location("w", 3, 2, 5), Location("b", 2, 4)
    assert not strip.pin.isEnabled()
    whole.select(first)
    theta, moment = whole.parameters.theta.copy(), whole.moment
    QTest.mouseClick(strip.pin, LEFT)
    assert strip.pinned == first
    assert "pinned" in strip.sentence.text()
    whole.select(second)
    found = compare(whole.trace, first, second, 0.1)
    assert strip.comparison() == found
    assert strip.sentence.text() == sensitivity_sentence(found)
    assert strip.lines[0].change.text().lstrip("+") == number(found.first.change)
    assert strip.lines[1].predicted.text().lstrip("+") == number(found.second.predicted)
    assert abs(strip.lines[0].bar.share) <= 1
    assert "stays as it is" in strip.note.text()
    QTest.mouseClick(strip.steps[0.001], LEFT)
    assert strip.comparison().first.delta == 0.001
    np.testing.assert_array_equal(whole.parameters.theta, theta)
    assert whole.moment is moment
    QTest.mouseClick(strip.pin, LEFT)
    assert strip.pinned is None
    assert not strip.body.isVisible()


def test_a_step_of_ones_own(show, whole, qtbot):
    panel = show(whole)
    whole.select(Location("w", 3, 2, 5))
    QTest.mouseClick(panel.strip.pin, LEFT)
    whole.select(Location("b", 2, 4))
    field = panel.strip.own
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-0,25")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert panel.strip.delta == -0.25
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "zero")
    with qtbot.waitSignal(whole.failed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert panel.strip.delta == -0.25
    assert field.text() == "-0.25"


def test_the_pinned_one_survives_another_picture_but_not_another_network(show, whole):
    panel = show(whole)
    whole.select(Location("w", 3, 2, 5))
    QTest.mouseClick(panel.strip.pin, LEFT)
    panel.hide()
    whole.select(Location("b", 3, 0))
    panel.show()
    assert panel.strip.body.isVisible()
    whole.new_network(NetworkSpec.build(784, (5,), 10), "scaled", 0)
    assert panel.strip.pinned is None


@pytest.mark.parametrize("colors", [theme.LIGHT, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)])
@pytest.mark.parametrize("size", [(460, 320), (1300, 640)])
def test_it_is_drawn_at_every_size(show, whole, qapp, colors, size):
    theme.apply(qapp, colors)
    panel = show(whole, *size)
    assert panel.minimumSizeHint().width() <= 460
    assert panel.width() == size[0]
    assert panel.pictures.isVisible() == (size[0] > 620)
    assert not panel.grab().isNull()
