"""Painting with real mouse events: the example's picture, and a neuron's weights."""

import numpy as np
import pytest
from driving import move
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.network import NetworkSpec
from nnviz.data import make_split
from nnviz.data.dataset import Dataset
from nnviz.session import Neuron, Session
from nnviz.ui.actions import make_actions
from nnviz.ui.example.panel import ExamplePanel
from nnviz.ui.inspector import InspectorPanel
from nnviz.ui.inspector.edge_detector import edge_detector, edge_rows
from nnviz.ui.painting import RADII
from nnviz.ui.stroke import Stroke
from nnviz.wording import change_name, percent

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier

PLACE = (14, 14)


def shown(qtbot, widget, size):
    qtbot.addWidget(widget)
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def panel(qtbot, session):
    return shown(qtbot, ExamplePanel(session, make_actions(session, session)), (232, 430))


@pytest.fixture
def image(panel):
    panel.brush.click()
    return panel.image


@pytest.fixture
def inspector(qtbot, session):
    session.select(Neuron(1, 3))
    inspector = shown(qtbot, InspectorPanel(session), (304, 900))
    QApplication.processEvents()
    return inspector


@pytest.fixture
def pictures(inspector):
    return inspector.neuron.pictures


@pytest.fixture
def weights(pictures):
    pictures.tools.brush.click()
    return pictures.weights.picture


def spot(picture, cell):
    return picture.cell_rect(*cell).center().toPoint()


def drag(picture, *cells, button=LEFT, modifier=PLAIN):
    QTest.mousePress(picture, button, modifier, spot(picture, cells[0]))
    for cell in cells[1:]:
        move(picture, spot(picture, cell), button)
    QTest.mouseRelease(picture, button, modifier, spot(picture, cells[-1]))


def turn_wheel(picture, delta):
    at = QPointF(spot(picture, PLACE))
    no_phase = Qt.ScrollPhase.NoScrollPhase
    turn = QPoint(0, delta)
    QApplication.sendEvent(
        picture, QWheelEvent(at, picture.mapToGlobal(at), QPoint(), turn, NONE, PLAIN, no_phase, False)
    )


def pixels(session):
    return session.input.reshape(28, 28)


def neuron_weights(session, j=3):
    return session.parameters.weights(1)[j].reshape(28, 28)


class TestStroke:
    CELLS = np.arange(81).reshape(9, 9, 1)

    def stroke(self, radius=1, ink=1.0, before=0.0):
        return Stroke(self.CELLS, np.full(81, before), ink, radius)

    def test_it_is_soft_and_round(self) -> None:
        values = self.stroke().to((4.5, 4.5))
        assert values[40] == 1.0
        assert [values[k] for k in (31, 39, 41, 49)] == [0.5] * 4
        assert 0 < values[30] < 0.5
        assert len(values) == 9

    @pytest.mark.parametrize("radius", RADII)
    def test_at_its_radius_it_leaves_half_of_the_ink(self, radius) -> None:
        values = self.stroke(radius).to((4.5, 4.5))
        assert values[40 + radius] == pytest.approx(0.5)
        assert 40 + radius + 1 not in values

    def test_going_over_it_twice_makes_no_difference(self) -> None:
        stroke = self.stroke()
        stroke.to((4.5, 4.5))
        assert stroke.to((4.5, 4.5)) == {}

    def test_a_fast_hand_leaves_no_gaps(self) -> None:
        stroke = self.stroke()
        stroke.to((0.5, 0.5))
        values = stroke.to((8.5, 8.5))
        assert all(values[10 * i] == pytest.approx(1) for i in range(1, 9))

    def test_it_leads_from_what_was_there_towards_the_ink(self) -> None:
        assert self.stroke(ink=-1.0, before=0.5).to((4.5, 4.5))[41] == pytest.approx(-0.25)

    def test_cells_that_are_none_stay_out(self) -> None:
        stroke = Stroke(np.array([[0, 1], [2, -1]])[..., None], np.zeros(3), 1.0, 3)
        assert sorted(stroke.to((1.0, 1.0))) == [0, 1, 2]

    def test_all_channels_take_the_same(self) -> None:
        values = Stroke(np.arange(12).reshape(2, 2, 3), np.zeros(12), 1.0, 1).to((0.5, 0.5))
        assert (values[0], values[1], values[2]) == (1, 1, 1)


class TestInput:
    def test_without_the_brush_a_click_chooses_as_ever(self, panel, session) -> None:
        QTest.mouseClick(panel.image, LEFT, PLAIN, spot(panel.image, PLACE))
        assert session.selection == Neuron(0, 14 * 28 + 14)
        assert not session.painted

    def test_left_paints_and_everything_follows(self, image, session) -> None:
        cost = session.trace.cost
        drag(image, (22, 4), (22, 20))
        assert (pixels(session)[22, 4:21] == 1).all()
        assert 0 < pixels(session)[23, 10] < 1
        assert session.trace.cost != cost
        np.testing.assert_array_equal(image.values(), pixels(session))
        assert session.selection is None

    @pytest.mark.parametrize(("button", "modifier"), [(RIGHT, PLAIN), (LEFT, SHIFT)])
    def test_right_or_shift_erases(self, image, session, button, modifier) -> None:
        row, column = np.argwhere(pixels(session) > 0.9)[0].tolist()
        drag(image, (row, column), button=button, modifier=modifier)
        assert pixels(session)[row, column] == 0

    def test_a_drag_is_one_entry_and_undo_brings_the_pixels_back(self, image, session) -> None:
        before = session.input.copy()
        drag(image, (3, 3), (8, 8), (3, 12))
        drag(image, (20, 20), (22, 22))
        assert change_name(session.undoable) == "painted input"
        session.undo()
        assert pixels(session)[3, 3] == 1
        assert pixels(session)[20, 20] == before.reshape(28, 28)[20, 20]
        session.undo()
        np.testing.assert_array_equal(session.input, before)
        assert session.undoable is None
        assert not session.painted

    def test_a_mark_brings_the_original_back_as_one_edit(self, panel, image, session) -> None:
        before = session.input.copy()
        mark, count = panel.number.painted, panel.number.count
        assert (mark.isVisible(), count.isVisible()) == (False, True)
        drag(image, (3, 3), (8, 8))
        assert (mark.isVisible(), count.isVisible()) == (True, False)
        mark.click()
        np.testing.assert_array_equal(session.input, before)
        assert (mark.isVisible(), count.isVisible()) == (False, True)
        session.undo()
        assert session.painted

    def test_the_card_keeps_its_place_with_the_mark(self, panel, image) -> None:
        places = [part.geometry() for part in (panel.image, panel.answer, panel.buttons)]
        drag(image, (3, 3))
        QApplication.processEvents()
        assert [part.geometry() for part in (panel.image, panel.answer, panel.buttons)] == places

    def test_the_wheel_and_brackets_change_the_brush(self, qtbot, panel, image, session) -> None:
        assert panel.painting.radius == 1
        turn_wheel(image, 60)
        assert panel.painting.radius == 1
        turn_wheel(image, 60)
        turn_wheel(image, 120)
        turn_wheel(image, 120)
        assert panel.painting.radius == RADII[-1]
        image.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(image, Qt.Key.Key_BracketLeft)
        assert panel.painting.radius == 2
        qtbot.keyClick(image, Qt.Key.Key_BracketRight)
        assert panel.painting.radius == 3
        drag(image, (6, 6))
        assert (pixels(session)[4:9, 6] == 1).all()

    def test_the_brush_shows_its_size_over_the_picture_alone(self, image) -> None:
        move(image, spot(image, PLACE))
        assert image.ring() == QPointF(spot(image, PLACE))
        QApplication.sendEvent(image, QEvent(QEvent.Type.Leave))
        assert image.ring() is None

    def test_the_keyboard_paints_too(self, qtbot, image, session) -> None:
        image.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(image, Qt.Key.Key_Down)
        qtbot.keyClick(image, Qt.Key.Key_Return)
        assert pixels(session)[0, 0] == 1
        qtbot.keyClick(image, Qt.Key.Key_Return, SHIFT)
        assert pixels(session)[0, 0] == 0

    def test_another_example_ends_the_stroke(self, image, session) -> None:
        QTest.mousePress(image, LEFT, PLAIN, spot(image, (3, 3)))
        session.next_example()
        move(image, spot(image, (9, 9)), LEFT)
        assert not session.painted
        QTest.mouseRelease(image, LEFT, PLAIN, spot(image, (9, 9)))
        session.previous_example()
        assert pixels(session)[3, 3] == 1
        assert pixels(session)[9, 9] != 1 or session.split.example(0)[0].reshape(28, 28)[9, 9] == 1

    def test_undo_in_the_middle_of_a_stroke_ends_it(self, image, session) -> None:
        before = session.input.copy()
        QTest.mousePress(image, LEFT, PLAIN, spot(image, (3, 3)))
        session.undo()
        move(image, spot(image, (9, 9)), LEFT)
        QTest.mouseRelease(image, LEFT, PLAIN, spot(image, (9, 9)))
        np.testing.assert_array_equal(session.input, before)

    def test_beside_the_picture_there_is_nothing_to_paint(self, image, session) -> None:
        QTest.mouseClick(image, LEFT, PLAIN, QPoint(1, 0))
        QTest.mouseClick(image, Qt.MouseButton.MiddleButton, PLAIN, spot(image, PLACE))
        assert not session.painted

    def test_the_right_button_opens_no_menu(self, image) -> None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot(image, PLACE), QPoint())
        assert QApplication.sendEvent(image, event)

    def test_what_cannot_be_is_said_and_ends_the_stroke(
        self, panel, image, session, said, monkeypatch
    ) -> None:
        before = session.input.copy()
        monkeypatch.setattr(panel.painting._canvas, "ink", lambda erase: float("inf"))
        drag(image, (3, 3), (9, 9))
        assert len(said) == 1
        assert "finite" in said[0]
        np.testing.assert_array_equal(session.input, before)

    def test_data_without_a_picture_have_no_brush(self, panel, image, session, tiny_dataset) -> None:
        session.use_data(tiny_dataset())
        assert not panel.brush.isVisible()
        assert not panel.painting.on

    def test_the_button_says_what_it_does(self, panel) -> None:
        assert panel.brush.accessibleName() == "Paint the input"
        for word in ("D", "Shift", "[ ]", "Ctrl+Z"):
            assert word in panel.brush.toolTip()
        panel.brush.click()
        assert panel.painting.on
        panel.brush.click()
        assert not panel.painting.on

    def test_a_color_picture_is_painted_in_all_channels(self, qtbot) -> None:
        x = np.zeros((4, 8 * 8 * 3))
        split = make_split(x, labels=np.arange(4) % 2, n_classes=2)
        session = Session(Dataset("c", "c", split, split, ("a", "b"), (8, 8, 3), "made up"))
        panel = shown(qtbot, ExamplePanel(session, make_actions(session, session)), (232, 430))
        panel.brush.click()
        drag(panel.image, (4, 4))
        assert session.input.reshape(8, 8, 3)[4, 4].tolist() == [1, 1, 1]
        session.close()


class TestWeights:
    def test_left_is_positive_and_right_or_shift_negative(self, weights, session) -> None:
        scale = np.float32(weights.scale())
        drag(weights, (5, 5), (5, 20))
        drag(weights, (9, 5), (9, 20), button=RIGHT)
        drag(weights, (20, 5), (20, 9), modifier=SHIFT)
        painted = neuron_weights(session)
        assert (painted[5, 5:21] == scale).all()
        assert (painted[9, 5:21] == -scale).all()
        assert (painted[20, 5:10] == -scale).all()
        assert weights.scale() == pytest.approx(scale)
        np.testing.assert_allclose(weights.values(), painted, rtol=1e-6)
        assert session.selection == Neuron(1, 3)

    def test_a_drag_is_one_entry_and_undo_is_bit_equal(self, weights, session) -> None:
        before = session.parameters.theta.copy()
        drag(weights, (5, 5), (9, 9), (5, 12))
        assert change_name(session.undoable) == "painted weights of neuron 3, layer 1"
        assert (session.parameters.theta != before).any()
        session.undo()
        np.testing.assert_array_equal(session.parameters.theta, before)
        assert session.undoable is None

    def test_only_this_neuron_changes(self, weights, session) -> None:
        before = session.parameters
        drag(weights, (5, 5), (9, 9))
        others = np.delete(np.arange(16), 3)
        after = session.parameters.weights(1)[others]
        np.testing.assert_array_equal(after, before.weights(1)[others])
        np.testing.assert_array_equal(session.parameters.biases(1), before.biases(1))

    def test_clear_and_then_ink_of_strength_one(self, pictures, weights, session) -> None:
        pictures.tools.clear.click()
        assert not neuron_weights(session).any()
        drag(weights, (5, 5))
        assert neuron_weights(session)[5, 5] == 1
        session.undo()
        session.undo()
        assert session.undoable is None

    def test_the_edge_is_what_the_tooltip_says(self, pictures, session) -> None:
        scale = np.float32(pictures.weights.picture.scale())
        pictures.tools.edge.click()
        painted = neuron_weights(session)
        assert (painted[12:15, 7:21] == scale).all()
        np.testing.assert_allclose(painted[[9, 10, 11, 15, 16, 17], 7:21], -0.5 * scale, rtol=1e-6)
        assert np.count_nonzero(painted) == 9 * 14
        assert painted.sum() == pytest.approx(0, abs=1e-5)
        tip = pictures.tools.edge.toolTip()
        for words in ("Rows 12–14, columns 7–20: +s", "Rows 9–11 and 15–17: −0.500 s"):
            assert words in tip
        assert change_name(session.undoable) == "painted weights of neuron 3, layer 1"

    @pytest.mark.parametrize("size", [3, 8, 28, 32])
    def test_an_edge_fits_into_any_picture(self, size) -> None:
        weights = edge_detector(size, size, 2.0)
        edge, surround, across = edge_rows(size, size)
        assert weights.max() == 2
        assert weights.sum() == pytest.approx(0)
        assert np.count_nonzero(weights) == len(surround) * len(across)
        assert surround.start < edge.start < edge.stop < surround.stop

    def test_the_test_accuracy_follows(self, qtbot, pictures, session) -> None:
        tools = pictures.tools
        qtbot.waitUntil(lambda: session.standing is not None)
        tools.clear.click()
        assert session.standing is None
        qtbot.waitUntil(lambda: session.standing is not None)
        assert tools.standing.text() == f"test {percent(session.standing.accuracy)}"

    def test_while_a_training_runs_it_is_silent_and_painting_pauses_it(
        self, pictures, weights, session
    ) -> None:
        session.set_pace(10)
        session.start()
        assert pictures.tools.standing.text() == ""
        drag(weights, (5, 5))
        assert session.run_state == "paused"
        assert neuron_weights(session)[5, 5] == neuron_weights(session).max()

    def test_deeper_layers_are_painted_as_the_row_they_are(self, pictures, weights, session) -> None:
        session.select(Neuron(2, 5))
        QApplication.processEvents()
        assert not pictures.tools.edge.isVisible()
        drag(weights, (0, 3))
        row = session.parameters.weights(2)[5]
        assert row[3] == np.abs(row).max()
        assert change_name(session.undoable) == "painted weights of neuron 5, layer 2"

    def test_another_neuron_ends_the_stroke(self, weights, session) -> None:
        QTest.mousePress(weights, LEFT, PLAIN, spot(weights, (3, 3)))
        session.select(Neuron(1, 4))
        before = session.parameters
        move(weights, spot(weights, (9, 9)), LEFT)
        QTest.mouseRelease(weights, LEFT, PLAIN, spot(weights, (9, 9)))
        assert session.parameters is before

    def test_without_the_brush_a_click_chooses_the_weight(self, pictures, session) -> None:
        picture = pictures.weights.picture
        QTest.mouseClick(picture, LEFT, PLAIN, spot(picture, (14, 20)))
        assert session.selection.k == 14 * 28 + 20

    def test_outputs_can_be_painted_where_there_is_no_hidden_layer(self, pictures, weights, session) -> None:
        session.new_network(NetworkSpec.build(784, (), 10), "scaled", 0)
        session.select(Neuron(1, 9))
        QApplication.processEvents()
        drag(weights, (5, 5))
        assert neuron_weights(session, 9)[5, 5] == np.abs(neuron_weights(session, 9)).max()
