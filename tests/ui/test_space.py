"""The layers as scatter pictures: what stands where, the mouse, and a training that is followed."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.passes import forward
from nnviz.core.representation import represent
from nnviz.session import ExampleRef
from nnviz.ui import theme
from nnviz.ui.space.panel import SpacePanel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PATIENCE = 5000


@pytest.fixture(autouse=True)
def dark(qapp):
    theme.apply(qapp, theme.DARK)


def opened(qtbot, session, size=(690, 330)):
    panel = SpacePanel(session)
    qtbot.addWidget(panel)
    panel.resize(*size)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: len(panel.view.layers()) > 0, timeout=PATIENCE)
    return panel


@pytest.fixture
def panel(qtbot, session):
    return opened(qtbot, session)


def test_every_layer_shows_its_own_activations(session, panel) -> None:
    layers = panel.view.layers()
    assert len(layers) == 4
    passed = forward(session.parameters, session.dataset.test.x)
    for layer in range(4):
        expected = represent(passed.a[layer])
        assert np.allclose(np.abs(layers[layer].places), np.abs(expected.places), atol=1e-3)


def test_the_dots_lie_in_their_boxes_at_any_width(qtbot, session, panel) -> None:
    for width in (460, 690, 1300):
        panel.resize(width, 340)
        for layer in range(4):
            box, points = panel.view.box(layer), panel.view.points(layer)
            assert box.left() <= points[:, 0].min()
            assert points[:, 0].max() <= box.right()
            assert box.top() <= points[:, 1].min()
            assert points[:, 1].max() <= box.bottom() <= panel.view.height()


def test_a_dot_is_pointed_at_and_chosen(session, panel) -> None:
    view = panel.view
    at = QPointF(*view.points(2)[17])
    where = view.mapToGlobal(at)
    move = QMouseEvent(QEvent.Type.MouseMove, at, where, NONE, NONE, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, move)
    near = view.hovered()
    assert near is not None
    assert np.hypot(*(view.points(2)[near] - view.points(2)[17])) < 1
    QTest.mouseClick(view, LEFT, pos=at.toPoint())
    assert session.example == ExampleRef("test", view.nearest(QPointF(at.toPoint())))


def test_it_follows_an_update_and_the_input_stays(qtbot, session, panel) -> None:
    before = panel.view.layers()
    session.train_epoch()
    qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)

    def arrived() -> bool:
        hidden = represent(forward(session.parameters, session.dataset.test.x).a[1])
        return np.allclose(np.abs(panel.view.layers()[1].places), np.abs(hidden.places), atol=1e-3)

    qtbot.waitUntil(arrived, timeout=PATIENCE)
    assert panel.view.layers()[0] is before[0]


def test_hidden_it_computes_nothing(session, panel) -> None:
    panel.hide()
    session.train_batch()
    assert not panel.background.busy


def test_data_that_are_a_table(qtbot, tiny_session) -> None:
    panel = opened(qtbot, tiny_session)
    assert [len(layer.places) for layer in panel.view.layers()] == [5, 5, 5, 5]
    assert not panel.grab().isNull()
