"""The network as a curve through its points, with a real mouse on the plot."""

import numpy as np
import pytest
from driving import expose, move
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.passes import forward
from nnviz.core.steps import Phase
from nnviz.data import Dataset, load, make_split
from nnviz.data.curves import Curve, load_curve
from nnviz.session import ExampleRef, Neuron, Session
from nnviz.training.exam import Fit
from nnviz.ui import theme
from nnviz.ui.curve.panel import CurvePanel
from nnviz.ui.curve.seen import PLACES, Line, frame, look
from nnviz.ui.new_network.presets import CURVE, LINEAR, begin
from nnviz.wording import exact, number

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qapp):
    session = Session(load_curve(Curve("line", n=60)))
    begin(session, LINEAR, session.dataset, seed=1)
    yield session
    session.close()


@pytest.fixture
def bent(session):
    """Sixteen tanh on a sine."""
    begin(session, CURVE, load_curve(Curve("sine", n=60)), seed=1)
    return session


@pytest.fixture
def show(qtbot):
    return lambda session: expose(qtbot, CurvePanel(session), (560, 460))


def output(session, x):
    """Return what the network answers to one number."""
    return float(forward(session.parameters.astype(np.float64), np.array([[x]])).a[session.spec.depth][0, 0])


def drawn(view, place):
    """Return which of the drawing's colors is nearest to that of a place: lines are smooth at their edges."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shown = np.array(QColor(image.pixel(round(place.x()), round(place.y()))).getRgb())
    roles = ("positive", "negative", "selection", "curve", "surface_sunken")
    return min(roles, key=lambda role: np.abs(shown - theme.current().color(role).getRgb()).sum())


# What is computed


def test_the_function_is_the_networks_and_the_fit_is_that_of_both_sets(bent):
    seen = look(bent.parameters, frozenset(), bent.dataset)
    x = seen.curve.x
    assert len(x) == PLACES
    assert x[0] < min(bent.dataset.train.x.min(), bent.dataset.test.x.min())
    assert seen.curve.a[200] == pytest.approx(output(bent, x[200]))
    for split, fit in ((bent.dataset.train, seen.train), (bent.dataset.test, seen.test)):
        residuals = [
            output(bent, float(value)) - y
            for value, y in zip(split.x[:, 0], split.targets[:, 0], strict=True)
        ]
        assert fit.rmse == pytest.approx(np.sqrt(np.mean(np.square(residuals))), rel=1e-4)


def test_the_best_line_is_closer_than_any_other(session):
    line = Line.through(session.dataset)
    for nudge in ((0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)):
        theta = line.parameters.theta + nudge
        x, y = session.dataset.train.x[:, 0], session.dataset.train.targets[:, 0]
        assert line.train.rmse < np.sqrt(np.mean((theta[0] * x + theta[1] - y) ** 2))
    assert isinstance(line.test, Fit)


def test_what_is_shown_holds_all_points_and_stands_still_while_little_changes(bent):
    seen = look(bent.parameters, frozenset(), bent.dataset)
    shown = frame(bent.dataset, seen, "function")
    for split in (bent.dataset.train, bent.dataset.test):
        assert shown.low[1] < split.targets.min()
        assert split.targets.max() < shown.high[1]
    theta = bent.parameters.theta.copy()
    theta[-1] += 1e-3
    moved = look(type(bent.parameters)(bent.spec, theta), frozenset(), bent.dataset)
    assert frame(bent.dataset, moved, "function") == shown
    pieces = frame(bent.dataset, seen, "pieces")
    assert pieces.low[1] <= seen.curve.pieces.min()
    assert seen.curve.pieces.max() <= pieces.high[1]


def test_a_single_point_has_room_around_it():
    part = make_split([[2.0]], targets=[[5.0]])
    shown = frame(Dataset("one", "One", part, part, None, None, ""), None, "function")
    assert shown.low[0] < 2 < shown.high[0]
    assert shown.low[1] < 5 < shown.high[1]


# The picture


def test_it_follows_the_training(session, show, qtbot):
    panel = show(session)
    session.set_pace(None)
    session.train_epoch()
    qtbot.waitUntil(
        lambda: session.run_state == "idle" and panel.view.seen().parameters is session.parameters
    )
    curve = panel.view.seen().curve
    assert curve.a[-1] == pytest.approx(output(session, curve.x[-1]))


def test_hidden_it_computes_nothing(session, show):
    panel = show(session)
    before = panel.view.seen()
    panel.hide()
    session.set_parameter(Location("b", 1, 0), 0.25)
    assert panel.view.seen() is before
    panel.show()
    assert panel.view.seen().parameters is session.parameters


def test_linear_regression_stands_beside_the_least_squares_line(session, show):
    panel = show(session)
    heads, ours, best, apart = panel.table.rows()
    line, (w, b) = Line.through(session.dataset), session.parameters.theta.tolist()
    assert heads == ["", "slope w", "intercept b", "RMSE", "R²", "RMSE", "R²"]
    assert ours[1:4] == [number(w), number(b), number(panel.view.seen().train.rmse)]
    assert best[1:3] == [number(value) for value in line.parameters.theta.tolist()]
    assert best[3] == number(line.train.rmse)
    assert best[5] == number(line.test.rmse)
    assert apart[1] == number(w - line.parameters.theta[0], signed=True)
    assert "least squares" in [entry.words for entry in panel.legend.entries()]
    cell = panel.table.cell_at(
        QPointF(panel.table._columns()[0][1].center().x(), 2.5 * panel.table._height())
    )
    assert cell.tip == exact(w)


def test_training_brings_it_nearer_to_that_line(session, show, qtbot):
    panel = show(session)
    best = Line.through(session.dataset).parameters.theta
    far = np.abs(session.parameters.theta - best).max()
    session.set_pace(None)
    session.set_settings(type(session.settings)(rate=0.05, epochs=20))
    session.start()
    qtbot.waitUntil(lambda: session.run_state == "idle")
    assert np.abs(session.parameters.theta - best).max() < far / 10
    assert panel.table.rows()[1][3] == number(panel.view.seen().train.rmse)


def test_with_a_hidden_layer_there_is_no_line_but_there_are_pieces(bent, show):
    panel = show(bent)
    assert len(panel.table.rows()) == 2
    assert panel.style_.isVisible()
    assert panel.view._line is None
    panel.style_.buttons["pieces"].click()
    assert [entry.kind for entry in panel.legend.entries()][3:] == ["piece", "bias"]
    assert panel.view.axes().shown == frame(bent.dataset, panel.view.seen(), "pieces")


@pytest.mark.parametrize(("index", "role"), [(0, "positive"), (1, "negative")])
def test_the_residual_is_a_stroke_in_the_color_of_where_the_output_should_go(session, show, index, role):
    session.set_parameter(Location("w", 1, 0, 0), 0.0)
    session.set_parameter(Location("b", 1, 0), -1.0 if index == 0 else 2.0)
    panel = show(session)
    session.go_to_example("train", 3)
    (x,), (y,) = session.dataset.train.example(3)
    a = output(session, x)
    axes = panel.view.axes()
    middle = axes.point(x, (3 * a + y) / 4)  # the label stands in the very middle
    assert drawn(panel.view, middle) == role
    session.jump(0)
    assert not session.shows(Phase("activation", 1))
    assert drawn(panel.view, middle) == "surface_sunken"


def test_a_point_is_filled_or_hollow(bent, show):
    bent.set_parameter(Location("b", 2, 0), 100.0)  # far from all points
    view = show(bent).view
    alone = [row for row in range(len(view._points)) if apart(view, row) > 8]
    for row in alone:
        inside = drawn(view, view.place(row))
        assert inside == ("positive" if view._points.ref(row).split == "train" else "surface_sunken")
    assert len({view._points.ref(row).split for row in alone}) == 2


def apart(view, row):
    """Return how many pixels a point is from all others, and from the example's ring."""
    places = view.axes().on_screen(view._points.places)
    others = np.delete(places, row, axis=0)
    return np.hypot(*(others - places[row]).T).min() if row else 0


def test_the_value_under_the_mouse_is_the_networks(session, show):
    panel = show(session)
    axes = panel.view.axes()
    move(panel.view, axes.point(-0.5, axes.shown.high[1] - 0.01 * axes.shown.size[1]))
    x = axes.in_plane(panel.view._mouse)[0]
    first, second = panel.view.said()
    assert first == f"x = {number(x)}, a = {number(output(session, x))}"
    best = Line.through(session.dataset).parameters.theta
    assert second == f"least squares {number(best[0] * x + best[1])}"
    panel.view.leaveEvent(None)
    assert panel.view.said() == []


def test_a_click_on_a_point_makes_it_the_example(session, show):
    panel = show(session)
    for ref in (ExampleRef("train", 7), ExampleRef("test", 2)):
        place = panel.view.place(panel.view._points.row(ref))
        move(panel.view, place)
        row = panel.view.hovered()
        QTest.mouseClick(panel.view, LEFT, pos=place.toPoint())
        assert session.example == panel.view._points.ref(row)
        x, y = session.split.example(session.example.index)
        assert panel.view.said()[1] == f"x = {number(x[0])}, y = {number(y[0])}"
        assert np.hypot(*(panel.view.place(row) - place).toTuple()) < 3  # another may lie nearer


def test_the_keyboard_goes_from_point_to_point(session, show):
    panel = show(session)
    places = panel.view._points.places
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    first = panel.view.hovered()
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    second = panel.view.hovered()
    assert places[first, 0] < places[second, 0]
    assert not ((places[:, 0] > places[first, 0]) & (places[:, 0] < places[second, 0])).any()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert session.example == panel.view._points.ref(second)


def test_a_piece_lights_its_neuron_up_and_a_click_chooses_it(bent, show):
    panel = show(bent)
    panel.style_.buttons["pieces"].click()
    curve, axes = panel.view.seen().curve, panel.view.axes()
    j = int(curve.pieces[:, 20].argmin())
    place = axes.point(curve.x[20], curve.pieces[j, 20])
    move(panel.view, place)
    assert bent.pointed == Neuron(1, j)
    assert panel.view.said()[-1].startswith(f"neuron {j} adds ")
    QTest.mouseClick(panel.view, LEFT, pos=place.toPoint())
    assert bent.selection == Neuron(1, j)
    assert drawn(panel.view, axes.point(curve.x[10], curve.pieces[j, 10])) == "selection"
    move(panel.view, QPointF(1, 1))
    assert bent.pointed is None


# Which points


def test_the_controls_draw_other_points_and_the_network_stays(session, show):
    panel, theta = show(session), session.parameters.theta
    controls = panel.controls
    controls.noise.setValue(20)
    assert session.dataset.reference == "line?n=60&noise=0.2"
    controls.number.setValue(40)
    controls.seed.setValue(7)
    assert session.dataset.reference == "line?n=40&noise=0.2&seed=7"
    controls.kind.choose("noise")
    controls.kind.activated.emit(controls.kind.currentIndex())
    assert session.dataset.name == "noise"
    assert len(session.dataset.train) == 32
    np.testing.assert_array_equal(session.parameters.theta, theta)
    for _ in range(4):
        session.undo()
    assert session.dataset.reference == "line?n=60"
    assert (controls.kind.value, controls.number.value(), controls.noise.value()) == ("line", 60, 5)


def test_data_of_another_kind_can_be_looked_at_too(session, show):
    session.new_network(NetworkSpec.build(1, (1, 1), 1), "scaled", 0, load("chain"))
    panel = show(session)
    assert panel.view.isVisible()
    assert panel.view.seen() is not None
    assert panel.controls.kind.value == ""
    assert not panel.controls.number.isEnabled()


def test_classes_have_a_share_that_is_right_and_no_r_squared(session, show):
    x = np.linspace(-1, 1, 20)[:, None]
    part = make_split(x, labels=(x[:, 0] > 0).astype(int), targets=(x > 0).astype(float))
    data = Dataset("signs", "Signs", part, part, ("minus", "plus"), None, "")
    session.new_network(NetworkSpec.build(1, (), 1), "zeros", 0, data)
    panel = show(session)
    assert panel.table.rows()[0] == ["", "right", "right"]
    assert panel.table.rows()[1][1] == "50.0%"


@pytest.mark.parametrize(("name", "hidden"), [("sine", (16,)), ("line", ())])
def test_without_one_input_a_button_brings_a_curve_and_a_network(tiny_session, show, name, hidden):
    before = tiny_session.dataset
    panel = show(tiny_session)
    assert panel.invitation.isVisible()
    assert not panel.view.isVisible()
    assert "4 inputs and 3 outputs" in panel.invitation.sentence.text()
    QTest.mouseClick(panel.invitation.buttons[name], LEFT)
    assert tiny_session.dataset.name == name
    assert tiny_session.spec == NetworkSpec.build(1, hidden, 1, "tanh", "identity")
    assert tiny_session.settings.rate == 0.05
    assert panel.view.isVisible()
    assert panel.view.seen() is not None
    tiny_session.undo()
    assert tiny_session.dataset is before
    assert panel.invitation.isVisible()


def test_several_outputs_are_no_curve(tiny_session, show):
    tiny_session.use_data(tiny_dataset(n_inputs=1, n_outputs=2, classes=False))
    assert "1 input and 2 outputs" in show(tiny_session).invitation.sentence.text()
