"""By hand in the whole window, and back again by keys: θ is the first state's, bit by bit."""

import numpy as np
import pytest
from driving import expose, move
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.network import Location
from nnviz.session import Neuron
from nnviz.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
WEIGHT = Location("w", 2, 5, 3)


@pytest.fixture
def window(qtbot, session):
    window = expose(qtbot, MainWindow(session), (1280, 720))
    window.network.view.settle()
    yield window
    window.asks_before_closing = False


def drag(widget, *points):
    """Press the left button at the first point, move to the others, let go."""
    QTest.mousePress(widget, LEFT, pos=points[0])
    for point in points[1:]:
        move(widget, point, LEFT)
    QTest.mouseRelease(widget, LEFT, pos=points[-1])


def cell(picture, row, column):
    return picture.cell_rect(row, column).center().toPoint()


def press(window, key):
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def choose_by_click(window, session, neuron):
    view = window.network.view
    QTest.mouseClick(view, LEFT, pos=QPointF(*view.layout_.position(neuron)).toPoint())
    assert session.selection == neuron
    QApplication.processEvents()


def paint_input(window, session):
    window.example.brush.click()
    drag(window.example.image, cell(window.example.image, 3, 3), cell(window.example.image, 8, 8))
    window.example.brush.click()


def paint_weights(window, session):
    choose_by_click(window, session, Neuron(1, 3))
    pictures = window.inspector.neuron.pictures
    pictures.tools.brush.click()
    picture = pictures.weights.picture
    drag(picture, cell(picture, 5, 5), cell(picture, 9, 9), cell(picture, 5, 12))
    pictures.tools.brush.click()


def drag_slider(window, session):
    session.select(WEIGHT)
    QApplication.processEvents()
    slider = window.inspector.parameter.editor.slider
    drag(slider, *(slider.place(share * slider.reach).toPoint() for share in (0.1, 0.3, 0.6)))


def drag_bias(window, session):
    choose_by_click(window, session, Neuron(2, 7))
    slider = window.inspector.neuron.by_hand.bias.slider
    drag(slider, *(slider.place(share * slider.reach).toPoint() for share in (0.0, -0.4)))


def switch_off(window, session):
    session.switch(Neuron(1, 9), on=False)


EDITS = (paint_input, paint_weights, drag_slider, drag_bias, switch_off)


@pytest.mark.parametrize("edit", EDITS)
def test_one_drag_is_one_entry_and_one_key_takes_it_back(window, session, edit):
    theta, image = session.parameters.theta.tobytes(), session.input.tobytes()
    edit(window, session)
    after = session.parameters.theta.tobytes(), session.input.tobytes(), session.off
    assert after != (theta, image, frozenset())
    press(window, Qt.Key.Key_Z)
    assert session.undoable is None
    assert (session.parameters.theta.tobytes(), session.input.tobytes(), session.off) == (
        theta,
        image,
        frozenset(),
    )
    press(window, Qt.Key.Key_Y)
    assert (session.parameters.theta.tobytes(), session.input.tobytes(), session.off) == after


def test_all_of_them_are_taken_back_to_the_first_state_and_brought_again(window, session):
    theta, outputs = session.parameters.theta.tobytes(), session.trace.a[3].copy()
    states = [theta]
    for edit in EDITS:
        edit(window, session)
        states.append(session.parameters.theta.tobytes())
    for _ in EDITS:
        press(window, Qt.Key.Key_Z)
    assert session.undoable is None
    assert session.parameters.theta.tobytes() == theta
    np.testing.assert_array_equal(session.trace.a[3], outputs)
    seen = []
    while session.redoable is not None:
        press(window, Qt.Key.Key_Y)
        seen.append(session.parameters.theta.tobytes())
    assert seen == states[1:]
