"""The example's card: what it shows at each phase, and the ways to another example."""

import numpy as np
import pytest
from driving import expose, record_tooltips, rest_at
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from samples import LEGAL, tiny_dataset
from seeing import colors_in

from nnviz.core.explain import explain_cost
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.data import load, make_split
from nnviz.data.dataset import Dataset
from nnviz.session import Neuron, Session
from nnviz.ui import cells, row_list, theme
from nnviz.ui.actions import make_actions
from nnviz.ui.example.panel import ExamplePanel
from nnviz.ui.example.terms import LARGEST, MOST
from nnviz.wording import cost_term_text, exact, fixed

LEFT = Qt.MouseButton.LeftButton
SIZE_720, SIZE_1080 = (232, 400), (232, 800)


@pytest.fixture
def show(qtbot, close_later):
    """Open the card of a session, which is closed at the end."""

    def show(session, size=SIZE_720):
        close_later(session)
        return expose(qtbot, ExamplePanel(session, make_actions(session, session)), size)

    return show


@pytest.fixture
def panel(show, session):
    return show(session)


@pytest.fixture
def tooltips(monkeypatch):
    return record_tooltips(monkeypatch, cells, row_list)


def pixel(panel, row, column):
    return panel.image.cell_rect(row, column).center().toPoint()


def regression(n_inputs=3, n_outputs=1):
    return tiny_dataset(n_inputs=n_inputs, n_outputs=n_outputs, classes=False)


def pictures(shape, n_classes=10):
    random = np.random.default_rng(3)
    x, labels = random.uniform(size=(20, int(np.prod(shape)))), np.arange(20) % n_classes
    split = make_split(x, labels=labels, n_classes=n_classes)
    return Dataset("p", "P", split, split, tuple(f"class {j}" for j in range(n_classes)), shape, "")


class TestPicture:
    @pytest.mark.parametrize(("colors", "inverted"), [(theme.DARK, False), (theme.LIGHT, True)])
    def test_every_pixel_is_a_crisp_square_in_its_shade(self, qapp, panel, session, colors, inverted) -> None:
        theme.apply(qapp, colors)
        image, x = panel.image.grab().toImage(), session.trace.x.reshape(28, 28)
        for row, column in [(14, 14), (5, 12), (9, 11), (20, 10), (0, 0), *np.argwhere(x > 0.9)[:8].tolist()]:
            value = 1 - x[row, column] if inverted else x[row, column]
            rect = panel.image.cell_rect(row, column)
            left, top, right, bottom = (round(edge) for edge in rect.getCoords())
            for point in (QPoint(left, top), QPoint(right - 1, bottom - 1)):
                assert abs(image.pixelColor(point).red() - round(255 * value)) <= 1

    @pytest.mark.parametrize("shape", [(28, 28), (8, 8), (16, 28)])
    @pytest.mark.parametrize("size", [SIZE_720, SIZE_1080, (420, 560)])
    def test_its_aspect_is_kept_and_pixels_are_whole(self, show, shape, size) -> None:
        panel = show(Session(pictures(shape)), size)
        rect = panel.image.picture_rect()
        assert rect.width() / rect.height() == pytest.approx(shape[1] / shape[0])
        assert panel.image.cell_side() == int(panel.image.cell_side())
        assert panel.image.rect().contains(rect.toAlignedRect())

    def test_color_pictures_have_their_own_colors_in_both_themes(self, qapp, show) -> None:
        session = Session(pictures((8, 8, 3)))
        panel = show(session)
        wanted = np.rint(255 * session.trace.x.reshape(8, 8, 3)[2, 5])
        for colors in (theme.DARK, theme.LIGHT):
            theme.apply(qapp, colors)
            shown = panel.image.grab().toImage().pixelColor(pixel(panel, 2, 5))
            np.testing.assert_allclose(shown.getRgb()[:3], wanted, atol=1)

    def test_the_tooltip_says_pixel_and_value(self, panel, session, tooltips) -> None:
        rest_at(panel.image, pixel(panel, 14, 12))
        assert tooltips == [f"pixel row 14, column 12: {session.trace.x[14 * 28 + 12]:.2f}"]

    def test_the_tooltip_of_a_color_pixel_says_three_values(self, show, tooltips) -> None:
        session = Session(pictures((8, 8, 3)))
        panel = show(session)
        rest_at(panel.image, pixel(panel, 1, 2))
        lines = tooltips[0].splitlines()
        assert [line.rsplit(",", 1)[1].split(":")[0].strip() for line in lines] == ["red", "green", "blue"]
        assert lines[2].endswith(fixed(session.trace.x[(8 + 2) * 3 + 2], 2))

    def test_a_click_chooses_the_input_and_outlines_it_in_gold(self, qtbot, panel, session) -> None:
        qtbot.mouseClick(panel.image, LEFT, pos=pixel(panel, 14, 20))
        assert session.selection == Neuron(0, 14 * 28 + 20)
        assert panel.image.marked() == (14, 20)
        qtbot.mouseMove(panel.image, QPoint(0, 0))
        rect = panel.image.cell_rect(14, 20)
        edge = panel.image.grab().toImage().pixelColor(round(rect.left() - 1), round(rect.center().y()))
        assert edge == theme.DARK.color("selection")
        session.select(Location("w", 1, 3, 5 * 28 + 6))
        assert panel.image.marked() == (5, 6)
        session.select(Neuron(2, 1))
        assert panel.image.marked() is None

    def test_the_keyboard_reaches_every_pixel(self, qtbot, panel, session) -> None:
        panel.image.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(panel.image, key)
        assert session.selection == Neuron(0, 28 + 1)

    def test_inputs_that_are_no_picture_are_a_table(self, qtbot, show) -> None:
        session = Session(regression(n_inputs=3))
        panel = show(session)
        assert panel.inputs.isVisible()
        assert not panel.image.isVisible()
        lines = panel.inputs.lines.lines()
        assert [line.name for line in lines] == ["input 0", "input 1", "input 2"]
        assert [line.value for line in lines] == session.trace.x.tolist()
        point = panel.inputs.lines.line_rect(1).center().toPoint()
        qtbot.mouseClick(panel.inputs.lines, LEFT, pos=point)
        assert session.selection == Neuron(0, 1)

    def test_another_data_set_changes_the_picture(self, panel, session) -> None:
        small = load("digits8")
        session.new_network(NetworkSpec.build(64, (), 10), "zeros", 0, small)
        assert panel.image.values().shape == (8, 8)
        np.testing.assert_allclose(panel.image.values().ravel(), small.train.x[0])
        tiny = tiny_dataset()
        session.new_network(NetworkSpec.build(4, (), 3), "zeros", 0, tiny)
        assert panel.inputs.isVisible()
        assert not panel.image.isVisible()


class TestBrowsing:
    def test_the_line_reads_as_a_sentence(self, panel, session) -> None:
        session.go_to_example("train", 17)
        assert panel.number.text() == "training 17 of 1,500"
        panel.number.resize(panel.number.sizeHint().width() - 20, panel.number.height())
        assert panel.number.text() == "training 17 / 1,500"
        panel.number.resize(panel.number.sizeHint())
        assert panel.number.text() == "training 17 of 1,500"
        session.show_split("test")
        assert panel.number.text() == "test 0 of 297"

    def test_buttons_step_and_go_round(self, qtbot, panel, session) -> None:
        qtbot.mouseClick(panel.buttons.previous, LEFT)
        assert session.example.index == 1499
        qtbot.mouseClick(panel.buttons.next, LEFT)
        qtbot.mouseClick(panel.buttons.next, LEFT)
        assert session.example.index == 1
        np.testing.assert_allclose(panel.image.values().ravel(), session.dataset.train.x[1], atol=1e-7)

    def test_the_random_button_shows_another_one(self, qtbot, panel, session) -> None:
        for _ in range(5):
            before = session.example.index
            qtbot.mouseClick(panel.buttons.random, LEFT)
            assert session.example.index != before
            assert panel.number.index.text() == str(session.example.index)

    def test_enter_goes_to_the_example_that_was_typed(self, qtbot, panel, session) -> None:
        field = panel.number.index
        for typed, index in (("1234", 1234), ("1,499", 1499), (" 7 ", 7)):
            field.setFocus()
            field.selectAll()
            qtbot.keyClicks(field, typed)
            qtbot.keyClick(field, Qt.Key.Key_Return)
            assert session.example.index == index
            assert field.text() == str(index)
            assert not field.hasFocus()  # the arrow keys step again

    @pytest.mark.parametrize("typed", ["1500", "-1", "99999999"])
    def test_a_number_beyond_the_end_is_explained_and_nothing_changes(
        self, qtbot, panel, session, said, typed
    ) -> None:
        session.go_to_example("train", 17)
        panel.number.index.setText(typed)
        qtbot.keyClick(panel.number.index, Qt.Key.Key_Return)
        assert said == [f"There is no example {typed}; choose one from 0 to 1499."]
        assert session.example.index == 17
        assert panel.number.index.text() == "17"

    def test_what_is_no_number_is_explained(self, qtbot, panel, session, said) -> None:
        panel.number.index.setText("seven")
        qtbot.keyClick(panel.number.index, Qt.Key.Key_Return)
        assert said == ["“seven” is no number of an example; type one from 0 to 1499."]
        assert panel.number.index.text() == "0"

    def test_esc_and_leaving_give_the_number_back(self, qtbot, panel, session) -> None:
        field = panel.number.index
        field.setFocus()
        qtbot.keyClicks(field, "99")
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == "0"
        field.setFocus()
        qtbot.keyClicks(field, "99")
        panel.image.setFocus()
        assert field.text() == "0"
        assert session.example.index == 0

    def test_whatever_is_typed_into_it_is_no_shortcut_of_the_window(self, panel) -> None:
        field = panel.number.index
        assert _keeps(field, Qt.Key.Key_B, "b")
        assert _keeps(field, Qt.Key.Key_7, "7")
        assert _keeps(field, Qt.Key.Key_Escape, "")

    def test_the_set_is_chosen_from_a_menu(self, panel, session) -> None:
        training, test, _, all_of_them = panel.number.part.menu().actions()
        assert (training.text(), test.text()) == ("training set", "test set")
        session.go_to_example("train", 17)
        test.trigger()
        assert (session.example.split, session.example.index) == ("test", 0)
        assert (training.isChecked(), test.isChecked()) == (False, True)
        assert panel.number.part.text() == "test"
        training.trigger()
        assert session.example.split == "train"
        all_of_them.trigger()
        assert session.view.picture == "sheet"

    def test_everything_has_a_name_and_teaches(self, panel) -> None:
        number, buttons = panel.number, panel.buttons
        for control in (number.part, number.index, buttons.previous, buttons.random, buttons.next):
            assert control.accessibleName()
            assert len(control.toolTip()) > 30

    def test_tab_goes_from_top_to_bottom(self, panel) -> None:
        order, widget = [], panel.image
        wanted = [
            panel.image,
            panel.number.part,
            panel.number.index,
            panel.buttons.previous,
            panel.cost.lines,
        ]
        for _ in range(100):
            order.append(widget)
            widget = widget.nextInFocusChain()
        places = [order.index(w) for w in wanted]
        assert places == sorted(places)


def _keeps(widget: QWidget, key: Qt.Key, text: str) -> bool:
    """Say whether a widget keeps a key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


class TestAnswer:
    def test_the_guess_stands_once_the_outputs_are_computed(self, panel, session) -> None:
        depth = session.spec.depth
        for position, phase in enumerate(session.plan.phases):
            session.jump(position)
            known = session.shows(Phase("activation", depth))
            assert known == (position >= session.plan.position("activation", depth)), phase
            assert panel.answer.text().startswith(f"label {session.label}, guess ")
            guess = panel.answer.facts()[1]
            assert guess.value == (str(session.guess) if known else "–")
            assert guess.glyph == (("✓" if session.guess == session.label else "✗") if known else "")

    def test_right_is_green_with_a_tick_and_wrong_red_with_a_cross(self, panel, session) -> None:
        found = set()
        for index in range(60):
            session.go_to_example("train", index)
            guess = panel.answer.facts()[1]
            found.add((guess.role, guess.glyph, session.guess == session.label))
        assert found == {("good", "✓", True), ("bad", "✗", False)}

    def test_its_color_is_on_the_screen(self, panel, session) -> None:
        assert session.guess != session.label
        image, bad = panel.answer.grab().toImage(), theme.DARK.color("bad")
        assert bad.name() in colors_in(image)

    def test_classes_are_called_by_their_names(self, show) -> None:
        panel = show(Session(tiny_dataset()), SIZE_1080)
        assert panel.answer.facts()[0].text() == "label class 0"
        assert panel.answer.height() > 1.5 * theme.px(22)  # long names take a row each

    def test_measured_values_show_target_and_output(self, show) -> None:
        session = Session(regression(), NetworkSpec.build(3, (4,), 1, "tanh", "identity"))
        panel = show(session)
        target, output = panel.answer.facts()
        assert target.text() == f"target {fixed(session.trace.y[0], 2)}"
        assert output.text() == f"output {fixed(session.trace.a[2][0], 2)}"
        session.jump(1)
        assert panel.answer.facts()[1].value == "–"
        assert exact(session.trace.a[2][0]) not in panel.answer.toolTip()


def network(output, cost, n_outputs=3):
    session = Session(tiny_dataset(n_outputs=n_outputs))
    spec = NetworkSpec.build(4, (5,), n_outputs, "tanh", output, cost)
    session.new_network(spec, "normal", 1)
    return session


class TestCost:
    @pytest.mark.parametrize(("output", "cost"), LEGAL)
    def test_the_lines_are_the_terms_and_their_sum_is_the_cost(self, show, output, cost) -> None:
        session = network(output, cost)
        panel = show(session)
        terms, lines = explain_cost(session.trace), panel.cost.lines.lines()
        assert [line.value for line in lines] == [term.value for term in terms]
        assert [line.text for line in lines] == [cost_term_text(session.spec, term) for term in terms]
        assert [line.shown for line in lines] == [fixed(term.value, 4) for term in terms]
        assert [line.wanted for line in lines] == [j == session.label for j in range(3)]
        for line, term in zip(lines, terms, strict=True):
            assert exact(term.value) in line.tip()
            assert exact(term.a) in line.tip()
        assert panel.cost.sum.text() == fixed(session.trace.cost, 4)
        assert panel.cost.formula.tex() == (f"C_0 = {session.spec.cost_function.tex}",)
        assert not panel.grab().isNull()

    def test_the_lines_follow_example_and_parameters(self, panel, session) -> None:
        seen = set()
        for change in (session.next_example, lambda: session.jump(session.plan.update), session.undo):
            change()
            values = tuple(line.value for line in panel.cost.lines.lines())
            assert values == tuple(session.trace.cost_terms)
            seen.add(values)
        assert len(seen) == 1  # at the update and before it, the numbers the update came from
        session.redo()
        session.jump(session.plan.cost)
        assert tuple(line.value for line in panel.cost.lines.lines()) == tuple(session.trace.cost_terms)

    def test_step_by_step_there_and_back(self, panel, session) -> None:
        depth, trace = session.spec.depth, session.trace
        positions = [*range(session.plan.update), *reversed(range(session.plan.update))]
        for position in positions:
            session.jump(position)
            outputs = session.shows(Phase("activation", depth))
            cost = session.shows(Phase("cost", depth))
            shown = [line.value for line in panel.cost.lines.lines()]
            assert shown == (trace.cost_terms.tolist() if cost else [0.0] * 10)
            assert (panel.cost.sum.text() != "") == cost
            shown = [line.value for line in panel.outputs.lines.lines()]
            assert shown == (trace.a[depth].tolist() if outputs else [0.0] * 10)
            assert panel.outputs.isVisible() == (outputs and not cost)  # where there is room for one
            assert panel.cost.isVisible() != panel.outputs.isVisible()
            assert panel.cost.empty.isVisible() == (not outputs)

    def test_with_more_room_both_are_shown(self, show, session) -> None:
        panel = show(session, SIZE_1080)
        assert panel.outputs.isVisible()
        assert panel.cost.isVisible()
        tops = set()
        for position in range(len(session.plan)):
            session.jump(position)
            QApplication.processEvents()
            tops.add(panel.cost.y())
        assert len(tops) == 1  # nothing jumps

    def test_only_softmax_gives_probabilities_and_they_add_up(self, show) -> None:
        panel = show(network("softmax", "cross_entropy"), SIZE_1080)
        assert panel.outputs.heading.text() == "Probabilities"
        assert panel.outputs.sum.text() == "1.00"
        panel = show(network("sigmoid", "squared"), SIZE_1080)
        assert panel.outputs.heading.text() == "Outputs"
        assert not panel.outputs.sum.isVisible()

    def test_many_outputs_show_the_largest_and_the_rest_together(self, show) -> None:
        n = MOST + 8
        session = network("identity", "squared", n)
        panel = show(session)
        *lines, rest = panel.cost.lines.lines()
        terms = session.trace.cost_terms
        assert len(lines) == LARGEST
        shown = [line.neuron.j for line in lines]
        assert shown == sorted(shown)
        assert session.label in shown
        others = sorted(set(range(n)) - {session.label}, key=lambda j: -terms[j])[: LARGEST - 1]
        assert set(shown) == {session.label, *others}
        assert (rest.name, rest.text) == ("⋮", f"{n - LARGEST} more")
        assert sum(line.value for line in lines) + float(rest.tip()) == pytest.approx(session.trace.cost)

    def test_a_click_on_a_line_chooses_the_output(self, qtbot, panel, session) -> None:
        lines = panel.cost.lines
        qtbot.mouseClick(lines, LEFT, pos=lines.line_rect(8).center().toPoint())
        assert session.selection == Neuron(3, 8)
        beside = QPoint(3, round(lines.line_rect(8).center().y()))
        edge = lines.grab().toImage().pixelColor(beside)
        assert edge == theme.DARK.color("selection_surface")

    def test_the_keyboard_chooses_a_line(self, qtbot, panel, session) -> None:
        lines = panel.cost.lines
        lines.setFocus(Qt.FocusReason.TabFocusReason)
        assert _keeps(lines, Qt.Key.Key_Down, "")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Enter):
            qtbot.keyClick(lines, key)
        assert session.selection == Neuron(3, 1)

    def test_a_line_says_everything_in_full_precision(self, panel, session, tooltips) -> None:
        lines = panel.cost.lines
        rest_at(lines, lines.line_rect(3).center().toPoint())
        assert "output neuron 3, “3”" in tooltips[0]
        for value in (session.trace.a[3][3], session.trace.y[3], session.trace.cost_terms[3]):
            assert exact(value) in tooltips[0]

    def test_a_bar_is_as_long_as_its_term(self, panel, session) -> None:
        session.trace.a[3][:] = 0.0
        session.trace.cost_terms[:] = [1.0, 0.5, *[0.0] * 8]
        session.jump(0)
        session.jump(session.plan.cost)
        image = panel.cost.lines.grab().toImage()

        def length(j):
            y = round(panel.cost.lines.line_rect(j).center().y())
            colors = [image.pixelColor(x, y) for x in range(image.width())]
            return sum(c.red() > 100 and c.red() > 1.7 * c.green() for c in colors)

        assert length(0) > 10
        assert abs(length(1) - length(0) / 2) <= 1.5
        assert length(5) == 0

    def test_a_sum_that_only_rounds_to_zero_says_so(self, panel, session) -> None:
        session.trace.cost_terms[:] = 4.06e-6
        session.jump(0)
        session.jump(session.plan.cost)
        assert panel.cost.sum.text() == "4.06·10⁻⁵"

    def test_numbers_that_ran_away_are_shown_and_do_not_fail(self, panel, session) -> None:
        session.trace.cost_terms[:3] = np.nan, np.inf, 1e12
        session.jump(0)
        session.jump(session.plan.cost)
        shown = [line.shown for line in panel.cost.lines.lines()]
        assert shown[:2] == ["NaN", "∞"]
        assert not panel.grab().isNull()


class TestRoom:
    @pytest.mark.parametrize(("output", "cost"), [("sigmoid", "squared"), ("softmax", "cross_entropy")])
    @pytest.mark.parametrize("height", [400, 430, 480, 560, 800])
    def test_everything_fits_at_scale_one(self, show, session, height, output, cost) -> None:
        session.new_network(NetworkSpec.build(784, (16, 16), 10, output=output, cost=cost), "scaled", 0)
        panel = show(session, (224, height))
        parts = [panel.image, panel.answer, panel.number, panel.buttons, panel.cost, panel.cost.sum]
        whole = panel.rect()
        places = {}
        for part in parts:
            assert part.isVisible()
            places[part] = part.rect().translated(part.mapTo(panel, QPoint()))
            assert whole.contains(places[part])
        for a, b in ((0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4), (0, 3)):
            assert not places[parts[a]].intersects(places[parts[b]]), (a, b)
        assert panel.image.width() >= 116
        lines = panel.cost.lines
        assert lines.visibleRegion().boundingRect().height() == lines.height()  # nothing is scrolled
        assert lines.line_height() * 10 <= lines.height() + 0.5

    @pytest.mark.parametrize("scale", [1.5, 2.0])
    def test_in_large_type_the_lines_scroll_up_and_down_alone(self, qapp, show, session, scale) -> None:
        panel = show(session, (round(224 * scale), 420))
        theme.apply(qapp, theme.DARK, scale)
        QApplication.processEvents()
        assert panel.cost.lines.width() <= panel.cost.width()
        assert panel.cost.lines.height() >= panel.cost.lines.height_of(13)
        assert not panel.grab().isNull()

    def test_a_wider_card_has_a_larger_picture(self, show, session) -> None:
        narrow, wide = show(session, (224, 800)), show(session, (420, 800))
        assert wide.image.width() > 1.4 * narrow.image.width()
