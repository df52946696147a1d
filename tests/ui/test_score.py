"""The score: real clicks and keys, phase by phase, there and back."""

import numpy as np
import pytest
from driving import record_tooltips, rest_at
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import plan
from nnviz.ui import theme
from nnviz.ui.actions import make_actions
from nnviz.ui.score import panel as score
from nnviz.ui.score import row as score_row
from nnviz.ui.score.layout import ScoreLayout, section
from nnviz.ui.score.panel import CaptionBar, ScorePanel, _fitting
from nnviz.wording import phase_sentence, phase_title

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, session):
    panel = ScorePanel(session, make_actions(session, session))
    qtbot.addWidget(panel)
    panel.resize(1256, panel.sizeHint().height())
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def caption(qtbot, session):
    caption = CaptionBar(session)
    qtbot.addWidget(caption)
    caption.resize(720, caption.sizeHint().height())
    with qtbot.waitExposed(caption):
        caption.show()
    return caption


@pytest.fixture
def tooltips(monkeypatch):
    return record_tooltips(monkeypatch, score, score_row)


def middle(panel, position):
    return panel.row.cell_rect(position).center().toPoint()


def corner_color(panel, position):
    """Return a cell's color, beside its symbol."""
    rect = panel.row.cell_rect(position)
    return panel.row.grab().toImage().pixelColor(round(rect.left() + 5), round(rect.bottom() - 5))


class TestMouse:
    def test_a_click_on_every_phase_goes_there(self, qtbot, panel, session) -> None:
        for position in (*range(len(session.plan) - 1), 3, 12, 0):
            qtbot.mouseClick(panel.row, LEFT, pos=middle(panel, position))
            assert session.cursor == position

    def test_a_click_on_the_update_applies_it_and_one_before_it_takes_it_back(
        self, qtbot, panel, session
    ) -> None:
        before, gradient = session.parameters.theta.copy(), session.trace.gradient.theta
        qtbot.mouseClick(panel.row, LEFT, pos=middle(panel, session.plan.update))
        assert session.updated
        expected = before - session.settings.rate * gradient
        np.testing.assert_allclose(session.parameters.theta, expected, rtol=1e-4, atol=1e-6)
        qtbot.mouseClick(panel.row, LEFT, pos=middle(panel, 4))
        assert session.cursor == 4
        np.testing.assert_array_equal(session.parameters.theta, before)

    def test_other_clicks_do_nothing(self, qtbot, panel, session) -> None:
        qtbot.mouseClick(panel.row, LEFT, pos=QPoint(40, 3))  # a caption
        qtbot.mouseClick(panel.row, Qt.MouseButton.RightButton, pos=middle(panel, 2))
        assert session.cursor == session.plan.cost

    def test_the_phase_under_the_mouse_lights_up(self, qtbot, panel, session) -> None:
        dim = corner_color(panel, 12)
        qtbot.mouseMove(panel.row, middle(panel, 12))
        assert corner_color(panel, 12) == theme.DARK.color("surface_hover") != dim
        assert panel.row.cursor().shape() == Qt.CursorShape.PointingHandCursor
        qtbot.mouseMove(panel.row, QPoint(2, 2))
        assert corner_color(panel, 12) == dim

    def test_the_tooltip_explains_each_phase(self, panel, session, tooltips) -> None:
        for position, phase in enumerate(session.plan.phases):
            rest_at(panel.row, middle(panel, position))
            text = tooltips[-1]
            assert f"<b>{phase_title(phase, session.spec)}</b>" in text
            assert "<img src=" in text
            sentence = phase_sentence(phase, session.spec)
            assert sentence.replace("'", "&#x27;") in text
        assert len(set(tooltips)) == len(session.plan)
        rest_at(panel.row, QPoint(2, 2))
        assert tooltips[-1] == ""


class TestSteps:
    def test_the_buttons_step_through_the_whole_plan_and_back(self, qtbot, panel, caption, session) -> None:
        session.jump(0)
        seen = []
        for position in range(len(session.plan)):
            assert session.cursor == position
            seen.append((panel.row.description(), caption.title, caption.tex, session.parameters.theta[:5]))
            assert f"phase {position + 1} of 18" in panel.row.accessibleDescription()
            assert caption.title in panel.row.description()
            if position < session.plan.update:
                qtbot.mouseClick(panel.forward, LEFT)
        for position in reversed(range(session.plan.update)):
            qtbot.mouseClick(panel.back, LEFT)
            assert session.cursor == position
            description, title, tex, theta = seen[position]
            assert (panel.row.description(), caption.title, caption.tex) == (description, title, tex)
            np.testing.assert_array_equal(session.parameters.theta[:5], theta)

    @pytest.mark.parametrize("colors", [theme.DARK, theme.LIGHT])
    def test_revealed_present_and_coming_phases_differ(self, qapp, panel, session, colors) -> None:
        theme.apply(qapp, colors)
        session.jump(5)
        wanted = {4: "surface_raised", 5: "selection_surface", 6: "surface_sunken"}
        for position, role in wanted.items():
            assert corner_color(panel, position) == colors.color(role), role

    def test_the_bar_stands_over_the_present_phase_alone(self, panel, session) -> None:
        gold = theme.DARK.color("selection")
        for position in (0, 7, 16):
            session.jump(position)
            image = panel.row.grab().toImage()
            for other in (0, 7, 16):
                rect = panel.row.cell_rect(other)
                color = image.pixelColor(round(rect.center().x()), round(rect.top() - 3))
                assert (color == gold) == (other == position)

    def test_keys_while_the_row_has_the_focus(self, qtbot, panel, session) -> None:
        panel.row.setFocus()
        for key, cursor in (
            (Qt.Key.Key_Home, 0),
            (Qt.Key.Key_Right, 1),
            (Qt.Key.Key_Right, 2),
            (Qt.Key.Key_Left, 1),
            (Qt.Key.Key_End, session.plan.cost),
        ):
            qtbot.keyClick(panel.row, key)
            assert session.cursor == cursor
        qtbot.keyClick(panel.row, Qt.Key.Key_X)
        assert session.cursor == session.plan.cost

    def test_the_focus_is_seen(self, panel) -> None:
        panel.setFocus()
        before = panel.row.grab().toImage()
        panel.row.setFocus()
        assert panel.row.grab().toImage() != before

    def test_play_turns_into_pause_while_it_plays(self, qtbot, panel, session) -> None:
        session.jump(0)
        assert panel.play.icon_name == "play"
        qtbot.mouseClick(panel.play, LEFT)
        assert session.playing
        assert panel.play.icon_name == "pause"
        assert panel.play.accessibleName() == "Stop playing"
        qtbot.mouseClick(panel.play, LEFT)
        assert not session.playing
        assert (panel.play.icon_name, panel.play.accessibleName()) == ("play", "Play")

    def test_every_button_has_a_name_and_a_tooltip_with_its_key(self, panel) -> None:
        for button, key in ((panel.back, "Left"), (panel.forward, "Right"), (panel.play, "Space")):
            assert button.accessibleName()
            assert f"({key})" in button.toolTip()
            assert not button.icon().isNull()

    def test_another_network_has_another_score(self, panel, session) -> None:
        spec = NetworkSpec.build(784, (), 10, output="softmax", cost="cross_entropy")
        session.new_network(spec, "zeros", 0)
        assert len(panel.row.layout_().cells) == 7  # x z a C δ ∇ θ: no ∂C/∂a under softmax
        assert "of 7" in panel.row.accessibleDescription()


def layout(hidden, width=1110.0, scale=1.0):
    spec = NetworkSpec.build(784, hidden, 10)
    return ScoreLayout(plan(spec), spec, width, 50.0 * scale, scale)


class TestLayout:
    @pytest.mark.parametrize("hidden", [(), (16,), (16, 16), (8,) * 5, (8,) * 8, (8,) * 20, (2,) * 100])
    @pytest.mark.parametrize("width", [320.0, 700.0, 1110.0, 1750.0])
    def test_all_phases_stand_side_by_side_in_the_width(self, qapp, hidden, width) -> None:
        row = layout(hidden, width)
        assert len(row.cells) == len(row.plan)
        edges = [edge for cell in row.cells for edge in (cell.left(), cell.right())]
        assert edges[0] >= 0
        assert edges[-1] <= width + 1
        if len(row.plan) < width / 4:
            assert edges == sorted(edges)
        for position, cell in enumerate(row.cells):
            if cell.width() > 1:
                assert row.at(cell.center().x()) == position

    def test_eighteen_phases_are_comfortable_at_1280(self, qapp) -> None:
        row = layout((16, 16))
        assert row.level == 0
        assert min(cell.width() for cell in row.cells) >= 44
        assert row.em == pytest.approx(theme.BASE_PX * 1.25)

    def test_symbols_get_narrower_step_by_step(self, qapp) -> None:
        levels = [layout((8,) * n).level for n in (1, 3, 8, 20)]
        assert levels == sorted(levels)
        assert levels[0] == 0
        assert levels[-1] == 3
        assert layout((8,) * 7).level == 2  # 34 phases and more: the layer stands below its symbol
        assert layout((8,) * 7).symbol(1) == ("z", "1")

    def test_between_layers_and_passes_the_gaps_are_wider(self, qapp) -> None:
        row = layout((16, 16))
        gap = {
            position: row.cells[position + 1].left() - row.cells[position].right()
            for position in range(len(row.cells) - 1)
        }
        assert gap[1] < gap[2] < gap[6]  # z¹a¹, a¹|z², a³|C
        assert gap[6] == pytest.approx(gap[7]) == pytest.approx(gap[16])

    def test_the_parts_cover_the_row_in_order(self, qapp) -> None:
        row = layout((16, 16))
        parts = list(row.sections())
        assert [name for name, _ in parts] == ["forward", "cost", "backward", "update"]
        assert parts[0][1].left() == row.cells[0].left()
        assert parts[-1][1].right() == row.cells[-1].right()
        assert section(row.plan.phases[8]) == "backward"


class TestCaption:
    def test_it_names_the_phase_and_follows_the_cursor(self, caption, session) -> None:
        for position, phase in enumerate(session.plan.phases):
            session.jump(position)
            assert caption.title == phase_title(phase, session.spec)
            assert caption.sentence == phase_sentence(phase, session.spec)
            assert caption.accessibleName() == caption.title

    def test_its_height_is_the_same_in_all_phases(self, caption, session) -> None:
        heights = set()
        for position in range(len(session.plan)):
            session.jump(position)
            heights.add((caption.sizeHint().height(), caption.minimumSizeHint().height()))
            assert not caption.grab().isNull()
        assert len(heights) == 1

    @pytest.mark.parametrize("width", [720, 1360])
    def test_nothing_is_painted_over_something_else(self, caption, session, width) -> None:
        """The columns between the words and the formula stay empty."""
        caption.resize(width, caption.height())
        session.jump(session.plan.position("delta", 2))
        image = caption.grab().toImage()
        ground = image.pixelColor(0, 0)
        blank = [all(image.pixelColor(x, y) == ground for y in range(image.height())) for x in range(width)]
        longest = max(len(run) for run in "".join("b" if b else " " for b in blank[14:-14]).split())
        assert longest >= 10

    def test_where_the_name_would_be_cut_the_sentence_makes_room_for_the_formula(
        self, caption, session
    ) -> None:
        session.jump(session.plan.position("delta", 2))
        caption.resize(420, caption.height())
        place = caption.place()
        assert place.sentence.right() < place.formula.left()
        assert place.formula.top() >= place.title.bottom()
        text = theme.DARK.color("text")
        image = caption.grab(place.formula.toRect()).toImage()
        brightest = max(
            image.pixelColor(x, y).value() for x in range(image.width()) for y in range(image.height())
        )
        assert brightest > 0.8 * text.value()

    def test_its_tooltip_shows_everything_whole(self, caption, session, tooltips) -> None:
        rest_at(caption, QPoint(50, 10))
        assert caption.title in tooltips[0]
        assert "<img src=" in tooltips[0]

    def test_the_title_is_gold(self, caption) -> None:
        image = caption.grab().toImage()
        gold = theme.DARK.color("selection_text")
        upper = [image.pixelColor(x, y) for x in range(200) for y in range(image.height() // 2)]
        assert gold in upper


def test_the_point_of_the_mouse_is_not_a_phase_beyond_the_row(panel) -> None:
    cells = panel.row.layout_().cells
    y = QPointF(cells[0].center()).y()
    assert panel.row.position_at(cells[-1].right() + 3, y) is None
    assert panel.row.position_at(cells[3].right() + 1, y) in (3, 4)


@pytest.mark.parametrize("width", [420, 500, 700])
def test_every_sentence_can_be_read_in_a_narrow_window(caption, session, width):
    caption.resize(width, caption.sizeHint().height())
    for position in range(len(session.plan.phases)):
        session.jump(position)
        place = caption.place()
        font = _fitting(caption.sentence, place.sentence.width(), 1.0, bold=False)
        needed = QFontMetricsF(font).horizontalAdvance(caption.sentence)
        under_the_name = place.formula.top() >= place.title.bottom()
        assert needed <= place.sentence.width() or width < 500 or under_the_name, caption.sentence
        assert place.formula.bottom() <= caption.height()
        assert place.title.right() <= place.formula.left() or place.title.bottom() <= place.formula.top()
        assert place.below or place.sentence.right() <= place.formula.left()
