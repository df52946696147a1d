"""The mini-batch step by step: what it shows, and what can be done with it."""

from dataclasses import astuple, replace

import numpy as np
import pytest
from driving import expose, press
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from samples import tiny_dataset

from nnviz.core import passes
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.sizes import DRAWS, compare_sizes
from nnviz.session import ExampleRef, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.batch import panel as panel_module
from nnviz.ui.batch.panel import BatchPanel
from nnviz.ui.examples import values
from nnviz.wording import fixed

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, session):
    return opened(qtbot, session)


def opened(qtbot, session, size=(690, 330)):
    return expose(qtbot, BatchPanel(session), size)


def gradient(session, rows):
    train, parameters = session.dataset.train, session.parameters.astype(np.float64)
    x, y = train.x[rows].astype(np.float64), train.targets[rows].astype(np.float64)
    return passes.backward(parameters, passes.forward(parameters, x), y).gradient


class TestAccumulator:
    def test_step_by_step_it_becomes_the_gradient_of_the_batch(self, session, panel) -> None:
        rows = session.batch.rows
        press(panel.controls.step, 7)
        assert panel.controls.progress.text() == "7 of 10"
        tally = panel.gathered().tally
        assert tally.examples == 7
        np.testing.assert_allclose(tally.total.theta, 7 * gradient(session, rows[:7]).theta, atol=1e-12)
        press(panel.controls.step, 3)
        tally = panel.gathered().tally
        np.testing.assert_allclose(tally.total.theta / 10, gradient(session, rows).theta, atol=1e-12)
        sums = panel.accumulator.layers[1].image.picture.values()
        np.testing.assert_allclose(sums, -tally.total.weights(2), atol=1e-12)
        press(panel.controls.step)
        means = panel.accumulator.layers[1].image.picture.values()
        np.testing.assert_allclose(means, -gradient(session, rows).weights(2), atol=1e-12)

    def test_the_bar_shows_how_far_and_what_is_left(self, session, panel) -> None:
        press(panel.controls.step)
        share, left = panel.accumulator.layers[2].bar.filled()
        assert (share, left) == pytest.approx((0.1, 0.1))  # one alone: nothing cancels
        press(panel.controls.to_mean)
        share, left = panel.accumulator.layers[2].bar.filled()
        each = [gradient(session, session.batch.rows[i : i + 1]).blocks[3] for i in range(10)]
        whole = sum(np.linalg.norm(block) for block in each)
        assert share == 1
        assert left == pytest.approx(np.linalg.norm(sum(each)) / whole)

    def test_a_selected_neuron_of_the_first_layer_is_the_one_shown(self, session, panel) -> None:
        session.select(Neuron(1, 5))
        press(panel.controls.step)
        layer = panel.accumulator.layers[0]
        expected = -gradient(session, session.batch.rows[:1]).weights(1)[5].reshape(28, 28)
        np.testing.assert_allclose(layer.image.picture.values(), expected, atol=1e-12)
        picture = layer.image.picture
        QTest.mouseClick(picture, LEFT, pos=picture.cell_rect(10, 12).center().toPoint())
        assert session.selection == Location("w", 1, 5, 10 * 28 + 12)

    def test_back_takes_away_exactly_what_forward_added(self, session, panel) -> None:
        press(panel.controls.step, 4)
        before = panel.gathered().tally.total.theta.copy()
        press(panel.controls.step)
        press(panel.controls.back)
        np.testing.assert_array_equal(panel.gathered().tally.total.theta, before)

    def test_the_update_empties_it_and_back_fills_it_again(self, session, panel, qtbot) -> None:
        press(panel.controls.to_mean)
        mean = panel.gathered().tally.mean.theta.copy()
        first, rows = session.parameters, session.batch.rows
        assert panel.controls.step.text() == "update"
        press(panel.controls.step)
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert session.updates == 1
        change = session.parameters.theta - first.theta
        np.testing.assert_allclose(change, -session.settings.rate * mean, atol=1e-6)
        assert panel.gathered().tally.examples == 0
        assert "Mini-batch 2 of 150" in panel.title.text()
        assert not np.array_equal(session.batch.rows, rows)
        press(panel.controls.back)
        assert session.parameters is first
        np.testing.assert_allclose(panel.gathered().tally.mean.theta, mean, atol=1e-12)


class TestExamples:
    def test_arrows_are_cosines_with_the_sum_so_far(self, session, panel) -> None:
        press(panel.controls.step, 3)
        rows = session.batch.rows
        each = np.array([gradient(session, rows[i : i + 1]).theta for i in range(3)])
        total = each.sum(0)
        for i in range(3):
            cosine, length = panel.grid.pull(i)
            assert length == pytest.approx(np.linalg.norm(each[i]))
            assert cosine == pytest.approx(each[i] @ total / np.linalg.norm(each[i]) / np.linalg.norm(total))
        assert panel.grid.pull(3) is None
        assert "Still to come" in panel.grid.tip(panel.grid.place(3).center())
        assert "cosine" in panel.grid.tip(panel.grid.place(2).center())
        assert panel.grid.tip(QPointF(-5, -5)) == ""

    def test_a_click_shows_the_example(self, session, panel) -> None:
        QTest.mouseClick(panel.grid, LEFT, pos=panel.grid.place(4).center().toPoint())
        assert session.example == ExampleRef("train", int(session.batch.rows[4]))

    def test_the_last_page_is_as_full_as_any(self, session, panel) -> None:
        session.set_settings(replace(session.settings, batch=100))
        full = len(panel.grid.page())
        assert 1 < full < 100
        press(panel.controls.to_mean)
        assert panel.grid.page() == range(100 - full, 100)
        assert panel.grid.pull(99) is not None
        assert panel.grid.pull(100 - full) is not None

    def test_what_is_no_image_is_written(self, qtbot, qapp, monkeypatch) -> None:
        data = tiny_dataset(n_inputs=2, n_outputs=1, classes=False)
        session = Session(data)
        session.set_settings(replace(session.settings, batch=5))
        panel, written = opened(qtbot, session), []
        monkeypatch.setattr(values, "_write", lambda painter, place, rows, size: written.extend(rows))
        panel.grid.grab()
        row = session.batch.rows[0]
        expected = [(data.input_name(k), fixed(float(data.train.x[row, k]), 2)) for k in range(2)]
        assert written[:3] == [*expected, ("y", fixed(float(data.train.targets[row, 0]), 2))]
        session.close()

    def test_a_long_class_is_shortened_beside_its_y_and_more_inputs_are_hinted_at(
        self, qtbot, qapp, monkeypatch
    ) -> None:
        named = replace(tiny_dataset(n=40, n_inputs=9), classes=("Iris-setosa", "Iris-versicolor", "Iris-v"))
        session = Session(named)
        session.set_settings(replace(session.settings, batch=40))
        panel, written = opened(qtbot, session), []
        room = panel.grid.place(0).width() - 6
        monkeypatch.setattr(values, "_write", lambda painter, place, rows, size: written.append(rows))
        panel.grid.grab()
        metrics = QFontMetricsF(theme.number_font(values.SMALLER))
        for inputs, [(name, answer)] in zip(written[::2], written[1::2], strict=True):
            assert inputs[-1] == ("…", "")
            assert name == "y"
            assert answer.startswith("I")
            assert answer.endswith("…")
            assert metrics.horizontalAdvance(name) + metrics.horizontalAdvance(answer) < room
        label = named.classes[int(named.train.labels[session.batch.rows[0]])]
        assert f"label {label}" in panel.grid.tip(panel.grid.place(0).center())
        session.close()


class TestSizes:
    def test_one_and_all_are_chosen_by_click(self, session, panel, qtbot) -> None:
        press(panel.controls.sizes["1"])
        assert session.batch.size == 1
        assert [key for key, made in panel.controls.sizes.items() if made.isChecked()] == ["1"]
        session.set_settings(replace(session.settings, batch=7))
        assert not any(made.isChecked() for made in panel.controls.sizes.values())
        press(panel.controls.sizes["1"], 2)  # pressed again it stays down
        assert panel.controls.sizes["1"].isChecked()
        press(panel.controls.step, 2)
        assert session.batch.mean_taken
        press(panel.controls.sizes["all"])
        assert (session.batch.size, session.batch.cursor) == (1500, 0)
        press(panel.controls.step, 2)
        qtbot.waitUntil(lambda: panel.gathered().tally.examples == 30)
        assert panel.strip.lit() == (0, 1)
        assert panel.controls.step.text() == "+ 15 examples"

    def test_all_is_added_up_beside_the_window(self, session, panel, qtbot, monkeypatch) -> None:
        monkeypatch.setattr(panel_module, "AT_ONCE", 0)
        session.set_settings(replace(session.settings, batch=1500))
        press(panel.controls.to_mean)
        assert panel.background.busy
        qtbot.waitUntil(lambda: panel.gathered() is not None and panel.gathered().tally.examples == 1500)
        mean = panel.gathered().tally.mean.theta
        np.testing.assert_allclose(mean, gradient(session, np.arange(1500)).theta, atol=1e-12)
        panel.grab()

    def test_hidden_in_the_middle_it_leaves_no_thread_and_catches_up(
        self, session, panel, qtbot, monkeypatch
    ) -> None:
        monkeypatch.setattr(panel_module, "AT_ONCE", 0)
        press(panel.controls.to_mean)
        panel.hide()
        assert not panel.background.busy
        panel.show()
        qtbot.waitUntil(lambda: panel.gathered() is not None and panel.gathered().tally.examples == 10)

    def test_sizes_side_by_side(self, session, panel, qtbot, qapp) -> None:
        press(panel.sizes.compare)
        qtbot.waitUntil(lambda: len(panel.sizes.results) == 4, timeout=20_000)
        train = session.dataset.train
        again = compare_sizes(session.parameters, train.x, train.targets, (1, 10, 100))
        for shown, expected in zip(panel.sizes.results, again, strict=True):
            assert astuple(shown) == pytest.approx(astuple(expected))  # BLAS has other threads here
        one, ten, hundred, whole = panel.sizes.results
        assert (one.size, one.draws, one.cancelled) == (1, DRAWS, pytest.approx(0))
        assert one.cosine == pytest.approx(1)
        assert one.along < ten.along < hundred.along < whole.along == 1
        assert whole.size == 1500
        panel.grab()
        label = panel.sizes.findChildren(QLabel)[-1]
        before, scale = label.font().pointSizeF(), theme.current_scale()
        theme.apply(qapp, theme.current(), 2 * scale)
        assert label.font().pointSizeF() == pytest.approx(2 * before)
        theme.apply(qapp, theme.current(), scale)
        session.set_parameter(Location("b", 1, 0), 1.0)
        assert panel.sizes.results == ()  # of another network


class TestRoom:
    @pytest.mark.parametrize("size", [(510, 500), (690, 330), (1100, 500)])
    def test_no_number_is_cut_off_whatever_the_room(self, session, panel, size) -> None:
        panel.resize(*size)
        press(panel.controls.to_mean)
        for layer in panel.accumulator.layers:
            words = QFontMetricsF(theme.number_font(0.85)).horizontalAdvance(layer.bar.accessibleName())
            assert words <= layer.bar.width()
            assert layer.image.picture.width() > 40

    def test_layers_stand_one_below_the_other_where_that_makes_them_larger(self, qtbot, panel) -> None:
        panel.resize(510, 500)
        first, second, _ = panel.accumulator.layers
        qtbot.waitUntil(lambda: first.x() == second.x() and first.y() < second.y())
        panel.resize(1100, 330)
        qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())


class TestPlaying:
    def test_it_plays_up_to_the_mean_and_stops(self, session, panel, qtbot) -> None:
        session.set_settings(replace(session.settings, batch=2))
        panel.controls._player.setInterval(1)
        press(panel.controls.play)
        qtbot.waitUntil(lambda: session.batch.mean_taken)
        qtbot.waitUntil(lambda: not panel.controls._player.isActive())
        assert session.updates == 0

    def test_hidden_it_does_not_play_on(self, panel) -> None:
        press(panel.controls.play)
        panel.hide()
        assert not panel.controls._player.isActive()


@pytest.mark.parametrize("colors", [theme.LIGHT, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)])
def test_in_other_colors_narrow_and_for_another_network(qapp, qtbot, session, colors) -> None:
    theme.apply(qapp, colors)
    panel = opened(qtbot, session, (460, 330))
    press(panel.controls.step, 3)
    panel.grab()
    session.new_network(NetworkSpec.build(784, (60, 40), 10, "relu", "softmax", "cross_entropy"), "he", 0)
    assert len(panel.accumulator.layers) == 3
    press(panel.controls.to_mean)
    panel.grab()
    assert panel.width() == 460


def test_in_the_middle_of_a_training_it_waits(session, panel, qtbot) -> None:
    session.set_pace(50.0)
    session.start()
    qtbot.waitUntil(lambda: session.updates > 1)
    assert not panel.controls.step.isEnabled()
    session.pause()
    assert panel.controls.step.isEnabled()


def test_shown_again_after_a_training_was_paused_elsewhere_it_goes_on(session, panel, qtbot) -> None:
    press(panel.controls.step)
    session.set_pace(50.0)
    session.start()
    qtbot.waitUntil(lambda: session.updates > 1)
    panel.hide()
    session.pause()
    panel.show()
    controls = panel.controls
    assert all(made.isEnabled() for made in (controls.step, controls.play, controls.to_mean))
    assert controls.progress.text() == "0 of 10"
    press(controls.step)
    assert controls.back.isEnabled()


def test_shown_again_it_has_the_size_and_the_data_chosen_meanwhile(session, panel) -> None:
    press(panel.controls.step, 3)
    panel.hide()
    session.set_settings(replace(session.settings, batch=100))
    panel.show()
    controls = panel.controls
    assert controls.progress.text() == "0 of 100"
    assert [name for name, made in controls.sizes.items() if made.isChecked()] == ["100"]
    panel.hide()
    session.use_data(tiny_dataset(n_inputs=784, n_outputs=10))
    panel.show()
    assert controls.progress.text() == f"0 of {session.batch.size}"
