"""The File menu, with the dialogs answered by the test."""

from pathlib import Path

import numpy as np
import pytest
from folders import idx_folder
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from nnviz.core.by_hand import rounded
from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Trace
from nnviz.data import load
from nnviz.document import Document
from nnviz.files import load_network, load_state
from nnviz.files.curves_file import curves_table
from nnviz.session import Session
from nnviz.ui.data_chooser.dialog import DataChooser
from nnviz.ui.file_menu import EXAMPLE, FileMenu
from nnviz.ui.preferences import Preferences
from nnviz.ui.worksheet.opened import opened_worksheet

Button = QMessageBox.StandardButton


@pytest.fixture
def preferences():
    return Preferences.forgetful()


@pytest.fixture
def document(session):
    document = Document(session)
    yield document
    document.close()


@pytest.fixture
def files(qtbot, session, document, preferences):
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = FileMenu(session, document, preferences, window)
    window.menuBar().addMenu(menu)
    window.show()
    return menu


@pytest.fixture
def choose(monkeypatch):
    """Answers the next file dialog, and tells where the dialogs began."""
    began = []

    def choose(name):
        def answer(parent, title, folder, *kinds):
            began.append(folder)
            return (str(name), "") if kinds else str(name)

        for dialog in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
            monkeypatch.setattr(QFileDialog, dialog, answer)
        return began

    return choose


@pytest.fixture
def answer(monkeypatch):
    """Answers questions about unsaved work, and keeps them."""
    asked = []

    def answer(button):
        def exec_(box):
            asked.append(f"{box.text()} {box.informativeText()}")
            assert box.button(button) is not None
            return button

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return asked

    return answer


@pytest.fixture
def no_questions(monkeypatch):
    def exec_(box):
        raise AssertionError(f"asked: {box.text()}")

    monkeypatch.setattr(QMessageBox, "exec", exec_)


def entry(menu, text):
    (action,) = (action for action in menu.actions() if action.text() == text)
    return action


def recents(files):
    files.recent.aboutToShow.emit()
    return [action.text() for action in files.recent.actions()]


def work(session):
    """Do something that could be lost."""
    session.jump(session.plan.update)


class TestSaving:
    def test_the_first_time_it_asks_where(self, files, session, document, choose, tmp_path):
        choose(tmp_path / "a.nnviz")
        entry(files, "Save").trigger()
        assert document.path == tmp_path / "a.nnviz"
        assert load_state(document.path).parameters.spec == session.spec

    def test_afterwards_it_knows(self, files, session, document, choose, tmp_path):
        choose(tmp_path / "a.nnviz")
        assert files.save()
        choose(tmp_path / "b.nnviz")
        work(session)
        assert files.save()
        assert not document.modified
        assert not (tmp_path / "b.nnviz").exists()

    def test_under_another_name(self, files, document, choose, tmp_path):
        choose(tmp_path / "a.nnviz")
        files.save()
        began = choose(tmp_path / "b.nnviz")
        entry(files, "Save as…").trigger()
        assert document.path == tmp_path / "b.nnviz"
        assert began[-1] == str(tmp_path)

    @pytest.mark.parametrize("slot", ["save", "save_as", "save_network"])
    def test_given_up(self, files, document, choose, slot):
        choose("")
        assert not getattr(files, slot)()
        assert document.path is None

    @pytest.mark.parametrize("typed", ["a", "a.b", "a.safetensors"])
    def test_a_name_gets_its_ending(self, files, document, choose, tmp_path, typed):
        choose(tmp_path / typed)
        files.save()
        assert document.path == tmp_path / f"{typed}.nnviz"

    def test_buttons_of_a_question_speak_in_words_alone(self, qtbot):
        box = QMessageBox()
        qtbot.addWidget(box)
        box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
        assert [button.text() for button in box.buttons() if not button.icon().isNull()] == []

    @pytest.mark.parametrize("answered", [Button.Yes, Button.Cancel])
    def test_a_file_the_dialog_did_not_see_is_asked_about(
        self, files, document, choose, tmp_path, answered, monkeypatch
    ):
        (tmp_path / "a.nnviz").write_bytes(b"precious")
        choose(tmp_path / "a")
        monkeypatch.setattr(QMessageBox, "question", lambda *_: answered)
        assert files.save() == (answered == Button.Yes)
        assert ((tmp_path / "a.nnviz").read_bytes() == b"precious") == (answered == Button.Cancel)

    def test_the_network_alone(self, files, session, document, choose, tmp_path):
        choose(tmp_path / "net")
        entry(files, "Save the network alone…").trigger()
        assert load_network(tmp_path / "net.safetensors").spec == session.spec
        assert document.path is None

    @pytest.mark.parametrize("name", ["Save", "Save the network alone…"])
    def test_a_place_that_cannot_be_written_is_a_message(self, files, document, choose, tmp_path, said, name):
        choose(tmp_path / "no folder" / "a")
        entry(files, name).trigger()
        assert len(said) == 1
        assert "there is no folder" in said[0]
        assert document.path is None


class TestSavingCurves:
    def test_a_picture_and_the_numbers(self, qtbot, files, session, choose, said, tmp_path):
        session.set_pace(None)
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state == "idle", timeout=10_000)
        choose(tmp_path / "curves")
        files.carefully(files.save_curves)
        image = QImage(str(tmp_path / "curves.png"))
        assert (image.width(), image.height()) == (1600, 900)
        files.carefully(files.save_numbers)
        table = (tmp_path / "curves.csv").read_text(encoding="utf-8")
        assert table == curves_table([session.metrics])
        assert len(table.splitlines()) == 1 + len(session.metrics)
        assert said == []

    def test_the_worksheet_has_the_numbers_of_the_open_network(
        self, files, session, choose, said, tmp_path, monkeypatch
    ):
        files.aboutToShow.emit()
        assert not files.worksheet.isEnabled()
        assert "12,960 weights are too many" in files.worksheet.toolTip()
        session.use_data(load("xor"))
        session.new_network(NetworkSpec.build(2, (), 2), "normal", 5)
        files.aboutToShow.emit()
        assert files.worksheet.isEnabled()
        sheet = opened_worksheet(session)
        given = np.round(session.input, 2)
        cost = Trace.of(rounded(session.parameters, 2), given, session.trace.y).cost
        assert [part.rows[-1].value for part in sheet.parts if part.title.startswith("The cost")] == [cost]
        assert "rounded to 2 decimals here" in sheet.hint
        choose(tmp_path / "update")
        written = lambda sheet, path: f"{path.suffix} {sheet.hint}".encode()  # noqa: E731
        monkeypatch.setattr("nnviz.ui.worksheet.opened.worksheet_file", written)  # typesetting takes its time
        assert files.carefully(files.save_worksheet)
        assert (tmp_path / "update.pdf").read_text("utf-8") == f".pdf {sheet.hint}"
        assert said == []

    def test_where_nothing_can_be_saved_one_sentence_says_so(self, files, choose, said, tmp_path):
        choose(tmp_path / "gone" / "curves")
        for save in (files.save_curves, files.save_numbers):
            assert not files.carefully(save)
        assert len(said) == 2
        assert all("cannot be saved" in sentence and sentence.endswith(".") for sentence in said)


class TestOpening:
    @pytest.fixture
    def state(self, qapp, digits, tmp_path):
        """A state that somebody saved."""
        session = Session(digits, seed=7)
        Document(session).save(tmp_path / "a.nnviz")
        session.close()
        return tmp_path / "a.nnviz"

    def test_a_state(self, files, session, document, choose, state, no_questions):
        choose(state)
        entry(files, "Open…").trigger()
        assert document.path == state
        assert session.origin.seed == 7

    def test_nothing_chosen(self, files, document, choose):
        choose("")
        files.open()
        assert (document.path, document.loading) == (None, None)

    def test_data_are_chosen_in_one_place(self, qtbot, files, session, document):
        entry(files, "Data…").trigger()
        (chooser,) = files.parentWidget().findChildren(DataChooser)
        chooser.choose("digits8")
        chooser.accept()
        qtbot.waitUntil(lambda: session.spec.sizes == (64, 16, 16, 10))
        assert not any(left.isVisible() for left in files.parentWidget().findChildren(DataChooser))
        assert recents(files) == ["Handwritten digits, 8×8"]

    def test_recent_points_are_named_with_what_was_chosen(self, qtbot, files, session, preferences):
        preferences.remember("blobs?noise=0.2")
        assert recents(files) == ["Blobs, noise 0.2"]
        files.recent.actions()[0].trigger()
        qtbot.waitUntil(lambda: session.spec.sizes == (2, 16, 16, 3))
        assert session.dataset.reference == "blobs?noise=0.2"

    @pytest.mark.parametrize("name", ["train-images-idx3-ubyte", "t10k-labels-idx1-ubyte"])
    def test_one_of_the_four_files_stands_for_its_folder(self, qtbot, files, session, name, tmp_path):
        files.open_file(str(idx_folder(tmp_path / "images") / name))
        qtbot.waitUntil(lambda: session.dataset.name == "images")

    def test_the_example_is_a_network_that_knows_digits(self, files, session, no_questions, monkeypatch):
        monkeypatch.delenv("NNVIZ_DATA", raising=False)
        work(session)
        entry(files, "Example: a network trained on MNIST").trigger()
        right = 0
        for _ in range(50):
            session.next_example()
            right += session.guess == session.label
        assert right > 40
        assert recents(files) == ["Nothing yet"]

    @pytest.mark.parametrize("name", ["a.nnviz", "a.safetensors", "a.txt"])
    def test_what_cannot_be_opened_is_a_message(self, files, session, choose, tmp_path, said, name):
        before = session.parameters
        (tmp_path / name).write_bytes(b"something else")
        choose(tmp_path / name)
        entry(files, "Open…").trigger()
        assert len(said) == 1
        assert name in said[0]
        assert session.parameters is before

    @pytest.mark.parametrize("button", [Button.Discard, Button.Cancel, Button.Save])
    def test_unsaved_work_is_asked_about(
        self, files, session, document, choose, answer, state, tmp_path, button
    ):
        work(session)
        mine = session.parameters
        asked = answer(button)
        choose(tmp_path / "mine.nnviz")
        files.carefully(lambda: files.open_file(str(state)))
        assert len(asked) == 1
        assert (document.path == state) == (button != Button.Cancel)
        assert (session.parameters is mine) == (button == Button.Cancel)
        assert (tmp_path / "mine.nnviz").exists() == (button == Button.Save)

    def test_a_save_that_is_given_up_or_fails_is_no_leave_to_go_on(
        self, files, session, document, choose, answer, state, tmp_path, said
    ):
        work(session)
        answer(Button.Save)
        for name in ("", tmp_path / "no folder" / "a.nnviz"):
            choose(name)
            files.carefully(lambda: files.open_file(str(state)))
            assert document.path is None
        assert len(said) == 1

    def test_a_network_is_one_more_step_and_needs_no_question(
        self, files, session, document, tmp_path, no_questions
    ):
        document.save_network(tmp_path / "n.safetensors")
        work(session)
        files.open_file(str(tmp_path / "n.safetensors"))
        assert document.modified


class TestRecentFiles:
    def test_what_was_opened_and_saved_newest_first(self, qtbot, files, document, choose, tmp_path):
        assert recents(files) == ["Nothing yet"]
        for name in ("a", "b"):
            choose(tmp_path / name)
            files.save_as()
        files.save_network()
        files.open_data("digits8")
        qtbot.waitUntil(lambda: document.loading is None)
        assert [Path(text).name for text in recents(files)] == [
            "Handwritten digits, 8×8",
            "b.safetensors",
            "b.nnviz",
            "a.nnviz",
        ]

    def test_one_is_opened_again(self, files, document, choose, tmp_path, no_questions):
        for name in ("a", "b"):
            choose(tmp_path / name)
            files.save_as()
        recents(files)
        files.recent.actions()[1].trigger()
        assert document.name == "a.nnviz"
        assert [Path(text).name for text in recents(files)] == ["a.nnviz", "b.nnviz"]

    def test_data_too(self, qtbot, files, session, document, preferences, tmp_path):
        preferences.remember(str(idx_folder(tmp_path / "images")))
        preferences.remember("digits8")
        for i, name in ((0, "digits8"), (1, "images")):
            recents(files)
            files.recent.actions()[i].trigger()
            qtbot.waitUntil(lambda: document.loading is None)
            assert session.dataset.name == name

    def test_one_that_is_gone_is_said_and_forgotten(self, files, preferences, said, tmp_path):
        preferences.remember(str(tmp_path / "gone.nnviz"))
        recents(files)
        files.recent.actions()[0].trigger()
        assert said == [f"{tmp_path / 'gone.nnviz'} is no longer there."]
        assert recents(files) == ["Nothing yet"]

    def test_a_long_path_and_an_ampersand(self, files, preferences):
        preferences.remember("/" + "folder/" * 40 + "R&D.nnviz")
        (text,) = recents(files)
        assert text.endswith("R&&D.nnviz")
        assert "…" in text
        assert len(text) < 120

    def test_dialogs_begin_where_one_was_last(self, files, choose, preferences, tmp_path):
        preferences.remember(str(tmp_path / "a.nnviz"))
        preferences.remember("digits8")
        assert choose("") is not None
        began = choose("")
        files.open()
        files.save()
        assert began == [str(tmp_path)] * 2


class TestUnsavedWork:
    def test_nothing_to_lose_is_nothing_to_ask(self, files, no_questions):
        assert files.may_go_on()

    def test_a_training_that_runs_is_asked_about(self, files, session, answer):
        session.start()
        asked = answer(Button.Cancel)
        assert not files.may_go_on()
        assert len(asked) == 1
        assert session.run_state == "running"

    def test_saved_in_the_middle_of_a_training_one_may_go_on(self, files, session, answer, choose, tmp_path):
        session.start()
        answer(Button.Save)
        choose(tmp_path / "a.nnviz")
        assert files.may_go_on()


def test_keys(qtbot, files, session, document, choose, tmp_path):
    choose(tmp_path / "a.nnviz")
    window = files.parentWidget()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert document.name == "a.nnviz"
    choose(tmp_path / "b.nnviz")
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_S, shift)
    assert document.name == "b.nnviz"
    choose(tmp_path / "a.nnviz")
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert document.name == "a.nnviz"


def test_the_example_is_part_of_the_installation():
    from nnviz.resources import resource

    assert resource(EXAMPLE).is_file()
