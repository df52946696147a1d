import gc
import weakref

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.session import Changed, Session
from nnviz.training.trainer import Metrics
from nnviz.ui import theme
from nnviz.ui.plots.curves import Curves, log_ticks, round_down, round_up, ticks
from nnviz.ui.plots.panel import AccuracyPlot, CostPlot
from nnviz.ui.plots.parts import Entry, Readout
from nnviz.wording import fixed, number, percent


def measured(n, first=0, accuracy=0.5):
    return tuple(
        Metrics(i, i / 10, 2.0 / (i + 1), 2.2 / (i + 1), accuracy, accuracy, 1.0, i / 100.0)
        for i in range(first, first + n)
    )


@pytest.fixture(autouse=True)
def dark(qapp):
    theme.apply(qapp, theme.DARK)


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
    assert plot.pages.currentWidget() is plot.message


def test_pause_and_resume_go_on_with_the_same_curve(tiny_session, show, qtbot):
    plot = show(CostPlot(tiny_session))
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


def test_without_classes_there_is_no_accuracy(qapp, qtbot, tiny_dataset, show):
    session = Session(tiny_dataset(classes=False))
    try:
        accuracy, cost = show(AccuracyPlot(session)), show(CostPlot(session))
        assert accuracy.message.text() == "No classes: accuracy does not apply"
        session.set_pace(None)
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert accuracy.pages.currentWidget() is accuracy.message
        check_drawn(cost, session.metrics, "cost")
    finally:
        session.close()


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
    assert low <= np.log10(min(costs)) <= np.log10(max(costs)) <= high
    assert plot._marks["test"].y() == pytest.approx(np.log10(tiny_session.metrics[-1].test_cost))
    check_drawn(plot, tiny_session.metrics, "cost")


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
    np.testing.assert_allclose(view.viewRange(), whole)


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
