"""The race's page and the networks side by side, with real clicks and real trainings."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from samples import tiny_dataset
from seeing import colors_in

from nnviz.core.network import NetworkSpec
from nnviz.session import PICTURES, Session
from nnviz.training.lanes import Variation
from nnviz.training.race_presets import PRESETS
from nnviz.ui import theme
from nnviz.ui.laboratory.pages import PAGES
from nnviz.ui.pictures import PICTURES as SHOWN
from nnviz.ui.plots.export import save_picture
from nnviz.ui.race.curves import Axes, at, points, x_limits, y_limits
from nnviz.ui.race.marks import SHAPES, lane_color, mark_path
from nnviz.ui.race.panel import RacePanel
from nnviz.ui.race.side import SideBySide
from nnviz.ui.race.small import edges_image, grid, weights_image, weights_table
from nnviz.wording import NOTATIONS, fixed, number, use_notation
from nnviz.wording.race import PRESET_NAMES, lane_name, lane_sentence

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def race(session):
    session.race.set_pace(None)
    session.race.set_epochs(2)
    return session.race


@pytest.fixture
def page(qtbot, session, race):
    panel = RacePanel(session)
    qtbot.addWidget(panel)
    panel.resize(480, 590)
    panel.show()
    return panel


@pytest.fixture
def side(qtbot, session, race):
    panel = SideBySide(session)
    qtbot.addWidget(panel)
    panel.resize(700, 440)
    panel.show()
    return panel


def click(widget, place=None):
    QTest.mouseClick(widget, LEFT, pos=place or widget.rect().center())


def finish(qtbot, panel, race):
    click(panel.head.buttons.run if isinstance(panel, RacePanel) else panel.buttons.run)
    qtbot.waitUntil(lambda: race.state == "over", timeout=20_000)


def texts(page, column):
    model = page.table.sorted
    return [model.index(row, column).data() for row in range(model.rowCount())]


class TestThePage:
    def test_is_one_of_the_laboratory(self, session):
        assert "race" in [page.name for page in PAGES]
        assert "race" in PICTURES
        assert "race" in [picture.name for picture in SHOWN]

    def test_lines_up_what_is_chosen(self, page, race):
        page.head.preset.choose("memorizing")
        page.head.preset.activated.emit(PRESETS.index("memorizing"))
        assert race.preset.name == "memorizing"
        assert texts(page, 0) == ["true labels", "random labels", "noise images"]
        assert "about 10.0%" in page.head.sentence.text()
        assert page.head.epochs.value() == race.epochs == 30

    def test_says_what_to_do_before_a_race(self, page):
        assert page.plot.pages.currentWidget() is page.plot.message
        assert "Press Start" in page.plot.message.text()
        assert not page.take.isEnabled()
        assert texts(page, 1) == ["–", "–"]

    def test_runs_pauses_and_goes_on(self, qtbot, page, race):
        race.set_epochs(100_000)
        click(page.head.buttons.run)
        assert race.state == "running"
        qtbot.waitUntil(lambda: bool(race.news) and len(race.news[0].metrics) > 2, timeout=10_000)
        assert page.head.buttons.run.text() == "Pause"
        click(page.head.buttons.run)
        assert race.state == "paused"
        reached = race.news[0].position
        click(page.head.buttons.run)
        qtbot.waitUntil(lambda: race.news[0].position > reached, timeout=10_000)
        click(page.head.buttons.stop)
        assert race.state == "idle"
        assert page.plot.pages.currentWidget() is page.plot.message

    def test_shows_what_every_lane_has_reached(self, qtbot, page, race):
        finish(qtbot, page, race)
        for row, news in enumerate(race.news):
            assert texts(page, 1)[row] == f"{100 * news.last.test_accuracy:.1f}%"
            assert texts(page, 6)[row] == f"{news.position.updates:,}"
        assert "2 lanes ended" in page.said.text()

    def test_a_head_sorts_and_the_marks_stay_with_their_lanes(self, qtbot, page, race):
        race.line_up("rates")
        race.set_epochs(1)
        finish(qtbot, page, race)
        page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
        shown = [page.table.sorted.mapToSource(page.table.sorted.index(row, 0)).row() for row in range(8)]
        costs = [race.news[row].last.train_cost for row in shown]
        assert costs == sorted(costs)
        assert shown != sorted(shown)

    def test_a_click_on_a_row_chooses_the_lane_and_take_over_takes_its_network(
        self, qtbot, page, session, race
    ):
        finish(qtbot, page, race)
        before = session.parameters
        where = page.table.visualRect(page.table.sorted.index(1, 0)).center()
        click(page.table.viewport(), where)
        assert race.chosen == 1
        assert page.said.text().startswith("ReLU")
        click(page.take)
        np.testing.assert_array_equal(session.parameters.theta, race.news[1].parameters.theta)
        assert session.spec.activations[0] == "relu"
        assert session.metrics == race.news[1].metrics
        session.undo()
        session.undo()
        assert session.parameters is before

    def test_copies_the_table_in_full_precision(self, qtbot, page, race):
        finish(qtbot, page, race)
        click(page.copy)
        lines = QGuiApplication.clipboard().text().splitlines()
        assert lines[0].split("\t")[:4] == ["lane", "test", "best", "cost"]
        assert float(lines[1].split("\t")[3]) == race.news[0].last.train_cost
        assert len(lines) == 3

    def test_a_lane_is_added_by_hand_and_taken_away(self, page, race):
        click(page.add)
        page.editor.what.choose("rate")
        page.editor.field.setText("0,25")
        click(page.editor.add)
        assert race.lanes[-1] == (Variation("rate", 0.25),)
        assert race.chosen == 2
        page.editor.what.choose("optimizer")
        page.editor.choice.setCurrentIndex(4)
        click(page.editor.add)
        assert race.lanes[-1] == (Variation("optimizer", "adam"),)
        page.editor.what.choose("nothing")
        click(page.editor.add)
        assert race.lanes[-1] == ()
        assert texts(page, 0)[2:] == ["η = 0.25", "Adam", "as it is"]
        click(page.remove)
        assert texts(page, 0)[2:] == ["η = 0.25", "Adam"]

    @pytest.mark.parametrize(("what", "text"), [("rate", "fast"), ("batch", "2.5"), ("dropout", "1")])
    def test_what_is_no_setting_is_refused_in_words(self, page, session, race, what, text):
        said = []
        session.failed.connect(said.append)
        page.editor.what.choose(what)
        page.editor.field.setText(text)
        before = race.lanes
        page.editor.add.click()
        assert len(said) == 1
        assert race.lanes == before

    def test_offers_the_classes_of_the_data(self, page, race):
        page.editor.what.choose("class")
        assert page.editor.choice.count() == 10
        page.editor.choice.setCurrentIndex(3)
        page.editor.add.click()
        assert race.lanes[-1] == (Variation("class", 3),)

    def test_writes_the_rate_as_the_notation_has_it(self, page, session, race):
        race.line_up("rates")
        assert texts(page, 0)[0] == "η = 0.01"
        try:
            session.write_in(NOTATIONS[1])
            page.table.viewport().repaint()
            assert texts(page, 0)[0] == "λ = 0.01"
        finally:
            use_notation(NOTATIONS[0])

    def test_a_page_nobody_sees_does_no_work(self, qtbot, page, race):
        page.hide()
        finish(qtbot, page, race)
        assert page.plot.canvas is None
        page.show()
        assert page.plot.canvas is not None

    def test_says_when_the_rate_does_not_suit_the_optimizer(self, page, session, race):
        race.line_up("activations")
        assert "Adam" not in page.head.sentence.text()
        session.set_settings(replace(session.settings, optimizer="adam"))
        assert page.head.sentence.text().endswith("With Adam, η is usually about 0.001.")
        race.line_up("optimizers")
        assert "usually about" not in page.head.sentence.text()

    def test_scrolls_where_it_is_too_low_and_squeezes_nothing(self, qapp, qtbot, page):
        assert page.area.verticalScrollBar().maximum() == 0
        theme.apply(qapp, theme.LIGHT, 2.0)
        qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
        assert page.plot.height() >= theme.px(170)
        assert page.plot.choices.height() >= page.plot.choices.minimumSizeHint().height()
        assert page.area.widget().minimumSizeHint().width() <= theme.px(350)

    def test_never_widens_the_window(self, page):
        assert page.minimumSizeHint().width() <= 330


class TestThePlot:
    @pytest.fixture
    def session(self, qapp):
        """A few examples: the race is only there to have been run."""
        session = Session(tiny_dataset(n=160))
        yield session
        session.close()

    @pytest.fixture
    def plot(self, qtbot, page, race):
        race.line_up("batches")
        race.set_epochs(2)
        finish(qtbot, page, race)
        return page.plot

    def test_begins_where_it_is_to_be_seen(self, plot, race):
        assert plot.axes == Axes("updates", log_x=True)
        assert plot.choices.over.buttons["updates"].isChecked()
        race.line_up("memorizing")
        assert plot.axes == Axes(splits=("train", "test"))
        race.line_up("rates")
        assert plot.axes == Axes()

    def test_has_a_curve_for_every_lane(self, plot, race):
        assert set(plot._lines) == {(lane, "test") for lane in range(4)}
        click(plot.choices.split.buttons["both"])
        assert len(plot._lines) == 8
        click(plot.choices.split.buttons["train"])
        assert set(plot._lines) == {(lane, "train") for lane in range(4)}

    def test_draws_what_was_measured_over_what_is_asked(self, plot, race):
        plot.show_axes(Axes())
        for over in ("updates", "seconds", "epochs"):
            click(plot.choices.over.buttons[over])
            x, _ = plot._curves[0, "test"]
            np.testing.assert_array_equal(x, [getattr(m, over) for m in race.news[0].metrics])
        click(plot.choices.measure.buttons["goodness"])
        _, y = plot._curves[0, "test"]
        np.testing.assert_array_equal(y, [m.test_accuracy for m in race.news[0].metrics])

    def test_the_whole_is_in_sight_on_every_axis(self, plot):
        for over in ("updates", "seconds", "epochs"):
            for log in (False, True):
                plot.show_axes(Axes(x=over, log_x=log, log_y=log))
                (left, right), _ = plot.canvas.viewRange()
                xs = np.concatenate([x for x, _ in plot._curves.values()])
                shown = np.log10(xs) if log else xs
                assert left <= shown.min()
                assert shown.max() <= right

    def test_says_the_values_under_the_mouse(self, qtbot, plot, race):
        plot.show_axes(Axes())
        view = plot.canvas.getViewBox()
        where = plot.canvas.mapFromScene(view.mapViewToScene(QPointF(1.0, 0.0)))
        place = QPoint(where.x(), plot.canvas.height() // 3)
        qtbot.mouseMove(plot.canvas.viewport(), place - QPoint(30, 0))
        qtbot.mouseMove(plot.canvas.viewport(), place)
        qtbot.waitUntil(plot.values.isVisible, timeout=2000)
        moment = min(race.news[0].metrics, key=lambda m: abs(m.epochs - 1.0))
        assert f"one at a time: {moment.test_cost:.3g}" in plot.values.text
        lines = plot.values.text.splitlines()[1:]
        costs = [float(line.rsplit(" ", 1)[1]) for line in lines]
        assert costs == sorted(costs)

    def test_the_chosen_lane_is_drawn_thicker(self, plot, race):
        race.choose(2)
        pens = {lane: plot._lines[lane, "test"].opts["pen"].widthF() for lane in range(4)}
        assert pens[2] > 1.5 * max(pens[0], pens[1], pens[3])

    def test_is_saved_as_a_picture_with_the_lanes_names_and_as_numbers(self, plot, race, tmp_path):
        (made,) = plot._pictures()
        assert made.title.text().startswith(PRESET_NAMES[race.preset.name])
        assert [f"{lane_name(news.variations)}: " in made.ends.text for news in race.news] == [True] * 4
        save_picture(tmp_path / "race.png", [made], (1280, 720))
        image = QImage(str(tmp_path / "race.png"))
        assert {lane_color(0).name(), lane_color(1).name()} <= colors_in(image)
        rows = list(csv.DictReader(plot.menu._numbers().splitlines()))
        measured = [(lane_name(news.variations), row) for news in race.news for row in news.metrics]
        assert [(row["lane"], float(row["test_cost"])) for row in rows] == [
            (name, row.test_cost) for name, row in measured
        ]

    def test_follows_the_theme(self, plot, qapp):
        before = plot._lines[0, "test"].opts["pen"].color()
        theme.apply(qapp, theme.LIGHT)
        assert plot._lines[0, "test"].opts["pen"].color() != before


class TestCurves:
    def test_a_lane_that_runs_away_does_not_press_the_others_flat(self):
        good = np.array([0.0, 1.0]), np.array([2.0, 0.5])
        gone = np.array([0.0, 0.1]), np.array([3.0, 1e30])
        assert y_limits([good, gone], Axes(log_y=False))[1] < 20

    def test_what_a_logarithm_does_not_know_is_left_out(self, race, qtbot):
        race.start()
        qtbot.waitUntil(lambda: race.state == "over", timeout=20_000)
        x, _ = points(race.news[0].metrics, Axes(log_x=True), "test")
        assert x.min() > 0
        assert len(x) == len(race.news[0].metrics) - 1

    def test_nothing_is_said_beyond_the_end_of_a_curve(self):
        curve = np.array([0.0, 1.0]), np.array([2.0, 0.5])
        assert at(curve, 0.9) == (1.0, 0.5)
        assert at(curve, 3.0) is None
        assert at((np.empty(0), np.empty(0)), 0.0) is None

    def test_axes_of_nothing_are_axes(self):
        none = np.empty(0), np.empty(0)
        for log in (False, True):
            low, high = x_limits([none], log)
            assert low < high
            low, high = y_limits([none], Axes(log_y=log))
            assert low < high

    def test_ten_lanes_have_ten_marks(self):
        shapes = {mark_path(lane, 5).toFillPolygon().size() for lane in range(10)}
        assert len(SHAPES) == 10
        assert len(shapes) >= 5
        assert len({str(mark_path(lane, 5).boundingRect()) for lane in range(10)}) >= 7


class TestSideBySide:
    @pytest.mark.parametrize("width", [460, 560, 640, 760, 900])
    def test_nothing_of_its_head_overlaps(self, side, width):
        side.resize(width, 400)
        QApplication.processEvents()
        buttons = side.buttons.run, side.buttons.stop
        assert not buttons[0].geometry().intersects(buttons[1].geometry())
        assert side.title.isHidden() or side.title.width() >= side.title.sizeHint().width()
        assert side.title.isHidden() or not side.kind.more.isVisible()  # the title gives way first
        assert side.title.isVisible() or width < 900

    def test_says_how_to_begin(self, side):
        assert side.pages.currentWidget() is side.message
        assert "Press Start" in side.message.text()

    def test_shows_every_network_and_a_click_chooses_one(self, qtbot, side, race):
        finish(qtbot, side, race)
        assert side.pages.currentWidget() is side.networks
        side.networks.grab()
        assert set(side.networks._kept) == {0, 1}
        click(side.networks, side.networks.cell(1).center().toPoint())
        assert race.chosen == 1
        click(side.networks, side.networks.cell(1).center().toPoint())
        assert race.chosen is None

    def test_arrow_keys_go_through_the_lanes(self, qtbot, side, race):
        finish(qtbot, side, race)
        for expected in (0, 1, 0):
            QTest.keyClick(side.networks, Qt.Key.Key_Right)
            assert race.chosen == expected

    def test_takes_the_chosen_one_over(self, qtbot, side, session, race):
        finish(qtbot, side, race)
        race.choose(0)
        click(side.take)
        np.testing.assert_array_equal(session.parameters.theta, race.news[0].parameters.theta)

    def test_first_weights_are_the_first_weights(self, session):
        image = weights_image(weights_table(session.parameters, (28, 28), (400, 300)))
        weights = session.parameters.weights(1)[0].reshape(28, 28)
        row, column = np.unravel_index(np.abs(weights).argmax(), weights.shape)
        color = image.pixelColor(int(column), int(row))
        role = "positive" if weights[row, column] > 0 else "negative"
        assert color.rgb() == theme.current().color(role).rgb()
        assert image.pixelColor(28, 5).alpha() == 0  # between two pictures

    def test_edges_show_the_sign_that_there_is(self, session):
        positive = session.parameters
        blue = replace_theta(positive, np.abs(positive.theta))
        red = replace_theta(positive, -np.abs(positive.theta))
        for parameters, stronger in ((blue, "blue"), (red, "red")):
            image = edges_image(parameters, 200, 120)
            color = image.pixelColor(150, 60)
            assert (color.blue() > color.red()) == (stronger == "blue")

    def test_only_what_has_changed_is_drawn_anew(self, qtbot, side, race):
        finish(qtbot, side, race)
        side.networks.grab()
        images = {lane: kept.image for lane, kept in side.networks._kept.items()}
        race.choose(1)
        side.networks.grab()
        assert all(side.networks._kept[lane].image is image for lane, image in images.items())

    def test_switches_between_edges_and_weights(self, qtbot, side, race):
        finish(qtbot, side, race)
        side.networks.grab()
        edges = side.networks._kept[0].image
        click(side.kind.buttons["weights"])
        side.networks.grab()
        assert side.networks._kept[0].image is not edges

    def test_other_data_leave_what_was_raced_as_it_is(self, qtbot, side, session, race):
        race.line_up("class")
        race.set_epochs(1)
        finish(qtbot, side, race)
        session.use_data(tiny_dataset())
        for kind in ("weights", "edges"):
            click(side.kind.buttons[kind])
            side.networks.grab()
        assert side.networks.tip(1).startswith("only “class 0”")

    def test_tips_tell_all(self, qtbot, side, race):
        finish(qtbot, side, race)
        assert "right in training" in side.networks.tip(0)

    def test_ten_fit_into_any_window(self, qtbot, side, race):
        race.line_up("seeds")
        race.set_epochs(1)
        finish(qtbot, side, race)
        for size in ((460, 330), (1300, 700)):
            side.resize(*size)
            QApplication.processEvents()
            cells = [side.networks.cell(lane) for lane in range(10)]
            whole = side.networks.rect().toRectF().adjusted(-1, -1, 1, 1)
            assert all(whole.contains(cell) for cell in cells)
            assert not any(a.intersects(b) for a in cells for b in cells if a is not b)
            side.networks.grab()

    def test_a_grid_is_as_square_as_it_can_be(self):
        assert grid(1, (400, 300)) == (1, 1)
        assert grid(2, (400, 300)) in ((2, 1), (1, 2))
        assert grid(10, (700, 330))[0] >= 4


def test_a_lane_that_runs_away_is_named(qtbot, session, race, page):
    session.new_network(NetworkSpec.build(784, (16,), 10, "relu", "identity"), "he", 1)
    race.line_up("rates")
    race.remove(0)
    race.set_epochs(1)
    finish(qtbot, page, race)
    gone = [lane for lane, news in enumerate(race.news) if news.end == "diverged"]
    assert gone
    assert texts(page, 6)[gone[0]] == f"✕ {race.news[gone[0]].diverged_at:,}"
    assert "diverged at update" in page.said.text()
    kept = [news for news in race.news if news.end == "epochs"]
    assert kept


def test_measured_values_are_compared_by_r_squared_and_rmse(qtbot, qapp):
    session = Session(tiny_dataset(classes=False))
    session.set_settings(replace(session.settings, batch=4))
    session.race.set_pace(None)
    panel = RacePanel(session)
    qtbot.addWidget(panel)
    panel.resize(480, 590)
    panel.show()
    finish(qtbot, panel, session.race)
    heads = [panel.table.lanes.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)]
    assert heads == ["R²", "RMSE"]
    last = session.race.news[0].last
    assert texts(panel, 1)[0] == fixed(last.test_r_squared)
    assert texts(panel, 2)[0] == number(last.test_rmse)
    goodness = panel.plot.choices.measure.buttons["goodness"]
    assert goodness.text() == "R²"
    click(goodness)
    _, y = panel.plot._curves[0, "test"]
    np.testing.assert_array_equal(y, [m.test_r_squared for m in session.race.news[0].metrics])
    assert "%" not in lane_sentence("", session.race.news[0])
    session.close()


def replace_theta(parameters, theta):
    return type(parameters)(parameters.spec, theta)
