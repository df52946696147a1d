"""The table of examples: what it shows, and what can be done with it."""

import time
from dataclasses import replace

import numpy as np
import pytest
from driving import expose, move
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core import passes
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import ExampleRef
from nnviz.ui import theme
from nnviz.ui.examples import panel as panel_module
from nnviz.ui.examples import values
from nnviz.ui.examples.content import SHOWN
from nnviz.ui.examples.layout import NARROWEST, Hit
from nnviz.ui.examples.panel import ExamplesPanel
from nnviz.wording import exact, fixed

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot, session):
    return opened(qtbot, session)


@pytest.fixture
def table(panel):
    return panel.table


def opened(qtbot, session, size=(690, 420)):
    return expose(qtbot, ExamplesPanel(session), size)


def gradients(session):
    """Return ∂C_i/∂θ of every chosen example, one after the other, shape (B, parameters)."""
    parameters, rows = session.parameters.astype(np.float64), []
    for ref in session.examples.refs:
        x, y = session.dataset.split(ref.split).example(ref.index)
        back = passes.backward(parameters, passes.forward(parameters, x[None]), y[None])
        rows.append(back.gradient.theta)
    return np.array(rows)


def cell(table, row, column):
    return table.layout_().cell(row, column).center().toPoint()


def thumbnail(table, column):
    return table.layout_().thumbnail(column).center().toPoint()


def click(table, at):
    QTest.mouseClick(table.viewport(), LEFT, PLAIN, at)


def color(table, at):
    return table.viewport().grab().toImage().pixelColor(at)


class TestNumbers:
    def test_cells_are_the_nudges_and_the_last_column_their_average(self, session, table) -> None:
        content, each = table.content(), gradients(session)
        indices = [session.spec.index(location) for location in content.locations]
        assert content.cells.shape == (SHOWN, 10)
        np.testing.assert_allclose(content.cells, -each.T[indices], atol=1e-12)
        np.testing.assert_allclose(content.average, -each.mean(0)[indices], atol=1e-12)
        whole = np.abs(each).sum(0)[indices]
        np.testing.assert_allclose(content.cancels, 1 - np.abs(each.sum(0)[indices]) / whole, atol=1e-9)

    def test_the_rows_are_those_that_disagree_most_or_the_strongest_or_chosen(self, session, table) -> None:
        each = gradients(session)
        lost = np.abs(each).mean(0) - np.abs(each.mean(0))
        first = session.spec.index(table.content().locations[0])
        assert lost[first] == pytest.approx(lost.max())
        session.examples.set_rows("strongest")
        strongest = session.spec.index(table.content().locations[0])
        assert abs(each.mean(0)[strongest]) == pytest.approx(np.abs(each.mean(0)).max())
        session.examples.add_row(Location("w", 2, 5, 3))
        assert table.content().locations == (Location("w", 2, 5, 3),)

    def test_a_cell_has_the_color_of_its_sign(self, table) -> None:
        content = table.content()
        for row, column in ((0, int(content.cells[0].argmax())), (0, int(content.cells[0].argmin()))):
            corner = table.layout_().cell(row, column).topLeft() + QPointF(3, 3)
            shown, up = color(table, corner.toPoint()), content.cells[row, column] > 0
            assert (shown.blue() > shown.red()) == up

    def test_no_chosen_parameter_is_said_in_words(self, session, panel) -> None:
        session.examples.set_rows("own")
        assert panel.empty.isVisible()
        assert panel.table.content().cells.shape == (0, 10)
        panel.grab()

    def test_it_follows_an_update(self, session, table) -> None:
        before = table.content().cells
        session.jump(session.plan.update)
        assert not np.array_equal(table.content().cells, before)

    def test_hidden_it_computes_nothing(self, session, panel, monkeypatch) -> None:
        panel.hide()
        before = panel.table.content()
        session.examples.choose_first(3)
        assert panel.table.content() is before
        panel.show()
        assert len(panel.table.content().refs) == 3

    def test_much_is_computed_beside_the_window(self, session, panel, qtbot, monkeypatch) -> None:
        monkeypatch.setattr(panel_module, "AT_ONCE", 0)
        session.examples.choose_first(200)
        assert panel.background.busy
        qtbot.waitUntil(lambda: len(panel.table.content().refs) == 200)

    def test_closed_in_the_middle_it_leaves_no_thread(self, session, panel, monkeypatch) -> None:
        monkeypatch.setattr(panel_module, "AT_ONCE", 0)
        session.examples.choose_first(1000)
        session.close()
        assert not panel.background.busy

    def test_values_without_classes_have_a_table_too(self, qtbot, session, tiny_dataset) -> None:
        session.use_data(tiny_dataset(classes=False))
        panel = opened(qtbot, session)
        assert panel.table.content().labels is None
        assert panel.asked.text() == ""
        panel.grab()

    def test_classes_are_called_by_their_names(self, qtbot, session, tiny_dataset) -> None:
        session.use_data(replace(tiny_dataset(), classes=("airplane", "automobile", "truck")))
        table = opened(qtbot, session).table
        guess = session.dataset.classes[int(table.content().guesses[2])]
        assert table.content().names(2) == ("truck", guess)
        assert f"label truck, guess {guess}" in table.tip(QPointF(thumbnail(table, 2)))

    def test_what_is_no_image_is_written(self, qtbot, session, tiny_dataset, monkeypatch) -> None:
        session.use_data(tiny_dataset(n_inputs=9))
        panel, written = opened(qtbot, session), []
        monkeypatch.setattr(values, "_write", lambda painter, place, rows, size: written.append(rows))
        panel.table.grab()
        x = session.dataset.train.x[session.examples.refs[0].index]
        assert len(written) == 3
        assert written[0][0] == (session.dataset.input_name(0), fixed(float(x[0]), 2))
        assert written[0][-1] == ("…", "")


class TestMouse:
    def test_a_cell_points_at_its_parameter_and_the_row_is_selected(self, session, table) -> None:
        location = table.content().locations[2]
        move(table.viewport(), cell(table, 2, 4))
        assert session.pointed == location
        click(table, cell(table, 2, 4))
        assert session.selection == location
        QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
        assert session.pointed is None

    def test_a_picture_goes_to_its_example(self, session, table) -> None:
        click(table, thumbnail(table, 3))
        assert session.example == table.content().refs[3]
        assert session.label == 3

    def test_ctrl_and_click_takes_an_example_out(self, session, table) -> None:
        ref, at = table.content().refs[2], thumbnail(table, 2)
        QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, at)
        assert ref not in session.examples.refs

    def test_the_menu_removes_and_keeps(self, session, table) -> None:
        ref, location = table.content().refs[1], table.content().locations[4]
        menu = table.menu_of(Hit(4, 1))
        menu.actions()[0].trigger()
        assert ref not in session.examples.refs
        menu.actions()[2].trigger()
        assert session.examples.own == (location,)
        table.menu_of(Hit(0, -1)).actions()[0].trigger()
        assert session.examples.own == ()

    def test_every_place_says_what_it_is(self, session, table) -> None:
        layout, content = table.layout_(), table.content()
        assert exact(content.cells[1, 2]) in table.tip(QPointF(cell(table, 1, 2)))
        assert "label 3" in table.tip(QPointF(thumbnail(table, 3)))
        y = layout.y(1) + 5
        assert "<b>" in table.tip(QPointF(10, y))
        assert "Average" in table.tip(QPointF(layout.right + 20, y))
        assert "cancels" in table.tip(QPointF(layout.right + layout.average + 20, y))
        assert table.tip(QPointF(2, 2)) == ""

    def test_keys_move_choose_and_remove(self, session, table) -> None:
        table.setFocus()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
            QTest.keyClick(table, key)
        assert session.pointed == table.content().locations[1]
        QTest.keyClick(table, Qt.Key.Key_Return)
        assert session.selection == table.content().locations[1]
        ref = table.content().refs[1]
        QTest.keyClick(table, Qt.Key.Key_Delete)
        assert ref not in session.examples.refs


class TestChoices:
    def test_buttons_and_fields_choose(self, session, panel) -> None:
        choices = panel.choices
        choices.which.choose("class")
        choices.which.activated.emit(0)
        assert choices.label.isVisible()
        choices.label.setValue(4)
        assert {session.dataset.train.labels[ref.index] for ref in session.examples.refs} == {4}
        choices.which.choose("first")
        choices.which.activated.emit(0)
        choices.count.setValue(3)
        assert session.examples.refs == tuple(ExampleRef("train", i) for i in range(3))
        session.go_to_example("test", 5)
        QTest.mouseClick(choices.add, LEFT)
        assert session.examples.refs[0] == ExampleRef("test", 5)
        assert not choices.pin.isEnabled()
        session.select(Location("b", 1, 2))
        QTest.mouseClick(choices.pin, LEFT)
        assert session.examples.own == (Location("b", 1, 2),)

    def test_they_show_what_was_chosen_elsewhere(self, session, panel) -> None:
        choices, examples = panel.choices, session.examples
        examples.choose_class(4)
        assert (choices.which.value, choices.label.value()) == ("class", 4)
        examples.add_current()
        assert (choices.which.value, choices.label.value()) == ("class", 4)
        examples.choose_first(7)
        assert (choices.which.value, choices.count.value()) == ("first", 7)
        memory = examples.remember()
        examples.choose_one_of_each()
        assert choices.which.value == "each"
        examples.bring_back(memory)
        assert examples.choice.value == 7

    def test_train_on_these_only_by_click_and_all_data_again(self, session, panel, qtbot) -> None:
        whole = session.dataset
        session.set_settings(replace(session.settings, epochs=2, batch=5))
        session.set_pace(None)
        session.examples.choose_class(2)
        QTest.mouseClick(panel.choices.train, LEFT)
        qtbot.waitUntil(lambda: session.run_state == "idle", timeout=10_000)
        qtbot.waitUntil(lambda: "100% “2”" in panel.asked.text())
        assert set(panel.table.content().guesses.tolist()) == {2}
        assert not panel.choices.train.isVisible()
        QTest.mouseClick(panel.choices.all, LEFT)
        assert session.dataset is whole


class TestSizes:
    def test_one_column(self, session, table) -> None:
        session.examples.choose_current()
        assert table.content().cells.shape == (SHOWN, 1)
        np.testing.assert_array_equal(table.content().cells[:, 0], table.content().average)
        assert not table.content().cancels.any()
        click(table, thumbnail(table, 0))
        table.grab()

    def test_a_thousand_columns_scroll_beside_those_that_stay(self, session, table) -> None:
        session.examples.choose_first(1000)
        layout, bar = table.layout_(), table.horizontalScrollBar()
        assert layout.column == pytest.approx(theme.px(NARROWEST))
        assert bar.maximum() > 20_000
        right = layout.right
        bar.setValue(bar.maximum())
        assert table.layout_().right == right < table.viewport().width()
        move(table.viewport(), cell(table, 0, 999))
        click(table, thumbnail(table, 999))
        assert session.example == ExampleRef("train", 999)

    @pytest.mark.parametrize("whole", [True, False])
    def test_a_thousand_columns_are_painted_quickly(self, session, panel, whole) -> None:
        session.examples.choose_first(1000)
        panel.choices.whole.setChecked(whole)
        panel.table.viewport().grab()  # pictures are made once
        begun = time.thread_time()
        for _ in range(5):
            panel.table.viewport().grab()
        assert (time.thread_time() - begun) / 5 < 0.1  # some 5 ms when nothing else runs
        assert (panel.table.horizontalScrollBar().maximum() == 0) == whole

    @pytest.mark.parametrize("colors", [theme.LIGHT, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)])
    def test_in_other_colors_and_narrow(self, qapp, qtbot, session, colors) -> None:
        theme.apply(qapp, colors)
        panel = opened(qtbot, session, (460, 330))
        panel.choices.whole.setChecked(True)
        session.examples.choose_first(1000)
        panel.grab()
        session.examples.choose_first(4)
        assert panel.table.layout_().right < panel.table.viewport().width()
        panel.grab()

    def test_a_network_of_another_kind(self, session, table) -> None:
        spec = NetworkSpec.build(784, (), 10, output="softmax", cost="cross_entropy")
        session.new_network(spec, "zeros", 0)
        each = gradients(session)
        indices = [spec.index(location) for location in table.content().locations]
        np.testing.assert_allclose(table.content().average, -each.mean(0)[indices], atol=1e-12)
