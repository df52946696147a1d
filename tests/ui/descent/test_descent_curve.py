"""The page of one dimension, as a hand and a keyboard use it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from samples import tiny_dataset

from nnviz.core.network import Location
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.descent.curve.panel import CurvePage
from nnviz.ui.descent.curve.state import CurveState
from nnviz.ui.descent.curve.step import Marks, words
from nnviz.ui.descent.frame import Frame, span
from nnviz.ui.descent.rate import notch, rate_of
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import DESCENT
from nnviz.wording.descent import move_label, slope_text

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 5000


@pytest.fixture(scope="module")
def shown(session, keep):
    """The one page."""
    return keep(CurvePage(session))


@pytest.fixture
def curve(session):
    return session.descent.curve


def at(page, x, cost):
    return page.plot.frame().place(x, cost).toPoint()


def color_at(page, point):
    return page.plot.grab().toImage().pixelColor(point)


def gold(page, point):
    there, wanted = color_at(page, point), QColor(theme.DARK.selection)
    return max(abs(a - b) for a, b in zip(there.getRgb(), wanted.getRgb(), strict=True)) < 50


class TestTheBall:
    def test_is_set_down_where_one_presses(self, page, curve):
        QTest.mouseClick(page.plot, LEFT, pos=at(page, -2.0, 3.0))
        assert curve.x == pytest.approx(-2.0, abs=0.02)
        assert gold(page, at(page, curve.x, curve.next_step.cost))

    def test_follows_the_hand_and_stays_on_the_axis(self, page, curve):
        start = at(page, 0.0, 2.0)
        QTest.mousePress(page.plot, LEFT, pos=start)
        for x in (0.5, 1.0, 1.5):
            QTest.mouseMove(page.plot, at(page, x, 2.0))
        assert curve.x == pytest.approx(1.5, abs=0.02)
        QTest.mouseMove(page.plot, QPoint(page.plot.width() + 300, start.y()))
        assert curve.x == curve.region[1]
        QTest.mouseRelease(page.plot, LEFT, pos=start)
        QTest.mouseMove(page.plot, at(page, 0.5, 2.0))
        assert curve.x == curve.region[1]

    def test_goes_by_keyboard(self, page, curve):
        curve.place(1.0)
        QTest.keyClick(page.plot, Qt.Key.Key_Right)
        assert curve.x == pytest.approx(1.0 + 0.01 * curve.width)
        QTest.keyClick(page.plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert curve.x == pytest.approx(1.0 + 0.009 * curve.width)
        QTest.keyClick(page.plot, Qt.Key.Key_PageDown)
        assert curve.x == pytest.approx(1.0 - 0.091 * curve.width)

    def test_has_its_step_drawn_before_it_is_taken(self, page, curve):
        curve.set_rate(0.6)
        curve.place(3.0)
        step = curve.next_step
        ball, ghost = at(page, step.x, step.cost), at(page, step.x_after, step.cost_after)
        assert gold(page, ball)
        assert not gold(page, ghost), "the ghost is a ring"
        ring = [ghost + QPoint(dx, 0) for dx in range(5, 10)]
        assert any(gold(page, point) for point in ring)
        assert gold(page, QPoint((ball.x() + at(page, step.x_after, step.cost).x()) // 2, ball.y()))
        page.transport.step.click()
        assert curve.x == step.x_after
        assert gold(page, ghost)

    @pytest.mark.parametrize(
        ("name", "x", "rate"),
        [
            ("minima", 4.2, 0.1),  # what is seen first
            ("parabola", 2.5, 0.01),
            ("parabola", 2.5, 0.1),
            ("parabola", -1.5, 0.9),
            ("quartic", 0.2, 0.2),
            ("kink", 1.0, 0.3),
            ("plateau", 2.0, 1.0),
        ],
    )
    @pytest.mark.parametrize("size", [(880, 560), (420, 300)])
    def test_has_words_that_cover_nothing(self, page, curve, size, name, x, rate):
        curve.choose(name)
        curve.place(x)
        curve.set_rate(rate)
        state = CurveState.of(curve)
        frame = Frame.inside(*size, curve.region, span(curve.curve[1], 0.2), 20.0)
        marks, (move, slope) = Marks.of(frame, state), words(frame, state)
        assert (move.text, slope.text) == (move_label(state.step), slope_text(state.step.slope))
        assert not move.place.intersects(slope.place)
        for label in (move, slope):
            assert frame.rect.contains(label.place)
            for line in (marks.tangent, marks.way):
                assert not any(label.place.contains(line.pointAt(k / 200)) for k in range(201))
            for disc in (marks.ball, marks.ghost):
                assert not label.place.adjusted(-7, -7, 7, 7).contains(disc)
            points = zip(frame.columns(state.curve[0]), frame.rows(state.curve[1]), strict=True)
            assert not any(label.place.contains(*point) for point in points)
            near = min(abs(label.place.center().y() - at.y()) for at in (marks.ball, marks.tangent.p2()))
            assert near < 120, "it stands beside what it names"

    def test_that_has_left_is_pointed_to(self, page, curve):
        curve.choose("parabola")
        curve.set_rate(3.0)
        curve.to_end(3)
        assert curve.x < -100
        frame = page.plot.frame()
        tip = QPoint(round(frame.rect.left()) + 8, round(frame.rect.center().y()))
        assert gold(page, tip)
        page.transport.end.click()
        assert page.readings.verdict.text() == "gone"
        assert "has diverged" in page.readings.why.text()


class TestReadings:
    def test_are_the_numbers_of_the_step(self, page, curve):
        curve.choose("parabola")
        curve.set_rate(0.1)
        curve.place(2.0)
        readings = page.readings
        assert readings.value.text() == "x = 2.00, C = 4.00"
        assert readings.slope.text() == "slope 4.00"
        assert readings.move_.text() == "−η · slope = −0.100 · 4.00 = −0.400"
        assert readings.after.text() == "x → 1.60, C → 2.56"
        assert readings.slope.toolTip() == "4.0"

    @pytest.mark.parametrize(
        ("rate", "word"), [(0.0001, "creeps"), (0.1, "descends"), (0.7, "overshoots"), (1.2, "diverges")]
    )
    def test_say_what_the_rate_does(self, page, curve, rate, word):
        curve.choose("parabola")
        curve.set_rate(rate)
        assert page.readings.verdict.text() == word

    def test_the_strip_tells_of_all_rates(self, page, curve):
        curve.choose("parabola")
        roles = page.rate.zones.roles()
        assert (roles[0], roles[-1]) == ("text_muted", "bad")
        order = list(dict.fromkeys(roles))
        assert order == ["text_muted", "good", "warning", "bad"]


class TestTheRate:
    def test_slider_and_field_agree(self, page, curve):
        page.rate.slider.setValue(notch(0.5))
        assert curve.rate == pytest.approx(0.5, rel=0.01)
        page.rate.box.lineEdit().setText("0.02")
        QTest.keyClick(page.rate.box, Qt.Key.Key_Return)
        assert curve.rate == 0.02
        assert page.rate.slider.value() == notch(0.02)
        assert rate_of(notch(0.02)) == pytest.approx(0.02, rel=0.01)

    def test_what_is_none_is_refused(self, page, curve, session, qtbot):
        rate = curve.rate
        with qtbot.waitSignal(session.failed) as said:
            page.rate.offered.emit("fast")
        assert "must be a number" in said.args[0]
        assert curve.rate == rate
        assert page.rate.box.text() == f"{rate:g}"


class TestTheFormula:
    def test_is_typed_and_set(self, page, curve):
        field = page.chooser.field
        field.selectAll()
        QTest.keyClicks(field, "(x-1)^2")
        assert (curve.name, page.chooser.box.value) == ("own", "own")
        assert page.chooser.formula.tex() == (r"C(x) = \left( x - 1 \right)^{2}",)
        np.testing.assert_allclose(curve.minima, [1.0], atol=1e-9)

    def test_has_its_mistake_below_it_while_the_curve_stays(self, page, curve):
        field = page.chooser.field
        field.selectAll()
        QTest.keyClicks(field, "x^2 + 2 *")
        assert page.chooser.says.text() == "After “+ 2 *” a number or x is missing, at character 10."
        assert page.chooser.says.property("role") == "bad"
        assert curve.landscape.text == "x^2 + 2 "
        QTest.keyClicks(field, "x")
        assert page.chooser.says.property("role") == "muted"
        assert curve.mistake is None

    def test_keys_typed_into_it_are_no_shortcuts(self, page):
        field = page.chooser.field
        field.setFocus()
        QTest.keyClicks(field, "tanh")
        assert field.text().count("tanh") == 1

    def test_has_gaps_where_it_has_no_value(self, page, curve):
        curve.set_formula("log(x)")
        frame = page.plot.frame()
        (gap,) = frame.gaps(*curve.curve)
        assert gap.left() == pytest.approx(frame.rect.left(), abs=2)
        assert gap.right() == pytest.approx(frame.place(0, 0).x(), abs=2)
        image = page.plot.grab().toImage()
        row = round(frame.rect.center().y())
        inside = {
            image.pixelColor(x, row).name() for x in range(round(gap.left()) + 5, round(gap.right()) - 5)
        }
        assert len(inside) > 2, "hatched"

    def test_presets_are_chosen_from_the_list(self, page, curve):
        page.chooser.box.choose("kink")
        page.chooser.box.activated.emit(page.chooser.box.currentIndex())
        assert curve.name == "kink"
        assert page.chooser.field.text() == "abs(x)"
        assert "hardly rests" in page.chooser.says.text()


class TestWalking:
    def test_buttons_step_back_run_and_begin_again(self, page, curve, qtbot):
        transport = page.transport
        assert not transport.back.isEnabled()
        transport.step.click()
        transport.step.click()
        assert transport.count.text() == "2 steps"
        transport.back.click()
        assert curve.steps == 1
        transport.run.click()
        assert curve.running
        qtbot.waitUntil(lambda: curve.steps >= 3, timeout=PATIENCE)
        transport.run.click()
        assert not curve.running
        transport.start.click()
        assert (curve.steps, transport.count.text()) == (0, "0 steps")
        transport.end.click()
        assert not curve.can_step
        assert not transport.step.isEnabled()

    def test_twenty_balls_are_counted(self, page, curve):
        page.crowd.click()
        assert curve.crowd
        page.transport.end.click()
        assert page.tally.texts() == [
            "minimum at x = −3.42: 4",
            "minimum at x = −0.698: 8",
            "minimum at x = 2.08: 8",
        ]
        page.crowd.click()
        assert not page.tally.isVisible()

    def test_nobody_walks_on_a_hidden_page(self, page, curve):
        curve.play()
        page.hide()
        assert not curve.running

    def test_the_wheel_shows_less_and_the_place_stays(self, page, curve):
        point = at(page, 1.0, 2.0)
        x = page.plot.frame().x_at(point.x())
        down = QPoint(0, 120)
        where = QPointF(point)
        wheel = QWheelEvent(
            where, page.plot.mapToGlobal(where), QPoint(), down, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.plot, wheel)
        assert curve.width == pytest.approx(9.2 / 1.25)
        assert page.plot.frame().place(x, 0).x() == pytest.approx(point.x(), abs=1)


class TestTheWeight:
    @pytest.fixture
    def chosen(self, page, curve, session, qtbot):
        session.select(Location("w", 2, 3, 5))
        curve.choose("weight")
        qtbot.waitUntil(lambda: curve.settled, timeout=PATIENCE)
        return page.weight

    def test_is_named_with_its_examples(self, page, chosen):
        assert not page.chooser.field.isVisible()
        assert chosen.symbol.tex() == ("w^{(2)}_{3,5}",)
        assert chosen.name.text().startswith("weight from neuron 5, first hidden layer")
        assert chosen.which.text() == "C over all 12 training examples"
        chosen.over.chosen.emit("example")
        assert chosen.which.text() == "C₀ of the example on the screen"

    def test_is_written_into_the_network_and_undone(self, page, curve, chosen, session):
        assert not chosen.take.isEnabled()
        before = session.parameters
        curve.set_rate(10.0)
        page.transport.step.click()
        assert chosen.take.isEnabled()
        chosen.take.click()
        assert session.parameters.at(Location("w", 2, 3, 5)) == np.float32(curve.x)
        session.undo()
        assert session.parameters is before

    def test_another_one_is_chosen_for_all_panels(self, curve, chosen, session):
        chosen.any.click()
        chosen.steepest.click()
        assert session.selection == curve.weight.location
        assert curve.x == session.parameters.at(curve.weight.location)

    def test_a_training_is_followed(self, page, curve, chosen, session, qtbot):
        session.set_settings(replace(session.settings, batch=4))
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
        assert curve.x == session.parameters.at(Location("w", 2, 3, 5))
        qtbot.waitUntil(lambda: page.plot._state.present == curve.x, timeout=PATIENCE)


class TestTheWindow:
    def test_its_arrow_keys_walk_there(self, qtbot, qapp):
        session = Session(tiny_dataset())
        window = MainWindow(session)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_workspace(DESCENT)
        cursor, curve = session.cursor, session.descent.curve
        window.actions_["step-forward"].trigger()
        assert (curve.steps, session.cursor) == (1, cursor)
        assert window.actions_["step-forward"].text() == "One step downhill"
        page = window.workspaces.descent.pages.currentWidget()
        assert isinstance(page, CurvePage)
        assert page.isVisible()
        assert page.plot.width() > 800
        window.close()

    def test_its_keys_come_along_from_another_workspace(self, qtbot, qapp):
        window = MainWindow(Session(tiny_dataset()))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: qapp.focusWidget() is not None, timeout=PATIENCE)
        assert window.workspaces.bodies.isAncestorOf(qapp.focusWidget())
        window.show_workspace(DESCENT)
        pages = window.workspaces.descent.pages
        assert qapp.focusWidget() is pages, "not the switch, where Space presses a button"
        window.close()

    @pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
    def test_nothing_scrolls_sideways(self, page, qapp, scale, curve):
        theme.apply(qapp, theme.LIGHT, scale)
        for name in ("minima", "weight"):
            curve.choose(name)
            QApplication.processEvents()
            side = page.side
            assert side.horizontalScrollBar().maximum() == 0
            content = side.widget()
            assert content.minimumSizeHint().width() <= side.viewport().width()


class TestFrames:
    def test_places_and_back(self):
        frame = Frame.inside(400, 300, (-2.0, 2.0), (0.0, 5.0))
        point = frame.place(1.0, 2.5)
        assert frame.x_at(point.x()) == pytest.approx(1.0, abs=0.01)
        x = np.array([-2.0, 0.0, 1.0])
        np.testing.assert_allclose(frame.columns(x), [frame.place(v, 0).x() for v in x])
        np.testing.assert_allclose(frame.rows(x), [frame.place(0, v).y() for v in x])
        assert frame.x_at(frame.place(0.0, 0).x()) == 0.0

    def test_a_curve_with_a_gap_is_two_lines(self):
        frame = Frame.inside(400, 300, (0.0, 4.0), (0.0, 1.0))
        y = np.array([0.1, 0.2, np.nan, 0.4, 0.5])
        assert [len(line) for line in frame.polygons(np.arange(5.0), y)] == [2, 2]
        (gap,) = frame.gaps(np.arange(5.0), y)
        assert gap.contains(frame.place(2.0, 0.5))

    def test_a_few_very_large_values_do_not_flatten_the_rest(self):
        values = np.concatenate([np.linspace(0, 1, 100), [1e6]])
        low, high = span(values)
        assert -0.5 < low <= 0
        assert 1 <= high < 5
        assert span(np.array([np.nan])) == (0.0, 1.0)
        low, high = span(np.array([3.0, 3.0]))
        assert low < 3 < high
