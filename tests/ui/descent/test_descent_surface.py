"""The page of two dimensions, as a hand and a keyboard use it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.contours import contour
from nnviz.ui import theme
from nnviz.ui.descent.surface import contours
from nnviz.ui.descent.surface.mesh import QUADS
from nnviz.ui.descent.surface.panel import SurfacePage
from nnviz.ui.descent.surface.shade import lines, shares
from nnviz.ui.descent.surface.view import HIGHEST
from nnviz.wording.descent import importance_sentence, slice_sentence

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 5000


@pytest.fixture(scope="module")
def shown(session, keep):
    """The one page."""
    return keep(SurfacePage(session))


@pytest.fixture
def surface(session):
    return session.descent.surface


def at(page, x1, x2):
    plot = page.contours
    return plot.mapFromScene(plot.place(np.array([x1, x2])))


class TestFromAbove:
    def test_the_point_is_set_down_and_led(self, page, surface):
        viewport = page.contours.viewport()
        QTest.mousePress(viewport, LEFT, pos=at(page, -1.0, 0.5))
        assert surface.point == pytest.approx([-1.0, 0.5], abs=0.02)
        QTest.mouseMove(viewport, at(page, 0.5, 1.5))
        assert surface.point == pytest.approx([0.5, 1.5], abs=0.02)
        QTest.mouseMove(viewport, QPoint(-50, 5))
        assert surface.point[0] == -2.0, "it stays on the picture"
        QTest.mouseRelease(viewport, LEFT)

    def test_the_point_goes_by_keyboard(self, page, surface):
        surface.place((0.5, 0.5))
        QTest.keyClick(page.contours, Qt.Key.Key_Right)
        QTest.keyClick(page.contours, Qt.Key.Key_Up)
        assert surface.point == pytest.approx([0.58, 0.58])
        QTest.keyClick(page.contours, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert surface.point == pytest.approx([0.58, 0.572])

    def test_both_axes_have_one_scale(self, page):
        origin, right, up = at(page, 0, 0), at(page, 1, 0), at(page, 0, 1)
        assert right.x() - origin.x() == pytest.approx(origin.y() - up.y(), abs=2)

    def test_the_lines_are_those_of_the_cost(self, page, surface):
        x, y = page.contours.layers.lines.getData()
        known = np.isfinite(x)
        costs = surface.landscape.at(np.stack([x, y], axis=1)[known])[0]
        assert len(np.unique(np.round(costs, 1))) > 10
        line = contour(surface.grid[2], 2.0)
        assert len(line)
        heights = surface.grid[2]
        assert not np.isfinite(lines(*surface.grid[:2], np.full_like(heights, 1.0))).any()

    def test_the_point_and_the_arrow_are_seen(self, page, surface):
        surface.place((1.0, 0.5))
        image = page.contours.grab().toImage()
        assert image.pixelColor(at(page, 1.0, 0.5)).name() == theme.DARK.selection
        arrow = at(page, 1.0, 0.5) - QPoint(20, 0)  # ∂C/∂x₁ = 3.5 > 0: x₁ should fall
        red, _, blue, _ = image.pixelColor(arrow).getRgb()
        assert red > 1.5 * blue

    def test_the_wheel_shows_more(self, page, surface):
        point = QPointF(at(page, 0, 0))
        wheel = QWheelEvent(
            point, page.contours.viewport().mapToGlobal(point), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(page.contours.viewport(), wheel)
        assert surface.high[0] == pytest.approx(2.5)

    def test_while_it_zooms_lines_are_coarser_and_then_as_before(self, qtbot, page, surface):
        surface.choose("minima")
        fine = len(page.contours.layers.lines.getData()[0])
        QTest.keyClick(page.contours, Qt.Key.Key_Minus)
        QTest.keyClick(page.contours, Qt.Key.Key_Plus)
        assert len(page.contours.layers.lines.getData()[0]) < fine
        qtbot.waitUntil(lambda: len(page.contours.layers.lines.getData()[0]) == fine, timeout=PATIENCE)

    def test_the_ghost_is_where_the_leader_goes_by_its_own_rule(self, page, surface):
        surface.choose("bowl")
        surface.set_active(("momentum",))
        surface.to_end(3)
        ahead = surface.ahead
        assert np.hypot(*(ahead - surface.point + 0.1 * surface.gradient)) > 0.2, "it rolls"
        x, y = at(page, *ahead).toTuple()
        image = page.contours.grab().toImage()
        around = {image.pixelColor(x + i, y + j).name() for i in range(-9, 10) for j in range(-9, 10)}
        assert theme.DARK.selection in around

    def test_the_arrow_is_said_to_show_a_direction_only(self, page, surface, monkeypatch):
        said = []
        monkeypatch.setattr(contours, "tr", lambda text, **values: said.append(text) or text)
        surface.choose("bowl")
        page.contours.grab()
        assert "arrow: direction only" in said
        said.clear()
        surface.place((0.0, 0.0))
        page.contours.grab()
        assert "↑ {name}" in said
        assert "arrow: direction only" not in said, "there is none"
        assert "not how far a step goes" in page.contours.toolTip()

    def test_where_there_is_no_cost_nothing_is_drawn_but_the_hatching(self, page, surface):
        surface.set_formula("log(x1) + x2^2")
        surface.place((1.0, 1.0))
        x, _ = page.contours.layers.lines.getData()
        assert np.nanmin(x) >= 0
        assert np.isnan(shares(surface.grid[2])[:50]).all()
        image = page.contours.grab().toImage()
        row = at(page, 0, -1.5).y()
        gap = {image.pixelColor(x, row).name() for x in range(at(page, -1.5, 0).x(), at(page, -0.5, 0).x())}
        assert theme.DARK.surface in gap
        assert len(gap) > 1


class TestInSpace:
    def test_a_way_that_leaves_the_picture_is_in_pieces(self, page, surface):
        surface.set_formula("log(x1) + x2^2")
        state = page._state
        ways = [(-1.0, 0.0), (0.5, 0.0), (1.0, 0.0), (9.0, 0.0), (1.5, 0.0)]
        costs = surface.landscape.at(np.array(ways))[0]
        assert [len(piece) for piece in page.view._pieces(state, np.array(ways), costs)] == [2, 1]

    def test_it_is_turned_by_the_mouse(self, page):
        view = page.view
        azimuth, elevation = view.angles
        middle = view.rect().center()
        QTest.mousePress(view, LEFT, pos=middle)
        QTest.mouseMove(view, middle + QPoint(30, 20))
        QTest.mouseRelease(view, LEFT, pos=middle)
        assert view.angles[0] != azimuth
        assert view.angles[1] > elevation
        QTest.mouseMove(view, middle + QPoint(90, 20))
        turned = view.angles
        QTest.mouseMove(view, middle)
        assert view.angles == turned

    def test_it_is_turned_by_keys_but_not_from_below(self, page):
        view = page.view
        before = view.angles
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.angles[0] == pytest.approx(before[0] + 0.1)
        for _ in range(20):
            QTest.keyClick(view, Qt.Key.Key_Up)
        assert view.angles[1] == HIGHEST

    def test_nearer_quads_are_drawn_later_and_missing_ones_not_at_all(self, page, surface):
        surface.set_formula("sqrt(x1) + x2^2")
        page.view.grab()
        assert page.view._mesh is not None
        assert len(page.view._mesh.usable) == QUADS * QUADS // 2
        unit = np.array([[0.0, -1.0, 0.0], [0.0, 1.0, 0.0]])
        away = page.view._seen(unit)[:, 2]
        assert away[0] < away[1], "what lies in front is nearer"

    def test_turning_draws_another_picture_and_moving_the_point_keeps_it(self, page, surface):
        before = page.view.grab().toImage()
        page.view.turn(0.3, 0.0)
        after = page.view.grab().toImage()
        assert before != after
        mesh = page.view._mesh
        surface.place((0.2, 0.2))
        page.view.grab()
        assert page.view._mesh is mesh


class TestSlices:
    def test_hold_the_other_variable_still(self, page, surface):
        surface.place((0.5, -1.0))
        for index, part in enumerate(page.slices):
            x, costs = part.plot.curve()
            points = np.tile([0.5, -1.0], (len(x), 1))
            points[:, index] = x
            np.testing.assert_allclose(costs, surface.landscape.at(points)[0])
            slope = np.interp(surface.point[index], x, np.gradient(costs, x))
            assert slope == pytest.approx(surface.gradient[index], rel=0.02, abs=0.02)
        assert page.slices[0].says.text() == "x₂ stays at −1.00: here C falls by 2.00 per unit of x₁."
        assert page.slices[1].says.text() == "x₁ stays at 0.500: here C falls by 2.50 per unit of x₂."
        assert page.slices[0].plot.accessibleName() == "∂C/∂x₁ = −2.00"

    def test_the_gradient_is_read_as_what_matters_more(self, page, surface):
        surface.set_formula("1.6x1^2 + 0.05x2^2")
        surface.place((1.0, 1.0))
        assert page.gradient.text() == "∇C = (3.20, 0.100)"
        assert page.importance.text() == "x₁ matters 32 times as much as x₂."

    @pytest.mark.parametrize(
        ("slopes", "sentence"),
        [
            ((0.0, 0.0), "Flat: neither matters here."),
            ((2.0, 0.0), "Only x₁ matters here: along x₂ it is flat."),
            ((1.0, -1.0), "Both matter the same here."),
            ((1.0, 1.01), "Both matter about the same here."),
            ((float("nan"), 1.0), "There is no slope here."),
            ((-1.0, 3.0), "x₂ matters 3.0 times as much as x₁."),
        ],
    )
    def test_how_it_is_said(self, slopes, sentence):
        assert importance_sentence(("x₁", "x₂"), slopes) == sentence

    def test_where_it_is_flat_nothing_rises(self):
        assert slice_sentence(("w", "b"), 0.5, 0.0) == "b stays at 0.500."


class TestWalkers:
    @pytest.fixture(autouse=True)
    def on_data(self, page, surface):
        surface.choose("line")

    def test_are_switched_on_and_off(self, page, surface):
        page.walkers.boxes["batch"].click()
        page.walkers.boxes["adam"].click()
        assert surface.active == ("full", "batch", "adam")
        page.walkers.boxes["full"].click()
        assert surface.active == ("batch", "adam")
        assert page.walkers.costs["full"].text() == ""

    def test_are_compared_over_steps_and_over_examples(self, page, surface):
        surface.set_active(("full", "batch", "single"))
        surface.to_end(6)
        lines_ = page.compare.plot.lines()
        assert {len(x) for x, _ in lines_.values()} == {7}
        page.compare.switch.buttons["examples"].click()
        ends = {name: int(x[-1]) for name, (x, _) in page.compare.plot.lines().items()}
        assert ends == {"full": 240, "batch": 24, "single": 6}
        assert page.walkers.seen["batch"].text() == "24"

    def test_what_they_make_of_the_points_is_shown_beside(self, page, surface):
        surface.set_active(("full", "batch"))
        assert page.points.isVisible()
        np.testing.assert_array_equal(page.points.rows()["batch"], surface.rows("batch"))
        assert page.options.data.text() == "a = w x + b, fitted to 40 points, seed 0"
        assert "w x + b" in page.chooser.formula.tex()[0]
        assert not page.chooser.field.isVisible()
        assert "at" not in page.points.rows()

    def test_size_seed_and_pace_are_chosen(self, page, surface):
        page.options.batch.setValue(8)
        page.options.seed.setValue(3)
        page.options.pace.buttons["epoch"].click()
        assert (surface.batch, surface.seed, surface.pace) == (8, 3, "epoch")

    def test_only_data_have_mini_batches(self, page, surface):
        surface.choose("bowl")
        assert not page.walkers.boxes["batch"].isEnabled()
        assert page.walkers.boxes["momentum"].isEnabled()
        assert not page.points.isVisible()
        assert not page.options.isVisible()
        assert not page.compare.switch.buttons["examples"].isEnabled()

    def test_one_that_has_diverged_says_so(self, page, surface):
        surface.set_rate(2.0)
        surface.to_end(60)
        assert page.walkers.costs["full"].text() == "diverged"
        for part in (page.contours, page.view, page.compare.plot, page.points, *page.slices):
            part.grab()


class TestThePage:
    def test_a_mistake_stands_below_the_formula(self, page, surface):
        field = page.chooser.field
        field.selectAll()
        QTest.keyClicks(field, "x1^2 + y")
        assert page.chooser.says.text().startswith("“y” is not known, at character 8; known are x1, x2")
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keyClicks(field, "x2")
        assert (surface.name, surface.mistake) == ("own", None)

    def test_the_buttons_walk(self, page, surface):
        page.transport.step.click()
        assert surface.steps == 1
        page.transport.back.click()
        assert surface.steps == 0

    def test_the_rate_is_told(self, page, surface):
        page.rate.offered.emit("0.02")
        assert surface.rate == 0.02
        ghost = surface.point - 0.02 * surface.gradient
        assert page.contours.place(ghost) != page.contours.place(surface.point)

    @pytest.mark.parametrize("scale", [0.8, 1.5])
    def test_nothing_scrolls_sideways(self, page, qapp, scale, surface):
        theme.apply(qapp, theme.LIGHT, scale)
        for name in ("banana", "neuron"):
            surface.choose(name)
            QApplication.processEvents()
            assert page.side.horizontalScrollBar().maximum() == 0
            assert page.side.widget().minimumSizeHint().width() <= page.side.viewport().width()
            assert page.minimumSizeHint().width() <= 1280
            assert all(part.isVisible() for part in page.slices)
            right = max(card.geometry().right() for card in page.below if card.isVisible())
            assert right < page.side.geometry().left()
        assert page.compare.isVisible() == page.points.isVisible() == (scale < 2)

    def test_a_hidden_one_does_no_work(self, page, surface, monkeypatch):
        surface.play()
        page.hide()
        assert not surface.running
        monkeypatch.setattr(page, "refresh", lambda: pytest.fail("nobody looks"))
        surface.step_forward()
