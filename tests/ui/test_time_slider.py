import pytest
from driving import expose
from PySide6.QtCore import QPoint, Qt

from nnviz.core.network import Location
from nnviz.ui import theme
from nnviz.ui.timeline.strip import TimelinePanel

WEIGHT = Location("w", 1, 0, 0)


def wait_for_training(qtbot, session):
    qtbot.waitUntil(lambda: session.run_state == "idle", timeout=10_000)


@pytest.fixture
def panel(qtbot, tiny_session):
    return expose(qtbot, TimelinePanel(tiny_session), (600, 40))


@pytest.fixture
def trained(qtbot, tiny_session):
    """Two epochs of three mini-batches of four, and a weight changed by hand: seven steps."""
    tiny_session.set_settings(type(tiny_session.settings)(rate=0.5, batch=4, epochs=2))
    tiny_session.set_pace(None)
    tiny_session.start()
    wait_for_training(qtbot, tiny_session)
    tiny_session.set_parameter(WEIGHT, 0.25)
    return tiny_session


def theta(session):
    return session.parameters.theta.tobytes()


def test_of_a_training_from_a_file_it_says_that_only_the_ends_are_kept(panel, trained, qtbot):
    assert "comes back exactly" in panel.strip._tip(3)
    trained.restore(trained.saved(), trained.dataset)
    assert "opened from a file" in panel.strip._tip(3)
    assert [trained.comes_back(place) for place in (0, 3, trained.length)] == [True, False, True]
    qtbot.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.point(3).toPoint())
    assert trained.place == trained.length


def test_after_a_pause_the_present_is_there_without_a_wait(panel, tiny_session, qtbot):
    tiny_session.set_pace(100.0)
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.updates > 2)
    tiny_session.pause()
    assert tiny_session.length > 2
    assert panel.where.text() == f"{tiny_session.length} steps"


def test_without_a_history_there_is_nothing_to_travel(panel, tiny_session, qtbot):
    assert panel.where.text() == "no steps yet"
    qtbot.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=QPoint(300, 8))
    assert (tiny_session.place, tiny_session.length) == (0, 0)


def test_a_drag_goes_through_time_and_every_update_comes_back(panel, trained, qtbot):
    assert panel.where.text() == "7 steps"
    end = theta(trained)
    qtbot.mousePress(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.point(4).toPoint())
    qtbot.waitUntil(lambda: trained.place == 4)
    fourth = theta(trained)
    assert panel.where.text() == "step 4 of 7"
    qtbot.mouseMove(panel.strip, panel.strip.point(2).toPoint())
    qtbot.waitUntil(lambda: trained.place == 2)
    qtbot.mouseRelease(panel.strip, Qt.MouseButton.LeftButton)
    assert theta(trained) not in (fourth, end)
    qtbot.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.point(4).toPoint())
    qtbot.waitUntil(lambda: trained.place == 4)
    assert theta(trained) == fourth
    qtbot.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=QPoint(599, 8))
    qtbot.waitUntil(lambda: trained.place == 7)
    assert theta(trained) == end


def test_keys_go_by_steps_and_to_either_end(panel, trained, qtbot):
    for key, place in (
        (Qt.Key.Key_Left, 6),
        (Qt.Key.Key_Left, 5),
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 7),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_End, 7),
    ):
        qtbot.keyClick(panel.strip, key)
        qtbot.waitUntil(lambda place=place: trained.place == place)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (0, "the beginning"),
        (2, "step 2, in epoch 1"),
        (3, "step 3, the end of epoch 1"),
        (5, "step 5, in epoch 2"),
        (7, "step 7: weight 0,0 of layer 1"),
    ],
)
def test_the_mouse_is_told_what_lies_under_it(panel, trained, qtbot, place, words):
    qtbot.mouseMove(panel.strip, QPoint(5, 3))
    qtbot.mouseMove(panel.strip, panel.strip.point(place).toPoint())
    qtbot.waitUntil(lambda: f"<b>{words}</b>" in panel.strip.toolTip())
    assert trained.place == 7


def test_the_handle_is_gold_and_stands_at_the_present(panel, trained):
    trained.visit(2)
    picture = panel.strip.grab().toImage()
    gold = theme.current().color("selection").rgb()
    assert picture.pixel(panel.strip.point(2).toPoint()) == gold
    assert picture.pixel(panel.strip.point(6).toPoint()) != gold
