import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.ui import theme
from nnviz.ui.keys_dialog import KeysDialog
from nnviz.ui.window import MainWindow


@pytest.fixture
def window(session, qtbot):
    window = MainWindow(session)
    qtbot.addWidget(window, before_close_func=lambda w: w.presenter.stop())
    window.show()
    return window


@pytest.fixture
def presenting(window):
    window.presenter.begin()
    return window


def press(window, key):
    QTest.keyClick(window.network.view, key)


class TestKeys:
    def test_go_from_phase_to_phase(self, presenting, session):
        session.jump(3)
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
            press(presenting, key)
        assert (session.cursor, session.playing) == (6, False)
        for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            press(presenting, key)
        assert session.cursor == 4

    def test_in_a_lesson_the_clicker_goes_from_step_to_step(self, presenting, session, qtbot):
        presenting.show_workspace(3)
        guide = presenting.lessons
        guide.start(guide.library.course.lessons[0].name, 0)
        qtbot.waitUntil(lambda: not guide.player.busy)
        press(presenting, Qt.Key.Key_PageDown)
        assert guide.player.index == 1
        press(presenting, Qt.Key.Key_PageUp)
        assert guide.player.index == 0

    def test_b_turns_the_window_black_and_any_key_brings_it_back(self, presenting, session):
        before, cursor = session.updates, session.cursor
        press(presenting, Qt.Key.Key_B)
        assert presenting.presenter.black.isVisible()
        assert presenting.grab().toImage().pixelColor(300, 300).lightness() == 0
        press(presenting, Qt.Key.Key_Right)
        assert not presenting.presenter.black.isVisible()
        assert (session.updates, session.cursor) == (before, cursor)

    def test_who_types_a_number_keeps_the_keys(self, presenting, qtbot):
        field = presenting.training.rate
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Period)
        assert not presenting.presenter.black.isVisible()

    def test_a_clicker_goes_on_where_a_number_was_typed(self, presenting, session, qtbot):
        session.jump(3)
        field, before = presenting.training.rate, session.settings.rate
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
        assert (session.cursor, session.settings.rate) == (4, before)

    def test_where_a_lesson_is_chosen_the_keys_are_the_lists(self, presenting, session):
        session.jump(3)
        presenting.show_workspace(3)
        QTest.keyClick(presenting.lessons.list, Qt.Key.Key_PageDown)
        assert session.cursor == 3

    def test_at_rest_the_keys_are_the_windows(self, window, session):
        session.jump(3)
        press(window, Qt.Key.Key_PageDown)
        assert session.cursor == 3


class TestBeginningAndEnding:
    def test_fills_the_screen_and_enlarges_type_as_far_as_there_is_room(self, window):
        assert not window.isFullScreen()
        window.presenter.begin()
        assert window.isFullScreen()
        assert theme.current_scale() == 1.0  # the screen of the tests is too small for more

    def test_esc_gives_the_window_back_as_it_was(self, presenting):
        press(presenting, Qt.Key.Key_B)
        press(presenting, Qt.Key.Key_Escape)  # brings the picture back
        press(presenting, Qt.Key.Key_Escape)
        assert not presenting.presenter.presenting
        assert not presenting.isFullScreen()
        assert theme.current_scale() == 1.0

    def test_a_maximized_window_is_so_again(self, window):
        window.showMaximized()
        window.presenter.begin()
        assert window.isFullScreen()
        window.presenter.stop()
        assert window.isMaximized()

    def test_f5_begins_and_ends(self, window):
        action = next(a for a in window.actions() if a.objectName() == "present")
        action.trigger()
        assert window.presenter.presenting
        action.trigger()
        assert not window.presenter.presenting


class TestSpotlight:
    def test_dims_all_but_what_is_around_the_mouse(self, window, qtbot):
        light = window.presenter.spotlight
        plain = window.grab().toImage()
        light.toggle()
        assert light.isVisible()
        center = QPoint(500, 300)
        local = window.network.view.mapFrom(window, center)
        place = QPointF(window.network.view.mapToGlobal(local))
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(local),
            place,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(window.network.view, event)
        assert light.center == center
        seen = window.grab().toImage()
        far = QPoint(window.width() - 40, 20)
        x, y = light.circle().center().x(), light.circle().center().y()
        assert abs(seen.pixelColor(x, y).lightness() - plain.pixelColor(x, y).lightness()) < 8
        lit = max(plain.pixelColor(far.x() + dx, far.y()).lightness() for dx in range(-200, 30))
        dimmed = max(seen.pixelColor(far.x() + dx, far.y()).lightness() for dx in range(-200, 30))
        assert dimmed < lit
        light.toggle()
        assert not light.isVisible()


class TestNotes:
    def test_show_the_steps_notes_and_what_comes_next(self, window, qtbot):
        window.presenter.show_notes()
        notes = window.presenter.notes
        assert notes.isVisible()
        guide = window.lessons
        lesson = guide.library.course.lessons[0]
        guide.start(lesson.name, 0)
        qtbot.waitUntil(lambda: not guide.player.busy)
        assert lesson.steps[0].title in notes.title.text()
        assert lesson.steps[1].title in notes.following.text()
        assert "1" in notes.place.text()
        assert notes.notes.plain
        window.presenter.show_notes()
        assert not notes.isVisible()

    @pytest.fixture
    def notes(self, window, qtbot):
        """The notes, in front and with the keyboard, while the window is presented."""
        window.presenter.begin()
        window.presenter.show_notes()
        notes = window.presenter.notes
        notes.activateWindow()
        qtbot.waitUntil(notes.isActiveWindow)
        return notes

    def test_do_not_trap_the_keys_of_presenting(self, window, notes, session):
        session.jump(3)
        QTest.keyClick(notes, Qt.Key.Key_PageDown)
        assert session.cursor == 4
        QTest.keyClick(notes, Qt.Key.Key_B)
        assert window.presenter.black.isVisible()
        QTest.keyClick(notes, Qt.Key.Key_Escape)
        assert not window.presenter.black.isVisible()
        assert notes.isVisible(), "any key brings the picture back, and does nothing else"
        QTest.keyClick(notes, Qt.Key.Key_F6)
        assert window.presenter.spotlight.isVisible()
        QTest.keyClick(notes, Qt.Key.Key_F5)
        assert not window.presenter.presenting

    def test_f7_closes_them_from_where_they_are(self, notes):
        QTest.keyClick(notes, Qt.Key.Key_F7)
        assert not notes.isVisible()

    def test_esc_closes_them_alone(self, window, notes):
        QTest.keyClick(notes, Qt.Key.Key_Escape)
        assert not notes.isVisible()
        assert window.presenter.presenting

    def test_esc_closes_them_at_rest(self, window, notes):
        window.presenter.stop()
        window.presenter.show_notes()
        QTest.keyClick(notes, Qt.Key.Key_Escape)
        assert not notes.isVisible()


class TestSheetOfKeys:
    def test_lists_every_key_of_the_menus(self, window, qtbot):
        dialog = KeysDialog(window)
        qtbot.addWidget(dialog)
        words = {key.words for _, keys in dialog.groups for key in keys}
        shortcuts = {
            a.text().rstrip("…") for m in window.menus.actions() for a in m.menu().actions() if a.shortcuts()
        }
        assert shortcuts <= words
        assert len(words) > 25

    def test_arrows_are_written_as_they_stand_on_the_keys(self, window, qtbot):
        dialog = KeysDialog(window)
        qtbot.addWidget(dialog)
        keys = {key.words: key.keys for _, group in dialog.groups for key in group}
        assert keys["Step forward"] == "→"
        assert keys["Next wrong one"] == "Shift+↓"

    def test_each_workspace_has_a_key(self, window, qtbot):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        for index, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
            QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
            assert window.tabs.currentIndex() == index
            assert f"Ctrl+{index + 1}" in window.tabs.tabToolTip(index)

    def test_no_two_keys_collide(self, window):
        _ = window.lessons
        owners: dict[str, set[str]] = {}
        for action in window.actions():
            for key in action.shortcuts():
                owners.setdefault(key.toString(), set()).add(action.objectName() or action.text())
        assert {key: names for key, names in owners.items() if len(names) > 1} == {}
