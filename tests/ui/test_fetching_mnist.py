"""MNIST through the window: fetched with one click from a server of this test's own, given up, or offline."""

import gzip
import hashlib
import threading
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from folders import idx_folder
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from nnviz.data import download
from nnviz.document import Document
from nnviz.errors import Cancelled
from nnviz.ui.data_chooser.dialog import DataChooser
from nnviz.ui.preferences import Preferences
from nnviz.ui.window import MainWindow


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def window(qtbot, session):
    window = MainWindow(session, Preferences.forgetful(), Document(session))
    window.asks_before_closing = False
    qtbot.addWidget(window)
    window.show()
    yield window
    for each in window.findChildren(DataChooser):
        each.done(0)


@pytest.fixture
def mirror(tmp_path, monkeypatch):
    """Serves a small MNIST from this computer."""
    folder = idx_folder(tmp_path / "mirror")
    files = []
    for file in download.FILES:
        content = gzip.compress((folder / file.name.removesuffix(".gz")).read_bytes())
        (folder / file.name).write_bytes(content)
        files.append(download.Remote(file.name, len(content), hashlib.sha256(content).hexdigest()))
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Quiet(*a, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setattr(download, "FILES", tuple(files))
    monkeypatch.setattr(download, "MIRRORS", (f"http://127.0.0.1:{server.server_port}/",))
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def chooser(window, mirror):
    """The chooser, as it comes up when MNIST is wanted and not there."""
    window.files.open_data("mnist")
    (chooser,) = window.findChildren(DataChooser)
    return chooser


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def is_open(window):
    return any(chooser.isVisible() for chooser in window.findChildren(DataChooser))


def test_fetched_with_one_click(qtbot, window, session, chooser):
    assert chooser.take.text() == "Download (12 MB) and use"
    assert "60,000 examples to train on" in chooser.details.summary.text()
    press(qtbot, chooser.take)
    assert "MNIST" in chooser.loading.text.text()  # being downloaded; on a slow day already being read
    qtbot.waitUntil(lambda: session.dataset.name == "mnist")
    assert len(session.dataset.train) == 40
    assert not is_open(window)
    window.files.open_data("digits8")
    qtbot.waitUntil(lambda: session.dataset.name == "digits8")
    window.files.open_data("mnist")  # now that it is there nothing is asked
    assert not is_open(window)
    qtbot.waitUntil(lambda: session.dataset.name == "mnist")


def test_left_nothing_is_fetched(qtbot, window, session, chooser, tmp_path):
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert window.document.loading is None
    assert session.dataset.name == "digits"
    assert not (tmp_path / "cache" / "nnviz" / "mnist").exists()


def test_given_up_it_changes_nothing_and_the_chooser_stays(qtbot, window, session, chooser, monkeypatch):
    ended = threading.Event()

    def slowly(progress, cancelled):
        progress(1, 4)
        while not cancelled():
            pass
        ended.set()
        raise Cancelled("cancelled")

    monkeypatch.setattr(download, "fetch_mnist", slowly)
    press(qtbot, chooser.take)
    qtbot.waitUntil(lambda: chooser.loading.progress.value() == 250)
    assert not chooser.take.isEnabled()
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    qtbot.waitUntil(ended.is_set)
    assert window.document.loading is None
    assert chooser.isVisible()
    assert chooser.take.isEnabled()
    assert not chooser.error.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert not is_open(window)
    assert session.dataset.name == "digits"


def test_a_folder_instead(qtbot, window, session, chooser, tmp_path, monkeypatch):
    folder = str(idx_folder(tmp_path / "four"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    press(qtbot, chooser.details.folder)
    qtbot.waitUntil(lambda: session.dataset.name == "four")
    assert not is_open(window)


def test_offline_one_sentence_says_so_beside_the_button_for_a_folder(qtbot, session, chooser, mirror):
    mirror.shutdown()
    mirror.server_close()
    press(qtbot, chooser.take)
    qtbot.waitUntil(chooser.error.isVisible)
    assert "could not be downloaded" in chooser.error.text()
    assert "choose a folder" in chooser.error.text()
    assert chooser.details.folder.isVisible()
    assert chooser.take.isEnabled()  # once the connection is there again
    assert session.dataset.name == "digits"


def test_wrong_bytes_are_one_sentence(qtbot, session, chooser, monkeypatch):
    files = tuple(replace(file, sha256="0" * 64) for file in download.FILES)
    monkeypatch.setattr(download, "FILES", files)
    press(qtbot, chooser.take)
    qtbot.waitUntil(chooser.error.isVisible)
    assert "sent something else than it should" in chooser.error.text()
    assert session.dataset.name == "digits"
