"""A user's own data through the window: looked at, chosen, taken or left."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QDialogButtonBox

from nnviz.data.sample import sample_of
from nnviz.document import Document
from nnviz.ui import theme
from nnviz.ui.own_data import OwnDataDialog
from nnviz.ui.preferences import Preferences
from nnviz.ui.sample_view import SampleView
from nnviz.ui.window import MainWindow

IRIS = "length,width,species\n" + "".join(
    f"{5 + i / 10:.1f},{3 - i / 10:.1f},{'ab'[i % 2]}\n" for i in range(20)
)


@pytest.fixture
def window(qtbot, session):
    window = MainWindow(session, Preferences.forgetful(), Document(session))
    window.asks_before_closing = False
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def drop(window):
    def drop(path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        move, button, key = (
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        window.dropEvent(QDropEvent(QPointF(5, 5), move, data, button, key))

    return drop


@pytest.fixture
def dialog(qtbot, window, drop):
    """Drops a file and returns the dialog that comes up; it is closed at the end."""
    opened = []

    def dialog(path):
        drop(path)
        qtbot.waitUntil(lambda: bool(window.findChildren(OwnDataDialog)))
        opened.append(window.findChildren(OwnDataDialog)[-1])
        return opened[-1]

    yield dialog
    for each in window.findChildren(OwnDataDialog):
        each.reject()


@pytest.fixture
def iris(tmp_path):
    (tmp_path / "iris.csv").write_text(IRIS)
    return tmp_path / "iris.csv"


def choose(box, name):
    box.choose(name)
    box.activated.emit(box.currentIndex())


class TestDialog:
    def test_what_was_understood(self, dialog, session, iris):
        shown = dialog(iris)
        assert shown.name.text() == "iris.csv"
        assert shown.summary.text() == "16 examples to train on and 4 to test. 2 inputs. 2 classes: a, b."
        assert "drawn at random" in shown.notes.text()
        assert shown.offer.sentence.text() == "A new network that fits takes over: 2-16-16-2."
        assert shown.rows.horizontalHeaderItem(0).text() == "species"
        assert [shown.rows.item(0, k).text() for k in range(3)] == ["a", "5.0", "3.0"]
        assert (shown.header.value, shown.label.value, shown.task.value) == ("yes", "species", "classes")
        assert not shown.side.isVisible()
        assert session.dataset.name == "digits"

    def test_taken(self, qtbot, window, dialog, session, iris):
        shown = dialog(iris)
        qtbot.mouseClick(shown.take, Qt.MouseButton.LeftButton)
        assert session.dataset.name == "iris.csv"
        assert session.spec.sizes == (2, 16, 16, 2)
        assert window.files._preferences.recent[0] == str(iris)
        session.undo()
        assert session.dataset.name == "digits"

    def test_with_a_network_that_suits_them(self, qtbot, dialog, session, iris):
        shown = dialog(iris)
        qtbot.mouseClick(shown.offer.kind.buttons["anew"], Qt.MouseButton.LeftButton)
        assert "2-8-8-2, tanh → softmax, η = 0.1" in shown.offer.sentence.text()
        shown.accept()
        assert (session.spec.sizes, session.spec.cost) == ((2, 8, 8, 2), "cross_entropy")
        assert session.settings.rate == 0.1
        session.undo()
        assert session.dataset.name == "digits"

    def test_left(self, qtbot, dialog, session, iris):
        shown = dialog(iris)
        qtbot.mouseClick(
            shown.buttons.button(QDialogButtonBox.StandardButton.Cancel), Qt.MouseButton.LeftButton
        )
        assert session.dataset.name == "digits"

    def test_another_column_is_learned(self, qtbot, dialog, session, document_idle, iris):
        shown = dialog(iris)
        choose(shown.label, "width")
        assert not shown.take.isEnabled()
        document_idle()
        assert shown.found.label == "width"
        assert shown.task.value == "values"
        assert shown.summary.text().endswith("1 input. 1 value to be met.")
        choose(shown.header, "no")
        document_idle()
        assert "in line 1, column 'column 1', stands 'length', and no number" in shown.error.text()
        assert shown.header.value == "yes"
        shown.accept()
        assert session.dataset.reference.startswith(f"{iris}?")

    def test_a_choice_that_cannot_be_is_said_and_taken_back(self, qtbot, dialog, document_idle, iris):
        shown = dialog(iris)
        choose(shown.task, "values")
        document_idle()
        assert "can be learned as classes" in shown.error.text()
        assert shown.error.isVisible()
        assert shown.task.value == "classes"
        assert shown.take.isEnabled()

    def test_recent_data_come_as_they_were_taken(self, qtbot, window, dialog, session, document_idle, iris):
        shown = dialog(iris)
        choose(shown.label, "width")
        document_idle()
        shown.accept()
        reference = session.dataset.reference
        window.files.open_data("digits8")
        document_idle()
        window.files.recent.aboutToShow.emit()
        (entry,) = (a for a in window.files.recent.actions() if "label=width" in a.text())
        entry.trigger()
        document_idle()
        assert session.dataset.reference == reference
        assert (
            not window.findChildren(OwnDataDialog) or not window.findChildren(OwnDataDialog)[-1].isVisible()
        )

    def test_opened_by_the_command_line_they_are_taken_at_once(self, window, session, document_idle, iris):
        window.document.open(iris)
        document_idle()
        assert session.dataset.name == "iris.csv"
        assert not window.findChildren(OwnDataDialog)

    def test_a_saved_state_finds_them_again(self, window, dialog, session, document_idle, iris, tmp_path):
        shown = dialog(iris)
        choose(shown.label, "width")
        document_idle()
        shown.accept()
        content = session.dataset.content_hash
        window.document.save(tmp_path / "a.nnviz")
        window.files.open_data("digits8")
        document_idle()
        window.document.open(tmp_path / "a.nnviz")
        document_idle()
        assert session.dataset.content_hash == content
        assert session.dataset.name == "iris.csv"

    def test_arrays(self, dialog, session, tmp_path):
        images = np.random.default_rng(0).integers(0, 256, (30, 6, 5, 3), np.uint8)
        np.savez(tmp_path / "a.npz", x=images, y=np.arange(30) % 3)
        shown = dialog(tmp_path / "a.npz")
        assert "Color images of 6×5: 90 inputs. 3 classes: 0, 1, 2." in shown.summary.text()
        assert shown.images.isVisible()
        assert not shown.rows.isVisible()
        assert shown.images.count == 24
        first = shown.found.dataset.train.x[0] * 255
        color = shown.images.image(0).pixelColor(4, 5)
        assert [color.red(), color.green(), color.blue()] == np.rint(first[-3:]).tolist()

    def test_a_bad_file_is_a_message_and_nothing_changes(self, qtbot, window, drop, session, tmp_path):
        (tmp_path / "bad.csv").write_text("1,2\n3\n")
        before = session.parameters
        drop(tmp_path / "bad.csv")
        qtbot.waitUntil(window.message.isVisible)
        assert "line 2 has 1 columns, the first has 2" in window.message.text
        assert session.parameters is before
        assert not window.findChildren(OwnDataDialog)

    def test_folder_of_images(self, qtbot, dialog, session, document_idle, tmp_path):
        for name, color in (("red", "#ff0000"), ("blue", "#0000ff")):
            (tmp_path / "colors" / name).mkdir(parents=True)
            for i in range(5):
                picture(12, 10, color).save(str(tmp_path / "colors" / name / f"{i}.png"))
        shown = dialog(tmp_path / "colors")
        assert "Color images of 10×12" in shown.summary.text()
        choose(shown.side, "16")
        document_idle()
        assert "Color images of 16×16" in shown.summary.text()
        shown.accept()
        assert session.dataset.classes == ("blue", "red")
        assert session.dataset.train.x.reshape(-1, 3)[0].tolist() in ([1, 0, 0], [0, 0, 1])


@pytest.fixture
def document_idle(qtbot, window):
    return lambda: qtbot.waitUntil(lambda: window.document.loading is None)


def picture(width, height, color, form=QImage.Format.Format_RGB32):
    image = QImage(width, height, form)
    image.fill(QColor(color))
    return image


def test_the_picture_follows_the_theme(qtbot, qapp, digits):
    strip = SampleView(2, 12, 44)
    qtbot.addWidget(strip)
    strip.show_sample(sample_of(digits))
    corners = []
    for colors in (theme.DARK, theme.LIGHT):
        theme.apply(qapp, colors)
        corners.append(strip.image(0).pixelColor(0, 0).name())
    assert corners[0] != corners[1]
    assert strip.count == 24
