import csv
import gc
import weakref

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from samples import tiny_dataset
from seeing import colors_in

from nnviz.core.network import Location
from nnviz.core.passes import forward
from nnviz.files.curves_file import curves_table
from nnviz.session import Changed, Session
from nnviz.training.trainer import Metrics, TrainSettings
from nnviz.training.worker import TrainingWorker
from nnviz.ui import theme
from nnviz.ui.plots.courses import place_of, whole_course
from nnviz.ui.plots.curves import Curves, log_ticks, r_squared_limits, round_down, round_up, ticks
from nnviz.ui.plots.export import SIZES, save_numbers, save_picture
from nnviz.ui.plots.panel import AccuracyPlot, CostPlot
from nnviz.ui.plots.parts import Entry, Readout
from nnviz.wording import fixed, number, percent


def measured(n, first=0, accuracy=0.5):
    return tuple(
        Metrics(i, i / 10, 2.0 / (i + 1), 2.2 / (i + 1), accuracy, accuracy, 1.0, i / 100.0)
        for i in range(first, first + n)
    )


@pytest.fixture
def show(qtbot):
    def show(plot, width=620, height=300):
        qtbot.addWidget(plot)
        plot.resize(width, height)
        with qtbot.waitExposed(plot):
            plot.show()
        return plot

    return show


@pytest.fixture
def train(qtbot, tiny_session):
    def train(epochs=2):
        tiny_session.set_pace(None)
        tiny_session.set_settings(type(tiny_session.settings)(epochs=epochs, batch=3))
        tiny_session.start()
        qtbot.waitUntil(lambda: tiny_session.run_state == "idle")

    return train


def drawn(plot, split):
    data = plot.lines[split].getOriginalDataset()
    return np.array(data[0]), np.array(data[1])


def check_drawn(plot, rows, measure):
    for split in ("train", "test"):
        x, y = drawn(plot, split)
        np.testing.assert_array_equal(x, [row.epochs for row in rows])
        np.testing.assert_array_equal(y, [getattr(row, f"{split}_{measure}") for row in rows])


# The curves


def test_curves_grow_and_shrink_with_the_metrics():
    rows, curves = measured(1000), Curves()
    assert curves.follow(rows[:10])
    assert not curves.follow(rows[:10])
    assert curves.follow(rows)
    np.testing.assert_array_equal(curves.column("train_cost"), [row.train_cost for row in rows])
    assert curves.follow(rows[:7])
    assert len(curves) == 7
    other = measured(7, first=50)
    assert curves.follow(other)
    np.testing.assert_array_equal(curves.column("epochs"), [row.epochs for row in other])
    assert curves.follow(())
    assert curves.nearest(1.0) == -1


def test_only_new_rows_are_converted():
    rows, curves = measured(300), Curves()
    curves.follow(rows[:200])
    curves.column("test_cost")[0] = 99.0
    curves.follow(rows)
    assert curves.column("test_cost")[0] == 99.0
    assert curves.column("test_cost")[299] == rows[299].test_cost


def test_an_accuracy_that_does_not_apply_is_no_number():
    curves = Curves()
    curves.follow(measured(3, accuracy=None))
    assert np.isnan(curves.column("test_accuracy")).all()


@pytest.mark.parametrize(("epochs", "row"), [(-1, 0), (0.04, 0), (0.06, 1), (0.2, 2), (99, 4)])
def test_the_nearest_measurement(epochs, row):
    curves = Curves()
    curves.follow(measured(5))
    assert curves.nearest(epochs) == row


@given(st.floats(1e-9, 1e9))
def test_axes_end_at_round_numbers_not_far_from_the_data(value):
    assert value * (1 - 1e-6) <= round_up(value) <= 1.51 * value
    assert value / 1.51 <= round_down(value) <= value * (1 + 1e-6)


@given(st.floats(-100, 100), st.floats(1e-6, 1e6), st.integers(2, 12))
def test_ticks_lie_inside_and_are_few(low, span, most):
    for values in (ticks(low, low + span, most), log_ticks(low, low + min(span, 40), most)):
        assert len(values) <= most + 1
        assert values == sorted(values)
        assert all(low - 1e-6 * span <= v <= low + span * (1 + 1e-6) for v in values)


# Following the session


@pytest.mark.parametrize(("kind", "measure"), [(CostPlot, "cost"), (AccuracyPlot, "accuracy")])
def test_curves_are_the_session_s_metrics(tiny_session, show, train, kind, measure):
    plot = show(kind(tiny_session))
    train(epochs=2)
    assert len(tiny_session.metrics) >= 3
    check_drawn(plot, tiny_session.metrics, measure)
    assert plot.pages.currentWidget() is plot.canvas


def test_undo_shrinks_the_curve_and_redo_brings_it_back(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train(epochs=1)
    before = tiny_session.metrics
    train(epochs=2)
    after = tiny_session.metrics
    assert len(after) > len(before)
    tiny_session.undo()
    check_drawn(plot, before, "cost")
    assert plot._present.value() == tiny_session.epochs == 1.0
    tiny_session.redo()
    check_drawn(plot, after, "cost")
    assert plot._present.value() == 3.0
    tiny_session.undo()
    tiny_session.undo()
    check_drawn(plot, (), "cost")  # all of it lies ahead
    tiny_session.reset()
    assert plot.pages.currentWidget() is plot.message


def test_pause_and_resume_go_on_with_the_same_curve(tiny_session, show, qtbot):
    plot = show(CostPlot(tiny_session))
    # So many that the training does not end by itself on a machine that looks away for a second.
    tiny_session.set_settings(TrainSettings(epochs=100_000, batch=3))
    tiny_session.set_pace(1000.0)
    tiny_session.start()
    qtbot.waitUntil(lambda: len(tiny_session.metrics) > 3)
    tiny_session.pause()
    paused = tiny_session.metrics
    check_drawn(plot, paused, "cost")
    tiny_session.resume()
    qtbot.waitUntil(lambda: len(tiny_session.metrics) > len(paused))
    tiny_session.stop()
    assert tiny_session.metrics[: len(paused)] == paused
    check_drawn(plot, tiny_session.metrics, "cost")


def test_what_happens_while_it_is_hidden_is_caught_up_with(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    plot.hide()
    train(epochs=1)
    assert plot.pages.currentWidget() is plot.message
    plot.show()
    check_drawn(plot, tiny_session.metrics, "cost")


def test_before_training_it_says_what_to_do(tiny_session, show):
    assert show(CostPlot(tiny_session)).message.text() == "Press Train (T) to see the cost fall"
    assert show(AccuracyPlot(tiny_session)).message.text() == "Press Train (T) to see the accuracy rise"


def test_measured_values_have_r_squared_in_its_place(tiny_session, qtbot, tiny_dataset, show, train):
    plot = show(AccuracyPlot(tiny_session))
    train()
    check_drawn(plot, tiny_session.metrics, "accuracy")
    tiny_session.use_data(tiny_dataset(classes=False))
    assert plot.title_label.text() == plot.accessibleName() == "R²"
    assert "accuracy" not in plot.title_label.toolTip()
    assert plot.message.text() == "Press Train (T) to see R² rise"
    train()
    rows = tiny_session.metrics
    check_drawn(plot, rows, "r_squared")
    assert (
        plot.readout.text
        == f"training {fixed(rows[-1].train_r_squared)}  test {fixed(rows[-1].test_r_squared)}"
    )
    data = tiny_session.dataset.test
    outputs = forward(tiny_session.parameters, data.x).a[tiny_session.spec.depth]
    left, spread = ((data.targets - other) ** 2 for other in (outputs, data.targets.mean(axis=0)))
    assert rows[-1].test_r_squared == pytest.approx(1 - left.sum() / spread.sum(), rel=1e-4)
    tiny_session.use_data(tiny_dataset())
    assert plot.title_label.text() == "accuracy"
    assert (plot.write_value(0.5), plot.write_tick(0.5)) == ("50.0%", "50%")


@pytest.mark.parametrize(("worst", "low"), [(0.5, -0.03), (-0.2, -0.236), (-50.0, -1.06), (np.nan, -0.03)])
def test_a_very_bad_beginning_does_not_press_the_rest_flat(worst, low):
    assert r_squared_limits(np.array([worst, 0.3, 0.9])) == pytest.approx((low, 1.04))


# Looking


def point_at(plot, epochs):
    """Move the real mouse to a moment on the x axis."""
    view = plot.canvas.getViewBox()
    (_, _), (low, high) = view.viewRange()
    scene = view.mapViewToScene(QPointF(epochs, (low + high) / 2))
    place = plot.canvas.mapFromScene(scene)
    QTest.mouseMove(plot.canvas.viewport(), QPoint(1, 1))
    QTest.mouseMove(plot.canvas.viewport(), place)


def test_the_readout_says_the_latest_values(tiny_session, show, train):
    cost, accuracy = show(CostPlot(tiny_session)), show(AccuracyPlot(tiny_session))
    train()
    last = tiny_session.metrics[-1]
    assert cost.readout.text == f"training {number(last.train_cost)}  test {number(last.test_cost)}"
    assert accuracy.readout.text == (
        f"training {percent(last.train_accuracy)}  test {percent(last.test_accuracy)}"
    )


def test_in_the_past_the_readout_says_when_its_values_were_measured(
    qtbot, monkeypatch, tiny_session, show, train
):
    monkeypatch.setattr(TrainingWorker, "_measure_now", lambda worker: worker._trainer.position.used == 0)
    plot = show(CostPlot(tiny_session))
    train(epochs=2)
    first = tiny_session.metrics[0]
    tiny_session.visit(1)
    qtbot.waitUntil(lambda: plot.readout.text.startswith("at epoch 0.00"))
    assert plot.readout.text.endswith(f"test {number(first.test_cost)}")
    tiny_session.visit(tiny_session.length)
    qtbot.waitUntil(lambda: plot.readout.text.startswith("training"))


@pytest.mark.parametrize("value", [0.00123, 1.23e-7, 2.5, float("nan")])
def test_no_value_is_wider_than_its_column(qtbot, value):
    readout = Readout(number, "0.0")
    qtbot.addWidget(readout)
    readout.say((Entry("training", "plot_train", "o", value),))
    assert readout.cell(len) >= len(number(value))


def test_the_mouse_asks_for_values(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train(epochs=4)
    row = tiny_session.metrics[len(tiny_session.metrics) // 2]
    point_at(plot, row.epochs)
    assert plot._cross.isVisible()
    assert plot._cross.value() == row.epochs
    assert plot.readout.text == (
        f"epoch {fixed(row.epochs, 2)}  training {number(row.train_cost)}  test {number(row.test_cost)}"
    )
    assert plot._marks["train"].pos() == QPointF(row.epochs, row.train_cost)
    QApplication.sendEvent(plot.canvas, QEvent(QEvent.Type.Leave))
    assert not plot._cross.isVisible()
    assert plot.readout.text.startswith("training")


def test_log_axis(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    assert not plot.log.isVisible()
    train(epochs=3)
    assert plot.log.isVisible()
    QTest.mouseClick(plot.log, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert plot.log.isChecked()
    costs = [cost for row in tiny_session.metrics for cost in (row.train_cost, row.test_cost)]
    _, (low, high) = plot.canvas.getViewBox().viewRange()
    assert low <= np.log10(min(costs)) <= np.log10(max(costs)) <= high < np.log10(max(costs)) + 0.5
    assert plot.canvas.getViewBox().viewRange()[0][1] < 3.5
    assert plot._marks["test"].y() == pytest.approx(np.log10(tiny_session.metrics[-1].test_cost))
    check_drawn(plot, tiny_session.metrics, "cost")


def test_the_accuracy_on_a_log_axis_and_r_squared_on_none(tiny_session, show, train):
    plot = show(AccuracyPlot(tiny_session))
    train(epochs=3)
    plot.log.setChecked(True)
    shares = [s for row in tiny_session.metrics for s in (row.train_accuracy, row.test_accuracy) if s > 0]
    _, (low, high) = plot.canvas.getViewBox().viewRange()
    assert low <= np.log10(min(shares)) <= np.log10(max(shares)) <= high < 0.2
    assert plot.canvas.getAxis("left").logMode
    tiny_session.use_data(tiny_dataset(classes=False))
    train(epochs=1)
    assert not plot.log.isVisible()
    assert not plot.canvas.getAxis("left").logMode
    check_drawn(plot, tiny_session.metrics, "r_squared")


def test_everything_is_in_view_and_the_axes_stand_still(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train(epochs=2)
    (left, right), (low, high) = plot.canvas.getViewBox().viewRange()
    rows = tiny_session.metrics
    assert left <= 0
    assert right >= rows[-1].epochs
    assert low <= 0
    assert high >= max(max(row.train_cost, row.test_cost) for row in rows)


def wheel(plot):
    place = QPointF(plot.canvas.viewport().rect().center())
    event = QWheelEvent(
        *(place, plot.canvas.viewport().mapToGlobal(place), QPoint(), QPoint(0, 240)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(plot.canvas.viewport(), event)


def test_the_wheel_zooms_a_large_plot_and_a_double_click_shows_all(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train()
    view = plot.canvas.getViewBox()
    whole = view.viewRange()
    wheel(plot)
    assert view.viewRange() != whole
    zoomed = view.viewRange()
    train()
    assert view.viewRange() == zoomed, "a view that the user has chosen stays"
    tiny_session.undo()
    QTest.mouseDClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    # What was taken back lies ahead, and belongs to the whole.
    np.testing.assert_allclose(view.viewRange()[0], [-0.012 * 4, 1.02 * 4])
    np.testing.assert_allclose(view.viewRange(), show(CostPlot(tiny_session)).canvas.getViewBox().viewRange())


def test_a_small_plot_ignores_the_wheel_and_has_no_axis_label(tiny_session, show, train):
    plot = show(CostPlot(tiny_session), height=100)
    train()
    whole = plot.canvas.getViewBox().viewRange()
    wheel(plot)
    assert plot.canvas.getViewBox().viewRange() == whole
    assert not plot.canvas.getAxis("bottom").label.isVisible()
    assert plot.canvas.height() >= 60
    plot.resize(620, 300)
    assert plot.canvas.getAxis("bottom").label.isVisible()


def test_there_is_no_context_menu(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train()
    QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.RightButton, pos=QPoint(300, 100))
    assert QApplication.activePopupWidget() is None


def test_colors_follow_the_theme(qapp, tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train()
    for now in (theme.LIGHT, theme.DARK):
        theme.apply(qapp, now)
        assert plot.lines["train"].opts["pen"].color() == now.color("plot_train")
        assert plot.lines["test"].opts["pen"].color() == now.color("plot_test")
        image = plot.grab().toImage()
        assert image.pixelColor(image.width() // 2, 2) == now.color("surface")


def test_a_long_history_costs_little(tiny_session, show, monkeypatch):
    rows = measured(10_000)
    monkeypatch.setattr(Session, "metrics", property(lambda self: rows))
    plot = show(CostPlot(tiny_session))
    assert len(plot._curves) == 10_000
    shown = plot.lines["train"].getData()[0]
    assert len(shown) < 2500
    calls = []
    monkeypatch.setattr(plot.lines["train"], "setData", lambda *args: calls.append(args))
    tiny_session.changed.emit(Changed.METRICS | Changed.PARAMETERS)
    assert not calls, "nothing has grown, nothing is drawn"


def test_nothing_is_left_behind(tiny_session, train, qtbot):
    train()
    gc.collect()
    views = len(pg.ViewBox.AllViews)
    plot = CostPlot(tiny_session)
    plot.resize(500, 300)
    plot.show()
    plot.grab()
    view = weakref.ref(plot.canvas.getViewBox())
    plot.close()
    plot.deleteLater()
    del plot
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    tiny_session.changed.emit(Changed.METRICS)
    assert view() is None
    assert len(pg.ViewBox.AllViews) == views


def test_a_plot_that_was_too_narrow_draws_every_point_when_it_grows(show, train, tiny_session):
    window = show(QWidget())
    plot = AccuracyPlot(tiny_session)
    plot.setParent(window)
    plot.setGeometry(0, 0, 90, 300)
    plot.show()
    train(epochs=200)
    assert len(plot.lines["test"].curve.getData()[0]) < 100
    plot.setGeometry(0, 0, 620, 300)
    x, y = plot.lines["test"].curve.getData()
    everything = plot.lines["test"].getOriginalDataset()
    np.testing.assert_array_equal(x, everything[0])
    np.testing.assert_array_equal(y, everything[1])


# Other courses


def faint(plot, kind, split):
    x, y = getattr(plot.faint, kind)[split].getOriginalDataset()
    return np.array([] if x is None else x), np.array([] if y is None else y)


def points(rows, column):
    return np.array([row.epochs for row in rows]), np.array([getattr(row, column) for row in rows])


def test_what_lies_ahead_is_drawn_behind_the_curve_it_goes_on_from(tiny_session, show, train):
    plot = show(CostPlot(tiny_session))
    train(epochs=3)
    whole = tiny_session.metrics
    tiny_session.visit(5)
    n = len(tiny_session.metrics)
    assert 0 < n < len(whole)
    check_drawn(plot, whole[:n], "cost")
    for split in ("train", "test"):
        np.testing.assert_array_equal(faint(plot, "ahead", split), points(whole[n - 1 :], f"{split}_cost"))
    assert plot.legend.text == "ahead of here"
    assert plot.faint.ahead["train"].zValue() < plot.lines["train"].zValue()
    tiny_session.visit(99)
    assert len(faint(plot, "ahead", "train")[0]) == 0
    assert not plot.legend.isVisible()


def test_courses_that_were_left_stay_as_ghosts(tiny_session, show, train):
    plot = show(AccuracyPlot(tiny_session))
    train(epochs=2)
    first = tiny_session.metrics
    tiny_session.visit(4)
    train(epochs=1)
    (ghost,) = tiny_session.ghosts
    assert ghost == first[-len(ghost) :]
    x, y = faint(plot, "left", "test")
    assert np.isnan(x[-1])
    np.testing.assert_array_equal((x[:-1], y[:-1]), points(ghost, "test_accuracy"))
    assert plot.legend.text == "left"
    assert len(faint(plot, "ahead", "test")[0]) == 0
    tiny_session.visit(4)
    tiny_session.set_rate(0.5)
    train(epochs=1)
    assert plot.legend.text == "2 left"
    assert np.isnan(faint(plot, "left", "test")[0]).sum() == 2


def test_while_training_from_the_past_the_old_course_stays_in_sight(tiny_session, show, train, qtbot):
    plot = show(CostPlot(tiny_session))
    train(epochs=2)
    whole = tiny_session.metrics
    tiny_session.visit(4)
    n = len(tiny_session.metrics)
    tiny_session.set_pace(1.0)
    tiny_session.start()
    np.testing.assert_array_equal(faint(plot, "ahead", "train"), points(whole[n - 1 :], "train_cost"))
    qtbot.waitUntil(lambda: tiny_session.updates == 5)
    np.testing.assert_array_equal(faint(plot, "ahead", "train"), points(whole[n - 1 :], "train_cost"))
    tiny_session.stop()
    assert plot.legend.text == "left"


def at_epoch(plot, epochs, share=0.5):
    view = plot.canvas.getViewBox()
    (left, right), _ = view.viewRange()
    box = view.sceneBoundingRect()
    x = box.left() + (epochs - left) / (right - left) * box.width()
    return plot.canvas.mapFromScene(QPointF(x, box.top() + share * box.height()))


@pytest.mark.parametrize("epoch", [1, 2, 0, 3])
def test_a_click_goes_to_the_measurement_it_shows(tiny_session, show, train, epoch):
    plot = show(CostPlot(tiny_session))
    train(epochs=3)
    row = next(row for row in tiny_session.metrics if row.epochs == epoch)
    where = at_epoch(plot, epoch)
    QTest.mouseMove(plot.canvas.viewport(), where)
    QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (tiny_session.updates, tiny_session.epochs) == (row.updates, epoch)
    assert tiny_session.length == 12
    back = at_epoch(plot, 3)
    QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=back)
    assert tiny_session.epochs == 3


def test_a_click_pauses_a_training_that_runs(tiny_session, show, train, qtbot):
    plot = show(CostPlot(tiny_session))
    train(epochs=2)
    tiny_session.set_pace(1.0)
    tiny_session.start()
    where = at_epoch(plot, 1)
    QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (tiny_session.run_state, tiny_session.updates) == ("paused", 4)


def test_places_count_edits_too(tiny_session, train):
    train(epochs=1)  # 4 updates
    tiny_session.set_parameter(Location("b", 1, 0), 0.25)
    train(epochs=1)
    changes = tiny_session.changes
    assert [place for place, _ in changes] == [0, 4, 5, 9]
    assert [place_of(changes, updates) for updates in (0, 3, 4, 5, 8, 99)] == [0, 3, 4, 6, 9, 9]


# Saving


def test_a_picture_has_the_size_that_was_asked_for(tiny_session, show, train, tmp_path):
    plot = show(CostPlot(tiny_session))
    train()
    plot.log.setChecked(True)
    for size in ((1600, 900), (1280, 720)):
        save_picture(tmp_path / "cost.png", [plot.twin(), AccuracyPlot(tiny_session).twin()], size)
        image = QImage(str(tmp_path / "cost.png"))
        assert (image.width(), image.height()) == size
        assert {theme.DARK.surface, theme.DARK.plot_train, theme.DARK.plot_test} <= colors_in(image)


def test_the_table_holds_every_number_exactly(tiny_session, train, tmp_path):
    train(epochs=3)
    tiny_session.visit(6)
    tiny_session.set_rate(0.5)
    train(epochs=1)
    tiny_session.visit(7)
    save_numbers(tmp_path / "numbers.csv", tiny_session)
    with (tmp_path / "numbers.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    (ghost,) = tiny_session.ghosts
    whole = whole_course(tiny_session)
    assert len(whole) > len(tiny_session.metrics)
    assert len(table) == len(whole) + len(ghost)
    for cells, (run, row) in zip(table, [(0, r) for r in whole] + [(1, r) for r in ghost], strict=True):
        assert int(cells.pop("run")) == run
        norms = [float(cells.pop(f"gradient_norm_{layer}")) for layer in (1, 2, 3)]
        assert norms == list(row.gradient_norms)
        assert {key: float(value) if value else None for key, value in cells.items()} == {
            key: value for key, value in row._asdict().items() if key != "gradient_norms"
        }


def test_what_was_not_measured_stays_empty():
    rows = measured(2, accuracy=None)
    with_norms = rows[0]._replace(gradient_norms=(0.5, float("nan")))
    table = curves_table([(with_norms, rows[1]), ()])
    head, first, second = table.splitlines()
    assert head.startswith("run,updates,epochs,train_cost,")
    assert head.endswith("gradient_norm_1,gradient_norm_2")
    assert first == "0,0,0.0,2.0,2.2,,,1.0,0.0,,,,,0.5,nan"
    assert second.endswith(",,")
    assert curves_table([()]).count("\n") == 1


def test_the_menu_saves_and_says_what_fails(tiny_session, show, train, tmp_path, monkeypatch, qtbot):
    plot = show(CostPlot(tiny_session))
    train()
    answers = [str(tmp_path / "a"), str(tmp_path / "b.csv"), str(tmp_path / "no" / "c.png"), ""]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answers.pop(0), ""))
    heard = []
    tiny_session.failed.connect(heard.append)
    plot.menu.save_picture(SIZES[0])
    plot.menu.save_numbers()
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "b.csv").read_text().startswith("run,updates")
    assert heard == []
    plot.menu.save_picture(SIZES[1])
    assert len(heard) == 1
    assert heard[0].endswith(".")
    plot.menu.save_numbers()
    assert (len(heard), answers) == (1, [])
