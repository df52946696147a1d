"""The window as a program: what it begins with, and what it leaves."""

import os
import signal
import sys
import threading
from pathlib import Path

import pytest
from folders import idx_folder
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from nnviz import data, environment, loading
from nnviz.cli import application, main
from nnviz.cli.application import FirstFrame
from nnviz.core.network import NetworkSpec, initialize
from nnviz.data import load
from nnviz.data.places import autosave_folder
from nnviz.document import Document
from nnviz.errors import DataError
from nnviz.files import load_state, save_network
from nnviz.session import Session
from nnviz.training.background import Background
from nnviz.ui import theme
from nnviz.ui.preferences import Preferences
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import TRAIN

DATA = ("--data", "digits8")


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch, tmp_path):
    """A user of one's own, with a display."""
    monkeypatch.setattr(environment, "problem", lambda: None)
    monkeypatch.setattr(environment, "has_display", lambda: True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Preferences.of_user().reset()
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
    Preferences.of_user().reset()


@pytest.fixture
def run(qtbot, qapp):
    """Runs the program; once its window is there and nothing is being loaded, a test looks at it."""

    def run(*arguments, look=lambda window: None, close=MainWindow.close):
        def wait():
            (window,) = (w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
            if window.findChild(FirstFrame) is not None or window.document.loading is not None:
                QTimer.singleShot(5, wait)
                return
            try:
                seen.append(look(window))
            finally:
                close(window)

        seen = []
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, wait))
        assert main(["run", *(() if "--open" in arguments else DATA), *arguments]) == 0
        (found,) = seen
        return found

    return run


@pytest.fixture
def state(qapp, tmp_path):
    """A state on other data than the program begins with."""
    session = Session(load("digits8"), seed=5)
    session.train_batch()
    session.pause()
    document = Document(session)
    document.save(tmp_path / "a.nnviz")
    document.save_network(tmp_path / "a.safetensors")
    document.close()
    session.close()
    return tmp_path / "a.nnviz"


def what_is_open(window):
    session = window._session
    return str(session.spec), session.dataset.name, session.updates, window.windowTitle()


def interrupt(window):
    signal.raise_signal(signal.SIGINT)


def test_it_begins_with_what_the_options_say(run):
    assert run("--hidden", "5", look=what_is_open) == ("64-5-10", "digits8", 0, "untitled[*] — nnviz")


def test_it_opens_a_state_with_its_data(run, state):
    found = run("--open", str(state), look=what_is_open)
    assert found == ("64-16-16-10", "digits8", 1, "a.nnviz[*] — nnviz")


def test_a_state_whose_data_have_moved_is_told_where_they_are(run, qapp, tmp_path):
    folder = idx_folder(tmp_path / "before", side=6)
    session = Session(load(str(folder)))
    session.train_batch()
    session.pause()
    document = Document(session)
    document.save(tmp_path / "a.nnviz")
    document.close()
    session.close()
    moved = folder.rename(tmp_path / "now")
    found = run("--open", str(tmp_path / "a.nnviz"), "--data", str(moved), look=what_is_open)
    assert found == ("36-16-16-10", "now", 1, "a.nnviz[*] — nnviz")


def test_it_opens_a_network_with_its_data(run, state):
    found = run("--open", str(state.with_suffix(".safetensors")), look=what_is_open)
    assert found == ("64-16-16-10", "digits8", 0, "untitled[*] — nnviz")


def test_data_in_files_are_loaded_once_the_window_is_there(run, tmp_path, monkeypatch):
    folder, slow = idx_folder(tmp_path / "small", side=6), threading.Event()
    load_now = loading.load

    def load_slowly(*arguments):
        assert slow.wait(10)
        return load_now(*arguments)

    monkeypatch.setattr(loading, "load", load_slowly)
    begin = application._open

    def look_first(window, *arguments):
        begin(window, *arguments)
        before.extend([what_is_open(window)[:2], window.loading.isVisible(), window.loading.text.text()])
        slow.set()

    before = []
    monkeypatch.setattr(application, "_open", look_first)
    found = run("--data", str(folder), "--hidden", "7", look=what_is_open)
    assert before == [("784-7-10", "digits"), True, "Loading small …"]
    assert found == ("36-7-10", "small", 0, "untitled[*] — nnviz")


def test_a_network_waits_for_the_data_that_are_loaded(run, tmp_path):
    folder, file = idx_folder(tmp_path / "small", side=6), tmp_path / "foreign.safetensors"
    save_network(file, initialize(NetworkSpec.build(36, (3,), 10), "scaled", 0))
    found = run("--data", str(folder), "--open", str(file), look=what_is_open)
    assert found[:2] == ("36-3-10", "small")


def test_damaged_data_are_a_message_and_the_window_stays(run, tmp_path):
    folder = idx_folder(tmp_path / "small")
    (images,) = folder.glob("train-images*")
    images.write_bytes(images.read_bytes()[:-1])
    found = run("--data", str(folder), look=lambda window: (window.message.text, what_is_open(window)[1]))
    assert str(images) in found[0]
    assert found[1] == "digits"


def test_what_only_shows_when_it_is_opened_is_a_message(run, state, monkeypatch, tmp_path):
    """The data are gone: the window stays, with what it began with."""
    others = {name: source for name, source in data.SOURCES.items() if name != "digits8"}
    monkeypatch.setattr(data, "SOURCES", others)
    found = run("--open", str(state), look=lambda window: (window.message.text, what_is_open(window)[0]))
    assert "no data set 'digits8'" in found[0]
    assert found[1] == "784-16-16-10"


def test_look_and_layout_come_back(run):
    def change(window):
        window.look.choose_theme("light")
        window.look.resize_type(-1)
        window.tabs.setCurrentIndex(TRAIN)

    run(look=change)
    found = run(look=lambda w: (theme.current().name, theme.current_scale(), w.tabs.currentIndex()))
    assert found == ("light", 0.9, TRAIN)
    found = run("--reset-settings", look=lambda w: (theme.current().name, w.tabs.currentIndex()))
    assert found == ("dark", 0)
    assert Preferences.of_user().type_scale == 1.0


def test_settings_beyond_all_sense_do_not_keep_it_from_opening(run):
    file = Preferences.of_user().file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(
        b"\x00[look]\ntheme=\x80\nscale=1e999\n[layout]\nworkspace=inf\nwindow=1\n[files]\nrecent=5"
    )
    assert run(look=what_is_open)[0] == "64-16-16-10"


class TestCtrlC:
    @pytest.fixture
    def interrupted(self, run):
        """What was left by a program that was interrupted in the middle of a training."""
        run(look=lambda window: [window._session.train_batch(), window._session.start()], close=interrupt)
        (file,) = autosave_folder().glob("*.nnviz")
        return file

    def test_asks_nothing_and_loses_nothing(self, interrupted):
        assert load_state(interrupted).position.updates >= 1
        assert not list(autosave_folder().glob("*.lock"))

    def test_the_next_start_offers_it(self, run, interrupted, monkeypatch):
        asked = []

        def take(box):
            asked.append(box.informativeText())
            monkeypatch.setattr(QMessageBox, "clickedButton", QMessageBox.defaultButton)

        monkeypatch.setattr(QMessageBox, "exec", take)
        updates = load_state(interrupted).position.updates
        found = run(look=what_is_open, close=interrupt)
        assert len(asked) == 1
        assert found[2] == updates
        # Not saved yet: once more it waits for the next start.
        assert len(list(autosave_folder().glob("*.nnviz"))) == 1

    def test_with_nothing_to_lose_it_leaves_nothing(self, run):
        run(close=interrupt)
        assert not list(autosave_folder().glob("*"))


@pytest.mark.qt_no_exception_capture
def test_a_failure_inside_is_a_message_and_the_window_stays(run, monkeypatch, capsys):
    def fail(window):
        QTimer.singleShot(0, lambda: 1 / 0)
        for _ in range(5):
            QApplication.processEvents()
        return window.message.text

    found = run(look=fail)
    assert found == "Something went wrong inside nnviz: ZeroDivisionError: division by zero"
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DataError("these data are damaged."), "These data are damaged."),
        (ValueError("oh"), "Something went wrong inside nnviz: ValueError: oh"),
    ],
)
def test_what_fails_beside_the_window_is_said_in_it(run, error, words):
    def fail(window):
        background = Background(window)

        def work(_):
            raise error

        background.ask(work)
        while not window.message.text:
            QApplication.processEvents()
        return window.message.text

    assert run(look=fail) == words


@pytest.mark.qt_no_exception_capture
def test_a_thread_that_fails_is_said_too(run, monkeypatch):
    def fail(*_):
        raise ValueError("no standing")

    def look(window):
        while not window.message.text:
            QApplication.processEvents()
        return window.message.text

    monkeypatch.setattr("nnviz.training.evaluation.evaluate", fail)
    assert run(look=look) == "Something went wrong inside nnviz: ValueError: no standing"


def test_the_environment_is_isolated():
    assert Path(os.environ["XDG_CONFIG_HOME"]) in Preferences.of_user().file.parents


def test_an_error_while_painting_ends_the_painter(qapp):
    from PySide6.QtGui import QPainter, QPixmap

    from nnviz.cli.application import end_painting

    target = QPixmap(8, 8)

    def paint() -> None:
        painter = QPainter(target)
        raise KeyError(painter.isActive())

    try:
        paint()
    except KeyError as error:
        assert target.paintingActive()
        end_painting(error.__traceback__)
        assert not target.paintingActive()
