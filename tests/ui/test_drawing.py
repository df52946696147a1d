"""The drawing pad, driven by the mouse; the drawings that are kept; and noise."""

from dataclasses import replace

import numpy as np
import pytest
from driving import expose, move, press
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.core.passes import forward
from nnviz.data.digits import load_digits8
from nnviz.data.places import drawings_file
from nnviz.data.strokes import PAD
from nnviz.session import Session
from nnviz.ui.drawing.panel import DrawingPanel
from nnviz.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
ZERO = [(140 + 60 * np.sin(t), 140 - 90 * np.cos(t)) for t in np.linspace(0, 2 * np.pi, 25)]
ONE = [(140, y) for y in range(45, 240, 15)]


@pytest.fixture(autouse=True)
def clean():
    drawings_file().unlink(missing_ok=True)
    yield
    drawings_file().unlink(missing_ok=True)


@pytest.fixture
def panel(qtbot, session):
    return opened(qtbot, session)


def opened(qtbot, session, size=(690, 430)):
    return expose(qtbot, DrawingPanel(session), size)


def stroke(pad, places):
    paper = pad.paper()
    at = [
        QPointF(paper.left() + x * paper.width() / PAD, paper.top() + y * paper.height() / PAD).toPoint()
        for x, y in places
    ]
    QTest.mousePress(pad, LEFT, pos=at[0])
    for place in at[1:]:
        move(pad, place, LEFT)
    QTest.mouseRelease(pad, LEFT, pos=at[-1])


class TestDrawing:
    def test_digits_drawn_by_the_mouse_are_recognized(self, qtbot, session, panel) -> None:
        session.set_rate(1.0)
        for _ in range(8):
            session.train_epoch()
            qtbot.waitUntil(lambda: session.run_state != "running", timeout=20000)
        for places, label in ((ZERO, 0), (ONE, 1)):
            stroke(panel.pad, places)
            assert session.guess == label
            assert panel.says.text().startswith(f"It says {label} with 0.")
            press(panel.wipe)
            assert not session.painted

    def test_a_drawing_is_centered_by_mass_in_a_box_of_20(self, session, panel) -> None:
        stroke(panel.pad, [(30, 20), (30, 80)])
        image = session.input.reshape(28, 28)
        rows, columns = (np.flatnonzero(image.any(axis)) for axis in (1, 0))
        assert rows[-1] - rows[0] + 1 == 20
        center = [np.average(np.arange(28) + 0.5, weights=image.sum(axis)) for axis in (1, 0)]
        assert np.allclose(center, 14, atol=0.51)
        assert image.max() == 1
        assert len(columns) < 12

    def test_each_stroke_is_one_step_of_undo_and_the_pad_follows(self, session, panel) -> None:
        stroke(panel.pad, ONE)
        once = session.input.copy()
        stroke(panel.pad, [(100, 230), (180, 230)])
        assert len(session.drawings.strokes) == 2
        session.undo()
        assert len(session.drawings.strokes) == 1
        assert np.array_equal(session.input, once)
        session.redo()
        press(panel.back)
        assert np.array_equal(session.input, once)
        session.undo()
        session.undo()
        session.undo()
        assert not session.painted
        assert not session.drawings.ink.any()

    def test_the_guess_follows_while_the_pen_is_down(self, qtbot, session, panel) -> None:
        place = panel.pad.paper().center().toPoint()
        QTest.mousePress(panel.pad, LEFT, pos=place)
        before = session.input.copy()
        move(panel.pad, place + (panel.pad.rect().topLeft() - panel.pad.rect().center()) / 2, LEFT)
        qtbot.waitUntil(lambda: not np.array_equal(before, session.input))
        assert session.drawings.drawing
        QTest.mouseRelease(panel.pad, LEFT, pos=place)
        assert not session.drawings.drawing

    def test_another_example_has_an_empty_pad_and_the_drawing_waits(self, session, panel) -> None:
        stroke(panel.pad, ONE)
        session.next_example()
        assert session.drawings.strokes == ()
        session.previous_example()
        assert len(session.drawings.strokes) == 1

    def test_a_broader_pen_leaves_more_ink(self, session, panel) -> None:
        ink = []
        for name in ("fine", "medium", "broad"):
            panel.pens.buttons[name].click()
            stroke(panel.pad, ONE)
            ink.append(session.drawings.ink.sum())
            press(panel.wipe)
        assert ink == sorted(ink)
        assert ink[2] > 2 * ink[0]

    def test_other_image_sizes(self, qtbot, qapp) -> None:
        session = Session(load_digits8())
        panel = opened(qtbot, session)
        stroke(panel.pad, ONE)
        image = session.input.reshape(8, 8)
        assert image.any(axis=1).all()
        assert image.any(axis=0).sum() <= 3
        session.close()

    def test_data_that_are_no_images(self, qtbot, tiny_session) -> None:
        panel = opened(qtbot, tiny_session)
        stroke(panel.pad, ONE)
        assert not tiny_session.painted
        assert not tiny_session.drawings.possible


class TestKept:
    def test_kept_drawings_are_there_the_next_time(self, qtbot, session, panel, digits) -> None:
        for places, label in ((ONE, 1), (ZERO, 0)):
            stroke(panel.pad, places)
            panel.label.setCurrentIndex(label)
            press(panel.keep)
            press(panel.wipe)
        assert [panel.kept.item(k).text()[0] for k in range(panel.kept.count())] == ["1", "0"]
        other = Session(digits)
        assert [drawing.label for drawing in other.drawings.kept] == [1, 0]
        other.drawings.open(1)
        assert other.label == 0
        assert len(other.drawings.strokes) == 1
        expected = forward(other.parameters, other.drawings.inputs()).a[other.spec.depth]
        assert np.allclose(expected[1], other.trace.a[other.spec.depth], atol=1e-5)
        other.close()

    def test_delete(self, session, panel) -> None:
        stroke(panel.pad, ONE)
        session.drawings.keep(1)
        session.drawings.keep(7)
        panel.kept.setCurrentRow(0)
        press(panel.delete)
        assert [drawing.label for drawing in session.drawings.kept] == [7]
        assert panel.tally.text().endswith("of 1 recognized")

    @pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no zip", b"\0" * 100])
    def test_a_damaged_file_is_said_and_nothing_breaks(self, qtbot, session, damage) -> None:
        drawings_file().parent.mkdir(parents=True, exist_ok=True)
        drawings_file().write_bytes(damage)
        with qtbot.waitSignal(session.failed) as said:
            assert session.drawings.kept == ()
        assert str(drawings_file()) in said.args[0]


class TestNoise:
    def test_random_pixels_are_seeded_and_one_step_of_undo(self, session, panel) -> None:
        press(panel.noise.random)
        expected = np.random.default_rng(1).uniform(0, 1, 784).astype(np.float32)
        assert np.array_equal(session.input, expected)
        assert panel.says.text().startswith("Random pixels (seed 1). It says ")
        session.undo()
        assert not session.painted

    def test_shuffled_pixels_are_the_same_pixels(self, session, panel) -> None:
        before = session.input.copy()
        press(panel.noise.shuffle)
        assert not np.array_equal(before, session.input)
        assert np.array_equal(np.sort(before), np.sort(session.input))

    def test_the_mean_of_two(self, session, panel) -> None:
        x = session.input.copy()
        press(panel.noise.any)
        noise = session.nonsense.present
        assert session.split.labels[noise.number] != session.label
        y = session.split.example(noise.number)[0]
        assert np.allclose(session.input, (x + y) / 2)
        panel.noise.share.setValue(80)
        assert np.allclose(session.input, 0.2 * x + 0.8 * y)
        assert "80" in panel.says.text()


def test_it_opens_in_the_middle_by_its_key(qtbot, session) -> None:
    window = expose(qtbot, MainWindow(session))
    session.set_view(replace(session.view, picture="network"))
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    assert session.view.picture == "draw"


def test_a_drawing_can_be_followed_through_a_training(qtbot, session, panel) -> None:
    from nnviz.ui.layers.answers import question

    stroke(panel.pad, ONE)
    drawn = session.input.copy()
    session.train_epoch()
    qtbot.waitUntil(lambda: session.run_state != "running", timeout=20000)
    assert np.array_equal(session.input, drawn)
    asked = question(session, session.example, session.input)
    assert np.array_equal(asked.x, drawn)
    answers = asked.answers(lambda: False)
    assert len(answers) > 10
    assert np.allclose(answers[-1].outputs, session.trace.a[session.spec.depth], atol=1e-5)
