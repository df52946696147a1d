"""The layers as scatter pictures: what stands where, the mouse, and a training that is followed."""

import numpy as np
import pytest
from driving import expose, move
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.core.network import NetworkSpec
from nnviz.core.passes import forward
from nnviz.core.representation import represent
from nnviz.data import load
from nnviz.session import ExampleRef, Session
from nnviz.ui.space.panel import LINES, POINTS, SpacePanel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PATIENCE = 5000


def opened(qtbot, session, size=(690, 330)):
    panel = expose(qtbot, SpacePanel(session), size)
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
    move(view, at)
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


class TestPointsInThePlane:
    """A8: the plane's own grid as each layer bends it."""

    @pytest.fixture
    def planar(self, qtbot, qapp):
        session = Session(load("circles?n=60"), NetworkSpec.build(2, (5, 2), 2, "tanh"))
        yield session, opened(qtbot, session)
        session.close()

    def test_the_grid_goes_through_the_network_as_points_do(self, planar) -> None:
        session, panel = planar
        view, square = panel.view, session.points.plane.square
        lines = square.lines(LINES, POINTS)
        passed = forward(session.parameters.astype(np.float64), lines.reshape(-1, 2))
        boxes = [view.box(layer) for layer in range(4)]
        for layer, shown in enumerate(view.layers()):
            found = view.grid(layer)
            assert found.shape == (2, LINES, POINTS, 2)
            # Dots and lines are placed by one and the same map: a line through a dot stays on it.
            points = np.concatenate([view.points(layer), found.reshape(-1, 2)])
            values = np.concatenate([shown.places, shown.project(passed.a[layer])])
            slope, offset = np.polyfit(values[:, 0], points[:, 0], 1)
            assert np.allclose(slope * values[:, 0] + offset, points[:, 0], atol=0.05)
            assert points[:, 0].min() >= boxes[layer].left()
            assert points[:, 1].max() <= boxes[layer].bottom()

    def test_two_neurons_are_drawn_in_their_own_activations(self, planar) -> None:
        session, panel = planar
        passed = forward(session.parameters, session.dataset.test.x)
        assert np.allclose(panel.view.layers()[2].places, passed.a[2], atol=1e-6)
        assert panel.view.caption(0) == "x₁ →  x₂ ↑"
        assert panel.view.caption(2) == "a₀ →  a₁ ↑"
        assert "%" in panel.view.caption(1)

    def test_it_says_so_and_says_nothing_of_it_elsewhere(self, qtbot, planar, digits) -> None:
        session, panel = planar
        assert "plane's own grid" in panel.note.text()
        session.new_network(NetworkSpec.build(784, (5,), 10), "scaled", 0, digits)
        qtbot.waitUntil(lambda: len(panel.view.layers()) == 3, timeout=PATIENCE)
        assert "grid" not in panel.note.text()
        assert panel.view.grid(1).size == 0

    def test_the_grid_follows_the_network(self, qtbot, planar) -> None:
        session, panel = planar
        before = panel.view.grid(1)
        session.train_batch()
        qtbot.waitUntil(lambda: not np.allclose(panel.view.grid(1), before), timeout=PATIENCE)
