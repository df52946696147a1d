"""The exam's page: image by image, who is taken for whom, the wrong ones; all by real clicks and keys."""

from itertools import pairwise

import numpy as np
import pytest
from driving import expose, move, press
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec
from nnviz.data.dataset import Dataset
from nnviz.data.split import make_split
from nnviz.session import ExampleRef, Session
from nnviz.ui import theme
from nnviz.ui.exam.panel import ExamPanel
from nnviz.ui.exam.tiles import Tiles, picture_size
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import TRAIN
from nnviz.wording import notation_of

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE = 5000


@pytest.fixture
def panel(qtbot, session):
    return opened(qtbot, session)


def opened(qtbot, session, size=(480, 556)):
    panel = expose(qtbot, ExamPanel(session), size)
    qtbot.waitUntil(lambda: session.exam.current() is not None, timeout=PATIENCE)
    return panel


def answers(session):
    return session.exam.current().answers


def click(widget, at):
    QTest.mouseClick(widget, LEFT, PLAIN, QPointF(at).toPoint())


def press_box(box):
    click(box, QPoint(12, box.height() // 2))


def cell(panel, row, column):
    return panel.confusion.cell_rect(row, column).center()


def choose_speed(panel, row):
    panel.controls.speed.setCurrentIndex(row)
    panel.controls.speed.activated.emit(row)


def test_without_pictures_there_is_room_for_the_numbers_of_the_examples():
    without, letters = Tiles(3, picture_size(None)), QFontMetricsF(theme.number_font(0.85))
    assert letters.horizontalAdvance("example 9,999") < without.tile[0]
    assert Tiles(3, (56.0, 56.0)).tile[0] < without.tile[0]


class TestImageByImage:
    def test_it_begins_by_saying_how(self, panel):
        assert panel.paper.text() == "The 297 test images, never trained on, one after another. Press Start."
        assert panel.controls.start.text() == "Start"

    def test_one_image(self, panel, session):
        press(panel.controls.one)
        exam = answers(session)
        mark = "✓" if exam.right[0] else "✗"
        sheet = panel.paper.sheet()
        assert sheet.facts[:2] == (("label", str(exam.labels[0])), ("guess", f"{exam.guesses[0]} {mark}"))
        assert sheet.role == ("good" if exam.right[0] else "bad")
        assert sheet.tally == (f"{int(exam.right[0])} of 1", f"= {float(exam.right[0]):.3f}")
        assert session.example == ExampleRef("train", 0)

    def test_start_pause_and_going_on(self, qtbot, panel, session):
        choose_speed(panel, 5)
        press(panel.controls.start)
        assert panel.controls.start.text() == "Pause"
        qtbot.waitUntil(lambda: session.exam.sitting.done >= 2, timeout=PATIENCE)
        press(panel.controls.start)
        assert panel.controls.start.text() == "Go on"
        assert not session.exam.sitting.running

    def test_at_once(self, panel, session):
        choose_speed(panel, 6)
        press(panel.controls.start)
        exam = answers(session)
        assert panel.paper.sheet().tally == (f"{exam.n_right} of 297", f"= {exam.accuracy:.3f}")
        assert panel.note.text() == "That was all"
        assert panel.controls.start.text() == "Start"
        press(panel.controls.again)
        assert session.exam.sitting.done == 0

    def test_it_stops_at_the_first_wrong_one_and_makes_it_the_example(self, panel, session):
        session.jump(0)
        press_box(panel.controls.stops)
        assert session.exam.sitting.stops
        choose_speed(panel, 6)
        press(panel.controls.start)
        first = int(answers(session).wrong[0])
        assert session.example == ExampleRef("test", first)
        assert session.cursor == session.plan.cost
        assert panel.paper.sheet().role == "bad"
        assert session.guess == answers(session).guesses[first]
        press(panel.controls.start)
        assert session.example == ExampleRef("test", int(answers(session).wrong[1]))

    def test_shuffled_by_a_seed(self, panel, session):
        assert not panel.controls.seed.isVisible()
        press(panel.controls.shuffled)
        assert panel.controls.seed.isVisible()
        press(panel.controls.one)
        first = session.exam.sitting.tally.index
        panel.controls.seed.setValue(5)
        assert session.exam.sitting.done == 0
        press(panel.controls.one)
        assert session.exam.sitting.seed == 5
        assert session.exam.sitting.tally.index != first

    def test_ticks_show_right_and_wrong_by_height_and_lead_to_the_example(self, panel, session):
        choose_speed(panel, 6)
        press(panel.controls.start)
        strip, exam = panel.strip, answers(session)
        assert strip.counts() == (1, 60)
        assert [height == 1 for height in strip.heights()] == (~exam.right[-60:]).tolist()
        click(strip, strip.cell_rect(0, 59).center())
        assert session.example == ExampleRef("test", 296)

    def test_a_changed_network_is_said_and_begins_again(self, qtbot, panel, session):
        press(panel.controls.one)
        press(panel.controls.one)
        session.jump(session.plan.update)
        assert panel.note.text() == "The network has changed: Start begins again"
        press(panel.controls.one)
        qtbot.waitUntil(lambda: session.exam.sitting.done == 1, timeout=PATIENCE)
        assert panel.note.text() == "Unseen images"

    def test_hidden_it_rests(self, panel, session):
        press(panel.controls.start)
        panel.hide()
        assert not session.exam.sitting.running
        session.jump(session.plan.update)
        assert not session.exam.busy


class TestWhoIsTakenForWhom:
    def worst(self, session):
        matrix = answers(session).matrix.copy()
        np.fill_diagonal(matrix, 0)
        return divmod(int(matrix.argmax()), 10)

    def test_the_whole_set_in_numbers(self, panel, session):
        exam = answers(session)
        assert panel.summary.text() == f"{exam.n_right} of 297 test examples right = {exam.accuracy:.3f}"
        assert panel.which.text() == f"{len(exam.wrong)} wrong ones, the most confident first"

    def test_a_cell_shows_its_images_and_again_all(self, panel, session):
        row, column = self.worst(session)
        click(panel.confusion, cell(panel, row, column))
        expected = answers(session).cell(row, column)
        assert panel.gallery.rows().tolist() == expected.tolist()
        assert panel.confusion.chosen() == (row, column)
        assert panel.all.isVisible()
        press(panel.all)
        assert panel.gallery.rows().tolist() == answers(session).wrong_by_confidence.tolist()
        assert not panel.all.isVisible()

    def test_it_says_fours_taken_for_nines(self, panel, session, monkeypatch):
        row, column = self.worst(session)
        said = []
        monkeypatch.setattr(QToolTip, "showText", lambda at, text, widget: said.append(text))
        place = cell(panel, row, column).toPoint()
        QApplication.sendEvent(panel.confusion, QHelpEvent(QEvent.Type.ToolTip, place, QPoint()))
        numerals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        count = answers(session).matrix[row, column]
        plural = {"six": "sixes"}
        label, guess = (plural.get(numerals[n], numerals[n] + "s") for n in (row, column))
        assert f"{count} {label} taken for {guess}" in said[0]

    def test_the_keyboard_goes_through_the_cells(self, panel, session):
        panel.confusion.setFocus()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up):
            QTest.keyClick(panel.confusion, key)
        assert panel.confusion.hovered_cell() == (0, 1)
        QTest.keyClick(panel.confusion, Qt.Key.Key_Return)
        assert panel.confusion.chosen() == (0, 1)
        assert panel.gallery.rows().tolist() == answers(session).cell(0, 1).tolist()

    def test_what_is_wrong_is_red_and_what_is_right_is_not(self, panel, session):
        row, column = self.worst(session)
        image = panel.confusion.grab().toImage()
        ratio = image.devicePixelRatio()

        def color(at):
            corner = panel.confusion.cell_rect(*at).topLeft() + QPointF(4, 4)
            return image.pixelColor((corner * ratio).toPoint())

        wrong, right = color((row, column)), color((row, row))
        assert wrong.red() > 1.5 * wrong.blue()
        assert abs(right.red() - right.blue()) < 40

    def test_a_thousand_classes(self, qtbot, qapp):
        x, labels = np.eye(40), np.arange(40) % 1000
        split = make_split(x, labels=labels, n_classes=1000)
        names = tuple(f"kind {n}" for n in range(1000))
        data = Dataset("many", "Many", split, split, names, None, "made up")
        session = Session(data, NetworkSpec.build(40, (), 1000))
        panel = opened(qtbot, session)
        assert panel.confusion.counts() == (1000, 1000)
        panel.grab()
        session.close()


class TestTheWrongOnes:
    def test_the_most_confident_comes_first_and_a_click_makes_it_the_example(self, panel, session):
        gallery, order = panel.gallery, answers(session).wrong_by_confidence
        assert gallery.rows().tolist() == order.tolist()
        click(gallery.viewport(), gallery.tiles().rect(1).center())
        assert session.example == ExampleRef("test", int(order[1]))

    def test_only_what_is_in_sight_is_drawn(self, panel, session):
        gallery = panel.gallery
        panel.grab()
        assert len(gallery.tiles().seen) < 40 < len(gallery.rows())
        bar = gallery.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert gallery.tiles().seen[-1] == len(gallery.rows()) - 1
        assert gallery.tiles().seen[0] > 100

    def test_the_keyboard(self, panel, session):
        gallery, order = panel.gallery, answers(session).wrong_by_confidence
        gallery.setFocus()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
            QTest.keyClick(gallery, key)
        assert gallery.hovered() == gallery.tiles().columns
        QTest.keyClick(gallery, Qt.Key.Key_Return)
        assert session.example.index == order[gallery.tiles().columns]
        QTest.keyClick(gallery, Qt.Key.Key_End)
        assert gallery.tiles().rect(len(order) - 1).bottom() <= gallery.viewport().height() + 1
        QTest.keyClick(gallery, Qt.Key.Key_Down)
        assert gallery.hovered() == len(order) - 1

    def test_the_mouse_lights_up_and_teaches(self, panel, session):
        gallery, index = panel.gallery, int(answers(session).wrong_by_confidence[0])
        move(gallery.viewport(), gallery.tiles().rect(0).center())
        assert gallery.hovered() == 0
        tip = gallery.tip(gallery.tiles().rect(0).center())
        exam = answers(session)
        assert f"test example {index}" in tip
        assert f"label {exam.labels[index]}, guess {exam.guesses[index]} ✗" in tip
        assert repr(float(exam.confidences[index])) in tip
        assert gallery.tip(QPointF(gallery.viewport().width() - 1, 5)) == ""

    def test_they_follow_a_training(self, qtbot, panel, session):
        before = panel.gallery.rows()
        session.set_pace(None)
        session.start()
        qtbot.waitUntil(lambda: len(panel.gallery.rows()) < len(before) / 2, timeout=4 * PATIENCE)
        session.stop()
        qtbot.waitUntil(lambda: session.exam.current() is not None, timeout=PATIENCE)
        assert panel.gallery.rows().tolist() == answers(session).wrong_by_confidence.tolist()

    def test_a_chosen_cell_stays_chosen(self, qtbot, panel, session):
        click(panel.confusion, cell(panel, 3, 5))
        session.jump(session.plan.update)
        qtbot.waitUntil(lambda: session.exam.current() is not None, timeout=PATIENCE)
        assert panel.gallery.rows().tolist() == answers(session).cell(3, 5).tolist()
        session.use_data(tiny_dataset(n_inputs=784, n_outputs=10))
        assert panel.confusion.chosen() is None


class TestOtherData:
    def test_one_example_and_one_output(self, qtbot, qapp):
        split = make_split([[0.2, 0.9]], labels=[1], targets=[1.0])
        data = Dataset("one", "One", split, split, ("no", "yes"), None, "made up")
        session = Session(data, NetworkSpec.build(2, (3,), 1, cost="binary_cross_entropy"))
        panel = opened(qtbot, session)
        press(panel.controls.one)
        exam = answers(session)
        assert panel.confusion.counts() == (2, 2)
        assert panel.paper.sheet().tally[0] == f"{exam.n_right} of 1"
        assert "output, towards the guess" in panel.paper.text()
        panel.grab()
        session.close()

    def test_measured_values(self, qtbot, tiny_session):
        data = tiny_dataset(n_outputs=1, n_test=40, classes=False)
        spec = NetworkSpec.build(4, (3,), 1, "tanh", "identity")
        tiny_session.new_network(spec, "glorot", 0, data)
        panel = opened(qtbot, tiny_session)
        fit = tiny_session.exam.current().exam
        assert panel.summary.text().startswith("RMSE ")
        assert f"R² {fit.r_squared:.3f}".replace("-", "−") in panel.summary.text()
        assert panel.gallery.rows().tolist() == fit.worst.tolist()
        assert not panel.controls.stops.isVisible()
        press(panel.controls.one)
        assert panel.paper.sheet().tally[0] == f"RMSE {fit.errors[0]:.3g}"
        x, y = panel.scatter.places()
        lonely = int(x[:, 0].argmin())
        click(panel.scatter, QPointF(x[lonely, 0], y[lonely, 0]))
        assert tiny_session.example.split == "test"
        assert np.hypot(x - x[lonely], y - y[lonely])[tiny_session.example.index, 0] < 9
        panel.grab()
        tiny_session.write_in(notation_of("hat"))
        assert "ŷ" in panel.summary.toolTip()
        tiny_session.write_in(notation_of("standard"))

    def test_color_images_keep_their_colors(self, qtbot, qapp):
        x = np.zeros((3, 4 * 4 * 3))
        x[:, 0::3] = 1  # all red
        split = make_split(x, labels=[0, 1, 1], n_classes=2)
        data = Dataset("red", "Red", split, split, ("a", "b"), (4, 4, 3), "made up")
        session = Session(data, NetworkSpec.build(48, (), 2))
        panel = opened(qtbot, session)
        press(panel.controls.one)
        image = panel.paper.grab().toImage()
        color = image.pixelColor(image.rect().topLeft() + QPoint(20, image.height() // 2))
        assert color.getRgb()[:3] == (255, 0, 0)
        session.close()


@pytest.mark.parametrize("size", [(370, 420), (480, 556), (900, 1000)])
@pytest.mark.parametrize("colors", [theme.LIGHT, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)])
def test_every_size_in_every_theme(qtbot, qapp, session, size, colors):
    theme.apply(qapp, colors)
    panel = opened(qtbot, session, size)
    press(panel.controls.shuffled)
    press(panel.controls.one)
    inner = panel.controls
    row = (inner.start, inner.one, inner.again, inner.speed, inner.shuffled, inner.seed)
    assert all(a.geometry().right() < b.geometry().left() for a, b in pairwise(row))
    assert inner.seed.geometry().right() <= inner.width()
    assert bool(inner.start.text()) == (size[0] >= 480)
    assert panel.confusion.cell_rect(9, 9).bottom() <= panel.confusion.height()
    assert panel.minimumSizeHint().width() <= 370
    panel.grab()


def test_in_the_window(qtbot, session):
    window = expose(qtbot, MainWindow(session))
    width = window.minimumSizeHint().width()
    window.tabs.setCurrentIndex(TRAIN)
    button = window.laboratory.switch.buttons["exam"]
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE)
    press(button)
    qtbot.waitUntil(lambda: session.exam.current() is not None, timeout=PATIENCE)
    assert window.minimumSizeHint().width() <= max(width, 1280)
    session.show_split("test")
    window.network.view.setFocus()
    QTest.keyClick(window.network.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    wrong = answers(session).wrong.tolist()
    assert session.example.index == next(index for index in wrong if index > 0)
    QTest.keyClick(window.network.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert session.example.index in (wrong[0], wrong[-1])
    window.laboratory.show_page("curves")
    assert not session.exam.sitting.running
    window.close()
