"""The page of the network's own cost, with real clicks: what is drawn, read, loaded, cancelled."""

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from nnviz.session import wanted
from nnviz.session.landmarks import Landmark
from nnviz.session.wanted import KINDS, Recipe
from nnviz.training.landscape.planes import PlaneMap
from nnviz.ui import theme
from nnviz.ui.descent.network.panel import LandscapePage
from nnviz.ui.descent.pages import PAGES
from nnviz.ui.descent.relief import MOST, Relief
from nnviz.wording import NOTATIONS, use_notation
from nnviz.wording.landscape_page import empty_words

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 10_000


@pytest.fixture
def session(tiny_session):
    tiny_session.set_settings(replace(tiny_session.settings, batch=4))
    return tiny_session


@pytest.fixture
def page(qtbot, session):
    panel = LandscapePage(session)
    qtbot.addWidget(panel)
    panel.resize(1200, 620)
    with qtbot.waitExposed(panel):
        panel.show()
    settle(qtbot, session)
    return panel


@pytest.fixture
def trained(qtbot, session, page):
    session.train_epochs(5)
    qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
    settle(qtbot, session)
    return page


def settle(qtbot, session):
    qtbot.waitUntil(lambda: not session.landscape.busy, timeout=PATIENCE)


def choose(qtbot, page, session, kind):
    QTest.mouseClick(page.controls.kinds.buttons[kind], LEFT)
    settle(qtbot, session)


def pixel(picture, *place) -> QPoint:
    return picture.frame().place(*place).toPoint()


def test_it_is_the_third_page_of_descent() -> None:
    assert [page.name for page in PAGES][-1] == "network"
    assert PAGES[-1].panel == "descent.network.panel:LandscapePage"


class TestSlices:
    def test_the_first_is_along_the_gradient(self, session, page):
        assert page.pages.currentWidget() is page.slice
        assert page.slice.shown is session.landscape.found
        assert page.title.text() == "The cost along −∇C"
        assert "One step of η = 1.00" in page.says.text()
        assert page.status.text.text() == (
            "C over all 12 training examples and all 5 test examples; at 201 points, in between interpolated."
        )

    def test_the_mouse_reads_the_cost(self, session, page):
        found = session.landscape.found
        at = QPointF(pixel(page.slice, 1.0, found.cost))
        QTest.mouseMove(page.slice, at.toPoint())
        page.slice.point_at(page.slice.place_at(at))
        place = page.slice.place
        assert found.t[place] == pytest.approx(1.0, abs=found.t[-1] / 100)
        assert f"training {found.train[place]:.3g}"[:13] in page.readout.text
        assert "straight line" in page.readout.text
        assert page.slice.accessibleDescription().startswith("C = ")
        page.slice.point_at(None)
        assert page.readout.text.startswith("here")

    def test_a_click_loads_what_is_read_there(self, qtbot, session, page):
        found, before = session.landscape.found, session.parameters.theta.copy()
        QTest.mouseClick(page.slice, LEFT, pos=pixel(page.slice, 1.0, found.cost))
        at = page.slice.place_at(QPointF(pixel(page.slice, 1.0, found.cost)))
        wanted = found.flat.at(found.t[found.nearest(at[0])]).theta.astype(np.float32)
        assert np.array_equal(session.parameters.theta, wanted)
        assert page.status.undo.isVisible()
        settle(qtbot, session)
        QTest.mouseClick(page.status.undo, LEFT)
        assert np.array_equal(session.parameters.theta, before)
        assert not page.status.undo.isVisible()
        settle(qtbot, session)

    def test_a_drag_is_no_click(self, session, page):
        before = session.moment
        middle = page.slice.rect().center()
        QTest.mousePress(page.slice, LEFT, pos=middle)
        QTest.mouseRelease(page.slice, LEFT, pos=middle + QPoint(60, 0))
        assert session.moment is before

    def test_by_keyboard(self, qtbot, session, page):
        page.slice.setFocus()
        QTest.keyClick(page.slice, Qt.Key.Key_Right)
        assert page.slice.at[0] == 0
        for _ in range(4):
            QTest.keyClick(page.slice, Qt.Key.Key_Right)
        assert page.slice.at[0] > 0
        place = page.slice.place
        wanted = session.landscape.found.flat.at(session.landscape.found.t[place]).theta.astype(np.float32)
        QTest.keyClick(page.slice, Qt.Key.Key_Return)
        assert np.array_equal(session.parameters.theta, wanted)
        QTest.keyClick(page.slice, Qt.Key.Key_Escape)
        assert page.slice.at is None
        settle(qtbot, session)

    def test_another_random_direction(self, qtbot, session, page):
        choose(qtbot, page, session, "random")
        before = session.landscape.found.train.copy()
        QTest.mouseClick(page.controls.another, LEFT)
        settle(qtbot, session)
        assert session.landscape.wanted.seed == page.controls.seed.value() == 1
        assert not np.array_equal(session.landscape.found.train, before)
        assert "‖θ‖" in page.says.text()

    def test_to_a_moment_of_the_list(self, qtbot, session, trained):
        choose(qtbot, trained, session, "moment")
        box = trained.controls.moment
        assert [box.itemText(row) for row in range(3)] == [
            "the beginning",
            "the end of epoch 1",
            "the end of epoch 2",
        ]
        box.setCurrentIndex(2)
        box.activated.emit(2)
        settle(qtbot, session)
        assert session.landscape.wanted.moment == Landmark("place", 6)
        assert "to the end of epoch 2" in trained.says.text()

    def test_to_another_seed(self, qtbot, session, trained):
        choose(qtbot, trained, session, "seed")
        assert trained.empty.title.text() == "No other network yet"
        assert not trained.controls.aim.isVisible()
        QTest.mouseClick(trained.empty.buttons["seed"], LEFT)
        assert trained.status.cancel.isVisible()
        qtbot.waitUntil(lambda: session.landscape.landmarks.training is None, timeout=PATIENCE)
        settle(qtbot, session)
        assert trained.pages.currentWidget() is trained.slice
        assert trained.controls.other.currentText().startswith("seed 1: epoch 5, test ")
        assert "swapped" in trained.says.text()

    def test_training_a_seed_is_cancelled(self, session, page):
        session.set_settings(replace(session.settings, epochs=100_000))
        page.controls.train_seed()
        QTest.mouseClick(page.status.cancel, LEFT)
        assert session.landscape.landmarks.training is None
        assert not page.status.cancel.isVisible()


class TestPlanes:
    def test_untrained_it_invites(self, qtbot, session, page):
        choose(qtbot, page, session, "path")
        assert page.pages.currentWidget() is page.empty
        assert page.empty.title.text() == "Train first"
        QTest.mouseClick(page.empty.buttons["train"], LEFT)
        qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
        settle(qtbot, session)
        assert session.updates == 9
        assert page.pages.currentWidget() is page.plane

    def test_the_path_and_where_the_network_stands(self, qtbot, session, trained):
        choose(qtbot, trained, session, "path")
        found = session.landscape.found
        assert isinstance(found, PlaneMap)
        assert trained.plane.here == pytest.approx(found.trail.points[-1], abs=1e-5)
        assert "The two main directions hold" in trained.says.text()
        session.visit(0)
        assert trained.plane.here == pytest.approx(found.trail.points[0], abs=1e-5)
        assert session.landscape.found is found

    def test_a_click_loads_that_place_and_undo_restores_bit_for_bit(self, qtbot, session, trained):
        choose(qtbot, trained, session, "path")
        found, before = session.landscape.found, session.parameters.theta.copy()
        at = pixel(trained.plane, float(found.s[30]), float(found.t[10]))
        QTest.mouseClick(trained.plane, LEFT, pos=at)
        place = trained.plane.place_at(QPointF(at))
        assert np.array_equal(session.parameters.theta, found.flat.at(*place).theta.astype(np.float32))
        assert trained.plane.here == pytest.approx(place, abs=1e-5)
        assert "lies on it" in trained.says.text()
        QTest.mouseClick(trained.status.undo, LEFT)
        assert np.array_equal(session.parameters.theta.view(np.uint32), before.view(np.uint32))

    def test_the_mouse_reads_the_cost(self, qtbot, session, trained):
        choose(qtbot, trained, session, "path")
        found = session.landscape.found
        trained.plane.point_at((float(found.s[5]), float(found.t[7])))
        assert float(trained.readout.toolTip()) == pytest.approx(found.costs[5, 7])

    def test_three_corners_are_chosen(self, qtbot, session, trained):
        choose(qtbot, trained, session, "three")
        box = trained.controls.corners[1]
        row = box.landmarks.index(Landmark("place", 3))
        box.setCurrentIndex(row)
        box.activated.emit(row)
        settle(qtbot, session)
        assert [corner.number for corner in session.landscape.wanted.corners] == [0, 3, 15]
        second = session.landscape.found.corners[1]
        assert session.landscape.found.flat.at(*second).theta == pytest.approx(
            session.stretch_at(3).end().theta, abs=1e-6
        )

    def test_of_the_test_set_and_of_fewer_examples(self, qtbot, session, trained):
        choose(qtbot, trained, session, "path")
        training = session.landscape.found.costs
        QTest.mouseClick(trained.controls.part.buttons["test"], LEFT)
        settle(qtbot, session)
        assert session.landscape.found.part == "test"
        assert not np.array_equal(session.landscape.found.costs, training)
        assert trained.status.text.text().startswith("C over all 5 test examples; at 41 × 41 points,")

    def test_low_and_high_have_the_colors_of_the_legend(self, qtbot, session, trained):
        choose(qtbot, trained, session, "path")
        trained.controls.log.setChecked(False)
        relief = trained.plane._relief
        assert not relief.log
        image = relief.image()
        place = np.unravel_index(np.argmax(relief.fine), relief.fine.shape)
        color = QColor(image.pixel(int(place[0]), image.height() - 1 - int(place[1])))
        assert color.name() == theme.DARK.relief[-1]


class TestWork:
    def test_hidden_it_computes_nothing(self, qtbot, session, page):
        before = session.landscape.found
        page.hide()
        session.train_batch()
        qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
        assert not session.landscape.busy
        page.show()
        settle(qtbot, session)
        assert session.landscape.found is not before

    def test_over_many_examples_few_are_shown_first(self, qtbot, session, page, monkeypatch):
        """The bar comes by itself, also while the thread has not told of anything."""
        whole, compute = Event(), Recipe.pictures

        def slowly(recipe, subject):
            assert subject.n is not None or whole.wait(10)
            return compute(recipe, subject)

        monkeypatch.setattr(Recipe, "pictures", slowly)
        monkeypatch.setattr(wanted, "FEW", 5)
        session.landscape.want(sample=None, kind="random")
        qtbot.waitUntil(page.status.progress.isVisible)
        of = len(session.dataset.train)
        assert page.status.text.text().startswith(f"So far: C over 5 of {of} training examples")
        assert page.pages.currentWidget() is page.slice
        whole.set()
        settle(qtbot, session)
        assert page.status.text.text().startswith(f"C over all {of} training examples")
        assert not page.status.progress.isVisible()

    def test_cancel_and_go_on(self, qtbot, session, trained):
        trained.controls.kinds.buttons["path"].click()
        session.landscape.cancel()
        assert not session.landscape.busy
        session.landscape.again()
        qtbot.waitUntil(lambda: session.landscape.found is not None, timeout=PATIENCE)
        session.landscape.cancel()
        if not session.landscape.found.finished:
            assert trained.status.again.isVisible()
            assert trained.status.text.text().startswith("Stopped before it was finished.")
            QTest.mouseClick(trained.status.again, LEFT)
        settle(qtbot, session)
        assert session.landscape.found.finished
        assert not trained.status.again.isVisible()

    def test_it_fits_into_a_narrow_window(self, qtbot, qapp, session, trained):
        theme.apply(qapp, theme.LIGHT, 2.0)
        for kind in KINDS:
            choose(qtbot, trained, session, kind)
            assert trained.layout().minimumSize().width() <= 1240, kind
            assert not trained.grab().isNull()

    def test_symbols_follow_the_notation(self, session, page):
        for notation in NOTATIONS:
            session.write_in(notation)
            assert page.title.text() == f"The cost along −∇{notation.cost}"
            assert page.controls.kinds.buttons["gradient"].text() == f"along −∇{notation.cost}"
        use_notation(NOTATIONS[0])


class TestRelief:
    def test_what_is_not_finite_is_a_hole_with_its_own_color(self):
        costs = np.outer(np.arange(1.0, 12), np.ones(11))
        costs[:3, :3] = np.nan
        costs[8, 8] = np.inf
        relief = Relief.of(costs, log=True)
        assert relief.holes
        assert np.isnan(relief.heights).sum() == 10
        image = relief.image()
        assert QColor(image.pixel(0, image.height() - 1)).name() == theme.DARK.invalid
        assert QColor(image.pixel(image.width() - 1, 0)).name() == theme.DARK.relief[-1]

    @pytest.mark.parametrize(("low", "high"), [(0.02, 6.0), (0.3, 0.31), (1e-6, 1e3), (2.0, 3.0)])
    @pytest.mark.parametrize("log", [True, False])
    def test_lines_stand_at_round_costs(self, low, high, log):
        levels = Relief.of(np.linspace(low, high, 121).reshape(11, 11), log).levels()
        assert 2 <= len(levels) <= MOST + 1
        assert all(0.999999 * low < level < 1.000001 * high for level in levels)
        assert all(len(f"{level:.9e}".split("e")[0].replace(".", "").strip("0")) <= 3 for level in levels)

    def test_between_the_points_there_is_no_kink(self):
        x = np.linspace(-1, 1, 11)
        relief = Relief.of(x[:, None] ** 2 + x**2 + 1, log=False)
        fine = np.linspace(-1, 1, len(relief.fine))
        inside = np.abs(fine) < 0.8
        error = relief.fine - (fine[:, None] ** 2 + fine**2 + 1)
        assert np.abs(error[np.ix_(inside, inside)]).max() < 1e-12

    def test_costs_of_nothing_and_of_nothing_finite(self):
        for costs in (np.zeros((11, 11)), np.full((11, 11), np.nan)):
            relief = Relief.of(costs, log=True)
            assert relief.levels() == []
            assert not relief.image().isNull()


@pytest.mark.parametrize(
    "why", ["young", "alone", "running", "infinite", "flat", "zero", "same", "short", "line"]
)
def test_every_reason_has_words(why) -> None:
    for title, sentence in (empty_words(why, kind, 3) for kind in ("moment", "three", "path")):
        assert title
        assert sentence.endswith(".")
