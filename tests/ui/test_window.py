"""The window as a whole: what it remembers, what it asks, what it says."""

import os
import threading
from pathlib import Path

import pytest
from folders import idx_folder
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton

from nnviz import data, loading
from nnviz.data import load
from nnviz.data.digits import load_digits8
from nnviz.document import Document
from nnviz.files import load_state
from nnviz.session import Changed, Session
from nnviz.ui import message, theme
from nnviz.ui.preferences import Preferences
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import EXPLORE, TRAIN

Button = QMessageBox.StandardButton


@pytest.fixture
def start(qtbot, qapp, digits, tmp_path):
    """Starts the program: a window on a session of its own, with what the last one left."""
    windows = []

    def start(preferences="of a user", autosaves=None, dataset=digits):
        session = Session(dataset)
        session.said = []
        session.failed.connect(session.said.append)
        known = None
        if preferences == "of a user":
            known = Preferences(QSettings(str(tmp_path / "nnviz.ini"), QSettings.Format.IniFormat))
        window = MainWindow(session, known, Document(session, autosaves))
        window.session = session
        qtbot.addWidget(window, before_close_func=never_ask)
        window.show()
        windows.append(window)
        return window

    yield start
    for window in windows:
        window.document.close()
        window.session.close()


@pytest.fixture
def window(start):
    return start()


@pytest.fixture
def answer(monkeypatch):
    """Answers questions about unsaved work."""
    asked = []

    def answer(button):
        monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or button)
        return asked

    return answer


def never_ask(window):
    """Nobody is there to answer at the end of a test."""
    window.asks_before_closing = False


def settled(window):
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, 0)
    return window


def work(window):
    window.session.jump(window.session.plan.update)


class TestLayout:
    def test_comes_back_at_the_next_start(self, start, qapp):
        theme.apply(qapp, theme.DARK, 0.8)  # the screen of Qt's offscreen platform has only 800 × 800
        first = settled(start())
        first.resize(790, 640)
        first.tabs.setCurrentIndex(TRAIN)
        sizes = first.workspaces.splitter.sizes()
        first.workspaces.splitter.setSizes([sizes[0] + 30, sizes[1] - 30, *sizes[2:]])
        kept = settled(first).workspaces.splitter.sizes()
        assert first.close()
        second = settled(start())
        assert second.size().toTuple() == (790, 640)
        assert second.tabs.currentIndex() == TRAIN
        assert second.workspaces.splitter.sizes() == kept
        assert second.laboratory.isVisible()
        assert not second.score.isVisible()

    def test_without_preferences_nothing_is_remembered(self, start):
        first = start(preferences=None)
        first.resize(1100, 640)
        first.close()
        assert start(preferences=None).size().toTuple() == (1280, 720)

    @pytest.mark.parametrize("broken", [b"", b"hello", b"\x01\xd9\xd0\xcb\x00\x03", bytes(200)])
    def test_a_damaged_memory_is_no_hindrance(self, start, tmp_path, broken):
        settings = QSettings(str(tmp_path / "nnviz.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.set_bytes("window", QByteArray(broken))
        preferences.set_bytes("splitter", QByteArray(broken))
        preferences.workspace = 7
        preferences.save()
        window = settled(start())
        assert window.tabs.currentIndex() == EXPLORE
        assert min(window.workspaces.splitter.sizes()[:3]) > 100

    def test_fits_1280_by_720_in_both_workspaces(self, window):
        for workspace in (EXPLORE, TRAIN):
            window.tabs.setCurrentIndex(workspace)
            settled(window).resize(1280, 720)
            assert settled(window).size().toTuple() == (1280, 720)
            hint = window.minimumSizeHint()
            assert (hint.width() <= 1280, hint.height() <= 720) == (True, True)


class TestRoom:
    def test_where_there_is_little_the_curves_leave_it_to_the_network(self, window):
        settled(window).resize(1280, 800)
        assert settled(window).workspaces.plots.isVisible()
        window.resize(1280, 720)
        assert not settled(window).workspaces.plots.isVisible()
        window.tabs.setCurrentIndex(TRAIN)
        assert window.workspaces.cost_plot.isVisible()
        window.resize(1280, 800)
        window.tabs.setCurrentIndex(EXPLORE)
        assert window.workspaces.plots.isVisible()

    @pytest.mark.parametrize(
        ("scale", "size"), [(0.8, (1280, 720)), (1.0, (1920, 1080)), (1.5, (1920, 1080))]
    )
    def test_every_size_of_type_has_its_room(self, window, qapp, scale, size):
        window.resize(*size)
        theme.apply(qapp, theme.DARK, scale)
        settled(window)
        assert window.size().toTuple() == size
        assert window.network.view.height() > 0.3 * size[1]
        plots = window.workspaces.plots
        assert plots.isVisible() == (scale < 1.5)
        assert not plots.isVisible() or plots.height() >= round(112 * scale)


class TestTitle:
    def test_a_star_for_what_is_not_saved(self, window, tmp_path):
        assert window.windowTitle() == "untitled[*] — nnviz"
        assert not window.isWindowModified()
        work(window)
        assert window.isWindowModified()
        window.document.save(tmp_path / "a.nnviz")
        assert window.windowTitle() == "a.nnviz[*] — nnviz"
        assert not window.isWindowModified()
        window.session.undo()
        assert window.isWindowModified()
        window.session.redo()
        assert not window.isWindowModified()

    def test_while_a_training_runs(self, window):
        window.session.set_pace(1.0)
        window.session.start()
        assert window.isWindowModified()
        window.session.undo()
        assert not window.isWindowModified()


class TestNotices:
    def test_a_message_is_shown_until_it_is_closed_and_moves_nothing(self, qtbot, window):
        place = settled(window).network.view.geometry()
        window.session.failed.emit("something is wrong; " * 12)
        settled(window)
        assert window.message.isVisible()
        assert window.message.text.startswith("Something is wrong")
        assert window.network.view.geometry() == place
        # All of it can be read, above what it covers.
        label = window.message.layout().itemAt(0).widget()
        assert label.height() >= label.heightForWidth(label.width())
        middle = window.notices.parentWidget()
        at = window.message.mapTo(middle, window.message.rect().center())
        assert middle.childAt(at) in (label, window.message)
        qtbot.mouseClick(window.message.findChild(QToolButton), Qt.MouseButton.LeftButton)
        settled(window)
        assert not window.notices.isVisible()

    def test_a_message_goes_by_itself(self, qtbot, window):
        window.message._timer.setInterval(10)
        window.session.failed.emit("wrong")
        assert window.message.isVisible()
        qtbot.waitUntil(lambda: not window.message.isVisible())
        assert message.STAYS_MS >= 10_000

    def test_a_later_success_takes_a_message_away(self, window):
        session = window.session
        for succeeds in (
            lambda: session.set_rate(session.settings.rate / 2),
            session.start,
            session.pause,
            lambda: window.document.opened.emit("mnist"),
        ):
            session.failed.emit("wrong")
            session.changed.emit(Changed.CURSOR | Changed.PARAMETERS | Changed.METRICS)  # a training's news
            assert window.message.isVisible()
            succeeds()
            if succeeds != session.pause:  # which a training may also do of its own accord
                assert not window.message.isVisible()

    def test_without_notices_the_network_can_be_clicked_at_its_top(self, window):
        settled(window)
        middle = window.notices.parentWidget()
        assert middle.childAt(QPoint(middle.width() // 2, 3)) is not window.notices

    def test_notices_are_as_wide_as_the_network_at_any_size(self, window):
        window.session.failed.emit("wrong")
        for width in (1280, 1700):
            window.resize(width, 800)
            settled(window)
            assert window.notices.width() == window.notices.parentWidget().width()
        window.tabs.setCurrentIndex(TRAIN)
        settled(window)
        assert window.notices.width() == window.notices.parentWidget().width()

    def test_loading_is_shown_with_a_way_out(self, qtbot, window, monkeypatch):
        go_on, half_way = threading.Event(), threading.Event()

        def slowly(reference, progress, cancelled):
            progress(1, 2)
            half_way.set()
            while not go_on.wait(0.002):
                if cancelled():
                    raise loading.Cancelled("cancelled")
            return load(reference)

        monkeypatch.setattr(loading, "load", slowly)
        place = settled(window).network.view.geometry()
        assert not window.loading.isVisible()
        window.files.open_data("digits8")
        half_way.wait()
        qtbot.waitUntil(lambda: window.loading.progress.value() == 500)
        settled(window)
        assert window.loading.isVisible()
        assert "Loading Handwritten digits, 8×8" in window.loading.text.text()
        assert window.network.view.geometry() == place
        qtbot.mouseClick(window.loading.cancel, Qt.MouseButton.LeftButton)
        assert not window.loading.isVisible()
        assert window.session.dataset.name == "digits"
        window.files.open_data("digits8")
        go_on.set()
        qtbot.waitUntil(lambda: not window.loading.isVisible())
        assert window.session.dataset.name == "digits8"


def dragged(*urls):
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def drop(window, mime):
    """Drop something on the window as the desktop does; say whether it was taken."""
    at, move = QPoint(300, 300), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, move, mime, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(at), move, mime, buttons, keys))
    QApplication.processEvents()
    return True


class TestDropping:
    def test_a_state(self, window, tmp_path):
        window.document.save(tmp_path / "a.nnviz")
        window.document.save(tmp_path / "b.nnviz")
        assert drop(window, dragged(f"file://{tmp_path}/a.nnviz"))
        assert window.document.name == "a.nnviz"

    def test_a_folder(self, qtbot, window, tmp_path):
        folder = idx_folder(tmp_path / "my images")
        assert drop(window, dragged(QUrl.fromLocalFile(str(folder)).toString()))
        qtbot.waitUntil(lambda: window.document.loading is None)
        assert window.session.dataset.name == "my images"

    def test_something_that_cannot_be_opened_is_a_message(self, window, tmp_path):
        (tmp_path / "a.png").touch()
        assert drop(window, dragged(f"file://{tmp_path}/a.png"))
        assert "is no state" in window.message.text

    def test_what_is_no_file_is_not_taken(self, window):
        text = QMimeData()
        text.setText("text")
        for mime in (text, dragged("https://example.org/a.nnviz"), dragged()):
            assert not drop(window, mime)


class TestClosing:
    def test_nothing_to_lose_nothing_to_ask(self, window, answer):
        asked = answer(Button.Cancel)
        assert window.close()
        assert asked == []

    @pytest.mark.parametrize("button", [Button.Discard, Button.Cancel])
    def test_in_the_middle_of_a_training_it_asks(self, window, answer, button):
        window.session.start()
        asked = answer(button)
        assert window.close() == (button == Button.Discard)
        assert len(asked) == 1
        assert window.session.run_state == ("idle" if button == Button.Discard else "running") or (
            button == Button.Discard and window.session.run_state == "paused"
        )
        assert window.isVisible() == (button == Button.Cancel)

    def test_what_is_saved_is_saved(self, window, answer, monkeypatch, tmp_path):
        work(window)
        answer(Button.Save)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
        assert window.close()
        assert load_state(tmp_path / "a.nnviz").cursor == window.session.plan.update

    def test_a_save_that_fails_keeps_the_window(self, window, answer, monkeypatch, tmp_path):
        work(window)
        answer(Button.Save)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a"), ""))
        assert not window.close()
        assert "there is no folder" in window.message.text

    def test_without_preferences_it_never_asks(self, start, answer):
        window = start(preferences=None)
        window.session.start()
        asked = answer(Button.Cancel)
        assert window.close()
        assert asked == []
        assert window.session.run_state != "running"

    def test_it_ends_loading_and_leaves_no_autosave(self, window, start, answer, tmp_path):
        window = start(autosaves=tmp_path / "autosaves")
        answer(Button.Discard)
        window.session.start()
        window.document.autosave()
        window.files.open_data("digits8")
        assert os.listdir(tmp_path / "autosaves") != []
        assert window.close()
        assert os.listdir(tmp_path / "autosaves") == []


def box():
    """Return the question that stands on the screen."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QMessageBox)
    return found


class TestRecovery:
    @pytest.fixture
    def left(self, start, tmp_path):
        """The folder of autosaves after two windows that could not ask were closed."""
        folder = tmp_path / "autosaves"
        for n in (1, 2):
            window = start(preferences=None, autosaves=folder, dataset=load_digits8())
            for _ in range(n):
                window.session.train_batch()
            window.session.pause()
            window.close()
            os.utime(max(folder.glob("*.nnviz"), key=lambda file: load_state(file).position.updates), (n, n))
        return folder

    @pytest.fixture
    def press(self, qtbot, monkeypatch):
        """Answers the questions of a start, one after the other, and keeps them."""
        asked = []

        def press(window, *answers):
            left = list(answers)

            def exec_(question):
                asked.append(question.informativeText())
                text = left.pop(0)
                (button,) = (b for b in question.buttons() if b.text() == text)
                monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: button)

            monkeypatch.setattr(QMessageBox, "exec", exec_)
            window.offer_recovery()
            assert left == []
            return asked

        return press

    def test_is_offered_with_what_it_holds_the_newest_first(self, qtbot, start, left, press):
        window = start(autosaves=left)
        (asked,) = press(window, "Take it up")
        assert asked.startswith("A 64-16-16-10 network on digits8, after 2 updates, kept on 1970-01-01")
        qtbot.waitUntil(lambda: window.document.loading is None)
        assert (window.session.updates, window.session.dataset.name) == (2, "digits8")
        assert window.isWindowModified()
        assert window.windowTitle().startswith("untitled")
        # The other is offered at the next start.
        assert len(window.document.recoverable()) == 1

    def test_deleted_one_by_one(self, start, left, press):
        window = start(autosaves=left)
        assert len(press(window, "Delete it", "Delete it")) == 2
        assert os.listdir(left) == []
        assert window.session.updates == 0

    def test_later_keeps_both(self, start, left, press):
        window = start(autosaves=left)
        assert len(press(window, "Ask me later")) == 1
        assert len(window.document.recoverable()) == 2

    def test_one_that_is_damaged_is_said_and_the_next_offered(self, qtbot, start, left, press):
        window = start(autosaves=left)
        window.document.recoverable()[0].write_bytes(b"damaged")
        assert len(press(window, "Take it up")) == 1
        qtbot.waitUntil(lambda: window.document.loading is None)
        assert window.session.updates == 1
        assert len(window.session.said) == 1

    def test_nothing_left_nothing_asked(self, start, tmp_path, press):
        assert press(start(autosaves=tmp_path / "none")) == []
        assert press(start()) == []

    def test_the_escape_key_deletes_nothing(self, qtbot, start, left):
        """The real box: what happens with the keyboard alone."""
        window = start(autosaves=left)
        seen = []

        def look():
            question = box()
            seen.append(question.defaultButton().text())
            qtbot.keyClick(question, Qt.Key.Key_Escape)

        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, look)
        window.offer_recovery()
        assert seen == ["Take it up"]
        assert len(window.document.recoverable()) == 2


def test_theme_and_size_reach_every_part_at_once(window, qapp):
    window.look.choose_theme("light")
    window.look.resize_type(1)
    settled(window)
    image = window.grab().toImage()
    assert image.pixelColor(2, image.height() - 2).name() == theme.LIGHT.background


def test_sources_are_the_window_s_too(window):
    assert set(data.SOURCES) <= set(data.known())
    assert Path(window.document.name).suffix == ""


def test_the_gradient_is_checked_where_its_result_is_shown(window):
    window.tabs.setCurrentIndex(TRAIN)
    window.actions_["check-gradient"].trigger()
    assert window.tabs.currentIndex() == EXPLORE
    assert window.session.checking.running
    assert window.inspector.view() is window.inspector.empty


def test_no_tooltip_has_brackets_without_a_key(window):
    tips = {name: action.toolTip() for name, action in window.actions_.items()}
    assert tips["random-pixels"].startswith("<b>Random pixels</b><br>")
    assert tips["train"].startswith("<b>Train</b> (T)<br>")
    assert not [tip for tip in tips.values() if "()" in tip]


@pytest.mark.parametrize("workspace", [EXPLORE, TRAIN, 2, 3])
def test_a_message_is_seen_in_every_workspace(window, workspace):
    window.show_workspace(workspace)
    window.session.failed.emit("This went wrong.")
    assert window.message.isVisible()
    assert window.message.visibleRegion().boundingRect().height() > 10
