"""The window in another language: switched live, remembered, and nothing of it forgotten."""

from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from nnviz import wording
from nnviz.core.functions import check_pair
from nnviz.data.idx import read_idx
from nnviz.data.mnist import find_files
from nnviz.data.places import shown as shown_path
from nnviz.data.reading import file_size
from nnviz.errors import FileError, SettingsError, SpecError
from nnviz.files import read_network
from nnviz.files.container import float32
from nnviz.files.fields import Fields, Flaw
from nnviz.resources import resource
from nnviz.session import Neuron, Session
from nnviz.ui import language
from nnviz.ui.laboratory.pages import PAGES
from nnviz.ui.language import ENGLISH, GERMAN
from nnviz.ui.offscreen import wait_until
from nnviz.ui.pictures import PICTURES
from nnviz.ui.preferences import Preferences
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import DESCENT, EXPLORE, LESSONS, TRAIN
from nnviz.wording import tr, whole


@pytest.fixture(autouse=True)
def english(qapp):
    """Begin and end in English."""
    language.use(qapp, ENGLISH)
    yield
    language.use(qapp, ENGLISH)


@pytest.fixture
def window(qtbot, tiny_session):
    return shown(qtbot, tiny_session)


def shown(qtbot, session, preferences=None):
    window = MainWindow(session, preferences)
    window.asks_before_closing = False
    qtbot.addWidget(window)
    window.show()
    settle()
    return window


def settle():
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def speak(window, wanted):
    window.language.choices.actions()[language.LANGUAGES.index(wanted)].trigger()
    settle()


def texts(window):
    """Return something of everything that has words."""
    return {
        "menus": [action.text() for action in window.menus.actions()],
        "tabs": [window.tabs.tabText(index) for index in range(window.tabs.count())],
        "button": window.actions_["train"].text(),
        "tip": window.actions_["train-epoch"].toolTip(),
        "heading": window.caption.title,
        "sentence": window.caption.sentence,
        "status": window.training.status.text(),
        "name": window.score.accessibleName(),
        "title": window.windowTitle(),
    }


class TestUse:
    def test_texts_symbols_and_thousands(self, qapp):
        language.use(qapp, GERMAN)
        assert tr("{count:,} parameters", count=13002) == "13\N{NARROW NO-BREAK SPACE}002 Parameter"
        assert whole(1500) == "1\N{NARROW NO-BREAK SPACE}500"
        assert tr("learning rate {η}") == "Lernrate η"
        language.use(qapp, ENGLISH)
        assert tr("{count:,} parameters", count=13002) == "13,002 parameters"
        assert whole(1500) == "1,500"

    def test_the_buttons_of_qt_speak_it_too(self, qapp, qtbot):
        def cancel():
            box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
            qtbot.addWidget(box)
            return box.buttons()[0].text()

        assert cancel() == "Cancel"
        language.use(qapp, GERMAN)
        assert cancel() == "Abbrechen"

    def test_once_used_it_leaves_no_catalogue_behind(self, qapp):
        for _ in range(3):
            language.use(qapp, GERMAN)
        language.use(qapp, ENGLISH)
        assert QCoreApplication.translate("nnviz", "Quit") == "Quit"

    def test_errors_of_all_layers_speak_it(self, qapp, tmp_path):
        error = SettingsError("a whole number from 0, not {value}", field="seed", value=-1)
        assert str(error) == "a whole number from 0, not -1"
        language.use(qapp, GERMAN)
        assert str(error) == "eine ganze Zahl ab 0, nicht -1"
        with pytest.raises(FileError) as missing:
            file_size(tmp_path / "no.csv")
        assert str(missing.value) == f"Datei {shown_path(tmp_path / 'no.csv')} gibt es nicht."
        damaged = tmp_path / "x.safetensors"
        damaged.write_bytes(b"{}")
        with pytest.raises(FileError) as flaw:
            read_network(damaged)
        name = shown_path(damaged)
        cut = "ist keine safetensors-Datei oder abgeschnitten: sie endet in ihrem Kopf."
        assert str(flaw.value) == f"Die Datei {name} {cut}"

    def test_what_errors_fill_in_speaks_it_too(self, qapp, tmp_path):
        language.use(qapp, GERMAN)
        with pytest.raises(Flaw, match="eine Zahl in 'w' ist nan, und keine endliche Zahl"):
            float32("w", np.array([np.nan]))
        with pytest.raises(Flaw, match="'n' ist -1, und nicht eine ganze Zahl von 0 bis 9"):
            Fields({"n": -1}).whole("n", high=9)
        with pytest.raises(SpecError, match="Ausgabeaktivierung identity, sigmoid, tanh oder relu, nicht"):
            check_pair("softmax", "squared")
        (tmp_path / "train-images-idx3-ubyte").write_bytes(b"")  # an empty folder is told otherwise
        with pytest.raises(FileError, match=r"train-labels-idx1-ubyte, .* und t10k-labels-idx1-ubyte"):
            find_files(tmp_path)
        short = tmp_path / "x-idx1-ubyte"
        short.write_bytes(b"\0\0\x08\x01\0\0\x08\0ab")
        with pytest.raises(
            FileError, match="ihr Kopf verspricht 2\N{NARROW NO-BREAK SPACE}048 Werte zu 1 Byte"
        ):
            read_idx(short)

    def test_an_unknown_language_is_english(self):
        assert language.language_of("xx") is ENGLISH

    def test_that_of_the_system_counts_if_there_is_one(self, monkeypatch):
        for name, expected in (("de_AT", GERMAN), ("en_GB", ENGLISH), ("fr_FR", ENGLISH), ("C", ENGLISH)):
            monkeypatch.setattr(QLocale, "system", lambda name=name: QLocale(name))
            assert language.of_system() is expected, name


class TestSwitching:
    def test_there_and_back(self, window):
        before = texts(window)
        assert before["menus"][:2] == ["File", "Network"]
        speak(window, GERMAN)
        german = texts(window)
        assert german["menus"] == [
            *("Datei", "Netz", "Bearbeiten", "Schritt", "Beispiel", "Trainieren", "Ansicht", "Hilfe")
        ]
        assert german["tabs"] == ["Erkunden", "Trainieren", "Abstieg", "Lektionen"]
        assert german["button"] == "Trainieren"
        assert german["tip"] == (
            "<b>Eine Epoche</b> (E)<br>Trainiert, bis jedes Trainingsbeispiel einmal benutzt wurde."
        )
        assert german["heading"] == "Die Kosten dieses Beispiels"
        assert german["sentence"].startswith("Wie weit die Ausgaben vom Gewünschten entfernt sind")
        assert german["status"].startswith("noch nicht trainiert")
        assert german["title"].startswith("unbenannt")
        assert not [key for key in before if german[key] == before[key]]
        speak(window, ENGLISH)
        assert texts(window) == before

    def test_nothing_of_the_session_changes(self, window, tiny_session):
        session = tiny_session
        session.train_epoch()
        wait_until(lambda: session.run_state == "idle", session.changed)
        session.select(Neuron(1, 3))
        session.jump(3)
        session.set_view(replace(session.view, picture="matrix", workspace="train", page="settings"))
        settle()
        before = session.view, session.selection, session.cursor, session.updates
        theta = session.parameters.theta.copy()
        place, sizes = window.geometry(), window.workspaces.splitter.sizes()
        heard = []
        session.changed.connect(heard.append)
        speak(window, GERMAN)
        assert not heard
        assert before == (session.view, session.selection, session.cursor, session.updates)
        assert (session.parameters.theta == theta).all()
        assert window.tabs.currentIndex() == TRAIN
        assert window.geometry() == place
        assert window.workspaces.splitter.sizes() == sizes
        assert window.network.switch.value == "matrix"
        assert session.undoable is not None

    def test_the_window_works_on(self, window, tiny_session, qtbot):
        for wanted in (GERMAN, ENGLISH, GERMAN):
            speak(window, wanted)
        counted = len(window.children()), len(window.actions())
        speak(window, ENGLISH)
        speak(window, GERMAN)
        assert (len(window.children()), len(window.actions())) == counted
        with qtbot.waitSignal(tiny_session.changed):
            window.actions_["train-batch"].trigger()
        wait_until(lambda: tiny_session.run_state == "idle", tiny_session.changed)
        assert window.training.status.text().startswith("Epoche")
        assert window.actions_["undo"].text().startswith("Rückgängig: Training")

    def test_while_a_training_runs(self, window, tiny_session):
        tiny_session.set_pace(1.0)
        tiny_session.start()
        speak(window, GERMAN)
        assert tiny_session.run_state == "running"
        assert window.actions_["train"].text() == "Pause"
        tiny_session.stop()

    @pytest.mark.parametrize("index", [DESCENT, LESSONS])
    def test_in_the_workspaces_that_are_made_late(self, window, index):
        window.tabs.setCurrentIndex(index)
        settle()
        speak(window, GERMAN)
        assert window.tabs.currentIndex() == index
        shown = window.workspaces.bodies.currentWidget()
        assert shown is (window.workspaces.descent if index == DESCENT else window.lessons.list)
        window.tabs.setCurrentIndex(EXPLORE)

    def test_it_is_remembered(self, qtbot, tiny_session):
        preferences = Preferences.forgetful()
        assert preferences.language == ""
        window = shown(qtbot, tiny_session, preferences)
        speak(window, GERMAN)
        assert preferences.language == "de"
        assert window.language.choices.checkedAction().data() is GERMAN
        preferences.reset()
        assert preferences.language == ""

    def test_the_notation_stays(self, window, tiny_session):
        window.notation.choose(wording.notation_of("hat"))
        speak(window, GERMAN)
        assert wording.current_notation().key == "hat"
        assert "∇J" in window.actions_["train"].toolTip()
        window.notation.choose(wording.notation_of("standard"))


class TestLessons:
    @pytest.fixture
    def playing(self, qtbot, session):
        window = shown(qtbot, session)
        window.lessons.start("01-what-is-a-neuron", 3)
        self.rest(window)
        return window

    def rest(self, window):
        player = window.lessons.player
        wait_until(lambda: not player.busy, player.changed)
        settle()

    def test_the_step_goes_on_in_german(self, playing):
        player = playing.lessons.player
        player.answer(3)
        self.rest(playing)
        assert player.answered is not None
        speak(playing, GERMAN)
        assert playing.lessons.player is player
        assert player.index == 3
        assert player.answered is not None
        pane = playing.lessons.pane
        assert pane.isVisible()
        assert pane.title.text() == "Zehn Antworten"
        assert pane.lesson.text() == "Was ist ein Neuron?"
        assert playing.lessons.actions["lesson-next"].text() == "Weiter"
        playing.lessons.actions["lesson-next"].trigger()
        self.rest(playing)
        assert pane.title.text() == "Wie sicher ist es?"

    def test_leaving_gives_back_what_was_there_before(self, playing, session):
        speak(playing, GERMAN)
        playing.lessons.player.leave()
        settle()
        assert playing.lessons.player.lesson is None
        assert not playing.lessons.pane.isVisible()
        assert session.updates == 0


@pytest.fixture
def asked(monkeypatch):
    """All texts that the catalogue is asked for."""
    texts = set()
    make = language._translator

    def recording():
        translate = make()
        return lambda text: texts.add(text) or translate(text)

    monkeypatch.setattr(language, "_translator", recording)
    return texts


def known():
    messages = ElementTree.parse(resource("translations/nnviz_de.ts")).getroot().iter("message")
    return {message.findtext("source") for message in messages}


def test_nothing_is_asked_for_that_is_not_in_the_catalogue(qtbot, qapp, session, asked):
    """All pictures, all pages, the other workspaces, a dialog: shown in German."""
    language.use(qapp, GERMAN)
    window = shown(qtbot, session)
    session.step_forward()
    session.train_batch()
    wait_until(lambda: session.run_state == "idle", session.changed)
    session.select(Neuron(1, 3))
    for picture in PICTURES:
        session.set_view(replace(session.view, picture=picture.name))
        settle()
    for page in PAGES:
        window.laboratory.show_page(page.name)
        settle()
    for index in (TRAIN, DESCENT, LESSONS, EXPLORE):
        window.tabs.setCurrentIndex(index)
        settle()
    from nnviz.ui.keys_dialog import KeysDialog
    from nnviz.ui.new_network.dialog import NetworkDialog

    for dialog in (NetworkDialog(session, window), KeysDialog(window)):
        qtbot.addWidget(dialog)
        dialog.show()
        settle()
        dialog.close()
    assert len(asked) > 700
    assert not asked - known()


def test_the_program_begins_in_the_language_that_was_chosen(qapp, monkeypatch):
    from nnviz.cli import application

    chosen = Preferences.forgetful()
    monkeypatch.setattr(language, "of_system", lambda: GERMAN)
    assert application.first_language(chosen) is GERMAN
    chosen.language = "en"
    assert application.first_language(chosen) is ENGLISH


def test_a_session_of_its_own(qtbot, qapp, tiny_dataset, close_later):
    """A window that is made in German needs no switching."""
    language.use(qapp, GERMAN)
    session = Session(tiny_dataset())
    close_later(session)
    assert shown(qtbot, session).tabs.tabText(EXPLORE) == "Erkunden"
